//! SQL of whose a stopped mail is, and of taking a person out.

use kit::clock::Moment;
use kit::db::{Conn, Tx};
use kit::params;

use super::super::{DecisionId, StoppedId};
use super::{STOPPED, Sealed, Stopped, stopped};
use crate::base::Problem;
use crate::base::organisation::PersonId;

/// Who answers for a mailbox that no single person sends from.
pub fn mailbox_owner(conn: &Conn, address: &str) -> Result<Option<PersonId>, Problem> {
    let row = conn.one(
        "SELECT owner_id FROM guard_mailboxes WHERE address = $1 AND kind = 'shared' AND ended_at IS NULL",
        params![address],
    )?;
    Ok(row.map(|row| row.get("owner_id")).transpose()?.flatten())
}

/// What a person may not be known by any more: their stopped mails lose owner and content.
pub fn of_person(conn: &Conn, person: PersonId) -> Result<Vec<StoppedId>, Problem> {
    conn.all(
        "SELECT id FROM guard_stopped WHERE owner_id = $1 ORDER BY id",
        params![person],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}

pub fn forget(tx: &Tx<'_>, id: StoppedId) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_stopped SET owner_id = NULL, message = NULL, sealed = NULL WHERE id = $1",
        params![id],
    )?;
    tx.run(
        "UPDATE guard_decisions SET reason = NULL, by_mark = 'forgotten' WHERE stopped_id = $1",
        params![id],
    )?;
    Ok(())
}

pub fn decisions(conn: &Conn, id: StoppedId) -> Result<Vec<DecisionId>, Problem> {
    conn.all(
        "SELECT id FROM guard_decisions WHERE stopped_id = $1 ORDER BY id",
        params![id],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}

/// Mails with content that nobody owns yet, the oldest first: at most so many of those behind a place in that order.
pub fn ownerless(
    conn: &Conn,
    after: Option<(Moment, StoppedId)>,
    most: i64,
) -> Result<Vec<Stopped>, Problem> {
    let (at, id) = after.unwrap_or((Moment::from_ms(i64::MIN), StoppedId::at(Moment::from_ms(0))));
    let sql = format!(
        "SELECT {STOPPED} FROM guard_stopped WHERE owner_id IS NULL AND sealed IS NOT NULL
           AND (at > $1 OR (at = $1 AND id > $2)) ORDER BY at, id LIMIT $3"
    );
    let rows = conn.all(&sql, params![at, id, most])?;
    rows.iter().map(stopped).collect()
}

/// Gives a mail to a person, with its content sealed for them.
pub fn put_owner(
    tx: &Tx<'_>,
    id: StoppedId,
    owner: PersonId,
    (sealed, message): &Sealed,
) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_stopped SET owner_id = $2, sealed = $3, message = $4 WHERE id = $1",
        params![id, owner, sealed.as_deref(), message.as_deref()],
    )?;
    Ok(())
}
