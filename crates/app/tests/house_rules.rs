//! The architecture as tests that read the source. Each rule is one function from sources to faults; its test
//! shows it snippets that it must refuse, and then the product. A rule that turns out wrong is changed in the
//! open, with a page in docs/decisions. Rule 4 is in house_tables.rs; 9 and 10 are the tests on both engines and
//! of every page.

mod source;

use std::collections::BTreeSet;

use source::house::{
    each_line, functions, holds, naming, one_file, owner, product_files, room_of, rooms,
};
use source::{Source, words};

/// Who may name rooms, and why. Everybody else asks the list.
const MAY_NAME_ROOMS: &[(&str, &str)] = &[
    ("modules/mod.rs", "the list itself"),
    ("boot.rs", "the wiring"),
    ("main.rs", "starts the wiring"),
    ("schedule.rs", "says what happens by itself"),
    ("crossings.rs", "where two rooms meet, by name"),
    (
        "demo",
        "makes the demonstration through the rooms' own actions",
    ),
];

/// Files with SQL that are neither a store nor a room or part in one file, each with its reason.
const SQL_ELSEWHERE: &[(&str, &str)] = &[
    (
        "base/audit/mod.rs",
        "the book is one statement per verb, and appending is all that it does",
    ),
    (
        "base/identity/session.rs",
        "one table and its few statements, as in a part of one file",
    ),
];

#[test]
fn rule_1_tools_know_nothing_of_the_business() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let tools = ["kit", "paper", "detect", "extract", "transport"];
        let manifests = sources.iter().filter(|s| {
            tools
                .iter()
                .any(|tool| s.path == format!("crates/{tool}/Cargo.toml"))
        });
        each_line(manifests, |line| {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            (tools.contains(&name) || name == "tillit").then(|| format!("depends on {name}"))
        })
    }
    holds(
        rule,
        &["Cargo.toml"],
        &[(
            "crates/kit/Cargo.toml",
            "[dependencies]\npaper.workspace = true",
        )],
    );
}

#[test]
fn rule_2_the_hall_names_no_room() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let mut never: BTreeSet<String> = rooms(sources);
        never.extend(["modules", "crossings", "year"].map(str::to_owned));
        let hall = || {
            product_files(sources)
                .filter(|s| s.inside().is_some_and(|path| path.starts_with("base/")))
        };
        let mut faults = naming(hall(), |_, name, of_type| !of_type && never.contains(name));
        for source in hall() {
            let of_room = |text: &str| {
                never.contains(
                    text.trim_start_matches('/')
                        .split('/')
                        .next()
                        .unwrap_or_default(),
                )
            };
            let said = source
                .strings()
                .into_iter()
                .filter(|(_, text)| text.starts_with('/') && of_room(text));
            faults.extend(
                said.map(|(line, text)| format!("{}:{line}: leads to {text}", source.path)),
            );
        }
        faults
    }
    holds(
        rule,
        &[".rs"],
        &[
            (
                "crates/app/src/base/tasks/mod.rs",
                "use crate::modules::incidents;",
            ),
            (
                "crates/app/src/base/tasks/mod.rs",
                "fn a() { crate::year::close() }",
            ),
            (
                "crates/app/src/base/tasks/mod.rs",
                "const HREF: &str = \"/incidents/new\";",
            ),
        ],
    );
}

#[test]
fn rule_3_a_room_never_names_another_room() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let rooms = rooms(sources);
        let inside = product_files(sources).filter(|s| room_of(s).is_some());
        naming(inside, |source, name, of_type| {
            let other = rooms.contains(name) && room_of(source) != Some(name);
            !of_type && (other || ["modules", "crossings", "year"].contains(&name))
        })
    }
    holds(
        rule,
        &[".rs"],
        &[
            (
                "crates/app/src/modules/training/web.rs",
                "use crate::modules::incidents::Kind;",
            ),
            (
                "crates/app/src/modules/training/web.rs",
                "use super::super::{incidents, App};",
            ),
            (
                "crates/app/src/modules/training.rs",
                "fn a() { super::incidents::report() }",
            ),
        ],
    );
}

#[test]
fn rule_5_only_the_list_boot_and_crossings_name_rooms() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let rooms = rooms(sources);
        let outside = product_files(sources).filter(|s| {
            let path = s.inside().unwrap_or_default();
            room_of(s).is_none()
                && !MAY_NAME_ROOMS
                    .iter()
                    .any(|(may, _)| path == *may || path.starts_with(&format!("{may}/")))
        });
        naming(outside, |_, name, of_type| !of_type && rooms.contains(name))
    }
    holds(
        rule,
        &[".rs"],
        &[
            (
                "crates/app/src/year/figures.rs",
                "use crate::modules::incidents;",
            ),
            (
                "crates/app/src/shell/menu.rs",
                "fn a() { modules::training::ROOM.menu }",
            ),
        ],
    );
}

