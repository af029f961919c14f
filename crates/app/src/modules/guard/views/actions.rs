//! The verbs of mailboxes and of the second pair of eyes.

use kit::db::{Conn, Tx};
use kit::form::Faults;

use super::super::held;
use super::model::{self, Eyes, Kind, Mailbox, Rule};
use super::store::{self, EyesRow};
use super::{EYES, EyesId, MAILBOX, MailboxId};
use crate::base::identity::actor::Editor;
use crate::base::organisation::{self, ControllerId, PersonId};
use crate::base::{Actor, App, Problem, Role, audit, notices};

fn person(tx: &Tx<'_>, field: &'static str, number: &str) -> Result<PersonId, Problem> {
    organisation::person_by_number(tx, number)?
        .map(|person| person.id)
        .ok_or_else(|| {
            let mut faults = Faults::new();
            faults.add(field, "guard-views-fault-person");
            Problem::Faults(faults)
        })
}

/// Names who answers for a mailbox, or keeps the second reader away from it.
///
/// # Errors
/// Faults when nobody has the number, or the address is noted already.
pub fn add_mailbox(app: &App, tx: &Tx<'_>, actor: &Actor, new: &Mailbox) -> Result<(), Problem> {
    officer(actor)?;
    let owner = match &new.owner {
        Some(number) => Some(person(tx, "owner", number)?),
        None => None,
    };
    let id = MailboxId::random();
    let key = (new.address.as_str(), new.kind.code());
    if !store::add_mailbox(tx, id, key, owner, &new.reason)? {
        let mut faults = Faults::new();
        faults.add("address", "guard-views-fault-known");
        return Err(Problem::Faults(faults));
    }
    audit::changed(tx, "guard.mailbox", MAILBOX, id)?;
    match (new.kind, owner) {
        (Kind::Shared, Some(owner)) => held::adopt(app, tx, &new.address, owner),
        _ => Ok(()),
    }
}

pub fn end_mailbox(tx: &Tx<'_>, actor: &Actor, id: MailboxId) -> Result<(), Problem> {
    officer(actor)?;
    if !store::end_mailbox(tx, id)? {
        return Err(Problem::NotFound);
    }
    audit::changed(tx, "guard.mailbox-end", MAILBOX, id)
}

/// Mailboxes belong to no board, so whoever notes them is officer for all of them.
fn officer(actor: &Actor) -> Result<(), Problem> {
    match actor.scope(Role::Dpo) {
        crate::base::identity::actor::Scope::All => Ok(()),
        crate::base::identity::actor::Scope::Some(_) => Err(Problem::Forbidden),
    }
}

/// Switches the second pair of eyes on for a board.
///
/// # Errors
/// Faults when nobody has the reader's number; `guard-views-refused-on` when it is on.
pub fn open_eyes(tx: &Tx<'_>, editor: Editor, rule: &Rule, new: &Eyes) -> Result<(), Problem> {
    let reader = person(tx, "reader", &new.reader)?;
    let on = store::eyes_on(tx)?;
    if on.iter().any(|one| one.controller == editor.controller()) {
        return Err(Problem::refused("guard-views-refused-on"));
    }
    let row = EyesRow {
        id: EyesId::random(),
        controller: editor.controller(),
        reader,
        rule: rule.id.clone(),
        consulted: new.consulted,
        note: new.note.clone(),
        at: tx.at(),
    };
    store::add_eyes(tx, &row)?;
    audit::changed(tx, "guard.eyes-open", EYES, row.id)
}

pub fn close_eyes(tx: &Tx<'_>, editor: Editor, id: EyesId) -> Result<(), Problem> {
    let on = store::eyes_on(tx)?;
    let own = on
        .iter()
        .any(|one| one.id == id && one.controller == editor.controller());
    if !own || !store::end_eyes(tx, id)? {
        return Err(Problem::NotFound);
    }
    audit::changed(tx, "guard.eyes-close", EYES, id)
}

/// The second reader opens a held mail: the sender is told, and it stands in the book with the reason.
///
/// # Errors
/// What the database says.
pub fn opened(tx: &Tx<'_>, row: &held::Stopped, reason: &str) -> Result<(), Problem> {
    held::opened(tx, row, reason)?;
    if let Some(owner) = row.owner {
        let href = format!("/my-mails/{}", row.id);
        notices::tell(tx, owner, "guard-notice-opened", &[], &href)?;
    }
    audit::noted(tx, "guard.second-look", &held::STOPPED.subject(row.id))
}

/// Who besides its sender may open a held mail of these boards: names, and the sources of the rules that allow it.
/// Both empty where the second pair of eyes is off.
///
/// # Errors
/// What the database says.
pub fn second_readers(
    conn: &Conn,
    boards: &[ControllerId],
) -> Result<(Vec<String>, Vec<String>), Problem> {
    let on: Vec<EyesRow> = store::eyes_on(conn)?
        .into_iter()
        .filter(|row| boards.contains(&row.controller))
        .collect();
    if on.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let readers: Vec<PersonId> = on.iter().map(|row| row.reader).collect();
    let people = organisation::people(conn, &readers)?;
    let mut names: Vec<String> = people.values().map(organisation::PersonRow::name).collect();
    let mut sources: Vec<String> = on
        .iter()
        .filter_map(|row| model::rules().iter().find(|rule| rule.id == row.rule))
        .map(|rule| rule.source.clone())
        .collect();
    for list in [&mut names, &mut sources] {
        list.sort();
        list.dedup();
    }
    Ok((names, sources))
}
