//! Who reads what: a table of visitors and doors.

use super::super::super::model::Proof;
use super::{Browser, PHONE, letter, path, put, put_for, register, with_portal};
use crate::base::visit::Reply;
use crate::base::{Actor, Problem};
use kit::id::Id;

#[test]
fn the_listener_serves_the_portal_and_nothing_else() {
    with_portal(|house| {
        let mut anybody = Browser::new(house);
        for path in [
            "/sign-in",
            "/guard/wishes",
            "/guard/portal",
            "/guard/recipients",
            "/incidents",
            "/book",
            "/tell",
            "/account",
            "/setup",
            "/metrics",
            "/healthz",
            "/open",
        ] {
            assert_eq!(anybody.get(path).status, 404, "{path}");
        }
        assert_eq!(anybody.get("/").to, "/inbox");
        assert_eq!(anybody.get("/inbox").status, 200);
        // A session of ours is nobody's here.
        let secret = crate::base::identity::session::begin(&house.app, house.people.doris).unwrap();
        anybody.cookie = Some(format!(
            "{}={secret}",
            crate::base::identity::session::COOKIE
        ));
        assert!(
            anybody
                .get("/inbox")
                .body
                .contains("notice that we sent you")
        );
        assert_eq!(
            anybody
                .get("/post/3f2504e0-4f89-41d3-9a0c-0305e82c3301")
                .status,
            404
        );
    });
}

#[test]
fn a_form_from_another_site_is_refused() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, None, Proof::PhoneCode);
        let ask = format!("{}/code", path(&door));
        let mut bo = Browser::new(house);
        for from in [
            ("origin", "https://elsewhere.example"),
            ("origin", "null"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            bo.from = from;
            let seen = bo.post(&ask, &[]);
            assert_eq!(seen.status, 409, "{from:?}");
            assert!(seen.body.contains("another site"), "{}", seen.body);
            assert!(house.app.texter.simulated().unwrap().is_empty());
        }
        bo.from = ("origin", "http://localhost:8082");
        assert_eq!(bo.post(&ask, &[]).status, 303, "our own");
    });
}

#[test]
fn every_visitor_at_every_door() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, Some(house.people.anna), Proof::PhoneCode);
        let id = door
            .trim_start_matches("/post/")
            .split('?')
            .next()
            .unwrap()
            .to_owned();
        let foreign = put_for(
            house,
            None,
            Proof::PhoneCode,
            "eve@borger.example",
            Id::random(),
        );
        let foreign = foreign
            .trim_start_matches("/post/")
            .split('?')
            .next()
            .unwrap()
            .to_owned();
        // A colleague of Anna writes to Bo too, makes a letter and uses its code herself.
        let monas = put(house, Some(house.people.mona), Proof::PhoneCode);
        let by_mona = path(&monas).trim_start_matches("/post/").to_owned();
        let code = letter(house, house.people.mona, &monas).unwrap();
        let mut mona = Browser::new(house);
        let opened = mona.post(&format!("{}/open", path(&monas)), &[("code", &code)]);
        assert_eq!(opened.status, 303);
        let mut bo = Browser::new(house);
        bo.enter(&door);
        let mut nobody = Browser::new(house);
        // Path, a stranger, Bo with his phone, Mona with the code of her own letter to him.
        for (path, stranger, own, hers) in [
            (format!("/inbox/{id}"), 303, 200, 303),
            (format!("/inbox/{id}/file/0"), 303, 200, 303),
            (format!("/inbox/{id}/file/all"), 303, 200, 303),
            (format!("/inbox/{by_mona}"), 303, 200, 200),
            (format!("/inbox/{by_mona}/file/all"), 303, 200, 200),
            (format!("/inbox/{foreign}"), 303, 404, 404),
            (format!("/inbox/{foreign}/file/all"), 303, 404, 404),
            ("/inbox/wish".to_owned(), 303, 200, 303),
            (format!("/post/{id}/eid"), 404, 404, 404),
        ] {
            assert_eq!(nobody.get(&path).status, stranger, "a stranger at {path}");
            assert_eq!(bo.get(&path).status, own, "Bo at {path}");
            assert_eq!(mona.get(&path).status, hers, "Mona at {path}");
        }
        let list = bo.get("/inbox").body;
        assert!(list.contains(&id) && list.contains(&by_mona) && !list.contains(&foreign));
        let list = mona.get("/inbox").body;
        assert!(!list.contains(&id) && list.contains(&by_mona) && !list.contains(&foreign));
        // Of ours, the sender alone; what has no known sender, the officer.
        for (person, own, theirs) in [
            (house.people.anna, true, false),
            (house.people.mona, false, false),
            (house.people.doris, false, true),
            (house.people.adam, false, false),
        ] {
            let actor = house.actor(person);
            let seen = |id: &str| {
                matches!(
                    house.open(&actor, &format!("/guard/portal/{id}")),
                    Ok(Reply::Page(_))
                )
            };
            assert_eq!((seen(&id), seen(&foreign)), (own, theirs), "{}", actor.name);
            let letter = house.send(&actor, &format!("/guard/portal/{id}/letter"), &[]);
            assert_eq!(letter.is_ok(), own);
        }
        let nobody = Actor::nobody();
        assert!(matches!(
            house.open(&nobody, "/guard/portal"),
            Err(Problem::SignIn)
        ));
    });
}

#[test]
fn the_simulators_are_watched_and_called_so() {
    with_portal(|house| {
        let adam = house.actor(house.people.adam);
        let body = |path: &str| match house.open(&adam, path) {
            Ok(Reply::Page(page)) => page.body,
            other => panic!("{path}: {other:?}"),
        };
        assert_eq!(
            body("/guard/channels").matches("simulator</span>").count(),
            5
        );
        assert!(body("/guard/texts").contains("not sent to any phone"));
        let anna = house.actor(house.people.anna);
        assert!(matches!(
            house.open(&anna, "/guard/texts"),
            Err(Problem::Forbidden)
        ));
    });
}
