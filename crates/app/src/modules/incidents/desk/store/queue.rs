//! What waits for the officer.

use std::collections::HashMap;

use kit::db::Conn;
use kit::params;

use super::super::super::CaseId;
use super::super::super::model::{Standing, Step};
use super::super::super::store::{Listed, line_where, step_of};
use crate::base::Problem;
use crate::base::identity::actor::Scope;

/// How many cases are open.
pub fn count(conn: &Conn, scope: &Scope) -> Result<i64, Problem> {
    let scope = scope.sql("controller_id");
    let sql = format!("SELECT COUNT(*) FROM incidents_cases WHERE stage <> 'closed' AND {scope}");
    Ok(conn.value(&sql, &[])?)
}

/// Open cases, the oldest first.
pub fn open(
    conn: &Conn,
    scope: &Scope,
    (limit, offset): (i64, i64),
) -> Result<Vec<Listed>, Problem> {
    let scope = scope.sql("controller_id");
    let rest = format!("stage <> 'closed' AND {scope} ORDER BY known_at, id LIMIT $1 OFFSET $2");
    line_where(conn, &rest, params![limit, offset])
}

/// How the cases of a page stand, and whether somebody waits for an answer: one statement for all.
pub fn standings(
    conn: &Conn,
    ids: &[CaseId],
) -> Result<HashMap<CaseId, (Standing, bool)>, Problem> {
    let mut found = HashMap::new();
    if ids.is_empty() {
        return Ok(found);
    }
    // Ids are typed: nothing foreign gets into the text.
    let list: Vec<String> = ids.iter().map(|id| format!("'{id}'")).collect();
    let sql = format!(
        "SELECT c.id, c.reporter_id, s.at, s.data FROM incidents_cases c
         JOIN incidents_steps s ON s.case_id = c.id WHERE c.id IN ({}) ORDER BY c.id, s.seq",
        list.join(", ")
    );
    let mut steps: HashMap<CaseId, (Vec<(kit::clock::Moment, Step)>, bool)> = HashMap::new();
    for row in conn.all(&sql, &[])? {
        let waits = row.get::<Option<String>>("reporter_id")?.is_some();
        let entry = steps.entry(row.get("id")?).or_insert((Vec::new(), waits));
        entry.0.push((row.get("at")?, step_of(&row)?));
    }
    for (id, (steps, waits)) in steps {
        let standing = Standing::of(steps.iter().map(|(at, step)| (*at, step)));
        found.insert(id, (standing, waits));
    }
    Ok(found)
}
