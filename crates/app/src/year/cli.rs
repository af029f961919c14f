//! What the command line shows and does with a year: values that are printed as text or as JSON.

use kit::clock::Day;
use kit::words::Tongue;
use serde::Serialize;

use super::catalogue::Unit;
use super::model::agree;
use super::model::grid::Grid;
use super::sheet::{self, Approval, Board, Sheet, Visibility};
use super::{actions, gather, rights};
use crate::base::{Actor, App, Problem};

/// How far a year is, and what is missing.
#[derive(Clone, Debug, Serialize)]
pub struct Status {
    pub year: i32,
    /// `open`, `closed`, `approved` or `published`.
    pub state: &'static str,
    /// Number of the snapshot that is shown; 0 while nothing is frozen.
    pub snapshot: i64,
    /// RFC 3339.
    pub taken_at: Option<String>,
    pub cutoff: String,
    pub approved_by: Option<String>,
    pub approved_on: Option<String>,
    pub paragraph: Option<String>,
    pub published_at: Option<String>,
    /// Figures with a value for the whole.
    pub available: usize,
    /// All figures.
    pub figures: usize,
    pub errata: usize,
    /// Head of the book at freezing.
    pub head: Option<String>,
}

/// One number, as `figures --format json` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    pub key: String,
    pub name: String,
    /// `null` is not available, which is not 0.
    pub value: Option<f64>,
    /// The same as the pages write it, with its unit.
    #[serde(skip)]
    pub text: Option<String>,
    pub unit: &'static str,
    /// `Y` calendar year, `D` cut-off day, `C` cohort.
    pub period: &'static str,
    pub source: &'static str,
    /// Code of the board or company; `null` is the whole.
    pub board: Option<String>,
    pub visibility: &'static str,
    pub entered: bool,
    /// A sum over some of the boards only.
    pub incomplete: bool,
    pub note: Option<String>,
}

/// # Errors
/// No such year.
pub fn status(app: &App, year: i32) -> Result<Status, Problem> {
    let sheet = app.read(|conn| sheet::sheet(app, conn, year, None))?;
    let lang = app.config.municipality.language;
    let approval = sheet.approval.as_ref();
    let published = match sheet.state {
        sheet::State::Published { at } => Some(at.rfc3339()),
        _ => None,
    };
    let frozen = sheet.number > 0;
    let known = sheet
        .figures()
        .filter(|figure| figure.value(None, year).is_some());
    Ok(Status {
        year,
        state: sheet.state.code(),
        snapshot: sheet.number,
        taken_at: frozen.then(|| sheet.taken_at.rfc3339()),
        cutoff: sheet.cutoff.to_string(),
        approved_by: approval.map(|approval| approval.body.best(lang).to_owned()),
        approved_on: approval.map(|approval| approval.day.to_string()),
        paragraph: approval.map(|approval| approval.paragraph.clone()),
        published_at: published,
        available: known.count(),
        figures: sheet.figures().count(),
        errata: sheet.errata.len(),
        head: frozen.then(|| sheet.head.clone()),
    })
}

/// Every figure of a year: the whole first, then each board.
///
/// # Errors
/// No such year.
pub fn figures(app: &App, year: i32, w: &Tongue) -> Result<Vec<Figure>, Problem> {
    let sheet = app.read(|conn| sheet::sheet(app, conn, year, None))?;
    let mut all = Vec::new();
    for section in &sheet.sections {
        for figure in &section.figures {
            let internal = section.visibility == Visibility::Internal
                || figure.def.visibility == Visibility::Internal;
            let visibility = if internal {
                Visibility::Internal
            } else {
                Visibility::Public
            };
            let own = figure.cells.iter().filter(|cell| cell.year == year);
            all.extend(own.map(|cell| shown(&sheet, figure, cell, visibility, w)));
        }
    }
    Ok(all)
}

fn shown(
    sheet: &Sheet,
    figure: &sheet::SheetFigure,
    cell: &sheet::Cell,
    visibility: Visibility,
    w: &Tongue,
) -> Figure {
    let (def, lang) = (&figure.def, w.lang);
    let board = cell.board.and_then(|id| sheet.board(id));
    Figure {
        key: def.key.clone(),
        name: def.name.best(lang).to_owned(),
        value: cell.value,
        text: cell.value.map(|value| in_words(def.unit, value, w)),
        unit: def.unit.code(),
        period: def.period.code(),
        source: def.source.code(),
        board: board.map(|board| board.code.clone()),
        visibility: visibility.code(),
        entered: cell.entered,
        incomplete: cell.incomplete,
        note: cell.note.as_ref().map(|note| note.best(lang).to_owned()),
    }
}

/// A number of things, a share and a date need no word behind them.
fn in_words(unit: Unit, value: f64, w: &Tongue) -> String {
    let shown = unit.show(w, value);
    match unit {
        Unit::Count | Unit::Percent | Unit::Date => shown,
        _ => format!("{shown} {}", w.t(unit.word())),
    }
}

/// Freezes a year at its last day; gives the number of the snapshot.
///
/// # Errors
/// As [`actions::close`].
pub fn close(app: &App, year: i32) -> Result<i64, Problem> {
    let actor = Actor::console();
    let keeper = rights::keeper(&actor)?;
    let cutoff = Day::last_of_year(year).ok_or(Problem::NotFound)?;
    app.write(&actor, |tx| actions::close(app, tx, keeper, year, cutoff))
}

/// Records an approval; gives the number of the approved snapshot.
///
/// # Errors
/// As [`actions::approve`].
pub fn approve(app: &App, year: i32, approval: Approval) -> Result<i64, Problem> {
    let actor = Actor::console();
    app.write(&actor, |tx| {
        let recorder = rights::recorder(tx, &actor, app.today())?;
        actions::approve(app, tx, recorder, year, approval)
    })
}

/// What the figures of a year contradict in each other, by key and board code.
///
/// # Errors
/// No such year.
pub fn contradictions(app: &App, year: i32) -> Result<Vec<(String, Option<String>)>, Problem> {
    app.read(|conn| {
        let row = gather::row(app, conn, year)?;
        let (period, boards) = gather::period(app, conn, year, row.kind)?;
        let grid = gather::grid(app, conn, row.kind, &period, None)?;
        Ok(contradictions_in(&grid, &boards))
    })
}

/// The same of figures that are read already.
pub fn contradictions_in(grid: &Grid, boards: &[Board]) -> Vec<(String, Option<String>)> {
    let ids: Vec<_> = boards.iter().map(|board| board.id).collect();
    let found = agree::contradictions(grid, &ids).into_iter();
    let mut found: Vec<(String, Option<String>)> = found
        .map(|one| {
            let board = one
                .board
                .and_then(|id| boards.iter().find(|board| board.id == id));
            (one.key.to_owned(), board.map(|board| board.code.clone()))
        })
        .collect();
    found.dedup();
    found
}
