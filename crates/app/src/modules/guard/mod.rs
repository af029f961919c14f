//! The guard on outgoing mail: the right way for every recipient, nothing lost, proof kept.
//!
//! Postfix hands every outgoing mail over by LMTP. `decide` says by data what each recipient needs; `pass` takes
//! the mail on its ways and answers Postfix recipient by recipient. `held` and `proof` keep what was stopped and
//! how things went, `wishes` and `portal` are the citizen's side. Why it is so: docs/decisions/0018.

pub mod decide;
pub mod model;
mod pass;
pub mod portal;
pub mod rotate;
pub mod wishes;

use kit::db::Migration;
use kit::words::Lang;

use crate::base::room::{self, Room, Route};
use crate::base::{App, Problem};

/// The routes of the room's parts, one list each.
const PARTS: &[&[Route]] = &[
    portal::ROUTES,
    wishes::ROUTES,
    // one line per part
];
const ROUTES: [Route; room::count(PARTS)] = room::joined(PARTS);

pub use pass::{Checked, Listening, check, listen};

pub const ROOM: Room = Room {
    name: "guard",
    migrations: &[
        Migration {
            number: 22,
            name: "guard",
            sql: include_str!("../../../../../migrations/0022_guard.sql"),
        },
        wishes::MIGRATION,
        portal::MIGRATION,
        // one entry per part
    ],
    routes: &ROUTES,
    menu: &[
        portal::MENU[0],
        portal::MENU[1],
        portal::MENU[2],
        wishes::MENU,
    ],
    jobs: &[(portal::NOTICE, portal::send_notice)],
    daily: &[wishes::sweep, portal::sweep, pass::sweep],
    kept: &[
        portal::CITIZEN,
        portal::MESSAGE,
        portal::READ,
        portal::ANSWER,
        portal::FILE,
        portal::PARCEL,
        wishes::WISH,
        wishes::NAME,
    ],
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
        wishes::WORDS[0],
        wishes::WORDS[1],
        wishes::WORDS[2],
        wishes::WORDS[3],
        wishes::WORDS[4],
        portal::WORDS[0],
        portal::WORDS[1],
        portal::WORDS[2],
        portal::WORDS[3],
        portal::WORDS[4],
    ],
    forget: room::nothing_to_forget,
};

/// Everything that a change of keys must seal again.
const SEALED: &[&[rotate::Sealed]] = &[
    wishes::SEALED,
    portal::SEALED,
    // one line per part
];

/// Makes new keys for what is stored sealed and for keyed hashes, and seals everything again; how many rows. With
/// `erase` the old keys go: then no backup from before can be read.
///
/// # Errors
/// A row that can't be opened; nothing is lost, the old keys are still there.
pub fn rotate_keys(app: &App, erase: bool) -> Result<usize, Problem> {
    let rows = rotate::rotate(app, SEALED)?;
    wishes::marks_are_fresh(app)?;
    if erase {
        app.keys.erase_old()?;
    }
    Ok(rows)
}
