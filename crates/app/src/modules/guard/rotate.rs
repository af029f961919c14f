//! Changing the keys of what is stored sealed: everything is opened with its old key, sealed and marked with the new
//! one, in small writes, so that a change that is cut off leaves nothing unreadable and is simply run again.

mod store;

use crate::base::audit::Kept;
use crate::base::{App, Problem};

pub use store::reseal;

/// A table with sealed columns. The place of each is `table.column/id`, or with [`Sealed::behind`]
/// `table.column/id/value`.
#[derive(Clone, Copy, Debug)]
pub struct Sealed {
    /// When the book commits to its rows.
    pub kept: Option<Kept>,
    pub table: &'static str,
    /// A column whose value (empty where there is none) stands in the place behind the id.
    pub behind: Option<&'static str>,
    pub columns: &'static [&'static str],
    pub marks: &'static [Marked],
}

/// A keyed hash of what a sealed column holds.
#[derive(Clone, Copy, Debug)]
pub struct Marked {
    pub column: &'static str,
    /// The sealed column.
    pub of: &'static str,
    pub purpose: &'static str,
}

/// The place of a sealed value.
pub fn place(table: &str, column: &str, id: &str) -> String {
    format!("{table}.{column}/{id}")
}

/// Makes new keys and seals everything again; how many rows. Whoever calls it holds the installation alone.
///
/// # Errors
/// A row that can't be opened stops it: nothing is lost, the old keys are still there.
pub fn rotate(app: &App, tables: &[&[Sealed]]) -> Result<usize, Problem> {
    app.keys.renew_rings()?;
    let mut rows = 0;
    for table in tables.iter().copied().flatten() {
        rows += reseal(app, table)?;
    }
    Ok(rows)
}
