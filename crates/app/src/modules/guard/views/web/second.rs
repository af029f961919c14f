//! The second reader's page: which mails wait, without their content, and one opened with a reason. The sender is told
//! of every opening; exempt mailboxes stay closed.

use askama::Template;
use kit::db::Conn;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::super::held::{self, Showing, Stopped, StoppedId};
use super::super::{actions, store};
use super::{board_name, boards};
use crate::base::organisation::{ControllerId, PersonId};
use crate::base::visit::{Answer, FormView, Look, Page, Visit, submit};
use crate::base::{App, Problem, findings, once};

/// More than this nobody reads in a day.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "modules/guard/views/pages/second.html")]
struct List<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    lines: Vec<Line>,
}

struct Line {
    id: String,
    at: String,
    board: String,
    class: &'static str,
    once: FormView,
}

#[derive(Template)]
#[template(path = "modules/guard/views/pages/opened.html")]
struct Opened<'a> {
    w: &'a Tongue,
    at: String,
    showing: &'a Showing,
}

/// The boards whose held mails the visitor may open. Nobody else has this page.
fn mine(conn: &Conn, visit: &Visit) -> Result<Vec<ControllerId>, Problem> {
    let me: PersonId = visit.actor.person().ok_or(Problem::SignIn)?;
    let on = store::eyes_on(conn)?;
    let boards: Vec<ControllerId> = on
        .iter()
        .filter(|row| row.reader == me)
        .map(|row| row.controller)
        .collect();
    if boards.is_empty() {
        return Err(Problem::NotFound);
    }
    Ok(boards)
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let rows = app.read(|conn| {
        let boards = mine(conn, visit)?;
        held::waiting_of(conn, &boards, MOST)
    })?;
    let all = boards(app)?;
    let lines = rows.iter().map(|row| Line {
        id: row.id.to_string(),
        at: w.moment(row.at),
        board: board_name(w, &all, row.controller),
        class: findings::class(row.class),
        once: FormView::fresh(Fields::default()),
    });
    let page = List {
        w,
        form,
        lines: lines.collect(),
    };
    Page::new(w.t("guard-views-second"), &page)
}

/// Opens one: the entry, the sender's notice, then the page, which is the answer to the form and has no address.
pub fn open(app: &App, visit: &Visit) -> Answer {
    let id: StoppedId = visit.id("id")?;
    let mut opened: Option<(Stopped, Showing)> = None;
    let result = app.write(&visit.actor, |tx| {
        let to = once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let reason = form::required(&visit.form, &mut faults, "reason", form::REQUIRED, 500);
            let reason = faults.into_result(reason)?;
            let boards = mine(tx, visit)?;
            let row = held::one(tx, id)?
                .filter(|row| boards.contains(&row.controller))
                .ok_or(Problem::NotFound)?;
            let showing = held::showing_of(app, tx, &row)?.ok_or(Problem::NotFound)?;
            if store::is_exempt(tx, &showing.sender)? {
                return Err(Problem::refused("guard-views-refused-exempt"));
            }
            actions::opened(tx, &row, &reason)?;
            opened = Some((row, showing));
            Ok("/guard/second".to_owned())
        })?;
        Ok(to)
    });
    if let (Ok(_), Some((row, showing))) = (&result, &opened) {
        let w = &visit.tongue;
        let page = Opened {
            w,
            at: w.moment(row.at),
            showing,
        };
        return Page::new(w.t("guard-views-opened"), &page)?
            .look(Look::Answer)
            .answer();
    }
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}
