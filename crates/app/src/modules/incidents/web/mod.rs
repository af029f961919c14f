//! Routes and pages.

pub mod again;
pub mod case;
mod export;
mod measure;
mod mine;
pub mod panels;
pub mod paper;
pub mod register;
pub mod report;
mod step;
mod units;

use kit::clock::Moment;
use kit::db::Conn;
use kit::words::Tongue;

use super::model::Possible;
use crate::base::organisation;
use crate::base::room::{Access, Route};
use crate::base::{App, Problem, Role};

/// Who may come to the register; what they see there is decided per case.
pub const READERS: &[Role] = &[Role::Dpo, Role::Ciso, Role::Auditor];

const READ: Access = Access::Duty(READERS);
/// Steps are the data protection officer's.
const DECIDE: Access = Access::Duty(&[Role::Dpo]);
/// Measures and files are also the information security officer's.
const WORK: Access = Access::Duty(&[Role::Dpo, Role::Ciso]);

pub const ROUTES: &[Route] = &[
    Route::get("/report", Access::SignedIn, report::form),
    Route::post("/report", Access::SignedIn, report::send),
    Route::get("/report/thanks/{id}", Access::SignedIn, report::thanks),
    Route::get("/my-reports", Access::SignedIn, mine::list),
    Route::get("/my-reports/{id}", Access::SignedIn, mine::one),
    Route::post("/my-reports/{id}", Access::SignedIn, mine::more),
    Route::get("/incidents", READ, register::list),
    Route::get("/incidents.csv", READ, export::csv),
    Route::get("/incidents.xlsx", READ, export::xlsx),
    Route::get("/incidents/{id}", READ, case::page),
    Route::get("/incidents/{id}/step/{step}", DECIDE, step::form),
    Route::post("/incidents/{id}/step/{step}", DECIDE, step::send),
    Route::get("/incidents/{id}/measure", WORK, measure::form),
    Route::post("/incidents/{id}/measure", WORK, measure::send),
    Route::get("/incidents/{id}/files/{file}", WORK, case::file),
    Route::get("/my-unit", Access::DutyOrManager(&[]), units::page),
];

/// Choices of a form: value and text in the reader's language.
pub type Options = Vec<(&'static str, String)>;

/// All values of one of the model's choices.
macro_rules! options {
    ($w:expr, $kind:ty) => {
        <$kind>::ALL
            .iter()
            .map(|one| (one.code(), $w.t(one.word())))
            .collect::<Vec<_>>()
    };
}
pub(super) use options;

/// Between what a time can lie that somebody types here: since the organisation began, as the configuration says or
/// as the first day of its first controller says, and until this moment.
pub fn possible(app: &App, conn: &Conn, now: Moment) -> Result<Possible, Problem> {
    let since = match app.config.municipality.since {
        Some(day) => Some(day),
        None => organisation::first_day(conn)?,
    };
    let first = since.map(|day| app.zone.start_of(day));
    Ok(Possible::new(first, now))
}

/// Yes or no in words.
fn yes_no(w: &Tongue, yes: bool) -> String {
    w.t(if yes { "incidents-yes" } else { "incidents-no" })
}
