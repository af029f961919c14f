//! One figure: what it counts, its values per board and year, and the rows behind it.

use askama::Template;
use kit::words::Tongue;

use super::super::catalogue::{self, Class, Definition, Visibility};
use super::super::rights::{self, Reader};
use super::super::sheet::{Sheet, SheetFigure};
use super::super::{gather, model};
use super::chart::{self, Drawn};
use super::show::{self, Value};
use super::year_of;
use crate::base::figure::Traced;
use crate::base::organisation::ControllerId;
use crate::base::room::Link;
use crate::base::visit::{Answer, Page, Visit};
use crate::base::{App, Problem};

#[derive(Template)]
#[template(path = "year/pages/figure.html")]
struct FigurePage<'a> {
    w: &'a Tongue,
    year: i32,
    section: u8,
    section_title: String,
    name: String,
    definition: String,
    key: String,
    unit: &'static str,
    period: &'static str,
    source: &'static str,
    class: String,
    visibility: &'static str,
    /// What a share is divided from; empty for others.
    parts: String,
    /// Code and name of the board asked for; empty for the whole.
    board: (String, String),
    years: Vec<i32>,
    rows: Vec<BoardLine>,
    notes: Vec<(String, String)>,
    errata: Vec<Corrected>,
    charts: Vec<Drawn>,
    /// `None` when the figure is entered or nobody keeps its rows.
    behind: Option<Vec<Link>>,
}

struct BoardLine {
    code: String,
    name: String,
    whole: bool,
    values: Vec<Value>,
    change: String,
}

struct Corrected {
    board: String,
    day: String,
    old: String,
    new: String,
    reason: String,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let reader = rights::reader(&visit.actor)?;
    let year = year_of(visit)?;
    let key = visit.param("key");
    let section = catalogue::definition(key).map(|def| def.section);
    let page = app.read(|conn| {
        let row = gather::row(app, conn, year)?;
        let sheet = gather::view(app, conn, &row, None, section)?;
        let figure = sheet.figure(key).ok_or(Problem::NotFound)?;
        let choice = show::choice(&visit.tongue, &sheet, &reader, visit.query.text("board"))
            .ok_or(Problem::NotFound)?;
        let mut page = built(&visit.tongue, &sheet, figure, &reader);
        if let Some(board) = choice.board.and_then(|id| sheet.board(id)) {
            page.board = (board.code.clone(), choice.name);
        }
        if row.kind == model::Kind::Counted {
            page.behind = behind(app, conn, visit, &row, key, choice.board)?;
        }
        Ok::<_, Problem>(page)
    })?;
    Page::new(format!("{} {year}", page.name), &page)?.answer()
}

/// The rows behind the number, asked of the rooms, which show what this actor may see and no more.
fn behind(
    app: &App,
    conn: &kit::db::Conn,
    visit: &Visit,
    row: &super::super::store::YearRow,
    key: &str,
    board: Option<ControllerId>,
) -> Result<Option<Vec<Link>>, Problem> {
    let (period, _) = gather::period(app, conn, row.year, row.kind)?;
    let traced = Traced {
        key: key.to_owned(),
        controller: board,
    };
    for room in app.rooms {
        let found = (room.rows)(conn, &visit.actor, &visit.tongue, &period, &traced)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

fn built<'a>(
    w: &'a Tongue,
    sheet: &Sheet,
    figure: &SheetFigure,
    reader: &Reader,
) -> FigurePage<'a> {
    let def = &figure.def;
    let places = figure.cells.iter().filter(|cell| cell.year == sheet.year);
    let places: Vec<Option<ControllerId>> = places
        .map(|cell| cell.board)
        .filter(|board| reader.sees(*board))
        .collect();
    let part = |key: &str| {
        let known = catalogue::definition(key);
        known.map_or_else(|| key.to_owned(), |def| def.name.best(w.lang).to_owned())
    };
    let mut charts: Vec<Drawn> = Vec::new();
    if reader.sees_all() {
        charts.extend(chart::years(w, sheet, figure, None));
    }
    charts.extend(chart::boards(w, sheet, figure, reader));
    let title = sheet
        .sections
        .iter()
        .find(|section| section.number == def.section);
    FigurePage {
        w,
        year: sheet.year,
        section: def.section,
        section_title: title.map_or_else(String::new, |one| one.title.best(w.lang).to_owned()),
        name: def.name.best(w.lang).to_owned(),
        definition: def.definition.best(w.lang).to_owned(),
        key: def.key.clone(),
        unit: def.unit.word(),
        period: def.period.word(),
        source: def.source.word(),
        class: class(w, def),
        visibility: visibility(sheet, def).word(),
        parts: def
            .share_of
            .as_ref()
            .map_or_else(String::new, |(above, below)| {
                let args = [("above", part(above).into()), ("below", part(below).into())];
                w.with("year-parts", &args)
            }),
        board: (String::new(), w.t("year-whole")),
        years: sheet.years.clone(),
        rows: places
            .iter()
            .map(|board| line(w, sheet, figure, *board))
            .collect(),
        notes: notes(w, sheet, figure, &places),
        errata: corrected(w, sheet, def, &places),
        charts,
        behind: None,
    }
}

