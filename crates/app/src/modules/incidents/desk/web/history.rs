//! A file of earlier cases in the browser: the file, what it would do, confirmation.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::actions::history::{self, Counts};
use super::super::model::intake::Intake;
use super::super::store::imports;
use super::super::{Import, files};
use crate::base::organisation::{self, UnitId, UnitSpan};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

/// More reasons than this nobody reads on a page.
const SHOWN: usize = 200;
const SAMPLE: usize = 20;

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/import.html")]
struct Start<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    units: Vec<(String, String)>,
    limit: String,
}

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/import_preview.html")]
struct Shown<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    path: &'a str,
    source: String,
    counts: Vec<(&'static str, String)>,
    rejected: Vec<(String, String)>,
    sample: Vec<(String, String, String)>,
    left: usize,
    done: bool,
    /// There is something to take in.
    new: bool,
}

pub fn start(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

/// Units whose controller this officer serves.
fn units(app: &App, visit: &Visit) -> Result<Vec<UnitSpan>, Problem> {
    let mut units = app.read(|conn| organisation::units(conn, visit.today))?;
    units.retain(|unit| visit.actor.editor_of(unit.controller).is_ok());
    Ok(units)
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let mut named: Vec<(String, String)> = units(app, visit)?
        .iter()
        .map(|unit| (unit.unit.to_string(), unit.name.best(w.lang).to_owned()))
        .collect();
    w.sort_by(&mut named, |(_, name)| name);
    let page = Start {
        w,
        form,
        units: named,
        limit: w.bytes(app.config.limits.upload as u64),
    };
    Page::new(w.t("incidents-import-title"), &page)
}

pub fn take(app: &App, visit: &Visit) -> Answer {
    submit(take_in(app, visit), |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

fn take_in(app: &App, visit: &Visit) -> Result<String, Problem> {
    visit.whole()?;
    let mut faults = Faults::new();
    let source = form::required(&visit.form, &mut faults, "source", form::REQUIRED, 100);
    let chosen = UnitId::parse(visit.form.text("unit"));
    let all = units(app, visit)?;
    let unit = all.iter().find(|unit| Some(unit.unit) == chosen);
    if unit.is_none() {
        faults.add("unit", form::REQUIRED);
    }
    let file = visit.upload("file");
    let intake = match file.map(|file| files::read(&file.bytes, &source, visit.today)) {
        Some(Ok(intake)) => Some(intake),
        Some(Err(why)) => {
            faults.add("file", why);
            None
        }
        None => {
            faults.add("file", "incidents-import-no-file");
            None
        }
    };
    let faults = faults.into_result(());
    let (Some(unit), Some(mut intake), Ok(())) = (unit, intake, &faults) else {
        return Err(faults.err().map_or(Problem::NotFound, Problem::Faults));
    };
    let own = Some(unit.controller);
    app.read(|conn| history::settle(conn, &mut intake, own, visit.today))?;
    app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let id = history::keep(tx, unit, &intake)?;
            Ok(format!("/incidents/import/{id}"))
        })
    })
}

pub fn preview(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let id = visit.id::<Import>("id")?;
    let (kept, intake, counts) = app.read(|conn| {
        let kept = imports::kept(conn, id)?.filter(|kept| kept.by == visit.actor.mark());
        let kept = kept.ok_or(Problem::NotFound)?;
        visit.actor.editor_of(kept.controller)?;
        let (intake, counts) = match &kept.outcome {
            Some(text) => (
                Intake::default(),
                serde_json::from_str(text).unwrap_or_default(),
            ),
            None => {
                let intake = history::read(&kept)?;
                let counts = history::count(conn, &intake)?;
                (intake, counts)
            }
        };
        Ok::<_, Problem>((kept, intake, counts))
    })?;
    let page = Shown {
        w,
        form: &FormView::fresh(Fields::default()),
        path: &visit.path,
        source: intake.source.clone(),
        counts: in_words(w, counts),
        rejected: intake
            .rejected
            .iter()
            .take(SHOWN)
            .map(|one| (one.place.to_string(), w.t(one.why.word())))
            .collect(),
        left: intake.rejected.len().saturating_sub(SHOWN),
        sample: sample(w, &intake),
        done: kept.outcome.is_some(),
        new: counts.new > 0,
    };
    let title = if page.done {
        "incidents-import-done"
    } else {
        "incidents-import-preview"
    };
    Page::new(w.t(title), &page)?.answer()
}

fn in_words(w: &Tongue, counts: Counts) -> Vec<(&'static str, String)> {
    let number = |count: usize| w.number(i64::try_from(count).unwrap_or(i64::MAX));
    vec![
        ("incidents-import-records", number(counts.records)),
        ("incidents-import-new", number(counts.new)),
        ("incidents-import-known", number(counts.known)),
        ("incidents-import-rejected", number(counts.rejected)),
    ]
}

/// The first records: name, when, and what it would be.
fn sample(w: &Tongue, intake: &Intake) -> Vec<(String, String, String)> {
    let word = |outcome: Option<super::super::super::model::Outcome>| {
        w.t(outcome.map_or("incidents-outcome-none", |outcome| outcome.word()))
    };
    let line = |one: &super::super::model::intake::Incoming| {
        let when = one
            .imported
            .occurred
            .parts()
            .and_then(|(from, _)| from.input());
        (
            one.imported.external.clone(),
            when.unwrap_or_default(),
            word(one.imported.outcome),
        )
    };
    intake.taken.iter().take(SAMPLE).map(line).collect()
}

pub fn apply(app: &App, visit: &Visit) -> Answer {
    let id = visit.id::<Import>("id")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let kept = imports::kept(tx, id)?.filter(|kept| kept.by == visit.actor.mark());
            visit
                .actor
                .editor_of(kept.ok_or(Problem::NotFound)?.controller)?;
            history::confirm(tx, id, &app.zone)?;
            Ok(format!("/incidents/import/{id}"))
        })
    });
    submit(result, |_| Err(Problem::NotFound))
}
