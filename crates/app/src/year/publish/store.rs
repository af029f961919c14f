//! SQL of publications.

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx, Value};
use kit::id::Id;
use kit::params;
use kit::words::Tongue;
use sha2::{Digest, Sha256};

use super::files::Made;
use super::withholding::Past;
use crate::base::audit::Kept;
use crate::base::organisation::ControllerId;
use crate::base::{Problem, keys};
use crate::year::withhold::Why;

pub const EDITION: Kept = Kept {
    kind: "year_edition",
    table: "year_editions",
};
pub const FILE: Kept = Kept {
    kind: "year_file",
    table: "year_files",
};

pub struct Edition;
pub struct FileKind;
pub type EditionId = Id<Edition>;
pub type FileId = Id<FileKind>;

/// One publication of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionRow {
    pub year: i32,
    /// 1 is the first.
    pub edition: i64,
    pub snapshot: i64,
    /// Errata it shows.
    pub errata: i64,
    pub at: Moment,
}

impl EditionRow {
    /// Day of publication.
    pub fn day(&self, w: &Tongue) -> String {
        w.day(w.zone().day_of(self.at))
    }

    /// Number and day.
    pub fn told(&self, w: &Tongue) -> String {
        let number = self.edition.to_string();
        w.with(
            "open-edition",
            &[("number", number.into()), ("day", self.day(w).into())],
        )
    }
}

/// A file as it was published.
#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub mime: String,
    pub digest: String,
    pub content: Vec<u8>,
}

fn edition(row: &Row) -> Result<EditionRow, Problem> {
    let year: String = row.get("year_id")?;
    Ok(EditionRow {
        year: year.parse().unwrap_or(0),
        edition: row.get("edition")?,
        snapshot: row.get("snapshot")?,
        errata: row.get("errata")?,
        at: row.get("made_at")?,
    })
}

/// The editions of a year, the newest first.
pub fn editions(conn: &Conn, year: i32) -> Result<Vec<EditionRow>, Problem> {
    conn.all(
        "SELECT year_id, edition, snapshot, errata, made_at FROM year_editions
         WHERE year_id = $1 ORDER BY edition DESC",
        params![year.to_string()],
    )?
    .iter()
    .map(edition)
    .collect()
}

/// The newest edition of every published year, the newest year first.
pub fn published(conn: &Conn) -> Result<Vec<EditionRow>, Problem> {
    let rows = conn.all(
        "SELECT year_id, edition, snapshot, errata, made_at FROM year_editions
         ORDER BY year_id DESC, edition DESC",
        &[],
    )?;
    let mut found: Vec<EditionRow> = Vec::new();
    for row in rows.iter().map(edition) {
        let row = row?;
        if found.last().is_none_or(|last| last.year != row.year) {
            found.push(row);
        }
    }
    Ok(found)
}

/// A file of the newest edition, or of a named one.
pub fn file(
    conn: &Conn,
    year: i32,
    edition: Option<i64>,
    name: &str,
) -> Result<Option<File>, Problem> {
    conn.one(
        "SELECT f.name, f.mime, f.digest, c.content FROM year_files f
         JOIN year_file_contents c ON c.digest = f.digest
         WHERE f.year_id = $1 AND f.name = $2 AND (CAST($3 AS BIGINT) IS NULL OR f.edition = $3)
         ORDER BY f.edition DESC LIMIT 1",
        params![year.to_string(), name, edition],
    )?
    .map(|row| {
        Ok(File {
            name: row.get("name")?,
            mime: row.get("mime")?,
            digest: row.get("digest")?,
            content: row.get("content")?,
        })
    })
    .transpose()
}

/// Names of an edition's files, in order.
pub fn names(conn: &Conn, year: i32, edition: i64) -> Result<Vec<String>, Problem> {
    conn.all(
        "SELECT name FROM year_files WHERE year_id = $1 AND edition = $2 ORDER BY name",
        params![year.to_string(), edition],
    )?
    .iter()
    .map(|row| Ok(row.get("name")?))
    .collect()
}

/// Everything published about these years, in the order of editions.
pub fn past(conn: &Conn, years: &[i32]) -> Result<Vec<Past>, Problem> {
    let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) else {
        return Ok(Vec::new());
    };
    conn.all(
        "SELECT figure, board, year, edition, value, why FROM year_published_cells
         WHERE year >= $1 AND year <= $2 ORDER BY figure, board, year, edition",
        params![*first, *last],
    )?
    .iter()
    .map(|row| {
        Ok(Past {
            key: row.get("figure")?,
            board: ControllerId::parse(&row.get::<String>("board")?),
            year: i32::try_from(row.get::<i64>("year")?).unwrap_or(0),
            edition: u32::try_from(row.get::<i64>("edition")?).unwrap_or(0),
            value: row.get("value")?,
            why: row.get::<Option<String>>("why")?.map(|code| why(&code)),
        })
    })
    .collect()
}

pub fn add_edition(tx: &Tx<'_>, row: &EditionRow, cells: &str) -> Result<EditionId, Problem> {
    let id = EditionId::random();
    tx.run(
        "INSERT INTO year_editions (id, year_id, edition, snapshot, errata, cells, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id,
            row.year.to_string(),
            row.edition,
            row.snapshot,
            row.errata,
            cells,
            tx.at(),
            tx.by(),
        ],
    )?;
    Ok(id)
}

pub fn add_file(tx: &Tx<'_>, year: i32, edition: i64, file: &Made) -> Result<FileId, Problem> {
    let id = FileId::random();
    tx.run(
        "INSERT INTO year_file_contents (digest, content) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING",
        params![&file.digest, file.content.as_slice()],
    )?;
    tx.run(
        "INSERT INTO year_files (id, year_id, edition, name, mime, bytes, digest)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            id,
            year.to_string(),
            edition,
            &file.name,
            file.mime,
            file.content.len(),
            &file.digest,
        ],
    )?;
    Ok(id)
}

pub fn add_cells(tx: &Tx<'_>, sheet: i32, cells: &[Past]) -> Result<(), Problem> {
    let row = |cell: &Past| -> Vec<Value> {
        params![
            &cell.key,
            board(cell),
            cell.year,
            cell.edition,
            sheet,
            cell.value,
            cell.why.map(code),
        ]
        .to_vec()
    };
    let rows: Vec<Vec<Value>> = cells.iter().map(row).collect();
    tx.run_many(
        "INSERT INTO year_published_cells (figure, board, year, edition, sheet, value, why)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &rows,
    )?;
    Ok(())
}

fn code(why: Why) -> &'static str {
    match why {
        Why::Small => "small",
        Why::Complement => "complement",
        Why::EarlierWithheld => "earlier",
        Why::Internal => "internal",
        Why::AboutFew => "about_few",
    }
}

/// What cannot be read was withheld all the same.
fn why(text: &str) -> Why {
    [Why::Small, Why::Complement, Why::Internal, Why::AboutFew]
        .into_iter()
        .find(|one| code(*one) == text)
        .unwrap_or(Why::EarlierWithheld)
}

fn board(cell: &Past) -> String {
    cell.board.map_or_else(String::new, |id| id.to_string())
}

/// Digest of the cells an edition added: the book commits to it with the edition's row.
pub fn digest(cells: &[Past]) -> String {
    let mut hasher = Sha256::new();
    for cell in cells {
        let line = format!(
            "{}\t{}\t{}\t{}\t{}\t{}\n",
            cell.key,
            board(cell),
            cell.year,
            cell.edition,
            cell.value,
            cell.why.map_or("", code)
        );
        hasher.update(line.as_bytes());
    }
    keys::hex(&hasher.finalize())
}
