//! This part's SQL: reminders, scores, significant incidents.

use std::collections::HashMap;

use kit::clock::{Moment, Zone};
use kit::db::{Conn, Row, Tx};
use kit::id::Id;
use kit::params;

use super::super::CaseId;
use super::model::{
    Countdown, Deed, Judged, Law, Level, Progress, Risk, Rule, Scoring, Significant, Suspected,
};
use super::{Nis2Id, Nis2StepId, ReminderId, ScoreId};
use crate::base::Problem;
use crate::base::organisation::{ControllerId, Country};

/// A reminder as it stands in its row.
#[derive(Clone, Debug)]
pub struct ReminderRow {
    pub id: ReminderId,
    pub case: CaseId,
    pub rule: Rule,
    pub level: Level,
    pub by: Moment,
    pub due: Moment,
    pub sent: Option<Moment>,
    pub told: i64,
    pub late: bool,
}

const REMINDER: &str =
    "SELECT id, case_id, rule, level, by_at, due_at, sent_at, told, late FROM incidents_reminders";

fn reminder(row: &Row) -> Result<ReminderRow, Problem> {
    Ok(ReminderRow {
        id: row.get("id")?,
        case: row.get("case_id")?,
        rule: Rule::parse(&row.get::<String>("rule")?).unwrap_or(Rule::Notify),
        level: Level::parse(&row.get::<String>("level")?).unwrap_or(Level::Passed),
        by: row.get("by_at")?,
        due: row.get("due_at")?,
        sent: row.get("sent_at")?,
        told: row.get::<Option<i64>>("told")?.unwrap_or(0),
        late: row.get::<Option<i64>>("late")? == Some(1),
    })
}

/// Forgets what still waits of a rule.
pub fn unplan(tx: &Tx<'_>, case: CaseId, rule: Rule) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM incidents_reminders WHERE case_id = $1 AND rule = $2 AND sent_at IS NULL",
        params![case, rule.code()],
    )?;
    Ok(())
}

/// Plans a reminder. What was sent for the same end of the same limit stays sent.
pub fn plan(
    tx: &Tx<'_>,
    case: CaseId,
    rule: Rule,
    by: Moment,
    (level, due): (Level, Moment),
) -> Result<(), Problem> {
    let id = ReminderId::random();
    tx.run(
        "INSERT INTO incidents_reminders (id, case_id, rule, level, by_at, due_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (case_id, rule, level, by_at) DO NOTHING",
        params![id, case, rule.code(), level.code(), by, due],
    )?;
    Ok(())
}

/// What is due, the longest due first.
pub fn due(conn: &Conn, now: Moment, most: i64) -> Result<Vec<ReminderRow>, Problem> {
    let sql =
        format!("{REMINDER} WHERE sent_at IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT $2");
    conn.all(&sql, params![now, most])?
        .iter()
        .map(reminder)
        .collect()
}

/// Takes a reminder for sending; false when it was taken before or is gone.
pub fn send(tx: &Tx<'_>, id: ReminderId, late: bool) -> Result<bool, Problem> {
    let taken = tx.run(
        "UPDATE incidents_reminders SET sent_at = $2, told = 0, late = $3 WHERE id = $1 AND sent_at IS NULL",
        params![id, tx.at(), late],
    )?;
    Ok(taken == 1)
}

/// Takes a reminder away when a later one of the same deadline is due as well; whether that was so.
pub fn overtaken(tx: &Tx<'_>, row: &ReminderRow) -> Result<bool, Problem> {
    let gone = tx.run(
        "DELETE FROM incidents_reminders WHERE id = $1 AND sent_at IS NULL AND EXISTS (
           SELECT 1 FROM incidents_reminders later WHERE later.case_id = $2 AND later.rule = $3 AND later.by_at = $4
             AND later.sent_at IS NULL AND later.due_at > $5 AND later.due_at <= $6)",
        params![row.id, row.case, row.rule.code(), row.by, row.due, tx.at()],
    )?;
    Ok(gone == 1)
}

/// Writes down how many were told.
pub fn sent_to(tx: &Tx<'_>, id: ReminderId, told: usize) -> Result<(), Problem> {
    tx.run(
        "UPDATE incidents_reminders SET told = $2 WHERE id = $1",
        params![id, i64::try_from(told).unwrap_or(i64::MAX)],
    )?;
    Ok(())
}

