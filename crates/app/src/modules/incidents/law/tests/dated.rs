//! The law as dated data: every vector of `clock-vectors.toml`, in every time zone, over both changes of the clocks.

use kit::clock::{Day, Moment, Zone};
use kit::form::{self, Faults, Fields};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde::Deserialize;

use super::super::model::{Due, Law, Rule};
use crate::base::organisation::Country;

#[derive(Deserialize)]
struct Vectors {
    vector: Vec<Vector>,
    lateness: Vec<Lateness>,
}

#[derive(Deserialize)]
struct Vector {
    name: String,
    rule: String,
    zone: String,
    aware_at: String,
    deadline: String,
    last_day: Option<Day>,
}

#[derive(Deserialize)]
struct Lateness {
    name: String,
    aware_at: String,
    notified_at: String,
    late: bool,
    #[serde(default)]
    fault: bool,
}

fn vectors() -> Vectors {
    toml::from_str(include_str!("clock-vectors.toml")).unwrap()
}

fn at(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Not law: switched on here alone.
const PROPOSAL: &str = "[[limit]]\nid = \"proposal-96h\"\nrule = \"notify\"\nhours = 96\nfrom = \"2026-01-01\"\n\
                        source = \"COM(2025) 837, not adopted\"\n";

/// The law that a vector is about, and the rule.
fn law_of(vector: &Vector) -> (Law, Rule) {
    let zone = Zone::named(&vector.zone).unwrap();
    let law = Law::built_in().of(Country::of_zone(zone.name()));
    match vector.rule.as_str() {
        "gdpr-33-72h" | "reg-1182-71-72h" => (law, Rule::Notify),
        "nis2-23-24h" => (law, Rule::EarlyWarning),
        "nis2-23-72h" => (law, Rule::IncidentNotification),
        "nis2-23-month" => (law, Rule::FinalReport),
        "proposal-96h" => (law.with(Law::parse(PROPOSAL).unwrap()), Rule::Notify),
        "no-digitalsikkerhet-24h" => {
            let id = ["no-digitalsikkerhet-24h".to_owned()];
            (law.confirmed(&id).unwrap(), Rule::EarlyWarning)
        }
        other => panic!("{}: no rule {other}", vector.name),
    }
}

/// What the vector's deadline is compared with: the formal end where it is about that, the first moment after the
/// last day where the limit ends with a day.
fn end(vector: &Vector, due: Due) -> Moment {
    match vector.rule.as_str() {
        "reg-1182-71-72h" => due.formal.unwrap(),
        "nis2-23-month" => Moment::from_ms(due.by.ms() + 1),
        _ => due.by,
    }
}

#[test]
fn every_vector_has_its_deadline() {
    let all = vectors().vector;
    assert_eq!(all.len(), 63);
    for vector in &all {
        let zone = Zone::named(&vector.zone).unwrap();
        let (law, rule) = law_of(vector);
        let (due, _) = law.due(rule, at(&vector.aware_at), &zone).unwrap();
        assert_eq!(
            end(vector, due).rfc3339(),
            at(&vector.deadline).rfc3339(),
            "{}",
            vector.name
        );
        assert_eq!(due.last_day, vector.last_day, "{}", vector.name);
        assert!(due.formal.is_none_or(|formal| formal > due.by));
    }
}

/// Limits in hours do not know where they are: whatever zone the installation is set to, the moment is the same, and
/// the formal end is never before it and never more than an hour after it.
#[test]
fn every_vector_in_every_time_zone() {
    let zones = Zone::names();
    assert!(zones.len() > 400, "{}", zones.len());
    let hours: Vec<(Vector, Law, Rule)> = vectors()
        .vector
        .into_iter()
        .filter(|vector| vector.rule != "nis2-23-month" && vector.rule != "reg-1182-71-72h")
        .map(|vector| {
            let (law, rule) = law_of(&vector);
            (vector, law, rule)
        })
        .collect();
    for name in &zones {
        let zone = Zone::named(name).unwrap();
        for (vector, law, rule) in &hours {
            let (aware, deadline) = (at(&vector.aware_at), at(&vector.deadline));
            let (due, _) = law.due(*rule, aware, &zone).unwrap();
            assert_eq!(due.by, deadline, "{} in {name}", vector.name);
            let more = due.formal.unwrap().hours_since(due.by);
            assert!(more > 0.0 && more <= 1.0, "{} in {name}", vector.name);
            // What the form shows of both is read back to the minute, also where the hour comes twice.
            for moment in [aware, deadline] {
                let minute = moment.plus_seconds(-(moment.ms() / 1000).rem_euclid(60));
                let (mut fields, mut faults) = (Fields::default(), Faults::new());
                form::put_moment(&mut fields, "aware", minute, &zone);
                let back = form::moment(&fields, &mut faults, "aware", &zone);
                assert_eq!(back, Some(minute), "{} in {name}", vector.name);
            }
        }
    }
}

/// The month ends with a day of the place where it is counted: the vectors' days are the vectors' zones' days.
#[test]
fn a_month_ends_with_the_day_of_its_place_in_every_time_zone() {
    let law = Law::built_in().of(Some(Country::Dk));
    let start = at("2027-03-15T10:00:00Z");
    for name in Zone::names() {
        let zone = Zone::named(&name).unwrap();
        let (due, _) = law.due(Rule::FinalReport, start, &zone).unwrap();
        let first = zone.day_of(start);
        let last = due.last_day.unwrap();
        assert!(last >= first.plus_months(1), "{name}");
        assert_eq!(
            due.by.ms() + 1,
            zone.end_of(last).ms(),
            "{name}: the last moment of its last day"
        );
    }
}

/// The same in processes whose own time zone is another: nothing asks the machine where it stands.
#[test]
fn the_zone_of_the_process_changes_nothing() {
    let this = std::env::current_exe().unwrap();
    for zone in [
        "Europe/Helsinki",
        "Pacific/Apia",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Antarctica/Troll",
        "Australia/Lord_Howe",
    ] {
        let done = std::process::Command::new(&this)
            .args([
                "--exact",
                "modules::incidents::law::tests::dated::every_vector_has_its_deadline",
            ])
            .env("TZ", zone)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(done.status.success(), "{zone}: {said}");
        assert!(said.contains("1 passed"), "{zone}: {said}");
    }
}

#[test]
fn every_case_of_lateness() {
    let all = vectors().lateness;
    assert_eq!(all.len(), 6);
    let law = Law::built_in();
    for one in all {
        let (aware, notified) = (at(&one.aware_at), at(&one.notified_at));
        let (due, _) = law.due(Rule::Notify, aware, &Zone::utc()).unwrap();
        assert_eq!(notified > due.by, one.late, "{}", one.name);
        // A notification before the awareness is refused by the form: see the tests of the steps.
        assert_eq!(notified < aware, one.fault, "{}", one.name);
    }
}

#[test]
fn hours_are_data() {
    let aware = at("2026-12-01T12:00:00+01:00");
    let by = |law: &Law| law.due(Rule::Notify, aware, &Zone::utc()).unwrap().0.by;
    let now = Law::built_in();
    assert_eq!(by(&now), aware.plus_hours(72), "the proposal is no law");
    let changed = Law::built_in().with(Law::parse(PROPOSAL).unwrap());
    assert_eq!(by(&changed), aware.plus_hours(96));
    let before = at("2025-12-31T12:00:00Z");
    assert_eq!(
        changed
            .due(Rule::Notify, before, &Zone::utc())
            .unwrap()
            .0
            .by,
        before.plus_hours(72),
        "a change of law leaves what was before it"
    );
    assert!(now.limit(Rule::Notify, day("2018-05-24")).is_none());
    assert_eq!(
        now.limit(Rule::Notify, day("2018-05-25")).unwrap().source,
        "Regulation (EU) 2016/679 art. 33(1)"
    );
}

#[test]
fn what_nobody_has_read_is_no_law() {
    let norway = Law::built_in().of(Some(Country::No));
    let today = day("2026-11-22");
    assert!(norway.limit(Rule::EarlyWarning, today).is_none());
    let id = "no-digitalsikkerhet-24h".to_owned();
    let read = norway.clone().confirmed(&[id]).unwrap();
    assert!(read.limit(Rule::EarlyWarning, today).is_some());
    assert!(norway.confirmed(&["nothing".to_owned()]).is_err());
    let iceland = Law::built_in().of(Some(Country::Is));
    assert!(iceland.limit(Rule::EarlyWarning, today).is_none());
    assert!(iceland.scope(today).is_none());
}

#[test]
fn each_country_begins_on_its_day() {
    for (country, first) in [
        (Country::Dk, "2025-07-01"),
        (Country::Se, "2026-01-15"),
        (Country::Fi, "2025-04-08"),
    ] {
        let law = Law::built_in().of(Some(country));
        for rule in [
            Rule::EarlyWarning,
            Rule::IncidentNotification,
            Rule::FinalReport,
        ] {
            assert!(law.limit(rule, day(first)).is_some());
            assert!(law.limit(rule, day(first).plus_days(-1)).is_none());
        }
        assert!(law.scope(day(first)).is_some());
        assert_eq!(Country::parse(country.code()), Some(country));
    }
}

#[test]
fn the_whistleblower_directive_binds_member_states_alone() {
    let law = Law::built_in();
    for country in Country::ALL {
        let bound = !matches!(country, Country::No | Country::Is);
        for rule in [Rule::Receipt, Rule::Feedback] {
            let limit = law.limit_in(Some(country), rule, day("2026-01-01"));
            assert_eq!(limit.is_some(), bound, "{country:?}");
        }
        let act = law.whistle_act(Some(country), day("2026-01-01"));
        assert_eq!(act, None, "nobody has read it: {country:?}");
    }
    // Once somebody has read it, it is named; from its first day.
    let law = law.confirmed(&["whistle-act-no".to_owned()]).unwrap();
    let act = |country, on| {
        let act = law.whistle_act(Some(country), day(on));
        act.map(|act| act.name.as_str())
    };
    assert_eq!(
        act(Country::No, "2026-01-01"),
        Some("arbeidsmiljøloven kapittel 2 A")
    );
    assert_eq!(act(Country::No, "2017-06-30"), None);
    assert_eq!(act(Country::Se, "2026-01-01"), None);
    assert!(
        Law::built_in()
            .confirmed(&["whistle-act".to_owned()])
            .is_err()
    );
}

#[test]
fn a_wrong_line_is_refused_with_its_name() {
    for wrong in [
        "[[limit]]\nid = \"a\"\nrule = \"notify\"\nfrom = \"2026-01-01\"\nsource = \"b\"",
        "[[limit]]\nid = \"a\"\nrule = \"notify\"\nhours = 1\ndays = 1\nfrom = \"2026-01-01\"\nsource = \"b\"",
        "[[limit]]\nid = \"a\"\nrule = \"notify\"\nhours = 0\nfrom = \"2026-01-01\"\nsource = \"b\"",
        "[[limit]]\nid = \"a\"\nrule = \"notify\"\nhours = 1\nfrom = \"2026-01-02\"\nuntil = \"2026-01-01\"\nsource = \"b\"",
        "[[limit]]\nid = \"a\"\nrule = \"other\"\nhours = 1\nfrom = \"2026-01-01\"\nsource = \"b\"",
        "[[limit]]\nid = \"a\"\nrule = \"notify\"\nhours = 1\nfrom = \"2026-01-01\"\nsource = \"\"",
        "[[holiday]]\ncountries = [\"fi\"]\non = \"13-01\"",
        "[[holiday]]\ncountries = [\"fi\"]",
        "[[holiday]]\ncountries = [\"xx\"]\non = \"12-06\"",
        "limit = 1",
    ] {
        assert!(Law::parse(wrong).is_err(), "{wrong}");
    }
    assert!(Law::parse("").is_ok());
}

/// Between any two moments of forty years the clock keeps its order and its length.
#[test]
fn a_limit_in_hours_is_exact_and_in_order() {
    let law = Law::built_in();
    let config = Config {
        cases: 400,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let span = 1_527_206_400_000i64..2_800_000_000_000;
    runner
        .run(&(span.clone(), span), |(one, other)| {
            let due = |ms| {
                let start = Moment::from_ms(ms);
                law.due(Rule::Notify, start, &Zone::utc()).unwrap().0.by
            };
            prop_assert_eq!(due(one).ms() - one, 72 * 3_600_000);
            prop_assert_eq!(one.cmp(&other), due(one).cmp(&due(other)));
            Ok(())
        })
        .unwrap();
}

#[test]
fn easter_and_working_days() {
    use super::super::model::easter;
    for (year, sunday) in [
        (2024, "2024-03-31"),
        (2025, "2025-04-20"),
        (2026, "2026-04-05"),
        (2027, "2027-03-28"),
        (2028, "2028-04-16"),
        (2038, "2038-04-25"),
    ] {
        assert_eq!(easter(year), Some(day(sunday)));
        assert_eq!(easter(year).unwrap().weekday(), 7);
    }
}
