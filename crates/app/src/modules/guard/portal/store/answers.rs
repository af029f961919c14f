//! What recipients wrote back.

use kit::clock::Moment;
use kit::db::{Conn, Tx, Value};
use kit::params;

use super::super::model::Part;
use super::super::{AnswerId, FileId, MessageId};
use super::{open, places, seal, text};
use crate::base::Problem;
use crate::base::keys::Keys;

const ANSWERS: &str = "guard_portal_answers";
const FILES: &str = "guard_portal_files";

#[derive(Clone, Debug)]
pub struct AnswerRow {
    pub id: AnswerId,
    pub at: Moment,
    pub words: String,
    /// Id, name, bytes.
    pub files: Vec<(FileId, String, i64)>,
}

pub fn insert(
    tx: &Tx<'_>,
    keys: &Keys,
    message: MessageId,
    words: &str,
    files: &[Part],
) -> Result<(AnswerId, Vec<FileId>), Problem> {
    let id = AnswerId::random();
    tx.run(
        "INSERT INTO guard_portal_answers (id, message_id, words, at) VALUES ($1, $2, $3, $4)",
        params![
            id,
            message,
            seal(keys, ANSWERS, "words", id, words.as_bytes())?,
            tx.at()
        ],
    )?;
    let mut own = Vec::new();
    for file in files {
        let one = FileId::random();
        tx.run(
            "INSERT INTO guard_portal_files (id, answer_id, name, content, bytes) VALUES ($1, $2, $3, $4, $5)",
            params![
                one,
                id,
                seal(keys, FILES, "name", one, file.name.as_bytes())?,
                seal(keys, FILES, "content", one, &file.bytes)?,
                i64::try_from(file.bytes.len()).unwrap_or(i64::MAX)
            ],
        )?;
        own.push(one);
    }
    Ok((id, own))
}

/// Everything that was written back to a message, in its order.
pub fn of_message(conn: &Conn, keys: &Keys, message: MessageId) -> Result<Vec<AnswerRow>, Problem> {
    let rows = conn.all(
        "SELECT id, words, at FROM guard_portal_answers WHERE message_id = $1 ORDER BY at, id LIMIT 100",
        params![message],
    )?;
    let mut answers = rows
        .iter()
        .map(|row| {
            let id: AnswerId = row.get("id")?;
            Ok(AnswerRow {
                id,
                at: row.get("at")?,
                words: text(keys, ANSWERS, "words", id, &row.get::<Vec<u8>>("words")?)?,
                files: Vec::new(),
            })
        })
        .collect::<Result<Vec<_>, Problem>>()?;
    if answers.is_empty() {
        return Ok(answers);
    }
    let sql = format!(
        "SELECT id, answer_id, name, bytes FROM guard_portal_files WHERE answer_id IN ({}) ORDER BY id",
        places(1, answers.len())
    );
    let ids: Vec<Value> = answers
        .iter()
        .map(|answer| Value::from(answer.id))
        .collect();
    for row in conn.all(&sql, &ids)? {
        let (id, of): (FileId, AnswerId) = (row.get("id")?, row.get("answer_id")?);
        let name = text(keys, FILES, "name", id, &row.get::<Vec<u8>>("name")?)?;
        if let Some(answer) = answers.iter_mut().find(|answer| answer.id == of) {
            answer.files.push((id, name, row.get("bytes")?));
        }
    }
    Ok(answers)
}

/// How many answers each of these messages has.
pub fn counts(conn: &Conn, messages: &[MessageId]) -> Result<Vec<(MessageId, i64)>, Problem> {
    if messages.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT message_id, COUNT(*) AS n FROM guard_portal_answers WHERE message_id IN ({}) GROUP BY message_id",
        places(1, messages.len())
    );
    let ids: Vec<Value> = messages.iter().map(|id| Value::from(*id)).collect();
    let rows = conn.all(&sql, &ids)?;
    rows.iter()
        .map(|row| Ok((row.get("message_id")?, row.get("n")?)))
        .collect()
}

/// A file of an answer to this message.
pub fn file(
    conn: &Conn,
    keys: &Keys,
    message: MessageId,
    id: FileId,
) -> Result<Option<Part>, Problem> {
    let row = conn.one(
        "SELECT f.name, f.content FROM guard_portal_files f JOIN guard_portal_answers a ON a.id = f.answer_id
         WHERE f.id = $1 AND a.message_id = $2",
        params![id, message],
    )?;
    row.map(|row| {
        Ok(Part {
            name: text(keys, FILES, "name", id, &row.get::<Vec<u8>>("name")?)?,
            bytes: open(keys, FILES, "content", id, &row.get::<Vec<u8>>("content")?)?,
        })
    })
    .transpose()
}

/// Takes all answers of a message away; the ids of what went.
pub fn erase(tx: &Tx<'_>, message: MessageId) -> Result<(Vec<AnswerId>, Vec<FileId>), Problem> {
    let files = tx.all(
        "DELETE FROM guard_portal_files WHERE answer_id IN
           (SELECT id FROM guard_portal_answers WHERE message_id = $1) RETURNING id",
        params![message],
    )?;
    let answers = tx.all(
        "DELETE FROM guard_portal_answers WHERE message_id = $1 RETURNING id",
        params![message],
    )?;
    Ok((
        answers
            .iter()
            .map(|row| Ok(row.get("id")?))
            .collect::<Result<_, Problem>>()?,
        files
            .iter()
            .map(|row| Ok(row.get("id")?))
            .collect::<Result<_, Problem>>()?,
    ))
}
