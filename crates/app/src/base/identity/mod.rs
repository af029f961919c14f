//! Sign-in -> Actor. Sessions live on the server; the cookie holds a random secret, the table its hash.
//!
//! A person signs in with the municipality's provider (OpenID Connect) or with a password, both slowed. In
//! the demonstration links sign in. An empty installation has a set-up page, guarded by a code on the console.

mod actions;
pub mod actor;
mod brakes;
mod jobs;
mod model;
mod password;
pub mod provider;
pub mod session;
mod store;
mod web;

use kit::db::{Conn, Migration};
use kit::words::Lang;

use super::organisation::{self, PersonId};
use super::room::{self, Access, MenuItem, Room, Topic};
use super::{Actor, App, Problem, Role};

pub use brakes::Brakes;
pub use provider::Provider;

pub const PART: Room = Room {
    name: "identity",
    migrations: &[
        Migration {
            number: 4,
            name: "identity",
            sql: include_str!("../../../../../migrations/0004_identity.sql"),
        },
        Migration {
            number: 12,
            name: "identity",
            sql: include_str!("../../../../../migrations/0012_identity.sql"),
        },
    ],
    routes: web::ROUTES,
    menu: &[
        MenuItem {
            word: "identity-accounts",
            topic: Topic::House,
            href: "/accounts",
            access: Access::Duty(&[Role::Administrator]),
            place: 820,
        },
        MenuItem {
            word: "identity-account",
            topic: Topic::Mine,
            href: "/account",
            access: Access::SignedIn,
            place: 900,
        },
    ],
    jobs: &[],
    daily: &[jobs::sweep],
    kept: &[],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[
        (Lang::En, include_str!("words/en.ftl")),
        (Lang::Fi, include_str!("words/fi.ftl")),
        (Lang::Sv, include_str!("words/sv.ftl")),
        (Lang::Da, include_str!("words/da.ftl")),
        (Lang::Nb, include_str!("words/nb.ftl")),
    ],
    forget: store::forget,
};

/// Whether nobody has ever been administrator here: only the set-up page makes sense then.
pub fn needs_setup(conn: &Conn) -> Result<bool, Problem> {
    Ok(!organisation::was_ever_held(conn, Role::Administrator)?)
}

/// A fresh one-time code for the set-up page, to be printed on the console; an earlier one no longer works.
/// `None` when the installation has an administrator.
///
/// # Errors
/// When the database cannot be asked.
pub fn setup_code(app: &App) -> Result<Option<String>, Problem> {
    if !app.read(needs_setup)? {
        return Ok(None);
    }
    app.write(&Actor::console(), actions::new_code).map(Some)
}

/// The address that signs a person in, in the demonstration alone: `/demo/{role}/{token}`. It does not run out.
///
/// # Errors
/// [`Problem::NotFound`] outside the demonstration.
pub fn demo_link(app: &App, person: PersonId, role: &str) -> Result<String, Problem> {
    if !app.config.demo {
        return Err(Problem::NotFound);
    }
    let secret = session::secret();
    app.write(&Actor::console(), |tx| {
        actions::add_demo_link(tx, person, role, &secret)
    })?;
    Ok(format!("/demo/{role}/{secret}"))
}

#[cfg(test)]
pub mod tests;
