//! Tell people: a row in the caller's transaction, a mail after its commit.
//!
//! A notice says that something waits and where, never what: its mail passes servers that are not ours. A kind
//! is a message key; `<kind>-subject` and `<kind>-text` are its messages, with the arguments and `$href`.

mod actions;
mod jobs;
mod store;

use kit::db::Migration;
use kit::id::Id;

use super::audit::Kept;
use super::room::{self, Room};

pub use actions::{tell, tell_holders};

pub struct Notice;
pub type NoticeId = Id<Notice>;

pub const NOTICE: Kept = Kept {
    kind: "notice",
    table: "notices_sent",
};

pub const PART: Room = Room {
    name: "notices",
    migrations: &[Migration {
        number: 6,
        name: "notices",
        sql: include_str!("../../../../../migrations/0006_notices.sql"),
    }],
    routes: &[],
    menu: &[],
    jobs: &[(jobs::MAIL, jobs::mail)],
    daily: &[jobs::try_again],
    kept: &[NOTICE],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[],
    forget: actions::forget,
};
