//! The demonstration municipality as it is written down in the folder `demo`.

use std::collections::BTreeMap;

use kit::clock::Day;
use kit::words::Texts;
use serde::Deserialize;

use super::times::Pace;
use crate::base::Problem;

#[derive(Debug, Deserialize)]
pub struct Organisation {
    pub municipality: Municipality,
    pub controller: Vec<Controller>,
    #[serde(default)]
    pub change: Vec<Change>,
}

#[derive(Debug, Deserialize)]
pub struct Municipality {
    pub name: Texts,
    pub domain: String,
    pub business_id: String,
    pub address: String,
}

#[derive(Debug, Deserialize)]
pub struct Controller {
    pub key: String,
    pub kind: String,
    pub name: Texts,
    pub weight: f64,
    #[serde(default)]
    pub town: bool,
    #[serde(default)]
    pub unit: Vec<Unit>,
}

#[derive(Debug, Deserialize)]
pub struct Unit {
    pub key: String,
    #[serde(default)]
    pub parent: Option<String>,
    pub name: Texts,
    pub weight: f64,
    #[serde(default)]
    pub from: Option<Day>,
    /// First day on which it no longer exists.
    #[serde(default)]
    pub until: Option<Day>,
    #[serde(default)]
    pub town: bool,
}

#[derive(Debug, Deserialize)]
pub struct Change {
    pub day: Day,
    pub kind: String,
    pub units: Vec<String>,
    pub result: Vec<Named>,
}

#[derive(Debug, Deserialize)]
pub struct Named {
    pub key: String,
    pub name: Texts,
}

#[derive(Debug)]
pub struct Title {
    pub key: String,
    pub name: Texts,
    pub areas: Vec<String>,
    pub weight: f64,
    pub town: bool,
}

