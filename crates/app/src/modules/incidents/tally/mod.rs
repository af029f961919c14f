//! The quick tally (facts § 10, rule 7): the frequent harmless near misses of a unit are counted with two answers and
//! without a report. Nobody is named, nobody is asked anything later.

mod actions;
mod model;
mod store;
mod web;

#[cfg(test)]
mod tests;

use kit::db::Migration;
use kit::id::Id;

use crate::base::audit::Kept;

use model::Tally;
pub use store::{per_controller, within};
pub use web::{ROUTES, in_words};

pub struct Counted;
pub type TallyId = Id<Counted>;

pub const TALLY: Kept = Kept {
    kind: "incident_tally",
    table: "incidents_tallies",
};

pub const MIGRATION: Migration = Migration {
    number: 26,
    name: "incidents_tally",
    sql: include_str!("../../../../../../migrations/0026_incidents_tally.sql"),
};
