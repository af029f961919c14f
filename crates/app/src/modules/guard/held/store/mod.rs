//! SQL of stopped mails.

mod owners;

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx, Value};
use kit::params;

pub use owners::{decisions, forget, mailbox_owner, of_person, ownerless, put_owner};

use super::super::model::{Class, MailId, Reason, Way};
use super::model::{Standing, Step};
use super::{DecisionId, StoppedId};
use crate::base::Problem;
use crate::base::organisation::{ControllerId, PersonId, UnitId};

/// A stopped mail without its content.
#[derive(Clone, Debug)]
pub struct Stopped {
    pub id: StoppedId,
    pub mail: MailId,
    pub way: Way,
    pub owner: Option<PersonId>,
    pub controller: ControllerId,
    pub unit: Option<UnitId>,
    pub at: Moment,
    pub until: Moment,
    pub class: Class,
    pub answerable: bool,
    pub recipients: i64,
    pub reasons: Vec<Reason>,
}

/// What was done about it, in order.
#[derive(Clone, Debug)]
pub struct Taken {
    pub at: Moment,
    pub step: Step,
    pub why: Option<String>,
    pub reason: Option<String>,
    /// Codes of the ways by which it left.
    pub detail: Option<String>,
}

pub(super) const STOPPED: &str = "id, mail_id, way, owner_id, controller_id, unit_id, at, until, class, answerable, \
    recipients, reasons";

pub(super) fn stopped(row: &Row) -> Result<Stopped, Problem> {
    let way: String = row.get("way")?;
    let class: String = row.get("class")?;
    let reasons: String = row.get("reasons")?;
    Ok(Stopped {
        id: row.get("id")?,
        mail: row.get("mail_id")?,
        way: Way::parse(&way).unwrap_or(Way::Hold),
        owner: row.get("owner_id")?,
        controller: row.get("controller_id")?,
        unit: row.get("unit_id")?,
        at: row.get("at")?,
        until: row.get("until")?,
        // What cannot be read counts as the strictest.
        class: Class::of_name(&class).unwrap_or(Class::Sensitive),
        answerable: row.get("answerable")?,
        recipients: row.get("recipients")?,
        reasons: serde_json::from_str(&reasons).unwrap_or_default(),
    })
}

/// A stopped mail with its sealed content.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    pub row: &'a Stopped,
    pub sealed: &'a [u8],
    pub message: Option<&'a [u8]>,
}

pub fn insert(tx: &Tx<'_>, new: &New<'_>) -> Result<(), Problem> {
    let row = new.row;
    tx.run(
        "INSERT INTO guard_stopped (id, mail_id, way, owner_id, controller_id, unit_id, at, until, class,
           answerable, recipients, reasons, sealed, message)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        params![
            row.id,
            row.mail,
            row.way.code(),
            row.owner,
            row.controller,
            row.unit,
            row.at,
            row.until,
            row.class.name(),
            row.answerable,
            row.recipients,
            json(&row.reasons)?,
            new.sealed,
            new.message
        ],
    )?;
    Ok(())
}

/// Which of these recipients (keyed hashes) of a mail are not stopped yet.
pub fn not_yet(conn: &Conn, mail: MailId, hashes: &[&str]) -> Result<Vec<String>, Problem> {
    let rows = conn.all(
        "SELECT recipient FROM guard_stopped_to WHERE mail_id = $1",
        params![mail],
    )?;
    let known: Vec<String> = rows
        .iter()
        .map(|row| row.get("recipient"))
        .collect::<Result<_, _>>()?;
    let new = hashes.iter().filter(|one| !known.iter().any(|k| k == *one));
    Ok(new.map(|one| (*one).to_owned()).collect())
}

pub fn note_recipients(
    tx: &Tx<'_>,
    mail: MailId,
    id: StoppedId,
    hashes: &[String],
) -> Result<(), Problem> {
    let sets: Vec<Vec<Value>> = hashes
        .iter()
        .map(|hash| params![mail, hash.as_str(), id].to_vec())
        .collect();
    tx.run_many(
        "INSERT INTO guard_stopped_to (mail_id, recipient, stopped_id) VALUES ($1, $2, $3)
         ON CONFLICT (mail_id, recipient) DO NOTHING",
        &sets,
    )?;
    Ok(())
}

