//! Which wishes a mail meets.

use kit::clock::Moment;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::super::super::model::{Channel, Level, Number, Wish, WishOf};
use super::super::super::rotate::rotate;
use super::super::{Asked, SEALED, in_force, known, marks_are_fresh, strictest};
use super::{end, wish};
use crate::base::Problem;
use crate::base::testing::{House, on_both};

const BO: &str = "010180-0008";

fn number(value: &str) -> Number {
    Number {
        kind: "cpr",
        value: value.to_owned(),
    }
}

fn asked(house: &House, addresses: &[&str], numbers: &[&str]) -> Vec<Wish> {
    let numbers: Vec<Number> = numbers.iter().map(|value| number(value)).collect();
    house
        .app
        .read(|conn| strictest(&house.app, conn, addresses, &numbers))
        .unwrap()
}

#[test]
fn a_wish_is_found_by_address_and_by_number_and_the_strictest_comes_first() {
    on_both(|house| {
        wish(house, Asked::Letter, BO, "Bo@Borger.example", "");
        wish(house, Asked::Encrypted, "", "kim@borger.example", "");
        assert!(asked(house, &["somebody@else.example"], &["0202800006"]).is_empty());
        // To Bo, in another spelling; about Bo, to somebody else.
        for (addresses, numbers, of) in [
            (
                &["<bo+kommune@BORGER.example>"][..],
                &[][..],
                WishOf::Recipient(0),
            ),
            (&["somebody@else.example"], &["0101800008"], WishOf::Subject),
        ] {
            let found = asked(house, addresses, numbers);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].level, Level::HandOver);
            assert_eq!((found[0].channel, found[0].of), (Channel::Letter, of));
        }
        let both = asked(house, &["kim@borger.example", "bo@borger.example"], &[]);
        assert_eq!(both[0].of, WishOf::Recipient(1));
        assert_eq!(both[1].level, Level::EndToEnd);
        assert!(
            house
                .app
                .read(|conn| known(&house.app, conn, "bo@borger.example"))
                .unwrap()
        );
        assert!(
            !house
                .app
                .read(|conn| known(&house.app, conn, "no@borger.example"))
                .unwrap()
        );
    });
}

#[test]
fn a_wish_for_one_address_holds_against_the_others() {
    on_both(|house| {
        wish(
            house,
            Asked::Address,
            BO,
            "work@borger.example",
            "home@borger.example",
        );
        assert!(asked(house, &["Home@borger.example"], &[]).is_empty());
        let found = asked(house, &["work@borger.example"], &[]);
        assert_eq!(
            (found[0].channel, found[0].level),
            (Channel::Address, Level::HandOver)
        );
        // It says nothing of mail to others.
        assert!(asked(house, &["court@state.example"], &["0101800008"]).is_empty());
    });
}

#[test]
fn a_wish_that_ended_or_asks_for_less_is_not_followed() {
    on_both(|house| {
        let id = wish(house, Asked::Letter, BO, "", "");
        wish(house, Asked::Open, BO, "bo@borger.example", "");
        assert_eq!(
            asked(house, &["bo@borger.example"], &["0101800008"]).len(),
            1
        );
        end(house, id);
        assert!(asked(house, &["bo@borger.example"], &["0101800008"]).is_empty());
    });
}

/// Figures of a cut-off day are read as of that day, although the year is closed in March.
#[test]
fn the_year_counts_the_wishes_of_its_last_day() {
    on_both(|house| {
        let at = |moment: &str| {
            let moment = Moment::parse_rfc3339(moment).unwrap();
            house.app.read(|conn| in_force(conn, moment)).unwrap()
        };
        assert_eq!(at("2030-01-01T00:00:00Z"), None, "no register, no number");
        house.at("2026-12-30T10:00:00Z");
        let id = wish(house, Asked::Letter, BO, "", "");
        wish(house, Asked::Open, BO, "", "");
        wish(house, Asked::Encrypted, "", "eve@borger.example", "");
        house.at("2027-01-10T10:00:00Z");
        end(house, id);
        wish(house, Asked::Letter, "", "dan@borger.example", "");
        assert_eq!(at("2026-12-30T09:00:00Z"), None);
        assert_eq!(
            at("2026-12-31T23:00:00Z"),
            Some(2),
            "the one for less is none"
        );
        assert_eq!(at("2027-12-31T23:00:00Z"), Some(2), "one ended, one came");
    });
}

