//! A message from the guard to its reader and back.

use kit::id::Id;

use super::super::super::model::Proof;
use super::{BO, Browser, MAIL, NUMBER, PHONE, letters, put, put_for, register, with_portal};
use crate::base::testing::House;
use crate::base::visit::Reply;

fn page(house: &House, path: &str) -> String {
    match house.open(&house.actor(house.people.anna), path) {
        Ok(Reply::Page(page)) => page.body,
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn a_message_is_read_and_answered() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, Some(house.people.anna), Proof::PhoneCode);
        let id = door
            .trim_start_matches("/post/")
            .split('?')
            .next()
            .unwrap()
            .to_owned();
        let mut bo = Browser::new(house);
        let seen = bo.get(&door);
        assert_eq!(seen.status, 200);
        assert!(
            seen.body.contains("lang=\"da\""),
            "the recipient's language"
        );
        assert!(
            !seen.body.contains("eedle") && !seen.body.contains(BO),
            "{}",
            seen.body
        );
        let inside = bo.enter(&door);
        let seen = bo.get(&inside);
        assert!(seen.body.contains("Needle subject") && seen.body.contains("the needle decision"));
        // Who of ours can open an answer: the sender; where there is none, the data protection officer.
        assert!(seen.body.contains("kun den, der skrev til dig"));
        let nobody = put(house, None, Proof::PhoneCode);
        let mut other = Browser::new(house);
        // The door's address carries the recipient's language.
        other.get(&nobody);
        let system = other.enter(&nobody);
        assert!(
            other
                .get(&system)
                .body
                .contains("databeskyttelsesrådgiveren")
        );
        let file = bo.get(&format!("{inside}/file/0"));
        assert_eq!(file.body.trim(), "PDF needle bytes");
        assert_eq!(bo.get(&format!("{inside}/file/all")).body.as_bytes(), MAIL);
        assert_eq!(bo.get(&format!("{inside}/file/9")).status, 404);
        let seen = bo.post(&format!("{inside}/answer"), &[("words", "")]);
        assert_eq!(seen.status, 422, "nothing was written");
        let seen = bo.post(&format!("{inside}/answer"), &[("words", "Thank you, Bo")]);
        let seen = bo.get(&seen.to).body;
        assert!(
            seen.contains("Thank you, Bo") && seen.contains("er afleveret"),
            "{seen}"
        );
        // The sender sees the receipt and the answer, and was told.
        let staff = page(house, &format!("/guard/portal/{id}"));
        assert!(
            staff.contains("Thank you, Bo") && staff.contains("phone"),
            "{staff}"
        );
        assert!(page(house, "/guard/portal").contains(BO));
        while crate::schedule::work_once(&house.app) {}
        let told = letters(house);
        assert!(
            told.iter().any(|text| text.contains("An answer waits")),
            "{told:?}"
        );
        // Whoever leaves is out.
        bo.post("/inbox/leave", &[]);
        assert_eq!(bo.get(&inside).status, 303);
    });
}

