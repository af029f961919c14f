//! One board or company: its names, its units, who has its duties, and the forms that change it from a day.

use askama::Template;
use kit::clock::Day;
use kit::db::{Conn, Tx};
use kit::form::{Faults, Fields};
use kit::words::{Lang, Tongue};

use super::super::super::visit::{Answer, FormView, Page, Visit, submit};
use super::super::super::{App, Problem, once};
use super::super::store::{self, ControllerRow, boards, counting, looking};
use super::super::{ControllerId, UnitId, actions};
use super::unit::{directly, refused_beside};
use super::{NAMES, as_of, day_of, names_of, put_names, span_said};

#[derive(Template)]
#[template(path = "base/organisation/pages/board.html")]
struct One<'a> {
    w: &'a Tongue,
    id: ControllerId,
    name: String,
    code: String,
    company: bool,
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

/// What a form on a board or company does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Rename,
    End,
}

impl Kind {
    fn parse(code: &str) -> Result<Kind, Problem> {
        match code {
            "rename" => Ok(Kind::Rename),
            "end" => Ok(Kind::End),
            _ => Err(Problem::NotFound),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Kind::Rename => "organisation-change-rename",
            Kind::End => "organisation-change-end",
        }
    }
}

#[derive(Template)]
#[template(path = "base/organisation/pages/board_form.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: FormView,
    id: ControllerId,
    rename: bool,
    title: String,
    names: &'static [(Lang, &'static str, &'static str)],
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    let kind = Kind::parse(visit.param("change"))?;
    let mut fields = Fields::default();
    fields.set("day", visit.today.to_string());
    if kind == Kind::Rename {
        let id = visit.id("id")?;
        let now = app.read(|conn| row_on(conn, id, visit.today))?;
        put_names(&mut fields, &now.name);
    }
    draw(app, visit, FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let kind = Kind::parse(visit.param("change"))?;
    let id = visit.id("id")?;
    let now = app.read(|conn| row_on(conn, id, visit.today))?;
    let page = Form {
        w,
        form,
        id,
        rename: kind == Kind::Rename,
        title: format!("{}: {}", w.t(kind.word()), now.name.best(w.lang)),
        names: &NAMES,
    };
    Page::new(page.title.clone(), &page)
}

pub fn change(app: &App, visit: &Visit) -> Answer {
    let kind = Kind::parse(visit.param("change"))?;
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
    let day = day_of(&visit.form, &mut faults, "day").unwrap_or(visit.today);
    match kind {
        Kind::Rename => {
            let name = names_of(&visit.form, &mut faults);
            faults.into_result(())?;
            actions::rename_controller(tx, may, id, &name, day)
        }
        Kind::End => {
            faults.into_result(())?;
            actions::end_controller(tx, may, id, day)
        }
    }
}
