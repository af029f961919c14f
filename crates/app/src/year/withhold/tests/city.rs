//! A city's sheet: 16 boards, 60 breaches a year, 22 figures about few people, five years.

use super::*;

/// Small numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    /// A board, large ones more often: the last of sixteen has about a quarter of the people.
    fn board(&mut self) -> usize {
        let mut board = 15;
        while board > 0 && self.roll(4) != 0 {
            board -= 1;
        }
        board
    }
}

type Counts = std::collections::BTreeMap<&'static str, [i32; 16]>;

const NATURE: [&str; 5] = [
    "nature.post",
    "nature.mail",
    "nature.access",
    "nature.loss",
    "nature.other",
];
const CAUSE: [&str; 4] = [
    "cause.inside",
    "cause.inside_bad",
    "cause.outside",
    "cause.outside_bad",
];
const FOUND: [&str; 4] = [
    "found.staff",
    "found.processor",
    "found.subject",
    "found.other",
];

fn year_of_incidents(dice: &mut Dice) -> Counts {
    let mut counts = Counts::new();
    for key in KEYS {
        counts.insert(key, [0; 16]);
    }
    for at in 0..180 {
        let board = dice.board();
        let mut add = |key: &'static str| counts.get_mut(key).expect("listed")[board] += 1;
        add("reports");
        if at >= 60 {
            add(["near_miss", "false_alarm", "security_only"][dice.roll(3) as usize]);
            continue;
        }
        add("known");
        if dice.roll(3) == 0 {
            add("not_notified");
        } else {
            add("notified");
            add(if dice.roll(5) == 0 { "late" } else { "in_72h" });
        }
        if dice.roll(3) == 0 {
            add("people_told");
        }
        let mostly_first = |dice: &mut Dice, n: u64| dice.roll(n).min(dice.roll(n)) as usize;
        add(NATURE[mostly_first(dice, 5)]);
        add(CAUSE[mostly_first(dice, 4)]);
        add(FOUND[mostly_first(dice, 4)]);
    }
    counts
}

const KEYS: [&str; 23] = [
    "reports",
    "near_miss",
    "false_alarm",
    "security_only",
    "known",
    "not_notified",
    "notified",
    "late",
    "in_72h",
    "people_told",
    NATURE[0],
    NATURE[1],
    NATURE[2],
    NATURE[3],
    NATURE[4],
    CAUSE[0],
    CAUSE[1],
    CAUSE[2],
    CAUSE[3],
    FOUND[0],
    FOUND[1],
    FOUND[2],
    FOUND[3],
];

/// Facts and relations of `years` years: sums over boards, sums of figures, one at-most.
pub(super) fn city(seed: u64, years: i32) -> (Vec<Fact>, Vec<Relation>) {
    let mut dice = Dice(seed);
    let (mut facts, mut relations) = (vec![], vec![]);
    for year in 2021..2021 + years {
        for (key, boards) in year_of_incidents(&mut dice) {
            let (more, sum) = figure(key, year, &boards, FEW);
            facts.extend(more);
            relations.push(sum);
        }
        for board in (0..16).map(Some).chain([None]) {
            let at = |key: &str| cell(key, board, year);
            let all = |keys: &[&str]| keys.iter().map(|k| at(k)).collect();
            let mut sum = |total: &str, keys: &[&str]| {
                relations.push(Relation::Sum {
                    total: at(total),
                    parts: all(keys),
                });
            };
            sum(
                "reports",
                &["known", "near_miss", "false_alarm", "security_only"],
            );
            sum("known", &["notified", "not_notified"]);
            sum("notified", &["late", "in_72h"]);
            sum("known", &NATURE);
            sum("known", &CAUSE);
            sum("known", &FOUND);
            relations.push(Relation::AtMost {
                part: at("people_told"),
                total: at("known"),
            });
        }
    }
    (facts, relations)
}

#[test]
fn a_citys_five_years_one_after_another_keep_their_main_figures() {
    let (all, relations) = city(7, 5);
    let mut facts: Vec<Fact> = vec![];
    for year in 2021..2026 {
        facts.extend(all.iter().filter(|f| f.cell.year == year).cloned());
        let plan = plan(&facts, &relations);
        assert_eq!(plan.unrepaired, []);
        assert_eq!(audit(&facts, &relations, &names(&plan)), []);
        for main in ["reports", "known", "notified"] {
            assert!(
                plan.shows(&cell(main, None, year)),
                "{main} of the whole is printed"
            );
        }
        for fact in &mut facts {
            let shown = plan.shows(&fact.cell);
            assert!(
                shown || fact.already != Some(Already::Published),
                "published stays"
            );
            fact.already = Some(if shown {
                Already::Published
            } else {
                Already::Withheld
            });
        }
    }
    let gone = facts
        .iter()
        .filter(|f| f.already == Some(Already::Withheld));
    let gone: BTreeSet<Cell> = gone.map(|f| f.cell.clone()).collect();
    algebra::assert_algebra_finds_nothing(&facts, &relations, &gone);
    let small = facts.iter().filter(|f| is_small(f)).count();
    let dear = (gone.len() - small) * 100 / facts.len();
    assert!(dear < 15, "complements cost {dear} % of the cells");
}

/// Run by hand for the figures: `cargo test --release a_citys_figures -- --nocapture`.
#[test]
fn a_citys_figures() {
    let (facts, relations) = city(7, 5);
    let start = std::time::Instant::now();
    let plan = plan(&facts, &relations);
    let planned = start.elapsed();
    let found = audit(&facts, &relations, &names(&plan));
    let audited = start.elapsed() - planned;
    let number = |why| plan.withheld.values().filter(|w| **w == why).count();
    let (small, more) = (number(Why::Small), number(Why::Complement));
    let zero = facts.iter().filter(|f| f.value == 0.0).count();
    println!(
        "{} cells, {zero} zero, {small} small, {more} complements",
        facts.len()
    );
    println!("plan {planned:?}, audit {audited:?}");
    assert_eq!(found, []);
}
