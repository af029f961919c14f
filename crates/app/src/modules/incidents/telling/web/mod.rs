//! Routes and pages of telling.

mod edition;
mod notification;
mod part;
mod send;

use kit::db::Conn;
use kit::words::{Lang, Tongue};

use super::super::model::notify_by;
use super::super::store::CaseRow;
use super::super::web::READERS;
use super::super::web::case::visible;
use super::super::web::panels::{Line, Panel};
use super::model::{Country, Notification, Phase};
use super::{known, store};
use crate::base::room::{Access, Route};
use crate::base::visit::Visit;
use crate::base::{App, Problem, Role};

const READ: Access = Access::Duty(READERS);
/// Telling is the data protection officer's.
const DECIDE: Access = Access::Duty(&[Role::Dpo]);

pub const ROUTES: &[Route] = &[
    Route::get("/incidents/{id}/notification", READ, notification::page),
    Route::get(
        "/incidents/{id}/notification/part/{part}",
        DECIDE,
        part::form,
    ),
    Route::post(
        "/incidents/{id}/notification/part/{part}",
        DECIDE,
        part::save,
    ),
    Route::get("/incidents/{id}/notification/send", DECIDE, send::form),
    Route::post("/incidents/{id}/notification/send", DECIDE, send::send),
    Route::get(
        "/incidents/{id}/notification/sent/{edition}/copy",
        READ,
        edition::copy,
    ),
    Route::get(
        "/incidents/{id}/notification/sent/{edition}/pdf",
        READ,
        edition::pdf,
    ),
    Route::get(
        "/incidents/{id}/notification/sent/{edition}/json",
        READ,
        edition::json,
    ),
];

/// The country whose authority this installation tells.
fn country(app: &App) -> Country {
    let named = app.config.law.country.as_deref().and_then(Country::parse);
    named.unwrap_or_else(|| Country::of_zone(app.zone.name()))
}

fn language(app: &App) -> Lang {
    country(app).form().language
}

/// The notification as it stands.
fn current(app: &App, conn: &Conn, case: &CaseRow) -> Result<Notification, Problem> {
    known::current(conn, case, language(app), app.today())
}

/// Whether the visitor may write for this case.
fn may_write(visit: &Visit, case: &CaseRow) -> bool {
    visit.actor.scope(Role::Dpo).admits(case.controller)
}

/// A case of which a breach is known: nothing else is told to an authority.
fn breach(conn: &Conn, visit: &Visit) -> Result<CaseRow, Problem> {
    let case = visible(conn, visit)?;
    match case.standing.breach() {
        Some(true) => Ok(case),
        _ => Err(Problem::NotFound),
    }
}

/// The block on the page of the case.
pub fn panel(
    _: &App,
    conn: &Conn,
    visit: &Visit,
    case: &CaseRow,
) -> Result<Option<Panel>, Problem> {
    if case.standing.breach() != Some(true) {
        return Ok(None);
    }
    let w = &visit.tongue;
    let phases = store::phases(conn, case.id)?;
    let mut lines: Vec<Line> = phases
        .iter()
        .map(|row| Line {
            label: w.t(row.phase.word()),
            text: w.moment(row.sent),
        })
        .collect();
    let waits = waits(phases.last().map(|row| row.phase), case);
    if let Some(by) = case
        .standing
        .aware()
        .and_then(notify_by)
        .filter(|_| case.standing.notified.is_none())
    {
        lines.push(Line {
            label: w.t("incidents-telling-by"),
            text: w.moment(by),
        });
    }
    Ok(Some(Panel {
        title: w.t("incidents-telling-title"),
        lines,
        links: vec![(
            format!("/incidents/{}/notification", case.id),
            w.t("incidents-telling-open"),
        )],
        open: waits,
    }))
}

/// Something is still to be told.
fn waits(last: Option<Phase>, case: &CaseRow) -> bool {
    let standing = &case.standing;
    last.map_or(
        standing.notified.is_none() && !standing.declined,
        Phase::is_incomplete,
    ) && standing.closed.is_none()
}

/// Choices as a form shows them.
type Options = Vec<(&'static str, String)>;

fn options(
    w: &Tongue,
    set: impl Iterator<Item = &'static super::model::choices::Choice>,
) -> Options {
    set.map(|one| (one.code, w.t(one.word))).collect()
}
