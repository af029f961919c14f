//! The one place where the engine calls the room's other parts: the register of wishes, the portal, what is held,
//! and the evidence.

use kit::db::{Conn, Tx};

use super::super::model::{Judged, MailId, Number, Proof, Way, Wish, WishOf};
use super::super::portal::{self, Deposit};
use super::super::wishes;
use super::ledger::Ended;
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
    pub message: &'a [u8],
    pub digest: &'a str,
    pub dry: bool,
}

/// What is written down about one recipient.
pub struct Line<'a> {
    pub recipient: &'a str,
    /// The way that was taken.
    pub way: Way,
    /// In a dry run: the way it would have taken.
    pub would: Option<Way>,
    /// `None`: not ended yet.
    pub ended: Option<Ended>,
    pub evidence: Option<serde_json::Value>,
    pub repeat: bool,
}

/// Keeps a mail for its sender.
pub fn keep(
    _app: &App,
    _tx: &Tx<'_>,
    _letter: &Letter<'_>,
    _recipients: &[&str],
) -> Result<(), Problem> {
    Err(Problem::Outside("nothing can be held yet".into()))
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
    _app: &App,
    _tx: &Tx<'_>,
    _letter: &Letter<'_>,
    _recipients: &[&str],
    _what: Way,
) -> Result<(), Problem> {
    Err(Problem::Outside("nobody can be told yet".into()))
}

/// Evidence and the book, once for all recipients of a mail.
pub fn note(
    _app: &App,
    _tx: &Tx<'_>,
    _mail: MailId,
    _letter: &Letter<'_>,
    _lines: &[Line<'_>],
) -> Result<(), Problem> {
    Ok(())
}