pub fn one(conn: &Conn, id: StoppedId) -> Result<Option<Stopped>, Problem> {
    let sql = format!("SELECT {STOPPED} FROM guard_stopped WHERE id = $1");
    conn.one(&sql, params![id])?
        .as_ref()
        .map(stopped)
        .transpose()
}

/// Sealed showing and sealed message, as far as they are still there.
pub type Sealed = (Option<Vec<u8>>, Option<Vec<u8>>);

pub fn sealed(conn: &Conn, id: StoppedId) -> Result<Sealed, Problem> {
    let row = conn.one(
        "SELECT sealed, message FROM guard_stopped WHERE id = $1",
        params![id],
    )?;
    let row = row.ok_or(Problem::NotFound)?;
    Ok((row.get("sealed")?, row.get("message")?))
}

/// The sealed showings of a page's mails, in one statement.
pub fn showings(
    conn: &Conn,
    ids: &[StoppedId],
) -> Result<Vec<(StoppedId, Option<Vec<u8>>)>, Problem> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let list: Vec<String> = ids.iter().map(|id| format!("'{id}'")).collect();
    let sql = format!(
        "SELECT id, sealed FROM guard_stopped WHERE id IN ({})",
        list.join(", ")
    );
    conn.all(&sql, &[])?
        .iter()
        .map(|row| Ok((row.get("id")?, row.get("sealed")?)))
        .collect()
}

/// A sender's own, the newest first, and how many there are.
pub fn of_owner(
    conn: &Conn,
    owner: PersonId,
    (limit, offset): (i64, i64),
) -> Result<(i64, Vec<Stopped>), Problem> {
    let total = conn.value(
        "SELECT COUNT(*) FROM guard_stopped WHERE owner_id = $1",
        params![owner],
    )?;
    let sql = format!(
        "SELECT {STOPPED} FROM guard_stopped WHERE owner_id = $1 ORDER BY at DESC, id LIMIT $2 OFFSET $3"
    );
    let rows = conn.all(&sql, params![owner, limit, offset])?;
    Ok((total, rows.iter().map(stopped).collect::<Result<_, _>>()?))
}

/// What was done about each of these, in order; one statement.
pub fn steps(conn: &Conn, ids: &[StoppedId]) -> Result<Vec<(StoppedId, Taken)>, Problem> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let list: Vec<String> = ids.iter().map(|id| format!("'{id}'")).collect();
    let sql = format!(
        "SELECT stopped_id, at, step, why, reason, detail FROM guard_decisions
         WHERE stopped_id IN ({}) ORDER BY stopped_id, nr",
        list.join(", ")
    );
    let mut all = Vec::new();
    for row in conn.all(&sql, &[])? {
        let step: String = row.get("step")?;
        let Some(step) = Step::parse(&step) else {
            continue;
        };
        let taken = Taken {
            at: row.get("at")?,
            step,
            why: row.get("why")?,
            reason: row.get("reason")?,
            detail: row.get("detail")?,
        };
        all.push((row.get("stopped_id")?, taken));
    }
    Ok(all)
}

/// Where one stands, from its steps among those of a page.
pub fn standing(way: Way, id: StoppedId, steps: &[(StoppedId, Taken)]) -> Standing {
    let own: Vec<Step> = steps
        .iter()
        .filter(|(of, _)| *of == id)
        .map(|(_, taken)| taken.step)
        .collect();
    Standing::of(way, &own)
}

/// A step with its reason, as it is stored.
#[derive(Clone, Copy, Debug)]
pub struct NewStep<'a> {
    pub step: Step,
    pub why: Option<&'static str>,
    pub reason: Option<&'a str>,
    pub detail: Option<&'a str>,
}

impl NewStep<'_> {
    pub fn bare(step: Step) -> NewStep<'static> {
        NewStep {
            step,
            why: None,
            reason: None,
            detail: None,
        }
    }
}

