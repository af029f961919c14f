//! The administrator's page, invitations, and one's own account.

use super::super::super::room::Method::{Get, Post};
use super::super::super::testing::{House, on_both};
use super::super::super::visit::{Answer, Reply};
use super::super::super::{Problem, once};
use super::super::session;
use super::{entered, form, give_password, noted, page, run, says, visit, whose};
use kit::words::Lang;

const SECRET: &str = "sininen ovi narisee";

fn invite(house: &House, token: &str) -> Answer {
    let adam = house.actor(house.people.adam);
    let path = format!("/accounts/{}/invite", house.people.anna);
    house.send(&adam, &path, &[("once", token)])
}

fn link(house: &House, token: &str) -> String {
    let (status, body) = page(invite(house, token));
    assert_eq!(status, 200);
    let (_, rest) = body.split_once("/sign-in/new/").expect("a link");
    format!("/sign-in/new/{}", rest.split('<').next().unwrap())
}

fn choose(house: &House, link: &str, new: &str, again: &str) -> Answer {
    let sent = [("new", new), ("again", again)];
    run(
        &house.app,
        Post,
        "/sign-in/new/{token}",
        form(house, link, None, &sent),
    )
}

fn open(house: &House, account: &str) -> Answer {
    let adam = house.actor(house.people.adam);
    let path = format!("/accounts/{}/open", house.people.anna);
    house.send(&adam, &path, &[("account", account)])
}

#[test]
fn an_invited_person_chooses_a_password_once() {
    on_both(|house| {
        let anna = house.people.anna;
        give_password(house, house.people.mona, "taken", SECRET);
        let (status, body) = page(open(house, "Taken"));
        assert_eq!(status, 422, "{body}");
        assert!(matches!(
            open(house, "Anna@testby.example"),
            Ok(Reply::Redirect(_))
        ));

        let token = once::token();
        let first = link(house, &token);
        assert!(
            matches!(invite(house, &token), Ok(Reply::Redirect(_))),
            "the same form makes no other"
        );
        let second = link(house, &once::token());
        let look = |link: &str| {
            run(
                &house.app,
                Get,
                "/sign-in/new/{token}",
                visit(house, link, None),
            )
        };
        says(house, look(&first), 410, "identity-link-old");
        assert!(page(look(&second)).1.contains("anna@testby.example"));

        assert_eq!(page(choose(house, &second, "lyhyt", "lyhyt")).0, 422);
        assert_eq!(
            page(choose(house, &second, "testby.anna.1", "testby.anna.1")).0,
            422
        );
        let (cookie, to) = entered(choose(house, &second, SECRET, SECRET));
        assert_eq!((whose(house, &cookie), to.as_str()), (Some(anna), "/"));
        says(
            house,
            choose(house, &second, SECRET, SECRET),
            410,
            "identity-link-old",
        );
        for verb in ["identity.account", "identity.password", "identity.sign-in"] {
            assert_eq!(noted(house, verb, anna), 1, "{verb}");
        }

        let late = link(house, &once::token());
        house.app.clock.put(house.app.now().plus_days(7));
        says(house, look(&late), 410, "identity-link-old");
    });
}

#[test]
fn the_administrator_finds_people_and_locks() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        let found = |q: &str| page(house.open(&adam, &format!("/accounts?q={q}"))).1;
        assert!(found("ANNA").contains("Anna Testby"));
        assert!(found("1002").contains("Mona Testby"));
        assert!(
            !found("%25").contains("Testby"),
            "a sign of the database finds itself alone"
        );
        let path = format!("/accounts/{}", house.people.anna);
        assert!(page(house.open(&adam, &path)).1.contains("1001"));
        for verb in ["lock", "unlock", "unbind"] {
            let sent = house.send(&adam, &format!("{path}/{verb}"), &[]);
            assert!(matches!(sent, Ok(Reply::Redirect(_))), "{verb}");
        }
        assert_eq!(noted(house, "identity.lock", house.people.anna), 1);
        assert_eq!(noted(house, "identity.unlock", house.people.anna), 1);
        assert_eq!(
            noted(house, "identity.unbind", house.people.anna),
            0,
            "nothing was bound"
        );
        for person in [house.people.anna, house.people.doris, house.people.aud] {
            let actor = house.actor(person);
            assert!(matches!(
                house.open(&actor, "/accounts"),
                Err(Problem::Forbidden)
            ));
            let sent = house.send(&actor, &format!("{path}/lock"), &[]);
            assert!(matches!(sent, Err(Problem::Forbidden)));
        }
    });
}

