//! The set-up page, links of the demonstration, and forgetting.

use super::super::super::room::Method::{Get, Post};
use super::super::super::testing::{House, on_both};
use super::super::super::visit::{Answer, Reply};
use super::super::super::{Actor, App, Problem, Role};
use super::super::store::{self, LinkKind};
use super::super::{actions, demo_link, needs_setup, session, setup_code};
use super::{configured, entered, form, give_password, page, run, visit, whose};

/// A house in which nobody has ever been administrator, as one that is empty.
fn empty(house: &House) {
    house
        .app
        .write(&Actor::console(), |tx| {
            tx.run("DELETE FROM organisation_duties", &[])?;
            Ok::<_, Problem>(())
        })
        .unwrap();
}

fn set_up(app: &App, house: &House, code: &str, password: &str) -> Answer {
    let sent = [
        ("code", code),
        ("board", "Kunnanhallitus"),
        ("board_code", "KH"),
        ("unit", "Hallinto"),
        ("unit_code", "KH-1"),
        ("given", "Aino"),
        ("family", "Laine"),
        ("number", "9001"),
        ("title", "Tietohallintopäällikkö"),
        ("email", "Aino.Laine@testby.example"),
        ("new", password),
        ("again", password),
    ];
    run(app, Post, "/setup", form(house, "/setup", None, &sent))
}

#[test]
fn an_empty_installation_is_set_up_once_with_the_code() {
    on_both(|house| {
        let app = &house.app;
        assert_eq!(setup_code(app).unwrap(), None, "there is an administrator");
        let look = || run(app, Get, "/setup", visit(house, "/setup", None));
        assert!(matches!(look(), Err(Problem::NotFound)));

        empty(house);
        assert!(app.read(needs_setup).unwrap());
        match run(app, Get, "/sign-in", visit(house, "/sign-in", None)) {
            Ok(Reply::Redirect(to)) => assert_eq!(to, "/setup"),
            other => panic!("{other:?}"),
        }
        let first = setup_code(app).unwrap().unwrap();
        let second = setup_code(app).unwrap().unwrap();
        assert!(page(look()).1.contains("name=\"code\""));
        let secret = "sininen ovi narisee";
        assert_eq!(
            page(set_up(app, house, &first, secret)).0,
            422,
            "an older code"
        );
        assert_eq!(page(set_up(app, house, &second, "lyhyt")).0, 422);
        assert!(
            app.read(needs_setup).unwrap(),
            "a refused form makes nothing"
        );
        let (cookie, to) = entered(set_up(app, house, &second.to_uppercase(), secret));
        assert_eq!(to, "/");
        let actor = session::recognise(app, &cookie).unwrap().unwrap();
        assert!(actor.has(Role::Administrator));
        assert_eq!(actor.works_in().len(), 1);
        assert!(matches!(
            set_up(app, house, &second, secret),
            Err(Problem::NotFound)
        ));
        assert_eq!(setup_code(app).unwrap(), None);
        let sent = [
            ("account", "aino.laine@testby.example"),
            ("password", secret),
        ];
        entered(run(
            app,
            Post,
            "/sign-in",
            form(house, "/sign-in", None, &sent),
        ));
    });
}

#[test]
fn the_code_cannot_be_guessed_fast() {
    on_both(|house| {
        empty(house);
        setup_code(&house.app).unwrap();
        for _ in 0..5 {
            let wrong = "0000-0000-0000-0000-0000-0000-0000-0000";
            assert_eq!(
                page(set_up(&house.app, house, wrong, "sininen ovi narisee")).0,
                422
            );
        }
        let next = set_up(&house.app, house, "0", "sininen ovi narisee");
        assert!(matches!(next, Err(Problem::TooMuch(_))));
    });
}

#[test]
fn links_sign_in_in_the_demonstration_alone() {
    on_both(|house| {
        let doris = house.people.doris;
        assert!(matches!(
            demo_link(&house.app, doris, "dpo"),
            Err(Problem::NotFound)
        ));
        let app = configured(house, |config| config.demo = true);
        let link = demo_link(&app, doris, "dpo").unwrap();
        let go =
            |app: &App, path: &str| run(app, Get, "/demo/{role}/{token}", visit(house, path, None));
        for _ in 0..2 {
            assert_eq!(whose(house, &entered(go(&app, &link)).0), Some(doris));
        }
        assert!(
            matches!(go(&house.app, &link), Err(Problem::NotFound)),
            "outside the demonstration"
        );
        let other = link.replace("/dpo/", "/administrator/");
        assert!(matches!(go(&app, &other), Err(Problem::NotFound)));
        assert!(matches!(go(&app, "/demo/dpo/"), Err(Problem::NotFound)));
    });
}

#[test]
fn a_forgotten_person_leaves_nothing_to_sign_in_with() {
    on_both(|house| {
        let (anna, adam) = (house.people.anna, house.actor(house.people.adam));
        let may = adam.administrator().unwrap();
        give_password(house, anna, "anna", "sininen ovi narisee");
        session::begin(&house.app, anna).unwrap();
        let left = house
            .app
            .write(&adam, |tx| {
                store::bind(tx, "https://login.example", "s1", anna)?;
                store::choose(tx, anna, kit::words::Lang::Sv)?;
                actions::invite(tx, may, anna)?;
                actions::lock(tx, may, &adam, anna)?;
                store::forget(tx, anna)?;
                let mut left = 0;
                for table in [
                    "sessions",
                    "subjects",
                    "passwords",
                    "links",
                    "choices",
                    "locks",
                ] {
                    let sql = format!("SELECT COUNT(*) FROM identity_{table} WHERE person_id = $1");
                    left += tx.value::<i64>(&sql, kit::params![anna])?;
                }
                Ok::<_, Problem>(left)
            })
            .unwrap();
        assert_eq!(left, 0);
    });
}

#[test]
fn what_runs_out_is_swept_and_the_rest_stays() {
    on_both(|house| {
        let app = configured(house, |config| config.demo = true);
        let link = demo_link(&app, house.people.doris, "dpo").unwrap();
        house
            .app
            .write(&Actor::console(), |tx| {
                let until = Some(tx.at().plus_days(1));
                store::add_link(tx, LinkKind::Invite, "a", Some(house.people.anna), until)
            })
            .unwrap();
        house.app.clock.put(house.app.now().plus_days(2));
        super::super::jobs::sweep(&house.app).unwrap();
        let left: i64 = house
            .app
            .read(|conn| Ok::<_, Problem>(conn.value("SELECT COUNT(*) FROM identity_links", &[])?))
            .unwrap();
        assert_eq!(left, 1);
        entered(run(
            &app,
            Get,
            "/demo/{role}/{token}",
            visit(house, &link, None),
        ));
    });
}
