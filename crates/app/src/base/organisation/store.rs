//! Reading the organisation as of a day. A span holds when `from_day <= day <= until_day`.

use kit::clock::Day;
use kit::db::{Conn, Row};
use kit::params;
use kit::words::{Lang, Texts};

use super::super::Problem;
use super::super::identity::actor::{Duty, Role};
use super::{ControllerId, Country, PersonId, UnitId};

pub mod boards;
pub mod counting;
mod finding;
pub mod forgetting;
pub mod importing;
pub mod looking;
pub mod uploads;
pub mod writing;

pub use finding::{holding, people, people_by_email, people_like, was_ever_held};
pub use looking::{last_names, person_by_number};
pub use writing::Code;

/// A board or wholly owned company.
#[derive(Clone, Debug, PartialEq)]
pub struct ControllerRow {
    pub id: ControllerId,
    pub code: String,
    /// A company, else a board.
    pub company: bool,
    /// As of the last day that was asked about.
    pub name: Texts,
    pub from: Day,
    pub until: Option<Day>,
    /// Where it is established, when that is another country than the municipality's.
    pub country: Option<Country>,
}

/// A unit as it was on some day.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitSpan {
    pub unit: UnitId,
    pub code: String,
    pub name: Texts,
    pub parent: Option<UnitId>,
    pub controller: ControllerId,
    pub from: Day,
    pub until: Option<Day>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PersonRow {
    pub id: PersonId,
    /// The HR system's number; never a national identity number.
    pub number: String,
    pub given: String,
    pub family: String,
    pub email: Option<String>,
    pub lang: Option<Lang>,
}

impl PersonRow {
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

pub fn texts(row: &Row, column: &str) -> Result<Texts, Problem> {
    let text: String = row.get(column)?;
    Ok(Texts::from_json(&text).unwrap_or_else(|| Texts::same(&text)))
}

/// A controller `c` with the name it has on the day `$1`.
const CONTROLLER: &str =
    "SELECT c.id, c.code, c.kind, COALESCE(n.name, c.name) AS name, c.from_day, c.until_day,
       c.country FROM organisation_controllers c LEFT JOIN organisation_controller_names n
       ON n.controller_id = c.id AND n.from_day = (SELECT MAX(m.from_day)
         FROM organisation_controller_names m WHERE m.controller_id = c.id AND m.from_day <= $1)";

fn controller_row(row: &Row) -> Result<ControllerRow, Problem> {
    Ok(ControllerRow {
        id: row.get("id")?,
        code: row.get("code")?,
        company: row.get::<String>("kind")? == "company",
        name: texts(row, "name")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        country: country(row)?,
    })
}

fn country(row: &Row) -> Result<Option<Country>, Problem> {
    let code: Option<String> = row.get("country")?;
    Ok(code.as_deref().and_then(Country::parse))
}

/// The country of a controller, when it is another than the municipality's.
pub fn country_of(conn: &Conn, id: ControllerId) -> Result<Option<Country>, Problem> {
    let row = conn.one(
        "SELECT country FROM organisation_controllers WHERE id = $1",
        params![id],
    )?;
    row.as_ref().map_or(Ok(None), country)
}

/// Controllers that existed at any time from `from` to `to`, in the order of their codes, with the names they
/// have on the last day.
pub fn controllers(conn: &Conn, from: Day, to: Day) -> Result<Vec<ControllerRow>, Problem> {
    let sql = format!(
        "{CONTROLLER} WHERE c.from_day <= $1 AND (c.until_day IS NULL OR c.until_day >= $2) ORDER BY c.code"
    );
    conn.all(&sql, params![to, from])?
        .iter()
        .map(controller_row)
        .collect()
}

/// The first day of the first controller; none while there is no controller.
pub fn first_day(conn: &Conn) -> Result<Option<Day>, Problem> {
    Ok(conn.value("SELECT MIN(from_day) FROM organisation_controllers", &[])?)
}

/// One controller with its name as of a day, also when it does not exist on that day.
pub fn controller(
    conn: &Conn,
    id: ControllerId,
    day: Day,
) -> Result<Option<ControllerRow>, Problem> {
    conn.one(&format!("{CONTROLLER} WHERE c.id = $2"), params![day, id])?
        .as_ref()
        .map(controller_row)
        .transpose()
}

const SPAN: &str =
    "SELECT s.unit_id, u.code, s.name, s.parent_id, s.controller_id, s.from_day, s.until_day
    FROM organisation_unit_spans s JOIN organisation_units u ON u.id = s.unit_id";

fn span(row: &Row) -> Result<UnitSpan, Problem> {
    Ok(UnitSpan {
        unit: row.get("unit_id")?,
        code: row.get("code")?,
        name: texts(row, "name")?,
        parent: row.get("parent_id")?,
        controller: row.get("controller_id")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
    })
}

/// All units as of a day, in the order of their codes.
pub fn units(conn: &Conn, day: Day) -> Result<Vec<UnitSpan>, Problem> {
    let sql = format!(
        "{SPAN} WHERE s.from_day <= $1 AND (s.until_day IS NULL OR s.until_day >= $1) ORDER BY u.code"
    );
    conn.all(&sql, params![day])?.iter().map(span).collect()
}

/// One unit as of a day.
pub fn unit(conn: &Conn, unit: UnitId, day: Day) -> Result<Option<UnitSpan>, Problem> {
    let sql = format!(
        "{SPAN} WHERE s.unit_id = $2 AND s.from_day <= $1 AND (s.until_day IS NULL OR s.until_day >= $1)"
    );
    conn.one(&sql, params![day, unit])?
        .as_ref()
        .map(span)
        .transpose()
}

pub fn person_row(row: &Row) -> Result<PersonRow, Problem> {
    Ok(PersonRow {
        id: row.get("id")?,
        number: row.get("number")?,
        given: row.get("given")?,
        family: row.get("family")?,
        email: row.get("email")?,
        lang: row
            .get::<Option<String>>("lang")?
            .as_deref()
            .and_then(Lang::parse),
    })
}

pub fn person(conn: &Conn, id: PersonId) -> Result<Option<PersonRow>, Problem> {
    conn.one(
        "SELECT id, number, given, family, email, lang FROM organisation_people WHERE id = $1",
        params![id],
    )?
    .as_ref()
    .map(person_row)
    .transpose()
}

/// Duties in force on a day.
pub fn duties_of(conn: &Conn, person: PersonId, day: Day) -> Result<Vec<Duty>, Problem> {
    let rows = conn.all(
        "SELECT role, controller_id FROM organisation_duties
         WHERE person_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)",
        params![person, day],
    )?;
    let mut duties = Vec::new();
    for row in rows {
        if let Some(role) = Role::parse(&row.get::<String>("role")?) {
            duties.push(Duty {
                role,
                controller: row.get("controller_id")?,
            });
        }
    }
    Ok(duties)
}

