//! What a citizen sees who has proven who they are: their messages, one of them, and the form to write back.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::model::Part;
use super::super::store::messages::MessageRow;
use super::super::store::{answers, messages};
use super::super::{actions, letter};
use super::door::CITIZEN;
use super::{Citizen, citizen, message_id};
use crate::base::visit::{Answer, Download, FormView, Page, Reply, Visit, submit};
use crate::base::{Actor, App, Problem, once};

const WORDS: usize = 20_000;
const FILES: usize = 20;

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/inbox.html")]
struct Inbox<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    inside: bool,
    /// What was proven speaks of the person: they may say how we write to them.
    personal: bool,
    lines: Vec<Line>,
}

struct Line {
    /// Empty when what was proven is not enough.
    href: String,
    subject: String,
    day: String,
    until: String,
    new: bool,
}

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/message.html")]
struct Shown<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    path: String,
    subject: String,
    sender: String,
    at: String,
    until: String,
    /// As the mail itself says it; empty when it does not.
    lang: String,
    text: String,
    /// Name and size; the address is the place in the list.
    files: Vec<(String, String)>,
    answers: Vec<Said>,
    limit: String,
    /// Who of ours can open an answer.
    hint: &'static str,
    answered: bool,
}

/// One answer as a page shows it.
pub struct Said {
    pub at: String,
    pub words: String,
    /// Address (empty for the citizen, who has the file), name, size.
    pub files: Vec<(String, String, String)>,
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let (inside, rows) = app.read(|conn| match citizen(app, conn, visit)? {
        Some(citizen) => {
            let mut rows = messages::of_recipient(conn, &app.keys, &citizen.by.recipient)?;
            rows.retain(|message| citizen.meets(message));
            Ok::<_, Problem>((Some(citizen), rows))
        }
        None => Ok((None, Vec::new())),
    })?;
    let line = |message: &MessageRow| {
        let may = inside.as_ref().is_some_and(|citizen| citizen.may(message));
        Line {
            href: if may {
                format!("/inbox/{}", message.id)
            } else {
                String::new()
            },
            subject: match (may, message.subject.as_str()) {
                // Below the floor not even the subject is shown.
                (false, _) => w.t("guard-portal-stronger"),
                (true, "") => w.t("guard-portal-no-subject"),
                (true, subject) => subject.to_owned(),
            },
            day: w.day(app.zone.day_of(message.at)),
            until: w.day(app.zone.day_of(message.expires)),
            new: message.first_read.is_none(),
        }
    };
    let page = Inbox {
        w,
        form: &FormView::fresh(Fields::default()),
        inside: inside.is_some(),
        personal: inside
            .as_ref()
            .is_some_and(|citizen| citizen.reach.is_personal()),
        lines: rows.iter().map(line).collect(),
    };
    Page::new(w.t("guard-portal-inbox-title"), &page)?.answer()
}

/// The message and whoever may read it now.
enum Met {
    Open(Box<Citizen>, Box<MessageRow>),
    /// Not proven, or not enough: back to the message's door.
    Door(String),
}

/// A message of somebody else is not there at all.
fn meet(app: &App, visit: &Visit) -> Result<Met, Problem> {
    let id = message_id(visit)?;
    app.read(|conn| {
        let Some(citizen) = citizen(app, conn, visit)? else {
            return Ok(Met::Door(format!("/post/{id}")));
        };
        let message = messages::one(conn, &app.keys, id)?;
        let message = message.filter(|one| one.recipient == citizen.by.recipient);
        let message = message.ok_or(Problem::NotFound)?;
        Ok(if citizen.may(&message) {
            Met::Open(Box::new(citizen), Box::new(message))
        } else {
            Met::Door(format!("/post/{id}"))
        })
    })
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let (citizen, message) = match meet(app, visit)? {
        Met::Door(to) => return Ok(Reply::Redirect(to)),
        Met::Open(citizen, message) => (citizen, message),
    };
    let form = FormView::fresh(Fields::default());
    draw(app, visit, (&citizen, &message), &form)?.answer()
}

