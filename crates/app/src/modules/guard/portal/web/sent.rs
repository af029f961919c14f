//! What one of ours has sent by the portal: whether it was read, by which proof, and what came back. Nobody but the
//! sender sees it; a message of no known sender is the data protection officer's.

use askama::Template;
use kit::clock::Moment;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::super::model::Proof;
use super::super::actions::Ways;
use super::super::model::spaced;
use super::super::store::messages::MessageRow;
use super::super::store::{answers, codes, messages, parcels, people};
use super::super::{Enclosed, FileId, actions};
use super::inbox::{Said, download};
use super::{channel, message_id};
use crate::base::visit::{Answer, FormView, Look, Page, Pager, Reply, Visit};
use crate::base::{App, Problem, Role, once};

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/sent.html")]
struct List<'a> {
    w: &'a Tongue,
    lines: Vec<Line>,
    pager: Pager,
}

struct Line {
    href: String,
    recipient: String,
    day: String,
    state: &'static str,
    good: bool,
    answers: String,
}

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/sent_one.html")]
struct One<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    path: String,
    facts: Vec<(&'static str, String)>,
    reads: Vec<(String, String)>,
    answers: Vec<Said>,
    here: bool,
    /// What the sender must do before the recipient can open it; empty when nothing.
    need: &'static str,
    /// A code in a letter would be enough.
    letter: bool,
    channels: Vec<(String, String)>,
    parcels: Vec<channel::Line>,
}

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/letter.html")]
struct Letter<'a> {
    /// The recipient's language: the page is the letter.
    w: &'a Tongue,
    lang: &'static str,
    name: String,
    code: String,
    address: String,
    until: String,
    back: String,
    title: String,
    hint: String,
    again: String,
}

fn state(message: &MessageRow) -> (&'static str, bool) {
    match (message.first_read, message.erased, message.noticed) {
        (Some(_), _, _) => ("guard-portal-state-read", true),
        (None, Some(_), _) => ("guard-portal-state-unread", false),
        (None, None, Some(_)) => ("guard-portal-state-noticed", false),
        (None, None, None) => ("guard-portal-state-waiting", false),
    }
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let person = visit.actor.person().ok_or(Problem::SignIn)?;
    let (rows, counts, pager) = app.read(|conn| {
        let total = messages::count_of_sender(conn, person)?;
        let pager = Pager::new(visit, "/guard/portal", total);
        let rows = messages::of_sender(conn, &app.keys, person, pager.offset(), Pager::SIZE)?;
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let counts = answers::counts(conn, &ids)?;
        Ok::<_, Problem>((rows, counts, pager))
    })?;
    let line = |message: &MessageRow| {
        let (state, good) = state(message);
        let count = counts
            .iter()
            .find(|(id, _)| *id == message.id)
            .map_or(0, |(_, n)| *n);
        Line {
            href: format!("/guard/portal/{}", message.id),
            recipient: message.recipient.clone(),
            day: w.day(app.zone.day_of(message.at)),
            state,
            good,
            answers: if count == 0 {
                String::new()
            } else {
                w.number(count)
            },
        }
    };
    let page = List {
        w,
        lines: rows.iter().map(line).collect(),
        pager,
    };
    Page::new(w.t("guard-portal-sent-title"), &page)?.answer()
}

pub fn mine(app: &App, visit: &Visit) -> Result<MessageRow, Problem> {
    let id = message_id(visit)?;
    let message = app.read(|conn| messages::one(conn, &app.keys, id))?;
    let message = message.filter(|message| match message.sender {
        Some(sender) => visit.actor.person() == Some(sender),
        None => visit.actor.has(Role::Dpo),
    });
    message.ok_or(Problem::NotFound)
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let message = mine(app, visit)?;
    let asked = (message.recipient.as_str(), message.proof, message.at);
    let (reads, said, parcels, (ways, made)) = app.read(|conn| {
        let ways = Ways::of(app, conn, asked)?;
        let made = codes::made(conn, message.id, Proof::LetterCode)?;
        let reads = messages::reads(conn, message.id)?;
        let parcels = parcels::of(conn, &app.keys, message.mail, &message.recipient)?;
        let said = answers::of_message(conn, &app.keys, message.id)?;
        Ok::<_, Problem>((reads, said, parcels, (ways, made)))
    })?;
    if !said.is_empty() {
        app.write(&visit.actor, |tx| actions::looked(tx, message.id))?;
    }
    let path = format!("/guard/portal/{}", message.id);
    let page = One {
        w,
        form: &FormView::fresh(Fields::default()),
        facts: facts(app, w, &message, made),
        need: need(&message, &ways, made.is_some()),
        reads: reads
            .iter()
            .map(|(at, proof)| (w.moment(*at), w.t(proof.word())))
            .collect(),
        answers: said
            .iter()
            .map(|answer| said_of(w, &path, answer))
            .collect(),
        here: message.erased.is_none(),
        letter: ways.letter,
        channels: channel::choices(w),
        parcels: parcels.iter().map(|row| channel::line(w, row)).collect(),
        path,
    };
    Page::new(w.t("guard-portal-sent-one-title"), &page)?.answer()
}

