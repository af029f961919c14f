//! The verbs of stopped mails. Each keeps rows, book and notice in the transaction that it is given.

use kit::clock::Moment;
use kit::db::{Conn, Tx};

use super::super::model::{Reason, Recipient, Verdict, Way};
use super::super::pass::moment::{self, Moment as At};
use super::super::place::{self, Place};
use super::model::{Decision, Showing, Standing, Step, is_stuck, until};
use super::store::{self, New, NewStep, Stopped};
use super::{Content, DECISION, RELEASE, STOPPED, Said, StoppedId, Telling, notify, returned};
use crate::base::organisation::PersonId;
use crate::base::{App, Problem, Role, audit, findings};

/// More than this waits for the next day.
const MOST: i64 = 500;

/// Keeps a mail (its bytes as they came) for its sender, encrypted, and tells them. A mail that is handed in again is
/// kept once; one that its sender has decided on stays where it lies, with what holds for it now.
///
/// # Errors
/// What the database says; then nothing of it is kept and the mail is handed in again.
pub fn keep(app: &App, tx: &Tx<'_>, telling: &Telling<'_>, message: &[u8]) -> Result<(), Problem> {
    stop(app, tx, telling, Some(message))
}

/// Tells the sender what became of a mail that was sent by a safer way, or not at all. Nothing of the mail is kept
/// but the passages that show why, encrypted for the sender.
///
/// # Errors
/// As [`keep`].
pub fn tell_sender(app: &App, tx: &Tx<'_>, telling: &Telling<'_>) -> Result<(), Problem> {
    stop(app, tx, telling, None)
}

fn stop(
    app: &App,
    tx: &Tx<'_>,
    telling: &Telling<'_>,
    message: Option<&[u8]>,
) -> Result<(), Problem> {
    let judged = telling.judged;
    let of: Vec<&(Recipient, Verdict)> = judged
        .verdicts
        .iter()
        .filter(|(to, _)| telling.recipients.contains(&to.address.as_str()))
        .collect();
    let hashes: Vec<&str> = of.iter().map(|(to, _)| to.hash.as_str()).collect();
    let new = match (telling.released, telling.what) {
        (Some(id), Way::Hold) => return returned::judged_again(app, tx, id, &of),
        // Why it was not sent is another matter than why it was held.
        (Some(_), Way::Letter | Way::Refuse) => hashes.iter().map(|&one| one.to_owned()).collect(),
        _ => store::not_yet(tx, telling.judged.mail, &hashes)?,
    };
    if new.is_empty() {
        return Ok(());
    }
    let of: Vec<&(Recipient, Verdict)> = of
        .into_iter()
        .filter(|(to, _)| new.contains(&to.hash))
        .collect();
    let place = place::of(app, tx, telling.sender, telling.sender_address, tx.at())?;
    let because = Because::of(&of);
    let stuck = because.stuck;
    let row = row(telling, because, of.len(), &place, tx.at());
    let showing = Showing {
        to: of.iter().map(|(to, _)| to.address.clone()).collect(),
        subject: telling.subject.to_owned(),
        sender: telling.sender_address.to_owned(),
        bounce: telling.bounce,
        stuck,
        ..Showing::clear(&judged.found, findings::kind, findings::unread)
    };
    store(app, tx, &row, &showing, message)?;
    store::note_recipients(tx, telling.judged.mail, row.id, &new)?;
    audit::changed(tx, verb(row.way), STOPPED, row.id)?;
    if row.way == Way::Hold {
        moment::reached(At::Kept);
    }
    notify::stopped(app, tx, &row, telling)
}

/// The verb in the book, by what happened.
fn verb(way: Way) -> &'static str {
    match way {
        Way::Hold => "guard.hold",
        Way::Letter => "guard.letter",
        Way::Refuse => "guard.refuse",
        Way::Plain | Way::Verified | Way::Portal => "guard.tell",
    }
}

/// What holds for the recipients of a stopped mail together.
pub struct Because {
    pub reasons: Vec<Reason>,
    /// One recipient for whom the answer does not exist takes it away for all of them.
    pub answerable: bool,
    /// There is none who could be sent to securely.
    pub stuck: bool,
}

