//! SQLite, embedded.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSql, ToSqlOutput, Value as Native, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::Error;
use super::value::{Columns, Row, Value};

pub(super) struct Session {
    conn: Connection,
}

impl Session {
    pub(super) fn open(path: &Path, writing: bool) -> Result<Session, Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags).map_err(engine)?;
        conn.busy_timeout(Duration::from_secs(30)).map_err(engine)?;
        conn.set_prepared_statement_cache_capacity(256);
        // Without it SQLite may plan by the values that are bound, and then parses and plans a kept statement anew
        // each time that it is run.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
            .map_err(engine)?;
        // FULL: a commit is on the disk before its writer is answered. secure_delete: what is erased does not linger in
        // free pages; that it does not in the journal is `tidy`'s work. At most some 16 MB of journal: many small writes
        // that come one after the other meet the same pages, which then go into the file once. It is kept at that
        // size between, since a file that grows costs the file system a journal entry at every commit.
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 17000000; PRAGMA wal_autocheckpoint = 4000;
             PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4096;",
        )
        .map_err(engine)?;
        if !writing {
            conn.execute_batch("PRAGMA query_only = ON")
                .map_err(engine)?;
        }
        Ok(Session { conn })
    }

    pub(super) fn all(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Error> {
        let mut statement = self.conn.prepare_cached(&numbered(sql)).map_err(engine)?;
        let width = statement.column_count();
        // Many questions find nothing, and nothing needs no names.
        let mut columns: Option<Columns> = None;
        let mut rows = statement
            .query(rusqlite::params_from_iter(params))
            .map_err(engine)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next().map_err(engine)? {
            let mut values = Vec::with_capacity(width);
            for index in 0..width {
                values.push(own(row.get_ref(index).map_err(engine)?));
            }
            let statement: &rusqlite::Statement<'_> = row.as_ref();
            let names = || statement.column_names().map(str::to_owned).collect();
            found.push(Row::new(columns.get_or_insert_with(names).clone(), values));
        }
        Ok(found)
    }

    pub(super) fn run(&self, sql: &str, params: &[Value]) -> Result<u64, Error> {
        let mut statement = self.conn.prepare_cached(&numbered(sql)).map_err(engine)?;
        let changed = statement
            .execute(rusqlite::params_from_iter(params))
            .map_err(engine)?;
        Ok(changed as u64)
    }

    /// Begins or ends something: always the same few words, so they are kept ready.
    pub(super) fn step(&self, sql: &str) -> Result<(), Error> {
        let mut statement = self.conn.prepare_cached(sql).map_err(engine)?;
        statement.execute(()).map_err(engine)?;
        Ok(())
    }

    pub(super) fn batch(&self, sql: &str) -> Result<(), Error> {
        self.conn.execute_batch(sql).map_err(engine)
    }
}

/// `$1` as PostgreSQL writes it becomes `?1`: to SQLite `$1` is a name, numbered by first appearance.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

fn own(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Owned(Native::Null),
            Value::Int(number) => ToSqlOutput::Owned(Native::Integer(*number)),
            Value::Real(number) => ToSqlOutput::Owned(Native::Real(*number)),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Blob(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

fn engine(error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => Error::Constraint(error.to_string()),
        _ => Error::Engine(error.to_string()),
    }
}
