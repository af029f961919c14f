//! Significant incidents in the figures of the year.

use std::collections::BTreeMap;

use kit::clock::Moment;
use kit::words::Lang;

use super::super::super::tests::{assess, breach, led, moment, report};
use super::super::super::{CaseId, ROOM};
use super::super::figures::KEYS;
use crate::base::figure::{Period, Traced};
use crate::base::testing::{House, on_both};

fn period(house: &House) -> Period {
    Period::of(2026, &house.app.zone, house.controllers.to_vec()).unwrap()
}

/// The values of the keys, of the group or of one controller.
fn values(house: &House, controller: Option<usize>) -> BTreeMap<&'static str, Option<f64>> {
    let all = house
        .app
        .read(|conn| (ROOM.figures)(conn, &period(house)))
        .unwrap();
    let wanted = controller.map(|at| house.controllers[at]);
    KEYS.iter()
        .map(|(key, _)| {
            let found = all
                .iter()
                .find(|one| one.key == *key && one.controller == wanted);
            (*key, found.unwrap().value)
        })
        .collect()
}

fn open(house: &House, aware: Moment) -> CaseId {
    let id = report(
        house,
        house.people.anna,
        house.units[1],
        "The water office stood still",
    );
    assess(house, id, breach(aware));
    let at = house.app.zone.input_value(aware);
    send(
        house,
        id,
        &[
            ("service", "Water supply"),
            ("words", "Pumps stopped for a district."),
            ("aware", &at),
        ],
    );
    id
}

fn send(house: &House, id: CaseId, fields: &[(&str, &str)]) {
    let doris = house.actor(house.people.doris);
    led(house.send(&doris, &format!("/incidents/{id}/nis2"), fields));
}

fn done(house: &House, id: CaseId, deed: &str, at: Moment, words: &str) {
    let text = house.app.zone.input_value(at);
    house.app.clock.put(at.plus_hours(1));
    send(
        house,
        id,
        &[("deed", deed), ("at", &text), ("words", words)],
    );
}

#[test]
fn what_was_done_in_time_is_counted_where_a_service_is_in_scope() {
    on_both(|house| {
        // Finland's law names no municipality as such: nothing is known, and that is not 0.
        assert!(values(house, None).values().all(Option::is_none));
        let aware = moment("2026-03-02T07:00:00Z");
        let one = open(house, aware);
        done(house, one, "early_warning", aware.plus_hours(20), "");
        done(
            house,
            one,
            "incident_notification",
            aware.plus_hours(72),
            "",
        );
        done(house, one, "final_report", aware.plus_hours(24 * 20), "");
        // The second is warned of too late and reported after the year.
        let second = moment("2026-12-20T07:00:00Z");
        house.app.clock.put(second.plus_hours(1));
        let two = open(house, second);
        done(
            house,
            two,
            "early_warning",
            second.plus_hours(30),
            "Nobody was there",
        );
        done(
            house,
            two,
            "incident_notification",
            second.plus_hours(40),
            "",
        );
        done(house, two, "final_report", second.plus_hours(24 * 14), "");
        // The third was not significant after all.
        let third = moment("2026-05-04T07:00:00Z");
        house.app.clock.put(third.plus_hours(1));
        let three = open(house, third);
        send(
            house,
            three,
            &[("deed", "withdraw"), ("words", "It was a drill.")],
        );
        let expected: BTreeMap<&str, Option<f64>> = KEYS
            .iter()
            .map(|(key, _)| *key)
            .zip([Some(2.0), Some(1.0), Some(2.0), Some(1.0)])
            .collect();
        assert_eq!(values(house, Some(0)), expected);
        assert_eq!(values(house, None), expected);
        assert!(
            values(house, Some(1)).values().all(Option::is_none),
            "no service of this board is known to be in scope"
        );
        let doris = house.actor(house.people.doris);
        let w = house.app.tongue(Lang::En);
        for (key, value) in expected {
            let traced = Traced {
                key: key.to_owned(),
                controller: None,
            };
            let rows = house
                .app
                .read(|conn| (ROOM.rows)(conn, &doris, &w, &period(house), &traced))
                .unwrap()
                .unwrap();
            assert_eq!(Some(rows.len() as f64), value, "{key}");
        }
    });
}
