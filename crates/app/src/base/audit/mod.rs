//! The book: who did what to which thing, when, chained by SHA-256.
//!
//! [`changed`] is called by every verb after its rows are stored, in the same transaction. An entry commits
//! to the row as it now is; the commitment is salted with 128 random bits that are kept in the row, so that
//! short content cannot be guessed from the book, and erasing the row erases the salt.

mod chain;
mod heads;
mod store;
mod verify;
mod web;

use std::collections::HashMap;

use kit::db::{Migration, Row, Tx, Value};
use kit::id::Id;
use kit::params;
use kit::words::Lang;

pub use chain::{Entry, GENESIS, canonical, commitment};
pub use heads::{is_ours, line as head_line, parse as parse_head, write_heads};
pub use store::{WrittenHead, head};
pub use verify::{Fault, FaultKind, Verdict, extent, verify, verify_on, verify_telling};

use super::Problem;
use super::keys;
use super::room::{self, Room};
use super::subject::Subject;

pub const PART: Room = Room {
    name: "audit",
    migrations: &[
        Migration {
            number: 3,
            name: "audit",
            sql: include_str!("../../../../../migrations/0003_audit.sql"),
        },
        Migration {
            number: 14,
            name: "audit",
            sql: include_str!("../../../../../migrations/0014_audit.sql"),
        },
    ],
    routes: web::ROUTES,
    menu: &[web::MENU],
    jobs: &[(heads::MAIL, heads::mail)],
    daily: &[write_heads],
    kept: &[],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[
        (Lang::En, include_str!("words/en.ftl")),
        (Lang::Fi, include_str!("words/fi.ftl")),
        (Lang::Sv, include_str!("words/sv.ftl")),
        (Lang::Da, include_str!("words/da.ftl")),
        (Lang::Nb, include_str!("words/nb.ftl")),
    ],
    forget: room::nothing_to_forget,
};

/// Where the book ends: the last entry's number (0 while it is empty) and hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub seq: i64,
    pub hash: String,
}

/// A table whose rows the book commits to. It has the columns `id` (text) and `salt` (bytes).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    pub kind: &'static str,
    pub table: &'static str,
}

impl Kept {
    /// One row of the table, as the book names it.
    pub fn subject<K>(self, id: Id<K>) -> Subject {
        Subject::new(self.kind, id)
    }
}

/// Rule 1 of erasure: a person asked to be forgotten, or the time for keeping their data has passed.
pub const FORGOTTEN: u16 = 1;

/// Writes down that a row was made or changed: gives it a fresh salt and commits to what it now holds.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such row.
pub fn changed<K>(tx: &Tx<'_>, verb: &str, kept: Kept, id: Id<K>) -> Result<(), Problem> {
    changed_named(tx, verb, kept, &id.to_string())
}

/// The same for a table whose id is a word.
pub fn changed_named(tx: &Tx<'_>, verb: &str, kept: Kept, id: &str) -> Result<(), Problem> {
    let salt = keys::salt();
    let sql = format!(
        "UPDATE {} SET salt = $2 WHERE id = $1 RETURNING *",
        kept.table
    );
    let row = tx
        .one(&sql, params![id, salt.as_slice()])?
        .ok_or(Problem::NotFound)?;
    let subject = Subject::named(kept.kind, id);
    append(tx, verb, &subject, Some(salted(&row)?))
}

/// [`changed`] for many rows at once, in this order. Whoever wrote them gave each a fresh salt
/// ([`keys::salt`]) in the same transaction; a file of 14,000 people takes some hundred statements.
///
/// # Errors
/// [`Problem::NotFound`] when a row is missing or has no salt.
pub fn changed_many(tx: &Tx<'_>, verb: &str, kept: Kept, ids: &[String]) -> Result<(), Problem> {
    for part in ids.chunks(MANY) {
        let sql = format!(
            "SELECT * FROM {} WHERE id IN ({})",
            kept.table,
            places(1, part.len())
        );
        let values: Vec<Value> = part.iter().map(Value::from).collect();
        let mut commitments: HashMap<String, String> = HashMap::new();
        for row in tx.all(&sql, &values)? {
            commitments.insert(row.get("id")?, salted(&row)?);
        }
        let mut entries = Vec::with_capacity(part.len());
        for id in part {
            let commitment = commitments.remove(id).ok_or(Problem::NotFound)?;
            entries.push((Subject::named(kept.kind, id), Some(commitment)));
        }
        append_many(tx, verb, entries)?;
    }
    Ok(())
}

