//! SQL of the register of measures.

use std::collections::{HashMap, HashSet};

use kit::clock::{Day, Moment};
use kit::db::{Conn, Row, Tx, Value};
use kit::params;

use super::super::Problem;
use super::super::identity::actor::Scope;
use super::super::organisation::{ControllerId, PersonId};
use super::super::subject::Subject;
use super::model::{Move, State, StepRow, is_late};
use super::{MeasureId, NewMeasure, StepId};

/// A measure as it stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureRow {
    pub id: MeasureId,
    pub controller: ControllerId,
    pub origin: Subject,
    pub text: String,
    pub entered_at: Moment,
    pub state: State,
    pub owner: Option<PersonId>,
    pub due: Option<Day>,
}

impl MeasureRow {
    /// Open, and its date has passed.
    pub fn is_late(&self, today: Day) -> bool {
        is_late(self.state, self.due, today)
    }
}

const MEASURE: &str =
    "SELECT id, controller_id, origin_kind, origin_id, text, entered_at, state, owner_id, due_day
     FROM measures_kept";

fn measure(row: &Row) -> Result<MeasureRow, Problem> {
    Ok(MeasureRow {
        id: row.get("id")?,
        controller: row.get("controller_id")?,
        origin: Subject {
            kind: row.get("origin_kind")?,
            id: row.get("origin_id")?,
        },
        text: row.get("text")?,
        entered_at: row.get("entered_at")?,
        state: State::parse(&row.get::<String>("state")?).unwrap_or(State::Open),
        owner: row.get("owner_id")?,
        due: row.get("due_day")?,
    })
}

/// Measures that stem from a thing, in the order they were entered.
pub fn of(conn: &Conn, origin: &Subject) -> Result<Vec<MeasureRow>, Problem> {
    let sql =
        format!("{MEASURE} WHERE origin_kind = $1 AND origin_id = $2 ORDER BY entered_at, id");
    conn.all(&sql, params![&origin.kind, &origin.id])?
        .iter()
        .map(measure)
        .collect()
}

/// The same for many things of one kind, by their ids, which are the caller's own.
pub fn of_many(
    conn: &Conn,
    kind: &str,
    ids: &[String],
) -> Result<HashMap<String, Vec<MeasureRow>>, Problem> {
    let mut found: HashMap<String, Vec<MeasureRow>> = HashMap::new();
    for part in ids.chunks(200) {
        let places: Vec<String> = (2..part.len() + 2).map(|n| format!("${n}")).collect();
        let sql = format!(
            "{MEASURE} WHERE origin_kind = $1 AND origin_id IN ({}) ORDER BY entered_at, id",
            places.join(", ")
        );
        let values: Vec<Value> = std::iter::once(kind.into())
            .chain(part.iter().map(|id| id.as_str().into()))
            .collect();
        for row in conn.all(&sql, &values)? {
            let row = measure(&row)?;
            found.entry(row.origin.id.clone()).or_default().push(row);
        }
    }
    Ok(found)
}

/// Which of these things have an open measure that nobody owns. The ids are the caller's own, never typed text.
pub fn without_owner(conn: &Conn, kind: &str, ids: &[String]) -> Result<HashSet<String>, Problem> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let places: Vec<String> = (2..ids.len() + 2).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT DISTINCT origin_id FROM measures_kept WHERE origin_kind = $1 AND state = 'open'
         AND owner_id IS NULL AND origin_id IN ({})",
        places.join(", ")
    );
    let values: Vec<Value> = std::iter::once(kind.into())
        .chain(ids.iter().map(|id| id.as_str().into()))
        .collect();
    conn.all(&sql, &values)?
        .iter()
        .map(|row| Ok(row.get("origin_id")?))
        .collect()
}

/// One measure; the caller has asked who may see it.
pub fn one(conn: &Conn, id: MeasureId) -> Result<Option<MeasureRow>, Problem> {
    let sql = format!("{MEASURE} WHERE id = $1");
    conn.one(&sql, params![id])?
        .as_ref()
        .map(measure)
        .transpose()
}

pub fn insert(tx: &Tx<'_>, id: MeasureId, new: &NewMeasure, text: &str) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO measures_kept (id, controller_id, origin_kind, origin_id, text, folded, entered_at, entered_by, state, owner_id, due_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            id,
            new.controller,
            &new.origin.kind,
            &new.origin.id,
            text,
            text.to_lowercase(),
            tx.at(),
            tx.by(),
            State::Open.code(),
            new.owner,
            new.due
        ],
    )?;
    Ok(())
}

/// Adds a step and brings the row up to it.
pub fn step(tx: &Tx<'_>, id: MeasureId, step: &StepRow, state: State) -> Result<StepId, Problem> {
    let place: i64 = tx.value(
        "SELECT COUNT(*) FROM measures_steps WHERE measure_id = $1",
        params![id],
    )?;
    let step_id = StepId::at(tx.at());
    tx.run(
        "INSERT INTO measures_steps (id, measure_id, place, kind, at, by_mark, note, owner_id, due_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            step_id,
            id,
            place,
            step.kind.code(),
            step.at,
            &step.by,
            &step.note,
            step.owner,
            step.due
        ],
    )?;
    tx.run(
        "UPDATE measures_kept SET state = $2, owner_id = $3, due_day = $4 WHERE id = $1",
        params![id, state.code(), step.owner, step.due],
    )?;
    Ok(step_id)
}

