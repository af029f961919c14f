//! VERIS, read as municipalities have it: schema 1.3.2 and 1.4.1 with their traps (facts § 13). The schema's authors
//! publish it under CC BY-SA 4.0; only its words are used here.

use std::collections::BTreeSet;

use kit::clock::Day;
use serde_json::Value;

use super::super::super::model::{Band, Discoverer, Imported, Kind, Nature, Origin, Outcome};
use super::intake::{Incoming, Intake, MOST, Why, about, named, occurred, told};

/// Reads a file of records: one record, a list of them, or one record a line.
///
/// # Errors
/// The message that says why this is no such file.
pub fn read(bytes: &[u8], source: &str, today: Day) -> Result<Intake, &'static str> {
    let text = std::str::from_utf8(bytes).map_err(|_| "incidents-import-no-json")?;
    let text = text.trim_start_matches('\u{feff}');
    let records = match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(list)) => list,
        Ok(one @ Value::Object(_)) => vec![one],
        Ok(_) => return Err("incidents-import-no-json"),
        Err(_) => lines(text)?,
    };
    if records.is_empty() {
        return Err("incidents-import-empty");
    }
    if records.len() > MOST {
        return Err("incidents-import-many");
    }
    let mut intake = Intake {
        source: source.to_owned(),
        ..Intake::default()
    };
    for (place, value) in (1u64..).zip(&records) {
        intake.put(place, record(value, place, source, today));
    }
    Ok(intake)
}

fn lines(text: &str) -> Result<Vec<Value>, &'static str> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let found: Result<Vec<Value>, _> = lines.map(serde_json::from_str).collect();
    found.map_err(|_| "incidents-import-no-json")
}

fn record(value: &Value, place: u64, source: &str, today: Day) -> Result<Incoming, Why> {
    if !value.is_object() {
        return Err(Why::NoRecord);
    }
    let version = text(value, "/schema_version");
    if !version.is_empty() && !version.replace('_', ".").starts_with("1.") {
        return Err(Why::Version);
    }
    let master = text(value, "/plus/master_id");
    let external = named(if master.trim().is_empty() {
        text(value, "/incident_id")
    } else {
        master
    })?;
    let when = |name: &str| whole(value.pointer(&format!("/timeline/incident/{name}")));
    let imported = Imported {
        source: source.to_owned(),
        external,
        occurred: occurred(when("year")?, when("month")?, when("day")?, today)?,
        outcome: outcome(text(value, "/security_incident"))?,
        kinds: kinds(value),
        natures: natures(value),
        origin: origin(value),
        discoverer: discoverer(value),
        // Records are not people: their number is no number of people.
        people: Band::Unknown,
        supplier: value
            .pointer("/actor/partner")
            .is_some_and(Value::is_object),
    };
    let summary = match text(value, "/summary").trim() {
        "" => text(value, "/notes"),
        summary => summary,
    };
    Ok(Incoming {
        place,
        story: told(summary),
        about: about(&imported),
        unit: None,
        imported,
    })
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or("")
}

/// A whole number, also written as text; nothing for what is missing; refused for anything else.
fn whole(value: Option<&Value>) -> Result<Option<i64>, Why> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Number(number)) => number.as_i64().map(Some).ok_or(Why::Date),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) => text.trim().parse().map(Some).map_err(|_| Why::Date),
        Some(_) => Err(Why::Date),
    }
}

fn outcome(said: &str) -> Result<Option<Outcome>, Why> {
    match said.trim().to_lowercase().as_str() {
        "confirmed" => Ok(Some(Outcome::Breach)),
        "near miss" => Ok(Some(Outcome::NearMiss)),
        "false positive" => Ok(Some(Outcome::FalseAlarm)),
        "suspected" | "" => Ok(None),
        _ => Err(Why::Outcome),
    }
}

/// A list of words below a pointer; a single word counts as a list of one.
fn words(value: &Value, pointer: &str) -> BTreeSet<String> {
    match value.pointer(pointer) {
        Some(Value::Array(list)) => list
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_lowercase)
            .collect(),
        Some(Value::String(one)) => BTreeSet::from([one.to_lowercase()]),
        _ => BTreeSet::new(),
    }
}

