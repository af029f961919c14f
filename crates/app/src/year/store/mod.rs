//! The year's SQL. Here: years and what happened to them.

mod entries;
mod errata;
mod naming;
mod snapshots;
mod targets;
mod texts;

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx};
use kit::id::Id;
use kit::params;
use kit::words::Texts;

pub use entries::{
    Import, entries, entries_of_years, entry_id, import, import_done, keep_import, put_entry,
};
pub use errata::{add_erratum, errata};
pub use naming::{Place, place};
pub use snapshots::{
    Frozen, SnapshotRow, add_figure, add_snapshot, figures, last_snapshots, own_cells, snapshot,
};
pub use targets::{TargetId, TargetRow, add_target, add_target_step, target, targets};
pub use texts::{
    ParagraphId, ParagraphRow, SectionRow, add_comment, add_stage, comments, empty_paragraph,
    leave_comments, leave_sections, paragraph, paragraphs, put_paragraph, put_place, put_section,
    sections, stages,
};

use super::model::{Kind, Step};
use super::sheet::Approval;
use crate::base::Problem;
use crate::base::audit::Kept;

pub const YEAR: Kept = Kept {
    kind: "year",
    table: "year_years",
};
pub const STEP: Kept = Kept {
    kind: "year_step",
    table: "year_steps",
};
pub const ENTRY: Kept = Kept {
    kind: "year_entry",
    table: "year_entries",
};
pub const SECTION: Kept = Kept {
    kind: "year_section",
    table: "year_sections",
};
pub const STAGE: Kept = Kept {
    kind: "year_section_step",
    table: "year_section_steps",
};
pub const PARAGRAPH: Kept = Kept {
    kind: "year_paragraph",
    table: "year_paragraphs",
};
pub const COMMENT: Kept = Kept {
    kind: "year_comment",
    table: "year_comments",
};
pub const TARGET: Kept = Kept {
    kind: "year_target",
    table: "year_targets",
};
pub const TARGET_STEP: Kept = Kept {
    kind: "year_target_step",
    table: "year_target_steps",
};
pub const SNAPSHOT: Kept = Kept {
    kind: "year_snapshot",
    table: "year_snapshots",
};
pub const FIGURE: Kept = Kept {
    kind: "year_figure",
    table: "year_figures",
};
pub const ERRATUM: Kept = Kept {
    kind: "year_erratum",
    table: "year_errata",
};

pub struct StepKind;
pub type StepId = Id<StepKind>;

/// A year with everything that happened to it, oldest first.
#[derive(Clone, Debug)]
pub struct YearRow {
    pub year: i32,
    pub kind: Kind,
    pub steps: Vec<StepRow>,
}

#[derive(Clone, Debug)]
pub struct StepRow {
    pub step: Step,
    pub at: Moment,
    /// An actor's mark.
    pub by: String,
}

impl YearRow {
    /// The approved snapshot and who approved it.
    pub fn approval(&self) -> Option<(i64, &Approval)> {
        self.steps.iter().find_map(|row| match &row.step {
            Step::Approved { number, approval } => Some((*number, approval)),
            _ => None,
        })
    }

    /// When it was published last.
    pub fn published(&self) -> Option<Moment> {
        let published = |row: &&StepRow| matches!(row.step, Step::Published { .. });
        self.steps.iter().rev().find(published).map(|row| row.at)
    }

    /// The newest snapshot.
    pub fn closed(&self) -> Option<i64> {
        let numbers = self.steps.iter().filter_map(|row| match row.step {
            Step::Closed { number } => Some(number),
            _ => None,
        });
        numbers.max()
    }
}

/// All years that were opened, newest first.
pub fn years(conn: &Conn) -> Result<Vec<YearRow>, Problem> {
    read_years(conn, None)
}

pub fn year(conn: &Conn, year: i32) -> Result<Option<YearRow>, Problem> {
    Ok(read_years(conn, Some(year))?.into_iter().next())
}

