//! One case: everything about it, its times side by side, what may be done next.

use std::collections::HashMap;

use askama::Template;
use kit::db::Conn;
use kit::words::Tongue;

use super::super::law::{self, Time, times};
use super::super::model::{Assessment, Step, Taken};
use super::super::store::{self, CaseRow, Sight};
use super::super::{CaseId, actions};
use super::panels::{self, Panel};
use super::register::tag;
use super::step::{Offer, offers};
use super::yes_no;
use crate::base::files::{self, FileRow};
use crate::base::measures::{self, MeasureRow, State};
use crate::base::organisation::{self, PersonId, PersonRow};
use crate::base::visit::{Answer, Page, Reply, Visit};
use crate::base::{Actor, App, Problem, Role};

#[derive(Template)]
#[template(path = "modules/incidents/pages/case.html")]
struct One<'a> {
    w: &'a Tongue,
    case: &'a CaseRow,
    board: String,
    unit: &'a str,
    /// Name of the reporter, for the data protection officer alone.
    reporter: Option<String>,
    tag: Option<(&'static str, String)>,
    times: Vec<Time>,
    facts: Vec<(&'static str, String)>,
    steps: Vec<Shown>,
    offers: Vec<Offer>,
    measures: Vec<Planned>,
    may_work: bool,
    files: Vec<FileRow>,
    panels: Vec<Panel>,
}

/// A step in words.
struct Shown {
    word: &'static str,
    at: String,
    by: String,
    details: Vec<String>,
    words: String,
}

struct Planned {
    text: String,
    due: String,
    state: String,
    late: bool,
}

/// The case of the address, if the actor may see it in the register.
///
/// # Errors
/// [`Problem::NotFound`] for what does not exist and for what is not theirs to see.
pub fn visible(conn: &Conn, visit: &Visit) -> Result<CaseRow, Problem> {
    let id: CaseId = visit.id("id")?;
    store::seen(conn, &Sight::of(&visit.actor), id)?.ok_or(Problem::NotFound)
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let page = app.read(|conn| {
        let case = visible(conn, visit)?;
        let w = &visit.tongue;
        let editor = visit.actor.scope(Role::Dpo).admits(case.controller);
        let works = editor || visit.actor.scope(Role::Ciso).admits(case.controller);
        let subject = actions::subject(case.id);
        let reporter = case.reporter.filter(|_| editor);
        let names = names(conn, &case, reporter)?;
        let reporter = reporter.and_then(|person| names.get(&person).map(PersonRow::name));
        let planned = measures::of(conn, &subject)?;
        let files = if works {
            files::of(conn, &subject)?
        } else {
            Vec::new()
        };
        let standing = &case.standing;
        let clock = super::super::model::Deadline::of(
            standing.aware(),
            standing.notified.as_ref().map(|notified| notified.at),
            standing.declined || standing.closed.is_some(),
            visit.now,
        );
        let page = One {
            w,
            board: board(conn, visit, &case)?,
            unit: case.unit_name.best(w.lang),
            reporter,
            tag: tag(w, clock),
            times: times(w, &case),
            facts: standing
                .assessment
                .as_ref()
                .map(|judged| facts(w, judged))
                .unwrap_or_default(),
            steps: steps(w, &case, &names),
            offers: if editor { offers(&case) } else { Vec::new() },
            measures: planned.iter().map(|row| in_words(visit, row)).collect(),
            may_work: works,
            files,
            panels: panels::of(app, conn, visit, &case)?,
            case: &case,
        };
        Page::new(w.one("incidents-title-case", "number", &case.number), &page)
    })?;
    page.answer()
}

fn board(conn: &Conn, visit: &Visit, case: &CaseRow) -> Result<String, Problem> {
    let all = organisation::controllers(conn, kit::clock::Day::MIN, visit.today)?;
    let board = all.iter().find(|board| board.id == case.controller);
    Ok(board
        .map(|board| board.name.best(visit.tongue.lang).to_owned())
        .unwrap_or_default())
}

pub fn facts(w: &Tongue, judged: &Assessment) -> Vec<(&'static str, String)> {
    let list = |words: Vec<&'static str>| {
        let texts: Vec<String> = words.into_iter().map(|word| w.t(word)).collect();
        w.list(&texts)
    };
    let mut facts = vec![("incidents-field-outcome", w.t(judged.outcome.word()))];
    if judged.breach() {
        facts.extend([
            (
                "incidents-field-kinds",
                list(judged.kinds.iter().map(|kind| kind.word()).collect()),
            ),
            (
                "incidents-field-natures",
                list(judged.natures.iter().map(|one| one.word()).collect()),
            ),
            ("incidents-field-cause", w.t(judged.cause.word())),
            ("incidents-field-origin", w.t(judged.origin.word())),
            ("incidents-field-discoverer", w.t(judged.discoverer.word())),
            ("incidents-field-people", w.t(judged.people.word())),
            ("incidents-field-supplier", yes_no(w, judged.supplier)),
        ]);
    }
    facts
}

