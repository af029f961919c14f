//! Rules of the pages: counts that may be shown, weeks beside each other, whose law lets a second reader in. Pure.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use kit::clock::Day;
use kit::form::{self, Faults, Fields};
use serde::Deserialize;

use super::super::held::week;
use crate::base::Country;

/// The least count that a manager sees; 0 is shown too, it tells of nobody.
pub const LEAST: i64 = 5;

pub fn may_show(count: i64) -> bool {
    count == 0 || count >= LEAST
}

/// The rows of a table with their total, or nothing at all where one count or a difference to the total would tell of
/// fewer than five.
pub fn shown<T>(rows: Vec<(T, i64)>) -> Option<(Vec<(T, i64)>, i64)> {
    let total: i64 = rows.iter().map(|(_, count)| count).sum();
    (may_show(total) && rows.iter().all(|(_, count)| may_show(*count))).then_some((rows, total))
}

/// What a week had, by name of the count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    pub monday: Day,
    counts: BTreeMap<String, i64>,
}

impl Week {
    pub fn get(&self, what: &str) -> i64 {
        self.counts.get(what).copied().unwrap_or(0)
    }
}

/// The weeks up to the one of `today`, the newest first; a week without mail is there with nothing.
pub fn weeks(days: &[(Day, String, i64)], today: Day, many: usize) -> Vec<Week> {
    let mut monday = week(today);
    let mut all = Vec::new();
    for _ in 0..many {
        let mut counts: BTreeMap<String, i64> = BTreeMap::new();
        for (_, what, n) in days.iter().filter(|(day, ..)| week(*day) == monday) {
            *counts.entry(what.clone()).or_default() += n;
        }
        all.push(Week { monday, counts });
        monday = monday.plus_days(-7);
    }
    all
}

/// A country's rule for a second reader.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    pub country: String,
    pub source: String,
}

impl Rule {
    /// The message with its conditions, where there is one.
    pub fn conditions(&self) -> &'static str {
        match self.country.as_str() {
            "fi" => "guard-views-eyes-fi",
            "no" => "guard-views-eyes-no",
            _ => "",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
}

/// The rules that came with the program.
pub fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    RULES.get_or_init(|| {
        // A test reads it, so it always reads.
        toml::from_str::<File>(include_str!("data/eyes.toml"))
            .map_or_else(|_| Vec::new(), |f| f.rule)
    })
}

/// The rule of a country, if it has one.
pub fn rule(country: Option<Country>) -> Option<&'static Rule> {
    rules()
        .iter()
        .find(|rule| Some(rule.country.as_str()) == country.map(Country::code))
}

kit::choices! {
    /// What a mailbox is noted for.
    pub enum Kind {
        /// Several people or a system send from it; somebody answers for it.
        Shared = "shared", "guard-views-mailbox-shared";
        /// No second reader: union, occupational health, elected members.
        Exempt = "exempt", "guard-views-mailbox-exempt";
    }
}

/// A mailbox as the form gives it; the owner by their number in the personnel system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    pub address: String,
    pub kind: Kind,
    pub owner: Option<String>,
    pub reason: String,
}

/// # Errors
/// No address, no kind, no reason; nobody named for a shared mailbox.
pub fn mailbox(fields: &Fields) -> Result<Mailbox, Faults> {
    let mut faults = Faults::new();
    let address = form::email(fields, &mut faults, "address");
    form::need(&mut faults, "address", form::REQUIRED, &address);
    let kind = form::choice(fields, &mut faults, "kind", Kind::parse);
    form::need(&mut faults, "kind", form::REQUIRED, &kind);
    let owner = form::optional(fields, &mut faults, "owner", 100);
    if kind == Some(Kind::Shared) && owner.is_none() {
        faults.add("owner", "guard-views-fault-owner");
    }
    let reason = form::required(fields, &mut faults, "reason", form::REQUIRED, 500);
    let kind = kind.unwrap_or(Kind::Exempt);
    faults.into_result(Mailbox {
        address: address.unwrap_or_default().to_lowercase(),
        kind,
        owner,
        reason,
    })
}

/// Switching the second pair of eyes on: who reads, that the source was read, when staff were consulted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eyes {
    /// Number in the personnel system.
    pub reader: String,
    pub consulted: Day,
    pub note: String,
}

/// # Errors
/// Nobody named, the source not read, staff not consulted or only in the future.
pub fn eyes(fields: &Fields, today: Day) -> Result<Eyes, Faults> {
    let mut faults = Faults::new();
    let reader = form::required(fields, &mut faults, "reader", form::REQUIRED, 100);
    let consulted = form::day(fields, &mut faults, "consulted");
    match consulted {
        Some(day) if day > today => faults.add("consulted", "guard-views-fault-consulted"),
        None if faults.of("consulted").next().is_none() => faults.add("consulted", form::REQUIRED),
        _ => {}
    }
    let note = form::required(fields, &mut faults, "note", form::REQUIRED, 1_000);
    if !fields.has("read") {
        faults.add("read", "guard-views-fault-read");
    }
    faults.into_result(Eyes {
        reader,
        consulted: consulted.unwrap_or(today),
        note,
    })
}
