use kit::jobs::{self, Done};
use kit::mail::{Sender, Server};
use kit::params;

use super::super::testing::{House, on_both};
use super::super::visit::{Answer, Reply};
use super::super::{Actor, App, Problem, Role, audit};
use super::{jobs as own, store, tell, tell_holders};

const KIND: &str = "measures-notice-owner";

fn told(house: &House) {
    house
        .app
        .write(&Actor::console(), |tx| {
            tell(tx, house.people.anna, KIND, &[], "/measures/1")
        })
        .unwrap();
}

/// Works off one job as the worker does; says how it ended.
fn work(app: &App) -> Option<Done> {
    let job = jobs::claim(&app.db, app.now()).unwrap()?;
    assert_eq!(job.kind, own::MAIL);
    let done = own::mail(app, &job);
    jobs::settle(&app.db, &job, app.now(), &done).unwrap();
    Some(done)
}

fn body(answer: Answer) -> String {
    match answer.unwrap() {
        Reply::Page(page) => page.body,
        other => panic!("no page: {other:?}"),
    }
}

fn state(house: &House) -> String {
    let all = house.app.read(|conn| store::all(conn, 10, 0)).unwrap();
    all[0].mail.code().to_owned()
}

#[test]
fn a_notice_is_mailed_once_with_a_link_and_nothing_else() {
    on_both(|house| {
        let mut app = house.app.clone();
        let (sender, letters) = Sender::memory();
        app.sender = sender;
        told(house);
        assert!(matches!(work(&app), Some(Done::Finished)));
        assert!(work(&app).is_none(), "the queue is empty");
        let letters = letters.lock().unwrap();
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].to, "anna@testby.example");
        assert_eq!(letters[0].subject, "A measure was given to you");
        assert!(letters[0].text.contains("http://127.0.0.1:8080/measures/1"));
        assert_eq!(state(house), "sent");
    });
}

#[test]
fn a_worker_that_died_after_sending_does_not_send_twice() {
    on_both(|house| {
        let mut app = house.app.clone();
        let (sender, letters) = Sender::memory();
        app.sender = sender;
        told(house);
        let job = jobs::claim(&app.db, app.now()).unwrap().unwrap();
        assert!(matches!(own::mail(&app, &job), Done::Finished));
        assert!(matches!(own::mail(&app, &job), Done::Finished));
        assert_eq!(letters.lock().unwrap().len(), 1);
    });
}

#[test]
fn the_recipients_language_is_used() {
    on_both(|house| {
        let mut app = house.app.clone();
        let (sender, letters) = Sender::memory();
        app.sender = sender;
        let anna = house.people.anna;
        house
            .app
            .write(&Actor::console(), |tx| {
                let sql = "UPDATE organisation_people SET lang = 'fi' WHERE id = $1";
                Ok::<_, Problem>(tx.run(sql, params![anna])?)
            })
            .unwrap();
        told(house);
        work(&app);
        let letters = letters.lock().unwrap();
        assert_eq!(letters[0].lang, "fi");
        assert_eq!(letters[0].subject, "Sinulle on annettu toimenpide");
    });
}

/// A server that is not there: nothing listens on the port.
fn failing(app: &mut App) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    app.sender = Sender::smtp(&Server {
        host: "127.0.0.1".to_owned(),
        port,
        tls: false,
        credentials: None,
        from: "tillit@testby.example".to_owned(),
    })
    .unwrap();
}

#[test]
fn a_failing_server_is_tried_again_with_growing_waits_and_then_given_up() {
    on_both(|house| {
        let mut app = house.app.clone();
        failing(&mut app);
        told(house);
        let mut tries = 0;
        loop {
            match work(&app) {
                Some(Done::Again(_)) => assert_eq!(state(house), "waiting"),
                Some(Done::Hopeless(_)) => break,
                Some(Done::Finished) => panic!("nothing was sent"),
                None => panic!("the job is lost"),
            }
            tries += 1;
            assert!(work(&app).is_none(), "not before the wait is over");
            app.clock.put(app.now().plus_days(2));
        }
        assert_eq!(tries, 8);
        assert_eq!(state(house), "failed");
        assert!(work(&app).is_none());
    });
}

