//! People who can prove who they are.

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx, Value};
use kit::params;
use kit::words::Lang;

use super::super::super::model::Proof;
use super::super::super::model::mail::folded;
use super::super::model::{Checked, counts};
use super::super::{ADDRESS, CitizenId, NUMBER};
use super::{open, places, seal, text};
use crate::base::Problem;
use crate::base::keys::Keys;

const TABLE: &str = "guard_portal_people";

#[derive(Clone, Debug)]
pub struct CitizenRow {
    pub id: CitizenId,
    pub address: String,
    pub phone: Option<String>,
    /// Since when it is the phone, over registrations anew with the same one.
    pub phone_at: Moment,
    /// An identity number is registered; its keyed hash.
    pub number_mark: Option<String>,
    pub number_at: Moment,
    pub lang: Lang,
    pub known_by: String,
    pub at: Moment,
    pub by: String,
}

impl CitizenRow {
    /// Whether a proof of this kind opens a message that came at this moment. A letter needs nothing registered.
    pub fn opens(&self, proof: Proof, at: Moment) -> bool {
        counts(self.since(proof), at)
    }

    /// Since when what is registered counts for a proof.
    pub fn since(&self, proof: Proof) -> Option<Moment> {
        match proof {
            Proof::PhoneCode => self.phone.as_ref().map(|_| self.phone_at),
            Proof::NationalEid => self.number_mark.as_ref().map(|_| self.number_at),
            Proof::LetterCode => None,
        }
    }
}

const CITIZEN: &str = "SELECT id, address, phone, COALESCE(phone_at, at) AS phone_at, number_mark,
    COALESCE(number_at, at) AS number_at, lang, known_by, at, by_mark FROM guard_portal_people";

fn citizen(keys: &Keys, row: &Row) -> Result<CitizenRow, Problem> {
    let id: CitizenId = row.get("id")?;
    let phone: Option<Vec<u8>> = row.get("phone")?;
    Ok(CitizenRow {
        id,
        address: text(keys, TABLE, "address", id, &row.get::<Vec<u8>>("address")?)?,
        phone: phone
            .map(|sealed| text(keys, TABLE, "phone", id, &sealed))
            .transpose()?,
        phone_at: row.get("phone_at")?,
        number_mark: row.get("number_mark")?,
        number_at: row.get("number_at")?,
        lang: Lang::parse(&row.get::<String>("lang")?).unwrap_or(Lang::En),
        known_by: row.get("known_by")?,
        at: row.get("at")?,
        by: row.get("by_mark")?,
    })
}

/// Stores a registration; the moments say since when the phone and the number are these.
pub fn insert(
    tx: &Tx<'_>,
    keys: &Keys,
    new: &Checked,
    (phone_at, number_at): (Moment, Moment),
) -> Result<CitizenId, Problem> {
    let id = CitizenId::random();
    let sealed = |column, plain: &Option<String>| {
        plain
            .as_ref()
            .map(|plain| seal(keys, TABLE, column, id, plain.as_bytes()))
            .transpose()
    };
    tx.run(
        "INSERT INTO guard_portal_people (id, address, address_mark, phone, number, number_mark, lang, known_by, at, by_mark,
           phone_at, number_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        params![
            id,
            seal(keys, TABLE, "address", id, new.address.as_bytes())?,
            keys.mark(ADDRESS, &new.address),
            sealed("phone", &new.phone)?,
            sealed("number", &new.number)?,
            new.number.as_ref().map(|number| keys.mark(NUMBER, number)),
            new.lang.code(),
            &new.known_by,
            tx.at(),
            tx.by(),
            new.phone.as_ref().map(|_| phone_at),
            new.number.as_ref().map(|_| number_at)
        ],
    )?;
    Ok(id)
}

/// Who is registered for an address now.
pub fn of_address(conn: &Conn, keys: &Keys, address: &str) -> Result<Option<CitizenRow>, Problem> {
    let marks = keys.marks(ADDRESS, &folded(address));
    let sql = format!(
        "{CITIZEN} WHERE ended_at IS NULL AND address_mark IN ({}) ORDER BY at DESC, id",
        places(1, marks.len())
    );
    let values: Vec<Value> = marks.iter().map(Value::from).collect();
    conn.one(&sql, &values)?
        .map(|row| citizen(keys, &row))
        .transpose()
}

/// The language that is registered for an address.
pub fn lang(conn: &Conn, keys: &Keys, address: &str) -> Result<Option<Lang>, Problem> {
    Ok(of_address(conn, keys, address)?.map(|citizen| citizen.lang))
}

/// The identity number in the clear, for the channels that address by it and for a wish in the portal.
pub fn number(conn: &Conn, keys: &Keys, id: CitizenId) -> Result<Option<String>, Problem> {
    let row = conn.one(
        "SELECT number FROM guard_portal_people WHERE id = $1",
        params![id],
    )?;
    let sealed: Option<Vec<u8>> = row.map(|row| row.get("number")).transpose()?.flatten();
    let plain = sealed
        .map(|sealed| open(keys, TABLE, "number", id, &sealed))
        .transpose()?;
    Ok(plain.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
}

pub fn one(conn: &Conn, keys: &Keys, id: CitizenId) -> Result<Option<CitizenRow>, Problem> {
    let sql = format!("{CITIZEN} WHERE id = $1 AND ended_at IS NULL");
    conn.one(&sql, params![id])?
        .map(|row| citizen(keys, &row))
        .transpose()
}

/// Those whom somebody of ours has registered, the newest first; everybody's when `by` is none.
pub fn list(
    conn: &Conn,
    keys: &Keys,
    by: Option<&str>,
    offset: i64,
    size: i64,
) -> Result<Vec<CitizenRow>, Problem> {
    let sql = format!(
        "{CITIZEN} WHERE ended_at IS NULL AND (CAST($1 AS TEXT) IS NULL OR by_mark = $1)
         ORDER BY at DESC, id LIMIT $2 OFFSET $3"
    );
    let rows = conn.all(&sql, params![by, size, offset])?;
    rows.iter().map(|row| citizen(keys, row)).collect()
}

pub fn count(conn: &Conn, by: Option<&str>) -> Result<i64, Problem> {
    Ok(conn.value(
        "SELECT COUNT(*) FROM guard_portal_people
         WHERE ended_at IS NULL AND (CAST($1 AS TEXT) IS NULL OR by_mark = $1)",
        params![by],
    )?)
}

pub fn end(tx: &Tx<'_>, id: CitizenId) -> Result<bool, Problem> {
    let done = tx.run(
        "UPDATE guard_portal_people SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL",
        params![id, tx.at(), tx.by()],
    )?;
    Ok(done == 1)
}
