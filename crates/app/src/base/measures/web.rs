//! The register of measures.

mod page;

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use askama::Template;
use kit::clock::Day;
use kit::db::Conn;
use kit::words::Tongue;

use super::super::export::{self, Cell};
use super::super::organisation::{self, ControllerId, PersonId};
use super::super::room::{Access, MenuItem, Route, Topic};
use super::super::subject::Subject;
use super::super::visit::{Answer, FormView, Page, Pager, Reply, Visit};
use super::super::{App, Problem, Role, audit};
use super::model::{State, heading};
use super::store::{self, Filter, MeasureRow};
use super::{MEASURE, rights};

pub const ROUTES: &[Route] = &[
    Route::get("/measures", Access::SignedIn, list),
    Route::get("/measures.csv", Access::SignedIn, csv),
    Route::get("/measures.xlsx", Access::SignedIn, xlsx),
    Route::get("/measures/{id}", Access::SignedIn, page::show),
    Route::post("/measures/{id}/take", Access::SignedIn, page::take),
    Route::post("/measures/{id}/finish", Access::SignedIn, page::finish),
    Route::post("/measures/{id}/verify", Access::SignedIn, page::verify),
    Route::post("/measures/{id}/postpone", Access::SignedIn, page::postpone),
    Route::post("/measures/{id}/drop", Access::SignedIn, page::drop),
    Route::post("/measures/{id}/reopen", Access::SignedIn, page::reopen),
];

pub const MENU: MenuItem = MenuItem {
    word: "measures-menu",
    topic: Topic::Incidents,
    href: "/measures",
    access: Access::Duty(&[Role::Dpo, Role::Ciso, Role::Auditor, Role::Secretary]),
    place: 400,
};

/// A list longer than this is narrowed down first.
const MOST: i64 = 100_000;

struct Line {
    href: String,
    title: String,
    controller: String,
    origin: String,
    owner: String,
    due: String,
    late: bool,
    state: String,
    tag: &'static str,
}

#[derive(Template)]
#[template(path = "base/measures/pages/list.html")]
struct List<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    states: Vec<(&'static str, String)>,
    controllers: Vec<(String, String)>,
    origins: Vec<(String, String)>,
    late: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    pager: Pager,
    /// The filters again, for the files.
    query: String,
}

fn filter(visit: &Visit) -> Filter {
    let query = &visit.query;
    Filter {
        scope: rights::scope(&visit.actor),
        me: visit.actor.person(),
        state: State::parse(query.text("state")),
        controller: ControllerId::parse(query.text("controller")),
        late: (query.text("late") == "yes").then_some(visit.today),
        origin: kit::form::clean(query.text("origin")),
        text: kit::form::clean(query.text("text")),
    }
}

fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let filter = filter(visit);
    let (pager, rows, names, origins) = app.read(|conn| {
        let pager = Pager::new(visit, "/measures", store::count(conn, &filter)?);
        let rows = store::list(conn, &filter, Pager::SIZE, pager.offset())?;
        let names = Names::of(conn, w, &rows, visit.today)?;
        Ok::<_, Problem>((pager, rows, names, store::origins(conn)?))
    })?;
    let form = FormView {
        fields: visit.query.clone(),
        ..FormView::default()
    };
    let mut controllers: Vec<(String, String)> = names
        .controllers
        .iter()
        .filter(|(id, _)| filter.scope.admits(**id))
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    w.sort_by(&mut controllers, |(_, name)| name);
    let lines = rows.iter().map(|row| line(w, row, &names, visit.today));
    let page = List {
        w,
        form: &form,
        states: State::ALL.map(|s| (s.code(), w.t(s.word()))).to_vec(),
        controllers,
        origins: origins
            .into_iter()
            .map(|kind| (kind.clone(), origin(w, &kind)))
            .collect(),
        late: vec![("yes", w.t("measures-only-late"))],
        lines: lines.collect(),
        query: visit.query.encode(),
        pager,
    };
    Page::new(w.t("measures-title"), &page)?.answer()
}

