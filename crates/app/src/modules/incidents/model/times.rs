//! The separate times of a case (facts § 2). None overwrites another, and no day or hour is invented for what is
//! known in part.

use kit::clock::{Day, Moment, Zone};
use kit::form::{self, Faults, Fields};
use serde::{Deserialize, Serialize};

/// A point in time as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    At(Moment),
    On(Day),
    /// Year and month, 1 to 12.
    Month(i16, u8),
    Year(i16),
}

/// A time as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    At(Moment),
    On(Day),
    /// Year and month, 1 to 12.
    Month(i16, u8),
    Year(i16),
    /// From the one to the other.
    Between(Part, Part),
    /// It began then and still went on when this was written down.
    Since(Part),
    #[default]
    Unknown,
}

/// 1990-01-01T00:00Z: older times are typing errors, while there is neither a configured day nor a controller.
const OLDEST: Moment = Moment::from_ms(631_152_000_000);

/// Between what a time can lie: not before the organisation began, not after now.
#[derive(Clone, Copy, Debug)]
pub struct Possible {
    pub first: Moment,
    pub now: Moment,
}

impl Possible {
    /// `first` is when the organisation began, where somebody has said so.
    pub fn new(first: Option<Moment>, now: Moment) -> Possible {
        let first = first.unwrap_or(OLDEST);
        Possible { first, now }
    }

    /// For times that nobody has typed just now: they were checked when they were, or the program has set them.
    pub fn until(now: Moment) -> Possible {
        Possible::new(None, now)
    }
}

/// For tests of other rules. A form of the program asks for the organisation's first day: [`Possible::new`].
#[cfg(test)]
impl From<Moment> for Possible {
    fn from(now: Moment) -> Possible {
        Possible::until(now)
    }
}

impl Part {
    /// Reads a day, `YYYY-MM-DD`, a month, `YYYY-MM`, or a year, `YYYY`.
    pub fn parse(text: &str) -> Option<Part> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        match text.len() {
            4 if digits(text) => text.parse().ok().filter(|year| *year > 0).map(Part::Year),
            7 => {
                let day = Day::parse(&format!("{text}-01"))?;
                Some(Part::Month(i16::try_from(day.year()).ok()?, day.month()))
            }
            _ => Day::parse(text).map(Part::On),
        }
    }

    /// The form that [`Part::parse`] reads; a moment has none.
    pub fn input(self) -> Option<String> {
        match self {
            Part::At(_) => None,
            Part::On(day) => Some(day.to_string()),
            Part::Month(year, month) => Some(format!("{year:04}-{month:02}")),
            Part::Year(year) => Some(format!("{year:04}")),
        }
    }

    fn days(self) -> Option<(Day, Day)> {
        match self {
            Part::At(_) => None,
            Part::On(day) => Some((day, day)),
            Part::Month(year, month) => {
                let first = Day::new(year, i8::try_from(month).ok()?, 1)?;
                Some((first, first.plus_months(1).plus_days(-1)))
            }
            Part::Year(year) => {
                let year = i32::from(year);
                Day::first_of_year(year).zip(Day::last_of_year(year))
            }
        }
    }

    fn earliest(self, zone: &Zone) -> Option<Moment> {
        match self {
            Part::At(moment) => Some(moment),
            _ => self.days().map(|(first, _)| zone.start_of(first)),
        }
    }

    fn latest(self, zone: &Zone) -> Option<Moment> {
        match self {
            Part::At(moment) => Some(moment),
            _ => self
                .days()
                .map(|(_, last)| Moment::from_ms(zone.end_of(last).ms() - 1)),
        }
    }
}

impl From<Part> for When {
    fn from(part: Part) -> When {
        match part {
            Part::At(moment) => When::At(moment),
            Part::On(day) => When::On(day),
            Part::Month(year, month) => When::Month(year, month),
            Part::Year(year) => When::Year(year),
        }
    }
}

/// Names of the fields of one time.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// Date and time.
    pub at: &'static str,
    /// A day, a month or a year.
    pub part: &'static str,
    /// Until when, as `part`; empty where no range is asked.
    pub until: &'static str,
    /// A box to tick: it still goes on.
    pub ongoing: &'static str,
}

impl When {
    /// The moment when it is fully known; what is known in part enters no median.
    pub fn moment(self) -> Option<Moment> {
        match self {
            When::At(moment) => Some(moment),
            _ => None,
        }
    }

    /// From where it is stored: the moment, else a day, a month or a year.
    pub fn stored(at: Option<Moment>, part: Option<&str>) -> When {
        let part = at.map(Part::At).or_else(|| part.and_then(Part::parse));
        part.map_or(When::Unknown, When::from)
    }

    pub fn day(self) -> Option<Day> {
        match self {
            When::On(day) => Some(day),
            _ => None,
        }
    }

