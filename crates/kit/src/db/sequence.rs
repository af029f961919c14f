//! Group commit. A write takes the one writing connection, runs in a savepoint and, when others already
//! wait behind it, leaves the commit to the last of them: one fsync (about 4 ms) answers them all.
//! Nobody returns before the commit that holds their rows is durable. Whoever knows that others are about to write
//! ([`Company`]) leaves the commit open for them a moment; anybody who knows of nobody ends it at once for all.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{Conn, Error, Link};

/// More than this many in one commit would make the first of them wait noticeably.
const MOST_TOGETHER: usize = 256;

/// Other writes that are about to come, and how long one waits for them with its commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Company {
    /// Writes in one commit after which nobody more is expected.
    pub most: usize,
    pub patience: Duration,
}

impl Company {
    /// Nobody is expected.
    pub const NONE: Company = Company {
        most: 1,
        patience: Duration::ZERO,
    };

    fn waits(self) -> bool {
        self.most > 1 && !self.patience.is_zero()
    }
}

pub(super) struct Sequencer {
    seat: Mutex<Seat>,
    waiting: AtomicUsize,
    outcome: Mutex<Outcome>,
    settled: Condvar,
}

struct Seat {
    conn: Conn,
    /// The number of the batch that is open or will be opened next.
    batch: u64,
    inside: usize,
    /// Somebody in the batch waits for nobody.
    hurry: bool,
}

/// Results of finished batches. Failures are rare and kept for those who still have to look.
#[derive(Default)]
struct Outcome {
    settled_to: u64,
    failed: Vec<(u64, String)>,
}

impl Sequencer {
    pub(super) fn new(conn: Conn) -> Self {
        Sequencer {
            seat: Mutex::new(Seat {
                conn,
                batch: 1,
                inside: 0,
                hurry: false,
            }),
            waiting: AtomicUsize::new(0),
            outcome: Mutex::new(Outcome::default()),
            settled: Condvar::new(),
        }
    }

    pub(super) fn write<T, E: From<Error>>(
        &self,
        reconnect: &dyn Fn() -> Result<Conn, Error>,
        company: Company,
        f: impl FnOnce(&Conn) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut seat = self.sit();
        let result = match open(&mut seat, reconnect) {
            Ok(()) => in_savepoint(&seat.conn, f),
            Err(error) => Err(error.into()),
        };
        let batch = seat.batch;
        seat.hurry |= !company.waits() || result.is_err();
        let full = seat.inside >= MOST_TOGETHER;
        let enough = seat.hurry || seat.inside >= company.most;
        let last = self.waiting.load(Ordering::SeqCst) == 0;
        if seat.inside > 0 && (full || (last && enough)) {
            self.settle(&mut seat);
        }
        drop(seat);
        // A failed write has nothing to wait for; its neighbours settle their own batch.
        let value = result?;
        self.wait(batch, company)?;
        Ok(value)
    }

    /// The writing connection between two batches, outside any transaction.
    pub(super) fn alone<T>(&self, f: impl FnOnce(&Conn) -> Result<T, Error>) -> Result<T, Error> {
        let mut seat = self.sit();
        if seat.inside > 0 {
            self.settle(&mut seat);
        }
        f(&seat.conn)
    }

    /// Patience is over. Whoever saw us wait for the seat has left their batch to us, even if it is another.
    fn settle_open(&self) {
        let mut seat = self.sit();
        if seat.inside > 0 {
            self.settle(&mut seat);
        }
    }

    fn sit(&self) -> MutexGuard<'_, Seat> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let seat = self.seat.lock().unwrap_or_else(PoisonError::into_inner);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        seat
    }

    fn settle(&self, seat: &mut Seat) {
        let result = seat.conn.step("COMMIT");
        let mut outcome = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = result {
            let _ = seat.conn.batch("ROLLBACK");
            outcome.failed.push((seat.batch, error.to_string()));
            let oldest = seat.batch.saturating_sub(64);
            outcome.failed.retain(|(batch, _)| *batch >= oldest);
        }
        outcome.settled_to = seat.batch;
        seat.batch += 1;
        seat.inside = 0;
        seat.hurry = false;
        drop(outcome);
        self.settled.notify_all();
    }

    fn wait(&self, batch: u64, company: Company) -> Result<(), Error> {
        let mut outcome = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
        if company.waits() {
            let open = |outcome: &mut Outcome| outcome.settled_to < batch;
            (outcome, _) = self
                .settled
                .wait_timeout_while(outcome, company.patience, open)
                .unwrap_or_else(PoisonError::into_inner);
            if outcome.settled_to < batch {
                drop(outcome);
                self.settle_open();
                outcome = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
            }
        }
        while outcome.settled_to < batch {
            outcome = self
                .settled
                .wait(outcome)
                .unwrap_or_else(PoisonError::into_inner);
        }
        match outcome.failed.iter().find(|(failed, _)| *failed == batch) {
            Some((_, text)) => Err(Error::Engine(text.clone())),
            None => Ok(()),
        }
    }
}

fn open(seat: &mut Seat, reconnect: &dyn Fn() -> Result<Conn, Error>) -> Result<(), Error> {
    if seat.inside == 0 {
        if seat.conn.broken.get() {
            seat.conn = reconnect()?;
        }
        let begun = begin(&seat.conn);
        if begun.is_err() && seat.conn.broken.get() {
            // The server was restarted while nobody wrote: one fresh try.
            seat.conn = reconnect()?;
            begin(&seat.conn)?;
        } else {
            begun?;
        }
    }
    seat.inside += 1;
    Ok(())
}

fn begin(conn: &Conn) -> Result<(), Error> {
    match conn.link {
        Link::Sqlite(_) => conn.step("BEGIN IMMEDIATE"),
        // The lock makes writers of other processes (an import on the command line) wait their turn, so that
        // the book's chain never forks and no write has to be repeated for a serialisation failure.
        Link::Postgres(_) => conn.batch("BEGIN; SELECT pg_advisory_xact_lock(74117)"),
    }
}

fn in_savepoint<T, E: From<Error>>(
    conn: &Conn,
    f: impl FnOnce(&Conn) -> Result<T, E>,
) -> Result<T, E> {
    conn.step("SAVEPOINT one")?;
    match catch_unwind(AssertUnwindSafe(|| f(conn))) {
        Ok(Ok(value)) => {
            // PostgreSQL refuses here when the closure swallowed a failed statement: then nothing stays.
            conn.step("RELEASE one").inspect_err(|_| undo(conn))?;
            Ok(value)
        }
        Ok(Err(error)) => {
            undo(conn);
            Err(error)
        }
        Err(_) => {
            undo(conn);
            Err(Error::Panicked.into())
        }
    }
}

fn undo(conn: &Conn) {
    if let Err(error) = conn.batch("ROLLBACK TO one; RELEASE one") {
        tracing::error!(%error, "a savepoint could not be rolled back");
    }
}
