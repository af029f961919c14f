use kit::clock::{Day, Moment};
use kit::words::Lang;

use super::super::figure::{Period, Traced};
use super::super::once;
use super::super::subject::Subject;
use super::super::testing::{House, on_both};
use super::super::visit::{Answer, Reply};
use super::super::{Actor, Problem, audit, tasks};
use super::model::{Move, State, StepRow, standing};
use super::{MeasureId, MeasureRow, NewMeasure, actions, store};

fn new(house: &House, text: &str, due: Option<&str>) -> NewMeasure {
    NewMeasure {
        origin: Subject::named("incident", "1"),
        controller: house.controllers[0],
        text: text.to_owned(),
        owner: None,
        due: due.and_then(Day::parse),
    }
}

fn add(house: &House, new: &NewMeasure) -> MeasureId {
    let doris = house.actor(house.people.doris);
    house.app.write(&doris, |tx| actions::add(tx, new)).unwrap()
}

fn now(house: &House, id: MeasureId) -> MeasureRow {
    let row = house.app.read(|conn| store::one(conn, id)).unwrap();
    row.unwrap()
}

fn text(answer: Answer) -> (u16, String) {
    match answer.unwrap() {
        Reply::Page(page) => (page.status, page.body),
        other => panic!("no page: {other:?}"),
    }
}

fn step(kind: Move, at: i64) -> StepRow {
    StepRow {
        kind,
        at: Moment(at),
        by: "person:a".to_owned(),
        note: String::new(),
        owner: None,
        due: None,
    }
}

#[test]
fn what_held_at_a_moment_is_read_from_the_steps() {
    let steps = [
        step(Move::Entered, 10),
        step(Move::Finished, 20),
        step(Move::Failed, 30),
        step(Move::Finished, 40),
        step(Move::Worked, 50),
    ];
    let state = |until| standing(&steps, Moment(until)).map(|now| now.state);
    assert_eq!(state(10), None);
    assert_eq!(state(11), Some(State::Open));
    assert_eq!(state(21), Some(State::Finished));
    assert_eq!(state(31), Some(State::Open));
    assert_eq!(state(99), Some(State::Verified));
    assert_eq!(
        standing(&steps, Moment(99)).unwrap().worked_at,
        Some(Moment(50))
    );
}

#[test]
fn no_step_is_possible_in_every_state() {
    for kind in Move::ALL {
        assert_eq!(Move::parse(kind.code()), Some(kind));
        assert!(State::ALL.iter().any(|state| kind.after(*state).is_none()));
    }
}

