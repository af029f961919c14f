//! SQL of mailboxes and of the second pair of eyes.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Row, Tx};
use kit::params;

use super::{EyesId, MailboxId};
use crate::base::Problem;
use crate::base::organisation::{ControllerId, PersonId};

#[derive(Clone, Debug)]
pub struct MailboxRow {
    pub id: MailboxId,
    pub address: String,
    pub kind: String,
    pub owner: Option<PersonId>,
    pub reason: String,
}

/// Those in force, by address.
pub fn mailboxes(conn: &Conn) -> Result<Vec<MailboxRow>, Problem> {
    conn.all(
        "SELECT id, address, kind, owner_id, reason FROM guard_mailboxes WHERE ended_at IS NULL
         ORDER BY address, kind",
        &[],
    )?
    .iter()
    .map(|row| {
        Ok(MailboxRow {
            id: row.get("id")?,
            address: row.get("address")?,
            kind: row.get("kind")?,
            owner: row.get("owner_id")?,
            reason: row.get("reason")?,
        })
    })
    .collect()
}

/// Whether a second reader never opens what comes from an address.
pub fn is_exempt(conn: &Conn, address: &str) -> Result<bool, Problem> {
    Ok(conn
        .one(
            "SELECT 1 AS one FROM guard_mailboxes WHERE address = $1 AND kind = 'exempt' AND ended_at IS NULL",
            params![address.to_lowercase()],
        )?
        .is_some())
}

/// False when the address is noted for this already.
pub fn add_mailbox(
    tx: &Tx<'_>,
    id: MailboxId,
    (address, kind): (&str, &str),
    owner: Option<PersonId>,
    reason: &str,
) -> Result<bool, Problem> {
    let known = tx.one(
        "SELECT 1 AS one FROM guard_mailboxes WHERE address = $1 AND kind = $2 AND ended_at IS NULL",
        params![address, kind],
    )?;
    if known.is_some() {
        return Ok(false);
    }
    tx.run(
        "INSERT INTO guard_mailboxes (id, address, kind, owner_id, reason, at, by_mark)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![id, address, kind, owner, reason, tx.at(), tx.by()],
    )?;
    Ok(true)
}

/// Whether there was one in force.
pub fn end_mailbox(tx: &Tx<'_>, id: MailboxId) -> Result<bool, Problem> {
    let changed = tx.run(
        "UPDATE guard_mailboxes SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
        params![id, tx.at()],
    )?;
    Ok(changed > 0)
}

/// The second pair of eyes of a board.
#[derive(Clone, Debug)]
pub struct EyesRow {
    pub id: EyesId,
    pub controller: ControllerId,
    pub reader: PersonId,
    pub rule: String,
    pub consulted: Day,
    pub note: String,
    pub at: Moment,
}

fn eyes(row: &Row) -> Result<EyesRow, Problem> {
    Ok(EyesRow {
        id: row.get("id")?,
        controller: row.get("controller_id")?,
        reader: row.get("reader_id")?,
        rule: row.get("rule")?,
        consulted: row.get("consulted")?,
        note: row.get("note")?,
        at: row.get("at")?,
    })
}

const EYES: &str = "SELECT id, controller_id, reader_id, rule, consulted, note, at FROM guard_eyes";

/// Those that are on.
pub fn eyes_on(conn: &Conn) -> Result<Vec<EyesRow>, Problem> {
    let sql = format!("{EYES} WHERE ended_at IS NULL ORDER BY at, id");
    conn.all(&sql, &[])?.iter().map(eyes).collect()
}

pub fn add_eyes(tx: &Tx<'_>, row: &EyesRow) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO guard_eyes (id, controller_id, reader_id, rule, consulted, note, at, by_mark)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            row.id,
            row.controller,
            row.reader,
            row.rule.as_str(),
            row.consulted,
            row.note.as_str(),
            tx.at(),
            tx.by()
        ],
    )?;
    Ok(())
}

pub fn end_eyes(tx: &Tx<'_>, id: EyesId) -> Result<bool, Problem> {
    let changed = tx.run(
        "UPDATE guard_eyes SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
        params![id, tx.at()],
    )?;
    Ok(changed > 0)
}
