//! The people concerned: letters, who was told and how, and the decisions not to.

use askama::Template;
use kit::db::Conn;
use kit::words::{Lang, Tongue};

use super::super::super::store::CaseRow;
use super::super::model::{Letter, PARTS};
use super::super::store::{self, EntryRow};
use super::super::{actions, letters};
use super::ask::{Ask, Sheet, draw};
use super::{breach, current, may_write};
use crate::base::visit::{Answer, Download, FormView, Page, Reply, Visit, submit};
use crate::base::{App, Letterhead, Problem, once, organisation};

#[derive(Template)]
#[template(path = "modules/incidents/telling/pages/letters.html")]
struct People<'a> {
    w: &'a Tongue,
    case: &'a CaseRow,
    decided: String,
    reason: String,
    letters: Vec<Written>,
    entries: Vec<Shown>,
    writes: bool,
}

/// A letter in one of the languages.
struct Written {
    code: &'static str,
    name: &'static str,
    begun: bool,
    missing: Vec<String>,
}

/// One time that people were told.
struct Shown {
    at: String,
    channel: String,
    people: String,
    number: String,
    part: String,
    words: String,
    place: String,
    proof: String,
    lang: &'static str,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let case = breach(conn, visit)?;
        let written = store::letters(conn, case.id)?;
        let entries = store::entries(conn, case.id)?;
        let people = case.standing.people.as_ref();
        let page = People {
            w,
            decided: people
                .map(|people| w.t(people.told.word()))
                .unwrap_or_default(),
            reason: case.people_reason().to_owned(),
            letters: Lang::ALL
                .into_iter()
                .map(|lang| {
                    let letter = written
                        .iter()
                        .find(|row| row.lang == lang)
                        .map(|row| &row.letter);
                    Written {
                        code: lang.code(),
                        name: lang.autonym(),
                        begun: letter.is_some(),
                        missing: letter
                            .map(|letter| {
                                letter.missing().into_iter().map(|word| w.t(word)).collect()
                            })
                            .unwrap_or_default(),
                    }
                })
                .collect(),
            entries: entries.iter().map(|row| shown(w, row)).collect(),
            writes: may_write(visit, &case) && case.standing.closed.is_none(),
            case: &case,
        };
        Page::new(w.t("incidents-telling-people-title"), &page)
    })?;
    page.answer()
}

fn shown(w: &Tongue, row: &EntryRow) -> Shown {
    let entry = &row.entry;
    let part = match entry.extent {
        "part" => format!(
            "{}: {}",
            w.t("incidents-telling-extent-part"),
            entry.part_why
        ),
        _ => String::new(),
    };
    Shown {
        at: w.moment(entry.at),
        channel: w.t(entry.channel.word()),
        people: entry.people.clone(),
        number: entry
            .number
            .map(|number| w.number(number))
            .unwrap_or_default(),
        part,
        words: entry.words.clone(),
        place: entry.place.clone(),
        proof: entry.proof.clone(),
        lang: entry.lang.unwrap_or(w.lang).code(),
    }
}

/// The language of the address.
fn lang(visit: &Visit) -> Result<Lang, Problem> {
    Lang::ALL
        .into_iter()
        .find(|lang| lang.code() == visit.param("lang"))
        .ok_or(Problem::NotFound)
}

fn letter_sheet<'a>(case: &'a CaseRow, lang: Lang) -> Sheet<'a> {
    let asks = PARTS.iter().map(|(name, word, needed)| {
        let kind = if *name == "subject" { "line" } else { "text" };
        let ask = Ask::new(kind, name, word);
        if *needed {
            ask.hint("incidents-telling-hint-letter").in_the_end()
        } else {
            ask
        }
    });
    Sheet {
        title: "incidents-telling-letter-title",
        note: lang.autonym().to_owned(),
        case,
        back: "letters",
        asks: asks.collect(),
        button: "incidents-telling-save",
    }
}

/// The saved letter, or the one it begins with.
fn letter(app: &App, conn: &Conn, case: &CaseRow, lang: Lang) -> Result<Letter, Problem> {
    match store::letter(conn, case.id, lang)? {
        Some(letter) => Ok(letter),
        None => Ok(letters::template(
            &app.tongue(lang),
            &current(app, conn, case)?,
            // A board abroad answers to the authority of its own country.
            organisation::country_of(conn, case.controller)?.or(app.country()),
        )),
    }
}

pub fn letter_form(app: &App, visit: &Visit) -> Answer {
    let lang = lang(visit)?;
    let (case, letter) = app.read(|conn| {
        let case = breach(conn, visit)?;
        let letter = letter(app, conn, &case, lang)?;
        Ok::<_, Problem>((case, letter))
    })?;
    actions::open_case(visit.actor.editor_of(case.controller)?, &case)?;
    draw(
        visit,
        &FormView::fresh(letter.show()),
        &letter_sheet(&case, lang),
    )?
    .answer()
}

pub fn save_letter(app: &App, visit: &Visit) -> Answer {
    let lang = lang(visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = breach(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            actions::write_letter(tx, editor, &case, (lang, &Letter::typed(&visit.form)?))?;
            Ok(format!("/incidents/{}/letters", case.id))
        })
    });
    submit(result, |faults| {
        let case = app.read(|conn| breach(conn, visit))?;
        draw(
            visit,
            &FormView::again(visit, faults),
            &letter_sheet(&case, lang),
        )
    })
}

#[derive(Template)]
#[template(path = "modules/incidents/telling/pages/letter.html")]
struct LetterText<'a> {
    w: &'a Tongue,
    case: &'a CaseRow,
    lang: &'static str,
    text: String,
}

/// A letter that was saved, with who sends it.
fn written(app: &App, conn: &Conn, visit: &Visit) -> Result<(CaseRow, Letter, String), Problem> {
    let (case, lang) = (breach(conn, visit)?, lang(visit)?);
    let letter = store::letter(conn, case.id, lang)?.ok_or(Problem::NotFound)?;
    let sender = sender(app, conn, &case, lang)?;
    Ok((case, letter, sender))
}

/// The controller's name as it stands under a letter.
pub fn sender(app: &App, conn: &Conn, case: &CaseRow, lang: Lang) -> Result<String, Problem> {
    let all = organisation::controllers(conn, kit::clock::Day::MIN, app.today())?;
    let own = all.iter().find(|row| row.id == case.controller);
    Ok(own
        .map(|row| row.name.best(lang).to_owned())
        .unwrap_or_default())
}

pub fn letter_text(app: &App, visit: &Visit) -> Answer {
    let own = app.tongue(lang(visit)?);
    let (case, letter, sender) = app.read(|conn| written(app, conn, visit))?;
    let page = LetterText {
        w: &visit.tongue,
        lang: own.lang.code(),
        text: letters::plain(&own, &letter, &sender),
        case: &case,
    };
    Page::new(visit.tongue.t("incidents-telling-letter-text"), &page)?.answer()
}

pub fn letter_pdf(app: &App, visit: &Visit) -> Answer {
    let own = app.tongue(lang(visit)?);
    let (case, letter, sender) = app.read(|conn| written(app, conn, visit))?;
    let sheet = letters::Sheet {
        head: Letterhead::of(app, own.lang),
        sender,
        number: case.number.clone(),
    };
    let bytes = (app.printer)(&letters::document(&own, &letter, &sheet))?;
    let name = format!("{}.letter.{}.pdf", case.number, own.lang.code());
    Ok(Reply::File(Download::saved(name, "application/pdf", bytes)))
}
