//! What waits, and what belongs together.

use super::*;
use crate::base::measures::{self, NewMeasure, State};

#[test]
fn the_queue_says_what_is_missing() {
    on_both(|house| {
        let anna = house.people.anna;
        let first = report(house, anna, house.units[1], "A letter went astray.");
        house.at("2026-03-02T09:00:00Z");
        let second = waiting(house, "A list was shown.");
        house.at("2026-03-06T09:30:00Z");
        let page = text(house.open(&doris(house), "/incidents/queue"));
        let at = |what: &str| page.find(what).unwrap_or_else(|| panic!("{what}: {page}"));
        assert!(at("2026-0001") < at("2026-0002"), "the oldest first");
        for what in [
            "assessment",
            "answer to the reporter",
            "reasons for the delay",
            "4\u{a0}d",
        ] {
            at(what);
        }
        // What is closed no longer waits.
        let fields = [
            ("reason", "The letter was empty."),
            ("thanks", "Thank you."),
        ];
        led(house.send(
            &doris(house),
            &format!("/incidents/{first}/false-alarm"),
            &fields,
        ));
        let page = text(house.open(&doris(house), "/incidents/queue"));
        assert!(!page.contains("2026-0001") && page.contains("2026-0002"));
        let case = stored(house, first);
        assert_eq!(case.standing.stage, Stage::Closed);
        assert!(case.standing.answered.is_some());
        assert_eq!(
            case.standing.assessment.unwrap().outcome,
            Outcome::FalseAlarm
        );
        assert!(stored(house, second).standing.closed.is_none());
    });
}

#[test]
fn a_merged_case_ends_and_its_reporter_is_answered() {
    on_both(|house| {
        let (one, two) = (
            waiting(house, "The list was sent to all."),
            report(house, house.people.mona, house.units[0], "I got a list."),
        );
        let number = stored(house, one).number;
        let fields = [
            ("number", number.as_str()),
            ("reason", "Both tell of one message."),
        ];
        let to = led(house.send(&doris(house), &format!("/incidents/{two}/merge"), &fields));
        assert_eq!(to, format!("/incidents/{one}"));
        let page = text(house.open(&doris(house), &to));
        assert!(page.contains("Merged into this case"), "{page}");
        assert_eq!(stored(house, two).standing.merged, Some(one));
        let answer = [("answer", "Thank you both.")];
        led(house.send(
            &doris(house),
            &format!("/incidents/{one}/step/answer"),
            &answer,
        ));
        let mona = house.actor(house.people.mona);
        let page = text(house.open(&mona, &format!("/my-reports/{two}")));
        assert!(page.contains("Thank you both."), "{page}");
        // Opened again it stands on its own.
        let fields = [("reason", "There were two messages.")];
        led(house.send(
            &doris(house),
            &format!("/incidents/{two}/step/reopen"),
            &fields,
        ));
        let case = stored(house, two);
        assert_eq!(
            (case.standing.stage, case.standing.merged),
            (Stage::Reported, None)
        );
        let page = text(house.open(&doris(house), &format!("/incidents/{one}")));
        assert!(!page.contains("Merged into this case"));
    });
}

#[test]
fn what_cannot_be_merged_is_refused_with_the_reason() {
    on_both(|house| {
        let (one, two) = (waiting(house, "One."), waiting(house, "Two."));
        super::super::super::tests::notify(house, one, house.app.now(), "").unwrap();
        let send = |from: CaseId, fields: &[(&str, &str)]| {
            house.send(&doris(house), &format!("/incidents/{from}/merge"), fields)
        };
        let number = |id| stored(house, id).number;
        let because = ("reason", "The same.");
        let into_two = number(two);
        let into = [("number", into_two.as_str()), because];
        assert_eq!(
            refused(send(one, &into)),
            "incidents-refused-merge-notified"
        );
        assert_eq!(refused(send(two, &into)), "incidents-refused-same");
        let page = text(send(two, &[("number", "2026-9999")]));
        assert!(page.contains("Give the number of a case") && page.contains("Write the reason"));
        assert!(page.contains("2026-9999"), "what was typed stays");
        // A board's own officer does not learn of another board's case.
        let iris = house.actor(house.people.iris);
        let answer = house.open(&iris, &format!("/incidents/{two}/merge"));
        assert!(matches!(answer, Err(Problem::Forbidden)));
    });
}