fn kinds(value: &Value) -> BTreeSet<Kind> {
    let mut kinds = BTreeSet::new();
    let disclosed = text(value, "/attribute/confidentiality/data_disclosure").to_lowercase();
    if matches!(disclosed.as_str(), "yes" | "potentially") {
        kinds.insert(Kind::Confidentiality);
    }
    if value
        .pointer("/attribute/integrity")
        .is_some_and(Value::is_object)
    {
        kinds.insert(Kind::Integrity);
    }
    if value
        .pointer("/attribute/availability")
        .is_some_and(Value::is_object)
    {
        kinds.insert(Kind::Availability);
    }
    kinds
}

const ERRORS: [(&str, Nature); 9] = [
    ("misdelivery", Nature::R),
    ("publishing error", Nature::V),
    ("misconfiguration", Nature::M),
    ("disposal error", Nature::K),
    ("loss", Nature::I),
    ("gaffe", Nature::W),
    ("data entry error", Nature::H),
    ("programming error", Nature::T),
    ("malfunction", Nature::T),
];

fn natures(value: &Value) -> BTreeSet<Nature> {
    let mut natures = BTreeSet::new();
    let assets: BTreeSet<String> = match value.pointer("/asset/assets") {
        Some(Value::Array(list)) => list
            .iter()
            .map(|one| text(one, "/variety").to_lowercase())
            .collect(),
        _ => BTreeSet::new(),
    };
    let paper = assets.iter().any(|one| one.contains("document"));
    for error in words(value, "/action/error/variety") {
        let found = ERRORS.iter().find(|(word, _)| *word == error);
        natures.extend(found.map(|(_, nature)| match (*nature, paper) {
            (Nature::I, true) => Nature::O,
            (Nature::K, false) => Nature::J,
            (nature, _) => nature,
        }));
    }
    for misuse in words(value, "/action/misuse/variety") {
        natures.extend(match misuse.as_str() {
            "privilege abuse" | "knowledge abuse" => Some(Nature::A),
            "data mishandling" => Some(Nature::N),
            _ => None,
        });
    }
    if words(value, "/action/physical/variety").contains("theft") {
        natures.insert(if paper { Nature::O } else { Nature::I });
    }
    if !words(value, "/action/social/variety").is_disjoint(&BTreeSet::from([
        "phishing".to_owned(),
        "pretexting".to_owned(),
    ])) {
        natures.insert(Nature::D);
    }
    natures.extend(technical(value));
    natures
}

fn technical(value: &Value) -> Vec<Nature> {
    let mut natures = Vec::new();
    let malware = words(value, "/action/malware/variety");
    if malware.contains("ransomware") {
        natures.push(Nature::B);
    } else if !malware.is_empty() {
        natures.push(Nature::C);
    }
    for hacking in words(value, "/action/hacking/variety") {
        natures.push(match hacking.as_str() {
            "use of stolen creds" => Nature::F,
            "exploit vuln" | "sqli" => Nature::E,
            _ => Nature::C,
        });
    }
    natures
}

fn origin(value: &Value) -> Origin {
    let has = |pointer: &str| value.pointer(pointer).is_some_and(Value::is_object);
    let attacked = ["hacking", "malware", "social", "physical"]
        .iter()
        .any(|action| has(&format!("/action/{action}")));
    let misuse = words(value, "/action/misuse/variety");
    if has("/actor/internal") && has("/action/misuse") {
        // A short cut in good faith is no ill will.
        if misuse.len() == 1 && misuse.contains("unapproved workaround") {
            Origin::Internal
        } else {
            Origin::InternalDeliberate
        }
    } else if has("/actor/internal") && has("/action/error") {
        Origin::Internal
    } else if has("/actor/external") && attacked {
        Origin::ExternalDeliberate
    } else if has("/action/environmental") || has("/actor/partner") {
        Origin::External
    } else {
        Origin::Unknown
    }
}

/// A word up to 1.3.2, an object of words later.
fn discoverer(value: &Value) -> Discoverer {
    let said = match value.pointer("/discovery_method") {
        Some(Value::String(word)) => word.to_lowercase(),
        Some(Value::Object(kinds)) => {
            let mut all = String::new();
            for (kind, inner) in kinds {
                let inner: Vec<String> = words(inner, "/variety").into_iter().collect();
                all.push_str(&format!("{kind} - {} ", inner.join(" ")).to_lowercase());
            }
            all
        }
        _ => String::new(),
    };
    if said.contains("customer") {
        Discoverer::Subject
    } else if said.contains("partner") || said.starts_with("prt") {
        Discoverer::Processor
    } else if said.starts_with("int") {
        Discoverer::Staff
    } else {
        Discoverer::Other
    }
}
