//! What is asked of me.

use std::collections::HashMap;

use askama::Template;
use kit::clock::Day;
use kit::db::Conn;
use kit::words::Tongue;

use super::super::organisation::{self, ControllerId};
use super::super::room::{Access, Due, Link, MenuItem, Route, Topic};
use super::super::visit::{Answer, Page, Pager, Visit};
use super::super::{Actor, App, Problem};
use super::store::{self, TaskRow};

pub const ROUTES: &[Route] = &[Route::get("/tasks", Access::SignedIn, list)];

pub const MENU: MenuItem = MenuItem {
    word: "tasks-menu",
    topic: Topic::Mine,
    href: "/tasks",
    access: Access::SignedIn,
    place: 110,
};

/// The first page shows no more; the rest is on the list.
const FIRST: i64 = 50;

struct Line {
    title: String,
    href: String,
    controller: String,
    due: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "base/tasks/pages/list.html")]
struct List<'a> {
    w: &'a Tongue,
    lines: Vec<Line>,
    pager: Pager,
}

fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let (pager, rows, names) = app.read(|conn| {
        let pager = Pager::new(visit, "/tasks", store::count_for(conn, &visit.actor)?);
        let rows = store::open_for(conn, &visit.actor, Pager::SIZE, pager.offset())?;
        let names = names(conn, w, &rows, visit.today)?;
        Ok::<_, Problem>((pager, rows, names))
    })?;
    let line = |row: &TaskRow| Line {
        title: title(w, row),
        href: row.href.clone(),
        controller: names.get(&row.controller).cloned().unwrap_or_default(),
        due: match row.end {
            Some(end) => w.moment(end),
            None => row.due.map(|day| w.day(day)).unwrap_or_default(),
        },
        late: row.is_late(visit.today, visit.now),
    };
    let lines = rows.iter().map(line).collect();
    Page::new(w.t("tasks-title"), &List { w, lines, pager })?.answer()
}

/// What is asked, and about which case: ten reports make ten lines.
fn title(w: &Tongue, row: &TaskRow) -> String {
    let asked = w.t(&row.kind);
    match &row.about {
        Some(about) => format!("{asked} · {about}"),
        None => asked,
    }
}

/// Whose it is, and the hour at which the law ends it.
fn detail(w: &Tongue, row: &TaskRow, board: Option<&String>) -> String {
    let end = row.end.map(|end| w.one("tasks-due", "day", w.moment(end)));
    let said: Vec<String> = board.cloned().into_iter().chain(end).collect();
    said.join(" · ")
}

fn names(
    conn: &Conn,
    w: &Tongue,
    rows: &[TaskRow],
    today: Day,
) -> Result<HashMap<ControllerId, String>, Problem> {
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    // A task may outlive its board.
    let all = organisation::controllers(conn, Day::MIN, today)?;
    let named = |row: organisation::ControllerRow| (row.id, row.name.best(w.lang).to_owned());
    Ok(all.into_iter().map(named).collect())
}

/// What waits for the actor, for the first page: what the law ends first.
pub fn due(app: &App, conn: &Conn, actor: &Actor, w: &Tongue) -> Result<Vec<Due>, Problem> {
    let today = app.today();
    let rows = store::open_for(conn, actor, FIRST, 0)?;
    let names = names(conn, w, &rows, today)?;
    let one = |row: &TaskRow| Due {
        link: Link {
            href: row.href.clone(),
            title: title(w, row),
            detail: detail(w, row, names.get(&row.controller)),
        },
        day: row.due,
        late: row.is_late(today, app.now()),
        end: row.end,
    };
    Ok(rows.iter().map(one).collect())
}
