//! New units, boards and companies.

use askama::Template;
use kit::clock::Day;
use kit::db::Conn;
use kit::form::{self, Faults, Fields};
use kit::words::{Lang, Tongue};

use super::super::super::visit::{Answer, FormView, Page, Visit, submit};
use super::super::super::{App, Problem, once};
use super::super::model::{NewController, NewUnit};
use super::super::store;
use super::super::{ControllerId, UnitId, actions};
use super::unit::refused_beside;
use super::{NAMES, day_of, names_of};

#[derive(Template)]
#[template(path = "base/organisation/pages/new.html")]
struct New<'a> {
    w: &'a Tongue,
    form: FormView,
    unit: bool,
    title: String,
    names: &'static [(Lang, &'static str, &'static str)],
    options: Vec<(String, String)>,
}

/// Where a unit can stand on a day: directly under a board or company, or under a unit.
pub fn places(
    conn: &Conn,
    w: &Tongue,
    day: Day,
    without: Option<UnitId>,
) -> Result<Vec<(String, String)>, Problem> {
    let units = store::units(conn, day)?;
    let mut all = Vec::new();
    for board in store::controllers(conn, day, day)? {
        let name = board.name.best(w.lang).to_owned();
        let mut own: Vec<(String, String)> = units
            .iter()
            .filter(|unit| unit.controller == board.id && Some(unit.unit) != without)
            .map(|unit| {
                (
                    format!("u:{}", unit.unit),
                    format!("{name} – {}", unit.name.best(w.lang)),
                )
            })
            .collect();
        w.sort_by(&mut own, |(_, text)| text);
        all.push((format!("c:{}", board.id), name));
        all.extend(own);
    }
    Ok(all)
}

/// The place chosen in a form: the unit above, and the controller.
pub fn place_of(
    conn: &Conn,
    fields: &Fields,
    faults: &mut Faults,
    day: Day,
) -> Result<Option<(Option<UnitId>, ControllerId)>, Problem> {
    let text = fields.text("place");
    let place = if let Some(board) = text.strip_prefix("c:").and_then(ControllerId::parse) {
        let known = store::controllers(conn, day, day)?
            .iter()
            .any(|one| one.id == board);
        known.then_some((None, board))
    } else if let Some(unit) = text.strip_prefix("u:").and_then(UnitId::parse) {
        store::unit(conn, unit, day)?.map(|span| (Some(unit), span.controller))
    } else {
        None
    };
    if place.is_none() {
        faults.add(
            "place",
            if text.is_empty() {
                form::REQUIRED
            } else {
                form::CHOICE
            },
        );
    }
    Ok(place)
}

fn draw(app: &App, visit: &Visit, form: FormView, unit: bool) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let options = if unit {
        app.read(|conn| places(conn, w, visit.today, None))?
    } else {
        vec![
            ("board".to_owned(), w.t("organisation-board")),
            ("company".to_owned(), w.t("organisation-company")),
        ]
    };
    let title = w.t(if unit {
        "organisation-add-unit"
    } else {
        "organisation-add-controller"
    });
    let page = New {
        w,
        form,
        unit,
        title,
        names: &NAMES,
        options,
    };
    Page::new(page.title.clone(), &page)
}

fn fresh(visit: &Visit) -> FormView {
    let mut fields = Fields::default();
    fields.set("day", visit.today.to_string());
    FormView::fresh(fields)
}

pub fn new_unit(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, fresh(visit), true)?.answer()
}

pub fn new_controller(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, fresh(visit), false)?.answer()
}

pub fn add_unit(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let may = visit.actor.administrator()?;
            let mut faults = Faults::new();
            let from = day_of(&visit.form, &mut faults, "day");
            let on = from.unwrap_or(visit.today);
            let code = form::required(&visit.form, &mut faults, "code", form::REQUIRED, 60);
            let name = names_of(&visit.form, &mut faults);
            let place = place_of(tx, &visit.form, &mut faults, on)?;
            faults.into_result(())?;
            let (parent, controller) = place.ok_or(Problem::NotFound)?;
            let new = NewUnit {
                code,
                name,
                parent,
                controller,
                from: on,
            };
            let id = actions::add_unit(tx, may, &new)?;
            Ok(format!("/organisation/units/{id}"))
        })
    });
    submit(refused_beside(result), |faults| {
        draw(app, visit, FormView::again(visit, faults), true)
    })
}

pub fn add_controller(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let may = visit.actor.administrator()?;
            let mut faults = Faults::new();
            let from = day_of(&visit.form, &mut faults, "day");
            let code = form::required(&visit.form, &mut faults, "code", form::REQUIRED, 60);
            let name = names_of(&visit.form, &mut faults);
            let kind = form::choice(&visit.form, &mut faults, "kind", |kind| match kind {
                "company" => Some(true),
                "board" => Some(false),
                _ => None,
            });
            form::need(&mut faults, "kind", form::REQUIRED, &kind);
            faults.into_result(())?;
            let new = NewController {
                code,
                company: kind.unwrap_or(false),
                name,
                from: from.unwrap_or(visit.today),
            };
            actions::add_controller(tx, may, &new)?;
            Ok("/organisation".to_owned())
        })
    });
    submit(refused_beside(result), |faults| {
        draw(app, visit, FormView::again(visit, faults), false)
    })
}
