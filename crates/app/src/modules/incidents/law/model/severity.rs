//! ENISA's severity of a personal data breach (working document v1.0, December 2013): context × ease of
//! identification + circumstances. In quarter points, so that no fraction is ever stored. The score advises and never
//! decides: against the EDPB's own cases it is too low in three of eighteen (facts § 12).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kit::form::{self, Faults, Fields};
use serde::{Deserialize, Serialize};

kit::choices! {
    /// Kinds of data, each with its base.
    pub enum DataType {
        Simple = "simple", "incidents-law-data-simple";
        Behavioural = "behavioural", "incidents-law-data-behavioural";
        Financial = "financial", "incidents-law-data-financial";
        Sensitive = "sensitive", "incidents-law-data-sensitive";
    }
}

kit::choices! {
    /// How easily somebody can be recognised by the data.
    pub enum Ease {
        Negligible = "1", "incidents-law-ease-1";
        Limited = "2", "incidents-law-ease-2";
        Significant = "3", "incidents-law-ease-3";
        Maximum = "4", "incidents-law-ease-4";
    }
}

kit::choices! {
    /// What happened to the data: one choice of each kind that is concerned.
    pub enum Circumstance {
        Confidentiality = "confidentiality", "incidents-law-circ-confidentiality";
        Integrity = "integrity", "incidents-law-circ-integrity";
        Availability = "availability", "incidents-law-circ-availability";
    }
}

kit::choices! {
    /// The band of the result.
    pub enum Severity {
        Low = "low", "incidents-law-band-low";
        Medium = "medium", "incidents-law-band-medium";
        High = "high", "incidents-law-band-high";
        VeryHigh = "very_high", "incidents-law-band-very-high";
    }
}

kit::choices! {
    /// How a person judges the risk to people, in the words of articles 33(1) and 34(1).
    pub enum Risk {
        Unlikely = "unlikely", "incidents-law-risk-unlikely";
        Present = "risk", "incidents-law-risk-risk";
        High = "high", "incidents-law-risk-high";
    }
}

#[derive(Deserialize)]
struct Method {
    data_type: Vec<DataLine>,
    circumstance: Vec<CircumstanceLine>,
    band: Vec<BandLine>,
}

#[derive(Deserialize)]
struct DataLine {
    key: DataType,
    level: Vec<LevelLine>,
}

#[derive(Deserialize)]
struct LevelLine {
    score_q: u8,
}

#[derive(Deserialize)]
struct CircumstanceLine {
    key: String,
    choice: Vec<ChoiceLine>,
}

#[derive(Deserialize)]
struct ChoiceLine {
    add_q: u8,
}

#[derive(Deserialize)]
struct BandLine {
    key: Severity,
    from_q: u8,
    below_q: u8,
}

static METHOD: LazyLock<Method> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/enisa-severity.toml"))
        .expect("the built-in method is well formed")
});

/// The highest context there is: people whose safety depends on not being found.
const PROTECTED_Q: u8 = 16;

/// Answers that can be counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scoring {
    /// 1 to 4 for each kind of data that is concerned.
    pub data: BTreeMap<DataType, u8>,
    /// Somebody with a protected identity is among them (own judgement of the facts file).
    pub protected: bool,
    /// 1 to 4.
    pub ease: u8,
    /// 0 to 2 for each kind of breach that is concerned.
    pub circumstances: BTreeMap<Circumstance, u8>,
    pub deliberate: bool,
    // Two flags that stand beside the number and do not change it.
    pub many: bool,
    pub unintelligible: bool,
}

/// A result with what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// 4 to 16.
    pub context_q: u8,
    /// Which data gave it; none when it is a protected identity.
    pub by: Option<(DataType, u8)>,
    /// 1 to 4.
    pub ease_q: u8,
    /// What each circumstance adds.
    pub adds: Vec<(Circumstance, u8)>,
    pub intent_q: u8,
    /// 1 to 24.
    pub total_q: u8,
    pub severity: Severity,
}

impl Scoring {
    /// The answers of the form.
    ///
    /// # Errors
    /// No kind of data, no ease, or a choice that there is not.
    pub fn typed(fields: &Fields) -> Result<Scoring, Faults> {
        let mut faults = Faults::new();
        let mut scoring = Scoring {
            protected: fields.has("protected"),
            deliberate: fields.has("deliberate"),
            many: fields.has("many"),
            unintelligible: fields.has("unintelligible"),
            ..Scoring::default()
        };
        for kind in DataType::ALL {
            let level = form::choice(fields, &mut faults, kind.code(), |code| digit(code, 1, 4));
            scoring.data.extend(level.map(|level| (kind, level)));
        }
        for kind in Circumstance::ALL {
            let level = form::choice(fields, &mut faults, kind.code(), |code| digit(code, 0, 2));
            scoring
                .circumstances
                .extend(level.map(|level| (kind, level)));
        }
        if scoring.data.is_empty() && !scoring.protected && faults.is_empty() {
            faults.add("simple", "incidents-law-fault-data");
        }
        let ease = form::choice(fields, &mut faults, "ease", Ease::parse);
        form::need(&mut faults, "ease", "incidents-law-fault-ease", &ease);
        scoring.ease = ease.map_or(1, |ease| ease as u8 + 1);
        faults.into_result(scoring)
    }

    /// Puts the answers into the fields that [`Scoring::typed`] reads.
    pub fn fill(&self, fields: &mut Fields) {
        for (kind, level) in &self.data {
            fields.set(kind.code(), level.to_string());
        }
        for (kind, level) in &self.circumstances {
            fields.set(kind.code(), level.to_string());
        }
        fields.set("ease", self.ease.to_string());
        for (name, yes) in [
            ("protected", self.protected),
            ("deliberate", self.deliberate),
            ("many", self.many),
            ("unintelligible", self.unintelligible),
        ] {
            if yes {
                fields.set(name, "1");
            }
        }
    }

