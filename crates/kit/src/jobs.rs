//! Work for later: a row written in the caller's transaction, claimed by a worker after the commit.
//!
//! A job may run twice (a worker can die after the work and before the note of it), so a handler must not
//! mind. The payload is an id or a small JSON text, never content about people.

use crate::clock::Moment;
use crate::db::{Db, Error, Tx};
use crate::id::Id;
use crate::params;

/// The schema of the queue; the application puts it first on its list.
pub const SCHEMA: &str = include_str!("jobs.sql");

/// How long a claim holds before another worker may take the job.
const LEASE_MINUTES: i64 = 10;
/// Waits between tries, in minutes; after the last one the job stays as failed.
const BACK_OFF: [i64; 8] = [1, 2, 5, 15, 60, 180, 720, 1440];

/// A job as its handler sees it.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: Id<Job>,
    pub kind: String,
    pub payload: String,
    /// Tries before this one.
    pub attempts: i64,
}

impl Job {
    /// Whether nothing follows on this try: what would wait for another one is given up.
    pub fn is_last(&self) -> bool {
        usize::try_from(self.attempts).is_ok_and(|tries| tries >= BACK_OFF.len())
    }
}

/// What a handler says in the end.
#[derive(Debug)]
pub enum Done {
    Finished,
    /// Try again later; the text goes to the log and the row.
    Again(String),
    /// Never try again.
    Hopeless(String),
}

/// Puts a job in the queue. With a `dedupe` key a job that still waits under it is not doubled.
pub fn enqueue(
    tx: &Tx<'_>,
    kind: &str,
    payload: &str,
    due: Moment,
    dedupe: Option<&str>,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO kit_jobs (id, kind, payload, dedupe, due_at, attempts) VALUES ($1, $2, $3, $4, $5, 0)
         ON CONFLICT (dedupe) DO NOTHING",
        params![Id::<Job>::random(), kind, payload, dedupe, due],
    )
    .map(|_| ())
}

/// Takes the job that has waited longest among those due, if there is one.
pub fn claim(db: &Db, now: Moment) -> Result<Option<Job>, Error> {
    let due = "SELECT id FROM kit_jobs WHERE done_at IS NULL AND due_at <= $1
               AND (claimed_until IS NULL OR claimed_until <= $1) ORDER BY due_at, id LIMIT 1";
    if db.read(|conn| conn.one(due, params![now]))?.is_none() {
        return Ok(None);
    }
    db.write("worker", now, |tx| {
        let Some(row) = tx.one(due, params![now])? else {
            return Ok(None);
        };
        let id: Id<Job> = row.get("id")?;
        let row = tx.one(
            "UPDATE kit_jobs SET claimed_until = $2, attempts = attempts + 1 WHERE id = $1
             RETURNING id, kind, payload, attempts",
            params![id, now.plus_minutes(LEASE_MINUTES)],
        )?;
        row.map(|row| {
            let attempts: i64 = row.get("attempts")?;
            Ok(Job {
                id,
                kind: row.get("kind")?,
                payload: row.get("payload")?,
                attempts: attempts - 1,
            })
        })
        .transpose()
    })
}

/// Writes down how a claimed job ended.
pub fn settle(db: &Db, job: &Job, now: Moment, done: &Done) -> Result<(), Error> {
    db.write("worker", now, |tx| match done {
        Done::Finished => finish(tx, job, now, None),
        Done::Hopeless(text) => finish(tx, job, now, Some(text)),
        Done::Again(text) => match BACK_OFF.get(usize::try_from(job.attempts).unwrap_or(usize::MAX)) {
            Some(minutes) => tx
                .run(
                    "UPDATE kit_jobs SET claimed_until = NULL, due_at = $2, fault = $3 WHERE id = $1",
                    params![job.id, now.plus_minutes(*minutes), text],
                )
                .map(|_| ()),
            None => finish(tx, job, now, Some(text)),
        },
    })
}

fn finish(tx: &Tx<'_>, job: &Job, now: Moment, fault: Option<&String>) -> Result<(), Error> {
    // The dedupe key is given free, so that the same work can be asked for again.
    tx.run(
        "UPDATE kit_jobs SET done_at = $2, dedupe = NULL, claimed_until = NULL, fault = $3 WHERE id = $1",
        params![job.id, now, fault],
    )
    .map(|_| ())
}

/// Forgets jobs that ended well before `before`.
pub fn sweep(tx: &Tx<'_>, before: Moment) -> Result<u64, Error> {
    tx.run(
        "DELETE FROM kit_jobs WHERE done_at < $1 AND fault IS NULL",
        params![before],
    )
}

/// Jobs that wait and jobs that were given up, for metrics and the administrator's page.
pub fn counts(db: &Db) -> Result<(i64, i64), Error> {
    db.read(|conn| {
        Ok((
            conn.value("SELECT COUNT(*) FROM kit_jobs WHERE done_at IS NULL", &[])?,
            conn.value(
                "SELECT COUNT(*) FROM kit_jobs WHERE done_at IS NOT NULL AND fault IS NOT NULL",
                &[],
            )?,
        ))
    })
}
