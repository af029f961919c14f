//! The officer's list: mails in which something was found, masked, with metadata. Never the mail itself. Every look
//! leaves an entry.

use askama::Template;
use kit::db::Conn;
use kit::words::Tongue;

use super::super::super::held::{Showing, said};
use super::super::super::model::{MailId, Reason};
use super::super::super::proof::{self, Asked, SEEN, Seen, Sent};
use super::super::measured::measured;
use super::super::paper::Known;
use super::{board_name, boards};
use crate::base::organisation::{self, UnitId};
use crate::base::room::Link;
use crate::base::visit::{Answer, FormView, Page, Pager, Visit};
use crate::base::{Actor, App, Problem, Role, audit, findings};

/// Recipients of one mail on a page.
const MOST: i64 = 200;

#[derive(Template)]
#[template(path = "modules/guard/views/pages/mails.html")]
struct List<'a> {
    w: &'a Tongue,
    lines: Vec<Line>,
    pager: Pager,
    exposed: bool,
}

struct Line {
    href: String,
    at: String,
    board: String,
    class: &'static str,
    persons: String,
    found: String,
    tags: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "modules/guard/views/pages/mail.html")]
struct One<'a> {
    w: &'a Tongue,
    form: FormView,
    id: String,
    seen: &'a Seen,
    persons: String,
    at: String,
    board: String,
    class: &'static str,
    showing: &'a Showing,
    officer: bool,
    recipients: Vec<Attempt>,
    /// Address of the case that was made of it.
    incident: Option<String>,
    may_report: bool,
}

/// One attempt in words.
pub struct Attempt {
    /// Address of the mail's page, for the officer.
    pub href: String,
    pub at: String,
    pub message_id: String,
    pub domain: String,
    /// Name, or the beginning of the keyed hash for whoever may not know it.
    pub sender: String,
    pub unit: String,
    pub recipient: String,
    pub class: &'static str,
    pub level: &'static str,
    pub way: &'static str,
    pub would: Option<&'static str>,
    pub outcome: &'static str,
    pub left: bool,
    pub again: bool,
    pub reasons: Vec<String>,
    pub rule: String,
    pub measured: Vec<(String, String)>,
}

pub fn attempt(w: &Tongue, known: &Known, sent: &Sent) -> Attempt {
    let short = |hash: &str| hash.chars().take(12).chain(['…']).collect();
    let sender = known.sender(sent);
    Attempt {
        href: format!("/guard/mails/{}", sent.mail),
        at: w.moment(sent.at),
        message_id: sent.message_id.clone(),
        domain: sent.domain.clone(),
        sender: if sender.is_empty() {
            short(&sent.sender)
        } else {
            sender
        },
        unit: known.unit(w, sent),
        recipient: short(&sent.recipient),
        class: findings::class(sent.class),
        level: sent.level.word(),
        way: sent.way.word(),
        would: sent.would.map(|way| way.word()),
        outcome: sent.outcome.word(),
        left: sent.outcome.left(),
        again: sent.again,
        reasons: sent
            .reasons
            .iter()
            .map(|one: &Reason| said(w, one))
            .collect(),
        rule: sent.rule.clone(),
        measured: measured(w, sent.evidence.as_deref()),
    }
}

fn tags(seen: &Seen) -> Vec<(&'static str, &'static str)> {
    let all = [
        (seen.exposed, "bad", "guard-views-tag-exposed"),
        (seen.wish, "bad", "guard-views-tag-wish"),
        (seen.children, "warn", "guard-views-tag-children"),
        (!seen.inspected, "warn", "guard-views-tag-unread"),
        (seen.dry, "", "guard-views-tag-dry"),
        (seen.incident.is_some(), "good", "guard-views-tag-incident"),
    ];
    all.into_iter()
        .filter(|(is, ..)| *is)
        .map(|(_, tone, word)| (tone, word))
        .collect()
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let scope = visit.actor.scope(Role::Dpo).sql("controller_id");
    let exposed = visit.query.text("only") == "exposed";
    let offset = (visit.page() - 1) * Pager::SIZE;
    let (total, rows) =
        app.read(|conn| proof::list_seen(conn, &scope, exposed, (Pager::SIZE, offset)))?;
    app.write(&visit.actor, |tx| {
        let list = crate::base::subject::Subject::named(SEEN.kind, "list");
        audit::noted(tx, "guard.look", &list)
    })?;
    let boards = boards(app)?;
    let lines = rows.iter().map(|seen| Line {
        href: format!("/guard/mails/{}", seen.id),
        at: w.moment(seen.at),
        board: board_name(w, &boards, seen.controller),
        class: findings::class(seen.class),
        persons: w.number(seen.persons),
        found: w.number(seen.found),
        tags: tags(seen),
    });
    let page = List {
        w,
        lines: lines.collect(),
        pager: Pager::new(visit, "/guard/mails", total),
        exposed,
    };
    Page::new(w.t("guard-views-title"), &page)?.answer()
}

