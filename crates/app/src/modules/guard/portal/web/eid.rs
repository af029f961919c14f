//! To national eID and back. What is proven is a number; the session opens when it is the one registered for the
//! recipient.

use super::super::actions;
use super::super::store::entering::{Begun, hash};
use super::super::store::messages;
use super::door::CITIZEN;
use super::message_id;
use crate::base::config::{Eid, Oidc};
use crate::base::identity::provider::{self, Desk, Trouble};
use crate::base::identity::session;
use crate::base::visit::{Answer, Reply, Visit};
use crate::base::{Actor, App, Problem};

/// The configuration in the form that the provider's part knows.
fn oidc(eid: &Eid) -> Oidc {
    Oidc {
        issuer: eid.issuer.clone(),
        client_id: eid.client_id.clone(),
        client_secret_file: eid.client_secret_file.clone(),
        email_domains: Vec::new(),
        name: Some(eid.name.clone()),
    }
}

fn desk<'a>(app: &'a App, eid: &'a Eid, oidc: &'a Oidc, back: &'a str) -> Desk<'a> {
    Desk {
        oidc,
        seat: &app.eid,
        back,
        scopes: &eid.scopes,
        claim: Some(&eid.claim),
    }
}

fn back_address(app: &App) -> String {
    format!(
        "{}/eid/back",
        app.config.portal.address().unwrap_or_default()
    )
}

pub fn go(app: &App, visit: &Visit) -> Answer {
    let eid = app.config.portal.eid.as_ref().ok_or(Problem::NotFound)?;
    app.brakes.address(&visit.address)?;
    let id = message_id(visit)?;
    let message = app.read(|conn| messages::one(conn, &app.keys, id))?;
    let message = message
        .filter(|one| one.erased.is_none())
        .ok_or(Problem::NotFound)?;
    let (oidc, back) = (oidc(eid), back_address(app));
    let start = provider::start(
        desk(app, eid, &oidc, &back),
        app.now(),
        visit.tongue.lang.code(),
    )
    .map_err(|trouble| failed(&trouble))?;
    let browser = session::secret();
    let begun = Begun {
        nonce: start.nonce,
        verifier: start.verifier,
        browser: hash(&browser),
        message: message.id,
    };
    app.write(&Actor::program(CITIZEN), |tx| {
        actions::begin_eid(tx, &start.state, &begun)
    })?;
    Ok(Reply::Session {
        to: start.address,
        cookie: Some(browser),
    })
}

pub fn back(app: &App, visit: &Visit) -> Answer {
    let eid = app.config.portal.eid.as_ref().ok_or(Problem::NotFound)?;
    app.brakes.address(&visit.address)?;
    let program = Actor::program(CITIZEN);
    // Taken whatever comes of it, so that it works once; and only in the browser that began it (RFC 6749, 10.12).
    let own = visit.session.as_deref().map(hash);
    let begun = app
        .write(&program, |tx| {
            actions::take_eid(tx, visit.query.raw("state"))
        })?
        .filter(|begun| own.as_deref() == Some(&begun.browser))
        .ok_or_else(|| Problem::refused("guard-portal-eid-old"))?;
    // RFC 9207: a provider may say who it is, and then it must be the one that was asked.
    let other = visit.query.has("iss") && visit.query.raw("iss") != eid.issuer;
    if other || visit.query.has("error") || !visit.query.has("code") {
        return Err(Problem::refused("guard-portal-eid-declined"));
    }
    let (oidc, address) = (oidc(eid), back_address(app));
    let proven = provider::finish(
        desk(app, eid, &oidc, &address),
        app.now(),
        visit.query.raw("code"),
        &begun.nonce,
        &begun.verifier,
    )
    .map_err(|trouble| failed(&trouble))?;
    let number = proven
        .claim
        .ok_or_else(|| Problem::refused("guard-portal-other-person"))?;
    let secret = app.write(&program, |tx| {
        let message = messages::one(tx, &app.keys, begun.message)?.ok_or(Problem::NotFound)?;
        actions::enter_by_eid(app, tx, &message, &number)
    })?;
    Ok(Reply::Session {
        to: format!("/inbox/{}", begun.message),
        cookie: Some(secret),
    })
}

fn failed(trouble: &Trouble) -> Problem {
    let (outcome, message, cause) = match trouble {
        Trouble::Down(cause) => ("down", "guard-portal-eid-down", cause),
        Trouble::Unproven(cause) => ("unproven", "guard-portal-eid-declined", cause),
    };
    tracing::warn!(outcome, cause, "national eID failed");
    Problem::refused(message)
}
