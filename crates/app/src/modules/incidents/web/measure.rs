//! A measure after a case: what will be done, by whom, by when. The owner is found by name or HR number, without
//! script: when several people fit, the form comes back and asks which.

use askama::Template;
use kit::db::Conn;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::actions;
use super::super::store::CaseRow;
use super::case::{visible, worker};
use crate::base::measures::{self, NewMeasure};
use crate::base::organisation::{self, PersonId};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

/// More people of one name than this are narrowed by writing more of it.
const PEOPLE: i64 = 12;

#[derive(Template)]
#[template(path = "modules/incidents/pages/measure.html")]
struct Measure<'a> {
    w: &'a Tongue,
    case: &'a CaseRow,
    form: &'a FormView,
    /// Those who may be meant: id and name with number.
    people: Vec<(String, String)>,
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let (case, people) = app.read(|conn| {
        let case = visible(conn, visit)?;
        let asked = form.fields.text("owner");
        let people = if asked.is_empty() {
            Vec::new()
        } else {
            like(conn, asked)?
        };
        Ok::<_, Problem>((case, people))
    })?;
    worker(visit, &case)?;
    let page = Measure {
        w: &visit.tongue,
        case: &case,
        form,
        people,
    };
    Page::new(visit.tongue.t("incidents-measure-title"), &page)
}

/// People by their number or by a part of their name.
fn like(conn: &Conn, asked: &str) -> Result<Vec<(String, String)>, Problem> {
    let found = match organisation::person_by_number(conn, asked)? {
        Some(one) => vec![one],
        None => organisation::people_like(conn, asked, PEOPLE)?,
    };
    let shown = found.iter().map(|row| {
        (
            row.id.to_string(),
            format!("{} ({})", row.name(), row.number),
        )
    });
    Ok(shown.collect())
}

/// The owner: the one who was chosen, or the only one whom the text fits; nobody when nothing was written.
fn owner(conn: &Conn, fields: &Fields, faults: &mut Faults) -> Result<Option<PersonId>, Problem> {
    let asked = fields.text("owner");
    if asked.is_empty() {
        return Ok(None);
    }
    let people = like(conn, asked)?;
    let chosen = fields.text("owner_id");
    let found = match people.as_slice() {
        [(only, _)] => Some(only),
        several => several.iter().map(|(id, _)| id).find(|id| *id == chosen),
    };
    if found.is_none() {
        faults.add(
            "owner",
            if people.is_empty() {
                "incidents-fault-owner-none"
            } else {
                "incidents-fault-owner-several"
            },
        );
    }
    Ok(found.and_then(|id| PersonId::parse(id)))
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            worker(visit, &case)?;
            let fields = &visit.form;
            let mut faults = Faults::new();
            let text = form::required(
                fields,
                &mut faults,
                "text",
                "incidents-fault-measure",
                2_000,
            );
            let due = form::day(fields, &mut faults, "due");
            let owner = owner(tx, fields, &mut faults)?;
            let text = faults.into_result(text)?;
            let new = NewMeasure {
                origin: actions::subject(case.id),
                controller: case.controller,
                text,
                owner,
                due,
            };
            measures::add(tx, &new)?;
            Ok(format!("/incidents/{}", case.id))
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}
