//! Tables of figures: rows are figures, columns the years and the change.

use kit::words::Tongue;
use paper::Table;

use super::front;
use super::view::View;
use crate::year::sheet::SheetFigure;

/// Rows of one table on paper; more are harder to read than two tables.
pub const ROWS: usize = 14;

/// The whole's figures over the years, in tables of at most [`ROWS`] rows.
pub fn whole(view: &View<'_>, w: &Tongue, title: &str, figures: &[&SheetFigure]) -> Vec<Table> {
    let tables = figures.chunks(even(figures.len(), ROWS));
    let many = figures.len() > ROWS;
    tables
        .enumerate()
        .map(|(at, rows)| {
            let caption = if many {
                let number = (at + 1).to_string();
                w.with(
                    "open-caption-part",
                    &[("title", title.into()), ("part", number.into())],
                )
            } else {
                title.to_owned()
            };
            years(view, w, caption, rows)
        })
        .collect()
}

/// Rows per table so that the tables are about as long as each other.
pub fn even(count: usize, most: usize) -> usize {
    let tables = count.div_ceil(most).max(1);
    count.div_ceil(tables).max(1)
}

fn years(view: &View<'_>, w: &Tongue, caption: String, rows: &[&SheetFigure]) -> Table {
    let years = view.years();
    let changes = years.contains(&(view.sheet.year - 1));
    let mut head = vec![w.t("open-head-figure")];
    head.extend(years.iter().map(i32::to_string));
    if changes {
        head.push(w.t("open-head-change"));
    }
    let cells = |figure: &&SheetFigure| {
        let mut cells = vec![front::name(w, figure)];
        cells.extend(years.iter().map(|year| view.text(w, figure, None, *year)));
        if changes {
            cells.push(view.change(w, figure, None));
        }
        cells
    };
    Table {
        numeric: numeric(head.len()),
        head,
        rows: rows.iter().map(cells).collect(),
        row_heads: true,
        summary: w.one("open-table-years", "title", caption.as_str()),
        caption,
    }
}

/// The first column names the row, all others are numbers.
pub fn numeric(columns: usize) -> Vec<bool> {
    (0..columns).map(|at| at > 0).collect()
}
