//! Signing in with a password, and out.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::super::visit::{Answer, FormView, Page, Reply, Visit};
use super::super::super::{App, Problem};
use super::super::model::{self, Credentials};
use super::super::{needs_setup, password, session, store};
use super::{again, count, signed_in};

#[derive(Template)]
#[template(path = "base/identity/pages/sign_in.html")]
struct SignIn<'a> {
    w: &'a Tongue,
    form: FormView,
    passwords: bool,
    /// Where the provider's button leads, and what stands on it.
    provider: Option<(String, String)>,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let to = model::own_path(visit.query.text("to"));
    if visit.actor.person().is_some() {
        return Ok(Reply::Redirect(to.to_owned()));
    }
    if app.read(needs_setup)? {
        return Ok(Reply::Redirect("/setup".into()));
    }
    let mut fields = Fields::default();
    fields.set("to", to);
    draw(app, visit, FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let provider = app.config.sign_in.oidc.as_ref().map(|oidc| {
        let to: String =
            url::form_urlencoded::byte_serialize(form.value("to").as_bytes()).collect();
        let text = match &oidc.name {
            Some(name) => w.one("identity-with-named", "name", name.as_str()),
            None => w.t("identity-with-provider"),
        };
        (format!("/sign-in/provider?to={to}"), text)
    });
    let passwords = !app.config.sign_in.no_passwords;
    Page::new(
        w.t("identity-sign-in"),
        &SignIn {
            w,
            form,
            passwords,
            provider,
        },
    )
}

/// A wrong password and an unknown account give the same answer in the same time.
pub fn enter(app: &App, visit: &Visit) -> Answer {
    if app.config.sign_in.no_passwords {
        return Err(Problem::NotFound);
    }
    app.brakes.address(&visit.address)?;
    let refused = |faults| draw(app, visit, again(visit, faults))?.status(422).answer();
    let given = match Credentials::check(&visit.form) {
        Ok(given) => given,
        Err(faults) => return refused(faults),
    };
    app.brakes.account(&given.account)?;
    let known = app.read(|conn| store::account(conn, &given.account))?;
    let stored = known.as_ref().map(|row| row.hash.as_str());
    let right = password::verifies(&app.brakes, &given.password, stored);
    match known.filter(|_| right) {
        Some(row) => {
            let to = model::own_path(visit.form.text("to"));
            signed_in(app, visit, row.person, "password", to)
        }
        None => {
            count("password", "wrong");
            let mut faults = Faults::new();
            faults.add("account", "identity-wrong");
            refused(faults)
        }
    }
}

pub fn leave(app: &App, visit: &Visit) -> Answer {
    if let Some(secret) = &visit.session {
        session::end(app, secret)?;
    }
    Ok(Reply::Session {
        to: "/sign-in".into(),
        cookie: None,
    })
}
