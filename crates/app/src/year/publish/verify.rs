//! `tillit verify --published DIR-or-URL`: a published year checked with nothing but its files and the key.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use kit::words::{Texts, Tongue};
use serde_json::Value;

use super::manifest::{Manifest, digest};
use crate::base::Problem;
use crate::base::keys::{fingerprint, unhex, verifies};

/// No published file is larger.
const LARGEST: u64 = 50 * 1024 * 1024;

/// What is wrong with a published year.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The signature does not belong to the manifest and the key.
    Signature,
    /// The manifest names another key than the one given.
    Key,
    Missing(String),
    Changed(String),
    /// Boards do not add up to the whole: figure and year.
    Totals(String, i64),
    /// CSV and JSON say different things about this figure.
    Differs(String),
}

/// The outcome of a check.
#[derive(Clone, Debug)]
pub struct Report {
    pub municipality: Texts,
    pub year: i32,
    pub edition: i64,
    /// Of the key in the manifest, to compare with the minutes of the approval.
    pub fingerprint: String,
    /// Whether the check was made with a key of the reader's own.
    pub key_given: bool,
    pub files: usize,
    pub faults: Vec<Fault>,
}

impl Report {
    pub fn sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// The report for the command line, in the reader's language.
    pub fn lines(&self, w: &Tongue) -> Vec<String> {
        let year = self.year.to_string();
        let mut lines = vec![w.with(
            "open-verify-what",
            &[
                ("municipality", self.municipality.best(w.lang).into()),
                ("year", year.into()),
                ("edition", self.edition.to_string().into()),
                ("files", self.files.into()),
            ],
        )];
        lines.push(w.one(
            "open-verify-fingerprint",
            "fingerprint",
            self.fingerprint.as_str(),
        ));
        if !self.key_given {
            lines.push(w.t("open-verify-compare"));
        }
        lines.extend(self.faults.iter().map(|fault| fault.told(w)));
        if self.sound() {
            lines.push(w.t("open-verify-sound"));
        }
        lines
    }
}

impl Fault {
    pub fn told(&self, w: &Tongue) -> String {
        match self {
            Fault::Signature => w.t("open-verify-signature"),
            Fault::Key => w.t("open-verify-key"),
            Fault::Missing(name) => w.one("open-verify-missing", "name", name.as_str()),
            Fault::Changed(name) => w.one("open-verify-changed", "name", name.as_str()),
            Fault::Totals(key, year) => w.with(
                "open-verify-totals",
                &[
                    ("key", key.as_str().into()),
                    ("year", year.to_string().into()),
                ],
            ),
            Fault::Differs(key) => w.one("open-verify-differs", "key", key.as_str()),
        }
    }
}

/// Checks the year at a folder (`files/2025`) or at the address of its page (`…/open/2025`).
///
/// # Errors
/// [`Problem::Refused`] when there is no manifest to be found; [`Problem::Outside`] when something cannot be
/// read.
pub fn place(place: &str, key: Option<[u8; 32]>) -> Result<Report, Problem> {
    if place.contains("://") {
        let (base, year) = address(place)?;
        return published(|name| get(&format!("{base}/{name}")), year, key);
    }
    let folder = Path::new(place);
    let year = newest(folder)?;
    published(|name| read(&folder.join(name)), year, key)
}

/// Checks a year whose files `fetch` gives by name.
///
/// # Errors
/// [`Problem::Refused`] when the manifest is missing or no manifest.
pub fn published(
    fetch: impl Fn(&str) -> Result<Vec<u8>, Problem>,
    year: i32,
    key: Option<[u8; 32]>,
) -> Result<Report, Problem> {
    let none = |_| Problem::refused("open-verify-no-manifest");
    let bytes = fetch(&Manifest::name(year)).map_err(none)?;
    let manifest: Manifest =
        serde_json::from_slice(&bytes).map_err(|_| Problem::refused("open-verify-no-manifest"))?;
    let named: Option<[u8; 32]> = unhex(&manifest.key).and_then(|key| key.try_into().ok());
    let mut faults = Vec::new();
    if manifest.year != year {
        faults.push(Fault::Changed(Manifest::name(year)));
    }
    if key.is_some() && key != named {
        faults.push(Fault::Key);
    }
    let signature = fetch(&Manifest::signature_name(year))
        .ok()
        .and_then(signature);
    let signed = key.or(named).zip(signature);
    if !signed.is_some_and(|(key, signature)| verifies(&key, &bytes, &signature)) {
        faults.push(Fault::Signature);
    }
    let mut read = BTreeMap::new();
    for listed in &manifest.files {
        match fetch(&listed.name) {
            Err(_) => faults.push(Fault::Missing(listed.name.clone())),
            Ok(bytes) if bytes.len() != listed.bytes || digest(&bytes) != listed.sha256 => {
                faults.push(Fault::Changed(listed.name.clone()));
            }
            Ok(bytes) => {
                read.insert(listed.name.as_str(), bytes);
            }
        }
    }
    faults.extend(numbers(year, &read));
    Ok(Report {
        municipality: manifest.municipality,
        year,
        edition: manifest.edition,
        fingerprint: named.map_or_else(String::new, |key| fingerprint(&key)),
        key_given: key.is_some(),
        files: manifest.files.len(),
        faults,
    })
}

