//! Pages of the organisation. Everybody with a duty reads it; the administrator changes it.

mod board;
mod duties;
mod import;
mod people;
mod tree;
mod unit;
mod unit_form;

use kit::clock::Day;
use kit::db::Conn;
use kit::form::{self, Faults, Fields};
use kit::words::{Lang, Texts, Tongue};

use super::super::room::{Access, Due, Link, MenuItem, Route, Topic};
use super::super::visit::{FormView, Visit};
use super::super::{Actor, App, Problem, Role};
use super::store::{self, counting, looking::Held};
use super::{CONTROLLER, ControllerId, PERSON, PersonId, UNIT, UnitId, figures};

const READERS: Access = Access::Duty(&Role::ALL);
const ADMINISTRATOR: Access = Access::Duty(&[Role::Administrator]);

pub const ROUTES: &[Route] = &[
    Route::get("/organisation", READERS, tree::page),
    Route::get(
        "/organisation/units/new",
        ADMINISTRATOR,
        unit_form::new_unit,
    ),
    Route::post(
        "/organisation/units/new",
        ADMINISTRATOR,
        unit_form::add_unit,
    ),
    Route::get(
        "/organisation/controllers/new",
        ADMINISTRATOR,
        unit_form::new_controller,
    ),
    Route::post(
        "/organisation/controllers/new",
        ADMINISTRATOR,
        unit_form::add_controller,
    ),
    Route::get("/organisation/controllers/{id}", READERS, board::page),
    Route::get(
        "/organisation/controllers/{id}/{change}",
        ADMINISTRATOR,
        board::form,
    ),
    Route::post(
        "/organisation/controllers/{id}/{change}",
        ADMINISTRATOR,
        board::change,
    ),
    Route::get("/organisation/units/{id}", READERS, unit::page),
    Route::get(
        "/organisation/units/{id}/{change}",
        ADMINISTRATOR,
        unit::form,
    ),
    Route::post(
        "/organisation/units/{id}/{change}",
        ADMINISTRATOR,
        unit::change,
    ),
    Route::get("/people", ADMINISTRATOR, people::list),
    Route::get("/people/new", ADMINISTRATOR, people::new),
    Route::post("/people/new", ADMINISTRATOR, people::add),
    Route::get("/people/{id}", ADMINISTRATOR, people::one),
    Route::get("/people/{id}/forget", ADMINISTRATOR, people::forget_page),
    Route::post("/people/{id}/forget", ADMINISTRATOR, people::forget),
    Route::get("/duties", ADMINISTRATOR, duties::list),
    Route::get("/duties/new", ADMINISTRATOR, duties::new),
    Route::post("/duties/new", ADMINISTRATOR, duties::give),
    Route::get("/duties/{id}/end", ADMINISTRATOR, duties::end_page),
    Route::post("/duties/{id}/end", ADMINISTRATOR, duties::end),
    Route::get("/import", ADMINISTRATOR, import::start),
    Route::post("/import", ADMINISTRATOR, import::take),
    Route::get("/import/{id}", ADMINISTRATOR, import::preview),
    Route::post("/import/{id}", ADMINISTRATOR, import::apply),
];

pub const MENU: &[MenuItem] = &[
    MenuItem {
        word: "organisation-menu",
        topic: Topic::House,
        href: "/organisation",
        access: READERS,
        place: 800,
    },
    MenuItem {
        word: "organisation-people-menu",
        topic: Topic::House,
        href: "/people",
        access: ADMINISTRATOR,
        place: 810,
    },
    MenuItem {
        word: "organisation-duties-menu",
        topic: Topic::House,
        href: "/duties",
        access: ADMINISTRATOR,
        place: 815,
    },
    MenuItem {
        word: "organisation-import-menu",
        topic: Topic::House,
        href: "/import",
        access: ADMINISTRATOR,
        place: 818,
    },
];

/// The filters of a list as of a day. One that could not be read is said beside its field: the list is then today's.
fn day_form(visit: &Visit, day: Day) -> FormView {
    let mut view = FormView {
        fields: visit.query.clone(),
        ..FormView::default()
    };
    form::day(&visit.query, &mut view.faults, "day");
    view.fields.set("day", day.to_string());
    view
}

