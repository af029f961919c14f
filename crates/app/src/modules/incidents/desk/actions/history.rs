//! Taking history in: shown first, then confirmed. It starts no clock, asks nobody and tells nobody.

use std::collections::HashMap;

use kit::clock::{Day, Zone};
use kit::db::{Conn, Tx};
use serde::{Deserialize, Serialize};

use super::super::super::store as cases;
use super::super::super::{CASE, STEP};
use super::super::model::intake::{Incoming, Intake, Rejected, Why, stands_at};
use super::super::store::imports::{self, Kept};
use super::super::{IMPORT, ImportId};
use crate::base::organisation::{self, ControllerId, UnitId, UnitSpan};
use crate::base::subject::Subject;
use crate::base::{App, Problem, audit};

/// What a file would do or did. `records` is always the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub records: usize,
    pub new: usize,
    /// In the register already, by source and name.
    pub known: usize,
    pub rejected: usize,
}

/// What the file would do now.
pub fn count(conn: &Conn, intake: &Intake) -> Result<Counts, Problem> {
    let known = imports::known(conn, &intake.source)?;
    let again = intake
        .taken
        .iter()
        .filter(|one| known.contains(&one.imported.external));
    let again = again.count();
    Ok(Counts {
        records: intake.taken.len() + intake.rejected.len(),
        new: intake.taken.len() - again,
        known: again,
        rejected: intake.rejected.len(),
    })
}

fn by_code(conn: &Conn, today: Day) -> Result<HashMap<String, UnitSpan>, Problem> {
    let units = organisation::units(conn, today)?.into_iter();
    Ok(units.map(|unit| (unit.code.to_lowercase(), unit)).collect())
}

/// Rejects the records that name a unit which is none, or none of this controller. Without a controller (on the
/// command line) every unit is good.
pub fn settle(
    conn: &Conn,
    intake: &mut Intake,
    within: Option<ControllerId>,
    today: Day,
) -> Result<(), Problem> {
    let units = by_code(conn, today)?;
    let fits = |one: &Incoming| match &one.unit {
        None => true,
        Some(code) => units
            .get(&code.to_lowercase())
            .is_some_and(|unit| within.is_none_or(|own| own == unit.controller)),
    };
    let (taken, other): (Vec<_>, Vec<_>) = std::mem::take(&mut intake.taken)
        .into_iter()
        .partition(fits);
    intake.taken = taken;
    intake.rejected.extend(other.iter().map(|one| Rejected {
        place: one.place,
        why: Why::Unit,
    }));
    intake.rejected.sort_by_key(|one| one.place);
    Ok(())
}

/// Keeps a file until it is confirmed.
pub fn keep(tx: &Tx<'_>, unit: &UnitSpan, intake: &Intake) -> Result<ImportId, Problem> {
    let content =
        serde_json::to_vec(intake).map_err(|error| Problem::Outside(error.to_string()))?;
    let id = imports::keep(tx, (unit.controller, unit.unit), &content)?;
    audit::noted(tx, "incidents.import.keep", &Subject::new(IMPORT, id))?;
    Ok(id)
}

/// The records of a kept file.
pub fn read(kept: &Kept) -> Result<Intake, Problem> {
    serde_json::from_slice(&kept.content).map_err(|error| Problem::Outside(error.to_string()))
}

/// Carries a kept file out and wipes it. Done twice it changes nothing more.
pub fn confirm(tx: &Tx<'_>, id: ImportId, zone: &Zone) -> Result<Counts, Problem> {
    let kept = imports::kept(tx, id)?.filter(|kept| kept.outcome.is_none());
    let kept = kept.ok_or(Problem::NotFound)?;
    let counts = apply(tx, kept.unit, &read(&kept)?, zone)?;
    let said =
        serde_json::to_string(&counts).map_err(|error| Problem::Outside(error.to_string()))?;
    imports::finish(tx, id, &said)?;
    audit::noted(tx, "incidents.import.confirm", &Subject::new(IMPORT, id))?;
    Ok(counts)
}

/// Stores every record that the register does not have yet: with the unit that it names, else with this one.
pub fn apply(tx: &Tx<'_>, unit: UnitId, intake: &Intake, zone: &Zone) -> Result<Counts, Problem> {
    let today = zone.day_of(tx.at());
    let unit = organisation::unit(tx, unit, today)?.ok_or(Problem::NotFound)?;
    let named = by_code(tx, today)?;
    let known = imports::known(tx, &intake.source)?;
    let counts = count(tx, intake)?;
    let mut numbers: HashMap<i32, i64> = HashMap::new();
    let (mut new, mut steps) = (Vec::new(), Vec::new());
    for record in &intake.taken {
        if known.contains(&record.imported.external) {
            continue;
        }
        let at = stands_at(record.imported.occurred, tx.at(), zone);
        let year = zone.day_of(at).year();
        let nr = match numbers.get(&year) {
            Some(last) => last + 1,
            None => imports::next_number(tx, year)?,
        };
        numbers.insert(year, nr);
        let number = format!("{year}-{:04}", nr % 1_000_000);
        let own = record.unit.as_ref().map(|code| code.to_lowercase());
        let unit = own.and_then(|code| named.get(&code)).unwrap_or(&unit);
        let (case, step) = imports::insert(tx, unit, record, (nr, &number), at)?;
        cases::index(tx, nr, &[&number, &record.imported.external, &record.story])?;
        new.push(case.to_string());
        steps.push(step.to_string());
    }
    audit::changed_many(tx, "incidents.import", STEP, &steps)?;
    audit::changed_many(tx, "incidents.import", CASE, &new)?;
    Ok(counts)
}

/// Every day: files that nobody confirmed are wiped.
pub fn sweep(app: &App) -> Result<(), Problem> {
    let before = app.now().plus_days(-1);
    app.db
        .write("sweep", app.now(), |tx| imports::sweep(tx, before))
}
