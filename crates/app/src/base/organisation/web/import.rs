//! A file of people in the browser: file and mapping, what it would do, confirmation.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::super::visit::{Answer, FormView, Page, Visit, submit};
use super::super::super::{App, Problem, once};
use super::super::import::{self, Asked, Fate, Outcome, Preview};
use super::super::store::uploads;
use super::super::{ImportId, actions};

/// A mapping to begin with: the columns of the demonstration's HR system.
pub const EXAMPLE: &str = include_str!("../import/example.toml");
/// More names or faults than this nobody reads on a page.
const MOST: usize = 200;

#[derive(Template)]
#[template(path = "base/organisation/pages/import.html")]
struct Start<'a> {
    w: &'a Tongue,
    form: FormView,
    limit: String,
}

fn draw_start(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let limit = w.bytes(app.config.limits.upload as u64);
    Page::new(w.t("organisation-import-title"), &Start { w, form, limit })
}

pub fn start(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    fields.set("mapping", EXAMPLE);
    draw_start(app, visit, FormView::fresh(fields))?.answer()
}

pub fn take(app: &App, visit: &Visit) -> Answer {
    submit(take_in(app, visit), |faults| {
        draw_start(app, visit, FormView::again(visit, faults))
    })
}

fn take_in(app: &App, visit: &Visit) -> Result<String, Problem> {
    visit.whole()?;
    let may = visit.actor.administrator()?;
    let mut faults = Faults::new();
    let file = visit.upload("file");
    if file.is_none() {
        // A browser names the file that was chosen, and no file when none was.
        let chosen = visit
            .files
            .iter()
            .any(|file| file.field == "file" && !file.name.is_empty());
        let fault = if chosen {
            "organisation-import-empty"
        } else {
            "organisation-import-no-file"
        };
        faults.add("file", fault);
    }
    let text = match visit.upload("mapping_file") {
        Some(upload) => String::from_utf8_lossy(&upload.bytes).into_owned(),
        None => visit.form.raw("mapping").to_owned(),
    };
    let mapping = beside("mapping", import::read_mapping(&text), &mut faults)?;
    let (Some(file), Some(mapping)) = (file, mapping) else {
        return Err(Problem::Faults(faults));
    };
    let intake = beside(
        "file",
        import::take_in(app, &file.bytes, &mapping),
        &mut faults,
    )?;
    let Some(intake) = intake else {
        return Err(Problem::Faults(faults));
    };
    app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let id = actions::keep_import(tx, may, &text, &intake)?;
            Ok(format!("/import/{id}"))
        })
    })
}

