//! What comes back from the authority, and what a supplier told. Answers come when they come: a closed case takes
//! them too.

use kit::clock::Day;
use kit::db::Tx;

use super::super::super::actions as room;
use super::super::super::store::CaseRow;
use super::super::model::{Answered, Decision, Matter, Question, Ruling, Supplier};
use super::super::{DECISION, MATTER, QUESTION, QuestionId, SUPPLIER, store};
use crate::base::audit;
use crate::base::identity::actor::Editor;
use crate::base::subject::Subject;
use crate::base::tasks::{self, Task};
use crate::base::{Problem, Role};

/// What waits when the authority orders that people are told.
pub const ORDER: &str = "incidents-telling-task-order";

fn own(editor: Editor, case: &CaseRow) -> Result<(), Problem> {
    if case.controller == editor.controller() {
        Ok(())
    } else {
        Err(Problem::NotFound)
    }
}

fn task(
    case: &CaseRow,
    kind: &'static str,
    subject: Subject,
    page: &str,
    due: Option<Day>,
) -> Task {
    Task {
        kind,
        subject,
        href: format!("/incidents/{}/{page}", case.id),
        controller: case.controller,
        role: Role::Dpo,
        person: None,
        due,
        about: Some(case.number.clone()),
        end: None,
    }
}

/// Keeps the authority's number.
pub fn save_matter(
    tx: &Tx<'_>,
    editor: Editor,
    case: &CaseRow,
    matter: &Matter,
) -> Result<(), Problem> {
    own(editor, case)?;
    let id = store::save_matter(tx, (case.id, case.controller), matter)?;
    audit::changed(tx, "incidents.telling.number", MATTER, id)
}

/// Writes down a question; a task waits until it is answered.
pub fn ask(
    tx: &Tx<'_>,
    editor: Editor,
    case: &CaseRow,
    new: &Question,
) -> Result<QuestionId, Problem> {
    own(editor, case)?;
    let id = store::add_question(tx, (case.id, case.controller), new)?;
    audit::changed(tx, "incidents.telling.ask", QUESTION, id)?;
    let page = format!("authority/question/{id}");
    tasks::open(
        tx,
        &task(case, new.kind.task(), QUESTION.subject(id), &page, new.due),
    )?;
    Ok(id)
}

/// Writes down the answer to a question.
///
/// # Errors
/// A question of another case.
pub fn reply(
    tx: &Tx<'_>,
    editor: Editor,
    case: &CaseRow,
    id: QuestionId,
    reply: &Answered,
) -> Result<(), Problem> {
    own(editor, case)?;
    let row = store::question(tx, case.id, id)?.ok_or(Problem::NotFound)?;
    store::answer(tx, id, reply)?;
    audit::changed(tx, "incidents.telling.answer", QUESTION, id)?;
    tasks::done(tx, row.question.kind.task(), &QUESTION.subject(id))
}

/// Writes down a decision of the authority. An order to tell the people concerned opens a task.
pub fn decide(tx: &Tx<'_>, editor: Editor, case: &CaseRow, new: &Decision) -> Result<(), Problem> {
    own(editor, case)?;
    let id = store::add_decision(tx, (case.id, case.controller), new)?;
    audit::changed(tx, "incidents.telling.decide", DECISION, id)?;
    if new.ruling == Ruling::OrderToTell {
        tasks::open(
            tx,
            &task(case, ORDER, room::subject(case.id), "letters", new.due),
        )?;
    }
    Ok(())
}

/// Keeps what a supplier told.
pub fn save_supplier(
    tx: &Tx<'_>,
    editor: Editor,
    case: &CaseRow,
    new: &Supplier,
) -> Result<(), Problem> {
    own(editor, case)?;
    let id = store::save_supplier(tx, (case.id, case.controller), new)?;
    audit::changed(tx, "incidents.telling.supplier", SUPPLIER, id)
}
