//! "Most like case 14": the EDPB's 18 cases (Guidelines 01/2021) beside a case, by a plain similarity that can be
//! explained: what both have, weighed, out of what either has. It advises; a person decides (facts § 12).

use std::collections::BTreeSet;
use std::sync::LazyLock;

use kit::clock::Zone;
use serde::Deserialize;

use super::super::super::model::{About, Assessment, Band, Nature, Origin, When};
use super::severity::{Circumstance, DataType, Scoring};

kit::choices! {
    /// What a case is compared by.
    pub enum Trait {
        Ransomware = "ransomware", "incidents-law-trait-ransomware";
        Exfiltration = "exfiltration", "incidents-law-trait-exfiltration";
        Internal = "internal", "incidents-law-trait-internal";
        Lost = "lost_or_stolen", "incidents-law-trait-lost";
        Mispostal = "mispostal", "incidents-law-trait-mispostal";
        Social = "social_engineering", "incidents-law-trait-social";
        Deliberate = "deliberate", "incidents-law-trait-deliberate";
        Mistake = "mistake", "incidents-law-trait-mistake";
        Unintelligible = "unintelligible", "incidents-law-trait-unintelligible";
        Backup = "backup", "incidents-law-trait-backup";
        NoBackup = "no_backup", "incidents-law-trait-no-backup";
        CopiedOut = "copied_out", "incidents-law-trait-copied-out";
        KnownRecipient = "known_recipient", "incidents-law-trait-known-recipient";
        TrustedRecipient = "trusted_recipient", "incidents-law-trait-trusted-recipient";
        Contained = "contained", "incidents-law-trait-contained";
        Simple = "simple", "incidents-law-data-simple";
        Behavioural = "behavioural", "incidents-law-data-behavioural";
        Financial = "financial", "incidents-law-data-financial";
        Sensitive = "sensitive", "incidents-law-data-sensitive";
        Credentials = "credentials", "incidents-law-trait-credentials";
        IdentityNumber = "identity_number", "incidents-law-trait-identity-number";
        Vulnerable = "vulnerable", "incidents-law-trait-vulnerable";
        OnePerson = "one_person", "incidents-law-trait-one-person";
        FewPeople = "few_people", "incidents-law-trait-few-people";
        ManyPeople = "many_people", "incidents-law-trait-many-people";
        Long = "long", "incidents-law-trait-long";
        Supplier = "supplier", "incidents-law-trait-supplier";
        Paper = "paper", "incidents-law-trait-paper";
    }
}

impl Trait {
    /// How much it counts: the way it happened most, then what decided the EDPB's "no" (unintelligible, a trusted
    /// recipient), then the kind of data; size alone never decides (facts § 12).
    fn weight(self) -> u32 {
        match self {
            Trait::Ransomware
            | Trait::Exfiltration
            | Trait::Internal
            | Trait::Lost
            | Trait::Mispostal
            | Trait::Social => 4,
            Trait::Unintelligible | Trait::TrustedRecipient => 3,
            Trait::NoBackup
            | Trait::CopiedOut
            | Trait::Contained
            | Trait::Financial
            | Trait::Sensitive
            | Trait::Credentials
            | Trait::IdentityNumber => 2,
            _ => 1,
        }
    }
}

pub type Traits = BTreeSet<Trait>;

/// One of the EDPB's cases.
#[derive(Clone, Debug, Deserialize)]
pub struct Reference {
    /// 1 to 18.
    pub number: u8,
    pub notify_authority: bool,
    pub notify_subjects: bool,
    pub traits: Traits,
    /// The lowest and the highest reading by ENISA's method.
    scoring: [Reading; 2],
}

#[derive(Clone, Copy, Debug, Deserialize)]
struct Reading {
    kind: DataType,
    level: u8,
    ease: u8,
    c: i8,
    i: i8,
    a: i8,
    deliberate: bool,
}

#[derive(Deserialize)]
struct File {
    case: Vec<Reference>,
}

static CASES: LazyLock<Vec<Reference>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../data/edpb-cases.toml"))
        .expect("the built-in cases are well formed");
    file.case
});

/// How the score stands to what the EDPB says of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Agrees,
    /// Right by one reading, too low by the other.
    Borderline,
    /// Too low by every reading.
    Undercalls,
}

