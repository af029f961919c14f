//! Who leads which unit from today, as a file says; pure.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::model::NewPerson;
use super::entry::{Entry, Leading, RowFault, short};
use super::mapping::{Field, Mapping, Mode};
use super::present::Present;

pub struct Asked<'a> {
    pub entries: &'a [Entry],
    pub mapping: &'a Mapping,
    pub present: &'a Present,
    /// People whose row is bad: what is known of them stays.
    pub bad: &'a HashSet<String>,
    /// People of good rows.
    pub people: &'a HashMap<String, NewPerson>,
}

/// Unit's code and who leads it from today; and cells that could not be used.
type Leaders = (Vec<(String, Option<String>)>, Vec<RowFault>);

/// A file either marks managers, or names in each row who leads its person. Then the leader of a unit is the one
/// whom most of its rows name: the row of the leader names somebody further up.
pub fn plan(asked: &Asked<'_>) -> Leaders {
    if asked.mapping.column(Field::Manager).is_none() {
        return (Vec::new(), Vec::new());
    }
    let mut faults = Vec::new();
    let mut votes: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut marked: BTreeMap<&str, &str> = BTreeMap::new();
    let today = asked.present.today;
    for entry in asked
        .entries
        .iter()
        .filter(|entry| entry.until.is_none_or(|last| last >= today))
    {
        votes.entry(&entry.unit).or_default();
        match &entry.leading {
            Leading::Unsaid => {}
            Leading::Leads => {
                let first = *marked.entry(&entry.unit).or_insert(&entry.number);
                if first != entry.number {
                    faults.push(fault(
                        asked,
                        entry,
                        "organisation-import-second-manager",
                        "",
                    ));
                }
            }
            Leading::LedBy(number) if !known(asked, number) => {
                faults.push(fault(
                    asked,
                    entry,
                    "organisation-import-no-manager",
                    number,
                ));
            }
            Leading::LedBy(number) => {
                *votes
                    .entry(&entry.unit)
                    .or_default()
                    .entry(number)
                    .or_insert(0) += 1;
            }
        }
    }
    let mut leaders = Vec::new();
    for (unit, votes) in votes {
        let named = marked.get(unit).copied().or_else(|| most(&votes));
        let now = asked.present.leaders.get(unit).map(String::as_str);
        let stays = named.is_none()
            && (asked.mapping.mode == Mode::Changes
                || now.is_none_or(|now| asked.bad.contains(now)));
        if named != now && !stays {
            leaders.push((unit.to_owned(), named.map(str::to_owned)));
        }
    }
    (leaders, faults)
}

fn most<'a>(votes: &BTreeMap<&'a str, usize>) -> Option<&'a str> {
    votes
        .iter()
        .max_by_key(|(number, count)| (**count, std::cmp::Reverse(**number)))
        .map(|(number, _)| *number)
}

fn known(asked: &Asked<'_>, number: &str) -> bool {
    asked.people.contains_key(number) || asked.present.people.contains_key(number)
}

fn fault(asked: &Asked<'_>, entry: &Entry, message: &'static str, value: &str) -> RowFault {
    RowFault {
        line: entry.line,
        column: asked
            .mapping
            .column(Field::Manager)
            .unwrap_or("")
            .to_owned(),
        message,
        args: if value.is_empty() {
            Vec::new()
        } else {
            vec![("value", short(value).into())]
        },
        left_out: false,
    }
}
