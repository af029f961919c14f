//! The rules of a year; pure.

pub mod agree;
pub mod file;
pub mod grid;

use kit::clock::Day;
use kit::form::{self, Faults, Fields};
use kit::words::{Lang, Texts};

use super::catalogue::{Definition, Unit, Visibility, unit};
use super::sheet::{Approval, TargetStatus};
use crate::base::organisation::{ControllerId, PersonId};

kit::choices! {
    /// Whether the program counted in that year, or it lies before the installation began.
    pub enum Kind {
        Counted = "counted", "year-kind-counted";
        /// Every figure may be entered, and is marked so.
        History = "history", "year-kind-history";
    }
}

kit::choices! {
    /// How far a section's text is.
    pub enum Stage {
        Draft = "draft", "year-stage-draft";
        Commented = "commented", "year-stage-commented";
        Ready = "ready", "year-stage-ready";
    }
}

/// A figure as a person enters it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub figure: &'static Definition,
    /// `None` is the whole.
    pub board: Option<ControllerId>,
    /// `None` says: not available.
    pub value: Option<f64>,
    /// For shares, if both are known.
    pub parts: Option<(f64, f64)>,
    pub note: Texts,
}

/// Reads a value as people write it in their language: `1 204`, `12,5`, `31.12.2025` is no number but a date
/// is written `2025-12-31`. Nothing written is not available.
///
/// # Errors
/// The message that says what is wrong.
pub fn value(def: &Definition, text: &str) -> Result<Option<f64>, &'static str> {
    let text = text.trim().trim_end_matches('%').trim();
    if text.is_empty() {
        return Ok(None);
    }
    if def.unit == Unit::Date {
        let day = Day::parse(text).ok_or(form::DAY)?;
        return Ok(Some(unit::number(day)));
    }
    let fields = Fields::from_pairs(vec![("value".into(), text.into())]);
    let mut faults = Faults::new();
    let greatest = def.unit.greatest();
    let number = if def.unit == Unit::Count {
        form::whole(&fields, &mut faults, "value", 0, greatest as i64).map(|n| n as f64)
    } else {
        form::decimal(&fields, &mut faults, "value", 0.0, greatest)
    };
    match faults.iter().next() {
        Some(fault) if fault.message == form::RANGE => Err("year-fault-range"),
        Some(fault) => Err(fault.message),
        None => Ok(number),
    }
}

/// A paragraph as it is typed, one field per language: `text-fi`.
#[derive(Clone, Debug, PartialEq)]
pub struct ParagraphDraft {
    pub text: Texts,
    pub visibility: Visibility,
}

/// The most that a paragraph may hold in one language.
pub const MOST_TEXT: usize = 20_000;

/// Fields of one text per language. The names are fixed, because faults speak of fields by name.
pub const TEXT_FIELDS: [(Lang, &str); 5] = [
    (Lang::En, "text-en"),
    (Lang::Fi, "text-fi"),
    (Lang::Sv, "text-sv"),
    (Lang::Da, "text-da"),
    (Lang::Nb, "text-nb"),
];

/// The texts of a form; at least one language is needed.
pub fn texts(fields: &Fields, faults: &mut Faults, most: usize) -> Texts {
    let mut texts = Texts::new();
    for (lang, field) in TEXT_FIELDS {
        if let Some(text) = form::optional(fields, faults, field, most) {
            texts.set(lang, text);
        }
    }
    if texts.is_empty() && faults.is_empty() {
        faults.add(TEXT_FIELDS[0].1, "year-fault-no-text");
    }
    texts
}

impl ParagraphDraft {
    pub fn read(fields: &Fields) -> Result<ParagraphDraft, Faults> {
        let mut faults = Faults::new();
        let text = texts(fields, &mut faults, MOST_TEXT);
        let visibility = form::choice(fields, &mut faults, "visibility", Visibility::parse);
        form::need(&mut faults, "visibility", form::CHOICE, &visibility);
        faults.into_result(ParagraphDraft {
            text,
            visibility: visibility.unwrap_or(Visibility::Internal),
        })
    }
}

/// Who answers for a section, until when, and who may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub owner: Option<PersonId>,
    pub due: Option<Day>,
    pub visibility: Visibility,
}

/// A development target as it is set.
#[derive(Clone, Debug, PartialEq)]
pub struct NewTarget {
    /// The year it is set for.
    pub year: i32,
    pub board: ControllerId,
    pub text: Texts,
    /// The duty or unit that answers for it.
    pub owner: String,
    pub due: Option<Day>,
    /// The day it was set; it counts in the sheet of a cut-off day from then on.
    pub day: Day,
}

/// What became of a target.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetStep {
    pub status: TargetStatus,
    pub reason: Texts,
    pub day: Day,
}

impl TargetStep {
    /// A target is only dropped with a reason (balance-sheet rule of carrying over).
    pub fn check(self) -> Result<TargetStep, Faults> {
        let mut faults = Faults::new();
        if self.status == TargetStatus::Dropped && self.reason.is_empty() {
            faults.add(TEXT_FIELDS[0].1, "year-fault-reason");
        }
        faults.into_result(self)
    }
}

/// A correction after approval.
#[derive(Clone, Debug, PartialEq)]
pub struct NewErratum {
    pub figure: String,
    pub board: Option<ControllerId>,
    pub new: Option<f64>,
    pub reason: Texts,
    pub approved_by: String,
    pub day: Day,
}

/// One thing that happened to a year.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    Opened,
    Closed { number: i64 },
    Approved { number: i64, approval: Approval },
    Published { number: i64 },
}

impl Step {
    pub fn code(&self) -> &'static str {
        match self {
            Step::Opened => "opened",
            Step::Closed { .. } => "closed",
            Step::Approved { .. } => "approved",
            Step::Published { .. } => "published",
        }
    }

    pub fn word(&self) -> &'static str {
        match self {
            Step::Opened => "year-step-opened",
            Step::Closed { .. } => "year-step-closed",
            Step::Approved { .. } => "year-step-approved",
            Step::Published { .. } => "year-step-published",
        }
    }

    pub fn number(&self) -> Option<i64> {
        match self {
            Step::Opened => None,
            Step::Closed { number }
            | Step::Approved { number, .. }
            | Step::Published { number } => Some(*number),
        }
    }
}

/// Whether a year may be closed on this day.
///
/// # Errors
/// The message that says why not.
pub fn may_close(year: i32, cutoff: Day, today: Day, approved: bool) -> Result<(), &'static str> {
    if Day::last_of_year(year) != Some(cutoff) {
        return Err("year-refused-cutoff");
    }
    if cutoff >= today {
        return Err("year-refused-not-ended");
    }
    if approved {
        return Err("year-refused-approved");
    }
    Ok(())
}

/// The day that a late note about the year belongs to: today, but never after the cut-off.
pub fn belongs_to(cutoff: Day, today: Day) -> Day {
    today.min(cutoff)
}

/// One language's field in a form of a text per language.
#[derive(Clone, Debug)]
pub struct Texted {
    pub code: &'static str,
    pub field: &'static str,
    /// The language's name in itself.
    pub name: String,
    /// The reader's own language, which stands open.
    pub own: bool,
}
