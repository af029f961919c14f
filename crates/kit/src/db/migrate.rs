//! The numbered list of schema changes, written once and read by both engines.

use super::{Conn, Db, Error, Link, Target};
use crate::clock::Moment;
use crate::params;

/// One step. `name` says which room owns the tables.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    pub number: i64,
    pub name: &'static str,
    pub sql: &'static str,
}

/// Where a database stands against a list of steps.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    Empty,
    Behind { at: i64 },
    Current,
    Newer { found: i64 },
}

/// Brings the database to the end of the list, each step in a transaction of its own.
///
/// # Errors
/// [`Error::Newer`] when the database has a step that the list does not know; nothing is changed then.
pub fn migrate(db: &Db, steps: &[Migration], at: Moment) -> Result<usize, Error> {
    migrate_telling(db, steps, at, &mut |_, _| {})
}

/// The same, telling after each step how many of how many are done.
pub fn migrate_telling(
    db: &Db,
    steps: &[Migration],
    at: Moment,
    told: &mut dyn FnMut(usize, usize),
) -> Result<usize, Error> {
    db.0.writer.alone(|conn| {
        conn.batch(&translated(
            &conn.link,
            "CREATE TABLE IF NOT EXISTS kit_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT;",
        ))
    })?;
    let found = newest(db)?;
    let known = steps.iter().map(|step| step.number).max().unwrap_or(0);
    if found > known {
        return Err(Error::Newer { found, known });
    }
    let due: Vec<&Migration> = steps.iter().filter(|step| step.number > found).collect();
    for (done, step) in due.iter().enumerate() {
        db.write("migration", at, |tx| {
            tx.batch(&translated(&tx.link, step.sql))?;
            tx.run(
                "INSERT INTO kit_migrations (number, name, at) VALUES ($1, $2, $3)",
                params![step.number, step.name, at],
            )
        })
        .map_err(|error: Error| {
            Error::Engine(format!("step {} ({}): {error}", step.number, step.name))
        })?;
        told(done + 1, due.len());
    }
    Ok(due.len())
}

/// Compares without changing anything.
pub fn state(db: &Db, steps: &[Migration]) -> Result<State, Error> {
    if !has_table(db)? {
        return Ok(State::Empty);
    }
    let found = newest(db)?;
    let known = steps.iter().map(|step| step.number).max().unwrap_or(0);
    Ok(match found.cmp(&known) {
        std::cmp::Ordering::Less => State::Behind { at: found },
        std::cmp::Ordering::Equal => State::Current,
        std::cmp::Ordering::Greater => State::Newer { found },
    })
}

fn newest(db: &Db) -> Result<i64, Error> {
    db.read(|conn: &Conn| conn.value("SELECT COALESCE(MAX(number), 0) FROM kit_migrations", &[]))
}

fn has_table(db: &Db) -> Result<bool, Error> {
    let sql = match db.target() {
        Target::Sqlite(_) => "SELECT COUNT(*) FROM sqlite_master WHERE name = 'kit_migrations'",
        Target::Postgres { .. } => {
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'kit_migrations'"
        }
    };
    db.read(|conn| conn.value::<i64>(sql, &[]))
        .map(|count: i64| count > 0)
}

/// The few words of a schema that differ: widths of numbers, bytes, and SQLite's STRICT and WITHOUT ROWID.
fn translated(link: &Link, sql: &str) -> String {
    match link {
        Link::Sqlite(_) => sql.to_owned(),
        Link::Postgres(_) => sql
            .replace(") STRICT, WITHOUT ROWID;", ");")
            .replace(") STRICT;", ");")
            .replace(" INTEGER", " BIGINT")
            .replace(" BLOB", " BYTEA")
            // Byte order in comparisons and sorting, as SQLite has it.
            .replace(" TEXT", " TEXT COLLATE \"C\"")
            .replace(" REAL", " DOUBLE PRECISION"),
    }
}
