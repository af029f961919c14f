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
pub mod open;
mod print;
pub mod publish;
pub mod rights;
pub mod sheet;
pub mod store;
#[cfg(test)]
mod tests;
mod web;
pub mod withhold;

use kit::db::Migration;
use kit::words::Lang;

use crate::base::room::{self, Room, Route};

/// Inside pages and public ones.
const PARTS: &[&[Route]] = &[web::ROUTES, &publish::ROUTES, &open::ROUTES];
const ROUTES: [Route; room::count(PARTS)] = room::joined(PARTS);

pub const ROOM: Room = Room {
    name: "year",
    migrations: &[
        Migration {
            number: 11,
            name: "year",
            sql: include_str!("../../../../migrations/0011_year.sql"),
        },
        publish::MIGRATION,
    ],
    routes: &ROUTES,
    menu: web::MENU,
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
        publish::EDITION,
        publish::FILE,
    ],
    title: jobs::title,
    due: jobs::due,
    figures: figures::figures,
    rows: figures::rows,
    words: &[
        (Lang::En, include_str!("words/en.ftl")),
        (Lang::Fi, include_str!("words/fi.ftl")),
        (Lang::Sv, include_str!("words/sv.ftl")),
        (Lang::Da, include_str!("words/da.ftl")),
        (Lang::Nb, include_str!("words/nb.ftl")),
        (Lang::En, include_str!("publish/words/en.ftl")),
        (Lang::Fi, include_str!("publish/words/fi.ftl")),
        (Lang::Sv, include_str!("publish/words/sv.ftl")),
        (Lang::Da, include_str!("publish/words/da.ftl")),
        (Lang::Nb, include_str!("publish/words/nb.ftl")),
    ],
    forget: jobs::forget,
};
