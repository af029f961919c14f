//! Codes, as keyed hashes: the database alone opens nothing.

use kit::clock::Moment;
use kit::db::{Conn, Tx};
use kit::params;

use super::super::super::model::Proof;
use super::super::{CODE, CodeId, MessageId};
use crate::base::Problem;
use crate::base::keys::Keys;

/// A code that still holds.
#[derive(Clone, Debug)]
pub struct CodeRow {
    pub id: CodeId,
    pub mark: String,
    pub tries: i64,
}

fn hashed(id: CodeId, code: &str) -> String {
    format!("{id}:{code}")
}

/// Stores a code; an earlier one of the same kind holds no longer.
pub fn insert(
    tx: &Tx<'_>,
    keys: &Keys,
    message: MessageId,
    proof: Proof,
    code: &str,
    until: Moment,
) -> Result<CodeId, Problem> {
    tx.run(
        "UPDATE guard_portal_codes SET ended_at = $3 WHERE message_id = $1 AND proof = $2 AND ended_at IS NULL",
        params![message, proof.code(), tx.at()],
    )?;
    let id = CodeId::random();
    tx.run(
        "INSERT INTO guard_portal_codes (id, message_id, proof, mark, tries, at, until) VALUES ($1, $2, $3, $4, 0, $5, $6)",
        params![id, message, proof.code(), keys.mark(CODE, &hashed(id, code)), tx.at(), until],
    )?;
    Ok(id)
}

/// The code of a kind that holds now.
pub fn holding(
    conn: &Conn,
    message: MessageId,
    proof: Proof,
    now: Moment,
) -> Result<Option<CodeRow>, Problem> {
    let row = conn.one(
        "SELECT id, mark, tries FROM guard_portal_codes
         WHERE message_id = $1 AND proof = $2 AND ended_at IS NULL AND until > $3 ORDER BY at DESC, id",
        params![message, proof.code(), now],
    )?;
    row.map(|row| {
        Ok(CodeRow {
            id: row.get("id")?,
            mark: row.get("mark")?,
            tries: row.get("tries")?,
        })
    })
    .transpose()
}

/// Whether this is the code.
pub fn fits(keys: &Keys, row: &CodeRow, code: &str) -> bool {
    keys.marks(CODE, &hashed(row.id, code)).contains(&row.mark)
}

pub fn tried(tx: &Tx<'_>, id: CodeId) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_portal_codes SET tries = tries + 1 WHERE id = $1",
        params![id],
    )?;
    Ok(())
}

pub fn end(tx: &Tx<'_>, id: CodeId) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_portal_codes SET ended_at = $2 WHERE id = $1",
        params![id, tx.at()],
    )?;
    Ok(())
}

/// How many codes of a kind were made for a message since then, and how many wrong ones were tried.
pub fn since(
    conn: &Conn,
    message: MessageId,
    proof: Proof,
    from: Moment,
) -> Result<(i64, i64), Problem> {
    let row = conn.one(
        "SELECT COUNT(*) AS made, CAST(COALESCE(SUM(tries), 0) AS BIGINT) AS wrong FROM guard_portal_codes
         WHERE message_id = $1 AND proof = $2 AND at >= $3",
        params![message, proof.code(), from],
    )?;
    match row {
        Some(row) => Ok((row.get("made")?, row.get("wrong")?)),
        None => Ok((0, 0)),
    }
}

/// When the newest code of a kind was made for a message.
pub fn made(conn: &Conn, message: MessageId, proof: Proof) -> Result<Option<Moment>, Problem> {
    let row = conn.one(
        "SELECT at FROM guard_portal_codes WHERE message_id = $1 AND proof = $2 ORDER BY at DESC, id",
        params![message, proof.code()],
    )?;
    Ok(row.map(|row| row.get("at")).transpose()?)
}

pub fn sweep(tx: &Tx<'_>, before: Moment) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM guard_portal_codes WHERE until < $1",
        params![before],
    )?;
    Ok(())
}
