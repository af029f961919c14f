//! An import's reading and writing: the present in six queries, many rows in one statement.

use std::collections::HashMap;

use kit::clock::Day;
use kit::db::{Conn, Row, Tx, Value};
use kit::id::Id;
use kit::params;
use kit::words::Lang;

use super::super::import::present::{ControllerNow, Present, Spell, UnitNow};
use super::super::model::{NewPerson, folded};
use super::super::{EmploymentId, PersonId, TitleId, UnitId};
use super::{person_row, texts};
use crate::base::{Problem, keys};

/// What is known on a day, by the codes and numbers that files use.
pub fn present(conn: &Conn, today: Day) -> Result<Present, Problem> {
    let mut controllers = HashMap::new();
    let mut controller_codes: HashMap<String, String> = HashMap::new();
    for row in conn.all(
        "SELECT id, code, from_day, until_day FROM organisation_controllers",
        &[],
    )? {
        let code: String = row.get("code")?;
        controller_codes.insert(row.get("id")?, code.clone());
        let now = ControllerNow {
            id: row.get("id")?,
            from: row.get("from_day")?,
            ended: row.get::<Option<Day>>("until_day")?.is_some(),
        };
        controllers.insert(code, now);
    }
    let (units, unit_codes) = units(conn, &controller_codes)?;
    let mut titles = HashMap::new();
    let mut title_codes: HashMap<String, String> = HashMap::new();
    for row in conn.all("SELECT id, code FROM organisation_titles", &[])? {
        let code: String = row.get("code")?;
        title_codes.insert(row.get("id")?, code.clone());
        titles.insert(code, row.get("id")?);
    }
    let (people, numbers) = people(conn)?;
    let employments = spells(conn, &numbers, &unit_codes, &title_codes)?;
    let leaders = leaders(conn, today, &unit_codes, &numbers)?;
    Ok(Present {
        today,
        controllers,
        units,
        titles,
        people,
        employments,
        leaders,
    })
}

type Codes = HashMap<String, String>;

fn units(conn: &Conn, controllers: &Codes) -> Result<(HashMap<String, UnitNow>, Codes), Problem> {
    let rows = conn.all(
        "SELECT s.unit_id, u.code, s.name, s.controller_id, s.from_day, s.until_day
         FROM organisation_unit_spans s JOIN organisation_units u ON u.id = s.unit_id
         ORDER BY s.from_day",
        &[],
    )?;
    let (mut units, mut codes) = (HashMap::new(), HashMap::new());
    for row in rows {
        let code: String = row.get("code")?;
        codes.insert(row.get("unit_id")?, code.clone());
        let now = UnitNow {
            id: row.get("unit_id")?,
            name: texts(&row, "name")?,
            controller: said(controllers, &row, "controller_id")?,
            from: row.get("from_day")?,
            until: row.get("until_day")?,
        };
        // In the order of time: the last span stays.
        units.insert(code, now);
    }
    Ok((units, codes))
}

fn people(conn: &Conn) -> Result<(HashMap<String, (PersonId, NewPerson)>, Codes), Problem> {
    let rows = conn.all(
        "SELECT id, number, given, family, email, lang FROM organisation_people",
        &[],
    )?;
    let (mut people, mut numbers) = (HashMap::new(), HashMap::new());
    for row in rows {
        let person = person_row(&row)?;
        numbers.insert(row.get("id")?, person.number.clone());
        let new = NewPerson {
            number: person.number.clone(),
            given: person.given,
            family: person.family,
            email: person.email,
            lang: person.lang,
        };
        people.insert(person.number, (person.id, new));
    }
    Ok((people, numbers))
}

fn spells(
    conn: &Conn,
    numbers: &Codes,
    units: &Codes,
    titles: &Codes,
) -> Result<HashMap<String, Vec<(EmploymentId, Spell)>>, Problem> {
    let rows = conn.all(
        "SELECT id, number, person_id, unit_id, title_id, from_day, until_day
         FROM organisation_employments ORDER BY from_day",
        &[],
    )?;
    let mut found: HashMap<String, Vec<(EmploymentId, Spell)>> = HashMap::new();
    for row in rows {
        let number: String = row.get("number")?;
        let spell = Spell {
            number: number.clone(),
            person: said(numbers, &row, "person_id")?,
            unit: said(units, &row, "unit_id")?,
            title: said(titles, &row, "title_id")?,
            from: row.get("from_day")?,
            until: row.get("until_day")?,
        };
        found
            .entry(number)
            .or_default()
            .push((row.get("id")?, spell));
    }
    Ok(found)
}

fn leaders(
    conn: &Conn,
    today: Day,
    units: &Codes,
    numbers: &Codes,
) -> Result<HashMap<String, String>, Problem> {
    conn.all(
        "SELECT unit_id, person_id FROM organisation_managers
         WHERE from_day <= $1 AND (until_day IS NULL OR until_day > $1)",
        params![today],
    )?
    .iter()
    .map(|row| {
        Ok((
            said(units, row, "unit_id")?,
            said(numbers, row, "person_id")?,
        ))
    })
    .collect()
}

