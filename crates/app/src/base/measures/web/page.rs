//! One measure: what it is, what happened to it, and what may be done next.

use askama::Template;
use kit::db::Tx;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::super::organisation::PersonId;
use super::super::super::room::Link;
use super::super::super::visit::{Answer, FormView, Page, Visit, submit};
use super::super::super::{Actor, App, Problem, once};
use super::super::model::{self, StepRow};
use super::super::rights::{self, Deed};
use super::super::store::{self, MeasureRow};
use super::super::{Measure, MeasureId, actions};
use super::{Line, Names, line};

struct StepLine {
    what: String,
    at: String,
    who: String,
    note: String,
    due: String,
}

/// Which forms the page offers.
struct May {
    take: bool,
    finish: bool,
    verify: bool,
    postpone: bool,
    drop: bool,
    reopen: bool,
}

#[derive(Template)]
#[template(path = "base/measures/pages/one.html")]
struct One<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    id: String,
    line: Line,
    text: String,
    origin: Option<Link>,
    steps: Vec<StepLine>,
    may: May,
    effects: Vec<(&'static str, String)>,
}

pub fn show(app: &App, visit: &Visit) -> Answer {
    page(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn page(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let id = visit.id::<Measure>("id")?;
    let (row, steps, names, origin) = app.read(|conn| {
        let row = store::one(conn, id)?.filter(|row| rights::sees(&visit.actor, row));
        let row = row.ok_or(Problem::NotFound)?;
        let steps = store::steps(conn, id)?;
        let mut names = Names::of(conn, w, std::slice::from_ref(&row), visit.today)?;
        for person in steps.iter().filter_map(actor) {
            names.add(conn, w, person)?;
        }
        let (kind, of) = (row.origin.kind.as_str(), row.origin.id.as_str());
        let mut origin = None;
        for room in app.rooms {
            if origin.is_none() {
                origin = (room.title)(conn, &visit.actor, w, kind, of)?;
            }
        }
        Ok::<_, Problem>((row, steps, names, origin))
    })?;
    let one = One {
        w,
        form,
        id: id.to_string(),
        line: line(w, &row, &names, visit.today),
        text: row.text.clone(),
        origin,
        steps: steps
            .iter()
            .map(|step| step_line(w, step, &names))
            .collect(),
        may: may(visit, &row, &steps),
        effects: vec![
            ("yes", w.t("measures-worked-yes")),
            ("no", w.t("measures-worked-no")),
        ],
    };
    Page::new(one.line.title.clone(), &one)
}

fn actor(step: &StepRow) -> Option<PersonId> {
    Actor::person_of(&step.by)
}

fn step_line(w: &Tongue, step: &StepRow, names: &Names) -> StepLine {
    let who = match actor(step) {
        Some(person) => names.owner(Some(person)),
        None => w.t("measures-by-program"),
    };
    StepLine {
        what: w.t(step.kind.word()),
        at: w.moment(step.at),
        who,
        note: step.note.clone(),
        due: match step.kind {
            model::Move::Entered | model::Move::Postponed => {
                step.due.map(|day| w.day(day)).unwrap_or_default()
            }
            _ => String::new(),
        },
    }
}

fn may(visit: &Visit, row: &MeasureRow, steps: &[StepRow]) -> May {
    let may = |deed| rights::may(&visit.actor, row, deed);
    let mine = model::standing(steps, visit.now.plus_seconds(1))
        .and_then(|now| now.finished_by)
        .is_some_and(|by| by == visit.actor.mark());
    May {
        take: may(Deed::Take),
        finish: may(Deed::Finish),
        verify: may(Deed::Verify) && !mine,
        postpone: may(Deed::Postpone),
        drop: may(Deed::Drop),
        reopen: may(Deed::Reopen),
    }
}

/// Runs one verb on the measure: seen by the actor, allowed, counted once.
fn act(
    app: &App,
    visit: &Visit,
    deed: Deed,
    verb: impl FnOnce(&Tx<'_>, MeasureId) -> Result<(), Problem>,
) -> Answer {
    let id = visit.id::<Measure>("id")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let row = store::one(tx, id)?.filter(|row| rights::sees(&visit.actor, row));
            let row = row.ok_or(Problem::NotFound)?;
            if !rights::may(&visit.actor, &row, deed) {
                return Err(denied(visit, &row, deed));
            }
            verb(tx, id)?;
            Ok(format!("/measures/{id}"))
        })
    });
    submit(result, |faults: Faults| {
        page(app, visit, &FormView::again(visit, faults))
    })
}

/// Whether it is the state that forbids it, or the person's duties.
fn denied(visit: &Visit, row: &MeasureRow, deed: Deed) -> Problem {
    let elsewhere = model::State::ALL.into_iter().any(|state| {
        let row = MeasureRow {
            state,
            ..row.clone()
        };
        rights::may(&visit.actor, &row, deed)
    });
    if elsewhere {
        Problem::refused("measures-wrong-state")
    } else {
        Problem::Forbidden
    }
}

pub fn take(app: &App, visit: &Visit) -> Answer {
    let person = visit.actor.person().ok_or(Problem::SignIn)?;
    act(app, visit, Deed::Take, |tx, id| {
        actions::take(tx, id, person)
    })
}

pub fn finish(app: &App, visit: &Visit) -> Answer {
    act(app, visit, Deed::Finish, |tx, id| {
        actions::finish(tx, id, &model::note(&visit.form, "done")?)
    })
}

pub fn verify(app: &App, visit: &Visit) -> Answer {
    act(app, visit, Deed::Verify, |tx, id| {
        let (worked, note) = model::effect(&visit.form)?;
        actions::verify(tx, id, worked, &note)
    })
}

pub fn postpone(app: &App, visit: &Visit) -> Answer {
    act(app, visit, Deed::Postpone, |tx, id| {
        let (due, reason) = model::date(&visit.form, visit.today)?;
        actions::postpone(tx, id, due, &reason)
    })
}

pub fn drop(app: &App, visit: &Visit) -> Answer {
    act(app, visit, Deed::Drop, |tx, id| {
        actions::drop(tx, id, &model::note(&visit.form, "why-drop")?)
    })
}

pub fn reopen(app: &App, visit: &Visit) -> Answer {
    act(app, visit, Deed::Reopen, |tx, id| {
        actions::reopen(tx, id, &model::note(&visit.form, "why-reopen")?)
    })
}
