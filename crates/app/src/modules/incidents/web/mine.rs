//! The reporter's own reports: where they stand, the answer, and room to tell more.

use askama::Template;
use kit::db::Tx;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::desk::{self, LessonRow};
use super::super::due::short;
use super::super::model::{Move, written};
use super::super::store::{self, CaseRow, Listed};
use super::super::{CaseId, actions};
use super::report::{attach, own};
use crate::base::visit::{Answer, FormView, Page, Pager, Visit, submit};
use crate::base::{Actor, App, Problem, once};

#[derive(Template)]
#[template(path = "modules/incidents/pages/mine.html")]
struct List<'a> {
    w: &'a Tongue,
    lines: Vec<Line>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "modules/incidents/pages/mine_one.html")]
struct One<'a> {
    w: &'a Tongue,
    case: &'a CaseRow,
    status: &'static str,
    /// What was learned from it, once that is published.
    lesson: Option<LessonRow>,
    unit: &'a str,
    reported: String,
    /// What the reporter told later, and the answers, each with its time.
    more: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    questions: Vec<(String, String)>,
    form: &'a FormView,
    may_add: bool,
}

/// A report of one's own in words.
struct Line {
    href: String,
    number: String,
    what: String,
    reported: String,
    status: &'static str,
    answered: bool,
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let person = visit.actor.person().ok_or(Problem::SignIn)?;
    let offset = (visit.page() - 1) * Pager::SIZE;
    let (total, lines, learned) = app.read(|conn| {
        let (total, lines) = store::mine(conn, person, (Pager::SIZE, offset))?;
        let ids: Vec<CaseId> = lines.iter().map(|line| line.id).collect();
        let learned = desk::with_lesson(conn, &ids)?;
        Ok::<_, Problem>((total, lines, learned))
    })?;
    let in_words = |line: &Listed| in_words(visit, line, learned.contains(&line.id));
    let page = List {
        w: &visit.tongue,
        lines: lines.iter().map(in_words).collect(),
        pager: Pager::new(visit, "/my-reports", total),
    };
    Page::new(visit.tongue.t("incidents-mine-title"), &page)?.answer()
}

fn in_words(visit: &Visit, line: &Listed, learned: bool) -> Line {
    Line {
        href: format!("/my-reports/{}", line.id),
        number: line.number.clone(),
        what: short(&line.story),
        reported: visit.tongue.moment(line.reported),
        status: line.stage.status(learned),
        answered: line.answered.is_some(),
    }
}

fn told(visit: &Visit, case: &CaseRow, kind: &str) -> Vec<(String, String)> {
    let of_kind = case.steps.iter().filter(|taken| taken.step.code() == kind);
    of_kind
        .map(|taken| (visit.tongue.moment(taken.at), taken.words.clone()))
        .collect()
}

pub fn one(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let case = own(app, visit)?;
    let now = case.standing.situation(true);
    let lesson = app.read(|conn| desk::lesson_for(conn, &case))?;
    let page = One {
        w: &visit.tongue,
        case: &case,
        status: case.standing.stage.status(lesson.is_some()),
        lesson,
        unit: case.unit_name.best(visit.tongue.lang),
        reported: visit.tongue.moment(case.reported),
        more: told(visit, &case, "more"),
        questions: told(visit, &case, "ask"),
        answers: told(visit, &case, "answer"),
        form,
        may_add: case.standing.stage.next(Move::More, now).is_ok(),
    };
    let title = visit
        .tongue
        .one("incidents-title-case", "number", &case.number);
    Page::new(title, &page)
}

pub fn more(app: &App, visit: &Visit) -> Answer {
    let case = own(app, visit)?;
    let person = case.reporter.ok_or(Problem::NotFound)?;
    let result = app.write(&Actor::program("report"), |tx| {
        let add = |tx: &Tx<'_>| {
            let words = written(&visit.form, "more", "incidents-fault-more")?;
            actions::add_more(tx, case.id, person, &words)?;
            attach(tx, visit, case.id)?;
            Ok(format!("/my-reports/{}", case.id))
        };
        let again = |tx: &Tx<'_>, led_to| {
            let words = written(&visit.form, "more", "incidents-fault-more")?;
            match store::case(tx, case.id)? {
                Some(now) if now.told_more(&words) => Ok(led_to),
                _ => add(tx),
            }
        };
        once::first_or(tx, visit, add, again)
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}
