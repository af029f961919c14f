//! "May I send this?": an employee pastes a text or gives a file and sees what is in it that must not leave,
//! and what to do instead. The room keeps nothing: it has no table, writes no line in the book and none in the
//! log, and the file is read in memory and in the reading child.

#[cfg(test)]
mod tests;
mod web;

use kit::words::Lang;

use crate::base::room::{self, Room};

pub const ROOM: Room = Room {
    name: "checker",
    migrations: &[],
    routes: web::ROUTES,
    menu: &[web::MENU],
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
