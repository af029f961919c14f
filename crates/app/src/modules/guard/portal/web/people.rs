//! Registering the phone or identity number by which somebody proves who they are. An employee does it who knows
//! that it is theirs: it can't be done by answering a notice.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::words::{Lang, Tongue};

use super::super::model::Draft;
use super::super::store::people::{self, CitizenRow};
use super::super::{Citizen, actions};
use crate::base::visit::{Answer, FormView, Page, Pager, Reply, Visit, submit};
use crate::base::{App, Problem, Role, once};

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/people.html")]
struct People<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    languages: Vec<(String, String)>,
    lines: Vec<Line>,
    pager: Pager,
}

struct Line {
    address: String,
    phone: String,
    numbered: bool,
    known_by: String,
    day: String,
    end: String,
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    fields.set("lang", visit.tongue.lang.code());
    draw(app, visit, &FormView::fresh(fields))?.answer()
}

/// The officer sees all, everybody else whom they registered.
fn by(visit: &Visit) -> Option<String> {
    (!visit.actor.has(Role::Dpo)).then(|| visit.actor.mark())
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let by = by(visit);
    let (rows, pager) = app.read(|conn| {
        let total = people::count(conn, by.as_deref())?;
        let pager = Pager::new(visit, "/guard/recipients", total);
        let rows = people::list(conn, &app.keys, by.as_deref(), pager.offset(), Pager::SIZE)?;
        Ok::<_, Problem>((rows, pager))
    })?;
    let line = |row: &CitizenRow| Line {
        address: row.address.clone(),
        phone: row.phone.clone().unwrap_or_default(),
        numbered: row.number_mark.is_some(),
        known_by: row.known_by.clone(),
        day: w.day(app.zone.day_of(row.at)),
        end: format!("/guard/recipients/{}/end", row.id),
    };
    let language = |lang: Lang| (lang.code().to_owned(), lang.autonym().to_owned());
    let page = People {
        w,
        form,
        languages: Lang::ALL.into_iter().map(language).collect(),
        lines: rows.iter().map(line).collect(),
        pager,
    };
    Page::new(w.t("guard-portal-people-title"), &page)
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let checked = Draft::typed(&visit.form, &mut faults).check(faults)?;
            actions::register(tx, &app.keys, &checked, visit.actor.has(Role::Dpo))?;
            Ok("/guard/recipients".to_owned())
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

pub fn end(app: &App, visit: &Visit) -> Answer {
    let id = visit.id::<Citizen>("id")?;
    let row = app.read(|conn| people::one(conn, &app.keys, id))?;
    let row = row.filter(|row| by(visit).is_none_or(|by| by == row.by));
    let row = row.ok_or(Problem::NotFound)?;
    let to = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            actions::end(tx, &app.keys, row.id)?;
            Ok("/guard/recipients".to_owned())
        })
    })?;
    Ok(Reply::Redirect(to))
}
