//! Signing in with a password: right, wrong, unknown, too fast; and out again.

use super::super::super::room::Method::{Get, Post};
use super::super::super::testing::on_both;
use super::super::super::visit::Reply;
use super::super::super::{Actor, Problem};
use super::super::{Brakes, actions, session, store};
use super::{end_person, entered, form, give_password, noted, page, run, says, visit, whose};

const SECRET: &str = "sininen ovi narisee";

fn fields<'a>(account: &'a str, password: &'a str) -> [(&'static str, &'a str); 3] {
    [
        ("account", account),
        ("password", password),
        ("to", "/account"),
    ]
}

#[test]
fn the_right_password_signs_in_and_out() {
    on_both(|house| {
        let anna = house.people.anna;
        give_password(house, anna, "anna@testby.example", SECRET);
        let sign_in = |cookie: Option<&str>| {
            let sent = fields(" Anna@Testby.example ", SECRET);
            let visit = form(house, "/sign-in", cookie, &sent);
            entered(run(&house.app, Post, "/sign-in", visit))
        };
        let (first, to) = sign_in(None);
        assert_eq!(to, "/account");
        assert_eq!(whose(house, &first), Some(anna));
        assert_eq!(noted(house, "identity.sign-in", anna), 1);

        // A sign-in takes a new secret, and the one before it is worth nothing.
        let (second, _) = sign_in(Some(&first));
        assert_ne!(first, second);
        assert_eq!(whose(house, &first), None);

        let out = visit(house, "/sign-out", Some(&second));
        let left = run(&house.app, Post, "/sign-out", out);
        assert!(matches!(left, Ok(Reply::Session { cookie: None, .. })));
        assert_eq!(whose(house, &second), None);
        assert_eq!(noted(house, "identity.sign-out", anna), 1);
    });
}

#[test]
fn a_session_ends_by_itself() {
    on_both(|house| {
        let secret = session::begin(&house.app, house.people.anna).unwrap();
        house.at("2026-03-02T19:59:59Z");
        assert!(whose(house, &secret).is_some());
        house.at("2026-03-02T20:00:00Z");
        assert!(whose(house, &secret).is_none());
        super::super::jobs::sweep(&house.app).unwrap();
        let rows: i64 = house
            .app
            .read(|conn| {
                Ok::<_, Problem>(conn.value("SELECT COUNT(*) FROM identity_sessions", &[])?)
            })
            .unwrap();
        assert_eq!(rows, 0);
    });
}

#[test]
fn wrong_unknown_and_unchosen_look_the_same() {
    on_both(|house| {
        give_password(house, house.people.anna, "anna@testby.example", SECRET);
        house
            .app
            .write(&Actor::console(), |tx| {
                store::add_account(tx, house.people.mona, "mona@testby.example")
            })
            .unwrap();
        let answer = |account: &str| {
            let visit = form(
                house,
                "/sign-in",
                None,
                &fields(account, "vihreä ovi narisee"),
            );
            let (status, body) = page(run(&house.app, Post, "/sign-in", visit));
            assert!(!body.contains("vihreä"), "a password never comes back");
            (status, body.replace(account, ""))
        };
        let wrong = answer("anna@testby.example");
        assert_eq!(wrong.0, 422);
        assert_eq!(answer("nobody@testby.example"), wrong);
        assert_eq!(answer("mona@testby.example"), wrong);
        let empty = form(house, "/sign-in", None, &fields("mona@testby.example", ""));
        assert_eq!(page(run(&house.app, Post, "/sign-in", empty)).0, 422);
    });
}

#[test]
fn nobody_is_led_to_another_host() {
    on_both(|house| {
        give_password(house, house.people.anna, "anna", SECRET);
        for to in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/\t/evil.example",
        ] {
            house.app.clock.put(house.app.now().plus_minutes(2));
            let sent = [("account", "anna"), ("password", SECRET), ("to", to)];
            let visit = form(house, "/sign-in", None, &sent);
            assert_eq!(
                entered(run(&house.app, Post, "/sign-in", visit)).1,
                "/",
                "{to:?}"
            );
        }
        let cookie = session::begin(&house.app, house.people.anna).unwrap();
        let signed_in = visit(house, "/sign-in?to=//evil.example", Some(&cookie));
        match run(&house.app, Get, "/sign-in", signed_in) {
            Ok(Reply::Redirect(to)) => assert_eq!(to, "/"),
            other => panic!("{other:?}"),
        }
    });
}

