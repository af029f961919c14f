//! The first page: an employee is asked one thing, a holder of duties sees what is due.

use std::collections::HashSet;

use askama::Template;
use kit::words::Tongue;

use crate::base::room::{self, Access, Due, MenuItem, Room, Route, Topic};
use crate::base::visit::{Answer, Page, Reply, Visit};
use crate::base::{App, Problem, Role, identity, tasks};

/// More lines than this belong on the pages they link to.
const MOST_DUE: usize = 15;

pub const ROOM: Room = Room {
    name: "shell",
    migrations: &[],
    routes: &[
        Route::get("/", Access::Public, first_page),
        Route::get("/rules", Access::Public, rules),
    ],
    menu: &[MenuItem {
        word: "shell-home",
        topic: Topic::Mine,
        href: "/",
        access: Access::SignedIn,
        place: 0,
    }],
    jobs: &[],
    daily: &[],
    kept: &[],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: super::WORDS,
    forget: room::nothing_to_forget,
};

#[derive(Template)]
#[template(path = "shell/pages/home.html")]
struct Home<'a> {
    w: &'a Tongue,
    employee: bool,
    due: Vec<DueLine>,
    more: usize,
}

struct DueLine {
    href: String,
    title: String,
    detail: String,
    day: Option<String>,
    late: bool,
}

#[derive(Template)]
#[template(path = "shell/pages/rules.html")]
struct Rules<'a> {
    w: &'a Tongue,
}

fn first_page(app: &App, visit: &Visit) -> Answer {
    if visit.actor.person().is_none() {
        let to = if app.read(identity::needs_setup)? {
            "/setup"
        } else {
            "/sign-in"
        };
        return Ok(Reply::Redirect(to.into()));
    }
    let w = &visit.tongue;
    let mut due = due(app, visit)?;
    // What the law ends by the hour stands first: no number of new reports pushes it off the page.
    due.sort_by_key(|one| {
        let lawful = (one.end.is_none(), one.end);
        (lawful, !one.late, one.day.is_none(), one.day)
    });
    let more = due.len().saturating_sub(MOST_DUE);
    due.truncate(MOST_DUE);
    let due = due.into_iter().map(|one| line(w, one)).collect();
    let duties = [
        Role::Dpo,
        Role::Ciso,
        Role::Secretary,
        Role::Auditor,
        Role::Administrator,
    ];
    let employee = !duties.iter().any(|role| visit.actor.has(*role));
    Page::new(
        w.t("shell-home"),
        &Home {
            w,
            employee,
            due,
            more,
        },
    )?
    .answer()
}

/// What waits for the visitor, each duty once: where a room tells of a thing itself, the task that leads to the same page
/// says it no second time.
fn due(app: &App, visit: &Visit) -> Result<Vec<Due>, Problem> {
    app.read(|conn| {
        let (mut told, mut asked) = (Vec::new(), Vec::new());
        for room in app.rooms {
            let found = (room.due)(app, conn, &visit.actor, &visit.tongue)?;
            if room.name == tasks::PART.name {
                asked.extend(found);
            } else {
                told.extend(found);
            }
        }
        let pages: HashSet<String> = told.iter().map(|one| one.link.href.clone()).collect();
        asked.retain(|one| !pages.contains(&one.link.href));
        told.extend(asked);
        Ok(told)
    })
}

fn line(w: &Tongue, due: Due) -> DueLine {
    DueLine {
        href: due.link.href,
        title: due.link.title,
        detail: due.link.detail,
        // Where the law counts hours, the words beside it say the hour.
        day: due.day.filter(|_| due.end.is_none()).map(|day| w.day(day)),
        late: due.late,
    }
}

fn rules(_: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    Page::new(w.t("shell-rules"), &Rules { w })?.answer()
}
