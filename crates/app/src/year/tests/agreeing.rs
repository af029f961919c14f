//! What figures must agree on: parts and their base at every door, and corrections of one number among others.

use kit::words::Lang;

use super::super::model::Kind;
use super::super::model::agree::{self, How};
use super::super::{actions, publish, store};
use super::pages::{body, led_to};
use super::{Desk, entry, refusal};
use crate::base::Problem;
use crate::base::testing::{House, on_both};
use crate::base::visit::Upload;

fn stored(house: &House) -> Vec<(String, Option<f64>)> {
    let rows = house.app.read(|conn| store::entries(conn, 2026, None));
    let rows = rows.expect("entries").into_iter();
    rows.map(|row| (row.entry.figure.key.clone(), row.entry.value))
        .collect()
}

#[test]
fn a_part_larger_than_its_base_is_refused_by_form() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let at = "/year/2026/section/7/edit";
        let wrong = [
            ("board", "edu"),
            ("sec.phish_reported.n", "500"),
            ("sec.phish_reported.of", "100"),
        ];
        let page = body(house.send(&doris, at, &wrong));
        assert_eq!(page.status, 422);
        for fault in ["sec.phish_reported.n-fault", "sec.phish_reported.of-fault"] {
            assert!(page.body.contains(fault), "{fault}");
        }
        assert!(page.body.contains("cannot be larger than"), "{}", page.body);
        assert!(!page.body.contains("“sec."), "figures stand by their names");
        assert_eq!(stored(house), []);
        let right = [wrong[0], wrong[1], ("sec.phish_reported.of", "1000")];
        led_to(house.send(&doris, at, &right));
        // The base alone, below the part that stands there.
        let page = body(house.send(&doris, at, &[wrong[0], wrong[2]]));
        assert_eq!(page.status, 422);
        // Other figures of the board may be entered beside.
        led_to(house.send(&doris, at, &[wrong[0], ("sec.privileged", "7")]));
    });
}

#[test]
fn a_part_larger_than_its_base_is_a_bad_row_and_its_base_with_it() {
    on_both(|house| {
        let desk = Desk::of(house);
        let old = [
            entry("train.tests.n", None, Some(50.0), ""),
            entry("train.tests.of", None, Some(60.0), ""),
        ];
        desk.enter(2026, &old).expect("entered");
        let text = "key;value\ntrain.tests.n;900\ntrain.tests.of;100\ntrain.base_valid.n;5\n\
                    train.base_valid.of;9\n";
        let app = &house.app;
        let read = app.read(|conn| {
            let row = super::super::gather::row(app, conn, 2026)?;
            actions::checked_file(app, conn, &row, text, Lang::En)
        });
        let read = read.expect("read");
        let faults: Vec<_> = read.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
        assert_eq!(faults, [(2, agree::LARGER), (3, agree::LARGER)]);
        assert_eq!(read.entries.len(), 2);
        let file = Upload {
            field: "file".into(),
            name: "figures.csv".into(),
            bytes: text.into(),
        };
        let page = body(house.send_with(&desk.doris, "/year/2026/import", &[], vec![file]));
        assert!(page.body.contains("cannot be larger than"), "{}", page.body);
    });
}

#[test]
fn a_field_that_comes_twice_changes_nothing() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let twice = [("sec.privileged", "3"), ("sec.privileged", "4")];
        let page = body(house.send(&doris, "/year/2026/section/7/edit", &twice));
        assert_eq!(page.status, 422);
        let said = "came more than once with the form";
        assert!(page.body.contains(said), "{}", page.body);
        assert!(page.body.contains("sec.privileged-fault"));
        assert_eq!(stored(house), []);
    });
}

/// An approved year with requests and training in three boards.
fn approved(house: &House) -> Desk<'_> {
    let desk = Desk::of(house);
    desk.open(2025, Kind::Counted).expect("opened");
    for (key, values) in [
        ("right.requests", [10.0, 17.0, 29.0]),
        ("train.base_valid.n", [40.0, 50.0, 60.0]),
        ("train.base_valid.of", [80.0, 90.0, 100.0]),
    ] {
        let boards = house.controllers.iter().zip(values);
        let list: Vec<_> = boards
            .map(|(board, value)| entry(key, Some(*board), Some(value), ""))
            .collect();
        desk.enter(2025, &list).expect("entered");
    }
    desk.close(2025).expect("closed");
    desk.approve(2025, "2026-02-10").expect("approved");
    desk
}

#[test]
fn a_corrected_part_is_at_most_its_base() {
    on_both(|house| {
        let desk = approved(house);
        for board in [None, Some(0)] {
            let refused = desk.correct("train.base_valid.n", board, 999_999.0);
            let Err(Problem::Faults(faults)) = refused else {
                panic!("{refused:?}");
            };
            let said: Vec<_> = faults.iter().map(|one| (one.field, one.message)).collect();
            assert_eq!(said, [("value", agree::LARGER)]);
        }
        let fields = [
            ("figure", "train.base_valid.n"),
            ("board", "whole"),
            ("value", "999999"),
            ("text-en", "Miscounted"),
            ("approved-by", "Board"),
            ("day", "2026-03-01"),
        ];
        let page = body(house.send(&desk.doris, "/year/2025/errata", &fields));
        assert_eq!(page.status, 422);
        assert!(
            page.body.contains("cannot be larger than “"),
            "{}",
            page.body
        );
    });
}

#[test]
fn corrections_that_break_a_sum_are_named_and_not_published() {
    on_both(|house| {
        let desk = approved(house);
        let publish = || publish::publish(&house.app, &desk.doris, 2025);
        publish().expect("published");
        desk.correct("right.requests", None, 99.0)
            .expect("recorded");
        let sheet = desk.sheet(2025, None).expect("a sheet");
        let torn = agree::torn(&sheet);
        let torn: Vec<_> = torn.iter().map(|one| (one.key, one.how)).collect();
        assert_eq!(torn, [("right.requests", How::Boards)]);
        assert_eq!(refusal(publish()), "open-refused-torn");
        let page = body(house.open(&desk.doris, "/year/2025/errata"));
        let named = "The boards and companies do not add up to it.";
        assert!(page.body.contains(named), "{}", page.body);
        let year = body(house.open(&desk.doris, "/year/2025"));
        assert!(year.body.contains("One correction waits"), "{}", year.body);

        // The board whose letters were forgotten is corrected too, and both come out together.
        desk.correct("right.requests", Some(2), 72.0)
            .expect("recorded");
        let page = body(house.open(&desk.doris, "/year/2025/errata"));
        assert!(!page.body.contains(named));
        assert_eq!(publish().expect("published").edition, 2);
        let year = body(house.open(&desk.doris, "/year/2025"));
        assert!(
            !year.body.contains("One correction waits") && !year.body.contains("corrections wait")
        );
        // A share follows from its parts.
        desk.correct("train.base_valid.n", Some(0), 44.0)
            .expect("recorded");
        let sheet = desk.sheet(2025, None).expect("a sheet");
        let torn = agree::torn(&sheet);
        let torn: Vec<_> = torn.iter().map(|one| (one.key, one.how)).collect();
        let expected = [
            ("train.base_valid.n", How::Boards),
            ("train.base_valid", How::Share),
        ];
        assert_eq!(torn, expected);
    });
}
