//! What is learned: the root cause, a lesson for everybody, the lists that are ticked.

use std::collections::BTreeSet;

use kit::db::Tx;

use super::super::super::actions::{owned, take};
use super::super::super::model::{About, Cause, Step, Taken};
use super::super::super::{CaseId, store::CaseRow};
use super::super::model::links::Tie;
use super::super::store::learned::{self, NewLesson};
use super::super::store::links;
use super::super::{LESSON, POINT, PointId, TICK};
use crate::base::identity::actor::Editor;
use crate::base::{Problem, audit, notices};

/// Writes down why it could happen; also after the case is closed. It corrects the assessment's main cause.
pub fn root(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    cause: Cause,
    words: &str,
) -> Result<(), Problem> {
    let case = owned(tx, editor.controller(), id)?;
    if case.standing.assessment.is_none() {
        return Err(Problem::refused("incidents-refused-not-assessed"));
    }
    let taken = Taken {
        at: tx.at(),
        step: Step::Root(cause),
        words: words.to_owned(),
        by: tx.by().to_owned(),
    };
    take(tx, case, "incidents.cause", taken).map(|_| ())
}

/// Says what a case is about, whatever its reporter chose or left open: the list to work by, the advice and the
/// likely kin follow it.
pub fn about(tx: &Tx<'_>, editor: Editor, id: CaseId, about: About) -> Result<(), Problem> {
    let case = owned(tx, editor.controller(), id)?;
    if case.about == about {
        return Ok(());
    }
    let taken = Taken {
        at: tx.at(),
        step: Step::About(about),
        words: String::new(),
        by: tx.by().to_owned(),
    };
    take(tx, case, "incidents.about", taken).map(|_| ())
}

/// Publishes the lesson of a case in the place of the one before. With the first one its reporters are told.
pub fn publish(tx: &Tx<'_>, editor: Editor, id: CaseId, new: &NewLesson) -> Result<(), Problem> {
    let case = owned(tx, editor.controller(), id)?;
    let taught = learned::taught(tx, id)?;
    withdraw(tx, editor, id)?;
    let lesson = learned::insert_lesson(tx, id, case.about, new)?;
    audit::changed(tx, "incidents.lesson", LESSON, lesson)?;
    if taught {
        return Ok(());
    }
    tell_reporter(tx, &case)?;
    for row in links::to(tx, id, Tie::Merged)? {
        tell_reporter(tx, &owned(tx, editor.controller(), row.case)?)?;
    }
    Ok(())
}

/// Whoever reported hears that something was learned; what it is stands on their page. Who has no account reads it in
/// the talk.
fn tell_reporter(tx: &Tx<'_>, case: &CaseRow) -> Result<(), Problem> {
    let Some(person) = case.reporter else {
        return Ok(());
    };
    let args = [("number", case.number.as_str())];
    let href = format!("/my-reports/{}", case.id);
    notices::tell(tx, person, "incidents-notice-lesson", &args, &href)
}

/// Takes the lesson of a case back.
pub fn withdraw(tx: &Tx<'_>, editor: Editor, id: CaseId) -> Result<(), Problem> {
    owned(tx, editor.controller(), id)?;
    if let Some(before) = learned::lesson_of(tx, id)? {
        learned::end_lesson(tx, before.id)?;
        audit::changed(tx, "incidents.lesson.end", LESSON, before.id)?;
    }
    Ok(())
}

/// Makes the ticks of a case those that are wanted: a new one is a row with who and when, one taken back is ended.
pub fn tick(tx: &Tx<'_>, case: &CaseRow, wanted: &BTreeSet<String>) -> Result<(), Problem> {
    let standing = learned::ticks(tx, case.id)?;
    for row in standing.iter().filter(|row| !wanted.contains(&row.point)) {
        learned::end_tick(tx, row.id)?;
        audit::changed(tx, "incidents.untick", TICK, row.id)?;
    }
    for point in wanted {
        if !standing.iter().any(|row| row.point == *point) {
            let id = learned::insert_tick(tx, case.id, point)?;
            audit::changed(tx, "incidents.tick", TICK, id)?;
        }
    }
    Ok(())
}

/// Adds a point to the installation's own.
pub fn add_point(tx: &Tx<'_>, about: Option<About>, text: &str) -> Result<(), Problem> {
    let id = learned::insert_point(tx, about, text)?;
    audit::changed(tx, "incidents.point", POINT, id)
}

/// Takes a point out of the lists to come; ticks that were given stay.
pub fn end_point(tx: &Tx<'_>, id: PointId) -> Result<(), Problem> {
    if learned::end_point(tx, id)? == 0 {
        return Err(Problem::NotFound);
    }
    audit::changed(tx, "incidents.point.end", POINT, id)
}
