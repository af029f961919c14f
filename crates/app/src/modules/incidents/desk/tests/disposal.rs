//! Disposal: nothing goes without a decision, and then it goes everywhere but from the register's facts and the book.

use super::*;
use crate::base::audit;
use crate::modules::incidents::tests::close;

fn old(house: &House) -> CaseId {
    let id = waiting(house, "The SECRET story of a neighbour.");
    judge(house, id, "SECRET reasons of the risk");
    super::super::super::tests::notify(house, id, house.app.now(), "").unwrap();
    close(house, id);
    id
}

fn fields<'a>(controller: &'a str, case: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("controller", controller),
        ("cases", case),
        ("body", "Archive board"),
        ("day", "2033-01-10"),
        ("paragraph", "§ 12"),
        ("sure", "1"),
    ]
}

#[test]
fn content_goes_under_a_decision_and_the_facts_stay() {
    on_both(|house| {
        let id = old(house);
        let (controller, case) = (house.controllers[0].to_string(), id.to_string());
        let dispose = |fields: &[(&str, &str)]| {
            house.send(&doris(house), "/incidents/retention/dispose", fields)
        };
        let fields = fields(&controller, &case);
        house.at("2033-02-01T09:00:00Z");
        assert_eq!(refused(dispose(&fields)), "incidents-refused-no-period");
        let period = [
            ("controller", controller.as_str()),
            ("years", "10"),
            ("source", "Plan 4/2026"),
        ];
        led(house.send(&doris(house), "/incidents/retention/period", &period));
        assert_eq!(refused(dispose(&fields)), "incidents-refused-not-ripe");
        let period = [
            ("controller", controller.as_str()),
            ("years", "5"),
            ("source", "Plan 9/2031"),
        ];
        house.at("2033-02-01T09:00:01Z");
        led(house.send(&doris(house), "/incidents/retention/period", &period));
        let address = format!("/incidents/retention?controller={controller}");
        let page = text(house.open(&doris(house), &address));
        assert!(
            page.contains("Plan 9/2031") && page.contains("2026-0001"),
            "{page}"
        );
        let missing = text(dispose(&[("controller", controller.as_str())]));
        assert!(
            missing.contains("Tick that the decision is taken"),
            "{missing}"
        );
        led(dispose(&fields));
        assert_eq!(
            refused(dispose(&fields)),
            "incidents-refused-not-ripe",
            "once is once"
        );

        let row = stored(house, id);
        assert!(row.story.is_empty() && row.reporter.is_none() && row.standing.disposed);
        assert!(
            row.steps
                .iter()
                .all(|step| step.words.is_empty() || step.words == "–")
        );
        assert_eq!(row.standing.stage, Stage::Closed);
        assert_eq!(
            row.standing.breach(),
            Some(true),
            "the register's facts stay"
        );
        let page = text(house.open(&doris(house), &format!("/incidents/{id}")));
        assert!(
            !page.contains("SECRET") && !page.contains("neighbour"),
            "{page}"
        );
        let search = text(house.open(&doris(house), "/incidents?text=secret"));
        assert!(search.contains("No cases here"), "{search}");
        let page = text(house.open(&doris(house), &address));
        assert!(
            page.contains("Archive board") && page.contains("§ 12"),
            "{page}"
        );

        let verdict = audit::verify(&house.app).unwrap();
        assert!(verdict.is_good(), "{:?}", verdict.faults);
        assert_eq!(verdict.erased.get(&2), Some(&1), "erased by rule 2");
    });
}

#[test]
fn a_restored_case_is_erased_again() {
    on_both(|house| {
        let id = old(house);
        let erasure = crate::base::erasures::Erasure {
            at: house.app.now(),
            kind: CASE.kind.to_owned(),
            id: id.to_string(),
            rule: 2,
        };
        crate::base::erasures::append(&house.app, &erasure).unwrap();
        assert_eq!(erase_again(&house.app).unwrap(), 1);
        assert!(stored(house, id).story.is_empty());
        assert_eq!(erase_again(&house.app).unwrap(), 0);
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn only_the_officer_disposes() {
    let house = House::sqlite();
    for person in [
        house.people.iris,
        house.people.aud,
        house.people.adam,
        house.people.anna,
    ] {
        let answer = house.open(&house.actor(person), "/incidents/retention");
        assert!(matches!(answer, Err(Problem::Forbidden)));
    }
}
