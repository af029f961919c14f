//! One wish: what was said, what is to be answered, its end.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::model::{Asked, NameKind};
use super::super::store::{self, WishRow};
use super::super::{WishId, Wished, actions};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, Role, once};

const WHY: usize = 300;

#[derive(Template)]
#[template(path = "modules/guard/wishes/pages/one.html")]
struct One<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    path: String,
    facts: Vec<(&'static str, String)>,
    less: bool,
    /// What to say to the person, in the person's language, and that language's code.
    answer: String,
    lang: &'static str,
    answered: Option<String>,
    ended: Option<(String, String)>,
    officer: bool,
}

/// The officer sees all of it, everybody else what they entered themselves.
fn mine(app: &App, visit: &Visit) -> Result<WishRow, Problem> {
    let id: WishId = visit.id::<Wished>("id")?;
    let wish = app.read(|conn| store::one(conn, &app.keys, id))?;
    wish.filter(|wish| visit.actor.has(Role::Dpo) || wish.by == visit.actor.mark())
        .ok_or(Problem::NotFound)
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let wish = mine(app, visit)?;
    app.write(&visit.actor, |tx| actions::looked(tx, Some(wish.id)))?;
    draw(app, visit, &wish, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, wish: &WishRow, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let page = One {
        w,
        form,
        path: format!("/guard/wishes/{}", wish.id),
        facts: facts(w, wish),
        less: wish.asked == Asked::Open,
        answer: app.tongue(wish.lang).t("guard-wishes-answer"),
        lang: wish.lang.code(),
        answered: wish.answered.map(|at| w.moment(at)),
        ended: wish.ended.clone().map(|(at, why)| (w.moment(at), why)),
        officer: visit.actor.has(Role::Dpo),
    };
    Page::new(w.t("guard-wishes-one-title"), &page)
}

fn facts(w: &Tongue, wish: &WishRow) -> Vec<(&'static str, String)> {
    let mut facts = vec![("guard-wishes-channel", w.t(wish.asked.word()))];
    if let Some(wished) = &wish.wished {
        facts.push(("guard-wishes-wished", wished.clone()));
    }
    for name in &wish.names {
        let word = match name.kind {
            NameKind::Number => "guard-wishes-number",
            NameKind::Address => "guard-wishes-address",
        };
        facts.push((word, name.text.clone()));
    }
    facts.push(("guard-wishes-day", w.day(wish.day)));
    facts.push(("guard-wishes-source", w.t(wish.source.word())));
    if let Some(note) = &wish.note {
        facts.push(("guard-wishes-note", note.clone()));
    }
    facts.push(("guard-wishes-entered", w.moment(wish.at)));
    facts
}

pub fn answered(app: &App, visit: &Visit) -> Answer {
    let wish = mine(app, visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            actions::answered(tx, wish.id)?;
            Ok(format!("/guard/wishes/{}", wish.id))
        })
    });
    submit(result, |_| Err(Problem::NotFound))
}

pub fn end(app: &App, visit: &Visit) -> Answer {
    let wish = mine(app, visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let why = form::required(&visit.form, &mut faults, "why", form::REQUIRED, WHY);
            faults.into_result(())?;
            actions::end(tx, wish.id, &why)?;
            Ok(format!("/guard/wishes/{}", wish.id))
        })
    });
    submit(result, |faults| {
        draw(app, visit, &wish, &FormView::again(visit, faults))
    })
}
