//! The letterbox as the data protection officer reads it.

use askama::Template;
use kit::words::Tongue;

use super::super::super::CaseId;
use super::super::super::store as cases;
use super::super::store::{self, BoxedId, Item};
use super::super::{actions, jobs};
use super::LETTERBOX;
use crate::base::organisation;
use crate::base::visit::{Answer, Page, Visit, submit};
use crate::base::{App, Problem, Role, once};

#[derive(Template)]
#[template(path = "modules/incidents/reporting/pages/letterbox.html")]
struct Letterbox<'a> {
    w: &'a Tongue,
    lines: Vec<Line>,
    hours: String,
    once: String,
    /// There is a public page to show the way to.
    poster: bool,
}

/// An item in words.
struct Line {
    id: BoxedId,
    once: String,
    /// The case it belongs to, with its address.
    case: Option<String>,
    day: String,
    way: &'static str,
    about: &'static str,
    board: String,
    noticed: Option<String>,
    words: String,
    contact: String,
    files: i64,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let lines = app.read(|conn| {
        let boards = organisation::controllers(conn, kit::clock::Day::MIN, visit.today)?;
        let items = store::opened(conn, &visit.actor.scope(Role::Dpo))?;
        items
            .iter()
            .map(|item| {
                let board = boards.iter().find(|board| board.id == item.controller);
                Ok(Line {
                    id: item.id,
                    once: once::token(),
                    case: item.case.map(actions::case_address),
                    day: w.day(item.day),
                    way: item.way.word(),
                    about: item.about.word(),
                    board: board
                        .map(|board| board.name.best(w.lang).to_owned())
                        .unwrap_or_default(),
                    noticed: item.noticed.map(|day| w.day(day)),
                    words: item.words.clone(),
                    contact: item.contact.clone(),
                    files: store::count_files(conn, item.id)?,
                })
            })
            .collect::<Result<Vec<_>, Problem>>()
    })?;
    let hours: Vec<String> = jobs::hours(app)
        .into_iter()
        .map(|hour| format!("{hour}:00"))
        .collect();
    let page = Letterbox {
        w,
        lines,
        hours: w.list(&hours),
        once: once::token(),
        poster: app.config.report.url.is_some(),
    };
    Page::new(w.t("incidents-reporting-letterbox-title"), &page)?.answer()
}

/// Takes up one item, or all of them.
pub fn take_up(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let scope = visit.actor.scope(Role::Dpo);
            let items = match BoxedId::parse(visit.form.text("item")) {
                Some(id) => {
                    let item = store::opened_one(tx, &scope, id)?.ok_or(Problem::NotFound)?;
                    with_its_more(tx, item)?
                }
                None => store::opened(tx, &scope)?,
            };
            let unit = app.config.report.unit.as_deref();
            let (reports, more): (Vec<_>, Vec<_>) =
                items.iter().partition(|item| item.case.is_none());
            let mut last = None;
            for item in reports.into_iter().chain(more) {
                last = Some(actions::take_up(tx, item, unit, &app.zone)?);
            }
            Ok(match last {
                Some(id) if items.len() == 1 => actions::case_address(id),
                _ => LETTERBOX.to_owned(),
            })
        })
    });
    submit(result, |faults| Err(Problem::Faults(faults)))
}

fn with_its_more(tx: &kit::db::Tx<'_>, item: Item) -> Result<Vec<Item>, Problem> {
    let mut items = vec![item];
    if items[0].case.is_none() {
        items.extend(store::waiting_more(tx, items[0].id.of(), true)?);
    }
    Ok(items)
}

#[derive(Template)]
#[template(path = "modules/incidents/reporting/pages/contact.html")]
struct Contact<'a> {
    w: &'a Tongue,
    case: CaseId,
    contact: String,
    once: String,
}

/// How to reach the reporter of a case, and the way to erase it.
pub fn contact(app: &App, visit: &Visit) -> Answer {
    let case: CaseId = visit.id("id")?;
    let (row, contact) = app.read(|conn| {
        let row = cases::case(conn, case)?.ok_or(Problem::NotFound)?;
        let (_, contact) = store::contact(conn, case)?.ok_or(Problem::NotFound)?;
        Ok((row, contact))
    })?;
    visit
        .actor
        .editor_of(row.controller)
        .map_err(|_| Problem::NotFound)?;
    let page = Contact {
        w: &visit.tongue,
        case,
        contact,
        once: once::token(),
    };
    Page::new(visit.tongue.t("incidents-reporting-contact"), &page)?.answer()
}

/// Erases how to reach the reporter of a case.
pub fn forget_contact(app: &App, visit: &Visit) -> Answer {
    let id: CaseId = visit.id("id")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = cases::case(tx, id)?.ok_or(Problem::NotFound)?;
            let editor = visit
                .actor
                .editor_of(case.controller)
                .map_err(|_| Problem::NotFound)?;
            actions::forget_contact(tx, editor, id)?;
            Ok(actions::case_address(id))
        })
    });
    submit(result, |faults| Err(Problem::Faults(faults)))
}