impl Reference {
    #[cfg(test)]
    pub fn all() -> &'static [Reference] {
        &CASES
    }

    pub fn scorings(&self) -> [Scoring; 2] {
        self.scoring.map(|reading| {
            let circumstances = [
                (Circumstance::Confidentiality, reading.c),
                (Circumstance::Integrity, reading.i),
                (Circumstance::Availability, reading.a),
            ];
            Scoring {
                data: [(reading.kind, reading.level)].into(),
                ease: reading.ease,
                circumstances: circumstances
                    .into_iter()
                    .filter_map(|(kind, level)| Some((kind, u8::try_from(level).ok()?)))
                    .collect(),
                deliberate: reading.deliberate,
                ..Scoring::default()
            }
        })
    }

    /// What the score would have advised here: the warning beside the case.
    pub fn verdict(&self) -> Verdict {
        let low = self.scorings().map(|scoring| {
            let (authority, people) = scoring.score().severity.advises();
            self.notify_authority && !authority || self.notify_subjects && !people
        });
        match low {
            [true, true] => Verdict::Undercalls,
            [false, false] => Verdict::Agrees,
            _ => Verdict::Borderline,
        }
    }
}

/// A case beside one of the EDPB's.
#[derive(Clone, Debug)]
pub struct Alike {
    pub reference: &'static Reference,
    /// 0 to 100.
    pub percent: u32,
    pub both: Vec<Trait>,
    pub only_ours: Vec<Trait>,
    pub only_theirs: Vec<Trait>,
}

/// All 18, the most alike first; equals by their number.
pub fn most_alike(ours: &Traits) -> Vec<Alike> {
    let mut all: Vec<Alike> = CASES
        .iter()
        .map(|reference| beside(ours, reference))
        .collect();
    all.sort_by_key(|alike| (std::cmp::Reverse(alike.percent), alike.reference.number));
    all
}

fn beside(ours: &Traits, reference: &'static Reference) -> Alike {
    let theirs = &reference.traits;
    let weight = |traits: &[Trait]| traits.iter().map(|one| one.weight()).sum::<u32>();
    let both: Vec<Trait> = ours.intersection(theirs).copied().collect();
    let only_ours: Vec<Trait> = ours.difference(theirs).copied().collect();
    let only_theirs: Vec<Trait> = theirs.difference(ours).copied().collect();
    let shared = weight(&both);
    let either = shared + weight(&only_ours) + weight(&only_theirs);
    Alike {
        reference,
        percent: (shared * 100).checked_div(either).unwrap_or(0),
        both,
        only_ours,
        only_theirs,
    }
}

/// What the assessment, the report and the score say of a case; a person adds and takes away. What nobody has said is
/// no trait.
pub fn traits_of(
    judged: Option<&Assessment>,
    about: About,
    scoring: Option<&Scoring>,
    zone: &Zone,
) -> Traits {
    let mut traits = Traits::new();
    if let Some(judged) = judged {
        let natures = judged.natures.iter();
        let ways: Traits = natures.filter_map(|nature| way(*nature, about)).collect();
        // An assessment that leaves the way open leaves what was reported.
        match ways.is_empty() {
            true => traits.extend(reported(about)),
            false => traits.extend(ways),
        }
        traits.extend(size(judged.people));
        let marks = [
            (Trait::Deliberate, judged.origin.deliberate()),
            (
                Trait::Mistake,
                judged.origin != Origin::Unknown && !judged.origin.deliberate(),
            ),
            (Trait::Supplier, judged.supplier),
            (Trait::Contained, judged.contained != When::Unknown),
            (
                Trait::Paper,
                judged.natures.iter().any(|one| is_paper(*one)),
            ),
            (Trait::Long, lasted(judged.occurred, zone)),
        ];
        traits.extend(
            marks
                .into_iter()
                .filter(|(_, yes)| *yes)
                .map(|(one, _)| one),
        );
    }
    if let Some(scoring) = scoring {
        traits.extend(scored(scoring));
    }
    traits
}

