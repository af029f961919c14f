//! Group commit. A write takes the one writing connection, runs in a savepoint and, when others already
//! wait behind it, leaves the commit to the last of them: one fsync (about 4 ms) answers them all.
//! Nobody returns before the commit that holds their rows is durable. Whoever knows that others are about to write
//! ([`Company`]) leaves the commit open for them a moment; anybody who knows of nobody ends it at once for all.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::Thread;
use std::time::{Duration, Instant};

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
}

struct Seat {
    conn: Conn,
    /// The batch that is open or will be opened next.
    batch: Arc<Batch>,
    inside: usize,
    /// Those who have written into the batch and wait for its end.
    members: Vec<Thread>,
    /// Somebody in the batch waits for nobody.
    hurry: bool,
}

/// Writes that one commit serves.
#[derive(Default)]
struct Batch {
    /// How the commit ended, once it has.
    ended: OnceLock<Result<(), String>>,
}

impl Seat {
    /// Ends the open batch and wakes its members, each by itself: nobody has to queue for the news.
    fn settle(&mut self) {
        let ended = self.conn.step("COMMIT").map_err(|error| {
            let _ = self.conn.batch("ROLLBACK");
            error.to_string()
        });
        let batch = std::mem::take(&mut self.batch);
        // Only the seat ends a batch, and gives it away with that.
        let _ = batch.ended.set(ended);
        self.inside = 0;
        self.hurry = false;
        for member in self.members.drain(..) {
            member.unpark();
        }
    }
}

impl Sequencer {
    pub(super) fn new(conn: Conn) -> Self {
        Sequencer {
            seat: Mutex::new(Seat {
                conn,
                batch: Arc::default(),
                inside: 0,
                members: Vec::new(),
                hurry: false,
            }),
            waiting: AtomicUsize::new(0),
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
        let batch = Arc::clone(&seat.batch);
        seat.hurry |= !company.waits() || result.is_err();
        let full = seat.inside >= MOST_TOGETHER;
        let enough = seat.hurry || seat.inside >= company.most;
        let last = self.waiting.load(Ordering::SeqCst) == 0;
        if seat.inside > 0 && (full || (last && enough)) {
            seat.settle();
        } else if result.is_ok() {
            seat.members.push(std::thread::current());
        }
        drop(seat);
        // A failed write has nothing to wait for; its neighbours settle their own batch.
        let value = result?;
        self.wait(&batch, company)?;
        Ok(value)
    }

    /// The writing connection between two batches, outside any transaction.
    pub(super) fn alone<T>(&self, f: impl FnOnce(&Conn) -> Result<T, Error>) -> Result<T, Error> {
        let mut seat = self.sit();
        if seat.inside > 0 {
            seat.settle();
        }
        f(&seat.conn)
    }

    /// Patience is over. Whoever saw us wait for the seat has left their batch to us, even if it is another.
    fn settle_open(&self) {
        let mut seat = self.sit();
        if seat.inside > 0 {
            seat.settle();
        }
    }

    fn sit(&self) -> MutexGuard<'_, Seat> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let seat = self.seat.lock().unwrap_or_else(PoisonError::into_inner);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        seat
    }

    /// Until the batch has ended; ends it when patience is over.
    fn wait(&self, batch: &Batch, company: Company) -> Result<(), Error> {
        if company.waits() {
            let begun = Instant::now();
            while batch.ended.get().is_none() {
                let left = company.patience.saturating_sub(begun.elapsed());
                if left.is_zero() {
                    self.settle_open();
                    break;
                }
                std::thread::park_timeout(left);
            }
        }
        loop {
            match batch.ended.get() {
                Some(Ok(())) => return Ok(()),
                Some(Err(text)) => return Err(Error::Engine(text.clone())),
                None => std::thread::park(),
            }
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
