//! Random sheets over two years with an erratum between, against both attackers.

use proptest::prelude::*;

use super::algebra::assert_algebra_finds_nothing;
use super::attack::{Knowledge, by_trying};
use super::*;

/// One year's counts per board for the parts `a`, `b`, `c`.
type Year = Vec<[i32; 3]>;

#[derive(Clone, Debug)]
struct Sheet {
    years: Vec<Year>,
    zero: bool,
    free_total: bool,
    two_years: bool,
    share: bool,
    missing: usize,
    /// Board and addition of an erratum to part `a` of the first year.
    erratum: Option<(usize, i32)>,
}

fn sheets(boards: std::ops::Range<usize>) -> impl Strategy<Value = Sheet> {
    let value = prop_oneof![3 => 0..5, 2 => 5..9, 1 => 9..30];
    let year = move |n| proptest::collection::vec([value.clone(), value.clone(), value.clone()], n);
    let flags = (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        0..6_usize,
    );
    let strategy = boards.prop_map(move |n| (year(n), year(n), proptest::option::of((0..n, 1..6))));
    let years = strategy.prop_flat_map(|(a, b, erratum)| (a, b, erratum));
    (years, flags).prop_map(
        |((first, second, erratum), (zero, free_total, two_years, share, missing))| Sheet {
            years: vec![first, second],
            zero,
            free_total,
            two_years,
            share,
            missing,
            erratum,
        },
    )
}

const PARTS: [&str; 3] = ["a", "b", "c"];

impl Sheet {
    /// The facts of one year: t = a + b + c, all over boards, and t's share of people in the internal `base`.
    fn year(&self, at: usize, parts: usize) -> (Vec<Fact>, Vec<Relation>) {
        let year = 2023 + i32::try_from(at).expect("small");
        let class = if self.zero { FEW_OR_NONE } else { FEW };
        let (mut facts, mut relations) = (vec![], vec![]);
        let column = |p: usize| self.years[at].iter().map(|b| b[p]).collect::<Vec<i32>>();
        let totals: Vec<i32> = self.years[at]
            .iter()
            .map(|b| b[..parts].iter().sum())
            .collect();
        for (p, part) in PARTS.iter().enumerate().take(parts) {
            let (more, sum) = figure(part, year, &column(p), class);
            facts.extend(more);
            relations.push(sum);
        }
        let (more, sum) = figure(
            "t",
            year,
            &totals,
            if self.free_total { Class::Free } else { class },
        );
        facts.extend(more);
        // A board that is not available; the whole counts it or not, both happen.
        let gone = u32::try_from(self.missing).ok();
        facts.retain(|f| f.cell.board.is_none() || f.cell.board != gone);
        relations.push(sum);
        for board in self.places(at) {
            let here = |key: &str| cell(key, board, year);
            let parts = PARTS[..parts].iter().map(|k| here(k)).collect();
            relations.push(Relation::Sum {
                total: here("t"),
                parts,
            });
            self.add_share(&here, &mut facts, &mut relations);
        }
        (facts, relations)
    }

    fn places(&self, at: usize) -> Vec<Option<u32>> {
        let boards = u32::try_from(self.years[at].len()).expect("few");
        (0..boards).map(Some).chain([None]).collect()
    }

    fn add_share(
        &self,
        here: &dyn Fn(&str) -> Cell,
        facts: &mut Vec<Fact>,
        relations: &mut Vec<Relation>,
    ) {
        let value =
            |facts: &[Fact], key: &str| facts.iter().find(|f| f.cell == here(key)).map(|f| f.value);
        let (Some(a), Some(t)) = (value(facts, "a"), value(facts, "t")) else {
            return;
        };
        if self.share && t > 0.0 {
            let percent = (100.0 * a / t).round();
            facts.push(Fact {
                value: percent,
                integer: false,
                ..fact(here("share"), 0, Class::Free)
            });
            let ends = (here("a"), here("t"));
            relations.push(Relation::Share {
                share: here("share"),
                above: ends.0,
                below: ends.1,
                decimals: 0,
            });
        }
    }