impl Because {
    pub fn of(of: &[&(Recipient, Verdict)]) -> Because {
        let mut reasons = Vec::new();
        for reason in of.iter().flat_map(|(_, verdict)| &verdict.reasons) {
            if !reasons.contains(reason) {
                reasons.push(reason.clone());
            }
        }
        Because {
            reasons,
            answerable: of.iter().all(|(_, verdict)| verdict.answerable),
            stuck: of.iter().all(|(_, verdict)| is_stuck(&verdict.reasons)),
        }
    }
}

fn row(
    telling: &Telling<'_>,
    because: Because,
    recipients: usize,
    place: &Place,
    at: Moment,
) -> Stopped {
    Stopped {
        id: StoppedId::random(),
        mail: telling.judged.mail,
        way: telling.what,
        owner: place.owner,
        controller: place.controller,
        unit: place.unit,
        at,
        until: until(at),
        class: telling.judged.class,
        answerable: telling.what == Way::Hold && because.answerable,
        recipients: i64::try_from(recipients).unwrap_or(i64::MAX),
        reasons: because.reasons,
    }
}

fn store(
    app: &App,
    tx: &Tx<'_>,
    row: &Stopped,
    showing: &Showing,
    message: Option<&[u8]>,
) -> Result<(), Problem> {
    let sealed = seal_showing(app, row, showing)?;
    let message = message
        .map(|bytes| app.keys.seal(&sealed_at(row, "message"), bytes))
        .transpose()?;
    let new = New {
        row,
        sealed: &sealed,
        message: message.as_deref(),
    };
    store::insert(tx, &new)
}

/// Where something lies, and for whom: content that is moved to another row or person does not open.
pub fn sealed_at(row: &Stopped, column: &str) -> String {
    let owner = row
        .owner
        .map_or_else(String::new, |owner| owner.to_string());
    format!("guard_stopped.{column}/{}/{owner}", row.id)
}

/// What the sender is shown, as it lies in the row.
pub fn seal_showing(app: &App, row: &Stopped, showing: &Showing) -> Result<Vec<u8>, Problem> {
    let json = serde_json::to_vec(showing).map_err(|error| Problem::Outside(error.to_string()))?;
    app.keys.seal(&sealed_at(row, "sealed"), &json)
}

/// What the sender is shown, as long as it is there.
///
/// # Errors
/// [`Problem::Outside`] when it cannot be opened: the key is lost or the row was changed.
pub fn showing(
    app: &App,
    row: &Stopped,
    sealed: Option<&[u8]>,
) -> Result<Option<Showing>, Problem> {
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let json = app.keys.unseal(&sealed_at(row, "sealed"), sealed)?;
    serde_json::from_slice(&json)
        .map(Some)
        .map_err(|error| Problem::Outside(error.to_string()))
}

/// What lies in a row, for the second reader.
///
/// # Errors
/// As [`showing`].
pub fn showing_of(app: &App, conn: &Conn, row: &Stopped) -> Result<Option<Showing>, Problem> {
    let (sealed, _) = store::sealed(conn, row.id)?;
    showing(app, row, sealed.as_deref())
}

/// Somebody else than the sender opens it under the rule for it.
///
/// # Errors
/// What the database says.
pub fn opened(tx: &Tx<'_>, row: &Stopped, reason: &str) -> Result<(), Problem> {
    let new = NewStep {
        reason: Some(reason),
        ..NewStep::bare(Step::Opened)
    };
    step(tx, row, "guard.opened", &new)
}

/// A held mail for the engine that sends it on; `None` when there is nothing left to send or no decision to send it.
///
/// # Errors
/// [`Problem::Outside`] when it cannot be opened: the key is lost or the row was changed.
pub fn content(app: &App, conn: &Conn, id: StoppedId) -> Result<Option<Content>, Problem> {
    let row = store::one(conn, id)?.ok_or(Problem::NotFound)?;
    let steps = store::steps(conn, &[id])?;
    if store::standing(row.way, id, &steps) != Standing::Leaving {
        return Ok(None);
    }
    let (sealed, message) = store::sealed(conn, id)?;
    let Some(message) = message else {
        return Ok(None);
    };
    let showing = showing(app, &row, sealed.as_deref())?.ok_or(Problem::NotFound)?;
    let answers: Vec<_> = steps
        .iter()
        .filter(|(_, taken)| matches!(taken.step, Step::Secure | Step::NotSensitive))
        .collect();
    let answer = match answers.last() {
        Some((_, taken)) if taken.step == Step::NotSensitive => {
            Said::NotSensitive(taken.reason.clone().unwrap_or_default())
        }
        _ => Said::Secure,
    };
    Ok(Some(Content {
        mail: row.mail,
        recipients: showing.to,
        sender: row.owner,
        sender_address: if showing.bounce {
            String::new()
        } else {
            showing.sender
        },
        answer,
        round: answers.len(),
        message: app.keys.unseal(&sealed_at(&row, "message"), &message)?,
    }))
}

