//! The authority is told, in phases.

use kit::db::Tx;

use super::super::super::CaseId;
use super::super::super::actions as room;
use super::super::super::model::{Notified, Reasons, Stage};
use super::super::super::store::CaseRow;
use super::super::model::{Country, Field, Matter, Notification, Sending, Value};
use super::super::{DRAFT, PHASE, PhaseId, store};
use super::authority::save_matter;
use crate::base::audit;
use crate::base::identity::actor::Editor;
use crate::base::tasks::{self, Task};
use crate::base::{Problem, Role};

/// What is still to follow after an incomplete phase.
const REST: &str = "incidents-telling-task-rest";

/// Saves the notification as far as it is written.
///
/// # Errors
/// A closed case; a case of another controller.
pub fn save(
    tx: &Tx<'_>,
    editor: Editor,
    case: &CaseRow,
    new: &Notification,
) -> Result<(), Problem> {
    open_case(editor, case)?;
    let id = store::save_draft(tx, (case.id, case.controller), new)?;
    audit::changed(tx, "incidents.telling.write", DRAFT, id)
}

/// Keeps what was sent. The first phase is the notification of the case: its stage, its figures and whether it
/// was late follow from it.
///
/// # Errors
/// A closed case; a case of another controller.
pub fn send(
    tx: &Tx<'_>,
    editor: Editor,
    case: &CaseRow,
    (notification, country): (&Notification, Country),
    sending: &Sending,
) -> Result<PhaseId, Problem> {
    open_case(editor, case)?;
    let mut sent = notification.clone();
    let first = case.standing.notified.is_none();
    if first {
        // Reasons for a delay belong to a notification that came late, and to no other.
        sent.set(Field::DelayReasons, sending.delay.clone().map(Value::Text));
    }
    save(tx, editor, case, &sent)?;
    let id = store::add_phase(tx, (case.id, case.controller), (&sent, country), sending)?;
    audit::changed(tx, "incidents.telling.send", PHASE, id)?;
    if first {
        let notified = Notified {
            at: sending.sent,
            reference: sending.receipt.clone(),
            late: sending.delay.is_some(),
        };
        let reasons = Reasons {
            why: sending.why.clone(),
            late: sending.delay.clone().unwrap_or_default(),
        };
        room::notify(tx, editor, case.id, &(notified, reasons))?;
    }
    keep_number(tx, editor, case, &sending.receipt)?;
    ask_for_rest(tx, case, sending)?;
    Ok(id)
}

/// The receipt is the authority's number until another is written down.
fn keep_number(tx: &Tx<'_>, editor: Editor, case: &CaseRow, receipt: &str) -> Result<(), Problem> {
    if receipt.is_empty() || store::matter(tx, case.id)?.is_some() {
        return Ok(());
    }
    let matter = Matter {
        number: receipt.to_owned(),
        contact: String::new(),
    };
    save_matter(tx, editor, case, &matter)
}

fn ask_for_rest(tx: &Tx<'_>, case: &CaseRow, sending: &Sending) -> Result<(), Problem> {
    let subject = room::subject(case.id);
    if !sending.phase.is_incomplete() {
        return tasks::done(tx, REST, &subject);
    }
    tasks::open(
        tx,
        &Task {
            kind: REST,
            subject,
            href: format!("/incidents/{}/notification", case.id),
            controller: case.controller,
            role: Role::Dpo,
            person: None,
            due: sending.rest_by,
            about: Some(case.number.clone()),
            end: None,
        },
    )
}

/// Takes what was written in words out of the phases of a case whose personal content is disposed of. That they were
/// sent, when, how and with which answers stays (article 33(5)).
pub fn strip(tx: &Tx<'_>, case: CaseId) -> Result<(), Problem> {
    for row in store::phases(tx, case)? {
        let bare = row.notification.without_words();
        if bare != row.notification {
            store::put_content(tx, row.id, &bare)?;
            audit::changed(tx, "incidents.dispose", PHASE, row.id)?;
        }
    }
    Ok(())
}

/// The case is the editor's and not closed.
pub fn open_case(editor: Editor, case: &CaseRow) -> Result<(), Problem> {
    if case.controller != editor.controller() {
        return Err(Problem::NotFound);
    }
    if case.standing.stage == Stage::Closed {
        return Err(Problem::refused("incidents-refused-closed"));
    }
    Ok(())
}
