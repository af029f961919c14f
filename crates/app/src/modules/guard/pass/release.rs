//! The sender has decided: the mail goes on, judged again. What has changed in the meantime (a wish, a rule) counts.

use std::time::Duration;

use kit::jobs::{Done, Job};
use transport::{Deadline, Envelope, Message, Recipient};

use super::super::decide::Asked;
use super::super::held::{self, HeldId};
use super::super::model::{Said, Way};
use super::{Engine, Released, Replied, listen, pass_as, recipient_hash, store};
use crate::base::{Actor, App, Problem};

/// For one try; the job is done again later.
const PATIENCE: Duration = Duration::from_secs(120);

/// The handler of the job that a sender's decision has queued.
pub fn run_release(app: &App, job: &Job) -> Done {
    let Some(id) = HeldId::parse(&job.payload) else {
        return Done::Hopeless("no id".into());
    };
    match listen::engine(app).and_then(|engine| send(&engine, id, job.is_last())) {
        Ok(true) => Done::Finished,
        Ok(false) => Done::Again("not all could be sent yet".into()),
        Err(problem) if job.is_last() => match give_up(app, id) {
            Ok(()) => Done::Hopeless(problem.plain()),
            Err(problem) => Done::Hopeless(problem.plain()),
        },
        Err(problem) => Done::Again(problem.plain()),
    }
}

/// It could not even be tried so often: it is its sender's again.
fn give_up(app: &App, id: HeldId) -> Result<(), Problem> {
    app.write(&Actor::program("guard"), |tx| held::back(app, tx, id))
}

/// Sends a held mail as its sender has decided; true when nothing is left to do. After the `last` try, whoever could
/// not be sent to is held again, and the sender hears of it.
///
/// # Errors
/// The database's own, and whatever keeps a mail from being read.
pub fn send(engine: &Engine, id: HeldId, last: bool) -> Result<bool, Problem> {
    let app = &engine.app;
    let Some(content) = app.read(|conn| held::content(app, conn, id))? else {
        return Ok(true);
    };
    let asked = match &content.answer {
        Said::Secure => Asked::Secure,
        Said::NotSensitive(_) => Asked::NotSensitive,
    };
    let envelope = Envelope {
        from: Some(content.sender_address.clone()).filter(|from| !from.is_empty()),
        recipients: content
            .recipients
            .iter()
            .map(|to| Recipient::to(to))
            .collect(),
        body_8bit: !content.message.is_ascii(),
        smtputf8: content.recipients.iter().any(|to| !to.is_ascii()),
        ..Envelope::default()
    };
    let message = Message::of(content.message);
    // Not the queue id of the mail that was held: for that one the recipient is answered.
    // A mail that came back is decided on again, which is another release.
    let key = format!("held {id} {}", content.round);
    let deadline = Deadline::after(PATIENCE);
    let released = Released {
        asked,
        held: id,
        mail: content.mail,
    };
    let replies = pass_as(engine, &envelope, &message, &key, Some(released), deadline)?;
    if !last && replies.iter().any(Replied::is_later) {
        return Ok(false);
    }
    let mail = super::mail_id(app, &key, &message.sha256());
    let hashes: Vec<String> = content
        .recipients
        .iter()
        .map(|to| recipient_hash(app, to))
        .collect();
    let ends = app.read(|conn| store::standing(conn, mail, &hashes, engine, app.now()))?;
    let sent: Vec<(&str, Way)> = content
        .recipients
        .iter()
        .zip(ends)
        .map(|(to, end)| (to.as_str(), end.way()))
        .collect();
    app.write(&Actor::program("guard"), |tx| {
        held::settle(app, tx, id, &sent)
    })?;
    Ok(true)
}
