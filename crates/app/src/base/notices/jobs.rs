//! Sending the mail of notices, from their rows.

use std::collections::BTreeMap;

use kit::clock::Moment;
use kit::db::Tx;
use kit::jobs::{Done, Job};
use kit::mail::{Fault, Letter};
use kit::words::{Arg, Tongue};

use super::super::organisation::{self, PersonRow};
use super::super::{Actor, App, Problem};
use super::store::{self, Mail, NoticeRow};
use super::{NoticeId, actions};

pub const MAIL: &str = "notices.mail";
/// The queue's back-off has eight waits; the try after the last of them is the last.
const WAITS: i64 = 8;
/// A mail that waited longer than this for a server would surprise more than help.
const STALE_DAYS: i64 = 7;

pub fn enqueue(tx: &Tx<'_>, id: NoticeId, due: Moment) -> Result<(), Problem> {
    let dedupe = format!("notice:{id}");
    Ok(kit::jobs::enqueue(
        tx,
        MAIL,
        &id.to_string(),
        due,
        Some(&dedupe),
    )?)
}

/// Sends one notice in the recipient's language. It may run twice: a notice that is settled is left alone.
pub fn mail(app: &App, job: &Job) -> Done {
    let Some(id) = NoticeId::parse(&job.payload) else {
        return Done::Hopeless("the payload is no notice".into());
    };
    match send(app, job, id) {
        Ok(done) => done,
        Err(problem) => Done::Again(problem.plain()),
    }
}

fn send(app: &App, job: &Job, id: NoticeId) -> Result<Done, Problem> {
    let found = app.read(|conn| {
        let Some(notice) = store::one(conn, id)? else {
            return Ok(None);
        };
        let person = organisation::person(conn, notice.person)?;
        Ok::<_, Problem>(Some((notice, person)))
    })?;
    // The notice may have been forgotten with its person meanwhile.
    let Some((notice, person)) = found.filter(|(notice, _)| notice.mail == Mail::Waiting) else {
        return Ok(Done::Finished);
    };
    let Some(letter) = person.and_then(|person| letter(app, &notice, &person)) else {
        settle(app, id, Mail::NoAddress)?;
        return Ok(Done::Finished);
    };
    if !app.sender.can_send() {
        return Ok(Done::Finished);
    }
    match app.sender.send(&letter) {
        Ok(()) => {
            settle(app, id, Mail::Sent)?;
            Ok(Done::Finished)
        }
        Err(Fault::Later(why)) if job.attempts < WAITS => Ok(Done::Again(masked(&why))),
        Err(Fault::Later(why) | Fault::Final(why)) => {
            settle(app, id, Mail::Failed)?;
            Ok(Done::Hopeless(masked(&why)))
        }
    }
}

fn settle(app: &App, id: NoticeId, state: Mail) -> Result<(), Problem> {
    app.write(&Actor::program(MAIL), |tx| actions::mailed(tx, id, state))
}

/// A server's answer often repeats the recipient's address, which belongs in no log.
fn masked(text: &str) -> String {
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| if word.contains('@') { "…" } else { word })
        .collect();
    words.join(" ")
}

fn letter(app: &App, notice: &NoticeRow, person: &PersonRow) -> Option<Letter> {
    let to = person.email.clone()?;
    let lang = person.lang.unwrap_or(app.config.municipality.language);
    let tongue = app.tongue(lang);
    let href = format!("{}{}", app.config.server.public_url, notice.href);
    Some(Letter {
        to,
        subject: said(&tongue, notice, "subject", &href),
        text: said(&tongue, notice, "text", &href),
        lang: lang.code(),
    })
}

/// A notice's subject or text in somebody's language. An argument that is the key of a message is said in that language,
/// a moment (RFC 3339) as day and time.
pub fn said(tongue: &Tongue, notice: &NoticeRow, part: &str, href: &str) -> String {
    let args: BTreeMap<String, String> = serde_json::from_str(&notice.args).unwrap_or_default();
    let mut args: Vec<(&str, Arg)> = args
        .iter()
        .map(|(name, text)| (name.as_str(), Arg::from(in_words(tongue, text))))
        .collect();
    args.push(("href", Arg::from(href)));
    tongue.with(&format!("{}-{part}", notice.kind), &args)
}

fn in_words(tongue: &Tongue, text: &str) -> String {
    match Moment::parse_rfc3339(text) {
        Some(moment) => tongue.moment(moment),
        None if tongue.has(text) => tongue.t(text),
        None => text.to_owned(),
    }
}

/// Every day: what waited for a mail server goes out once there is one.
pub fn try_again(app: &App) -> Result<(), Problem> {
    if !app.sender.can_send() {
        return Ok(());
    }
    let since = app.now().plus_days(-STALE_DAYS);
    app.write(&Actor::program(MAIL), |tx| {
        actions::queue_waiting(tx, since)
    })
}
