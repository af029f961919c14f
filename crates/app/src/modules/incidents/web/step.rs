//! The next step of a case: one page per step, each with its own few questions.

use askama::Template;
use kit::db::Tx;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::actions;
use super::super::model::{
    AssessmentDraft, Band, CONTAINED, Cause, Declined, Discoverer, Kind, Move, NOTICED, Nature,
    NotifyDraft, OCCURRED, Origin, Outcome, PROCESSOR_AWARE, PROCESSOR_TOLD, PeopleDraft, Stage,
    Told, notify_by, written,
};
use super::super::store::CaseRow;
use super::super::{law, telling};
use super::case::visible;
use super::{Options, options, possible};
use crate::base::identity::actor::Editor;
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

/// The steps that an officer takes, by the word in the address, with title and what the button says.
const OFFERED: [(Move, &str, &str); 9] = [
    (Move::Assess, "assess", "incidents-do-assess"),
    (Move::Notify, "notify", "incidents-do-notify"),
    (Move::NotNeeded, "not-needed", "incidents-do-not-needed"),
    (Move::People, "people", "incidents-do-people"),
    (Move::Ask, "ask", "incidents-do-ask"),
    (Move::Respond, "answer", "incidents-do-answer"),
    (Move::Hand, "hand", "incidents-do-hand"),
    (Move::Close, "close", "incidents-do-close"),
    (Move::Reopen, "reopen", "incidents-do-reopen"),
];

/// A step that is possible now.
pub struct Offer {
    pub href: String,
    pub word: &'static str,
    /// The one that the case waits for.
    pub first: bool,
}

/// The possible steps; the first of them is what the case waits for.
pub fn offers(case: &CaseRow) -> Vec<Offer> {
    let now = case.standing.situation(case.answerable());
    let stage = case.standing.stage;
    let possible = OFFERED
        .into_iter()
        .filter(|(to, ..)| stage.next(*to, now).is_ok());
    let mut offers: Vec<Offer> = possible
        .map(|(to, step, word)| Offer {
            href: address(case, to, step),
            word,
            first: Some(to) == awaited(case),
        })
        .collect();
    if case.standing.assessment.is_none() && case.standing.closed.is_none() {
        offers.push(Offer {
            href: format!("/incidents/{}/false-alarm", case.id),
            word: "incidents-do-false-alarm",
            first: false,
        });
    }
    offers.sort_by_key(|offer| !offer.first);
    offers
}

/// Where a step is taken: telling the authority and the people concerned has pages of its own.
fn address(case: &CaseRow, to: Move, step: &str) -> String {
    match to {
        Move::Notify => format!("/incidents/{}/notification", case.id),
        Move::People => format!("/incidents/{}/letters", case.id),
        _ => format!("/incidents/{}/step/{step}", case.id),
    }
}

fn awaited(case: &CaseRow) -> Option<Move> {
    let now = case.standing.situation(case.answerable());
    if case.standing.closed.is_some() {
        None
    } else if case.standing.assessment.is_none() {
        Some(Move::Assess)
    } else if now.breach && now.decided.is_none() {
        Some(Move::Notify)
    } else if now.breach && now.decided == Some(Stage::Notified) && !now.people {
        Some(Move::People)
    } else if now.reporter && !now.answered {
        Some(Move::Respond)
    } else {
        Some(Move::Close)
    }
}

#[derive(Template)]
#[template(path = "modules/incidents/pages/step.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    step: &'static str,
    word: &'static str,
    /// Until when the authority is to be notified.
    by: Option<String>,
    /// Reasons for a delay are owed, also by who takes back that it was a breach.
    owed: bool,
    /// What the authority still waits for, field by field, when that keeps the case open.
    rest: Option<Vec<String>>,
    outcomes: Options,
    kinds: Options,
    natures: Options,
    causes: Options,
    origins: Options,
    discoverers: Options,
    bands: Options,
    told: Options,
}

