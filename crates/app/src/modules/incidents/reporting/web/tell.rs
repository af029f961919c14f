//! The public report: three questions, and a receipt. The answer to the form is the receipt itself and no redirect:
//! an address that led to it would have to hold it.

use askama::Template;
use kit::db::Tx;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::super::model::{About, When};
use super::super::super::web::again::{Said, anew};
use super::super::super::web::{Options, options};
use super::super::clean;
use super::super::letterbox::{self, Seed, WRITER};
use super::super::model::{Letter, LetterDraft, Receipt, Way};
use super::super::store::{self, Enclosed};
use super::talk;
use crate::base::keys::{hex, random, unhex};
use crate::base::organisation::{self, ControllerId, ControllerRow};
use crate::base::visit::{Answer, FormView, Look, Page, Visit};
use crate::base::{Actor, App, Problem};

#[derive(Template)]
#[template(path = "modules/incidents/reporting/pages/tell.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    title: &'static str,
    lead: &'static str,
    action: String,
    abouts: Options,
    /// Empty when there is only one and nothing is to be asked.
    boards: Vec<(String, String)>,
    largest: String,
    outside: bool,
}

#[derive(Template)]
#[template(path = "modules/incidents/reporting/pages/receipt.html")]
struct Given<'a> {
    w: &'a Tongue,
    /// None when it was given before.
    words: Vec<&'static str>,
    plain: String,
    about: About,
    /// What is said of a form that came before.
    before: Option<&'static str>,
    outside: bool,
    lang: &'static str,
    /// Address of the talk.
    talk: String,
}

/// How a form was taken in.
#[derive(Clone, Copy, PartialEq)]
enum Came {
    New,
    /// It came before with these very words.
    Same,
    /// It came before, and what was new in it now stands with it.
    More,
    /// It came before, and said what this one says, or more.
    Less,
}

impl Came {
    /// The words of the receipt are only for who sent these words: the bits of a form alone may be found in the
    /// store of a browser.
    fn gives(self) -> bool {
        matches!(self, Came::New | Came::Same)
    }

    fn before(self) -> Option<&'static str> {
        match self {
            Came::New => None,
            Came::Same => Some("incidents-reporting-again-same"),
            Came::More => Some("incidents-reporting-again"),
            Came::Less => Some("incidents-reporting-again-less"),
        }
    }
}

/// A form's beginning: 256 random bits from which the receipt is made when it is sent.
pub fn fresh() -> FormView {
    let mut fields = Fields::default();
    fields.set("noticed", "today");
    FormView {
        once: hex(&random::<32>()),
        ..FormView::fresh(fields)
    }
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &fresh())?.kept().answer()
}

/// The form of the public page, or of an operator.
pub fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let all = app.read(|conn| organisation::controllers(conn, visit.today, visit.today))?;
    let mut boards: Vec<(String, String)> = if all.len() < 2 {
        Vec::new()
    } else {
        all.iter()
            .map(|board| (board.id.to_string(), board.name.best(w.lang).to_owned()))
            .collect()
    };
    w.sort_by(&mut boards, |(_, name)| name);
    let (title, lead, action) = if visit.outside {
        (
            "incidents-reporting-title",
            "incidents-reporting-lead",
            // Not the form's own address: sending to that would throw out what the browser keeps under it.
            format!("/tell?sent=1&lang={}", w.lang.code()),
        )
    } else {
        (
            "incidents-reporting-operator-title",
            "incidents-reporting-operator-lead",
            "/report/for-someone".to_owned(),
        )
    };
    let page = Form {
        w,
        form,
        title,
        lead,
        action,
        abouts: options!(w, About),
        boards,
        largest: w.bytes(app.config.limits.upload as u64),
        outside: visit.outside,
    };
    Page::new(w.t(title), &page)
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    take(app, visit, None)
}

/// Takes a form in. `way` is how it came when that does not follow from the form itself.
pub fn take(app: &App, visit: &Visit, way: Option<Way>) -> Answer {
    let (letter, board, files, seed) = match read(app, visit) {
        Ok(read) => read,
        Err(Problem::Faults(faults)) => return again(app, visit, faults),
        Err(other) => return Err(other),
    };
    let said = (&letter.story, letter.about, letter.noticed, &letter.contact);
    let content = letterbox::content(&(said, board), &files);
    let receipt = letterbox::receipt(&app.keys, &seed, &content);
    let mark = letterbox::mark(&app.keys, &receipt);
    let form = letterbox::form_mark(&app.keys, &seed);
    let way = way.unwrap_or(letter.way());
    let came = app.write(&Actor::program(WRITER), |tx| {
        let before = store::given(tx, &form)?.filter(|before| *before != mark);
        if let Some(before) = before {
            let said = letterbox::said_mark(&app.keys, &receipt, &content);
            let new = store::first(tx, &said, visit.today)?;
            return once_more(tx, visit, (&letter, board), &before, (&files, new));
        }
        store::give(tx, &form, &mark, visit.today)?;
        let new = letterbox::post(tx, &letter, way, board, &mark, &files)?;
        Ok(if new { Came::New } else { Came::Same })
    })?;
    given(app, visit, &receipt, (letter.about, came))?
        .look(Look::Answer)
        .answer()
}

