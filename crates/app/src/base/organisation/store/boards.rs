//! Boards and companies: their rows, and the names they take from a day on.

use kit::clock::Day;
use kit::db::{Conn, Tx};
use kit::id::Id;
use kit::params;
use kit::words::Texts;

use super::super::model::NewController;
use super::super::{ControllerId, ControllerNameId, Country};
use super::texts;
use crate::base::Problem;

pub fn insert_controller(tx: &Tx<'_>, new: &NewController) -> Result<ControllerId, Problem> {
    let id = Id::at(tx.at());
    let kind = if new.company { "company" } else { "board" };
    tx.run(
        "INSERT INTO organisation_controllers (id, code, kind, name, from_day) VALUES ($1, $2, $3, $4, $5)",
        params![id, &new.code, kind, new.name.to_json(), new.from],
    )?;
    Ok(id)
}

/// A name and the day it is taken; without an id it is the name that the board or company began with.
#[derive(Clone, Debug, PartialEq)]
pub struct NameRow {
    pub id: Option<ControllerNameId>,
    pub name: Texts,
    pub from: Day,
}

/// All names of a board or company, the latest first. Empty when there is none such.
pub fn names(conn: &Conn, id: ControllerId) -> Result<Vec<NameRow>, Problem> {
    let mut all = Vec::new();
    for row in conn.all(
        "SELECT id, name, from_day FROM organisation_controller_names
         WHERE controller_id = $1 ORDER BY from_day DESC",
        params![id],
    )? {
        all.push(NameRow {
            id: Some(row.get("id")?),
            name: texts(&row, "name")?,
            from: row.get("from_day")?,
        });
    }
    if let Some(row) = conn.one(
        "SELECT name, from_day FROM organisation_controllers WHERE id = $1",
        params![id],
    )? {
        all.push(NameRow {
            id: None,
            name: texts(&row, "name")?,
            from: row.get("from_day")?,
        });
    }
    Ok(all)
}

pub fn insert_name(
    tx: &Tx<'_>,
    controller: ControllerId,
    name: &Texts,
    from: Day,
) -> Result<ControllerNameId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO organisation_controller_names (id, controller_id, name, from_day) VALUES ($1, $2, $3, $4)",
        params![id, controller, name.to_json(), from],
    )?;
    Ok(id)
}

/// Puts a name right in its place.
pub fn correct_name(tx: &Tx<'_>, id: ControllerNameId, name: &Texts) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_controller_names SET name = $2 WHERE id = $1",
        params![id, name.to_json()],
    )?;
    Ok(())
}

/// Puts the name right that a board or company began with.
pub fn correct_first_name(tx: &Tx<'_>, id: ControllerId, name: &Texts) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_controllers SET name = $2 WHERE id = $1",
        params![id, name.to_json()],
    )?;
    Ok(())
}

/// Writes where a board or company is established; none is the municipality's country.
pub fn set_country(tx: &Tx<'_>, id: ControllerId, country: Option<Country>) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_controllers SET country = $2 WHERE id = $1",
        params![id, country.map(Country::code)],
    )?;
    Ok(())
}

/// Closes a board or company; `last` is its last day.
pub fn close(tx: &Tx<'_>, id: ControllerId, last: Day) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_controllers SET until_day = $2 WHERE id = $1",
        params![id, last],
    )?;
    Ok(())
}

/// How many units stand under a board or company on a day or later.
pub fn units_from(conn: &Conn, id: ControllerId, day: Day) -> Result<i64, Problem> {
    Ok(conn.value(
        "SELECT COUNT(DISTINCT unit_id) FROM organisation_unit_spans
         WHERE controller_id = $1 AND (until_day IS NULL OR until_day >= $2)",
        params![id, day],
    )?)
}
