//! The register and other lists. Everything a line shows stands in the row of the case.

use std::collections::HashSet;

use kit::clock::Moment;
use kit::db::{Conn, Row, Value};
use kit::params;
use kit::words::Texts;

use super::super::CaseId;
use super::super::model::{About, Deadline, Outcome, Stage, reasons_missing};
use super::stage;
use crate::base::organisation::{ControllerId, PersonId, UnitId, texts};
use crate::base::{Actor, Problem, Role};

/// A line of a list.
#[derive(Clone, Debug)]
pub struct Listed {
    pub id: CaseId,
    pub number: String,
    pub controller: ControllerId,
    pub unit_name: Texts,
    /// In the reporter's words.
    pub story: String,
    /// In the officer's words; empty until they are written.
    pub facts: String,
    pub stage: Stage,
    pub outcome: Option<Outcome>,
    pub reported: Moment,
    pub known: Moment,
    pub aware: Option<Moment>,
    pub notified: Option<Moment>,
    pub closed: Option<Moment>,
    pub answered: Option<Moment>,
    /// The reasons for a delay are written.
    pub excused: bool,
    /// When a case of imported history occurred, as far as that is known: a day, a month, a year or nothing.
    pub history: Option<String>,
}

impl Listed {
    /// What happened, as an officer reads it: the facts when they are written, else the story.
    pub fn what(&self) -> &str {
        if self.facts.is_empty() {
            &self.story
        } else {
            &self.facts
        }
    }

    /// The name of its stage; of imported history that nobody has judged here.
    pub fn stage_word(&self) -> &'static str {
        if self.history.is_some() && self.stage == Stage::Closed && self.outcome.is_none() {
            "incidents-stage-history"
        } else {
            self.stage.word()
        }
    }

    /// Whether it is late and the reasons are missing.
    pub fn reasons_missing(&self, now: Moment) -> bool {
        let over = matches!(self.stage, Stage::NotNeeded | Stage::Closed);
        reasons_missing((self.aware, self.notified), over, self.excused, now)
    }

    /// How it stands to its deadline.
    pub fn clock(&self, now: Moment) -> Deadline {
        let declined =
            self.notified.is_none() && matches!(self.stage, Stage::NotNeeded | Stage::Closed);
        Deadline::of(self.aware, self.notified, declined, now)
    }
}

pub const COLUMNS: &str =
    "id, number, controller_id, unit_name, story, facts, stage, outcome, reported_at, known_at,
    aware_at, notified_at, closed_at, answered_at, excused, occurred_day, made";

pub fn line(row: &Row) -> Result<Listed, Problem> {
    let outcome: Option<String> = row.get("outcome")?;
    Ok(Listed {
        id: row.get("id")?,
        number: row.get("number")?,
        controller: row.get("controller_id")?,
        unit_name: texts(row, "unit_name")?,
        story: row.get("story")?,
        facts: row.get("facts")?,
        stage: stage(row)?,
        outcome: outcome.as_deref().and_then(Outcome::parse),
        reported: row.get("reported_at")?,
        known: row.get("known_at")?,
        aware: row.get("aware_at")?,
        notified: row.get("notified_at")?,
        closed: row.get("closed_at")?,
        answered: row.get("answered_at")?,
        excused: row.get::<Option<i64>>("excused")? == Some(1),
        history: match row.get::<Option<String>>("made")?.as_deref() {
            Some("import") => Some(
                row.get::<Option<String>>("occurred_day")?
                    .unwrap_or_default(),
            ),
            _ => None,
        },
    })
}

/// Which cases an actor may see in the register, as a condition.
#[derive(Clone, Debug)]
pub struct Sight(String);

impl Sight {
    /// The data protection officer and the auditor see those of their controllers; the information security
    /// officer sees what was handed over and what was judged to be no personal data breach.
    pub fn of(actor: &Actor) -> Sight {
        let all = actor
            .scope_of(&[Role::Dpo, Role::Auditor])
            .sql("controller_id");
        let some = actor.scope(Role::Ciso);
        if some.is_empty() {
            return Sight(format!("({all})"));
        }
        let some = some.sql("controller_id");
        Sight(format!(
            "({all} OR ({some} AND (handed_at IS NOT NULL OR breach = 0)))"
        ))
    }
}

impl Sight {
    /// The condition.
    pub fn sql(&self) -> &str {
        &self.0
    }
}

