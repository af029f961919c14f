//! Disposal: personal content goes only under a decision that somebody took and wrote down, because archive law
//! forbids silent disposal of public records. The facts of the register stay, and so does the book.

use kit::clock::{Day, Zone};
use kit::db::Tx;

use super::super::super::actions::{owned, subject};
use super::super::super::model::{Stage, Step, Taken};
use super::super::super::store as cases;
use super::super::super::{CASE, CaseId, STEP, law, reporting, telling};
use super::super::store::disposal::{self, Decision};
use super::super::{DISPOSAL, DisposalId, LINK, PERIOD, TEXT};
use crate::base::audit::Kept;
use crate::base::erasures::{self, Erasure};
use crate::base::identity::actor::Editor;
use crate::base::{Actor, App, Problem, audit, files};

/// Rule 2 of erasure: disposal under a decision of the body that is competent for it.
pub const DISPOSED: u16 = 2;

/// What other parts of the room keep about a case that goes whole: who may be reached how, drafts, letters.
const GO: [Kept; 3] = [reporting::CONTACT, telling::DRAFT, telling::LETTER];
/// Where the facts stay and the words go. So it is with what was sent to the authority too.
const BLANK: [(Kept, &[&str]); 5] = [
    (law::SCORE, &["words"]),
    (telling::QUESTION, &["words", "answer"]),
    (telling::DECISION, &["words"]),
    (telling::SUPPLIER, &["story", "contact"]),
    (telling::ENTRY, &["words", "part_why"]),
];

/// Sets how long a controller keeps personal content.
pub fn set_period(tx: &Tx<'_>, editor: Editor, years: i64, source: &str) -> Result<(), Problem> {
    let id = disposal::insert_period(tx, editor.controller(), years, source)?;
    audit::changed(tx, "incidents.period", PERIOD, id)
}

/// The day before which a case must have been closed to be ripe.
pub fn ripe_before(years: i64, today: Day) -> Day {
    let months = i32::try_from(years.clamp(0, 200) * 12).unwrap_or(0);
    today.plus_months(-months)
}

/// Erases the personal content of these cases under a decision. Each must be closed and its period over.
///
/// # Errors
/// A case of another controller, open, or not ripe; no period.
pub fn dispose(
    app: &App,
    actor: &Actor,
    editor: Editor,
    (decision, ids): (&Decision, &[CaseId]),
    zone: &Zone,
) -> Result<DisposalId, Problem> {
    let made = app.write(actor, |tx| {
        let id = dispose_in(tx, editor, (decision, ids), zone)?;
        // On the list before the commit: a restored backup must not bring back what was erased.
        for case in ids {
            let erasure = Erasure {
                at: tx.at(),
                kind: CASE.kind.to_owned(),
                id: case.to_string(),
                rule: DISPOSED,
            };
            erasures::append(app, &erasure)?;
        }
        Ok(id)
    })?;
    app.db.tidy()?;
    Ok(made)
}

fn dispose_in(
    tx: &Tx<'_>,
    editor: Editor,
    (decision, ids): (&Decision, &[CaseId]),
    zone: &Zone,
) -> Result<DisposalId, Problem> {
    let period = disposal::period(tx, editor.controller())?;
    let period = period.ok_or(Problem::refused("incidents-refused-no-period"))?;
    let ripe = zone.start_of(ripe_before(period.years, zone.day_of(tx.at())));
    let count = i64::try_from(ids.len()).unwrap_or(0);
    let id = disposal::insert(tx, editor.controller(), decision, count)?;
    audit::changed(tx, "incidents.dispose", DISPOSAL, id)?;
    for case in ids {
        let row = owned(tx, editor.controller(), *case)?;
        let ended = row.standing.closed.is_some_and(|closed| closed < ripe);
        if row.standing.stage != Stage::Closed || !ended || row.standing.disposed {
            return Err(Problem::refused("incidents-refused-not-ripe"));
        }
        let taken = Taken {
            at: tx.at(),
            step: Step::Dispose,
            words: String::new(),
            by: tx.by().to_owned(),
        };
        let step = cases::add_step(tx, *case, &taken)?;
        audit::changed(tx, "incidents.dispose", STEP, step)?;
        erase(tx, *case, Some(id))?;
    }
    Ok(id)
}

/// Takes the words, files and talk of a case away. Every changed row gets a fresh salt: what the book once committed
/// to can no longer be guessed, and the book says by which rule it went.
fn erase(tx: &Tx<'_>, id: CaseId, decision: Option<DisposalId>) -> Result<(), Problem> {
    let case = cases::case(tx, id)?.ok_or(Problem::NotFound)?;
    files::erase_of(tx, DISPOSED, &subject(id))?;
    for kept in GO {
        for row in disposal::delete_of(tx, kept.table, id)? {
            audit::erased(tx, DISPOSED, kept, row)?;
        }
    }
    for (kept, columns) in BLANK {
        for row in disposal::blank_of(tx, kept.table, columns, id)? {
            audit::changed(tx, "incidents.dispose", kept, row)?;
        }
    }
    telling::strip(tx, id)?;
    let (steps, links) = disposal::empty(tx, id, decision)?;
    for step in steps {
        audit::changed(tx, "incidents.dispose", STEP, step)?;
    }
    for link in links {
        audit::changed(tx, "incidents.dispose", LINK, link)?;
    }
    cases::unindex(tx, case.nr)?;
    cases::index(tx, case.nr, &[&case.number])?;
    audit::changed(tx, "incidents.dispose", CASE, id)?;
    // A name of its own in the book, which no row ever has: verification counts what went by this rule.
    let text: Kept = TEXT;
    audit::erased(tx, DISPOSED, text, id)
}

/// After a restore: erases again what the list of erasures names and the backup brought back. Returns how many.
pub fn erase_again(app: &App) -> Result<usize, Problem> {
    let mut count = 0;
    for erasure in erasures::list(app)? {
        if erasure.kind != CASE.kind {
            continue;
        }
        let Some(id) = CaseId::parse(&erasure.id) else {
            continue;
        };
        let back = app.write(&Actor::program("restore"), |tx| {
            let case = cases::case(tx, id)?;
            let back = case.is_some_and(|case| !case.story.is_empty() || case.reporter.is_some());
            if back {
                erase(tx, id, None)?;
            }
            Ok::<_, Problem>(back)
        })?;
        count += usize::from(back);
    }
    app.db.tidy()?;
    Ok(count)
}
