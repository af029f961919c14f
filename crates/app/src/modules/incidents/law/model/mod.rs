//! Rules and types of the law on a case; pure.

mod clocks;
mod days;
mod likeness;
mod severity;
mod significant;
mod table;

pub use clocks::{Countdown, LAST, LATE_MINUTES, Level, Stand, circle, to_send};
pub use likeness::{Alike, Trait, Traits, Verdict, most_alike, told, traits_of};
pub use severity::{Circumstance, DataType, Ease, Judged, Risk, Scoring, choice_word, level_word};
pub use significant::{Deed, Progress, Significant, Submitted, Suspected};
#[cfg(test)]
pub use table::Due;
pub use table::{Covered, Law, Length, Rule, Scope};
#[cfg(test)]
pub use {clocks::levels, days::easter, likeness::Reference, severity::Severity};
