//! Incidents: from an employee's one-minute report to a closed case, and the figures of section 9.
//!
//! Here is the first half. What completes the room has its place: more times and phases in `model/times.rs` and
//! `model/decisions.rs`, more limits in `model/law.rs`, other ways in beside `actions::report`, merging and
//! linking as further steps in `model/stage.rs`.

mod actions;
mod desk;
mod due;
mod figures;
mod forgetting;
mod law;
mod model;
mod recorded;
mod reporting;
mod store;
mod tally;
mod telling;
mod web;

#[cfg(test)]
mod tests;

use kit::db::Migration;
use kit::id::Id;
use kit::words::Lang;

use crate::base::audit::Kept;
use crate::base::room::{self, Access, MenuItem, Route, Topic};
use crate::base::{Role, Room};

// What others may call: the demonstration and the import of history go the same way as the pages.
pub use actions::{
    add_more, answer, ask, assess, close, decline, hand_over, notify, people, reopen, report,
};
pub use law::{lay_down_law, remind};
pub use model::{
    About, Assessment, AssessmentDraft, Band, Cause, Declined, Discoverer, Kind, Nature, Notified,
    NotifyDraft, Origin, Outcome, People, PeopleDraft, Possible, Report, ReportDraft, Stage, Step,
    Told, When, notify_by,
};
pub use recorded::{Historic, record};
pub use reporting::{by_receipt, last_hour, open_letterbox, take_mail};

/// For the bench of the register's pages alone.
pub use desk::fill;
// For the command line, after a restore, and the daily sweep.
pub use desk::{Counts, count_in, erase_again, files, settle, take_in};

/// One case: a report and what became of it.
pub struct Case;
pub type CaseId = Id<Case>;
pub struct CaseStep;
pub type StepId = Id<CaseStep>;

pub const CASE: Kept = Kept {
    kind: "incident",
    table: "incidents_cases",
};
pub const STEP: Kept = Kept {
    kind: "incident_step",
    table: "incidents_steps",
};

/// The routes of the room's parts, one list each.
const PARTS: &[&[Route]] = &[
    web::ROUTES,
    desk::ROUTES,
    law::ROUTES,
    telling::ROUTES,
    reporting::ROUTES,
    tally::ROUTES,
    // one line per part
];
const ROUTES: [Route; room::count(PARTS)] = room::joined(PARTS);

pub const ROOM: Room = Room {
    name: "incidents",
    migrations: &[
        Migration {
            number: 10,
            name: "incidents",
            sql: include_str!("../../../../../migrations/0010_incidents.sql"),
        },
        law::MIGRATION,
        desk::MIGRATION,
        telling::MIGRATION,
        reporting::MIGRATION,
        reporting::FORMS,
        tally::MIGRATION,
    ],
    routes: &ROUTES,
    menu: &[
        MenuItem {
            word: "incidents-menu-report",
            topic: Topic::Mine,
            href: "/report",
            access: Access::SignedIn,
            place: 10,
        },
        MenuItem {
            word: "incidents-menu-mine",
            topic: Topic::Mine,
            href: "/my-reports",
            access: Access::SignedIn,
            place: 12,
        },
        MenuItem {
            word: "incidents-menu-register",
            topic: Topic::Incidents,
            href: "/incidents",
            access: Access::Duty(web::READERS),
            place: 20,
        },
        MenuItem {
            word: "incidents-menu-queue",
            topic: Topic::Incidents,
            href: "/incidents/queue",
            access: Access::Duty(&[crate::base::Role::Dpo]),
            place: 19,
        },
        MenuItem {
            word: "incidents-reporting-menu",
            topic: Topic::Incidents,
            href: reporting::LETTERBOX,
            access: Access::Duty(&[Role::Dpo]),
            place: 21,
        },
        MenuItem {
            word: "incidents-lessons-title",
            topic: Topic::Mine,
            href: "/lessons",
            access: Access::SignedIn,
            place: 14,
        },
        MenuItem {
            word: "incidents-menu-units",
            topic: Topic::Incidents,
            href: "/my-unit",
            access: Access::DutyOrManager(&[]),
            place: 25,
        },
    ],
    jobs: &[],
    daily: &[reporting::day_batch, desk::sweep],
    kept: &[
        CASE,
        STEP,
        law::SCORE,
        law::NIS2,
        law::NIS2_STEP,
        desk::LINK,
        desk::POINT,
        desk::TICK,
        desk::LESSON,
        desk::PERIOD,
        desk::DISPOSAL,
        telling::DRAFT,
        telling::PHASE,
        reporting::CONTACT,
        tally::TALLY,
        telling::MATTER,
        telling::DECISION,
        telling::QUESTION,
        telling::SUPPLIER,
        telling::LETTER,
        telling::ENTRY,
    ],
    title: due::title,
    due: due::due,
    figures: figures::figures,
    rows: figures::rows,
    words: &[
        (Lang::En, include_str!("words/en.ftl")),
        (Lang::En, include_str!("law/words/en.ftl")),
        (Lang::Fi, include_str!("words/fi.ftl")),
        (Lang::Fi, include_str!("law/words/fi.ftl")),
        (Lang::Sv, include_str!("words/sv.ftl")),
        (Lang::Sv, include_str!("law/words/sv.ftl")),
        (Lang::Da, include_str!("words/da.ftl")),
        (Lang::Da, include_str!("law/words/da.ftl")),
        (Lang::Nb, include_str!("words/nb.ftl")),
        (Lang::Nb, include_str!("law/words/nb.ftl")),
        (Lang::En, include_str!("desk/words/en.ftl")),
        (Lang::Fi, include_str!("desk/words/fi.ftl")),
        (Lang::Sv, include_str!("desk/words/sv.ftl")),
        (Lang::Da, include_str!("desk/words/da.ftl")),
        (Lang::Nb, include_str!("desk/words/nb.ftl")),
        (Lang::En, include_str!("telling/words/en.ftl")),
        (Lang::Fi, include_str!("telling/words/fi.ftl")),
        (Lang::Sv, include_str!("telling/words/sv.ftl")),
        (Lang::Da, include_str!("telling/words/da.ftl")),
        (Lang::Nb, include_str!("telling/words/nb.ftl")),
        (Lang::En, include_str!("tally/words/en.ftl")),
        (Lang::Fi, include_str!("tally/words/fi.ftl")),
        (Lang::Sv, include_str!("tally/words/sv.ftl")),
        (Lang::Da, include_str!("tally/words/da.ftl")),
        (Lang::Nb, include_str!("tally/words/nb.ftl")),
        (Lang::En, include_str!("reporting/words/en.ftl")),
        (Lang::Fi, include_str!("reporting/words/fi.ftl")),
        (Lang::Sv, include_str!("reporting/words/sv.ftl")),
        (Lang::Da, include_str!("reporting/words/da.ftl")),
        (Lang::Nb, include_str!("reporting/words/nb.ftl")),
    ],
    forget: forgetting::forget,
};