/// The sender decides. What is to leave is queued in the same transaction; it is judged again before it leaves.
///
/// # Errors
/// `guard-held-refused-late` when it was decided before, has gone or is too old.
pub fn decide(app: &App, tx: &Tx<'_>, row: &Stopped, decision: &Decision) -> Result<(), Problem> {
    let now = store::standing(row.way, row.id, &store::steps(tx, &[row.id])?);
    let open = match decision {
        Decision::Letter => row.way == Way::Letter && now == Standing::Told,
        _ => now == Standing::Waits && tx.at() < row.until,
    };
    if !open {
        return Err(Problem::refused("guard-held-refused-late"));
    }
    let (why, reason) = match decision {
        Decision::NotSensitive { why, reason } => (Some(why.code()), Some(reason.as_str())),
        _ => (None, None),
    };
    let new = NewStep {
        step: decision.step(),
        why,
        reason,
        detail: None,
    };
    step(tx, row, "guard.decide", &new)?;
    match decision {
        Decision::Secure | Decision::NotSensitive { .. } => queue(tx, row.id),
        Decision::Cancel => {
            store::wipe(tx, row.id, false)?;
            audit::changed(tx, "guard.decide", STOPPED, row.id)
        }
        Decision::Letter => super::super::proof::lettered(app, tx, row),
    }
}

/// What is to leave is sent by a job: it is judged again, with the wishes as they are then.
fn queue(tx: &Tx<'_>, id: StoppedId) -> Result<(), Problem> {
    Ok(kit::jobs::enqueue(
        tx,
        RELEASE,
        &id.to_string(),
        tx.at(),
        None,
    )?)
}

pub fn step(tx: &Tx<'_>, row: &Stopped, verb: &str, new: &NewStep<'_>) -> Result<(), Problem> {
    let id = store::add_step(tx, row.id, new)?;
    audit::changed(tx, verb, DECISION, id)
}

/// A look at the content: who and which mail. Called before anything is shown.
pub fn looked(tx: &Tx<'_>, id: StoppedId) -> Result<(), Problem> {
    audit::noted(tx, "guard.look", &STOPPED.subject(id))
}

/// Every day: what nobody decided on ends, what is old is wiped, and who has three days left is reminded.
///
/// # Errors
/// What the database says.
pub fn sweep(app: &App) -> Result<(), Problem> {
    let actor = crate::base::Actor::program("guard");
    let now = app.now();
    for row in app.read(|conn| store::ripe(conn, now, MOST))? {
        app.write(&actor, |tx| end(app, tx, &row))?;
    }
    let soon = now.plus_days(super::model::REMIND_DAYS);
    for row in app.read(|conn| store::ending(conn, soon, MOST))? {
        app.write(&actor, |tx| {
            step(tx, &row, "guard.remind", &NewStep::bare(Step::Reminded))?;
            notify::ending(app, tx, &row)
        })?;
    }
    Ok(())
}

fn end(app: &App, tx: &Tx<'_>, row: &Stopped) -> Result<(), Problem> {
    let now = store::standing(row.way, row.id, &store::steps(tx, &[row.id])?);
    // A mail that is leaving is not taken away under the hands of the engine.
    if now == Standing::Leaving {
        return Ok(());
    }
    if now == Standing::Waits {
        step(tx, row, "guard.expire", &NewStep::bare(Step::Expired))?;
        notify::expired(app, tx, row)?;
    }
    store::wipe(tx, row.id, true)?;
    audit::changed(tx, "guard.expire", STOPPED, row.id)
}

/// A person who is forgotten: their stopped mails lose owner and content, the metadata stays.
pub fn forget(tx: &Tx<'_>, person: PersonId) -> Result<(), Problem> {
    for id in store::of_person(tx, person)? {
        store::forget(tx, id)?;
        audit::changed(tx, "guard.forget", STOPPED, id)?;
        for decision in store::decisions(tx, id)? {
            audit::changed(tx, "guard.forget", DECISION, decision)?;
        }
    }
    Ok(())
}

/// The officer is told of mails that nobody owns.
pub const OWNERLESS: Role = Role::Dpo;
