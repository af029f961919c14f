//! The verbs. Each: permission, model, store, book, task, notice; in one transaction. Times come from the
//! transaction or from the checked draft, so that history can be told by the same verbs.

use kit::clock::{Day, Zone};
use kit::db::{Conn, Tx};
use kit::form::Faults;

use super::model::{
    Assessment, Declined, Notified, People, Reasons, Report, Step, Taken, notify_by, take_back,
};
use super::reporting::Way;
use super::store::{self, CaseRow, NewCase};
use super::{CASE, CaseId, STEP, desk, law, telling};
use crate::base::audit;
use crate::base::identity::actor::Editor;
use crate::base::notices;
use crate::base::organisation::{self, ControllerId, PersonId, UnitId};
use crate::base::subject::Subject;
use crate::base::tasks::{self, Task};
use crate::base::{Problem, Role};

/// What stands where a person's mark would stand: the reporter is named in one place only, the case.
pub const REPORTER: &str = "reporter";

/// Stores a report: the case, a task for the data protection officer for the next day, a notice to them.
/// Any person who is signed in may report, for a unit of their own.
///
/// The transaction should not be written in the reporter's name: the book is read by people who may not know
/// who reported.
///
/// # Errors
/// Faults at `unit` when the unit is none of the reporter's; a reporter without employment may name any unit.
pub fn report(
    tx: &Tx<'_>,
    report: &Report,
    reporter: PersonId,
    unit: UnitId,
) -> Result<CaseId, Problem> {
    let own = organisation::works_in(tx, reporter, report.day())?;
    if !own.is_empty() && !own.iter().any(|(one, _)| *one == unit) {
        return Err(wrong_unit());
    }
    let case = open_case(tx, report, unit, &Arrival::of(reporter))?;
    let id = case.id;
    ask_to_assess(tx, &case, report.day())?;
    notices::tell_holders(
        tx,
        Role::Dpo,
        case.controller,
        "incidents-notice-new",
        &[("number", &case.number)],
        &address(id),
    )?;
    Ok(id)
}

fn wrong_unit() -> Problem {
    let mut faults = Faults::new();
    faults.add("unit", "incidents-fault-unit");
    Problem::Faults(faults)
}

/// How a case comes in.
#[derive(Debug)]
pub struct Arrival<'a> {
    pub id: CaseId,
    pub reporter: Option<PersonId>,
    /// None for a person who was signed in, and for what history tells.
    pub way: Option<Way>,
    /// The keyed hash of the receipt.
    pub receipt: Option<&'a str>,
}

impl Arrival<'_> {
    /// By a person who is signed in.
    pub fn of(reporter: PersonId) -> Arrival<'static> {
        Arrival::historic(Some(reporter))
    }

    /// As history tells it: no receipt, and no way in that matters.
    pub fn historic(reporter: Option<PersonId>) -> Arrival<'static> {
        Arrival {
            id: CaseId::random(),
            reporter,
            way: None,
            receipt: None,
        }
    }
}

/// Stores the case with its first step.
pub fn open_case(
    tx: &Tx<'_>,
    report: &Report,
    unit: UnitId,
    arrival: &Arrival<'_>,
) -> Result<CaseRow, Problem> {
    let span = organisation::unit(tx, unit, report.day())?.ok_or_else(wrong_unit)?;
    let id = arrival.id;
    let new = NewCase {
        arrival,
        controller: span.controller,
        unit,
        unit_name: &span.name,
        report,
    };
    store::insert(tx, &new)?;
    let first = Taken {
        at: report.at(),
        step: Step::Report(report.noticed()),
        words: String::new(),
        by: REPORTER.to_owned(),
    };
    let step = store::add_step(tx, id, &first)?;
    let case = store::case(tx, id)?.ok_or(Problem::NotFound)?;
    store::index(tx, case.nr, &[&case.number, &case.story])?;
    audit::changed(tx, "incidents.report", STEP, step)?;
    audit::changed(tx, "incidents.report", CASE, id)?;
    Ok(case)
}

