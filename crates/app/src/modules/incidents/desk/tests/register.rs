//! The register: how SQLite goes about each filter, the files, the search.

use kit::db::{Target, Value};

use super::super::web::book;
use super::*;
use crate::base::visit::Reply;
use crate::modules::incidents::store::{Filter, Sight, find, statement};

fn filters(house: &House) -> Vec<(&'static str, Filter)> {
    let known = Some((house.app.now().plus_days(-300), house.app.now()));
    let (stage, outcome) = (Some(Stage::Closed), Some(Outcome::Security));
    let controller = Some(house.controllers[0]);
    let about = Some(About::Channel);
    let none = Filter::default;
    vec![
        ("incidents_cases_known", none()),
        ("incidents_cases_known", Filter { known, ..none() }),
        (
            "incidents_cases_stage",
            Filter {
                stage,
                known,
                ..none()
            },
        ),
        (
            "incidents_cases_outcome",
            Filter {
                outcome,
                known,
                ..none()
            },
        ),
        (
            "incidents_cases_controller",
            Filter {
                controller,
                known,
                ..none()
            },
        ),
        (
            "incidents_cases_stage_outcome",
            Filter {
                stage,
                outcome,
                known,
                ..none()
            },
        ),
        (
            "incidents_cases_board_outcome",
            Filter {
                controller,
                outcome,
                known,
                ..none()
            },
        ),
        (
            "incidents_cases_board_stage",
            Filter {
                controller,
                stage,
                known,
                ..none()
            },
        ),
        (
            "incidents_cases_three",
            Filter {
                controller,
                stage,
                outcome,
                known,
                ..none()
            },
        ),
        (
            "incidents_cases_about",
            Filter {
                about,
                known,
                ..none()
            },
        ),
        (
            "incidents_cases_unit",
            Filter {
                unit: Some(house.units[1]),
                known,
                ..none()
            },
        ),
        (
            "incidents_cases_unit",
            Filter {
                unit: Some(house.units[1]),
                stage,
                outcome,
                controller,
                ..none()
            },
        ),
        (
            "incidents_cases_made",
            Filter {
                history: true,
                ..none()
            },
        ),
        (
            "incidents_cases_late",
            Filter {
                late: Some(house.app.now()),
                ..none()
            },
        ),
        (
            "incidents_words",
            Filter {
                words: vec!["list".to_owned()],
                ..none()
            },
        ),
        (
            "incidents_words",
            Filter {
                words: vec!["list".to_owned(), "letter".to_owned()],
                stage,
                ..none()
            },
        ),
    ]
}

/// No filter reads the whole table, and none but a word's few cases is sorted.
#[test]
fn every_filter_goes_through_its_index() {
    let house = House::sqlite();
    assert!(matches!(house.app.db.target(), Target::Sqlite(_)));
    // The planner is asked about a register of many cases, not about an empty one.
    let doris = doris(&house);
    let today = house.app.today();
    house
        .app
        .write(&Actor::console(), |tx| fill(tx, 3_000, today))
        .unwrap();
    house
        .app
        .read(|conn| {
            for (index, filter) in filters(&house) {
                let (sql, values) = statement(conn, &Sight::of(&doris), &filter);
                let plan = plan(conn, &sql, &values);
                assert!(plan.contains(index), "{index}: {plan}\n{sql}");
                let scanned = ["SCAN c\n", "SCAN incidents_cases\n"];
                assert!(
                    !scanned.iter().any(|scan| plan.contains(scan)),
                    "{plan}\n{sql}"
                );
                let through = plan.matches("incidents_cases_late").count();
                let halves = 2 * usize::from(filter.late.is_some());
                assert_eq!(
                    through, halves,
                    "once for the count, once for the page: {plan}"
                );
                let sorted = plan.contains("TEMP B-TREE FOR ORDER BY");
                let few = !filter.words.is_empty() || filter.late.is_some();
                assert!(few || !sorted, "sorted: {plan}\n{sql}");
            }
            Ok::<_, Problem>(())
        })
        .unwrap();
}

fn plan(conn: &kit::db::Conn, sql: &str, values: &[Value]) -> String {
    let rows = conn
        .all(&format!("EXPLAIN QUERY PLAN {sql}"), values)
        .unwrap();
    let lines: Vec<String> = rows
        .iter()
        .map(|row| row.get::<String>("detail").unwrap())
        .collect();
    lines.join("\n") + "\n"
}

#[test]
fn every_filter_finds_what_it_says_and_counts_no_further_than_a_reader_pages() {
    on_both(|house| {
        let today = house.app.today();
        house
            .app
            .write(&Actor::console(), |tx| fill(tx, 2_500, today))
            .unwrap();
        let sight = Sight::of(&doris(house));
        let look = |filter: &Filter, page| {
            house
                .app
                .read(|conn| find(conn, &sight, filter, 20, page))
                .unwrap()
        };
        let all = look(&Filter::default(), 1);
        assert_eq!((all.total, all.more, all.lines.len()), (1_000, true, 20));
        assert!(all.lines.windows(2).all(|two| two[0].known >= two[1].known));
        let last = look(&Filter::default(), 999);
        assert_eq!(last.lines.len(), 20, "past the end is the last page");
        for (_, filter) in filters(house) {
            let found = look(&filter, 1);
            let whole = house
                .app
                .read(|conn| crate::modules::incidents::store::all(conn, &sight, &filter, 5_000))
                .unwrap();
            assert_eq!(found.total, whole.len().min(1_000) as i64, "{filter:?}");
            let first: Vec<CaseId> = whole.iter().take(20).map(|line| line.id).collect();
            let page: Vec<CaseId> = found.lines.iter().map(|line| line.id).collect();
            assert_eq!(page, first, "{filter:?}");
        }
        // Every case has these two words' beginnings: only the newest are looked through, and it is said.
        let words = vec!["w".to_owned(), "wo".to_owned()];
        let broad = look(
            &Filter {
                words,
                ..Filter::default()
            },
            1,
        );
        assert_eq!((broad.total, broad.lines.len()), (1_000, 20));
        let rare = Filter {
            words: vec!["word1".to_owned(), "word2".to_owned()],
            ..Filter::default()
        };
        assert!(look(&rare, 1).total > 0);
        let page = text(house.open(&doris(house), "/incidents"));
        assert!(page.contains("More than 1,000 cases"), "{page}");
    });
}

