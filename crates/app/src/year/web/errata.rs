//! Corrections of an approved sheet: old and new beside each other.

use askama::Template;
use kit::clock::Day;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::catalogue;
use super::super::model::agree::{self, Contradiction};
use super::super::model::{self, NewErratum, Texted};
use super::super::sheet::Sheet;
use super::super::{actions, gather, rights};
use super::{name_of, named_faults, text_fields, year_of};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "year/pages/errata.html")]
struct ErrataPage<'a> {
    w: &'a Tongue,
    year: i32,
    rows: Vec<Line>,
    /// What must be corrected too before the next edition.
    torn: Vec<Torn>,
    recorder: bool,
    form: FormView,
    fields: Vec<Texted>,
    figures: Vec<(String, String)>,
    boards: Vec<(String, String)>,
}

struct Line {
    key: String,
    name: String,
    board: String,
    day: String,
    old: String,
    new: String,
    reason: String,
    approved_by: String,
}

/// A figure that no longer agrees with others, and in which way.
struct Torn {
    href: String,
    name: String,
    what: String,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let fields = Fields::from_pairs(vec![("day".into(), visit.today.to_string())]);
    draw(app, visit, FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let reader = rights::reader(&visit.actor)?;
    let year = year_of(visit)?;
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let row = gather::row(app, conn, year)?;
        let (number, _) = row
            .approval()
            .ok_or(Problem::refused("year-refused-not-approved"))?;
        let sheet = gather::frozen(conn, &row, number, None)?;
        let seen = sheet.errata.iter().filter(|one| reader.sees(one.board));
        let mut figures: Vec<(String, String)> = sheet
            .figures()
            .map(|figure| {
                (
                    figure.def.key.clone(),
                    figure.def.name.best(w.lang).to_owned(),
                )
            })
            .collect();
        w.sort_by(&mut figures, |(_, name)| name);
        let mut boards = vec![("whole".to_owned(), w.t("year-whole"))];
        boards.extend(
            sheet
                .boards
                .iter()
                .map(|board| (board.code.clone(), board.name.best(w.lang).to_owned())),
        );
        Ok::<_, Problem>(ErrataPage {
            w,
            year,
            rows: seen.map(|one| line(w, &sheet, one)).collect(),
            torn: agree::torn(&sheet)
                .iter()
                .filter(|one| reader.sees(one.board))
                .map(|one| torn(w, &sheet, one))
                .collect(),
            recorder: rights::recorder(conn, &visit.actor, visit.today).is_ok(),
            form,
            fields: text_fields(w.lang),
            figures,
            boards,
        })
    })?;
    Page::new(w.one("year-errata-title", "year", year.to_string()), &page)
}

fn line(w: &Tongue, sheet: &Sheet, one: &super::super::sheet::Erratum) -> Line {
    let def = sheet.figure(&one.key).map(|figure| &figure.def);
    let words = |value: Option<f64>| match (value, def) {
        (Some(value), Some(def)) => def.unit.show(w, value),
        _ => w.t("year-not-available"),
    };
    let board = one.board.and_then(|id| sheet.board(id));
    Line {
        key: one.key.clone(),
        name: def.map_or_else(|| one.key.clone(), |def| def.name.best(w.lang).to_owned()),
        board: board.map_or_else(
            || w.t("year-whole"),
            |board| board.name.best(w.lang).to_owned(),
        ),
        day: w.day_short(one.day),
        old: words(one.old),
        new: words(one.new),
        reason: one.reason.best(w.lang).to_owned(),
        approved_by: one.approved_by.clone(),
    }
}

fn torn(w: &Tongue, sheet: &Sheet, one: &Contradiction) -> Torn {
    let mut href = format!("/year/{}/figure/{}", sheet.year, one.key);
    let mut name = name_of(w, one.key);
    if let Some(board) = one.board.and_then(|id| sheet.board(id)) {
        href.push_str(&format!("?board={}", super::show::encoded(&board.code)));
        name.push_str(&format!(" ({})", board.name.best(w.lang)));
    }
    let with: Vec<String> = one.with.iter().map(|key| name_of(w, key)).collect();
    Torn {
        href,
        name,
        what: w.one(one.how.word(), "with", with.join("; ")),
    }
}

pub fn save(app: &App, visit: &Visit) -> Answer {
    let year = year_of(visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let recorder = rights::recorder(tx, &visit.actor, visit.today)?;
            let row = gather::row(app, tx, year)?;
            let (number, _) = row
                .approval()
                .ok_or(Problem::refused("year-refused-not-approved"))?;
            let sheet = gather::frozen(tx, &row, number, Some(99))?;
            let new = read(&visit.form, &sheet)?;
            actions::erratum(app, tx, recorder, year, &new)?;
            Ok(format!("/year/{year}/errata"))
        })
    });
    submit(result, |faults| {
        let faults = named_faults(&visit.tongue, &faults);
        draw(app, visit, FormView::again(visit, faults))
    })
}

fn read(fields: &Fields, sheet: &Sheet) -> Result<NewErratum, Faults> {
    let mut faults = Faults::new();
    let def = form::choice(fields, &mut faults, "figure", catalogue::definition);
    form::need(&mut faults, "figure", form::CHOICE, &def);
    let board = form::choice(fields, &mut faults, "board", |code| match code {
        "whole" => Some(None),
        code => sheet
            .boards
            .iter()
            .find(|board| board.code == code)
            .map(|board| Some(board.id)),
    });
    form::need(&mut faults, "board", form::CHOICE, &board);
    let mut new = None;
    if let Some(def) = def {
        match model::value(def, fields.raw("value")) {
            _ if fields.repeats("value") => faults.add("value", form::REPEATED),
            Ok(value) => new = value,
            Err(message) => faults.add("value", message),
        }
        if !def.boards && board.flatten().is_some() {
            faults.add("board", "year-file-whole-only");
        }
    }
    let day = form::day(fields, &mut faults, "day");
    form::need(&mut faults, "day", form::REQUIRED, &day);
    let approved_by = form::required(fields, &mut faults, "approved-by", form::REQUIRED, 200);
    let reason = model::texts(fields, &mut faults, 1_000);
    faults.into_result(NewErratum {
        figure: def.map_or_else(String::new, |def| def.key.clone()),
        board: board.flatten(),
        new,
        reason,
        approved_by,
        day: day.unwrap_or(Day::MAX),
    })
}
