use kit::clock::Day;

use super::super::subject::Subject;
use super::super::testing::{House, on_both};
use super::super::visit::Reply;
use super::super::{Actor, Role, audit};
use super::{Task, done, open, store};

fn task(house: &House, id: &str, due: Option<&str>) -> Task {
    Task {
        kind: "measures-task-do",
        subject: Subject::named("case", id),
        href: format!("/measures/{id}"),
        controller: house.controllers[0],
        role: Role::Dpo,
        person: None,
        due: due.and_then(Day::parse),
        about: Some(id.to_owned()),
        end: None,
    }
}

fn ask(house: &House, task: &Task) {
    house
        .app
        .write(&Actor::console(), |tx| open(tx, task))
        .unwrap();
}

fn asked(house: &House, actor: &Actor) -> Vec<String> {
    let rows = house
        .app
        .read(|conn| store::open_for(conn, actor, 50, 0))
        .unwrap();
    rows.into_iter().map(|row| row.subject.id).collect()
}

#[test]
fn those_who_hold_the_duty_are_asked_late_first() {
    on_both(|house| {
        ask(house, &task(house, "someday", None));
        ask(house, &task(house, "soon", Some("2026-03-20")));
        ask(house, &task(house, "late", Some("2026-02-20")));
        let doris = house.actor(house.people.doris);
        assert_eq!(asked(house, &doris), ["late", "soon", "someday"]);
        let iris = house.actor(house.people.iris);
        assert!(asked(house, &iris).is_empty());

        let due = house
            .app
            .read(|conn| {
                let tongue = house.app.tongue(kit::words::Lang::En);
                (super::PART.due)(&house.app, conn, &doris, &tongue)
            })
            .unwrap();
        assert!(due[0].late && !due[1].late);
        assert_eq!(due[0].link.detail, "Board of education");
        let Reply::Page(page) = house.open(&doris, "/tasks").unwrap() else {
            panic!("no page");
        };
        assert!(page.body.contains("3 open tasks"));
    });
}

#[test]
fn a_duty_for_one_controller_sees_only_its_tasks() {
    on_both(|house| {
        for (n, id) in ["edu", "soc"].into_iter().enumerate() {
            let mut task = task(house, id, None);
            task.role = Role::Secretary;
            task.controller = house.controllers[n];
            ask(house, &task);
        }
        let sam = house.actor(house.people.sam);
        assert_eq!(asked(house, &sam), ["edu"]);
    });
}

#[test]
fn a_task_of_one_person_is_theirs_alone() {
    on_both(|house| {
        let mut own = task(house, "own", None);
        own.person = Some(house.people.anna);
        ask(house, &own);
        assert_eq!(asked(house, &house.actor(house.people.anna)), ["own"]);
        assert!(asked(house, &house.actor(house.people.doris)).is_empty());

        house
            .app
            .write(&Actor::console(), |tx| {
                (super::PART.forget)(tx, house.people.anna)
            })
            .unwrap();
        assert_eq!(asked(house, &house.actor(house.people.doris)), ["own"]);
    });
}

#[test]
fn asking_twice_asks_once_and_a_new_date_moves_it() {
    on_both(|house| {
        ask(house, &task(house, "a", Some("2026-03-20")));
        ask(house, &task(house, "a", Some("2026-03-20")));
        ask(house, &task(house, "a", Some("2026-03-25")));
        let doris = house.actor(house.people.doris);
        let rows = house
            .app
            .read(|conn| store::open_for(conn, &doris, 50, 0))
            .unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].due, Day::parse("2026-03-25"));
        let subject = Subject::named("case", "a");
        for _ in 0..2 {
            house
                .app
                .write(&doris, |tx| done(tx, "measures-task-do", &subject))
                .unwrap();
        }
        assert!(asked(house, &doris).is_empty());
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}
