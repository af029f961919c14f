//! Our cases as VERIS 1.4.1, for comparing with others. Texts stay here: a file that travels holds facts alone.

use serde_json::{Map, Value, json};

use super::super::super::model::{
    Assessment, Discoverer, Kind, Nature, Origin, Outcome, Part, When,
};

/// What is needed of a case.
#[derive(Debug)]
pub struct Outgoing<'a> {
    pub id: String,
    /// The installation, as the record's source.
    pub source: &'a str,
    pub occurred: When,
    /// The year in which it became known: the least that the schema asks for.
    pub year: i32,
    pub judged: Option<&'a Assessment>,
}

/// One record.
pub fn record(case: &Outgoing<'_>) -> Value {
    let judged = case.judged;
    json!({
        "schema_version": "1.4.1",
        "incident_id": case.id,
        "source_id": case.source,
        "security_incident": security_incident(judged),
        "timeline": { "incident": timeline(case) },
        "discovery_method": discovery(judged),
        "actor": actor(judged),
        "action": action(judged),
        "asset": { "assets": [{ "variety": "Unknown" }] },
        "attribute": attribute(judged),
        // 921 is executive, legislative and general government (NAICS).
        "victim": { "industry": "921", "employee_count": "Unknown", "country": ["Unknown"] },
    })
}

fn security_incident(judged: Option<&Assessment>) -> &'static str {
    match judged.map(|judged| judged.outcome) {
        Some(Outcome::Breach | Outcome::Security) => "Confirmed",
        Some(Outcome::NearMiss) => "Near miss",
        Some(Outcome::FalseAlarm | Outcome::Observation) => "False positive",
        None => "Suspected",
    }
}

fn timeline(case: &Outgoing<'_>) -> Value {
    let mut found = Map::new();
    let part = case.occurred.parts().map(|(from, _)| from);
    match part {
        // Hours belong to a zone, and the schema has none: days are enough for comparing.
        Some(Part::On(day)) => {
            found.insert("year".into(), json!(day.year()));
            found.insert("month".into(), json!(day.month()));
            found.insert("day".into(), json!(day.day()));
        }
        Some(Part::Month(year, month)) => {
            found.insert("year".into(), json!(year));
            found.insert("month".into(), json!(month));
        }
        Some(Part::Year(year)) => {
            found.insert("year".into(), json!(year));
        }
        Some(Part::At(_)) | None => {
            found.insert("year".into(), json!(case.year));
        }
    }
    Value::Object(found)
}

fn discovery(judged: Option<&Assessment>) -> Value {
    match judged.map(|judged| judged.discoverer) {
        Some(Discoverer::Staff) => json!({ "internal": { "variety": ["Reported by employee"] } }),
        Some(Discoverer::Processor) => json!({ "partner": { "variety": ["Unknown"] } }),
        Some(Discoverer::Subject) => json!({ "external": { "variety": ["Customer"] } }),
        Some(Discoverer::Other) | None => json!({ "unknown": {} }),
    }
}

fn actor(judged: Option<&Assessment>) -> Value {
    let unknown = json!({ "motive": ["Unknown"], "variety": ["Unknown"] });
    if judged.is_some_and(|judged| judged.supplier) {
        return json!({ "partner": { "motive": ["Unknown"], "industry": "000", "country": ["Unknown"] } });
    }
    match judged.map(|judged| judged.origin) {
        Some(Origin::Internal) => {
            json!({ "internal": { "motive": ["NA"], "variety": ["Unknown"] } })
        }
        Some(Origin::InternalDeliberate) => json!({ "internal": unknown }),
        Some(Origin::External | Origin::ExternalDeliberate) => {
            json!({ "external": { "motive": ["Unknown"], "variety": ["Unknown"], "country": ["Unknown"] } })
        }
        Some(Origin::Unknown) | None => json!({ "unknown": {} }),
    }
}

/// The action and its variety for each nature that has one.
fn told(nature: Nature) -> Option<(&'static str, &'static str)> {
    Some(match nature {
        Nature::A => ("misuse", "Privilege abuse"),
        Nature::B => ("malware", "Ransomware"),
        Nature::C => ("hacking", "Unknown"),
        Nature::D => ("social", "Phishing"),
        Nature::E => ("hacking", "Exploit vuln"),
        Nature::F => ("hacking", "Use of stolen creds"),
        Nature::H => ("error", "Data entry error"),
        Nature::I | Nature::O => ("error", "Loss"),
        Nature::J | Nature::K => ("error", "Disposal error"),
        Nature::L | Nature::Q | Nature::R | Nature::S => ("error", "Misdelivery"),
        Nature::M => ("error", "Misconfiguration"),
        Nature::N => ("misuse", "Data mishandling"),
        Nature::T => ("error", "Malfunction"),
        Nature::V => ("error", "Publishing error"),
        Nature::W => ("error", "Gaffe"),
        Nature::G | Nature::P | Nature::U | Nature::X | Nature::Y => return None,
    })
}

fn action(judged: Option<&Assessment>) -> Value {
    let mut actions: Map<String, Value> = Map::new();
    let natures = judged.into_iter().flat_map(|judged| judged.natures.iter());
    for (action, variety) in natures.filter_map(|nature| told(*nature)) {
        let entry = actions
            .entry(action)
            .or_insert_with(|| json!({ "variety": [], "vector": ["Unknown"] }));
        if let Some(list) = entry.pointer_mut("/variety").and_then(Value::as_array_mut)
            && !list.contains(&json!(variety))
        {
            list.push(json!(variety));
        }
    }
    if actions.is_empty() {
        actions.insert("unknown".into(), json!({}));
    }
    Value::Object(actions)
}

fn attribute(judged: Option<&Assessment>) -> Value {
    let mut found = Map::new();
    for kind in judged.into_iter().flat_map(|judged| judged.kinds.iter()) {
        match kind {
            Kind::Confidentiality => found.insert(
                "confidentiality".into(),
                json!({ "data_disclosure": "Yes", "data": [{ "variety": "Personal" }], "data_victim": ["Customer"] }),
            ),
            Kind::Integrity => {
                found.insert("integrity".into(), json!({ "variety": ["Unknown"] }))
            }
            Kind::Availability => {
                found.insert("availability".into(), json!({ "variety": ["Unknown"] }))
            }
        };
    }
    if found.is_empty() {
        found.insert("unknown".into(), json!({}));
    }
    Value::Object(found)
}
