//! Attachments, kept in the database. They are handed out only as downloads and never shown inline: what
//! somebody attached may be anything.
//!
//! The download route is the owning room's, because it knows who may; it calls [`hand_out`].

mod actions;
mod looks;
mod store;

use kit::db::Migration;
use kit::id::Id;

use super::audit::Kept;
use super::room::{self, Room};

pub use actions::{erase_of, hand_out, holds, keep, keep_of_day};
pub use store::{FileRow, bytes, damaged, of, one};

pub struct File;
pub type FileId = Id<File>;

pub const FILE: Kept = Kept {
    kind: "file",
    table: "files_kept",
};

pub const PART: Room = Room {
    name: "files",
    migrations: &[Migration {
        number: 9,
        name: "files",
        sql: include_str!("../../../../../migrations/0009_files.sql"),
    }],
    routes: &[],
    menu: &[],
    jobs: &[],
    daily: &[],
    kept: &[FILE],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[],
    forget: room::nothing_to_forget,
};

#[cfg(test)]
mod tests;
