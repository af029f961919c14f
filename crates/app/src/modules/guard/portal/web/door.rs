//! The door of a message: what the link of a notice opens. It says that something waits, until when, and how to prove
//! who one is; nothing of the message, and not for whom it is.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::super::model::Proof;
use super::super::actions::{self, Asked, Tried, Ways};
use super::super::model::read;
use super::super::store::messages::{self, MessageRow};
use super::message_id;
use crate::base::visit::{Answer, FormView, Look, Page, Reply, Visit};
use crate::base::{Actor, App, Problem, once};

/// Too often, not wrong (RFC 6585, 4).
const SLOWED: u16 = 429;
/// The mark of what citizens do.
pub const CITIZEN: &str = "citizen";

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/door.html")]
struct Door<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    path: String,
    name: String,
    until: String,
    gone: bool,
    /// The last digits of the phone, when a code to it opens the message.
    phone: Option<String>,
    /// A code in a letter is enough.
    letter: bool,
    /// What the national eID is called, when it can be used.
    eid: Option<String>,
    /// A code was sent a moment ago.
    sent: bool,
    strong: bool,
    /// A phone is registered, and it is not enough.
    short: bool,
}

fn find(app: &App, visit: &Visit) -> Result<MessageRow, Problem> {
    app.brakes.address(&visit.address)?;
    let id = message_id(visit)?;
    let message = app.read(|conn| messages::one(conn, &app.keys, id))?;
    message.ok_or(Problem::NotFound)
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let message = find(app, visit)?;
    let form = FormView::fresh(Fields::default());
    draw(app, visit, &message, &form, visit.query.has("sent"))?.answer()
}

fn draw(
    app: &App,
    visit: &Visit,
    message: &MessageRow,
    form: &FormView,
    sent: bool,
) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let asked = (message.recipient.as_str(), message.proof, message.at);
    let ways = app.read(|conn| Ways::of(app, conn, asked))?;
    let eid = app.config.portal.eid.as_ref().filter(|_| ways.eid);
    let page = Door {
        w,
        form,
        path: format!("/post/{}", message.id),
        name: app.config.name(w.lang),
        until: w.day(app.zone.day_of(message.expires)),
        gone: message.erased.is_some(),
        phone: ways.phone.as_deref().map(ending),
        letter: ways.letter,
        eid: eid.map(|eid| eid.name.clone()),
        sent,
        strong: message.proof == Proof::NationalEid,
        short: ways.short,
    };
    Page::new(w.t("guard-portal-door-title"), &page)
}

/// Its last two digits.
fn ending(phone: &str) -> String {
    let from = phone.len().saturating_sub(2);
    phone.get(from..).unwrap_or_default().to_owned()
}

/// Sends a code to the registered phone.
pub fn ask(app: &App, visit: &Visit) -> Answer {
    let message = find(app, visit)?;
    if message.erased.is_some() || Proof::PhoneCode < message.proof {
        return Err(Problem::refused("guard-portal-no-phone"));
    }
    let path = format!("/post/{}?sent=1", message.id);
    let mut made: Option<Asked> = None;
    let asked = app.write(&Actor::program(CITIZEN), |tx| {
        once::first(tx, visit, |tx| {
            made = Some(actions::ask(app, tx, &message)?);
            Ok(path.clone())
        })
    });
    let to = match asked {
        Err(Problem::TooMuch(why)) => return again(app, visit, &message, (why, SLOWED)),
        other => other?,
    };
    // After the commit: a code that is not stored would open nothing. It stands in no row and in no job.
    if let Some(asked) = made {
        let w = app.tongue(asked.lang);
        let args = [
            ("code", asked.code.into()),
            ("name", app.config.name(asked.lang).into()),
            ("minutes", app.config.portal.code_minutes.into()),
        ];
        let text = w.with("guard-portal-sms", &args);
        if let Err(why) = app.texter.send(app.now(), &asked.phone, &text) {
            tracing::warn!(why, "a code could not be sent");
            return Err(Problem::refused("guard-portal-not-sent"));
        }
    }
    Ok(Reply::Redirect(to))
}

/// Tries a code, from a phone or from a letter.
pub fn open(app: &App, visit: &Visit) -> Answer {
    let message = find(app, visit)?;
    if let Err(Problem::TooMuch(why)) = app.brakes.account(&format!("portal {}", message.id)) {
        return again(app, visit, &message, (why, SLOWED));
    }
    if message.erased.is_some() {
        return draw(
            app,
            visit,
            &message,
            &FormView::fresh(Fields::default()),
            false,
        )?
        .answer();
    }
    let tried = match read(visit.form.raw("code")) {
        None => Tried::Wrong,
        Some((form, code)) => app.write(&Actor::program(CITIZEN), |tx| {
            actions::try_code(app, tx, &message, form, &code)
        })?,
    };
    let fault = match tried {
        Tried::Opened(secret) => {
            return Ok(Reply::Session {
                to: format!("/inbox/{}", message.id),
                cookie: Some(secret),
            });
        }
        Tried::Wrong => "guard-portal-fault-code",
        Tried::Spent => "guard-portal-fault-spent",
    };
    again(app, visit, &message, (fault, 422))
}

/// The door once more, with what was wrong: the other ways in stand there too.
fn again(
    app: &App,
    visit: &Visit,
    message: &MessageRow,
    (fault, status): (&'static str, u16),
) -> Answer {
    let mut faults = Faults::new();
    faults.add("code", fault);
    let mut form = FormView::again(visit, faults);
    // A code never comes back in a page.
    form.fields.set("code", "");
    if form.once.is_empty() {
        form.once = once::token();
    }
    draw(app, visit, message, &form, false)?
        .look(Look::Answer)
        .status(status)
        .answer()
}
