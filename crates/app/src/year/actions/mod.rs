//! The verbs of a year: open, close, approve, publish, correct.

mod entries;
mod targets;
mod texts;

use kit::clock::Day;
use kit::db::{Conn, Tx};
use kit::form::Faults;

pub use entries::{apply_import, checked_file, enter, keep_import, refusals};
pub use targets::{carry_over, note_status, set_target, targets_of};
pub use texts::{
    comment, forget, plan, remove_paragraph, set_stage, shift_paragraph, write_paragraph,
};

use super::gather;
use super::model::agree::{self, How};
use super::model::grid::Grid;
use super::model::{self, Kind, NewErratum, Step};
use super::rights::{Keeper, Recorder};
use super::sheet::{Approval, Sheet};
use super::store::{self, YearRow};
use crate::base::audit;
use crate::base::{App, Problem};

/// The earliest year that can be opened; no sheet is older.
pub const EARLIEST: i32 = 2000;

/// Opens a year, as counted by the program or as history that people enter. Opening it again changes nothing;
/// as long as nothing is frozen its kind may be changed.
///
/// # Errors
/// A year in the future; a history year that is not before every counted one.
pub fn open(tx: &Tx<'_>, _: Keeper, year: i32, kind: Kind, today: Day) -> Result<(), Problem> {
    if !(EARLIEST..=today.year()).contains(&year) {
        return Err(Problem::refused("year-refused-future"));
    }
    let years = store::years(tx)?;
    let others = years.iter().filter(|row| row.year != year);
    let mixed = others
        .filter(|row| row.kind != kind)
        .any(|row| (kind == Kind::History) != (year < row.year));
    if mixed {
        return Err(Problem::refused("year-refused-history"));
    }
    match years.iter().find(|row| row.year == year) {
        None => add(tx, year, kind),
        Some(row) if row.kind == kind => Ok(()),
        Some(row) if row.closed().is_some() => Err(Problem::refused("year-refused-frozen")),
        Some(_) => {
            store::set_kind(tx, year, kind)?;
            audit::changed_named(tx, "year.kind", store::YEAR, &year.to_string())
        }
    }
}

/// The current year is open by itself.
pub fn ensure(tx: &Tx<'_>, year: i32, today: Day) -> Result<YearRow, Problem> {
    if let Some(row) = store::year(tx, year)? {
        return Ok(row);
    }
    if year != today.year() {
        return Err(Problem::NotFound);
    }
    add(tx, year, Kind::Counted)?;
    audited_year(tx, year)
}

fn add(tx: &Tx<'_>, year: i32, kind: Kind) -> Result<(), Problem> {
    store::add_year(tx, year, kind)?;
    audit::changed_named(tx, "year.open", store::YEAR, &year.to_string())?;
    step(tx, year, &Step::Opened, "year.opened")
}

fn step(tx: &Tx<'_>, year: i32, step: &Step, verb: &str) -> Result<(), Problem> {
    let id = store::add_step(tx, year, step)?;
    audit::changed(tx, verb, store::STEP, id)
}

fn audited_year(conn: &Conn, year: i32) -> Result<YearRow, Problem> {
    store::year(conn, year)?.ok_or(Problem::NotFound)
}

/// Freezes the year as it stands at the end of its cut-off day, definitions and earlier years with it; gives
/// the number of the snapshot. Everything is read in the transaction that stores it.
///
/// # Errors
/// A year that has not ended, one that is approved, a cut-off that is not its last day.
pub fn close(app: &App, tx: &Tx<'_>, _: Keeper, year: i32, cutoff: Day) -> Result<i64, Problem> {
    let today = app.zone.day_of(tx.at());
    let row = store::year(tx, year)?.ok_or_else(|| unknown(year, today))?;
    model::may_close(year, cutoff, today, row.approval().is_some()).map_err(Problem::refused)?;
    let mut sheet = gather::live(app, tx, &row, None)?;
    sheet.number = row.closed().unwrap_or(0) + 1;
    sheet.taken_at = tx.at();
    sheet.cutoff = cutoff;
    sheet.head = audit::head(tx)?.hash;
    freeze(tx, &sheet)?;
    let closed = Step::Closed {
        number: sheet.number,
    };
    step(tx, year, &closed, "year.closed")?;
    Ok(sheet.number)
}

fn unknown(year: i32, today: Day) -> Problem {
    if year >= today.year() {
        Problem::refused("year-refused-not-ended")
    } else {
        Problem::NotFound
    }
}

