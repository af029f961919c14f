//! Where in a year a row of the book belongs.

use kit::db::Conn;
use kit::params;

use super::number;
use crate::base::Problem;

/// The place of a thing: its year and, where it has one, its section or figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub year: i32,
    pub section: Option<u8>,
    pub figure: Option<String>,
}

/// The place of the thing with this kind and id; `None` when there is no such thing.
pub fn place(conn: &Conn, kind: &str, id: &str) -> Result<Option<Place>, Problem> {
    let sql = match kind {
        "year" => {
            "SELECT id AS year_id, NULL AS section, NULL AS figure FROM year_years WHERE id = $1"
        }
        "year_step" => {
            "SELECT year_id, NULL AS section, NULL AS figure FROM year_steps WHERE id = $1"
        }
        "year_entry" => "SELECT year_id, section, figure FROM year_entries WHERE id = $1",
        "year_section" => {
            "SELECT year_id, section, NULL AS figure FROM year_sections WHERE id = $1"
        }
        "year_section_step" => {
            "SELECT year_id, section, NULL AS figure FROM year_section_steps WHERE id = $1"
        }
        "year_paragraph" => {
            "SELECT year_id, section, NULL AS figure FROM year_paragraphs WHERE id = $1"
        }
        "year_comment" => {
            "SELECT year_id, section, NULL AS figure FROM year_comments WHERE id = $1"
        }
        "year_snapshot" => {
            "SELECT year_id, NULL AS section, NULL AS figure FROM year_snapshots WHERE id = $1"
        }
        "year_figure" => {
            "SELECT s.year_id, f.section, f.figure FROM year_figures f
             JOIN year_snapshots s ON s.id = f.snapshot_id WHERE f.id = $1"
        }
        "year_erratum" => "SELECT year_id, NULL AS section, figure FROM year_errata WHERE id = $1",
        "year_edition" => {
            "SELECT year_id, NULL AS section, NULL AS figure FROM year_editions WHERE id = $1"
        }
        "year_file" => {
            "SELECT year_id, NULL AS section, NULL AS figure FROM year_files WHERE id = $1"
        }
        _ => return Ok(None),
    };
    let Some(row) = conn.one(sql, params![id])? else {
        return Ok(None);
    };
    let section: Option<i64> = row.get("section")?;
    Ok(Some(Place {
        year: number(&row.get::<String>("year_id")?),
        section: section.and_then(|section| u8::try_from(section).ok()),
        figure: row.get("figure")?,
    }))
}
