//! Frozen sheets.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Row, Tx};
use kit::id::Id;
use kit::params;
use serde::{Deserialize, Serialize};

use super::{json, number, to_json};
use crate::base::Problem;
use crate::base::organisation::ControllerId;
use crate::year::catalogue::{Definition, Visibility};
use crate::year::sheet::{Board, Cell, Paragraph, Sheet, SheetFigure, SheetTarget};

pub struct SnapshotKind;
pub struct FigureKind;
pub type SnapshotId = Id<SnapshotKind>;

/// A snapshot without its figures.
#[derive(Clone, Debug)]
pub struct SnapshotRow {
    pub id: SnapshotId,
    pub year: i32,
    pub number: i64,
    pub taken_at: Moment,
    pub cutoff: Day,
    pub head: String,
    pub boards: Vec<Board>,
    pub years: Vec<i32>,
    pub texts: Vec<FrozenSection>,
    pub targets: Vec<SheetTarget>,
}

/// A section's texts as they were frozen.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FrozenSection {
    pub number: u8,
    pub key: String,
    pub title: kit::words::Texts,
    pub lead: kit::words::Texts,
    pub visibility: Visibility,
    pub paragraphs: Vec<Paragraph>,
}

/// A figure as it was frozen.
#[derive(Clone, Debug)]
pub struct Frozen {
    pub snapshot: SnapshotId,
    pub section: u8,
    pub figure: SheetFigure,
}

/// A cell in short: boards by their place among the snapshot's boards; cells that say nothing are left out
/// and come back as not available.
#[derive(Serialize, Deserialize)]
struct Short {
    y: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    b: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    v: Option<Exact>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    p: Option<(Exact, Exact)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<kit::words::Texts>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    e: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    i: bool,
}

/// A number that comes back to the last bit. As text, because JSON readers may round the last digit of a
/// number, and a frozen value must not move.
#[derive(Clone, Copy)]
struct Exact(f64);

impl Serialize for Exact {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map(Exact).map_err(serde::de::Error::custom)
    }
}

fn shortened(figure: &SheetFigure, boards: &[Board]) -> Vec<Short> {
    let cells = figure.cells.iter();
    cells
        .filter(|cell| {
            cell.value.is_some() || cell.parts.is_some() || cell.note.is_some() || cell.entered
        })
        .map(|cell| Short {
            y: cell.year,
            b: cell
                .board
                .and_then(|id| boards.iter().position(|board| board.id == id)),
            v: cell.value.map(Exact),
            p: cell
                .parts
                .map(|(above, below)| (Exact(above), Exact(below))),
            n: cell.note.clone(),
            e: cell.entered,
            i: cell.incomplete,
        })
        .collect()
}

fn restored(def: &Definition, short: Vec<Short>, boards: &[Board], years: &[i32]) -> Vec<Cell> {
    let mut known: std::collections::HashMap<(i32, Option<usize>), Short> = short
        .into_iter()
        .map(|cell| ((cell.y, cell.b), cell))
        .collect();
    let count = if def.boards { boards.len() } else { 0 };
    let mut cells = Vec::with_capacity(years.len() * (count + 1));
    for year in years {
        for place in std::iter::once(None).chain((0..count).map(Some)) {
            let found = known.remove(&(*year, place));
            let board = place.and_then(|at| boards.get(at)).map(|board| board.id);
            cells.push(cell(*year, board, found));
        }
    }
    cells
}

fn cell(year: i32, board: Option<ControllerId>, found: Option<Short>) -> Cell {
    let (value, parts, note, entered, incomplete) = match found {
        Some(short) => (
            short.v.map(|exact| exact.0),
            short.p.map(|(above, below)| (above.0, below.0)),
            short.n,
            short.e,
            short.i,
        ),
        None => (None, None, None, false, false),
    };
    Cell {
        board,
        year,
        value,
        parts,
        note,
        entered,
        incomplete,
    }
}

pub fn add_snapshot(tx: &Tx<'_>, sheet: &Sheet) -> Result<SnapshotId, Problem> {
    let id = Id::at(tx.at());
    let texts: Vec<FrozenSection> = sheet
        .sections
        .iter()
        .map(|section| FrozenSection {
            number: section.number,
            key: section.key.clone(),
            title: section.title.clone(),
            lead: section.lead.clone(),
            visibility: section.visibility,
            paragraphs: section.paragraphs.clone(),
        })
        .collect();
    tx.run(
        "INSERT INTO year_snapshots
           (id, year_id, number, taken_at, cutoff, head, boards, years, texts, targets, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            id,
            sheet.year.to_string(),
            sheet.number,
            sheet.taken_at,
            sheet.cutoff,
            sheet.head.as_str(),
            to_json(&sheet.boards)?,
            to_json(&sheet.years)?,
            to_json(&texts)?,
            to_json(&sheet.targets)?,
            tx.by(),
        ],
    )?;
    Ok(id)
}