    /// Counts. Several kinds of data: each for itself, the highest holds.
    pub fn score(&self) -> Score {
        let by = self
            .data
            .iter()
            .map(|(kind, level)| (context_q(*kind, *level), (*kind, *level)))
            .max_by_key(|(score, _)| *score)
            .filter(|_| !self.protected);
        let context_q = by.map_or(PROTECTED_Q, |(score, _)| score);
        let ease_q = self.ease.clamp(1, 4);
        let adds: Vec<(Circumstance, u8)> = self
            .circumstances
            .iter()
            .map(|(kind, level)| (*kind, add_q(kind.code(), *level)))
            .collect();
        let intent_q = add_q("malicious_intent", u8::from(self.deliberate));
        let added: u8 = adds.iter().map(|(_, add)| *add).sum::<u8>() + intent_q;
        // Exact: the context is a multiple of 4.
        let total_q = context_q * ease_q / 4 + added;
        Score {
            context_q,
            by: by.map(|(_, by)| by),
            ease_q,
            adds,
            intent_q,
            total_q,
            severity: Severity::of(total_q),
        }
    }
}

fn digit(code: &str, least: u8, most: u8) -> Option<u8> {
    code.parse().ok().filter(|one| (least..=most).contains(one))
}

fn context_q(kind: DataType, level: u8) -> u8 {
    let line = METHOD.data_type.iter().find(|line| line.key == kind);
    let level = usize::from(level.clamp(1, 4)) - 1;
    line.and_then(|line| line.level.get(level))
        .map_or(PROTECTED_Q, |level| level.score_q)
}

fn add_q(kind: &str, level: u8) -> u8 {
    let line = METHOD.circumstance.iter().find(|line| line.key == kind);
    line.and_then(|line| line.choice.get(usize::from(level)))
        .map_or(0, |choice| choice.add_q)
}

impl Severity {
    pub fn of(total_q: u8) -> Severity {
        let band = METHOD
            .band
            .iter()
            .find(|band| band.from_q <= total_q && total_q < band.below_q);
        band.map_or(Severity::VeryHigh, |band| band.key)
    }

    /// What the band means for people.
    pub fn meaning(self) -> &'static str {
        match self {
            Severity::Low => "incidents-law-means-low",
            Severity::Medium => "incidents-law-means-medium",
            Severity::High => "incidents-law-means-high",
            Severity::VeryHigh => "incidents-law-means-very-high",
        }
    }

    /// What it advises: notify the authority, tell the people.
    pub fn advises(self) -> (bool, bool) {
        (self >= Severity::Medium, self >= Severity::High)
    }

    pub fn advice(self) -> &'static str {
        match self.advises() {
            (false, _) => "incidents-law-advice-document",
            (true, false) => "incidents-law-advice-authority",
            (true, true) => "incidents-law-advice-both",
        }
    }
}

/// The message that says what a level of a kind of data is.
pub fn level_word(kind: DataType, level: u8) -> &'static str {
    let words = match kind {
        DataType::Simple => [
            "incidents-law-simple-1",
            "incidents-law-simple-2",
            "incidents-law-simple-3",
            "incidents-law-simple-4",
        ],
        DataType::Behavioural => [
            "incidents-law-behavioural-1",
            "incidents-law-behavioural-2",
            "incidents-law-behavioural-3",
            "incidents-law-behavioural-4",
        ],
        DataType::Financial => [
            "incidents-law-financial-1",
            "incidents-law-financial-2",
            "incidents-law-financial-3",
            "incidents-law-financial-4",
        ],
        DataType::Sensitive => [
            "incidents-law-sensitive-1",
            "incidents-law-sensitive-2",
            "incidents-law-sensitive-3",
            "incidents-law-sensitive-4",
        ],
    };
    words[usize::from(level.clamp(1, 4)) - 1]
}

/// The message that says what a choice of a circumstance is.
pub fn choice_word(kind: Circumstance, level: u8) -> &'static str {
    let words = match kind {
        Circumstance::Confidentiality => [
            "incidents-law-confidentiality-0",
            "incidents-law-confidentiality-1",
            "incidents-law-confidentiality-2",
        ],
        Circumstance::Integrity => [
            "incidents-law-integrity-0",
            "incidents-law-integrity-1",
            "incidents-law-integrity-2",
        ],
        Circumstance::Availability => [
            "incidents-law-availability-0",
            "incidents-law-availability-1",
            "incidents-law-availability-2",
        ],
    };
    words[usize::from(level.min(2))]
}

/// A score with what a person made of it. The score advises; this decides, and says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub scoring: Scoring,
    pub risk: Risk,
    pub reason: String,
}

impl Judged {
    /// # Errors
    /// Answers that cannot be counted; no judgement; no reason for it.
    pub fn typed(fields: &Fields) -> Result<Judged, Faults> {
        let (scoring, mut faults) = match Scoring::typed(fields) {
            Ok(scoring) => (scoring, Faults::new()),
            Err(faults) => (Scoring::default(), faults),
        };
        let risk = form::choice(fields, &mut faults, "risk", Risk::parse);
        form::need(&mut faults, "risk", "incidents-law-fault-risk", &risk);
        let reason = form::required(
            fields,
            &mut faults,
            "reason",
            "incidents-fault-reason",
            10_000,
        );
        faults.into_result(Judged {
            scoring,
            risk: risk.unwrap_or(Risk::High),
            reason,
        })
    }
}
