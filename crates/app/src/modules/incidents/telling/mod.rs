//! What others are told about a breach: the authority in phases (GDPR article 33), the people concerned
//! (article 34), and what a supplier told us.

mod actions;
mod known;
mod model;
mod print;
mod saying;
mod store;
mod web;

#[cfg(test)]
mod tests;

use kit::db::Migration;
use kit::id::Id;

use crate::base::audit::Kept;

pub use web::{ROUTES, panel};

pub struct Draft;
pub type DraftId = Id<Draft>;
pub struct SentPhase;
pub type PhaseId = Id<SentPhase>;

pub const DRAFT: Kept = Kept {
    kind: "incident_notification",
    table: "incidents_telling_drafts",
};
pub const PHASE: Kept = Kept {
    kind: "incident_phase",
    table: "incidents_telling_phases",
};

pub const MIGRATION: Migration = Migration {
    number: 19,
    name: "incidents_telling",
    sql: include_str!("../../../../../../migrations/0019_incidents_telling.sql"),
};
