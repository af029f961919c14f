//! What a case is about, when the reporter did not say or took it for something else.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::super::model::About;
use super::super::super::store::CaseRow;
use super::super::super::web::case::visible;
use super::super::super::web::{Options, options};
use super::super::actions::learned as deeds;
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/about.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    abouts: Options,
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    let case = app.read(|conn| visible(conn, visit))?;
    let mut fields = Fields::default();
    fields.set("about", case.about.code());
    draw(visit, &case, &FormView::fresh(fields))?.answer()
}

fn draw(visit: &Visit, case: &CaseRow, form: &FormView) -> Result<Page, Problem> {
    visit.actor.editor_of(case.controller)?;
    let w = &visit.tongue;
    let page = Form {
        w,
        form,
        case,
        abouts: options!(w, About),
    };
    Page::new(w.t("incidents-do-about"), &page)
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let mut faults = Faults::new();
            let about = form::choice(&visit.form, &mut faults, "about", About::parse);
            form::need(&mut faults, "about", "incidents-fault-about", &about);
            let about = faults.into_result(about.unwrap_or(case.about))?;
            deeds::about(tx, editor, case.id, about)?;
            Ok(format!("/incidents/{}", case.id))
        })
    });
    submit(result, |faults| {
        let case = app.read(|conn| visible(conn, visit))?;
        draw(visit, &case, &FormView::again(visit, faults))
    })
}
