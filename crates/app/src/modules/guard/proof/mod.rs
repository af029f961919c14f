//! Evidence: one row and one entry in the book for every recipient and attempt, found again by message id; and the
//! counts of the year, which hold no content and name nobody.

mod actions;
pub mod figures;
mod model;
mod store;

#[cfg(test)]
mod tests;

use kit::id::Id;

use super::held::Showing;
use super::model::{Judged, Level, MailId, Way};
use crate::base::audit::Kept;
use crate::base::organisation::PersonId;

pub use actions::{lettered, link, note};
pub use model::{Outcome, by_way, of_class, what, wished, would};
pub use store::{Asked, Seen, Sent, days, find, list_seen, one_seen, seen_of, units};

/// One attempt for one recipient.
pub struct SentMail;
pub type SentId = Id<SentMail>;

pub const SENT: Kept = Kept {
    kind: "guard_sent",
    table: "guard_sent",
};
pub const SEEN: Kept = Kept {
    kind: "guard_mail",
    table: "guard_seen",
};

/// What was done with one mail, in one call for all its recipients.
#[derive(Clone, Copy, Debug)]
pub struct Noted<'a> {
    pub mail: MailId,
    pub message_id: &'a str,
    pub queue_id: &'a str,
    pub sender: Option<PersonId>,
    pub sender_address: &'a str,
    pub judged: &'a Judged,
    /// SHA-256 of the mail as it was received, in hexadecimal. That of the sent bytes is the transport's to say.
    pub digest: &'a str,
    /// Only looked: everything was passed on as it came.
    pub dry: bool,
    pub entries: &'a [Entry<'a>],
}

/// One recipient of it.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// As it stands in the verdicts.
    pub recipient: &'a str,
    /// What was needed.
    pub level: Level,
    /// The way that was taken.
    pub way: Way,
    /// In the trial run: the way that would have been taken.
    pub would: Option<Way>,
    pub rule: &'a str,
    /// A person's wish decided.
    pub wish: bool,
    pub outcome: Outcome,
    /// What the transport measured (facts/mail-guard.md § 8), for a delivery of our own.
    pub evidence: Option<serde_json::Value>,
    /// It may have been sent before: the one repeat that a lost line allows.
    pub repeat: bool,
}

/// Whether a mail went on as it came although the rules asked for another way: in the trial run.
fn exposed(way: Way, would: Option<Way>) -> bool {
    way == Way::Plain && would.is_some_and(|would| would != Way::Plain)
}
