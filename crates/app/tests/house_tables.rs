//! House rule 4: a room or a part of the hall touches only its own tables. Their names begin with its own.

mod source;

use std::collections::BTreeSet;

use source::house::{holds, owner, product_files};
use source::{Source, words};

/// Tables that a file reads though they belong to another part, each with its reason.
const BORROWED: &[(&str, &str, &str)] = &[];

#[test]
fn rule_4_each_part_touches_only_its_own_tables() {
    holds(
        own_tables,
        &[".rs", ".sql"],
        &[
            (
                "crates/app/src/modules/training/store.rs",
                "const A: &str = \"SELECT id FROM incidents_reports\";",
            ),
            (
                "crates/app/src/modules/training.rs",
                "const A: &str = r#\"UPDATE\n organisation_people SET a = 1\"#;",
            ),
            (
                "crates/app/src/base/tasks/store.rs",
                "const A: &str = \"SELECT 1 FROM tasks_due JOIN notices_all n\";",
            ),
            (
                "crates/app/src/year/store.rs",
                "const A: &str = \"DELETE FROM incidents_reports\";",
            ),
            (
                "crates/app/src/year/store.rs",
                "const A: &str = \"WITH a AS (SELECT 1 FROM incidents_reports AS r) SELECT 1\";",
            ),
            (
                "migrations/0009_training.sql",
                "CREATE TABLE courses (id TEXT);",
            ),
            (
                "migrations/0009_training.sql",
                "CREATE TABLE training_done (at TEXT REFERENCES incidents_reports (id));",
            ),
        ],
    );
}

/// The names after these words are tables. `DO UPDATE SET`, `FOR UPDATE` and `DISTINCT FROM` are none.
fn own_tables(sources: &[Source]) -> Vec<String> {
    let hall: BTreeSet<String> = product_files(sources)
        .filter_map(|s| owner(s).filter(|_| s.path.contains("/base/")))
        .collect();
    let mut faults = Vec::new();
    let mut borrowed: BTreeSet<&(&str, &str, &str)> = BTreeSet::new();
    for source in sources.iter().filter(|s| !s.is_test()) {
        let Some(owner) = owner(source) else { continue };
        let sql = if source.path.ends_with(".sql") {
            vec![(1, source.text.clone())]
        } else {
            source.strings()
        };
        for (line, text) in sql {
            for (word, table) in tables(&text) {
                let own = table.starts_with(&format!("{owner}_"));
                let of_hall = word == "REFERENCES"
                    && hall
                        .iter()
                        .any(|part| table.starts_with(&format!("{part}_")));
                let lent = BORROWED
                    .iter()
                    .find(|(path, of, _)| source.inside() == Some(*path) && *of == table);
                borrowed.extend(lent);
                if !own && !of_hall && lent.is_none() {
                    faults.push(format!("{}:{line}: {owner} touches {table}", source.path));
                }
            }
        }
    }
    faults.extend(
        BORROWED
            .iter()
            .filter(|entry| !borrowed.contains(entry))
            .map(|entry| format!("no longer needed: {entry:?}")),
    );
    faults
}

fn tables(sql: &str) -> Vec<(&str, &str)> {
    let words = words(sql);
    // `WITH one AS (…)` and `WITH RECURSIVE two (id) AS (…)` name no table.
    let opens = |at: usize| sql[at + 2..].trim_start().starts_with('(');
    let mut named: BTreeSet<&str> = words
        .windows(2)
        .filter(|w| w[1].1 == "AS" && opens(w[1].0))
        .map(|w| w[0].1)
        .collect();
    named.extend(
        words
            .windows(2)
            .filter(|w| ["WITH", "RECURSIVE"].contains(&w[0].1))
            .map(|w| w[1].1),
    );
    let mut found = Vec::new();
    for (n, pair) in words.windows(2).enumerate() {
        let ((at, word), (start, table)) = (pair[0], pair[1]);
        let before = if n == 0 { "" } else { words[n - 1].1 };
        let opens = ["FROM", "JOIN", "INTO", "UPDATE", "TABLE", "REFERENCES"].contains(&word);
        let joined = sql[at + word.len()..start].trim().is_empty();
        let other =
            ["DO", "FOR", "DISTINCT"].contains(&before) || ["SET", "IF", "ONLY"].contains(&table);
        let called = word == "FROM" && sql[start + table.len()..].starts_with('(');
        if opens && joined && !other && !called && !named.contains(table) {
            found.push((word, table));
        }
    }
    found
}