/// The day a list is read as of; nonsense is today.
fn as_of(visit: &Visit) -> Day {
    Day::parse(visit.query.text("day")).unwrap_or(visit.today)
}

/// `1 January 2020 –`, `1 January 2020 – 31 December 2024`.
fn span_said(w: &Tongue, from: Day, until: Option<Day>) -> String {
    let last = until.map_or(String::new(), |last| format!(" {}", w.day_short(last)));
    format!("{} –{last}", w.day_short(from))
}

impl<T> Held<T> {
    fn said(&self, w: &Tongue) -> String {
        span_said(w, self.from, self.until)
    }
}

/// Fields of a name, one per language, with their labels.
const NAMES: [(Lang, &str, &str); 5] = [
    (Lang::En, "name_en", "organisation-name-en"),
    (Lang::Fi, "name_fi", "organisation-name-fi"),
    (Lang::Sv, "name_sv", "organisation-name-sv"),
    (Lang::Da, "name_da", "organisation-name-da"),
    (Lang::Nb, "name_nb", "organisation-name-nb"),
];

fn names_of(fields: &Fields, faults: &mut Faults) -> Texts {
    let mut name = Texts::new();
    for (lang, field, _) in NAMES {
        if let Some(text) = form::optional(fields, faults, field, 200) {
            name.set(lang, text);
        }
    }
    if name.is_empty() {
        faults.add("name_en", "organisation-fault-name");
    }
    name
}

fn put_names(fields: &mut Fields, name: &Texts) {
    for (lang, field, _) in NAMES {
        fields.set(field, name.get(lang).unwrap_or(""));
    }
}

fn day_of(fields: &Fields, faults: &mut Faults, field: &'static str) -> Option<Day> {
    let day = form::day(fields, faults, field);
    form::need(faults, field, form::REQUIRED, &day);
    day
}

/// The person with the HR number in this field.
fn person_of(
    conn: &Conn,
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
) -> Result<Option<PersonId>, Problem> {
    let number = form::required(fields, faults, field, form::REQUIRED, 60);
    if number.is_empty() {
        return Ok(None);
    }
    let person = store::person_by_number(conn, &number)?;
    if person.is_none() {
        faults.add("number", "organisation-fault-person");
    }
    Ok(person.map(|person| person.id))
}

/// Units and boards are shown to whoever has a duty, people to the administrator alone.
pub fn title(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    kind: &str,
    id: &str,
) -> Result<Option<Link>, Problem> {
    let link = |href: String, title: String| Link {
        href,
        title,
        detail: String::new(),
    };
    if !READERS.admits(actor) {
        return Ok(None);
    }
    if kind == UNIT.kind
        && let Some(unit) = UnitId::parse(id)
    {
        let last = store::looking::unit_history(conn, unit)?.into_iter().next();
        return Ok(last.map(|span| {
            link(
                format!("/organisation/units/{unit}"),
                span.name.best(w.lang).to_owned(),
            )
        }));
    }
    if kind == CONTROLLER.kind
        && let Some(controller) = ControllerId::parse(id)
    {
        let found = store::controller(conn, controller, Day::MAX)?;
        return Ok(found.map(|one| {
            link(
                format!("/organisation/controllers/{controller}"),
                one.name.best(w.lang).to_owned(),
            )
        }));
    }
    if kind == PERSON.kind
        && ADMINISTRATOR.admits(actor)
        && let Some(person) = PersonId::parse(id)
    {
        let found = store::person(conn, person)?;
        return Ok(found.map(|row| link(format!("/people/{person}"), row.name())));
    }
    Ok(None)
}

/// Duties without anybody wait for the administrator.
pub fn due(app: &App, conn: &Conn, actor: &Actor, w: &Tongue) -> Result<Vec<Due>, Problem> {
    if !ADMINISTRATOR.admits(actor) {
        return Ok(Vec::new());
    }
    let today = app.today();
    let held = counting::held(conn, today)?;
    let open: usize = store::controllers(conn, today, today)?
        .iter()
        .map(|one| figures::open_duties(&held, one.id).len())
        .sum();
    if open == 0 {
        return Ok(Vec::new());
    }
    let link = Link {
        href: "/duties".to_owned(),
        title: w.one("organisation-due-duties", "count", open),
        detail: String::new(),
    };
    Ok(vec![Due {
        link,
        day: None,
        late: false,
        end: None,
    }])
}
