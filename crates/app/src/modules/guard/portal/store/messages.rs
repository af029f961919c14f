//! Messages and who has read them.

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx, Value};
use kit::params;
use kit::words::Lang;

use super::super::super::model::{MailId, Proof};
use super::super::{ADDRESS, MessageId, ReadId};
use super::{open, places, seal, text};
use crate::base::Problem;
use crate::base::keys::Keys;
use crate::base::organisation::PersonId;

const TABLE: &str = "guard_portal_messages";

/// A message to store.
pub struct New<'a> {
    pub mail: MailId,
    pub recipient: &'a str,
    pub sender: Option<PersonId>,
    pub sender_address: &'a str,
    pub subject: &'a str,
    pub lang: Lang,
    pub proof: Proof,
    pub content: &'a [u8],
    pub digest: &'a str,
    pub expires: Moment,
}

/// A message without its content.
#[derive(Clone, Debug)]
pub struct MessageRow {
    pub id: MessageId,
    pub mail: MailId,
    pub recipient: String,
    pub recipient_mark: String,
    pub sender: Option<PersonId>,
    pub sender_address: String,
    pub subject: String,
    pub lang: Lang,
    pub proof: Proof,
    pub digest: String,
    pub at: Moment,
    pub expires: Moment,
    pub noticed: Option<Moment>,
    pub first_read: Option<Moment>,
    pub erased: Option<Moment>,
}

/// Stores a message; `None` when the mail is there for this recipient already.
pub fn insert(tx: &Tx<'_>, keys: &Keys, new: &New<'_>) -> Result<Option<MessageId>, Problem> {
    let id = MessageId::random();
    let sealed = |column, plain: &str| seal(keys, TABLE, column, id, plain.as_bytes());
    if here(tx, keys, new.mail, new.recipient)? {
        return Ok(None);
    }
    let stored = tx.run(
        "INSERT INTO guard_portal_messages (id, mail_id, recipient, recipient_mark, sender_id, sender, subject, lang,
           proof, bytes, digest, at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (mail_id, recipient_mark) DO NOTHING",
        params![
            id,
            new.mail,
            sealed("recipient", new.recipient)?,
            keys.mark(ADDRESS, new.recipient),
            new.sender,
            sealed("sender", new.sender_address)?,
            sealed("subject", new.subject)?,
            new.lang.code(),
            new.proof.code(),
            i64::try_from(new.content.len()).unwrap_or(i64::MAX),
            new.digest,
            tx.at(),
            new.expires
        ],
    )?;
    if stored == 0 {
        return Ok(None);
    }
    tx.run(
        "INSERT INTO guard_portal_contents (id, content) VALUES ($1, $2)",
        params![
            id,
            seal(keys, "guard_portal_contents", "content", id, new.content)?
        ],
    )?;
    Ok(Some(id))
}

/// Also under an older key: a retry may come after a change of keys.
fn here(tx: &Tx<'_>, keys: &Keys, mail: MailId, recipient: &str) -> Result<bool, Problem> {
    let marks = keys.marks(ADDRESS, recipient);
    let sql = format!(
        "SELECT id FROM guard_portal_messages WHERE mail_id = $1 AND recipient_mark IN ({})",
        places(2, marks.len())
    );
    let mut values = vec![Value::from(mail)];
    values.extend(marks.iter().map(Value::from));
    Ok(tx.one(&sql, &values)?.is_some())
}

const MESSAGE: &str = "SELECT id, mail_id, recipient, recipient_mark, sender_id, sender, subject, lang, proof, digest, at,
    expires_at, noticed_at, first_read_at, erased_at FROM guard_portal_messages";

fn message(keys: &Keys, row: &Row) -> Result<MessageRow, Problem> {
    let id: MessageId = row.get("id")?;
    let sealed = |column: &'static str| text(keys, TABLE, column, id, &row.get::<Vec<u8>>(column)?);
    Ok(MessageRow {
        id,
        mail: row.get("mail_id")?,
        recipient: sealed("recipient")?,
        recipient_mark: row.get("recipient_mark")?,
        sender: row.get("sender_id")?,
        sender_address: sealed("sender")?,
        subject: sealed("subject")?,
        lang: Lang::parse(&row.get::<String>("lang")?).unwrap_or(Lang::En),
        // What can't be read asks for the strongest.
        proof: Proof::parse(&row.get::<String>("proof")?).unwrap_or(Proof::NationalEid),
        digest: row.get("digest")?,
        at: row.get("at")?,
        expires: row.get("expires_at")?,
        noticed: row.get("noticed_at")?,
        first_read: row.get("first_read_at")?,
        erased: row.get("erased_at")?,
    })
}

fn all(
    conn: &Conn,
    keys: &Keys,
    condition: &str,
    values: &[Value],
) -> Result<Vec<MessageRow>, Problem> {
    let sql = format!("{MESSAGE} WHERE {condition}");
    conn.all(&sql, values)?
        .iter()
        .map(|row| message(keys, row))
        .collect()
}

pub fn one(conn: &Conn, keys: &Keys, id: MessageId) -> Result<Option<MessageRow>, Problem> {
    Ok(all(conn, keys, "id = $1", params![id])?.pop())
}

/// What waits for a recipient, the newest first.
pub fn of_recipient(conn: &Conn, keys: &Keys, recipient: &str) -> Result<Vec<MessageRow>, Problem> {
    let marks = keys.marks(ADDRESS, recipient);
    let condition = format!(
        "erased_at IS NULL AND recipient_mark IN ({}) ORDER BY at DESC, id LIMIT 200",
        places(1, marks.len())
    );
    let values: Vec<Value> = marks.iter().map(Value::from).collect();
    all(conn, keys, &condition, &values)
}

