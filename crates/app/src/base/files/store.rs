//! SQL of attachments.

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx};
use kit::params;
use sha2::{Digest, Sha256};

use super::super::Problem;
use super::super::keys::hex;
use super::super::organisation::ControllerId;
use super::super::subject::Subject;
use super::FileId;

/// A file without its bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRow {
    pub id: FileId,
    pub subject: Subject,
    pub controller: ControllerId,
    pub name: String,
    /// What its first bytes look like (`PDF`, `PNG`), for display; empty when unknown.
    pub looks: String,
    pub size: i64,
    /// SHA-256, hexadecimal.
    pub digest: String,
    pub at: Moment,
}

pub struct NewFile<'a> {
    pub subject: &'a Subject,
    pub controller: ControllerId,
    pub name: String,
    pub looks: &'static str,
    pub digest: String,
    pub bytes: &'a [u8],
    pub at: Moment,
}

const FILE: &str =
    "SELECT id, subject_kind, subject_id, controller_id, name, looks, size, digest, at
    FROM files_kept";

fn file(row: &Row) -> Result<FileRow, Problem> {
    Ok(FileRow {
        id: row.get("id")?,
        subject: Subject {
            kind: row.get("subject_kind")?,
            id: row.get("subject_id")?,
        },
        controller: row.get("controller_id")?,
        name: row.get("name")?,
        looks: row.get("looks")?,
        size: row.get("size")?,
        digest: row.get("digest")?,
        at: row.get("at")?,
    })
}

pub fn insert(tx: &Tx<'_>, id: FileId, new: &NewFile<'_>) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO files_kept (id, subject_kind, subject_id, controller_id, name, looks, size, digest, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            id,
            &new.subject.kind,
            &new.subject.id,
            new.controller,
            &new.name,
            new.looks,
            new.bytes.len(),
            &new.digest,
            new.at
        ],
    )?;
    tx.run(
        "INSERT INTO files_content (file_id, content) VALUES ($1, $2)",
        params![id, new.bytes],
    )?;
    Ok(())
}

/// Files of a thing, oldest first.
pub fn of(conn: &Conn, subject: &Subject) -> Result<Vec<FileRow>, Problem> {
    let sql = format!("{FILE} WHERE subject_kind = $1 AND subject_id = $2 ORDER BY at, id");
    conn.all(&sql, params![&subject.kind, &subject.id])?
        .iter()
        .map(file)
        .collect()
}

pub fn one(conn: &Conn, id: FileId) -> Result<Option<FileRow>, Problem> {
    let sql = format!("{FILE} WHERE id = $1");
    conn.one(&sql, params![id])?.as_ref().map(file).transpose()
}

/// A file with its bytes.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Outside`] when the bytes are no longer those that were kept.
pub fn bytes(conn: &Conn, id: FileId) -> Result<(FileRow, Vec<u8>), Problem> {
    let row = one(conn, id)?.ok_or(Problem::NotFound)?;
    let content = content(conn, id)?;
    if hex(&Sha256::digest(&content)) != row.digest {
        return Err(Problem::Outside(format!("file {id} is damaged")));
    }
    Ok((row, content))
}

fn content(conn: &Conn, id: FileId) -> Result<Vec<u8>, Problem> {
    let row = conn.one(
        "SELECT content FROM files_content WHERE file_id = $1",
        params![id],
    )?;
    Ok(row.ok_or(Problem::NotFound)?.get("content")?)
}

pub fn delete(tx: &Tx<'_>, id: FileId) -> Result<(), Problem> {
    tx.run("DELETE FROM files_content WHERE file_id = $1", params![id])?;
    tx.run("DELETE FROM files_kept WHERE id = $1", params![id])?;
    Ok(())
}

/// Files whose bytes are gone or are not those that were kept; reads one at a time.
pub fn damaged(conn: &Conn, most: usize) -> Result<Vec<FileId>, Problem> {
    let ids = conn.all("SELECT id FROM files_kept ORDER BY id", &[])?;
    let mut found = Vec::new();
    for row in ids {
        let id: FileId = row.get("id")?;
        if found.len() < most && bytes(conn, id).is_err() {
            found.push(id);
        }
    }
    Ok(found)
}
