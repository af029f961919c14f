//! One mail as the guard knows it, without its content.

use detect::{Category, Class, Kind, Strength};
use kit::id::Id;
use serde::{Deserialize, Serialize};

use super::way::Verdict;

/// One mail: the same long queue id with the same body is the same mail (see `pass/ledger.rs`).
pub struct Mail;
pub type MailId = Id<Mail>;

/// A recipient of the envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// As it came, for sending on.
    pub address: String,
    /// Keyed hash of the folded address: what is stored and searched for (`pass::hash`).
    pub hash: String,
    pub kind: Domain,
}

impl Recipient {
    /// What stands after the last `@`, in small letters.
    pub fn domain(&self) -> Option<String> {
        let (_, domain) = self.address.rsplit_once('@')?;
        Some(domain.trim_end_matches('.').to_lowercase())
    }
}

/// An address as it is compared: nobody has two mailboxes that differ in case alone.
pub fn folded(address: &str) -> String {
    address.trim().to_lowercase()
}

kit::choices! {
    /// Whose domain it is.
    pub enum Domain {
        /// The municipality's own.
        Own = "own", "guard-domain-own";
        /// On the list of agreed partners.
        Partner = "partner", "guard-domain-partner";
        /// A known citizen's address.
        Citizen = "citizen", "guard-domain-citizen";
        Unknown = "unknown", "guard-domain-unknown";
    }
}

/// What was found, for showing. At most [`Found::MOST`] of each mail; the counts are of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub findings: Vec<OneFound>,
    pub unread: Vec<Unread>,
    /// Of all findings, also those that are not listed.
    pub count: u32,
}

impl Found {
    /// More than a person reads.
    pub const MOST: usize = 50;
}

/// One finding in its surroundings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneFound {
    pub kind: Kind,
    pub category: Category,
    pub strength: Strength,
    /// Which part of the mail: names from the outside in (see `extract::Part::path`).
    pub part: String,
    /// Everything masked: for the book, the notice, the officer.
    pub masked: Marked,
    /// In the clear: for the sender alone, never outside the encrypted mail.
    pub clear: Marked,
}

/// A passage with one stretch marked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    pub before: String,
    pub found: String,
    pub after: String,
}

/// A part that nobody could read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    pub part: String,
    pub reason: extract::Reason,
}

/// A mail that was judged once, with a verdict for each recipient.
#[derive(Clone, Debug)]
pub struct Judged {
    pub mail: MailId,
    /// Long queue id of Postfix.
    pub queue_id: String,
    /// The header's, without angle brackets; empty where there is none.
    pub message_id: String,
    pub class: Class,
    /// Different persons that it names by number.
    pub persons: u32,
    pub children: bool,
    /// False when a part could not be read.
    pub inspected: bool,
    pub found: Found,
    pub verdicts: Vec<(Recipient, Verdict)>,
}
