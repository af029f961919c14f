//! Writing the organisation: one row each. What may be written is decided in `actions`.

use kit::clock::Day;
use kit::db::{Conn, Tx};
use kit::id::Id;
use kit::params;
use kit::words::Texts;

use super::super::model::{Change, NewDuty, NewEmployment, NewPerson, folded, folded_texts};
use super::super::{
    DutyId, EmploymentId, ManagingId, PersonId, SpanId, TitleId, UnitChangeId, UnitId,
};
use super::{SPAN, UnitSpan, span};
use crate::base::Problem;

pub fn insert_unit(tx: &Tx<'_>, code: &str) -> Result<UnitId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO organisation_units (id, code) VALUES ($1, $2)",
        params![id, code],
    )?;
    Ok(id)
}

/// A span of a unit, as it is to be.
pub fn insert_span(tx: &Tx<'_>, new: &UnitSpan) -> Result<SpanId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO organisation_unit_spans
           (id, unit_id, name, folded, parent_id, controller_id, from_day, until_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id,
            new.unit,
            new.name.to_json(),
            folded_texts(&new.name),
            new.parent,
            new.controller,
            new.from,
            new.until
        ],
    )?;
    Ok(id)
}

/// Puts a span right in its place; its days stay.
pub fn correct_span(tx: &Tx<'_>, id: SpanId, new: &UnitSpan) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_unit_spans
         SET name = $2, folded = $3, parent_id = $4, controller_id = $5 WHERE id = $1",
        params![
            id,
            new.name.to_json(),
            folded_texts(&new.name),
            new.parent,
            new.controller
        ],
    )?;
    Ok(())
}

/// Closes a span; `last` is its last day.
pub fn close_span(tx: &Tx<'_>, id: SpanId, last: Day) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_unit_spans SET until_day = $2 WHERE id = $1",
        params![id, last],
    )?;
    Ok(())
}

/// The last span known of a unit.
pub fn last_span(conn: &Conn, unit: UnitId) -> Result<Option<(SpanId, UnitSpan)>, Problem> {
    let sql = SPAN.replacen("SELECT ", "SELECT s.id, ", 1)
        + " WHERE s.unit_id = $1 ORDER BY s.from_day DESC LIMIT 1";
    conn.one(&sql, params![unit])?
        .map(|row| Ok((row.get("id")?, span(&row)?)))
        .transpose()
}

/// Units directly below a unit on a day.
pub fn below(conn: &Conn, unit: UnitId, day: Day) -> Result<Vec<UnitId>, Problem> {
    conn.all(
        "SELECT unit_id FROM organisation_unit_spans
         WHERE parent_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)",
        params![unit, day],
    )?
    .iter()
    .map(|row| Ok(row.get("unit_id")?))
    .collect()
}

pub fn insert_change(
    tx: &Tx<'_>,
    decision: &str,
    day: Day,
    kind: Change,
    (from, to): (Option<UnitId>, Option<UnitId>),
    note: &str,
) -> Result<UnitChangeId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO organisation_unit_changes (id, decision, day, kind, from_unit, to_unit, note)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![id, decision, day, kind.code(), from, to, note],
    )?;
    Ok(id)
}

pub fn insert_title(tx: &Tx<'_>, code: &str, name: &Texts) -> Result<TitleId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO organisation_titles (id, code, name, folded) VALUES ($1, $2, $3, $4)",
        params![id, code, name.to_json(), folded_texts(name)],
    )?;
    Ok(id)
}

pub fn insert_person(tx: &Tx<'_>, new: &NewPerson) -> Result<PersonId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO organisation_people (id, number, given, family, folded, email, lang)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            id,
            &new.number,
            &new.given,
            &new.family,
            folded([new.given.as_str(), new.family.as_str(), new.number.as_str()]),
            new.email.as_deref(),
            new.lang.map(kit::words::Lang::code)
        ],
    )?;
    Ok(id)
}

pub fn insert_employment(tx: &Tx<'_>, new: &NewEmployment) -> Result<EmploymentId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO organisation_employments
           (id, number, person_id, unit_id, title_id, from_day, until_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            id,
            &new.number,
            new.person,
            new.unit,
            new.title,
            new.from,
            new.until
        ],
    )?;
    Ok(id)
}

pub fn close_employment(tx: &Tx<'_>, id: EmploymentId, last: Day) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_employments SET until_day = $2 WHERE id = $1",
        params![id, last],
    )?;
    Ok(())
}

/// An employment that began on that very day, in another unit: it never was in the first.
pub fn correct_employment_unit(tx: &Tx<'_>, id: EmploymentId, unit: UnitId) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_employments SET unit_id = $2 WHERE id = $1",
        params![id, unit],
    )?;
    Ok(())
}

fn employment(row: &kit::db::Row) -> Result<(EmploymentId, NewEmployment), Problem> {
    Ok((
        row.get("id")?,
        NewEmployment {
            number: row.get("number")?,
            person: row.get("person_id")?,
            unit: row.get("unit_id")?,
            title: row.get("title_id")?,
            from: row.get("from_day")?,
            until: row.get("until_day")?,
        },
    ))
}

