//! What the pages show.

use std::collections::HashMap;

use kit::clock::Day;
use kit::db::{Conn, Row};
use kit::params;
use kit::words::Texts;

use super::super::{ControllerId, DutyId, PersonId, UnitId};
use super::{PersonRow, SPAN, UnitSpan, person_row, span, texts};
use crate::base::Problem;
use crate::base::identity::actor::Role;

/// The name each unit has or last had.
pub fn last_names(conn: &Conn) -> Result<HashMap<UnitId, Texts>, Problem> {
    conn.all(
        "SELECT unit_id, name FROM organisation_unit_spans ORDER BY from_day",
        &[],
    )?
    .iter()
    .map(|row| Ok((row.get("unit_id")?, texts(row, "name")?)))
    .collect()
}

/// All spans of a unit, the latest first.
pub fn unit_history(conn: &Conn, unit: UnitId) -> Result<Vec<UnitSpan>, Problem> {
    let sql = format!("{SPAN} WHERE s.unit_id = $1 ORDER BY s.from_day DESC");
    conn.all(&sql, params![unit])?.iter().map(span).collect()
}

/// A change that a unit took part in.
#[derive(Clone, Debug)]
pub struct ChangeRow {
    pub day: Day,
    pub kind: String,
    pub from: Option<UnitId>,
    pub to: Option<UnitId>,
}

pub fn unit_changes(conn: &Conn, unit: UnitId) -> Result<Vec<ChangeRow>, Problem> {
    conn.all(
        "SELECT day, kind, from_unit, to_unit FROM organisation_unit_changes
         WHERE from_unit = $1 OR to_unit = $1 ORDER BY day DESC, id",
        params![unit],
    )?
    .iter()
    .map(|row| {
        Ok(ChangeRow {
            day: row.get("day")?,
            kind: row.get("kind")?,
            from: row.get("from_unit")?,
            to: row.get("to_unit")?,
        })
    })
    .collect()
}

/// Something that holds from a day to a day.
#[derive(Clone, Debug)]
pub struct Held<T> {
    pub what: T,
    pub from: Day,
    pub until: Option<Day>,
}

fn held<T>(row: &Row, what: T) -> Result<Held<T>, Problem> {
    Ok(Held {
        what,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
    })
}

const PERSON: &str = "p.id, p.number, p.given, p.family, p.email, p.lang";

/// Everybody who has led a unit, the latest first.
pub fn unit_leaders(conn: &Conn, unit: UnitId) -> Result<Vec<Held<PersonRow>>, Problem> {
    let sql = format!(
        "SELECT {PERSON}, m.from_day, m.until_day FROM organisation_managers m
         JOIN organisation_people p ON p.id = m.person_id WHERE m.unit_id = $1 ORDER BY m.from_day DESC"
    );
    conn.all(&sql, params![unit])?
        .iter()
        .map(|row| held(row, person_row(row)?))
        .collect()
}

/// Leaders of all units on a day.
pub fn leaders(conn: &Conn, day: Day) -> Result<HashMap<UnitId, PersonRow>, Problem> {
    let sql = format!(
        "SELECT {PERSON}, m.unit_id FROM organisation_managers m
         JOIN organisation_people p ON p.id = m.person_id
         WHERE m.from_day <= $1 AND (m.until_day IS NULL OR m.until_day >= $1)"
    );
    conn.all(&sql, params![day])?
        .iter()
        .map(|row| Ok((row.get("unit_id")?, person_row(row)?)))
        .collect()
}

/// People with an employment or a duty on a day whose name or number contains the text.
pub fn people_on(conn: &Conn, text: &str, day: Day) -> Result<Vec<PersonRow>, Problem> {
    let sql = format!(
        "SELECT {PERSON} FROM organisation_people p
         WHERE p.folded LIKE $2 ESCAPE '!'
           AND (EXISTS (SELECT 1 FROM organisation_employments e WHERE e.person_id = p.id
                  AND e.from_day <= $1 AND (e.until_day IS NULL OR e.until_day >= $1))
             OR EXISTS (SELECT 1 FROM organisation_duties d WHERE d.person_id = p.id
                  AND d.from_day <= $1 AND (d.until_day IS NULL OR d.until_day >= $1)))"
    );
    conn.all(&sql, params![day, pattern(text)])?
        .iter()
        .map(person_row)
        .collect()
}

/// The text anywhere, its own signs taken as they are.
fn pattern(text: &str) -> String {
    let mut like = String::from("%");
    for c in text.trim().to_lowercase().chars() {
        if matches!(c, '%' | '_' | '!') {
            like.push('!');
        }
        like.push(c);
    }
    like.push('%');
    like
}

