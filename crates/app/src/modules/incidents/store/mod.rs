//! This room's SQL. A case is its steps; the row repeats what lists and deadlines need.

mod list;
mod paging;
mod reading;

use std::collections::HashMap;

use kit::clock::{Moment, Zone};
use kit::db::{Conn, Row, Tx, Value};
use kit::params;
use kit::words::Texts;

use super::actions::Arrival;
use super::model::{self, About, Assessment, Stage, Standing, Step, Taken, When, notify_by};
use super::reporting::Way;
use super::{CaseId, StepId};
use crate::base::Problem;
use crate::base::organisation::{ControllerId, PersonId, UnitId, texts};

pub use list::{
    Filter, Listed, Sight, all, answered_for, counts, likely, line_where, listed, listed_in, mine,
    of_reporter, open_for, told_since, visible,
};
#[cfg(test)]
pub use paging::statement;
pub use paging::{Found, MOST, WINDOW, find};
pub use reading::known;

/// A case as its page and its verbs see it.
#[derive(Clone, Debug)]
pub struct CaseRow {
    pub id: CaseId,
    pub number: String,
    /// The number as an integer.
    pub nr: i64,
    pub controller: ControllerId,
    pub unit: UnitId,
    pub unit_name: Texts,
    pub about: About,
    pub story: String,
    pub facts: String,
    pub reported: Moment,
    pub reporter: Option<PersonId>,
    /// How it came in; none: by a person who was signed in.
    pub way: Option<Way>,
    /// It came with a receipt, which opens a talk.
    pub talk: bool,
    /// When the supplier became aware and when it told us, as its page keeps it.
    pub supplier: Option<(When, Moment)>,
    pub steps: Vec<Taken>,
    pub standing: Standing,
}

impl CaseRow {
    /// When the reporter noticed it, as far as the latest word goes.
    pub fn noticed(&self) -> When {
        let told = self.steps.iter().find_map(|taken| match taken.step {
            Step::Report(noticed) => Some(noticed),
            _ => None,
        });
        match &self.standing.assessment {
            Some(assessment) => assessment.noticed,
            None => told.unwrap_or_default(),
        }
    }

    /// When it happened: as the assessment says, before that as something of ours knew it.
    pub fn occurred(&self) -> When {
        let standing = &self.standing;
        let known = self.steps.iter().find_map(|taken| match taken.step {
            Step::Occurred(when) => Some(when),
            _ => None,
        });
        match (&standing.assessment, &standing.imported) {
            (Some(assessment), _) => assessment.occurred,
            (None, Some(imported)) => imported.occurred,
            (None, None) => known.unwrap_or_default(),
        }
    }

    /// When the processor became aware and when it told us: what the supplier's page keeps, before that what the
    /// assessment says; none where it took place at no processor.
    pub fn processor(&self) -> Option<(When, When)> {
        if let Some((aware, told)) = self.supplier {
            return Some((aware, When::At(told)));
        }
        let judged = self.standing.assessment.as_ref();
        let judged = judged.filter(|judged| judged.supplier)?;
        Some((judged.processor_aware, judged.processor_told))
    }

    /// There is somebody who can be answered: a person of ours, the holder of a receipt, or who wrote a mail.
    pub fn answerable(&self) -> bool {
        self.reporter.is_some() || self.talk || self.way == Some(Way::Mail)
    }

    /// The reporter has added these very words.
    pub fn told_more(&self, words: &str) -> bool {
        let more = |taken: &&Taken| taken.step == Step::More;
        self.steps
            .iter()
            .filter(more)
            .any(|taken| taken.words == words)
    }

    /// When it was reported; only the day where no more is kept.
    pub fn reported_when(&self, zone: &Zone) -> When {
        match self.way {
            Some(way) if way.day_only() => When::On(zone.day_of(self.reported)),
            _ => When::At(self.reported),
        }
    }

    /// The last moment at which it can have been reported.
    pub fn reported_by(&self, zone: &Zone) -> Moment {
        self.reported_when(zone)
            .latest(zone)
            .unwrap_or(self.reported)
    }

    /// The reason of the last decision about the people concerned.
    pub fn people_reason(&self) -> &str {
        let mut steps = self.steps.iter().rev();
        let last = steps.find(|taken| matches!(taken.step, Step::People(_)));
        last.map_or("", |taken| &taken.words)
    }

    /// The awareness of a breach, else the report: the case belongs to this time's year.
    pub fn known(&self) -> Moment {
        self.standing.aware().unwrap_or(self.reported)
    }
}

/// What a new case begins with.
#[derive(Debug)]
pub struct NewCase<'a> {
    pub arrival: &'a Arrival<'a>,
    pub controller: ControllerId,
    pub unit: UnitId,
    pub unit_name: &'a Texts,
    pub report: &'a model::Report,
}

/// Numbers of one year: 2026000001 to 2026999999.
const OF_YEAR: i64 = 1_000_000;

