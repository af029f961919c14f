//! What others are told about a breach: the authority in phases (GDPR article 33), the people concerned
//! (article 34), and what a supplier told us.

mod actions;
mod known;
mod letters;
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

pub use actions::strip;
pub use known::rest;
pub use web::{ROUTES, panel};

pub struct Draft;
pub type DraftId = Id<Draft>;
pub struct SentPhase;
pub type PhaseId = Id<SentPhase>;
pub struct OfAuthority;
pub type MatterId = Id<OfAuthority>;
pub struct Ruled;
pub type DecisionId = Id<Ruled>;
pub struct AskedOne;
pub type QuestionId = Id<AskedOne>;
pub struct AtSupplier;
pub type SupplierId = Id<AtSupplier>;
pub struct ToPeople;
pub type LetterId = Id<ToPeople>;
pub struct ToldOnce;
pub type EntryId = Id<ToldOnce>;

pub const DRAFT: Kept = Kept {
    kind: "incident_notification",
    table: "incidents_telling_drafts",
};
pub const PHASE: Kept = Kept {
    kind: "incident_phase",
    table: "incidents_telling_phases",
};
pub const MATTER: Kept = Kept {
    kind: "incident_matter",
    table: "incidents_telling_matters",
};
pub const DECISION: Kept = Kept {
    kind: "incident_ruling",
    table: "incidents_telling_decisions",
};
pub const QUESTION: Kept = Kept {
    kind: "incident_question",
    table: "incidents_telling_questions",
};
pub const SUPPLIER: Kept = Kept {
    kind: "incident_supplier",
    table: "incidents_telling_suppliers",
};
pub const LETTER: Kept = Kept {
    kind: "incident_letter",
    table: "incidents_telling_letters",
};
pub const ENTRY: Kept = Kept {
    kind: "incident_told",
    table: "incidents_telling_told",
};

pub const MIGRATION: Migration = Migration {
    number: 19,
    name: "incidents_telling",
    sql: include_str!("../../../../../../migrations/0019_incidents_telling.sql"),
};
