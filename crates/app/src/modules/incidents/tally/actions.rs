//! The verbs.

use kit::clock::Day;
use kit::db::Tx;

use super::store;
use super::{TALLY, Tally, TallyId};
use crate::base::identity::actor::Editor;
use crate::base::organisation::{self, UnitId};
use crate::base::{Problem, audit};

/// Counts near misses of a unit on a day. Any person who is signed in may; the transaction should not be written in
/// their name, as with a report.
///
/// # Errors
/// [`Problem::NotFound`] for a unit that there is not on that day.
pub fn count_more(tx: &Tx<'_>, unit: UnitId, day: Day, new: Tally) -> Result<TallyId, Problem> {
    let span = organisation::unit(tx, unit, day)?.ok_or(Problem::NotFound)?;
    let id = store::insert(tx, unit, &span, (new, day))?;
    audit::changed(tx, "incidents.tally", TALLY, id)?;
    Ok(id)
}

/// Strikes an entry as a mistake. It stays in the list and counts no more.
///
/// # Errors
/// [`Problem::NotFound`] for one of another controller, or one that was struck before.
pub fn strike(tx: &Tx<'_>, editor: Editor, id: TallyId) -> Result<(), Problem> {
    let entry = store::one(tx, id)?.filter(|entry| entry.controller == editor.controller());
    if entry.is_none() || !store::strike(tx, id)? {
        return Err(Problem::NotFound);
    }
    audit::changed(tx, "incidents.tally_strike", TALLY, id)
}
