//! Sessions: a random secret in a `__Host-` cookie, its SHA-256 in the table.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::clock::Moment;
use kit::db::Conn;
use kit::params;
use sha2::{Digest, Sha256};

use super::super::organisation::{self, PersonId};
use super::super::{App, Problem, keys};
use super::actor::Actor;

pub const COOKIE: &str = "__Host-tillit";
/// A working day; afterwards one signs in again.
pub const HOURS: i64 = 12;

/// The header that gives (or, with `None`, takes away) the session.
pub fn set_cookie(secret: Option<&str>) -> String {
    match secret {
        Some(secret) => format!(
            "{COOKIE}={secret}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}",
            HOURS * 3600
        ),
        None => format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"),
    }
}

/// Makes a session and returns its secret.
pub fn begin(app: &App, person: PersonId) -> Result<String, Problem> {
    let secret = URL_SAFE_NO_PAD.encode(keys::random::<32>());
    let until = app.now().plus_hours(HOURS);
    app.db.write("sign-in", app.now(), |tx| {
        tx.run(
            "INSERT INTO identity_sessions (hash, person_id, until) VALUES ($1, $2, $3)",
            params![hash(&secret), person, until],
        )
    })?;
    Ok(secret)
}

/// Ends the session of a secret; an unknown one is already ended.
pub fn end(app: &App, secret: &str) -> Result<(), Problem> {
    app.db.write("sign-out", app.now(), |tx| {
        tx.run(
            "DELETE FROM identity_sessions WHERE hash = $1",
            params![hash(secret)],
        )
    })?;
    Ok(())
}

/// The actor behind a cookie, if the session holds.
pub fn recognise(app: &App, secret: &str) -> Result<Option<Actor>, Problem> {
    let now = app.now();
    app.read(|conn| {
        let row = conn.one(
            "SELECT person_id FROM identity_sessions WHERE hash = $1 AND until > $2",
            params![hash(secret), now],
        )?;
        match row {
            Some(row) => actor(app, conn, row.get("person_id")?, now),
            None => Ok(None),
        }
    })
}

/// A person as an actor, with the duties and units of today; `None` when the person is gone.
pub fn actor(
    app: &App,
    conn: &Conn,
    person: PersonId,
    now: Moment,
) -> Result<Option<Actor>, Problem> {
    let day = app.zone.day_of(now);
    let Some(row) = organisation::person(conn, person)? else {
        return Ok(None);
    };
    let duties = organisation::duties_of(conn, person, day)?;
    let leads = organisation::led_units(conn, person, day)?;
    let works_in = organisation::works_in(conn, person, day)?
        .into_iter()
        .map(|(unit, _)| unit)
        .collect();
    Ok(Some(Actor::of_person(
        person,
        row.name(),
        row.lang,
        duties,
        leads,
        works_in,
    )))
}

fn hash(secret: &str) -> String {
    keys::hex(&Sha256::digest(secret.as_bytes()))
}