#[test]
fn a_measure_is_taken_done_and_verified_by_somebody_else() {
    on_both(|house| {
        let id = add(house, &new(house, "Two pairs of eyes", Some("2026-04-01")));
        let path = |verb: &str| format!("/measures/{id}/{verb}");
        let sam = house.actor(house.people.sam);
        house.send(&sam, &path("take"), &[]).unwrap();
        assert_eq!(now(house, id).owner, sam.person());

        let (status, body) = text(house.send(&sam, &path("finish"), &[("done", " ")]));
        assert_eq!(status, 422);
        assert!(body.contains("Fill in this field."));
        house
            .send(&sam, &path("finish"), &[("done", "Rule is in force")])
            .unwrap();
        assert_eq!(now(house, id).state, State::Finished);

        let effect = [("worked", "yes"), ("effect", "No case in two months")];
        let again = house.send(&sam, &path("verify"), &effect);
        assert!(matches!(
            again,
            Err(Problem::Refused("measures-same-person", _))
        ));
        let doris = house.actor(house.people.doris);
        house.send(&doris, &path("verify"), &effect).unwrap();
        assert_eq!(now(house, id).state, State::Verified);
        let (_, body) = text(house.open(&doris, &format!("/measures/{id}")));
        assert!(body.contains("Sam Testby") && body.contains("No case in two months"));
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn what_did_not_work_is_open_again() {
    on_both(|house| {
        let mut wanted = new(house, "Remind everybody", None);
        wanted.owner = Some(house.people.anna);
        let id = add(house, &wanted);
        let anna = house.actor(house.people.anna);
        let doris = house.actor(house.people.doris);
        let path = |verb: &str| format!("/measures/{id}/{verb}");
        house
            .send(&anna, &path("finish"), &[("done", "Mail sent")])
            .unwrap();
        let effect = [("worked", "no"), ("effect", "It happened again")];
        house.send(&doris, &path("verify"), &effect).unwrap();
        assert_eq!(now(house, id).state, State::Open);
        let (_, body) = text(house.open(&anna, "/notices"));
        assert!(body.contains("A measure of yours did not work"));
    });
}

#[test]
fn a_form_that_is_sent_twice_counts_once() {
    on_both(|house| {
        let id = add(house, &new(house, "Lock the cabinet", None));
        let doris = house.actor(house.people.doris);
        let token = once::token();
        let fields = [("once", token.as_str()), ("done", "Locked")];
        for _ in 0..2 {
            let path = format!("/measures/{id}/finish");
            let answer = house.send(&doris, &path, &fields).unwrap();
            assert!(matches!(answer, Reply::Redirect(to) if to == format!("/measures/{id}")));
        }
        let steps = house.app.read(|conn| store::steps(conn, id)).unwrap();
        assert_eq!(steps.len(), 2);
    });
}

#[test]
fn a_new_date_is_today_or_later_and_has_a_reason() {
    on_both(|house| {
        let id = add(house, &new(house, "Order shredders", Some("2026-03-10")));
        let doris = house.actor(house.people.doris);
        let path = format!("/measures/{id}/postpone");
        let past = [("due", "2026-03-01"), ("why-date", "Delivery is late")];
        assert_eq!(text(house.send(&doris, &path, &past)).0, 422);
        let ahead = [("due", "2026-05-01"), ("why-date", "Delivery is late")];
        house.send(&doris, &path, &ahead).unwrap();
        assert_eq!(now(house, id).due, Day::parse("2026-05-01"));
    });
}

#[test]
fn each_sees_and_does_what_their_duties_say() {
    on_both(|house| {
        let mut wanted = new(house, "Only for some", None);
        let edu = add(house, &wanted);
        wanted.controller = house.controllers[1];
        let soc = add(house, &wanted);
        let people = &house.people;
        let sees = |person, id: MeasureId| {
            house
                .open(&house.actor(person), &format!("/measures/{id}"))
                .is_ok()
        };
        for (person, one, other) in [
            (people.doris, true, true),
            (people.iris, true, true),
            (people.aud, true, true),
            (people.sam, true, false),
            (people.adam, false, false),
            (people.mona, false, false),
            (people.anna, false, false),
        ] {
            assert_eq!((sees(person, edu), sees(person, soc)), (one, other));
        }
        let aud = house.actor(people.aud);
        let drop = |actor: &Actor| {
            let fields = [("why-drop", "Not needed")];
            house.send(actor, &format!("/measures/{edu}/drop"), &fields)
        };
        assert!(matches!(drop(&aud), Err(Problem::Forbidden)));
        let anna = house.actor(people.anna);
        assert!(matches!(drop(&anna), Err(Problem::NotFound)));
        assert!(matches!(
            drop(&house.actor(people.sam)),
            Err(Problem::Forbidden)
        ));
        drop(&house.actor(people.doris)).unwrap();
        assert!(matches!(
            drop(&house.actor(people.doris)),
            Err(Problem::Refused("measures-wrong-state", _))
        ));
    });
}

#[test]
fn tasks_follow_the_measure() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let open = |actor: &Actor| {
            let tongue = house.app.tongue(Lang::En);
            let due = house
                .app
                .read(|conn| (tasks::PART.due)(&house.app, conn, actor, &tongue));
            let titles = due.unwrap().into_iter().map(|due| due.link.title);
            titles.collect::<Vec<_>>()
        };
        let id = add(house, &new(house, "Write the guide", None));
        assert_eq!(open(&doris), ["A measure needs an owner"]);
        let sam = house.actor(house.people.sam);
        house
            .send(&sam, &format!("/measures/{id}/take"), &[])
            .unwrap();
        assert!(open(&doris).is_empty());
        assert_eq!(open(&sam), ["Carry out a measure"]);
        house
            .send(
                &sam,
                &format!("/measures/{id}/finish"),
                &[("done", "Written")],
            )
            .unwrap();
        assert!(open(&sam).is_empty());
        assert_eq!(open(&doris), ["Look whether a measure worked"]);
    });
}

