//! Who holds which duty, and for which duties there is nobody.

use std::collections::HashMap;

use askama::Template;
use kit::clock::Day;
use kit::db::Conn;
use kit::form::{self, Faults, Fields};
use kit::words::{Texts, Tongue};

use super::super::super::visit::{Answer, FormView, Page, Visit, submit};
use super::super::super::{App, Problem, Role, once};
use super::super::model::{NewDuty, REQUIRED};
use super::super::store::{self, looking};
use super::super::{ControllerId, DutyId, PersonId, actions};
use super::unit::refused_beside;
use super::{as_of, day_form, day_of, person_of};

#[derive(Template)]
#[template(path = "base/organisation/pages/duties.html")]
struct List<'a> {
    w: &'a Tongue,
    form: FormView,
    open: usize,
    group: Vec<Line>,
    boards: Vec<Board>,
}

struct Board {
    id: ControllerId,
    name: String,
    lines: Vec<Line>,
}

struct Line {
    role: String,
    required: bool,
    /// Duty, person, name, days; nobody when empty.
    holders: Vec<(DutyId, PersonId, String, String)>,
}

/// Names of boards and companies, also of those that have ended.
pub fn board_names(conn: &Conn, w: &Tongue) -> Result<HashMap<ControllerId, String>, Problem> {
    Ok(store::controllers(conn, Day::MIN, Day::MAX)?
        .into_iter()
        .map(|one| (one.id, one.name.best(w.lang).to_owned()))
        .collect())
}

/// The board's name, or "the whole group".
pub fn board(
    w: &Tongue,
    names: &HashMap<ControllerId, String>,
    of: Option<ControllerId>,
) -> String {
    match of {
        Some(of) => names.get(&of).cloned().unwrap_or_default(),
        None => w.t("organisation-all-controllers"),
    }
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let day = as_of(visit);
    let page = app.read(|conn| {
        let duties = looking::duties_on(conn, day)?;
        let mut boards = Vec::new();
        let mut open = 0;
        for controller in store::controllers(conn, Day::MIN, day)? {
            let ended = controller.until.is_some_and(|last| last < day);
            let mut lines = lines(w, &duties, Some(controller.id));
            if ended {
                // Its duties stay until somebody ends them: its last year is closed after its end.
                lines.retain(|line| !line.holders.is_empty());
                lines.iter_mut().for_each(|line| line.required = false);
            }
            if lines.is_empty() {
                continue;
            }
            open += lines.iter().filter(|line| line.holders.is_empty()).count();
            let name: &Texts = &controller.name;
            boards.push(Board {
                id: controller.id,
                name: name.best(w.lang).to_owned(),
                lines,
            });
        }
        Ok::<_, Problem>(List {
            w,
            form: day_form(visit, day),
            open,
            group: lines(w, &duties, None),
            boards,
        })
    })?;
    Page::new(w.t("organisation-duties-title"), &page)?.answer()
}

/// Duties for one board: the required ones, held for it or for the whole group, and others that somebody holds
/// for it. For the whole group only what is held.
fn lines(
    w: &Tongue,
    duties: &[looking::Held<looking::DutyRow>],
    of: Option<ControllerId>,
) -> Vec<Line> {
    let mut lines = Vec::new();
    for role in Role::ALL {
        let required = of.is_some() && REQUIRED.contains(&role);
        let holders: Vec<_> = duties
            .iter()
            .filter(|held| held.what.role == role)
            .filter(|held| {
                held.what.controller == of || (required && held.what.controller.is_none())
            })
            .map(|held| {
                let what = &held.what;
                (what.id, what.person.id, what.person.name(), held.said(w))
            })
            .collect();
        if required || !holders.is_empty() {
            lines.push(Line {
                role: w.t(role.word()),
                required,
                holders,
            });
        }
    }
    lines
}

#[derive(Template)]
#[template(path = "base/organisation/pages/duty_new.html")]
struct New<'a> {
    w: &'a Tongue,
    form: FormView,
    roles: Vec<(String, String)>,
    controllers: Vec<(String, String)>,
}

fn draw_new(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let roles = Role::ALL
        .iter()
        .map(|role| (role.code().to_owned(), w.t(role.word())))
        .collect();
    let mut controllers = vec![("all".to_owned(), w.t("organisation-all-controllers"))];
    for one in app.read(|conn| store::controllers(conn, visit.today, visit.today))? {
        controllers.push((one.id.to_string(), one.name.best(w.lang).to_owned()));
    }
    Page::new(
        w.t("organisation-duty-give"),
        &New {
            w,
            form,
            roles,
            controllers,
        },
    )
}

pub fn new(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    fields.set("day", visit.today.to_string());
    for name in ["role", "controller"] {
        fields.set(name, visit.query.text(name));
    }
    draw_new(app, visit, FormView::fresh(fields))?.answer()
}

pub fn give(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let may = visit.actor.administrator()?;
            let mut faults = Faults::new();
            let role = form::choice(&visit.form, &mut faults, "role", Role::parse);
            form::need(&mut faults, "role", form::REQUIRED, &role);
            let known = store::controllers(tx, visit.today, visit.today)?;
            let of = form::choice(&visit.form, &mut faults, "controller", |text| match text {
                "all" => Some(None),
                text => ControllerId::parse(text)
                    .filter(|id| known.iter().any(|one| one.id == *id))
                    .map(Some),
            });
            form::need(&mut faults, "controller", form::REQUIRED, &of);
            let person = person_of(tx, &visit.form, &mut faults, "number")?;
            let from = day_of(&visit.form, &mut faults, "day");
            faults.into_result(())?;
            let (Some(role), Some(controller), Some(person), Some(from)) = (role, of, person, from)
            else {
                return Err(Problem::NotFound);
            };
            actions::give_duty(
                tx,
                may,
                &NewDuty {
                    role,
                    person,
                    controller,
                    from,
                },
            )?;
            Ok("/duties".to_owned())
        })
    });
    submit(refused_beside(result), |faults| {
        draw_new(app, visit, FormView::again(visit, faults))
    })
}

#[derive(Template)]
#[template(path = "base/organisation/pages/duty_end.html")]
struct End<'a> {
    w: &'a Tongue,
    form: FormView,
    id: DutyId,
    said: String,
}

fn draw_end(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let id = visit.id("id")?;
    let page = app.read(|conn| {
        let held = looking::duty(conn, id)?.ok_or(Problem::NotFound)?;
        let names = board_names(conn, w)?;
        let of = board(w, &names, held.what.controller);
        let said = format!(
            "{}, {} – {of}",
            held.what.person.name(),
            w.t(held.what.role.word())
        );
        Ok::<_, Problem>(End { w, form, id, said })
    })?;
    Page::new(w.t("organisation-duty-end"), &page)
}

pub fn end_page(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    fields.set("day", visit.today.to_string());
    draw_end(app, visit, FormView::fresh(fields))?.answer()
}

pub fn end(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let may = visit.actor.administrator()?;
            let mut faults = Faults::new();
            let last = day_of(&visit.form, &mut faults, "day");
            faults.into_result(())?;
            actions::end_duty(tx, may, visit.id("id")?, last.ok_or(Problem::NotFound)?)?;
            Ok("/duties".to_owned())
        })
    });
    submit(refused_beside(result), |faults| {
        draw_end(app, visit, FormView::again(visit, faults))
    })
}
