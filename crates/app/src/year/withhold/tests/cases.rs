//! Cases made by hand. In each the careless publisher is caught, and the plan is not.

use super::algebra::by_algebra;
use super::attack::{Knowledge, by_trying};
use super::*;

/// Everything that two attackers find when `withheld` is left out. A `None` of the first would be no test.
fn found(facts: &[Fact], relations: &[Relation], withheld: &BTreeSet<Cell>) -> Vec<String> {
    let know = Knowledge::of(facts, relations, withheld);
    let most = know.unknown.iter().map(count).max().unwrap_or(0) + 9;
    let mut all = by_algebra(&know);
    for knows_rule in [false, true] {
        all.extend(by_trying(&know, i128::from(most), knows_rule).expect("small enough to try"));
    }
    all
}

/// Without complements the attackers succeed, and the audit says so; with the plan neither does.
fn guarded(facts: &[Fact], relations: &[Relation]) -> Plan {
    let careless = only_small(facts);
    assert_ne!(
        found(facts, relations, &careless),
        [""; 0],
        "the attackers see nothing in a careless sheet"
    );
    assert_ne!(
        audit(facts, relations, &careless),
        [],
        "the audit sees nothing in a careless sheet"
    );
    safe(facts, relations)
}

fn safe(facts: &[Fact], relations: &[Relation]) -> Plan {
    let plan = plan(facts, relations);
    assert_eq!(audit(facts, relations, &names(&plan)), []);
    assert_eq!(found(facts, relations, &names(&plan)), [""; 0]);
    assert_eq!(plan.unrepaired, []);
    plan
}

fn published(plan: &Plan, facts: &[Fact]) -> Vec<Fact> {
    let mut facts = facts.to_vec();
    for fact in &mut facts {
        let shown = plan.shows(&fact.cell);
        fact.already = Some(if shown {
            Already::Published
        } else {
            Already::Withheld
        });
    }
    facts
}

#[test]
fn malmo_staff_of_three_do_not_follow_from_managers_and_all() {
    // reviews.md §5, worked example: 11 in all, 8 managers, 3 staff.
    let (mut facts, mut relations) = (vec![], vec![]);
    for (answer, managers, staff) in [
        ("n", 8, 3),
        ("yes", 4, 0),
        ("rather", 3, 2),
        ("rather_not", 1, 1),
        ("no", 0, 0),
    ] {
        let at = |group: &str| cell(&format!("{group}.{answer}"), Some(1), 2020);
        facts.push(fact(
            at("managers"),
            managers,
            if answer == "n" { FEW } else { Class::Free },
        ));
        facts.push(fact(at("staff"), staff, FEW));
        facts.push(fact(
            at("all"),
            managers + staff,
            if answer == "n" { FEW } else { Class::Free },
        ));
        relations.push(Relation::Sum {
            total: at("all"),
            parts: vec![at("managers"), at("staff")],
        });
    }
    for group in ["managers", "staff", "all"] {
        let at = |answer: &str| cell(&format!("{group}.{answer}"), Some(1), 2020);
        let parts = ["yes", "rather", "rather_not", "no"].map(at).to_vec();
        relations.push(Relation::Sum {
            total: at("n"),
            parts,
        });
    }
    let plan = guarded(&facts, &relations);
    let both = |answer: &str| {
        ["managers", "all"]
            .iter()
            .all(|g| plan.shows(&cell(&format!("{g}.{answer}"), Some(1), 2020)))
    };
    assert!(!both("rather"), "5 − 3 gives the staff's 2");
    assert!(!both("rather_not"));
    assert!(!both("n"), "11 − 8");
}

#[test]
fn one_small_board_takes_one_more_and_the_whole_stays() {
    let (facts, sum) = figure("inc.known", 2024, &[2, 9, 12, 30], FEW);
    let plan = guarded(&facts, &[sum]);
    assert_eq!(plan.withheld.len(), 2);
    assert_eq!(
        plan.withheld.get(&cell("inc.known", Some(0), 2024)),
        Some(&Why::Small)
    );
    assert_eq!(
        plan.withheld.get(&cell("inc.known", Some(1), 2024)),
        Some(&Why::Complement)
    );
}

#[test]
fn two_small_boards_with_three_people_together_are_not_enough() {
    let (facts, sum) = figure("inc.known", 2024, &[2, 1, 9, 12], FEW);
    let exposed = audit(&facts, std::slice::from_ref(&sum), &only_small(&facts));
    assert!(
        exposed.iter().all(|e| e.how != How::Exact) && !exposed.is_empty(),
        "{exposed:?}"
    );
    let plan = guarded(&facts, &[sum]);
    assert_eq!(plan.withheld.len(), 3);
}

#[test]
fn small_boards_with_enough_people_together_need_no_other() {
    let (facts, sum) = figure("inc.known", 2024, &[3, 2, 4, 9, 12], FEW);
    let plan = safe(&facts, &[sum]);
    assert!(plan.withheld.values().all(|why| *why == Why::Small));
}