/// Stores a new case under the next number of its year.
pub fn insert(tx: &Tx<'_>, new: &NewCase<'_>) -> Result<(), Problem> {
    let (report, arrival) = (new.report, new.arrival);
    let year = i64::from(report.day().year());
    let nr: i64 = tx.value(
        "SELECT COALESCE(MAX(nr), CAST($1 AS BIGINT)) + 1 FROM incidents_cases WHERE nr > $1 AND nr < $2",
        params![year * OF_YEAR, (year + 1) * OF_YEAR],
    )?;
    let noticed = report.noticed();
    tx.run(
        "INSERT INTO incidents_cases (id, number, nr, controller_id, unit_id, unit_name, about, story, facts, stage,
           noticed_at, noticed_day, reported_at, known_at, late, reporter_id, answerable,
           way, receipt)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', 'reported', $9, $10, $11, $11, 0, $12, $13, $14, $15)",
        params![
            arrival.id,
            format!("{year}-{:04}", nr % OF_YEAR),
            nr,
            new.controller,
            new.unit,
            new.unit_name.to_json(),
            report.about().code(),
            report.story(),
            noticed.moment(),
            noticed.day(),
            report.at(),
            arrival.reporter,
            arrival.reporter.is_some() || arrival.receipt.is_some() || arrival.way == Some(Way::Mail),
            arrival.way.map(Way::code),
            arrival.receipt
        ],
    )?;
    Ok(())
}

/// Says how a case came to be that nobody reported.
pub fn mark_made(tx: &Tx<'_>, id: CaseId, made: &str) -> Result<(), Problem> {
    tx.run(
        "UPDATE incidents_cases SET made = $2 WHERE id = $1",
        params![id, made],
    )?;
    Ok(())
}

/// Adds a step after those that are there.
pub fn add_step(tx: &Tx<'_>, case: CaseId, taken: &Taken) -> Result<StepId, Problem> {
    let id = StepId::random();
    let data =
        serde_json::to_string(&taken.step).map_err(|error| Problem::Outside(error.to_string()))?;
    let aware = match &taken.step {
        Step::Assess(assessment) => assessment.aware,
        _ => None,
    };
    tx.run(
        "INSERT INTO incidents_steps (id, case_id, seq, kind, at, by_mark, aware_at, data, words)
         SELECT $1, $2, COALESCE(MAX(seq), 0) + 1, $3, $4, $5, $6, $7, $8 FROM incidents_steps WHERE case_id = $2",
        params![id, case, taken.step.code(), taken.at, &taken.by, aware, data, &taken.words],
    )?;
    Ok(id)
}

/// Brings the row of the case up to its standing.
pub fn save(tx: &Tx<'_>, case: &CaseRow) -> Result<(), Problem> {
    let standing = &case.standing;
    let judged = standing.assessment.as_ref();
    let aware = standing.aware();
    let (occurred, noticed) = (case.occurred(), case.noticed());
    let by = aware.and_then(notify_by);
    let notified = standing.notified.as_ref().map(|notified| notified.at);
    tx.run(
        "UPDATE incidents_cases SET stage = $2, outcome = $3, breach = $4, occurred_at = $5, occurred_day = $6,
           noticed_at = $7, noticed_day = $8, aware_at = $9, known_at = $10, notify_by = $11, notified_at = $12,
           late = $13, answered_at = $14, handed_at = $15, closed_at = $16, facts = $17, reporter_id = $18, merged_id = $19,
           excused = $20, about = $21
         WHERE id = $1",
        params![
            case.id,
            standing.stage.code(),
            judged.map(|judged| judged.outcome.code()),
            judged.map(Assessment::breach),
            occurred.moment(),
            occurred.parts().and_then(|(from, _)| from.input()),
            noticed.moment(),
            noticed.day(),
            aware,
            case.known(),
            by,
            notified,
            notified.zip(by).is_some_and(|(at, by)| at > by),
            standing.answered,
            standing.handed,
            standing.closed,
            &case.facts,
            case.reporter,
            standing.merged,
            standing.excused.then_some(1_i64),
            case.about.code()
        ],
    )?;
    Ok(())
}

/// Words stored by one statement: a story has some twenty, and each statement is a way to the server and back.
const WORDS_AT_ONCE: usize = 32;

/// Adds words by which the case is found.
pub fn index(tx: &Tx<'_>, nr: i64, texts: &[&str]) -> Result<(), Problem> {
    let words: Vec<String> = model::indexed(texts).into_iter().collect();
    for part in words.chunks(WORDS_AT_ONCE) {
        let rows: Vec<String> = (2..part.len() + 2).map(|n| format!("(${n}, $1)")).collect();
        let values: Vec<Value> = std::iter::once(nr.into())
            .chain(part.iter().map(|word| word.as_str().into()))
            .collect();
        tx.run(
            &format!(
                "INSERT INTO incidents_words (word, nr) VALUES {} ON CONFLICT (word, nr) DO NOTHING",
                rows.join(", ")
            ),
            &values,
        )?;
    }
    Ok(())
}

/// Takes away all words of a case: a text of it has changed.
pub fn unindex(tx: &Tx<'_>, nr: i64) -> Result<(), Problem> {
    tx.run("DELETE FROM incidents_words WHERE nr = $1", params![nr])?;
    Ok(())
}

