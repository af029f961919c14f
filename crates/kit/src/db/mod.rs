//! The database: one SQL text, two engines. Nothing outside this folder knows which one answers.
//!
//! [`Db::read`] gives a [`Conn`] on one snapshot; [`Db::write`] gives a [`Tx`], which carries who writes
//! and when. Writes go one after another; those that wait for each other share one commit (see `sequence`).

mod backup;
mod migrate;
mod postgres;
mod sequence;
mod sqlite;
mod value;

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::clock::Moment;

pub use backup::{backup, restore};
pub use migrate::{Migration, State, migrate, migrate_telling, state};
pub use sequence::Company;
pub use value::{FromValue, Row, Value};

/// Writes the parameters of a statement: `params![id, name]`. Each item is anything with `Into<Value>`.
#[macro_export]
macro_rules! params {
    ($($item:expr),* $(,)?) => { &[$($crate::db::Value::from($item)),*] };
}

/// What went wrong in the database. The text is for the log of the administrator, never for a page.
#[derive(Debug)]
pub enum Error {
    /// The engine refused or the connection failed.
    Engine(String),
    /// A rule of the schema was broken (unique, foreign key, check).
    Constraint(String),
    /// A column is missing or holds another type than asked for: a mistake in our own SQL.
    Shape(String),
    /// The database was written by a newer program: number found, newest number known.
    Newer { found: i64, known: i64 },
    /// The writer panicked; its part was rolled back.
    Panicked,
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Engine(text) => write!(f, "database: {text}"),
            Error::Constraint(text) => write!(f, "database rule: {text}"),
            Error::Shape(text) => write!(f, "unexpected shape: {text}"),
            Error::Newer { found, known } => write!(
                f,
                "this database was written by a newer Tillit (schema {found}); this program knows schema {known}. Install the newer program, or restore a backup made by this one."
            ),
            Error::Panicked => write!(
                f,
                "a write was abandoned by a fault in the program; nothing of it was stored"
            ),
        }
    }
}

impl std::error::Error for Error {}

/// Where the data is.
#[derive(Clone, Debug)]
pub enum Target {
    Sqlite(PathBuf),
    /// A PostgreSQL URL, and optionally the file of the certificate authority that signs its server.
    Postgres {
        url: String,
        ca_file: Option<PathBuf>,
    },
}

enum Link {
    Sqlite(Box<sqlite::Session>),
    Postgres(Box<postgres::Session>),
}

/// A connection that reads, on one snapshot. Counts its statements.
pub struct Conn {
    link: Link,
    counter: Arc<AtomicU64>,
    broken: Cell<bool>,
}

/// A connection that may write, as somebody, at a moment.
pub struct Tx<'a> {
    conn: &'a Conn,
    by: &'a str,
    at: Moment,
}

impl std::ops::Deref for Tx<'_> {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        self.conn
    }
}

impl Tx<'_> {
    /// Who writes: an opaque mark the caller chose (the hall's actor).
    pub fn by(&self) -> &str {
        self.by
    }

    /// The moment of the whole write.
    pub fn at(&self) -> Moment {
        self.at
    }

    /// Runs a statement that changes rows; returns how many.
    ///
    /// # Errors
    /// [`Error::Constraint`] when a rule of the schema refuses, else [`Error::Engine`].
    pub fn run(&self, sql: &str, params: &[Value]) -> Result<u64, Error> {
        self.conn.note();
        self.conn.checked(match &self.conn.link {
            Link::Sqlite(session) => session.run(sql, params),
            Link::Postgres(session) => session.run(sql, params),
        })
    }

    /// Runs the same statement once per set of parameters; returns how many rows changed in all.
    pub fn run_many(&self, sql: &str, sets: &[Vec<Value>]) -> Result<u64, Error> {
        let mut changed = 0;
        for set in sets {
            changed += self.run(sql, set)?;
        }
        Ok(changed)
    }
}

impl Conn {
    fn note(&self) {
        self.counter.fetch_add(1, Ordering::Relaxed);
    }

    fn checked<T>(&self, result: Result<T, Error>) -> Result<T, Error> {
        if let (Err(Error::Engine(_)), Link::Postgres(session)) = (&result, &self.link)
            && session.is_closed()
        {
            self.broken.set(true);
        }
        result
    }

    /// All rows of a query.
    pub fn all(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Error> {
        self.note();
        self.checked(match &self.link {
            Link::Sqlite(session) => session.all(sql, params),
            Link::Postgres(session) => session.all(sql, params),
        })
    }

    /// The first row of a query, if there is one.
    pub fn one(&self, sql: &str, params: &[Value]) -> Result<Option<Row>, Error> {
        Ok(self.all(sql, params)?.into_iter().next())
    }

    /// The first column of the only row of a query such as a count.
    ///
    /// # Errors
    /// [`Error::Shape`] when the query gives no row.
    pub fn value<T: FromValue>(&self, sql: &str, params: &[Value]) -> Result<T, Error> {
        self.one(sql, params)?
            .ok_or_else(|| Error::Shape(format!("no row from: {sql}")))?
            .at(0)
    }

    /// Begins or ends a transaction or a part of one; not counted.
    fn step(&self, sql: &str) -> Result<(), Error> {
        self.checked(match &self.link {
            Link::Sqlite(session) => session.step(sql),
            Link::Postgres(session) => session.batch(sql),
        })
    }

    /// Several statements without parameters, and without being counted: schema and session settings.
    fn batch(&self, sql: &str) -> Result<(), Error> {
        self.checked(match &self.link {
            Link::Sqlite(session) => session.batch(sql),
            Link::Postgres(session) => session.batch(sql),
        })
    }
}

struct Inner {
    target: Target,
    writer: sequence::Sequencer,
    idle: Mutex<Pool>,
    freed: Condvar,
    statements: Arc<AtomicU64>,
}

impl Inner {
    fn pool(&self) -> MutexGuard<'_, Pool> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Pool {
    free: Vec<Conn>,
    open: usize,
    limit: usize,
}

/// The database of one municipal group. Cloning shares it.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.0.target {
            Target::Sqlite(_) => "Db(SQLite)",
            Target::Postgres { .. } => "Db(PostgreSQL)",
        })
    }
}

