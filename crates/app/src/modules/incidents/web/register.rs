//! The register: every case an officer or auditor may see, narrowed and paged.

use askama::Template;
use kit::clock::Day;
use kit::db::Conn;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::due::short;
use super::super::model::{Deadline, Outcome, Stage, asked};
use super::super::store::{self, Filter, Listed, Sight};
use super::{Options, options};
use crate::base::organisation::{self, ControllerId, ControllerRow, UnitId};
use crate::base::visit::{Answer, FormView, Page, Pager, Visit};
use crate::base::{App, Problem, Role};

#[derive(Template)]
#[template(path = "modules/incidents/pages/register.html")]
struct Register<'a> {
    w: &'a Tongue,
    form: FormView,
    stages: Options,
    outcomes: Options,
    controllers: Vec<(String, String)>,
    years: Vec<(String, String)>,
    lines: Vec<Line>,
    pager: Pager,
    /// The filters as a query, for the files.
    query: String,
}

/// A line in words.
pub struct Line {
    pub href: String,
    pub number: String,
    pub known: String,
    pub what: String,
    pub unit: String,
    pub outcome: String,
    pub stage: String,
    /// Class and text of the deadline.
    pub tag: Option<(&'static str, String)>,
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let sight = Sight::of(&visit.actor);
    let filter = filter(app, visit);
    let (controllers, pager, lines) = app.read(|conn| {
        let controllers = shown_controllers(conn, visit)?;
        let pager = Pager::new(visit, "/incidents", store::total(conn, &sight, &filter)?);
        let lines = store::page(
            conn,
            &sight,
            &filter,
            pager.total,
            (Pager::SIZE, pager.offset()),
        )?;
        Ok::<_, Problem>((controllers, pager, lines))
    })?;
    let page = Register {
        w,
        form: FormView {
            fields: visit.query.clone(),
            ..FormView::default()
        },
        stages: Stage::ALL
            .iter()
            .map(|stage| (stage.code(), w.t(stage.word())))
            .collect(),
        outcomes: options!(w, Outcome),
        controllers: named(w, &controllers),
        years: years(visit.today),
        lines: lines.iter().map(|line| in_words(app, w, line)).collect(),
        pager,
        query: filters(&visit.query),
    };
    Page::new(w.t("incidents-register-title"), &page)?.answer()
}

/// Reads the filters; what is none of the choices narrows nothing.
pub fn filter(app: &App, visit: &Visit) -> Filter {
    let query = &visit.query;
    let year = query.text("year").parse::<i32>().ok();
    let known = year.and_then(|year| {
        let (first, last) = (Day::first_of_year(year)?, Day::last_of_year(year)?);
        Some((app.zone.start_of(first), app.zone.end_of(last)))
    });
    Filter {
        words: asked(query.text("text")),
        stage: Stage::parse(query.text("stage")),
        outcome: Outcome::parse(query.text("outcome")),
        controller: ControllerId::parse(query.text("controller")),
        unit: UnitId::parse(query.text("unit")),
        known,
        late: query.has("late").then_some(visit.now),
    }
}

fn shown_controllers(conn: &Conn, visit: &Visit) -> Result<Vec<ControllerRow>, Problem> {
    let scope = visit
        .actor
        .scope_of(&[Role::Dpo, Role::Auditor, Role::Ciso]);
    let mut all = organisation::controllers(conn, Day::MIN, visit.today)?;
    all.retain(|controller| scope.admits(controller.id));
    Ok(all)
}

fn named(w: &Tongue, controllers: &[ControllerRow]) -> Vec<(String, String)> {
    let mut named: Vec<(String, String)> = controllers
        .iter()
        .map(|one| (one.id.to_string(), one.name.best(w.lang).to_owned()))
        .collect();
    w.sort_by(&mut named, |(_, name)| name);
    named
}

/// This year and nine before it; a year that is older is written into the address.
fn years(today: Day) -> Vec<(String, String)> {
    (0..10)
        .map(|back| (today.year() - back).to_string())
        .map(|year| (year.clone(), year))
        .collect()
}

fn filters(query: &Fields) -> String {
    let kept = query
        .pairs()
        .iter()
        .filter(|(name, value)| name != "page" && name != "lang" && !value.is_empty());
    Fields::from_pairs(kept.cloned().collect()).encode()
}

fn in_words(app: &App, w: &Tongue, line: &Listed) -> Line {
    Line {
        href: format!("/incidents/{}", line.id),
        number: line.number.clone(),
        known: w.day_short(app.zone.day_of(line.known)),
        what: short(line.what()),
        unit: line.unit_name.best(w.lang).to_owned(),
        outcome: w.t(line
            .outcome
            .map_or("incidents-outcome-none", |outcome| outcome.word())),
        stage: w.t(line.stage.word()),
        tag: tag(w, line.clock(app.now())),
    }
}

/// The deadline as a coloured word; none where nothing runs.
pub fn tag(w: &Tongue, clock: Deadline) -> Option<(&'static str, String)> {
    match clock {
        Deadline::None | Deadline::Stopped => None,
        Deadline::Running(by) => Some(("", w.one("incidents-tag-by", "by", w.moment(by)))),
        Deadline::Near(by) => Some(("warn", w.one("incidents-tag-by", "by", w.moment(by)))),
        Deadline::Passed(_) => Some(("bad", w.t("incidents-tag-passed"))),
        Deadline::InTime => Some(("good", w.t("incidents-tag-in-time"))),
        Deadline::Late => Some(("bad", w.t("incidents-tag-late"))),
    }
}
