//! A year from approval to what anybody can read, check and see corrected.

use std::collections::BTreeMap;

use kit::words::Lang;
use serde_json::Value;

use super::super::manifest::Manifest;
use super::super::verify::{self, Fault};
use crate::base::testing::{House, on_both};
use crate::base::visit::{Download, Reply};
use crate::base::{Actor, App, Problem};
use crate::year::model::Kind;
use crate::year::publish::{self, Publication};
use crate::year::tests::{Desk, entry, refusal};

/// Few people in the first board, more in the others.
const REQUESTS: [f64; 3] = [3.0, 17.0, 29.0];

fn enter(desk: &Desk<'_>, year: i32, values: [f64; 3]) {
    let boards = desk.house.controllers;
    let entries: Vec<_> = boards
        .iter()
        .zip(values)
        .map(|(board, value)| {
            entry(
                "right.requests",
                Some(*board),
                Some(value),
                "counted by hand",
            )
        })
        .collect();
    desk.enter(year, &entries).expect("entered");
    let zero = entry("gov.meetings.security", None, Some(0.0), "none");
    desk.enter(year, &[zero]).expect("entered");
}

fn approved<'a>(house: &'a House, year: i32) -> Desk<'a> {
    let desk = Desk::of(house);
    desk.open(year, Kind::Counted).expect("opened");
    enter(&desk, year, REQUESTS);
    desk.close(year).expect("closed");
    desk.approve(year, &format!("{}-02-10", year + 1))
        .expect("approved");
    desk
}

fn publish(desk: &Desk<'_>, year: i32) -> Result<Publication, Problem> {
    publish::publish(&desk.house.app, &desk.doris, year)
}

fn fetch(house: &House, address: &str) -> Download {
    match house.open(&Actor::nobody(), address) {
        Ok(Reply::File(file)) => file,
        other => panic!("{address}: {other:?}"),
    }
}

fn content(app: &App, name: &str) -> Result<Vec<u8>, Problem> {
    let file = app.read(|conn| publish::file(conn, name, None))?;
    file.map(|file| file.content).ok_or(Problem::NotFound)
}

fn page(house: &House, address: &str) -> (u16, String) {
    match house.open(&Actor::nobody(), address) {
        Ok(Reply::Page(page)) => (page.status, page.body),
        other => panic!("{address}: {other:?}"),
    }
}

/// Values of one figure in the open data: by board code (empty for the whole) and year.
fn values(json: &Value, key: &str) -> BTreeMap<(String, i64), Value> {
    let figures = json["figures"].as_array().expect("figures");
    let figure = figures
        .iter()
        .find(|one| one["key"] == key)
        .expect("the figure");
    figure["values"]
        .as_array()
        .expect("values")
        .iter()
        .map(|one| {
            let board = one["board"].as_str().unwrap_or_default().to_owned();
            (
                (board, one["year"].as_i64().expect("a year")),
                one["value"].clone(),
            )
        })
        .collect()
}

