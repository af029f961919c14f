//! SQL of the register of measures.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Row, Tx};
use kit::params;

use super::super::Problem;
use super::super::organisation::{ControllerId, PersonId};
use super::super::subject::Subject;
use super::model::{Move, State, StepRow, is_late};
use super::{MeasureId, NewMeasure, StepId};

/// A measure as it stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureRow {
    pub id: MeasureId,
    pub controller: ControllerId,
    pub origin: Subject,
    pub text: String,
    pub entered_at: Moment,
    pub state: State,
    pub owner: Option<PersonId>,
    pub due: Option<Day>,
}

impl MeasureRow {
    /// Open, and its date has passed.
    pub fn is_late(&self, today: Day) -> bool {
        is_late(self.state, self.due, today)
    }
}

pub(super) const MEASURE: &str =
    "SELECT id, controller_id, origin_kind, origin_id, text, entered_at, state, owner_id, due_day
     FROM measures_kept";

pub(super) fn measure(row: &Row) -> Result<MeasureRow, Problem> {
    Ok(MeasureRow {
        id: row.get("id")?,
        controller: row.get("controller_id")?,
        origin: Subject {
            kind: row.get("origin_kind")?,
            id: row.get("origin_id")?,
        },
        text: row.get("text")?,
        entered_at: row.get("entered_at")?,
        state: State::parse(&row.get::<String>("state")?).unwrap_or(State::Open),
        owner: row.get("owner_id")?,
        due: row.get("due_day")?,
    })
}

/// Measures that stem from a thing, in the order they were entered.
pub fn of(conn: &Conn, origin: &Subject) -> Result<Vec<MeasureRow>, Problem> {
    let sql =
        format!("{MEASURE} WHERE origin_kind = $1 AND origin_id = $2 ORDER BY entered_at, id");
    conn.all(&sql, params![&origin.kind, &origin.id])?
        .iter()
        .map(measure)
        .collect()
}

/// One measure; the caller has asked who may see it.
pub fn one(conn: &Conn, id: MeasureId) -> Result<Option<MeasureRow>, Problem> {
    let sql = format!("{MEASURE} WHERE id = $1");
    conn.one(&sql, params![id])?
        .as_ref()
        .map(measure)
        .transpose()
}

pub fn insert(tx: &Tx<'_>, id: MeasureId, new: &NewMeasure, text: &str) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO measures_kept (id, controller_id, origin_kind, origin_id, text, folded, entered_at, entered_by, state, owner_id, due_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            id,
            new.controller,
            &new.origin.kind,
            &new.origin.id,
            text,
            text.to_lowercase(),
            tx.at(),
            tx.by(),
            State::Open.code(),
            new.owner,
            new.due
        ],
    )?;
    Ok(())
}

/// Adds a step and brings the row up to it.
pub fn step(tx: &Tx<'_>, id: MeasureId, step: &StepRow, state: State) -> Result<StepId, Problem> {
    let place: i64 = tx.value(
        "SELECT COUNT(*) FROM measures_steps WHERE measure_id = $1",
        params![id],
    )?;
    let step_id = StepId::at(tx.at());
    tx.run(
        "INSERT INTO measures_steps (id, measure_id, place, kind, at, by_mark, note, owner_id, due_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            step_id,
            id,
            place,
            step.kind.code(),
            step.at,
            &step.by,
            &step.note,
            step.owner,
            step.due
        ],
    )?;
    tx.run(
        "UPDATE measures_kept SET state = $2, owner_id = $3, due_day = $4 WHERE id = $1",
        params![id, state.code(), step.owner, step.due],
    )?;
    Ok(step_id)
}

fn step_row(row: &Row) -> Result<StepRow, Problem> {
    Ok(StepRow {
        kind: Move::parse(&row.get::<String>("kind")?).unwrap_or(Move::Entered),
        at: row.get("at")?,
        by: row.get("by_mark")?,
        note: row.get("note")?,
        owner: row.get("owner_id")?,
        due: row.get("due_day")?,
    })
}

/// All that happened to one measure, in order.
pub fn steps(conn: &Conn, id: MeasureId) -> Result<Vec<StepRow>, Problem> {
    conn.all(
        "SELECT kind, at, by_mark, note, owner_id, due_day FROM measures_steps
         WHERE measure_id = $1 ORDER BY place",
        params![id],
    )?
    .iter()
    .map(step_row)
    .collect()
}

/// The mark of who finished it last; empty when nobody did.
pub fn finished_by(conn: &Conn, id: MeasureId) -> Result<String, Problem> {
    let row = conn.one(
        "SELECT by_mark FROM measures_steps WHERE measure_id = $1 AND kind = 'finished'
         ORDER BY place DESC LIMIT 1",
        params![id],
    )?;
    Ok(row
        .map(|row| row.get("by_mark"))
        .transpose()?
        .unwrap_or_default())
}
