//! History from another system, read and judged record by record. Records in are records taken plus records rejected,
//! each with its reason; nothing is invented for what a file does not say (facts § 13).

use std::collections::HashSet;

use kit::clock::{Day, Moment, Zone};
use serde::{Deserialize, Serialize};

use super::super::super::model::{About, Imported, Nature, Part, When};

/// More than any municipality has had.
pub const MOST: usize = 50_000;
/// Longer stories are shortened: they are history, and may hold names.
pub const STORY: usize = 2_000;
/// A name in another system.
pub const NAME: usize = 200;

/// A record that may be taken in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Incoming {
    /// Its place in the file, from 1.
    pub place: u64,
    pub story: String,
    pub about: About,
    /// Code of the unit that the record names, as it was written.
    #[serde(default)]
    pub unit: Option<String>,
    pub imported: Imported,
}

/// A record that may not, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rejected {
    pub place: u64,
    pub why: Why,
}

/// Why a record is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    NoRecord,
    NoName,
    LongName,
    Twice,
    Version,
    Date,
    Future,
    Outcome,
    Broken,
    /// It names a unit that there is not, or one of another controller.
    Unit,
}

impl Why {
    pub fn word(self) -> &'static str {
        match self {
            Why::NoRecord => "incidents-import-why-no-record",
            Why::NoName => "incidents-import-why-no-name",
            Why::LongName => "incidents-import-why-long-name",
            Why::Twice => "incidents-import-why-twice",
            Why::Version => "incidents-import-why-version",
            Why::Date => "incidents-import-why-date",
            Why::Future => "incidents-import-why-future",
            Why::Outcome => "incidents-import-why-outcome",
            Why::Broken => "incidents-import-why-broken",
            Why::Unit => "incidents-import-why-unit",
        }
    }
}

/// A file as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Intake {
    pub source: String,
    pub taken: Vec<Incoming>,
    pub rejected: Vec<Rejected>,
    /// Names that came already.
    #[serde(skip)]
    pub(super) seen: HashSet<String>,
}

impl Intake {
    /// Puts a judged record where it belongs; a name that came before in the file is rejected.
    pub fn put(&mut self, place: u64, record: Result<Incoming, Why>) {
        match record {
            Ok(record) if !self.seen.insert(record.imported.external.clone()) => {
                self.rejected.push(Rejected {
                    place,
                    why: Why::Twice,
                });
            }
            Ok(record) => self.taken.push(record),
            Err(why) => self.rejected.push(Rejected { place, why }),
        }
    }
}

/// A name in another system, cleaned.
pub fn named(text: &str) -> Result<String, Why> {
    let name = kit::form::clean(text)
        .replace(['\n', '\t'], " ")
        .trim()
        .to_owned();
    match name.chars().count() {
        0 => Err(Why::NoName),
        count if count > NAME => Err(Why::LongName),
        _ => Ok(name),
    }
}

/// A story, cleaned and shortened.
pub fn told(text: &str) -> String {
    let text = kit::form::clean(text).trim().to_owned();
    if text.chars().count() <= STORY {
        return text;
    }
    let cut: String = text.chars().take(STORY).collect();
    format!("{}…", cut.trim_end())
}

/// As much of a date as is known, not in the future and not before this program is for.
pub fn occurred(
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    today: Day,
) -> Result<When, Why> {
    let Some(year) = year else {
        return Ok(When::Unknown);
    };
    let year = i16::try_from(year)
        .ok()
        .filter(|year| (1990..=9999).contains(year));
    let year = year.ok_or(Why::Date)?;
    let small = |number: i64| i8::try_from(number).map_err(|_| Why::Date);
    let part = match (month, day) {
        (None, _) => Part::Year(year),
        (Some(month), None) => {
            let first = Day::new(year, small(month)?, 1).ok_or(Why::Date)?;
            Part::Month(year, first.month())
        }
        (Some(month), Some(day)) => {
            Part::On(Day::new(year, small(month)?, small(day)?).ok_or(Why::Date)?)
        }
    };
    let first = match part {
        Part::On(day) => Some(day),
        Part::Month(year, month) => Day::new(year, small(i64::from(month))?, 1),
        _ => Day::first_of_year(i32::from(year)),
    };
    match first {
        Some(first) if first > today => Err(Why::Future),
        _ => Ok(part.into()),
    }
}

/// A date as people write it: 2014, 2014-03, 2014-03-07, 7.3.2014, 7/3/2014, 07-03-2014.
pub fn date(text: &str, today: Day) -> Result<When, Why> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(When::Unknown);
    }
    // A spreadsheet may write midnight after the day.
    let text = text.split(['T', ' ']).next().unwrap_or(text);
    let numbers: Vec<i64> = text
        .split(['-', '.', '/'])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().map_err(|_| Why::Date))
        .collect::<Result<_, _>>()?;
    match numbers.as_slice() {
        [year] => occurred(Some(*year), None, None, today),
        [year, month] if *year > 31 => occurred(Some(*year), Some(*month), None, today),
        [month, year] => occurred(Some(*year), Some(*month), None, today),
        [year, month, day] if *year > 31 => occurred(Some(*year), Some(*month), Some(*day), today),
        [day, month, year] => occurred(Some(*year), Some(*month), Some(*day), today),
        _ => Err(Why::Date),
    }
}

/// Where a case of history stands in the list: at the end of when it occurred, but not after now.
pub fn stands_at(when: When, now: Moment, zone: &Zone) -> Moment {
    when.latest(zone).map_or(now, |latest| latest.min(now))
}

/// What the reporter's simple choice would have been, for the filter.
pub fn about(imported: &Imported) -> About {
    if imported.supplier {
        return About::Supplier;
    }
    let choice = |nature: &Nature| match nature {
        Nature::R | Nature::Q | Nature::S | Nature::L => Some(About::WrongRecipient),
        Nature::V => Some(About::Published),
        Nature::I | Nature::O => Some(About::Lost),
        Nature::W => Some(About::Spoken),
        Nature::D => Some(About::Phishing),
        Nature::B | Nature::C => Some(About::Malware),
        Nature::A | Nature::F | Nature::H | Nature::N => Some(About::WrongAccess),
        Nature::M | Nature::T => Some(About::Technical),
        _ => None,
    };
    imported
        .natures
        .iter()
        .find_map(choice)
        .unwrap_or(About::Other)
}
