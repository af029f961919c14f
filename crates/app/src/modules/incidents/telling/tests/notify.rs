//! The authority is told, in phases.

use super::super::super::model::Stage;
use super::super::model::Phase;
use super::super::store;
use super::*;
use crate::base::Problem;
use crate::base::testing::on_both;
use crate::base::visit::Reply;

#[test]
fn a_preliminary_notification_within_the_hour() {
    on_both(|house| {
        let id = case(house);
        let doris = house.actor(house.people.doris);
        let home = format!("/incidents/{id}/notification");
        let page = text(house.open(&doris, &home));
        assert!(
            page.contains("Nothing has been sent yet") && page.contains("Number of records"),
            "{page}"
        );
        let page = text(house.open(&doris, &format!("{home}/part/nature")));
        assert!(
            page.contains("A letter went to a neighbour."),
            "the facts of the assessment: {page}"
        );
        let fields = [
            ("what_happened", "A letter went to a <neighbour>."),
            ("kinds", "c"),
            ("natures", "r"),
            ("go", "next"),
        ];
        let next = led(house.send(&doris, &format!("{home}/part/nature"), &fields));
        assert_eq!(next, format!("{home}/part/people"));
        let page = text(house.open(&doris, &format!("{home}/sent/draft/copy")));
        assert!(
            page.contains("&#60;neighbour&#62;") && page.contains("Mitä tapahtui ja miten"),
            "{page}"
        );
        assert!(
            page.contains("Toimitetaan myöhemmin"),
            "what is open says so in the form's language"
        );

        house.at("2026-03-02T09:00:00Z");
        let page = text(house.open(&doris, &format!("{home}/send")));
        assert!(
            page.contains("The authority&#39;s secure form") && !page.contains("Suojattu lomake"),
            "in the reader's language: {page}"
        );
        let sent = [
            ("phase", "preliminary"),
            ("sent", "2026-03-02T11:00"),
            ("way", "service"),
            ("receipt", "TSV/77/2026"),
            ("rest_by", "2026-03-20"),
        ];
        assert_eq!(led(send(house, id, &sent)), home);
        let page = text(house.open(&doris, &home));
        assert!(
            page.contains("TSV/77/2026") && page.contains("20 March 2026"),
            "{page}"
        );
        let standing = stored(house, id).standing;
        assert_eq!(standing.stage, Stage::Notified);
        let notified = standing.notified.unwrap();
        assert_eq!(
            (notified.late, notified.reference.as_str()),
            (false, "TSV/77/2026")
        );
        assert!(
            text(house.open(&doris, "/tasks")).contains("Send the authority what was still open")
        );
    });
}

