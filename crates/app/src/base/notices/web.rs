//! A person's notices, and the administrator's outbox.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use askama::Template;
use kit::words::Tongue;

use super::super::organisation::{self, PersonId};
use super::super::room::{Access, MenuItem, Route, Topic};
use super::super::visit::{Answer, Page, Pager, Reply, Visit};
use super::super::{App, Problem, Role};
use super::store::{self, Mail, NoticeRow};
use super::{Notice, actions, jobs};

const KEEPER: Access = Access::Duty(&[Role::Administrator]);

pub const ROUTES: &[Route] = &[
    Route::get("/notices", Access::SignedIn, list),
    Route::post("/notices/read", Access::SignedIn, read_all),
    Route::post("/notices/{id}/read", Access::SignedIn, read_one),
    Route::get("/outbox", KEEPER, outbox),
];

pub const MENU: &[MenuItem] = &[
    MenuItem {
        word: "notices-menu",
        topic: Topic::Mine,
        href: "/notices",
        access: Access::SignedIn,
        place: 120,
    },
    MenuItem {
        word: "notices-outbox-menu",
        topic: Topic::House,
        href: "/outbox",
        access: KEEPER,
        place: 920,
    },
];

struct Line {
    id: String,
    title: String,
    href: String,
    at: String,
    unread: bool,
}

#[derive(Template)]
#[template(path = "base/notices/pages/list.html")]
struct List<'a> {
    w: &'a Tongue,
    lines: Vec<Line>,
    unread: i64,
    pager: Pager,
}

fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let person = visit.actor.person().ok_or(Problem::SignIn)?;
    let (pager, unread, rows) = app.read(|conn| {
        let (total, unread) = store::counts(conn, person)?;
        let pager = Pager::new(visit, "/notices", total);
        let rows = store::of_person(conn, person, Pager::SIZE, pager.offset())?;
        Ok::<_, Problem>((pager, unread, rows))
    })?;
    let line = |row: &NoticeRow| Line {
        id: row.id.to_string(),
        title: jobs::said(w, row, "subject", &row.href),
        href: row.href.clone(),
        at: w.moment(row.at),
        unread: row.read_at.is_none(),
    };
    let lines = rows.iter().map(line).collect();
    let page = List {
        w,
        lines,
        unread,
        pager,
    };
    Page::new(w.t("notices-title"), &page)?.answer()
}

fn read_all(app: &App, visit: &Visit) -> Answer {
    let person = visit.actor.person().ok_or(Problem::SignIn)?;
    app.write(&visit.actor, |tx| {
        for id in store::unread(tx, person)? {
            actions::read(tx, id)?;
        }
        Ok::<_, Problem>(())
    })?;
    Ok(Reply::Redirect("/notices".to_owned()))
}

fn read_one(app: &App, visit: &Visit) -> Answer {
    let id = visit.id::<Notice>("id")?;
    app.write(&visit.actor, |tx| {
        let notice = store::one(tx, id)?.ok_or(Problem::NotFound)?;
        // Another person's notice does not exist for this one.
        if Some(notice.person) != visit.actor.person() {
            return Err(Problem::NotFound);
        }
        actions::read(tx, id)
    })?;
    Ok(Reply::Redirect("/notices".to_owned()))
}

struct Sent {
    at: String,
    to: String,
    kind: String,
    state: String,
    tag: &'static str,
}

#[derive(Template)]
#[template(path = "base/notices/pages/outbox.html")]
struct Outbox<'a> {
    w: &'a Tongue,
    server: bool,
    lines: Vec<Sent>,
    pager: Pager,
}

/// Recipient and kind of notice, and nothing of what it is about.
fn outbox(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let (pager, lines) = app.read(|conn| {
        let pager = Pager::new(visit, "/outbox", store::count(conn)?);
        let rows = store::all(conn, Pager::SIZE, pager.offset())?;
        let mut names: HashMap<PersonId, String> = HashMap::new();
        let mut lines = Vec::new();
        for row in rows {
            let name = match names.entry(row.person) {
                Entry::Occupied(place) => place.into_mut(),
                Entry::Vacant(place) => {
                    let person = organisation::person(conn, row.person)?;
                    place.insert(person.map_or_else(|| w.t("notices-nobody"), |one| one.name()))
                }
            };
            lines.push(sent(w, &row, name.clone()));
        }
        Ok::<_, Problem>((pager, lines))
    })?;
    let page = Outbox {
        w,
        server: app.sender.can_send(),
        lines,
        pager,
    };
    Page::new(w.t("notices-outbox-title"), &page)?.answer()
}

fn sent(w: &Tongue, row: &NoticeRow, to: String) -> Sent {
    let (word, tag) = match row.mail {
        Mail::Waiting => ("notices-mail-waiting", "warn"),
        Mail::Sent => ("notices-mail-sent", "good"),
        Mail::Failed => ("notices-mail-failed", "bad"),
        Mail::NoAddress => ("notices-mail-none", ""),
    };
    Sent {
        at: w.moment(row.at),
        to,
        kind: row.kind.clone(),
        state: w.t(word),
        tag,
    }
}
