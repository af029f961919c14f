//! The figures against cases counted by hand, and the rows behind them.

use std::collections::BTreeMap;

use kit::words::Lang;

use super::super::model::Count;
use super::*;
use crate::base::figure::{Period, Reading, Traced};
use crate::base::testing::on_both;

const CATALOGUE: &str = include_str!("../../../year/catalogue/s09_incidents.toml");

fn period(house: &House, year: i32) -> Period {
    Period::of(year, &house.app.zone, house.controllers.to_vec()).unwrap()
}

fn figures(house: &House, year: i32) -> Vec<Reading> {
    let period = period(house, year);
    house
        .app
        .read(|conn| (ROOM.figures)(conn, &period))
        .unwrap()
}

/// Values of the whole group, or of one controller, by key.
fn values(house: &House, year: i32, controller: Option<usize>) -> BTreeMap<String, Option<f64>> {
    let controller = controller.map(|at| house.controllers[at]);
    let of_it = figures(house, year)
        .into_iter()
        .filter(|reading| reading.controller == controller);
    of_it.map(|reading| (reading.key, reading.value)).collect()
}

fn people(house: &House, id: CaseId, told: Told, at: Option<Moment>, public: bool) {
    as_officer(house, id, |tx, editor, _| {
        let draft = PeopleDraft {
            told: Some(told),
            at,
            public,
            reason: "Because".to_owned(),
        };
        let checked = draft.check(Faults::new(), tx.at(), &house.app.zone)?;
        super::super::people(tx, editor, id, &checked)
    })
    .unwrap();
}

fn decline(house: &House, id: CaseId) {
    as_officer(house, id, |tx, editor, _| {
        let declined = Declined::typed(&kit::form::Fields::parse("reason=Harmless"))?;
        super::super::decline(tx, editor, id, &declined)
    })
    .unwrap();
}

/// Eight reports of 2025 and one of 2026, told as they happen.
fn year_of_cases(house: &House) -> Vec<CaseId> {
    let (anna, doris) = (house.people.anna, house.people.doris);
    let (school, social) = (house.units[1], house.units[2]);
    // 1: a breach, noticed 2 hours after it happened, notified after 24 hours, people told, closed after 100 hours.
    house.at("2025-03-03T10:00:00Z");
    let aware = house.app.now();
    let one = report(house, anna, school, "One");
    let mut draft = breach(aware.plus_hours(1));
    draft.occurred = When::At(aware.plus_hours(-2));
    draft.noticed = When::At(aware);
    house.at("2025-03-03T12:00:00Z");
    assess(house, one, draft);
    house.app.clock.put(aware.plus_hours(25));
    notify(house, one, aware.plus_hours(25), "").unwrap();
    people(house, one, Told::Told, Some(aware.plus_hours(25)), false);
    house.app.clock.put(aware.plus_hours(101));
    close(house, one);
    // 2: the same unit, the same cause, notified after 80 hours with reasons.
    house.at("2025-06-02T10:00:00Z");
    let aware = house.app.now();
    let two = report(house, anna, school, "Two");
    let mut draft = breach(aware);
    draft.people = Some(Band::Hundreds);
    draft.kinds = [Kind::Confidentiality, Kind::Availability].into();
    draft.natures = [Nature::R, Nature::S].into();
    assess(house, two, draft);
    house.app.clock.put(aware.plus_hours(80));
    notify(house, two, aware.plus_hours(80), "Summer").unwrap();
    people(house, two, Told::ExemptC, None, true);
    // 3: another board, an attack at a supplier, not needed.
    house.at("2025-09-01T10:00:00Z");
    let three = report(house, doris, social, "Three");
    let mut draft = breach(house.app.now());
    (draft.cause, draft.origin) = (Some(Cause::Attack), Some(Origin::ExternalDeliberate));
    (draft.supplier, draft.discoverer) = (true, Some(Discoverer::Processor));
    draft.people = Some(Band::Unknown);
    assess(house, three, draft);
    decline(house, three);
    // 4 to 6: a near miss, a false alarm that is answered, a security incident.
    let four = report(house, anna, school, "Four");
    assess(house, four, plain(Outcome::NearMiss));
    let five = report(house, anna, school, "Five");
    assess(house, five, plain(Outcome::FalseAlarm));
    close(house, five);
    let six = report(house, anna, school, "Six");
    assess(house, six, plain(Outcome::Security));
    // Nothing has happened yet, and it counts as good.
    let seen = report(house, anna, school, "Somebody may fall over this");
    assess(house, seen, plain(Outcome::Observation));
    // 7: reported on the last evening of the year, assessed in January: aware before midnight, decided after.
    house.at("2025-12-31T20:00:00Z");
    let seven = report(house, anna, school, "Seven");
    let aware = house.app.now();
    house.at("2026-01-02T08:00:00Z");
    let mut draft = breach(aware);
    draft.people = Some(Band::Tens);
    assess(house, seven, draft);
    notify(house, seven, house.app.now(), "").unwrap();
    // 8: half an hour after midnight in Helsinki is still the old year in UTC: it belongs to 2026.
    house.at("2025-12-31T22:30:00Z");
    let eight = report(house, anna, school, "Eight");
    house.at("2026-01-02T09:00:00Z");
    vec![one, two, three, four, five, six, seven, eight]
}

