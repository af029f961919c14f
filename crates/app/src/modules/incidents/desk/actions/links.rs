//! Cases that belong together: merged, split, tied, bundled.

use kit::clock::Zone;
use kit::db::Tx;
use kit::form::Faults;

use super::super::super::actions::{Arrival, answer, assess, by, close, owned, subject, take};
use super::super::super::model::{
    AssessmentDraft, Outcome, Possible, Reasons, ReportDraft, Step, Taken, notify_by,
};
use super::super::super::store::{self, CaseRow, NewCase};
use super::super::super::{CASE, CaseId, STEP};
use super::super::model::links::{Tie, may_bundle, may_take_in};
use super::super::store::links;
use super::super::{LINK, LinkId};
use crate::base::identity::actor::Editor;
use crate::base::measures::{self, State};
use crate::base::{Problem, audit, tasks};

fn tie(tx: &Tx<'_>, pair: (CaseId, CaseId), kind: Tie, reason: &str) -> Result<(), Problem> {
    let known = links::of(tx, pair.0)?;
    let same = |row: &links::LinkRow| row.tie == kind && [row.case, row.other].contains(&pair.1);
    if pair.0 == pair.1 {
        return Err(Problem::refused("incidents-refused-same"));
    }
    if known.iter().any(same) {
        return Err(Problem::refused("incidents-refused-tied"));
    }
    let id = links::insert(tx, pair, kind, reason)?;
    audit::changed(tx, "incidents.tie", LINK, id)
}

/// The case goes on in another. It ends here with a tie; its reporter is answered with the other's.
pub fn merge(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    into: CaseId,
    reason: &str,
) -> Result<(), Problem> {
    let other = owned(tx, editor.controller(), into)?;
    may_take_in(&other.standing).map_err(Problem::refused)?;
    tie(tx, (id, into), Tie::Merged, reason)?;
    by(tx, editor, id, "incidents.merge", Step::Merge(into), reason)?;
    tasks::done(tx, "incidents-task-assess", &subject(id))?;
    tasks::done(tx, "incidents-task-decide", &subject(id))
}

/// A merged case that is opened again stands on its own.
pub fn unmerge(tx: &Tx<'_>, id: CaseId) -> Result<(), Problem> {
    for row in links::of(tx, id)? {
        if row.tie == Tie::Merged && row.case == id {
            links::end(tx, row.id)?;
            audit::changed(tx, "incidents.untie", LINK, row.id)?;
        }
    }
    Ok(())
}

/// Those who reported the same event get the same answer.
pub fn answer_merged(
    tx: &Tx<'_>,
    editor: Editor,
    into: CaseId,
    words: &str,
) -> Result<(), Problem> {
    for row in links::to(tx, into, Tie::Merged)? {
        let case = owned(tx, editor.controller(), row.case)?;
        if case.standing.situation(case.answerable()).reporter {
            answer(tx, editor, case.id, words)?;
        }
    }
    Ok(())
}

/// Takes a second event out of a case, as a case of its own with the same times of notice and report. Nobody
/// reported it a second time, so nobody is named and no report is counted.
pub fn split(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    (story, reason): (&str, &str),
    zone: &Zone,
) -> Result<CaseId, Problem> {
    let from = owned(tx, editor.controller(), id)?;
    let draft = ReportDraft {
        story: story.to_owned(),
        about: Some(from.about),
        noticed: from.noticed(),
    };
    let report = draft.check(Faults::new(), Possible::until(from.reported), zone)?;
    let arrival = Arrival {
        way: from.way.filter(|way| way.day_only()),
        ..Arrival::historic(None)
    };
    let new = NewCase {
        arrival: &arrival,
        controller: from.controller,
        unit: from.unit,
        unit_name: &from.unit_name,
        report: &report,
    };
    store::insert(tx, &new)?;
    store::mark_made(tx, arrival.id, "split")?;
    let first = Taken {
        at: from.reported,
        step: Step::Report(from.noticed()),
        words: String::new(),
        by: tx.by().to_owned(),
    };
    let step = store::add_step(tx, arrival.id, &first)?;
    let case = store::case(tx, arrival.id)?.ok_or(Problem::NotFound)?;
    store::index(tx, case.nr, &[&case.number, &case.story])?;
    audit::changed(tx, "incidents.split", STEP, step)?;
    audit::changed(tx, "incidents.split", CASE, arrival.id)?;
    tie(tx, (arrival.id, id), Tie::Split, reason)?;
    Ok(arrival.id)
}

