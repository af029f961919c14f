//! The database alone opens nothing, and keys can be changed.

use kit::db::Target;

use super::super::super::model::Proof;
use super::super::super::rotate::rotate;
use super::super::SEALED;
use super::{Browser, NUMBER, PHONE, opened, put, register, with_portal};
use crate::base::testing::House;

/// Every byte of the database's files.
fn bytes(house: &House) -> Vec<u8> {
    let Target::Sqlite(path) = house.app.db.target() else {
        panic!("a file was asked for");
    };
    let mut bytes = std::fs::read(path).unwrap();
    for ending in ["sqlite-wal", "sqlite-shm"] {
        bytes.extend(std::fs::read(path.with_extension(ending)).unwrap_or_default());
    }
    bytes
}

#[test]
fn the_database_alone_tells_no_message_and_no_person() {
    let house = opened(House::sqlite());
    register(&house, PHONE, NUMBER);
    let door = put(&house, Some(house.people.anna), Proof::PhoneCode);
    let mut bo = Browser::new(&house);
    let inside = bo.enter(&door);
    bo.post(
        &format!("{inside}/answer"),
        &[("words", "The answer has a haystack in it")],
    );
    let cookie = bo.cookie.clone().unwrap();
    let secret = cookie.split('=').nth(1).unwrap();
    let all = bytes(&house);
    let code = super::texted(&house);
    let needles = [
        "eedle",
        "haystack",
        "bo@borger",
        "borger.example",
        "+4512345678",
        "12345678",
        "0101800008",
        secret,
        "anna@testby.example\r\nTo",
        &format!(":{code}"),
    ];
    for needle in needles {
        let found = all
            .windows(needle.len())
            .any(|part| part == needle.as_bytes());
        assert!(!found, "{needle} stands in the database");
    }
    let table = b"guard_portal_messages";
    assert!(
        all.windows(table.len()).any(|part| part == table),
        "the right file was searched"
    );
}

#[test]
fn a_change_of_keys_loses_nothing() {
    with_portal(|house| {
        register(house, PHONE, NUMBER);
        let door = put(house, Some(house.people.anna), Proof::PhoneCode);
        let mut bo = Browser::new(house);
        let inside = bo.enter(&door);
        bo.post(&format!("{inside}/answer"), &[("words", "Thank you")]);
        let rows = rotate(&house.app, &[SEALED]).unwrap();
        assert!(rows >= 4, "{rows}");
        // Before the old keys go, and after.
        assert_eq!(bo.get(&inside).status, 200);
        assert_eq!(house.app.keys.erase_old().unwrap(), 2);
        let mut bo = Browser::new(house);
        let inside = bo.enter(&door);
        let seen = bo.get(&inside).body;
        assert!(
            seen.contains("needle decision") && seen.contains("Thank you"),
            "{seen}"
        );
        let verdict = crate::base::audit::verify(&house.app).unwrap();
        assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
    });
}

#[test]
fn a_change_that_was_cut_off_is_run_again() {
    with_portal(|house| {
        register(house, PHONE, "");
        let door = put(house, None, Proof::PhoneCode);
        house.app.keys.renew_rings().unwrap();
        super::super::super::rotate::reseal(&house.app, &SEALED[0]).unwrap();
        // Only one table was done. Everything still opens, and a whole run ends it.
        let mut bo = Browser::new(house);
        let inside = bo.enter(&door);
        assert_eq!(bo.get(&inside).status, 200);
        rotate(&house.app, &[SEALED]).unwrap();
        house.app.keys.erase_old().unwrap();
        let mut bo = Browser::new(house);
        let inside = bo.enter(&door);
        assert_eq!(bo.get(&inside).status, 200);
    });
}

#[test]
fn a_message_that_is_moved_to_another_row_does_not_open() {
    let house = opened(House::sqlite());
    let first = put(&house, None, Proof::PhoneCode);
    let other = put(&house, None, Proof::PhoneCode);
    let id = |door: &str| {
        let text = door.trim_start_matches("/post/").split('?').next().unwrap();
        super::super::MessageId::parse(text).unwrap()
    };
    house
        .app
        .db
        .write("test", house.app.now(), |tx| {
            tx.run(
                "UPDATE guard_portal_contents SET content = (SELECT content FROM guard_portal_contents WHERE id = $1) WHERE id = $2",
                kit::params![id(&first), id(&other)],
            )
        })
        .unwrap();
    let read = |door: &str| {
        house
            .app
            .read(|conn| super::super::store::messages::content(conn, &house.app.keys, id(door)))
    };
    assert!(read(&first).unwrap().is_some());
    assert!(read(&other).is_err());
}
