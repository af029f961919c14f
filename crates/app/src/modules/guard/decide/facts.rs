//! What a mail holds, from its inspection.

use detect::{Category, Class, Finding, Findings, Kind, Policy, Reason, Strength};
use extract::Kind as PartKind;
use kit::clock::Day;

use super::super::model::Number;
use super::model::{Facts, Weight, age_at};
use crate::base::findings::{Inspected, Inspection};

/// Grown up in all five countries.
const ADULT: i32 = 18;
/// Further apart than anything that belongs together (as in the inspection itself).
const BETWEEN: usize = 100_000;

/// Weighs an inspection.
pub fn facts(inspection: &Inspection, policy: &Policy, today: Day) -> Facts {
    let unread = u32::try_from(inspection.unread().count()).unwrap_or(u32::MAX);
    let mut all = weight(inspection, policy, today, |_| true);
    let mut certain = weight(inspection, policy, today, is_certain);
    if unread > 0 {
        // What nobody has read may hold anything (facts/mail-guard.md, section 3).
        all.class = Class::Sensitive;
        certain.class = Class::Sensitive;
    }
    Facts {
        all,
        certain,
        unread,
        number_in_subject: inspection.parts.iter().any(in_plain_sight),
        numbers: numbers(inspection),
    }
}

/// Which findings no answer of the sender takes away.
fn is_certain(finding: &Finding) -> bool {
    let strong = finding.strength >= Strength::Likely && !finding.category.is_matter();
    // Own words are made to stop a mail.
    (strong && finding.kind != Kind::Name) || finding.category == Category::Own
}

fn weight(
    inspection: &Inspection,
    policy: &Policy,
    today: Day,
    counts: impl Fn(&Finding) -> bool,
) -> Weight {
    let mut kept = Vec::new();
    let mut before = 0;
    for part in &inspection.parts {
        let text = part.part.text().unwrap_or_default();
        for finding in part.findings.iter().filter(|one| counts(one)) {
            if is_of_sender(part, text, finding) {
                continue;
            }
            let mut finding = finding.clone();
            finding.span = finding.span.start + before..finding.span.end + before;
            kept.push(finding);
        }
        before += text.len() + BETWEEN;
    }
    let kept = Findings::new(kept);
    let class = policy.judge(&kept).class;
    let persons = u32::try_from(kept.summary().persons).unwrap_or(u32::MAX);
    let told = |category: Category| {
        kept.iter().any(|one| {
            one.category == category && one.strength >= Strength::Likely && says_something(one)
        })
    };
    let secret = persons > 0
        && [
            Category::SocialServices,
            Category::ChildProtection,
            Category::School,
            Category::Personnel,
            Category::ProtectedIdentity,
        ]
        .into_iter()
        .any(told);
    let child = |one: &Finding| {
        one.is_person_number()
            && one.strength >= Strength::Likely
            && !one.is_test()
            && age_at(one.kind, one.value.as_str(), today).is_some_and(|age| age < ADULT)
    };
    Weight {
        class,
        persons,
        children: kept.iter().any(child) || (persons > 0 && told(Category::ChildProtection)),
        secret,
    }
}

fn says_something(finding: &Finding) -> bool {
    !finding.reasons.has(Reason::Negated) && !finding.reasons.has(Reason::Institution)
}

/// The sender's own name and address at the head of the mail tell of nobody that it is about.
fn is_of_sender(part: &Inspected, text: &str, finding: &Finding) -> bool {
    matches!(part.part.kind, PartKind::Headers | PartKind::TraceHeaders)
        && matches!(finding.kind, Kind::Name | Kind::Email | Kind::Phone)
        && ["from:", "sender:", "reply-to:", "return-path:", "received:"]
            .iter()
            .any(|name| line_begins(text, finding.span.start, name))
}

fn line_begins(text: &str, at: usize, name: &str) -> bool {
    let start = text
        .get(..at)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |feed| feed + 1);
    text.get(start..start + name.len())
        .is_some_and(|found| found.eq_ignore_ascii_case(name))
}

/// An identity number in the subject or in the name of a file.
fn in_plain_sight(part: &Inspected) -> bool {
    let text = part.part.text().unwrap_or_default();
    part.findings.iter().any(|one| {
        one.is_person_number()
            && one.strength >= Strength::Likely
            && match part.part.kind {
                PartKind::Names => true,
                PartKind::Headers => line_begins(text, one.span.start, "subject:"),
                _ => false,
            }
    })
}

/// Every identity number once, also those that are a guess: a wish is found by an exact match.
fn numbers(inspection: &Inspection) -> Vec<Number> {
    let mut numbers: Vec<Number> = inspection
        .parts
        .iter()
        .flat_map(|part| part.findings.iter())
        .filter(|one| one.is_person_number())
        .map(number)
        .collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

fn number(finding: &Finding) -> Number {
    let value = finding.value.as_str();
    let swedish = matches!(finding.kind, Kind::Personnummer | Kind::Samordningsnummer);
    // With and without the century it is the same person (as `detect::Summary` counts).
    let value = if swedish && value.len() == 12 {
        value.get(2..).unwrap_or(value)
    } else {
        value
    };
    Number {
        kind: finding.kind.name(),
        value: value.to_owned(),
    }
}
