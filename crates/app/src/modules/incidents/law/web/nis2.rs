//! The significant incident beside a case: opened, its clocks, what was submitted.

use askama::Template;
use kit::db::Conn;
use kit::form::{self, Fields};
use kit::words::Tongue;

use super::super::super::store::CaseRow;
use super::super::super::web::case::{name_of, visible};
use super::super::super::web::{Options, options, possible};
use super::super::actions;
use super::super::model::{Covered, Deed, Law, Rule, Scope, Significant, Submitted, Suspected};
use super::super::store::{self, Nis2Row};
use super::clocks::ClockView;
use crate::base::identity::actor::Editor;
use crate::base::organisation::{self, Country};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, Role, once};

/// What was done, in words.
struct Done {
    word: &'static str,
    at: String,
    by: String,
    words: String,
}

#[derive(Template)]
#[template(path = "modules/incidents/law/pages/nis2.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    nis2: Option<&'a Nis2Row>,
    /// Message with the country whose law it is, where one is known.
    country: Option<&'static str>,
    /// Whether municipalities stand under the law there, and who is notified.
    scope: Option<(&'static str, &'a Scope)>,
    /// No limit that somebody has verified.
    no_limit: bool,
    suspected: Options,
    malicious: &'static str,
    cross_border: &'static str,
    aware: String,
    clocks: Vec<ClockView>,
    done: Vec<Done>,
    deeds: Options,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let fields = app.read(|conn| {
        let case = visible(conn, visit)?;
        let mut fields = Fields::default();
        if let Some(aware) = case.standing.aware() {
            form::put_moment(&mut fields, "aware", aware, &app.zone);
        }
        form::put_moment(&mut fields, "at", visit.now, &app.zone);
        Ok::<_, Problem>(fields)
    })?;
    draw(app, visit, &FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    app.read(|conn| {
        let case = visible(conn, visit)?;
        editor(visit, &case)?;
        let nis2 = store::nis2(conn, case.id)?;
        let law = law(conn, &case, nis2.as_ref())?;
        let mut done = Vec::new();
        for step in nis2.iter().flat_map(|nis2| &nis2.steps) {
            done.push(Done {
                word: step.deed.word(),
                at: w.moment(step.done),
                by: name_of(conn, w, &step.by)?,
                words: step.words.clone(),
            });
        }
        let what = nis2.as_ref().map(|nis2| &nis2.what);
        let page = Form {
            w,
            form,
            country: law.country().map(Country::word),
            scope: law.scope(visit.today).map(|scope| (covered(scope), scope)),
            no_limit: law.limit(Rule::EarlyWarning, visit.today).is_none(),
            suspected: options!(w, Suspected),
            malicious: what.map_or("", |what| what.malicious.word()),
            cross_border: what.map_or("", |what| what.cross_border.word()),
            aware: what.map(|what| w.moment(what.aware)).unwrap_or_default(),
            clocks: clocks(app, visit, nis2.as_ref()),
            done,
            deeds: deeds(w, nis2.as_ref()),
            nis2: nis2.as_ref(),
            case: &case,
        };
        Page::new(
            w.one("incidents-law-nis2-title", "number", &case.number),
            &page,
        )
    })
}

/// The law of the incident; before there is one, of the controller.
fn law(conn: &Conn, case: &CaseRow, nis2: Option<&Nis2Row>) -> Result<&'static Law, Problem> {
    match nis2 {
        Some(nis2) => Ok(nis2.law()),
        None => Ok(Law::in_force_in(organisation::country_of(
            conn,
            case.controller,
        )?)),
    }
}

fn covered(scope: &Scope) -> &'static str {
    match scope.municipality {
        Covered::Whole => "incidents-law-scope-covered",
        Covered::Partly => "incidents-law-scope-partly",
        Covered::Unverified => "incidents-law-scope-unverified",
    }
}

fn clocks(app: &App, visit: &Visit, nis2: Option<&Nis2Row>) -> Vec<ClockView> {
    let Some(nis2) = nis2 else {
        return Vec::new();
    };
    let now = visit.now;
    let clocks = nis2.clocks(now, &app.zone);
    clocks
        .iter()
        .map(|clock| ClockView::of(&visit.tongue, clock, now))
        .collect()
}

fn deeds(w: &Tongue, nis2: Option<&Nis2Row>) -> Options {
    let Some(nis2) = nis2 else {
        return Vec::new();
    };
    Deed::ALL
        .iter()
        .filter(|deed| nis2.progress.may(**deed).is_ok())
        .map(|deed| (deed.code(), w.t(deed.word())))
        .collect()
}

fn editor(visit: &Visit, case: &CaseRow) -> Result<Editor, Problem> {
    visit
        .actor
        .editor_of(case.controller)
        .or_else(|_| visit.actor.editor_as(Role::Ciso, case.controller))
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            let (editor, zone) = (editor(visit, &case)?, &app.zone);
            match store::nis2(tx, case.id)? {
                None => {
                    let new = Significant::typed(&visit.form, possible(app, tx, tx.at())?, zone)?;
                    actions::open_nis2(tx, editor, case.id, &new, zone)?;
                }
                Some(nis2) => {
                    let (now, law) = ((tx.at(), zone), nis2.law());
                    let done =
                        Submitted::typed(&visit.form, &nis2.progress, nis2.what.aware, now, law)?;
                    actions::submit_nis2(tx, editor, case.id, &done, zone)?;
                }
            }
            Ok(format!("/incidents/{}/nis2", case.id))
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}