    /// Publishes year one, an erratum to it, then year two, each with the plan for it.
    fn publish(&self, parts: usize) -> (Vec<Fact>, Vec<Relation>) {
        let (mut facts, mut relations) = self.year(0, parts);
        mark(&mut facts, &relations);
        if let Some((board, more)) = self.erratum.filter(|(b, _)| *b != self.missing) {
            facts.extend(corrections(
                &facts,
                u32::try_from(board).ok(),
                f64::from(more),
            ));
            mark(&mut facts, &relations);
        }
        let (next, more) = self.year(1, parts);
        facts.extend(next);
        relations.extend(more);
        if self.two_years {
            self.add_two_years(&mut facts, &mut relations);
        }
        mark(&mut facts, &relations);
        (facts, relations)
    }

    fn add_two_years(&self, facts: &mut Vec<Fact>, relations: &mut Vec<Relation>) {
        for board in self.places(0) {
            let total = cell("a.both", board, 2024);
            let parts = vec![cell("a", board, 2023), cell("a", board, 2024)];
            let newest = |c: &Cell| {
                let same = facts.iter().filter(|f| f.cell.clone().corrected(0) == *c);
                same.max_by_key(|f| f.cell.edition).map_or(0.0, |f| f.value)
            };
            let value = parts.iter().map(newest).sum();
            let edition = facts.iter().map(|f| f.cell.edition).max().unwrap_or(0);
            facts.push(Fact {
                value,
                ..fact(total.clone().corrected(edition), 0, FEW)
            });
            relations.push(Relation::Sum { total, parts });
        }
    }
}

/// Part `a` of a board was more: with it change its total, the whole and the shares.
fn corrections(facts: &[Fact], board: Option<u32>, more: f64) -> Vec<Fact> {
    let mut changed = vec![];
    for place in [board, None] {
        let old = |key: &str| {
            facts
                .iter()
                .find(|f| f.cell == cell(key, place, 2023))
                .cloned()
        };
        let mut change = |f: Fact, value| {
            changed.push(Fact {
                cell: f.cell.corrected(1),
                value,
                already: None,
                ..f
            })
        };
        let (Some(a), Some(t)) = (old("a"), old("t")) else {
            continue;
        };
        let percent = (100.0 * (a.value + more) / (t.value + more)).round();
        change(a.clone(), a.value + more);
        change(t.clone(), t.value + more);
        if let Some(share) = old("share") {
            change(share, percent);
        }
    }
    changed
}

/// Plans, audits and publishes.
fn mark(facts: &mut [Fact], relations: &[Relation]) {
    let plan = plan(facts, relations);
    assert_eq!(plan.unrepaired, [], "nothing is out of reach");
    assert_eq!(audit(facts, relations, &names(&plan)), []);
    for fact in facts {
        assert!(
            fact.already != Some(Already::Withheld) || !plan.shows(&fact.cell),
            "withheld stays withheld"
        );
        let shown = plan.shows(&fact.cell);
        fact.already = Some(if shown {
            Already::Published
        } else {
            Already::Withheld
        });
    }
}

fn withheld(facts: &[Fact]) -> BTreeSet<Cell> {
    let gone = facts
        .iter()
        .filter(|f| f.already == Some(Already::Withheld));
    gone.map(|f| f.cell.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn trying_everything_finds_nothing_in_small_sheets(sheet in sheets(1..4)) {
        let (facts, relations) = sheet.publish(2);
        let know = Knowledge::of(&facts, &relations, &withheld(&facts));
        let most = know.unknown.iter().map(count).max().unwrap_or(0) + 9;
        for knows_rule in [false, true] {
            // Too many cells to try is no finding; the algebra below takes those.
            let found = by_trying(&know, i128::from(most), knows_rule).unwrap_or_default();
            prop_assert!(found.is_empty(), "{found:#?}");
        }
        assert_algebra_finds_nothing(&facts, &relations, &withheld(&facts));
    }

    #[test]
    fn algebra_finds_nothing_in_larger_sheets(sheet in sheets(4..10)) {
        let (facts, relations) = sheet.publish(3);
        assert_algebra_finds_nothing(&facts, &relations, &withheld(&facts));
    }

    #[test]
    fn the_plan_is_the_same_every_time(sheet in sheets(2..5)) {
        let (facts, relations) = sheet.year(0, 3);
        prop_assert_eq!(plan(&facts, &relations).withheld, plan(&facts, &relations).withheld);
    }
}
