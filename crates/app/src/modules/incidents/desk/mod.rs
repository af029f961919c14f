//! The officer's desk: what waits and what is missing, what belongs together, what is learned, the register on
//! paper, and how history comes in and goes.

mod actions;
pub mod files;
mod model;
mod store;
mod web;

#[cfg(test)]
mod tests;

use kit::db::Migration;
use kit::id::Id;

use crate::base::audit::Kept;

pub use actions::disposal::erase_again;
pub use actions::history::{Counts, apply as take_in, count as count_in, settle, sweep};
pub use actions::links::{answer_merged, carry, unmerge};
pub use store::learned::{LessonRow, lesson_for, with_lesson};
pub use store::plenty::fill;
pub use web::panels::{links as links_panel, work as work_panel};
pub use web::{ROUTES, book};

pub const MIGRATION: Migration = Migration {
    number: 20,
    name: "incidents",
    sql: include_str!("../../../../../../migrations/0020_incidents_desk.sql"),
};

pub struct CaseLink;
pub type LinkId = Id<CaseLink>;

pub struct Point;
pub type PointId = Id<Point>;
pub struct Tick;
pub type TickId = Id<Tick>;
pub struct Lesson;
pub type LessonId = Id<Lesson>;
pub struct Period;
pub struct Disposal;
pub type DisposalId = Id<Disposal>;
pub struct Import;
pub type ImportId = Id<Import>;

/// How the book calls a file of history that waits.
pub const IMPORT: &str = "incident_import";

pub const POINT: Kept = Kept {
    kind: "incident_point",
    table: "incidents_points",
};
pub const TICK: Kept = Kept {
    kind: "incident_tick",
    table: "incidents_ticks",
};
pub const LESSON: Kept = Kept {
    kind: "incident_lesson",
    table: "incidents_lessons",
};
pub const PERIOD: Kept = Kept {
    kind: "incident_period",
    table: "incidents_periods",
};
pub const DISPOSAL: Kept = Kept {
    kind: "incident_disposal",
    table: "incidents_disposals",
};
/// The words of a case as the book names them when they are erased. No row has this kind.
pub const TEXT: Kept = Kept {
    kind: "incident_text",
    table: "incidents_cases",
};

pub const LINK: Kept = Kept {
    kind: "incident_link",
    table: "incidents_links",
};
