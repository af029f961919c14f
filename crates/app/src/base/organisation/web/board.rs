//! One board or company: its names, its units, who has its duties, and the forms that change it from a day.

use askama::Template;
use kit::clock::Day;
use kit::db::{Conn, Tx};
use kit::form::{self, Faults, Fields};
use kit::words::{Lang, Tongue};

use super::super::super::visit::{Answer, FormView, Page, Visit, submit};
use super::super::super::{App, Problem, once};
use super::super::store::{self, ControllerRow, boards, counting, looking};
use super::super::{ControllerId, Country, UnitId, actions};
use super::unit::{directly, refused_beside};
use super::{NAMES, as_of, day_of, names_of, put_names, span_said};

/// The message for a board or company that is established where the municipality is.
const AS_HOME: &str = "organisation-country-home";

#[derive(Template)]
#[template(path = "base/organisation/pages/board.html")]
struct One<'a> {
    w: &'a Tongue,
    id: ControllerId,
    name: String,
    code: String,
    company: bool,
    /// Message with the country where it is established.
    country: &'static str,
    day: String,
    days: String,
    people: String,
    names: Vec<(String, String)>,
    units: Vec<(UnitId, String)>,
    duties: Vec<(String, String, String)>,
    ended: bool,
    may: bool,
}

fn row_on(conn: &Conn, id: ControllerId, day: Day) -> Result<ControllerRow, Problem> {
    store::controller(conn, id, day)?.ok_or(Problem::NotFound)
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let (id, day) = (visit.id("id")?, as_of(visit));
    let page = app.read(|conn| {
        let row = row_on(conn, id, day)?;
        let staff = counting::staff_by_controller(conn, day)?
            .get(&id)
            .copied()
            .unwrap_or_default();
        Ok::<_, Problem>(One {
            w,
            id,
            name: row.name.best(w.lang).to_owned(),
            company: row.company,
            country: row.country.map_or(AS_HOME, Country::word),
            day: w.day(day),
            days: span_said(w, row.from, row.until),
            people: w.number(staff.people),
            names: names(conn, w, &row)?,
            units: directly(conn, w, day, |unit| {
                unit.controller == id && unit.parent.is_none()
            })?,
            duties: duties(conn, w, id, day)?,
            ended: row.until.is_some(),
            may: visit.actor.administrator().is_ok(),
            code: row.code,
        })
    })?;
    Page::new(page.name.clone(), &page)?.answer()
}

/// Each name with its days, the latest first.
fn names(conn: &Conn, w: &Tongue, row: &ControllerRow) -> Result<Vec<(String, String)>, Problem> {
    let mut until = row.until;
    let mut said = Vec::new();
    for name in boards::names(conn, row.id)? {
        let days = span_said(w, name.from, until);
        said.push((days, name.name.best(w.lang).to_owned()));
        until = Some(name.from.plus_days(-1));
    }
    Ok(said)
}

/// Duty, holder and days, those held for the whole group included.
fn duties(
    conn: &Conn,
    w: &Tongue,
    id: ControllerId,
    day: Day,
) -> Result<Vec<(String, String, String)>, Problem> {
    let held = looking::duties_on(conn, day)?;
    Ok(held
        .iter()
        .filter(|one| one.what.controller.is_none_or(|of| of == id))
        .map(|one| {
            let role = w.t(one.what.role.word());
            (role, one.what.person.name(), one.said(w))
        })
        .collect())
}

kit::choices! {
    /// What a form on a board or company does.
    enum Kind {
        Rename = "rename", "organisation-change-rename";
        Country = "country", "organisation-change-country";
        End = "end", "organisation-change-end";
    }
}

#[derive(Template)]
#[template(path = "base/organisation/pages/board_form.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: FormView,
    id: ControllerId,
    kind: &'static str,
    title: String,
    names: &'static [(Lang, &'static str, &'static str)],
    countries: Vec<(&'static str, String)>,
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    let kind = Kind::parse(visit.param("change")).ok_or(Problem::NotFound)?;
    let mut fields = Fields::default();
    let id = visit.id("id")?;
    let now = app.read(|conn| row_on(conn, id, visit.today))?;
    match kind {
        Kind::Country => fields.set("country", now.country.map_or("", Country::code)),
        Kind::Rename => put_names(&mut fields, &now.name),
        Kind::End => {}
    }
    fields.set("day", visit.today.to_string());
    draw(app, visit, FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let kind = Kind::parse(visit.param("change")).ok_or(Problem::NotFound)?;
    let id = visit.id("id")?;
    let now = app.read(|conn| row_on(conn, id, visit.today))?;
    let page = Form {
        w,
        form,
        id,
        kind: kind.code(),
        title: format!("{}: {}", w.t(kind.word()), now.name.best(w.lang)),
        names: &NAMES,
        countries: countries(w),
    };
    Page::new(page.title.clone(), &page)
}

/// The municipality's country first, which is not said by name: it is the whole installation's.
fn countries(w: &Tongue) -> Vec<(&'static str, String)> {
    let each = Country::ALL.iter().map(|one| (one.code(), w.t(one.word())));
    [("", w.t(AS_HOME))].into_iter().chain(each).collect()
}

pub fn change(app: &App, visit: &Visit) -> Answer {
    let kind = Kind::parse(visit.param("change")).ok_or(Problem::NotFound)?;
    let id: ControllerId = visit.id("id")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            carry_out(tx, visit, kind, id)?;
            Ok(format!("/organisation/controllers/{id}"))
        })
    });
    submit(refused_beside(result), |faults| {
        draw(app, visit, FormView::again(visit, faults))
    })
}

fn carry_out(tx: &Tx<'_>, visit: &Visit, kind: Kind, id: ControllerId) -> Result<(), Problem> {
    let may = visit.actor.administrator()?;
    let mut faults = Faults::new();
    let day = |faults: &mut Faults| day_of(&visit.form, faults, "day").unwrap_or(visit.today);
    match kind {
        Kind::Rename => {
            let (day, name) = (day(&mut faults), names_of(&visit.form, &mut faults));
            faults.into_result(())?;
            actions::rename_controller(tx, may, id, &name, day)
        }
        Kind::Country => {
            let country = form::choice(&visit.form, &mut faults, "country", Country::parse);
            faults.into_result(())?;
            actions::establish_controller(tx, may, id, country)
        }
        Kind::End => {
            let day = day(&mut faults);
            faults.into_result(())?;
            actions::end_controller(tx, may, id, day)
        }
    }
}