pub fn add_figure(
    tx: &Tx<'_>,
    snapshot: SnapshotId,
    place: usize,
    figure: &SheetFigure,
    boards: &[Board],
) -> Result<Id<FigureKind>, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO year_figures (id, snapshot_id, figure, section, place, definition, cells)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            id,
            snapshot,
            figure.def.key.as_str(),
            figure.def.section,
            place,
            to_json(&figure.def)?,
            to_json(&shortened(figure, boards))?,
        ],
    )?;
    Ok(id)
}

const SNAPSHOT: &str = "SELECT id, year_id, number, taken_at, cutoff, head, boards, years, texts, targets FROM year_snapshots";

fn snapshot_row(row: &Row) -> Result<SnapshotRow, Problem> {
    Ok(SnapshotRow {
        id: row.get("id")?,
        year: number(&row.get::<String>("year_id")?),
        number: row.get("number")?,
        taken_at: row.get("taken_at")?,
        cutoff: row.get("cutoff")?,
        head: row.get("head")?,
        boards: json(row, "boards")?,
        years: json(row, "years")?,
        texts: json(row, "texts")?,
        targets: json(row, "targets")?,
    })
}

pub fn snapshot(conn: &Conn, year: i32, number: i64) -> Result<Option<SnapshotRow>, Problem> {
    let sql = format!("{SNAPSHOT} WHERE year_id = $1 AND number = $2");
    conn.one(&sql, params![year.to_string(), number])?
        .as_ref()
        .map(snapshot_row)
        .transpose()
}

/// The figures of a snapshot in order, of one section or of all.
pub fn figures(
    conn: &Conn,
    snapshot: &SnapshotRow,
    section: Option<u8>,
) -> Result<Vec<Frozen>, Problem> {
    conn.all(
        "SELECT section, definition, cells FROM year_figures
         WHERE snapshot_id = $1 AND (CAST($2 AS BIGINT) IS NULL OR section = $2) ORDER BY place",
        params![snapshot.id, section],
    )?
    .iter()
    .map(|row| {
        let def: Definition = json(row, "definition")?;
        let cells = restored(&def, json(row, "cells")?, &snapshot.boards, &snapshot.years);
        Ok(Frozen {
            snapshot: snapshot.id,
            section: def.section,
            figure: SheetFigure { def, cells },
        })
    })
    .collect()
}

/// A snapshot of an earlier year as a later sheet needs it.
#[derive(Clone, Debug)]
pub struct Last {
    pub id: SnapshotId,
    pub year: i32,
    pub boards: Vec<Board>,
}

/// Of each year the approved snapshot, else the newest one.
pub fn last_snapshots(conn: &Conn, from: i32, to: i32) -> Result<Vec<Last>, Problem> {
    let rows = conn.all(
        "SELECT s.id, s.year_id, s.boards FROM year_snapshots s
         LEFT JOIN year_steps a ON a.year_id = s.year_id AND a.number = s.number AND a.kind = 'approved'
         WHERE s.year_id BETWEEN $1 AND $2
         ORDER BY s.year_id, CASE WHEN a.id IS NULL THEN 0 ELSE 1 END, s.number",
        params![from.to_string(), to.to_string()],
    )?;
    let mut found: Vec<Last> = Vec::new();
    for row in &rows {
        let last = Last {
            id: row.get("id")?,
            year: number(&row.get::<String>("year_id")?),
            boards: json(row, "boards")?,
        };
        match found.last_mut() {
            Some(known) if known.year == last.year => *known = last,
            _ => found.push(last),
        }
    }
    Ok(found)
}

/// The values that snapshots froze for their own years: year, figure, cell. One statement for all.
pub fn own_cells(
    conn: &Conn,
    snapshots: &[Last],
    section: Option<u8>,
) -> Result<Vec<(String, Cell)>, Problem> {
    if snapshots.is_empty() {
        return Ok(Vec::new());
    }
    let list: Vec<String> = snapshots
        .iter()
        .map(|last| format!("'{}'", last.id))
        .collect();
    let sql = format!(
        "SELECT snapshot_id, figure, cells FROM year_figures
         WHERE snapshot_id IN ({}) AND cells <> '[]' AND (CAST($1 AS BIGINT) IS NULL OR section = $1)",
        list.join(", ")
    );
    let mut cells = Vec::new();
    for row in conn.all(&sql, params![section])? {
        let id: SnapshotId = row.get("snapshot_id")?;
        let Some(of) = snapshots.iter().find(|last| last.id == id) else {
            continue;
        };
        let key: String = row.get("figure")?;
        let short: Vec<Short> = json(&row, "cells")?;
        for one in short.into_iter().filter(|one| one.y == of.year) {
            let board = match one.b {
                None => None,
                Some(at) => match of.boards.get(at) {
                    Some(board) => Some(board.id),
                    None => continue,
                },
            };
            cells.push((key.clone(), cell(of.year, board, Some(one))));
        }
    }
    Ok(cells)
}
