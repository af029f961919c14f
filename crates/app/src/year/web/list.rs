//! All years: how far each is and what is missing.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::model::{Kind, Stage};
use super::super::store::{self, YearRow};
use super::super::{actions, rights};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "year/pages/list.html")]
struct List<'a> {
    w: &'a Tongue,
    years: Vec<OneYear>,
    form: FormView,
    kinds: Vec<(String, String)>,
    keeper: bool,
}

struct OneYear {
    year: i32,
    state: &'static str,
    tag: &'static str,
    history: bool,
    /// What is to be done next, in words.
    missing: String,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    rights::reader(&visit.actor)?;
    let w = &visit.tongue;
    let current = visit.today.year();
    let years = app.read(|conn| {
        let mut rows = store::years(conn)?;
        if rows.iter().all(|row| row.year != current) {
            rows.insert(0, current_row(current));
        }
        rows.iter()
            .map(|row| {
                let ready = match row.approval() {
                    Some(_) => 16,
                    None => ready(&store::stages(conn, row.year)?),
                };
                Ok::<_, Problem>(one(w, row, ready, current))
            })
            .collect::<Result<Vec<_>, _>>()
    })?;
    let kinds = [Kind::Counted, Kind::History]
        .map(|kind| (kind.code().to_owned(), w.t(kind.word())))
        .to_vec();
    let page = List {
        w,
        years,
        form,
        kinds,
        keeper: rights::keeper(&visit.actor).is_ok(),
    };
    Page::new(w.t("year-title"), &page)
}

fn current_row(year: i32) -> YearRow {
    YearRow {
        year,
        kind: Kind::Counted,
        steps: Vec::new(),
    }
}

pub fn ready(stages: &[(u8, Stage)]) -> usize {
    stages
        .iter()
        .filter(|(_, stage)| *stage == Stage::Ready)
        .count()
}

/// State of the year as a whole: word, colour of its tag.
pub fn state(row: &YearRow) -> (&'static str, &'static str) {
    if row.published().is_some() {
        ("year-state-published", "good")
    } else if row.approval().is_some() {
        ("year-state-approved", "good")
    } else if row.closed().is_some() {
        ("year-state-closed", "warn")
    } else {
        ("year-state-open", "")
    }
}

fn one(w: &Tongue, row: &YearRow, ready: usize, current: i32) -> OneYear {
    let (state, tag) = state(row);
    let next = if row.published().is_some() {
        None
    } else if row.approval().is_some() {
        Some("year-missing-publish")
    } else if row.closed().is_some() {
        Some("year-missing-approve")
    } else if row.year < current && row.kind == Kind::Counted {
        Some("year-missing-close")
    } else {
        None
    };
    let mut missing: Vec<String> = next.map(|word| w.t(word)).into_iter().collect();
    if row.approval().is_none() && row.kind == Kind::Counted && ready < 16 {
        missing.push(w.one("year-missing-sections", "count", 16 - ready));
    }
    OneYear {
        year: row.year,
        state,
        tag,
        history: row.kind == Kind::History,
        missing: missing.join(" "),
    }
}

pub fn open(app: &App, visit: &Visit) -> Answer {
    let keeper = rights::keeper(&visit.actor)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let (year, kind) = read(&visit.form)?;
            actions::open(tx, keeper, year, kind, visit.today)?;
            Ok(format!("/year/{year}"))
        })
    });
    submit(result, |faults| {
        draw(app, visit, FormView::again(visit, faults))
    })
}

fn read(fields: &Fields) -> Result<(i32, Kind), Faults> {
    let mut faults = Faults::new();
    let year = form::whole(fields, &mut faults, "year", actions::EARLIEST.into(), 2200);
    form::need(&mut faults, "year", form::REQUIRED, &year);
    let kind = form::choice(fields, &mut faults, "kind", Kind::parse);
    form::need(&mut faults, "kind", form::CHOICE, &kind);
    let year = year.and_then(|year| i32::try_from(year).ok()).unwrap_or(0);
    faults.into_result((year, kind.unwrap_or(Kind::Counted)))
}
