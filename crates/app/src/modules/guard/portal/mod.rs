//! The portal: what may not be sent openly waits here, sealed, until its recipient has proven who they are.
//!
//! The recipient gets a notice without content. What opens a message is a code to a phone that an employee registered
//! before, a code in a letter, or national eID; each message has a floor below which nothing opens it. The pages for
//! citizens are on a listener of their own (`shell/portal.rs`).

mod actions;
pub mod channels;
mod jobs;
mod letter;
mod model;
mod store;
mod web;

#[cfg(test)]
mod tests;

use kit::clock::Moment;
use kit::db::{Conn, Migration};
use kit::id::Id;
use kit::words::Lang;

use super::rotate::{Marked, Sealed};
use crate::base::audit::Kept;
use crate::base::{App, Problem};

pub use actions::{Deposit, deposit};
#[cfg(test)]
pub use jobs::mark as notice_mark;
pub use jobs::{HEADER, NOTICE, is_marked, keys_changed, send_notice, sweep};
pub use web::{MENU, ROUTES};

pub struct Message;
pub type MessageId = Id<Message>;
pub struct Citizen;
pub type CitizenId = Id<Citizen>;
pub struct Code;
pub type CodeId = Id<Code>;
pub struct Read;
pub type ReadId = Id<Read>;
pub struct Reply;
pub type AnswerId = Id<Reply>;
pub struct Enclosed;
pub type FileId = Id<Enclosed>;

pub const CITIZEN: Kept = Kept {
    kind: "guard_citizen",
    table: "guard_portal_people",
};
pub const MESSAGE: Kept = Kept {
    kind: "guard_message",
    table: "guard_portal_messages",
};
pub const READ: Kept = Kept {
    kind: "guard_read",
    table: "guard_portal_reads",
};
pub const ANSWER: Kept = Kept {
    kind: "guard_answer",
    table: "guard_portal_answers",
};
pub const FILE: Kept = Kept {
    kind: "guard_file",
    table: "guard_portal_files",
};
pub const PARCEL: Kept = Kept {
    kind: "guard_parcel",
    table: "guard_portal_parcels",
};

/// Purposes of the keyed hashes.
const ADDRESS: &str = "guard.portal.address";
const NUMBER: &str = "guard.portal.number";
const CODE: &str = "guard.portal.code";

/// What a change of keys must seal again.
pub const SEALED: &[Sealed] = &[
    Sealed {
        kept: Some(CITIZEN),
        table: "guard_portal_people",
        behind: None,
        columns: &["address", "phone", "number"],
        marks: &[
            Marked {
                column: "address_mark",
                of: "address",
                purpose: ADDRESS,
            },
            Marked {
                column: "number_mark",
                of: "number",
                purpose: NUMBER,
            },
        ],
    },
    Sealed {
        kept: Some(MESSAGE),
        table: "guard_portal_messages",
        behind: None,
        columns: &["recipient", "sender", "subject"],
        marks: &[Marked {
            column: "recipient_mark",
            of: "recipient",
            purpose: ADDRESS,
        }],
    },
    Sealed {
        kept: None,
        table: "guard_portal_contents",
        behind: None,
        columns: &["content"],
        marks: &[],
    },
    Sealed {
        kept: Some(ANSWER),
        table: "guard_portal_answers",
        behind: None,
        columns: &["words"],
        marks: &[],
    },
    Sealed {
        kept: Some(FILE),
        table: "guard_portal_files",
        behind: None,
        columns: &["name", "content"],
        marks: &[],
    },
];

pub const MIGRATION: Migration = Migration {
    number: 25,
    name: "guard_portal",
    sql: include_str!("../../../../../../migrations/0025_guard_portal.sql"),
};

pub const REMINDERS: Migration = Migration {
    number: 28,
    name: "guard_portal_reminders",
    sql: include_str!("../../../../../../migrations/0028_guard_portal.sql"),
};

pub const REGISTERED: Migration = Migration {
    number: 34,
    name: "guard_portal_registered",
    sql: include_str!("../../../../../../migrations/0034_guard_portal.sql"),
};

pub const WORDS: [(Lang, &str); 5] = [
    (Lang::En, include_str!("words/en.ftl")),
    (Lang::Fi, include_str!("words/fi.ftl")),
    (Lang::Sv, include_str!("words/sv.ftl")),
    (Lang::Da, include_str!("words/da.ftl")),
    (Lang::Nb, include_str!("words/nb.ftl")),
];

/// Whether somebody with this address could prove who they are, by a phone or an identity number.
///
/// # Errors
/// The database's own.
pub fn known(app: &App, conn: &Conn, address: &str) -> Result<bool, Problem> {
    Ok(store::people::of_address(conn, &app.keys, address)?.is_some())
}

/// Path of the door of the newest message to an address.
///
/// # Errors
/// The database's own.
pub fn door(app: &App, conn: &Conn, address: &str) -> Result<Option<String>, Problem> {
    let folded = super::model::mail::folded(address);
    let all = store::messages::of_recipient(conn, &app.keys, &folded)?;
    Ok(all.first().map(|message| format!("/post/{}", message.id)))
}

/// What the year asks of the portal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub messages: i64,
    pub read: i64,
    pub answers: i64,
    /// Erased without having been read.
    pub unread: i64,
}

/// Messages that came in between two moments, and what became of them.
///
/// # Errors
/// The database's own.
pub fn counts(conn: &Conn, from: Moment, to: Moment) -> Result<Counts, Problem> {
    store::messages::counts(conn, from, to)
}