/// Whatever is in the register and whoever a mail names: what is found is exactly what the people named have asked
/// for, and a wish for less changes nothing.
#[test]
fn no_register_lets_a_wish_be_lowered() {
    let people = ["a@borger.example", "b@borger.example", "c@borger.example"];
    let numbers = ["010180-0008", "020280-0006", "131052-308T"];
    let one = (0usize..3, 0usize..3, prop::bool::ANY, prop::bool::ANY);
    let registers = prop::collection::vec(one, 0..5);
    let mails = (
        prop::collection::vec(0usize..3, 0..3),
        prop::collection::vec(0usize..3, 0..3),
    );
    let mut runner = TestRunner::new_with_rng(
        Config::with_cases(24),
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let kinds = [Asked::Letter, Asked::Encrypted, Asked::Open];
    runner
        .run(&(registers, mails), |(register, (to, about))| {
            let house = House::sqlite();
            for (person, kind, by_number, by_address) in &register {
                let number = if *by_number || !by_address {
                    numbers[*person]
                } else {
                    ""
                };
                let address = if *by_address { people[*person] } else { "" };
                wish(&house, kinds[*kind], number, address, "");
            }
            let addresses: Vec<&str> = to.iter().map(|person| people[*person]).collect();
            let named: Vec<&str> = about.iter().map(|person| numbers[*person]).collect();
            let found = asked(&house, &addresses, &named);
            let level = found
                .iter()
                .map(|wish| wish.level)
                .max()
                .unwrap_or(Level::Open);
            let wanted = register
                .iter()
                .filter(|(person, _, by_number, by_address)| {
                    (*by_address && to.contains(person))
                        || ((*by_number || !by_address) && about.contains(person))
                })
                .map(|(_, kind, ..)| kinds[*kind].level())
                .max()
                .unwrap_or(Level::Open);
            prop_assert_eq!(level, wanted);
            prop_assert!(found.iter().all(|wish| wish.level > Level::Open));
            Ok(())
        })
        .unwrap();
}

#[test]
fn without_its_key_the_register_does_not_say_that_there_is_no_wish() {
    let mut house = House::sqlite();
    wish(&house, Asked::Letter, BO, "", "");
    let dir = house.app.keys.dir().to_owned();
    std::fs::remove_file(dir.join("marks-1.key")).unwrap();
    house.app.keys = std::sync::Arc::new(crate::base::keys::Keys::open(&dir).unwrap());
    let answer = house
        .app
        .read(|conn| strictest(&house.app, conn, &["bo@borger.example"], &[]));
    assert!(matches!(answer, Err(Problem::Outside(_))));
}

#[test]
fn the_database_alone_tells_nobodys_number_or_address() {
    let house = House::sqlite();
    wish(
        &house,
        Asked::Address,
        BO,
        "needle@borger.example",
        "other-needle@borger.example",
    );
    let kit::db::Target::Sqlite(path) = house.app.db.target() else {
        panic!("a file was asked for");
    };
    let mut bytes = std::fs::read(path).unwrap();
    bytes.extend(std::fs::read(path.with_extension("sqlite-wal")).unwrap_or_default());
    for needle in ["0101800008", "needle@borger", "borger.example"] {
        let found = bytes
            .windows(needle.len())
            .any(|part| part == needle.as_bytes());
        assert!(!found, "{needle} stands in the database");
    }
    assert!(
        bytes.windows(12).any(|part| part == b"guard_wishes"),
        "the right file was searched"
    );
}

#[test]
fn keys_are_changed_and_every_wish_is_still_found() {
    on_both(|house| {
        wish(house, Asked::Letter, BO, "bo@borger.example", "");
        wish(
            house,
            Asked::Address,
            "",
            "work@borger.example",
            "home@borger.example",
        );
        let before = house.app.keys.mark_keys();
        let rows = rotate(&house.app, &[SEALED]).unwrap();
        assert!(rows >= 5, "{rows}");
        marks_are_fresh(&house.app).unwrap();
        assert_ne!(house.app.keys.mark_keys()[0], before[0]);
        assert_eq!(house.app.keys.erase_old().unwrap(), 2);
        assert_eq!(asked(house, &["bo@borger.example"], &[]).len(), 1);
        assert_eq!(asked(house, &["x@y.example"], &["0101800008"]).len(), 1);
        assert_eq!(asked(house, &["work@borger.example"], &[]).len(), 1);
        assert!(asked(house, &["home@borger.example"], &[]).is_empty());
        let verdict = crate::base::audit::verify(&house.app).unwrap();
        assert!(
            verdict.faults.is_empty(),
            "the book still holds: {:?}",
            verdict.faults
        );
    });
}
