//! The Data Balance Sheet: asks the list, freezes, compares, prints, publishes.
//!
//! [`sheet::sheet`] gives a year as one value, live or frozen; everything that shows or publishes reads that.

pub mod actions;
pub mod catalogue;
pub mod cli;
mod figures;
mod gather;
mod jobs;
pub mod model;
pub mod rights;
pub mod sheet;
mod store;
#[cfg(test)]
mod tests;

use kit::db::Migration;

use crate::base::room::{self, Room};

pub const ROOM: Room = Room {
    name: "year",
    migrations: &[Migration {
        number: 11,
        name: "year",
        sql: include_str!("../../../../migrations/0011_year.sql"),
    }],
    routes: &[],
    menu: &[],
    jobs: &[],
    daily: &[jobs::open_current],
    kept: &[
        store::YEAR,
        store::STEP,
        store::ENTRY,
        store::SECTION,
        store::STAGE,
        store::PARAGRAPH,
        store::COMMENT,
        store::TARGET,
        store::TARGET_STEP,
        store::SNAPSHOT,
        store::FIGURE,
        store::ERRATUM,
    ],
    title: room::no_title,
    due: jobs::due,
    figures: figures::figures,
    rows: figures::rows,
    words: &[],
    forget: jobs::forget,
};
