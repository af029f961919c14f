//! A time zone: which day and hour a moment is where people live.

use jiff::Timestamp;
use jiff::civil::{DateTime, Time, date};
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::{DAY, Day, Moment, timestamp};

/// A time zone by its name in the tz database. The data is built into the program, so that every
/// installation counts alike and an old machine does not move a deadline.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone(TimeZone);

/// A moment as the clock on the wall shows it, without the zone it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Local {
    /// The date.
    pub day: Day,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

/// What a clock on the wall can mean. Where clocks go forward an hour is missing, where they go back one comes twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    Once(Moment),
    /// No clock here showed this.
    Skipped,
    /// Before the clocks went back, and after.
    Twice(Moment, Moment),
}

impl Zone {
    /// A zone such as `Europe/Helsinki`; nothing if there is none of that name.
    pub fn named(name: &str) -> Option<Zone> {
        TimeZone::get(name).ok().map(Zone)
    }

    /// The names of all zones that are built in.
    pub fn names() -> Vec<String> {
        jiff::tz::db()
            .available()
            .map(|name| name.to_string())
            .collect()
    }

    /// Coordinated universal time.
    pub fn utc() -> Zone {
        Zone(TimeZone::UTC)
    }

    /// The zone's name in the tz database.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The day it is here at this moment.
    pub fn day_of(&self, moment: Moment) -> Day {
        self.local(moment).day
    }

    /// The first moment of the day, which need not be midnight where the clocks change at midnight.
    pub fn start_of(&self, day: Day) -> Moment {
        self.at(day.date().to_datetime(Time::midnight()))
            .unwrap_or_else(|| edge(day))
    }

    /// The first millisecond of the next day: the state "as of" a day is everything before it.
    pub fn end_of(&self, day: Day) -> Moment {
        if day == Day::MAX {
            edge(day).plus_days(1)
        } else {
            self.start_of(day.plus_days(1))
        }
    }

    /// What calendar and clock show here at this moment.
    pub fn local(&self, moment: Moment) -> Local {
        let at = self.0.to_datetime(timestamp(moment));
        Local {
            day: Day::nearest(at.date()),
            hour: at.hour().unsigned_abs(),
            minute: at.minute().unsigned_abs(),
            second: at.second().unsigned_abs(),
        }
    }

    /// The moment at which the clock here shows this. An hour that is skipped in spring counts as the hour after
    /// it, an hour that comes twice in autumn as the first one. Nothing only when out of range.
    pub fn moment(&self, day: Day, hour: u8, minute: u8) -> Option<Moment> {
        let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
        self.at(day.date().to_datetime(time))
    }

    /// Reads what `<input type=datetime-local>` sends: `YYYY-MM-DDTHH:MM`, perhaps with `:SS`. Where a browser
    /// shows a plain field, people write a space instead of the `T`; that is read too.
    pub fn parse_local(&self, text: &str) -> Option<Typed> {
        let (day, time) = text.split_once(['T', ' '])?;
        let mut parts = time.split(':');
        let (hour, minute) = (two(parts.next()?)?, two(parts.next()?)?);
        let second = parts
            .next()
            .map_or(Some(0), two)
            .filter(|second| *second < 60)?;
        if parts.next().is_some() {
            return None;
        }
        let of = |part: u8| i8::try_from(part).ok();
        let time = Time::new(of(hour)?, of(minute)?, of(second)?, 0).ok()?;
        self.typed(Day::parse(day)?.date().to_datetime(time))
    }

    fn typed(&self, local: DateTime) -> Option<Typed> {
        let at = self.0.to_ambiguous_timestamp(local);
        let one = |found: Result<Timestamp, jiff::Error>| {
            found.ok().map(|at| Moment(at.as_millisecond()))
        };
        Some(match at.offset() {
            AmbiguousOffset::Unambiguous { .. } => Typed::Once(one(at.compatible())?),
            AmbiguousOffset::Gap { .. } => Typed::Skipped,
            AmbiguousOffset::Fold { .. } => Typed::Twice(one(at.earlier())?, one(at.later())?),
        })
    }

    /// In an hour that comes twice: whether this is the second time.
    pub fn turn(&self, moment: Moment) -> Option<bool> {
        let local = self.0.to_datetime(timestamp(moment));
        match self.typed(local)? {
            Typed::Twice(_, second) => Some(second <= moment),
            _ => None,
        }
    }

    /// How far the clock here is from UTC at this moment: `+02`, `+05:30`.
    pub fn offset(&self, moment: Moment) -> String {
        self.0.to_offset(timestamp(moment)).to_string()
    }

    /// What `<input type=datetime-local>` shows for this moment, in minutes: `2026-11-22T07:18`.
    pub fn input_value(&self, moment: Moment) -> String {
        let at = self.local(moment);
        format!("{}T{:02}:{:02}", at.day, at.hour, at.minute)
    }

    /// The same moment as RFC 3339 with the offset that holds here: `2026-11-22T07:18:00+02:00`.
    pub fn rfc3339(&self, moment: Moment) -> String {
        let at = timestamp(moment).to_zoned(self.0.clone());
        at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    fn at(&self, local: DateTime) -> Option<Moment> {
        let at = self.0.to_ambiguous_timestamp(local).compatible().ok()?;
        Some(Moment(at.as_millisecond()))
    }
}

/// Two digits and nothing else.
fn two(text: &str) -> Option<u8> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// Midnight in UTC, for the last day of the calendar, where jiff's moments end before its dates do.
fn edge(day: Day) -> Moment {
    let days = date(1970, 1, 1).duration_until(day.date()).as_hours() / 24;
    Moment(days * DAY)
}
