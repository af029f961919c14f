//! This part's SQL.

use std::collections::HashMap;

use kit::clock::Day;
use kit::db::{Conn, Row, Tx};
use kit::params;
use kit::words::Texts;

use super::super::model::About;
use super::{Tally, TallyId};
use crate::base::Problem;
use crate::base::identity::actor::Scope;
use crate::base::organisation::{ControllerId, UnitId, UnitSpan, texts};

/// An entry as it stands in its row.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: TallyId,
    pub controller: ControllerId,
    pub unit_name: Texts,
    pub what: Tally,
    pub day: Day,
    pub struck: bool,
}

pub fn insert(
    tx: &Tx<'_>,
    unit: UnitId,
    span: &UnitSpan,
    (new, day): (Tally, Day),
) -> Result<TallyId, Problem> {
    let id = TallyId::random();
    tx.run(
        "INSERT INTO incidents_tallies (id, controller_id, unit_id, unit_name, about, day, number)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            id,
            span.controller,
            unit,
            span.name.to_json(),
            new.about.code(),
            day,
            new.number
        ],
    )?;
    Ok(id)
}

/// Strikes an entry of a controller as a mistake; false when there is none such that counts.
pub fn strike(tx: &Tx<'_>, id: TallyId) -> Result<bool, Problem> {
    let struck = tx.run(
        "UPDATE incidents_tallies SET struck = 1 WHERE id = $1 AND struck IS NULL",
        params![id],
    )?;
    Ok(struck == 1)
}

const ENTRY: &str =
    "SELECT id, controller_id, unit_name, about, day, number, struck FROM incidents_tallies";

fn entry(row: &Row) -> Result<Entry, Problem> {
    Ok(Entry {
        id: row.get("id")?,
        controller: row.get("controller_id")?,
        unit_name: texts(row, "unit_name")?,
        what: Tally {
            about: About::parse(&row.get::<String>("about")?).unwrap_or(About::Other),
            number: row.get("number")?,
        },
        day: row.get("day")?,
        struck: row.get::<Option<i64>>("struck")? == Some(1),
    })
}

pub fn one(conn: &Conn, id: TallyId) -> Result<Option<Entry>, Problem> {
    conn.one(&format!("{ENTRY} WHERE id = $1"), params![id])?
        .as_ref()
        .map(entry)
        .transpose()
}

/// A page of the entries of some controllers, newest day first, and how many there are.
pub fn page(
    conn: &Conn,
    scope: &Scope,
    (limit, offset): (i64, i64),
) -> Result<Vec<Entry>, Problem> {
    let scope = scope.sql("controller_id");
    let sql = format!("{ENTRY} WHERE {scope} ORDER BY day DESC, id LIMIT $1 OFFSET $2");
    conn.all(&sql, params![limit, offset])?
        .iter()
        .map(entry)
        .collect()
}

pub fn count(conn: &Conn, scope: &Scope) -> Result<i64, Problem> {
    let scope = scope.sql("controller_id");
    let sql = format!("SELECT COUNT(*) FROM incidents_tallies WHERE {scope}");
    Ok(conn.value(&sql, &[])?)
}

/// The entries that count between two days, both included.
pub fn within(conn: &Conn, first: Day, last: Day) -> Result<Vec<Entry>, Problem> {
    let sql =
        format!("{ENTRY} WHERE day >= $1 AND day <= $2 AND struck IS NULL ORDER BY day DESC, id");
    conn.all(&sql, params![first, last])?
        .iter()
        .map(entry)
        .collect()
}

/// How many near misses were counted between two days, by controller.
pub fn per_controller(
    conn: &Conn,
    first: Day,
    last: Day,
) -> Result<HashMap<ControllerId, i64>, Problem> {
    let rows = conn.all(
        "SELECT controller_id, CAST(SUM(number) AS BIGINT) AS counted FROM incidents_tallies
         WHERE day >= $1 AND day <= $2 AND struck IS NULL GROUP BY controller_id",
        params![first, last],
    )?;
    rows.iter()
        .map(|row| Ok((row.get("controller_id")?, row.get("counted")?)))
        .collect()
}
