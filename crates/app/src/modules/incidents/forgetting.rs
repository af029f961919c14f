//! A person who is forgotten.

use kit::db::Tx;

use super::model::{Step, Taken};
use super::{CASE, STEP, store};
use crate::base::organisation::PersonId;
use crate::base::{Problem, audit};

/// Takes out who reported. The case stays: article 33(5) asks for every breach to be documented.
pub fn forget(tx: &Tx<'_>, person: PersonId) -> Result<(), Problem> {
    for id in store::of_reporter(tx, person)? {
        let mut case = store::case(tx, id)?.ok_or(Problem::NotFound)?;
        let taken = Taken {
            at: tx.at(),
            step: Step::Forget,
            words: String::new(),
            by: tx.by().to_owned(),
        };
        let step = store::add_step(tx, id, &taken)?;
        case.reporter = None;
        store::save(tx, &case)?;
        audit::changed(tx, "incidents.forget", STEP, step)?;
        audit::changed(tx, "incidents.forget", CASE, id)?;
    }
    Ok(())
}