/// As the notice of the deposit said it, until a letter was made or the message was read.
fn need(message: &MessageRow, ways: &Ways, made: bool) -> &'static str {
    if message.erased.is_some() || message.first_read.is_some() || ways.open() || made {
        return "";
    }
    if ways.letter {
        "guard-portal-need-letter"
    } else {
        "guard-portal-need-channel"
    }
}

fn facts(
    app: &App,
    w: &Tongue,
    message: &MessageRow,
    made: Option<Moment>,
) -> Vec<(&'static str, String)> {
    let mut facts = vec![("guard-portal-to", message.recipient.clone())];
    if !message.subject.is_empty() {
        facts.push(("guard-portal-subject", message.subject.clone()));
    }
    facts.push(("guard-portal-at", w.moment(message.at)));
    facts.push(("guard-portal-floor", w.t(message.proof.word())));
    if let Some(at) = message.noticed {
        facts.push(("guard-portal-noticed", w.moment(at)));
    }
    if let Some(at) = made {
        facts.push(("guard-portal-letter-made", w.moment(at)));
    }
    let until = w.day(app.zone.day_of(message.erased.unwrap_or(message.expires)));
    let word = if message.erased.is_some() {
        "guard-portal-erased"
    } else {
        "guard-portal-until"
    };
    facts.push((word, until));
    facts.push(("guard-portal-digest", message.digest.clone()));
    facts
}

fn said_of(w: &Tongue, path: &str, answer: &answers::AnswerRow) -> Said {
    Said {
        at: w.moment(answer.at),
        words: answer.words.clone(),
        files: answer
            .files
            .iter()
            .map(|(id, name, bytes)| {
                let size = w.bytes(u64::try_from(*bytes).unwrap_or(0));
                (format!("{path}/file/{id}"), name.clone(), size)
            })
            .collect(),
    }
}

pub fn file(app: &App, visit: &Visit) -> Answer {
    let message = mine(app, visit)?;
    let id = FileId::parse(visit.param("file")).ok_or(Problem::NotFound)?;
    let part = app.read(|conn| answers::file(conn, &app.keys, message.id, id.of::<Enclosed>()))?;
    let part = part.ok_or(Problem::NotFound)?;
    app.write(&visit.actor, |tx| actions::looked(tx, message.id))?;
    Ok(Reply::File(download(part)))
}

/// Makes a code for a letter and shows the letter, once.
pub fn letter(app: &App, visit: &Visit) -> Answer {
    let message = mine(app, visit)?;
    if message.erased.is_some() || message.proof > Proof::LetterCode {
        return Err(Problem::refused("guard-portal-no-letter"));
    }
    let mut code = String::new();
    let back = format!("/guard/portal/{}", message.id);
    let to = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            code = actions::letter(app, tx, &message)?;
            Ok(back.clone())
        })
    })?;
    if code.is_empty() {
        // The form came twice: the code was shown the first time and is not known any more.
        return Ok(Reply::Redirect(to));
    }
    let lang = app.read(|conn| people::lang(conn, &app.keys, &message.recipient))?;
    let w = app.tongue(lang.unwrap_or(message.lang));
    let url = app.config.portal.address().unwrap_or_default();
    let page = Letter {
        lang: w.lang.code(),
        name: app.config.name(w.lang),
        code: spaced(&code),
        address: format!("{url}/post/{}", message.id),
        until: w.day(app.zone.day_of(message.expires)),
        back,
        title: visit.tongue.t("guard-portal-letter-title"),
        hint: visit.tongue.t("guard-portal-letter-hint"),
        again: visit.tongue.t("guard-portal-letter-back"),
        w: &w,
    };
    Page::new(visit.tongue.t("guard-portal-letter-title"), &page)?
        .look(Look::Answer)
        .answer()
}

/// The notice once more.
pub fn notice(app: &App, visit: &Visit) -> Answer {
    let message = mine(app, visit)?;
    if message.erased.is_some() {
        return Err(Problem::refused("guard-portal-gone"));
    }
    let to = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            actions::renew_notice(tx, message.id)?;
            Ok(format!("/guard/portal/{}", message.id))
        })
    })?;
    Ok(Reply::Redirect(to))
}
