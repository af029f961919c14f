//! The rules as read from `data/levels.toml` and from a municipality's own file.

use std::sync::LazyLock;

use serde::Deserialize;

use super::super::model::{Basis, Channel, Class, Domain, Level, Proof, Way};
use super::model::{Asked, Case, To, Transport, Weight};

const SHIPPED: &str = include_str!("../data/levels.toml");

/// A test reads the shipped file, so it always reads.
static RULES: LazyLock<Rules> =
    LazyLock::new(|| Rules::from_toml(SHIPPED).unwrap_or_else(|_| Rules::nothing_leaves()));

/// Floors, proofs and ways.
#[derive(Clone, Debug)]
pub struct Rules {
    floors: Vec<Floor>,
    proofs: Vec<(Class, Proof)>,
    pub(super) ways: Vec<Line>,
}

/// The least protection for a content.
#[derive(Clone, Debug)]
pub struct Floor {
    pub name: String,
    countries: Vec<String>,
    class: Class,
    persons: u32,
    children: bool,
    secret: bool,
    pub level: Level,
    pub basis: Basis,
    pub source: String,
}

/// A way, and when it is taken.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) way: Way,
    looped: bool,
    number_in_address: bool,
    exhausted: bool,
    wish: Option<Channel>,
    levels: Vec<Level>,
    domains: Vec<Domain>,
    below: bool,
    secure: bool,
}

/// Why a file of rules cannot be used, for the one who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesFault(pub String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    floor: Vec<FloorLine>,
    #[serde(default)]
    proof: Vec<ProofLine>,
    #[serde(default)]
    way: Vec<WayLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FloorLine {
    name: String,
    #[serde(default)]
    countries: Vec<String>,
    class: String,
    #[serde(default)]
    persons: u32,
    #[serde(default)]
    children: bool,
    #[serde(default)]
    secret: bool,
    level: String,
    #[serde(default)]
    basis: Basis,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProofLine {
    class: String,
    least: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WayLine {
    name: String,
    way: String,
    #[serde(default, rename = "loop")]
    looped: bool,
    #[serde(default)]
    number_in_address: bool,
    #[serde(default)]
    exhausted: bool,
    #[serde(default)]
    wish: Option<String>,
    #[serde(default)]
    level: Vec<String>,
    #[serde(default)]
    domain: Vec<String>,
    #[serde(default)]
    transport: Option<String>,
    #[serde(default)]
    asked: Option<String>,
}

impl Rules {
    /// Those that came with the program.
    pub fn shipped() -> &'static Rules {
        &RULES
    }

    /// What a damaged program does: everything is held.
    fn nothing_leaves() -> Rules {
        Rules {
            floors: vec![Floor {
                name: String::new(),
                countries: Vec::new(),
                class: Class::Open,
                persons: 0,
                children: false,
                secret: false,
                level: Level::HandOver,
                basis: Basis::Asked,
                source: String::new(),
            }],
            proofs: Vec::new(),
            ways: Vec::new(),
        }
    }

    /// Reads a file of the form of `data/levels.toml`.
    ///
    /// # Errors
    /// Names the line and the word that is not known.
    pub fn from_toml(text: &str) -> Result<Rules, RulesFault> {
        let file: File = toml::from_str(text).map_err(|error| RulesFault(error.to_string()))?;
        Ok(Rules {
            floors: file
                .floor
                .into_iter()
                .map(floor)
                .collect::<Result<_, _>>()?,
            proofs: file
                .proof
                .into_iter()
                .map(proof)
                .collect::<Result<_, _>>()?,
            ways: file.way.into_iter().map(way).collect::<Result<_, _>>()?,
        })
    }

    /// These rules with a municipality's own: floors and proofs are added, ways are read before.
    pub fn with(mut self, own: Rules) -> Rules {
        self.floors.extend(own.floors);
        self.proofs.extend(own.proofs);
        let mut ways = own.ways;
        ways.append(&mut self.ways);
        self.ways = ways;
        self
    }

    /// Floors that hold for a content. Inside the house there is none: the mail stays on its own servers.
    pub fn floors<'a>(
        &'a self,
        country: &'a str,
        counts: &'a Weight,
        domain: Domain,
    ) -> impl Iterator<Item = &'a Floor> {
        self.floors
            .iter()
            .filter(move |floor| domain != Domain::Own && floor.holds(country, counts))
    }

    /// What opens a content of this class, at least.
    pub fn proof(&self, class: Class) -> Proof {
        self.proofs
            .iter()
            .filter(|(from, _)| class >= *from)
            .map(|(_, proof)| *proof)
            .max()
            .unwrap_or(Proof::NationalEid)
    }
}

impl Floor {
    fn holds(&self, country: &str, counts: &Weight) -> bool {
        (self.countries.is_empty() || self.countries.iter().any(|one| one == country))
            && counts.class >= self.class
            && counts.persons >= self.persons
            && (!self.children || counts.children)
            && (!self.secret || counts.secret)
    }