fn read_years(conn: &Conn, one: Option<i32>) -> Result<Vec<YearRow>, Problem> {
    let rows = conn.all(
        "SELECT y.id, y.kind AS year_kind, s.kind, s.number, s.body, s.day, s.paragraph, s.made_at, s.made_by
         FROM year_years y JOIN year_steps s ON s.year_id = y.id
         WHERE CAST($1 AS TEXT) IS NULL OR y.id = $1
         ORDER BY y.id DESC, s.place",
        params![one.map(|year| year.to_string())],
    )?;
    let mut years: Vec<YearRow> = Vec::new();
    for row in &rows {
        let year = number(&row.get::<String>("id")?);
        if years.last().is_none_or(|last| last.year != year) {
            let kind = Kind::parse(&row.get::<String>("year_kind")?).unwrap_or(Kind::Counted);
            years.push(YearRow {
                year,
                kind,
                steps: Vec::new(),
            });
        }
        if let (Some(last), Some(step)) = (years.last_mut(), step(row)?) {
            last.steps.push(step);
        }
    }
    Ok(years)
}

fn step(row: &Row) -> Result<Option<StepRow>, Problem> {
    let number = row.get::<Option<i64>>("number")?.unwrap_or(0);
    let step = match row.get::<String>("kind")?.as_str() {
        "opened" => Step::Opened,
        "closed" => Step::Closed { number },
        "published" => Step::Published { number },
        "approved" => Step::Approved {
            number,
            approval: Approval {
                body: json_texts(row, "body")?,
                day: row.get("day")?,
                paragraph: row.get("paragraph")?,
            },
        },
        _ => return Ok(None),
    };
    Ok(Some(StepRow {
        step,
        at: row.get("made_at")?,
        by: row.get("made_by")?,
    }))
}

pub fn add_year(tx: &Tx<'_>, year: i32, kind: Kind) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO year_years (id, kind) VALUES ($1, $2)",
        params![year.to_string(), kind.code()],
    )?;
    Ok(())
}

pub fn set_kind(tx: &Tx<'_>, year: i32, kind: Kind) -> Result<(), Problem> {
    tx.run(
        "UPDATE year_years SET kind = $2 WHERE id = $1",
        params![year.to_string(), kind.code()],
    )?;
    Ok(())
}

pub fn add_step(tx: &Tx<'_>, year: i32, step: &Step) -> Result<StepId, Problem> {
    let id = StepId::at(tx.at());
    let place: i64 = tx.value(
        "SELECT COALESCE(MAX(place), 0) + 1 FROM year_steps WHERE year_id = $1",
        params![year.to_string()],
    )?;
    let approval = match step {
        Step::Approved { approval, .. } => Some(approval),
        _ => None,
    };
    tx.run(
        "INSERT INTO year_steps
           (id, year_id, kind, number, body, day, paragraph, made_at, made_by, place)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            id,
            year.to_string(),
            step.code(),
            step.number(),
            approval.map(|approval| approval.body.to_json()),
            approval.map(|approval| approval.day),
            approval.map(|approval| approval.paragraph.clone()),
            tx.at(),
            tx.by(),
            place,
        ],
    )?;
    Ok(id)
}

fn json_texts(row: &Row, column: &str) -> Result<Texts, Problem> {
    let json: Option<String> = row.get(column)?;
    Ok(json
        .and_then(|json| Texts::from_json(&json))
        .unwrap_or_default())
}

/// Reads a JSON column that this program wrote.
fn json<T: serde::de::DeserializeOwned>(row: &Row, column: &str) -> Result<T, Problem> {
    serde_json::from_str(&row.get::<String>(column)?)
        .map_err(|error| Problem::Outside(format!("{column}: {error}")))
}

fn to_json<T: serde::Serialize>(value: &T) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(|error| Problem::Outside(error.to_string()))
}

/// A year's id is its number; four digits sort as text.
fn number(id: &str) -> i32 {
    id.parse().unwrap_or(0)
}