impl Db {
    /// Opens the database with one writing connection and up to `readers` reading ones.
    ///
    /// # Errors
    /// [`Error::Engine`] when the file cannot be opened or the server does not answer.
    pub fn open(target: Target, readers: usize) -> Result<Db, Error> {
        let statements = Arc::new(AtomicU64::new(0));
        let writer = sequence::Sequencer::new(connect(&target, true, &statements)?);
        Ok(Db(Arc::new(Inner {
            target,
            writer,
            idle: Mutex::new(Pool {
                free: Vec::new(),
                open: 0,
                limit: readers.max(1),
            }),
            freed: Condvar::new(),
            statements,
        })))
    }

    /// Opens a database that is being made and can be made again (the demonstration): commits do not wait for
    /// the disk. Never for what somebody was told is stored.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub fn open_scratch(target: Target, readers: usize) -> Result<Db, Error> {
        let db = Db::open(target, readers)?;
        if let Target::Sqlite(_) = db.target() {
            db.0.writer
                .alone(|conn| conn.batch("PRAGMA synchronous = OFF"))?;
        }
        Ok(db)
    }

    /// Which engine and place this is.
    pub fn target(&self) -> &Target {
        &self.0.target
    }

    /// How many statements have been asked of this database since it was opened (for tests and metrics).
    pub fn statements(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// Reads in one snapshot: everything the closure sees belongs to the same moment.
    pub fn read<T, E: From<Error>>(&self, f: impl FnOnce(&Conn) -> Result<T, E>) -> Result<T, E> {
        let conn = self.borrow()?;
        conn.conn().step(begin_read(&self.0.target))?;
        let result = f(conn.conn());
        conn.conn().step("COMMIT")?;
        result
    }

    /// Writes, and returns after what was written is durable. When the closure fails, nothing of it stays
    /// and the writes beside it are not harmed.
    ///
    /// # Errors
    /// The closure's own error; [`Error`] when the commit failed; [`Error::Panicked`] when the closure did.
    pub fn write<T, E: From<Error>>(
        &self,
        by: &str,
        at: Moment,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.write_among(by, at, Company::NONE, f)
    }

    /// The same for one of many small writes that come about at once: waits a moment for the others, so that one
    /// commit serves them all.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_among<T, E: From<Error>>(
        &self,
        by: &str,
        at: Moment,
        company: Company,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let reconnect = || connect(&self.0.target, true, &self.0.statements);
        self.0
            .writer
            .write(&reconnect, company, |conn| f(&Tx { conn, by, at }))
    }

    /// SQLite: moves the journal into the file and cuts it, so that erased content is gone from both.
    pub fn tidy(&self) -> Result<(), Error> {
        match self.0.target {
            Target::Sqlite(_) => self
                .0
                .writer
                .alone(|conn| conn.all("PRAGMA wal_checkpoint(TRUNCATE)", &[]).map(|_| ())),
            Target::Postgres { .. } => Ok(()),
        }
    }

    fn borrow(&self) -> Result<Borrowed<'_>, Error> {
        let mut pool = self.0.pool();
        loop {
            if let Some(conn) = pool.free.pop() {
                return Ok(Borrowed {
                    db: self,
                    conn: Some(conn),
                });
            }
            if pool.open < pool.limit {
                pool.open += 1;
                drop(pool);
                return match connect(&self.0.target, false, &self.0.statements) {
                    Ok(conn) => Ok(Borrowed {
                        db: self,
                        conn: Some(conn),
                    }),
                    Err(error) => {
                        self.0.pool().open -= 1;
                        self.0.freed.notify_one();
                        Err(error)
                    }
                };
            }
            pool = self
                .0
                .freed
                .wait(pool)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

struct Borrowed<'a> {
    db: &'a Db,
    conn: Option<Conn>,
}

impl Borrowed<'_> {
    fn conn(&self) -> &Conn {
        self.conn.as_ref().expect("present until dropped")
    }
}

impl Drop for Borrowed<'_> {
    fn drop(&mut self) {
        let mut pool = self.db.0.pool();
        match self.conn.take() {
            // A reader that panicked in the middle still has its transaction open: do not reuse it.
            Some(conn) if !conn.broken.get() && !std::thread::panicking() => pool.free.push(conn),
            _ => pool.open -= 1,
        }
        drop(pool);
        self.db.0.freed.notify_one();
    }
}

fn begin_read(target: &Target) -> &'static str {
    match target {
        Target::Sqlite(_) => "BEGIN",
        Target::Postgres { .. } => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    }
}

fn connect(target: &Target, writing: bool, counter: &Arc<AtomicU64>) -> Result<Conn, Error> {
    let link = match target {
        Target::Sqlite(path) => Link::Sqlite(Box::new(sqlite::Session::open(path, writing)?)),
        Target::Postgres { url, ca_file } => {
            Link::Postgres(Box::new(postgres::Session::open(url, ca_file.as_deref())?))
        }
    };
    Ok(Conn {
        link,
        counter: Arc::clone(counter),
        broken: Cell::new(false),
    })
}

#[cfg(test)]
mod tests;
