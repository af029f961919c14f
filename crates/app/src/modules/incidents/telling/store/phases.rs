//! The notification as it is written, and each phase as it was sent.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Row, Tx};
use kit::params;
use serde_json::Value as Json;

use super::super::super::CaseId;
use super::super::model::{Country, Field, Notification, Phase, Sending, Way};
use super::super::{DraftId, PhaseId};
use crate::base::Problem;
use crate::base::organisation::ControllerId;

/// What was sent, as it was sent.
#[derive(Clone, Debug)]
pub struct PhaseRow {
    pub id: PhaseId,
    pub seq: i64,
    pub phase: Phase,
    pub country: Country,
    pub sent: Moment,
    pub way: Way,
    pub receipt: String,
    pub rest_by: Option<Day>,
    pub notification: Notification,
    pub open: Vec<Field>,
}

/// The draft, if one has been saved.
pub fn draft(conn: &Conn, case: CaseId) -> Result<Option<Notification>, Problem> {
    let row = conn.one(
        "SELECT content FROM incidents_telling_drafts WHERE case_id = $1",
        params![case],
    )?;
    row.map(|row| content(&row)).transpose()
}

fn content(row: &Row) -> Result<Notification, Problem> {
    let json: Json = serde_json::from_str(&row.get::<String>("content")?)
        .map_err(|error| Problem::Outside(format!("a notification cannot be read: {error}")))?;
    Ok(Notification::from_json(&json))
}

/// Saves the draft; gives its id.
pub fn save_draft(
    tx: &Tx<'_>,
    (case, controller): (CaseId, ControllerId),
    notification: &Notification,
) -> Result<DraftId, Problem> {
    let row = tx.one(
        "INSERT INTO incidents_telling_drafts (id, case_id, controller_id, content, changed_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (case_id) DO UPDATE SET content = $4, changed_at = $5 RETURNING id",
        params![
            DraftId::random(),
            case,
            controller,
            notification.to_json().to_string(),
            tx.at()
        ],
    )?;
    Ok(row.ok_or(Problem::NotFound)?.get("id")?)
}

/// Keeps a phase as it was sent.
pub fn add_phase(
    tx: &Tx<'_>,
    (case, controller): (CaseId, ControllerId),
    (notification, country): (&Notification, Country),
    sending: &Sending,
) -> Result<PhaseId, Problem> {
    let id = PhaseId::random();
    let open: Vec<&str> = notification
        .open_fields()
        .into_iter()
        .map(Field::code)
        .collect();
    tx.run(
        "INSERT INTO incidents_telling_phases (id, case_id, controller_id, seq, phase, country, sent_at, way, receipt,
           rest_by, content, open, by_mark, written_at)
         SELECT $1, $2, $3, COALESCE(MAX(seq), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
         FROM incidents_telling_phases WHERE case_id = $2",
        params![
            id,
            case,
            controller,
            sending.phase.code(),
            country.code(),
            sending.sent,
            sending.way.code(),
            &sending.receipt,
            sending.rest_by,
            notification.to_json().to_string(),
            Json::from(open).to_string(),
            tx.by(),
            tx.at()
        ],
    )?;
    Ok(id)
}

const PHASE: &str = "SELECT id, seq, phase, country, sent_at, way, receipt, rest_by, content, open
    FROM incidents_telling_phases";

fn phase_row(row: &Row) -> Result<PhaseRow, Problem> {
    let open: Vec<String> = serde_json::from_str(&row.get::<String>("open")?).unwrap_or_default();
    Ok(PhaseRow {
        id: row.get("id")?,
        seq: row.get("seq")?,
        phase: Phase::parse(&row.get::<String>("phase")?).unwrap_or(Phase::Preliminary),
        country: Country::parse(&row.get::<String>("country")?).unwrap_or(Country::Finland),
        sent: row.get("sent_at")?,
        way: Way::parse(&row.get::<String>("way")?).unwrap_or(Way::Other),
        receipt: row.get("receipt")?,
        rest_by: row.get("rest_by")?,
        notification: content(row)?,
        open: open.iter().filter_map(|code| Field::parse(code)).collect(),
    })
}

/// The phases of a case in the order in which they were sent.
pub fn phases(conn: &Conn, case: CaseId) -> Result<Vec<PhaseRow>, Problem> {
    let sql = format!("{PHASE} WHERE case_id = $1 ORDER BY seq");
    conn.all(&sql, params![case])?
        .iter()
        .map(phase_row)
        .collect()
}

/// Takes the words out of what was sent, under a decision to dispose.
pub fn put_content(tx: &Tx<'_>, id: PhaseId, notification: &Notification) -> Result<(), Problem> {
    tx.run(
        "UPDATE incidents_telling_phases SET content = $2 WHERE id = $1",
        params![id, notification.to_json().to_string()],
    )?;
    Ok(())
}

/// The last phase that was sent.
pub fn last_phase(conn: &Conn, case: CaseId) -> Result<Option<PhaseRow>, Problem> {
    let sql = format!("{PHASE} WHERE case_id = $1 ORDER BY seq DESC LIMIT 1");
    conn.one(&sql, params![case])?
        .as_ref()
        .map(phase_row)
        .transpose()
}

/// One of them.
pub fn phase(conn: &Conn, case: CaseId, id: PhaseId) -> Result<Option<PhaseRow>, Problem> {
    let sql = format!("{PHASE} WHERE case_id = $1 AND id = $2");
    conn.one(&sql, params![case, id])?
        .as_ref()
        .map(phase_row)
        .transpose()
}
