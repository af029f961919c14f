//! SQL of the change of keys.

use kit::db::{Conn, Tx, Value};
use kit::params;

use super::{Sealed, place};
use crate::base::{Actor, App, Problem, audit};

/// Rows in one write. One may hold a whole mail.
const BATCH: i64 = 20;

/// Seals a table again, batch by batch; how many rows it has.
///
/// # Errors
/// A value that its key does not open.
pub fn reseal(app: &App, table: &Sealed) -> Result<usize, Problem> {
    let mut last = String::new();
    let mut count = 0;
    loop {
        let ids = app.read(|conn| ids(conn, table, &last))?;
        let Some(end) = ids.last().cloned() else {
            return Ok(count);
        };
        app.write(&Actor::console(), |tx| {
            for id in &ids {
                one(app, tx, table, id)?;
            }
            Ok::<_, Problem>(())
        })?;
        count += ids.len();
        last = end;
    }
}

fn ids(conn: &Conn, table: &Sealed, after: &str) -> Result<Vec<String>, Problem> {
    let sql = format!(
        "SELECT id FROM {} WHERE id > $1 ORDER BY id LIMIT $2",
        table.table
    );
    let rows = conn.all(&sql, params![after, BATCH])?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

fn one(app: &App, tx: &Tx<'_>, table: &Sealed, id: &str) -> Result<(), Problem> {
    let behind = table.behind.unwrap_or("id");
    let sql = format!(
        "SELECT {}, {behind} AS behind FROM {} WHERE id = $1",
        table.columns.join(", "),
        table.table
    );
    let Some(row) = tx.one(&sql, params![id])? else {
        return Ok(());
    };
    let place = |column: &str| -> Result<String, Problem> {
        let place = place(table.table, column, id);
        let value: Option<String> = row.get("behind")?;
        Ok(match table.behind {
            Some(_) => format!("{place}/{}", value.unwrap_or_default()),
            None => place,
        })
    };
    let mut sets: Vec<String> = Vec::new();
    let mut values: Vec<Value> = vec![Value::from(id)];
    let mut set = |column: &str, value: Value| {
        values.push(value);
        sets.push(format!("{column} = ${}", values.len()));
    };
    for column in table.columns {
        let place = place(column)?;
        let sealed: Option<Vec<u8>> = row.get(column)?;
        let Some(sealed) = sealed.filter(|sealed| !sealed.is_empty()) else {
            continue;
        };
        let plain = app.keys.unseal(&place, &sealed)?;
        let sealed = app.keys.seal(&place, &plain)?;
        set(column, Value::from(sealed));
        for mark in table.marks.iter().filter(|mark| mark.of == *column) {
            let text = String::from_utf8_lossy(&plain);
            set(mark.column, Value::from(app.keys.mark(mark.purpose, &text)));
        }
    }
    if sets.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "UPDATE {} SET {} WHERE id = $1",
        table.table,
        sets.join(", ")
    );
    tx.run(&sql, &values)?;
    match table.kept {
        Some(kept) => audit::changed_named(tx, "guard.keys", kept, id),
        None => Ok(()),
    }
}