/// What the register is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Beginnings of words, all of which must be in the case.
    pub words: Vec<String>,
    pub stage: Option<Stage>,
    pub outcome: Option<Outcome>,
    pub about: Option<About>,
    /// Only imported history.
    pub history: bool,
    pub controller: Option<ControllerId>,
    pub unit: Option<UnitId>,
    /// Became known from the first moment to before the second.
    pub known: Option<(Moment, Moment)>,
    /// Notified too late, or past the deadline at this moment.
    pub late: Option<Moment>,
}

impl Filter {
    /// Conditions on the row itself with their values, numbered from 1.
    pub fn columns(&self, sight: &Sight) -> (String, Vec<Value>) {
        let (mut all, mut values) = (vec![sight.0.clone()], Vec::new());
        let mut put = |text: &str, value: Value| {
            values.push(value);
            all.push(text.replace("{}", &format!("${}", values.len())));
        };
        // A unit has few cases: its index is the way, and an expression keeps the others from being tried.
        let few = self.unit.is_some();
        let on = |column: &str| match few {
            true => format!("({column} || '') = {{}}"),
            false => format!("{column} = {{}}"),
        };
        if let Some(stage) = self.stage {
            put(&on("stage"), stage.code().into());
        }
        if let Some(outcome) = self.outcome {
            put(&on("outcome"), outcome.code().into());
        }
        if let Some(about) = self.about {
            put(&on("about"), about.code().into());
        }
        if let Some(controller) = self.controller {
            put(&on("controller_id"), controller.into());
        }
        if let Some(unit) = self.unit {
            put("unit_id = {}", unit.into());
        }
        if let Some((from, until)) = self.known {
            put("known_at >= {}", from.into());
            put("known_at < {}", until.into());
        }
        if self.history {
            all.push("made = 'import'".to_owned());
        }
        (all.join(" AND "), values)
    }

    /// The same with words and lateness.
    fn sql(&self, sight: &Sight) -> (String, Vec<Value>) {
        let (condition, mut values) = self.columns(sight);
        let mut all = vec![condition];
        if let Some(now) = self.late {
            values.push(now.into());
            all.push(format!(
                "(late = 1 OR (stage = 'assessed' AND notify_by < ${}))",
                values.len()
            ));
        }
        for word in &self.words {
            values.push(word.into());
            values.push(format!("{word}\u{10ffff}").into());
            all.push(format!(
                "nr IN (SELECT nr FROM incidents_words WHERE word >= ${} AND word <= ${})",
                values.len() - 1,
                values.len()
            ));
        }
        (all.join(" AND "), values)
    }
}

/// Everything the filter leaves, what became known last first, for files.
pub fn all(conn: &Conn, sight: &Sight, filter: &Filter, most: i64) -> Result<Vec<Listed>, Problem> {
    let (condition, mut values) = filter.sql(sight);
    values.push(most.into());
    let rest = format!(
        "{condition} ORDER BY known_at DESC, id DESC LIMIT ${}",
        values.len()
    );
    line_where(conn, &rest, &values)
}

/// One case as a line, if the actor may see it in the register.
pub fn listed(conn: &Conn, sight: &Sight, id: CaseId) -> Result<Option<Listed>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM incidents_cases WHERE id = $1 AND {}",
        sight.0
    );
    conn.one(&sql, params![id])?.as_ref().map(line).transpose()
}

/// Those of some cases that the actor may see in the register: one statement, none for none.
pub fn listed_in(conn: &Conn, sight: &Sight, ids: &[CaseId]) -> Result<Vec<Listed>, Problem> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    // Ids are typed: nothing foreign gets into the text.
    let list: Vec<String> = ids.iter().map(|id| format!("'{id}'")).collect();
    line_where(
        conn,
        &format!("id IN ({}) AND {}", list.join(", "), sight.0),
        &[],
    )
}

/// Lines by a condition with its order, written by this room.
pub fn line_where(conn: &Conn, rest: &str, values: &[Value]) -> Result<Vec<Listed>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM incidents_cases WHERE {rest}");
    conn.all(&sql, values)?.iter().map(line).collect()
}

/// Other cases of the same unit or about the same since a moment, newest first.
pub fn likely(
    conn: &Conn,
    sight: &Sight,
    id: CaseId,
    since: Moment,
) -> Result<Vec<Listed>, Problem> {
    let rest = format!(
        "id IN (SELECT c.id FROM incidents_cases c JOIN incidents_cases o ON c.unit_id = o.unit_id
           WHERE o.id = $1 AND c.known_at >= $2
         UNION SELECT c.id FROM incidents_cases c JOIN incidents_cases o ON c.about = o.about
           WHERE o.id = $1 AND c.known_at >= $2)
         AND id <> $1 AND made IS NULL AND {} ORDER BY known_at DESC, id DESC LIMIT 12",
        sight.0
    );
    line_where(conn, &rest, params![id, since])
}