pub fn ask_to_assess(tx: &Tx<'_>, case: &CaseRow, day: Day) -> Result<(), Problem> {
    let task = Task {
        kind: "incidents-task-assess",
        subject: subject(case.id),
        href: address(case.id),
        controller: case.controller,
        role: Role::Dpo,
        person: None,
        due: Some(day.plus_days(1)),
        about: Some(case.number.clone()),
        end: None,
    };
    tasks::open(tx, &task)
}

/// The reporter tells more, while the case is open.
pub fn add_more(tx: &Tx<'_>, id: CaseId, reporter: PersonId, words: &str) -> Result<(), Problem> {
    let case = store::case(tx, id)?.filter(|case| case.reporter == Some(reporter));
    let case = case.ok_or(Problem::NotFound)?;
    let number = case.number.clone();
    let (controller, by) = (case.controller, REPORTER.to_owned());
    take(
        tx,
        case,
        "incidents.more",
        Taken {
            at: tx.at(),
            step: Step::More,
            words: words.to_owned(),
            by,
        },
    )?;
    let args = [("number", number.as_str())];
    notices::tell_holders(
        tx,
        Role::Dpo,
        controller,
        "incidents-notice-more",
        &args,
        &address(id),
    )
}

/// Says what it was. A correction is a new assessment; the earlier stay.
///
/// # Errors
/// A breach is taken back without words of its own, or while reasons for a delay are owed.
pub fn assess(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    (assessment, facts): &(Assessment, String),
    zone: &Zone,
) -> Result<(), Problem> {
    let before = owned(tx, editor.controller(), id)?;
    take_back(
        &before.standing,
        assessment,
        (&before.facts, facts),
        tx.at(),
    )
    .map_err(Problem::Faults)?;
    let step = Step::Assess(Box::new(assessment.clone()));
    let case = by(tx, editor, id, "incidents.assess", step, facts)?;
    tasks::done(tx, "incidents-task-assess", &subject(id))?;
    law::rewind(tx, &case)?;
    let deadline = assessment.aware.and_then(notify_by);
    match deadline.filter(|_| case.standing.notified.is_none()) {
        Some(by) => tasks::open(
            tx,
            &Task {
                kind: "incidents-task-decide",
                subject: subject(id),
                href: address(id),
                controller: case.controller,
                role: Role::Dpo,
                person: None,
                due: Some(zone.day_of(by)),
                about: Some(case.number.clone()),
                end: Some(by),
            },
        ),
        None => tasks::done(tx, "incidents-task-decide", &subject(id)),
    }
}

/// Hands the case to the information security officer, who sees it from then on.
pub fn hand_over(tx: &Tx<'_>, editor: Editor, id: CaseId, reason: &str) -> Result<(), Problem> {
    let case = by(tx, editor, id, "incidents.hand", Step::Hand, reason)?;
    let args = [("number", case.number.as_str())];
    notices::tell_holders(
        tx,
        Role::Ciso,
        case.controller,
        "incidents-notice-handed",
        &args,
        &address(id),
    )
}

/// Writes down that the authority was notified and why; with the reasons when that was late.
pub fn notify(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    (notified, reasons): &(Notified, Reasons),
) -> Result<(), Problem> {
    let step = Step::Notify(notified.clone());
    let words = reasons.words();
    let case = by(tx, editor, id, "incidents.notify", step.clone(), &words)?;
    law::rewind(tx, &case)?;
    desk::carry(tx, id, &step, reasons)?;
    tasks::done(tx, "incidents-task-decide", &subject(id))
}

/// Writes down the decision that no notification is needed, with its reason.
pub fn decline(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    declined: &Declined,
) -> Result<(), Problem> {
    let reason = declined.reason();
    let case = by(tx, editor, id, "incidents.decline", Step::NotNeeded, reason)?;
    law::rewind(tx, &case)?;
    desk::carry(tx, id, &Step::NotNeeded, &Reasons::of(reason))?;
    tasks::done(tx, "incidents-task-decide", &subject(id))
}

/// Writes down whether the people concerned were told (article 34).
pub fn people(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    (people, reason): &(People, String),
) -> Result<(), Problem> {
    by(
        tx,
        editor,
        id,
        "incidents.people",
        Step::People(people.clone()),
        reason,
    )?;
    desk::carry(tx, id, &Step::People(people.clone()), &Reasons::of(reason))
}

