//! Looking one person up, for everybody; the register, for the data protection officer.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::model::{Asked, Digits, Name, folded, masked};
use super::super::store::{self, WishRow};
use super::super::{actions, lookup};
use crate::base::visit::{Answer, FormView, Look, Page, Pager, Visit};
use crate::base::{App, Problem, Role};

#[derive(Template)]
#[template(path = "modules/guard/wishes/pages/list.html")]
struct List<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    /// What was found, when somebody was asked for.
    found: Option<Vec<Line>>,
    officer: bool,
    lines: Vec<Line>,
    pager: Pager,
}

/// A wish in a list.
pub struct Line {
    href: String,
    who: String,
    what: String,
    day: String,
    source: String,
    /// Only noted: it asks for less than the law does.
    less: bool,
    unanswered: bool,
}

pub fn line(w: &Tongue, wish: &WishRow) -> Line {
    let names: Vec<String> = wish.names.iter().map(masked).collect();
    Line {
        href: format!("/guard/wishes/{}", wish.id),
        who: names.join(", "),
        what: w.t(wish.asked.word()),
        day: w.day(wish.day),
        source: w.t(wish.source.word()),
        less: wish.asked == Asked::Open,
        unanswered: wish.asked == Asked::Open && wish.answered.is_none(),
    }
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()), None)?.answer()
}

fn draw(
    app: &App,
    visit: &Visit,
    form: &FormView,
    found: Option<Vec<Line>>,
) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let officer = visit.actor.has(Role::Dpo);
    let (total, rows) = if officer {
        app.read(|conn| {
            let total = store::count_active(conn)?;
            let offset = Pager::new(visit, "/guard/wishes", total).offset();
            let rows = store::page(conn, &app.keys, offset, Pager::SIZE)?;
            Ok::<_, Problem>((total, rows))
        })?
    } else {
        (0, Vec::new())
    };
    let page = List {
        w,
        form,
        found,
        officer,
        lines: rows.iter().map(|wish| line(w, wish)).collect(),
        pager: Pager::new(visit, "/guard/wishes", total),
    };
    Page::new(w.t("guard-wishes-title"), &page)
}

/// Says which wishes one person has. Every look is in the book.
pub fn look(app: &App, visit: &Visit) -> Answer {
    let text = visit.form.text("who");
    let name = folded(text)
        .map(Name::address)
        .or_else(|| Digits::typed(text).map(|number| Name::number(&number)));
    let Some(name) = name else {
        let mut faults = Faults::new();
        faults.add("who", "guard-wishes-fault-who");
        let form = FormView::again(visit, faults);
        return draw(app, visit, &form, None)?.status(422).answer();
    };
    let rows = app.read(|conn| lookup::of(app, conn, &name))?;
    app.write(&visit.actor, |tx| {
        actions::looked(tx, rows.first().map(|wish| wish.id))
    })?;
    let w = &visit.tongue;
    let found = rows.iter().map(|wish| line(w, wish)).collect();
    let form = FormView::again(visit, Faults::new());
    draw(app, visit, &form, Some(found))?
        .look(Look::Answer)
        .answer()
}
