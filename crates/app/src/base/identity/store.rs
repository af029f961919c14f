//! The tables of sign-in: accounts, links, locks, choices, subjects at the provider.

use kit::clock::Moment;
use kit::db::{Conn, Tx};
use kit::params;
use kit::words::Lang;

use super::super::Problem;
use super::super::organisation::PersonId;
use super::session;

/// An account with a password, or one whose password is still to be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountRow {
    pub person: PersonId,
    pub account: String,
    /// Empty until the person has chosen a password.
    pub hash: String,
}

const ACCOUNT: &str = "SELECT person_id, account, hash FROM identity_passwords";

fn account_row(row: &kit::db::Row) -> Result<AccountRow, Problem> {
    Ok(AccountRow {
        person: row.get("person_id")?,
        account: row.get("account")?,
        hash: row.get("hash")?,
    })
}

pub fn account(conn: &Conn, account: &str) -> Result<Option<AccountRow>, Problem> {
    conn.one(&format!("{ACCOUNT} WHERE account = $1"), params![account])?
        .as_ref()
        .map(account_row)
        .transpose()
}

pub fn account_of(conn: &Conn, person: PersonId) -> Result<Option<AccountRow>, Problem> {
    conn.one(&format!("{ACCOUNT} WHERE person_id = $1"), params![person])?
        .as_ref()
        .map(account_row)
        .transpose()
}

/// A new account without a password.
pub fn add_account(tx: &Tx<'_>, person: PersonId, account: &str) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO identity_passwords (person_id, account, hash) VALUES ($1, $2, '')",
        params![person, account],
    )?;
    Ok(())
}

pub fn set_password(tx: &Tx<'_>, person: PersonId, hash: &str) -> Result<u64, Problem> {
    Ok(tx.run(
        "UPDATE identity_passwords SET hash = $2 WHERE person_id = $1",
        params![person, hash],
    )?)
}

kit::choices! {
    /// Why a link exists.
    pub enum LinkKind {
        /// The one-time code of the set-up page.
        SetUp = "setup";
        /// A person chooses a password with it.
        Invite = "invite";
        /// Signs in, in the demonstration alone.
        Demo = "demo";
    }
}

/// Keeps the hash of a link's secret, until a moment or for ever.
pub fn add_link(
    tx: &Tx<'_>,
    kind: LinkKind,
    secret: &str,
    person: Option<PersonId>,
    until: Option<Moment>,
) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO identity_links (hash, kind, person_id, until) VALUES ($1, $2, $3, $4)",
        params![session::hash(secret), kind.code(), person, until],
    )?;
    Ok(())
}

/// Whether such a link holds, and whose it is.
pub fn link(
    conn: &Conn,
    kind: LinkKind,
    secret: &str,
    now: Moment,
) -> Result<Option<Option<PersonId>>, Problem> {
    conn.one(
        "SELECT person_id FROM identity_links
         WHERE hash = $1 AND kind = $2 AND (until IS NULL OR until > $3)",
        params![session::hash(secret), kind.code(), now],
    )?
    .map(|row| Ok(row.get("person_id")?))
    .transpose()
}

/// Takes a link away; false when it did not hold any more, so that it works once.
pub fn use_link(tx: &Tx<'_>, kind: LinkKind, secret: &str) -> Result<bool, Problem> {
    let used = tx.run(
        "DELETE FROM identity_links WHERE hash = $1 AND kind = $2 AND (until IS NULL OR until > $3)",
        params![session::hash(secret), kind.code(), tx.at()],
    )?;
    Ok(used > 0)
}

/// Takes away all links of a kind, or those of one person.
pub fn drop_links(tx: &Tx<'_>, kind: LinkKind, person: Option<PersonId>) -> Result<u64, Problem> {
    Ok(tx.run(
        "DELETE FROM identity_links
         WHERE kind = $1 AND (CAST($2 AS TEXT) IS NULL OR person_id = $2)",
        params![kind.code(), person],
    )?)
}

/// Until when a person's invitation holds.
pub fn invited_until(
    conn: &Conn,
    person: PersonId,
    now: Moment,
) -> Result<Option<Moment>, Problem> {
    conn.one(
        "SELECT until FROM identity_links WHERE kind = $1 AND person_id = $2 AND until > $3",
        params![LinkKind::Invite.code(), person, now],
    )?
    .map(|row| Ok(row.get("until")?))
    .transpose()
}

