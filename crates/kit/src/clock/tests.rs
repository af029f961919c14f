use super::*;
use proptest::prelude::*;

fn helsinki() -> Zone {
    Zone::named("Europe/Helsinki").unwrap()
}

fn copenhagen() -> Zone {
    Zone::named("Europe/Copenhagen").unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn at(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

#[test]
fn a_moment_is_written_and_read_in_utc() {
    assert_eq!(at("2026-11-22T05:18:00Z").ms(), 1_795_324_680_000);
    assert_eq!(
        at("2026-11-22T07:18:00+02:00").rfc3339(),
        "2026-11-22T05:18:00Z"
    );
    assert_eq!(at("2026-11-22T05:18:00.987Z").ms() % 1000, 987);
    assert_eq!(
        at("2026-11-22T05:18:00.987Z").rfc3339(),
        "2026-11-22T05:18:00Z"
    );
    assert_eq!(Moment(-1).rfc3339(), "1969-12-31T23:59:59Z");
    for wrong in [
        "",
        "2026-11-22",
        "2026-11-22T05:18Z",
        "2026-11-22T05:18:00",
        "2026-13-01T00:00:00Z",
        "ÄÄÄÄÄÄÄÄÄÄÄÄ",
    ] {
        assert_eq!(Moment::parse_rfc3339(wrong), None, "{wrong}");
    }
    assert_eq!(
        Moment::parse_rfc3339("2026-11-22T05:18:00+02:00[Europe/Helsinki]"),
        None
    );
}

#[test]
fn moments_add_and_never_overflow() {
    let start = at("2026-11-22T05:18:00Z");
    assert_eq!(start.plus_hours(72), start.plus_days(3));
    assert_eq!(start.plus_minutes(60).plus_seconds(-3600), start);
    assert!((start.plus_minutes(90).hours_since(start) - 1.5).abs() < f64::EPSILON);
    assert!(start.hours_since(start.plus_hours(2)) < -1.9);
    assert_eq!(Moment(i64::MAX).plus_days(i64::MAX), Moment(i64::MAX));
    assert_eq!(Moment(i64::MIN).plus_hours(-1), Moment(i64::MIN));
    assert_eq!(Moment(i64::MAX).rfc3339(), "9999-12-30T22:00:00Z");
    assert_eq!(serde_json::to_string(&Moment(5)).unwrap(), "5");
}

#[test]
fn a_day_is_read_strictly() {
    assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
    let wrong = [
        "2025-02-29",
        "2026-11-31",
        "2026-1-01",
        "2026-11-22 ",
        " 2026-11-22",
        "0000-01-01",
        "20261122",
        "2026-11-2é",
        "+026-11-22",
        "-026-11-22",
        "2026/11/22",
        "2026-00-10",
        "",
    ];
    for wrong in wrong {
        assert_eq!(Day::parse(wrong), None, "{wrong}");
    }
    assert_eq!(
        serde_json::to_string(&day("2026-11-22")).unwrap(),
        "\"2026-11-22\""
    );
    assert_eq!(
        serde_json::from_str::<Day>("\"2026-11-22\"").unwrap(),
        day("2026-11-22")
    );
    assert!(serde_json::from_str::<Day>("\"22.11.2026\"").is_err());
}

#[test]
fn days_count_over_leap_days_and_years() {
    assert_eq!(day("2024-02-28").plus_days(1), day("2024-02-29"));
    assert_eq!(day("2024-02-29").plus_days(366), day("2025-03-01"));
    assert_eq!(day("2026-01-01").plus_days(-1), day("2025-12-31"));
    assert_eq!(day("2024-01-01").days_until(day("2025-01-01")), 366);
    assert_eq!(day("2025-01-01").days_until(day("2024-01-01")), -366);
    assert_eq!(Day::first_of_year(2026), Some(day("2026-01-01")));
    assert_eq!(Day::last_of_year(2026), Some(day("2026-12-31")));
    assert_eq!(
        (Day::first_of_year(0), Day::last_of_year(10_000)),
        (None, None)
    );
    assert_eq!(
        (Day::first_of_year(i32::MAX), Day::last_of_year(9999)),
        (None, Some(Day::MAX))
    );
    let it = day("2026-11-22");
    assert_eq!(
        (it.year(), it.month(), it.day(), it.weekday()),
        (2026, 11, 22, 7)
    );
}

#[test]
fn days_stop_at_the_ends_of_the_calendar() {
    assert_eq!(Day::MAX.plus_days(1), Day::MAX);
    assert_eq!(Day::MAX.plus_days(i32::MAX), Day::MAX);
    assert_eq!(day("0001-01-01").plus_days(-1), Day::MIN);
    assert_eq!(Day::MIN.plus_days(i32::MIN), Day::MIN);
    assert_eq!(Day::MIN.plus_months(i32::MIN), Day::MIN);
    assert_eq!(Day::MAX.plus_months(i32::MAX), Day::MAX);
}

#[test]
fn months_end_where_the_month_ends() {
    assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
    assert_eq!(day("2024-02-29").plus_months(12), day("2025-02-28"));
    assert_eq!(day("2026-03-31").plus_months(-13), day("2025-02-28"));
    assert_eq!(day("2026-12-15").plus_months(1), day("2027-01-15"));
}

/// 29 March 2026, 01:00 UTC: Helsinki goes from 03:00 to 04:00, Copenhagen from 02:00 to 03:00.
#[test]
fn the_skipped_hour_in_spring_moves_forward() {
    let spring = day("2026-03-29");
    for (zone, hour) in [(helsinki(), 3), (copenhagen(), 2)] {
        assert_eq!(
            zone.moment(spring, hour, 30),
            Some(at("2026-03-29T01:30:00Z"))
        );
        assert_eq!(zone.local(at("2026-03-29T01:30:00Z")).hour, hour + 1);
        assert_eq!(zone.local(at("2026-03-29T00:59:59Z")).hour, hour - 1);
        let hours = zone.end_of(spring).hours_since(zone.start_of(spring));
        assert!((hours - 23.0).abs() < f64::EPSILON, "{hours}");
    }
}

/// 25 October 2026, 01:00 UTC: Helsinki goes from 04:00 to 03:00, Copenhagen from 03:00 to 02:00.
#[test]
fn the_double_hour_in_autumn_is_the_first_one() {
    let autumn = day("2026-10-25");
    for (zone, hour) in [(helsinki(), 3), (copenhagen(), 2)] {
        assert_eq!(
            zone.moment(autumn, hour, 30),
            Some(at("2026-10-25T00:30:00Z"))
        );
        assert_eq!(zone.local(at("2026-10-25T01:30:00Z")).hour, hour);
        let hours = zone.end_of(autumn).hours_since(zone.start_of(autumn));
        assert!((hours - 25.0).abs() < f64::EPSILON, "{hours}");
    }
}

#[test]
fn a_day_holds_exactly_its_moments() {
    let zone = helsinki();
    let new_year = Day::first_of_year(2027).unwrap();
    assert_eq!(zone.start_of(new_year).rfc3339(), "2026-12-31T22:00:00Z");
    assert_eq!(zone.end_of(day("2026-12-31")), zone.start_of(new_year));
    assert_eq!(
        zone.day_of(Moment(zone.start_of(new_year).ms() - 1)),
        day("2026-12-31")
    );
    assert_eq!(zone.day_of(zone.start_of(new_year)), new_year);
    assert!(zone.start_of(Day::MAX) < zone.end_of(Day::MAX));
    assert!(zone.end_of(Day::MAX.plus_days(-1)) <= zone.start_of(Day::MAX).plus_hours(14));
}

#[test]
fn the_field_of_a_form_goes_there_and_back() {
    let zone = helsinki();
    let moment = at("2026-11-22T05:18:00Z");
    assert_eq!(zone.input_value(moment), "2026-11-22T07:18");
    assert_eq!(zone.rfc3339(moment), "2026-11-22T07:18:00+02:00");
    assert_eq!(Moment::parse_rfc3339(&zone.rfc3339(moment)), Some(moment));
    assert_eq!(
        zone.parse_local("2026-11-22T07:18"),
        Some(Typed::Once(moment))
    );
    assert_eq!(
        zone.parse_local("2026-11-22 07:18:05"),
        Some(Typed::Once(moment.plus_seconds(5)))
    );
    let wrong = [
        "2026-11-22",
        "2026-11-22T24:00",
        "2026-11-22T07:60",
        "2026-11-22T7:18",
        "2026-11-22T07:18:60",
        "T",
        "2026-11-22T07:18:00:00",
        "2026-11-22T07:18Z",
        "2026-02-29T07:18",
    ];
    for wrong in wrong {
        assert_eq!(zone.parse_local(wrong), None, "{wrong}");
    }
    assert_eq!(zone.moment(day("2026-11-22"), 24, 0), None);
    assert_eq!(zone.moment(day("2026-11-22"), 200, 0), None);
}

#[test]
fn a_typed_hour_may_be_missing_or_come_twice() {
    for (zone, hour) in [(helsinki(), "03"), (copenhagen(), "02")] {
        let typed = |day: &str| zone.parse_local(&format!("{day}T{hour}:30")).unwrap();
        assert_eq!(typed("2026-03-29"), Typed::Skipped);
        let (first, second) = (at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z"));
        assert_eq!(typed("2026-10-25"), Typed::Twice(first, second));
        assert_eq!(
            (zone.turn(first), zone.turn(second)),
            (Some(false), Some(true))
        );
        assert_eq!(zone.turn(at("2026-10-24T12:00:00Z")), None);
    }
    let offset = |text| helsinki().offset(at(text));
    assert_eq!(offset("2026-10-25T00:30:00Z"), "+03");
    assert_eq!(offset("2026-10-25T01:30:00Z"), "+02");
}

#[test]
fn zones_have_names() {
    assert_eq!(Zone::named("Europe/Atlantis"), None);
    assert_eq!(Zone::named(""), None);
    assert_eq!(
        (helsinki().name(), Zone::utc().name()),
        ("Europe/Helsinki", "UTC")
    );
    for name in [
        "Europe/Stockholm",
        "Europe/Oslo",
        "Europe/Mariehamn",
        "Atlantic/Faroe",
        "America/Nuuk",
    ] {
        assert!(Zone::named(name).is_some(), "{name}");
    }
}

#[test]
fn a_set_clock_stands_still_and_its_clones_agree() {
    let clock = Clock::set_to(Moment(1));
    let other = clock.clone();
    clock.put(Moment(2));
    assert_eq!((clock.now(), other.now()), (Moment(2), Moment(2)));
    let machine = Clock::system();
    machine.put(Moment(0));
    assert!(machine.now() > at("2026-01-01T00:00:00Z"));
}

proptest! {
    #[test]
    fn reading_never_panics(text in "\\PC{0,30}", ms in any::<i64>(), days in any::<i32>(), hour in any::<u8>()) {
        let zone = helsinki();
        let _ = (Day::parse(&text), Moment::parse_rfc3339(&text), zone.parse_local(&text), Zone::named(&text));
        let day = zone.day_of(Moment(ms));
        let _ = (Moment(ms).rfc3339(), zone.input_value(Moment(ms)), day.plus_days(days), day.plus_months(days));
        let _ = (zone.start_of(day), zone.end_of(day), zone.moment(day, hour, hour));
    }

    #[test]
    fn what_is_written_is_read_back(seconds in -62_135_596_800i64..253_402_207_200, digits in "[0-9]{4}-[01][0-9]-[0-3][0-9]") {
        let moment = Moment(seconds * 1000);
        prop_assert_eq!(Moment::parse_rfc3339(&moment.rfc3339()), Some(moment));
        if let Some(day) = Day::parse(&digits) {
            prop_assert_eq!(day.to_string(), digits);
            let zone = copenhagen();
            prop_assert_eq!(zone.day_of(zone.start_of(day)), day);
            prop_assert_eq!(zone.day_of(Moment(zone.end_of(day).ms() - 1)), day);
        }
    }
}