#[test]
fn figures_are_what_one_counts_by_hand() {
    on_both(|house| {
        year_of_cases(house);
        let all = values(house, 2025, None);
        let expected = [
            ("inc.reports", 8.0),
            ("inc.false_alarm", 1.0),
            ("inc.observation", 1.0),
            ("inc.near_miss", 1.0),
            ("inc.near_miss.reported", 1.0),
            ("inc.security_only", 1.0),
            ("inc.known", 4.0),
            ("inc.by_kind.c", 4.0),
            ("inc.by_kind.a", 1.0),
            ("inc.by_kind.i", 0.0),
            ("inc.by_nature.r", 4.0),
            ("inc.by_nature.s", 1.0),
            // The seventh was assessed after the year: its cause and its people were not recorded by then.
            ("inc.by_cause.human", 2.0),
            ("inc.by_cause.internal_not_malicious", 2.0),
            ("inc.by_cause.external_malicious", 1.0),
            ("inc.by_cause.unknown", 1.0),
            ("inc.human_share", 50.0),
            ("inc.by_discoverer.own_staff", 3.0),
            ("inc.by_discoverer.processor", 1.0),
            ("inc.notified", 2.0),
            ("inc.notified_72h", 1.0),
            ("inc.notified_late", 1.0),
            ("inc.notified_late.reasons", 1.0),
            ("inc.not_notified", 1.0),
            ("inc.undecided", 1.0),
            ("inc.people_told.told", 1.0),
            ("inc.people_told.exempt_c", 1.0),
            ("inc.people_told.undecided", 2.0),
            ("inc.people_told.public", 1.0),
            ("inc.people_bands.1", 1.0),
            ("inc.people_bands.100_999", 1.0),
            ("inc.people_bands.unknown", 2.0),
            ("inc.people_bands.10_99", 0.0),
            ("inc.t_notice", 2.0),
            ("inc.t_notice.n", 1.0),
            ("inc.t_aware", 0.0),
            ("inc.t_aware.n", 4.0),
            ("inc.t_notify", 52.0),
            ("inc.t_notify.n", 2.0),
            ("inc.t_close", 100.0),
            ("inc.t_close.n", 1.0),
            ("inc.recurring", 1.0),
            ("inc.supplier", 1.0),
            ("inc.answered.of", 8.0),
            ("inc.answered.n", 2.0),
        ];
        for (key, value) in expected {
            assert_eq!(all[key], Some(value), "{key}");
        }
        for (key, _) in super::super::law::figures::KEYS {
            assert_eq!(all[key], None, "{key} is not available, never 0");
        }
        let social = values(house, 2025, Some(1));
        assert_eq!(
            (social["inc.known"], social["inc.reports"]),
            (Some(1.0), Some(1.0))
        );
        let water = values(house, 2025, Some(2));
        assert_eq!(
            (
                water["inc.known"],
                water["inc.t_notify"],
                water["inc.human_share"]
            ),
            (Some(0.0), None, None)
        );
        let next = values(house, 2026, None);
        assert_eq!(
            (next["inc.reports"], next["inc.known"]),
            (Some(1.0), Some(0.0))
        );
    });
}

#[test]
fn what_happens_after_the_year_does_not_change_it() {
    on_both(|house| {
        let cases = year_of_cases(house);
        let before = figures(house, 2025);
        house.at("2026-02-02T08:00:00Z");
        // Found harmless in February, notified and answered after all: the year stays as it was.
        assess(house, cases[1], plain(Outcome::FalseAlarm));
        notify(house, cases[2], house.app.now(), "It grew").unwrap();
        close(house, cases[3]);
        assert_eq!(figures(house, 2025), before);
    });
}

#[test]
fn every_key_of_the_catalogue_is_given() {
    on_both(|house| {
        let given = values(house, 2025, None);
        let mut asked: Vec<&str> = Vec::new();
        for figure in CATALOGUE.split("[[figure]]").skip(1) {
            let field = |name: &str| {
                let start = format!("{name} = \"");
                let line = figure
                    .lines()
                    .find_map(|line| line.strip_prefix(start.as_str()));
                line.map_or("", |line| line.trim_end_matches('"'))
            };
            // Per 1,000 employees follows from two figures; the year divides them.
            if field("source") == "incidents" && field("key") != "inc.reports.per_1000" {
                asked.push(field("key"));
            }
        }
        let missing: Vec<&&str> = asked
            .iter()
            .filter(|key| !given.contains_key(**key))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
        let unknown: Vec<&String> = given
            .keys()
            .filter(|key| !asked.contains(&key.as_str()))
            .collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    });
}

#[test]
fn behind_each_count_stand_as_many_cases() {
    on_both(|house| {
        year_of_cases(house);
        let (period, w) = (period(house, 2025), house.app.tongue(Lang::En));
        let doris = house.actor(house.people.doris);
        let rows = |actor: &Actor, key: &str, controller| {
            let traced = Traced {
                key: key.to_owned(),
                controller,
            };
            house
                .app
                .read(|conn| (ROOM.rows)(conn, actor, &w, &period, &traced))
                .unwrap()
        };
        for reading in figures(house, 2025) {
            let counted = Count::all().iter().any(|(key, _)| *key == reading.key);
            if let (true, Some(value)) = (counted, reading.value) {
                let rows = rows(&doris, &reading.key, reading.controller).unwrap();
                assert_eq!(rows.len() as f64, value, "{}", reading.key);
            }
        }
        assert_eq!(rows(&doris, "inc.t_notify", None).unwrap().len(), 2);
        assert_eq!(rows(&doris, "inc.human_share", None).unwrap().len(), 2);
        assert_eq!(rows(&doris, "trn.done", None), None, "another room's key");
        assert!(
            rows(&house.actor(house.people.mona), "inc.known", None)
                .unwrap()
                .is_empty()
        );
        let before = house.app.db.statements();
        figures(house, 2025);
        assert_eq!(
            house.app.db.statements() - before,
            4,
            "cases, tally, significant incidents, boards with their countries"
        );
    });
}
