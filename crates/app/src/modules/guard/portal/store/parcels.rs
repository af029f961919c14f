//! What went to a national channel, or to its simulator.

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx, Value};
use kit::id::Id;
use kit::params;

use super::super::super::model::MailId;
use super::super::{ADDRESS, PARCEL};
use super::places;
use crate::base::Problem;
use crate::base::keys::Keys;

/// A parcel as it was noted.
pub struct Noted;
pub type ParcelId = Id<Noted>;

#[derive(Clone, Debug)]
pub struct ParcelRow {
    pub channel: String,
    pub simulated: bool,
    pub outcome: String,
    pub reference: String,
    pub at: Moment,
}

/// Whether this mail went to this recipient by this channel before.
pub fn gone(
    conn: &Conn,
    keys: &Keys,
    mail: MailId,
    recipient: &str,
    channel: &str,
) -> Result<bool, Problem> {
    for mark in keys.marks(ADDRESS, recipient) {
        let found = conn.one(
            "SELECT id FROM guard_portal_parcels WHERE mail_id = $1 AND recipient_mark = $2 AND channel = $3",
            params![mail, mark, channel],
        )?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn insert(
    tx: &Tx<'_>,
    keys: &Keys,
    (mail, recipient): (MailId, &str),
    row: &ParcelRow,
) -> Result<ParcelId, Problem> {
    let id = ParcelId::random();
    let sql = format!(
        "INSERT INTO {} (id, mail_id, recipient_mark, channel, simulated, outcome, reference, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        PARCEL.table
    );
    tx.run(
        &sql,
        params![
            id,
            mail,
            keys.mark(ADDRESS, recipient),
            &row.channel,
            row.simulated,
            &row.outcome,
            &row.reference,
            row.at
        ],
    )?;
    Ok(id)
}

const PARCELS: &str = "SELECT channel, simulated, outcome, reference, at FROM guard_portal_parcels";

fn parcel(row: &Row) -> Result<ParcelRow, Problem> {
    Ok(ParcelRow {
        channel: row.get("channel")?,
        simulated: row.get("simulated")?,
        outcome: row.get("outcome")?,
        reference: row.get("reference")?,
        at: row.get("at")?,
    })
}

/// The newest parcels.
pub fn list(conn: &Conn) -> Result<Vec<ParcelRow>, Problem> {
    let sql = format!("{PARCELS} ORDER BY at DESC, id LIMIT 50");
    conn.all(&sql, &[])?.iter().map(parcel).collect()
}

/// What went of a mail for a recipient.
pub fn of(
    conn: &Conn,
    keys: &Keys,
    mail: MailId,
    recipient: &str,
) -> Result<Vec<ParcelRow>, Problem> {
    let marks = keys.marks(ADDRESS, recipient);
    let sql = format!(
        "{PARCELS} WHERE mail_id = $1 AND recipient_mark IN ({}) ORDER BY at, id",
        places(2, marks.len())
    );
    let mut values = vec![Value::from(mail)];
    values.extend(marks.iter().map(Value::from));
    conn.all(&sql, &values)?.iter().map(parcel).collect()
}
