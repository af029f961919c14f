//! Something to do before a date, asked of one person or of whoever holds a role for the controller.

mod actions;
mod store;
mod web;

use kit::clock::{Day, Moment};
use kit::db::Migration;
use kit::id::Id;
use kit::words::Lang;

use super::Role;
use super::audit::Kept;
use super::organisation::{ControllerId, PersonId};
use super::room::{self, Room};
use super::subject::Subject;

pub use actions::{done, open};
pub use store::TaskRow;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Message key of its title.
    pub kind: &'static str,
    pub subject: Subject,
    pub href: String,
    pub controller: ControllerId,
    /// Who may do it, when it is nobody's in particular.
    pub role: Role,
    pub person: Option<PersonId>,
    pub due: Option<Day>,
    /// The number by which people know the thing; many tasks ask the same of different things.
    pub about: Option<String>,
    /// The moment at which the law ends it, where it does so by the hour.
    pub end: Option<Moment>,
}

pub type TaskId = Id<Task>;

pub const TASK: Kept = Kept {
    kind: "task",
    table: "tasks_asked",
};

pub const PART: Room = Room {
    name: "tasks",
    migrations: &[
        Migration {
            number: 7,
            name: "tasks",
            sql: include_str!("../../../../../migrations/0007_tasks.sql"),
        },
        Migration {
            number: 33,
            name: "tasks",
            sql: include_str!("../../../../../migrations/0033_tasks.sql"),
        },
    ],
    routes: web::ROUTES,
    menu: &[web::MENU],
    jobs: &[],
    daily: &[],
    kept: &[TASK],
    title: room::no_title,
    due: web::due,
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
