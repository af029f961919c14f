//! The officer's desk: what waits and what is missing, what belongs together, what is learned, the register on
//! paper, and how history comes in and goes.

mod actions;
mod model;
mod store;
mod web;

#[cfg(test)]
mod tests;

use kit::db::Migration;
use kit::id::Id;

use crate::base::audit::Kept;

pub use actions::links::{answer_merged, carry, unmerge};
pub use store::plenty::fill;
pub use web::ROUTES;
pub use web::panels::links as links_panel;

pub const MIGRATION: Migration = Migration {
    number: 20,
    name: "incidents",
    sql: include_str!("../../../../../../migrations/0020_incidents_desk.sql"),
};

pub struct CaseLink;
pub type LinkId = Id<CaseLink>;

pub const LINK: Kept = Kept {
    kind: "incident_link",
    table: "incidents_links",
};
