//! Mails that were stopped, or sent by a safer way than asked: kept encrypted for their sender alone, who reads why on
//! a signed-in page and decides there by a form, never by a link in a mail.

mod actions;
mod adopt;
mod model;
mod notify;
mod returned;
mod store;
mod web;

#[cfg(test)]
mod tests;

use kit::db::Migration;
use kit::id::Id;

use super::model::{Judged, MailId, Way};
use super::rotate::Sealed;

pub use super::model::Said;
use crate::base::audit::Kept;
use crate::base::organisation::PersonId;

pub use actions::{content, forget, keep, opened, showing_of, sweep, tell_sender};
pub use adopt::{adopt, unowned};
pub use model::{Showing, Step, Why, week};
pub use returned::{back, settle};
pub use store::{Stopped, mailbox_owner, one, waiting_of};
pub use web::{ROUTES, due, said};

pub const MIGRATION: Migration = Migration {
    number: 23,
    name: "guard",
    sql: include_str!("../../../../../../migrations/0023_guard_held.sql"),
};

/// The job that sends a held mail on, with its id; the engine runs it.
pub const RELEASE: &str = "guard.release";

/// A mail that was stopped for one or more of its recipients.
pub struct StoppedMail;
pub type StoppedId = Id<StoppedMail>;
/// The name in the contract with the engine.
pub type HeldId = StoppedId;
pub struct MailDecision;
pub type DecisionId = Id<MailDecision>;

pub const STOPPED: Kept = Kept {
    kind: "guard_stopped",
    table: "guard_stopped",
};
pub const DECISION: Kept = Kept {
    kind: "guard_decision",
    table: "guard_decisions",
};

/// What lies here for one person alone: that person's id stands in the place of what is sealed.
pub const SEALED: &[Sealed] = &[Sealed {
    kept: Some(STOPPED),
    table: STOPPED.table,
    behind: Some("owner_id"),
    columns: &["sealed", "message"],
    marks: &[],
}];

/// What to tell a sender about a mail of theirs.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// Those whom it concerns, as they stand in `judged`.
    pub recipients: &'a [&'a str],
    pub sender: Option<PersonId>,
    pub sender_address: &'a str,
    /// Its envelope has the empty sender.
    pub bounce: bool,
    /// Where it lay, when it is the sender's decision that is being followed.
    pub released: Option<StoppedId>,
    /// Decoded; shown to the sender alone.
    pub subject: &'a str,
    pub judged: &'a Judged,
    pub what: Way,
}

/// A held mail on which the sender has decided, for the engine that sends it on.
#[derive(Clone, Debug)]
pub struct Content {
    pub mail: MailId,
    pub recipients: Vec<String>,
    pub sender: Option<PersonId>,
    /// Of the envelope; empty where it was.
    pub sender_address: String,
    pub answer: Said,
    /// Which decision this is: a mail that came back may be decided on again.
    pub round: usize,
    pub message: Vec<u8>,
}