    /// Whether it is a country's own.
    pub fn is_national(&self) -> bool {
        !self.countries.is_empty()
    }
}

impl Line {
    pub(super) fn fits(&self, level: Level, case: &Case<'_>, to: &To) -> bool {
        (!self.looped || case.looped)
            && (!self.number_in_address || to.number_in_address)
            && (!self.exhausted || to.exhausted)
            && self
                .wish
                .is_none_or(|channel| to.strictest().is_some_and(|wish| wish.channel == channel))
            && (self.levels.is_empty() || self.levels.contains(&level))
            && (self.domains.is_empty() || self.domains.contains(&to.domain))
            && (!self.below || to.transport == Transport::Below)
            && (!self.secure || to.asked == Some(Asked::Secure))
    }
}

fn known<T>(found: Option<T>, line: &str, what: &str, word: &str) -> Result<T, RulesFault> {
    found.ok_or_else(|| RulesFault(format!("\"{line}\": no such {what}: {word}")))
}

fn floor(line: FloorLine) -> Result<Floor, RulesFault> {
    if line.source.trim().is_empty() {
        return Err(RulesFault(format!(
            "\"{}\": a floor names its source",
            line.name
        )));
    }
    Ok(Floor {
        class: known(
            Class::of_name(&line.class),
            &line.name,
            "class",
            &line.class,
        )?,
        level: known(Level::parse(&line.level), &line.name, "level", &line.level)?,
        countries: line.countries,
        persons: line.persons,
        children: line.children,
        secret: line.secret,
        basis: line.basis,
        source: line.source,
        name: line.name,
    })
}

fn proof(line: ProofLine) -> Result<(Class, Proof), RulesFault> {
    Ok((
        known(Class::of_name(&line.class), "proof", "class", &line.class)?,
        known(Proof::parse(&line.least), "proof", "proof", &line.least)?,
    ))
}

fn way(line: WayLine) -> Result<Line, RulesFault> {
    let name = &line.name;
    let each = |words: &[String], what: &str| -> Result<Vec<Level>, RulesFault> {
        words
            .iter()
            .map(|word| known(Level::parse(word), name, what, word))
            .collect()
    };
    let levels = each(&line.level, "level")?;
    let domains = line
        .domain
        .iter()
        .map(|word| known(Domain::parse(word), name, "domain", word))
        .collect::<Result<_, _>>()?;
    let wish = line
        .wish
        .as_deref()
        .map(|word| known(Channel::parse(word), name, "wish", word))
        .transpose()?;
    let only = |given: &Option<String>, word: &str, what: &str| match given.as_deref() {
        None => Ok(false),
        Some(found) if found == word => Ok(true),
        Some(found) => known(None, name, what, found),
    };
    Ok(Line {
        way: known(Way::parse(&line.way), name, "way", &line.way)?,
        below: only(&line.transport, "below", "transport")?,
        secure: only(&line.asked, "secure", "answer")?,
        looped: line.looped,
        number_in_address: line.number_in_address,
        exhausted: line.exhausted,
        name: line.name.clone(),
        wish,
        levels,
        domains,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::model::{Class, Domain, Level, Proof, Way};
    use super::super::Weight;
    use super::{Rules, SHIPPED};

    #[test]
    fn the_shipped_rules_read_and_end_with_hold() {
        let rules = Rules::from_toml(SHIPPED).unwrap();
        assert_eq!(rules.ways.last().map(|line| line.way), Some(Way::Hold));
        assert!(rules.floors.iter().all(|floor| floor.source.len() > 20));
        assert_eq!(rules.proof(Class::Internal), Proof::PhoneCode);
        assert_eq!(rules.proof(Class::Sensitive), Proof::LetterCode);
    }

    #[test]
    fn an_unknown_word_is_named() {
        let wrong = "[[way]]\nname = \"x\"\nway = \"pigeon\"";
        assert_eq!(
            Rules::from_toml(wrong).unwrap_err().0,
            "\"x\": no such way: pigeon"
        );
        let bare = "[[floor]]\nname = \"x\"\nclass = \"open\"\nlevel = \"open\"\nsource = \"\"";
        assert!(Rules::from_toml(bare).is_err());
    }

    #[test]
    fn an_own_file_only_raises() {
        let own = Rules::from_toml(
            "[[floor]]\nname = \"ours\"\nclass = \"internal\"\nlevel = \"forced\"\nsource = \"our own decision\"\n\
             [[floor]]\nname = \"less\"\nclass = \"sensitive\"\nlevel = \"open\"\nsource = \"wishful thinking\"",
        )
        .unwrap();
        let rules = Rules::shipped().clone().with(own);
        let level = |class| {
            let counts = Weight {
                class,
                ..Weight::NOTHING
            };
            let floors = rules.floors("dk", &counts, Domain::Unknown);
            floors.map(|floor| floor.level).max()
        };
        assert_eq!(level(Class::Open), None);
        assert_eq!(level(Class::Internal), Some(Level::Forced));
        assert_eq!(level(Class::Sensitive), Some(Level::EndToEnd));
    }
}