/// [`changed_many`] for whoever has the rows whole, as they were stored (`RETURNING *`).
///
/// # Errors
/// [`Problem::NotFound`] when a row has no salt.
pub fn changed_rows(tx: &Tx<'_>, verb: &str, kept: Kept, rows: &[Row]) -> Result<(), Problem> {
    for part in rows.chunks(MANY) {
        let entries = part.iter().map(|row| {
            let id: String = row.get("id")?;
            Ok((Subject::named(kept.kind, &id), Some(salted(row)?)))
        });
        append_many(tx, verb, entries.collect::<Result<_, Problem>>()?)?;
    }
    Ok(())
}

/// What the book says of a row, with the salt that is in it.
fn salted(row: &Row) -> Result<String, Problem> {
    let salt: Option<Vec<u8>> = row.get("salt")?;
    Ok(commitment(&salt.ok_or(Problem::NotFound)?, row))
}

/// Rows in one statement: far below what either engine allows in parameters.
const MANY: usize = 200;

/// `$3, $4, $5` for three places from the third.
fn places(first: usize, count: usize) -> String {
    let list: Vec<String> = (first..first + count).map(|n| format!("${n}")).collect();
    list.join(", ")
}

/// Writes down something that leaves no row of its own (a sign-in, a reading, an export).
pub fn noted(tx: &Tx<'_>, verb: &str, subject: &Subject) -> Result<(), Problem> {
    append(tx, verb, subject, None)
}

/// Writes down that a row was erased by a numbered rule. Call it after the row is gone.
pub fn erased<K>(tx: &Tx<'_>, rule: u16, kept: Kept, id: Id<K>) -> Result<(), Problem> {
    append(
        tx,
        &format!("erased.{rule}"),
        &Subject::new(kept.kind, id),
        None,
    )
}

fn append(
    tx: &Tx<'_>,
    verb: &str,
    subject: &Subject,
    commitment: Option<String>,
) -> Result<(), Problem> {
    append_many(tx, verb, vec![(subject.clone(), commitment)])
}

fn append_many(
    tx: &Tx<'_>,
    verb: &str,
    lines: Vec<(Subject, Option<String>)>,
) -> Result<(), Problem> {
    let last = tx.one(
        "SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1",
        &[],
    )?;
    let (mut seq, mut prev) = match last {
        Some(row) => (row.get::<i64>("seq")?, row.get::<String>("hash")?),
        None => (0, GENESIS.to_owned()),
    };
    let mut rows = Vec::with_capacity(lines.len());
    let mut values: Vec<Value> = Vec::with_capacity(lines.len() * 8);
    for (subject, commitment) in lines {
        seq += 1;
        let mut entry = Entry {
            seq,
            at: tx.at(),
            actor: tx.by().to_owned(),
            verb: verb.to_owned(),
            subject: subject.to_string(),
            commitment,
            prev,
            hash: String::new(),
        };
        entry.hash = entry.digest();
        prev = entry.hash.clone();
        rows.push(format!("({})", places(values.len() + 1, 8)));
        values.extend([
            entry.seq.into(),
            entry.at.into(),
            entry.actor.into(),
            entry.verb.into(),
            entry.subject.into(),
            entry.commitment.into(),
            entry.prev.into(),
            entry.hash.into(),
        ]);
    }
    let sql = format!(
        "INSERT INTO audit_entries (seq, at, actor, verb, subject, commitment, prev, hash) VALUES {}",
        rows.join(", ")
    );
    tx.run(&sql, &values)?;
    Ok(())
}

#[cfg(test)]
mod tests;