pub fn person_by_number(conn: &Conn, number: &str) -> Result<Option<PersonRow>, Problem> {
    let sql = format!("SELECT {PERSON} FROM organisation_people p WHERE p.number = $1");
    conn.one(&sql, params![number])?
        .as_ref()
        .map(person_row)
        .transpose()
}

/// An employment with names in place of ids.
#[derive(Clone, Debug)]
pub struct EmploymentRow {
    pub person: PersonId,
    pub number: String,
    pub unit: UnitId,
    pub title: Texts,
}

const EMPLOYMENT: &str = "SELECT e.person_id, e.number, e.unit_id, t.name, e.from_day, e.until_day
    FROM organisation_employments e JOIN organisation_titles t ON t.id = e.title_id";

fn employment(row: &Row) -> Result<Held<EmploymentRow>, Problem> {
    let what = EmploymentRow {
        person: row.get("person_id")?,
        number: row.get("number")?,
        unit: row.get("unit_id")?,
        title: texts(row, "name")?,
    };
    held(row, what)
}

/// All employments of a person, the latest first.
pub fn employments_of(conn: &Conn, person: PersonId) -> Result<Vec<Held<EmploymentRow>>, Problem> {
    let sql = format!("{EMPLOYMENT} WHERE e.person_id = $1 ORDER BY e.from_day DESC, e.number");
    conn.all(&sql, params![person])?
        .iter()
        .map(employment)
        .collect()
}

/// Employments on a day of the people of one page.
pub fn employments_on(
    conn: &Conn,
    people: &[PersonId],
    day: Day,
) -> Result<Vec<Held<EmploymentRow>>, Problem> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let list: Vec<String> = people.iter().map(|id| format!("'{id}'")).collect();
    let sql = format!(
        "{EMPLOYMENT} WHERE e.from_day <= $1 AND (e.until_day IS NULL OR e.until_day >= $1)
         AND e.person_id IN ({}) ORDER BY e.number",
        list.join(", ")
    );
    conn.all(&sql, params![day])?
        .iter()
        .map(employment)
        .collect()
}

/// Units a person leads or has led, the latest first.
pub fn leading_of(conn: &Conn, person: PersonId) -> Result<Vec<Held<UnitId>>, Problem> {
    conn.all(
        "SELECT unit_id, from_day, until_day FROM organisation_managers
         WHERE person_id = $1 ORDER BY from_day DESC",
        params![person],
    )?
    .iter()
    .map(|row| held(row, row.get("unit_id")?))
    .collect()
}

/// A duty and who holds it.
#[derive(Clone, Debug)]
pub struct DutyRow {
    pub id: DutyId,
    pub role: Role,
    pub controller: Option<ControllerId>,
    pub person: PersonRow,
}

const DUTY: &str = "d.id AS duty_id, d.role, d.controller_id, d.from_day, d.until_day
    FROM organisation_duties d JOIN organisation_people p ON p.id = d.person_id";

fn duties(rows: &[Row]) -> Result<Vec<Held<DutyRow>>, Problem> {
    let mut all = Vec::new();
    for row in rows {
        let Some(role) = Role::parse(&row.get::<String>("role")?) else {
            continue;
        };
        let what = DutyRow {
            id: row.get("duty_id")?,
            role,
            controller: row.get("controller_id")?,
            person: person_row(row)?,
        };
        all.push(held(row, what)?);
    }
    Ok(all)
}

/// Duties that hold on a day.
pub fn duties_on(conn: &Conn, day: Day) -> Result<Vec<Held<DutyRow>>, Problem> {
    let sql = format!(
        "SELECT {PERSON}, {DUTY} WHERE d.from_day <= $1 AND (d.until_day IS NULL OR d.until_day >= $1)
         ORDER BY d.from_day, d.id"
    );
    duties(&conn.all(&sql, params![day])?)
}

/// Duties a person has or had, the latest first.
pub fn duties_of_person(conn: &Conn, person: PersonId) -> Result<Vec<Held<DutyRow>>, Problem> {
    let sql =
        format!("SELECT {PERSON}, {DUTY} WHERE d.person_id = $1 ORDER BY d.from_day DESC, d.id");
    duties(&conn.all(&sql, params![person])?)
}

pub fn duty(conn: &Conn, id: DutyId) -> Result<Option<Held<DutyRow>>, Problem> {
    let sql = format!("SELECT {PERSON}, {DUTY} WHERE d.id = $1");
    Ok(duties(&conn.all(&sql, params![id])?)?.into_iter().next())
}
