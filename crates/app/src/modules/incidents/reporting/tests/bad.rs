//! Bad input: a clear sentence, one report, nothing lost.

use super::super::super::tests::text;
use super::{bits, open_at, take_all, tell};
use crate::base::Actor;
use crate::base::testing::{House, on_both};
use crate::base::visit::{Reply, Upload};

fn refused(house: &House, changed: (&str, &str)) -> String {
    let once = bits();
    let mut fields = vec![
        ("once", once.as_str()),
        ("story", "Kept in the form"),
        ("about", "other"),
        ("noticed", "today"),
    ];
    fields.retain(|(name, _)| *name != changed.0);
    fields.push(changed);
    match house.send(&Actor::nobody(), "/tell", &fields) {
        Ok(Reply::Page(page)) => {
            assert_eq!(page.status, 422, "{changed:?}");
            page.body
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_wrong_is_said_and_the_form_comes_back_filled() {
    on_both(|house| {
        let future = refused(house, ("noticed_on", "2026-03-03"));
        assert!(
            future.contains("This time is still to come.") && future.contains("Kept in the form")
        );
        let before = refused(house, ("noticed_on", "2019-12-31"));
        assert!(before.contains("This day is before the organisation began."));
        assert!(refused(house, ("about", "nothing")).contains("Kept in the form"));
        let long = "x".repeat(20_001);
        assert!(refused(house, ("story", &long)).contains(&long));
        let old = refused(house, ("once", "too old"));
        assert!(old.contains("Kept in the form"));
        let again = old
            .split("name=\"once\" value=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        assert_eq!(again.len(), 64, "the form comes back with fresh bits");
        open_at(house, "2026-03-02T10:00:00Z");
        take_all(house);
        let count = |conn: &kit::db::Conn| {
            Ok(conn.value::<i64>("SELECT COUNT(*) FROM incidents_cases", &[])?)
        };
        assert_eq!(house.app.read(count).unwrap(), 0);
    });
}

#[test]
fn marks_that_turn_the_reading_direction_and_markup_are_shown_harmlessly() {
    on_both(|house| {
        let receipt = tell(
            house,
            "abc\u{202e}txt.exe\u{2066} <script>alert(1)</script>",
            &[],
            vec![],
        );
        let page = text(house.send(&Actor::nobody(), "/talk", &[("code", &receipt)]));
        assert!(!page.contains('\u{202e}') && !page.contains('\u{2066}'));
        assert!(!page.contains("<script>"));
        assert!(page.contains("abctxt.exe"));
    });
}

#[test]
fn a_script_as_a_file_is_refused_without_an_account_and_kept_inert_with_one() {
    on_both(|house| {
        let file = Upload {
            field: "file".to_owned(),
            name: "run.sh".to_owned(),
            bytes: b"#!/bin/sh\nexit\0".to_vec(),
        };
        let once = bits();
        let fields = [
            ("once", once.as_str()),
            ("story", "See file"),
            ("about", "other"),
            ("noticed", "today"),
        ];
        let answer = house.send_with(&Actor::nobody(), "/tell", &fields, vec![file.clone()]);
        let Ok(Reply::Page(page)) = answer else {
            panic!("no page")
        };
        assert_eq!(page.status, 422);
        assert!(page.body.contains("See file"));

        let anna = house.actor(house.people.anna);
        let fields = [
            ("story", "See file"),
            ("about", "other"),
            ("noticed", "now"),
        ];
        let led = house.send_with(&anna, "/report", &fields, vec![file]);
        assert!(matches!(led, Ok(Reply::Redirect(_))));
        let doris = house.actor(house.people.doris);
        let row = house
            .app
            .read(|conn| Ok(conn.all("SELECT id, subject_id FROM files_kept", &[])?))
            .unwrap();
        let (id, case): (String, String) =
            (row[0].get("id").unwrap(), row[0].get("subject_id").unwrap());
        match house.open(&doris, &format!("/incidents/{case}/files/{id}")) {
            Ok(Reply::File(file)) => {
                assert!(!file.inline && file.mime == "application/octet-stream")
            }
            other => panic!("{other:?}"),
        }
    });
}
