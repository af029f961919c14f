//! Boards and companies.

use kit::clock::Day;
use kit::db::{Conn, Tx};
use kit::words::Texts;

use super::super::super::identity::actor::Administrator;
use super::super::super::{Problem, audit};
use super::super::model::{Cut, NewController, cut};
use super::super::store::{self, Code, boards};
use super::super::{CONTROLLER, CONTROLLER_NAME, ControllerId, Country};
use super::{free, refused};

pub fn add_controller(
    tx: &Tx<'_>,
    _: Administrator,
    new: &NewController,
) -> Result<ControllerId, Problem> {
    free(tx, Code::Controller, &new.code)?;
    let id = boards::insert_controller(tx, new)?;
    audit::changed(tx, "controller.add", CONTROLLER, id)?;
    Ok(id)
}

/// Gives a board or company another name from a day; lists as of an earlier day keep the old one.
pub fn rename_controller(
    tx: &Tx<'_>,
    _: Administrator,
    id: ControllerId,
    name: &Texts,
    day: Day,
) -> Result<(), Problem> {
    let now = store::controller(tx, id, day)?.ok_or(Problem::NotFound)?;
    let names = boards::names(tx, id)?;
    let last = names.first().ok_or(Problem::NotFound)?;
    match (cut(last.from, now.until, day).map_err(refused)?, last.id) {
        (Cut::After(_), _) => {
            let row = boards::insert_name(tx, id, name, day)?;
            audit::changed(tx, "controller.rename", CONTROLLER_NAME, row)
        }
        (Cut::InPlace, Some(row)) => {
            boards::correct_name(tx, row, name)?;
            audit::changed(tx, "controller.rename", CONTROLLER_NAME, row)
        }
        (Cut::InPlace, None) => {
            boards::correct_first_name(tx, id, name)?;
            audit::changed(tx, "controller.correct", CONTROLLER, id)
        }
    }
}

/// Says in which country a board or company is established; none is the municipality's. What has been opened under
/// the law of a country stays under it.
pub fn establish_controller(
    tx: &Tx<'_>,
    _: Administrator,
    id: ControllerId,
    country: Option<Country>,
) -> Result<(), Problem> {
    store::controller(tx, id, Day::MAX)?.ok_or(Problem::NotFound)?;
    boards::set_country(tx, id, country)?;
    audit::changed(tx, "controller.country", CONTROLLER, id)
}

/// Ends a board or company; `day` is the first day without it. What was written stays with it, and so do the
/// duties held for it: its last year is closed after its end.
///
/// # Errors
/// Refused while units stand under it on that day or later, and when a name is known from a later day.
pub fn end_controller(
    tx: &Tx<'_>,
    _: Administrator,
    id: ControllerId,
    day: Day,
) -> Result<(), Problem> {
    let now = store::controller(tx, id, day)?.ok_or(Problem::NotFound)?;
    if now.until.is_some() {
        return Err(Problem::refused("organisation-has-ended"));
    }
    let units = boards::units_from(tx, id, day)?;
    if units > 0 {
        return Err(Problem::Refused(
            "organisation-controller-in-use",
            vec![("units", units.into())],
        ));
    }
    let named = boards::names(tx, id)?;
    let from = named.first().map_or(now.from, |last| last.from);
    match cut(from, None, day).map_err(refused)? {
        Cut::InPlace => Err(Problem::refused("organisation-began-that-day")),
        Cut::After(last) => {
            boards::close(tx, id, last)?;
            audit::changed(tx, "controller.end", CONTROLLER, id)
        }
    }
}

/// A unit may stand under a board or company that exists on the day and has no end.
pub fn lasting(conn: &Conn, id: ControllerId, day: Day) -> Result<(), Problem> {
    let board = store::controller(conn, id, day)?.ok_or(Problem::NotFound)?;
    if board.until.is_some() {
        return Err(Problem::refused("organisation-controller-ended"));
    }
    Ok(())
}
