//! The catalogue: every section and figure of the Data Balance Sheet, with its definition in five languages.
//!
//! The TOML files beside this one are data that a lawyer can read; they are part of the program and read
//! once. A definition is frozen into each snapshot, so that a later change of words never changes an old sheet.

pub mod unit;

use std::collections::HashMap;
use std::sync::LazyLock;

use kit::words::Texts;
use serde::{Deserialize, Serialize};

pub use unit::Unit;

kit::choices! {
    /// Calendar year, state on the cut-off day, or a cohort that the definition names.
    pub enum PeriodKind {
        Year = "Y", "year-period-year";
        Day = "D", "year-period-day";
        Cohort = "C", "year-period-cohort";
    }
}

kit::choices! {
    /// Where a figure comes from today.
    pub enum Source {
        Organisation = "organisation", "year-source-organisation";
        Incidents = "incidents", "year-source-incidents";
        Measures = "measures", "year-source-measures";
        Guard = "guard", "year-source-guard";
        Targets = "targets", "year-source-targets";
        /// A person enters it, with a note.
        Entered = "entered", "year-source-entered";
    }
}

impl Source {
    /// The source that a room on the list is, by its name; rooms that come later count several.
    pub fn of_room(name: &str) -> Option<Source> {
        match name {
            "organisation" => Some(Source::Organisation),
            "incidents" => Some(Source::Incidents),
            "measures" => Some(Source::Measures),
            "guard" => Some(Source::Guard),
            "year" => Some(Source::Targets),
            // Parts of the hall that have no figures.
            "identity" | "audit" | "notices" | "tasks" | "files" => Some(Source::Entered),
            _ => None,
        }
    }
}

/// How the whole municipal group's number comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whole {
    /// The sum of the boards and companies.
    Sum,
    /// A number of its own: a share, a median, or a count in which one thing may stand at several boards.
    Own,
}

/// What a count of nothing does in a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zero {
    Show,
    Withhold,
}

/// Disclosure class: free, or about few people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Free,
    /// Withheld from publication below `minimum`.
    Few {
        minimum: u32,
        zero: Zero,
    },
}

kit::choices! {
    pub enum Visibility {
        Public = "public", "year-visibility-public";
        Internal = "internal", "year-visibility-internal";
    }
}

/// Whether more is better. Most counts say nothing of the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    Up,
    Down,
    None,
}

/// One figure: what it counts and how it may be shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Raw", into = "Raw")]
pub struct Definition {
    pub key: String,
    /// Number of its section, 0 to 15.
    pub section: u8,
    pub unit: Unit,
    pub period: PeriodKind,
    pub source: Source,
    /// The room that will count it one day, where it is entered until then.
    pub later: Option<String>,
    /// Whether it exists per board, or for the whole alone.
    pub boards: bool,
    pub whole: Whole,
    pub class: Class,
    pub visibility: Visibility,
    /// For shares: the figures above and below the line.
    pub share_of: Option<(String, String)>,
    pub better: Better,
    pub name: Texts,
    pub definition: Texts,
}

/// A definition as it is written in TOML and in frozen sheets.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    key: String,
    #[serde(default)]
    section: u8,
    unit: Unit,
    period: PeriodKind,
    source: Source,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    later: Option<String>,
    boards: bool,
    whole: Whole,
    class: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    zero: Option<Zero>,
    visibility: Visibility,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    share_of: Option<(String, String)>,
    better: Better,
    name: Texts,
    definition: Texts,
}

impl TryFrom<Raw> for Definition {
    type Error = String;

    fn try_from(raw: Raw) -> Result<Definition, String> {
        let class = match (raw.class.as_str(), raw.minimum, raw.zero) {
            ("free", None, None) => Class::Free,
            ("few", Some(minimum), Some(zero)) => Class::Few { minimum, zero },
            _ => return Err(format!("{}: class {} is incomplete", raw.key, raw.class)),
        };
        Ok(Definition {
            key: raw.key,
            section: raw.section,
            unit: raw.unit,
            period: raw.period,
            source: raw.source,
            later: raw.later,
            boards: raw.boards,
            whole: raw.whole,
            class,
            visibility: raw.visibility,
            share_of: raw.share_of,
            better: raw.better,
            name: raw.name,
            definition: raw.definition,
        })
    }
}

