//! Reading and writing back.

use kit::db::Tx;

use super::super::super::model::Proof;
use super::super::model::Part;
use super::super::store::messages::MessageRow;
use super::super::store::{answers, messages};
use super::super::{ANSWER, FILE, MESSAGE, MessageId, READ};
use crate::base::keys::Keys;
use crate::base::{Problem, audit, notices};

/// The recipient opens a message: a receipt in the book, and a word to the sender the first time.
pub fn read(tx: &Tx<'_>, message: &MessageRow, proof: Proof) -> Result<(), Problem> {
    let (receipt, first) = messages::read(tx, message.id, proof)?;
    audit::changed(tx, "guard.portal-read", READ, receipt)?;
    if !first {
        return Ok(());
    }
    audit::changed(tx, "guard.portal-read", MESSAGE, message.id)?;
    match message.sender {
        Some(person) => {
            let href = format!("/guard/portal/{}", message.id);
            notices::tell(tx, person, "guard-notice-read", &[], &href)
        }
        None => Ok(()),
    }
}

/// The recipient took a file, or the whole message: that is reading it too.
pub fn taken(tx: &Tx<'_>, message: &MessageRow, proof: Proof) -> Result<(), Problem> {
    read(tx, message, proof)?;
    audit::noted(tx, "guard.portal-taken", &MESSAGE.subject(message.id))
}

/// The recipient writes back.
pub fn answer(
    tx: &Tx<'_>,
    keys: &Keys,
    message: &MessageRow,
    words: &str,
    files: &[Part],
) -> Result<(), Problem> {
    let (id, own) = answers::insert(tx, keys, message.id, words, files)?;
    audit::changed(tx, "guard.portal-answer", ANSWER, id)?;
    for file in own {
        audit::changed(tx, "guard.portal-answer", FILE, file)?;
    }
    match message.sender {
        Some(person) => {
            let href = format!("/guard/portal/{}", message.id);
            notices::tell(tx, person, "guard-notice-answer", &[], &href)
        }
        None => Ok(()),
    }
}

/// Somebody of ours looked at what was written back.
pub fn looked(tx: &Tx<'_>, id: MessageId) -> Result<(), Problem> {
    audit::noted(tx, "guard.portal-looked", &MESSAGE.subject(id))
}
