//! No form takes a time before the organisation began: the configured day, else its first controller's first day.

use std::sync::Arc;

use crate::base::App;
use crate::base::testing::{House, on_both};

use super::*;

/// Each form with a time, by the end of its address, and the field that says the time.
const FORMS: [(&str, &str, &[(&str, &str)]); 11] = [
    ("step/assess", "occurred_at", &[("outcome", "breach")]),
    ("step/assess", "aware", &[("outcome", "breach")]),
    ("step/notify", "notified_at", &[]),
    ("step/people", "told_at", &[("told", "told")]),
    (
        "nis2",
        "aware",
        &[("service", "Water"), ("words", "It stood.")],
    ),
    ("notification/send", "sent", &[]),
    ("notification/part/times", "aware", &[]),
    ("letters/told", "at", &[]),
    ("letters/decision", "at", &[("ground", "exempt_c")]),
    ("supplier/details", "told", &[]),
    ("authority/decision", "decided", &[]),
];

const SAID: &str = "before the organisation began";

fn refused(house: &House, path: &str, field: &str, time: &str, rest: &[(&str, &str)]) -> bool {
    let mut fields = vec![(field, time)];
    fields.extend(rest);
    match house.send(&house.actor(house.people.doris), path, &fields) {
        Ok(Reply::Page(page)) => page.body.contains(SAID),
        Ok(_) => false,
        Err(problem) => panic!("{path}: {problem:?}"),
    }
}

fn case_of_anna(house: &House) -> CaseId {
    let id = report(house, house.people.anna, house.units[1], "A letter astray");
    assess(house, id, breach(house.app.now()));
    id
}

#[test]
fn no_form_takes_a_time_before_the_first_controller() {
    on_both(|house| {
        let id = case_of_anna(house);
        for (form, field, rest) in FORMS {
            let day = field == "decided";
            let path = format!("/incidents/{id}/{form}");
            let before = if day {
                "2019-12-31"
            } else {
                "2019-12-31T23:59"
            };
            assert!(refused(house, &path, field, before, rest), "{form} {field}");
            let after = if day {
                "2020-01-01"
            } else {
                "2020-01-01T00:00"
            };
            assert!(!refused(house, &path, field, after, rest), "{form} {field}");
        }
        for (form, field) in [
            ("authority/ask/question", "asked"),
            ("authority/ask/supplier", "asked"),
        ] {
            let path = format!("/incidents/{id}/{form}");
            assert!(
                refused(house, &path, field, "2019-12-31", &[("words", "Who?")]),
                "{form}"
            );
        }
        assert!(refused(
            house,
            "/report",
            "noticed_at",
            "2019-12-31T23:59",
            &[]
        ));
        assert!(refused(
            house,
            "/incidents/retention/dispose",
            "day",
            "2019-12-31",
            &[]
        ));
    });
}

/// The same house as an installation whose configuration names the day.
fn began(mut house: House, day: &str) -> House {
    let mut config = (*house.app.config).clone();
    config.municipality.since = kit::clock::Day::parse(day);
    house.app = App {
        config: Arc::new(config),
        ..house.app.clone()
    };
    house
}

#[test]
fn the_configured_day_is_the_limit() {
    let house = began(House::sqlite(), "2009-01-01");
    let id = case_of_anna(&house);
    for (form, field, rest) in FORMS {
        let day = field == "decided";
        let path = format!("/incidents/{id}/{form}");
        let (before, after) = match day {
            true => ("2008-12-31", "2009-01-01"),
            false => ("2008-12-31T23:59", "2009-01-01T00:00"),
        };
        assert!(
            refused(&house, &path, field, before, rest),
            "{form} {field}"
        );
        assert!(
            !refused(&house, &path, field, after, rest),
            "{form} {field}"
        );
    }
}
