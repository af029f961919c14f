//! What was found, for showing: masked for the book, clear for the sender alone.

use detect::{Finding, Findings, Kind, Strength};

use super::super::model::{Found, Marked, OneFound, Unread};
use crate::base::findings::{self, Inspection};

/// Characters shown on each side, as in the masked passage.
const AROUND: usize = 48;

/// The strongest first; names and ways to reach somebody say nothing that the sender must see.
pub fn found(inspection: &Inspection) -> Found {
    let mut all = Vec::new();
    for part in &inspection.parts {
        let Some(text) = part.part.text() else {
            continue;
        };
        for one in part.findings.iter().filter(|one| tells(one)) {
            all.push((one, text, &part.findings, part.part.path.as_str()));
        }
    }
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    all.sort_by_key(|(one, ..)| std::cmp::Reverse(one.strength));
    all.truncate(Found::MOST);
    Found {
        findings: all
            .into_iter()
            .map(|(one, text, beside, path)| shown(one, text, beside, path))
            .collect(),
        unread: inspection
            .unread()
            .map(|(part, reason)| Unread {
                part: part.path.clone(),
                reason,
            })
            .collect(),
        count,
    }
}

fn tells(finding: &Finding) -> bool {
    !matches!(
        finding.kind,
        Kind::Name | Kind::Phone | Kind::Email | Kind::Orgnr
    ) && (finding.strength >= Strength::Likely || finding.is_person_number())
}

fn shown(one: &Finding, text: &str, beside: &Findings, path: &str) -> OneFound {
    let masked = findings::passage(text, beside, one);
    OneFound {
        kind: one.kind,
        category: one.category,
        strength: one.strength,
        part: path.to_owned(),
        masked: Marked {
            before: masked.before,
            found: masked.found,
            after: masked.after,
        },
        clear: clear(text, one),
    }
}

fn clear(text: &str, one: &Finding) -> Marked {
    let from = text.floor_char_boundary(one.span.start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary(one.span.end.saturating_add(AROUND).min(text.len()));
    let line = |range: std::ops::Range<usize>| {
        let words: Vec<&str> = text
            .get(range)
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        words.join(" ")
    };
    Marked {
        before: line(from..one.span.start),
        found: line(one.span.clone()),
        after: line(one.span.end..to),
    }
}
