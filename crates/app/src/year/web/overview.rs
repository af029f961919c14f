//! One year: state, steps, sections, and what may be done now.

use askama::Template;
use kit::clock::Day;
use kit::form::{self, Faults, Fields};
use kit::words::{Texts, Tongue};

use super::super::catalogue;
use super::super::gather;
use super::super::model::Step;
use super::super::rights::{self, Reader};
use super::super::sheet::{self, Approval, Sheet};
use super::super::store::{self, StepRow, YearRow};
use super::super::{actions, cli, publish};
use super::{list, year_of};
use crate::base::organisation::{self, PersonId};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{Actor, App, Problem, once};

#[derive(Template)]
#[template(path = "year/pages/year.html")]
struct Overview<'a> {
    w: &'a Tongue,
    year: i32,
    state: &'static str,
    tag: &'static str,
    history: bool,
    steps: Vec<(String, String)>,
    sections: Vec<SectionLine>,
    known: String,
    contradictions: Vec<(String, String)>,
    head: String,
    form: FormView,
    may_close: bool,
    closed_before: bool,
    may_approve: bool,
    frozen: bool,
    is_final: bool,
    published: bool,
    /// That corrections are not published yet; else empty.
    pending: String,
    keeper: bool,
}

struct SectionLine {
    number: u8,
    title: String,
    owner: String,
    due: String,
    late: bool,
    stage: &'static str,
    tag: &'static str,
    internal: bool,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let reader = rights::reader(&visit.actor)?;
    let year = year_of(visit)?;
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let row = gather::row(app, conn, year)?;
        let sections = sections(conn, visit, &row)?;
        let open = row.closed().is_none();
        let (sheet, grid) = match open {
            true => {
                gather::live_with(app, conn, &row, None).map(|(sheet, grid)| (sheet, Some(grid)))?
            }
            false => (gather::view(app, conn, &row, None, None)?, None),
        };
        let mut page = drawn(conn, visit, &row, sections, counts(&sheet, &reader))?;
        if page.published {
            page.pending = pending(conn, w, &sheet)?;
        }
        if let Some(grid) = grid.filter(|_| page.keeper) {
            page.contradictions =
                contradictions(w, year, cli::contradictions_in(&grid, &sheet.boards));
        }
        Ok::<_, Problem>(page)
    })?;
    let mut page = page;
    if page.keeper && page.frozen && !page.is_final {
        page.contradictions = contradictions(w, year, cli::contradictions(app, year)?);
    }
    Page::new(w.one("year-title-one", "year", year.to_string()), &page)?.answer()
}

fn drawn<'a>(
    conn: &kit::db::Conn,
    visit: &'a Visit,
    row: &YearRow,
    sections: Vec<SectionLine>,
    (figures, available, head): (usize, usize, String),
) -> Result<Overview<'a>, Problem> {
    let (state, tag) = list::state(row);
    let keeper = rights::keeper(&visit.actor).is_ok();
    let recorder = rights::recorder(conn, &visit.actor, visit.today).is_ok();
    let is_final = row.approval().is_some();
    Ok(Overview {
        w: &visit.tongue,
        year: row.year,
        state,
        tag,
        history: row.kind == super::super::model::Kind::History,
        steps: steps(conn, visit, row)?,
        sections,
        known: visit.tongue.with(
            "year-figures-known",
            &[("known", available.into()), ("all", figures.into())],
        ),
        contradictions: Vec::new(),
        head,
        form: FormView::fresh(Fields::default()),
        may_close: keeper && !is_final && row.year < visit.today.year(),
        closed_before: row.closed().is_some(),
        may_approve: recorder && !is_final && row.closed().is_some(),
        frozen: row.closed().is_some(),
        is_final,
        published: row.published().is_some(),
        pending: String::new(),
        keeper,
    })
}

/// How many figures have a value for the whole (or for the reader's own board), and the head of the book.
fn counts(sheet: &Sheet, reader: &Reader) -> (usize, usize, String) {
    let board = match reader.sees_all() {
        true => None,
        false => sheet
            .boards
            .iter()
            .map(|board| board.id)
            .find(|id| reader.sees(Some(*id))),
    };
    let known = sheet
        .figures()
        .filter(|figure| figure.value(board, sheet.year).is_some());
    (sheet.figures().count(), known.count(), sheet.head.clone())
}