/// A refusal becomes a fault of the field it speaks of.
fn beside<T>(
    field: &'static str,
    result: Result<T, Problem>,
    faults: &mut Faults,
) -> Result<Option<T>, Problem> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Problem::Refused(message, args)) => {
            faults.add_with(field, message, args);
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

#[derive(Template)]
#[template(path = "base/organisation/pages/import_preview.html")]
struct Shown<'a> {
    w: &'a Tongue,
    form: FormView,
    id: ImportId,
    lead: String,
    counts: Vec<(&'static str, String)>,
    dropped: Vec<String>,
    begins: Vec<String>,
    held_back: bool,
    confirm: Option<String>,
    sure: Vec<(String, String)>,
    units: Vec<[String; 5]>,
    people: Vec<(&'static str, Vec<String>, usize)>,
    faults: Vec<[String; 4]>,
    faults_left: usize,
    nothing: bool,
}

#[derive(Template)]
#[template(path = "base/organisation/pages/import_done.html")]
struct Done<'a> {
    w: &'a Tongue,
    counts: Vec<(&'static str, String)>,
}

fn fate_word(fate: Fate) -> &'static str {
    match fate {
        Fate::New => "organisation-import-new",
        Fate::Changed => "organisation-import-changed",
        Fate::Ended => "organisation-import-ended",
        Fate::Unchanged => "organisation-import-unchanged",
    }
}

pub fn preview(app: &App, visit: &Visit) -> Answer {
    draw_preview(app, visit, FormView::fresh(Fields::default()))?.answer()
}

fn draw_preview(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let id: ImportId = visit.id("id")?;
    let kept = app
        .read(|conn| uploads::kept(conn, id))?
        .ok_or(Problem::NotFound)?;
    if kept.by != visit.actor.mark() {
        return Err(Problem::NotFound);
    }
    if kept.done_at.is_some() {
        let outcome: Outcome = kept
            .outcome
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        let counts = vec![
            ("organisation-import-new", w.number(outcome.new as i64)),
            (
                "organisation-import-changed",
                w.number(outcome.changed as i64),
            ),
            ("organisation-import-ended", w.number(outcome.ended as i64)),
            (
                "organisation-import-unchanged",
                w.number(outcome.unchanged as i64),
            ),
            (
                "organisation-import-rows-out",
                w.number(outcome.rows_left_out as i64),
            ),
        ];
        return Page::new(w.t("organisation-import-done"), &Done { w, counts });
    }
    let intake = actions::read_kept(&kept)?;
    let mapping = import::read_mapping(&kept.mapping)?;
    let preview = import::preview_of(app, &intake, &mapping)?;
    Page::new(
        w.t("organisation-import-preview"),
        &shown(w, form, id, &preview),
    )
}

fn shown<'a>(w: &'a Tongue, form: FormView, id: ImportId, preview: &Preview) -> Shown<'a> {
    let plan = &preview.plan;
    let fates = [Fate::New, Fate::Changed, Fate::Ended, Fate::Unchanged];
    let mut counts: Vec<(&'static str, String)> = fates
        .iter()
        .map(|fate| (fate_word(*fate), w.number(preview.count(*fate) as i64)))
        .collect();
    counts.push((
        "organisation-import-rows-out",
        w.number(plan.rows_left_out() as i64),
    ));
    Shown {
        w,
        form,
        id,
        lead: preview.read_line(w),
        counts,
        dropped: preview.dropped_lines(w),
        begins: preview.begin_lines(w),
        held_back: plan.endings_held_back,
        confirm: preview.confirm_line(w),
        sure: vec![("yes".to_owned(), w.t("organisation-import-sure"))],
        units: preview
            .units
            .iter()
            .map(|unit| {
                let numbers = [unit.new, unit.changed, unit.ended, unit.unchanged];
                let [new, changed, ended, unchanged] = numbers.map(|count| w.number(count as i64));
                [
                    unit.name.best(w.lang).to_owned(),
                    new,
                    changed,
                    ended,
                    unchanged,
                ]
            })
            .collect(),
        people: fates[..3]
            .iter()
            .map(|fate| {
                let all: Vec<String> = plan
                    .outlooks
                    .iter()
                    .filter(|one| one.fate == *fate)
                    .map(|one| format!("{} ({}), {}", one.name, one.number, one.unit))
                    .collect();
                let left = all.len().saturating_sub(MOST);
                (fate_word(*fate), all.into_iter().take(MOST).collect(), left)
            })
            .collect(),
        faults: preview.fault_rows(w).into_iter().take(MOST).collect(),
        faults_left: (plan.faults.len() + preview.formulas.len()).saturating_sub(MOST),
        nothing: plan.is_empty(),
    }
}

pub fn apply(app: &App, visit: &Visit) -> Answer {
    let id: ImportId = visit.id("id")?;
    let may = visit.actor.administrator()?;
    let asked = Asked {
        today: visit.today,
        limit: app.config.limits.import_end_share,
        confirmed: visit.form.text("sure") == "yes",
    };
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            actions::confirm_import(tx, may, id, &asked)?;
            Ok(format!("/import/{id}"))
        })
    });
    let result = result.map_err(|problem| match problem {
        Problem::Refused(message @ "organisation-import-confirm", args) => {
            let mut faults = Faults::new();
            faults.add_with("sure", message, args);
            Problem::Faults(faults)
        }
        other => other,
    });
    submit(result, |faults| {
        draw_preview(app, visit, FormView::again(visit, faults))
    })
}
