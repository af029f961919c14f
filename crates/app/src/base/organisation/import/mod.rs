//! People and units from a file of the HR system: read, cleaned of identity numbers, planned, shown, and done in
//! one write. A bad row is left out and named; it never stops or half-applies a file.

mod apply;
mod entry;
mod identity_number;
mod intake;
mod leaders;
mod mapping;
mod new_units;
mod plan;
pub mod present;
mod reading;
mod saying;
mod spells;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use kit::words::{Arg, Texts};
use serde::{Deserialize, Serialize};

pub use entry::RowFault;
pub use intake::{Dropped, Intake};
pub use mapping::{Mapping, Mode};
pub use plan::{Fate, Outlook, Plan};

use super::super::{Actor, App, Problem};
use super::store::importing;
use present::Present;

/// What an import would do.
#[derive(Clone, Debug)]
pub struct Preview {
    pub encoding: String,
    pub delimiter: char,
    pub rows: usize,
    pub mode: Mode,
    pub dropped: Vec<Dropped>,
    /// Line, column and first sign of cells that begin as a formula does; they are taken as text.
    pub formulas: Vec<(u64, String, char)>,
    pub units: Vec<UnitLine>,
    pub plan: Plan,
    /// It would end more of the people than [`crate::base::config::Limits::import_end_share`].
    pub needs_confirmation: bool,
}

/// What happens in one unit, in employments.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitLine {
    pub code: String,
    pub name: Texts,
    pub new: usize,
    pub changed: usize,
    pub ended: usize,
    pub unchanged: usize,
}

impl Preview {
    /// Employments of one fate in all units.
    pub fn count(&self, fate: Fate) -> usize {
        self.plan
            .outlooks
            .iter()
            .filter(|one| one.fate == fate)
            .count()
    }
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub new: usize,
    pub changed: usize,
    pub ended: usize,
    pub unchanged: usize,
    pub rows_left_out: usize,
}

/// Whether a text holds a national identity number, for fields that people fill in.
pub fn is_identity_number(text: &str) -> bool {
    identity_number::find(text).is_some()
}

/// Reads a file and keeps what an import may keep.
///
/// # Errors
/// [`Problem::Refused`] with the reason when it is no table or does not fit the mapping.
pub fn take_in(app: &App, bytes: &[u8], mapping: &Mapping) -> Result<Intake, Problem> {
    let sheet = reading::read(bytes, app.config.limits.upload)
        .map_err(|why| Problem::refused(why.word()))?;
    intake::take(sheet, mapping).map_err(|intake::NoColumns(names)| {
        let names = Arg::from(names.join(", "));
        Problem::Refused("organisation-import-no-columns", vec![("columns", names)])
    })
}

/// Reads a mapping file.
///
/// # Errors
/// [`Problem::Refused`] with what is wrong with it.
pub fn read_mapping(text: &str) -> Result<Mapping, Problem> {
    Mapping::parse(text).map_err(|why| {
        Problem::Refused(
            "organisation-import-mapping-wrong",
            vec![("why", why.into())],
        )
    })
}

/// Rows of a table: the line each begins on, its cells, and whether it is broken.
pub type Rows = Vec<(u64, Vec<String>, bool)>;

/// A text table of whatever kind, for other lists than people: its heading and its rows. The door has refused what
/// is over the limit.
///
/// # Errors
/// The message that says why it is no table.
pub fn table(bytes: &[u8]) -> Result<(Vec<String>, Rows), &'static str> {
    let sheet = reading::read(bytes, usize::MAX).map_err(reading::Unreadable::word)?;
    let rows = sheet
        .rows
        .into_iter()
        .map(|row| (row.line, row.cells, row.broken));
    Ok((sheet.head, rows.collect()))
}

/// What the file would do. Changes nothing.
pub fn preview(app: &App, bytes: &[u8], mapping: &str) -> Result<Preview, Problem> {
    let mapping = read_mapping(mapping)?;
    let intake = take_in(app, bytes, &mapping)?;
    preview_of(app, &intake, &mapping)
}

/// The same for a file that was taken in before.
pub fn preview_of(app: &App, intake: &Intake, mapping: &Mapping) -> Result<Preview, Problem> {
    let present = app.read(|conn| importing::present(conn, app.today()))?;
    let plan = plan::make(intake, mapping, &present);
    Ok(Preview {
        encoding: intake.sheet.encoding.clone(),
        delimiter: intake.sheet.delimiter,
        rows: intake.sheet.rows.len(),
        mode: mapping.mode,
        dropped: intake.dropped.clone(),
        formulas: intake
            .sheet
            .formulas()
            .map(|(line, column, sign)| (line, column.to_owned(), sign))
            .collect(),
        units: unit_lines(&plan, &present),
        needs_confirmation: needs_confirmation(app, &plan, mapping),
        plan,
    })
}

fn needs_confirmation(app: &App, plan: &Plan, mapping: &Mapping) -> bool {
    mapping.mode == Mode::Full && plan.end_share() > app.config.limits.import_end_share
}

fn unit_lines(plan: &Plan, present: &Present) -> Vec<UnitLine> {
    let mut lines: BTreeMap<&str, UnitLine> = BTreeMap::new();
    for one in &plan.outlooks {
        let line = lines.entry(&one.unit).or_insert_with(|| UnitLine {
            code: one.unit.clone(),
            name: unit_name(&one.unit, plan, present),
            new: 0,
            changed: 0,
            ended: 0,
            unchanged: 0,
        });
        match one.fate {
            Fate::New => line.new += 1,
            Fate::Changed => line.changed += 1,
            Fate::Ended => line.ended += 1,
            Fate::Unchanged => line.unchanged += 1,
        }
    }
    lines.into_values().collect()
}

fn unit_name(code: &str, plan: &Plan, present: &Present) -> Texts {
    let new = || {
        plan.units
            .iter()
            .find(|unit| unit.code == code)
            .map(|unit| &unit.name)
    };
    let known = present.units.get(code).map(|unit| &unit.name);
    known
        .or_else(new)
        .cloned()
        .unwrap_or_else(|| Texts::same(code))
}

/// Carries the file out in one write.
///
/// # Errors
/// [`Problem::Refused`] (`organisation-import-confirm`) when too many people would end and `confirmed` is false.
pub fn apply(
    app: &App,
    actor: &Actor,
    bytes: &[u8],
    mapping: &str,
    confirmed: bool,
) -> Result<Outcome, Problem> {
    let mapping = read_mapping(mapping)?;
    let intake = take_in(app, bytes, &mapping)?;
    let limit = app.config.limits.import_end_share;
    let may = actor.administrator()?;
    app.write(actor, |tx| {
        apply::carry_out(
            tx,
            may,
            &intake,
            &mapping,
            &apply::Asked {
                today: app.today(),
                limit,
                confirmed,
            },
        )
    })
}

pub use apply::{Asked, carry_out};