/// The public sheet says nothing of a correction until its next edition.
fn pending(conn: &kit::db::Conn, w: &Tongue, sheet: &Sheet) -> Result<String, Problem> {
    let editions = publish::editions(conn, sheet.year)?;
    let told = editions.first().map_or(0, |row| row.errata);
    let open = sheet.errata.len() as i64 - told;
    Ok(match open > 0 {
        true => w.one("year-errata-pending", "count", open),
        false => String::new(),
    })
}

fn contradictions(
    w: &Tongue,
    year: i32,
    found: Vec<(String, Option<String>)>,
) -> Vec<(String, String)> {
    found
        .into_iter()
        .filter_map(|(key, board)| {
            let name = catalogue::definition(&key)?.name.best(w.lang).to_owned();
            let mut href = format!("/year/{year}/figure/{key}");
            let mut text = name;
            if let Some(code) = board {
                href.push_str(&format!("?board={}", super::show::encoded(&code)));
                text.push_str(&format!(" ({code})"));
            }
            Some((href, text))
        })
        .collect()
}

fn sections(
    conn: &kit::db::Conn,
    visit: &Visit,
    row: &YearRow,
) -> Result<Vec<SectionLine>, Problem> {
    let w = &visit.tongue;
    let plans = store::sections(conn, row.year)?;
    let stages = store::stages(conn, row.year)?;
    let owners: Vec<PersonId> = plans.iter().filter_map(|row| row.plan.owner).collect();
    let people = organisation::people(conn, &owners)?;
    let lines = catalogue::sections().iter().map(|section| {
        let plan = plans
            .iter()
            .find(|row| row.section == section.number)
            .map(|row| &row.plan);
        let stage = stages.iter().find(|(number, _)| *number == section.number);
        let ready = stage.is_some_and(|(_, stage)| stage.code() == "ready");
        let due = plan.and_then(|plan| plan.due);
        SectionLine {
            number: section.number,
            title: section.title.best(w.lang).to_owned(),
            owner: plan
                .and_then(|plan| plan.owner)
                .and_then(|owner| people.get(&owner))
                .map_or_else(String::new, |person| person.name()),
            due: due.map_or_else(String::new, |day| w.day_short(day)),
            late: !ready && due.is_some_and(|due| due < visit.today),
            stage: stage.map_or("year-stage-none", |(_, stage)| stage.word()),
            tag: if ready { "good" } else { "" },
            internal: plan.is_some_and(|plan| plan.visibility == catalogue::Visibility::Internal),
        }
    });
    Ok(lines.collect())
}

/// What happened, when, by whom.
fn steps(
    conn: &kit::db::Conn,
    visit: &Visit,
    row: &YearRow,
) -> Result<Vec<(String, String)>, Problem> {
    let w = &visit.tongue;
    let who = |one: &StepRow| Actor::person_of(&one.by);
    let actors: Vec<PersonId> = row.steps.iter().filter_map(who).collect();
    let people = organisation::people(conn, &actors)?;
    let mut lines = Vec::new();
    for one in &row.steps {
        let number = one.step.number().unwrap_or(0);
        let mut what = w.one(one.step.word(), "number", number);
        if let Step::Approved { approval, .. } = &one.step {
            what = w.with(
                "year-step-approved-by",
                &[
                    ("number", number.into()),
                    ("body", approval.body.best(w.lang).into()),
                    ("day", w.day(approval.day).into()),
                    ("paragraph", sheet::paragraph(&approval.paragraph).into()),
                ],
            );
        }
        let by = who(one).and_then(|id| people.get(&id));
        let by = by.map_or_else(|| w.t("year-by-program"), |person| person.name());
        lines.push((what, format!("{}, {by}", w.moment(one.at))));
    }
    Ok(lines)
}