pub fn add_step(tx: &Tx<'_>, id: StoppedId, new: &NewStep<'_>) -> Result<DecisionId, Problem> {
    let row = DecisionId::at(tx.at());
    tx.run(
        "INSERT INTO guard_decisions (id, stopped_id, nr, at, by_mark, step, why, reason, detail)
         VALUES ($1, $2, (SELECT COUNT(*) FROM guard_decisions WHERE stopped_id = $2), $3, $4, $5, $6, $7, $8)",
        params![
            row,
            id,
            tx.at(),
            tx.by(),
            new.step.code(),
            new.why,
            new.reason,
            new.detail
        ],
    )?;
    Ok(row)
}

/// The mail is gone; what it was about stays only where `all` is false, for the sender's list.
pub fn wipe(tx: &Tx<'_>, id: StoppedId, all: bool) -> Result<(), Problem> {
    let sql = if all {
        "UPDATE guard_stopped SET message = NULL, sealed = NULL WHERE id = $1"
    } else {
        "UPDATE guard_stopped SET message = NULL WHERE id = $1"
    };
    tx.run(sql, params![id])?;
    Ok(())
}

/// What is shown of a mail that is held again: for so many recipients, until then.
pub fn put_showing(
    tx: &Tx<'_>,
    id: StoppedId,
    sealed: &[u8],
    (recipients, until): (usize, Moment),
) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_stopped SET sealed = $2, recipients = $3, until = $4 WHERE id = $1",
        params![id, sealed, recipients, until],
    )?;
    Ok(())
}

/// Why it is held now.
pub fn put_reasons(
    tx: &Tx<'_>,
    id: StoppedId,
    reasons: &[Reason],
    answerable: bool,
) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_stopped SET reasons = $2, answerable = $3 WHERE id = $1",
        params![id, json(reasons)?, answerable],
    )?;
    Ok(())
}

fn json(reasons: &[Reason]) -> Result<String, Problem> {
    serde_json::to_string(reasons).map_err(|error| Problem::Outside(error.to_string()))
}

/// Whose content is too old on a moment, at most so many.
pub fn ripe(conn: &Conn, now: Moment, most: i64) -> Result<Vec<Stopped>, Problem> {
    let sql = format!(
        "SELECT {STOPPED} FROM guard_stopped WHERE until <= $1 AND sealed IS NOT NULL ORDER BY until, id LIMIT $2"
    );
    conn.all(&sql, params![now, most])?
        .iter()
        .map(stopped)
        .collect()
}

/// Held mails that end before a moment and whose sender has not been reminded.
pub fn ending(conn: &Conn, before: Moment, most: i64) -> Result<Vec<Stopped>, Problem> {
    let sql = format!(
        "SELECT {STOPPED} FROM guard_stopped s WHERE s.until <= $1 AND s.message IS NOT NULL AND NOT EXISTS
           (SELECT 1 FROM guard_decisions d WHERE d.stopped_id = s.id AND d.step = 'reminded')
         ORDER BY s.until, s.id LIMIT $2"
    );
    conn.all(&sql, params![before, most])?
        .iter()
        .map(stopped)
        .collect()
}

/// A person's held mails that still wait, for the first page.
pub fn waiting(conn: &Conn, owner: PersonId, most: i64) -> Result<Vec<Stopped>, Problem> {
    let sql = format!(
        "SELECT {STOPPED} FROM guard_stopped WHERE owner_id = $1 AND message IS NOT NULL ORDER BY until, id LIMIT $2"
    );
    conn.all(&sql, params![owner, most])?
        .iter()
        .map(stopped)
        .collect()
}

/// Held mails of some boards that still wait, the oldest first.
pub fn waiting_of(
    conn: &Conn,
    boards: &[ControllerId],
    most: i64,
) -> Result<Vec<Stopped>, Problem> {
    let list: Vec<String> = boards.iter().map(|id| format!("'{id}'")).collect();
    if list.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {STOPPED} FROM guard_stopped WHERE message IS NOT NULL AND controller_id IN ({})
         ORDER BY at, id LIMIT $1",
        list.join(", ")
    );
    conn.all(&sql, params![most])?.iter().map(stopped).collect()
}