#[test]
fn the_register_is_paper_and_data_at_any_moment() {
    on_both(|house| {
        let id = waiting(house, "My story, with the name of Secret Person.");
        let auditor = house.actor(house.people.aud);
        let bytes = |address: &str| match house.open(&auditor, address) {
            Ok(Reply::File(file)) => file.bytes,
            other => panic!("no file: {other:?}"),
        };
        assert!(bytes("/incidents.pdf").starts_with(b"%PDF"));
        let json: serde_json::Value = serde_json::from_slice(&bytes("/incidents.json")).unwrap();
        let case = &json["cases"][0];
        assert_eq!(case["id"], id.to_string());
        assert_eq!(case["assessment"]["outcome"], "breach");
        assert_eq!(case["facts"], "A letter went to a neighbour.");
        let whole = json.to_string();
        assert!(
            !whole.contains("Secret Person"),
            "the reporter's story stays out"
        );
        assert!(
            !whole.contains(&house.people.anna.to_string()),
            "and the reporter"
        );
        let none = bytes("/incidents.json?outcome=security");
        let none: serde_json::Value = serde_json::from_slice(&none).unwrap();
        assert_eq!(none["cases"].as_array().map(Vec::len), Some(0));
        let anna = house.actor(house.people.anna);
        assert!(matches!(
            house.open(&anna, "/incidents.pdf"),
            Err(Problem::Forbidden)
        ));
    });
}

#[test]
fn paper_and_files_hold_the_judgement_with_its_reason_and_every_decision() {
    on_both(|house| {
        let id = waiting(house, "My story.");
        judge(house, id, "The health of one child.");
        as_officer(house, id, |tx, editor, _| {
            let why = Declined::typed(&kit::form::Fields::parse("reason=It+came+back+unread"))?;
            decline(tx, editor, id, &why)
        })
        .unwrap();
        let auditor = house.actor(house.people.aud);
        let visit = |address: &str| house.visit(&auditor, address);
        let paper = |address: &str| book::paper(&house.app, &visit(address)).unwrap();
        let register = paper("/incidents.pdf?outcome=breach");
        assert_eq!(register.title, "Register of personal data breaches");
        let text = format!("{:?}", register.blocks);
        for said in [
            "Risk judged",
            "A high risk: The health of one child.",
            "It came back unread",
            "(\"Authority notified\", \"Not needed\")",
            "(\"Closed\", \"Not yet\")",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        let csv = String::from_utf8(saved(house, &auditor, "/incidents.csv")).unwrap();
        for said in [
            "The health of one child.",
            "It came back unread",
            "A person's mistake",
        ] {
            assert!(csv.contains(said), "{said}: {csv}");
        }
        let json = saved(house, &auditor, "/incidents.json");
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let case = &json["cases"][0];
        assert_eq!(case["judgements"][0]["risk"], "high");
        assert_eq!(case["judgements"][0]["reason"], "The health of one child.");
        assert_eq!(case["assessment"]["aware"], case["aware_at"]);
        assert!(
            case["assessment"]["aware"].is_string(),
            "no milliseconds: {case}"
        );
        assert!(case["assessment"]["occurred"].is_null(), "{case}");
    });
}

/// 199 pages of false alarms are no register of breaches.
#[test]
fn the_paper_is_called_what_it_holds() {
    on_both(|house| {
        let alarm = report(house, house.people.anna, house.units[1], "Nothing");
        assess(house, alarm, plain(Outcome::FalseAlarm));
        waiting(house, "My story.");
        let officer = doris(house);
        let paper = |address: &str| {
            let paper = book::paper(&house.app, &house.visit(&officer, address)).unwrap();
            (paper.title, format!("{:?}", paper.blocks))
        };
        let (title, all) = paper("/incidents.pdf");
        assert_eq!(title, "Register of incidents");
        assert!(all.contains("False alarm"), "{all}");
        let (title, breaches) = paper("/incidents.pdf?outcome=breach");
        assert_eq!(title, "Register of personal data breaches");
        assert!(!breaches.contains("False alarm"), "{breaches}");
        let page = text(house.open(&officer, "/incidents?about=wrong_recipient"));
        assert!(
            page.contains("/incidents.pdf?about=wrong_recipient&#38;outcome=breach"),
            "{page}"
        );
    });
}

fn saved(house: &House, actor: &Actor, address: &str) -> Vec<u8> {
    match house.open(actor, address) {
        Ok(Reply::File(file)) => file.bytes,
        other => panic!("no file: {other:?}"),
    }
}
