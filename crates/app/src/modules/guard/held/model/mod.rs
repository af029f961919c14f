//! What a sender sees of a mail that was stopped, and what they may decide. Pure.

mod showing;

use kit::clock::{Day, Moment};
use kit::form::{self, Faults, Fields};

pub use showing::Showing;

use super::super::model::{Class, Reason, Way};

/// Days a stopped mail is kept for its sender; then its content is wiped and its recipients never got it.
pub const KEPT_DAYS: i64 = 14;
/// Days before the end on which the sender is reminded.
pub const REMIND_DAYS: i64 = 3;
/// As much of a reason as anybody types.
const REASON: usize = 2_000;

kit::choices! {
    /// Why the sender says that a mail is not sensitive. The year counts these; their words stay with the officer.
    pub enum Why {
        /// It is published already.
        Public = "public", "guard-held-because-public";
        /// It is about the sender alone.
        Own = "own", "guard-held-because-own";
        /// An example, a test, an invented person.
        Invented = "invented", "guard-held-because-invented";
        /// The words mean something else here.
        Meaning = "meaning", "guard-held-because-meaning";
        Other = "other", "guard-held-because-other";
    }
}

/// What the sender decides on a mail that is held, or tells about one that was stopped for a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Send it by a way that is safe enough.
    Secure,
    NotSensitive {
        why: Why,
        reason: String,
    },
    Cancel,
    /// Sent on paper instead: the wish was kept.
    Letter,
}

impl Decision {
    pub fn step(&self) -> Step {
        match self {
            Decision::Secure => Step::Secure,
            Decision::NotSensitive { .. } => Step::NotSensitive,
            Decision::Cancel => Step::Cancel,
            Decision::Letter => Step::Letter,
        }
    }

    /// Reads the form; `answers` are those that exist here ([`answers`]).
    ///
    /// # Errors
    /// Nothing chosen, an answer that does not exist here, no reason given.
    pub fn typed(fields: &Fields, answers: &[&str]) -> Result<Decision, Faults> {
        let mut faults = Faults::new();
        let given = fields.text("answer");
        let given = match given {
            _ if !answers.contains(&given) => {
                faults.add("answer", "guard-held-fault-answer");
                None
            }
            "secure" => Some(Decision::Secure),
            "not-sensitive" => {
                let why = form::choice(fields, &mut faults, "why", Why::parse);
                form::need(&mut faults, "why", "guard-held-fault-why", &why);
                let reason = form::required(
                    fields,
                    &mut faults,
                    "reason",
                    "guard-held-fault-reason",
                    REASON,
                );
                why.map(|why| Decision::NotSensitive { why, reason })
            }
            "cancel" => Some(Decision::Cancel),
            _ => Some(Decision::Letter),
        };
        faults.into_result(())?;
        given.ok_or_else(|| {
            let mut faults = Faults::new();
            faults.add("answer", "guard-held-fault-answer");
            faults
        })
    }
}

/// The answers that exist: `way` is what happened to the mail, `answerable` whether the rules take the second answer
/// (weak findings and matters alone), `stuck` whether no safe way reaches anybody.
pub fn answers(way: Way, answerable: bool, stuck: bool) -> Vec<&'static str> {
    let here = |code, is: bool| is.then_some(code);
    match way {
        Way::Hold => [
            here("secure", !stuck),
            here("not-sensitive", answerable),
            Some("cancel"),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Way::Letter => vec!["letter"],
        _ => Vec::new(),
    }
}

/// Whether these reasons hold the mail by whatever way: only another mail, or none, can follow.
pub fn is_stuck(reasons: &[Reason]) -> bool {
    reasons.iter().any(|one| {
        matches!(one, Reason::NumberInAddress | Reason::Loop)
            || matches!(one.wish(), Some("letter" | "address"))
    })
}

kit::choices! {
    /// What became of a stopped mail, step by step; a row each.
    pub enum Step {
        Secure = "secure", "guard-held-step-secure";
        NotSensitive = "not-sensitive", "guard-held-step-not-sensitive";
        Cancel = "cancel", "guard-held-step-cancel";
        Letter = "letter", "guard-held-step-letter";
        /// It has left, as decided.
        Sent = "sent", "guard-held-step-sent";
        /// The decision could not be followed: it is held again.
        Back = "back", "guard-held-step-back";
        /// The same for some of the recipients; the others have it.
        Rest = "rest", "guard-held-step-rest";
        /// Not sent, by a wish or a rule that came in the meantime: told apart.
        Apart = "apart", "guard-held-step-apart";
        /// Nobody decided in time.
        Expired = "expired", "guard-held-step-expired";
        /// Somebody else than the sender opened it under the rule for it.
        Opened = "opened", "guard-held-step-opened";
        /// The sender was reminded.
        Reminded = "reminded", "guard-held-step-reminded";
    }
}