/// What a person has reported, newest first.
pub fn mine(
    conn: &Conn,
    person: PersonId,
    (limit, offset): (i64, i64),
) -> Result<(i64, Vec<Listed>), Problem> {
    let total = conn.value(
        "SELECT COUNT(*) FROM incidents_cases WHERE reporter_id = $1",
        params![person],
    )?;
    let sql = format!(
        "SELECT {COLUMNS} FROM incidents_cases WHERE reporter_id = $1 ORDER BY reported_at DESC, id DESC LIMIT $2 OFFSET $3"
    );
    let rows = conn.all(&sql, params![person, limit, offset])?;
    Ok((total, rows.iter().map(line).collect::<Result<_, _>>()?))
}

/// A person's own reports that were answered since a moment.
pub fn answered_for(conn: &Conn, person: PersonId, since: Moment) -> Result<Vec<Listed>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM incidents_cases WHERE reporter_id = $1 AND answered_at >= $2 ORDER BY answered_at DESC LIMIT 5"
    );
    conn.all(&sql, params![person, since])?
        .iter()
        .map(line)
        .collect()
}

/// What waits for the data protection officer: a breach without a decision, whose hours the law counts, then what is
/// not assessed; the oldest first.
pub fn open_for(conn: &Conn, actor: &Actor, limit: i64) -> Result<Vec<Listed>, Problem> {
    let scope = actor.scope(Role::Dpo).sql("controller_id");
    let sql = format!(
        "SELECT {COLUMNS} FROM incidents_cases WHERE {scope} AND (stage = 'reported' OR (stage = 'assessed' AND breach = 1))
         ORDER BY CASE WHEN stage = 'assessed' THEN 0 ELSE 1 END, known_at, id LIMIT $1"
    );
    conn.all(&sql, params![limit])?.iter().map(line).collect()
}

/// Cases per unit and outcome that became known in a span of time. Units by their ids, never by what was typed.
pub fn counts(
    conn: &Conn,
    units: &[UnitId],
    (from, until): (Moment, Moment),
) -> Result<Vec<(UnitId, Option<Outcome>, i64)>, Problem> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = units.iter().map(|unit| format!("'{unit}'")).collect();
    let sql = format!(
        "SELECT unit_id, outcome, COUNT(*) AS cases FROM incidents_cases
         WHERE unit_id IN ({}) AND known_at >= $1 AND known_at < $2 GROUP BY unit_id, outcome",
        ids.join(", ")
    );
    let rows = conn.all(&sql, params![from, until])?;
    rows.iter()
        .map(|row| {
            let outcome: Option<String> = row.get("outcome")?;
            let outcome = outcome.as_deref().and_then(Outcome::parse);
            Ok((row.get("unit_id")?, outcome, row.get("cases")?))
        })
        .collect()
}

/// All cases that an actor may see in the register.
pub fn visible(conn: &Conn, sight: &Sight) -> Result<HashSet<CaseId>, Problem> {
    let sql = format!("SELECT id FROM incidents_cases WHERE {}", sight.0);
    conn.all(&sql, &[])?
        .iter()
        .map(|row| Ok(row.get("id")?))
        .collect()
}

/// The cases of a reporter.
pub fn of_reporter(conn: &Conn, person: PersonId) -> Result<Vec<CaseId>, Problem> {
    conn.all(
        "SELECT id FROM incidents_cases WHERE reporter_id = $1 ORDER BY reported_at, id",
        params![person],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}

/// What a person has reported for a unit in these words since a moment, among their last few reports.
pub fn told_since(
    conn: &Conn,
    person: PersonId,
    (unit, story): (UnitId, &str),
    since: Moment,
) -> Result<Option<CaseId>, Problem> {
    let row = conn.one(
        "SELECT id FROM (SELECT id, unit_id, story FROM incidents_cases
           WHERE reporter_id = $1 AND reported_at >= $2 ORDER BY reported_at DESC LIMIT 5) last
         WHERE unit_id = $3 AND story = $4 ORDER BY id LIMIT 1",
        params![person, since, unit, story],
    )?;
    Ok(row.map(|row| row.get("id")).transpose()?)
}
