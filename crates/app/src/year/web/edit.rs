//! Entering the figures of a section for the whole or one board.

use std::collections::HashMap;

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::{Arg, Tongue};

use super::super::catalogue::{self, Definition};
use super::super::model::file::MOST_NOTE;
use super::super::model::grid::counted;
use super::super::model::{self, Entry, Kind};
use super::super::rights::{self, Writer};
use super::super::sheet::Board;
use super::super::store::{self, YearRow};
use super::super::{actions, gather};
use super::{named_faults, section_of, year_of};
use crate::base::organisation::ControllerId;
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "year/pages/edit.html")]
struct Edit<'a> {
    w: &'a Tongue,
    year: i32,
    section: u8,
    title: String,
    board: String,
    code: String,
    chosen: FormView,
    options: Vec<(String, String)>,
    form: FormView,
    lines: Vec<EditLine>,
    /// Figures that the program counts: name only.
    counted: Vec<String>,
}

struct EditLine {
    key: &'static str,
    name: String,
    unit: String,
    definition: String,
}

/// What may be entered here, as the database stands.
struct Place {
    may: Writer,
    row: YearRow,
    boards: Vec<Board>,
    board: Option<ControllerId>,
    code: String,
    open: Vec<&'static Definition>,
    counted: Vec<&'static Definition>,
    known: HashMap<&'static str, Entry>,
}

fn place(app: &App, conn: &kit::db::Conn, visit: &Visit, code: &str) -> Result<Place, Problem> {
    let (year, section) = (year_of(visit)?, section_of(visit)?.number);
    let may = rights::writer(conn, &visit.actor, year, section)?;
    let row = gather::row(app, conn, year)?;
    if row.approval().is_some() {
        return Err(Problem::refused("year-refused-approved"));
    }
    let (period, boards) = gather::period(app, conn, year, row.kind)?;
    let board = boards
        .iter()
        .find(|board| board.code == code)
        .map(|board| board.id);
    let readings = match row.kind {
        Kind::Counted => gather::readings(app, conn, &period, Some(section))?,
        Kind::History => Vec::new(),
    };
    let by_program = counted(&readings);
    let here = catalogue::of_section(section).filter(|def| board.is_none() || def.boards);
    let (counted, open) = here.partition(|def| by_program.contains(def.key.as_str()));
    let known = store::entries(conn, year, Some(section))?
        .into_iter()
        .filter(|row| row.entry.board == board)
        .map(|row| (row.entry.figure.key.as_str(), row.entry))
        .collect();
    Ok(Place {
        may,
        row,
        code: if board.is_some() {
            code.to_owned()
        } else {
            String::new()
        },
        boards,
        board,
        open,
        counted,
        known,
    })
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let place = app.read(|conn| place(app, conn, visit, visit.query.text("board")))?;
    let mut fields = Fields::default();
    for def in &place.open {
        if let Some(entry) = place.known.get(def.key.as_str()) {
            let value = entry
                .value
                .map_or_else(String::new, |value| def.unit.plain(value));
            fields.set(&def.key, value);
            let note = entry.note.get(visit.tongue.lang).unwrap_or("");
            fields.set(&format!("{}-note", def.key), note);
        }
    }
    draw(visit, &place, FormView::fresh(fields))?.answer()
}

fn draw(visit: &Visit, place: &Place, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let section = section_of(visit)?;
    let name = |def: &&Definition| def.name.best(w.lang).to_owned();
    let mut options = vec![(String::new(), w.t("year-whole"))];
    options.extend(
        place
            .boards
            .iter()
            .map(|board| (board.code.clone(), board.name.best(w.lang).to_owned())),
    );
    let board = options.iter().find(|(code, _)| *code == place.code);
    let lines = place.open.iter().map(|def| EditLine {
        key: &def.key,
        name: name(def),
        unit: w.t(def.unit.word()),
        definition: def.definition.best(w.lang).to_owned(),
    });
    let page = Edit {
        w,
        year: place.row.year,
        section: section.number,
        title: section.title.best(w.lang).to_owned(),
        board: board.map_or_else(String::new, |(_, name)| name.clone()),
        code: place.code.clone(),
        chosen: FormView::fresh(Fields::from_pairs(vec![(
            "board".into(),
            place.code.clone(),
        )])),
        lines: lines.collect(),
        counted: place.counted.iter().map(name).collect(),
        options,
        form,
    };
    Page::new(w.t("year-figures-edit"), &page)
}

pub fn save(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let place = place(app, tx, visit, visit.form.text("board"))?;
            let entries = read(visit, &place)?;
            actions::enter(app, tx, place.may, &entries)?;
            Ok(format!(
                "/year/{}/section/{}?board={}",
                place.row.year,
                place.may.section,
                super::show::encoded(&place.code)
            ))
        })
    });
    submit(result, |faults| {
        let place = app.read(|conn| place(app, conn, visit, visit.form.text("board")))?;
        let faults = named_faults(&visit.tongue, &faults);
        draw(visit, &place, FormView::again(visit, faults))
    })
}

/// The fields as entries. A note in the reader's language stands beside those in others.
fn read(visit: &Visit, place: &Place) -> Result<Vec<Entry>, Faults> {
    let mut faults = Faults::new();
    let mut entries = Vec::new();
    if visit.form.repeats("board") {
        faults.add("board", form::REPEATED);
    }
    for def in &place.open {
        let field = def.key.as_str();
        if !visit.form.has(field) {
            continue;
        }
        let said = format!("{field}-note");
        if visit.form.repeats(field) || visit.form.repeats(&said) {
            faults.add(field, form::REPEATED);
            continue;
        }
        let note = form::clean(visit.form.text(&said));
        if note.chars().count() > MOST_NOTE {
            faults.add_with(field, form::TOO_LONG, vec![("max", Arg::from(MOST_NOTE))]);
        }
        match model::value(def, visit.form.raw(field)) {
            Err(reason) => faults.add(field, reason),
            Ok(value) => {
                let known = place.known.get(field);
                let mut texts = known.map(|entry| entry.note.clone()).unwrap_or_default();
                texts.set(visit.tongue.lang, note.trim());
                entries.push(Entry {
                    figure: def,
                    board: place.board,
                    value,
                    parts: None,
                    note: texts,
                });
            }
        }
    }
    faults.into_result(entries)
}
