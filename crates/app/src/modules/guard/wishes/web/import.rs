//! A file of wishes: what it holds, confirmation, what it did.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::actions::{self, Outcome};
use super::super::model::{Intake, read_table};
use super::super::{Import, ImportId, store};
use crate::base::organisation::import::table as sheet;
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

/// More reasons than this nobody reads on a page.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "modules/guard/wishes/pages/import.html")]
struct Start<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    limit: String,
}

#[derive(Template)]
#[template(path = "modules/guard/wishes/pages/preview.html")]
struct Preview<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    path: &'a str,
    counts: Vec<(&'static str, String)>,
    rejected: Vec<(String, String)>,
    done: bool,
    new: bool,
}

pub fn start(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let page = Start {
        w,
        form,
        limit: w.bytes(app.config.limits.upload as u64),
    };
    Page::new(w.t("guard-wishes-import-title"), &page)
}

pub fn take(app: &App, visit: &Visit) -> Answer {
    let result = read(visit).and_then(|intake| {
        app.write(&visit.actor, |tx| {
            once::first(tx, visit, |tx| {
                let id = actions::keep_import(tx, &app.keys, &intake)?;
                Ok(format!("/guard/wishes/import/{id}"))
            })
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

fn read(visit: &Visit) -> Result<Intake, Problem> {
    let mut faults = Faults::new();
    let Some(file) = visit.upload("file") else {
        faults.add("file", "guard-wishes-import-no-file");
        return Err(Problem::Faults(faults));
    };
    let read = sheet(&file.bytes).and_then(|(head, rows)| read_table(&head, &rows, visit.today));
    read.map_err(|why| {
        faults.add("file", why);
        Problem::Faults(faults)
    })
}

pub fn preview(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let id: ImportId = visit.id::<Import>("id")?;
    let (intake, outcome, done) = app.read(|conn| {
        let waiting = store::import(conn, &app.keys, id)?
            .filter(|waiting| waiting.by == visit.actor.mark())
            .ok_or(Problem::NotFound)?;
        if let Some(json) = &waiting.outcome {
            let outcome = serde_json::from_str(json).unwrap_or_default();
            return Ok((Intake::default(), outcome, true));
        }
        let intake: Intake = serde_json::from_slice(&waiting.content).unwrap_or_default();
        let outcome = actions::count(conn, &app.keys, &intake, visit.today)?;
        Ok::<_, Problem>((intake, outcome, false))
    })?;
    let rejected = intake.rejected.iter().take(SHOWN);
    let page = Preview {
        w,
        form: &FormView::fresh(Fields::default()),
        path: &visit.path,
        counts: counts(w, outcome),
        rejected: rejected
            .map(|(place, why)| (place.to_string(), w.t(why.word())))
            .collect(),
        done,
        new: outcome.new > 0,
    };
    let title = if done {
        "guard-wishes-import-done"
    } else {
        "guard-wishes-import-preview"
    };
    Page::new(w.t(title), &page)?.answer()
}

fn counts(w: &Tongue, outcome: Outcome) -> Vec<(&'static str, String)> {
    let number = |count: usize| w.number(i64::try_from(count).unwrap_or(i64::MAX));
    vec![
        ("guard-wishes-import-records", number(outcome.records)),
        ("guard-wishes-import-new", number(outcome.new)),
        ("guard-wishes-import-known", number(outcome.known)),
        ("guard-wishes-import-rejected", number(outcome.rejected)),
    ]
}

pub fn apply(app: &App, visit: &Visit) -> Answer {
    let id: ImportId = visit.id::<Import>("id")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            store::import(tx, &app.keys, id)?
                .filter(|waiting| waiting.by == visit.actor.mark())
                .ok_or(Problem::NotFound)?;
            actions::take_in(tx, &app.keys, id, visit.today)?;
            Ok(format!("/guard/wishes/import/{id}"))
        })
    });
    submit(result, |_| Err(Problem::NotFound))
}
