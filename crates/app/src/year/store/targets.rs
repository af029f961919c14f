//! Development targets and what became of them.

use kit::clock::Day;
use kit::db::{Conn, Row, Tx};
use kit::id::Id;
use kit::params;
use kit::words::Texts;

use super::json_texts;
use crate::base::Problem;
use crate::base::organisation::ControllerId;
use crate::year::model::{NewTarget, TargetStep};
use crate::year::sheet::TargetStatus;

pub struct TargetKind;
pub struct TargetStepKind;
pub type TargetId = Id<TargetKind>;

#[derive(Clone, Debug)]
pub struct TargetRow {
    pub id: TargetId,
    pub year: i32,
    pub board: ControllerId,
    pub text: Texts,
    pub owner: String,
    pub due: Option<Day>,
    pub from: Option<TargetId>,
    /// As of the day asked for.
    pub status: TargetStatus,
    pub reason: Option<Texts>,
}

/// Targets of the years `from` to `to` as they stood at the end of a day, in the order they were set.
pub fn targets(conn: &Conn, from: i32, to: i32, day: Day) -> Result<Vec<TargetRow>, Problem> {
    let rows = conn.all(
        "SELECT t.id, t.year, t.controller_id, t.text, t.owner, t.due, t.from_target,
                s.status, s.reason
         FROM year_targets t LEFT JOIN year_target_steps s ON s.target_id = t.id AND s.day <= $3
         WHERE t.year BETWEEN $1 AND $2 AND t.day <= $3
         ORDER BY t.year, t.made_at, t.id, s.day, s.place",
        params![from, to, day],
    )?;
    collect(&rows)
}

/// One target as it is now.
pub fn target(conn: &Conn, id: TargetId) -> Result<Option<TargetRow>, Problem> {
    let rows = conn.all(
        "SELECT t.id, t.year, t.controller_id, t.text, t.owner, t.due, t.from_target,
                s.status, s.reason
         FROM year_targets t LEFT JOIN year_target_steps s ON s.target_id = t.id
         WHERE t.id = $1 ORDER BY s.day, s.place",
        params![id],
    )?;
    Ok(collect(&rows)?.into_iter().next())
}

/// One row per step; the last step holds.
fn collect(rows: &[Row]) -> Result<Vec<TargetRow>, Problem> {
    let mut targets: Vec<TargetRow> = Vec::new();
    for row in rows {
        let status = row.get::<Option<String>>("status")?;
        let next = TargetRow {
            id: row.get("id")?,
            year: i32::try_from(row.get::<i64>("year")?).unwrap_or(0),
            board: row.get("controller_id")?,
            text: json_texts(row, "text")?,
            owner: row.get("owner")?,
            due: row.get("due")?,
            from: row.get("from_target")?,
            status: status
                .as_deref()
                .and_then(TargetStatus::parse)
                .unwrap_or(TargetStatus::NotStarted),
            reason: Some(json_texts(row, "reason")?).filter(|reason| !reason.is_empty()),
        };
        match targets.last_mut() {
            Some(last) if last.id == next.id => *last = next,
            _ => targets.push(next),
        }
    }
    Ok(targets)
}

pub fn add_target(
    tx: &Tx<'_>,
    new: &NewTarget,
    from: Option<TargetId>,
) -> Result<TargetId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO year_targets
           (id, year, controller_id, text, owner, due, day, from_target, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            id,
            new.year,
            new.board,
            new.text.to_json(),
            new.owner.as_str(),
            new.due,
            new.day,
            from,
            tx.at(),
            tx.by(),
        ],
    )?;
    Ok(id)
}

pub fn add_target_step(
    tx: &Tx<'_>,
    target: TargetId,
    step: &TargetStep,
) -> Result<Id<TargetStepKind>, Problem> {
    let place: i64 = tx.value(
        "SELECT COALESCE(MAX(place), 0) + 1 FROM year_target_steps WHERE target_id = $1",
        params![target],
    )?;
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO year_target_steps
           (id, target_id, place, status, reason, day, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id,
            target,
            place,
            step.status.code(),
            step.reason.to_json(),
            step.day,
            tx.at(),
            tx.by()
        ],
    )?;
    Ok(id)
}