/// Units a person leads on a day, and everything below them.
pub fn led_units(conn: &Conn, person: PersonId, day: Day) -> Result<Vec<UnitId>, Problem> {
    conn.all(
        "WITH RECURSIVE led (unit_id) AS (
           SELECT unit_id FROM organisation_managers
           WHERE person_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
           UNION
           SELECT s.unit_id FROM organisation_unit_spans s JOIN led ON s.parent_id = led.unit_id
           WHERE s.from_day <= $2 AND (s.until_day IS NULL OR s.until_day >= $2))
         SELECT unit_id FROM led",
        params![person, day],
    )?
    .iter()
    .map(|row| Ok(row.get("unit_id")?))
    .collect()
}

/// Units in which a person is employed on a day, with their controllers.
pub fn works_in(
    conn: &Conn,
    person: PersonId,
    day: Day,
) -> Result<Vec<(UnitId, ControllerId)>, Problem> {
    conn.all(
        "SELECT e.unit_id, s.controller_id FROM organisation_employments e
         JOIN organisation_unit_spans s ON s.unit_id = e.unit_id
           AND s.from_day <= $2 AND (s.until_day IS NULL OR s.until_day >= $2)
         WHERE e.person_id = $1 AND e.from_day <= $2 AND (e.until_day IS NULL OR e.until_day >= $2)
         ORDER BY e.from_day, e.id",
        params![person, day],
    )?
    .iter()
    .map(|row| Ok((row.get("unit_id")?, row.get("controller_id")?)))
    .collect()
}

/// Who holds a duty for a controller on a day, those who hold it for the whole group included.
pub fn holders(
    conn: &Conn,
    role: Role,
    controller: ControllerId,
    day: Day,
) -> Result<Vec<PersonId>, Problem> {
    conn.all(
        "SELECT DISTINCT person_id FROM organisation_duties
         WHERE role = $1 AND (controller_id IS NULL OR controller_id = $2)
           AND from_day <= $3 AND (until_day IS NULL OR until_day >= $3) ORDER BY person_id",
        params![role.code(), controller, day],
    )?
    .iter()
    .map(|row| Ok(row.get("person_id")?))
    .collect()
}