#[test]
fn rule_6_models_are_pure() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let impure = [
            "db",
            "Db",
            "Conn",
            "Tx",
            "App",
            "Clock",
            "Visit",
            "Answer",
            "Reply",
            "axum",
            "askama",
            "tokio",
            "fs",
            "net",
            "env",
            "process",
            "Instant",
            "SystemTime",
            "random",
            "now",
            "getrandom",
            "store",
            "web",
            "actions",
        ];
        let models = product_files(sources)
            .filter(|s| s.path.ends_with("/model.rs") || s.path.contains("/model/"));
        naming(models, |_, name, _| impure.contains(&name))
    }
    holds(
        rule,
        &[".rs"],
        &[
            (
                "crates/app/src/modules/training/model.rs",
                "use kit::db::Row;",
            ),
            (
                "crates/app/src/modules/training/model.rs",
                "fn a() -> u64 { Moment::now().seconds() }",
            ),
            (
                "crates/app/src/modules/training/model.rs",
                "fn a() { std::fs::read(\"x\"); }",
            ),
        ],
    );
}

#[test]
fn rule_7_sql_in_stores_and_http_at_the_door() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let mut faults = Vec::new();
        for source in product_files(sources).filter(|s| owner(s).is_some()) {
            let path = source.inside().unwrap_or_default();
            let store = path.ends_with("/store.rs") || path.contains("/store/");
            if !store && !one_file(path) && !SQL_ELSEWHERE.iter().any(|(listed, _)| *listed == path)
            {
                let sql = source
                    .strings()
                    .into_iter()
                    .filter(|(_, text)| is_sql(text));
                faults.extend(
                    sql.map(|(line, _)| format!("{}:{line}: SQL outside store.rs", source.path)),
                );
            }
        }
        let wire = ["axum", "hyper", "tower", "tower_http"];
        faults.extend(naming(
            product_files(sources).filter(|s| owner(s).is_some()),
            |_, name, _| wire.contains(&name),
        ));
        let inner = product_files(sources).filter(|s| {
            let path = s.inside().unwrap_or_default();
            let door =
                path.ends_with("/mod.rs") || path.ends_with("/web.rs") || path.contains("/web/");
            owner(s).is_some() && !door && !one_file(path)
        });
        faults.extend(naming(inner, |_, name, _| {
            ["Visit", "Reply", "Answer"].contains(&name)
        }));
        faults
    }
    holds(
        rule,
        &[".rs"],
        &[
            (
                "crates/app/src/modules/training/actions.rs",
                "const A: &str = \"SELECT 1\";",
            ),
            (
                "crates/app/src/modules/training/web.rs",
                "const A: &str = r\"INSERT INTO training_a VALUES (1)\";",
            ),
            (
                "crates/app/src/modules/training/actions.rs",
                "use crate::base::visit::Visit;",
            ),
            (
                "crates/app/src/year/store.rs",
                "use axum::http::StatusCode;",
            ),
        ],
    );
}

fn is_sql(text: &str) -> bool {
    [
        "SELECT ",
        "INSERT INTO ",
        "UPDATE ",
        "DELETE FROM ",
        "WITH ",
        "CREATE ",
    ]
    .iter()
    .any(|verb| text.trim_start().starts_with(verb))
}

/// The room or part that a file belongs to: the first two folders under src.
fn part_of(path: &str) -> Vec<&str> {
    path.trim_start_matches("crates/app/src/")
        .split('/')
        .take(2)
        .collect()
}

#[test]
fn rule_8_every_verb_leaves_an_audit_line() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let actions = product_files(sources)
            .filter(|s| s.path.ends_with("/actions.rs") || s.path.contains("/actions/"));
        let codes: Vec<(&Source, String)> = actions.map(|s| (s, s.code())).collect();
        let mut faults = Vec::new();
        for (source, code) in &codes {
            let all = functions(code);
            // A verb may leave its line through another verb of its room, or by a task, which leaves one itself.
            let room: Vec<_> = codes
                .iter()
                .filter(|(other, _)| part_of(&other.path) == part_of(&source.path))
                .flat_map(|(_, code)| functions(code))
                .collect();
            let mut audited: BTreeSet<&str> = BTreeSet::new();
            for _ in 0..room.len() {
                let calls = |body: &str| {
                    words(body).iter().any(|(at, name)| {
                        audited.contains(name) && body[at + name.len()..].starts_with('(')
                    })
                };
                let lines = |body: &str| body.contains("audit::") || body.contains("tasks::open(");
                let more: Vec<&str> = room
                    .iter()
                    .filter(|f| lines(f.body) || calls(f.body))
                    .map(|f| f.name)
                    .collect();
                let before = audited.len();
                audited.extend(more);
                if audited.len() == before {
                    break;
                }
            }
            let silent = all
                .iter()
                .filter(|f| f.public && f.head.contains("&Tx") && !audited.contains(f.name));
            faults.extend(silent.map(|f| {
                format!(
                    "{}:{}: {} leaves no audit line",
                    source.path, f.line, f.name
                )
            }));
        }
        faults
    }
    holds(
        rule,
        &[".rs"],
        &[
            (
                "crates/app/src/modules/training/actions.rs",
                "pub fn pass(tx: &Tx<'_>) -> u8 {\n    store::pass(tx)\n}\n",
            ),
            (
                "crates/app/src/modules/training/actions.rs",
                "pub fn a(\n    tx: &Tx<'_>,\n) {\n    b(tx)\n}\nfn b(tx: &Tx<'_>) {\n    // audit::changed\n}\n",
            ),
        ],
    );
}
