//! A case of the past, told by the same verbs' rules.

use kit::clock::Moment;
use kit::db::Tx;

use super::CaseId;
use super::actions::{Arrival, open_case, take};
use super::model::{Report, Step, Taken};
use crate::base::Problem;
use crate::base::identity::actor::Editor;
use crate::base::organisation::{PersonId, UnitId};

/// A case of the past with what was done and when. The moments must follow each other and lie before the
/// transaction's own.
#[derive(Clone, Debug)]
pub struct Historic {
    pub report: Report,
    pub unit: UnitId,
    pub reporter: Option<PersonId>,
    pub steps: Vec<(Moment, Step, String)>,
}

/// Tells a case of the past by the same rules. It asks nobody and starts no clock: no task, no notice.
///
/// # Errors
/// What the verbs refuse; moments out of order; a unit of another controller.
pub fn record(tx: &Tx<'_>, editor: Editor, case: &Historic) -> Result<CaseId, Problem> {
    let arrival = Arrival::historic(case.reporter);
    let mut row = open_case(tx, &case.report, case.unit, &arrival)?;
    if row.controller != editor.controller() {
        return Err(Problem::NotFound);
    }
    let id = row.id;
    let mut last = case.report.at();
    for (at, step, words) in &case.steps {
        if *at < last || *at > tx.at() {
            return Err(Problem::refused("incidents-refused-order"));
        }
        last = *at;
        let taken = Taken {
            at: *at,
            step: step.clone(),
            words: words.clone(),
            by: tx.by().to_owned(),
        };
        row = take(tx, row, "incidents.record", taken)?;
    }
    Ok(id)
}
