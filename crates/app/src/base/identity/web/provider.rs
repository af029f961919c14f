//! To the sign-in provider and back.

use std::sync::LazyLock;

use super::super::super::config::Oidc;
use super::super::super::visit::{Answer, Reply, Visit};
use super::super::super::{Actor, App, Problem};
use super::super::model;
use super::super::provider::{self, Desk, Trouble};
use super::super::store::{self, Begun};
use super::super::{actions, session};
use super::{count, signed_in, sorry};

/// Whoever takes longer begins again.
const MINUTES: i64 = 10;

pub fn go(app: &App, visit: &Visit) -> Answer {
    let oidc = app.config.sign_in.oidc.as_ref().ok_or(Problem::NotFound)?;
    let to = model::own_path(visit.query.text("to"));
    // A link on a foreign page may lead here: it must not end a session.
    if visit.actor.person().is_some() {
        return Ok(Reply::Redirect(to.to_owned()));
    }
    app.brakes.address(&visit.address)?;
    let back = back_address(app);
    let start = match provider::start(desk(app, oidc, &back), app.now(), visit.tongue.lang.code()) {
        Ok(start) => start,
        Err(trouble) => return failed(visit, &trouble),
    };
    let browser = session::secret();
    let begun = Begun {
        nonce: start.nonce,
        verifier: start.verifier,
        led_to: to.to_owned(),
        browser: session::hash(&browser),
    };
    let until = app.now().plus_minutes(MINUTES);
    app.write(&Actor::program("sign-in"), |tx| {
        store::begin(tx, &start.state, &begun, until)
    })?;
    Ok(Reply::Session {
        to: start.address,
        cookie: Some(browser),
    })
}

pub fn back(app: &App, visit: &Visit) -> Answer {
    let oidc = app.config.sign_in.oidc.as_ref().ok_or(Problem::NotFound)?;
    app.brakes.address(&visit.address)?;
    let state = visit.query.raw("state");
    let program = Actor::program("sign-in");
    // Taken whatever comes of it, so that it works once; and only in the browser that began it, so that
    // nobody is signed in as somebody else by a link (RFC 6749, 10.12).
    let own = visit.session.as_deref().map(session::hash);
    let begun = app
        .write(&program, |tx| store::take(tx, state))?
        .filter(|begun| own.as_deref() == Some(&begun.browser));
    let Some(begun) = begun else {
        count("provider", "old");
        return sorry(visit, 409, "identity-begun-old");
    };
    // RFC 9207: a provider may say who it is, and then it must be the one that was asked.
    let named = visit.query.raw("iss");
    let other = visit.query.has("iss") && named != oidc.issuer;
    if other || visit.query.has("error") || !visit.query.has("code") {
        count("provider", "declined");
        return sorry(visit, 403, "identity-provider-declined");
    }
    let code = visit.query.raw("code");
    let address = back_address(app);
    let desk = desk(app, oidc, &address);
    let proven = match provider::finish(desk, app.now(), code, &begun.nonce, &begun.verifier) {
        Ok(proven) => proven,
        Err(trouble) => return failed(visit, &trouble),
    };
    match app.write(&program, |tx| actions::match_proven(tx, oidc, &proven))? {
        Some(person) => signed_in(app, visit, person, "provider", &begun.led_to),
        None => {
            count("provider", "unknown");
            sorry(visit, 403, "identity-unknown")
        }
    }
}

fn back_address(app: &App) -> String {
    format!("{}/sign-in/back", app.config.server.public_url)
}

/// The provider of the municipality's own people. Some providers tell the e-mail address only for its scope.
fn desk<'a>(app: &'a App, oidc: &'a Oidc, back: &'a str) -> Desk<'a> {
    static SCOPES: LazyLock<[String; 1]> = LazyLock::new(|| ["email".to_owned()]);
    Desk {
        oidc,
        seat: &app.provider,
        back,
        scopes: SCOPES.as_slice(),
        claim: None,
    }
}

fn failed(visit: &Visit, trouble: &Trouble) -> Answer {
    let (outcome, status, message, cause) = match trouble {
        Trouble::Down(cause) => ("down", 502, "identity-provider-down", cause),
        Trouble::Unproven(cause) => ("unproven", 403, "identity-unproven", cause),
    };
    count("provider", outcome);
    tracing::warn!(outcome, cause, "sign-in at the provider failed");
    sorry(visit, status, message)
}
