//! How a mail was protected: searched by message id or by a recipient's address, and taken along for an authority.
//! Who searches and who takes along stands in the book. What is asked of a person travels in the body of a form.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::super::place;
use super::super::super::proof::{self, Asked, SENT, Sent};
use super::super::paper::{self, Known};
use super::mails::{Attempt, attempt};
use crate::base::export;
use crate::base::subject::Subject;
use crate::base::visit::{Answer, Download, Look, Page, Pager, Reply, Visit};
use crate::base::{App, Letterhead, Problem, Role, audit};

/// An authority asks about some mails, not about all of them.
const TAKEN: i64 = 5_000;
const ON_PAPER: i64 = 300;

#[derive(Template)]
#[template(path = "modules/guard/views/pages/evidence.html")]
struct Search<'a> {
    w: &'a Tongue,
    /// The auditor reads the evidence and not the officer's page of the mail.
    officer: bool,
    given: &'a Fields,
    /// The recipient's, as it was typed.
    address: String,
    /// None before anything was asked.
    found: Option<Vec<Attempt>>,
    pager: Pager,
    /// The question again, for the files.
    again: Vec<(String, String)>,
    /// Keyed hash of the recipient, where a link asks for it.
    to: String,
}

/// A question to the evidence.
struct Question {
    asked: Asked,
    /// The question as an address of a page may hold it: recipient and message id as they are stored. Addresses of
    /// pages are written down in many places.
    linked: Fields,
    /// The recipient's address as it was typed; empty where a link asks.
    address: String,
}

/// What these fields ask; `None` when nothing. `address` is a recipient's, from a form alone. It is looked up by its
/// keyed hash and is not written down.
fn question(app: &App, given: &Fields, address: &str) -> Option<Question> {
    let mut linked = Fields::default();
    let mut link = |name: &str, value: String| {
        if !value.is_empty() {
            linked.set(name, value.as_str());
        }
        value
    };
    let message_id = link(
        "message",
        place::message_id(&app.keys, given.text("message")),
    );
    let recipient = link(
        "to",
        match address {
            "" => given.text("to").to_owned(),
            address => place::address_hash(app, address),
        },
    );
    let mut faults = Faults::new();
    let mut day = |name| {
        let day = form::day(given, &mut faults, name)?;
        link(name, day.to_string());
        Some(day)
    };
    let (from, until) = (day("from"), day("until"));
    if linked == Fields::default() {
        return None;
    }
    Some(Question {
        asked: Asked {
            message_id: (!message_id.is_empty()).then_some(message_id),
            mail: None,
            recipient: (!recipient.is_empty())
                .then_some(recipient)
                .into_iter()
                .collect(),
            from: from.map(|day| app.zone.start_of(day)),
            until: until.map(|day| app.zone.end_of(day)),
        },
        linked,
        address: address.to_owned(),
    })
}

fn found(
    app: &App,
    visit: &Visit,
    verb: &str,
    asked: &Asked,
    page: (i64, i64),
) -> Result<(i64, Vec<Sent>, Known), Problem> {
    let scope = visit.actor.scope_of(&[Role::Dpo, Role::Auditor]);
    let found = app.read(|conn| {
        let (total, sent) = proof::find(conn, &scope.sql("controller_id"), asked, page)?;
        let known = Known::of(app, conn, &visit.actor, &sent)?;
        Ok::<_, Problem>((total, sent, known))
    })?;
    app.write(&visit.actor, |tx| {
        let subject = match found.1.as_slice() {
            [one] => SENT.subject(one.id),
            _ => Subject::named(SENT.kind, "list"),
        };
        audit::noted(tx, verb, &subject)
    })?;
    Ok(found)
}

/// A link asks: days, a message id, a keyed hash.
pub fn page(app: &App, visit: &Visit) -> Answer {
    let asked = question(app, &visit.query, "");
    draw(app, visit, &visit.query, asked)?.answer()
}

/// A form asks, by a recipient's address too.
pub fn search(app: &App, visit: &Visit) -> Answer {
    let asked = question(app, &visit.form, visit.form.text("recipient"));
    draw(app, visit, &visit.form, asked)?
        .look(Look::Answer)
        .answer()
}

fn draw(
    app: &App,
    visit: &Visit,
    given: &Fields,
    question: Option<Question>,
) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let offset = (visit.page() - 1) * Pager::SIZE;
    let mut linked = visit.clone();
    linked.query = Fields::default();
    let (mut again, mut to, mut typed) = (Vec::new(), String::new(), String::new());
    let (total, lines) = match question {
        None => (0, None),
        Some(Question {
            asked,
            linked: fields,
            address,
        }) => {
            let (total, sent, known) =
                found(app, visit, "guard.search", &asked, (Pager::SIZE, offset))?;
            again = fields.pairs().to_vec();
            if address.is_empty() {
                to = fields.text("to").to_owned();
            } else {
                again.retain(|(name, _)| name != "to");
                again.push(("recipient".to_owned(), address.clone()));
                typed = address;
            }
            linked.query = fields;
            linked.query.set("page", visit.query.text("page"));
            let lines = sent.iter().map(|one| attempt(w, &known, one)).collect();
            (total, Some(lines))
        }
    };
    let page = Search {
        w,
        officer: visit.actor.has(Role::Dpo),
        given,
        address: typed,
        found: lines,
        pager: Pager::new(&linked, "/guard/evidence", total),
        again,
        to,
    };
    Page::new(w.t("guard-views-evidence"), &page)
}

/// What a file is about. It is asked by a form, as the search is.
fn taken(app: &App, visit: &Visit, most: i64) -> Result<(i64, Vec<Sent>, Known), Problem> {
    let question = question(app, &visit.form, visit.form.text("recipient"))
        .ok_or(Problem::Refused("guard-views-refused-ask", Vec::new()))?;
    let (total, sent, mut known) = found(app, visit, "guard.export", &question.asked, (most, 0))?;
    known.recipient = question.address;
    Ok((total, sent, known))
}

pub fn csv(app: &App, visit: &Visit) -> Answer {
    let (_, sent, known) = taken(app, visit, TAKEN)?;
    let w = &visit.tongue;
    let rows: Vec<_> = sent
        .iter()
        .map(|one| paper::cells(w, &known, one))
        .collect();
    Ok(Reply::File(export::csv_file(
        "evidence",
        &paper::head(w),
        &rows,
    )))
}

pub fn json(app: &App, visit: &Visit) -> Answer {
    let (total, sent, known) = taken(app, visit, TAKEN)?;
    let value = paper::data(app.now(), total, &known, &sent);
    let bytes = serde_json::to_vec_pretty(&value).map_err(|e| Problem::Outside(e.to_string()))?;
    Ok(Reply::File(file(
        "evidence.json",
        "application/json",
        bytes,
    )))
}

pub fn pdf(app: &App, visit: &Visit) -> Answer {
    let (total, sent, known) = taken(app, visit, ON_PAPER)?;
    let w = &visit.tongue;
    let letterhead = Letterhead::of(app, w.lang);
    let bytes = (app.printer)(&paper::document(w, &letterhead, total, &known, &sent))?;
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
