//! SQL of notices.

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx};
use kit::params;

use super::super::Problem;
use super::super::organisation::PersonId;
use super::NoticeId;

kit::choices! {
    /// What became of a notice's mail.
    pub enum Mail {
        /// Not yet sent: no server is configured, or the next try is still to come.
        Waiting = "waiting";
        Sent = "sent";
        /// Given up after the last try.
        Failed = "failed";
        /// The person has no address.
        NoAddress = "none";
    }
}

/// A notice as its reader or the outbox sees it.
#[derive(Clone, Debug)]
pub struct NoticeRow {
    pub id: NoticeId,
    pub person: PersonId,
    pub kind: String,
    /// A JSON object of texts.
    pub args: String,
    pub href: String,
    pub at: Moment,
    pub read_at: Option<Moment>,
    pub mail: Mail,
}

const NOTICE: &str =
    "SELECT s.id, s.person_id, s.kind, s.args, s.href, s.at, r.at AS read_at, m.state
    FROM notices_sent s
    LEFT JOIN notices_read r ON r.notice_id = s.id
    LEFT JOIN notices_mail m ON m.notice_id = s.id";

fn notice(row: &Row) -> Result<NoticeRow, Problem> {
    let state = row.get::<Option<String>>("state")?;
    let mail = state.and_then(|state| Mail::parse(&state));
    Ok(NoticeRow {
        id: row.get("id")?,
        person: row.get("person_id")?,
        kind: row.get("kind")?,
        args: row.get("args")?,
        href: row.get("href")?,
        at: row.get("at")?,
        read_at: row.get("read_at")?,
        mail: mail.unwrap_or(Mail::Waiting),
    })
}

pub fn insert(
    tx: &Tx<'_>,
    id: NoticeId,
    to: PersonId,
    kind: &str,
    args: &str,
    href: &str,
) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO notices_sent (id, person_id, kind, args, href, at) VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, to, kind, args, href, tx.at()],
    )?;
    Ok(())
}

pub fn one(conn: &Conn, id: NoticeId) -> Result<Option<NoticeRow>, Problem> {
    let sql = format!("{NOTICE} WHERE s.id = $1");
    conn.one(&sql, params![id])?
        .as_ref()
        .map(notice)
        .transpose()
}

/// A person's notices, newest first.
pub fn of_person(
    conn: &Conn,
    person: PersonId,
    limit: i64,
    offset: i64,
) -> Result<Vec<NoticeRow>, Problem> {
    let sql =
        format!("{NOTICE} WHERE s.person_id = $1 ORDER BY s.at DESC, s.id DESC LIMIT $2 OFFSET $3");
    conn.all(&sql, params![person, limit, offset])?
        .iter()
        .map(notice)
        .collect()
}

/// How many a person has: all, and those not read.
pub fn counts(conn: &Conn, person: PersonId) -> Result<(i64, i64), Problem> {
    let row = conn.one(
        "SELECT COUNT(*) AS told, COUNT(*) - COUNT(r.notice_id) AS unread FROM notices_sent s
         LEFT JOIN notices_read r ON r.notice_id = s.id WHERE s.person_id = $1",
        params![person],
    )?;
    let row = row.ok_or(Problem::NotFound)?;
    Ok((row.get("told")?, row.get("unread")?))
}

/// Everybody's notices, newest first.
pub fn all(conn: &Conn, limit: i64, offset: i64) -> Result<Vec<NoticeRow>, Problem> {
    let sql = format!("{NOTICE} ORDER BY s.at DESC, s.id DESC LIMIT $1 OFFSET $2");
    conn.all(&sql, params![limit, offset])?
        .iter()
        .map(notice)
        .collect()
}

pub fn count(conn: &Conn) -> Result<i64, Problem> {
    Ok(conn.value("SELECT COUNT(*) FROM notices_sent", &[])?)
}

/// The unread ones of a person.
pub fn unread(conn: &Conn, person: PersonId) -> Result<Vec<NoticeId>, Problem> {
    conn.all(
        "SELECT s.id FROM notices_sent s LEFT JOIN notices_read r ON r.notice_id = s.id
         WHERE s.person_id = $1 AND r.notice_id IS NULL ORDER BY s.at, s.id",
        params![person],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}

/// Whether it was unread until now.
pub fn mark_read(tx: &Tx<'_>, id: NoticeId) -> Result<bool, Problem> {
    let changed = tx.run(
        "INSERT INTO notices_read (notice_id, at) VALUES ($1, $2) ON CONFLICT (notice_id) DO NOTHING",
        params![id, tx.at()],
    )?;
    Ok(changed > 0)
}

pub fn mark_mail(tx: &Tx<'_>, id: NoticeId, state: Mail) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO notices_mail (notice_id, state, at) VALUES ($1, $2, $3)
         ON CONFLICT (notice_id) DO UPDATE SET state = EXCLUDED.state, at = EXCLUDED.at",
        params![id, state.code(), tx.at()],
    )?;
    Ok(())
}

/// Notices since a moment whose mail still waits.
pub fn waiting(conn: &Conn, since: Moment) -> Result<Vec<NoticeId>, Problem> {
    conn.all(
        "SELECT s.id FROM notices_sent s LEFT JOIN notices_mail m ON m.notice_id = s.id
         WHERE m.notice_id IS NULL AND s.at >= $1 ORDER BY s.at, s.id LIMIT 1000",
        params![since],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}

/// Takes away all that a person was told; says which.
pub fn delete_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<NoticeId>, Problem> {
    for table in ["notices_read", "notices_mail"] {
        let sql = format!(
            "DELETE FROM {table} WHERE notice_id IN (SELECT id FROM notices_sent WHERE person_id = $1)"
        );
        tx.run(&sql, params![person])?;
    }
    tx.all(
        "DELETE FROM notices_sent WHERE person_id = $1 RETURNING id",
        params![person],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}
