//! Writing down who was told and how, and the decisions not to tell individually.

use kit::form::{self, Fields};
use kit::words::{Lang, Tongue};

use super::super::super::actions::subject;
use super::super::super::model::Told;
use super::super::super::store::CaseRow;
use super::super::super::web::possible;
use super::super::model::{Channel, Entry, NotTold, choices};
use super::super::{actions, letters, store};
use super::ask::{Ask, Sheet, draw};
use super::breach;
use super::letters::sender;
use crate::base::visit::{Answer, FormView, Visit, submit};
use crate::base::{App, files, once};

/// Where among the questions the reason stands: who, how many, why.
const AFTER_PEOPLE: usize = 4;

/// That people are told individually is decided already.
fn decided(case: &CaseRow) -> bool {
    let people = case.standing.people.as_ref();
    people.is_some_and(|people| people.told == Told::Told)
}

fn told_sheet<'a>(w: &Tongue, case: &'a CaseRow) -> Sheet<'a> {
    let channels = Channel::ALL
        .iter()
        .map(|one| (one.code(), w.t(one.word())))
        .collect();
    let languages = Lang::ALL
        .into_iter()
        .map(|lang| (lang.code(), lang.autonym().to_owned()))
        .collect();
    let mut asks = vec![
        Ask::new("moment", "at", "incidents-telling-told-at").required(),
        Ask::new("one", "channel", "incidents-telling-told-channel")
            .of(channels)
            .required(),
        Ask::new("line", "people", "incidents-telling-told-people")
            .hint("incidents-telling-hint-told-people")
            .required(),
        Ask::new("line", "number", "incidents-telling-told-number"),
        Ask::new("one", "extent", "incidents-telling-informed-extent").of_set(w, choices::EXTENT),
        Ask::new("text", "part_why", "incidents-telling-informed-part-why"),
        Ask::new("one", "lang", "incidents-telling-told-letter")
            .hint("incidents-telling-hint-told-letter")
            .of(languages),
        Ask::new("text", "words", "incidents-telling-told-words")
            .hint("incidents-telling-hint-told-words"),
        Ask::new("line", "place", "incidents-telling-told-place")
            .hint("incidents-telling-hint-told-place"),
        Ask::new("line", "proof", "incidents-telling-told-proof")
            .hint("incidents-telling-hint-told-proof"),
        Ask::new("file", "file", "incidents-telling-told-file"),
    ];
    if !decided(case) {
        let why = Ask::new("text", "reason", "incidents-telling-told-why");
        asks.insert(AFTER_PEOPLE, why.hint("incidents-telling-hint-told-why"));
    }
    Sheet {
        title: "incidents-telling-told-title",
        note: w.t("incidents-telling-told-lead"),
        case,
        back: "letters",
        asks,
        button: "incidents-telling-told-do",
    }
}

pub fn told_form(app: &App, visit: &Visit) -> Answer {
    let case = app.read(|conn| breach(conn, visit))?;
    actions::open_case(visit.actor.editor_of(case.controller)?, &case)?;
    let mut fields = Fields::default();
    form::put_moment(&mut fields, "at", visit.now, &app.zone);
    fields.set("extent", "all");
    draw(
        visit,
        &FormView::fresh(fields),
        &told_sheet(&visit.tongue, &case),
    )?
    .answer()
}

pub fn told(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = breach(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let mut finished = Vec::new();
            for row in store::letters(tx, case.id)?
                .into_iter()
                .filter(|row| row.letter.missing().is_empty())
            {
                let sender = sender(app, tx, &case, row.lang)?;
                finished.push((
                    row.lang,
                    letters::plain(&app.tongue(row.lang), &row.letter, &sender),
                ));
            }
            let letter = |lang: Lang| {
                finished
                    .iter()
                    .find(|(own, _)| *own == lang)
                    .map(|(_, text)| text.clone())
            };
            let possible = possible(app, tx, tx.at())?;
            let entry = Entry::typed(&visit.form, decided(&case), possible, &app.zone, letter)?;
            actions::record(tx, editor, &case, &entry)?;
            if let Some(upload) = visit.upload("file") {
                files::keep(tx, &subject(case.id), case.controller, upload)?;
            }
            Ok(format!("/incidents/{}/letters", case.id))
        })
    });
    submit(result, |faults| {
        let case = app.read(|conn| breach(conn, visit))?;
        draw(
            visit,
            &FormView::again(visit, faults),
            &told_sheet(&visit.tongue, &case),
        )
    })
}

fn decline_sheet<'a>(w: &Tongue, case: &'a CaseRow) -> Sheet<'a> {
    let grounds = Told::ALL.iter().filter(|told| **told != Told::Told);
    Sheet {
        title: "incidents-telling-decline-title",
        note: w.t("incidents-telling-decline-lead"),
        case,
        back: "letters",
        asks: vec![
            Ask::new("one", "ground", "incidents-telling-decline-ground")
                .of(grounds.map(|one| (one.code(), w.t(one.word()))).collect())
                .required(),
            Ask::new("text", "reason", "incidents-ask-reason")
                .hint("incidents-ask-reason-hint")
                .required(),
            Ask::new("text", "words", "incidents-telling-public-words")
                .hint("incidents-telling-hint-public"),
            Ask::new("line", "place", "incidents-telling-told-place")
                .hint("incidents-telling-hint-told-place"),
            Ask::new("moment", "at", "incidents-telling-public-at"),
            Ask::new("line", "people", "incidents-telling-told-people")
                .hint("incidents-telling-hint-told-people"),
        ],
        button: "incidents-telling-decline-do",
    }
}

pub fn decline_form(app: &App, visit: &Visit) -> Answer {
    let case = app.read(|conn| breach(conn, visit))?;
    actions::open_case(visit.actor.editor_of(case.controller)?, &case)?;
    draw(
        visit,
        &FormView::fresh(Fields::default()),
        &decline_sheet(&visit.tongue, &case),
    )?
    .answer()
}

pub fn decline(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = breach(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let possible = possible(app, tx, tx.at())?;
            let not_told = NotTold::typed(&visit.form, possible, &app.zone)?;
            actions::decline(tx, editor, &case, &not_told)?;
            Ok(format!("/incidents/{}/letters", case.id))
        })
    });
    submit(result, |faults| {
        let case = app.read(|conn| breach(conn, visit))?;
        draw(
            visit,
            &FormView::again(visit, faults),
            &decline_sheet(&visit.tongue, &case),
        )
    })
}
