//! One register of measures, fed by every room: what will be done so that it does not happen again, by whom,
//! by when, and whether it worked.

mod actions;
mod figures;
mod model;
mod rights;
mod store;
mod web;

use kit::clock::Day;
use kit::db::Migration;
use kit::id::Id;
use kit::words::Lang;

use super::audit::Kept;
use super::organisation::{ControllerId, PersonId};
use super::room::{self, Room};
use super::subject::Subject;

pub use actions::{add, drop, finish, postpone, reopen, take, verify};
pub use model::{State, heading};
pub use rights::{Deed, may, sees};
pub use store::{MeasureRow, of, of_many, one, without_owner};

pub struct Measure;
pub struct Step;
pub type MeasureId = Id<Measure>;
pub type StepId = Id<Step>;

/// A measure that somebody decided on.
#[derive(Clone, Debug, PartialEq)]
pub struct NewMeasure {
    /// What it stems from: an incident, a review, a risk.
    pub origin: Subject,
    pub controller: ControllerId,
    pub text: String,
    pub owner: Option<PersonId>,
    pub due: Option<Day>,
}

pub const MEASURE: Kept = Kept {
    kind: "measure",
    table: "measures_kept",
};
pub const STEP: Kept = Kept {
    kind: "measure_step",
    table: "measures_steps",
};

pub const PART: Room = Room {
    name: "measures",
    migrations: &[Migration {
        number: 8,
        name: "measures",
        sql: include_str!("../../../../../migrations/0008_measures.sql"),
    }],
    routes: web::ROUTES,
    menu: &[web::MENU],
    jobs: &[],
    daily: &[],
    kept: &[MEASURE, STEP],
    title: rights::title,
    // What waits is asked by tasks.
    due: room::nothing_due,
    figures: figures::figures,
    rows: figures::rows,
    words: &[
        (Lang::En, include_str!("words/en.ftl")),
        (Lang::Fi, include_str!("words/fi.ftl")),
        (Lang::Sv, include_str!("words/sv.ftl")),
        (Lang::Da, include_str!("words/da.ftl")),
        (Lang::Nb, include_str!("words/nb.ftl")),
    ],
    // Who owned a measure and who did what stays as an id that leads nowhere.
    forget: room::nothing_to_forget,
};

#[cfg(test)]
mod tests;