fn said(codes: &Codes, row: &Row, column: &str) -> Result<String, Problem> {
    let id: String = row.get(column)?;
    Ok(codes.get(&id).cloned().unwrap_or_default())
}

/// Rows in one statement; with ten columns far below what either engine allows.
const MANY: usize = 200;

fn insert_many(tx: &Tx<'_>, head: &str, rows: &[Vec<Value>]) -> Result<(), Problem> {
    for part in rows.chunks(MANY) {
        let mut sql = format!("{head} VALUES ");
        let mut values = Vec::new();
        for (index, row) in part.iter().enumerate() {
            sql.push_str(if index == 0 { "(" } else { ", (" });
            for at in 0..row.len() {
                let comma = if at == 0 { "" } else { ", " };
                sql.push_str(&format!("{comma}${}", values.len() + at + 1));
            }
            sql.push(')');
            values.extend(row.iter().cloned());
        }
        tx.run(&sql, &values)?;
    }
    Ok(())
}

fn folded_person(new: &NewPerson) -> String {
    folded([new.given.as_str(), new.family.as_str(), new.number.as_str()])
}

/// New people with their salts; their ids in the order of the rows.
pub fn insert_people(tx: &Tx<'_>, people: &[NewPerson]) -> Result<Vec<PersonId>, Problem> {
    let ids: Vec<PersonId> = people.iter().map(|_| Id::at(tx.at())).collect();
    let rows: Vec<Vec<Value>> = people
        .iter()
        .zip(&ids)
        .map(|(new, id)| {
            vec![
                (*id).into(),
                (&new.number).into(),
                (&new.given).into(),
                (&new.family).into(),
                folded_person(new).into(),
                new.email.as_deref().into(),
                new.lang.map(Lang::code).into(),
                keys::salt().into(),
            ]
        })
        .collect();
    let head =
        "INSERT INTO organisation_people (id, number, given, family, folded, email, lang, salt)";
    insert_many(tx, head, &rows)?;
    Ok(ids)
}

/// A person as the file now says, with a fresh salt.
pub fn put_person(tx: &Tx<'_>, id: PersonId, new: &NewPerson) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_people
         SET given = $2, family = $3, folded = $4, email = $5, lang = $6, salt = $7 WHERE id = $1",
        params![
            id,
            &new.given,
            &new.family,
            folded_person(new),
            new.email.as_deref(),
            new.lang.map(Lang::code),
            keys::salt()
        ],
    )?;
    Ok(())
}

/// One span of an employment with ids in place of codes.
#[derive(Clone, Debug)]
pub struct Placed {
    pub number: String,
    pub person: PersonId,
    pub unit: UnitId,
    pub title: TitleId,
    pub from: Day,
    pub until: Option<Day>,
}

/// New spans with their salts; their ids in the order of the rows.
pub fn insert_employments(tx: &Tx<'_>, spans: &[Placed]) -> Result<Vec<EmploymentId>, Problem> {
    let ids: Vec<EmploymentId> = spans.iter().map(|_| Id::at(tx.at())).collect();
    let rows: Vec<Vec<Value>> = spans
        .iter()
        .zip(&ids)
        .map(|(new, id)| {
            vec![
                (*id).into(),
                (&new.number).into(),
                new.person.into(),
                new.unit.into(),
                new.title.into(),
                new.from.into(),
                new.until.into(),
                keys::salt().into(),
            ]
        })
        .collect();
    let head = "INSERT INTO organisation_employments
        (id, number, person_id, unit_id, title_id, from_day, until_day, salt)";
    insert_many(tx, head, &rows)?;
    Ok(ids)
}

/// A span as it now is, with a fresh salt.
pub fn put_employment(tx: &Tx<'_>, id: EmploymentId, new: &Placed) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_employments
         SET unit_id = $2, title_id = $3, from_day = $4, until_day = $5, salt = $6 WHERE id = $1",
        params![id, new.unit, new.title, new.from, new.until, keys::salt()],
    )?;
    Ok(())
}

/// Units a person leads on a day or later.
pub fn led_by(conn: &Conn, person: PersonId, day: Day) -> Result<Vec<UnitId>, Problem> {
    conn.all(
        "SELECT unit_id FROM organisation_managers
         WHERE person_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)",
        params![person, day],
    )?
    .iter()
    .map(|row| Ok(row.get("unit_id")?))
    .collect()
}

/// Duties of a person that hold on a day, with their role and first day.
pub fn duties_held(
    conn: &Conn,
    person: PersonId,
    day: Day,
) -> Result<Vec<(super::super::DutyId, String, Day)>, Problem> {
    conn.all(
        "SELECT id, role, from_day FROM organisation_duties
         WHERE person_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)",
        params![person, day],
    )?
    .iter()
    .map(|row| Ok((row.get("id")?, row.get("role")?, row.get("from_day")?)))
    .collect()
}

/// How many people hold a role on a day.
pub fn holders_of_role(conn: &Conn, role: &str, day: Day) -> Result<i64, Problem> {
    Ok(conn.value(
        "SELECT COUNT(DISTINCT person_id) FROM organisation_duties
         WHERE role = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)",
        params![role, day],
    )?)
}
