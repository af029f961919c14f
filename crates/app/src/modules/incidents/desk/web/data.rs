//! The register as data: JSON, and VERIS for comparing with others. Every time is ISO 8601, a moment with its offset;
//! what is not known is null.

use kit::clock::{Moment, Zone};
use serde_json::{Value, json};

use super::super::super::law::ScoreRow;
use super::super::super::model::{Assessment, People, Step};
use super::super::model::veris_out::{Outgoing, record};
use super::book::{AS_DATA, Entry, entries, file};
use crate::base::visit::{Answer, Visit};
use crate::base::{App, Problem};

pub fn data(app: &App, visit: &Visit) -> Answer {
    let entries = entries(app, visit, AS_DATA)?;
    let list: Vec<Value> = entries
        .iter()
        .map(|entry| as_data(&app.zone, entry))
        .collect();
    let all = json!({ "format": "tillit-incidents-2", "made": visit.now.rfc3339(), "cases": list });
    let bytes =
        serde_json::to_vec_pretty(&all).map_err(|error| Problem::Outside(error.to_string()))?;
    Ok(file("incidents.json", "application/json", bytes))
}

fn iso(moment: Option<Moment>) -> Value {
    json!(moment.map(Moment::rfc3339))
}

fn assessed(judged: &Assessment) -> Value {
    json!({
        "outcome": judged.outcome,
        "kinds": judged.kinds,
        "natures": judged.natures,
        "cause": judged.cause,
        "origin": judged.origin,
        "discoverer": judged.discoverer,
        "people": judged.people,
        "supplier": judged.supplier,
        "occurred": judged.occurred.iso(),
        "noticed": judged.noticed.iso(),
        "aware": iso(judged.aware),
        "contained": judged.contained.iso(),
        "processor_aware": judged.processor_aware.iso(),
        "processor_told": judged.processor_told.iso(),
    })
}

fn of_people(people: &People) -> Value {
    json!({ "told": people.told, "at": iso(people.at), "public": people.public })
}

fn judgement(row: &ScoreRow) -> Value {
    let judged = &row.judged;
    let score = f64::from(judged.scoring.score().total_q) / 4.0;
    json!({ "at": row.at.rfc3339(), "risk": judged.risk.code(), "score": score, "reason": judged.reason })
}

fn as_data(zone: &Zone, entry: &Entry) -> Value {
    let (line, case) = (&entry.line, &entry.case);
    let standing = &case.standing;
    let reported = case.reported_when(zone);
    let steps: Vec<Value> = case
        .steps
        .iter()
        .filter(|taken| !matches!(taken.step, Step::More | Step::Respond))
        .map(|taken| json!({ "kind": taken.step.code(), "at": taken.at.rfc3339(), "words": taken.words }))
        .collect();
    let measures: Vec<Value> = entry
        .measures
        .iter()
        .map(|row| json!({ "text": row.text, "state": row.state.code(), "due": row.due.map(|day| day.to_string()) }))
        .collect();
    json!({
        "id": case.id.to_string(),
        "number": case.number,
        "board": entry.board,
        "unit": case.unit_name.iter().map(|(lang, text)| (lang.code().to_owned(), json!(text))).collect::<serde_json::Map<_, _>>(),
        "about": case.about.code(),
        "stage": line.stage.code(),
        "history": line.history,
        "outcome": line.outcome.map(|outcome| outcome.code()),
        "reported_at": reported.iso().filter(|_| line.history.is_none()),
        "aware_at": iso(line.aware),
        "notified_at": iso(line.notified),
        "closed_at": iso(line.closed),
        "assessment": standing.assessment.as_ref().map(assessed),
        "judgements": entry.judged.iter().map(judgement).collect::<Vec<_>>(),
        "people": standing.people.as_ref().map(of_people),
        "facts": case.facts,
        "steps": steps,
        "measures": measures,
    })
}

/// The filtered cases for comparing with others; texts stay here.
pub fn veris(app: &App, visit: &Visit) -> Answer {
    let entries = entries(app, visit, AS_DATA)?;
    let source = app.config.name(visit.tongue.lang);
    let records: Vec<Value> = entries
        .iter()
        .map(|entry| {
            record(&Outgoing {
                id: entry.case.id.to_string(),
                source: &source,
                occurred: entry.case.occurred(),
                year: app.zone.day_of(entry.line.known).year(),
                judged: entry.case.standing.assessment.as_ref(),
            })
        })
        .collect();
    let bytes = serde_json::to_vec_pretty(&records);
    let bytes = bytes.map_err(|error| Problem::Outside(error.to_string()))?;
    Ok(file("incidents.veris.json", "application/json", bytes))
}
