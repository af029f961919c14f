//! Who may do and see what. Default is deny, and what one may not see does not exist.

use super::*;
use crate::base::testing::on_both;

#[test]
fn every_address_with_every_role() {
    on_both(|house| {
        let people = &house.people;
        let id = report(house, people.anna, house.units[1], "A key is lost.");
        assess(house, id, breach(house.app.now()));
        let case = format!("/incidents/{id}");
        let steps = ["assess", "notify", "not-needed", "people", "answer", "hand"];
        let mut addresses = vec![
            ("/report".to_owned(), "anna mona doris iris sam aud adam"),
            (
                "/my-reports".to_owned(),
                "anna mona doris iris sam aud adam",
            ),
            (format!("/my-reports/{id}"), "anna"),
            (format!("/report/thanks/{id}"), "anna"),
            ("/incidents".to_owned(), "doris iris aud"),
            ("/incidents.csv".to_owned(), "doris iris aud"),
            ("/incidents.xlsx".to_owned(), "doris iris aud"),
            (case.clone(), "doris aud"),
            (format!("{case}/measure"), "doris"),
            ("/my-unit".to_owned(), "mona"),
        ];
        addresses.extend(steps.map(|step| (format!("{case}/step/{step}"), "doris")));
        for (name, person) in [
            ("anna", people.anna),
            ("mona", people.mona),
            ("doris", people.doris),
            ("iris", people.iris),
            ("sam", people.sam),
            ("aud", people.aud),
            ("adam", people.adam),
        ] {
            let actor = house.actor(person);
            for (address, may) in &addresses {
                let answer = house.open(&actor, address);
                let expected = may.split(' ').any(|one| one == name);
                assert_eq!(answer.is_ok(), expected, "{name} at {address}: {answer:?}");
                if !expected {
                    assert!(matches!(
                        answer,
                        Err(Problem::NotFound | Problem::Forbidden)
                    ));
                }
            }
        }
        let nobody = Actor::nobody();
        for (address, _) in &addresses {
            assert!(
                matches!(house.open(&nobody, address), Err(Problem::SignIn)),
                "{address}"
            );
        }
    });
}

#[test]
fn every_verb_is_the_officers_alone() {
    on_both(|house| {
        let id = report(house, house.people.anna, house.units[1], "A key is lost.");
        assess(house, id, breach(house.app.now()));
        let before = stored(house, id);
        let forms: [(&str, &[(&str, &str)]); 7] = [
            ("assess", &[("outcome", "false_alarm"), ("facts", "x")]),
            ("notify", &[("notified_at", "2026-03-02T10:00")]),
            ("not-needed", &[("reason", "x")]),
            ("people", &[("told", "not_needed"), ("reason", "x")]),
            ("answer", &[("answer", "x")]),
            ("hand", &[("reason", "x")]),
            ("close", &[]),
        ];
        let people = &house.people;
        for person in [
            people.anna,
            people.mona,
            people.iris,
            people.sam,
            people.aud,
            people.adam,
        ] {
            let actor = house.actor(person);
            for (step, fields) in forms {
                let answer = house.send(&actor, &format!("/incidents/{id}/step/{step}"), fields);
                assert!(
                    matches!(answer, Err(Problem::Forbidden | Problem::NotFound)),
                    "{step}: {answer:?}"
                );
            }
            let measure = house.send(
                &actor,
                &format!("/incidents/{id}/measure"),
                &[("text", "x")],
            );
            assert!(measure.is_err(), "{measure:?}");
        }
        let more = house.send(
            &house.actor(people.mona),
            &format!("/my-reports/{id}"),
            &[("more", "x")],
        );
        assert!(
            matches!(more, Err(Problem::NotFound)),
            "only the reporter adds"
        );
        let after = stored(house, id);
        assert_eq!(
            (before.steps, before.standing),
            (after.steps, after.standing)
        );
        // An editor of one controller is none of another.
        let doris = house.actor(people.doris);
        let other = doris.editor_of(house.controllers[2]).unwrap();
        let wrong = house
            .app
            .write(&doris, |tx| super::super::close(tx, other, id));
        assert!(matches!(wrong, Err(Problem::NotFound)));
        let nowhere = house.send(&doris, &format!("/incidents/{id}/step/nonsense"), &[]);
        assert!(matches!(nowhere, Err(Problem::NotFound)));
    });
}

