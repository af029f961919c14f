//! Lessons, and the lists that are ticked.

use std::collections::HashSet;

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx};
use kit::id::Id;
use kit::params;
use kit::words::Lang;

use super::super::super::CaseId;
use super::super::super::model::About;
use super::super::super::store::CaseRow;
use super::super::{Lesson, LessonId, Point, PointId, TickId};
use crate::base::Problem;

/// A lesson as employees read it.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonRow {
    pub id: LessonId,
    pub about: About,
    pub lang: Lang,
    pub title: String,
    pub text: String,
    pub published: Moment,
}

const LESSON: &str = "SELECT id, about, lang, title, text, published_at FROM incidents_lessons";

fn lesson(row: &Row) -> Result<LessonRow, Problem> {
    Ok(LessonRow {
        id: row.get("id")?,
        about: About::parse(&row.get::<String>("about")?).unwrap_or(About::Other),
        lang: Lang::parse(&row.get::<String>("lang")?).unwrap_or(Lang::En),
        title: row.get("title")?,
        text: row.get("text")?,
        published: row.get("published_at")?,
    })
}

pub fn count_lessons(conn: &Conn) -> Result<i64, Problem> {
    Ok(conn.value(
        "SELECT COUNT(*) FROM incidents_lessons WHERE ended_at IS NULL",
        &[],
    )?)
}

/// Published lessons, the newest first.
pub fn lessons(conn: &Conn, (limit, offset): (i64, i64)) -> Result<Vec<LessonRow>, Problem> {
    let sql = format!(
        "{LESSON} WHERE ended_at IS NULL ORDER BY published_at DESC, id DESC LIMIT $1 OFFSET $2"
    );
    conn.all(&sql, params![limit, offset])?
        .iter()
        .map(lesson)
        .collect()
}

/// The published lesson of a case.
pub fn lesson_of(conn: &Conn, case: CaseId) -> Result<Option<LessonRow>, Problem> {
    let sql = format!("{LESSON} WHERE case_id = $1 AND ended_at IS NULL");
    conn.one(&sql, params![case])?
        .as_ref()
        .map(lesson)
        .transpose()
}

/// Whether a lesson of the case was ever published.
pub fn taught(conn: &Conn, case: CaseId) -> Result<bool, Problem> {
    let lessons: i64 = conn.value(
        "SELECT COUNT(*) FROM incidents_lessons WHERE case_id = $1",
        params![case],
    )?;
    Ok(lessons > 0)
}

/// The lesson that the reporter of a case is shown: of the case in which it goes on, when it was merged.
pub fn lesson_for(conn: &Conn, case: &CaseRow) -> Result<Option<LessonRow>, Problem> {
    lesson_of(conn, case.standing.merged.unwrap_or(case.id))
}

/// Which of these cases have such a lesson.
pub fn with_lesson(conn: &Conn, cases: &[CaseId]) -> Result<HashSet<CaseId>, Problem> {
    if cases.is_empty() {
        return Ok(HashSet::new());
    }
    let ids: Vec<String> = cases.iter().map(|id| format!("'{id}'")).collect();
    let sql = format!(
        "SELECT DISTINCT c.id FROM incidents_cases c
         JOIN incidents_lessons l ON l.case_id = COALESCE(c.merged_id, c.id)
         WHERE l.ended_at IS NULL AND c.id IN ({})",
        ids.join(", ")
    );
    let rows = conn.all(&sql, &[])?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// A lesson to publish.
#[derive(Clone, Debug, PartialEq)]
pub struct NewLesson {
    pub lang: Lang,
    pub title: String,
    pub text: String,
}

pub fn insert_lesson(
    tx: &Tx<'_>,
    case: CaseId,
    about: About,
    new: &NewLesson,
) -> Result<LessonId, Problem> {
    let id = Id::<Lesson>::random();
    tx.run(
        "INSERT INTO incidents_lessons (id, case_id, about, lang, title, text, published_at, by_mark)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![id, case, about.code(), new.lang.code(), &new.title, &new.text, tx.at(), tx.by()],
    )?;
    Ok(id)
}

pub fn end_lesson(tx: &Tx<'_>, id: LessonId) -> Result<(), Problem> {
    tx.run(
        "UPDATE incidents_lessons SET ended_at = $2 WHERE id = $1",
        params![id, tx.at()],
    )?;
    Ok(())
}

/// A point that the installation added.
#[derive(Clone, Debug, PartialEq)]
pub struct PointRow {
    pub id: PointId,
    /// None for every kind.
    pub about: Option<About>,
    pub text: String,
}

/// The installation's own points, oldest first.
pub fn points(conn: &Conn) -> Result<Vec<PointRow>, Problem> {
    conn.all(
        "SELECT id, about, text FROM incidents_points WHERE ended_at IS NULL ORDER BY at, id",
        &[],
    )?
    .iter()
    .map(|row| {
        Ok(PointRow {
            id: row.get("id")?,
            about: About::parse(&row.get::<String>("about")?),
            text: row.get("text")?,
        })
    })
    .collect()
}

pub fn insert_point(tx: &Tx<'_>, about: Option<About>, text: &str) -> Result<PointId, Problem> {
    let id = Id::<Point>::at(tx.at());
    tx.run(
        "INSERT INTO incidents_points (id, about, text, at, by_mark) VALUES ($1, $2, $3, $4, $5)",
        params![id, about.map_or("", About::code), text, tx.at(), tx.by()],
    )?;
    Ok(id)
}

pub fn end_point(tx: &Tx<'_>, id: PointId) -> Result<u64, Problem> {
    Ok(tx.run(
        "UPDATE incidents_points SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
        params![id, tx.at()],
    )?)
}

/// A tick that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TickRow {
    pub id: TickId,
    pub point: String,
    pub at: Moment,
    pub by: String,
}

pub fn ticks(conn: &Conn, case: CaseId) -> Result<Vec<TickRow>, Problem> {
    conn.all(
        "SELECT id, point, at, by_mark FROM incidents_ticks WHERE case_id = $1 AND ended_at IS NULL ORDER BY at, id",
        params![case],
    )?
    .iter()
    .map(|row| {
        Ok(TickRow {
            id: row.get("id")?,
            point: row.get("point")?,
            at: row.get("at")?,
            by: row.get("by_mark")?,
        })
    })
    .collect()
}

pub fn insert_tick(tx: &Tx<'_>, case: CaseId, point: &str) -> Result<TickId, Problem> {
    let id = TickId::random();
    tx.run(
        "INSERT INTO incidents_ticks (id, case_id, point, at, by_mark) VALUES ($1, $2, $3, $4, $5)",
        params![id, case, point, tx.at(), tx.by()],
    )?;
    Ok(id)
}

pub fn end_tick(tx: &Tx<'_>, id: TickId) -> Result<(), Problem> {
    tx.run(
        "UPDATE incidents_ticks SET ended_at = $2, ended_by = $3 WHERE id = $1",
        params![id, tx.at(), tx.by()],
    )?;
    Ok(())
}