/// Where a stopped mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The sender has to decide.
    Waits,
    /// Decided, on its way.
    Leaving,
    Sent,
    Cancelled,
    Expired,
    /// Sent on paper, as the person wished.
    Lettered,
    /// Nothing to decide: it was sent by a safer way, or not at all.
    Told,
}

impl Standing {
    /// From what happened to it and the steps in their order.
    pub fn of(way: Way, steps: &[Step]) -> Standing {
        let mut now = match way {
            Way::Hold => Standing::Waits,
            _ => Standing::Told,
        };
        for step in steps {
            now = match step {
                Step::Secure | Step::NotSensitive => Standing::Leaving,
                Step::Cancel => Standing::Cancelled,
                Step::Letter => Standing::Lettered,
                Step::Sent => Standing::Sent,
                Step::Back | Step::Rest => Standing::Waits,
                Step::Apart => Standing::Told,
                Step::Expired => Standing::Expired,
                Step::Opened | Step::Reminded => now,
            };
        }
        now
    }

    pub fn word(self) -> &'static str {
        match self {
            Standing::Waits => "guard-held-now-waits",
            Standing::Leaving => "guard-held-now-leaving",
            Standing::Sent => "guard-held-now-sent",
            Standing::Cancelled => "guard-held-now-cancelled",
            Standing::Expired => "guard-held-now-expired",
            Standing::Lettered => "guard-held-now-lettered",
            Standing::Told => "guard-held-now-told",
        }
    }

    /// The colour of its tag.
    pub fn tone(self) -> &'static str {
        match self {
            Standing::Waits => "warn",
            Standing::Sent | Standing::Lettered => "good",
            Standing::Expired => "bad",
            Standing::Leaving | Standing::Cancelled | Standing::Told => "",
        }
    }
}

/// The short rule that the sender should remember, by what stopped the mail. One, the strongest.
pub fn rule(reasons: &[Reason], class: Class) -> &'static str {
    let wish = |one: &Reason| one.wish().is_some();
    let number = |one: &Reason| matches!(one, Reason::NumberInAddress | Reason::NumberInSubject);
    let unread = |one: &Reason| matches!(one, Reason::NotInspected { .. });
    let many = |one: &Reason| matches!(one, Reason::Persons { .. } | Reason::Children);
    if reasons.iter().any(wish) {
        "guard-held-rule-wish"
    } else if reasons.iter().any(number) {
        "guard-held-rule-number"
    } else if reasons.iter().any(unread) {
        "guard-held-rule-unread"
    } else if reasons.iter().any(many) {
        "guard-held-rule-many"
    } else if class == Class::Sensitive {
        "guard-held-rule-sensitive"
    } else {
        "guard-held-rule-confidential"
    }
}

/// The lawful ways that are named to the sender of a mail that did not leave.
pub fn ways(reasons: &[Reason]) -> &'static [&'static str] {
    let wished = |channel: &str| reasons.iter().any(|one| one.wish() == Some(channel));
    if wished("letter") {
        &["guard-held-way-letter", "guard-held-way-talk"]
    } else if wished("address") {
        &["guard-held-way-other-address", "guard-held-way-talk"]
    } else if reasons.contains(&Reason::NumberInAddress) {
        &[
            "guard-held-way-own-address",
            "guard-held-way-post",
            "guard-held-way-letter",
        ]
    } else {
        &[
            "guard-held-way-portal",
            "guard-held-way-post",
            "guard-held-way-take-out",
            "guard-held-way-letter",
        ]
    }
}

/// When a stopped mail's content goes, if nothing is decided.
pub fn until(at: Moment) -> Moment {
    at.plus_days(KEPT_DAYS)
}

/// The Monday of a day's week, by which weeks are compared.
pub fn week(day: Day) -> Day {
    day.plus_days(1 - i32::from(day.weekday()))
}
