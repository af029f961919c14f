//! Files of people that wait for their confirmation. What is kept is cleaned of identity numbers before, and wiped
//! as soon as it is applied or a day old.

use kit::clock::Moment;
use kit::db::{Conn, Tx};
use kit::params;

use super::super::ImportId;
use crate::base::Problem;

/// A file that was taken in.
#[derive(Clone, Debug)]
pub struct Kept {
    pub by: String,
    pub mapping: String,
    /// The cleaned table as JSON; empty once it is done.
    pub content: Vec<u8>,
    pub done_at: Option<Moment>,
    /// What it did, as JSON.
    pub outcome: Option<String>,
}

pub fn insert(tx: &Tx<'_>, mapping: &str, content: &[u8]) -> Result<ImportId, Problem> {
    let id = ImportId::random();
    tx.run(
        "INSERT INTO organisation_imports (id, by_person, made_at, mapping, content)
         VALUES ($1, $2, $3, $4, $5)",
        params![id, tx.by(), tx.at(), mapping, content],
    )?;
    Ok(id)
}

pub fn kept(conn: &Conn, id: ImportId) -> Result<Option<Kept>, Problem> {
    conn.one(
        "SELECT by_person, mapping, content, done_at, outcome FROM organisation_imports WHERE id = $1",
        params![id],
    )?
    .map(|row| {
        Ok(Kept {
            by: row.get("by_person")?,
            mapping: row.get("mapping")?,
            content: row.get("content")?,
            done_at: row.get("done_at")?,
            outcome: row.get("outcome")?,
        })
    })
    .transpose()
}

pub fn finish(tx: &Tx<'_>, id: ImportId, outcome: &str) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_imports SET content = $2, done_at = $3, outcome = $4 WHERE id = $1",
        params![id, Vec::<u8>::new(), tx.at(), outcome],
    )?;
    Ok(())
}

/// Files that nobody confirmed.
pub fn sweep(tx: &Tx<'_>, before: Moment) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM organisation_imports WHERE done_at IS NULL AND made_at < $1",
        params![before],
    )?;
    Ok(())
}