#[test]
fn in_phases_to_the_end_and_back() {
    on_both(|house| {
        let id = case(house);
        let complete = [
            ("phase", "complete"),
            ("sent", "2026-03-02T10:00"),
            ("way", "service"),
        ];
        let Ok(Reply::Page(page)) = send(house, id, &complete) else {
            panic!("not everything is there")
        };
        assert_eq!(page.status, 422);
        assert!(
            page.body.contains("Something is missing")
                && page.body.contains("part/records#record_kinds"),
            "{}",
            page.body
        );
        let early = [
            ("phase", "withdrawal"),
            ("sent", "2026-03-02T10:00"),
            ("way", "service"),
        ];
        assert!(
            matches!(send(house, id, &early), Ok(Reply::Page(_))),
            "nothing to withdraw yet"
        );
        let first = [
            ("phase", "preliminary"),
            ("sent", "2026-03-02T10:00"),
            ("way", "service"),
        ];
        led(send(house, id, &first));
        fill_in(house, id);
        house.at("2026-03-10T08:00:00Z");
        let complete = [
            ("phase", "complete"),
            ("sent", "2026-03-10T10:00"),
            ("way", "service"),
        ];
        led(send(house, id, &complete));
        let doris = house.actor(house.people.doris);
        assert!(!text(house.open(&doris, "/tasks")).contains("what was still open"));
        let phases = house.app.read(|conn| store::phases(conn, id)).unwrap();
        assert_eq!(
            phases.iter().map(|row| row.phase).collect::<Vec<_>>(),
            [Phase::Preliminary, Phase::Complete]
        );
        assert!(!phases[0].open.is_empty() && phases[1].open.is_empty());
        assert_eq!(
            phases[0].notification.text(Field::DataWhere),
            "",
            "what was sent stays as it was sent"
        );
        assert_eq!(
            stored(house, id).standing.notified.unwrap().at,
            moment("2026-03-02T08:00:00Z"),
            "the first counts"
        );
        // After a complete one no answer may be left open again.
        let Ok(Reply::Page(page)) = house.send(
            &doris,
            &format!("/incidents/{id}/notification/part/consequences"),
            &[("risk", "more")],
        ) else {
            panic!("an open answer was taken")
        };
        assert_eq!(page.status, 422);
        let why = [
            ("controller_name", "Board"),
            ("dpo_contact", "Doris"),
            ("withdraw_reasons", "The letter never left the house."),
        ];
        led(house.send(
            &doris,
            &format!("/incidents/{id}/notification/part/controller"),
            &why,
        ));
        led(send(
            house,
            id,
            &[
                ("phase", "withdrawal"),
                ("sent", "2026-03-10T10:00"),
                ("way", "post"),
            ],
        ));
        let again = send(house, id, &complete);
        assert!(
            again.is_err() || matches!(again, Ok(Reply::Page(_))),
            "nothing follows a withdrawal"
        );
        assert!(matches!(
            house.open(&doris, &format!("/incidents/{id}/notification/send")),
            Err(Problem::Refused("incidents-telling-refused-withdrawn", _))
        ));
    });
}

#[test]
fn late_needs_reasons_and_a_second_click_is_one_phase() {
    on_both(|house| {
        let id = case(house);
        house.at("2026-03-06T08:00:00Z");
        let doris = house.actor(house.people.doris);
        let page = text(house.open(&doris, &format!("/incidents/{id}/notification/send")));
        assert!(page.contains("name=\"delay_reasons\""), "{page}");
        let late = [
            ("phase", "preliminary"),
            ("sent", "2026-03-06T10:00"),
            ("way", "service"),
        ];
        let Ok(Reply::Page(page)) = send(house, id, &late) else {
            panic!("late without reasons")
        };
        assert!(page.status == 422 && page.body.contains("came late"));
        let token = crate::base::once::token();
        let mut fields = late.to_vec();
        fields.extend([
            ("delay_reasons", "The system was down."),
            ("once", token.as_str()),
        ]);
        led(send(house, id, &fields));
        led(send(house, id, &fields));
        let phases = house.app.read(|conn| store::phases(conn, id)).unwrap();
        assert_eq!(phases.len(), 1);
        assert_eq!(
            phases[0].notification.text(Field::DelayReasons),
            "The system was down."
        );
        let row = stored(house, id);
        assert!(row.standing.notified.as_ref().unwrap().late);
        assert_eq!(
            row.steps.last().unwrap().words,
            "A risk cannot be ruled out.\n\nThe system was down."
        );
        assert!(text(house.open(&doris, &format!("/incidents/{id}"))).contains("notified late"));
    });
}

#[test]
fn bad_input_comes_back_filled() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        let times = format!("/incidents/{id}/notification/part/times");
        for (fields, said) in [
            (vec![("aware", "2031-01-01T10:00")], "still to come"),
            (
                vec![
                    ("occurred_from_2", "2026-03-02"),
                    ("aware", "2026-03-01T10:00"),
                ],
                "before it occurred",
            ),
            (
                vec![
                    ("occurred_from_2", "2026-03-02"),
                    ("occurred_until_2", "2026-03-01"),
                ],
                "ended before it began",
            ),
            (
                vec![
                    ("occurred", "sometimes"),
                    ("times_comments", "kept as typed"),
                ],
                "kept as typed",
            ),
        ] {
            let Ok(Reply::Page(page)) = house.send(&doris, &times, &fields) else {
                panic!("accepted: {fields:?}")
            };
            assert_eq!(page.status, 422);
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        let long = "a".repeat(30_000);
        let nature = format!("/incidents/{id}/notification/part/nature");
        assert!(matches!(
            house.send(&doris, &nature, &[("what_happened", long.as_str())]),
            Ok(Reply::Page(_))
        ));
        assert!(matches!(
            house.open(&doris, &format!("/incidents/{id}/notification/part/x")),
            Err(Problem::NotFound)
        ));
        assert!(matches!(
            house.open(
                &doris,
                &format!("/incidents/{id}/notification/sent/{id}/copy")
            ),
            Err(Problem::NotFound)
        ));
    });
}

