//! The verbs of tasks.

use kit::db::Tx;

use super::super::organisation::PersonId;
use super::super::subject::Subject;
use super::super::{Problem, audit};
use super::{TASK, Task, TaskId, store};

/// Asks. The same thing asked again of the same people while it is open only gets the new
/// date, address and number.
pub fn open(tx: &Tx<'_>, task: &Task) -> Result<(), Problem> {
    match store::same(tx, task)? {
        Some(row) if row.asks(task) => Ok(()),
        Some(row) => {
            store::renew(tx, row.id, task)?;
            audit::changed(tx, "task.renew", TASK, row.id)
        }
        None => {
            let id = TaskId::at(tx.at());
            store::insert(tx, id, task)?;
            audit::changed(tx, "task.open", TASK, id)
        }
    }
}

/// The thing is done, whoever it was asked of. Nothing open is no fault.
pub fn done(tx: &Tx<'_>, kind: &str, subject: &Subject) -> Result<(), Problem> {
    for id in store::close(tx, kind, subject)? {
        audit::changed(tx, "task.done", TASK, id)?;
    }
    Ok(())
}

/// What was asked of a person who is gone is asked of the role. Who did a task stays as an id.
pub fn forget(tx: &Tx<'_>, person: PersonId) -> Result<(), Problem> {
    for id in store::leave_to_role(tx, person)? {
        audit::changed(tx, "task.release", TASK, id)?;
    }
    Ok(())
}
