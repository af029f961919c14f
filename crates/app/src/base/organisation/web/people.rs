//! People: searching, one person, adding by hand, erasing.

use std::collections::HashMap;

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::{Lang, Tongue};

use super::super::super::visit::{Answer, FormView, Page, Pager, Visit, submit};
use super::super::super::{App, Problem, audit, once};
use super::super::model::NewPerson;
use super::super::store::{self, PersonRow, forgetting, looking};
use super::super::{PersonId, UnitId, actions};
use super::unit::refused_beside;
use super::{as_of, day_form};

#[derive(Template)]
#[template(path = "base/organisation/pages/people.html")]
struct List<'a> {
    w: &'a Tongue,
    form: FormView,
    lines: Vec<Line>,
    pager: Pager,
    total: String,
}

struct Line {
    id: PersonId,
    name: String,
    number: String,
    work: Vec<String>,
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let day = as_of(visit);
    let page = app.read(|conn| {
        let mut people = looking::people_on(conn, &form::clean(visit.query.text("q")), day)?;
        people.sort_by(|a, b| {
            w.compare(&a.family, &b.family)
                .then_with(|| w.compare(&a.given, &b.given))
        });
        let pager = Pager::new(visit, "/people", people.len() as i64);
        let first = usize::try_from(pager.offset()).unwrap_or(0);
        let shown: Vec<PersonRow> = people
            .into_iter()
            .skip(first)
            .take(Pager::SIZE as usize)
            .collect();
        let ids: Vec<PersonId> = shown.iter().map(|person| person.id).collect();
        let names = store::last_names(conn)?;
        let mut work: HashMap<PersonId, Vec<String>> = HashMap::new();
        for held in looking::employments_on(conn, &ids, day)? {
            let unit = names
                .get(&held.what.unit)
                .map_or("", |name| name.best(w.lang));
            let said = format!("{}, {unit}", held.what.title.best(w.lang));
            work.entry(held.what.person).or_default().push(said);
        }
        let lines = shown
            .into_iter()
            .map(|person| Line {
                id: person.id,
                name: format!("{}, {}", person.family, person.given),
                number: person.number,
                work: work.remove(&person.id).unwrap_or_default(),
            })
            .collect();
        Ok::<_, Problem>(List {
            w,
            form: day_form(visit, day),
            lines,
            total: w.number(pager.total),
            pager,
        })
    })?;
    Page::new(w.t("organisation-people-title"), &page)?.answer()
}

#[derive(Template)]
#[template(path = "base/organisation/pages/person.html")]
struct One<'a> {
    w: &'a Tongue,
    person: PersonRow,
    name: String,
    language: String,
    employments: Vec<(String, String, UnitId, String, String)>,
    duties: Vec<(String, String, String)>,
    leads: Vec<(String, UnitId, String)>,
    in_force: bool,
}

pub fn one(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let id = visit.id("id")?;
    let page = app.read(|conn| {
        let person = store::person(conn, id)?.ok_or(Problem::NotFound)?;
        let names = store::last_names(conn)?;
        let unit = |unit: UnitId| {
            names
                .get(&unit)
                .map_or("", |name| name.best(w.lang))
                .to_owned()
        };
        let boards = super::duties::board_names(conn, w)?;
        Ok::<_, Problem>(One {
            w,
            name: person.name(),
            language: person.lang.map_or("", Lang::autonym).to_owned(),
            employments: looking::employments_of(conn, id)?
                .iter()
                .map(|held| {
                    let what = &held.what;
                    let title = what.title.best(w.lang).to_owned();
                    (
                        held.said(w),
                        title,
                        what.unit,
                        unit(what.unit),
                        what.number.clone(),
                    )
                })
                .collect(),
            duties: looking::duties_of_person(conn, id)?
                .iter()
                .map(|held| {
                    let of = super::duties::board(w, &boards, held.what.controller);
                    (held.said(w), w.t(held.what.role.word()), of)
                })
                .collect(),
            leads: looking::leading_of(conn, id)?
                .iter()
                .map(|held| (held.said(w), held.what, unit(held.what)))
                .collect(),
            in_force: forgetting::is_in_force(conn, id, visit.today)?,
            person,
        })
    })?;
    Page::new(page.name.clone(), &page)?.answer()
}

#[derive(Template)]
#[template(path = "base/organisation/pages/person_new.html")]
struct New<'a> {
    w: &'a Tongue,
    form: FormView,
    languages: Vec<(String, String)>,
}

fn draw_new(visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let languages = Lang::ALL
        .iter()
        .map(|lang| (lang.code().to_owned(), lang.autonym().to_owned()))
        .collect();
    Page::new(w.t("organisation-person-new"), &New { w, form, languages })
}

pub fn new(_: &App, visit: &Visit) -> Answer {
    draw_new(visit, FormView::fresh(Fields::default()))?.answer()
}

pub fn add(app: &App, visit: &Visit) -> Answer {
    let fields = &visit.form;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let may = visit.actor.administrator()?;
            let mut faults = Faults::new();
            let new = NewPerson {
                number: form::required(fields, &mut faults, "code", form::REQUIRED, 60),
                given: form::required(fields, &mut faults, "given", form::REQUIRED, 120),
                family: form::required(fields, &mut faults, "family", form::REQUIRED, 120),
                email: form::email(fields, &mut faults, "email").map(|email| email.to_lowercase()),
                lang: form::choice(fields, &mut faults, "language", Lang::parse),
            };
            if super::super::import::is_identity_number(&new.number) {
                faults.add("code", "organisation-fault-identity-number");
            }
            faults.into_result(())?;
            let id = actions::add_person(tx, may, &new)?;
            Ok(format!("/people/{id}"))
        })
    });
    submit(refused_beside(result), |faults| {
        draw_new(visit, FormView::again(visit, faults))
    })
}

#[derive(Template)]
#[template(path = "base/organisation/pages/forget.html")]
struct Forget<'a> {
    w: &'a Tongue,
    form: FormView,
    id: PersonId,
    name: String,
    options: Vec<(String, String)>,
}

fn draw_forget(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let id = visit.id("id")?;
    let person = app
        .read(|conn| store::person(conn, id))?
        .ok_or(Problem::NotFound)?;
    let options = vec![("yes".to_owned(), w.t("organisation-forget-yes"))];
    let page = Forget {
        w,
        form,
        id,
        name: person.name(),
        options,
    };
    Page::new(
        w.one("organisation-forget-title", "name", page.name.as_str()),
        &page,
    )
}

pub fn forget_page(app: &App, visit: &Visit) -> Answer {
    draw_forget(app, visit, FormView::fresh(Fields::default()))?.answer()
}

/// Not through [`once::first`]: a second sending finds nobody to erase.
pub fn forget(app: &App, visit: &Visit) -> Answer {
    let mut faults = Faults::new();
    if visit.form.text("sure") != "yes" {
        faults.add("sure", "organisation-forget-unsure");
    }
    let result = faults
        .into_result(())
        .map_err(Problem::from)
        .and_then(|()| actions::forget(app, &visit.actor, visit.id("id")?, audit::FORGOTTEN))
        .map(|()| "/people".to_owned())
        .map_err(|problem| match problem {
            Problem::Refused(message, args) => {
                let mut faults = Faults::new();
                faults.add_with("sure", message, args);
                Problem::Faults(faults)
            }
            other => other,
        });
    submit(result, |faults| {
        draw_forget(app, visit, FormView::again(visit, faults))
    })
}
