//! The year's own numbers: development targets.

use kit::db::Conn;
use kit::words::Tongue;

use super::sheet::TargetStatus;
use super::store::{self, TargetRow};
use crate::base::figure::{Period, Reading, Traced};
use crate::base::room::Link;
use crate::base::{Actor, Problem};

const KEYS: [(&str, Option<TargetStatus>); 5] = [
    ("dev.targets", None),
    ("dev.targets.done", Some(TargetStatus::Done)),
    ("dev.targets.under_way", Some(TargetStatus::UnderWay)),
    ("dev.targets.dropped", Some(TargetStatus::Dropped)),
    ("dev.targets.not_started", Some(TargetStatus::NotStarted)),
];
const NEXT: &str = "dev.next";

/// Targets as they stood at the end of the cut-off day.
pub fn figures(conn: &Conn, period: &Period) -> Result<Vec<Reading>, Problem> {
    let all = store::targets(conn, period.year, period.year + 1, period.last)?;
    let mut readings = Vec::new();
    for key in KEYS.iter().map(|(key, _)| *key).chain([NEXT]) {
        for board in &period.controllers {
            let of_board = all.iter().filter(|row| row.board == *board);
            let count = of_board.filter(|row| counts(key, row, period.year)).count();
            readings.push(Reading::count(key, Some(*board), count as i64));
        }
    }
    Ok(readings)
}

fn counts(key: &str, row: &TargetRow, year: i32) -> bool {
    if key == NEXT {
        return row.year == year + 1 && row.due.is_some() && !row.owner.is_empty();
    }
    let status = KEYS.iter().find(|(known, _)| *known == key);
    row.year == year
        && status.is_some_and(|(_, status)| status.is_none_or(|status| row.status == status))
}

/// The targets behind a number.
pub fn rows(
    conn: &Conn,
    _: &Actor,
    w: &Tongue,
    period: &Period,
    traced: &Traced,
) -> Result<Option<Vec<Link>>, Problem> {
    if traced.key != NEXT && KEYS.iter().all(|(key, _)| *key != traced.key) {
        return Ok(None);
    }
    let all = store::targets(conn, period.year, period.year + 1, period.last)?;
    let links = all
        .iter()
        .filter(|row| traced.controller.is_none_or(|board| row.board == board))
        .filter(|row| counts(&traced.key, row, period.year))
        .map(|row| Link {
            href: format!("/year/{}/targets", row.year),
            title: row.text.best(w.lang).to_owned(),
            detail: w.t(row.status.word()),
        });
    Ok(Some(links.collect()))
}
