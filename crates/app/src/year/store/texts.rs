//! Sections of a year: who answers for them, their paragraphs and comments.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Tx};
use kit::id::Id;
use kit::params;
use kit::words::Texts;

use super::json_texts;
use crate::base::Problem;
use crate::base::organisation::PersonId;
use crate::year::catalogue::Visibility;
use crate::year::model::{ParagraphDraft, Plan, Stage};

pub struct ParagraphKind;
pub struct CommentKind;
pub struct StageKind;
pub type ParagraphId = Id<ParagraphKind>;

/// A section's plan in a year. Sections without a row have none and are public.
#[derive(Clone, Debug)]
pub struct SectionRow {
    pub section: u8,
    pub plan: Plan,
}

#[derive(Clone, Debug)]
pub struct ParagraphRow {
    pub id: ParagraphId,
    pub section: u8,
    pub place: i64,
    pub text: Texts,
    pub visibility: Visibility,
}

#[derive(Clone, Debug)]
pub struct CommentRow {
    pub person: Option<PersonId>,
    pub text: String,
    pub at: Moment,
}

/// `2025:9`.
pub fn section_id(year: i32, section: u8) -> String {
    format!("{year}:{section}")
}

fn small(number: i64) -> u8 {
    u8::try_from(number).unwrap_or(0)
}

pub fn sections(conn: &Conn, year: i32) -> Result<Vec<SectionRow>, Problem> {
    conn.all(
        "SELECT section, owner_id, due, visibility FROM year_sections WHERE year_id = $1 ORDER BY section",
        params![year.to_string()],
    )?
    .iter()
    .map(|row| {
        let visibility = Visibility::parse(&row.get::<String>("visibility")?);
        Ok(SectionRow {
            section: small(row.get("section")?),
            plan: Plan {
                owner: row.get("owner_id")?,
                due: row.get::<Option<Day>>("due")?,
                visibility: visibility.unwrap_or(Visibility::Internal),
            },
        })
    })
    .collect()
}

pub fn put_section(tx: &Tx<'_>, year: i32, section: u8, plan: &Plan) -> Result<String, Problem> {
    let id = section_id(year, section);
    tx.run(
        "INSERT INTO year_sections (id, year_id, section, owner_id, due, visibility)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, due = excluded.due,
           visibility = excluded.visibility",
        params![
            id.as_str(),
            year.to_string(),
            section,
            plan.owner,
            plan.due,
            plan.visibility.code()
        ],
    )?;
    Ok(id)
}

/// The stage of each section that has one.
pub fn stages(conn: &Conn, year: i32) -> Result<Vec<(u8, Stage)>, Problem> {
    let rows = conn.all(
        "SELECT section, state FROM year_section_steps WHERE year_id = $1 ORDER BY section, place",
        params![year.to_string()],
    )?;
    let mut last = std::collections::BTreeMap::new();
    for row in rows {
        if let Some(stage) = Stage::parse(&row.get::<String>("state")?) {
            last.insert(small(row.get("section")?), stage);
        }
    }
    Ok(last.into_iter().collect())
}

pub fn add_stage(
    tx: &Tx<'_>,
    year: i32,
    section: u8,
    stage: Stage,
) -> Result<Id<StageKind>, Problem> {
    let place: i64 = tx.value(
        "SELECT COALESCE(MAX(place), 0) + 1 FROM year_section_steps WHERE year_id = $1 AND section = $2",
        params![year.to_string(), section],
    )?;
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO year_section_steps (id, year_id, section, place, state, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            id,
            year.to_string(),
            section,
            place,
            stage.code(),
            tx.at(),
            tx.by()
        ],
    )?;
    Ok(id)
}