#[test]
fn who_may_read_and_who_may_write() {
    on_both(|house| {
        let id = case(house);
        let home = format!("/incidents/{id}/notification");
        let read = [
            home.clone(),
            format!("{home}/sent/draft/copy"),
            format!("{home}/sent/draft/json"),
            format!("{home}/sent/draft/pdf"),
        ];
        let write = [format!("{home}/part/times"), format!("{home}/send")];
        let people = &house.people;
        for (person, reads, writes) in [
            (people.doris, true, true),
            (people.aud, true, false),
            (people.iris, false, false),
            (people.anna, false, false),
            (people.sam, false, false),
            (people.adam, false, false),
        ] {
            let actor = house.actor(person);
            for address in &read {
                assert_eq!(house.open(&actor, address).is_ok(), reads, "{address}");
            }
            for address in &write {
                assert_eq!(house.open(&actor, address).is_ok(), writes, "{address}");
                assert_eq!(
                    matches!(
                        house.send(&actor, address, &[]),
                        Err(Problem::Forbidden | Problem::NotFound)
                    ),
                    !writes
                );
            }
        }
        let reason = [("reason", "A technical question.")];
        led(house.send(
            &house.actor(people.doris),
            &format!("/incidents/{id}/step/hand"),
            &reason,
        ));
        let iris = house.actor(people.iris);
        assert!(
            house.open(&iris, &home).is_ok(),
            "handed to the information security officer"
        );
        assert!(house.open(&iris, &write[0]).is_err());
        let page = text(house.open(&iris, &home));
        assert!(
            !page.contains("/part/times") && !page.contains("/notification/send\""),
            "{page}"
        );
    });
}

#[test]
fn the_file_says_what_was_open_and_what_was_sent() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        led(send(
            house,
            id,
            &[
                ("phase", "preliminary"),
                ("sent", "2026-03-02T10:00"),
                ("way", "secure_mail"),
            ],
        ));
        let phase = house.app.read(|conn| store::phases(conn, id)).unwrap()[0].id;
        let json = |edition: &str| {
            let Ok(Reply::File(file)) = house.open(
                &doris,
                &format!("/incidents/{id}/notification/sent/{edition}/json"),
            ) else {
                panic!("no file")
            };
            serde_json::from_slice::<serde_json::Value>(&file.bytes).unwrap()
        };
        let sent = json(&phase.to_string());
        assert_eq!(
            (sent["schema"].as_str(), sent["phase"].as_str()),
            (Some("tillit-notification-1"), Some("preliminary"))
        );
        assert_eq!(
            (sent["way"].as_str(), sent["country"].as_str()),
            (Some("secure_mail"), Some("fi"))
        );
        assert!(
            sent["open"]
                .as_array()
                .unwrap()
                .iter()
                .any(|code| code == "record_kinds")
        );
        assert_eq!(sent["parts"]["times"]["aware"], "2026-03-02T08:00:00Z");
        assert_eq!(json("draft")["phase"], serde_json::Value::Null);
        let Ok(Reply::File(file)) = house.open(
            &doris,
            &format!("/incidents/{id}/notification/sent/{phase}/pdf?country=dk"),
        ) else {
            panic!("no file")
        };
        assert_eq!(file.name, "2026-0001.dk.pdf");
        for country in ["se", "dk", "no", "fi-sv"] {
            let page = text(house.open(
                &doris,
                &format!("/incidents/{id}/notification/sent/{phase}/copy?country={country}"),
            ));
            assert!(
                page.contains("Preliminary notification") && !page.contains('⟦'),
                "{page}"
            );
            let translated = page.contains("wording of the form in this language is not known");
            assert_eq!(translated, country == "fi-sv");
        }
    });
}
