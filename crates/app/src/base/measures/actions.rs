//! The verbs of measures. Each is one step with who and when; the caller has asked who may.

use kit::clock::Day;
use kit::db::Tx;
use kit::form;

use super::super::organisation::PersonId;
use super::super::{Problem, audit};
use super::model::{self, Move, StepRow};
use super::{MEASURE, MeasureId, NewMeasure, STEP, store};

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
    audit::changed(tx, "measure.step", STEP, step_id)
}