/// Who took the steps, and who reported where that may be shown: one statement for all.
fn names(
    conn: &Conn,
    case: &CaseRow,
    reporter: Option<PersonId>,
) -> Result<HashMap<PersonId, PersonRow>, Problem> {
    let mut ids: Vec<PersonId> = case
        .steps
        .iter()
        .filter_map(|taken| Actor::person_of(&taken.by))
        .collect();
    ids.extend(reporter);
    ids.sort_by_key(PersonId::to_string);
    ids.dedup();
    organisation::people(conn, &ids)
}

fn steps(w: &Tongue, case: &CaseRow, names: &HashMap<PersonId, PersonRow>) -> Vec<Shown> {
    let shown = |taken: &Taken| Shown {
        word: taken.step.word(),
        at: at(w, case, taken),
        by: match Actor::person_of(&taken.by) {
            Some(person) => names
                .get(&person)
                .map_or_else(|| w.t("incidents-by-former"), PersonRow::name),
            None => w.t(nobody(&taken.by)),
        },
        details: details(w, taken),
        words: taken.words.clone(),
    };
    case.steps.iter().map(shown).collect()
}

/// What stands for a mark that is no person's.
fn nobody(mark: &str) -> &'static str {
    match mark {
        "reporter" => "incidents-by-reporter",
        _ => "incidents-by-program",
    }
}

/// When a step was taken; of what a reporter without an account said, only the day is known.
fn at(w: &Tongue, case: &CaseRow, taken: &Taken) -> String {
    let said = matches!(taken.step, Step::Report(_) | Step::More);
    if said && case.way.is_some_and(|way| way.day_only()) {
        w.day(w.zone().day_of(taken.at))
    } else {
        w.moment(taken.at)
    }
}

/// Officers by name; a reporter never.
pub fn name_of(conn: &Conn, w: &Tongue, mark: &str) -> Result<String, Problem> {
    let Some(person) = Actor::person_of(mark) else {
        return Ok(w.t(nobody(mark)));
    };
    let row = organisation::person(conn, person)?;
    Ok(row.map_or_else(|| w.t("incidents-by-former"), |row| row.name()))
}

pub fn details(w: &Tongue, taken: &Taken) -> Vec<String> {
    match &taken.step {
        Step::Assess(judged) => {
            let mut texts = vec![w.t(judged.outcome.word())];
            if let Some(aware) = judged.aware {
                texts.push(w.one("incidents-detail-aware", "at", w.moment(aware)));
                texts.push(w.t(judged.people.word()));
            }
            texts
        }
        Step::Notify(notified) => {
            let mut texts = vec![w.one("incidents-detail-notified", "at", w.moment(notified.at))];
            if !notified.reference.is_empty() {
                texts.push(w.one(
                    "incidents-detail-reference",
                    "reference",
                    &notified.reference,
                ));
            }
            if notified.late {
                texts.push(w.t("incidents-tag-late"));
            }
            texts
        }
        Step::Root(cause) => vec![w.t(cause.word())],
        Step::About(about) => vec![w.t(about.word())],
        Step::Occurred(when) => vec![law::in_words(w, *when)],
        Step::People(people) => {
            let mut texts = vec![w.t(people.told.word())];
            texts.extend(people.at.map(|at| w.moment(at)));
            if people.public {
                texts.push(w.t("incidents-detail-public"));
            }
            texts
        }
        _ => Vec::new(),
    }
}

/// The name of a measure's state.
pub fn state_word(state: State) -> &'static str {
    match state {
        State::Open => "incidents-measure-open",
        State::Finished => "incidents-measure-finished",
        State::Verified => "incidents-measure-verified",
        State::Dropped => "incidents-measure-dropped",
    }
}

fn in_words(visit: &Visit, row: &MeasureRow) -> Planned {
    Planned {
        text: row.text.clone(),
        due: row
            .due
            .map(|day| visit.tongue.day_short(day))
            .unwrap_or_default(),
        state: visit.tongue.t(state_word(row.state)),
        late: row.is_late(visit.today),
    }
}

/// Measures and files are the officers'; the auditor reads the register.
pub fn worker(visit: &Visit, case: &CaseRow) -> Result<(), Problem> {
    let scope = visit.actor.scope_of(&[Role::Dpo, Role::Ciso]);
    if scope.admits(case.controller) {
        Ok(())
    } else {
        Err(Problem::Forbidden)
    }
}

/// A file that came with a report, only ever as a download.
pub fn file(app: &App, visit: &Visit) -> Answer {
    let case = app.read(|conn| visible(conn, visit))?;
    worker(visit, &case)?;
    let subject = actions::subject(case.id);
    files::hand_out(app, &visit.actor, &subject, visit.id("file")?).map(Reply::File)
}
