//! Controllers, units, titles, people, duties; all with dates, so that any list can be read as of a day.
//!
//! One database is one municipal group. Its boards and wholly owned companies are each a controller of
//! their own (GDPR article 4(7)); every unit belongs to one on any day.

use kit::id::Id;

pub struct Controller;
pub struct ControllerName;
pub struct Unit;
pub struct Title;
pub struct Person;
pub struct Employment;
pub struct Span;
pub struct UnitChange;
pub struct Managing;
pub struct HeldDuty;
pub struct Import;

pub type ControllerId = Id<Controller>;
pub type ControllerNameId = Id<ControllerName>;
pub type UnitId = Id<Unit>;
pub type TitleId = Id<Title>;
pub type PersonId = Id<Person>;
pub type EmploymentId = Id<Employment>;
pub type SpanId = Id<Span>;
pub type UnitChangeId = Id<UnitChange>;
pub type ManagingId = Id<Managing>;
pub type DutyId = Id<HeldDuty>;
pub type ImportId = Id<Import>;

pub mod actions;
mod figures;
pub mod import;
mod model;
mod store;
#[cfg(test)]
mod tests;
mod web;

pub use super::country::Country;
pub use actions::{
    add_controller, add_person, add_title, add_unit, appoint_manager, employ, end_controller,
    end_duty, end_employment, end_manager, end_unit, establish_controller, forget, give_duty,
    merge_units, move_unit, rename_controller, rename_unit, split_unit, transfer,
};
pub use model::{Change, NewController, NewDuty, NewEmployment, NewPerson, NewUnit, Part};
pub use store::{
    ControllerRow, PersonRow, UnitSpan, controllers, country_of, duties_of, first_day, holders,
    holding, led_units, people, people_by_email, people_like, person, person_by_number, texts,
    unit, units, was_ever_held, works_in,
};

use super::audit::Kept;
use super::room::{self, Room};
use kit::db::Migration;
use kit::words::Lang;

pub const CONTROLLER: Kept = Kept {
    kind: "controller",
    table: "organisation_controllers",
};
pub const CONTROLLER_NAME: Kept = Kept {
    kind: "controller_name",
    table: "organisation_controller_names",
};
pub const UNIT: Kept = Kept {
    kind: "unit",
    table: "organisation_units",
};
pub const UNIT_SPAN: Kept = Kept {
    kind: "unit_span",
    table: "organisation_unit_spans",
};
pub const UNIT_CHANGE: Kept = Kept {
    kind: "unit_change",
    table: "organisation_unit_changes",
};
pub const TITLE: Kept = Kept {
    kind: "title",
    table: "organisation_titles",
};
pub const PERSON: Kept = Kept {
    kind: "person",
    table: "organisation_people",
};
pub const EMPLOYMENT: Kept = Kept {
    kind: "employment",
    table: "organisation_employments",
};
pub const MANAGER: Kept = Kept {
    kind: "manager",
    table: "organisation_managers",
};
pub const DUTY: Kept = Kept {
    kind: "duty",
    table: "organisation_duties",
};

/// Files of people wait here; the table holds no content that stays.
pub const IMPORT: &str = "import";

pub const PART: Room = Room {
    name: "organisation",
    migrations: &[
        Migration {
            number: 2,
            name: "organisation",
            sql: include_str!("../../../../../migrations/0002_organisation.sql"),
        },
        Migration {
            number: 13,
            name: "organisation",
            sql: include_str!("../../../../../migrations/0013_organisation.sql"),
        },
        Migration {
            number: 21,
            name: "organisation",
            sql: include_str!("../../../../../migrations/0021_organisation.sql"),
        },
        Migration {
            number: 27,
            name: "organisation",
            sql: include_str!("../../../../../migrations/0027_organisation.sql"),
        },
    ],
    routes: web::ROUTES,
    menu: web::MENU,
    jobs: &[],
    daily: &[actions::sweep_imports],
    kept: &[
        CONTROLLER,
        CONTROLLER_NAME,
        UNIT,
        UNIT_SPAN,
        UNIT_CHANGE,
        TITLE,
        PERSON,
        EMPLOYMENT,
        MANAGER,
        DUTY,
    ],
    title: web::title,
    due: web::due,
    figures: figures::figures,
    rows: figures::rows,
    words: &[
        (Lang::En, include_str!("words/en.ftl")),
        (Lang::Fi, include_str!("words/fi.ftl")),
        (Lang::Sv, include_str!("words/sv.ftl")),
        (Lang::Da, include_str!("words/da.ftl")),
        (Lang::Nb, include_str!("words/nb.ftl")),
    ],
    forget: room::nothing_to_forget,
};
