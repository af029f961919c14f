//! The person's own wish for the way to them.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::super::wishes::{self, Asked, Draft, Source};
use super::super::store::people;
use super::door::CITIZEN;
use super::{Citizen, citizen};
use crate::base::visit::{Answer, FormView, Page, Reply, Visit, submit};
use crate::base::{Actor, App, Problem, once};

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/wish.html")]
struct Wish<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    channels: Vec<(String, String)>,
    /// What came of the form: noted and followed, or noted and answered.
    kept: bool,
    refused: bool,
}

/// Whoever may say a wish: it holds for all mail to the person, so a code in a letter about one message, which its sender
/// has seen, is not enough.
fn inside(app: &App, visit: &Visit) -> Result<Option<Citizen>, Problem> {
    let found = app.read(|conn| citizen(app, conn, visit))?;
    Ok(found.filter(|citizen| citizen.reach.is_personal()))
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    if inside(app, visit)?.is_none() {
        return Ok(Reply::Redirect("/inbox".to_owned()));
    }
    draw(visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let line = |asked: Asked| (asked.code().to_owned(), w.t(asked.word()));
    let choices = [Asked::Letter, Asked::Encrypted, Asked::Open];
    let page = Wish {
        w,
        form,
        channels: choices.into_iter().map(line).collect(),
        kept: visit.query.text("said") == "kept",
        refused: visit.query.text("said") == "noted",
    };
    Page::new(w.t("guard-portal-wish-title"), &page)
}

/// The wish of whoever has proven who they are: found by the address, and by the number when one is registered. One
/// for less is noted and answered at once, on the page.
pub fn send(app: &App, visit: &Visit) -> Answer {
    let Some(citizen) = inside(app, visit)? else {
        return Ok(Reply::Redirect("/inbox".to_owned()));
    };
    let number =
        app.read(
            |conn| match people::of_address(conn, &app.keys, &citizen.by.recipient)? {
                Some(row) => people::number(conn, &app.keys, row.id),
                None => Ok(None),
            },
        )?;
    let result = app.write(&Actor::program(CITIZEN), |tx| {
        once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let asked = form::choice(&visit.form, &mut faults, "channel", Asked::parse);
            let asked = asked.filter(|asked| *asked != Asked::Address);
            let draft = Draft {
                number: number.clone().unwrap_or_default(),
                addresses: citizen.by.recipient.clone(),
                asked,
                wished: String::new(),
                day: Some(visit.today),
                source: Some(Source::Portal),
                note: None,
                lang: Some(visit.tongue.lang),
            };
            let checked = draft.check(faults, visit.today)?;
            let less = checked.asked == Asked::Open;
            let entered = wishes::enter(tx, &app.keys, &checked)?;
            if less {
                wishes::answered(tx, entered.id())?;
            }
            let said = if less { "noted" } else { "kept" };
            Ok(format!("/inbox/wish?said={said}"))
        })
    });
    submit(result, |faults| {
        draw(visit, &FormView::again(visit, faults))
    })
}
