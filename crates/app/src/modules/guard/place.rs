//! Whose mail it is: the person who answers for it, their unit and board as of the day.

use kit::clock::{Day, Moment};
use kit::db::Conn;

use super::held;
use crate::base::organisation::{self, ControllerId, PersonId, UnitId};
use crate::base::{App, Problem, keys};

/// Where a mail belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The sender, or who answers for the mailbox; nobody for a system that is on no list.
    pub owner: Option<PersonId>,
    pub controller: ControllerId,
    pub unit: Option<UnitId>,
}

/// Finds it. What belongs to nobody is counted at the first board by its code, which runs the municipality's systems.
///
/// # Errors
/// [`Problem::NotFound`] when there is no board at all.
pub fn of(
    app: &App,
    conn: &Conn,
    sender: Option<PersonId>,
    address: &str,
    at: Moment,
) -> Result<Place, Problem> {
    let day = app.zone.day_of(at);
    let owner = match sender {
        Some(person) => Some(person),
        None => held::mailbox_owner(conn, &address.to_lowercase())?,
    };
    let works = match owner {
        Some(person) => organisation::works_in(conn, person, day)?,
        None => Vec::new(),
    };
    let (unit, controller) = match works.first() {
        Some((unit, controller)) => (Some(*unit), *controller),
        None => (None, first_board(conn, day)?),
    };
    Ok(Place {
        owner,
        controller,
        unit,
    })
}

/// Whether a mail could belong anywhere. Asked before one is passed on: evidence that could not be kept would let it
/// wait and go out again.
///
/// # Errors
/// The database's own.
pub fn is_any(app: &App, conn: &Conn) -> Result<bool, Problem> {
    let day = app.zone.day_of(app.now());
    Ok(!organisation::controllers(conn, day, day)?.is_empty())
}

fn first_board(conn: &Conn, day: Day) -> Result<ControllerId, Problem> {
    let boards = organisation::controllers(conn, day, day)?;
    boards
        .first()
        .map(|board| board.id)
        .ok_or(Problem::NotFound)
}

/// The keyed hash by which an address is known in what is stored.
pub fn address_hash(app: &App, address: &str) -> String {
    let folded = super::model::mail::folded(address);
    let mac = app.keys.receipt_mac("guard.recipient", folded.as_bytes());
    keys::hex(&mac[..16])
}
