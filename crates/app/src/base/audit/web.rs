//! Reading the book.
//!
//! An auditor reads who did what and not who reported: names are shown only to auditors, only of people who
//! acted in a duty, and never for anything that was written together with a report.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use askama::Template;
use kit::clock::{Day, Moment};
use kit::db::Conn;
use kit::words::Tongue;

use super::super::organisation::{self, PersonId};
use super::super::room::{Access, Link, MenuItem, Route, Topic};
use super::super::visit::{Answer, FormView, Page, Pager, Visit};
use super::super::{Actor, App, Problem, Role};
use super::Head;
use super::chain::Entry;
use super::store::{self, Filter};
use super::verify::{self, Verdict};

const READERS: Access = Access::Duty(&[Role::Auditor, Role::Dpo, Role::Ciso, Role::Administrator]);

pub const ROUTES: &[Route] = &[
    Route::get("/book", READERS, book),
    Route::get("/book/verify", READERS, verification),
];

pub const MENU: MenuItem = MenuItem {
    word: "audit-menu",
    topic: Topic::House,
    href: "/book",
    access: READERS,
    place: 900,
};

/// A write is one run of entries; no action leaves more than this.
const RUN: i64 = 500;

struct Line {
    seq: String,
    at: String,
    who: String,
    verb: String,
    subject: String,
    link: Option<Link>,
}

#[derive(Template)]
#[template(path = "base/audit/pages/book.html")]
struct Book<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    lines: Vec<Line>,
    pager: Pager,
    head: Head,
    fingerprint: String,
}

fn book(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let filter = filter(app, visit);
    let (head, pager, lines) = app.read(|conn| {
        let pager = Pager::new(visit, "/book", store::count(conn, &filter)?);
        let entries = store::page(conn, &filter, Pager::SIZE, pager.offset())?;
        let lines = lines(app, conn, visit, &entries)?;
        Ok::<_, Problem>((store::head(conn)?, pager, lines))
    })?;
    let form = FormView {
        fields: visit.query.clone(),
        ..FormView::default()
    };
    let page = Book {
        w,
        form: &form,
        lines,
        pager,
        head,
        fingerprint: app.keys.fingerprint(),
    };
    Page::new(w.t("audit-title"), &page)?.answer()
}

fn filter(app: &App, visit: &Visit) -> Filter {
    let day = Day::parse(visit.query.text("day"));
    Filter {
        verb: kit::form::clean(visit.query.text("verb")),
        subject: kit::form::clean(visit.query.text("subject")),
        span: day.map(|day| (app.zone.start_of(day), app.zone.end_of(day))),
    }
}

fn lines(app: &App, conn: &Conn, visit: &Visit, entries: &[Entry]) -> Result<Vec<Line>, Problem> {
    let mut readers = Names::for_page(conn, entries)?;
    let mut lines = Vec::new();
    for entry in entries {
        lines.push(Line {
            seq: entry.seq.to_string(),
            at: visit.tongue.moment(entry.at),
            who: readers.who(app, conn, visit, entry)?,
            verb: entry.verb.clone(),
            subject: entry.subject.clone(),
            link: link(app, conn, visit, &entry.subject)?,
        });
    }
    Ok(lines)
}

/// Title and address of the subject, when its room shows it to this reader.
fn link(app: &App, conn: &Conn, visit: &Visit, subject: &str) -> Result<Option<Link>, Problem> {
    let Some((kind, id)) = subject.split_once(':') else {
        return Ok(None);
    };
    for room in app.rooms {
        let found = (room.title)(conn, &visit.actor, &visit.tongue, kind, id)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Who acted, as this reader may know it.
struct Names {
    /// Moment and actor of writes that hold a report.
    reports: HashSet<(Moment, String)>,
    known: HashMap<(PersonId, Day, bool), String>,
}

impl Names {
    fn for_page(conn: &Conn, entries: &[Entry]) -> Result<Names, Problem> {
        let seqs = || entries.iter().map(|entry| entry.seq);
        let (from, to) = (seqs().min().unwrap_or(0), seqs().max().unwrap_or(0));
        let reports = store::reports(conn, from - RUN, to + RUN)?;
        Ok(Names {
            reports: reports.into_iter().collect(),
            known: HashMap::new(),
        })
    }

    fn who(
        &mut self,
        app: &App,
        conn: &Conn,
        visit: &Visit,
        entry: &Entry,
    ) -> Result<String, Problem> {
        let w = &visit.tongue;
        if let Some(task) = entry.actor.strip_prefix("program:") {
            return Ok(w.one("audit-who-program", "task", task));
        }
        if entry.actor == "console" {
            return Ok(w.t("audit-who-console"));
        }
        let Some(person) = Actor::person_of(&entry.actor) else {
            return Ok(w.t("audit-who-nobody"));
        };
        if self.reports.contains(&(entry.at, entry.actor.clone())) {
            return Ok(w.t("audit-who-person"));
        }
        let day = app.zone.day_of(entry.at);
        let named = visit.actor.has(Role::Auditor);
        if let Some(text) = self.known.get(&(person, day, named)) {
            return Ok(text.clone());
        }
        let text = in_duty(conn, w, person, day, named)?;
        self.known.insert((person, day, named), text.clone());
        Ok(text)
    }
}

/// The duties a person held on a day, with the name for those who may know it; without a duty just a person.
fn in_duty(
    conn: &Conn,
    w: &Tongue,
    person: PersonId,
    day: Day,
    named: bool,
) -> Result<String, Problem> {
    let mut roles: Vec<Role> = organisation::duties_of(conn, person, day)?
        .iter()
        .map(|duty| duty.role)
        .collect();
    roles.sort();
    roles.dedup();
    if roles.is_empty() {
        return Ok(w.t("audit-who-person"));
    }
    let titles: Vec<String> = roles.iter().map(|role| w.t(role.word())).collect();
    let titles = w.list(&titles);
    let name = organisation::person(conn, person)?.map(|row| row.name());
    Ok(match name.filter(|_| named) {
        Some(name) => format!("{name} ({titles})"),
        None => titles,
    })
}

struct FaultLine {
    what: String,
    place: String,
}

#[derive(Template)]
#[template(path = "base/audit/pages/verify.html")]
struct Verified<'a> {
    w: &'a Tongue,
    verdict: Verdict,
    sum: String,
    erased: Vec<String>,
    faults: Vec<FaultLine>,
    head: Head,
    fingerprint: String,
}

/// One verification at a time: it reads everything.
static RUNNING: Mutex<()> = Mutex::new(());

fn verification(app: &App, visit: &Visit) -> Answer {
    // Several readers wait for each other: each verification reads the whole database.
    let _alone = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    let w = &visit.tongue;
    let verdict = verify::verify(app)?;
    let head = app.read(store::head)?;
    let counts = [
        ("entries", verdict.entries.into()),
        ("rows", verdict.rows.into()),
        ("heads", verdict.heads.into()),
    ];
    let page = Verified {
        w,
        sum: w.with("audit-verify-sum", &counts),
        erased: verdict
            .erased
            .iter()
            .map(|(rule, count)| {
                let rule = rule.to_string();
                w.with(
                    "audit-verify-erased",
                    &[("count", (*count).into()), ("rule", rule.into())],
                )
            })
            .collect(),
        faults: verdict
            .faults
            .iter()
            .map(|fault| FaultLine {
                what: w.t(fault.kind.word()),
                place: fault.place.clone(),
            })
            .collect(),
        verdict,
        head,
        fingerprint: app.keys.fingerprint(),
    };
    Page::new(w.t("audit-verify-title"), &page)?.answer()
}
