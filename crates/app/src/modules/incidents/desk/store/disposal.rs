//! Retention and disposal.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Tx};
use kit::id::Id;
use kit::params;

use super::super::super::store::{Listed, line_where};
use super::super::super::{CaseId, StepId};
use super::super::{Disposal, DisposalId, LinkId, Period};
use crate::base::Problem;
use crate::base::organisation::ControllerId;

/// How long a controller keeps personal content, and by what it is decided.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodRow {
    pub years: i64,
    pub source: String,
}

/// The period that holds now; the last one written.
pub fn period(conn: &Conn, controller: ControllerId) -> Result<Option<PeriodRow>, Problem> {
    conn.one(
        "SELECT years, source FROM incidents_periods WHERE controller_id = $1 ORDER BY at DESC, id DESC LIMIT 1",
        params![controller],
    )?
    .map(|row| {
        Ok(PeriodRow {
            years: row.get("years")?,
            source: row.get("source")?,
        })
    })
    .transpose()
}

pub fn insert_period(
    tx: &Tx<'_>,
    controller: ControllerId,
    years: i64,
    source: &str,
) -> Result<Id<Period>, Problem> {
    let id = Id::<Period>::at(tx.at());
    tx.run(
        "INSERT INTO incidents_periods (id, controller_id, years, source, at, by_mark) VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, controller, years, source, tx.at(), tx.by()],
    )?;
    Ok(id)
}

/// Closed cases whose period ended before a moment and whose content is still there, the oldest first.
pub fn ended(
    conn: &Conn,
    controller: ControllerId,
    before: Moment,
    limit: i64,
) -> Result<Vec<Listed>, Problem> {
    line_where(
        conn,
        "controller_id = $1 AND stage = 'closed' AND disposal_id IS NULL AND closed_at < $2
         ORDER BY closed_at, id LIMIT $3",
        params![controller, before, limit],
    )
}

pub fn count_ended(conn: &Conn, controller: ControllerId, before: Moment) -> Result<i64, Problem> {
    Ok(conn.value(
        "SELECT COUNT(*) FROM incidents_cases WHERE controller_id = $1 AND stage = 'closed'
         AND disposal_id IS NULL AND closed_at < $2",
        params![controller, before],
    )?)
}

/// A decision to dispose.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub body: String,
    pub day: Day,
    pub paragraph: String,
}

pub fn insert(
    tx: &Tx<'_>,
    controller: ControllerId,
    decision: &Decision,
    cases: i64,
) -> Result<DisposalId, Problem> {
    let id = Id::<Disposal>::at(tx.at());
    tx.run(
        "INSERT INTO incidents_disposals (id, controller_id, body, day, paragraph, cases, at, by_mark)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![id, controller, &decision.body, decision.day, &decision.paragraph, cases, tx.at(), tx.by()],
    )?;
    Ok(id)
}

/// Decisions of a controller, the newest first: body, day, paragraph and how many cases.
pub fn decisions(conn: &Conn, controller: ControllerId) -> Result<Vec<(Decision, i64)>, Problem> {
    conn.all(
        "SELECT body, day, paragraph, cases FROM incidents_disposals WHERE controller_id = $1
         ORDER BY at DESC, id DESC LIMIT 50",
        params![controller],
    )?
    .iter()
    .map(|row| {
        let decision = Decision {
            body: row.get("body")?,
            day: row.get("day")?,
            paragraph: row.get("paragraph")?,
        };
        Ok((decision, row.get("cases")?))
    })
    .collect()
}

/// What stands where words stood: that there were some is a fact of the register.
const GONE: &str = "–";

/// Takes the texts out of a case and its ties, and says by which decision. Gives the steps and ties that changed.
pub fn empty(
    tx: &Tx<'_>,
    id: CaseId,
    decision: Option<DisposalId>,
) -> Result<(Vec<StepId>, Vec<LinkId>), Problem> {
    tx.run(
        "UPDATE incidents_cases SET story = '', facts = CASE WHEN facts = '' THEN '' ELSE $2 END,
           reporter_id = NULL, disposal_id = COALESCE($3, disposal_id, 'restored') WHERE id = $1",
        params![id, GONE, decision],
    )?;
    let steps = tx.all(
        "UPDATE incidents_steps SET words = $2 WHERE case_id = $1 AND words <> '' RETURNING id",
        params![id, GONE],
    )?;
    let links = tx.all(
        "UPDATE incidents_links SET reason = $2 WHERE (case_id = $1 OR other_id = $1) AND reason <> '' RETURNING id",
        params![id, GONE],
    )?;
    let steps = steps
        .iter()
        .map(|row| Ok(row.get("id")?))
        .collect::<Result<_, Problem>>()?;
    let links = links
        .iter()
        .map(|row| Ok(row.get("id")?))
        .collect::<Result<_, Problem>>()?;
    Ok((steps, links))
}

/// Deletes the rows of a table that belong to a case; gives their ids.
pub fn delete_of(tx: &Tx<'_>, table: &str, case: CaseId) -> Result<Vec<Id<CaseId>>, Problem> {
    let sql = format!("DELETE FROM {table} WHERE case_id = $1 RETURNING id");
    let rows = tx.all(&sql, params![case])?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// Takes the words out of some columns of a table's rows of a case; gives the ids of the rows.
pub fn blank_of(
    tx: &Tx<'_>,
    table: &str,
    columns: &[&str],
    case: CaseId,
) -> Result<Vec<Id<CaseId>>, Problem> {
    let sets: Vec<String> = columns
        .iter()
        .map(|column| format!("{column} = CASE WHEN {column} = '' THEN '' ELSE $2 END"))
        .collect();
    let sql = format!(
        "UPDATE {table} SET {} WHERE case_id = $1 RETURNING id",
        sets.join(", ")
    );
    let rows = tx.all(&sql, params![case, GONE])?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}
