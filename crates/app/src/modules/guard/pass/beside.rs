//! The one place where the engine calls the room's other parts: the register of wishes, the portal, what is held,
//! and the evidence.

use std::panic::{AssertUnwindSafe, catch_unwind};

use kit::db::{Conn, Tx};

use super::super::held::{self, HeldId, Telling};
use super::super::model::{Judged, Number, Proof, Way, Wish, WishOf};
use super::super::portal::{self, Deposit};
use super::super::proof::{self, Entry, Noted};
use super::super::wishes;
use crate::base::organisation::{self, PersonId};
use crate::base::{App, Problem};

/// What the registers say of a mail's recipients and subjects.
pub struct Asked {
    wishes: Vec<Wish>,
    /// Per address: somebody is known to be reachable there in the portal.
    pub known: Vec<bool>,
}

impl Asked {
    /// The wishes that concern the recipient at this place.
    pub fn of(&self, at: usize) -> Vec<Wish> {
        self.wishes
            .iter()
            .filter(|wish| match wish.of {
                WishOf::Recipient(of) => of == at,
                WishOf::Subject => true,
            })
            .copied()
            .collect()
    }
}

/// Asks the registers. An error is never "no wish": the mail then waits.
pub fn wishes(
    app: &App,
    conn: &Conn,
    addresses: &[&str],
    numbers: &[Number],
) -> Result<Asked, Problem> {
    Ok(Asked {
        wishes: wishes::strictest(app, conn, addresses, numbers)?,
        known: addresses
            .iter()
            .map(|address| portal::known(app, conn, address))
            .collect::<Result<_, _>>()?,
    })
}

/// Who sent it, where that is one of ours.
pub fn sender(conn: &Conn, from: Option<&str>) -> Result<Option<PersonId>, Problem> {
    let Some(from) = from else {
        return Ok(None);
    };
    let found = organisation::people_by_email(conn, from)?;
    // Two people with one address: the mail is not shown to the wrong one.
    Ok(<[PersonId; 1]>::try_from(found).ok().map(|[one]| one))
}

/// A mail as the other parts need it.
pub struct Letter<'a> {
    pub judged: &'a Judged,
    pub sender: Option<PersonId>,
    /// Whose it is: the envelope's sender; of a mail with the empty one, who stands in its head.
    pub sender_address: &'a str,
    /// Its envelope has the empty sender.
    pub bounce: bool,
    /// Where it lay, when its sender has decided on it.
    pub released: Option<HeldId>,
    /// Only where something of it stays.
    pub message: &'a [u8],
    pub digest: &'a str,
    pub dry: bool,
}

/// Keeps a mail for its sender.
pub fn keep(
    app: &App,
    tx: &Tx<'_>,
    letter: &Letter<'_>,
    recipients: &[&str],
) -> Result<(), Problem> {
    held::keep(
        app,
        tx,
        &telling(letter, recipients, &subject(letter.message), Way::Hold),
        letter.message,
    )
}

/// Puts a mail into the portal.
pub fn deposit(
    app: &App,
    tx: &Tx<'_>,
    letter: &Letter<'_>,
    recipient: &str,
    proof: Proof,
) -> Result<(), Problem> {
    let deposit = Deposit {
        mail: letter.judged.mail,
        recipient,
        sender: letter.sender,
        sender_address: letter.sender_address,
        language: app.config.municipality.language,
        proof,
        message: letter.message,
    };
    portal::deposit(app, tx, &deposit)
}

/// Tells the sender what became of the mail.
pub fn tell(
    app: &App,
    tx: &Tx<'_>,
    letter: &Letter<'_>,
    recipients: &[&str],
    what: Way,
) -> Result<(), Problem> {
    let subject = subject(letter.message);
    held::tell_sender(app, tx, &telling(letter, recipients, &subject, what))
}

fn telling<'a>(
    letter: &Letter<'a>,
    recipients: &'a [&'a str],
    subject: &'a str,
    what: Way,
) -> Telling<'a> {
    Telling {
        recipients,
        sender: letter.sender,
        sender_address: letter.sender_address,
        bounce: letter.bounce,
        released: letter.released,
        subject,
        judged: letter.judged,
        what,
    }
}

/// Evidence and the book, once for all recipients of a mail.
pub fn note(
    app: &App,
    tx: &Tx<'_>,
    letter: &Letter<'_>,
    entries: &[Entry<'_>],
) -> Result<(), Problem> {
    let judged = letter.judged;
    let noted = Noted {
        mail: judged.mail,
        message_id: &judged.message_id,
        queue_id: &judged.queue_id,
        sender: letter.sender,
        sender_address: letter.sender_address,
        judged,
        digest: letter.digest,
        dry: letter.dry,
        entries,
    };
    proof::note(app, tx, &noted)
}

/// Who stands in the head as its author, where that is one: for mail with the empty sender (automatic replies, RFC 3834;
/// bounces), whose it is otherwise nobody knows.
pub fn author(message: &[u8]) -> Option<String> {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mail = mail_parser::MessageParser::default().parse_headers(message)?;
        let mut from = mail.from()?.iter();
        match (from.next(), from.next()) {
            (Some(one), None) => one.address().map(str::to_owned),
            _ => None,
        }
    }));
    read.ok().flatten()
}

/// The subject as its sender wrote it; empty where it cannot be read.
fn subject(message: &[u8]) -> String {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mail = mail_parser::MessageParser::default().parse_headers(message)?;
        mail.subject().map(str::to_owned)
    }));
    read.ok().flatten().unwrap_or_default()
}
