//! What may be disposed of, and the decision that disposes of it.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::super::CaseId;
use super::super::super::due::short;
use super::super::super::model::{When, check_possible};
use super::super::super::web::possible;
use super::super::actions::disposal as deeds;
use super::super::store::disposal::{self, Decision};
use crate::base::organisation::{self, ControllerId};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

/// So many cases go under one decision; the next list follows.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/retention.html")]
struct Shown<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    controllers: Vec<(String, String)>,
    chosen: Option<String>,
    period: Option<String>,
    ripe: Option<String>,
    cases: Vec<(String, String)>,
    total: i64,
    decisions: Vec<String>,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let mut form = FormView::fresh(Fields::default());
    if let Some(one) = controllers(app, visit)?.first()
        && !visit.query.has("controller")
    {
        form.fields.set("controller", one.0.as_str());
    }
    draw(app, visit, &form)?.answer()
}

fn controllers(app: &App, visit: &Visit) -> Result<Vec<(String, String)>, Problem> {
    let w = &visit.tongue;
    let all =
        app.read(|conn| organisation::controllers(conn, kit::clock::Day::MIN, visit.today))?;
    let mut named: Vec<(String, String)> = all
        .iter()
        .filter(|one| visit.actor.editor_of(one.id).is_ok())
        .map(|one| (one.id.to_string(), one.name.best(w.lang).to_owned()))
        .collect();
    w.sort_by(&mut named, |(_, name)| name);
    Ok(named)
}

/// The controller of the form, else of the address, else the first.
fn chosen(visit: &Visit, form: &FormView) -> Option<ControllerId> {
    let of_form = form.fields.text("controller");
    let text = if of_form.is_empty() {
        visit.query.text("controller")
    } else {
        of_form
    };
    ControllerId::parse(text).filter(|id| visit.actor.editor_of(*id).is_ok())
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let chosen = chosen(visit, form);
    let mut page = Shown {
        w,
        form,
        controllers: controllers(app, visit)?,
        chosen: chosen.map(|id| id.to_string()),
        period: None,
        ripe: None,
        cases: Vec::new(),
        total: 0,
        decisions: Vec::new(),
    };
    if let Some(controller) = chosen {
        app.read(|conn| {
            let decisions = disposal::decisions(conn, controller)?;
            page.decisions = decisions
                .iter()
                .map(|(one, cases)| said(w, one, *cases))
                .collect();
            let Some(period) = disposal::period(conn, controller)? else {
                return Ok(());
            };
            let day = deeds::ripe_before(period.years, visit.today);
            let before = app.zone.start_of(day);
            page.period = Some(w.with(
                "incidents-retention-period",
                &[
                    ("years", period.years.into()),
                    ("source", period.source.as_str().into()),
                ],
            ));
            page.ripe = Some(w.one("incidents-retention-ripe", "day", w.day(day)));
            page.total = disposal::count_ended(conn, controller, before)?;
            page.cases = disposal::ended(conn, controller, before, MOST)?
                .iter()
                .map(|line| {
                    (
                        line.id.to_string(),
                        format!("{} · {}", line.number, short(line.what())),
                    )
                })
                .collect();
            Ok::<_, Problem>(())
        })?;
    }
    Page::new(w.t("incidents-retention-title"), &page)
}

fn said(w: &Tongue, decision: &Decision, cases: i64) -> String {
    w.with(
        "incidents-retention-decided",
        &[
            ("body", decision.body.as_str().into()),
            ("day", w.day(decision.day).into()),
            ("paragraph", decision.paragraph.as_str().into()),
            ("count", cases.into()),
        ],
    )
}

/// Sets the period of a controller.
pub fn period(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let controller = controller(visit, &mut faults);
            let years = form::whole(&visit.form, &mut faults, "years", 1, 200);
            form::need(&mut faults, "years", form::REQUIRED, &years);
            let source = form::required(&visit.form, &mut faults, "source", form::REQUIRED, 500);
            let source = faults.into_result(source)?;
            let controller = controller.ok_or(Problem::NotFound)?;
            let editor = visit.actor.editor_of(controller)?;
            deeds::set_period(tx, editor, years.unwrap_or(1), &source)?;
            Ok(format!("/incidents/retention?controller={controller}"))
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

fn controller(visit: &Visit, faults: &mut Faults) -> Option<ControllerId> {
    let found = form::choice(&visit.form, faults, "controller", ControllerId::parse);
    form::need(faults, "controller", form::REQUIRED, &found);
    found
}

/// Records the decision and erases.
pub fn dispose(app: &App, visit: &Visit) -> Answer {
    submit(disposed(app, visit), |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

fn disposed(app: &App, visit: &Visit) -> Result<String, Problem> {
    let fields = &visit.form;
    let mut faults = Faults::new();
    let controller = controller(visit, &mut faults);
    let decision = Decision {
        body: form::required(fields, &mut faults, "body", form::REQUIRED, 200),
        day: form::day(fields, &mut faults, "day").unwrap_or(visit.today),
        paragraph: form::required(fields, &mut faults, "paragraph", form::REQUIRED, 100),
    };
    if fields.text("day").is_empty() {
        faults.add("day", form::REQUIRED);
    }
    let possible = app.read(|conn| possible(app, conn, visit.now))?;
    let day = When::On(decision.day);
    check_possible(&mut faults, "day", day, possible, &app.zone);
    let ids: Vec<CaseId> = fields
        .all("cases")
        .iter()
        .filter_map(|id| CaseId::parse(id))
        .collect();
    if ids.is_empty() {
        faults.add("cases", "incidents-fault-members");
    }
    if !fields.has("sure") {
        faults.add("sure", "incidents-fault-sure");
    }
    let decision = faults.into_result(decision)?;
    let controller = controller.ok_or(Problem::NotFound)?;
    let editor = visit.actor.editor_of(controller)?;
    // A form sent twice finds the cases disposed of and is refused: nothing can go twice.
    deeds::dispose(app, &visit.actor, editor, (&decision, &ids), &app.zone)?;
    Ok(format!("/incidents/retention?controller={controller}"))
}
