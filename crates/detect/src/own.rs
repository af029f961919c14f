//! A municipality's own words and patterns: data that is read from TOML.

use serde::Deserialize;

use crate::kinds::{Category, Country, Kind};

/// Own words and patterns.
///
/// ```
/// let own = detect::Own::from_toml(r##"
/// [[pattern]]
/// name = "Reserve number of Region Stockholm"
/// kind = "reservnummer"
/// shape = "99##########"
/// luhn = true
///
/// [[word]]
/// word = "Projekt Solrose"
/// category = "child_protection"
/// "##).unwrap();
/// let detector = detect::Detector::with_own(detect::Options::default(), &own);
/// assert_eq!(detector.find("nr 992004391013 i dag")[0].kind, detect::Kind::Reservnummer);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// Shapes of numbers.
    pub patterns: Vec<Pattern>,
    /// Words and phrases.
    pub words: Vec<Word>,
}

/// A shape: `#` is a digit, `@` a letter, everything else itself; no digit or letter may stand beside it.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// What it is, for people.
    pub name: String,
    /// `own` unless said.
    pub kind: Kind,
    /// The shape.
    pub shape: String,
    /// Whether the last ten digits must pass Luhn.
    pub luhn: bool,
    /// Whose.
    pub country: Option<Country>,
}

/// A word or phrase of a category; found at the beginning of words, whatever the case.
#[derive(Clone, Debug)]
pub struct Word {
    /// The word or phrase.
    pub word: String,
    /// What it is about.
    pub category: Category,
}

/// Why own words or patterns could not be read, in words for the one who wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFault(pub String);

impl std::fmt::Display for OwnFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for OwnFault {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    pattern: Vec<PatternLine>,
    #[serde(default)]
    word: Vec<WordLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternLine {
    name: String,
    kind: Option<String>,
    shape: String,
    #[serde(default)]
    luhn: bool,
    country: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordLine {
    word: String,
    category: Option<String>,
}

impl Own {
    /// Reads `[[pattern]]` and `[[word]]` tables.
    ///
    /// # Errors
    /// Says which line, kind, category or country is not known, or which shape is too short to mean anything.
    pub fn from_toml(text: &str) -> Result<Self, OwnFault> {
        let file: File = toml::from_str(text).map_err(|e| OwnFault(e.to_string()))?;
        let patterns = file
            .pattern
            .into_iter()
            .map(pattern)
            .collect::<Result<_, _>>()?;
        let words = file.word.into_iter().map(word).collect::<Result<_, _>>()?;
        Ok(Self { patterns, words })
    }
}

fn pattern(line: PatternLine) -> Result<Pattern, OwnFault> {
    let fault = |what: &str| OwnFault(format!("pattern \"{}\": {what}", line.name));
    let kind = match line.kind.as_deref() {
        None => Kind::Own,
        Some(name) => Kind::of_name(name).ok_or_else(|| fault("no such kind"))?,
    };
    let country = match line.country.as_deref() {
        None => None,
        Some(name) => Some(Country::of_name(name).ok_or_else(|| fault("no such country"))?),
    };
    // Shorter shapes would be found in every letter.
    let places = line
        .shape
        .chars()
        .filter(|c| matches!(c, '#' | '@'))
        .count();
    if places < 4 || line.shape.chars().count() > 64 {
        return Err(fault(
            "a shape needs at least four of # and @, and at most 64 characters",
        ));
    }
    Ok(Pattern {
        kind,
        country,
        luhn: line.luhn,
        name: line.name,
        shape: line.shape,
    })
}

fn word(line: WordLine) -> Result<Word, OwnFault> {
    let category = match line.category.as_deref() {
        None => Category::Own,
        Some(name) => Category::of_name(name)
            .ok_or_else(|| OwnFault(format!("word \"{}\": no such category", line.word)))?,
    };
    if line.word.trim().chars().count() < 3 {
        return Err(OwnFault(format!("word \"{}\": too short", line.word)));
    }
    Ok(Word {
        word: line.word,
        category,
    })
}
