//! Codes: hashed, slowed, used once, over in time, and never below the floor.

use super::super::super::model::Proof;
use super::{BO, Browser, NUMBER, PHONE};
use super::{letter, letters, path, put, register, texted, with_portal};
use crate::base::visit::Reply;

#[test]
fn a_code_works_once() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, None, Proof::PhoneCode);
        Browser::new(house).enter(&door);
        let mut other = Browser::new(house);
        let open = format!("{}/open", path(&door));
        assert_eq!(other.post(&open, &[("code", &texted(house))]).status, 422);
    });
}

#[test]
fn a_code_runs_out_and_a_newer_one_takes_its_place() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, None, Proof::PhoneCode);
        let (ask, open) = (
            format!("{}/code", path(&door)),
            format!("{}/open", path(&door)),
        );
        let mut bo = Browser::new(house);
        bo.post(&ask, &[]);
        let first = texted(house);
        house.at("2026-03-02T08:11:00Z");
        assert_eq!(
            bo.post(&open, &[("code", &first)]).status,
            422,
            "ten minutes are over"
        );
        bo.post(&ask, &[]);
        let second = texted(house);
        bo.post(&ask, &[]);
        assert_eq!(
            bo.post(&open, &[("code", &second)]).status,
            422,
            "a newer one was asked for"
        );
        assert_eq!(bo.post(&open, &[("code", &texted(house))]).status, 303);
    });
}

#[test]
fn trying_and_asking_are_slowed() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, None, Proof::PhoneCode);
        let (ask, open) = (
            format!("{}/code", path(&door)),
            format!("{}/open", path(&door)),
        );
        let mut eve = Browser::new(house);
        eve.post(&ask, &[]);
        let right = texted(house);
        let wrong = if right == "000000" {
            "000001"
        } else {
            "000000"
        };
        for _ in 0..5 {
            assert_eq!(eve.post(&open, &[("code", wrong)]).status, 422);
        }
        // The brake of the message first; when it has rested, the code itself is spent.
        assert_eq!(eve.post(&open, &[("code", &right)]).status, 429);
        house.at("2026-03-02T08:05:00Z");
        let seen = eve.post(&open, &[("code", &right)]);
        assert_eq!(seen.status, 422);
        assert!(seen.body.contains("tried too often"), "{}", seen.body);
        assert!(!seen.body.contains(&right), "a code never comes back");
        assert_eq!(eve.post(&ask, &[]).status, 303);
        assert_eq!(eve.post(&ask, &[]).status, 303);
        // The door again, with how long to wait: a citizen has no administrator to tell a code to.
        let seen = eve.post(&ask, &[]);
        assert_eq!(seen.status, 429, "three codes in an hour");
        assert!(seen.body.contains("Wait an hour"), "{}", seen.body);
        let page = eve.get("/nowhere").body;
        for body in [&seen.body, &page] {
            assert!(!body.contains("dministrator"), "{body}");
        }
        assert!(page.contains("office that wrote to you"), "{page}");
    });
}

#[test]
fn a_phone_is_no_way_where_none_is_registered() {
    with_portal(|house| {
        let door = put(house, None, Proof::PhoneCode);
        let mut bo = Browser::new(house);
        assert!(bo.get(&door).body.contains("kode med brev"));
        assert_eq!(bo.post(&format!("{}/code", path(&door)), &[]).status, 409);
        assert!(house.app.texter.simulated().unwrap().is_empty());
    });
}

#[test]
fn a_letter_opens_for_whom_no_phone_is_known() {
    with_portal(|house| {
        let door = put(house, Some(house.people.anna), Proof::LetterCode);
        let open = format!("{}/open", path(&door));
        let first = letter(house, house.people.anna, &door).expect("a letter");
        let code = letter(house, house.people.anna, &door).expect("another letter");
        let mut bo = Browser::new(house);
        assert_eq!(
            bo.post(&open, &[("code", &first)]).status,
            422,
            "the older letter holds no longer"
        );
        let seen = bo.post(&open, &[("code", &code.to_lowercase())]);
        assert_eq!(seen.status, 303);
        assert!(bo.get(&seen.to).body.contains("needle decision"));
    });
}

