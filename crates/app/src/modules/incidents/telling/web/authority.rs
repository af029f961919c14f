//! The authority's number, its questions with our answers, what it decided.

use askama::Template;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::super::store::CaseRow;
use super::super::super::web::possible;
use super::super::actions;
use super::super::model::{Answered, Asked, Decision, Matter, Question, Ruling};
use super::super::store::{self, DecisionRow, QuestionRow};
use super::ask::{Ask, Sheet, draw};
use super::{breach, may_write, seen};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "modules/incidents/telling/pages/authority.html")]
struct Authority<'a> {
    w: &'a Tongue,
    case: &'a CaseRow,
    matter: Option<Matter>,
    questions: Vec<Shown>,
    decisions: Vec<Ruled>,
    writes: bool,
}

/// A question in words.
pub struct Shown {
    pub id: String,
    pub kind: String,
    pub asked: String,
    pub words: String,
    pub due: String,
    pub late: bool,
    pub answered: String,
    pub answer: String,
}

struct Ruled {
    ruling: String,
    decided: String,
    reference: String,
    words: String,
    due: String,
}

/// A question as a page shows it.
pub fn shown(visit: &Visit, row: &QuestionRow) -> Shown {
    let (w, question) = (&visit.tongue, &row.question);
    Shown {
        id: row.id.to_string(),
        kind: w.t(question.kind.word()),
        asked: w.day(question.asked),
        words: question.words.clone(),
        due: question.due.map(|day| w.day(day)).unwrap_or_default(),
        late: row.answered.is_none() && question.due.is_some_and(|day| day < visit.today),
        answered: row.answered.map(|day| w.day(day)).unwrap_or_default(),
        answer: row.answer.clone(),
    }
}

fn ruled(w: &Tongue, row: &DecisionRow) -> Ruled {
    let decision = &row.decision;
    Ruled {
        ruling: w.t(decision.ruling.word()),
        decided: w.day(decision.decided),
        reference: decision.reference.clone(),
        words: decision.words.clone(),
        due: decision.due.map(|day| w.day(day)).unwrap_or_default(),
    }
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let case = breach(conn, visit)?;
        let questions = store::questions(conn, case.id)?;
        let decisions = store::decisions(conn, case.id)?;
        let page = Authority {
            w,
            matter: store::matter(conn, case.id)?,
            questions: questions
                .iter()
                .filter(|row| row.question.kind != Asked::Supplier)
                .map(|row| shown(visit, row))
                .collect(),
            decisions: decisions.iter().map(|row| ruled(w, row)).collect(),
            writes: may_write(visit, &case),
            case: &case,
        };
        Page::new(w.t("incidents-telling-authority-title"), &page)
    })?;
    page.answer()
}

fn number_sheet<'a>(case: &'a CaseRow) -> Sheet<'a> {
    Sheet {
        title: "incidents-telling-matter-title",
        note: String::new(),
        case,
        back: "authority",
        asks: vec![
            Ask::new("line", "number", "incidents-telling-matter-number").required(),
            Ask::new("line", "contact", "incidents-telling-matter-contact")
                .hint("incidents-telling-hint-matter"),
        ],
        button: "incidents-telling-save",
    }
}

pub fn number_form(app: &App, visit: &Visit) -> Answer {
    let (case, matter) = app.read(|conn| {
        let case = breach(conn, visit)?;
        let matter = store::matter(conn, case.id)?.unwrap_or_default();
        Ok::<_, Problem>((case, matter))
    })?;
    visit.actor.editor_of(case.controller)?;
    let mut fields = Fields::default();
    fields.set("number", matter.number);
    fields.set("contact", matter.contact);
    draw(visit, &FormView::fresh(fields), &number_sheet(&case))?.answer()
}

pub fn number(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = breach(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            actions::save_matter(tx, editor, &case, &Matter::typed(&visit.form)?)?;
            Ok(format!("/incidents/{}/authority", case.id))
        })
    });
    submit(result, |faults| {
        let case = app.read(|conn| breach(conn, visit))?;
        draw(visit, &FormView::again(visit, faults), &number_sheet(&case))
    })
}

fn kind(visit: &Visit) -> Result<Asked, Problem> {
    Asked::parse(visit.param("kind")).ok_or(Problem::NotFound)
}

fn back(kind: Asked) -> &'static str {
    match kind {
        Asked::Supplier => "supplier",
        _ => "authority",
    }
}

fn question_sheet<'a>(case: &'a CaseRow, kind: Asked) -> Sheet<'a> {
    Sheet {
        title: kind.word(),
        note: String::new(),
        case,
        back: back(kind),
        asks: vec![
            Ask::new("text", "words", "incidents-telling-ask-question").required(),
            Ask::new("day", "asked", "incidents-telling-ask-asked").required(),
            Ask::new("day", "due", "incidents-telling-ask-due").hint("incidents-telling-hint-rest"),
        ],
        button: "incidents-telling-save",
    }
}

