//! An import in two steps: taken in and shown, then confirmed.

use kit::db::Tx;

use super::super::super::identity::actor::Administrator;
use super::super::super::subject::Subject;
use super::super::super::{App, Problem, audit};
use super::super::import::{self, Asked, Intake, Outcome};
use super::super::store::uploads;
use super::super::{IMPORT, ImportId};

/// Keeps a cleaned file until it is confirmed.
pub fn keep_import(
    tx: &Tx<'_>,
    _: Administrator,
    mapping: &str,
    intake: &Intake,
) -> Result<ImportId, Problem> {
    let content =
        serde_json::to_vec(intake).map_err(|error| Problem::Outside(error.to_string()))?;
    let id = uploads::insert(tx, mapping, &content)?;
    audit::noted(tx, "import.keep", &Subject::new(IMPORT, id))?;
    Ok(id)
}

/// Carries a kept file out and wipes it.
///
/// # Errors
/// [`Problem::NotFound`] when it was done or swept already; else as [`import::apply`].
pub fn confirm_import(
    tx: &Tx<'_>,
    may: Administrator,
    id: ImportId,
    asked: &Asked,
) -> Result<Outcome, Problem> {
    let kept = uploads::kept(tx, id)?.filter(|kept| kept.done_at.is_none());
    let kept = kept.ok_or(Problem::NotFound)?;
    let intake = read_kept(&kept)?;
    let mapping = import::read_mapping(&kept.mapping)?;
    let outcome = import::carry_out(tx, may, &intake, &mapping, asked)?;
    let said =
        serde_json::to_string(&outcome).map_err(|error| Problem::Outside(error.to_string()))?;
    uploads::finish(tx, id, &said)?;
    audit::noted(tx, "import.confirm", &Subject::new(IMPORT, id))?;
    Ok(outcome)
}

/// The table of a kept file.
pub fn read_kept(kept: &uploads::Kept) -> Result<Intake, Problem> {
    serde_json::from_slice(&kept.content).map_err(|error| Problem::Outside(error.to_string()))
}

/// Every day: files that nobody confirmed are wiped.
pub fn sweep_imports(app: &App) -> Result<(), Problem> {
    let before = app.now().plus_days(-1);
    app.db
        .write("sweep", app.now(), |tx| uploads::sweep(tx, before))
}