#[derive(Debug, Deserialize)]
pub struct Names {
    pub given: Vec<String>,
    pub family: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Stories {
    pub story: Vec<Story>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Story {
    /// Its name in the file.
    pub key: String,
    pub area: Vec<String>,
    #[serde(default)]
    pub noticed: Pace,
    pub nature: String,
    pub outcome: String,
    pub kinds: Vec<String>,
    pub cause: String,
    pub discoverer: String,
    pub people: [i64; 2],
    pub notify: bool,
    pub tell: bool,
    pub about: String,
    pub weight: f64,
    pub text: Texts,
    pub facts: Texts,
    pub reason: Texts,
    #[serde(default)]
    pub measure: Option<Texts>,
}

#[derive(Debug, Deserialize)]
pub struct SectionTexts {
    pub section: BTreeMap<String, Paragraphs>,
}

#[derive(Debug, Deserialize)]
pub struct Paragraphs {
    pub paragraphs: Vec<Paragraph>,
}

#[derive(Debug, Deserialize)]
pub struct Paragraph {
    pub visibility: String,
    #[serde(default)]
    pub from_year: Option<i32>,
    #[serde(flatten)]
    pub text: Texts,
}

#[derive(Debug, Deserialize)]
pub struct Targets {
    pub target: Vec<Target>,
}

#[derive(Debug, Deserialize)]
pub struct Target {
    pub year: i32,
    pub section: u8,
    pub outcome: String,
    pub text: Texts,
    #[serde(default)]
    pub reason: Option<Texts>,
}

#[derive(Debug, Deserialize)]
pub struct Notes {
    /// By the name under which a figure asks for one.
    pub quality: BTreeMap<String, Texts>,
    pub erratum: Texts,
    pub delay: Delay,
    pub review: Vec<Texts>,
    pub answer: Answer,
    pub done: Vec<Texts>,
    pub worked: Vec<Texts>,
}

/// Why a notification came later than 72 hours, by what the story allows.
#[derive(Debug, Deserialize)]
pub struct Delay {
    pub supplier: Texts,
    pub many: Texts,
    pub any: Vec<Texts>,
}

/// How an answer to a reporter begins, by the outcome; the story's own reason and measure follow.
#[derive(Debug, Deserialize)]
pub struct Answer {
    pub outcome: BTreeMap<String, Texts>,
    pub measure: Texts,
}

/// What the authority and the people concerned are told; see demo/telling.toml.
#[derive(Debug, Deserialize)]
pub struct Telling {
    pub consequences: Texts,
    pub taken: Texts,
    pub planned: Texts,
    pub group: Texts,
    pub question: Texts,
    pub answer: Texts,
    pub ruling: Texts,
    pub letter_happened: Texts,
    pub supplier: Texts,
    pub supplier_question: Texts,
}

/// What is written when cases belong together; see demo/together.toml.
#[derive(Debug, Deserialize)]
pub struct Together {
    pub merge: Texts,
    pub split_story: Texts,
    pub split: Texts,
    pub cause: Texts,
    pub recurrence: Texts,
    pub bundle: Texts,
    pub lesson_title: Texts,
    pub lesson: Texts,
    pub score: Texts,
    pub service: Texts,
    pub significant: Texts,
}

/// Figures that a municipality enters by hand; see demo/figures.toml.
#[derive(Debug, Deserialize)]
pub struct Entered {
    pub figure: Vec<EnteredFigure>,
}

#[derive(Debug, Deserialize)]
pub struct EnteredFigure {
    pub key: String,
    /// Value of the whole city in the first year it is given for.
    pub value: f64,
    /// The same in the town, where it does not follow from the number of employees.
    #[serde(default)]
    pub town: Option<f64>,
    /// What is said beside it, by its name among the notes.
    #[serde(default)]
    pub note: Option<String>,
    /// Factor from one year to the next.
    #[serde(default = "one")]
    pub growth: f64,
    /// Relative size of chance, 0.1 for ±10 %.
    #[serde(default)]
    pub noise: f64,
    #[serde(default)]
    pub from: Option<i32>,
    /// Given for each board and company: shared out by the number of employees.
    #[serde(default)]
    pub boards: bool,
    /// Never above this in the city (100 for a share); a town's limit is as much less as its value.
    #[serde(default)]
    pub most: Option<f64>,
    #[serde(default)]
    pub decimals: u8,
    /// Years in which nobody had it: not available.
    #[serde(default)]
    pub missing: Vec<i32>,
}

fn one() -> f64 {
    1.0
}

/// Everything that is written down.
#[derive(Debug)]
pub struct Data {
    pub organisation: Organisation,
    pub titles: Vec<Title>,
    pub names: BTreeMap<String, Names>,
    pub stories: Vec<Story>,
    pub texts: SectionTexts,
    pub targets: Vec<Target>,
    pub notes: Notes,
    pub telling: Telling,
    pub together: Together,
    pub entered: Vec<EnteredFigure>,
    pub mails: super::mails::Mails,
}

impl Data {
    /// Reads the files that are part of the program.
    ///
    /// # Errors
    /// [`Problem::Outside`] naming the file; a test keeps that out of a release.
    pub fn read() -> Result<Data, Problem> {
        let stories: Stories = toml_of("stories", include_str!("../../../../demo/stories.toml"))?;
        let targets: Targets = toml_of("targets", include_str!("../../../../demo/targets.toml"))?;
        let entered: Entered = toml_of("figures", include_str!("../../../../demo/figures.toml"))?;
        Ok(Data {
            organisation: toml_of(
                "organisation",
                include_str!("../../../../demo/organisation.toml"),
            )?,
            titles: titles(include_str!("../../../../demo/titles.csv"))?,
            names: toml_of("names", include_str!("../../../../demo/names.toml"))?,
            stories: stories.story,
            texts: toml_of("texts", include_str!("../../../../demo/texts.toml"))?,
            targets: targets.target,
            notes: toml_of("notes", include_str!("../../../../demo/notes.toml"))?,
            telling: toml_of("telling", include_str!("../../../../demo/telling.toml"))?,
            together: toml_of("together", include_str!("../../../../demo/together.toml"))?,
            entered: entered.figure,
            mails: super::mails::Mails::read()?,
        })
    }
}

fn toml_of<T: for<'de> Deserialize<'de>>(name: &str, text: &str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| Problem::Outside(format!("demo/{name}: {error}")))
}

fn titles(text: &str) -> Result<Vec<Title>, Problem> {
    use kit::words::Lang;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.as_bytes());
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| Problem::Outside(format!("demo/titles: {error}")))?;
        let cell = |index: usize| record.get(index).unwrap_or("");
        let mut name = Texts::default();
        for (index, lang) in [Lang::En, Lang::Fi, Lang::Sv, Lang::Da, Lang::Nb]
            .into_iter()
            .enumerate()
        {
            name.set(lang, cell(index + 1));
        }
        found.push(Title {
            key: cell(0).to_owned(),
            name,
            areas: cell(6).split_whitespace().map(str::to_owned).collect(),
            weight: cell(7).parse().unwrap_or(1.0),
            town: cell(8) == "1",
        });
    }
    Ok(found)
}