#[test]
fn tries_are_slowed_by_account_known_or_not() {
    on_both(|house| {
        give_password(house, house.people.anna, "anna", SECRET);
        for account in ["anna", "nobody"] {
            let attempt = |password: &str| {
                let visit = form(house, "/sign-in", None, &fields(account, password));
                run(&house.app, Post, "/sign-in", visit)
            };
            for _ in 0..5 {
                assert_eq!(page(attempt("vihreä ovi narisee")).0, 422);
            }
            // Even the right one waits, or guessing would go on behind the brake.
            assert!(matches!(
                attempt(SECRET),
                Err(Problem::TooMuch("problem-too-fast"))
            ));
        }
        house.app.clock.put(house.app.now().plus_seconds(61));
        let visit = form(house, "/sign-in", None, &fields("anna", SECRET));
        entered(run(&house.app, Post, "/sign-in", visit));
    });
}

#[test]
fn an_address_is_slowed_late_and_forgotten_soon() {
    let clock = kit::clock::Clock::set_to(kit::clock::Moment(1_700_000_000_000));
    let brakes = Brakes::new(&clock);
    for _ in 0..300 {
        brakes.address("192.0.2.7").unwrap();
    }
    assert!(brakes.address("192.0.2.7").is_err());
    assert!(
        brakes.address("::ffff:192.0.2.7").is_err(),
        "the same address in another coat"
    );
    assert!(brakes.address("192.0.2.8").is_ok());
    for last in 1..=300 {
        brakes.address(&format!("2001:db8::{last:x}")).unwrap();
    }
    assert!(
        brakes.address("2001:db8::ffff").is_err(),
        "one /64 is one customer"
    );
    assert!(brakes.remembered() > 2);
    clock.put(clock.now().plus_minutes(10));
    brakes.address("192.0.2.9").unwrap();
    assert_eq!(brakes.remembered(), 1);
}

#[test]
fn the_locked_and_the_ended_stay_outside() {
    on_both(|house| {
        let (anna, mona) = (house.people.anna, house.people.mona);
        give_password(house, anna, "anna", SECRET);
        give_password(house, mona, "mona", SECRET);
        let before = session::begin(&house.app, anna).unwrap();
        let adam = house.actor(house.people.adam);
        let may = adam.administrator().unwrap();
        house
            .app
            .write(&adam, |tx| actions::lock(tx, may, &adam, anna))
            .unwrap();
        assert_eq!(whose(house, &before), None, "open sessions end");
        let enter = |account| {
            let visit = form(house, "/sign-in", None, &fields(account, SECRET));
            run(&house.app, Post, "/sign-in", visit)
        };
        says(house, enter("anna"), 403, "identity-locked");

        let open = session::begin(&house.app, mona).unwrap();
        end_person(house, mona);
        assert_eq!(whose(house, &open), None, "an end counts at once");
        says(house, enter("mona"), 403, "identity-ended");

        let own = house
            .app
            .write(&adam, |tx| actions::lock(tx, may, &adam, house.people.adam));
        assert!(matches!(
            own,
            Err(Problem::Refused("identity-lock-self", _))
        ));
    });
}

#[test]
fn where_passwords_are_off_there_is_no_form() {
    on_both(|house| {
        give_password(house, house.people.anna, "anna", SECRET);
        let app = super::configured(house, |config| config.sign_in.no_passwords = true);
        let shown = page(run(&app, Get, "/sign-in", visit(house, "/sign-in", None))).1;
        assert!(!shown.contains("name=\"password\""));
        let sent = form(house, "/sign-in", None, &fields("anna", SECRET));
        assert!(matches!(
            run(&app, Post, "/sign-in", sent),
            Err(Problem::NotFound)
        ));
    });
}
