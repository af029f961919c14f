//! What the law asks of a case: limits as dated data, the clocks of a case and their reminders, the score and the
//! reference cases that advise an assessment, and the reasons that a decision must have.

mod actions;
pub mod figures;
mod jobs;
pub mod model;
mod store;
mod web;

use kit::clock::Zone;
use kit::db::Migration;
use kit::id::Id;

use crate::base::audit::Kept;
use crate::base::organisation::Country;
use model::Law;
pub use model::Rule;

pub use actions::{explain, rewind};
pub use jobs::remind;
pub use store::{ScoreRow, scores_in};
pub use web::ROUTES;
pub use web::panel::panel;
pub use web::times::{Time, all as all_times, in_words, said, times};

pub const MIGRATION: Migration = Migration {
    number: 18,
    name: "incidents",
    sql: include_str!("../../../../../../migrations/0018_incidents_law.sql"),
};

pub struct Reminder;
pub type ReminderId = Id<Reminder>;
pub struct KeptScore;
pub type ScoreId = Id<KeptScore>;
pub struct Nis2Case;
pub type Nis2Id = Id<Nis2Case>;
pub struct Nis2Deed;
pub type Nis2StepId = Id<Nis2Deed>;

pub const SCORE: Kept = Kept {
    kind: "incident_score",
    table: "incidents_scores",
};
pub const NIS2: Kept = Kept {
    kind: "incident_nis2",
    table: "incidents_nis2",
};
pub const NIS2_STEP: Kept = Kept {
    kind: "incident_nis2_step",
    table: "incidents_nis2_steps",
};

/// Lays down the law of this installation when the program starts.
///
/// # Errors
/// An unknown country, a wrong line in the installation's own file, a confirmation of a line that does not exist.
pub fn lay_down_law(
    country: Option<&str>,
    zone: &Zone,
    own: &str,
    confirmed: &[String],
) -> Result<(), String> {
    let country = match country {
        Some(code) => Some(
            Country::parse(code).ok_or(format!("country {code:?} is none of fi se dk no is"))?,
        ),
        None => Country::of_zone(zone.name()),
    };
    let law = Law::built_in()
        .with(Law::parse(own)?)
        .confirmed(confirmed)?;
    law.of(country).lay_down();
    Ok(())
}

#[cfg(test)]
mod tests;