fn step_row(row: &Row) -> Result<StepRow, Problem> {
    Ok(StepRow {
        kind: Move::parse(&row.get::<String>("kind")?).unwrap_or(Move::Entered),
        at: row.get("at")?,
        by: row.get("by_mark")?,
        note: row.get("note")?,
        owner: row.get("owner_id")?,
        due: row.get("due_day")?,
    })
}

/// All that happened to one measure, in order.
pub fn steps(conn: &Conn, id: MeasureId) -> Result<Vec<StepRow>, Problem> {
    conn.all(
        "SELECT kind, at, by_mark, note, owner_id, due_day FROM measures_steps
         WHERE measure_id = $1 ORDER BY place",
        params![id],
    )?
    .iter()
    .map(step_row)
    .collect()
}

/// The mark of who finished it last; empty when nobody did.
pub fn finished_by(conn: &Conn, id: MeasureId) -> Result<String, Problem> {
    let row = conn.one(
        "SELECT by_mark FROM measures_steps WHERE measure_id = $1 AND kind = 'finished'
         ORDER BY place DESC LIMIT 1",
        params![id],
    )?;
    Ok(row
        .map(|row| row.get("by_mark"))
        .transpose()?
        .unwrap_or_default())
}

/// What a reader of the register looks for.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Controllers the reader may see, and the reader, whose own measures are always there.
    pub scope: Scope,
    pub me: Option<PersonId>,
    pub state: Option<State>,
    pub controller: Option<ControllerId>,
    /// Only those that are late on this day.
    pub late: Option<Day>,
    /// Kind of thing they stem from.
    pub origin: String,
    /// Part of the text.
    pub text: String,
}

impl Filter {
    fn condition(&self) -> (String, Vec<Value>) {
        let mut seen = self.scope.sql("controller_id");
        if let Some(me) = self.me {
            seen = format!("({seen} OR owner_id = '{me}')");
        }
        let (mut parts, mut values) = (vec![seen], Vec::new());
        let mut put = |text: &str, value: Value| {
            values.push(value);
            parts.push(text.replace('#', &format!("${}", values.len())));
        };
        if let Some(state) = self.state {
            put("state = #", state.code().into());
        }
        if let Some(controller) = self.controller {
            put("controller_id = #", controller.into());
        }
        if let Some(day) = self.late {
            // The rule of model::is_late.
            put("state = 'open' AND due_day < #", day.into());
        }
        if !self.origin.is_empty() {
            put("origin_kind = #", self.origin.as_str().into());
        }
        if !self.text.is_empty() {
            let part = self
                .text
                .to_lowercase()
                .replace('!', "!!")
                .replace('%', "!%")
                .replace('_', "!_");
            put("folded LIKE # ESCAPE '!'", format!("%{part}%").into());
        }
        (parts.join(" AND "), values)
    }
}

pub fn count(conn: &Conn, filter: &Filter) -> Result<i64, Problem> {
    let (condition, values) = filter.condition();
    let sql = format!("SELECT COUNT(*) FROM measures_kept WHERE {condition}");
    Ok(conn.value(&sql, &values)?)
}

/// The register: open ones by date, then those that wait for a look at their effect, then the rest.
pub fn list(
    conn: &Conn,
    filter: &Filter,
    limit: i64,
    offset: i64,
) -> Result<Vec<MeasureRow>, Problem> {
    let (condition, mut values) = filter.condition();
    let n = values.len() + 1;
    values.extend([Value::from(limit), Value::from(offset)]);
    let sql = format!(
        "{MEASURE} WHERE {condition}
         ORDER BY CASE state WHEN 'open' THEN 0 WHEN 'finished' THEN 1 ELSE 2 END,
           COALESCE(due_day, '9999-12-31'), entered_at DESC, id LIMIT ${n} OFFSET ${}",
        n + 1
    );
    conn.all(&sql, &values)?.iter().map(measure).collect()
}

/// Kinds of things that measures stem from.
pub fn origins(conn: &Conn) -> Result<Vec<String>, Problem> {
    conn.all(
        "SELECT DISTINCT origin_kind FROM measures_kept ORDER BY origin_kind",
        &[],
    )?
    .iter()
    .map(|row| Ok(row.get("origin_kind")?))
    .collect()
}

/// Every measure entered before a moment, with its steps before it.
pub fn histories(conn: &Conn, until: Moment) -> Result<Vec<(MeasureRow, Vec<StepRow>)>, Problem> {
    let mut steps: HashMap<MeasureId, Vec<StepRow>> = HashMap::new();
    let rows = conn.all(
        "SELECT measure_id, kind, at, by_mark, note, owner_id, due_day FROM measures_steps
         WHERE at < $1 ORDER BY measure_id, place",
        params![until],
    )?;
    for row in &rows {
        let id = row.get("measure_id")?;
        steps.entry(id).or_default().push(step_row(row)?);
    }
    let sql = format!("{MEASURE} WHERE entered_at < $1 ORDER BY entered_at, id");
    conn.all(&sql, params![until])?
        .iter()
        .map(|row| {
            let row = measure(row)?;
            let own = steps.remove(&row.id).unwrap_or_default();
            Ok((row, own))
        })
        .collect()
}
