//! Whole stories through the room's pages.

use super::forms::STORY;
use super::*;
use crate::base::testing::on_both;
use crate::base::visit::Upload;

fn upload(name: &str, bytes: &[u8]) -> Vec<Upload> {
    vec![Upload {
        field: "file".to_owned(),
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }]
}

#[test]
fn from_report_to_closed_breach() {
    on_both(|house| {
        let (anna, doris) = (
            house.actor(house.people.anna),
            house.actor(house.people.doris),
        );
        assert!(text(house.open(&anna, "/report")).contains("Something went wrong"));
        let files = upload("photo.png", b"\x89PNG\r\n\x1a\nrest");
        let thanks = led(house.send_with(&anna, "/report", &STORY, files));
        let page = text(house.open(&anna, &thanks));
        assert!(
            page.contains("2026-0001") && page.contains("Recall the message"),
            "{page}"
        );
        let id = id_of(&thanks);

        let more = [("more", "The parent rang and has deleted it.")];
        led(house.send(&anna, &format!("/my-reports/{id}"), &more));

        let list = text(house.open(&doris, "/incidents"));
        assert!(
            list.contains("2026-0001") && list.contains("Not assessed"),
            "{list}"
        );
        let page = text(house.open(&doris, &format!("/incidents/{id}")));
        assert!(
            page.contains("Anna Testby") && page.contains("photo.png"),
            "{page}"
        );
        assert!(page.contains("has deleted it"));

        house.at("2026-03-02T10:00:00Z");
        let to = led(house.send(
            &doris,
            &format!("/incidents/{id}/step/assess"),
            &[
                ("outcome", "breach"),
                ("kinds", "c"),
                ("natures", "r"),
                ("cause", "human"),
                ("origin", "internal"),
                ("discoverer", "staff"),
                ("people", "1"),
                ("facts", "A letter about one pupil went to another family."),
                ("occurred_day", "2026-03-01"),
                ("noticed_at", "2026-03-02T10:00"),
                ("aware", "2026-03-02T11:00"),
            ],
        ));
        let page = text(house.open(&doris, &to));
        assert!(page.contains("notify by 5 March 2026"), "{page}");
        assert!(
            page.contains("1\u{a0}h"),
            "the gap from report to awareness: {page}"
        );

        let close = house.send(&doris, &format!("/incidents/{id}/step/close"), &[]);
        assert!(matches!(
            close,
            Err(Problem::Refused("incidents-refused-undecided", _))
        ));
        led(house.send(
            &doris,
            &format!("/incidents/{id}/step/notify"),
            &[
                ("notified_at", "2026-03-02T12:00"),
                ("reason", "A risk cannot be ruled out."),
            ],
        ));
        let close = house.send(&doris, &format!("/incidents/{id}/step/close"), &[]);
        assert!(matches!(
            close,
            Err(Problem::Refused("incidents-refused-people", _))
        ));
        let told = [
            ("told", "told"),
            ("told_at", "2026-03-02T12:00"),
            ("reason", "A high risk is likely."),
        ];
        led(house.send(&doris, &format!("/incidents/{id}/step/people"), &told));
        let close = house.send(&doris, &format!("/incidents/{id}/step/close"), &[]);
        assert!(matches!(
            close,
            Err(Problem::Refused("incidents-refused-unanswered", _))
        ));
        let answer = [("answer", "Thank you, the template is mended.")];
        led(house.send(&doris, &format!("/incidents/{id}/step/answer"), &answer));
        led(house.send(&doris, &format!("/incidents/{id}/step/close"), &[]));

        let page = text(house.open(&anna, &format!("/my-reports/{id}")));
        assert!(
            page.contains("the template is mended") && page.contains("Handled"),
            "{page}"
        );
        assert!(
            !page.contains("name=\"more\""),
            "nothing is added to a closed case"
        );
        assert!(
            !page.contains("What to do now"),
            "nothing is to be done until an answer that came: {page}"
        );
        let page = text(house.open(&doris, &format!("/incidents/{id}")));
        assert!(page.contains("notified in time"), "{page}");
        assert_eq!(stored(house, id).standing.stage, Stage::Closed);
    });
}

#[test]
fn the_register_is_narrowed_and_paged() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let school = house.units[1];
        let mut ids = Vec::new();
        for number in 0..25 {
            let story = format!("Åse lost a key, number x{number}");
            ids.push(super::report(house, house.people.anna, school, &story));
        }
        assess(house, ids[0], breach(house.app.now()));
        assess(house, ids[1], plain(Outcome::NearMiss));
        let shown = |query: &str| {
            let page = text(house.open(&doris, &format!("/incidents?{query}")));
            page.matches("<th scope=\"row\">").count()
        };
        assert_eq!((shown(""), shown("page=2"), shown("page=9")), (20, 5, 5));
        assert_eq!(
            (
                shown("text=x7"),
                shown("text=åse+KEY&page=2"),
                shown("text=nothing")
            ),
            (1, 5, 0)
        );
        assert_eq!(
            shown("text=neighbour"),
            1,
            "the officer's words are searched too"
        );
        assert_eq!(
            (shown("outcome=breach"), shown("stage=reported&page=2")),
            (1, 3)
        );
        assert_eq!((shown("year=2026&page=2"), shown("year=2025")), (5, 0));
        let (board, other) = (house.controllers[0], house.controllers[1]);
        assert_eq!(shown(&format!("controller={board}&page=2")), 5);
        assert_eq!(shown(&format!("controller={other}")), 0);
        assert_eq!(shown("late=1"), 0);
        house.at("2026-03-06T08:00:01Z");
        assert_eq!(shown("late=1"), 1);

        let before = house.app.db.statements();
        house
            .open(&doris, "/incidents?text=key&stage=reported")
            .unwrap();
        let used = house.app.db.statements() - before;
        assert!(used <= 4, "{used} statements for a page of the register");
    });
}

