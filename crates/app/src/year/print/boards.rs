//! Tables per board and company. Boards are rows: sixteen columns would fit no page. They stand in the order
//! of their codes and are never ranked (balance-sheet.md §3, section 9).

use kit::words::Tongue;
use paper::Table;

use super::view::View;
use super::{Part, charts, front, groups, tables};
use crate::year::sheet::{Board, SheetFigure, SheetSection};

/// Figures beside each other in one table.
const COLUMNS: usize = 5;

/// Values of at least so many boards are seen, else the table says nothing.
const FEWEST: usize = 2;

/// The boards' part of a section; empty when nothing of it may be seen per board.
pub fn section(view: &View<'_>, w: &Tongue, section: &SheetSection) -> Vec<Part> {
    let figures: Vec<&SheetFigure> = view
        .figures(section)
        .into_iter()
        .filter(|figure| figure.def.boards && seen(view, figure) >= FEWEST)
        .collect();
    // Parts of a group per board are mostly withheld or 0: they are in the open data.
    let main: Vec<&SheetFigure> = figures
        .iter()
        .copied()
        .filter(|figure| groups::stem(&figure.def.key) == figure.def.key)
        .collect();
    if main.is_empty() {
        return Vec::new();
    }
    let title = w.one("open-boards-heading", "title", section.title.best(w.lang));
    let mut parts = vec![Part::Fold {
        text: title.clone(),
        anchor: format!("boards-{}", section.number),
    }];
    for few in main.chunks(tables::even(main.len(), COLUMNS)) {
        parts.push(Part::Table(now(view, w, &title, few)));
    }
    if let Some(first) = main.first() {
        parts.extend(charts::boards(view, w, first));
    }
    parts.extend(main.iter().map(|figure| folded(view, w, figure)));
    parts.push(Part::EndFold);
    parts
}

fn seen(view: &View<'_>, figure: &SheetFigure) -> usize {
    let year = view.sheet.year;
    let boards = view.boards().iter();
    boards
        .filter(|board| view.value(figure, Some(board.id), year).is_some())
        .count()
}

/// This year's values: a row per board, a column per figure, the whole at the end.
fn now(view: &View<'_>, w: &Tongue, title: &str, figures: &[&SheetFigure]) -> Table {
    let year = view.sheet.year;
    let mut head = vec![w.t("open-head-board")];
    head.extend(figures.iter().map(|f| front::name(w, f)));
    let row = |name: String, board: Option<&Board>| {
        let cells = figures
            .iter()
            .map(|f| view.text(w, f, board.map(|board| board.id), year));
        std::iter::once(name).chain(cells).collect()
    };
    let mut rows: Vec<Vec<String>> = view
        .boards()
        .iter()
        .map(|board| row(board.name.best(w.lang).to_owned(), Some(board)))
        .collect();
    rows.push(row(w.t("open-whole"), None));
    Table {
        caption: w.with(
            "open-caption-year",
            &[("title", title.into()), ("year", year.to_string().into())],
        ),
        numeric: tables::numeric(head.len()),
        head,
        rows,
        row_heads: true,
        summary: w.t("open-table-boards"),
    }
}

/// One figure by board and year.
fn folded(view: &View<'_>, w: &Tongue, figure: &SheetFigure) -> Part {
    let name = front::name(w, figure);
    let years = view.years();
    let mut head = vec![w.t("open-head-board")];
    head.extend(years.iter().map(i32::to_string));
    let row = |called: String, board: Option<&Board>| {
        let cells = years
            .iter()
            .map(|year| view.text(w, figure, board.map(|board| board.id), *year));
        std::iter::once(called).chain(cells).collect()
    };
    let mut rows: Vec<Vec<String>> = view
        .boards()
        .iter()
        .map(|board| row(board.name.best(w.lang).to_owned(), Some(board)))
        .collect();
    rows.push(row(w.t("open-whole"), None));
    let caption = w.one("open-caption-years", "title", name.as_str());
    Part::Folded {
        summary: caption.clone(),
        table: Table {
            caption,
            numeric: tables::numeric(head.len()),
            head,
            rows,
            row_heads: true,
            summary: w.t("open-table-boards"),
        },
    }
}
