//! The ways in for people who are not signed in, and the talk with them.
//!
//! What comes in without an account waits in the letterbox (`letterbox.rs`): durable at once, with the day alone,
//! and nothing of it in the book. On fixed hours it is opened: the data protection officer is told and may read it.
//! It enters the register, and with it the book, when she takes it up, or with the day's batch, shuffled. Why:
//! docs/decisions/0008.

mod actions;
mod clean;
mod jobs;
mod letterbox;
mod mail;
mod model;
mod store;
mod web;

#[cfg(test)]
mod tests;

use kit::db::Migration;
use kit::id::Id;

use crate::base::audit::Kept;

pub use actions::take_mail;
pub use jobs::{day_batch, last_hour, open_letterbox};
pub use letterbox::by_receipt;
pub use model::Way;
pub use web::{LETTERBOX, OPERATORS, ROUTES, due, panel};

/// How to reach a reporter who is none of ours.
pub struct Contact;
pub type ContactId = Id<Contact>;

pub const CONTACT: Kept = Kept {
    kind: "incident_contact",
    table: "incidents_contacts",
};

pub const MIGRATION: Migration = Migration {
    number: 17,
    name: "incidents",
    sql: include_str!("../../../../../../migrations/0017_incidents.sql"),
};

/// Which report a form gave.
pub const FORMS: Migration = Migration {
    number: 35,
    name: "incidents",
    sql: include_str!("../../../../../../migrations/0035_incidents.sql"),
};