/// What somebody of ours has sent this way, the newest first.
pub fn of_sender(
    conn: &Conn,
    keys: &Keys,
    sender: PersonId,
    offset: i64,
    size: i64,
) -> Result<Vec<MessageRow>, Problem> {
    all(
        conn,
        keys,
        "sender_id = $1 ORDER BY at DESC, id LIMIT $2 OFFSET $3",
        params![sender, size, offset],
    )
}

pub fn count_of_sender(conn: &Conn, sender: PersonId) -> Result<i64, Problem> {
    Ok(conn.value(
        "SELECT COUNT(*) FROM guard_portal_messages WHERE sender_id = $1",
        params![sender],
    )?)
}

/// The mail itself; `None` once it is erased.
pub fn content(conn: &Conn, keys: &Keys, id: MessageId) -> Result<Option<Vec<u8>>, Problem> {
    let row = conn.one(
        "SELECT content FROM guard_portal_contents WHERE id = $1",
        params![id],
    )?;
    let sealed: Option<Vec<u8>> = row.map(|row| row.get("content")).transpose()?;
    sealed
        .map(|sealed| open(keys, "guard_portal_contents", "content", id, &sealed))
        .transpose()
}

pub fn noticed(tx: &Tx<'_>, id: MessageId) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_portal_messages SET noticed_at = $2 WHERE id = $1",
        params![id, tx.at()],
    )?;
    Ok(())
}

/// Notes a read receipt; true for the first of the message.
pub fn read(tx: &Tx<'_>, id: MessageId, proof: Proof) -> Result<(ReadId, bool), Problem> {
    let own = ReadId::random();
    tx.run(
        "INSERT INTO guard_portal_reads (id, message_id, at, proof) VALUES ($1, $2, $3, $4)",
        params![own, id, tx.at(), proof.code()],
    )?;
    let first = tx.run(
        "UPDATE guard_portal_messages SET first_read_at = $2 WHERE id = $1 AND first_read_at IS NULL",
        params![id, tx.at()],
    )?;
    Ok((own, first == 1))
}

/// When it was opened, and after which proof.
pub fn reads(conn: &Conn, id: MessageId) -> Result<Vec<(Moment, Proof)>, Problem> {
    let rows = conn.all(
        "SELECT at, proof FROM guard_portal_reads WHERE message_id = $1 ORDER BY at, id LIMIT 100",
        params![id],
    )?;
    rows.iter()
        .map(|row| {
            let proof = Proof::parse(&row.get::<String>("proof")?).unwrap_or(Proof::PhoneCode);
            Ok((row.get("at")?, proof))
        })
        .collect()
}

/// Messages whose time is over: id, sender, and whether anybody had read them.
pub fn expired(
    conn: &Conn,
    now: Moment,
) -> Result<Vec<(MessageId, Option<PersonId>, bool)>, Problem> {
    let rows = conn.all(
        "SELECT id, sender_id, first_read_at FROM guard_portal_messages
         WHERE erased_at IS NULL AND expires_at <= $1 ORDER BY expires_at, id LIMIT 500",
        params![now],
    )?;
    rows.iter()
        .map(|row| {
            let read: Option<Moment> = row.get("first_read_at")?;
            Ok((row.get("id")?, row.get("sender_id")?, read.is_some()))
        })
        .collect()
}

/// Messages that nobody has opened, which go before `soon`, lie here since before `long` and were not reminded of.
pub fn unopened(
    conn: &Conn,
    soon: Moment,
    long: Moment,
) -> Result<Vec<(MessageId, Option<PersonId>)>, Problem> {
    let rows = conn.all(
        "SELECT id, sender_id FROM guard_portal_messages
         WHERE erased_at IS NULL AND first_read_at IS NULL AND reminded_at IS NULL AND expires_at <= $1 AND at <= $2
         ORDER BY expires_at, id LIMIT 500",
        params![soon, long],
    )?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("sender_id")?)))
        .collect()
}

pub fn reminded(tx: &Tx<'_>, id: MessageId) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_portal_messages SET reminded_at = $2 WHERE id = $1",
        params![id, tx.at()],
    )?;
    Ok(())
}

/// Takes the message itself away; what is known of its way stays as evidence.
pub fn erase(tx: &Tx<'_>, keys: &Keys, id: MessageId) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM guard_portal_contents WHERE id = $1",
        params![id],
    )?;
    tx.run(
        "UPDATE guard_portal_messages SET erased_at = $2, subject = $3 WHERE id = $1",
        params![id, tx.at(), seal(keys, TABLE, "subject", id, b"")?],
    )?;
    Ok(())
}

pub fn counts(conn: &Conn, from: Moment, to: Moment) -> Result<super::super::Counts, Problem> {
    let row = conn.one(
        "SELECT COUNT(*) AS messages, COUNT(first_read_at) AS opened,
           CAST(COALESCE(SUM(CASE WHEN erased_at IS NOT NULL AND first_read_at IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS unread
         FROM guard_portal_messages WHERE at >= $1 AND at < $2",
        params![from, to],
    )?;
    let answers = conn.value(
        "SELECT COUNT(*) FROM guard_portal_answers WHERE at >= $1 AND at < $2",
        params![from, to],
    )?;
    match row {
        Some(row) => Ok(super::super::Counts {
            messages: row.get("messages")?,
            read: row.get("opened")?,
            unread: row.get("unread")?,
            answers,
        }),
        None => Ok(super::super::Counts::default()),
    }
}