#[test]
fn what_waits_and_what_is_linked() {
    on_both(|house| {
        let (anna, doris) = (
            house.actor(house.people.anna),
            house.actor(house.people.doris),
        );
        let id = super::report(house, house.people.anna, house.units[1], "A key is lost.");
        let w = house.app.tongue(kit::words::Lang::En);
        let due = |actor: &Actor| {
            house
                .app
                .read(|conn| (ROOM.due)(&house.app, conn, actor, &w))
                .unwrap()
        };
        assert_eq!(due(&doris).len(), 1);
        assert!(!due(&doris)[0].late);
        house.at("2026-03-04T08:00:00Z");
        assert!(due(&doris)[0].late, "nobody has looked at it for two days");
        assert!(due(&anna).is_empty());
        assess(house, id, plain(Outcome::FalseAlarm));
        assert!(due(&doris).is_empty());
        close(house, id);
        assert_eq!(due(&anna).len(), 1);
        let title = |actor: &Actor| {
            let id = id.to_string();
            house
                .app
                .read(|conn| (ROOM.title)(conn, actor, &w, "incident", &id))
                .unwrap()
        };
        assert_eq!(title(&doris).unwrap().href, format!("/incidents/{id}"));
        assert_eq!(title(&anna).unwrap().href, format!("/my-reports/{id}"));
        assert_eq!(title(&house.actor(house.people.sam)), None);
    });
}

#[test]
fn the_reporter_can_be_forgotten() {
    on_both(|house| {
        let anna = house.people.anna;
        let id = super::report(house, anna, house.units[1], "A key is lost.");
        house
            .app
            .write(&Actor::console(), |tx| (ROOM.forget)(tx, anna))
            .unwrap();
        assert_eq!(stored(house, id).reporter, None);
        assess(house, id, plain(Outcome::Observation));
        as_officer(house, id, |tx, editor, _| {
            super::super::close(tx, editor, id)
        })
        .unwrap();
    });
}

#[test]
fn measures_follow() {
    on_both(|house| {
        let (doris, aud) = (
            house.actor(house.people.doris),
            house.actor(house.people.aud),
        );
        let id = super::report(house, house.people.anna, house.units[1], "A key is lost.");
        let address = format!("/incidents/{id}/measure");
        led(house.send(
            &doris,
            &address,
            &[("text", "Keys on a chain"), ("due", "2026-06-01")],
        ));
        let page = text(house.open(&aud, &format!("/incidents/{id}")));
        assert!(
            page.contains("Keys on a chain") && !page.contains("Add a measure"),
            "{page}"
        );
        let empty = house.send(&doris, &address, &[("text", " ")]);
        assert!(matches!(empty, Ok(Reply::Page(page)) if page.status == 422));
    });
}

#[test]
fn history_goes_the_same_way() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let at = moment("2021-05-06T07:00:00Z");
        let zone = &house.app.zone;
        let draft = ReportDraft {
            story: "An old letter".to_owned(),
            about: Some(About::Lost),
            noticed: When::At(at),
        };
        let report = draft.check(Faults::new(), at, zone).unwrap();
        let aware = at.plus_hours(2);
        let (judged, facts) = breach(aware)
            .check(Faults::new(), (at, aware), zone)
            .unwrap();
        let mut case = Historic {
            report,
            unit: house.units[1],
            reporter: None,
            steps: vec![(aware, Step::Assess(Box::new(judged)), facts)],
        };
        let editor = doris.editor_of(house.controllers[0]).unwrap();
        let told = house
            .app
            .write(&doris, |tx| record(tx, editor, &case))
            .unwrap();
        let row = stored(house, told);
        assert_eq!((row.number.as_str(), row.known()), ("2021-0001", aware));
        case.steps
            .push((at, Step::NotNeeded, "Harmless".to_owned()));
        let wrong = house.app.write(&doris, |tx| record(tx, editor, &case));
        assert!(matches!(
            wrong,
            Err(Problem::Refused("incidents-refused-order", _))
        ));
        case.steps[1] = (aware, Step::Close, String::new());
        let wrong = house.app.write(&doris, |tx| record(tx, editor, &case));
        assert!(matches!(
            wrong,
            Err(Problem::Refused("incidents-refused-undecided", _))
        ));
        let other = doris.editor_of(house.controllers[1]).unwrap();
        let wrong = house.app.write(&doris, |tx| record(tx, other, &case));
        assert!(matches!(wrong, Err(Problem::NotFound)));
        let rows = house.app.read(|conn| {
            Ok::<_, Problem>(conn.value::<i64>("SELECT COUNT(*) FROM incidents_cases", &[])?)
        });
        assert_eq!(rows.unwrap(), 1, "what is refused leaves nothing");
    });
}