#[test]
fn a_person_changes_their_own_password() {
    on_both(|house| {
        let anna = house.people.anna;
        give_password(house, anna, "anna", SECRET);
        let other = session::begin(&house.app, anna).unwrap();
        let own = session::begin(&house.app, anna).unwrap();
        let change = |current: &str, new: &str| {
            let sent = [("current", current), ("new", new), ("again", new)];
            let visit = form(house, "/account/password", Some(&own), &sent);
            run(&house.app, Post, "/account/password", visit)
        };
        let (status, body) = page(change("vihreä ovi narisee", "keltainen katto vuotaa"));
        assert_eq!(status, 422);
        assert!(!body.contains("keltainen") && !body.contains("vihreä"));
        assert_eq!(page(change(SECRET, "lyhyt")).0, 422);
        assert!(matches!(
            change(SECRET, "keltainen katto vuotaa"),
            Ok(Reply::Redirect(_))
        ));
        assert_eq!(whose(house, &own), Some(anna));
        assert_eq!(whose(house, &other), None, "the other session ends");
        assert_eq!(noted(house, "identity.password", anna), 1);
    });
}

#[test]
fn a_person_sees_and_ends_their_own_sessions() {
    on_both(|house| {
        let (anna, mona) = (house.people.anna, house.people.mona);
        let foreign = session::begin(&house.app, mona).unwrap();
        let cookies: Vec<String> = (0..3)
            .map(|_| session::begin(&house.app, anna).unwrap())
            .collect();
        let own = cookies[0].as_str();
        let end = |key: &str| {
            let visit = form(house, "/account/sessions", Some(own), &[("session", key)]);
            run(&house.app, Post, "/account/sessions", visit).unwrap();
        };
        let shown = page(run(
            &house.app,
            Get,
            "/account",
            visit(house, "/account", Some(own)),
        ))
        .1;
        assert_eq!(
            shown.matches("name=\"session\"").count(),
            3,
            "two others, and all others"
        );
        assert!(!shown.contains(own), "a key is no cookie");
        end(&session::hash(&foreign));
        assert!(whose(house, &foreign).is_some(), "somebody else's stays");
        end(&session::hash(&cookies[1]));
        assert!(whose(house, &cookies[1]).is_none() && whose(house, &cookies[2]).is_some());
        end("others");
        assert!(whose(house, &cookies[2]).is_none() && whose(house, own).is_some());
        assert_eq!(noted(house, "identity.sessions", anna), 2);
    });
}

#[test]
fn a_chosen_language_goes_before_the_one_from_personnel() {
    on_both(|house| {
        let anna = house.people.anna;
        let cookie = session::begin(&house.app, anna).unwrap();
        let choose = |lang: &str| {
            let visit = form(
                house,
                "/account/language",
                Some(&cookie),
                &[("language", lang)],
            );
            run(&house.app, Post, "/account/language", visit)
        };
        let actor = || session::recognise(&house.app, &cookie).unwrap().unwrap();
        assert_eq!(actor().lang, Some(Lang::En));
        let before = house.app.db.statements();
        actor();
        let alone = house.app.db.statements() - before;
        assert!(alone <= 5, "{alone} statements to know somebody");
        assert!(matches!(choose("fi"), Ok(Reply::Redirect(_))));
        assert_eq!(actor().lang, Some(Lang::Fi));
        assert_eq!(page(choose("xx")).0, 422);
        assert_eq!(page(choose("")).0, 422);
        assert_eq!(actor().lang, Some(Lang::Fi));
    });
}
