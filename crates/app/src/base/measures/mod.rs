//! One register of measures, fed by every room: what will be done so that it does not happen again, by whom,
//! by when, and whether it worked.

mod actions;
mod model;
mod store;

use kit::clock::Day;
use kit::db::Migration;
use kit::id::Id;

use super::audit::Kept;
use super::organisation::{ControllerId, PersonId};
use super::room::{self, Room};
use super::subject::Subject;

pub use actions::{add, drop, finish, postpone, reopen, take, verify};
pub use model::State;
pub use store::{MeasureRow, of, one};

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
    routes: &[],
    menu: &[],
    jobs: &[],
    daily: &[],
    kept: &[MEASURE, STEP],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[],
    forget: room::nothing_to_forget,
};