/// All reminders of a case, sent and to come.
pub fn reminders(conn: &Conn, case: CaseId) -> Result<Vec<ReminderRow>, Problem> {
    let sql = format!("{REMINDER} WHERE case_id = $1 ORDER BY due_at, rule, level");
    conn.all(&sql, params![case])?
        .iter()
        .map(reminder)
        .collect()
}

/// A score as it was kept.
#[derive(Clone, Debug)]
pub struct ScoreRow {
    pub at: Moment,
    pub by: String,
    pub judged: Judged,
}

pub fn insert_score(tx: &Tx<'_>, case: CaseId, judged: &Judged) -> Result<ScoreId, Problem> {
    let id = ScoreId::random();
    let json = serde_json::to_string(&judged.scoring)
        .map_err(|error| Problem::Outside(error.to_string()))?;
    let total = i64::from(judged.scoring.score().total_q);
    tx.run(
        "INSERT INTO incidents_scores (id, case_id, seq, at, by_mark, scoring, total_q, risk, words)
         SELECT $1, $2, COALESCE(MAX(seq), 0) + 1, $3, $4, $5, $6, $7, $8 FROM incidents_scores WHERE case_id = $2",
        params![id, case, tx.at(), tx.by(), json, total, judged.risk.code(), &judged.reason],
    )?;
    Ok(id)
}

/// The scores of a case, the newest first.
pub fn scores(conn: &Conn, case: CaseId) -> Result<Vec<ScoreRow>, Problem> {
    let rows = conn.all(
        "SELECT at, by_mark, scoring, risk, words FROM incidents_scores WHERE case_id = $1 ORDER BY seq DESC",
        params![case],
    )?;
    rows.iter().map(score).collect()
}

/// The judgements of some cases, the earliest first. Ids are typed: nothing foreign gets into the text.
pub fn scores_in(conn: &Conn, ids: &[CaseId]) -> Result<HashMap<CaseId, Vec<ScoreRow>>, Problem> {
    let mut found: HashMap<CaseId, Vec<ScoreRow>> = HashMap::new();
    for part in ids.chunks(200) {
        let list: Vec<String> = part.iter().map(|id| format!("'{id}'")).collect();
        let sql = format!(
            "SELECT case_id, at, by_mark, scoring, risk, words FROM incidents_scores WHERE case_id IN ({})
             ORDER BY case_id, seq",
            list.join(", ")
        );
        for row in conn.all(&sql, &[])? {
            found
                .entry(row.get("case_id")?)
                .or_default()
                .push(score(&row)?);
        }
    }
    Ok(found)
}

fn score(row: &Row) -> Result<ScoreRow, Problem> {
    let scoring: Scoring = serde_json::from_str(&row.get::<String>("scoring")?)
        .map_err(|error| Problem::Outside(format!("a score cannot be read: {error}")))?;
    Ok(ScoreRow {
        at: row.get("at")?,
        by: row.get("by_mark")?,
        judged: Judged {
            scoring,
            risk: Risk::parse(&row.get::<String>("risk")?).unwrap_or(Risk::High),
            reason: row.get("words")?,
        },
    })
}

/// A significant incident with what was done.
#[derive(Clone, Debug)]
pub struct Nis2Row {
    pub id: Nis2Id,
    pub number: String,
    pub controller: ControllerId,
    /// Whose law it stands under; none when the installation did not know its country.
    pub country: Option<Country>,
    pub what: Significant,
    pub steps: Vec<Nis2Step>,
    pub progress: Progress,
}

impl Nis2Row {
    pub fn law(&self) -> &'static Law {
        Law::in_force_in(self.country)
    }

    pub fn clocks(&self, now: Moment, zone: &Zone) -> Vec<Countdown> {
        self.progress.clocks(self.law(), self.what.aware, now, zone)
    }
}

/// Something that was done.
#[derive(Clone, Debug)]
pub struct Nis2Step {
    pub deed: Deed,
    pub done: Moment,
    pub by: String,
    pub words: String,
}

pub fn insert_nis2(
    tx: &Tx<'_>,
    (case, number): (CaseId, &str),
    controller: ControllerId,
    country: &str,
    new: &Significant,
) -> Result<Nis2Id, Problem> {
    let id = Id::random();
    tx.run(
        "INSERT INTO incidents_nis2 (id, number, case_id, controller_id, country, service, words, aware_at, malicious,
           cross_border, made_at, by_mark)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        params![
            id,
            format!("NIS2-{number}"),
            case,
            controller,
            country,
            &new.service,
            &new.words,
            new.aware,
            new.malicious.code(),
            new.cross_border.code(),
            tx.at(),
            tx.by()
        ],
    )?;
    Ok(id)
}

