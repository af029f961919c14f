//! The tally's pages: two answers for the employee, a list for the officers.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::web::report::{me, unit, units};
use super::super::web::{Options, READERS};
use super::store::{self, Entry};
use super::{Tally, TallyId, actions};
use crate::base::room::{Access, Route};
use crate::base::visit::{Answer, FormView, Page, Pager, Reply, Visit, submit};
use crate::base::{Actor, App, Problem, Role, once};

pub const ROUTES: &[Route] = &[
    Route::get("/near-miss", Access::SignedIn, form),
    Route::post("/near-miss", Access::SignedIn, send),
    Route::get("/near-miss/thanks", Access::SignedIn, thanks),
    Route::get("/incidents/tallies", Access::Duty(READERS), list),
    Route::post(
        "/incidents/tallies/{tally}/strike",
        Access::Duty(&[Role::Dpo]),
        strike,
    ),
];

#[derive(Template)]
#[template(path = "modules/incidents/tally/pages/form.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    abouts: Options,
    /// Empty when the person has one employment and nothing is to be asked.
    units: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "modules/incidents/tally/pages/thanks.html")]
struct Thanks<'a> {
    w: &'a Tongue,
}

#[derive(Template)]
#[template(path = "modules/incidents/tally/pages/list.html")]
struct List<'a> {
    w: &'a Tongue,
    lines: Vec<Line>,
    pager: Pager,
}

struct Line {
    id: String,
    /// Each form has its own token: striking one must not use up another's.
    once: String,
    day: String,
    unit: String,
    about: String,
    number: String,
    struck: bool,
    /// This visitor may strike it.
    may: bool,
}

fn form(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    fields.set("number", "1");
    draw(app, visit, &FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let page = Form {
        w,
        form,
        abouts: Tally::choices()
            .map(|about| (about.code(), w.t(about.word())))
            .collect(),
        units: app.read(|conn| units(conn, visit))?,
    };
    Page::new(w.t("incidents-tally-title"), &page)
}

fn send(app: &App, visit: &Visit) -> Answer {
    let person = me(visit)?;
    // Written in nobody's name, as a report is.
    let result = app.write(&Actor::program("report"), |tx| {
        once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let unit = unit(tx, visit, person, &mut faults)?;
            let new = Tally::typed(&visit.form, faults)?;
            let unit = unit.ok_or(Problem::NotFound)?;
            actions::count_more(tx, unit, visit.today, new)?;
            Ok("/near-miss/thanks".to_owned())
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

fn thanks(_: &App, visit: &Visit) -> Answer {
    let page = Thanks { w: &visit.tongue };
    Page::new(visit.tongue.t("incidents-tally-thanks-title"), &page)?.answer()
}

fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let scope = visit.actor.scope_of(READERS);
    let officer = visit.actor.scope(Role::Dpo);
    let (pager, entries) = app.read(|conn| {
        let pager = Pager::new(visit, "/incidents/tallies", store::count(conn, &scope)?);
        let entries = store::page(conn, &scope, (Pager::SIZE, pager.offset()))?;
        Ok::<_, Problem>((pager, entries))
    })?;
    let line = |entry: &Entry| Line {
        id: entry.id.to_string(),
        once: once::token(),
        day: w.day_short(entry.day),
        unit: entry.unit_name.best(w.lang).to_owned(),
        about: w.t(entry.what.about.word()),
        number: w.number(entry.what.number),
        struck: entry.struck,
        may: !entry.struck && officer.admits(entry.controller),
    };
    let page = List {
        w,
        lines: entries.iter().map(line).collect(),
        pager,
    };
    Page::new(w.t("incidents-tally-list-title"), &page)?.answer()
}

fn strike(app: &App, visit: &Visit) -> Answer {
    let id: TallyId = visit.id("tally")?;
    let to = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let entry = store::one(tx, id)?.ok_or(Problem::NotFound)?;
            let editor = visit.actor.editor_of(entry.controller)?;
            actions::strike(tx, editor, id)?;
            Ok("/incidents/tallies".to_owned())
        })
    })?;
    Ok(Reply::Redirect(to))
}

/// An entry in words: what it was like with how many, and where and when.
pub fn in_words(w: &Tongue, entry: &Entry) -> (String, String) {
    let title = w.with(
        "incidents-tally-row",
        &[
            ("count", entry.what.number.into()),
            ("about", w.t(entry.what.about.word()).into()),
        ],
    );
    let unit = entry.unit_name.best(w.lang).to_owned();
    (title, format!("{unit} · {}", w.day_short(entry.day)))
}
