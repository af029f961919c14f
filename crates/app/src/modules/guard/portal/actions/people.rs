//! People who can prove who they are.

use kit::db::Tx;
use kit::form::Faults;

use super::super::model::Checked;
use super::super::store::entering;
use super::super::store::people::{self, CitizenRow};
use super::super::{ADDRESS, CITIZEN, CitizenId, NUMBER};
use crate::base::keys::Keys;
use crate::base::organisation::{self, PersonId};
use crate::base::{Actor, Problem, audit, notices};

/// Registers somebody; what was registered for the same address before ends, and so do its sessions. A phone or number
/// that stays the same goes on counting.
///
/// # Errors
/// A fault beside the address where a colleague has registered another phone or number: whoever could put their own in
/// its place would get the codes for what others write from then on. The officer may.
pub fn register(
    tx: &Tx<'_>,
    keys: &Keys,
    new: &Checked,
    officer: bool,
) -> Result<CitizenId, Problem> {
    let (mut phone_at, mut number_at) = (tx.at(), tx.at());
    if let Some(before) = people::of_address(tx, keys, &new.address)? {
        let phone = before.phone == new.phone;
        let number = same_number(keys, &before, new);
        if !(officer || before.by == tx.by() || phone && number) {
            let mut faults = Faults::new();
            faults.add("address", "guard-portal-fault-registered");
            return Err(faults.into());
        }
        if phone {
            phone_at = before.phone_at;
        }
        if number {
            number_at = before.number_at;
        }
        end_one(tx, &before)?;
    }
    entering::leave_all(tx, &keys.marks(ADDRESS, &new.address))?;
    let id = people::insert(tx, keys, new, (phone_at, number_at))?;
    audit::changed(tx, "guard.citizen", CITIZEN, id)?;
    Ok(id)
}

fn same_number(keys: &Keys, before: &CitizenRow, new: &Checked) -> bool {
    match (&before.number_mark, &new.number) {
        (Some(mark), Some(number)) => keys.marks(NUMBER, number).contains(mark),
        (None, None) => true,
        _ => false,
    }
}

/// The phone or number is no longer theirs.
pub fn end(tx: &Tx<'_>, keys: &Keys, id: CitizenId) -> Result<(), Problem> {
    let citizen = people::one(tx, keys, id)?.ok_or(Problem::NotFound)?;
    entering::leave_all(tx, &keys.marks(ADDRESS, &citizen.address))?;
    end_one(tx, &citizen)
}

/// Whoever registered it hears when somebody else ends it: neither whose it was nor the number.
fn end_one(tx: &Tx<'_>, before: &CitizenRow) -> Result<(), Problem> {
    if !people::end(tx, before.id)? {
        return Ok(());
    }
    audit::changed(tx, "guard.citizen-ended", CITIZEN, before.id)?;
    match registrar(tx, before)? {
        Some(person) if before.by != tx.by() => notices::tell(
            tx,
            person,
            "guard-notice-registered",
            &[],
            "/guard/recipients",
        ),
        _ => Ok(()),
    }
}

/// The employee who registered it, if they are still known here.
fn registrar(tx: &Tx<'_>, row: &CitizenRow) -> Result<Option<PersonId>, Problem> {
    let id = Actor::person_of(&row.by);
    let person = id.map(|id| organisation::person(tx, id)).transpose()?;
    Ok(person.flatten().map(|person| person.id))
}