/// Since when a person is locked out.
pub fn locked_since(conn: &Conn, person: PersonId) -> Result<Option<Moment>, Problem> {
    conn.one(
        "SELECT at FROM identity_locks WHERE person_id = $1",
        params![person],
    )?
    .map(|row| Ok(row.get("at")?))
    .transpose()
}

pub fn lock(tx: &Tx<'_>, person: PersonId) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO identity_locks (person_id, at, by_whom) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO NOTHING",
        params![person, tx.at(), tx.by()],
    )?;
    Ok(())
}

pub fn unlock(tx: &Tx<'_>, person: PersonId) -> Result<u64, Problem> {
    Ok(tx.run(
        "DELETE FROM identity_locks WHERE person_id = $1",
        params![person],
    )?)
}

/// The language a person chose here, which goes before the one from the personnel system.
pub fn choose(tx: &Tx<'_>, person: PersonId, lang: Lang) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO identity_choices (person_id, lang) VALUES ($1, $2)
         ON CONFLICT (person_id) DO UPDATE SET lang = excluded.lang",
        params![person, lang.code()],
    )?;
    Ok(())
}

/// Whom a subject of an issuer stands for.
pub fn person_of(conn: &Conn, issuer: &str, subject: &str) -> Result<Option<PersonId>, Problem> {
    conn.one(
        "SELECT person_id FROM identity_subjects WHERE issuer = $1 AND subject = $2",
        params![issuer, subject],
    )?
    .map(|row| Ok(row.get("person_id")?))
    .transpose()
}

/// Whether a person is known at an issuer already.
pub fn is_bound(conn: &Conn, person: PersonId) -> Result<bool, Problem> {
    Ok(conn
        .one(
            "SELECT 1 FROM identity_subjects WHERE person_id = $1",
            params![person],
        )?
        .is_some())
}

pub fn bind(tx: &Tx<'_>, issuer: &str, subject: &str, person: PersonId) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO identity_subjects (issuer, subject, person_id) VALUES ($1, $2, $3)",
        params![issuer, subject, person],
    )?;
    Ok(())
}

pub fn unbind(tx: &Tx<'_>, person: PersonId) -> Result<u64, Problem> {
    Ok(tx.run(
        "DELETE FROM identity_subjects WHERE person_id = $1",
        params![person],
    )?)
}

/// A sign-in at the provider that has been begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun {
    pub nonce: String,
    pub verifier: String,
    pub led_to: String,
    /// Hash of the secret in the cookie of the browser that began it.
    pub browser: String,
}

pub fn begin(tx: &Tx<'_>, state: &str, begun: &Begun, until: Moment) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO identity_begun (state, nonce, verifier, led_to, until, browser)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![
            session::hash(state),
            begun.nonce.as_str(),
            begun.verifier.as_str(),
            begun.led_to.as_str(),
            until,
            begun.browser.as_str()
        ],
    )?;
    Ok(())
}

/// Takes what was begun with this state, so that it works once.
pub fn take(tx: &Tx<'_>, state: &str) -> Result<Option<Begun>, Problem> {
    tx.one(
        "DELETE FROM identity_begun WHERE state = $1 AND until > $2
         RETURNING nonce, verifier, led_to, browser",
        params![session::hash(state), tx.at()],
    )?
    .map(|row| {
        Ok(Begun {
            nonce: row.get("nonce")?,
            verifier: row.get("verifier")?,
            led_to: row.get("led_to")?,
            browser: row.get("browser")?,
        })
    })
    .transpose()
}

/// Takes away what has run out.
pub fn sweep(tx: &Tx<'_>) -> Result<(), Problem> {
    let now = params![tx.at()];
    tx.run("DELETE FROM identity_sessions WHERE until <= $1", now)?;
    tx.run("DELETE FROM identity_begun WHERE until <= $1", now)?;
    tx.run("DELETE FROM identity_links WHERE until <= $1", now)?;
    Ok(())
}

/// Takes away everything by which a person could sign in, and what they chose.
pub fn forget(tx: &Tx<'_>, person: PersonId) -> Result<(), Problem> {
    let whom = params![person];
    tx.run("DELETE FROM identity_sessions WHERE person_id = $1", whom)?;
    tx.run("DELETE FROM identity_subjects WHERE person_id = $1", whom)?;
    tx.run("DELETE FROM identity_passwords WHERE person_id = $1", whom)?;
    tx.run("DELETE FROM identity_links WHERE person_id = $1", whom)?;
    tx.run("DELETE FROM identity_choices WHERE person_id = $1", whom)?;
    tx.run("DELETE FROM identity_locks WHERE person_id = $1", whom)?;
    Ok(())
}
