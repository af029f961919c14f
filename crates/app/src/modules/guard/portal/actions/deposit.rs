//! Messages come and go.

use kit::db::Tx;
use kit::words::Lang;
use sha2::{Digest, Sha256};

use super::super::super::model::mail::folded;
use super::super::super::model::{MailId, Proof};
use super::super::super::pass::moment::{self, Moment};
use super::super::store::answers;
use super::super::store::messages::{self, New};
use super::super::{ANSWER, FILE, MESSAGE, MessageId, jobs, letter};
use super::Ways;
use crate::base::keys::hex;
use crate::base::organisation::PersonId;
use crate::base::{App, Problem, audit, notices};

/// The time for keeping it in the portal has passed.
pub const EXPIRED: u16 = 3;

/// A mail for one recipient, as the guard hands it over.
pub struct Deposit<'a> {
    pub mail: MailId,
    pub recipient: &'a str,
    pub sender: Option<PersonId>,
    pub sender_address: &'a str,
    pub language: Lang,
    /// The least proof that may open it.
    pub proof: Proof,
    pub message: &'a [u8],
}

/// Stores a mail sealed and asks for its notice. The same mail for the same recipient again changes nothing.
///
/// # Errors
/// The database's own: then the mail must wait.
pub fn deposit(app: &App, tx: &Tx<'_>, given: &Deposit<'_>) -> Result<(), Problem> {
    let recipient = folded(given.recipient);
    let new = New {
        mail: given.mail,
        recipient: &recipient,
        sender: given.sender,
        sender_address: given.sender_address,
        subject: &letter::subject(given.message),
        lang: given.language,
        proof: given.proof,
        content: given.message,
        digest: &hex(&Sha256::digest(given.message)),
        expires: tx.at().plus_days(app.config.portal.keep_days),
    };
    let Some(id) = messages::insert(tx, &app.keys, &new)? else {
        return Ok(());
    };
    audit::changed(tx, "guard.portal-deposit", MESSAGE, id)?;
    moment::reached(Moment::Deposited);
    jobs::enqueue(tx, id)?;
    match given.sender {
        Some(person) => closed(app, tx, (id, person), given),
        None => Ok(()),
    }
}

/// The sender of a message that nothing registered opens hears of it at once: without their letter it stays closed.
fn closed(
    app: &App,
    tx: &Tx<'_>,
    (id, sender): (MessageId, PersonId),
    given: &Deposit<'_>,
) -> Result<(), Problem> {
    if Ways::of(app, tx, (given.recipient, given.proof, tx.at()))?.open() {
        return Ok(());
    }
    let href = format!("/guard/portal/{id}");
    notices::tell(tx, sender, "guard-notice-closed", &[], &href)
}

/// The notice has left.
pub fn noticed(tx: &Tx<'_>, id: MessageId) -> Result<(), Problem> {
    messages::noticed(tx, id)?;
    audit::changed(tx, "guard.portal-notice", MESSAGE, id)
}

/// The sender asks for the notice once more.
pub fn renew_notice(tx: &Tx<'_>, id: MessageId) -> Result<(), Problem> {
    jobs::enqueue(tx, id)?;
    audit::noted(tx, "guard.portal-notice-again", &MESSAGE.subject(id))
}

/// Days before the end on which a recipient who has opened nothing gets the notice once more. The same days must lie
/// between the two notices: a message that is kept for a week has one.
pub const REMIND_DAYS: i64 = 7;

/// The notice goes out once more, because nobody opened the message and its time is nearly over. The sender is told, so
/// that they can choose another way while there is time.
pub fn remind(tx: &Tx<'_>, (id, sender): (MessageId, Option<PersonId>)) -> Result<(), Problem> {
    messages::reminded(tx, id)?;
    audit::changed(tx, "guard.portal-remind", MESSAGE, id)?;
    jobs::enqueue(tx, id)?;
    match sender {
        Some(person) => {
            let href = format!("/guard/portal/{id}");
            notices::tell(tx, person, "guard-notice-unopened", &[], &href)
        }
        None => Ok(()),
    }
}

/// Takes a message and what was answered away when its time is over. A sender whose message nobody read is told.
pub fn expire(
    app: &App,
    tx: &Tx<'_>,
    (id, sender, read): (MessageId, Option<PersonId>, bool),
) -> Result<(), Problem> {
    let (gone, files) = answers::erase(tx, id)?;
    for file in files {
        audit::erased(tx, EXPIRED, FILE, file)?;
    }
    for answer in gone {
        audit::erased(tx, EXPIRED, ANSWER, answer)?;
    }
    messages::erase(tx, &app.keys, id)?;
    audit::changed(tx, "guard.portal-expired", MESSAGE, id)?;
    match sender {
        Some(person) if !read => {
            let href = format!("/guard/portal/{id}");
            notices::tell(tx, person, "guard-notice-unread", &[], &href)
        }
        _ => Ok(()),
    }
}