fn signature(bytes: Vec<u8>) -> Option<[u8; 64]> {
    let text = String::from_utf8(bytes).ok()?;
    unhex(text.trim())?.try_into().ok()
}

/// Whether the open data agrees with itself.
fn numbers(year: i32, files: &BTreeMap<&str, Vec<u8>>) -> Vec<Fault> {
    let (json_name, csv_name) = (format!("{year}.json"), format!("{year}.csv"));
    let Some(json) = files.get(json_name.as_str()) else {
        return Vec::new();
    };
    let Ok(json) = serde_json::from_slice::<Value>(json) else {
        return vec![Fault::Changed(json_name)];
    };
    let mut faults = Vec::new();
    let mut said = BTreeMap::new();
    for figure in json["figures"].as_array().into_iter().flatten() {
        let key = figure["key"].as_str().unwrap_or_default();
        faults.extend(totals(key, figure));
        for value in figure["values"].as_array().into_iter().flatten() {
            let board = value["board"].as_str().unwrap_or_default().to_owned();
            let place = (key.to_owned(), board, value["year"].to_string());
            said.insert(place, written(&value["value"]));
        }
    }
    if let Some(csv) = files.get(csv_name.as_str()) {
        faults.extend(differences(csv, &said));
    }
    faults
}

fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Where every board is published, they add up; where some are not, they are no more than the whole. Where the
/// file itself says that they do not add up, there is nothing to check.
fn totals(key: &str, figure: &Value) -> Vec<Fault> {
    if figure["whole"] != "sum" {
        return Vec::new();
    }
    let mut years: BTreeMap<i64, (Option<f64>, f64, bool, bool)> = BTreeMap::new();
    for value in figure["values"].as_array().into_iter().flatten() {
        let year = value["year"].as_i64().unwrap_or_default();
        let (total, sum, all, told) = years.entry(year).or_insert((None, 0.0, true, true));
        let number = value["value"].as_f64();
        if value["board"].is_null() {
            *total = number;
            *all &= value["incomplete"] != true;
            *told &= value["adds_up"] != false;
        } else {
            *sum += number.unwrap_or(0.0);
            *all &= number.is_some();
        }
    }
    years
        .into_iter()
        .filter(|(_, (total, sum, all, told))| {
            total.is_some_and(|total| {
                let off = sum - total;
                *told && (off > 0.5 || (*all && off.abs() > 0.5))
            })
        })
        .map(|(year, _)| Fault::Totals(key.to_owned(), year))
        .collect()
}

fn differences(csv: &[u8], said: &BTreeMap<(String, String, String), String>) -> Vec<Fault> {
    let mut reader = csv::Reader::from_reader(csv);
    let mut lines = 0;
    let mut faults: Vec<String> = Vec::new();
    for line in reader.records().flatten() {
        let cell = |at: usize| line.get(at).unwrap_or_default().to_owned();
        let board = cell(5).trim_start_matches('\'').to_owned();
        let place = (cell(0), board, cell(7));
        lines += 1;
        if said.get(&place) != Some(&cell(8)) {
            faults.push(cell(0));
        }
    }
    if lines != said.len() {
        faults.push("*".into());
    }
    faults.sort();
    faults.dedup();
    faults.into_iter().map(Fault::Differs).collect()
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    if std::fs::metadata(path)?.len() > LARGEST {
        return Err(Problem::refused("open-verify-large"));
    }
    Ok(std::fs::read(path)?)
}

/// The newest year of which the folder holds a manifest.
fn newest(folder: &Path) -> Result<i32, Problem> {
    let mut years = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name();
        let year = name
            .to_str()
            .and_then(|name| name.strip_suffix(".manifest.json"));
        years.extend(year.and_then(|year| year.parse::<i32>().ok()));
    }
    years
        .into_iter()
        .max()
        .ok_or_else(|| Problem::refused("open-verify-no-manifest"))
}

/// The folder and the year of a page's address. Only https, and http on this machine.
fn address(text: &str) -> Result<(String, i32), Problem> {
    let refused = || Problem::refused("open-verify-address");
    let url = url::Url::parse(text).map_err(|_| refused())?;
    let own = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    if !(url.scheme() == "https" || (url.scheme() == "http" && own)) {
        return Err(refused());
    }
    let path = url.path().trim_end_matches('/');
    let (folder, last) = path.rsplit_once('/').ok_or_else(refused)?;
    let year = last.split('.').next().unwrap_or_default();
    let year = year.parse().map_err(|_| refused())?;
    Ok((
        format!("{}{folder}", url.origin().ascii_serialization()),
        year,
    ))
}

fn get(address: &str) -> Result<Vec<u8>, Problem> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(60)))
        .max_redirects(0)
        .build()
        .into();
    let fault = |error: ureq::Error| Problem::Outside(error.to_string());
    let mut answer = agent.get(address).call().map_err(fault)?;
    let body = answer.body_mut().with_config().limit(LARGEST);
    body.read_to_vec().map_err(fault)
}