pub fn question_form(app: &App, visit: &Visit) -> Answer {
    let kind = kind(visit)?;
    let case = app.read(|conn| seen(conn, visit, kind))?;
    visit.actor.editor_of(case.controller)?;
    let mut fields = Fields::default();
    fields.set("asked", visit.today.to_string());
    draw(
        visit,
        &FormView::fresh(fields),
        &question_sheet(&case, kind),
    )?
    .answer()
}

pub fn question(app: &App, visit: &Visit) -> Answer {
    let kind = kind(visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = seen(tx, visit, kind)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let question =
                Question::typed(&visit.form, kind, possible(app, tx, tx.at())?, &app.zone)?;
            let id = actions::ask(tx, editor, &case, &question)?;
            Ok(format!(
                "/incidents/{}/{}#question-{id}",
                case.id,
                back(kind)
            ))
        })
    });
    submit(result, |faults| {
        let case = app.read(|conn| seen(conn, visit, kind))?;
        draw(
            visit,
            &FormView::again(visit, faults),
            &question_sheet(&case, kind),
        )
    })
}

/// The question of the address with its case.
fn asked(conn: &kit::db::Conn, visit: &Visit) -> Result<(CaseRow, QuestionRow), Problem> {
    let case = super::visible(conn, visit)?;
    let row = store::question(conn, case.id, visit.id("question")?)?.ok_or(Problem::NotFound)?;
    Ok((case, row))
}

fn answer_sheet<'a>(case: &'a CaseRow, row: &QuestionRow) -> Sheet<'a> {
    Sheet {
        title: "incidents-telling-answer-title",
        note: row.question.words.clone(),
        case,
        back: back(row.question.kind),
        asks: vec![
            Ask::new("text", "answer", "incidents-telling-ask-answer").required(),
            Ask::new("day", "answered", "incidents-telling-ask-answered").required(),
        ],
        button: "incidents-telling-save",
    }
}

pub fn answer_form(app: &App, visit: &Visit) -> Answer {
    let (case, row) = app.read(|conn| asked(conn, visit))?;
    visit.actor.editor_of(case.controller)?;
    let mut fields = Fields::default();
    fields.set("answer", row.answer.as_str());
    fields.set("answered", row.answered.unwrap_or(visit.today).to_string());
    draw(visit, &FormView::fresh(fields), &answer_sheet(&case, &row))?.answer()
}

pub fn answer(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let (case, row) = asked(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let possible = possible(app, tx, tx.at())?;
            let reply = Answered::typed(&visit.form, row.question.asked, possible, &app.zone)?;
            actions::reply(tx, editor, &case, row.id, &reply)?;
            Ok(format!(
                "/incidents/{}/{}",
                case.id,
                back(row.question.kind)
            ))
        })
    });
    submit(result, |faults| {
        let (case, row) = app.read(|conn| asked(conn, visit))?;
        draw(
            visit,
            &FormView::again(visit, faults),
            &answer_sheet(&case, &row),
        )
    })
}

fn decision_sheet<'a>(w: &Tongue, case: &'a CaseRow) -> Sheet<'a> {
    let rulings = Ruling::ALL
        .iter()
        .map(|one| (one.code(), w.t(one.word())))
        .collect();
    Sheet {
        title: "incidents-telling-ruling-title",
        note: String::new(),
        case,
        back: "authority",
        asks: vec![
            Ask::new("one", "ruling", "incidents-telling-ask-ruling")
                .of(rulings)
                .required(),
            Ask::new("day", "decided", "incidents-telling-ask-decided").required(),
            Ask::new("line", "reference", "incidents-telling-ask-reference"),
            Ask::new("text", "words", "incidents-telling-ask-ruling-words"),
            Ask::new("day", "due", "incidents-telling-ask-ruling-due")
                .hint("incidents-telling-hint-ruling-due"),
        ],
        button: "incidents-telling-save",
    }
}

pub fn decision_form(app: &App, visit: &Visit) -> Answer {
    let case = app.read(|conn| breach(conn, visit))?;
    visit.actor.editor_of(case.controller)?;
    let mut fields = Fields::default();
    fields.set("decided", visit.today.to_string());
    draw(
        visit,
        &FormView::fresh(fields),
        &decision_sheet(&visit.tongue, &case),
    )?
    .answer()
}

pub fn decision(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = breach(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let possible = possible(app, tx, tx.at())?;
            let decision = Decision::typed(&visit.form, possible, &app.zone)?;
            actions::decide(tx, editor, &case, &decision)?;
            Ok(format!("/incidents/{}/authority", case.id))
        })
    });
    submit(result, |faults| {
        let case = app.read(|conn| breach(conn, visit))?;
        draw(
            visit,
            &FormView::again(visit, faults),
            &decision_sheet(&visit.tongue, &case),
        )
    })
}
