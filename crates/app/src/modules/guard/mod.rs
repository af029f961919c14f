//! The guard on outgoing mail: the right way for every recipient, nothing lost, proof kept.
//!
//! Postfix hands every outgoing mail over by LMTP. `decide` says by data what each recipient needs; `pass` takes
//! the mail on its ways and answers Postfix recipient by recipient. `held` and `proof` keep what was stopped and
//! how things went, `wishes` and `portal` are the citizen's side. Why it is so: docs/decisions/0018.

pub mod decide;
pub mod held;
#[cfg(test)]
mod made;
pub mod model;
mod pass;
mod place;
pub mod portal;
pub mod proof;
pub mod rotate;
mod views;
pub mod wishes;

use kit::db::Migration;
use kit::words::Lang;

use crate::base::room::{self, Access, MenuItem, Room, Route, Topic};
use crate::base::{App, Problem, Role};

/// The routes of the room's parts, one list each.
const PARTS: &[&[Route]] = &[
    portal::ROUTES,
    wishes::ROUTES,
    held::ROUTES,
    views::ROUTES,
    // one line per part
];
const ROUTES: [Route; room::count(PARTS)] = room::joined(PARTS);

pub use pass::{Checked, Engine, Listening, check, engine, listen, send, start};
pub use views::{Leaving, leaving, linked};

const MENU: &[MenuItem] = &[
    portal::MENU[0],
    portal::MENU[1],
    portal::MENU[2],
    wishes::MENU,
    MenuItem {
        word: "guard-held-menu",
        topic: Topic::Mine,
        href: "/my-mails",
        access: Access::SignedIn,
        place: 16,
    },
    MenuItem {
        word: "guard-views-menu",
        topic: Topic::Mail,
        href: "/guard/mails",
        access: Access::Duty(&[Role::Dpo]),
        place: 30,
    },
    MenuItem {
        word: "guard-views-evidence",
        topic: Topic::Mail,
        href: "/guard/evidence",
        access: Access::Duty(&[Role::Auditor]),
        place: 31,
    },
    MenuItem {
        word: "guard-views-menu-units",
        topic: Topic::Mail,
        href: "/guard/units",
        access: Access::DutyOrManager(&[]),
        place: 32,
    },
];

pub const ROOM: Room = Room {
    name: "guard",
    migrations: &[
        Migration {
            number: 22,
            name: "guard",
            sql: include_str!("../../../../../migrations/0022_guard.sql"),
        },
        held::MIGRATION,
        wishes::MIGRATION,
        portal::MIGRATION,
        portal::REMINDERS,
        Migration {
            number: 29,
            name: "guard",
            sql: include_str!("../../../../../migrations/0029_guard.sql"),
        },
        Migration {
            number: 30,
            name: "guard",
            sql: include_str!("../../../../../migrations/0030_guard.sql"),
        },
        portal::REGISTERED,
        // one entry per part
    ],
    routes: &ROUTES,
    menu: MENU,
    jobs: &[
        (portal::NOTICE, portal::send_notice),
        (held::RELEASE, pass::run_release),
    ],
    daily: &[held::sweep, wishes::sweep, portal::sweep, pass::sweep],
    kept: &[
        held::STOPPED,
        held::DECISION,
        proof::SENT,
        proof::SEEN,
        views::MAILBOX,
        views::EYES,
        portal::CITIZEN,
        portal::MESSAGE,
        portal::READ,
        portal::ANSWER,
        portal::FILE,
        portal::PARCEL,
        wishes::WISH,
        wishes::NAME,
    ],
    title: views::title,
    due: held::due,
    figures: proof::figures::figures,
    rows: proof::figures::rows,
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
        (Lang::En, include_str!("held/words/en.ftl")),
        (Lang::Fi, include_str!("held/words/fi.ftl")),
        (Lang::Sv, include_str!("held/words/sv.ftl")),
        (Lang::Da, include_str!("held/words/da.ftl")),
        (Lang::Nb, include_str!("held/words/nb.ftl")),
        (Lang::En, include_str!("views/words/en.ftl")),
        (Lang::Fi, include_str!("views/words/fi.ftl")),
        (Lang::Sv, include_str!("views/words/sv.ftl")),
        (Lang::Da, include_str!("views/words/da.ftl")),
        (Lang::Nb, include_str!("views/words/nb.ftl")),
    ],
    forget: held::forget,
};

/// Everything that a change of keys must seal again.
const SEALED: &[&[rotate::Sealed]] = &[
    wishes::SEALED,
    portal::SEALED,
    held::SEALED,
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
    portal::keys_changed(app)?;
    if erase {
        app.keys.erase_old()?;
    }
    Ok(rows)
}
