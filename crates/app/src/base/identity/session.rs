//! Sessions: a random secret in a `__Host-` cookie, its SHA-256 in the table.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::clock::Moment;
use kit::db::{Conn, Tx};
use kit::params;
use kit::words::Lang;
use sha2::{Digest, Sha256};

use super::super::organisation::{self, PersonId};
use super::super::subject::Subject;
use super::super::{App, Problem, audit, keys};
use super::actor::Actor;
use super::store;

pub const COOKIE: &str = "__Host-tillit";
/// A working day; afterwards one signs in again.
pub const HOURS: i64 = 12;

/// The person may not sign in for now.
pub const LOCKED: &str = "identity-locked";
/// The person has neither an employment nor a duty today.
pub const ENDED: &str = "identity-ended";

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
///
/// # Errors
/// As [`enter`].
pub fn begin(app: &App, person: PersonId) -> Result<String, Problem> {
    enter(app, person, None)
}

/// Signs a person in: the browser's session before, if any, ends, and a new one with a new secret begins.
///
/// # Errors
/// [`Problem::Refused`] with [`LOCKED`] or [`ENDED`].
pub fn enter(app: &App, person: PersonId, before: Option<&str>) -> Result<String, Problem> {
    let now = app.now();
    let actor = app
        .read(|conn| actor(app, conn, person, now))?
        .ok_or(Problem::refused(ENDED))?;
    let secret = secret();
    app.write(&actor, |tx| {
        if store::locked_since(tx, person)?.is_some() {
            return Err(Problem::refused(LOCKED));
        }
        if let Some(before) = before {
            tx.run(
                "DELETE FROM identity_sessions WHERE hash = $1",
                params![hash(before)],
            )?;
        }
        tx.run(
            "INSERT INTO identity_sessions (hash, person_id, until) VALUES ($1, $2, $3)",
            params![hash(&secret), person, now.plus_hours(HOURS)],
        )?;
        audit::noted(tx, "identity.sign-in", &of(person))
    })?;
    Ok(secret)
}

/// Ends the session of a secret; an unknown one is already ended.
pub fn end(app: &App, secret: &str) -> Result<(), Problem> {
    let actor = recognise(app, secret)?.unwrap_or_else(Actor::nobody);
    app.write(&actor, |tx| {
        let ended = tx.run(
            "DELETE FROM identity_sessions WHERE hash = $1",
            params![hash(secret)],
        )?;
        match actor.person() {
            Some(person) if ended > 0 => audit::noted(tx, "identity.sign-out", &of(person)),
            _ => Ok(()),
        }
    })
}

/// The actor behind a cookie, if the session holds.
pub fn recognise(app: &App, secret: &str) -> Result<Option<Actor>, Problem> {
    let now = app.now();
    app.read(|conn| {
        let row = conn.one(
            "SELECT s.person_id, c.lang FROM identity_sessions s
             LEFT JOIN identity_choices c ON c.person_id = s.person_id
             WHERE s.hash = $1 AND s.until > $2",
            params![hash(secret), now],
        )?;
        let Some(row) = row else { return Ok(None) };
        let chosen: Option<String> = row.get("lang")?;
        let mut found = actor(app, conn, row.get("person_id")?, now)?;
        if let (Some(actor), Some(lang)) = (&mut found, chosen.as_deref().and_then(Lang::parse)) {
            actor.lang = Some(lang);
        }
        Ok(found)
    })
}

/// A person as an actor, with the duties and units of today; `None` when the person is gone or has neither an
/// employment nor a duty today.
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
    let works_in: Vec<_> = organisation::works_in(conn, person, day)?
        .into_iter()
        .map(|(unit, _)| unit)
        .collect();
    if duties.is_empty() && works_in.is_empty() {
        return Ok(None);
    }
    let leads = organisation::led_units(conn, person, day)?;
    Ok(Some(Actor::of_person(
        person,
        row.name(),
        row.lang,
        duties,
        leads,
        works_in,
    )))
}

/// An open session as its owner sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// Names the session in a form; of no use as a cookie.
    pub key: String,
    pub since: Moment,
    /// The one that asks.
    pub own: bool,
}

/// The open sessions of a person, the newest first.
pub fn open_ones(
    conn: &Conn,
    person: PersonId,
    now: Moment,
    own: Option<&str>,
) -> Result<Vec<Open>, Problem> {
    let own = own.map(hash);
    conn.all(
        "SELECT hash, until FROM identity_sessions WHERE person_id = $1 AND until > $2
         ORDER BY until DESC, hash",
        params![person, now],
    )?
    .iter()
    .map(|row| {
        let hash: String = row.get("hash")?;
        Ok(Open {
            own: own.as_deref() == Some(&hash),
            since: row.get::<Moment>("until")?.plus_hours(-HOURS),
            key: hash,
        })
    })
    .collect()
}

/// Ends one session of a person by its key; somebody else's is not found and stays.
pub fn end_one(tx: &Tx<'_>, person: PersonId, key: &str) -> Result<u64, Problem> {
    Ok(tx.run(
        "DELETE FROM identity_sessions WHERE person_id = $1 AND hash = $2",
        params![person, key],
    )?)
}

/// Ends all sessions of a person, but the one with this secret.
pub fn end_all(tx: &Tx<'_>, person: PersonId, but: Option<&str>) -> Result<u64, Problem> {
    Ok(tx.run(
        "DELETE FROM identity_sessions WHERE person_id = $1 AND hash <> $2",
        params![person, but.map(hash).unwrap_or_default()],
    )?)
}

/// 256 random bits that fit into a cookie or an address.
pub fn secret() -> String {
    URL_SAFE_NO_PAD.encode(keys::random::<32>())
}

/// The form of a secret that is stored.
pub fn hash(secret: &str) -> String {
    keys::hex(&Sha256::digest(secret.as_bytes()))
}

/// The person in the book.
pub fn of(person: PersonId) -> Subject {
    Subject::new(organisation::PERSON.kind, person)
}
