//! The organisation in numbers, as of a day. The pages and the year count with the same statements.

use std::collections::{BTreeSet, HashMap};

use kit::clock::Day;
use kit::db::Conn;
use kit::params;

use super::super::{ControllerId, UnitId};
use crate::base::Problem;
use crate::base::identity::actor::Role;

/// Employments in force on a day, each with the controller of its unit on that day.
const IN_FORCE: &str = "FROM organisation_employments e
    JOIN organisation_unit_spans s ON s.unit_id = e.unit_id
      AND s.from_day <= $1 AND (s.until_day IS NULL OR s.until_day >= $1)
    WHERE e.from_day <= $1 AND (e.until_day IS NULL OR e.until_day >= $1)";

/// People, employments and titles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Staff {
    pub people: i64,
    pub employments: i64,
    pub titles: i64,
}

const STAFF: &str = "COUNT(DISTINCT e.person_id) AS people, COUNT(*) AS employments,
    COUNT(DISTINCT e.title_id) AS titles";

fn staff(row: &kit::db::Row) -> Result<Staff, Problem> {
    Ok(Staff {
        people: row.get("people")?,
        employments: row.get("employments")?,
        titles: row.get("titles")?,
    })
}

/// A person or title of several controllers counts once here.
pub fn staff_of_all(conn: &Conn, day: Day) -> Result<Staff, Problem> {
    let row = conn.one(&format!("SELECT {STAFF} {IN_FORCE}"), params![day])?;
    row.as_ref().map_or(Ok(Staff::default()), staff)
}

pub fn staff_by_controller(conn: &Conn, day: Day) -> Result<HashMap<ControllerId, Staff>, Problem> {
    let sql = format!("SELECT s.controller_id, {STAFF} {IN_FORCE} GROUP BY s.controller_id");
    conn.all(&sql, params![day])?
        .iter()
        .map(|row| Ok((row.get("controller_id")?, staff(row)?)))
        .collect()
}

pub fn staff_by_unit(conn: &Conn, day: Day) -> Result<HashMap<UnitId, Staff>, Problem> {
    let sql = format!("SELECT e.unit_id, {STAFF} {IN_FORCE} GROUP BY e.unit_id");
    conn.all(&sql, params![day])?
        .iter()
        .map(|row| Ok((row.get("unit_id")?, staff(row)?)))
        .collect()
}

/// Titles in use with the number of their employments, for one controller or all.
pub fn titles_in_use(
    conn: &Conn,
    controller: Option<ControllerId>,
    day: Day,
) -> Result<Vec<(kit::words::Texts, i64)>, Problem> {
    let sql = format!(
        "SELECT t.name, u.number FROM organisation_titles t JOIN
         (SELECT e.title_id, COUNT(*) AS number {IN_FORCE}
            AND (CAST($2 AS TEXT) IS NULL OR s.controller_id = $2) GROUP BY e.title_id) u
         ON u.title_id = t.id ORDER BY t.code"
    );
    conn.all(&sql, params![day, controller])?
        .iter()
        .map(|row| Ok((super::texts(row, "name")?, row.get("number")?)))
        .collect()
}

/// Units without a manager on a day, with their controllers.
pub fn units_without_manager(
    conn: &Conn,
    day: Day,
) -> Result<Vec<(UnitId, ControllerId)>, Problem> {
    conn.all(
        "SELECT s.unit_id, s.controller_id FROM organisation_unit_spans s
         WHERE s.from_day <= $1 AND (s.until_day IS NULL OR s.until_day >= $1)
           AND NOT EXISTS (SELECT 1 FROM organisation_managers m WHERE m.unit_id = s.unit_id
             AND m.from_day <= $1 AND (m.until_day IS NULL OR m.until_day >= $1))",
        params![day],
    )?
    .iter()
    .map(|row| Ok((row.get("unit_id")?, row.get("controller_id")?)))
    .collect()
}

/// Roles that somebody holds on a day; `None` is every controller.
pub fn held(conn: &Conn, day: Day) -> Result<BTreeSet<(Role, Option<ControllerId>)>, Problem> {
    let rows = conn.all(
        "SELECT DISTINCT role, controller_id FROM organisation_duties
         WHERE from_day <= $1 AND (until_day IS NULL OR until_day >= $1)",
        params![day],
    )?;
    let mut held = BTreeSet::new();
    for row in rows {
        if let Some(role) = Role::parse(&row.get::<String>("role")?) {
            held.insert((role, row.get("controller_id")?));
        }
    }
    Ok(held)
}

/// One row of a reorganisation with the controllers it touched.
#[derive(Clone, Debug, PartialEq)]
pub struct Touched {
    pub decision: String,
    pub day: Day,
    pub kind: String,
    pub from_unit: Option<UnitId>,
    pub to_unit: Option<UnitId>,
    pub before: Option<ControllerId>,
    pub after: Option<ControllerId>,
}

/// Mergers, splits, renamings and moves that took effect from `first` to `last`.
pub fn reorganisations(conn: &Conn, first: Day, last: Day) -> Result<Vec<Touched>, Problem> {
    conn.all(
        "SELECT c.decision, c.day, c.kind, c.from_unit, c.to_unit,
                b.controller_id AS before_id, a.controller_id AS after_id
         FROM organisation_unit_changes c
         LEFT JOIN organisation_unit_spans b ON b.unit_id = c.from_unit AND b.from_day < c.day
           AND NOT EXISTS (SELECT 1 FROM organisation_unit_spans o WHERE o.unit_id = b.unit_id
             AND o.from_day < c.day AND o.from_day > b.from_day)
         LEFT JOIN organisation_unit_spans a ON a.unit_id = c.to_unit
           AND a.from_day <= c.day AND (a.until_day IS NULL OR a.until_day >= c.day)
         WHERE c.day >= $1 AND c.day <= $2 AND c.kind IN ('merge', 'split', 'rename', 'move')
         ORDER BY c.day, c.decision, c.id",
        params![first, last],
    )?
    .iter()
    .map(|row| {
        Ok(Touched {
            decision: row.get("decision")?,
            day: row.get("day")?,
            kind: row.get("kind")?,
            from_unit: row.get("from_unit")?,
            to_unit: row.get("to_unit")?,
            before: row.get("before_id")?,
            after: row.get("after_id")?,
        })
    })
    .collect()
}
