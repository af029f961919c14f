//! What goes into the letterbox. This is the one place in the house where something is stored and the book says
//! nothing of it: an entry beside the others would carry the moment, and the order of the book another. The entry
//! comes when the item is taken up, or with the day's batch. docs/decisions/0008.

use kit::clock::Day;
use kit::db::Tx;
use sha2::{Digest, Sha256};

use super::super::CaseId;
use super::super::model::About;
use super::super::store::CaseRow;
use super::model::{Letter, Receipt, Way};
use super::store::{self, BoxedId, Enclosed, Item};
use crate::base::keys::{Keys, hex};
use crate::base::organisation::ControllerId;
use crate::base::{App, Problem};

/// Under whose name these writes run: nobody's.
pub const WRITER: &str = "letterbox";

/// A form's random bits; the page with them may lie in a browser's store.
pub type Seed = [u8; 32];

/// What a form says, for the hashes below.
pub fn content(said: &impl std::fmt::Debug, files: &[Enclosed]) -> Vec<u8> {
    let mut content = Sha256::digest(format!("{said:?}")).to_vec();
    for file in files {
        content.extend(Sha256::digest(&file.bytes));
    }
    content
}

/// The receipt of a form, from the random bits in it, what it says, and the installation's key. The same form sent
/// twice gives the same receipt, so nobody is left with a code that opens nothing; and nothing has to be stored for
/// that. Whoever finds the bits alone cannot make it.
pub fn receipt(keys: &Keys, seed: &Seed, content: &[u8]) -> Receipt {
    let mac = keys.receipt_mac("receipt", &[seed, content].concat());
    let mut bits = [0; 16];
    bits.copy_from_slice(&mac[..16]);
    Receipt::of(bits)
}

/// The only thing of a receipt that is stored.
pub fn mark(keys: &Keys, receipt: &Receipt) -> String {
    hex(&keys.receipt_mac("mark", receipt.bits()))
}

/// The case that a receipt in words opens, once it was taken up.
///
/// # Errors
/// The database's own.
pub fn by_receipt(app: &App, words: &str) -> Result<Option<CaseId>, Problem> {
    let Some(receipt) = Receipt::parse(words) else {
        return Ok(None);
    };
    let mark = mark(&app.keys, &receipt);
    app.read(|conn| store::case_of(conn, &mark))
}

/// By what a form is known again, whatever it says.
pub fn form_mark(keys: &Keys, seed: &Seed) -> String {
    hex(&keys.receipt_mac("seed", seed))
}

/// What was said under a receipt, so that the same sent twice is known from something else. A keyed hash: nobody can
/// try words against it.
pub fn said_mark(keys: &Keys, receipt: &Receipt, content: &[u8]) -> String {
    hex(&keys.receipt_mac("form", &[receipt.bits(), content].concat()))
}

/// Puts a report in; false when there is one under this receipt already, which stays as it is.
///
/// # Errors
/// The database's own.
pub fn post(
    tx: &Tx<'_>,
    letter: &Letter,
    way: Way,
    controller: ControllerId,
    receipt: &str,
    files: &[Enclosed],
) -> Result<bool, Problem> {
    if store::case_of(tx, receipt)?.is_some() {
        return Ok(false);
    }
    let item = Item {
        id: BoxedId::random(),
        case: None,
        day: letter.day,
        way,
        controller,
        about: letter.about,
        noticed: letter.noticed,
        words: letter.story.clone(),
        contact: letter.contact.clone(),
        receipt: Some(receipt.to_owned()),
    };
    store::put(tx, &item, files)
}

/// What a further message belongs to: the case, or the report that still waits.
pub struct To {
    pub case: CaseId,
    pub controller: ControllerId,
    pub about: About,
    pub way: Way,
}

impl To {
    pub fn waiting(item: &Item) -> To {
        To {
            case: item.id.of(),
            controller: item.controller,
            about: item.about,
            way: item.way,
        }
    }

    pub fn case(case: &CaseRow) -> To {
        To {
            case: case.id,
            controller: case.controller,
            about: case.about,
            way: case.way.unwrap_or(Way::Anonymous),
        }
    }
}

/// Puts a further message in, with a contact when it brings one.
///
/// # Errors
/// The database's own.
pub fn say_more(
    tx: &Tx<'_>,
    to: &To,
    (words, contact): (&str, &str),
    day: Day,
    files: &[Enclosed],
) -> Result<(), Problem> {
    let item = Item {
        id: BoxedId::random(),
        case: Some(to.case),
        day,
        way: to.way,
        controller: to.controller,
        about: to.about,
        noticed: None,
        words: words.to_owned(),
        contact: contact.to_owned(),
        receipt: None,
    };
    store::put(tx, &item, files).map(|_| ())
}
