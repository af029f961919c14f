//! The guard on outgoing mail: the right way for every recipient, nothing lost, proof kept.
//!
//! Postfix hands every outgoing mail over by LMTP. `decide` says by data what each recipient needs; `pass` takes
//! the mail on its ways and answers Postfix recipient by recipient. `held` and `proof` keep what was stopped and
//! how things went, `wishes` and `portal` are the citizen's side. Why it is so: docs/decisions/0018.

pub mod decide;
pub mod model;

use kit::db::Migration;
use kit::words::Lang;

use crate::base::room::{self, Room};

pub const ROOM: Room = Room {
    name: "guard",
    migrations: &[
        Migration {
            number: 22,
            name: "guard",
            sql: include_str!("../../../../../migrations/0022_guard.sql"),
        },
        // one entry per part
    ],
    // The first part with routes joins lists as the incidents room does: room::joined(PARTS).
    routes: &[],
    menu: &[],
    jobs: &[],
    daily: &[],
    kept: &[],
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
    forget: room::nothing_to_forget,
};
