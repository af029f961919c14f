//! The cases of a period with all their steps, for the figures: one statement.

use kit::clock::Moment;
use kit::db::{Conn, Row};
use kit::params;

use super::super::CaseId;
use super::super::model::{Known, KnownStep};
use super::super::reporting::Way;
use super::step;
use crate::base::Problem;

fn day_only(row: &Row) -> Result<bool, Problem> {
    let way: Option<String> = row.get("way")?;
    Ok(way
        .and_then(|code| Way::parse(&code))
        .is_some_and(Way::day_only))
}

/// Cases that were reported, or of which an assessment says that the controller became aware, from the first
/// moment to before the second.
pub fn known(conn: &Conn, from: Moment, until: Moment) -> Result<Vec<Known>, Problem> {
    let rows = conn.all(
        "SELECT c.id, c.number, c.controller_id, c.unit_id, c.about, c.reported_at, c.answerable, c.made, c.way, s.at, s.data,
           CASE WHEN s.words = '' THEN 0 ELSE 1 END AS worded
         FROM incidents_cases c JOIN incidents_steps s ON s.case_id = c.id
         WHERE c.id IN (
           SELECT id FROM incidents_cases WHERE reported_at >= $1 AND reported_at < $2
           UNION SELECT case_id FROM incidents_steps WHERE aware_at >= $1 AND aware_at < $2)
         ORDER BY c.id, s.seq",
        params![from, until],
    )?;
    let mut cases: Vec<Known> = Vec::new();
    for row in rows {
        let id: CaseId = row.get("id")?;
        if cases.last().is_none_or(|case| case.id != id) {
            cases.push(Known {
                id,
                number: row.get("number")?,
                about: row.get("about")?,
                controller: row.get("controller_id")?,
                unit: row.get("unit_id")?,
                reported: row.get("reported_at")?,
                day_only: day_only(&row)?,
                answerable: row.get("answerable")?,
                told: row.get::<Option<String>>("made")?.is_none(),
                steps: Vec::new(),
            });
        }
        let taken = KnownStep {
            at: row.get("at")?,
            step: step(&row.get::<String>("data")?)?,
            worded: row.get("worded")?,
        };
        if let Some(case) = cases.last_mut() {
            case.steps.push(taken);
        }
    }
    Ok(cases)
}
