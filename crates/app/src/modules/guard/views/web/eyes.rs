//! The second pair of eyes: off unless the country has a rule, somebody has read it, and staff were consulted.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::EyesId;
use super::super::model::{Rule, eyes, rule};
use super::super::{actions, store};
use super::{board_name, boards, own_boards};
use crate::base::organisation::{self, ControllerId, PersonId};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "modules/guard/views/pages/eyes.html")]
struct Eyes<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    /// Source and conditions; none where the country has no rule.
    rule: Option<(String, String)>,
    on: Vec<On>,
    boards: Vec<(String, String)>,
}

struct On {
    id: String,
    board: String,
    reader: String,
    since: String,
    consulted: String,
    note: String,
    once: FormView,
}

fn rule_here(app: &App) -> Option<&'static Rule> {
    rule(app.country())
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let (rows, people) = app.read(|conn| {
        let rows = store::eyes_on(conn)?;
        let readers: Vec<PersonId> = rows.iter().map(|row| row.reader).collect();
        let people = organisation::people(conn, &readers)?;
        Ok::<_, Problem>((rows, people))
    })?;
    let all = boards(app)?;
    let own = rows
        .iter()
        .filter(|row| visit.actor.editor_of(row.controller).is_ok());
    let on = own.map(|row| On {
        id: row.id.to_string(),
        board: board_name(w, &all, row.controller),
        reader: people
            .get(&row.reader)
            .map_or_else(String::new, organisation::PersonRow::name),
        since: w.moment(row.at),
        consulted: w.day(row.consulted),
        note: row.note.clone(),
        once: FormView::fresh(Fields::default()),
    });
    let page = Eyes {
        w,
        form,
        rule: rule_here(app).map(|rule| (rule.source.clone(), w.t(rule.conditions()))),
        on: on.collect(),
        boards: own_boards(app, visit)?,
    };
    Page::new(w.t("guard-views-eyes"), &page)
}

pub fn open(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let rule = rule_here(app).ok_or(Problem::refused("guard-views-refused-country"))?;
            let mut faults = Faults::new();
            let board = form::choice(&visit.form, &mut faults, "board", ControllerId::parse);
            form::need(&mut faults, "board", form::REQUIRED, &board);
            let new = eyes(&visit.form, visit.today);
            let board = faults.into_result(board)?.ok_or(Problem::NotFound)?;
            actions::open_eyes(tx, visit.actor.editor_of(board)?, rule, &new?)?;
            Ok("/guard/eyes".to_owned())
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

pub fn close(app: &App, visit: &Visit) -> Answer {
    let id: EyesId = visit.id("id")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let on = store::eyes_on(tx)?;
            let row = on
                .iter()
                .find(|row| row.id == id)
                .ok_or(Problem::NotFound)?;
            actions::close_eyes(tx, visit.actor.editor_of(row.controller)?, id)?;
            Ok("/guard/eyes".to_owned())
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}
