//! SQL of the day counts, and of what became of held mails in a year.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Tx};
use kit::params;

use crate::base::Problem;
use crate::base::organisation::{ControllerId, UnitId};

/// Adds to the counts of a day, in one statement; `counts` names each thing once.
pub fn count(
    tx: &Tx<'_>,
    day: Day,
    controller: ControllerId,
    unit: Option<UnitId>,
    counts: impl Iterator<Item = (&'static str, i64)>,
) -> Result<(), Problem> {
    let unit = unit.map_or_else(String::new, |unit| unit.to_string());
    let mut values = params![day, controller, unit].to_vec();
    let mut rows = Vec::new();
    for (what, n) in counts {
        values.extend([what.into(), n.into()]);
        rows.push(format!(
            "($1, $2, $3, ${}, ${})",
            values.len() - 1,
            values.len()
        ));
    }
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "INSERT INTO guard_counts (day, controller_id, unit_id, what, n) VALUES {}
         ON CONFLICT (day, controller_id, unit_id, what) DO UPDATE SET n = guard_counts.n + excluded.n",
        rows.join(", ")
    );
    tx.run(&sql, &values)?;
    Ok(())
}

/// Per board over a stretch of days: board, what, how many.
pub fn sums(conn: &Conn, from: Day, to: Day) -> Result<Vec<(ControllerId, String, i64)>, Problem> {
    conn.all(
        "SELECT controller_id, what, CAST(SUM(n) AS BIGINT) AS n FROM guard_counts
         WHERE day >= $1 AND day <= $2 GROUP BY controller_id, what",
        params![from, to],
    )?
    .iter()
    .map(|row| Ok((row.get("controller_id")?, row.get("what")?, row.get("n")?)))
    .collect()
}

/// Per day over a stretch of days, for a scope.
pub fn days(
    conn: &Conn,
    scope: &str,
    from: Day,
    to: Day,
) -> Result<Vec<(Day, String, i64)>, Problem> {
    let sql = format!(
        "SELECT day, what, CAST(SUM(n) AS BIGINT) AS n FROM guard_counts
         WHERE day >= $1 AND day <= $2 AND {scope} GROUP BY day, what ORDER BY day, what"
    );
    conn.all(&sql, params![from, to])?
        .iter()
        .map(|row| Ok((row.get("day")?, row.get("what")?, row.get("n")?)))
        .collect()
}

/// Per unit over a stretch of days, for these units.
pub fn units(
    conn: &Conn,
    units: &[UnitId],
    from: Day,
    to: Day,
) -> Result<Vec<(UnitId, String, i64)>, Problem> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let list: Vec<String> = units.iter().map(|id| format!("'{id}'")).collect();
    let sql = format!(
        "SELECT unit_id, what, CAST(SUM(n) AS BIGINT) AS n FROM guard_counts
         WHERE day >= $1 AND day <= $2 AND unit_id IN ({}) GROUP BY unit_id, what",
        list.join(", ")
    );
    conn.all(&sql, params![from, to])?
        .iter()
        .map(|row| Ok((row.get("unit_id")?, row.get("what")?, row.get("n")?)))
        .collect()
}

/// Mails of a year that were held: board, and the decision after which each left (the last before the end), if any.
pub fn releases(
    conn: &Conn,
    from: Moment,
    until: Moment,
) -> Result<Vec<(ControllerId, String, Option<String>)>, Problem> {
    conn.all(
        "SELECT s.controller_id, d.step, d.why FROM guard_stopped s
         JOIN guard_decisions d ON d.stopped_id = s.id AND d.step IN ('secure', 'not-sensitive') AND d.at < $2
         WHERE s.way = 'hold' AND s.at >= $1 AND s.at < $2
           AND EXISTS (SELECT 1 FROM guard_decisions e WHERE e.stopped_id = s.id AND e.step = 'sent' AND e.at < $2)
           AND d.nr = (SELECT MAX(f.nr) FROM guard_decisions f WHERE f.stopped_id = s.id
             AND f.step IN ('secure', 'not-sensitive') AND f.at < $2)",
        params![from, until],
    )?
    .iter()
    .map(|row| Ok((row.get("controller_id")?, row.get("step")?, row.get("why")?)))
    .collect()
}
