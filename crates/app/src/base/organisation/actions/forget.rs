//! Erasing who a person was.

use kit::db::Tx;
use kit::id::Id;

use super::super::super::erasures::{self, Erasure};
use super::super::super::{Actor, App, Problem, audit};
use super::super::store::{self, forgetting};
use super::super::{DUTY, EMPLOYMENT, MANAGER, PERSON, PersonId};

/// Erases a person by a numbered rule: [`audit::FORGOTTEN`] when they asked for it or their time has passed. The
/// erasure is written to the list beside the keys before it is done, so that a restored backup erases again.
///
/// # Errors
/// [`Problem::Refused`] while an employment or a duty of the person holds.
pub fn forget(app: &App, actor: &Actor, person: PersonId, rule: u16) -> Result<(), Problem> {
    actor.administrator()?;
    let today = app.today();
    let known = app.read(|conn| {
        if forgetting::is_in_force(conn, person, today)? {
            return Err(Problem::refused("organisation-forget-in-force"));
        }
        store::person(conn, person)
    })?;
    known.ok_or(Problem::NotFound)?;
    erasures::append(
        app,
        &Erasure {
            at: app.now(),
            kind: PERSON.kind.to_owned(),
            id: person.to_string(),
            rule,
        },
    )?;
    again(app, actor, person, rule)?;
    // What is erased does not linger in the journal.
    app.db.tidy()?;
    Ok(())
}

/// The erasure itself, also of a person whom a restored backup brought back. False when they are gone already.
pub fn again(app: &App, actor: &Actor, person: PersonId, rule: u16) -> Result<bool, Problem> {
    app.write(actor, |tx| {
        if store::person(tx, person)?.is_none() {
            return Ok(false);
        }
        for room in app.rooms {
            (room.forget)(tx, person)?;
        }
        erase(tx, person, rule)?;
        Ok(true)
    })
}

/// What the law lets stay are spans without a name: they are counted in the figures of earlier years.
fn erase(tx: &Tx<'_>, person: PersonId, rule: u16) -> Result<(), Problem> {
    let nobody = forgetting::insert_nobody(tx)?;
    audit::changed(tx, "person.blank", PERSON, nobody)?;
    let left = forgetting::hand_to(tx, person, nobody)?;
    for id in left.employments {
        audit::changed(tx, "employment.blank", EMPLOYMENT, id)?;
    }
    for (kept, ids) in [(MANAGER, left.managers), (DUTY, left.duties)] {
        for id in ids.iter().filter_map(|id| Id::<()>::parse(id)) {
            audit::changed(tx, "person.blank", kept, id)?;
        }
    }
    forgetting::delete_person(tx, person)?;
    audit::erased(tx, rule, PERSON, person)
}
