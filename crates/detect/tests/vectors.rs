//! All vectors of the facts file, each by its own words.
#![allow(clippy::unwrap_used, reason = "a test may fail so")]

use detect::{Detector, Kind, Options, Own};
use serde::Deserialize;

const VECTORS: &str = include_str!("identifiers-vectors.toml");

/// What a municipality in Stockholm would set up: reserve numbers have regional shapes.
const OWN: &str = r##"
[[pattern]]
name = "Reserve number of Region Stockholm"
kind = "reservnummer"
shape = "99##########"
luhn = true
country = "SE"
"##;

#[derive(Deserialize)]
struct File {
    vector: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    id: String,
    text: String,
    kind: String,
    expected: bool,
    span: Option<[usize; 2]>,
    value: Option<String>,
    series: Option<String>,
    view: Option<String>,
    why: String,
}

fn vectors() -> Vec<Vector> {
    toml::from_str::<File>(VECTORS).unwrap().vector
}

/// What the crate extract does before: only the subject in base64 cannot be read as it stands.
fn decoded(vector: &Vector) -> String {
    if vector.view.as_deref() == Some("rfc2047") {
        assert_eq!(vector.text, "=?utf-8?B?VmVkci4gMDEwMTgwLTAwMDg=?=");
        return "Vedr. 010180-0008".to_owned();
    }
    vector.text.clone()
}

#[test]
fn every_vector_of_the_facts_file() {
    let own = Own::from_toml(OWN).unwrap();
    let detector = Detector::with_own(Options::IDENTIFIERS, &own);
    let mut faults = Vec::new();
    let vectors = vectors();
    assert_eq!(vectors.len(), 376);
    for vector in &vectors {
        let text = decoded(vector);
        let found = detector.find(&text);
        let is_kind = |kind: Kind| {
            kind.name() == vector.kind || vector.kind == "person_id" && kind.is_person_number()
        };
        let holds = if vector.expected {
            assert!(Kind::of_name(&vector.kind).is_some(), "{}", vector.kind);
            found.iter().any(|f| {
                let span = vector
                    .span
                    .is_none_or(|[start, end]| f.span == (start..end));
                let value = vector
                    .value
                    .as_deref()
                    .is_none_or(|v| f.value.as_str() == v);
                is_kind(f.kind) && span && value
            })
        } else {
            !found.iter().any(|f| is_kind(f.kind))
        };
        if !holds {
            let got: Vec<String> = found
                .iter()
                .map(|f| {
                    format!(
                        "{} {:?} {} {:?}",
                        f.kind.name(),
                        f.span,
                        f.value.as_str(),
                        f.reasons
                    )
                })
                .collect();
            faults.push(format!(
                "{} {:?}: wanted {} {} {:?} {:?} ({}), got {got:?}",
                vector.id,
                vector.text,
                vector.expected,
                vector.kind,
                vector.span,
                vector.value,
                vector.why
            ));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of 376\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn test_series_are_marked() {
    let detector = Detector::new(Options::IDENTIFIERS);
    for vector in vectors().iter().filter(|v| v.expected && v.view.is_none()) {
        let series = vector.series.as_deref().unwrap_or_default();
        if series == "test" || series.contains("synthetic") {
            let found = detector.find(&vector.text);
            let marked = found
                .iter()
                .any(|f| f.kind.name() == vector.kind && f.is_test());
            assert!(
                marked || vector.kind == "orgnr",
                "{} {}",
                vector.id,
                vector.text
            );
        }
    }
}
