//! Entered figures, and files of them that wait for their confirmation.

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx};
use kit::id::Id;
use kit::params;

use super::{json_texts, number};
use crate::base::Problem;
use crate::base::organisation::ControllerId;
use crate::year::catalogue;
use crate::year::model::Entry;

/// An entered figure with who entered it.
#[derive(Clone, Debug)]
pub struct EntryRow {
    pub year: i32,
    pub entry: Entry,
    pub at: Moment,
    pub by: String,
}

/// `2025:inc.known:whole`, or a board's id at the end.
pub fn entry_id(year: i32, key: &str, board: Option<ControllerId>) -> String {
    match board {
        Some(board) => format!("{year}:{key}:{board}"),
        None => format!("{year}:{key}:whole"),
    }
}

const COLUMNS: &str = "SELECT year_id, figure, controller_id, value, above, below, note, made_at, made_by FROM year_entries";

fn entry(row: &Row) -> Result<Option<EntryRow>, Problem> {
    // A figure that the catalogue no longer has stays in its frozen sheets and goes into no new one.
    let Some(figure) = catalogue::definition(&row.get::<String>("figure")?) else {
        return Ok(None);
    };
    let parts: (Option<f64>, Option<f64>) = (row.get("above")?, row.get("below")?);
    Ok(Some(EntryRow {
        year: number(&row.get::<String>("year_id")?),
        entry: Entry {
            figure,
            board: row.get("controller_id")?,
            value: row.get("value")?,
            parts: parts.0.zip(parts.1),
            note: json_texts(row, "note")?,
        },
        at: row.get("made_at")?,
        by: row.get("made_by")?,
    }))
}

/// Entries of a year, of one section or of all.
pub fn entries(conn: &Conn, year: i32, section: Option<u8>) -> Result<Vec<EntryRow>, Problem> {
    let sql =
        format!("{COLUMNS} WHERE year_id = $1 AND (CAST($2 AS BIGINT) IS NULL OR section = $2)");
    let rows = conn.all(&sql, params![year.to_string(), section])?;
    collect(&rows)
}

/// Entries of several years.
pub fn entries_of_years(conn: &Conn, years: &[i32]) -> Result<Vec<EntryRow>, Problem> {
    if years.is_empty() {
        return Ok(Vec::new());
    }
    // Numbers of our own, so nothing foreign gets into the text.
    let list: Vec<String> = years.iter().map(|year| format!("'{year}'")).collect();
    let rows = conn.all(
        &format!("{COLUMNS} WHERE year_id IN ({})", list.join(", ")),
        &[],
    )?;
    collect(&rows)
}

fn collect(rows: &[Row]) -> Result<Vec<EntryRow>, Problem> {
    let all: Result<Vec<Option<EntryRow>>, Problem> = rows.iter().map(entry).collect();
    Ok(all?.into_iter().flatten().collect())
}

/// Stores an entry in the place of an earlier one; gives its id.
pub fn put_entry(tx: &Tx<'_>, year: i32, entry: &Entry) -> Result<String, Problem> {
    let id = entry_id(year, &entry.figure.key, entry.board);
    tx.run(
        "INSERT INTO year_entries
           (id, year_id, figure, section, controller_id, value, above, below, note, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO UPDATE SET value = excluded.value, above = excluded.above,
           below = excluded.below, note = excluded.note, made_at = excluded.made_at,
           made_by = excluded.made_by",
        params![
            id.as_str(),
            year.to_string(),
            entry.figure.key.as_str(),
            entry.figure.section,
            entry.board,
            entry.value,
            entry.parts.map(|parts| parts.0),
            entry.parts.map(|parts| parts.1),
            entry.note.to_json(),
            tx.at(),
            tx.by(),
        ],
    )?;
    Ok(id)
}

pub struct Import;

/// Keeps a file's text until it is confirmed.
pub fn keep_import(
    tx: &Tx<'_>,
    year: i32,
    content: &str,
    lang: &str,
) -> Result<Id<Import>, Problem> {
    let id = Id::random();
    tx.run(
        "INSERT INTO year_imports (id, year_id, content, lang, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, year.to_string(), content, lang, tx.at(), tx.by()],
    )?;
    Ok(id)
}

/// A file that waits: its text and the language of its notes. Only whoever sent it may see it.
pub fn import(
    conn: &Conn,
    year: i32,
    id: Id<Import>,
    by: &str,
) -> Result<Option<(String, String)>, Problem> {
    let row = conn.one(
        "SELECT content, lang FROM year_imports
         WHERE id = $1 AND year_id = $2 AND made_by = $3 AND done_at IS NULL",
        params![id, year.to_string(), by],
    )?;
    row.map(|row| Ok((row.get("content")?, row.get("lang")?)))
        .transpose()
}

pub fn import_done(tx: &Tx<'_>, id: Id<Import>) -> Result<(), Problem> {
    tx.run(
        "UPDATE year_imports SET done_at = $2, content = '' WHERE id = $1",
        params![id, tx.at()],
    )?;
    Ok(())
}
