//! A table of earlier cases: which column is which, by its heading in five languages, and each row judged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use kit::clock::Day;
use serde::Deserialize;

use super::super::super::model::{Band, Discoverer, Imported, Kind, Nature, Origin, Outcome};
use super::intake::{Incoming, Intake, MOST, Why, about, date, named, told};

/// A table as it was read: its heading and its rows, each with its place and whether it is broken.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<(u64, Vec<String>, bool)>,
}

#[derive(Deserialize)]
struct Columns {
    headings: BTreeMap<String, Vec<String>>,
    outcomes: BTreeMap<String, Vec<String>>,
    kinds: BTreeMap<String, Vec<String>>,
    yes: BTreeMap<String, Vec<String>>,
}

static COLUMNS: LazyLock<Columns> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/columns.toml")).unwrap_or_else(|error| {
        // The file is part of the program, and a test reads it.
        panic!("columns.toml: {error}")
    })
});

fn folded(text: &str) -> String {
    let text = text
        .trim()
        .trim_matches(['.', ':', '*', '#'])
        .to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The code whose words hold this text.
fn meant<'a>(of: &'a BTreeMap<String, Vec<String>>, text: &str) -> Option<&'a str> {
    let text = folded(text);
    let found = of.iter().find(|(_, words)| words.contains(&text));
    found.map(|(code, _)| code.as_str())
}

/// Reads the rows.
///
/// # Errors
/// The message that says why this is no table of cases.
pub fn read(table: &Table, source: &str, today: Day) -> Result<Intake, &'static str> {
    let place = |wanted: &str| {
        let fits = |head: &String| {
            COLUMNS
                .headings
                .get(wanted)
                .is_some_and(|words| words.contains(&folded(head)))
        };
        table.head.iter().position(fits)
    };
    let name = place("name").ok_or("incidents-import-no-name")?;
    if table.rows.is_empty() {
        return Err("incidents-import-empty");
    }
    if table.rows.len() > MOST {
        return Err("incidents-import-many");
    }
    let places: BTreeMap<&str, usize> = [
        "day", "story", "outcome", "kind", "nature", "people", "supplier", "unit",
    ]
    .into_iter()
    .filter_map(|wanted| Some((wanted, place(wanted)?)))
    .collect();
    let mut intake = Intake {
        source: source.to_owned(),
        ..Intake::default()
    };
    for (line, cells, broken) in &table.rows {
        let cell = |wanted: &str| {
            let place = if wanted == "name" {
                Some(&name)
            } else {
                places.get(wanted)
            };
            place
                .and_then(|place| cells.get(*place))
                .map_or("", String::as_str)
        };
        let found = if *broken {
            Err(Why::Broken)
        } else {
            row(*line, source, today, &cell)
        };
        intake.put(*line, found);
    }
    Ok(intake)
}

fn row<'a>(
    place: u64,
    source: &str,
    today: Day,
    cell: &dyn Fn(&str) -> &'a str,
) -> Result<Incoming, Why> {
    let outcome = match cell("outcome").trim() {
        "" => None,
        text => {
            let code = Outcome::parse(text)
                .or_else(|| meant(&COLUMNS.outcomes, text).and_then(Outcome::parse));
            Some(code.ok_or(Why::Outcome)?)
        }
    };
    let split = |text: &'a str| text.split([',', ';', '/', '+']).map(str::trim);
    let kinds: BTreeSet<Kind> = split(cell("kind"))
        .filter_map(|text| meant(&COLUMNS.kinds, text).and_then(Kind::parse))
        .collect();
    let natures: BTreeSet<Nature> = split(cell("nature"))
        .filter_map(|text| Nature::parse(&text.to_lowercase()))
        .collect();
    let people: String = cell("people")
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let imported = Imported {
        source: source.to_owned(),
        external: named(cell("name"))?,
        occurred: date(cell("day"), today)?,
        outcome,
        kinds,
        natures,
        origin: Origin::Unknown,
        discoverer: Discoverer::Other,
        people: people.parse().map_or(Band::Unknown, Band::of),
        supplier: meant(&COLUMNS.yes, cell("supplier")).is_some(),
    };
    Ok(Incoming {
        place,
        story: told(cell("story")),
        about: about(&imported),
        unit: Some(cell("unit").trim().to_owned()).filter(|code| !code.is_empty()),
        imported,
    })
}