fn visibility(sheet: &Sheet, def: &Definition) -> Visibility {
    let section = sheet
        .sections
        .iter()
        .find(|section| section.number == def.section);
    match section.map(|section| section.visibility) {
        Some(Visibility::Internal) => Visibility::Internal,
        _ => def.visibility,
    }
}

fn class(w: &Tongue, def: &Definition) -> String {
    match def.class {
        Class::Free => w.t("year-class-free"),
        Class::Few { minimum, .. } => w.one("year-class-few", "minimum", minimum),
    }
}

fn board_name(w: &Tongue, sheet: &Sheet, board: Option<ControllerId>) -> String {
    match board.and_then(|id| sheet.board(id)) {
        Some(board) => board.name.best(w.lang).to_owned(),
        None => w.t("year-whole"),
    }
}

fn line(w: &Tongue, sheet: &Sheet, figure: &SheetFigure, board: Option<ControllerId>) -> BoardLine {
    let def = &figure.def;
    let values = sheet
        .years
        .iter()
        .map(|year| show::value(w, def, year.to_string(), figure.cell(board, *year)));
    let change = figure.change(board);
    BoardLine {
        code: board
            .and_then(|id| sheet.board(id))
            .map_or_else(String::new, |board| board.code.clone()),
        name: board_name(w, sheet, board),
        whole: board.is_none(),
        values: values.collect(),
        change: change.map_or_else(String::new, |change| def.unit.show_change(w, change)),
    }
}

fn notes(
    w: &Tongue,
    sheet: &Sheet,
    figure: &SheetFigure,
    places: &[Option<ControllerId>],
) -> Vec<(String, String)> {
    let seen = figure
        .cells
        .iter()
        .filter(|cell| places.contains(&cell.board));
    seen.filter_map(|cell| {
        let note = cell.note.as_ref()?.best(w.lang).to_owned();
        Some((
            format!("{}, {}", board_name(w, sheet, cell.board), cell.year),
            note,
        ))
    })
    .collect()
}

fn corrected(
    w: &Tongue,
    sheet: &Sheet,
    def: &Definition,
    places: &[Option<ControllerId>],
) -> Vec<Corrected> {
    let words = |value: Option<f64>| {
        value.map_or_else(
            || w.t("year-not-available"),
            |value| def.unit.show(w, value),
        )
    };
    let mine = sheet.errata.iter().filter(|one| one.key == def.key);
    mine.filter(|one| places.contains(&one.board))
        .map(|one| Corrected {
            board: board_name(w, sheet, one.board),
            day: w.day_short(one.day),
            old: words(one.old),
            new: words(one.new),
            reason: one.reason.best(w.lang).to_owned(),
        })
        .collect()
}