impl From<Definition> for Raw {
    fn from(def: Definition) -> Raw {
        let (class, minimum, zero) = match def.class {
            Class::Free => ("free", None, None),
            Class::Few { minimum, zero } => ("few", Some(minimum), Some(zero)),
        };
        Raw {
            key: def.key,
            section: def.section,
            unit: def.unit,
            period: def.period,
            source: def.source,
            later: def.later,
            boards: def.boards,
            whole: def.whole,
            class: class.to_owned(),
            minimum,
            zero,
            visibility: def.visibility,
            share_of: def.share_of,
            better: def.better,
            name: def.name,
            definition: def.definition,
        }
    }
}

/// A chapter of the sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// 0 to 15.
    pub number: u8,
    pub key: String,
    pub title: Texts,
    pub lead: Texts,
}

/// What holds between figures of one board (or of the whole) and one year.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Relation {
    /// The total is exactly the sum of its parts.
    Sum { total: String, parts: Vec<String> },
    /// Each part alone is at most the total.
    AtMost { total: String, parts: Vec<String> },
    /// share = numerator / denominator × [`Unit::factor`] of the share.
    Share {
        share: String,
        numerator: String,
        denominator: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionFile {
    section: Section,
    figure: Vec<Definition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelationFile {
    relation: Vec<Relation>,
}

const FILES: [&str; 16] = [
    include_str!("s00_summary.toml"),
    include_str!("s01_environment.toml"),
    include_str!("s02_governance.toml"),
    include_str!("s03_information.toml"),
    include_str!("s04_rules.toml"),
    include_str!("s05_risks.toml"),
    include_str!("s06_processors.toml"),
    include_str!("s07_security.toml"),
    include_str!("s08_control.toml"),
    include_str!("s09_incidents.toml"),
    include_str!("s10_rights.toml"),
    include_str!("s11_training.toml"),
    include_str!("s12_communication.toml"),
    include_str!("s13_continuity.toml"),
    include_str!("s14_reviews.toml"),
    include_str!("s15_targets.toml"),
];

struct Catalogue {
    sections: Vec<Section>,
    figures: Vec<Definition>,
    relations: Vec<Relation>,
    places: HashMap<String, usize>,
}

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| read().expect("the catalogue is part of the program; a test reads it"));

fn read() -> Result<Catalogue, String> {
    let (mut sections, mut figures) = (Vec::new(), Vec::new());
    for text in FILES {
        let file: SectionFile = toml::from_str(text).map_err(|error| error.to_string())?;
        let number = file.section.number;
        figures.extend(file.figure.into_iter().map(|mut def| {
            def.section = number;
            def
        }));
        sections.push(file.section);
    }
    let file: RelationFile =
        toml::from_str(include_str!("relations.toml")).map_err(|error| error.to_string())?;
    let places = figures
        .iter()
        .enumerate()
        .map(|(place, def)| (def.key.clone(), place))
        .collect();
    Ok(Catalogue {
        sections,
        figures,
        relations: file.relation,
        places,
    })
}

/// All sections in order, 0 to 15.
pub fn sections() -> &'static [Section] {
    &CATALOGUE.sections
}

pub fn section(number: u8) -> Option<&'static Section> {
    sections().iter().find(|section| section.number == number)
}

/// All figures in the order of the sheet.
pub fn definitions() -> &'static [Definition] {
    &CATALOGUE.figures
}

/// The figures of one section, in order.
pub fn of_section(number: u8) -> impl Iterator<Item = &'static Definition> {
    definitions()
        .iter()
        .filter(move |def| def.section == number)
}

pub fn definition(key: &str) -> Option<&'static Definition> {
    place(key).map(|place| &CATALOGUE.figures[place])
}

/// Where a figure stands among [`definitions`].
pub fn place(key: &str) -> Option<usize> {
    CATALOGUE.places.get(key).copied()
}

/// What holds between figures. That the boards add up follows from [`Whole::Sum`] and is not repeated.
pub fn relations() -> &'static [Relation] {
    &CATALOGUE.relations
}

#[cfg(test)]
mod tests;