#[test]
fn a_year_is_published_once_with_all_its_files_and_anybody_can_check_them() {
    on_both(|house| {
        let desk = Desk::of(house);
        assert_eq!(page(house, "/open/2025").0, 404);
        desk.open(2025, Kind::Counted).expect("opened");
        assert_eq!(refusal(publish(&desk, 2025)), "open-refused-state");
        enter(&desk, 2025, REQUESTS);
        desk.close(2025).expect("closed");
        assert_eq!(refusal(publish(&desk, 2025)), "open-refused-state");
        desk.approve(2025, "2026-02-10").expect("approved");
        let anna = house.actor(house.people.anna);
        let forbidden = publish::publish(&house.app, &anna, 2025);
        assert!(matches!(forbidden, Err(Problem::Forbidden)));
        let made = publish(&desk, 2025).expect("published");
        assert_eq!((made.edition, made.files.len()), (1, 19));
        assert_eq!(refusal(publish(&desk, 2025)), "open-refused-nothing-new");

        for lang in Lang::ALL {
            let (status, body) = page(house, &format!("/open/2025?lang={lang}"));
            assert_eq!(status, 200);
            assert!(!body.contains('⟦') && !body.contains("<main"));
        }
        assert!(page(house, "/open").1.contains("/open/2025"));
        let pdf = fetch(house, "/open/2025.fi.pdf");
        assert!(pdf.public && pdf.inline && pdf.mime == "application/pdf");
        let short = fetch(house, "/open/2025.summary.pdf");
        assert_eq!(short.name, "2025.summary.en.pdf");
        let mut visit = house.visit(&Actor::nobody(), "/open/2025.json");
        visit.known = pdf.etag.clone();
        visit.params = vec![("file".into(), "2025.fi.pdf".into())];
        let route = &crate::year::open::ROUTES[1];
        assert!(matches!(
            (route.run)(&house.app, &visit),
            Ok(Reply::NotModified)
        ));

        let app = &house.app;
        let report = verify::published(|name| content(app, name), 2025, Some(app.keys.public()));
        let report = report.expect("checked");
        assert_eq!(
            report.faults,
            [],
            "{:?}",
            report.lines(&app.tongue(Lang::En))
        );
        assert_eq!((report.files, report.edition), (17, 1));
        assert_eq!(report.fingerprint, app.keys.fingerprint());
        for lang in Lang::ALL {
            let lines = report.lines(&app.tongue(lang)).join("\n");
            assert!(!lines.contains('⟦'), "{lines}");
        }
    });
}

#[test]
fn few_people_are_in_no_file_and_nothing_is_zero_that_is_not_known() {
    on_both(|house| {
        let desk = approved(house, 2025);
        publish(&desk, 2025).expect("published");
        let json: Value =
            serde_json::from_slice(&fetch(house, "/open/2025.json").bytes).expect("json");
        let requests = values(&json, "right.requests");
        let shown: Vec<&Value> = requests.values().filter(|value| !value.is_null()).collect();
        assert!(!shown.contains(&&Value::from(3)), "{requests:?}");
        // The whole and both other boards together would give it back.
        assert!(shown.len() < 3, "{requests:?}");
        let complaints = values(&json, "gov.meetings.security");
        assert_eq!(complaints[&(String::new(), 2025)], Value::from(0));
        let csv = String::from_utf8(fetch(house, "/open/2025.csv").bytes).expect("text");
        for line in csv
            .lines()
            .filter(|line| line.starts_with("right.requests,"))
        {
            assert!(!line.contains(",3,value"), "{line}");
        }
        let anything = json["figures"].as_array().expect("figures").iter();
        let never = anything.filter(|one| one["key"] == "dpia.done");
        for figure in never {
            assert_eq!(
                figure["values"],
                Value::Array(Vec::new()),
                "not available is not 0"
            );
        }
        // Inside it is listed, with the value and the reason.
        let held = match house.open(&desk.doris, "/year/2025/withheld") {
            Ok(Reply::Page(page)) => page.body,
            other => panic!("{other:?}"),
        };
        assert!(held.contains("fewer people than the minimum"), "{held}");
        for person in [house.people.anna, house.people.adam, house.people.sam] {
            let refused = house.open(&house.actor(person), "/year/2025/withheld");
            assert!(matches!(refused, Err(Problem::Forbidden)));
        }
        let inner = house.open(&desk.doris, "/year/2025/internal.pdf");
        assert!(matches!(inner, Ok(Reply::File(file)) if !file.public));
    });
}