/// Shows a message, and notes before that it was.
fn draw(
    app: &App,
    visit: &Visit,
    (citizen, message): (&Citizen, &MessageRow),
    form: &FormView,
) -> Result<Page, Problem> {
    let w = &visit.tongue;
    app.write(&Actor::program(CITIZEN), |tx| {
        actions::read(tx, message, citizen.reach.proof)
    })?;
    let (content, said) = app.read(|conn| {
        let content = messages::content(conn, &app.keys, message.id)?;
        let said = answers::of_message(conn, &app.keys, message.id)?;
        Ok::<_, Problem>((content.ok_or(Problem::NotFound)?, said))
    })?;
    let read = letter::read(&content);
    let subject = if read.subject.is_empty() {
        w.t("guard-portal-no-subject")
    } else {
        read.subject
    };
    let files = read
        .parts
        .iter()
        .map(|part| (part.name.clone(), w.bytes(part.bytes.len() as u64)))
        .collect();
    let page = Shown {
        w,
        form,
        path: format!("/inbox/{}", message.id),
        sender: message.sender_address.clone(),
        at: w.moment(message.at),
        until: w.day(app.zone.day_of(message.expires)),
        lang: read.lang,
        text: read.text,
        files,
        answers: said.iter().map(|answer| said_of(w, answer)).collect(),
        limit: w.bytes(app.config.limits.upload as u64),
        // As `sent::mine` decides who may look.
        hint: match message.sender {
            Some(_) => "guard-portal-answer-hint",
            None => "guard-portal-answer-hint-officer",
        },
        answered: visit.query.has("answered") && !said.is_empty(),
        subject: subject.clone(),
    };
    Page::new(subject, &page)
}

fn said_of(w: &Tongue, answer: &answers::AnswerRow) -> Said {
    Said {
        at: w.moment(answer.at),
        words: answer.words.clone(),
        files: answer
            .files
            .iter()
            .map(|(_, name, bytes)| {
                let size = w.bytes(u64::try_from(*bytes).unwrap_or(0));
                (String::new(), name.clone(), size)
            })
            .collect(),
    }
}

/// One of the files, or (`all`) the whole message as it came.
pub fn file(app: &App, visit: &Visit) -> Answer {
    let (citizen, message) = match meet(app, visit)? {
        Met::Door(to) => return Ok(Reply::Redirect(to)),
        Met::Open(citizen, message) => (citizen, message),
    };
    let content = app.read(|conn| messages::content(conn, &app.keys, message.id))?;
    let content = content.ok_or(Problem::NotFound)?;
    let part = if visit.param("place") == "all" {
        Part {
            name: "message.eml".to_owned(),
            bytes: content,
        }
    } else {
        let place: usize = visit
            .param("place")
            .parse()
            .map_err(|_| Problem::NotFound)?;
        let mut parts = letter::read(&content).parts;
        if place >= parts.len() {
            return Err(Problem::NotFound);
        }
        parts.swap_remove(place)
    };
    app.write(&Actor::program(CITIZEN), |tx| {
        actions::taken(tx, &message, citizen.reach.proof)
    })?;
    Ok(Reply::File(download(part)))
}

/// Never shown in the browser: whatever it is, it is saved.
pub fn download(part: Part) -> Download {
    Download {
        name: part.name,
        mime: "application/octet-stream",
        bytes: part.bytes,
        inline: false,
        etag: None,
        public: false,
    }
}

pub fn answer(app: &App, visit: &Visit) -> Answer {
    let (citizen, message) = match meet(app, visit)? {
        Met::Door(to) => return Ok(Reply::Redirect(to)),
        Met::Open(citizen, message) => (citizen, message),
    };
    let result = app.write(&Actor::program(CITIZEN), |tx| {
        once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let words = form::required(&visit.form, &mut faults, "words", form::REQUIRED, WORDS);
            let files = enclosed(visit, &mut faults);
            faults.into_result(())?;
            actions::answer(tx, &app.keys, &message, &words, &files)?;
            Ok(format!("/inbox/{}?answered=1", message.id))
        })
    });
    submit(result, |faults| {
        let form = FormView::again(visit, faults);
        draw(app, visit, (&citizen, &message), &form)
    })
}

fn enclosed(visit: &Visit, faults: &mut Faults) -> Vec<Part> {
    let files = visit.files.iter().filter(|file| !file.bytes.is_empty());
    let parts: Vec<Part> = files
        .enumerate()
        .map(|(place, file)| {
            let name = letter::file_name(&file.name);
            Part {
                name: if name.is_empty() {
                    (place + 1).to_string()
                } else {
                    name
                },
                bytes: file.bytes.clone(),
            }
        })
        .collect();
    if parts.len() > FILES {
        faults.add("file", "guard-portal-fault-files");
    }
    parts
}

pub fn leave(app: &App, visit: &Visit) -> Answer {
    let inside = app.read(|conn| citizen(app, conn, visit))?;
    if let (Some(citizen), Some(secret)) = (inside, visit.session.as_deref()) {
        app.write(&Actor::program(CITIZEN), |tx| {
            actions::leave(tx, secret, citizen.reach.opened)
        })?;
    }
    Ok(Reply::Session {
        to: "/inbox".to_owned(),
        cookie: None,
    })
}
