//! Whose mail it is: the person who answers for it, their unit and board as of the day.

use kit::clock::{Day, Moment};
use kit::db::Conn;

use super::held;
use crate::base::keys::{self, Keys};
use crate::base::organisation::{self, ControllerId, PersonId, UnitId};
use crate::base::{App, Problem, findings};

/// Signs of a message id that are kept; a line cannot hold many more.
const ID: usize = 250;

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

/// A message id as it is stored, shown and searched, without its brackets. Line-of-business systems have written identity
/// numbers into it, and it travels in the clear (facts/mail-guard.md section 3): those are masked, and a keyed hash
/// behind keeps two ids apart that look alike then. What is written so stays as it is.
pub fn message_id(keys: &Keys, text: &str) -> String {
    let text = text.trim_matches(['<', '>', ' ']).chars();
    let text: String = text.filter(|c| !c.is_control()).take(ID).collect();
    let (mut shown, mut at) = (String::new(), 0);
    for one in findings::numbers().find(&text).iter() {
        let behind = text.get(at..one.span.start);
        let (Some(before), true) = (behind, one.is_person_number()) else {
            continue;
        };
        let number = text.get(one.span.clone()).unwrap_or_default();
        shown.push_str(before);
        shown.push_str(&findings::masked(one.kind, number));
        at = one.span.end;
    }
    if at == 0 {
        return text;
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    let mac = keys.receipt_mac("guard.message-id", text.as_bytes());
    format!("{shown}#{}", keys::hex(&mac[..4]))
}

#[cfg(test)]
mod tests {
    use super::message_id;
    use crate::base::testing::House;

    #[test]
    fn an_identity_number_in_a_message_id_is_masked_and_the_id_found_by_it_all_the_same() {
        let house = House::sqlite();
        let stored = |text: &str| message_id(&house.app.keys, text);
        for (id, number) in [
            ("<121293-901F.1@system.example>", "121293-901F"),
            ("0101800008.case.77@system.example", "0101800008"),
            ("case.010180-0008@system.example", "010180-0008"),
        ] {
            let kept = stored(id);
            assert!(
                !kept.contains(number) && kept.contains("@system.example#"),
                "{kept}"
            );
            assert_eq!(kept, stored(id.trim_matches(['<', '>'])));
            assert_eq!(kept, stored(&kept), "as it is read from the page");
        }
        let alike = ["121293-901F.1@x.example", "120193-811F.1@x.example"].map(stored);
        assert_ne!(alike[0], alike[1]);
        for plain in ["20261123095002.GA4711@mx.example", "one@testby.example", ""] {
            assert_eq!(stored(plain), plain);
        }
    }
}
