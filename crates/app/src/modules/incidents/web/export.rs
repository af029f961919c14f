//! The filtered list as CSV and XLSX. Nobody's name stands in it.

use kit::clock::Moment;
use kit::words::Tongue;

use super::super::store::{self, Listed, Sight};
use super::register::filter;
use crate::base::export::{self, Cell};
use crate::base::organisation::{self, ControllerRow};
use crate::base::visit::{Answer, Reply, Visit};
use crate::base::{App, Problem};

/// More lines than any reader wants; the filters narrow them.
const MOST: i64 = 100_000;

pub fn csv(app: &App, visit: &Visit) -> Answer {
    let rows = rows(app, visit)?;
    Ok(Reply::File(export::csv_file(
        "incidents",
        &head(&visit.tongue),
        &rows,
    )))
}

pub fn xlsx(app: &App, visit: &Visit) -> Answer {
    let (rows, w) = (rows(app, visit)?, &visit.tongue);
    let title = w.t("incidents-register-title");
    Ok(Reply::File(export::xlsx_file(
        "incidents",
        &title,
        &head(w),
        &rows,
    )?))
}

fn head(w: &Tongue) -> Vec<String> {
    [
        "incidents-col-number",
        "incidents-col-known",
        "incidents-time-reported",
        "incidents-time-aware",
        "incidents-time-notified",
        "incidents-time-closed",
        "incidents-col-what",
        "incidents-col-board",
        "incidents-col-unit",
        "incidents-col-outcome",
        "incidents-col-stage",
        "incidents-col-deadline",
    ]
    .map(|key| w.t(key))
    .to_vec()
}

fn rows(app: &App, visit: &Visit) -> Result<Vec<Vec<Cell>>, Problem> {
    let sight = Sight::of(&visit.actor);
    let filter = filter(app, visit);
    let (boards, lines) = app.read(|conn| {
        let boards = organisation::controllers(conn, kit::clock::Day::MIN, kit::clock::Day::MAX)?;
        Ok::<_, Problem>((boards, store::all(conn, &sight, &filter, MOST)?))
    })?;
    Ok(lines
        .iter()
        .map(|line| row(app, &visit.tongue, &boards, line))
        .collect())
}

fn row(app: &App, w: &Tongue, boards: &[ControllerRow], line: &Listed) -> Vec<Cell> {
    let day = |moment| Cell::Day(app.zone.day_of(moment));
    let time = |moment: Option<_>| moment.map_or(Cell::Empty, |moment| w.moment(moment).into());
    let board = boards.iter().find(|board| board.id == line.controller);
    let outcome = line
        .outcome
        .map_or("incidents-outcome-none", |outcome| outcome.word());
    vec![
        line.number.as_str().into(),
        match &line.history {
            Some(text) => text.as_str().into(),
            None => day(line.known),
        },
        time(Some(line.reported).filter(|_| line.history.is_none())),
        time(line.aware),
        time(line.notified),
        time(line.closed),
        line.what().into(),
        board.map_or(Cell::Empty, |board| board.name.best(w.lang).into()),
        line.unit_name.best(w.lang).into(),
        w.t(outcome).into(),
        w.t(line.stage_word()).into(),
        deadline(w, line, app.now()),
    ]
}

fn deadline(w: &Tongue, line: &Listed, now: Moment) -> Cell {
    let clock = super::register::tag(w, line.clock(now)).map(|(_, text)| text);
    let missing = line
        .reasons_missing(now)
        .then(|| w.t("incidents-law-missing"));
    let said: Vec<String> = clock.into_iter().chain(missing).collect();
    match said.is_empty() {
        true => Cell::Empty,
        false => said.join(" · ").into(),
    }
}
