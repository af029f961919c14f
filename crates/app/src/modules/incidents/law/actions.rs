//! The verbs of the law on a case: taking it up, reasons for a delay, scores, significant incidents, reminders.

use std::collections::BTreeSet;

use kit::clock::{Moment, Zone};
use kit::db::Tx;

use super::super::actions::{by, hand_over, owned, subject};
use super::super::model::{Step, notify_by};
use super::super::store::{self as cases, CaseRow};
use super::super::{CASE, CaseId};
use super::model::{
    Judged, LAST, LATE_MINUTES, Law, Level, Rule, Significant, Submitted, circle, to_send,
};
use super::store::{self, ReminderRow};
use super::{NIS2, NIS2_STEP, SCORE};
use crate::base::identity::actor::Editor;
use crate::base::organisation::{self, Country, PersonId};
use crate::base::tasks::{self, Task};
use crate::base::{Problem, Role, audit, notices};

const REASONS: &str = "incidents-law-task-reasons";

/// The data protection officer takes a case up: it is looked at from now on.
pub fn take_up(tx: &Tx<'_>, editor: Editor, id: CaseId) -> Result<(), Problem> {
    let case = owned(tx, editor.controller(), id)?;
    if case.standing.triaged.is_some() || case.standing.closed.is_some() {
        return Err(Problem::refused("incidents-law-refused-taken-up"));
    }
    let case = by(tx, editor, id, "incidents.take_up", Step::TakeUp, "")?;
    rewind(tx, &case)
}

/// Writes the reasons for a delay that showed afterwards: the limit has passed, or a later assessment says that the
/// controller was aware earlier (article 33(1)).
pub fn explain(tx: &Tx<'_>, editor: Editor, id: CaseId, reasons: &str) -> Result<(), Problem> {
    let case = owned(tx, editor.controller(), id)?;
    if !case.standing.reasons_missing(tx.at()) {
        return Err(Problem::refused("incidents-law-refused-not-late"));
    }
    let case = by(tx, editor, id, "incidents.delay", Step::Delay, reasons)?;
    rewind(tx, &case)
}

/// Keeps a score with the judgement of a person. The earlier ones stay.
pub fn score(tx: &Tx<'_>, editor: Editor, id: CaseId, judged: &Judged) -> Result<(), Problem> {
    let case = owned(tx, editor.controller(), id)?;
    if case.standing.closed.is_some() {
        return Err(Problem::refused("incidents-refused-closed"));
    }
    let score = store::insert_score(tx, id, judged)?;
    audit::changed(tx, "incidents.score", SCORE, score)
}

/// Sets the reminders of article 33 as the case now stands, and asks for reasons that are missing. Called after each
/// step that may move or stop the clock.
pub fn rewind(tx: &Tx<'_>, case: &CaseRow) -> Result<(), Problem> {
    store::unplan(tx, case.id, Rule::Notify)?;
    if let Some(aware) = runs_from(case)
        && let Some(by) = notify_by(aware)
    {
        set(tx, case.id, Rule::Notify, aware, by)?;
    }
    reasons(tx, case)?;
    audit::noted(tx, "incidents.clock", &CASE.subject(case.id))
}

/// From when the clock of article 33 runs; none when it does not (any more).
fn runs_from(case: &CaseRow) -> Option<Moment> {
    let standing = &case.standing;
    let ended = standing.notified.is_some() || standing.declined || standing.closed.is_some();
    standing.aware().filter(|_| !ended)
}

fn set(tx: &Tx<'_>, case: CaseId, rule: Rule, start: Moment, by: Moment) -> Result<(), Problem> {
    for planned in to_send(start, by, tx.at()) {
        store::plan(tx, case, rule, by, planned)?;
    }
    Ok(())
}

/// What is late without reasons stays on the officers' list until they are written.
fn reasons(tx: &Tx<'_>, case: &CaseRow) -> Result<(), Problem> {
    let subject = subject(case.id);
    if !case.standing.reasons_missing(tx.at()) {
        return tasks::done(tx, REASONS, &subject);
    }
    let task = Task {
        kind: "incidents-law-task-reasons",
        subject,
        href: clocks_page(case.id),
        controller: case.controller,
        role: Role::Dpo,
        person: None,
        due: Some(Zone::utc().day_of(tx.at())),
        about: Some(case.number.clone()),
        end: None,
    };
    tasks::open(tx, &task)
}

fn clocks_page(id: CaseId) -> String {
    format!("/incidents/{id}/clocks")
}

