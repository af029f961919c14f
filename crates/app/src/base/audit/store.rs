//! SQL that reads the book, and the list of heads that were written outside.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Row, Tx, Value};
use kit::params;

use super::super::Problem;
use super::chain::{Entry, GENESIS};
use super::{Head, Kept};

fn entry(row: &Row) -> Result<Entry, Problem> {
    Ok(Entry {
        seq: row.get("seq")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        verb: row.get("verb")?,
        subject: row.get("subject")?,
        commitment: row.get("commitment")?,
        prev: row.get("prev")?,
        hash: row.get("hash")?,
    })
}

const ENTRY: &str =
    "SELECT seq, at, actor, verb, subject, commitment, prev, hash FROM audit_entries";

/// The last entry's number and hash; number 0 and the genesis hash while the book is empty.
pub fn head(conn: &Conn) -> Result<Head, Problem> {
    let last = conn.one(
        "SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1",
        &[],
    )?;
    Ok(match last {
        Some(row) => Head {
            seq: row.get("seq")?,
            hash: row.get("hash")?,
        },
        None => Head {
            seq: 0,
            hash: GENESIS.to_owned(),
        },
    })
}

/// Entries after a number, in their order.
pub fn after(conn: &Conn, seq: i64, limit: i64) -> Result<Vec<Entry>, Problem> {
    let sql = format!("{ENTRY} WHERE seq > $1 ORDER BY seq LIMIT $2");
    conn.all(&sql, params![seq, limit])?
        .iter()
        .map(entry)
        .collect()
}

pub fn subject_at(conn: &Conn, seq: i64) -> Result<String, Problem> {
    Ok(conn.value(
        "SELECT subject FROM audit_entries WHERE seq = $1",
        params![seq],
    )?)
}

/// How many rows a kept table has.
pub fn extent(conn: &Conn, kept: Kept) -> Result<i64, Problem> {
    Ok(conn.value(&format!("SELECT COUNT(*) FROM {}", kept.table), &[])?)
}

/// Whole rows of a table that the book commits to, in the order of their ids.
pub fn rows_after(conn: &Conn, kept: Kept, id: &str, limit: i64) -> Result<Vec<Row>, Problem> {
    let sql = format!(
        "SELECT * FROM {} WHERE id > $1 ORDER BY id LIMIT $2",
        kept.table
    );
    Ok(conn.all(&sql, params![id, limit])?)
}

/// What a reader of the book looks for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Beginning of a verb.
    pub verb: String,
    /// Beginning of a subject: a kind, or kind and id.
    pub subject: String,
    /// From the first moment to before the second.
    pub span: Option<(Moment, Moment)>,
}

impl Filter {
    fn condition(&self) -> (String, Vec<Value>) {
        let (mut parts, mut values) = (vec!["1 = 1".to_owned()], Vec::new());
        let mut between = |column: &str, from: Value, until: Value| {
            let n = values.len() + 1;
            parts.push(format!("{column} >= ${n} AND {column} < ${}", n + 1));
            values.extend([from, until]);
        };
        for (column, start) in [("verb", &self.verb), ("subject", &self.subject)] {
            if !start.is_empty() {
                // Texts compare bytewise on both engines: everything that begins so lies between these two.
                let end = format!("{start}\u{10ffff}");
                between(column, start.into(), end.into());
            }
        }
        if let Some((from, until)) = self.span {
            between("at", from.into(), until.into());
        }
        (parts.join(" AND "), values)
    }
}

pub fn count(conn: &Conn, filter: &Filter) -> Result<i64, Problem> {
    let (condition, values) = filter.condition();
    let sql = format!("SELECT COUNT(*) FROM audit_entries WHERE {condition}");
    Ok(conn.value(&sql, &values)?)
}

/// Entries that a filter lets through, newest first.
pub fn page(conn: &Conn, filter: &Filter, limit: i64, offset: i64) -> Result<Vec<Entry>, Problem> {
    let (condition, mut values) = filter.condition();
    let n = values.len() + 1;
    values.extend([Value::from(limit), Value::from(offset)]);
    let sql = format!(
        "{ENTRY} WHERE {condition} ORDER BY seq DESC LIMIT ${n} OFFSET ${}",
        n + 1
    );
    conn.all(&sql, &values)?.iter().map(entry).collect()
}

/// Moment and actor of the reports among the entries from one number to another.
pub fn reports(conn: &Conn, from: i64, to: i64) -> Result<Vec<(Moment, String)>, Problem> {
    conn.all(
        "SELECT at, actor FROM audit_entries WHERE seq >= $1 AND seq <= $2 AND verb LIKE '%.report'",
        params![from, to],
    )?
    .iter()
    .map(|row| Ok((row.get("at")?, row.get("actor")?)))
    .collect()
}

/// A head as it was written outside.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenHead {
    pub day: Day,
    pub seq: i64,
    pub hash: String,
    /// Ed25519, hexadecimal.
    pub signature: String,
}

fn written(row: &Row) -> Result<WrittenHead, Problem> {
    Ok(WrittenHead {
        day: row.get("day")?,
        seq: row.get("seq")?,
        hash: row.get("hash")?,
        signature: row.get::<Option<String>>("signature")?.unwrap_or_default(),
    })
}

const HEAD: &str = "SELECT day, seq, hash, signature FROM audit_heads";

pub fn heads(conn: &Conn) -> Result<Vec<WrittenHead>, Problem> {
    let sql = format!("{HEAD} ORDER BY day");
    conn.all(&sql, &[])?.iter().map(written).collect()
}

pub fn head_of(conn: &Conn, day: Day) -> Result<Option<WrittenHead>, Problem> {
    let sql = format!("{HEAD} WHERE day = $1");
    conn.one(&sql, params![day])?
        .as_ref()
        .map(written)
        .transpose()
}

/// Keeps the head of a day; `sent` says where it went. The first one of a day stays.
pub fn keep_head(tx: &Tx<'_>, head: &WrittenHead, sent: &str) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO audit_heads (day, seq, hash, sent, signature) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (day) DO NOTHING",
        params![head.day, head.seq, &head.hash, sent, &head.signature],
    )?;
    Ok(())
}