/// A mail of one of the officer's boards; any other does not exist.
fn visible(conn: &Conn, actor: &Actor, id: MailId) -> Result<Seen, Problem> {
    let seen = match proof::one_seen(conn, id)? {
        Some(seen) => Some(seen),
        None => attempts(conn, id)?.first().map(proof::seen_of),
    };
    seen.filter(|seen| actor.scope(Role::Dpo).admits(seen.controller))
        .ok_or(Problem::NotFound)
}

fn attempts(conn: &Conn, id: MailId) -> Result<Vec<Sent>, Problem> {
    let asked = Asked {
        mail: Some(id),
        ..Asked::default()
    };
    Ok(proof::find(conn, "1 = 1", &asked, (MOST, 0))?.1)
}

pub fn one(app: &App, visit: &Visit) -> Answer {
    let (w, id) = (&visit.tongue, visit.id("id")?);
    let (seen, sent, known) = app.read(|conn| {
        let seen = visible(conn, &visit.actor, id)?;
        let sent = attempts(conn, id)?;
        let known = Known::of(app, conn, &visit.actor, &sent)?;
        Ok::<_, Problem>((seen, sent, known))
    })?;
    app.write(&visit.actor, |tx| {
        audit::noted(tx, "guard.look", &SEEN.subject(id))
    })?;
    let page = One {
        w,
        form: FormView::fresh(kit::form::Fields::default()),
        id: id.to_string(),
        persons: w.number(seen.persons),
        at: w.moment(seen.at),
        board: board_name(w, &boards(app)?, seen.controller),
        class: findings::class(seen.class),
        showing: &seen.findings,
        officer: false,
        recipients: sent.iter().map(|one| attempt(w, &known, one)).collect(),
        incident: seen.incident.as_ref().map(|id| format!("/incidents/{id}")),
        may_report: seen.incident.is_none() && sent.iter().any(|one| one.outcome.left()),
        seen: &seen,
    };
    Page::new(w.t("guard-views-mail"), &page)?.answer()
}

/// What left in spite of everything, told in words for whoever makes a case of it.
#[derive(Clone, Debug)]
pub struct Leaving {
    pub controller: organisation::ControllerId,
    pub unit: UnitId,
    pub story: String,
    /// A person had wished otherwise.
    pub wish: bool,
    pub at: kit::clock::Moment,
}

/// The facts of a mail for a case: no content, no address. A mail of no unit is told for the board's highest one.
///
/// # Errors
/// [`Problem::NotFound`] when it is none of the officer's, nothing left, or a case was made of it already.
pub fn leaving(
    app: &App,
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    id: MailId,
) -> Result<Leaving, Problem> {
    let seen = visible(conn, actor, id)?;
    let sent = attempts(conn, id)?;
    let left: Vec<&Sent> = sent.iter().filter(|one| one.outcome.left()).collect();
    let first = left.last().ok_or(Problem::NotFound)?;
    if seen.incident.is_some() {
        return Err(Problem::refused("guard-views-refused-incident"));
    }
    let mut domains: Vec<String> = left.iter().map(|one| one.domain.clone()).collect();
    domains.sort_unstable();
    domains.dedup();
    let mut kinds: Vec<String> = seen
        .findings
        .passages
        .iter()
        .map(|one| w.t(&one.kind))
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let message = if seen.wish {
        "guard-views-story-wish"
    } else {
        "guard-views-story"
    };
    let story = w.with(
        message,
        &[
            ("at", w.moment(first.at).into()),
            ("message", first.message_id.as_str().into()),
            ("count", left.len().into()),
            ("domains", w.list(&domains).into()),
            ("class", w.t(findings::class(seen.class)).into()),
            ("persons", seen.persons.into()),
            ("kinds", w.list(&kinds).into()),
        ],
    );
    let units = organisation::units(conn, app.zone.day_of(seen.at))?;
    let highest = units.iter().find(|unit| unit.controller == seen.controller);
    let unit = seen.unit.or(highest.map(|unit| unit.unit));
    Ok(Leaving {
        controller: seen.controller,
        unit: unit.ok_or(Problem::NotFound)?,
        story,
        wish: seen.wish,
        at: first.at,
    })
}

/// A mail or an attempt wherever the book or another part links to it.
pub fn title(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    kind: &str,
    id: &str,
) -> Result<Option<Link>, Problem> {
    let Some(id) = (kind == SEEN.kind).then(|| MailId::parse(id)).flatten() else {
        return Ok(None);
    };
    let found = visible(conn, actor, id).ok();
    Ok(found.map(|seen| Link {
        href: format!("/guard/mails/{id}"),
        title: w.t("guard-views-mail"),
        detail: w.t(findings::class(seen.class)),
    }))
}
