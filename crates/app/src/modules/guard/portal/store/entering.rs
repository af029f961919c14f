//! Sessions of citizens, and sign-ins by national eID that have begun.

use kit::clock::Moment;
use kit::db::{Conn, Tx};
use kit::params;
use sha2::{Digest, Sha256};

use super::super::super::model::Proof;
use super::super::MessageId;
use crate::base::Problem;
use crate::base::keys::hex;

/// What somebody has proven, and by which message they came.
#[derive(Clone, Debug)]
pub struct Entered {
    pub message: MessageId,
    pub proof: Proof,
}

/// What the table holds of a secret of 256 bits.
pub fn hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

pub fn enter(
    tx: &Tx<'_>,
    secret: &str,
    recipient_mark: &str,
    entered: &Entered,
    until: Moment,
) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO guard_portal_sessions (hash, recipient_mark, message_id, proof, until) VALUES ($1, $2, $3, $4, $5)",
        params![hash(secret), recipient_mark, entered.message, entered.proof.code(), until],
    )?;
    Ok(())
}

pub fn session(conn: &Conn, secret: &str, now: Moment) -> Result<Option<Entered>, Problem> {
    let row = conn.one(
        "SELECT message_id, proof FROM guard_portal_sessions WHERE hash = $1 AND until > $2",
        params![hash(secret), now],
    )?;
    row.map(|row| {
        Ok(Entered {
            message: row.get("message_id")?,
            proof: Proof::parse(&row.get::<String>("proof")?).unwrap_or(Proof::PhoneCode),
        })
    })
    .transpose()
}

pub fn leave(tx: &Tx<'_>, secret: &str) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM guard_portal_sessions WHERE hash = $1",
        params![hash(secret)],
    )?;
    Ok(())
}

/// Ends all sessions of a recipient: the phone or the number is no longer theirs.
pub fn leave_all(tx: &Tx<'_>, marks: &[String]) -> Result<(), Problem> {
    for mark in marks {
        tx.run(
            "DELETE FROM guard_portal_sessions WHERE recipient_mark = $1",
            params![mark],
        )?;
    }
    Ok(())
}

/// A sign-in that has begun.
#[derive(Clone, Debug)]
pub struct Begun {
    pub nonce: String,
    pub verifier: String,
    /// Hash of the secret that the browser was given.
    pub browser: String,
    pub message: MessageId,
}

pub fn begin(tx: &Tx<'_>, state: &str, begun: &Begun, until: Moment) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO guard_portal_eids (state, nonce, verifier, browser, message_id, until) VALUES ($1, $2, $3, $4, $5, $6)",
        params![hash(state), &begun.nonce, &begun.verifier, &begun.browser, begun.message, until],
    )?;
    Ok(())
}

/// Takes it, so that it works once.
pub fn take(tx: &Tx<'_>, state: &str) -> Result<Option<Begun>, Problem> {
    let row = tx.one(
        "DELETE FROM guard_portal_eids WHERE state = $1 AND until > $2 RETURNING nonce, verifier, browser, message_id",
        params![hash(state), tx.at()],
    )?;
    row.map(|row| {
        Ok(Begun {
            nonce: row.get("nonce")?,
            verifier: row.get("verifier")?,
            browser: row.get("browser")?,
            message: row.get("message_id")?,
        })
    })
    .transpose()
}

/// Ends every session.
pub fn leave_everybody(tx: &Tx<'_>) -> Result<(), Problem> {
    tx.run("DELETE FROM guard_portal_sessions", &[])?;
    Ok(())
}

pub fn sweep(tx: &Tx<'_>) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM guard_portal_sessions WHERE until <= $1",
        params![tx.at()],
    )?;
    tx.run(
        "DELETE FROM guard_portal_eids WHERE until <= $1",
        params![tx.at()],
    )?;
    Ok(())
}
