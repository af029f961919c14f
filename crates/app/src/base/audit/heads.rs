//! Heads written to a place outside. Whoever owns the database could rewrite the whole chain; they cannot
//! rewrite what another disk, host or mailbox holds.

use std::io::Write as _;
use std::path::Path;

use kit::clock::Day;
use kit::jobs::{Done, Job};
use kit::mail::{Fault, Letter};

use super::super::keys::{hex, unhex, verifies};
use super::super::{Actor, App, Problem};
use super::store::{self, WrittenHead};

/// Kind of the job that mails a head.
pub const MAIL: &str = "audit.head";
const WAITS: i64 = 8;

/// What the signature of a head is over, in UTF-8.
fn message(day: Day, seq: i64, hash: &str) -> String {
    format!("tillit head\n{day}\n{seq}\n{hash}\n")
}

/// Whether the head carries the signature of the holder of `public`.
pub fn is_ours(public: &[u8; 32], head: &WrittenHead) -> bool {
    let signature: Option<[u8; 64]> =
        unhex(&head.signature).and_then(|bytes| bytes.try_into().ok());
    let message = message(head.day, head.seq, &head.hash);
    signature.is_some_and(|signature| verifies(public, message.as_bytes(), &signature))
}

/// A head as one line: day, number, hash and signature, with spaces between.
pub fn line(head: &WrittenHead) -> String {
    let WrittenHead {
        day,
        seq,
        hash,
        signature,
    } = head;
    format!("{day} {seq} {hash} {signature}")
}

/// Reads such a line; nothing when it is none.
pub fn parse(line: &str) -> Option<WrittenHead> {
    let mut parts = line.split_whitespace();
    let head = WrittenHead {
        day: Day::parse(parts.next()?)?,
        seq: parts.next()?.parse().ok()?,
        hash: parts.next()?.to_owned(),
        signature: parts.next()?.to_owned(),
    };
    parts.next().is_none().then_some(head)
}

/// The heads in the configured file; none when no file is configured. A line that cannot be read counts as a
/// head without a signature, so that verification names it.
pub fn from_file(app: &App) -> Result<Vec<WrittenHead>, Problem> {
    let Some(path) = &app.config.book.heads_file else {
        return Ok(Vec::new());
    };
    let text = std::fs::read_to_string(path)?;
    let unread = |_: &str| WrittenHead {
        day: Day::MIN,
        seq: 0,
        hash: String::new(),
        signature: String::new(),
    };
    Ok(text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| parse(line).unwrap_or_else(|| unread(line)))
        .collect())
}

/// Every day: signs the head and writes it outside. A second call on a day does nothing.
///
/// # Errors
/// When the file cannot be written; then nothing is recorded, and the next call tries again.
pub fn write_heads(app: &App) -> Result<(), Problem> {
    let day = app.today();
    let (head, written) = app.read(|conn| {
        Ok::<_, Problem>((store::head(conn)?, store::head_of(conn, day)?.is_some()))
    })?;
    if written || head.seq == 0 {
        return Ok(());
    }
    let message = message(day, head.seq, &head.hash);
    let head = WrittenHead {
        day,
        seq: head.seq,
        hash: head.hash,
        signature: hex(&app.keys.sign(message.as_bytes())),
    };
    let mut sent = Vec::new();
    if let Some(path) = &app.config.book.heads_file {
        append(path, &line(&head))?;
        sent.push("file");
    }
    let by_mail = app.config.book.heads_mail.is_some();
    if by_mail {
        sent.push("mail");
    }
    app.write(&Actor::program(MAIL), |tx| {
        store::keep_head(tx, &head, &sent.join(" "))?;
        if by_mail {
            let key = format!("head:{day}");
            kit::jobs::enqueue(tx, MAIL, &day.to_string(), tx.at(), Some(&key))?;
        }
        Ok(())
    })
}

/// One line more, on the disk before this returns.
fn append(path: &Path, line: &str) -> Result<(), Problem> {
    let mut file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)?;
    // One write: a line is there whole or not at all.
    file.write_all(format!("{line}\n").as_bytes())?;
    file.sync_all()?;
    Ok(())
}

/// Sends a day's head to the address outside.
pub fn mail(app: &App, job: &Job) -> Done {
    let (Some(to), Some(day)) = (&app.config.book.heads_mail, Day::parse(&job.payload)) else {
        return Done::Hopeless("no address or no day".into());
    };
    let head = match app.read(|conn| store::head_of(conn, day)) {
        Ok(Some(head)) => head,
        Ok(None) => return Done::Hopeless("no head of that day".into()),
        Err(problem) => return Done::Again(problem.plain()),
    };
    let tongue = app.tongue(app.config.municipality.language);
    let letter = Letter {
        to: to.clone(),
        subject: tongue.one("audit-mail-subject", "day", tongue.day(day)),
        text: format!(
            "{}\n\n{}\n",
            tongue.one("audit-mail-text", "key", app.keys.fingerprint()),
            line(&head)
        ),
        lang: tongue.lang.code(),
    };
    match app.sender.send(&letter) {
        Ok(()) => Done::Finished,
        Err(Fault::Later(_)) if job.attempts < WAITS => Done::Again("the head was not sent".into()),
        Err(_) => Done::Hopeless("the head was not sent".into()),
    }
}