fn wanted(visit: &Visit) -> Result<(Move, &'static str, &'static str), Problem> {
    let name = visit.param("step");
    OFFERED
        .into_iter()
        .find(|(_, step, _)| *step == name)
        .ok_or(Problem::NotFound)
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    let (to, ..) = wanted(visit)?;
    let case = app.read(|conn| visible(conn, visit))?;
    let fields = starting(app, visit, &case, to);
    draw(app, visit, &FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let (to, step, word) = wanted(visit)?;
    let (case, rest) = app.read(|conn| {
        let case = visible(conn, visit)?;
        let rest = match to {
            Move::Close => telling::rest(conn, case.id)?,
            _ => None,
        };
        Ok::<_, Problem>((case, rest))
    })?;
    visit.actor.editor_of(case.controller)?;
    let now = case.standing.situation(case.answerable());
    // What the authority still waits for is shown on the page, before anything else that keeps the case open.
    if rest.is_none() {
        let next = case.standing.stage.next(to, now);
        next.map_err(Problem::refused)?;
    }
    let w = &visit.tongue;
    let by = case.standing.aware().and_then(notify_by);
    let page = Form {
        w,
        form,
        step,
        word,
        by: by.map(|by| w.moment(by)),
        owed: case.standing.reasons_missing(visit.now),
        rest: rest.map(|open| open.into_iter().map(|word| w.t(word)).collect()),
        outcomes: options!(w, Outcome),
        kinds: options!(w, Kind),
        natures: options!(w, Nature),
        causes: options!(w, Cause),
        origins: options!(w, Origin),
        discoverers: options!(w, Discoverer),
        bands: options!(w, Band),
        told: options!(w, Told),
        case: &case,
    };
    Page::new(w.t(word), &page)
}

/// What the form begins with: the last assessment, or what the report says.
fn starting(app: &App, visit: &Visit, case: &CaseRow, to: Move) -> Fields {
    let mut fields = Fields::default();
    match to {
        Move::Assess => assessed(app, case, &mut fields),
        Move::Notify => form::put_moment(&mut fields, "notified_at", visit.now, &app.zone),
        Move::People => form::put_moment(&mut fields, "told_at", visit.now, &app.zone),
        _ => {}
    }
    fields
}

fn assessed(app: &App, case: &CaseRow, fields: &mut Fields) {
    case.occurred().fill(fields, OCCURRED, &app.zone);
    case.noticed().fill(fields, NOTICED, &app.zone);
    let Some(judged) = &case.standing.assessment else {
        return;
    };
    for (when, names) in [
        (judged.contained, CONTAINED),
        (judged.processor_aware, PROCESSOR_AWARE),
        (judged.processor_told, PROCESSOR_TOLD),
    ] {
        when.fill(fields, names, &app.zone);
    }
    fields.set("outcome", judged.outcome.code());
    judged
        .kinds
        .iter()
        .for_each(|kind| fields.add("kinds", kind.code()));
    judged
        .natures
        .iter()
        .for_each(|nature| fields.add("natures", nature.code()));
    fields.set("cause", judged.cause.code());
    fields.set("origin", judged.origin.code());
    fields.set("discoverer", judged.discoverer.code());
    fields.set("people", judged.people.code());
    if judged.supplier {
        fields.set("supplier", "1");
    }
    if let Some(aware) = judged.aware {
        form::put_moment(fields, "aware", aware, &app.zone);
    }
    fields.set("facts", &case.facts);
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let (to, ..) = wanted(visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            take(app, tx, visit, &case, to)?;
            Ok(format!("/incidents/{}", case.id))
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

fn take(app: &App, tx: &Tx<'_>, visit: &Visit, case: &CaseRow, to: Move) -> Result<(), Problem> {
    let editor = visit.actor.editor_of(case.controller)?;
    let (fields, zone, id) = (&visit.form, &app.zone, case.id);
    let mut faults = Faults::new();
    let possible = possible(app, tx, tx.at())?;
    match to {
        Move::Assess => assess(app, tx, visit, case, editor),
        Move::Notify => {
            let draft = NotifyDraft::typed(fields, &mut faults, zone);
            let aware = case.standing.aware().unwrap_or(case.reported);
            actions::notify(
                tx,
                editor,
                id,
                &draft.check(faults, (aware, possible), zone)?,
            )
        }
        Move::NotNeeded => actions::decline(tx, editor, id, &Declined::typed(fields)?),
        Move::People => {
            let draft = PeopleDraft::typed(fields, &mut faults, zone);
            actions::people(tx, editor, id, &draft.check(faults, possible, zone)?)
        }
        Move::Ask => actions::ask(
            tx,
            editor,
            id,
            &written(fields, "question", "incidents-fault-question")?,
        ),
        Move::Respond => actions::answer(
            tx,
            editor,
            id,
            &written(fields, "answer", "incidents-fault-answer")?,
        ),
        Move::Hand => actions::hand_over(
            tx,
            editor,
            id,
            &written(fields, "reason", "incidents-fault-reason")?,
        ),
        Move::Close => actions::close(tx, editor, id),
        Move::Reopen => actions::reopen(
            tx,
            editor,
            id,
            &written(fields, "reason", "incidents-fault-reason")?,
        ),
        Move::More | Move::Merge => Err(Problem::NotFound),
    }
}

/// An assessment, after the reasons for a delay that a breach which is taken back still owes.
fn assess(
    app: &App,
    tx: &Tx<'_>,
    visit: &Visit,
    case: &CaseRow,
    editor: Editor,
) -> Result<(), Problem> {
    let (fields, zone) = (&visit.form, &app.zone);
    let mut faults = Faults::new();
    let mut draft = AssessmentDraft::typed(fields, &mut faults, zone);
    if case.supplier.is_some() {
        (draft.processor_aware, draft.processor_told) = case.processor().unwrap_or_default();
    }
    let times = (case.reported_by(zone), possible(app, tx, tx.at())?);
    let checked = draft.check(faults, times, zone)?;
    if !checked.0.breach() && case.standing.reasons_missing(tx.at()) {
        let reasons = written(fields, "late_reason", "incidents-fault-owed")?;
        law::explain(tx, editor, case.id, &reasons)?;
    }
    actions::assess(tx, editor, case.id, &checked, zone)
}