/// Sends one reminder, once: the row is taken and the notices are written in the same transaction. A clock that does
/// not run any more to this end reminds nobody.
pub fn remind(tx: &Tx<'_>, row: &ReminderRow) -> Result<(), Problem> {
    let case = cases::case(tx, row.case)?.ok_or(Problem::NotFound)?;
    if !still_runs(tx, &case, row)? {
        return store::unplan(tx, case.id, row.rule);
    }
    // Of several that are due at once the last says all that is still true.
    if store::overtaken(tx, row)? {
        return Ok(());
    }
    let late = tx.at() >= row.due.plus_minutes(LATE_MINUTES);
    if !store::send(tx, row.id, late)? {
        return Ok(());
    }
    let people = to_tell(tx, &case, row)?;
    for (person, role) in &people {
        let href = match role {
            Role::Dpo => clocks_page(case.id),
            _ => format!("/incidents/{}/deadline", case.id),
        };
        let late = if late { "yes" } else { "no" };
        let args = [
            ("number", case.number.as_str()),
            ("rule", row.rule.word()),
            ("by", &row.by.rfc3339()),
            ("late", late),
        ];
        notices::tell(tx, *person, notice(row.level), &args, &href)?;
    }
    store::sent_to(tx, row.id, people.len())?;
    if row.rule == Rule::Notify && row.level == Level::Passed {
        reasons(tx, &case)?;
    }
    audit::noted(tx, "incidents.remind", &CASE.subject(case.id))
}

fn notice(level: Level) -> &'static str {
    match level {
        Level::Half => "incidents-law-notice-half",
        Level::Twelve => "incidents-law-notice-twelve",
        Level::Two => "incidents-law-notice-two",
        Level::Passed => "incidents-law-notice-passed",
    }
}

fn still_runs(tx: &Tx<'_>, case: &CaseRow, row: &ReminderRow) -> Result<bool, Problem> {
    if row.rule == Rule::Notify {
        return Ok(runs_from(case).and_then(notify_by) == Some(row.by));
    }
    // What was planned for another end, or is done, was unplanned when that happened.
    Ok(store::nis2(tx, case.id)?.is_some_and(|nis2| !nis2.progress.withdrawn))
}

/// Everybody of the circle, each once; when nobody holds any of its duties, the next who can act.
fn to_tell(
    tx: &Tx<'_>,
    case: &CaseRow,
    row: &ReminderRow,
) -> Result<Vec<(PersonId, Role)>, Problem> {
    let day = Zone::utc().day_of(tx.at());
    let mut seen = BTreeSet::new();
    let mut people = Vec::new();
    let circle = circle(row.rule, row.level);
    for role in circle.iter().chain(&LAST) {
        if !circle.contains(role) && !people.is_empty() {
            break;
        }
        for person in organisation::holders(tx, *role, case.controller, day)? {
            if seen.insert(person.to_string()) {
                people.push((person, *role));
            }
        }
    }
    Ok(people)
}

/// Opens the case of a significant incident beside this one, and sets its clocks. The case is handed over with it: who
/// reports the incident must see what happened.
///
/// # Errors
/// There is one already; or a closed case that was never handed over.
pub fn open_nis2(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    new: &Significant,
    zone: &Zone,
) -> Result<(), Problem> {
    let case = owned(tx, editor.controller(), id)?;
    if store::nis2(tx, id)?.is_some() {
        return Err(Problem::refused("incidents-law-refused-nis2"));
    }
    // The law of the controller's own country holds; the row keeps which one that was.
    let own = organisation::country_of(tx, case.controller)?;
    let country = own.or(Law::in_force().country());
    let code = country.map_or("", Country::code);
    let nis2 = store::insert_nis2(tx, (id, &case.number), case.controller, code, new)?;
    audit::changed(tx, "incidents.nis2", NIS2, nis2)?;
    if case.standing.handed.is_none() {
        hand_over(tx, editor, id, &new.words)?;
    }
    rewind_nis2(tx, id, zone)
}

/// Writes down what was submitted, the reasons for a delay, or that it was not significant.
pub fn submit_nis2(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    done: &Submitted,
    zone: &Zone,
) -> Result<(), Problem> {
    owned(tx, editor.controller(), id)?;
    let nis2 = store::nis2(tx, id)?.ok_or(Problem::NotFound)?;
    nis2.progress.may(done.deed).map_err(Problem::refused)?;
    let step = store::insert_nis2_step(tx, nis2.id, done.deed, done.at, &done.words)?;
    audit::changed(tx, "incidents.nis2_step", NIS2_STEP, step)?;
    rewind_nis2(tx, id, zone)
}

fn rewind_nis2(tx: &Tx<'_>, id: CaseId, zone: &Zone) -> Result<(), Problem> {
    for rule in [
        Rule::EarlyWarning,
        Rule::IncidentNotification,
        Rule::FinalReport,
    ] {
        store::unplan(tx, id, rule)?;
    }
    let Some(nis2) = store::nis2(tx, id)? else {
        return Ok(());
    };
    let clocks = nis2.clocks(tx.at(), zone);
    for clock in clocks.iter().filter(|clock| clock.stand.runs()) {
        set(tx, id, clock.rule, clock.start, clock.due.by)?;
    }
    let next = clocks.iter().filter(|clock| clock.stand.runs());
    match next.map(|clock| clock.due.by).min() {
        Some(by) => tasks::open(
            tx,
            &Task {
                kind: "incidents-law-task-nis2",
                subject: subject(id),
                href: format!("/incidents/{id}/nis2"),
                controller: nis2.controller,
                role: Role::Ciso,
                person: None,
                due: Some(zone.day_of(by)),
                about: Some(nis2.number.clone()),
                end: Some(by),
            },
        )?,
        None => tasks::done(tx, "incidents-law-task-nis2", &subject(id))?,
    }
    audit::noted(tx, "incidents.clock", &CASE.subject(id))
}
