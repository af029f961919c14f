//! Entering a wish that somebody has told one of ours.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::actions;
use super::super::model::Draft;
use super::{channels, languages, sources};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "modules/guard/wishes/pages/new.html")]
struct New<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    channels: Vec<(String, String)>,
    sources: Vec<(String, String)>,
    languages: Vec<(String, String)>,
}

pub fn form(_: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    fields.set("day", visit.today.to_string());
    fields.set("lang", visit.tongue.lang.code());
    draw(visit, &FormView::fresh(fields))?.answer()
}

fn draw(visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let page = New {
        w,
        form,
        channels: channels(w),
        sources: sources(w),
        languages: languages(),
    };
    Page::new(w.t("guard-wishes-new-title"), &page)
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let draft = Draft::typed(&visit.form, &mut faults);
            let checked = draft.check(faults, visit.today)?;
            let entered = actions::enter(tx, &app.keys, &checked)?;
            Ok(format!("/guard/wishes/{}", entered.id()))
        })
    });
    submit(result, |faults| {
        draw(visit, &FormView::again(visit, faults))
    })
}
