//! The one place where the engine calls the room's other parts: the register of wishes, the portal, what is held,
//! and the evidence.

use std::panic::{AssertUnwindSafe, catch_unwind};

use kit::db::{Conn, Tx};

use super::super::held::{self, Holding, Telling};
use super::super::model::{Judged, Number, Proof, Way, Wish, WishOf};
use super::super::portal::{self, Deposit};
use super::super::proof::{self, Entry, Noted};
use super::super::wishes;
use super::trace;
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

/// Whether the mail is the portal's own notice to this recipient: it holds nothing, and a wish that sent it into the
/// portal would make a notice of the notice for ever.
pub fn is_notice(app: &App, recipient: &str, message: &[u8]) -> bool {
    // Nearly no mail has the header, and without it nothing has to be read.
    trace::headers(message).any(|(name, _)| name.eq_ignore_ascii_case(b"X-Tillit-Notice"))
        && portal::own_notice(&app.keys, recipient, message)
}

/// Who sent it, where the envelope's sender is one of ours. A bounce or an automatic reply has nobody.
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
    /// Empty for the empty sender.
    pub sender_address: &'a str,
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
    let holding = Holding {
        mail: letter.judged.mail,
        recipients,
        sender: letter.sender,
        sender_address: letter.sender_address,
        subject: &subject(letter.message),
        judged: letter.judged,
        message: letter.message,
    };
    held::keep(app, tx, &holding)
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
    let telling = Telling {
        mail: letter.judged.mail,
        recipients,
        sender: letter.sender,
        sender_address: letter.sender_address,
        subject: &subject(letter.message),
        judged: letter.judged,
        what,
    };
    held::tell_sender(app, tx, &telling)
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

/// The subject as its sender wrote it; empty where it cannot be read.
fn subject(message: &[u8]) -> String {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mail = mail_parser::MessageParser::default().parse_headers(message)?;
        mail.subject().map(str::to_owned)
    }));
    read.ok().flatten().unwrap_or_default()
}
