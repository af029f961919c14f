//! Decisions are a person's, each with its reason in words (facts § 3).

use kit::clock::{Moment, Zone};
use kit::form::{self, Faults, Fields};
use serde::{Deserialize, Serialize};

use super::law::notify_by;
use super::times::{Possible, When, check_order, check_possible};
use super::words::Told;

/// Texts of decisions and answers.
const WORDS: usize = 10_000;

/// The authority was notified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notified {
    pub at: Moment,
    /// The authority's case number, when it has given one.
    pub reference: String,
    /// Later than the law allows; the reasons stand in the step's words (article 33(1)).
    pub late: bool,
}

/// Why the authority was notified, and why so late where it was; empty where it was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    pub why: String,
    pub late: String,
}

impl Reasons {
    pub fn of(why: &str) -> Reasons {
        Reasons {
            why: why.to_owned(),
            late: String::new(),
        }
    }

    /// Both in one text, as the step keeps it.
    pub fn words(&self) -> String {
        let both = [self.why.as_str(), self.late.as_str()];
        both.into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n")
    }
}

/// No notification, with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declined(String);

impl Declined {
    pub fn reason(&self) -> &str {
        &self.0
    }

    /// # Errors
    /// A decision without its reason.
    pub fn typed(fields: &Fields) -> Result<Declined, Faults> {
        written(fields, "reason", "incidents-fault-reason").map(Declined)
    }
}

/// Whether and when the people concerned were told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    pub told: Told,
    /// When they were told individually; none otherwise.
    pub at: Option<Moment>,
    /// A public communication was made.
    pub public: bool,
}

#[derive(Clone, Debug, Default)]
pub struct NotifyDraft {
    pub at: Option<Moment>,
    pub reference: String,
    pub reason: String,
    pub late_reason: String,
}

impl NotifyDraft {
    pub fn typed(fields: &Fields, faults: &mut Faults, zone: &Zone) -> NotifyDraft {
        NotifyDraft {
            at: form::moment(fields, faults, "notified_at", zone),
            reference: form::optional(fields, faults, "reference", 200).unwrap_or_default(),
            reason: form::optional(fields, faults, "reason", WORDS).unwrap_or_default(),
            late_reason: form::optional(fields, faults, "late_reason", WORDS).unwrap_or_default(),
        }
    }

    /// Gives the notification and its reasons: those for the delay exactly when it was late.
    ///
    /// # Errors
    /// No time, an impossible one, one before the awareness, no reason, or late without reasons.
    pub fn check(
        self,
        mut faults: Faults,
        (aware, possible): (Moment, impl Into<Possible>),
        zone: &Zone,
    ) -> Result<(Notified, Reasons), Faults> {
        form::need(
            &mut faults,
            "notified_at",
            "incidents-fault-notified",
            &self.at,
        );
        let possible = possible.into();
        let at = self.at.unwrap_or(possible.now);
        check_possible(&mut faults, "notified_at", When::At(at), possible, zone);
        let pair = (When::At(aware), When::At(at));
        check_order(
            &mut faults,
            "notified_at",
            "incidents-fault-notified-first",
            pair,
            zone,
        );
        let late = notify_by(aware).is_some_and(|by| at > by);
        let why_late = if late { self.late_reason.trim() } else { "" };
        let reasons = Reasons {
            why: self.reason.trim().to_owned(),
            late: why_late.to_owned(),
        };
        if reasons.why.is_empty() {
            faults.add("reason", "incidents-fault-reason");
        }
        if late && reasons.late.is_empty() {
            faults.add("late_reason", "incidents-fault-late-reason");
        }
        let notified = Notified {
            at,
            reference: self.reference.trim().to_owned(),
            late,
        };
        faults.into_result((notified, reasons))
    }
}

#[derive(Clone, Debug, Default)]
pub struct PeopleDraft {
    pub told: Option<Told>,
    pub at: Option<Moment>,
    pub public: bool,
    pub reason: String,
}

impl PeopleDraft {
    pub fn typed(fields: &Fields, faults: &mut Faults, zone: &Zone) -> PeopleDraft {
        PeopleDraft {
            told: form::choice(fields, faults, "told", Told::parse),
            at: form::moment(fields, faults, "told_at", zone),
            public: fields.has("public"),
            reason: form::optional(fields, faults, "reason", WORDS).unwrap_or_default(),
        }
    }

    /// # Errors
    /// No reason; told and no time; article 34(3)(c) without the public communication that it
    /// asks for; an impossible time.
    pub fn check(
        self,
        mut faults: Faults,
        possible: impl Into<Possible>,
        zone: &Zone,
    ) -> Result<(People, String), Faults> {
        form::need(&mut faults, "told", "incidents-fault-told", &self.told);
        let told = self.told.unwrap_or(Told::NotNeeded);
        let reason = self.reason.trim().to_owned();
        if told == Told::Told {
            form::need(&mut faults, "told_at", "incidents-fault-told-at", &self.at);
        }
        if reason.is_empty() {
            faults.add("reason", "incidents-fault-reason");
        }
        if told == Told::ExemptC && !self.public {
            faults.add("public", "incidents-fault-public");
        }
        let at = self.at.filter(|_| told == Told::Told);
        if let Some(at) = at {
            check_possible(&mut faults, "told_at", When::At(at), possible.into(), zone);
        }
        let people = People {
            told,
            at,
            public: self.public,
        };
        faults.into_result((people, reason))
    }
}

/// One text that must be there: an answer, a reason.
///
/// # Errors
/// `message` when it is missing.
pub fn written(
    fields: &Fields,
    field: &'static str,
    message: &'static str,
) -> Result<String, Faults> {
    let mut faults = Faults::new();
    let text = form::required(fields, &mut faults, field, message, WORDS);
    faults.into_result(text)
}
