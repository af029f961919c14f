//! The Data Balance Sheet: asks the list, freezes, compares, prints, publishes.

pub mod catalogue;
pub mod sheet;

use crate::base::room::{self, Room};

pub const ROOM: Room = Room {
    name: "year",
    migrations: &[],
    routes: &[],
    menu: &[],
    jobs: &[],
    daily: &[],
    kept: &[],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[],
    forget: room::nothing_to_forget,
};
