//! Tell people: a row in the caller's transaction, a mail after its commit.
//!
//! A notice says that something waits and where, never what: its mail passes servers that are not ours. A kind
//! begins with `<room>-notice-`; `<kind>-subject` and `<kind>-text` are its messages, with the arguments and `$href`.

mod actions;
mod jobs;
mod store;
mod web;

use kit::db::Migration;
use kit::id::Id;
use kit::words::Lang;

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
    routes: web::ROUTES,
    menu: web::MENU,
    jobs: &[(jobs::MAIL, jobs::mail)],
    daily: &[jobs::try_again],
    kept: &[NOTICE],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[
        (Lang::En, include_str!("words/en.ftl")),
        (Lang::Fi, include_str!("words/fi.ftl")),
        (Lang::Sv, include_str!("words/sv.ftl")),
        (Lang::Da, include_str!("words/da.ftl")),
        (Lang::Nb, include_str!("words/nb.ftl")),
    ],
    forget: actions::forget,
};

#[cfg(test)]
mod tests;
