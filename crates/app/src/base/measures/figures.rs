//! The register's numbers for a year, read from its dated steps.

use kit::db::Conn;
use kit::words::Tongue;

use super::super::figure::{Period, Reading, Traced};
use super::super::organisation::ControllerId;
use super::super::room::Link;
use super::super::{Actor, Problem};
use super::model::{self, Standing, State, is_late};
use super::rights;
use super::store::{self, MeasureRow};

const KEYS: [&str; 5] = [
    "inc.measures",
    "inc.measures.verified",
    "meas.open",
    "meas.overdue",
    "meas.verified",
];

/// Measures that stem from incidents, breaches and near misses have this kind of origin.
const INCIDENT: &str = "incident";

/// Whether a figure counts a measure that stood so at the end of the year.
fn counts(key: &str, row: &MeasureRow, at_end: &Standing, period: &Period) -> bool {
    let within = |moment| period.from <= moment && moment < period.until;
    let of_year = || row.origin.kind == INCIDENT && within(row.entered_at);
    match key {
        "inc.measures" => of_year(),
        "inc.measures.verified" => of_year() && at_end.state == State::Verified,
        "meas.open" => at_end.state == State::Open,
        "meas.overdue" => is_late(at_end.state, at_end.due, period.last),
        "meas.verified" => at_end.state == State::Verified && at_end.worked_at.is_some_and(within),
        _ => false,
    }
}

fn at_end(conn: &Conn, period: &Period) -> Result<Vec<(MeasureRow, Standing)>, Problem> {
    let all = store::histories(conn, period.until)?;
    let stood = |(row, steps): (MeasureRow, Vec<model::StepRow>)| {
        let standing = model::standing(&steps, period.until)?;
        period
            .controllers
            .contains(&row.controller)
            .then_some((row, standing))
    };
    Ok(all.into_iter().filter_map(stood).collect())
}

/// Per controller and for the whole. While the register was empty its numbers are not available: nobody kept it.
pub fn figures(conn: &Conn, period: &Period) -> Result<Vec<Reading>, Problem> {
    let all = at_end(conn, period)?;
    let mut readings = Vec::new();
    for key in KEYS {
        let count = |of: Option<ControllerId>| {
            let counted = all.iter().filter(|(row, standing)| {
                of.is_none_or(|of| of == row.controller) && counts(key, row, standing, period)
            });
            (!all.is_empty()).then(|| counted.count() as f64)
        };
        readings.push(Reading::amount(key, None, count(None)));
        for controller in &period.controllers {
            let value = count(Some(*controller));
            readings.push(Reading::amount(key, Some(*controller), value));
        }
    }
    Ok(readings)
}

/// The measures behind a figure, those that this actor sees.
pub fn rows(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    period: &Period,
    traced: &Traced,
) -> Result<Option<Vec<Link>>, Problem> {
    if !KEYS.contains(&traced.key.as_str()) {
        return Ok(None);
    }
    let all = at_end(conn, period)?;
    let behind = all.iter().filter(|(row, standing)| {
        traced.controller.is_none_or(|of| of == row.controller)
            && counts(&traced.key, row, standing, period)
            && rights::sees(actor, row)
    });
    Ok(Some(behind.map(|(row, _)| rights::link(w, row)).collect()))
}
