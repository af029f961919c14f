//! How far a proof reaches, when two of ours write to one citizen: nobody gets at what a colleague wrote, by a letter
//! of their own or by a phone that they register.

use super::super::super::model::{Number, Proof};
use super::super::super::wishes;
use super::{BO, Browser, MAIL, NUMBER, PHONE};
use super::{letter, letters, path, put, register, registered_by, texted, with_portal};
use crate::base::testing::House;

const OTHER: &str = "+45 99 99 99 99";

fn inside(door: &str) -> String {
    path(door).replace("/post/", "/inbox/")
}

/// Nothing of a message is there: not in the list, not as page or file, and no answer goes to it.
fn closed(browser: &mut Browser<'_>, door: &str) {
    let inside = inside(door);
    assert!(!browser.get("/inbox").body.contains(&inside));
    for path_of in [
        inside.clone(),
        format!("{inside}/file/0"),
        format!("{inside}/file/all"),
    ] {
        let seen = browser.get(&path_of);
        assert_eq!((seen.status, seen.to.as_str()), (303, path(door)));
    }
    let seen = browser.post(&format!("{inside}/answer"), &[("words", "x")]);
    assert_eq!((seen.status, seen.to.as_str()), (303, path(door)));
}

#[test]
fn a_letter_opens_its_own_message_alone() {
    with_portal(|house| {
        register(house, PHONE, NUMBER);
        let people = house.people;
        let annas =
            [Proof::PhoneCode, Proof::LetterCode].map(|proof| put(house, Some(people.anna), proof));
        let monas = put(house, Some(people.mona), Proof::PhoneCode);
        // Mona types the code herself that stands on her screen.
        let code = letter(house, people.mona, &monas).unwrap();
        let mut mona = Browser::new(house);
        let seen = mona.post(&format!("{}/open", path(&monas)), &[("code", &code)]);
        assert_eq!(seen.to, inside(&monas));
        assert_eq!(mona.get(&seen.to).status, 200);
        let all = format!("{}/file/all", inside(&monas));
        assert_eq!(mona.get(&all).body.as_bytes(), MAIL);
        for door in &annas {
            closed(&mut mona, door);
        }
        let list = mona.get("/inbox").body;
        assert_eq!(list.matches("kept until").count(), 1, "{list}");
        // What holds for all mail to Bo is not said by a letter about one.
        assert!(!list.contains("href=\"/inbox/wish\""), "{list}");
        assert_eq!(mona.get("/inbox/wish").to, "/inbox");
        let seen = mona.post("/inbox/wish", &[("channel", "letter")]);
        assert_eq!(seen.to, "/inbox");
        let none: [Number; 0] = [];
        let found = house
            .app
            .read(|conn| wishes::strictest(&house.app, conn, &[BO], &none));
        assert!(found.unwrap().is_empty());
        // An answer goes where the letter belongs.
        let seen = mona.post(&format!("{}/answer", inside(&monas)), &[("words", "Yes")]);
        assert!(mona.get(&seen.to).body.contains("Yes"));
    });
}

#[test]
fn a_registered_phone_is_not_taken_over() {
    with_portal(|house| {
        register(house, PHONE, "");
        let annas = put(house, Some(house.people.anna), Proof::PhoneCode);
        house.at("2026-03-02T09:00:00Z");
        for (phone, number) in [(OTHER, ""), ("", NUMBER), (PHONE, NUMBER)] {
            let said = registered_by(house, house.people.mona, phone, number).unwrap();
            assert!(said.contains("data protection officer"), "{said}");
        }
        assert!(Browser::new(house).get(&annas).body.contains("på 78"));
        // The officer may; then the new phone counts for what comes after it, and the one who registered the old is told.
        assert!(registered_by(house, house.people.doris, OTHER, "").is_none());
        while crate::schedule::work_once(&house.app) {}
        let told: Vec<String> = told(house);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(!told[0].contains("9999") && !told[0].contains(BO));
        let mut bo = Browser::new(house);
        assert!(!bo.get(&annas).body.contains("på 99"));
        assert_eq!(bo.post(&format!("{}/code", path(&annas)), &[]).status, 409);
        assert!(house.app.texter.simulated().unwrap().is_empty());
        let monas = put(house, Some(house.people.mona), Proof::PhoneCode);
        let to = bo.enter(&monas);
        assert_eq!(house.app.texter.simulated().unwrap()[0].to, "+4599999999");
        assert_eq!(bo.get(&to).status, 200);
        closed(&mut bo, &annas);
        let verdict = crate::base::audit::verify(&house.app).unwrap();
        assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
    });
}

/// What the house was told about registrations that hold no longer.
fn told(house: &House) -> Vec<String> {
    let all = letters(house).into_iter();
    all.filter(|text| text.contains("/guard/recipients"))
        .collect()
}

#[test]
fn the_same_phone_again_keeps_what_it_opens() {
    with_portal(|house| {
        register(house, PHONE, "");
        let annas = put(house, Some(house.people.anna), Proof::PhoneCode);
        house.at("2026-03-02T09:00:00Z");
        assert!(registered_by(house, house.people.mona, PHONE, "").is_none());
        while crate::schedule::work_once(&house.app) {}
        assert_eq!(told(house).len(), 1);
        let mut bo = Browser::new(house);
        let to = bo.enter(&annas);
        assert_eq!(bo.get(&to).status, 200);
    });
}

#[test]
fn a_code_that_went_to_the_phone_before_opens_nothing() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, Some(house.people.anna), Proof::PhoneCode);
        let mut bo = Browser::new(house);
        bo.post(&format!("{}/code", path(&door)), &[]);
        house.at("2026-03-02T08:01:00Z");
        register(house, OTHER, "");
        let open = format!("{}/open", path(&door));
        assert_eq!(bo.post(&open, &[("code", &texted(house))]).status, 422);
    });
}
