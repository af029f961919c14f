//! Finding people for sign-in and for the administrator.

use std::collections::HashMap;

use kit::clock::Day;
use kit::db::Conn;
use kit::params;

use super::super::PersonId;
use super::{PersonRow, person_row};
use crate::base::Problem;
use crate::base::identity::actor::Role;

/// Everybody with this e-mail address, whatever the case of its letters. LOWER folds ASCII alone on both
/// engines (PostgreSQL by the columns' C collation), and the address is taken only when it is ASCII: letters
/// that merely look alike are another address.
pub fn people_by_email(conn: &Conn, email: &str) -> Result<Vec<PersonId>, Problem> {
    if !email.is_ascii() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT id FROM organisation_people WHERE LOWER(email) = $1 ORDER BY id",
        params![email.to_ascii_lowercase()],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}

/// These people by id, in one statement; who is gone is not there.
pub fn people(conn: &Conn, ids: &[PersonId]) -> Result<HashMap<PersonId, PersonRow>, Problem> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let list: Vec<String> = ids.iter().map(|id| format!("'{id}'")).collect();
    let sql = format!(
        "SELECT id, number, given, family, email, lang FROM organisation_people WHERE id IN ({})",
        list.join(", ")
    );
    conn.all(&sql, &[])?
        .iter()
        .map(|row| Ok((row.get("id")?, person_row(row)?)))
        .collect()
}

/// Everybody who holds one of these duties on a day, for whatever controller, each once.
pub fn holding(conn: &Conn, roles: &[Role], day: Day) -> Result<Vec<PersonRow>, Problem> {
    let mut found: Vec<PersonRow> = Vec::new();
    for held in super::looking::duties_on(conn, day)? {
        let duty = held.what;
        if roles.contains(&duty.role) && found.iter().all(|known| known.id != duty.person.id) {
            found.push(duty.person);
        }
    }
    Ok(found)
}

/// People whose name or number has this text in it, at most so many.
pub fn people_like(conn: &Conn, text: &str, most: i64) -> Result<Vec<PersonRow>, Problem> {
    let mut like = String::from("%");
    for c in text.to_lowercase().chars() {
        if matches!(c, '%' | '_' | '\\') {
            like.push('\\');
        }
        like.push(c);
    }
    like.push('%');
    conn.all(
        "SELECT id, number, given, family, email, lang FROM organisation_people
         WHERE folded LIKE $1 ESCAPE '\\' ORDER BY folded, id LIMIT $2",
        params![like, most],
    )?
    .iter()
    .map(person_row)
    .collect()
}

/// Whether anybody holds or has held a duty.
pub fn was_ever_held(conn: &Conn, role: Role) -> Result<bool, Problem> {
    Ok(conn
        .one(
            "SELECT 1 FROM organisation_duties WHERE role = $1 LIMIT 1",
            params![role.code()],
        )?
        .is_some())
}
