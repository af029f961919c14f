//! The report: three questions on one page of a phone, and thanks.

use askama::Template;
use kit::db::{Conn, Tx};
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::model::{About, Report, ReportDraft, When};
use super::super::reporting;
use super::super::store::{self, CaseRow};
use super::super::{CaseId, actions};
use super::again::{Said, anew};
use super::{Options, options, possible};
use crate::base::organisation::{self, PersonId, UnitId};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{Actor, App, Problem, files, once};

/// The same words of the same person within this time are the same report: who goes back in the browser finds the
/// words still there and a fresh form round them.
const AGAIN_MINUTES: i64 = 10;

#[derive(Template)]
#[template(path = "modules/incidents/pages/report.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    abouts: Options,
    /// Empty when the person has one employment and nothing is to be asked.
    units: Vec<(String, String)>,
    largest: String,
    /// The page where nobody is signed in.
    outside: Option<String>,
    operator: bool,
}

#[derive(Template)]
#[template(path = "modules/incidents/pages/thanks.html")]
struct Thanks<'a> {
    w: &'a Tongue,
    case: &'a CaseRow,
}

/// The empty form: "just now" is preset, so that most people answer two questions.
pub fn form(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    fields.set("noticed", "now");
    draw(app, visit, &FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let units = app.read(|conn| units(conn, visit))?;
    let page = Form {
        w,
        form,
        abouts: options!(w, About),
        units,
        largest: w.bytes(app.config.limits.upload as u64),
        outside: app
            .config
            .report
            .url
            .as_ref()
            .map(|url| format!("{url}/tell?lang={}", w.lang.code())),
        operator: reporting::OPERATORS.admits(&visit.actor),
    };
    Page::new(w.t("incidents-report-title"), &page)
}

/// The units to choose from; none when there is one only and nothing is to be asked.
pub fn units(conn: &Conn, visit: &Visit) -> Result<Vec<(String, String)>, Problem> {
    let units = units_of(conn, visit, me(visit)?)?;
    if units.len() == 1 {
        return Ok(Vec::new());
    }
    let named = units.into_iter().map(|(id, name)| (id.to_string(), name));
    Ok(named.collect())
}

/// The reporter's own units, or all when they have none.
fn units_of(
    conn: &Conn,
    visit: &Visit,
    person: PersonId,
) -> Result<Vec<(UnitId, String)>, Problem> {
    let own = organisation::works_in(conn, person, visit.today)?;
    let mut found = Vec::new();
    if own.is_empty() {
        for unit in organisation::units(conn, visit.today)? {
            found.push((unit.unit, unit.name.best(visit.tongue.lang).to_owned()));
        }
        visit.tongue.sort_by(&mut found, |(_, name)| name);
        return Ok(found);
    }
    for (unit, _) in own {
        if found.iter().any(|(known, _)| *known == unit) {
            continue;
        }
        if let Some(span) = organisation::unit(conn, unit, visit.today)? {
            found.push((unit, span.name.best(visit.tongue.lang).to_owned()));
        }
    }
    Ok(found)
}

pub fn me(visit: &Visit) -> Result<PersonId, Problem> {
    visit.actor.person().ok_or(Problem::SignIn)
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let person = me(visit)?;
    // Written in nobody's name: the auditor reads the book and may not read there who reported.
    let result = app.write(&Actor::program("report"), |tx| {
        let again = |tx: &Tx<'_>, led_to: String| {
            let earlier = led_to.rsplit('/').next().and_then(CaseId::parse);
            told(app, tx, visit, (person, earlier))
        };
        once::first_or(tx, visit, |tx| told(app, tx, visit, (person, None)), again)
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

/// Takes the form in: as a new report, or as what it is of one that it came with before.
fn told(
    app: &App,
    tx: &Tx<'_>,
    visit: &Visit,
    (person, earlier): (PersonId, Option<CaseId>),
) -> Result<String, Problem> {
    let mut faults = Faults::new();
    let draft = ReportDraft::typed(&visit.form, &mut faults, tx.at(), &app.zone);
    let unit = unit(tx, visit, person, &mut faults)?;
    let report = draft.check(faults, possible(app, tx, tx.at())?, &app.zone)?;
    let unit = unit.ok_or(Problem::NotFound)?;
    let earlier = match earlier {
        Some(id) => Some(id),
        None => {
            let since = tx.at().plus_minutes(-AGAIN_MINUTES);
            store::told_since(tx, person, (unit, report.story()), since)?
        }
    };
    let earlier = earlier.map(|id| store::case(tx, id)).transpose()?.flatten();
    match earlier.filter(|case| case.reporter == Some(person) && case.unit == unit) {
        Some(case) => more(tx, visit, &case, &report),
        None => {
            let id = actions::report(tx, &report, person, unit)?;
            attach(tx, visit, id)?;
            Ok(format!("/report/thanks/{id}"))
        }
    }
}

/// What a repetition brings that the report does not have: words, a file. Without either it is thanked for again.
fn more(tx: &Tx<'_>, visit: &Visit, case: &CaseRow, report: &Report) -> Result<String, Problem> {
    let before = Said {
        story: &case.story,
        about: case.about,
        noticed: case.noticed(),
    };
    let now = Said {
        story: report.story(),
        about: report.about(),
        // "Just now" is preset, and a little later each time.
        noticed: match report.noticed() {
            When::At(moment) if moment == report.at() => When::Unknown,
            noticed => noticed,
        },
    };
    let words = anew(&visit.tongue, &before, &now);
    let new_words = !words.is_empty() && !case.told_more(&words);
    let new_file = match visit.upload("file") {
        Some(upload) => !files::holds(tx, &actions::subject(case.id), upload)?,
        None => false,
    };
    if new_words {
        actions::add_more(tx, case.id, me(visit)?, &words)?;
    }
    if new_file {
        attach(tx, visit, case.id)?;
    }
    Ok(if new_words || new_file {
        format!("/my-reports/{}", case.id)
    } else {
        format!("/report/thanks/{}", case.id)
    })
}

/// The chosen unit, or the only one.
pub fn unit(
    conn: &Conn,
    visit: &Visit,
    person: PersonId,
    faults: &mut Faults,
) -> Result<Option<UnitId>, Problem> {
    let units = units_of(conn, visit, person)?;
    if let [(only, _)] = units.as_slice() {
        return Ok(Some(*only));
    }
    let chosen = UnitId::parse(visit.form.text("unit"));
    let known = chosen.filter(|chosen| units.iter().any(|(unit, _)| unit == chosen));
    if known.is_none() {
        faults.add("unit", "incidents-fault-unit");
    }
    Ok(known)
}

/// Keeps the file that came with the form, if one did.
pub fn attach(tx: &Tx<'_>, visit: &Visit, id: CaseId) -> Result<(), Problem> {
    if let Some(upload) = visit.upload("file") {
        let case = store::case(tx, id)?.ok_or(Problem::NotFound)?;
        files::keep(tx, &actions::subject(id), case.controller, upload)?;
    }
    Ok(())
}

/// Thanks, what to do now, and the number.
pub fn thanks(app: &App, visit: &Visit) -> Answer {
    let case = own(app, visit)?;
    let page = Thanks {
        w: &visit.tongue,
        case: &case,
    };
    Page::new(visit.tongue.t("incidents-thanks-title"), &page)?.answer()
}

/// The visitor's own report; anybody else's does not exist for them here.
pub fn own(app: &App, visit: &Visit) -> Result<CaseRow, Problem> {
    let id: CaseId = visit.id("id")?;
    let person = me(visit)?;
    app.read(|conn| store::case(conn, id))?
        .filter(|case| case.reporter == Some(person))
        .ok_or(Problem::NotFound)
}
