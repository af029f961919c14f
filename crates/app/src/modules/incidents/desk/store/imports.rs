//! Files of history that wait, and the cases that come of them.

use std::collections::HashSet;

use kit::clock::Moment;
use kit::db::{Conn, Tx};
use kit::params;

use super::super::super::model::Step;
use super::super::super::{CaseId, StepId};
use super::super::model::intake::Incoming;
use super::super::{Import, ImportId};
use crate::base::organisation::{ControllerId, UnitId, UnitSpan};
use crate::base::{Problem, keys};
use kit::id::Id;

/// A file that was read and waits for its confirmation.
#[derive(Clone, Debug)]
pub struct Kept {
    pub by: String,
    pub controller: ControllerId,
    pub unit: UnitId,
    /// The records as JSON; empty once it is done.
    pub content: Vec<u8>,
    /// What it did, as JSON.
    pub outcome: Option<String>,
}

pub fn keep(
    tx: &Tx<'_>,
    (controller, unit): (ControllerId, UnitId),
    content: &[u8],
) -> Result<ImportId, Problem> {
    let id: Id<Import> = ImportId::random();
    tx.run(
        "INSERT INTO incidents_imports (id, controller_id, unit_id, by_mark, at, content)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, controller, unit, tx.by(), tx.at(), content],
    )?;
    Ok(id)
}

pub fn kept(conn: &Conn, id: ImportId) -> Result<Option<Kept>, Problem> {
    conn.one(
        "SELECT by_mark, controller_id, unit_id, content, outcome FROM incidents_imports WHERE id = $1",
        params![id],
    )?
    .map(|row| {
        Ok(Kept {
            by: row.get("by_mark")?,
            controller: row.get("controller_id")?,
            unit: row.get("unit_id")?,
            content: row.get("content")?,
            outcome: row.get("outcome")?,
        })
    })
    .transpose()
}

pub fn finish(tx: &Tx<'_>, id: ImportId, outcome: &str) -> Result<(), Problem> {
    tx.run(
        "UPDATE incidents_imports SET content = $2, done_at = $3, outcome = $4 WHERE id = $1",
        params![id, Vec::<u8>::new(), tx.at(), outcome],
    )?;
    Ok(())
}

/// Files that nobody confirmed.
pub fn sweep(tx: &Tx<'_>, before: Moment) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM incidents_imports WHERE done_at IS NULL AND at < $1",
        params![before],
    )?;
    Ok(())
}

/// The names of a source that are in the register.
pub fn known(conn: &Conn, source: &str) -> Result<HashSet<String>, Problem> {
    conn.all(
        "SELECT external_id FROM incidents_cases WHERE source = $1",
        params![source],
    )?
    .iter()
    .map(|row| Ok(row.get("external_id")?))
    .collect()
}

/// The next free number of a year.
pub fn next_number(conn: &Conn, year: i32) -> Result<i64, Problem> {
    let from = i64::from(year) * 1_000_000;
    Ok(conn.value(
        "SELECT COALESCE(MAX(nr), CAST($1 AS BIGINT)) + 1 FROM incidents_cases WHERE nr > $1 AND nr < $2",
        params![from, from + 1_000_000],
    )?)
}

/// Stores a case of history, closed and not assessed, with its one step. Both carry a salt for the book.
pub fn insert(
    tx: &Tx<'_>,
    unit: &UnitSpan,
    record: &Incoming,
    (nr, number): (i64, &str),
    at: Moment,
) -> Result<(CaseId, StepId), Problem> {
    let (case, step) = (CaseId::random(), StepId::random());
    let imported = &record.imported;
    let occurred = imported.occurred.parts().and_then(|(from, _)| from.input());
    let salt = keys::salt();
    tx.run(
        "INSERT INTO incidents_cases (id, number, nr, controller_id, unit_id, unit_name, about, story, facts, stage,
           occurred_day, reported_at, known_at, late, closed_at, answerable, made, source, external_id, salt)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', 'closed', $9, $10, $10, 0, $11, 0, 'import', $12, $13, $14)",
        params![
            case,
            number,
            nr,
            unit.controller,
            unit.unit,
            unit.name.to_json(),
            record.about.code(),
            &record.story,
            occurred,
            at,
            tx.at(),
            &imported.source,
            &imported.external,
            salt.as_slice()
        ],
    )?;
    let data = serde_json::to_string(&Step::Import(Box::new(imported.clone())))
        .map_err(|error| Problem::Outside(error.to_string()))?;
    let salt = keys::salt();
    tx.run(
        "INSERT INTO incidents_steps (id, case_id, seq, kind, at, by_mark, data, words, salt)
         VALUES ($1, $2, 1, 'import', $3, $4, $5, '', $6)",
        params![step, case, tx.at(), tx.by(), data, salt.as_slice()],
    )?;
    Ok((case, step))
}
