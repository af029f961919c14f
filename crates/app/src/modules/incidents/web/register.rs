//! The register: every case an officer or auditor may see, narrowed and paged.

use askama::Template;
use kit::clock::Day;
use kit::db::Conn;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::due::short;
use super::super::model::{About, Deadline, Outcome, Stage, asked};
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
    abouts: Options,
    controllers: Vec<(String, String)>,
    years: Vec<(String, String)>,
    lines: Vec<Line>,
    pager: Pager,
    caption: String,
    /// Said when a filter could not be read, or only the newest cases were looked through.
    note: Option<String>,
    /// The officer's ways on: queue, lessons, disposal, import.
    desk: bool,
    /// The filters as a query, for the files.
    query: String,
    /// The same with breaches alone: the register of article 33(5).
    breaches: String,
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
    /// It is late and the reasons are missing.
    pub reasons: bool,
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let sight = Sight::of(&visit.actor);
    let filter = filter(app, visit);
    let (controllers, found) = app.read(|conn| {
        let controllers = shown_controllers(conn, visit)?;
        let found = store::find(conn, &sight, &filter, Pager::SIZE, visit.page())?;
        Ok::<_, Problem>((controllers, found))
    })?;
    let mut stages: Options = Stage::ALL
        .iter()
        .map(|stage| (stage.code(), w.t(stage.word())))
        .collect();
    stages.push((HISTORY, w.t("incidents-stage-history")));
    let page = Register {
        w,
        form: FormView {
            fields: visit.query.clone(),
            ..FormView::default()
        },
        stages,
        outcomes: options!(w, Outcome),
        abouts: options!(w, About),
        controllers: named(w, &controllers),
        years: years(visit.today),
        lines: found
            .lines
            .iter()
            .map(|line| in_words(app, w, line))
            .collect(),
        pager: Pager::new(visit, "/incidents", found.total),
        caption: caption(w, &found),
        note: note(w, &visit.query, &found),
        desk: visit.actor.has(Role::Dpo),
        query: filters(&visit.query),
        breaches: breaches(&visit.query),
    };
    Page::new(w.t("incidents-register-title"), &page)?.answer()
}

/// The choice of stage that means imported history.
const HISTORY: &str = "history";

fn caption(w: &Tongue, found: &store::Found) -> String {
    if found.more {
        w.one("incidents-register-more", "count", store::MOST)
    } else {
        w.one("incidents-register-count", "count", found.total)
    }
}

fn note(w: &Tongue, query: &Fields, found: &store::Found) -> Option<String> {
    let window = || w.one("incidents-register-window", "count", store::WINDOW);
    if unread(query) {
        return Some(w.t("incidents-filter-unread"));
    }
    found.windowed.then(window)
}

/// Whether a filter says something that is none of its choices: the list is then wider than was asked. A name that is
/// no filter is passed over: mail programs and portals hang names of their own on a link (`utm_source`, `fbclid`), and
/// nobody types the names, the form of the page does.
fn unread(query: &Fields) -> bool {
    let known: [(&str, fn(&str) -> bool); 6] = [
        ("stage", |code| {
            code == HISTORY || Stage::parse(code).is_some()
        }),
        ("outcome", |code| Outcome::parse(code).is_some()),
        ("about", |code| About::parse(code).is_some()),
        ("controller", |id| ControllerId::parse(id).is_some()),
        ("unit", |id| UnitId::parse(id).is_some()),
        ("year", |year| {
            year.parse::<i32>()
                .is_ok_and(|year| Day::first_of_year(year).is_some())
        }),
    ];
    known.iter().any(|(name, reads)| {
        let text = query.text(name);
        query.repeats(name) || !text.is_empty() && !reads(text)
    })
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
        about: About::parse(query.text("about")),
        history: query.text("stage") == HISTORY,
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

pub fn filters(query: &Fields) -> String {
    let kept = query
        .pairs()
        .iter()
        .filter(|(name, value)| name != "page" && name != "lang" && !value.is_empty());
    Fields::from_pairs(kept.cloned().collect()).encode()
}

fn breaches(query: &Fields) -> String {
    let mut query = query.clone();
    query.set("outcome", Outcome::Breach.code());
    filters(&query)
}

fn in_words(app: &App, w: &Tongue, line: &Listed) -> Line {
    Line {
        href: format!("/incidents/{}", line.id),
        number: line.number.clone(),
        known: known(app, w, line),
        what: short(line.what()),
        unit: line.unit_name.best(w.lang).to_owned(),
        outcome: w.t(line
            .outcome
            .map_or("incidents-outcome-none", |outcome| outcome.word())),
        stage: w.t(line.stage_word()),
        tag: tag(w, line.clock(app.now())),
        reasons: line.reasons_missing(app.now()),
    }
}

/// The day it became known; of imported history, when it occurred, as far as that is known.
pub fn known(app: &App, w: &Tongue, line: &Listed) -> String {
    match &line.history {
        Some(text) if text.is_empty() => w.t("incidents-time-unknown"),
        Some(text) => text.clone(),
        None => w.day_short(app.zone.day_of(line.known)),
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