    /// Where it began, and where it ended when that is another time.
    pub fn parts(self) -> Option<(Part, Option<Part>)> {
        Some(match self {
            When::At(moment) => (Part::At(moment), None),
            When::On(day) => (Part::On(day), None),
            When::Month(year, month) => (Part::Month(year, month), None),
            When::Year(year) => (Part::Year(year), None),
            When::Between(from, until) => (from, Some(until)),
            When::Since(from) => (from, None),
            When::Unknown => return None,
        })
    }

    /// A moment in one field, or what is known of it in the other; with an end, or still going on, where that is
    /// asked.
    pub fn typed(fields: &Fields, faults: &mut Faults, names: Names, zone: &Zone) -> When {
        let at = form::moment(fields, faults, names.at, zone).map(Part::At);
        let from = at.or_else(|| typed_part(fields, faults, names.part));
        if names.until.is_empty() {
            return from.map_or(When::Unknown, When::from);
        }
        let until = typed_part(fields, faults, names.until);
        let ongoing = fields.has(names.ongoing);
        match (from, until) {
            (Some(from), None) if ongoing => When::Since(from),
            (Some(from), None) => from.into(),
            (Some(from), Some(until)) => {
                if ongoing {
                    faults.add(names.until, "incidents-law-fault-ongoing");
                }
                if let (Some(first), Some(last)) = (from.earliest(zone), until.latest(zone))
                    && first > last
                {
                    faults.add(names.until, "incidents-law-fault-range");
                }
                When::Between(from, until)
            }
            (None, found) => {
                if found.is_some() || ongoing {
                    faults.add(names.part, "incidents-law-fault-start");
                }
                When::Unknown
            }
        }
    }

    /// Puts it into the fields that [`When::typed`] reads.
    pub fn fill(self, fields: &mut Fields, names: Names, zone: &Zone) {
        let Some((from, until)) = self.parts() else {
            return;
        };
        match from {
            Part::At(moment) => form::put_moment(fields, names.at, moment, zone),
            other => fields.set(names.part, other.input().unwrap_or_default()),
        }
        if let Some(until) = until.and_then(Part::input) {
            fields.set(names.until, until);
        }
        if matches!(self, When::Since(_)) {
            fields.set(names.ongoing, "1");
        }
    }

    /// As ISO 8601 has it: a moment with its offset, a day, a month, a year, or from the one to the other (`..` while
    /// it goes on); none when nothing is known.
    pub fn iso(self) -> Option<String> {
        let text = |part: Part| match part {
            Part::At(moment) => moment.rfc3339(),
            other => other.input().unwrap_or_default(),
        };
        let (from, until) = self.parts()?;
        Some(match (self, until) {
            (When::Since(_), _) => format!("{}/..", text(from)),
            (_, Some(until)) => format!("{}/{}", text(from), text(until)),
            (_, None) => text(from),
        })
    }

    /// The first moment it can have been, or can have begun.
    pub fn earliest(self, zone: &Zone) -> Option<Moment> {
        self.parts().and_then(|(from, _)| from.earliest(zone))
    }

    /// The last moment it can have been, or can have ended; none while it goes on.
    pub fn latest(self, zone: &Zone) -> Option<Moment> {
        match self {
            When::Since(_) => None,
            _ => self
                .parts()
                .and_then(|(from, until)| until.unwrap_or(from).latest(zone)),
        }
    }

    /// The last moment it can have begun.
    fn begun_by(self, zone: &Zone) -> Option<Moment> {
        self.parts().and_then(|(from, _)| from.latest(zone))
    }
}

fn typed_part(fields: &Fields, faults: &mut Faults, field: &'static str) -> Option<Part> {
    let text = fields.text(field).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let part = Part::parse(&text);
    if part.is_none() {
        faults.add(field, "incidents-law-fault-part");
    }
    part
}

/// Faults beside the fields: `later` lies certainly before `earlier` began.
pub fn check_order(
    faults: &mut Faults,
    field: &'static str,
    message: &'static str,
    (earlier, later): (When, When),
    zone: &Zone,
) {
    if let (Some(first), Some(last)) = (earlier.earliest(zone), later.latest(zone))
        && first > last
    {
        faults.add(field, message);
    }
}

/// Neither in the future nor before the organisation.
pub fn check_possible(
    faults: &mut Faults,
    field: &'static str,
    when: When,
    Possible { first, now }: Possible,
    zone: &Zone,
) {
    let ends = when
        .parts()
        .and_then(|(from, until)| until.unwrap_or(from).earliest(zone));
    if ends.is_some_and(|begins| begins > now) {
        faults.add(field, "incidents-fault-future");
    }
    if when.begun_by(zone).is_some_and(|last| last < first) {
        faults.add(field, "incidents-reporting-fault-before");
    }
}