#[test]
fn a_second_event_is_split_off_without_a_second_report() {
    on_both(|house| {
        let id = waiting(house, "Two things happened.");
        let fields = [("story", "The other thing."), ("reason", "Two events.")];
        let to = led(house.send(&doris(house), &format!("/incidents/{id}/split"), &fields));
        let new = super::super::super::tests::id_of(&to);
        let (from, case) = (stored(house, id), stored(house, new));
        assert_eq!((case.reported, case.reporter), (from.reported, None));
        assert_eq!(case.standing.stage, Stage::Reported);
        let page = text(house.open(&doris(house), &to));
        assert!(page.contains("Taken out of"), "{page}");
    });
}

#[test]
fn a_bundle_is_decided_once() {
    on_both(|house| {
        let early = waiting(house, "First envelope.");
        house.at("2026-03-04T08:00:00Z");
        let lead = waiting(house, "Second envelope.");
        let page = text(house.open(&doris(house), &format!("/incidents/{lead}/bundle")));
        assert!(page.contains("2026-0001 · A letter"), "{page}");
        let member = early.to_string();
        let fields = [
            ("members", member.as_str()),
            ("reason", "One template, one cause."),
        ];
        led(house.send(&doris(house), &format!("/incidents/{lead}/bundle"), &fields));
        house.at("2026-03-06T08:00:00Z");
        super::super::super::tests::notify(house, lead, house.app.now(), "").unwrap();
        let (lead, early) = (stored(house, lead), stored(house, early));
        assert!(!lead.standing.notified.unwrap().late);
        assert!(early.standing.notified.unwrap().late, "by its own 72 hours");
        let last = early.steps.last().unwrap();
        let words = "A risk cannot be ruled out.\n\nOne template, one cause.";
        assert_eq!(last.words, words);
        assert_eq!(early.standing.stage, Stage::Notified);
    });
}

#[test]
fn a_recurrence_opens_what_was_thought_to_work() {
    on_both(|house| {
        let old = waiting(house, "The first time.");
        let iris = house.people.iris;
        let new = NewMeasure {
            origin: super::super::super::actions::subject(old),
            controller: house.controllers[0],
            text: "A check before sending.".to_owned(),
            owner: Some(iris),
            due: None,
        };
        let measure = house
            .app
            .write(&doris(house), |tx| measures::add(tx, &new))
            .unwrap();
        house
            .app
            .write(&house.actor(iris), |tx| {
                measures::finish(tx, measure, "Done.")
            })
            .unwrap();
        house
            .app
            .write(&doris(house), |tx| {
                measures::verify(tx, measure, true, "Seen.")
            })
            .unwrap();
        let again = waiting(house, "The second time.");
        let likely = old.to_string();
        let fields = [
            ("tie", "recurrence"),
            ("likely", likely.as_str()),
            ("reason", "Again."),
        ];
        led(house.send(&doris(house), &format!("/incidents/{again}/link"), &fields));
        let row = house
            .app
            .read(|conn| measures::one(conn, measure))
            .unwrap()
            .unwrap();
        assert_eq!(row.state, State::Open);
        let notices = text(house.open(&house.actor(iris), "/notices"));
        assert!(notices.contains("open again"), "{notices}");
        // The same link twice is refused; a mistaken one is ended.
        let twice = house.send(&doris(house), &format!("/incidents/{again}/link"), &fields);
        assert_eq!(refused(twice), "incidents-refused-tied");
        let page = text(house.open(&doris(house), &format!("/incidents/{again}/link")));
        let (_, rest) = page.split_once("/untie/").unwrap();
        let link = rest.split('"').next().unwrap();
        led(house.send(
            &doris(house),
            &format!("/incidents/{again}/untie/{link}"),
            &[],
        ));
        let page = text(house.open(&doris(house), &format!("/incidents/{again}")));
        assert!(!page.contains("It happened again after"));
    });
}
