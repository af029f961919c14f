//! Figures from a file: sent, shown with its faults by line, confirmed.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::id::Id;
use kit::words::Tongue;

use super::super::model::file::{self, BadRow, Read};
use super::super::store::Import;
use super::super::{actions, gather, rights};
use super::{named, year_of};
use crate::base::visit::{Answer, FormView, Page, Reply, Visit};
use crate::base::{App, Problem, once};

/// Rows that a preview names one by one.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "year/pages/import.html")]
struct ImportPage<'a> {
    w: &'a Tongue,
    year: i32,
    history: bool,
    form: FormView,
    preview: Option<Preview>,
}

struct Preview {
    file: Id<Import>,
    summary: String,
    good: usize,
    bad: Vec<BadLine>,
    bad_in_all: usize,
    rows: Vec<(String, String, String)>,
    /// That columns are not read, and which; else empty.
    ignored: String,
}

struct BadLine {
    line: usize,
    column: &'static str,
    reason: String,
    found: String,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, FormView::fresh(Fields::default()), None)?.answer()
}

fn draw(
    app: &App,
    visit: &Visit,
    form: FormView,
    preview: Option<Preview>,
) -> Result<Page, Problem> {
    rights::keeper(&visit.actor)?;
    let year = year_of(visit)?;
    let w = &visit.tongue;
    let row = app.read(|conn| gather::row(app, conn, year))?;
    if row.approval().is_some() {
        return Err(Problem::refused("year-refused-approved"));
    }
    let page = ImportPage {
        w,
        year,
        history: row.kind == super::super::model::Kind::History,
        form,
        preview,
    };
    Page::new(w.one("year-import-title", "year", year.to_string()), &page)
}

/// Keeps the file and shows what it would do. Nothing of it counts before the confirmation.
pub fn preview(app: &App, visit: &Visit) -> Answer {
    let keeper = rights::keeper(&visit.actor)?;
    let year = year_of(visit)?;
    let fault = |message: &'static str| {
        let mut faults = Faults::new();
        faults.add("file", message);
        draw(app, visit, FormView::again(visit, faults), None)?
            .status(422)
            .answer()
    };
    let Some(upload) = visit.upload("file") else {
        let over = visit.over.as_ref().map(|over| over.message);
        return fault(over.unwrap_or("fault-required"));
    };
    let text = match file::decode(&upload.bytes) {
        Ok(text) => text,
        Err(message) => return fault(message),
    };
    let lang = visit.tongue.lang;
    let read = app.read(|conn| {
        let row = gather::row(app, conn, year)?;
        actions::checked_file(app, conn, &row, &text, lang)
    });
    let read = match read {
        Err(Problem::Refused(message, _)) if message.starts_with("year-file-") => {
            return fault(message);
        }
        other => other?,
    };
    let kept = app.write(&visit.actor, |tx| {
        actions::keep_import(app, tx, keeper, year, &text, lang)
    })?;
    let preview = shown(app, visit, year, kept, read)?;
    let form = FormView::fresh(Fields::default());
    draw(app, visit, form, Some(preview))?.answer()
}

fn shown(
    app: &App,
    visit: &Visit,
    year: i32,
    file: Id<Import>,
    read: Read,
) -> Result<Preview, Problem> {
    let w = &visit.tongue;
    let boards = app.read(|conn| {
        let row = gather::row(app, conn, year)?;
        Ok::<_, Problem>(gather::period(app, conn, year, row.kind)?.1)
    })?;
    let board = |id| boards.iter().find(|board| Some(board.id) == id);
    let rows = read.entries.iter().take(SHOWN).map(|(_, entry)| {
        let name = entry.figure.name.best(w.lang).to_owned();
        let place = board(entry.board).map_or_else(
            || w.t("year-whole"),
            |board| board.name.best(w.lang).to_owned(),
        );
        let value = entry.value.map_or_else(
            || w.t("year-not-available"),
            |value| entry.figure.unit.show(w, value),
        );
        (name, place, value)
    });
    Ok(Preview {
        file,
        summary: w.with(
            "year-import-found",
            &[
                ("good", read.entries.len().into()),
                ("bad", read.bad.len().into()),
            ],
        ),
        good: read.entries.len(),
        bad_in_all: read.bad.len(),
        rows: rows.collect(),
        ignored: match read.ignored.is_empty() {
            true => String::new(),
            false => w.one("year-import-ignored", "columns", w.list(&read.ignored)),
        },
        bad: read
            .bad
            .into_iter()
            .take(SHOWN)
            .map(|bad| line(w, bad))
            .collect(),
    })
}

fn line(w: &Tongue, bad: BadRow) -> BadLine {
    BadLine {
        line: bad.line,
        column: bad.column,
        reason: w.with(bad.reason, &named(w, &bad.args)),
        found: bad.found,
    }
}

pub fn apply(app: &App, visit: &Visit) -> Answer {
    let keeper = rights::keeper(&visit.actor)?;
    let year = year_of(visit)?;
    let file: Id<Import> = visit.id("file")?;
    let to = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            actions::apply_import(app, tx, keeper, year, file)?;
            Ok(format!("/year/{year}"))
        })
    })?;
    Ok(Reply::Redirect(to))
}
