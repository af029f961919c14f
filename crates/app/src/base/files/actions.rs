//! The verbs of attachments.

use kit::clock::Moment;
use kit::db::{Conn, Tx};
use sha2::{Digest, Sha256};

use super::super::keys::hex;
use super::super::organisation::ControllerId;
use super::super::subject::Subject;
use super::super::visit::{Download, Upload};
use super::super::{Actor, App, Problem, audit};
use super::{FILE, FileId, looks, store};

/// The door has refused what is over the configured limit; this is what one row can hold on both engines.
const MOST: usize = 512 * 1024 * 1024;

/// Keeps a file that came with a form.
///
/// # Errors
/// [`Problem::TooMuch`] for a file that no engine could hold.
pub fn keep(
    tx: &Tx<'_>,
    subject: &Subject,
    controller: ControllerId,
    upload: &Upload,
) -> Result<FileId, Problem> {
    put(
        tx,
        FileId::at(tx.at()),
        tx.at(),
        subject,
        controller,
        upload,
    )
}

/// The same for a file of which only the day may be known: an id without a time inside, at the moment given.
///
/// # Errors
/// As [`keep`].
pub fn keep_of_day(
    tx: &Tx<'_>,
    subject: &Subject,
    controller: ControllerId,
    upload: &Upload,
    at: Moment,
) -> Result<FileId, Problem> {
    put(tx, FileId::random(), at, subject, controller, upload)
}

/// Whether a thing has this very file already.
///
/// # Errors
/// The database's own.
pub fn holds(conn: &Conn, subject: &Subject, upload: &Upload) -> Result<bool, Problem> {
    let digest = hex(&Sha256::digest(&upload.bytes));
    let kept = store::of(conn, subject)?;
    Ok(kept.iter().any(|file| file.digest == digest))
}

fn put(
    tx: &Tx<'_>,
    id: FileId,
    at: Moment,
    subject: &Subject,
    controller: ControllerId,
    upload: &Upload,
) -> Result<FileId, Problem> {
    if upload.bytes.len() > MOST {
        return Err(Problem::TooMuch("problem-upload-large"));
    }
    let new = store::NewFile {
        subject,
        controller,
        name: looks::name(&upload.name),
        looks: looks::looks(&upload.bytes),
        digest: hex(&Sha256::digest(&upload.bytes)),
        bytes: &upload.bytes,
        at,
    };
    store::insert(tx, id, &new)?;
    audit::changed(tx, "file.keep", FILE, id)?;
    Ok(id)
}

/// The file as a download, written into the book. It must belong to the subject that the route is about; the
/// caller has asked whether the actor may see that one.
pub fn hand_out(
    app: &App,
    actor: &Actor,
    subject: &Subject,
    id: FileId,
) -> Result<Download, Problem> {
    let (row, bytes) = app.read(|conn| store::bytes(conn, id))?;
    if row.subject != *subject {
        return Err(Problem::NotFound);
    }
    app.write(actor, |tx| audit::noted(tx, "file.read", &FILE.subject(id)))?;
    Ok(Download::saved(row.name, "application/octet-stream", bytes))
}

/// Erases the files of a thing by a numbered rule.
pub fn erase_of(tx: &Tx<'_>, rule: u16, subject: &Subject) -> Result<(), Problem> {
    for row in store::of(tx, subject)? {
        store::delete(tx, row.id)?;
        audit::erased(tx, rule, FILE, row.id)?;
    }
    Ok(())
}