pub fn insert_nis2_step(
    tx: &Tx<'_>,
    nis2: Nis2Id,
    deed: Deed,
    done: Moment,
    words: &str,
) -> Result<Nis2StepId, Problem> {
    let id = Id::random();
    tx.run(
        "INSERT INTO incidents_nis2_steps (id, nis2_id, seq, kind, done_at, at, by_mark, words)
         SELECT $1, $2, COALESCE(MAX(seq), 0) + 1, $3, $4, $5, $6, $7 FROM incidents_nis2_steps WHERE nis2_id = $2",
        params![id, nis2, deed.code(), done, tx.at(), tx.by(), words],
    )?;
    Ok(id)
}

const NIS2: &str = "SELECT id, number, controller_id, country, service, words, aware_at, malicious, cross_border FROM incidents_nis2";

/// The significant incident of a case.
pub fn nis2(conn: &Conn, case: CaseId) -> Result<Option<Nis2Row>, Problem> {
    let sql = format!("{NIS2} WHERE case_id = $1");
    let row = conn.one(&sql, params![case])?;
    row.map(|row| nis2_row(conn, &row)).transpose()
}

fn nis2_row(conn: &Conn, row: &Row) -> Result<Nis2Row, Problem> {
    let id: Nis2Id = row.get("id")?;
    let suspected = |column: &str| -> Result<Suspected, Problem> {
        Ok(Suspected::parse(&row.get::<String>(column)?).unwrap_or(Suspected::Unknown))
    };
    let steps = conn.all(
        "SELECT kind, done_at, by_mark, words FROM incidents_nis2_steps WHERE nis2_id = $1 ORDER BY seq",
        params![id],
    )?;
    let steps: Vec<Nis2Step> = steps.iter().map(nis2_step).collect::<Result<_, _>>()?;
    let mut progress = Progress::default();
    for step in &steps {
        progress.take(step.deed, step.done);
    }
    Ok(Nis2Row {
        id,
        number: row.get("number")?,
        controller: row.get("controller_id")?,
        country: Country::parse(&row.get::<String>("country")?),
        what: Significant {
            service: row.get("service")?,
            words: row.get("words")?,
            aware: row.get("aware_at")?,
            malicious: suspected("malicious")?,
            cross_border: suspected("cross_border")?,
        },
        steps,
        progress,
    })
}

fn nis2_step(row: &Row) -> Result<Nis2Step, Problem> {
    Ok(Nis2Step {
        deed: Deed::parse(&row.get::<String>("kind")?).unwrap_or(Deed::Intermediate),
        done: row.get("done_at")?,
        by: row.get("by_mark")?,
        words: row.get("words")?,
    })
}

/// A significant incident with what was done before a moment.
#[derive(Clone, Debug)]
pub struct DoneBy {
    pub case: CaseId,
    pub number: String,
    pub controller: ControllerId,
    pub country: Option<Country>,
    pub aware: Moment,
    pub progress: Progress,
}

/// Every significant incident that was known before a moment, with what was done by then: one statement.
pub fn done_by(conn: &Conn, until: Moment) -> Result<Vec<DoneBy>, Problem> {
    let rows = conn.all(
        "SELECT n.case_id, n.number, n.controller_id, n.country, n.aware_at, s.kind, s.done_at FROM incidents_nis2 n
         LEFT JOIN incidents_nis2_steps s ON s.nis2_id = n.id AND s.done_at < $1
         WHERE n.aware_at < $1 ORDER BY n.number, s.seq",
        params![until],
    )?;
    let mut found: Vec<DoneBy> = Vec::new();
    for row in rows {
        let number: String = row.get("number")?;
        if found.last().is_none_or(|last| last.number != number) {
            found.push(DoneBy {
                case: row.get("case_id")?,
                number,
                controller: row.get("controller_id")?,
                country: Country::parse(&row.get::<String>("country")?),
                aware: row.get("aware_at")?,
                progress: Progress::default(),
            });
        }
        let deed = row.get::<Option<String>>("kind")?;
        let done: Option<Moment> = row.get("done_at")?;
        if let (Some(one), Some(deed), Some(done)) = (
            found.last_mut(),
            deed.and_then(|code| Deed::parse(&code)),
            done,
        ) {
            one.progress.take(deed, done);
        }
    }
    Ok(found)
}
