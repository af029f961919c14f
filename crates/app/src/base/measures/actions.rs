//! The verbs of measures. Each is one step with who and when; the caller has asked who may.

use kit::clock::{Day, Zone};
use kit::db::Tx;
use kit::form;

use super::super::notices;
use super::super::organisation::{self, ControllerId, PersonId};
use super::super::tasks::{self, Task};
use super::super::{Problem, Role, audit};
use super::model::{self, Move, State, StepRow};
use super::{MEASURE, MeasureId, NewMeasure, STEP, store};

/// Tasks of a measure: find it an owner, do it, say whether it worked.
const OWNER: &str = "measures-task-owner";
const DO: &str = "measures-task-do";
const VERIFY: &str = "measures-task-verify";

/// Enters a measure.
pub fn add(tx: &Tx<'_>, new: &NewMeasure) -> Result<MeasureId, Problem> {
    let id = MeasureId::at(tx.at());
    store::insert(tx, id, new, form::clean(&new.text).trim())?;
    let first = StepRow {
        kind: Move::Entered,
        at: tx.at(),
        by: tx.by().to_owned(),
        note: String::new(),
        owner: new.owner,
        due: new.due,
    };
    let step = store::step(tx, id, &first, model::State::Open)?;
    audit::changed(tx, "measure.add", MEASURE, id)?;
    audit::changed(tx, "measure.step", STEP, step)?;
    ask(tx, id)?;
    tell_owner(tx, id, "measures-notice-owner")?;
    Ok(id)
}

/// Somebody becomes its owner.
pub fn take(tx: &Tx<'_>, id: MeasureId, owner: PersonId) -> Result<(), Problem> {
    go(tx, id, Move::Taken, "", |step| step.owner = Some(owner))
}

/// It gets another date, with a reason.
pub fn postpone(tx: &Tx<'_>, id: MeasureId, due: Day, reason: &str) -> Result<(), Problem> {
    go(tx, id, Move::Postponed, reason, |step| step.due = Some(due))
}

/// It is done.
pub fn finish(tx: &Tx<'_>, id: MeasureId, note: &str) -> Result<(), Problem> {
    go(tx, id, Move::Finished, note, |_| {})
}

/// Whether it worked, said by somebody else than who did it. What did not work is open again.
pub fn verify(tx: &Tx<'_>, id: MeasureId, worked: bool, note: &str) -> Result<(), Problem> {
    let kind = if worked { Move::Worked } else { Move::Failed };
    go(tx, id, kind, note, |_| {})
}

/// It will not be done.
pub fn drop(tx: &Tx<'_>, id: MeasureId, reason: &str) -> Result<(), Problem> {
    go(tx, id, Move::Dropped, reason, |_| {})
}

/// It was finished, verified or dropped, and is to be done after all.
pub fn reopen(tx: &Tx<'_>, id: MeasureId, reason: &str) -> Result<(), Problem> {
    go(tx, id, Move::Reopened, reason, |_| {})
}

fn go(
    tx: &Tx<'_>,
    id: MeasureId,
    kind: Move,
    note: &str,
    change: impl FnOnce(&mut StepRow),
) -> Result<(), Problem> {
    let row = store::one(tx, id)?.ok_or(Problem::NotFound)?;
    let next = kind
        .after(row.state)
        .ok_or(Problem::refused("measures-wrong-state"))?;
    if matches!(kind, Move::Worked | Move::Failed) && store::finished_by(tx, id)? == tx.by() {
        return Err(Problem::refused("measures-same-person"));
    }
    let mut step = StepRow {
        kind,
        at: tx.at(),
        by: tx.by().to_owned(),
        note: form::clean(note).trim().to_owned(),
        owner: row.owner,
        due: row.due,
    };
    change(&mut step);
    let step_id = store::step(tx, id, &step, next)?;
    audit::changed(tx, kind.verb(), MEASURE, id)?;
    audit::changed(tx, "measure.step", STEP, step_id)?;
    if kind == Move::Taken {
        tasks::done(tx, DO, &MEASURE.subject(id))?;
    }
    ask(tx, id)?;
    match kind {
        Move::Failed => tell_owner(tx, id, "measures-notice-failed"),
        Move::Reopened => tell_owner(tx, id, "measures-notice-reopened"),
        _ => Ok(()),
    }
}

/// Asks for what the measure now needs, and for nothing else.
fn ask(tx: &Tx<'_>, id: MeasureId) -> Result<(), Problem> {
    let row = store::one(tx, id)?.ok_or(Problem::NotFound)?;
    let subject = MEASURE.subject(id);
    let wanted = match (row.state, row.owner) {
        (State::Open, Some(owner)) => Some((DO, Role::Dpo, Some(owner), row.due)),
        (State::Open, None) => Some((OWNER, Role::Dpo, None, row.due)),
        (State::Finished, _) => Some((VERIFY, verifier(tx, row.controller)?, None, None)),
        (State::Verified | State::Dropped, _) => None,
    };
    for kind in [OWNER, DO, VERIFY] {
        if wanted.is_none_or(|(now, ..)| now != kind) {
            tasks::done(tx, kind, &subject)?;
        }
    }
    let Some((kind, role, person, due)) = wanted else {
        return Ok(());
    };
    let task = Task {
        kind,
        href: format!("/measures/{id}"),
        controller: row.controller,
        role,
        person,
        due,
        subject,
        about: None,
        end: None,
    };
    tasks::open(tx, &task)
}

/// The data protection officer looks at the effect, unless the only one is who has just finished the measure.
fn verifier(tx: &Tx<'_>, controller: ControllerId) -> Result<Role, Problem> {
    // As in notices: a write knows no zone, and a duty that changes hands tonight may count a few hours longer.
    let day = Zone::utc().day_of(tx.at());
    let officers = organisation::holders(tx, Role::Dpo, controller, day)?;
    let other = officers
        .iter()
        .any(|person| format!("person:{person}") != tx.by());
    Ok(if other { Role::Dpo } else { Role::Ciso })
}

fn tell_owner(tx: &Tx<'_>, id: MeasureId, kind: &'static str) -> Result<(), Problem> {
    let row = store::one(tx, id)?.ok_or(Problem::NotFound)?;
    match row.owner {
        // Nobody is told what they have just done.
        Some(owner) if format!("person:{owner}") != tx.by() => {
            notices::tell(tx, owner, kind, &[], &format!("/measures/{id}"))
        }
        _ => Ok(()),
    }
}
