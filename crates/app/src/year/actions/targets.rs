//! Development targets: set for a year, followed, carried over.

use kit::clock::Day;
use kit::db::{Conn, Tx};

use super::super::model::{NewTarget, TargetStep, belongs_to};
use super::super::rights::Keeper;
use super::super::sheet::TargetStatus;
use super::super::store::{self, TargetId};
use crate::base::Problem;
use crate::base::audit;

/// Sets a target. A sheet that is approved no longer changes, so its year takes no new targets.
pub fn set_target(tx: &Tx<'_>, _: Keeper, new: &NewTarget) -> Result<TargetId, Problem> {
    not_frozen(tx, new.year)?;
    let id = store::add_target(tx, new, None)?;
    audit::changed(tx, "year.target.set", store::TARGET, id)?;
    Ok(id)
}

/// Notes what became of a target.
///
/// # Errors
/// Dropped without a reason; the sheet of its year is approved; no such target.
pub fn note_status(
    tx: &Tx<'_>,
    _: Keeper,
    target: TargetId,
    step: TargetStep,
) -> Result<(), Problem> {
    let row = store::target(tx, target)?.ok_or(Problem::NotFound)?;
    not_frozen(tx, row.year)?;
    let step = step.check()?;
    let id = store::add_target_step(tx, target, &step)?;
    audit::changed(tx, "year.target.noted", store::TARGET_STEP, id)
}

/// Sets an unfinished target again for the next year, with a new date; the old one keeps its own status.
///
/// # Errors
/// It is done or dropped; the next year has it already; no such target.
pub fn carry_over(
    tx: &Tx<'_>,
    _: Keeper,
    target: TargetId,
    due: Option<Day>,
    today: Day,
) -> Result<TargetId, Problem> {
    let row = store::target(tx, target)?.ok_or(Problem::NotFound)?;
    let next = store::targets(tx, row.year + 1, row.year + 1, Day::MAX)?;
    if next.iter().any(|known| known.from == Some(target)) {
        return Err(Problem::refused("year-refused-carried"));
    }
    if matches!(row.status, TargetStatus::Done | TargetStatus::Dropped) {
        return Err(Problem::refused("year-refused-target-over"));
    }
    let cutoff = Day::last_of_year(row.year).unwrap_or(today);
    let new = NewTarget {
        year: row.year + 1,
        board: row.board,
        text: row.text,
        owner: row.owner,
        due,
        day: belongs_to(cutoff, today),
    };
    let id = store::add_target(tx, &new, Some(target))?;
    audit::changed(tx, "year.target.carried", store::TARGET, id)?;
    Ok(id)
}

fn not_frozen(tx: &Tx<'_>, year: i32) -> Result<(), Problem> {
    match store::year(tx, year)? {
        Some(row) if row.approval().is_some() => Err(Problem::refused("year-refused-approved")),
        _ => Ok(()),
    }
}

/// The targets of a year as they stood on a day.
pub fn targets_of(conn: &Conn, year: i32, day: Day) -> Result<Vec<store::TargetRow>, Problem> {
    store::targets(conn, year, year, day)
}