#[test]
fn a_total_that_follows_from_another_figure() {
    // known = notified + not notified: the whole's small figure follows from two printed ones.
    let (mut facts, a) = figure("known", 2024, &[20, 30], FEW);
    let (more, b) = figure("notified", 2024, &[20, 27], FEW);
    facts.extend(more);
    let (more, c) = figure("not_notified", 2024, &[0, 3], FEW);
    facts.extend(more);
    let mut relations = vec![a, b, c];
    for board in [Some(0), Some(1), None] {
        let at = |key: &str| cell(key, board, 2024);
        relations.push(Relation::Sum {
            total: at("known"),
            parts: vec![at("notified"), at("not_notified")],
        });
    }
    let plan = guarded(&facts, &relations);
    assert!(!plan.shows(&cell("not_notified", None, 2024)));
}

/// 14 of 16 did it; the share and its denominator are printed.
fn share(class: Class, above: i32, below: i32, inner: bool) -> (Vec<Fact>, Vec<Relation>) {
    let at = |key: &str| cell(key, Some(1), 2024);
    let percent = (1000.0 * f64::from(above) / f64::from(below)).round() / 10.0;
    let mut facts = vec![
        fact(at("trained"), above, FEW),
        fact(at("duty"), below, Class::Free),
    ];
    facts[0].internal = inner;
    facts.push(Fact {
        value: percent,
        integer: false,
        ..fact(at("share"), 0, class)
    });
    let relation = Relation::Share {
        share: at("share"),
        above: at("trained"),
        below: at("duty"),
        decimals: 1,
    };
    (facts, vec![relation])
}

#[test]
fn a_share_gives_its_small_numerator_back() {
    let (facts, relations) = share(Class::Free, 3, 160, false);
    let plan = guarded(&facts, &relations);
    assert_eq!(
        plan.withheld.get(&cell("share", Some(1), 2024)),
        Some(&Why::AboutFew)
    );
    assert!(plan.shows(&cell("duty", Some(1), 2024)));
}

#[test]
fn a_share_near_all_names_the_few_who_did_not() {
    let (facts, relations) = share(FEW, 158, 160, true);
    assert!(
        audit(&facts, &relations, &only_small(&facts))
            .iter()
            .any(|e| e.cell.key == "share#rest")
    );
    let plan = safe(&facts, &relations);
    assert!(!plan.shows(&cell("share", Some(1), 2024)));
    // With the numerator printed, the share alone does not help.
    let (facts, relations) = share(FEW, 158, 160, false);
    let plan = safe(&facts, &relations);
    assert!(
        !plan.shows(&cell("trained", Some(1), 2024)) || !plan.shows(&cell("duty", Some(1), 2024))
    );
}

#[test]
fn an_ordinary_share_of_an_internal_numerator_is_printed() {
    let (facts, relations) = share(FEW, 120, 160, true);
    let plan = safe(&facts, &relations);
    assert!(plan.shows(&cell("share", Some(1), 2024)));
}

#[test]
fn a_median_of_few_cases_is_withheld() {
    let (mut facts, sum) = figure("notified", 2024, &[3, 9, 20], FEW);
    let hours = cell("t_notify", Some(0), 2024);
    facts.push(Fact {
        value: 20.5,
        integer: false,
        ..fact(hours.clone(), 0, Class::Free)
    });
    let relations = [
        sum,
        Relation::Describes {
            cell: hours.clone(),
            count: cell("notified", Some(0), 2024),
        },
    ];
    let plan = guarded(&facts, &relations);
    assert_eq!(plan.withheld.get(&hours), Some(&Why::AboutFew));
}

#[test]
fn this_year_does_not_give_last_years_three_back() {
    // reviews.md §5: 3 staff last year (withheld), 6 this year, a sum over both years of 9.
    let last = cell("staff", Some(1), 2023);
    let now = cell("staff", Some(1), 2024);
    let both = cell("staff.two_years", Some(1), 2024);
    let mut facts = vec![
        fact(last.clone(), 3, FEW),
        fact(now.clone(), 6, FEW),
        fact(both.clone(), 9, FEW),
    ];
    facts[0].already = Some(Already::Withheld);
    let relations = [Relation::Sum {
        total: both.clone(),
        parts: vec![last.clone(), now.clone()],
    }];
    let alone = BTreeSet::from([last.clone()]);
    assert_ne!(found(&facts, &relations, &alone), [""; 0]);
    let plan = safe(&facts, &relations);
    assert_eq!(plan.withheld.get(&last), Some(&Why::EarlierWithheld));
    assert_eq!(plan.withheld.len(), 2);
    assert!(!plan.shows_change(&last, &now));
}

