//! People who can prove who they are.

use kit::db::Tx;

use super::super::model::Checked;
use super::super::store::{entering, people};
use super::super::{ADDRESS, CITIZEN, CitizenId};
use crate::base::keys::Keys;
use crate::base::{Problem, audit};

/// Registers somebody; what was registered for the same address before ends, and so do its sessions.
pub fn register(tx: &Tx<'_>, keys: &Keys, new: &Checked) -> Result<CitizenId, Problem> {
    let marks = keys.marks(ADDRESS, &new.address);
    if let Some(before) = people::of_marks(tx, keys, &marks)? {
        end_one(tx, before.id)?;
    }
    entering::leave_all(tx, &marks)?;
    let id = people::insert(tx, keys, new)?;
    audit::changed(tx, "guard.citizen", CITIZEN, id)?;
    Ok(id)
}

/// The phone or number is no longer theirs.
pub fn end(tx: &Tx<'_>, keys: &Keys, id: CitizenId) -> Result<(), Problem> {
    let citizen = people::one(tx, keys, id)?.ok_or(Problem::NotFound)?;
    entering::leave_all(tx, &keys.marks(ADDRESS, &citizen.address))?;
    end_one(tx, id)
}

fn end_one(tx: &Tx<'_>, id: CitizenId) -> Result<(), Problem> {
    if people::end(tx, id)? {
        audit::changed(tx, "guard.citizen-ended", CITIZEN, id)?;
    }
    Ok(())
}