const EMPLOYMENT: &str = "SELECT id, number, person_id, unit_id, title_id, from_day, until_day
    FROM organisation_employments";

pub fn employment_by_id(conn: &Conn, id: EmploymentId) -> Result<Option<NewEmployment>, Problem> {
    let row = conn.one(&format!("{EMPLOYMENT} WHERE id = $1"), params![id])?;
    Ok(row
        .as_ref()
        .map(employment)
        .transpose()?
        .map(|(_, one)| one))
}

/// All spans of one employment number.
pub fn employments_numbered(
    conn: &Conn,
    number: &str,
) -> Result<Vec<(EmploymentId, NewEmployment)>, Problem> {
    conn.all(&format!("{EMPLOYMENT} WHERE number = $1"), params![number])?
        .iter()
        .map(employment)
        .collect()
}

/// Employments of a unit that hold on a day or later.
pub fn employments_from(
    conn: &Conn,
    unit: UnitId,
    day: Day,
) -> Result<Vec<(EmploymentId, NewEmployment)>, Problem> {
    let sql = format!(
        "{EMPLOYMENT} WHERE unit_id = $1 AND (until_day IS NULL OR until_day >= $2) ORDER BY from_day, id"
    );
    conn.all(&sql, params![unit, day])?
        .iter()
        .map(employment)
        .collect()
}

/// The manager of a unit who holds on a day or later: row, person, first day.
pub fn managing(
    conn: &Conn,
    unit: UnitId,
    day: Day,
) -> Result<Vec<(ManagingId, PersonId, Day)>, Problem> {
    conn.all(
        "SELECT id, person_id, from_day FROM organisation_managers
         WHERE unit_id = $1 AND (until_day IS NULL OR until_day >= $2) ORDER BY from_day",
        params![unit, day],
    )?
    .iter()
    .map(|row| Ok((row.get("id")?, row.get("person_id")?, row.get("from_day")?)))
    .collect()
}

pub fn insert_managing(
    tx: &Tx<'_>,
    unit: UnitId,
    person: PersonId,
    from: Day,
) -> Result<ManagingId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO organisation_managers (id, unit_id, person_id, from_day) VALUES ($1, $2, $3, $4)",
        params![id, unit, person, from],
    )?;
    Ok(id)
}

pub fn close_managing(tx: &Tx<'_>, id: ManagingId, last: Day) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_managers SET until_day = $2 WHERE id = $1",
        params![id, last],
    )?;
    Ok(())
}

/// A manager who was put in on that very day is replaced.
pub fn correct_managing(tx: &Tx<'_>, id: ManagingId, person: PersonId) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_managers SET person_id = $2 WHERE id = $1",
        params![id, person],
    )?;
    Ok(())
}

pub fn insert_duty(tx: &Tx<'_>, new: &NewDuty) -> Result<DutyId, Problem> {
    let id = Id::at(tx.at());
    tx.run(
        "INSERT INTO organisation_duties (id, role, person_id, controller_id, from_day)
         VALUES ($1, $2, $3, $4, $5)",
        params![id, new.role.code(), new.person, new.controller, new.from],
    )?;
    Ok(id)
}

/// Whether the person has this very duty on the day or later.
pub fn has_duty(conn: &Conn, new: &NewDuty) -> Result<bool, Problem> {
    let count: i64 = conn.value(
        "SELECT COUNT(*) FROM organisation_duties
         WHERE role = $1 AND person_id = $2 AND (until_day IS NULL OR until_day >= $4)
           AND COALESCE(controller_id, '') = COALESCE(CAST($3 AS TEXT), '')",
        params![new.role.code(), new.person, new.controller, new.from],
    )?;
    Ok(count > 0)
}

/// First and last day of a duty.
pub fn duty_days(conn: &Conn, id: DutyId) -> Result<Option<(Day, Option<Day>)>, Problem> {
    conn.one(
        "SELECT from_day, until_day FROM organisation_duties WHERE id = $1",
        params![id],
    )?
    .map(|row| Ok((row.get("from_day")?, row.get("until_day")?)))
    .transpose()
}

pub fn close_duty(tx: &Tx<'_>, id: DutyId, last: Day) -> Result<(), Problem> {
    tx.run(
        "UPDATE organisation_duties SET until_day = $2 WHERE id = $1",
        params![id, last],
    )?;
    Ok(())
}

/// Whether a code or number is taken.
pub fn taken(conn: &Conn, what: Code, text: &str) -> Result<bool, Problem> {
    let sql = match what {
        Code::Controller => "SELECT COUNT(*) FROM organisation_controllers WHERE code = $1",
        Code::Unit => "SELECT COUNT(*) FROM organisation_units WHERE code = $1",
        Code::Title => "SELECT COUNT(*) FROM organisation_titles WHERE code = $1",
        Code::Person => "SELECT COUNT(*) FROM organisation_people WHERE number = $1",
    };
    Ok(conn.value::<i64>(sql, params![text])? > 0)
}

/// What carries a code of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    Controller,
    Unit,
    Title,
    Person,
}