#[test]
fn the_security_officer_sees_what_is_handed_over_or_no_breach() {
    on_both(|house| {
        let iris = house.actor(house.people.iris);
        let sees = |id: CaseId| house.open(&iris, &format!("/incidents/{id}")).is_ok();
        let one = report(house, house.people.anna, house.units[1], "A virus.");
        assert!(!sees(one));
        assess(house, one, plain(Outcome::Security));
        assert!(sees(one));
        let two = report(house, house.people.anna, house.units[1], "A break-in.");
        assess(house, two, breach(house.app.now()));
        assert!(!sees(two));
        as_officer(house, two, |tx, editor, _| {
            hand_over(tx, editor, two, "Please look at the server.")
        })
        .unwrap();
        assert!(sees(two));
        let again = as_officer(house, two, |tx, editor, _| {
            hand_over(tx, editor, two, "Again.")
        });
        assert!(matches!(
            again,
            Err(Problem::Refused("incidents-refused-handed", _))
        ));
        let page = text(house.open(&iris, "/incidents"));
        assert_eq!(page.matches("<th scope=\"row\">").count(), 2);
    });
}

#[test]
fn who_reported_is_seen_by_the_data_protection_officer_alone() {
    on_both(|house| {
        let anna = house.people.anna;
        let fields = [
            ("story", "A key is lost."),
            ("noticed", "now"),
            ("about", "lost"),
        ];
        let id = id_of(&led(house.send(&house.actor(anna), "/report", &fields)));
        assess(house, id, plain(Outcome::Observation));
        let page = |person| text(house.open(&house.actor(person), &format!("/incidents/{id}")));
        assert!(page(house.people.doris).contains("Anna"));
        assert!(!page(house.people.aud).contains("Anna"));
        assert!(!page(house.people.iris).contains("Anna"));
        // Neither in the book nor in a step: the case alone knows it.
        let told = house
            .app
            .read(|conn| {
                let mark = format!("person:{anna}");
                let book: i64 = conn.value(
                    "SELECT COUNT(*) FROM audit_entries WHERE actor = $1",
                    kit::params![mark.as_str()],
                )?;
                let steps: i64 = conn.value(
                    "SELECT COUNT(*) FROM incidents_steps WHERE by_mark = $1",
                    kit::params![mark.as_str()],
                )?;
                Ok::<_, Problem>((book, steps))
            })
            .unwrap();
        assert_eq!(told, (0, 0));
    });
}

#[test]
fn a_unit_that_is_not_ones_own_is_refused() {
    on_both(|house| {
        let now = house.app.now();
        let draft = ReportDraft {
            story: "x".to_owned(),
            about: Some(About::Other),
            noticed: When::At(now),
        };
        let checked = draft.check(Faults::new(), now, &house.app.zone).unwrap();
        let anna = house.people.anna;
        let wrong = house.app.write(&Actor::program("report"), |tx| {
            super::super::report(tx, &checked, anna, house.units[3])
        });
        assert!(matches!(wrong, Err(Problem::Faults(_))));
    });
}

#[test]
fn a_manager_sees_no_small_count() {
    on_both(|house| {
        let mona = house.actor(house.people.mona);
        let page = || text(house.open(&mona, "/my-unit"));
        assert!(page().contains("<strong>0</strong>"));
        let mut ids = Vec::new();
        for number in 0..4 {
            ids.push(report(
                house,
                house.people.anna,
                house.units[1],
                &format!("Key {number}"),
            ));
        }
        assert!(page().contains("fewer than 5") && page().contains("left out"));
        ids.push(report(
            house,
            house.people.sam,
            house.units[0],
            "Another key",
        ));
        // Five in all, four in one unit and one in the other: only the total.
        let shown = page();
        assert!(
            shown.contains("<strong>5</strong>") && !shown.contains("By unit, 2026"),
            "{shown}"
        );
        assert!(
            shown.contains("What they were, 2026"),
            "all five are not assessed: one row of five"
        );
        assess(house, ids[0], plain(Outcome::NearMiss));
        assert!(!page().contains("What they were, 2026"));
        assert!(
            page().contains("What they were, 2025"),
            "a year of noughts tells of nobody"
        );
        assert!(!page().contains("Anna"));
    });
}

#[test]
fn a_filter_that_cannot_be_read_is_said() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let unread = |query: &str| {
            let page = text(house.open(&doris, &format!("/incidents?{query}")));
            page.contains("One of the filters could not be read")
        };
        for wrong in ["stage=nope", "year=20x6", "outcome=breach&outcome=alarm"] {
            assert!(unread(wrong), "{wrong}");
        }
        let board = house.controllers[0];
        assert!(!unread(&format!(
            "controller={board}&stage=history&about=&late=1"
        )));
        assert!(!unread("utm_source=newsletter&fbclid=x"), "no name of ours");
    });
}