#[test]
fn the_register_filters_and_leaves_as_files() {
    on_both(|house| {
        let late = add(house, &new(house, "=HYPERLINK(\"x\")", Some("2026-02-01")));
        add(house, &new(house, "In time 100 %", Some("2026-12-01")));
        let doris = house.actor(house.people.doris);
        let (_, body) = text(house.open(&doris, "/measures?late=yes"));
        assert!(body.contains(&late.to_string()) && body.contains("1 measure"));
        let (_, body) = text(house.open(&doris, "/measures?text=100+%25"));
        assert!(body.contains("In time") && body.contains("1 measure"));
        let (_, body) = text(house.open(&doris, "/measures?state=verified"));
        assert!(body.contains("No measures fit."));
        let anna = house.actor(house.people.anna);
        assert!(
            text(house.open(&anna, "/measures"))
                .1
                .contains("No measures fit.")
        );

        let Reply::File(file) = house.open(&doris, "/measures.csv").unwrap() else {
            panic!("no file");
        };
        let csv = String::from_utf8(file.bytes).unwrap();
        assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\";Board of education;An incident"));
        assert!(!file.inline);
        let Reply::File(file) = house.open(&doris, "/measures.xlsx").unwrap() else {
            panic!("no file");
        };
        assert!(file.bytes.starts_with(b"PK"));
    });
}

fn period(house: &House, year: i32) -> Period {
    Period::of(year, &house.app.zone, house.controllers.to_vec()).unwrap()
}

fn figure(house: &House, year: i32, key: &str) -> Option<f64> {
    let all = house
        .app
        .read(|conn| (super::PART.figures)(conn, &period(house, year)))
        .unwrap();
    let find = |of| {
        all.iter()
            .find(|one| one.key == key && one.controller == of)
            .unwrap()
            .value
    };
    let parts: Option<f64> = house.controllers.iter().map(|id| find(Some(*id))).sum();
    assert_eq!(parts, find(None), "the boards make the whole");
    find(None)
}

#[test]
fn figures_are_read_as_of_the_end_of_the_year() {
    on_both(|house| {
        house.at("2024-05-01T08:00:00Z");
        let id = add(house, &new(house, "First", Some("2024-12-31")));
        let mut other = new(house, "From a review", Some("2024-12-30"));
        other.origin = Subject::named("review", "1");
        other.controller = house.controllers[1];
        add(house, &other);
        house.at("2025-02-01T08:00:00Z");
        let iris = house.actor(house.people.iris);
        let doris = house.actor(house.people.doris);
        house
            .app
            .write(&iris, |tx| actions::finish(tx, id, "done"))
            .unwrap();
        house
            .app
            .write(&doris, |tx| actions::verify(tx, id, true, "seen"))
            .unwrap();
        house.at("2026-03-02T08:00:00Z");

        assert_eq!(figure(house, 2023, "meas.open"), None, "no register yet");
        assert_eq!(figure(house, 2024, "meas.open"), Some(2.0));
        // On its date a measure is still in time; the other one is late.
        assert_eq!(figure(house, 2024, "meas.overdue"), Some(1.0));
        assert_eq!(figure(house, 2024, "inc.measures"), Some(1.0));
        assert_eq!(figure(house, 2024, "inc.measures.verified"), Some(0.0));
        assert_eq!(figure(house, 2024, "meas.verified"), Some(0.0));
        assert_eq!(figure(house, 2025, "meas.open"), Some(1.0));
        assert_eq!(figure(house, 2025, "meas.verified"), Some(1.0));
        assert_eq!(figure(house, 2025, "inc.measures"), Some(0.0));

        let traced = Traced {
            key: "meas.overdue".to_owned(),
            controller: Some(house.controllers[1]),
        };
        let behind = |actor: &Actor| {
            let tongue = house.app.tongue(Lang::En);
            house
                .app
                .read(|conn| {
                    (super::PART.rows)(conn, actor, &tongue, &period(house, 2024), &traced)
                })
                .unwrap()
                .unwrap()
        };
        assert_eq!(behind(&doris)[0].title, "From a review");
        let sam = house.actor(house.people.sam);
        assert!(behind(&sam).is_empty(), "not his board");
    });
}
