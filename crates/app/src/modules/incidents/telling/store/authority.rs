//! The authority's number, questions and decisions; the supplier and what we asked it.

use kit::clock::Day;
use kit::db::{Conn, Row, Tx};
use kit::params;

use super::super::super::CaseId;
use super::super::super::model::When;
use super::super::model::{Answered, Asked, Decision, Matter, Question, Ruling, Supplier};
use super::super::{DecisionId, MatterId, QuestionId, SupplierId};
use crate::base::Problem;
use crate::base::organisation::ControllerId;

type Of = (CaseId, ControllerId);

/// The authority's number, once there is one.
pub fn matter(conn: &Conn, case: CaseId) -> Result<Option<Matter>, Problem> {
    let row = conn.one(
        "SELECT number, contact FROM incidents_telling_matters WHERE case_id = $1",
        params![case],
    )?;
    row.map(|row| {
        Ok(Matter {
            number: row.get("number")?,
            contact: row.get("contact")?,
        })
    })
    .transpose()
}

pub fn save_matter(
    tx: &Tx<'_>,
    (case, controller): Of,
    matter: &Matter,
) -> Result<MatterId, Problem> {
    let row = tx.one(
        "INSERT INTO incidents_telling_matters (id, case_id, controller_id, number, contact, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (case_id) DO UPDATE SET number = $4, contact = $5, changed_at = $6 RETURNING id",
        params![MatterId::random(), case, controller, &matter.number, &matter.contact, tx.at()],
    )?;
    Ok(row.ok_or(Problem::NotFound)?.get("id")?)
}

/// A question with its answer.
#[derive(Clone, Debug)]
pub struct QuestionRow {
    pub id: QuestionId,
    pub question: Question,
    pub answered: Option<Day>,
    pub answer: String,
}

const QUESTION: &str = "SELECT id, kind, asked_on, words, due_on, answered_on, answer FROM incidents_telling_questions";

fn question_row(row: &Row) -> Result<QuestionRow, Problem> {
    Ok(QuestionRow {
        id: row.get("id")?,
        question: Question {
            kind: Asked::parse(&row.get::<String>("kind")?).unwrap_or(Asked::Question),
            asked: row.get("asked_on")?,
            words: row.get("words")?,
            due: row.get("due_on")?,
        },
        answered: row.get("answered_on")?,
        answer: row.get("answer")?,
    })
}

pub fn questions(conn: &Conn, case: CaseId) -> Result<Vec<QuestionRow>, Problem> {
    let sql = format!("{QUESTION} WHERE case_id = $1 ORDER BY asked_on, id");
    conn.all(&sql, params![case])?
        .iter()
        .map(question_row)
        .collect()
}

pub fn question(conn: &Conn, case: CaseId, id: QuestionId) -> Result<Option<QuestionRow>, Problem> {
    let sql = format!("{QUESTION} WHERE case_id = $1 AND id = $2");
    conn.one(&sql, params![case, id])?
        .as_ref()
        .map(question_row)
        .transpose()
}

/// How many of them wait.
pub fn open_questions(conn: &Conn, case: CaseId) -> Result<i64, Problem> {
    Ok(conn.value(
        "SELECT COUNT(*) FROM incidents_telling_questions WHERE case_id = $1 AND answered_on IS NULL",
        params![case],
    )?)
}

pub fn add_question(
    tx: &Tx<'_>,
    (case, controller): Of,
    new: &Question,
) -> Result<QuestionId, Problem> {
    let id = QuestionId::random();
    tx.run(
        "INSERT INTO incidents_telling_questions (id, case_id, controller_id, kind, asked_on, words, due_on, answer,
           by_mark, written_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, $9)",
        params![id, case, controller, new.kind.code(), new.asked, &new.words, new.due, tx.by(), tx.at()],
    )?;
    Ok(id)
}

pub fn answer(tx: &Tx<'_>, id: QuestionId, reply: &Answered) -> Result<(), Problem> {
    tx.run(
        "UPDATE incidents_telling_questions SET answered_on = $2, answer = $3 WHERE id = $1",
        params![id, reply.answered, &reply.words],
    )?;
    Ok(())
}

/// A decision of the authority.
#[derive(Clone, Debug)]
pub struct DecisionRow {
    pub decision: Decision,
}

pub fn decisions(conn: &Conn, case: CaseId) -> Result<Vec<DecisionRow>, Problem> {
    conn.all(
        "SELECT kind, decided_on, reference, words, due_on FROM incidents_telling_decisions
         WHERE case_id = $1 ORDER BY decided_on, id",
        params![case],
    )?
    .iter()
    .map(|row| {
        Ok(DecisionRow {
            decision: Decision {
                ruling: Ruling::parse(&row.get::<String>("kind")?).unwrap_or(Ruling::Other),
                decided: row.get("decided_on")?,
                reference: row.get("reference")?,
                words: row.get("words")?,
                due: row.get("due_on")?,
            },
        })
    })
    .collect()
}

pub fn add_decision(
    tx: &Tx<'_>,
    (case, controller): Of,
    new: &Decision,
) -> Result<DecisionId, Problem> {
    let id = DecisionId::random();
    tx.run(
        "INSERT INTO incidents_telling_decisions (id, case_id, controller_id, kind, decided_on, reference, words, due_on,
           by_mark, written_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            id,
            case,
            controller,
            new.ruling.code(),
            new.decided,
            &new.reference,
            &new.words,
            new.due,
            tx.by(),
            tx.at()
        ],
    )?;
    Ok(id)
}

/// What a supplier told, if the case is one of a supplier.
pub fn supplier(conn: &Conn, case: CaseId) -> Result<Option<Supplier>, Problem> {
    let row = conn.one(
        "SELECT name, contact, sub_processor, agreement, aware_at, aware_day, told_at, story
         FROM incidents_telling_suppliers WHERE case_id = $1",
        params![case],
    )?;
    row.map(|row| {
        // A day, a month or a year, when no more is known.
        let part: Option<String> = row.get("aware_day")?;
        Ok(Supplier {
            name: row.get("name")?,
            contact: row.get("contact")?,
            sub_processor: row.get("sub_processor")?,
            agreement: row.get("agreement")?,
            aware: When::stored(row.get("aware_at")?, part.as_deref()),
            told: row.get("told_at")?,
            story: row.get("story")?,
        })
    })
    .transpose()
}

pub fn save_supplier(
    tx: &Tx<'_>,
    (case, controller): Of,
    new: &Supplier,
) -> Result<SupplierId, Problem> {
    let part = new.aware.parts().and_then(|(from, _)| from.input());
    let row = tx.one(
        "INSERT INTO incidents_telling_suppliers (id, case_id, controller_id, name, contact, sub_processor, agreement,
           aware_at, aware_day, told_at, story, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (case_id) DO UPDATE SET name = $4, contact = $5, sub_processor = $6, agreement = $7, aware_at = $8,
           aware_day = $9, told_at = $10, story = $11, changed_at = $12 RETURNING id",
        params![
            SupplierId::random(),
            case,
            controller,
            &new.name,
            &new.contact,
            &new.sub_processor,
            &new.agreement,
            new.aware.moment(),
            part,
            new.told,
            &new.story,
            tx.at()
        ],
    )?;
    Ok(row.ok_or(Problem::NotFound)?.get("id")?)
}
