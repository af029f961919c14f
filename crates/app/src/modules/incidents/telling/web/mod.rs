//! Routes and pages of telling.

mod ask;
mod authority;
mod edition;
mod letters;
mod notification;
mod part;
mod send;
mod supplier;
mod told;

use kit::db::Conn;
use kit::words::Tongue;

use super::super::model::{About, notify_by};
use super::super::store::CaseRow;
use super::super::web::READERS;
use super::super::web::case::visible;
use super::super::web::panels::{Line, Panel};
use super::model::{Asked, Country, NationalForm, Notification, Phase};
use super::{known, store};
use crate::base::organisation;
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
    Route::get("/incidents/{id}/letters", READ, letters::page),
    Route::get(
        "/incidents/{id}/letters/text/{lang}",
        DECIDE,
        letters::letter_form,
    ),
    Route::post(
        "/incidents/{id}/letters/text/{lang}",
        DECIDE,
        letters::save_letter,
    ),
    Route::get(
        "/incidents/{id}/letters/text/{lang}/copy",
        READ,
        letters::letter_text,
    ),
    Route::get(
        "/incidents/{id}/letters/text/{lang}/pdf",
        READ,
        letters::letter_pdf,
    ),
    Route::get("/incidents/{id}/letters/told", DECIDE, told::told_form),
    Route::post("/incidents/{id}/letters/told", DECIDE, told::told),
    Route::get(
        "/incidents/{id}/letters/decision",
        DECIDE,
        told::decline_form,
    ),
    Route::post("/incidents/{id}/letters/decision", DECIDE, told::decline),
    Route::get("/incidents/{id}/authority", READ, authority::page),
    Route::get(
        "/incidents/{id}/authority/number",
        DECIDE,
        authority::number_form,
    ),
    Route::post(
        "/incidents/{id}/authority/number",
        DECIDE,
        authority::number,
    ),
    Route::get(
        "/incidents/{id}/authority/ask/{kind}",
        DECIDE,
        authority::question_form,
    ),
    Route::post(
        "/incidents/{id}/authority/ask/{kind}",
        DECIDE,
        authority::question,
    ),
    Route::get(
        "/incidents/{id}/authority/question/{question}",
        DECIDE,
        authority::answer_form,
    ),
    Route::post(
        "/incidents/{id}/authority/question/{question}",
        DECIDE,
        authority::answer,
    ),
    Route::get(
        "/incidents/{id}/authority/decision",
        DECIDE,
        authority::decision_form,
    ),
    Route::post(
        "/incidents/{id}/authority/decision",
        DECIDE,
        authority::decision,
    ),
    Route::get("/incidents/{id}/supplier", READ, supplier::page),
    Route::get("/incidents/{id}/supplier/details", DECIDE, supplier::form),
    Route::post("/incidents/{id}/supplier/details", DECIDE, supplier::save),
];

/// The country whose authority is told about a case: its controller's, else the installation's.
fn country(app: &App, conn: &Conn, case: &CaseRow) -> Result<Country, Problem> {
    let own = organisation::country_of(conn, case.controller)?.map(|own| own.code());
    let named = own.or(app.config.law.country.as_deref());
    Ok(named
        .and_then(Country::parse)
        .unwrap_or_else(|| Country::of_zone(app.zone.name())))
}

/// Its form, in the municipality's language when the authority serves people in that.
fn national(app: &App, conn: &Conn, case: &CaseRow) -> Result<&'static NationalForm, Problem> {
    Ok(country(app, conn, case)?.form_in(app.config.municipality.language))
}

/// The notification as it stands.
fn current(app: &App, conn: &Conn, case: &CaseRow) -> Result<Notification, Problem> {
    let lang = national(app, conn, case)?.language;
    known::current(app, conn, case, &app.tongue(lang))
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

/// A supplier may be asked before anybody knows whether it is a breach; the authority only asks about one.
fn seen(conn: &Conn, visit: &Visit, kind: Asked) -> Result<CaseRow, Problem> {
    match kind {
        Asked::Supplier => visible(conn, visit),
        Asked::Question | Asked::Supplement => breach(conn, visit),
    }
}

/// The block on the page of the case.
pub fn panel(
    _: &App,
    conn: &Conn,
    visit: &Visit,
    case: &CaseRow,
) -> Result<Option<Panel>, Problem> {
    let w = &visit.tongue;
    let mut lines = Vec::new();
    let mut add = |label: String, text: String| lines.push(Line { label, text });
    let link = |page: &str, word: &str| (format!("/incidents/{}/{page}", case.id), w.t(word));
    let mut links = Vec::new();
    let waiting = store::open_questions(conn, case.id)?;
    let mut open = waiting > 0;
    if case.standing.breach() == Some(true) {
        let phases = store::phases(conn, case.id)?;
        if let Some(by) = case
            .standing
            .aware()
            .and_then(notify_by)
            .filter(|_| case.standing.notified.is_none())
        {
            add(w.t("incidents-telling-by"), w.moment(by));
        }
        for row in &phases {
            add(w.t(row.phase.word()), w.moment(row.sent));
        }
        if let Some(matter) = store::matter(conn, case.id)? {
            add(w.t("incidents-telling-matter-number"), matter.number);
        }
        for row in store::entries(conn, case.id)? {
            add(w.t(row.entry.channel.word()), w.moment(row.entry.at));
        }
        open |= waits(phases.last().map(|row| row.phase), case);
        links.push(link("notification", "incidents-telling-title"));
        links.push(link("letters", "incidents-telling-people-title"));
        links.push(link("authority", "incidents-telling-authority-title"));
    }
    let told_by = store::supplier(conn, case.id)?;
    let at_supplier = told_by.is_some() || of_supplier(case);
    if let Some(supplier) = told_by {
        add(w.t("incidents-telling-supplier-name"), supplier.name);
    }
    if at_supplier {
        links.push(link("supplier", "incidents-telling-supplier-title"));
    }
    if waiting > 0 {
        add(w.t("incidents-telling-questions-open"), w.number(waiting));
    }
    let title = w.t("incidents-telling-panel");
    Ok((!links.is_empty()).then_some(Panel {
        title,
        lines,
        links,
        open,
    }))
}

/// The report or the assessment says that it happened at a supplier.
fn of_supplier(case: &CaseRow) -> bool {
    let judged = case.standing.assessment.as_ref();
    case.about == About::Supplier || judged.is_some_and(|judged| judged.supplier)
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
