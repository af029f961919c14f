//! Publication: what the public version shows, its files in five languages, their signature, and the check
//! that anybody can make of them.

pub mod actions;
mod board_sheet;
mod facts;
mod files;
mod manifest;
mod open_data;
mod store;
#[cfg(test)]
mod tests;
pub mod verify;
mod web;
mod withholding;

use kit::db::{Conn, Migration};
use kit::words::Tongue;

pub use actions::{Publication, export, publish, publish_telling};
pub use store::{EDITION, FILE};
pub use web::ROUTES;
pub use withholding::{Held, Public, Weak};

use crate::base::{App, Problem};
use crate::year::sheet::{self, Sheet};

pub const MIGRATION: Migration = Migration {
    number: 16,
    name: "year",
    sql: include_str!("../../../../../migrations/0016_year.sql"),
};

/// What the public version of this sheet would show after everything that was published before.
pub fn public(_app: &App, conn: &Conn, sheet: &Sheet) -> Result<Public, Problem> {
    let past = store::past(conn, &sheet.years)?;
    Ok(withholding::public(sheet, &past))
}

/// The whole sheet with everything, as PDF; made on request and not kept.
///
/// # Errors
/// No such year, or the typesetter fails.
pub fn inside(app: &App, year: i32, w: &Tongue) -> Result<Vec<u8>, Problem> {
    let (sheet, public) = app.read(|conn| {
        let sheet = sheet::sheet(app, conn, year, None)?;
        let public = public(app, conn, &sheet)?;
        Ok((sheet, public))
    })?;
    files::internal(app, &sheet, &public, w, &files::house(app, w.lang))
}

/// A published file by its name (`2025.fi.pdf`), of the newest edition unless one is named.
pub fn file(conn: &Conn, name: &str, edition: Option<i64>) -> Result<Option<File>, Problem> {
    let year = name.split('.').next().and_then(|year| year.parse().ok());
    match year {
        Some(year) => store::file(conn, year, edition, name),
        None => Ok(None),
    }
}

pub use store::{EditionRow, File, editions, published};
