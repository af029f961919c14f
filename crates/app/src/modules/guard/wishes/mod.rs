//! What people have asked of the way to them: letters only, encrypted only, one certain address.
//!
//! A wish is found when a mail goes to the person and when it is about the person. It can only raise the protection:
//! one for less is noted and answered, and [`strictest`] never gives it. Case: Datatilsynet 2014-313-0449.

mod actions;
mod lookup;
mod model;
mod store;
mod web;

#[cfg(test)]
mod tests;

use kit::db::Migration;
use kit::id::Id;
use kit::words::Lang;

use super::rotate::{Marked, Sealed};
use crate::base::App;
use crate::base::Problem;
use crate::base::audit::Kept;

pub use actions::{Entered, Outcome, answered, enter};
pub use lookup::{known, strictest};
pub use model::{Asked, Checked, Digits, Draft, Source, folded};
pub use store::in_force;
pub use web::{MENU, ROUTES};

/// One wish of one person.
pub struct Wished;
pub type WishId = Id<Wished>;
pub struct Named;
pub type NameId = Id<Named>;
pub struct Import;
pub type ImportId = Id<Import>;

pub const WISH: Kept = Kept {
    kind: "guard_wish",
    table: "guard_wishes",
};
pub const NAME: Kept = Kept {
    kind: "guard_wish_name",
    table: "guard_wishes_names",
};

/// What a change of keys must seal again.
pub const SEALED: &[Sealed] = &[
    Sealed {
        kept: Some(WISH),
        table: "guard_wishes",
        behind: None,
        columns: &["wished", "note"],
        marks: &[Marked {
            column: "wished_mark",
            of: "wished",
            purpose: ADDRESS,
        }],
    },
    Sealed {
        kept: Some(NAME),
        table: "guard_wishes_names",
        behind: None,
        columns: &["sealed"],
        marks: &[Marked {
            column: "mark",
            of: "sealed",
            purpose: NAME_PURPOSE,
        }],
    },
    Sealed {
        kept: None,
        table: "guard_wishes_imports",
        behind: None,
        columns: &["content"],
        marks: &[],
    },
];

/// Purposes of the keyed hashes. An address and a number are told apart by what is hashed, see [`model::NameKind`].
const ADDRESS: &str = "guard.wish.address";
const NAME_PURPOSE: &str = "guard.wish.name";

pub const MIGRATION: Migration = Migration {
    number: 24,
    name: "guard_wishes",
    sql: include_str!("../../../../../../migrations/0024_guard_wishes.sql"),
};

pub const WORDS: [(Lang, &str); 5] = [
    (Lang::En, include_str!("words/en.ftl")),
    (Lang::Fi, include_str!("words/fi.ftl")),
    (Lang::Sv, include_str!("words/sv.ftl")),
    (Lang::Da, include_str!("words/da.ftl")),
    (Lang::Nb, include_str!("words/nb.ftl")),
];

/// Every day: files that nobody confirmed go.
///
/// # Errors
/// The database's own.
pub fn sweep(app: &App) -> Result<(), Problem> {
    actions::sweep(app)
}

/// Notes under which key hashes are stored from now on, after keys were changed.
///
/// # Errors
/// The database's own.
pub fn marks_are_fresh(app: &App) -> Result<(), Problem> {
    actions::marks_are_fresh(app)
}
