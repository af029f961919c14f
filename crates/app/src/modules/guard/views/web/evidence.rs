//! How a mail was protected: searched by message id or by a recipient's address, and taken along for an authority.
//! Who searches and who takes along stands in the book.

use askama::Template;
use kit::form::{self, Faults};
use kit::words::Tongue;

use super::super::super::place;
use super::super::super::proof::{self, Asked, SENT, Sent};
use super::super::paper;
use super::mails::{Attempt, attempt};
use crate::base::export;
use crate::base::subject::Subject;
use crate::base::visit::{Answer, Download, Page, Pager, Reply, Visit};
use crate::base::{App, Letterhead, Problem, Role, audit};

/// An authority asks about some mails, not about all of them.
const TAKEN: i64 = 5_000;
const ON_PAPER: i64 = 300;

#[derive(Template)]
#[template(path = "modules/guard/views/pages/evidence.html")]
struct Search<'a> {
    w: &'a Tongue,
    visit: &'a Visit,
    /// The auditor reads the evidence and not the officer's page of the mail.
    officer: bool,
    /// None before anything was asked.
    found: Option<Vec<Attempt>>,
    pager: Pager,
    /// The question again, for the files.
    query: String,
}

/// The question of the address; `None` when nothing was asked. An address is looked up by its keyed hash and is not
/// written down.
fn asked(app: &App, visit: &Visit) -> Option<Asked> {
    let query = &visit.query;
    let message_id = query.text("message").trim_matches(['<', '>', ' ']);
    let recipient = query.text("recipient");
    let mut faults = Faults::new();
    let from = form::day(query, &mut faults, "from").map(|day| app.zone.start_of(day));
    let until = form::day(query, &mut faults, "until").map(|day| app.zone.end_of(day));
    let asked = Asked {
        message_id: (!message_id.is_empty()).then(|| message_id.to_owned()),
        mail: None,
        recipient: if recipient.is_empty() {
            Vec::new()
        } else {
            vec![place::address_hash(app, recipient)]
        },
        from,
        until,
    };
    let any = asked.message_id.is_some()
        || !asked.recipient.is_empty()
        || asked.from.is_some()
        || asked.until.is_some();
    any.then_some(asked)
}

fn found(
    app: &App,
    visit: &Visit,
    verb: &str,
    asked: &Asked,
    page: (i64, i64),
) -> Result<(i64, Vec<Sent>), Problem> {
    let scope = visit.actor.scope_of(&[Role::Dpo, Role::Auditor]);
    let found = app.read(|conn| proof::find(conn, &scope.sql("controller_id"), asked, page))?;
    app.write(&visit.actor, |tx| {
        let subject = match found.1.as_slice() {
            [one] => SENT.subject(one.id),
            _ => Subject::named(SENT.kind, "list"),
        };
        audit::noted(tx, verb, &subject)
    })?;
    Ok(found)
}

pub fn search(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let offset = (visit.page() - 1) * Pager::SIZE;
    let (total, lines) = match asked(app, visit) {
        None => (0, None),
        Some(asked) => {
            let (total, sent) = found(app, visit, "guard.search", &asked, (Pager::SIZE, offset))?;
            let lines = sent.iter().map(|one| attempt(w, one)).collect();
            (total, Some(lines))
        }
    };
    let page = Search {
        w,
        visit,
        officer: visit.actor.has(Role::Dpo),
        found: lines,
        pager: Pager::new(visit, "/guard/evidence", total),
        query: visit.query.encode(),
    };
    Page::new(w.t("guard-views-evidence"), &page)?.answer()
}

fn taken(app: &App, visit: &Visit, most: i64) -> Result<(i64, Vec<Sent>), Problem> {
    let asked = asked(app, visit).ok_or(Problem::Refused("guard-views-refused-ask", Vec::new()))?;
    found(app, visit, "guard.export", &asked, (most, 0))
}

pub fn csv(app: &App, visit: &Visit) -> Answer {
    let (_, sent) = taken(app, visit, TAKEN)?;
    let w = &visit.tongue;
    let rows: Vec<_> = sent.iter().map(|one| paper::cells(w, one)).collect();
    Ok(Reply::File(export::csv_file(
        "evidence",
        &paper::head(w),
        &rows,
    )))
}

pub fn json(app: &App, visit: &Visit) -> Answer {
    let (total, sent) = taken(app, visit, TAKEN)?;
    let value = paper::data(app.now(), total, &sent);
    let bytes = serde_json::to_vec_pretty(&value).map_err(|e| Problem::Outside(e.to_string()))?;
    Ok(Reply::File(file(
        "evidence.json",
        "application/json",
        bytes,
    )))
}

pub fn pdf(app: &App, visit: &Visit) -> Answer {
    let (total, sent) = taken(app, visit, ON_PAPER)?;
    let w = &visit.tongue;
    let letterhead = Letterhead::of(app, w.lang);
    let bytes = (app.printer)(&paper::document(w, &letterhead, total, &sent))?;
    Ok(Reply::File(file("evidence.pdf", "application/pdf", bytes)))
}

fn file(name: &str, mime: &'static str, bytes: Vec<u8>) -> Download {
    Download {
        name: name.to_owned(),
        mime,
        bytes,
        inline: false,
        etag: None,
        public: false,
    }
}
