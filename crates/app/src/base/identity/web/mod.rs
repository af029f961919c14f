//! Pages of sign-in.

mod account;
mod accounts;
mod links;
mod provider;
mod setup;
mod sign_in;

use askama::Template;
use kit::form::Faults;
use kit::words::Tongue;

use super::super::organisation::PersonId;
use super::super::room::{Access, Route};
use super::super::visit::{Answer, FormView, Page, Reply, Visit};
use super::super::{App, Problem, Role};
use super::session;

const ADMINISTRATOR: Access = Access::Duty(&[Role::Administrator]);

pub const ROUTES: &[Route] = &[
    Route::get("/sign-in", Access::Public, sign_in::page),
    Route::post("/sign-in", Access::Public, sign_in::enter),
    Route::post("/sign-out", Access::Public, sign_in::leave),
    Route::get("/sign-in/provider", Access::Public, provider::go),
    Route::get("/sign-in/back", Access::Public, provider::back),
    Route::get("/sign-in/new/{token}", Access::Public, links::invited),
    Route::post("/sign-in/new/{token}", Access::Public, links::choose),
    Route::get("/demo/{role}/{token}", Access::Public, links::demo),
    Route::get("/setup", Access::Public, setup::page),
    Route::post("/setup", Access::Public, setup::set_up),
    Route::get("/account", Access::SignedIn, account::page),
    Route::post("/account/password", Access::SignedIn, account::password),
    Route::post("/account/language", Access::SignedIn, account::language),
    Route::post("/account/sessions", Access::SignedIn, account::sessions),
    Route::get("/accounts", ADMINISTRATOR, accounts::list),
    Route::get("/accounts/{person}", ADMINISTRATOR, accounts::page),
    Route::post("/accounts/{person}/open", ADMINISTRATOR, accounts::open),
    Route::post("/accounts/{person}/invite", ADMINISTRATOR, accounts::invite),
    Route::post("/accounts/{person}/lock", ADMINISTRATOR, accounts::lock),
    Route::post("/accounts/{person}/unlock", ADMINISTRATOR, accounts::unlock),
    Route::post("/accounts/{person}/unbind", ADMINISTRATOR, accounts::unbind),
];

/// A sentence about why nobody was signed in, and the way back.
#[derive(Template)]
#[template(path = "base/identity/pages/sorry.html")]
struct Sorry<'a> {
    w: &'a Tongue,
    sentence: String,
}

fn sorry(visit: &Visit, status: u16, message: &'static str) -> Answer {
    let w = &visit.tongue;
    let sentence = w.t(message);
    Page::new(w.t("identity-sorry"), &Sorry { w, sentence })?
        .status(status)
        .answer()
}

/// Signs in somebody who has shown who they are, and leads them on. Success and failure are counted, not named.
fn signed_in(app: &App, visit: &Visit, person: PersonId, way: &'static str, to: &str) -> Answer {
    match session::enter(app, person, visit.session.as_deref()) {
        Ok(secret) => {
            count(way, "done");
            Ok(Reply::Session {
                to: to.to_owned(),
                cookie: Some(secret),
            })
        }
        Err(Problem::Refused(message, _)) => {
            count(way, "refused");
            sorry(visit, 403, message)
        }
        Err(other) => Err(other),
    }
}

fn count(way: &'static str, outcome: &'static str) {
    metrics::counter!("tillit_sign_in_total", "way" => way, "outcome" => outcome).increment(1);
}

/// The form as it came with its faults, but for passwords: those are typed again.
fn again(visit: &Visit, faults: Faults) -> FormView {
    let mut form = FormView::again(visit, faults);
    for secret in ["password", "current", "new", "again"] {
        if form.fields.has(secret) {
            form.fields.set(secret, "");
        }
    }
    form
}
