//! What is kept as evidence of one attempt, and what the year counts of it. Pure.

use std::collections::BTreeMap;

use super::super::model::{Class, Reason, Way};

kit::choices! {
    /// How an attempt for one recipient ended.
    pub enum Outcome {
        /// Handed back to the municipality's own mail server, as it was.
        Passed = "passed", "guard-outcome-passed";
        /// Taken by the recipient's mail server over a verified connection.
        Delivered = "delivered", "guard-outcome-delivered";
        /// Kept in the portal for the recipient.
        Stored = "stored", "guard-outcome-stored";
        /// Kept for the sender, who decides.
        Held = "held", "guard-outcome-held";
        /// Not sent; the sender was told.
        Refused = "refused", "guard-outcome-refused";
        /// Not sent, because the person wants letters; the sender was told.
        NotSent = "not-sent", "guard-outcome-not-sent";
        /// Not now; the mail server tries again.
        Later = "later", "guard-outcome-later";
        /// The next server refused it for good; the sender hears of it by a bounce without the mail's text.
        Bounced = "bounced", "guard-outcome-bounced";
        /// The line was lost after the last byte: taken or not, nobody can know.
        Unknown = "unknown", "guard-outcome-unknown";
    }
}

impl Outcome {
    /// Whether the recipient (or the recipient's portal) has the mail.
    pub fn left(self) -> bool {
        matches!(
            self,
            Outcome::Passed | Outcome::Delivered | Outcome::Stored | Outcome::Unknown
        )
    }

    /// Whether nothing more will happen in this attempt.
    pub fn is_final(self) -> bool {
        self != Outcome::Later
    }
}

/// What is counted per day, board and unit. Nothing of it names anybody.
pub mod what {
    pub const CHECKED: &str = "checked";
    pub const HELD: &str = "held";
    pub const RAISED: &str = "raised";
    /// Raised because of a person's wish.
    pub const WISH: &str = "wish";
    /// Stopped because the person asked for letters.
    pub const LETTER: &str = "letter";
    /// Sent on although what was found asked for more.
    pub const EXPOSED: &str = "exposed";
    /// In the trial run.
    pub const DRY: &str = "dry";
}

/// `to.portal`: deliveries by a way.
pub fn by_way(way: Way) -> &'static str {
    match way {
        Way::Plain => "to.plain",
        Way::Verified => "to.verified",
        Way::Portal => "to.portal",
        Way::Letter => "to.letter",
        Way::Hold => "to.hold",
        Way::Refuse => "to.refuse",
    }
}

/// `dry.portal`: what would have been done for a recipient in the trial run.
pub fn would(way: Way) -> &'static str {
    match way {
        Way::Plain => "dry.plain",
        Way::Verified => "dry.verified",
        Way::Portal => "dry.portal",
        Way::Letter => "dry.letter",
        Way::Hold => "dry.hold",
        Way::Refuse => "dry.refuse",
    }
}

/// `class.sensitive`: mails by class.
pub fn of_class(class: Class) -> &'static str {
    match class {
        Class::Open => "class.open",
        Class::Internal => "class.internal",
        Class::Confidential => "class.confidential",
        Class::Sensitive => "class.sensitive",
    }
}

/// One attempt, as far as counting needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub way: Way,
    pub would: Option<Way>,
    pub wish: bool,
    pub outcome: Outcome,
    /// By a way below what was asked.
    pub exposed: bool,
}

/// Marks of a mail that count once, however many recipients it has and however often it comes.
fn marks(attempts: &[Attempt]) -> Vec<&'static str> {
    let mut marks = Vec::new();
    let any = |test: fn(&Attempt) -> bool| attempts.iter().any(test);
    if any(|one| one.outcome == Outcome::Held) {
        marks.push(what::HELD);
    }
    if any(raised) {
        marks.push(what::RAISED);
    }
    if any(|one| raised(one) && one.wish) {
        marks.push(what::WISH);
    }
    if any(|one| one.outcome == Outcome::NotSent) {
        marks.push(what::LETTER);
    }
    if any(|one| one.exposed && one.outcome.left()) {
        marks.push(what::EXPOSED);
    }
    if any(|one| one.would.is_some()) {
        marks.push(what::DRY);
    }
    marks
}

fn raised(one: &Attempt) -> bool {
    matches!(one.outcome, Outcome::Delivered | Outcome::Stored)
}

/// What these attempts add to the day's counts, after what was noted for the same mail before. Only what left is a
/// delivery.
pub fn counts(class: Class, before: &[Attempt], now: &[Attempt]) -> BTreeMap<&'static str, i64> {
    let mut counts: BTreeMap<&'static str, i64> = BTreeMap::new();
    let mut add = |what: &'static str| *counts.entry(what).or_default() += 1;
    if before.is_empty() {
        add(what::CHECKED);
        add(of_class(class));
    }
    let all: Vec<Attempt> = before.iter().chain(now).copied().collect();
    let known = marks(before);
    for mark in marks(&all) {
        if !known.contains(&mark) {
            add(mark);
        }
    }
    for one in now.iter().filter(|one| one.outcome.is_final()) {
        if one.outcome.left() {
            add(by_way(one.way));
        } else {
            match one.outcome {
                Outcome::Held => add(by_way(Way::Hold)),
                Outcome::Refused => add(by_way(Way::Refuse)),
                _ => {}
            }
        }
        if let Some(way) = one.would {
            add(would(way));
        }
    }
    counts
}

/// Whether a person's wish decided.
pub fn wished(reasons: &[Reason]) -> bool {
    reasons.iter().any(|one| one.wish().is_some())
}

/// The part after the last `@`, in lower case; what has none has no domain.
pub fn domain(address: &str) -> String {
    address
        .rsplit_once('@')
        .map_or_else(String::new, |(_, domain)| domain.to_lowercase())
}