/// Ties two cases. A recurrence opens again what was thought to have worked, and tells its owner.
pub fn link(
    tx: &Tx<'_>,
    editor: Editor,
    (id, other): (CaseId, CaseId),
    kind: Tie,
    reason: &str,
) -> Result<(), Problem> {
    owned(tx, editor.controller(), id)?;
    tie(tx, (id, other), kind, reason)?;
    if kind == Tie::Recurrence {
        for row in measures::of(tx, &subject(other))? {
            if matches!(row.state, State::Verified | State::Finished) {
                measures::reopen(tx, row.id, reason)?;
            }
        }
    }
    Ok(())
}

/// Ends a tie that was made by mistake.
pub fn untie(tx: &Tx<'_>, editor: Editor, id: CaseId, link: LinkId) -> Result<(), Problem> {
    owned(tx, editor.controller(), id)?;
    let row = links::of(tx, id)?.into_iter().find(|row| row.id == link);
    let row = row
        .filter(|row| row.tie.may_end())
        .ok_or(Problem::NotFound)?;
    links::end(tx, row.id)?;
    audit::changed(tx, "incidents.untie", LINK, row.id)
}

/// Puts several similar small breaches under one: they are notified and decided with it. The reason is also that
/// of a member's delay, when the one notification comes later than its own 72 hours allow.
pub fn bundle(
    tx: &Tx<'_>,
    editor: Editor,
    lead: CaseId,
    members: &[CaseId],
    reason: &str,
) -> Result<(), Problem> {
    let head = owned(tx, editor.controller(), lead)?;
    may_bundle(&head.standing).map_err(Problem::refused)?;
    for member in members {
        let case = owned(tx, editor.controller(), *member)?;
        may_bundle(&case.standing).map_err(Problem::refused)?;
        if !links::to(tx, *member, Tie::Bundled)?.is_empty() {
            return Err(Problem::refused("incidents-refused-bundle-lead"));
        }
        tie(tx, (*member, lead), Tie::Bundled, reason)?;
    }
    Ok(())
}

/// What was decided for the bundle holds for every case in it.
pub fn carry(tx: &Tx<'_>, lead: CaseId, step: &Step, reasons: &Reasons) -> Result<(), Problem> {
    for row in links::to(tx, lead, Tie::Bundled)? {
        let case = store::case(tx, row.case)?.ok_or(Problem::NotFound)?;
        let (step, words) = own(&case, step, reasons, &row.reason);
        let now = case.standing.situation(case.answerable());
        let possible = step
            .is()
            .is_some_and(|to| case.standing.stage.next(to, now).is_ok());
        if possible {
            let taken = Taken {
                at: tx.at(),
                step,
                words,
                by: tx.by().to_owned(),
            };
            take(tx, case, "incidents.bundled", taken)?;
            tasks::done(tx, "incidents-task-decide", &subject(row.case))?;
        }
    }
    Ok(())
}

/// The bundle's step as it holds for one case: late by its own awareness, with its own reason.
fn own(case: &CaseRow, step: &Step, reasons: &Reasons, reason: &str) -> (Step, String) {
    let Step::Notify(notified) = step else {
        return (step.clone(), reasons.words());
    };
    let by = case.standing.aware().and_then(notify_by);
    let late = by.is_some_and(|by| notified.at > by);
    let delay = match (late, reasons.late.as_str()) {
        (false, _) => "",
        (true, "") => reason,
        (true, words) => words,
    };
    let own = Reasons {
        why: reasons.why.clone(),
        late: delay.to_owned(),
    };
    let mut notified = notified.clone();
    notified.late = late;
    (Step::Notify(notified), own.words())
}

/// A false alarm is a good end: said, answered with thanks and closed in one go.
pub fn false_alarm(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    (reason, thanks): (&str, &str),
    zone: &Zone,
) -> Result<(), Problem> {
    let case = owned(tx, editor.controller(), id)?;
    let draft = AssessmentDraft {
        outcome: Some(Outcome::FalseAlarm),
        facts: reason.to_owned(),
        occurred: case.occurred(),
        noticed: case.noticed(),
        ..AssessmentDraft::default()
    };
    let checked = draft.check(
        Faults::new(),
        (case.reported_by(zone), Possible::until(tx.at())),
        zone,
    )?;
    assess(tx, editor, id, &checked, zone)?;
    if case.answerable() {
        answer(tx, editor, id, thanks)?;
    }
    close(tx, editor, id)
}
