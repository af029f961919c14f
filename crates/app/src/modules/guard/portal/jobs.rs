//! The notice without content, and what goes when its time is over.

use kit::db::{Conn, Tx};
use kit::jobs::{Done, Job};
use kit::mail::{Fault, Letter};
use sha2::{Digest, Sha256};

use super::super::model::mail::folded;
use super::super::pass::moment::{self, Moment};
use super::store::messages::{self, MessageRow};
use super::store::{codes, entering, people};
use super::{MessageId, actions};
use crate::base::keys::{Keys, hex};
use crate::base::{Actor, App, Problem};

/// The job's kind.
pub const NOTICE: &str = "guard.portal-notice";
/// The header that says a mail is such a notice, with a proof that only we can make.
pub const HEADER: &str = "X-Tillit-Notice";
const PURPOSE: &str = "guard.portal.notice";

pub fn enqueue(tx: &Tx<'_>, id: MessageId) -> Result<(), Problem> {
    let dedupe = format!("guard-portal:{id}");
    Ok(kit::jobs::enqueue(
        tx,
        NOTICE,
        &id.to_string(),
        tx.at(),
        Some(&dedupe),
    )?)
}

/// Sends one notice, in the recipient's language.
pub fn send_notice(app: &App, job: &Job) -> Done {
    let Some(id) = MessageId::parse(&job.payload) else {
        return Done::Hopeless("the payload is no message".into());
    };
    match send(app, job, id) {
        Ok(done) => done,
        Err(problem) => Done::Again(problem.plain()),
    }
}

fn send(app: &App, job: &Job, id: MessageId) -> Result<Done, Problem> {
    let message = app.read(|conn| known(app, conn, id))?;
    let (Some(message), Some(url)) = (message, app.config.portal.address()) else {
        return Ok(Done::Finished);
    };
    if message.erased.is_some() || !app.sender.can_send() {
        return Ok(Done::Finished);
    }
    let letter = letter(app, &message, url);
    let proof = mark(&app.keys, &letter.to, &letter.subject, &letter.text);
    match app.sender.send_with(&letter, &[(HEADER, &proof)]) {
        Ok(()) => {
            moment::reached(Moment::Noticed);
            app.write(&Actor::program(NOTICE), |tx| actions::noticed(tx, id))?;
            Ok(Done::Finished)
        }
        // A server's answer often repeats the recipient's address, which belongs in no log.
        Err(Fault::Later(_)) if !job.is_last() => {
            Ok(Done::Again("the mail server takes no notice now".into()))
        }
        Err(_) => Ok(Done::Hopeless("the mail server refuses the notice".into())),
    }
}

/// The message, in the language that is registered for its recipient, if one is.
fn known(app: &App, conn: &Conn, id: MessageId) -> Result<Option<MessageRow>, Problem> {
    let Some(mut message) = messages::one(conn, &app.keys, id)? else {
        return Ok(None);
    };
    if let Some(lang) = people::lang(conn, &app.keys, &message.recipient)? {
        message.lang = lang;
    }
    Ok(Some(message))
}

/// It says that something waits and where: nothing of the message, its subject or its sender.
fn letter(app: &App, message: &MessageRow, url: &str) -> Letter {
    let w = app.tongue(message.lang);
    let href = format!("{url}/post/{}?lang={}", message.id, message.lang.code());
    let name = app.config.name(message.lang);
    let until = w.day(app.zone.day_of(message.expires));
    let args = [
        ("name", name.into()),
        ("href", href.into()),
        ("until", until.into()),
    ];
    Letter {
        to: message.recipient.clone(),
        subject: w.with("guard-portal-mail-subject", &args[..1]),
        text: w.with("guard-portal-mail-body", &args),
        lang: message.lang.code(),
    }
}

/// What only we can say of a recipient, a subject and a text.
pub fn mark(keys: &Keys, to: &str, subject: &str, text: &str) -> String {
    keys.mark(PURPOSE, &marked(to, subject, text))
}

/// Line ends and the spaces before them may change on the way, and so may the folding of the subject.
fn marked(to: &str, subject: &str, text: &str) -> String {
    let subject: Vec<&str> = subject.split_whitespace().collect();
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    let whole = format!("{}\n{}", subject.join(" "), lines.join("\n"));
    format!("{} {}", folded(to), hex(&Sha256::digest(whole)))
}

/// Whether this mark is ours, for these words.
pub fn is_marked(keys: &Keys, mark: &str, to: &str, subject: &str, text: &str) -> bool {
    let marks = keys.marks(PURPOSE, &marked(to, subject, text));
    marks.iter().any(|one| one == mark)
}

/// After a change of keys: whoever is inside proves it again, because sessions are ended by their hashes.
///
/// # Errors
/// The database's own.
pub fn keys_changed(app: &App) -> Result<(), Problem> {
    app.write(&Actor::program("guard.portal"), entering::leave_everybody)
}

/// Every day: messages whose time is over or nearly over, codes and sessions that hold no longer.
///
/// # Errors
/// The database's own.
pub fn sweep(app: &App) -> Result<(), Problem> {
    let program = Actor::program("guard.portal");
    for one in app.read(|conn| messages::expired(conn, app.now()))? {
        app.write(&program, |tx| actions::expire(app, tx, one))?;
    }
    let soon = app.now().plus_days(actions::REMIND_DAYS);
    let long = app.now().plus_days(-actions::REMIND_DAYS);
    for one in app.read(|conn| messages::unopened(conn, soon, long))? {
        app.write(&program, |tx| actions::remind(tx, one))?;
    }
    app.write(&program, |tx| {
        codes::sweep(tx, tx.at().plus_days(-2))?;
        entering::sweep(tx)
    })
}