/// The same form with other words, a file, a contact: what is new in it becomes more to the report, once, and nothing
/// is lost.
fn once_more(
    tx: &Tx<'_>,
    visit: &Visit,
    (letter, board): (&Letter, ControllerId),
    mark: &str,
    (files, new): (&[Enclosed], bool),
) -> Result<Came, Problem> {
    let w = &visit.tongue;
    let Some(opened) = talk::opened(tx, mark)? else {
        return Ok(Came::Less);
    };
    let now = Said {
        story: &letter.story,
        about: letter.about,
        noticed: letter.noticed.map_or(When::Unknown, When::On),
    };
    let mut words = anew(w, &opened.said(), &now);
    let to = opened.to();
    if to.controller != board && !visit.form.text("board").is_empty() {
        let boards = organisation::controllers(tx, visit.today, visit.today)?;
        let chosen = boards.iter().find(|row| row.id == board);
        let name = chosen.map_or("", |row| row.name.best(w.lang));
        words = format!("{words}\n\n{} {name}", w.t("incidents-reporting-board"));
    }
    if words.is_empty() && files.is_empty() && letter.contact.is_empty() {
        return Ok(Came::Less);
    }
    if !new {
        return Ok(Came::More);
    }
    if words.is_empty() {
        words = w.t("incidents-reporting-again-more");
    }
    let said = (words.trim(), letter.contact.as_str());
    letterbox::say_more(tx, &to, said, visit.today, files)?;
    Ok(Came::More)
}

type Read = (Letter, ControllerId, Vec<Enclosed>, Seed);

fn read(app: &App, visit: &Visit) -> Result<Read, Problem> {
    let mut faults = visit.whole().err().unwrap_or_default();
    let seed: Option<Seed> = unhex(visit.form.text("once")).and_then(|bytes| bytes.try_into().ok());
    if seed.is_none() {
        faults.add("story", "problem-form-old");
    }
    let draft = LetterDraft::typed(&visit.form, &mut faults, visit.today);
    let boards =
        app.read(|conn| organisation::controllers(conn, kit::clock::Day::MIN, visit.today))?;
    let first = boards.iter().map(|board| board.from).min();
    let first = app.config.municipality.since.or(first);
    let board = board(app, visit, &boards, &mut faults)?;
    let files = enclosed(visit, &mut faults);
    let letter = draft.check(faults, visit.today, first)?;
    let (Some(board), Some(seed)) = (board, seed) else {
        return Err(Problem::refused("incidents-reporting-refused-unit"));
    };
    Ok((letter, board, files, seed))
}

/// The chosen board, or the one of the configured unit, or the first.
fn board(
    app: &App,
    visit: &Visit,
    boards: &[ControllerRow],
    faults: &mut Faults,
) -> Result<Option<ControllerId>, Problem> {
    let now: Vec<&ControllerRow> = boards
        .iter()
        .filter(|board| board.until.is_none_or(|until| until >= visit.today))
        .collect();
    let chosen = visit.form.text("board");
    if !chosen.is_empty() {
        let known = now.iter().find(|board| board.id.to_string() == chosen);
        if known.is_none() {
            faults.add("board", kit::form::CHOICE);
        }
        return Ok(known.map(|board| board.id));
    }
    if let Some(code) = &app.config.report.unit {
        let units = app.read(|conn| organisation::units(conn, visit.today))?;
        if let Some(unit) = units.iter().find(|unit| unit.code == *code) {
            return Ok(Some(unit.controller));
        }
    }
    let first = now.iter().find(|board| !board.company).or(now.first());
    Ok(first.map(|board| board.id))
}

/// The files of the form, cleaned.
pub fn enclosed(visit: &Visit, faults: &mut Faults) -> Vec<Enclosed> {
    let mut files = Vec::new();
    for upload in visit.files.iter().filter(|file| !file.bytes.is_empty()) {
        match clean::enclose(upload) {
            Ok(file) => files.push(file),
            Err(message) => faults.add("file", message),
        }
    }
    files
}

/// The form again, filled; with fresh bits when it brought none.
fn again(app: &App, visit: &Visit, faults: Faults) -> Answer {
    let mut form = FormView::again(visit, faults);
    if unhex(&form.once).is_none_or(|bytes| bytes.len() != 32) {
        form.once = hex(&random::<32>());
    }
    draw(app, visit, &form)?
        .look(Look::Answer)
        .status(422)
        .answer()
}

fn given(
    app: &App,
    visit: &Visit,
    receipt: &Receipt,
    (about, came): (About, Came),
) -> Result<Page, Problem> {
    let words = if came.gives() {
        receipt.words()
    } else {
        Vec::new()
    };
    let w = &visit.tongue;
    let url = app.config.report.url.as_deref().unwrap_or_default();
    let page = Given {
        w,
        plain: words.join(" "),
        words,
        about,
        before: came.before(),
        outside: visit.outside,
        lang: w.lang.code(),
        talk: format!("{url}/talk"),
    };
    Page::new(w.t("incidents-thanks-title"), &page)
}