fn freeze(tx: &Tx<'_>, sheet: &Sheet) -> Result<(), Problem> {
    let id = store::add_snapshot(tx, sheet)?;
    audit::changed(tx, "year.freeze", store::SNAPSHOT, id)?;
    for (place, figure) in sheet.figures().enumerate() {
        let figure = store::add_figure(tx, id, place, figure, &sheet.boards)?;
        audit::changed(tx, "year.freeze", store::FIGURE, figure)?;
    }
    Ok(())
}

/// Records the approval of the newest snapshot, which then never changes.
///
/// # Errors
/// Nothing is closed, the year is approved already, or the day of approval is not between cut-off and today.
pub fn approve(
    app: &App,
    tx: &Tx<'_>,
    _: Recorder,
    year: i32,
    approval: Approval,
) -> Result<i64, Problem> {
    let row = store::year(tx, year)?.ok_or(Problem::NotFound)?;
    if row.approval().is_some() {
        return Err(Problem::refused("year-refused-approved-twice"));
    }
    let Some(number) = row.closed() else {
        return Err(Problem::refused("year-refused-not-closed"));
    };
    let cutoff = Day::last_of_year(year).unwrap_or(Day::MAX);
    if approval.day <= cutoff || approval.day > app.zone.day_of(tx.at()) {
        return Err(Problem::refused("year-refused-approval-day"));
    }
    step(
        tx,
        year,
        &Step::Approved { number, approval },
        "year.approved",
    )?;
    Ok(number)
}

/// Records that the approved snapshot was published; gives its number. Publishing again, after a correction,
/// is one more step.
///
/// # Errors
/// Nothing is approved.
pub fn published(tx: &Tx<'_>, _: Keeper, year: i32) -> Result<i64, Problem> {
    let row = store::year(tx, year)?.ok_or(Problem::NotFound)?;
    let Some((number, _)) = row.approval() else {
        return Err(Problem::refused("year-refused-not-approved"));
    };
    step(tx, year, &Step::Published { number }, "year.published")?;
    Ok(number)
}

/// Records a correction of an approved sheet: old and new stand beside each other, the snapshot stays.
///
/// # Errors
/// Nothing is approved; no such figure or board in the sheet; the value is the same; a day in the future; a part
/// would be larger than what it is a part of.
pub fn erratum(
    app: &App,
    tx: &Tx<'_>,
    _: Recorder,
    year: i32,
    new: &NewErratum,
) -> Result<(), Problem> {
    let row = store::year(tx, year)?.ok_or(Problem::NotFound)?;
    let Some((number, approval)) = row.approval() else {
        return Err(Problem::refused("year-refused-not-approved"));
    };
    if new.day < approval.day || new.day > app.zone.day_of(tx.at()) {
        return Err(Problem::refused("year-refused-erratum-day"));
    }
    let sheet = gather::frozen(tx, &row, number, None)?;
    let frozen = sheet
        .figure(&new.figure)
        .and_then(|figure| figure.cell(new.board, year))
        .ok_or(Problem::NotFound)?;
    let earlier = sheet.errata.iter().rev();
    let mut same = earlier.filter(|one| one.key == new.figure && one.board == new.board);
    let old = same.next().map_or(frozen.value, |one| one.new);
    if old == new.new {
        return Err(Problem::refused("year-refused-same-value"));
    }
    fits(&sheet, new)?;
    let id = store::add_erratum(tx, year, number, new, old)?;
    audit::changed(tx, "year.erratum", store::ERRATUM, id)
}

/// A corrected part is at most what it is a part of: here the order of two corrections can always be chosen. Sums
/// take several corrections, one after the other, so they are looked at before publication ([`agree::torn`]).
fn fits(sheet: &Sheet, new: &NewErratum) -> Result<(), Problem> {
    let boards: Vec<_> = sheet.boards.iter().map(|board| board.id).collect();
    let mut grid = Grid::corrected(sheet);
    let before = agree::contradictions(&grid, &boards);
    grid.correct(&new.figure, new.board, new.new, None);
    let after = agree::contradictions(&grid, &boards).into_iter();
    let mut faults = Faults::new();
    for one in after.filter(|one| one.how == How::Above && !before.contains(one)) {
        let total = one.with.first().copied().unwrap_or_default();
        let why = agree::larger("value", one.key, total);
        faults.add_with(why.field, why.message, why.args);
    }
    Ok(faults.into_result(())?)
}