/// Paragraphs of a year in order, of one section or of all.
pub fn paragraphs(
    conn: &Conn,
    year: i32,
    section: Option<u8>,
) -> Result<Vec<ParagraphRow>, Problem> {
    conn.all(
        "SELECT id, section, place, text, visibility FROM year_paragraphs
         WHERE year_id = $1 AND text <> '{}' AND (CAST($2 AS BIGINT) IS NULL OR section = $2)
         ORDER BY section, place, id",
        params![year.to_string(), section],
    )?
    .iter()
    .map(|row| {
        let visibility = Visibility::parse(&row.get::<String>("visibility")?);
        Ok(ParagraphRow {
            id: row.get("id")?,
            section: small(row.get("section")?),
            place: row.get("place")?,
            text: json_texts(row, "text")?,
            visibility: visibility.unwrap_or(Visibility::Internal),
        })
    })
    .collect()
}

pub fn paragraph(
    conn: &Conn,
    year: i32,
    section: u8,
    id: ParagraphId,
) -> Result<Option<ParagraphRow>, Problem> {
    let all = paragraphs(conn, year, Some(section))?;
    Ok(all.into_iter().find(|row| row.id == id))
}

/// Stores a paragraph: a new one at the end, or in the place of `id`.
pub fn put_paragraph(
    tx: &Tx<'_>,
    year: i32,
    section: u8,
    id: Option<ParagraphId>,
    draft: &ParagraphDraft,
) -> Result<ParagraphId, Problem> {
    let id = id.unwrap_or_else(|| Id::at(tx.at()));
    let last: i64 = tx.value(
        "SELECT COALESCE(MAX(place), 0) FROM year_paragraphs WHERE year_id = $1 AND section = $2",
        params![year.to_string(), section],
    )?;
    tx.run(
        "INSERT INTO year_paragraphs (id, year_id, section, place, text, visibility, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET text = excluded.text, visibility = excluded.visibility,
           made_at = excluded.made_at, made_by = excluded.made_by",
        params![
            id,
            year.to_string(),
            section,
            last + 1,
            draft.text.to_json(),
            draft.visibility.code(),
            tx.at(),
            tx.by(),
        ],
    )?;
    Ok(id)
}

/// Puts a paragraph in another place of its section.
pub fn put_place(tx: &Tx<'_>, id: ParagraphId, place: i64) -> Result<(), Problem> {
    tx.run(
        "UPDATE year_paragraphs SET place = $2 WHERE id = $1",
        params![id, place],
    )?;
    Ok(())
}

/// Takes a draft's paragraph away. Frozen sheets keep theirs.
pub fn empty_paragraph(tx: &Tx<'_>, id: ParagraphId) -> Result<(), Problem> {
    tx.run(
        "UPDATE year_paragraphs SET text = '{}', made_at = $2, made_by = $3 WHERE id = $1",
        params![id, tx.at(), tx.by()],
    )?;
    Ok(())
}

pub fn add_comment(
    tx: &Tx<'_>,
    year: i32,
    section: u8,
    person: Option<PersonId>,
    text: &str,
) -> Result<Id<CommentKind>, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO year_comments (id, year_id, section, person_id, text, made_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, year.to_string(), section, person, text, tx.at()],
    )?;
    Ok(id)
}

pub fn comments(conn: &Conn, year: i32, section: u8) -> Result<Vec<CommentRow>, Problem> {
    conn.all(
        "SELECT person_id, text, made_at FROM year_comments
         WHERE year_id = $1 AND section = $2 ORDER BY made_at, id",
        params![year.to_string(), section],
    )?
    .iter()
    .map(|row| {
        Ok(CommentRow {
            person: row.get("person_id")?,
            text: row.get("text")?,
            at: row.get("made_at")?,
        })
    })
    .collect()
}

/// Takes a person out of the plans they own; gives their ids.
pub fn leave_sections(tx: &Tx<'_>, person: PersonId) -> Result<Vec<String>, Problem> {
    tx.all(
        "UPDATE year_sections SET owner_id = NULL WHERE owner_id = $1 RETURNING id",
        params![person],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}

/// The same for remarks.
pub fn leave_comments(tx: &Tx<'_>, person: PersonId) -> Result<Vec<String>, Problem> {
    tx.all(
        "UPDATE year_comments SET person_id = NULL WHERE person_id = $1 RETURNING id",
        params![person],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}