const CASE: &str =
    "SELECT id, number, nr, controller_id, unit_id, unit_name, about, story, facts, reported_at,
    reporter_id, way, CASE WHEN receipt IS NULL THEN 0 ELSE 1 END AS talk,
    (SELECT told_at FROM incidents_telling_suppliers WHERE case_id = incidents_cases.id) AS supplier_told,
    (SELECT aware_at FROM incidents_telling_suppliers WHERE case_id = incidents_cases.id) AS supplier_aware,
    (SELECT aware_day FROM incidents_telling_suppliers WHERE case_id = incidents_cases.id) AS supplier_day
    FROM incidents_cases";

/// A case with its steps.
pub fn case(conn: &Conn, id: CaseId) -> Result<Option<CaseRow>, Problem> {
    whole(conn, id, "1 = 1")
}

/// The same, if the actor may see it in the register.
pub fn seen(conn: &Conn, sight: &Sight, id: CaseId) -> Result<Option<CaseRow>, Problem> {
    whole(conn, id, sight.sql())
}

fn whole(conn: &Conn, id: CaseId, condition: &str) -> Result<Option<CaseRow>, Problem> {
    let sql = format!("{CASE} WHERE id = $1 AND {condition}");
    let Some(row) = conn.one(&sql, params![id])? else {
        return Ok(None);
    };
    let steps = conn.all(
        "SELECT at, by_mark, data, words FROM incidents_steps WHERE case_id = $1 ORDER BY seq",
        params![id],
    )?;
    let steps: Vec<Taken> = steps.iter().map(taken).collect::<Result<_, _>>()?;
    let standing = Standing::of(steps.iter().map(|taken| (taken.at, &taken.step)));
    case_row(&row, steps, standing).map(Some)
}

/// The steps of the cases in a list of ids, by case.
pub fn steps_in(conn: &Conn, list: &str) -> Result<HashMap<CaseId, Vec<Taken>>, Problem> {
    let sql = format!(
        "SELECT case_id, at, by_mark, data, words FROM incidents_steps WHERE case_id IN ({list})
         ORDER BY case_id, seq"
    );
    let mut steps: HashMap<CaseId, Vec<Taken>> = HashMap::new();
    for row in conn.all(&sql, &[])? {
        let of = steps.entry(row.get("case_id")?).or_default();
        of.push(taken(&row)?);
    }
    Ok(steps)
}

/// The cases in a list of ids, each with its steps taken out of the map.
pub fn rows_in(
    conn: &Conn,
    list: &str,
    steps: &mut HashMap<CaseId, Vec<Taken>>,
) -> Result<Vec<CaseRow>, Problem> {
    let mut cases = Vec::new();
    for row in conn.all(&format!("{CASE} WHERE id IN ({list})"), &[])? {
        let own = steps.remove(&row.get("id")?).unwrap_or_default();
        let standing = Standing::of(own.iter().map(|taken| (taken.at, &taken.step)));
        cases.push(case_row(&row, own, standing)?);
    }
    Ok(cases)
}

fn case_row(row: &Row, steps: Vec<Taken>, standing: Standing) -> Result<CaseRow, Problem> {
    Ok(CaseRow {
        id: row.get("id")?,
        number: row.get("number")?,
        nr: row.get("nr")?,
        controller: row.get("controller_id")?,
        unit: row.get("unit_id")?,
        unit_name: texts(row, "unit_name")?,
        about: About::parse(&row.get::<String>("about")?).unwrap_or(About::Other),
        story: row.get("story")?,
        facts: row.get("facts")?,
        reported: row.get("reported_at")?,
        reporter: row.get("reporter_id")?,
        way: row
            .get::<Option<String>>("way")?
            .and_then(|code| Way::parse(&code)),
        talk: row.get("talk")?,
        supplier: supplier(row)?,
        steps,
        standing,
    })
}

fn supplier(row: &Row) -> Result<Option<(When, Moment)>, Problem> {
    let Some(told) = row.get("supplier_told")? else {
        return Ok(None);
    };
    let at: Option<Moment> = row.get("supplier_aware")?;
    let part: Option<String> = row.get("supplier_day")?;
    Ok(Some((When::stored(at, part.as_deref()), told)))
}

fn taken(row: &Row) -> Result<Taken, Problem> {
    Ok(Taken {
        at: row.get("at")?,
        step: step(&row.get::<String>("data")?)?,
        words: row.get("words")?,
        by: row.get("by_mark")?,
    })
}

/// The step of a row that has its data.
pub fn step_of(row: &Row) -> Result<Step, Problem> {
    step(&row.get::<String>("data")?)
}

fn step(data: &str) -> Result<Step, Problem> {
    serde_json::from_str(data)
        .map_err(|error| Problem::Outside(format!("a step cannot be read: {error}")))
}

/// A stage from its column.
fn stage(row: &Row) -> Result<Stage, Problem> {
    Ok(Stage::parse(&row.get::<String>("stage")?).unwrap_or_default())
}