/// The sender is told at once, with the way to the letter, and the door says what is the matter.
#[test]
fn a_message_that_waits_for_a_letter_says_so() {
    with_portal(|house| {
        let anna = house.people.anna;
        register(house, PHONE, "");
        let door = put(house, Some(anna), Proof::LetterCode);
        let staff = path(&door).replace("/post/", "/guard/portal/");
        while crate::schedule::work_once(&house.app) {}
        let told = letters(house);
        let told: Vec<&String> = told.iter().filter(|text| text.contains(&staff)).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("Make a letter"), "{told:?}");
        let seen = Browser::new(house).get(path(&door)).body;
        assert!(
            seen.contains("phone is not enough") && !seen.contains("No phone"),
            "{seen}"
        );
        assert!(!seen.contains("From your phone"), "{seen}");
        let page = || match house.open(&house.actor(anna), &staff) {
            Ok(Reply::Page(page)) => page.body,
            other => panic!("{other:?}"),
        };
        assert!(page().contains("cannot open this message yet"));
        letter(house, anna, &door).unwrap();
        assert!(!page().contains("cannot open this message yet"));
        assert!(page().contains("Letter with a code made"));
        // Where a code to the phone opens it, the sender has nothing to do.
        let easy = put(house, Some(anna), Proof::PhoneCode);
        let easy = path(&easy).replace("/post/", "/guard/portal/");
        while crate::schedule::work_once(&house.app) {}
        assert!(!letters(house).iter().any(|text| text.contains(&easy)));
    });
}

#[test]
fn a_letter_is_in_the_registered_language() {
    with_portal(|house| {
        let anna = house.actor(house.people.anna);
        let fields = [
            ("address", BO),
            ("phone", PHONE),
            ("lang", "fi"),
            ("known_by", "Shown at the desk"),
        ];
        house.send(&anna, "/guard/recipients", &fields).unwrap();
        let door = put(house, anna.person(), Proof::LetterCode);
        let to = path(&door).replace("/post/", "/guard/portal/");
        match house.send(&anna, &format!("{to}/letter"), &[]) {
            Ok(Reply::Page(page)) => {
                let inside = page.body.split("<div lang=\"fi\">").nth(1).unwrap();
                assert!(inside.contains("Kirjoita sinne"), "{inside}");
            }
            other => panic!("{other:?}"),
        }
        // The mail does not say its language, so the page does not either.
        let code = letter(house, house.people.anna, &door).unwrap();
        let mut bo = Browser::new(house);
        let seen = bo.post(&format!("{}/open", path(&door)), &[("code", &code)]);
        let seen = bo.get(&seen.to).body;
        assert!(seen.contains("<p class=\"story note\">Dear Bo"), "{seen}");
    });
}

#[test]
fn nothing_opens_below_the_floor() {
    with_portal(|house| {
        register(house, PHONE, NUMBER);
        let weak = put(house, Some(house.people.anna), Proof::PhoneCode);
        let strong = put(house, Some(house.people.anna), Proof::LetterCode);
        let strongest = put(house, Some(house.people.anna), Proof::NationalEid);
        let mut bo = Browser::new(house);
        assert_eq!(bo.post(&format!("{}/code", path(&strong)), &[]).status, 409);
        assert_eq!(
            bo.post(&format!("{}/code", path(&strongest)), &[]).status,
            409
        );
        assert!(letter(house, house.people.anna, &strongest).is_none());
        bo.enter(&weak);
        // Inside by a phone: the stronger messages are there, without their subject, and don't open.
        let list = bo.get("/inbox").body;
        assert_eq!(list.matches("Needle subject").count(), 1, "{list}");
        assert_eq!(list.matches("stronger proof").count(), 2);
        for door in [&strong, &strongest] {
            let id = path(door).trim_start_matches("/post/");
            let seen = bo.get(&format!("/inbox/{id}"));
            assert_eq!((seen.status, seen.to.as_str()), (303, path(door)));
            assert_eq!(bo.get(&format!("/inbox/{id}/file/all")).status, 303);
            assert_eq!(
                bo.post(&format!("/inbox/{id}/answer"), &[("words", "x")])
                    .to,
                path(door)
            );
        }
        // By a letter the second one opens, the third still not.
        let code = letter(house, house.people.anna, &strong).unwrap();
        let seen = bo.post(&format!("{}/open", path(&strong)), &[("code", &code)]);
        assert_eq!(bo.get(&seen.to).status, 200);
        let id = path(&strongest).trim_start_matches("/post/");
        assert_eq!(bo.get(&format!("/inbox/{id}")).status, 303);
    });
}

#[test]
fn a_phone_that_is_no_longer_theirs_ends_the_session() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, None, Proof::PhoneCode);
        let mut bo = Browser::new(house);
        let inside = bo.enter(&door);
        assert_eq!(bo.get(&inside).status, 200);
        house.at("2026-03-02T08:01:00Z");
        register(house, "+45 87 65 43 21", "");
        assert_eq!(bo.get(&inside).status, 303);
        let mut bo = Browser::new(house);
        let later = put(house, None, Proof::PhoneCode);
        bo.post(&format!("{}/code", path(&later)), &[]);
        assert_eq!(house.app.texter.simulated().unwrap()[0].to, "+4587654321");
        assert!(!house.app.texter.simulated().unwrap()[0].text.contains(BO));
    });
}
