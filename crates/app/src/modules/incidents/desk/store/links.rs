//! Ties between cases.

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx};
use kit::params;

use super::super::super::CaseId;
use super::super::super::store::{Listed, Sight, likely, listed};
use super::super::LinkId;
use super::super::model::links::Tie;
use crate::base::Problem;

/// A tie between two cases that holds.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkRow {
    pub id: LinkId,
    pub case: CaseId,
    pub other: CaseId,
    pub tie: Tie,
    pub reason: String,
}

const LINK: &str = "SELECT id, case_id, other_id, kind, reason FROM incidents_links";

fn link(row: &Row) -> Result<LinkRow, Problem> {
    Ok(LinkRow {
        id: row.get("id")?,
        case: row.get("case_id")?,
        other: row.get("other_id")?,
        tie: Tie::parse(&row.get::<String>("kind")?).unwrap_or(Tie::Cause),
        reason: row.get("reason")?,
    })
}

pub fn insert(
    tx: &Tx<'_>,
    (case, other): (CaseId, CaseId),
    tie: Tie,
    reason: &str,
) -> Result<LinkId, Problem> {
    let id = LinkId::random();
    tx.run(
        "INSERT INTO incidents_links (id, case_id, other_id, kind, reason, at, by_mark)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![id, case, other, tie.code(), reason, tx.at(), tx.by()],
    )?;
    Ok(id)
}

pub fn end(tx: &Tx<'_>, id: LinkId) -> Result<(), Problem> {
    tx.run(
        "UPDATE incidents_links SET ended_at = $2, ended_by = $3 WHERE id = $1",
        params![id, tx.at(), tx.by()],
    )?;
    Ok(())
}

/// The ties of a case in both directions, oldest first.
pub fn of(conn: &Conn, case: CaseId) -> Result<Vec<LinkRow>, Problem> {
    let sql = format!(
        "{LINK} WHERE (case_id = $1 OR other_id = $1) AND ended_at IS NULL ORDER BY at, id"
    );
    conn.all(&sql, params![case])?.iter().map(link).collect()
}

/// The cases that belong to another in one way.
pub fn to(conn: &Conn, other: CaseId, tie: Tie) -> Result<Vec<LinkRow>, Problem> {
    let sql =
        format!("{LINK} WHERE other_id = $1 AND kind = $2 AND ended_at IS NULL ORDER BY at, id");
    conn.all(&sql, params![other, tie.code()])?
        .iter()
        .map(link)
        .collect()
}

/// The case with this number, if the actor may see it.
pub fn by_number(conn: &Conn, sight: &Sight, number: &str) -> Result<Option<Listed>, Problem> {
    let row = conn.one(
        "SELECT id FROM incidents_cases WHERE number = $1",
        params![number],
    )?;
    match row {
        Some(row) => listed(conn, sight, row.get("id")?),
        None => Ok(None),
    }
}

/// Cases that an officer may mean: of the same unit or about the same, the newest first.
pub fn like(conn: &Conn, sight: &Sight, id: CaseId, since: Moment) -> Result<Vec<Listed>, Problem> {
    likely(conn, sight, id, since)
}
