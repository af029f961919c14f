//! A mail that its sender has decided on, after the engine has tried: who has it, who is told apart, and for whom it is
//! held again, with what holds now.

use kit::db::Tx;

use super::super::model::{Recipient, Verdict, Way};
use super::actions::{Because, seal_showing, showing, step};
use super::model::{REMIND_DAYS, Showing, Step};
use super::store::{self, NewStep, Stopped};
use super::{STOPPED, StoppedId, notify};
use crate::base::{App, Problem, audit};

/// It is held again for these: the reasons and answers are those of now, a wish that came in the meantime among them.
pub fn judged_again(
    app: &App,
    tx: &Tx<'_>,
    id: StoppedId,
    of: &[&(Recipient, Verdict)],
) -> Result<(), Problem> {
    let row = store::one(tx, id)?.ok_or(Problem::NotFound)?;
    let because = Because::of(of);
    store::put_reasons(tx, id, &because.reasons, because.answerable)?;
    amend(app, tx, &row, |showing| showing.stuck = because.stuck)
}

/// The engine has followed the decision, as far as it may: who was sent to leaves the mail, who is not to have it by
/// mail was told apart, for the others it is held again and the sender hears of it.
///
/// # Errors
/// What the database says.
pub fn settle(app: &App, tx: &Tx<'_>, id: StoppedId, ended: &[(&str, Way)]) -> Result<(), Problem> {
    let row = store::one(tx, id)?.ok_or(Problem::NotFound)?;
    let those = |takes: fn(Way) -> bool| -> Vec<String> {
        let taken = ended.iter().filter(|(_, way)| takes(*way));
        taken.map(|(to, _)| (*to).to_owned()).collect()
    };
    let waits = those(|way| way == Way::Hold);
    let apart = those(|way| way.stops() && way != Way::Hold);
    let left = those(|way| !way.stops());
    if !apart.is_empty() {
        step(tx, &row, "guard.released", &NewStep::bare(Step::Apart))?;
    }
    if !left.is_empty() {
        let detail = ways(ended);
        let new = NewStep {
            detail: Some(&detail),
            ..NewStep::bare(Step::Sent)
        };
        step(tx, &row, "guard.released", &new)?;
    }
    if waits.is_empty() {
        store::wipe(tx, id, false)?;
        return audit::changed(tx, "guard.released", STOPPED, id);
    }
    let again = if left.is_empty() {
        Step::Back
    } else {
        Step::Rest
    };
    amend(app, tx, &row, |showing| {
        showing.to = waits;
        showing.got.extend(left);
    })?;
    step(tx, &row, "guard.back", &NewStep::bare(again))?;
    told(app, tx, id)
}

/// Nothing could be tried: all of it is the sender's again.
///
/// # Errors
/// What the database says.
pub fn back(app: &App, tx: &Tx<'_>, id: StoppedId) -> Result<(), Problem> {
    let row = store::one(tx, id)?.ok_or(Problem::NotFound)?;
    amend(app, tx, &row, |_| ())?;
    step(tx, &row, "guard.back", &NewStep::bare(Step::Back))?;
    told(app, tx, id)
}

fn told(app: &App, tx: &Tx<'_>, id: StoppedId) -> Result<(), Problem> {
    let row = store::one(tx, id)?.ok_or(Problem::NotFound)?;
    notify::again(app, tx, &row)
}

/// Codes of the ways by which it left, each once.
fn ways(ended: &[(&str, Way)]) -> String {
    let left = ended.iter().filter(|(_, way)| !way.stops());
    let mut codes: Vec<&str> = left.map(|(_, way)| way.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.join(" ")
}

/// Changes what the sender is shown; they have some days to decide, however late it came back.
fn amend(
    app: &App,
    tx: &Tx<'_>,
    row: &Stopped,
    change: impl FnOnce(&mut Showing),
) -> Result<(), Problem> {
    let (sealed, _) = store::sealed(tx, row.id)?;
    let Some(mut showing) = showing(app, row, sealed.as_deref())? else {
        return Ok(());
    };
    change(&mut showing);
    let sealed = seal_showing(app, row, &showing)?;
    let until = row.until.max(tx.at().plus_days(REMIND_DAYS));
    store::put_showing(tx, row.id, &sealed, (showing.to.len(), until))?;
    audit::changed(tx, "guard.back", STOPPED, row.id)
}
