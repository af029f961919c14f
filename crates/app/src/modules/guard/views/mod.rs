//! What others than the sender see: the officer masked findings and metadata, the auditor the evidence, a manager
//! counts without names, everybody the weeks of the trial run. A second reader only where a country's rule lets one in.

mod actions;
mod measured;
mod model;
mod paper;
mod store;
mod web;

#[cfg(test)]
mod tests;

use kit::id::Id;

use crate::base::audit::Kept;

pub use super::proof::link as linked;
pub use actions::second_readers;
pub use web::ROUTES;
pub use web::mails::{Leaving, leaving, title};

pub struct GuardMailbox;
pub type MailboxId = Id<GuardMailbox>;
pub struct GuardEyes;
pub type EyesId = Id<GuardEyes>;

pub const MAILBOX: Kept = Kept {
    kind: "guard_mailbox",
    table: "guard_mailboxes",
};
pub const EYES: Kept = Kept {
    kind: "guard_eyes",
    table: "guard_eyes",
};