/// Asks the reporter something. Their reply comes as more to the report.
pub fn ask(tx: &Tx<'_>, editor: Editor, id: CaseId, words: &str) -> Result<(), Problem> {
    let case = by(tx, editor, id, "incidents.ask", Step::Ask, words)?;
    let args = [("number", case.number.as_str())];
    match case.reporter {
        Some(person) => notices::tell(
            tx,
            person,
            "incidents-notice-question",
            &args,
            &format!("/my-reports/{id}"),
        ),
        None => Ok(()),
    }
}

/// Answers the reporter.
pub fn answer(tx: &Tx<'_>, editor: Editor, id: CaseId, words: &str) -> Result<(), Problem> {
    let case = by(tx, editor, id, "incidents.answer", Step::Respond, words)?;
    let args = [("number", case.number.as_str())];
    if let Some(person) = case.reporter {
        let href = format!("/my-reports/{id}");
        notices::tell(tx, person, "incidents-notice-answer", &args, &href)?;
    }
    desk::answer_merged(tx, editor, id, words)
}

/// Closes the case.
///
/// # Errors
/// The authority still waits for the rest of the notification (article 33(4)).
pub fn close(tx: &Tx<'_>, editor: Editor, id: CaseId) -> Result<(), Problem> {
    if let Some(open) = telling::rest(tx, id)? {
        return Err(Problem::Refused(
            "incidents-telling-refused-rest",
            vec![("count", open.len().into())],
        ));
    }
    by(tx, editor, id, "incidents.close", Step::Close, "")?;
    tasks::done(tx, "incidents-task-decide", &subject(id))
}

/// Opens a closed case again.
pub fn reopen(tx: &Tx<'_>, editor: Editor, id: CaseId, reason: &str) -> Result<(), Problem> {
    by(tx, editor, id, "incidents.reopen", Step::Reopen, reason)?;
    desk::unmerge(tx, id)
}

/// A step of somebody who may change the controller's cases.
pub fn by(
    tx: &Tx<'_>,
    editor: Editor,
    id: CaseId,
    verb: &'static str,
    step: Step,
    words: &str,
) -> Result<CaseRow, Problem> {
    let case = owned(tx, editor.controller(), id)?;
    let taken = Taken {
        at: tx.at(),
        step,
        words: words.to_owned(),
        by: tx.by().to_owned(),
    };
    take(tx, case, verb, taken)
}

pub fn owned(conn: &Conn, controller: ControllerId, id: CaseId) -> Result<CaseRow, Problem> {
    store::case(conn, id)?
        .filter(|case| case.controller == controller)
        .ok_or(Problem::NotFound)
}

/// Asks the model whether the step is possible now, and takes it.
pub fn take(
    tx: &Tx<'_>,
    mut case: CaseRow,
    verb: &'static str,
    taken: Taken,
) -> Result<CaseRow, Problem> {
    if let Some(to) = taken.step.is() {
        let now = case.standing.situation(case.answerable());
        case.standing
            .stage
            .next(to, now)
            .map_err(Problem::refused)?;
    }
    let step = store::add_step(tx, case.id, &taken)?;
    case.standing.take(taken.at, &taken.step);
    if let Step::About(about) = taken.step {
        case.about = about;
    }
    if matches!(taken.step, Step::Assess(_)) && case.facts != taken.words {
        if !case.facts.is_empty() {
            store::unindex(tx, case.nr)?;
            store::index(tx, case.nr, &[&case.number, &case.story])?;
        }
        store::index(tx, case.nr, &[&taken.words])?;
        case.facts.clone_from(&taken.words);
    }
    case.steps.push(taken);
    store::save(tx, &case)?;
    audit::changed(tx, verb, STEP, step)?;
    audit::changed(tx, verb, CASE, case.id)?;
    Ok(case)
}

/// The case as other parts of the house link to it.
pub fn subject(id: CaseId) -> Subject {
    Subject::new(CASE.kind, id)
}

pub fn address(id: CaseId) -> String {
    format!("/incidents/{id}")
}