fn way(nature: Nature, about: About) -> Option<Trait> {
    use Nature::*;
    Some(match nature {
        // Mail lost, opened or misdelivered: which of them, the report says.
        L => return reported(about),
        B => Trait::Ransomware,
        C | E | F | G => Trait::Exfiltration,
        D => Trait::Social,
        A | N => Trait::Internal,
        I | J | K | O => Trait::Lost,
        Q | R | S | V | W => Trait::Mispostal,
        _ => return None,
    })
}

/// The way it happened by what the report is about, where that says one.
fn reported(about: About) -> Option<Trait> {
    Some(match about {
        About::Lost => Trait::Lost,
        About::WrongRecipient | About::Published | About::Spoken => Trait::Mispostal,
        About::Phishing => Trait::Social,
        _ => return None,
    })
}

fn is_paper(nature: Nature) -> bool {
    matches!(nature, Nature::K | Nature::L | Nature::O)
}

fn size(people: Band) -> Option<Trait> {
    Some(match people {
        Band::One => Trait::OnePerson,
        Band::Few | Band::Tens => Trait::FewPeople,
        Band::Hundreds | Band::Thousands | Band::Many => Trait::ManyPeople,
        Band::Unknown => return None,
    })
}

/// A range of two weeks or more, by what is certain of it.
fn lasted(occurred: When, zone: &Zone) -> bool {
    const HOURS: f64 = 14.0 * 24.0;
    let When::Between(from, until) = occurred else {
        return false;
    };
    let (from, until) = (When::from(from), When::from(until));
    from.latest(zone)
        .zip(until.earliest(zone))
        .is_some_and(|(from, until)| until.hours_since(from) >= HOURS)
}

fn scored(scoring: &Scoring) -> Vec<Trait> {
    let of_kind = |kind: &DataType| match kind {
        DataType::Simple => Trait::Simple,
        DataType::Behavioural => Trait::Behavioural,
        DataType::Financial => Trait::Financial,
        DataType::Sensitive => Trait::Sensitive,
    };
    let mut traits: Vec<Trait> = scoring.data.keys().map(of_kind).collect();
    let level = |kind| scoring.circumstances.get(&kind).copied();
    let marks = [
        (Trait::Unintelligible, scoring.unintelligible),
        (Trait::Vulnerable, scoring.protected),
        (Trait::Deliberate, scoring.deliberate),
        (
            Trait::KnownRecipient,
            level(Circumstance::Confidentiality) == Some(1) && !scoring.deliberate,
        ),
        (
            Trait::CopiedOut,
            level(Circumstance::Confidentiality) == Some(2) && scoring.deliberate,
        ),
        (Trait::Backup, level(Circumstance::Availability) == Some(0)),
        (
            Trait::NoBackup,
            level(Circumstance::Availability) == Some(2),
        ),
    ];
    traits.extend(
        marks
            .into_iter()
            .filter(|(_, yes)| *yes)
            .map(|(one, _)| one),
    );
    traits
}

/// The title of one of the EDPB's cases and why it was decided so.
pub fn told(number: u8) -> (&'static str, &'static str) {
    const TOLD: [(&str, &str); 18] = [
        ("incidents-law-case-1", "incidents-law-why-1"),
        ("incidents-law-case-2", "incidents-law-why-2"),
        ("incidents-law-case-3", "incidents-law-why-3"),
        ("incidents-law-case-4", "incidents-law-why-4"),
        ("incidents-law-case-5", "incidents-law-why-5"),
        ("incidents-law-case-6", "incidents-law-why-6"),
        ("incidents-law-case-7", "incidents-law-why-7"),
        ("incidents-law-case-8", "incidents-law-why-8"),
        ("incidents-law-case-9", "incidents-law-why-9"),
        ("incidents-law-case-10", "incidents-law-why-10"),
        ("incidents-law-case-11", "incidents-law-why-11"),
        ("incidents-law-case-12", "incidents-law-why-12"),
        ("incidents-law-case-13", "incidents-law-why-13"),
        ("incidents-law-case-14", "incidents-law-why-14"),
        ("incidents-law-case-15", "incidents-law-why-15"),
        ("incidents-law-case-16", "incidents-law-why-16"),
        ("incidents-law-case-17", "incidents-law-why-17"),
        ("incidents-law-case-18", "incidents-law-why-18"),
    ];
    TOLD[usize::from(number.clamp(1, 18)) - 1]
}
