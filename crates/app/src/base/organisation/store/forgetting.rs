//! Taking a person out, and what keeps the figures of earlier years right.

use kit::clock::Day;
use kit::db::{Conn, Tx};
use kit::id::Id;
use kit::params;

use super::super::{EmploymentId, PersonId};
use crate::base::Problem;

/// Whether somebody has an employment or a duty on a day or later.
pub fn is_in_force(conn: &Conn, person: PersonId, day: Day) -> Result<bool, Problem> {
    let count: i64 = conn.value(
        "SELECT (SELECT COUNT(*) FROM organisation_employments
                 WHERE person_id = $1 AND (until_day IS NULL OR until_day >= $2))
              + (SELECT COUNT(*) FROM organisation_duties
                 WHERE person_id = $1 AND (until_day IS NULL OR until_day >= $2))",
        params![person, day],
    )?;
    Ok(count > 0)
}

/// A person without a name, to whom the spans of an erased one go over.
pub fn insert_nobody(tx: &Tx<'_>) -> Result<PersonId, Problem> {
    let id: PersonId = Id::random();
    tx.run(
        "INSERT INTO organisation_people (id, number, given, family, folded)
         VALUES ($1, $2, '', '', '')",
        params![id, format!("erased-{id}")],
    )?;
    Ok(id)
}

/// Ids of the rows of one table that speak of a person.
fn ids(conn: &Conn, sql: &str, person: PersonId) -> Result<Vec<String>, Problem> {
    conn.all(sql, params![person])?
        .iter()
        .map(|row| Ok(row.get("id")?))
        .collect()
}

/// What spoke of a person, by table.
pub struct Left {
    pub employments: Vec<EmploymentId>,
    pub managers: Vec<String>,
    pub duties: Vec<String>,
}

/// Gives everything of one person to another; employment numbers, which lead back to the HR system, go.
pub fn hand_to(tx: &Tx<'_>, person: PersonId, nobody: PersonId) -> Result<Left, Problem> {
    let employments: Vec<EmploymentId> = ids(
        tx,
        "SELECT id FROM organisation_employments WHERE person_id = $1",
        person,
    )?
    .iter()
    .filter_map(|id| Id::parse(id))
    .collect();
    let managers = ids(
        tx,
        "SELECT id FROM organisation_managers WHERE person_id = $1",
        person,
    )?;
    let duties = ids(
        tx,
        "SELECT id FROM organisation_duties WHERE person_id = $1",
        person,
    )?;
    for id in &employments {
        tx.run(
            "UPDATE organisation_employments SET person_id = $2, number = $3 WHERE id = $1",
            params![*id, nobody, format!("erased-{id}")],
        )?;
    }
    tx.run(
        "UPDATE organisation_managers SET person_id = $2 WHERE person_id = $1",
        params![person, nobody],
    )?;
    tx.run(
        "UPDATE organisation_duties SET person_id = $2 WHERE person_id = $1",
        params![person, nobody],
    )?;
    Ok(Left {
        employments,
        managers,
        duties,
    })
}

pub fn delete_person(tx: &Tx<'_>, person: PersonId) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM organisation_people WHERE id = $1",
        params![person],
    )?;
    Ok(())
}