#[test]
fn a_server_that_comes_back_gets_the_mail() {
    on_both(|house| {
        let mut app = house.app.clone();
        failing(&mut app);
        told(house);
        assert!(matches!(work(&app), Some(Done::Again(_))));
        let (sender, letters) = Sender::memory();
        app.sender = sender;
        app.clock.put(app.now().plus_minutes(1));
        assert!(matches!(work(&app), Some(Done::Finished)));
        assert_eq!(letters.lock().unwrap().len(), 1);
    });
}

#[test]
fn without_a_server_notices_wait_in_the_outbox_and_go_out_later() {
    on_both(|house| {
        let mut app = house.app.clone();
        app.sender = Sender::Nowhere;
        told(house);
        assert!(matches!(work(&app), Some(Done::Finished)));
        assert_eq!(state(house), "waiting");
        let adam = house.actor(house.people.adam);
        let text = body(house.open(&adam, "/outbox"));
        assert!(text.contains("Anna Testby") && text.contains(KIND) && text.contains("Waiting"));
        assert!(!text.contains("/measures/1"), "no content");
        let doris = house.actor(house.people.doris);
        assert!(matches!(
            house.open(&doris, "/outbox"),
            Err(Problem::Forbidden)
        ));

        own::try_again(&app).unwrap();
        assert!(work(&app).is_none(), "still no server");
        let (sender, letters) = Sender::memory();
        app.sender = sender;
        own::try_again(&app).unwrap();
        assert!(matches!(work(&app), Some(Done::Finished)));
        assert_eq!(letters.lock().unwrap().len(), 1);
        assert_eq!(state(house), "sent");
    });
}

#[test]
fn a_person_without_an_address_reads_it_here() {
    on_both(|house| {
        let anna = house.people.anna;
        house
            .app
            .write(&Actor::console(), |tx| {
                let sql = "UPDATE organisation_people SET email = NULL WHERE id = $1";
                Ok::<_, Problem>(tx.run(sql, params![anna])?)
            })
            .unwrap();
        told(house);
        assert!(matches!(work(&house.app), Some(Done::Finished)));
        assert_eq!(state(house), "none");
    });
}

#[test]
fn notices_are_read_by_their_person_alone() {
    on_both(|house| {
        told(house);
        let id = house.app.read(|conn| store::all(conn, 1, 0)).unwrap()[0].id;
        let anna = house.actor(house.people.anna);
        let text = body(house.open(&anna, "/notices"));
        assert!(text.contains("A measure was given to you") && text.contains("1 unread notice."));

        let mona = house.actor(house.people.mona);
        assert!(body(house.open(&mona, "/notices")).contains("You have no notices."));
        let path = format!("/notices/{id}/read");
        assert!(matches!(
            house.send(&mona, &path, &[]),
            Err(Problem::NotFound)
        ));
        house.send(&anna, &path, &[]).unwrap();
        house.send(&anna, &path, &[]).unwrap();
        house.send(&anna, "/notices/read", &[]).unwrap();
        assert!(body(house.open(&anna, "/notices")).contains("0 unread notices."));
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn holders_of_a_duty_are_told() {
    on_both(|house| {
        house
            .app
            .write(&Actor::console(), |tx| {
                let of = house.controllers[0];
                tell_holders(tx, Role::Secretary, of, KIND, &[], "/measures/1")?;
                let of = house.controllers[1];
                tell_holders(tx, Role::Secretary, of, KIND, &[], "/measures/2")
            })
            .unwrap();
        let all = house.app.read(|conn| store::all(conn, 10, 0)).unwrap();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].person, house.people.sam);
    });
}

#[test]
fn what_a_person_was_told_goes_with_the_person() {
    on_both(|house| {
        told(house);
        house
            .app
            .write(&Actor::console(), |tx| {
                (super::PART.forget)(tx, house.people.anna)
            })
            .unwrap();
        assert_eq!(house.app.read(store::count).unwrap(), 0);
        let verdict = audit::verify(&house.app).unwrap();
        assert!(verdict.is_good());
        assert_eq!(verdict.erased.get(&audit::FORGOTTEN), Some(&1));
        assert!(matches!(work(&house.app), Some(Done::Finished)));
    });
}