fn line(w: &Tongue, row: &MeasureRow, names: &Names, today: Day) -> Line {
    Line {
        href: format!("/measures/{}", row.id),
        title: heading(&row.text),
        controller: names.controller(row.controller),
        origin: origin(w, &row.origin.kind),
        owner: names.owner(row.owner),
        due: row.due.map(|day| w.day_short(day)).unwrap_or_default(),
        late: row.is_late(today),
        state: w.t(row.state.word()),
        tag: tag(row.state),
    }
}

fn tag(state: State) -> &'static str {
    match state {
        State::Open => "",
        State::Finished => "warn",
        State::Verified => "good",
        State::Dropped => "",
    }
}

/// What a kind of origin is called; a kind without a name of its own shows as it is.
fn origin(w: &Tongue, kind: &str) -> String {
    let word = format!("measures-origin-{kind}");
    if w.has(&word) {
        w.t(&word)
    } else {
        kind.to_owned()
    }
}

/// Names of the controllers and people on a page, each asked for once.
struct Names {
    controllers: BTreeMap<ControllerId, String>,
    people: HashMap<PersonId, String>,
}

impl Names {
    fn of(conn: &Conn, w: &Tongue, rows: &[MeasureRow], today: Day) -> Result<Names, Problem> {
        let all = organisation::controllers(conn, Day::MIN, today)?;
        let named = |row: organisation::ControllerRow| (row.id, row.name.best(w.lang).to_owned());
        let mut names = Names {
            controllers: all.into_iter().map(named).collect(),
            people: HashMap::new(),
        };
        for owner in rows.iter().filter_map(|row| row.owner) {
            names.add(conn, w, owner)?;
        }
        Ok(names)
    }

    fn add(&mut self, conn: &Conn, w: &Tongue, id: PersonId) -> Result<(), Problem> {
        if let Entry::Vacant(place) = self.people.entry(id) {
            let person = organisation::person(conn, id)?;
            place.insert(person.map_or_else(|| w.t("measures-nobody"), |person| person.name()));
        }
        Ok(())
    }

    fn controller(&self, id: ControllerId) -> String {
        self.controllers.get(&id).cloned().unwrap_or_default()
    }

    fn owner(&self, id: Option<PersonId>) -> String {
        id.and_then(|id| self.people.get(&id))
            .cloned()
            .unwrap_or_default()
    }
}

fn csv(app: &App, visit: &Visit) -> Answer {
    let (head, rows) = table(app, visit)?;
    Ok(Reply::File(export::csv_file("measures", &head, &rows)))
}

fn xlsx(app: &App, visit: &Visit) -> Answer {
    let (head, rows) = table(app, visit)?;
    let title = visit.tongue.t("measures-title");
    let file = export::xlsx_file("measures", &title, &head, &rows)?;
    Ok(Reply::File(file))
}

/// The filtered register as a table. That somebody took it along is written into the book.
fn table(app: &App, visit: &Visit) -> Result<(Vec<String>, Vec<Vec<Cell>>), Problem> {
    let w = &visit.tongue;
    let filter = filter(visit);
    let (rows, names) = app.read(|conn| {
        let rows = store::list(conn, &filter, MOST, 0)?;
        let names = Names::of(conn, w, &rows, visit.today)?;
        Ok::<_, Problem>((rows, names))
    })?;
    app.write(&visit.actor, |tx| {
        audit::noted(tx, "measure.export", &Subject::named(MEASURE.kind, "list"))
    })?;
    let head = [
        "measures-text",
        "measures-controller",
        "measures-origin",
        "measures-owner",
        "measures-entered",
        "measures-due",
        "measures-late",
        "measures-state",
    ];
    let late = |row: &MeasureRow| match row.is_late(visit.today) {
        true => Cell::Text(w.t("measures-late")),
        false => Cell::Empty,
    };
    let cells = |row: &MeasureRow| {
        vec![
            row.text.clone().into(),
            names.controller(row.controller).into(),
            origin(w, &row.origin.kind).into(),
            names.owner(row.owner).into(),
            Cell::Day(app.zone.day_of(row.entered_at)),
            row.due.into(),
            late(row),
            w.t(row.state.word()).into(),
        ]
    };
    Ok((
        head.map(|word| w.t(word)).to_vec(),
        rows.iter().map(cells).collect(),
    ))
}