/// However it is read: no address and no form shows a message or hands it out without a receipt.
#[test]
fn no_reading_is_without_a_receipt() {
    with_portal(|house| {
        register(house, PHONE, "");
        let ways: [fn(&mut Browser<'_>, &str) -> String; 4] = [
            |bo, inside| bo.get(&format!("{inside}?answered=1")).body,
            |bo, inside| bo.get(&format!("{inside}/file/all")).body,
            |bo, inside| bo.get(&format!("{inside}/file/0")).body,
            |bo, inside| bo.post(&format!("{inside}/answer"), &[("words", "")]).body,
        ];
        for read in ways {
            let door = put(house, Some(house.people.anna), Proof::PhoneCode);
            let mut bo = Browser::new(house);
            let inside = bo.enter(&door);
            let staff = inside.replace("/inbox/", "/guard/portal/");
            assert!(page(house, &staff).contains("Nobody has opened it"));
            let seen = read(&mut bo, &inside);
            assert!(seen.contains("needle"), "{seen}");
            assert!(
                !seen.contains("answer has been delivered"),
                "nothing was answered"
            );
            assert!(!page(house, &staff).contains("Nobody has opened it"));
        }
    });
}

#[test]
fn the_notice_holds_nothing() {
    with_portal(|house| {
        register(house, PHONE, "");
        put(house, Some(house.people.anna), Proof::PhoneCode);
        let told = letters(house);
        assert_eq!(told.len(), 1);
        assert!(!told[0].contains("eedle") && !told[0].contains("nna") && !told[0].contains(BO));
    });
}

#[test]
fn the_same_mail_again_is_the_same_message() {
    with_portal(|house| {
        let mail = Id::random();
        put_for(house, None, Proof::PhoneCode, BO, mail);
        assert_eq!(
            put_for(house, None, Proof::PhoneCode, BO, mail),
            "",
            "no second notice"
        );
        assert_ne!(
            put_for(house, None, Proof::PhoneCode, "eve@borger.example", mail),
            ""
        );
    });
}

/// Once, a week before the end, and only where nobody has opened it.
#[test]
fn who_opened_nothing_is_reminded_before_the_end() {
    with_portal(|house| {
        register(house, PHONE, "");
        let read = put(house, Some(house.people.anna), Proof::PhoneCode);
        let mut bo = Browser::new(house);
        let inside = bo.enter(&read);
        assert_eq!(bo.get(&inside).status, 200);
        let unread = put(house, Some(house.people.anna), Proof::PhoneCode);
        let sent = |door: &str, day: &str| {
            house.at(day);
            super::super::sweep(&house.app).unwrap();
            while crate::schedule::work_once(&house.app) {}
            letters(house)
                .iter()
                .filter(|text| text.contains(door))
                .count()
        };
        let told = || {
            letters(house)
                .iter()
                .filter(|text| text.contains("has not been opened"))
                .count()
        };
        assert_eq!(sent(&unread, "2026-04-20T08:00:00Z"), 1);
        assert_eq!(told(), 0, "there is time");
        for day in ["2026-04-25T08:00:00Z", "2026-04-26T08:00:00Z"] {
            assert_eq!(
                sent(&unread, day),
                2,
                "one reminder, however often the day's work is done"
            );
            assert_eq!(sent(&read, day), 1, "opened is opened");
            assert_eq!(told(), 1);
        }
    });
}

#[test]
fn a_message_goes_when_its_time_is_over() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, Some(house.people.anna), Proof::PhoneCode);
        let mut bo = Browser::new(house);
        house.at("2026-05-02T08:00:00Z");
        super::super::sweep(&house.app).unwrap();
        let seen = bo.get(&door);
        assert!(seen.body.contains("ikke længere"), "{}", seen.body);
        let path = door.split('?').next().unwrap();
        assert_eq!(bo.post(&format!("{path}/code"), &[]).status, 409);
        let id = path.trim_start_matches("/post/");
        let staff = page(house, &format!("/guard/portal/{id}"));
        assert!(staff.contains("Erased") && !staff.contains("Needle subject"));
        while crate::schedule::work_once(&house.app) {}
        assert!(
            letters(house)
                .iter()
                .any(|text| text.contains("was not read"))
        );
        let verdict = crate::base::audit::verify(&house.app).unwrap();
        assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
    });
}

#[test]
fn a_citizen_asks_for_letters_and_cannot_ask_for_less() {
    with_portal(|house| {
        register(house, PHONE, NUMBER);
        let door = put(house, None, Proof::PhoneCode);
        let mut bo = Browser::new(house);
        assert_eq!(bo.get("/inbox/wish").status, 303, "only after proof");
        bo.enter(&door);
        let seen = bo.post("/inbox/wish", &[("channel", "open")]);
        assert!(bo.get(&seen.to).body.contains("The law asks us"));
        let found = |numbers: &[super::super::super::model::Number]| {
            house
                .app
                .read(|conn| {
                    super::super::super::wishes::strictest(&house.app, conn, &[BO], numbers)
                })
                .unwrap()
        };
        assert!(found(&[]).is_empty(), "noted, not followed");
        assert_eq!(
            bo.post("/inbox/wish", &[("channel", "address")]).status,
            422
        );
        let seen = bo.post("/inbox/wish", &[("channel", "letter")]);
        assert!(seen.to.ends_with("kept"));
        let number = super::super::super::model::Number {
            kind: "cpr",
            value: "0101800008".into(),
        };
        assert_eq!(
            found(&[number]).len(),
            2,
            "to the person and about the person"
        );
    });
}
