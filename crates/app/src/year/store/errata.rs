//! Corrections of approved sheets.

use kit::db::{Conn, Tx};
use kit::id::Id;
use kit::params;

use super::{json_texts, number};
use crate::base::{Actor, Problem};
use crate::year::model::NewErratum;
use crate::year::sheet::Erratum;

pub struct ErratumKind;

pub fn add_erratum(
    tx: &Tx<'_>,
    year: i32,
    number: i64,
    new: &NewErratum,
    old: Option<f64>,
) -> Result<Id<ErratumKind>, Problem> {
    let place: i64 = tx.value(
        "SELECT COALESCE(MAX(place), 0) + 1 FROM year_errata WHERE year_id = $1",
        params![year.to_string()],
    )?;
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO year_errata
           (id, year_id, number, figure, controller_id, day, reason, old_value, new_value,
            approved_by, made_at, made_by, place)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        params![
            id,
            year.to_string(),
            number,
            new.figure.as_str(),
            new.board,
            new.day,
            new.reason.to_json(),
            old,
            new.new,
            new.approved_by.as_str(),
            tx.at(),
            tx.by(),
            place,
        ],
    )?;
    Ok(id)
}

/// Corrections of several years, of each the oldest first.
pub fn errata(conn: &Conn, from: i32, to: i32) -> Result<Vec<Erratum>, Problem> {
    conn.all(
        "SELECT year_id, figure, controller_id, day, reason, old_value, new_value, approved_by, made_at,
                made_by
         FROM year_errata WHERE year_id BETWEEN $1 AND $2 ORDER BY year_id, place",
        params![from.to_string(), to.to_string()],
    )?
    .iter()
    .map(|row| {
        let by: String = row.get("made_by")?;
        Ok(Erratum {
            year: number(&row.get::<String>("year_id")?),
            key: row.get("figure")?,
            board: row.get("controller_id")?,
            day: row.get("day")?,
            reason: json_texts(row, "reason")?,
            old: row.get("old_value")?,
            new: row.get("new_value")?,
            approved_by: row.get("approved_by")?,
            at: row.get("made_at")?,
            by: Actor::person_of(&by),
        })
    })
    .collect()
}
