//! Parts of a file, searched and judged together.

use std::sync::LazyLock;

use detect::{Detector, Findings, Options, Policy, Summary, Verdict};
use extract::{Content, Part, Reason};

/// Lists are read once for the whole program.
static SHIPPED: LazyLock<Detector> = LazyLock::new(|| Detector::new(Options::default()));

/// For what is no text, such as an address or a message id: it needs no lists of words.
static NUMBERS: LazyLock<Detector> = LazyLock::new(|| Detector::new(Options::IDENTIFIERS));

/// The detector with everything that is shipped.
pub fn detector() -> &'static Detector {
    &SHIPPED
}

/// The detector of identifiers alone.
pub fn numbers() -> &'static Detector {
    &NUMBERS
}

/// One part and what is in it.
#[derive(Clone, Debug)]
pub struct Inspected {
    pub part: Part,
    pub findings: Findings,
}

impl Inspected {
    /// Why it was not read; `None` when it was.
    pub fn unread(&self) -> Option<Reason> {
        match self.part.content {
            Content::NotInspected(reason) => Some(reason),
            Content::Text(_) => None,
        }
    }
}

/// A whole file or text.
#[derive(Clone, Debug)]
pub struct Inspection {
    pub parts: Vec<Inspected>,
    pub summary: Summary,
    pub verdict: Verdict,
}

impl Inspection {
    /// Parts that were not read. While there is one, nothing may be called clean.
    pub fn unread(&self) -> impl Iterator<Item = (&Part, Reason)> {
        self.parts
            .iter()
            .filter_map(|one| one.unread().map(|reason| (&one.part, reason)))
    }
}

/// Further apart than anything that belongs together, so that the end of one part and the beginning of the next
/// are no neighbours.
const BETWEEN: usize = 100_000;

/// Searches all parts; the verdict is that of the whole.
pub fn inspect(parts: Vec<Part>, detector: &Detector, policy: &Policy) -> Inspection {
    let mut all = Vec::new();
    let mut before = 0;
    let parts: Vec<Inspected> = parts
        .into_iter()
        .map(|part| {
            let text = part.text().unwrap_or_default();
            let findings = detector.find(text);
            all.extend(findings.iter().cloned().map(|mut one| {
                one.span = one.span.start + before..one.span.end + before;
                one
            }));
            before += text.len() + BETWEEN;
            Inspected { part, findings }
        })
        .collect();
    let all = Findings::new(all);
    Inspection {
        summary: all.summary(),
        verdict: policy.judge(&all),
        parts,
    }
}
