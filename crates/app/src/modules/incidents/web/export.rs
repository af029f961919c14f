//! The filtered list as CSV and XLSX: the columns of the list, then what article 33(5) asks for of each case (facts,
//! effects, remedial action, with the decisions and their reasons). Nobody's name stands in it.

use kit::clock::Moment;
use kit::words::Tongue;

use super::super::desk::book::{AS_DATA, Entry, decisions, entries, remedies};
use super::super::law::{all_times, said};
use super::super::model::When;
use super::super::store::Listed;
use super::case::facts;
use crate::base::export::{self, Cell};
use crate::base::visit::{Answer, Reply, Visit};
use crate::base::{App, Problem};

/// The separate times, each a column.
const TIMES: [&str; 11] = [
    "incidents-time-occurred",
    "incidents-law-time-processor-aware",
    "incidents-law-time-processor-told",
    "incidents-time-noticed",
    "incidents-time-reported",
    "incidents-law-time-triaged",
    "incidents-time-aware",
    "incidents-time-notified",
    "incidents-law-time-people",
    "incidents-law-time-contained",
    "incidents-time-closed",
];

/// What a breach was judged to be: its kind, its cause, how many people it concerns.
const JUDGED: [&str; 7] = [
    "incidents-field-kinds",
    "incidents-field-natures",
    "incidents-field-cause",
    "incidents-field-origin",
    "incidents-field-discoverer",
    "incidents-field-people",
    "incidents-field-supplier",
];

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
    let list = [
        "incidents-col-number",
        "incidents-col-known",
        "incidents-col-what",
        "incidents-col-board",
        "incidents-col-unit",
        "incidents-col-outcome",
        "incidents-col-stage",
        "incidents-col-deadline",
    ];
    let last = ["incidents-paper-decisions", "incidents-measures-title"];
    let all = list.into_iter().chain(TIMES).chain(JUDGED).chain(last);
    all.map(|key| w.t(key)).collect()
}

fn rows(app: &App, visit: &Visit) -> Result<Vec<Vec<Cell>>, Problem> {
    let entries = entries(app, visit, AS_DATA)?;
    let w = &visit.tongue;
    Ok(entries.iter().map(|entry| row(app, w, entry)).collect())
}

fn row(app: &App, w: &Tongue, entry: &Entry) -> Vec<Cell> {
    let line = &entry.line;
    let outcome = line
        .outcome
        .map_or("incidents-outcome-none", |outcome| outcome.word());
    let mut cells = vec![
        line.number.as_str().into(),
        match &line.history {
            Some(text) => text.as_str().into(),
            None => Cell::Day(app.zone.day_of(line.known)),
        },
        line.what().into(),
        entry.board.as_str().into(),
        line.unit_name.best(w.lang).into(),
        w.t(outcome).into(),
        w.t(line.stage_word()).into(),
        deadline(w, line, app.now()),
    ];
    cells.extend(times(app, w, entry));
    let judged = entry.case.standing.assessment.as_ref();
    let judged = judged.map(|judged| facts(w, judged)).unwrap_or_default();
    cells.extend(JUDGED.map(|word| {
        let found = judged.iter().find(|(own, _)| *own == word);
        found.map_or(Cell::Empty, |(_, text)| text.as_str().into())
    }));
    cells.push(lines(&decisions(w, entry)));
    cells.push(lines(&remedies(w, entry)));
    cells
}

/// A time that is fully known is a date to reckon with, else the words of the paper.
fn times(app: &App, w: &Tongue, entry: &Entry) -> [Cell; 11] {
    let all = all_times(&entry.case, &app.zone);
    TIMES.map(|word| match all.iter().find(|(own, _)| *own == word) {
        None => Cell::Empty,
        Some((_, When::At(moment))) => Cell::Time(*moment, app.zone.clone()),
        Some((_, When::On(day))) => Cell::Day(*day),
        Some((_, when)) => said(w, &entry.case, word, *when).into(),
    })
}

fn lines(texts: &[String]) -> Cell {
    match texts.is_empty() {
        true => Cell::Empty,
        false => texts.join("\n").into(),
    }
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