#[test]
fn an_earlier_total_stays_known_and_its_sum_is_guarded() {
    let (facts, sum) = figure("inc.known", 2023, &[2, 9, 12, 30], FEW);
    let first = safe(&facts, std::slice::from_ref(&sum));
    let facts = published(&first, &facts);
    let again = safe(&facts, &[sum]);
    assert_eq!(
        names(&first),
        names(&again),
        "a sheet printed again shows the same"
    );
    assert!(
        again
            .withheld
            .values()
            .all(|why| *why == Why::EarlierWithheld)
    );
}

#[test]
fn an_erratum_is_held_against_the_first_edition() {
    let (facts, sum) = figure("inc.known", 2023, &[2, 9, 12, 30], FEW);
    let first = safe(&facts, std::slice::from_ref(&sum));
    let mut facts = published(&first, &facts);
    // Board 1 (withheld, 9) turns out to have had 15; the whole goes from 53 to 59.
    facts.push(fact(cell("inc.known", Some(1), 2023).corrected(1), 15, FEW));
    facts.push(fact(cell("inc.known", None, 2023).corrected(1), 59, FEW));
    let open: BTreeSet<Cell> = names(&first);
    assert_ne!(
        found(&facts, std::slice::from_ref(&sum), &open),
        [""; 0],
        "59 − 12 − 30 − 15 gives board 0"
    );
    let plan = safe(&facts, &[sum]);
    assert!(!plan.shows(&cell("inc.known", Some(1), 2023).corrected(1)));
    assert!(plan.shows(&cell("inc.known", None, 2023).corrected(1)));
}

#[test]
fn what_earlier_sheets_gave_away_is_named_and_not_mended() {
    let (mut facts, sum) = figure("inc.known", 2023, &[2, 9, 12], FEW);
    for fact in &mut facts[1..] {
        fact.already = Some(Already::Published);
    }
    let relations = [sum];
    let plan = plan(&facts, &relations);
    let exposed = audit(&facts, &relations, &names(&plan));
    assert_eq!(exposed.len(), 1);
    assert!(exposed[0].standing && exposed[0].how == How::Exact);
    assert_eq!(plan.unrepaired, [cell("inc.known", Some(0), 2023)]);
    facts[0].already = Some(Already::Published);
    assert_eq!(
        super::plan(&facts, &relations).standing,
        [cell("inc.known", Some(0), 2023)]
    );
}

#[test]
fn zero_is_shown_or_withheld_by_class() {
    let (facts, sum) = figure("inc.known", 2024, &[0, 0, 12, 30], FEW);
    assert!(safe(&facts, &[sum]).withheld.is_empty());
    let (facts, sum) = figure("inc.known", 2024, &[0, 9, 12, 30], FEW_OR_NONE);
    let plan = guarded(&facts, &[sum]);
    assert!(!plan.shows(&cell("inc.known", Some(0), 2024)));
    let (facts, sum) = figure("inc.known", 2024, &[0, 0, 0], FEW_OR_NONE);
    assert_eq!(guarded_whole(&facts, &sum), 4);
}

fn guarded_whole(facts: &[Fact], sum: &Relation) -> usize {
    safe(facts, std::slice::from_ref(sum)).withheld.len()
}

#[test]
fn a_shown_zero_is_no_complement_while_another_will_do() {
    let (facts, sum) = figure("inc.known", 2024, &[0, 3, 40], FEW);
    let plan = guarded(&facts, &[sum]);
    assert!(plan.shows(&cell("inc.known", Some(0), 2024)));
}

#[test]
fn a_cell_that_is_not_available_is_no_cell() {
    let (mut facts, sum) = figure("inc.known", 2024, &[3, 9, 12], FEW);
    facts.remove(1);
    let plan = guarded(&facts, &[sum]);
    assert!(
        !plan
            .withheld
            .contains_key(&cell("inc.known", Some(1), 2024))
    );
}

#[test]
fn an_internal_small_count_is_guarded_too() {
    let (mut facts, sum) = figure("inc.known", 2024, &[3, 9, 12], FEW);
    facts[0].internal = true;
    let plan = guarded(&facts, &[sum]);
    assert_eq!(
        plan.withheld.get(&cell("inc.known", Some(0), 2024)),
        Some(&Why::Internal)
    );
    assert_eq!(plan.withheld.len(), 2);
}

#[test]
fn printing_a_small_count_is_named() {
    let (facts, sum) = figure("inc.known", 2024, &[3, 9, 12], FEW);
    let exposed = audit(&facts, &[sum], &BTreeSet::new());
    assert_eq!(exposed.len(), 1);
    assert_eq!(exposed[0].how, How::Shown);
}

#[test]
fn a_part_below_a_known_small_total_is_bounded() {
    let at = |key: &str| cell(key, None, 2024);
    let facts = [fact(at("told"), 1, FEW), fact(at("known"), 2, Class::Free)];
    let relations = [Relation::AtMost {
        part: at("told"),
        total: at("known"),
    }];
    let plan = guarded(&facts, &relations);
    assert!(!plan.shows(&at("known")));
}