#[test]
fn what_is_changed_afterwards_is_named() {
    on_both(|house| {
        let desk = approved(house, 2025);
        let made = publish(&desk, 2025).expect("published");
        let app = &house.app;
        let folder = tempfile::tempdir().expect("a folder");
        let names = publish::export(app, 2025, folder.path()).expect("written");
        assert_eq!(names.len(), made.files.len());
        let place = folder.path().to_str().expect("a path");
        assert!(verify::place(place, None).expect("checked").sound());

        let changed = folder.path().join("2025.csv");
        let csv = std::fs::read_to_string(&changed).expect("read");
        std::fs::write(
            &changed,
            csv.replace("gov.meetings.security", "gov.meetings.securitz"),
        )
        .expect("written");
        let report = verify::place(place, None).expect("checked");
        assert_eq!(report.faults, [Fault::Changed("2025.csv".into())]);
        std::fs::remove_file(&changed).expect("removed");
        let report = verify::place(place, None).expect("checked");
        assert_eq!(report.faults, [Fault::Missing("2025.csv".into())]);
        std::fs::write(&changed, csv).expect("written");

        let manifest = folder.path().join(Manifest::name(2025));
        let text = std::fs::read_to_string(&manifest).expect("read");
        std::fs::write(&manifest, text.replace("§ 42", "§ 43")).expect("written");
        let report = verify::place(place, None).expect("checked");
        assert_eq!(report.faults, [Fault::Signature]);
        let other = [7; 32];
        let report = verify::published(|name| content(app, name), 2025, Some(other));
        assert_eq!(
            report.expect("checked").faults,
            [Fault::Key, Fault::Signature]
        );
        let empty = tempfile::tempdir().expect("a folder");
        let nothing = verify::place(empty.path().to_str().expect("a path"), None);
        assert_eq!(refusal(nothing), "open-verify-no-manifest");
        for wrong in [
            "http://example.com/open/2025",
            "ftp://127.0.0.1/2025",
            "https://example.com/open",
        ] {
            assert_eq!(refusal(verify::place(wrong, None)), "open-verify-address");
        }
    });
}

#[test]
fn an_erratum_makes_a_further_edition_and_the_first_stays() {
    on_both(|house| {
        let desk = approved(house, 2025);
        publish(&desk, 2025).expect("published");
        let app = &house.app;
        let first = fetch(house, "/open/2025.json").bytes;
        let correct = |key: &str, board, new| desk.correct(key, board, new).expect("corrected");
        correct("gov.meetings.security", None, 2.0);
        // A small count that is withheld: the correction must not give it away.
        correct("right.requests", Some(0), 4.0);
        correct("right.requests", None, 50.0);
        let made = publish(&desk, 2025).expect("published again");
        assert_eq!(made.edition, 2);

        let json: Value =
            serde_json::from_slice(&fetch(house, "/open/2025.json").bytes).expect("json");
        let errata = json["errata"].as_array().expect("errata");
        let told: Vec<&Value> = errata
            .iter()
            .filter(|one| one["key"] == "gov.meetings.security")
            .collect();
        let hidden: Vec<&Value> = errata.iter().filter(|one| one["key"].is_null()).collect();
        println!("{errata:?}");
        assert_eq!((told.len(), hidden.is_empty()), (1, false));
        for one in hidden {
            let words = one.to_string();
            assert!(
                !words.contains("letter") && !words.contains("requests"),
                "{words}"
            );
        }
        let old = fetch(house, "/open/2025.json?edition=1").bytes;
        assert_eq!(old, first, "the first edition stays as it was");
        assert!(page(house, "/open/2025").1.contains("/open/2025?edition=1"));
        assert_eq!(page(house, "/open/2025.json?edition=7").0, 404);
        let report = verify::published(|name| content(app, name), 2025, None);
        assert_eq!(report.expect("checked").faults, []);
    });
}

#[test]
fn next_year_keeps_what_was_withheld() {
    on_both(|house| {
        let desk = approved(house, 2024);
        publish(&desk, 2024).expect("published");
        desk.open(2025, Kind::Counted).expect("opened");
        enter(&desk, 2025, [11.0, 12.0, 13.0]);
        desk.close(2025).expect("closed");
        desk.approve(2025, "2026-02-20").expect("approved");
        publish(&desk, 2025).expect("published");
        let json = |year: i32| -> Value {
            let file = fetch(house, &format!("/open/{year}.json"));
            serde_json::from_slice(&file.bytes).expect("json")
        };
        let (before, now) = (
            values(&json(2024), "right.requests"),
            values(&json(2025), "right.requests"),
        );
        for (place, value) in before.iter().filter(|((_, year), _)| *year == 2024) {
            assert_eq!(&now[place], value, "{place:?}");
        }
        let own = now.iter().filter(|((_, year), _)| *year == 2025);
        assert!(own.clone().count() == 4 && own.clone().all(|(_, value)| !value.is_null()));
    });
}