pub fn close(app: &App, visit: &Visit) -> Answer {
    let keeper = rights::keeper(&visit.actor)?;
    let year = year_of(visit)?;
    let cutoff = Day::last_of_year(year).ok_or(Problem::NotFound)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            actions::close(app, tx, keeper, year, cutoff)?;
            Ok(format!("/year/{year}"))
        })
    });
    submit(result, |faults| Err(faults.into()))
}

#[derive(Template)]
#[template(path = "year/pages/approve.html")]
struct ApproveForm<'a> {
    w: &'a Tongue,
    year: i32,
    number: i64,
    head: String,
    fingerprint: String,
    not_ready: Vec<String>,
    form: FormView,
    bodies: Vec<(String, String)>,
}

pub fn approve_form(app: &App, visit: &Visit) -> Answer {
    let fields = Fields::from_pairs(vec![("day".into(), visit.today.to_string())]);
    draw_approval(app, visit, FormView::fresh(fields))?.answer()
}

fn draw_approval(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let year = year_of(visit)?;
    let w = &visit.tongue;
    let page = app.read(|conn| {
        rights::recorder(conn, &visit.actor, visit.today)?;
        let row = store::year(conn, year)?.ok_or(Problem::NotFound)?;
        let number = row
            .closed()
            .ok_or(Problem::refused("year-refused-not-closed"))?;
        let snapshot = store::snapshot(conn, year, number)?.ok_or(Problem::NotFound)?;
        let stages = store::stages(conn, year)?;
        let ready = |number: u8| {
            stages
                .iter()
                .any(|(of, stage)| *of == number && stage.code() == "ready")
        };
        let boards = snapshot.boards.iter().filter(|board| !board.company);
        let mut bodies: Vec<(String, String)> = boards
            .map(|board| (board.code.clone(), board.name.best(w.lang).to_owned()))
            .collect();
        bodies.push(("other".into(), w.t("year-approve-other")));
        Ok::<_, Problem>(ApproveForm {
            w,
            year,
            number,
            head: snapshot.head,
            fingerprint: app.keys.fingerprint(),
            not_ready: catalogue::sections()
                .iter()
                .filter(|section| !ready(section.number))
                .map(|section| section.title.best(w.lang).to_owned())
                .collect(),
            form,
            bodies,
        })
    })?;
    Page::new(w.one("year-approve-title", "year", year.to_string()), &page)
}

pub fn approve(app: &App, visit: &Visit) -> Answer {
    let year = year_of(visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let recorder = rights::recorder(tx, &visit.actor, visit.today)?;
            // Those of the frozen sheet: a year of history also has boards that came later.
            let row = store::year(tx, year)?.ok_or(Problem::NotFound)?;
            let number = row.closed();
            let number = number.ok_or(Problem::refused("year-refused-not-closed"))?;
            let snapshot = store::snapshot(tx, year, number)?.ok_or(Problem::NotFound)?;
            let named = |code: &str| {
                let board = snapshot
                    .boards
                    .iter()
                    .find(|board| board.code == code && !board.company);
                board.map(|board| board.name.clone())
            };
            let approval = approval(&visit.form, named)?;
            actions::approve(app, tx, recorder, year, approval)?;
            Ok(format!("/year/{year}"))
        })
    });
    submit(result, |faults| {
        draw_approval(app, visit, FormView::again(visit, faults))
    })
}

fn approval(fields: &Fields, named: impl Fn(&str) -> Option<Texts>) -> Result<Approval, Faults> {
    let mut faults = Faults::new();
    let other = form::optional(fields, &mut faults, "other", 200);
    let body = match fields.text("body") {
        "other" => {
            form::need(&mut faults, "other", form::REQUIRED, &other);
            other.as_deref().map(Texts::same)
        }
        code => {
            let body = named(code);
            form::need(&mut faults, "body", form::CHOICE, &body);
            body
        }
    };
    let day = form::day(fields, &mut faults, "day");
    form::need(&mut faults, "day", form::REQUIRED, &day);
    let paragraph = form::required(fields, &mut faults, "paragraph", form::REQUIRED, 100);
    faults.into_result(Approval {
        body: body.unwrap_or_default(),
        day: day.unwrap_or(Day::MAX),
        paragraph: sheet::paragraph(&paragraph).to_owned(),
    })
}
