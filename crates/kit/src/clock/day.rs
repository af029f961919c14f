//! A date in the calendar, without a time and without a zone.

use std::fmt;

use jiff::SignedDuration;
use jiff::civil::{Date, date};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A date from 0001-01-01 to 9999-12-31. Written, stored and sent as `YYYY-MM-DD`, which sorts as text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(Date);

impl Day {
    /// 0001-01-01.
    pub const MIN: Day = Day(date(1, 1, 1));
    /// 9999-12-31.
    pub const MAX: Day = Day(date(9999, 12, 31));

    /// The day, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Day> {
        Date::new(year, month, day)
            .ok()
            .map(Day)
            .filter(|d| (Day::MIN..=Day::MAX).contains(d))
    }

    /// Reads exactly `YYYY-MM-DD`; anything else is nothing.
    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        let form = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !form {
            return None;
        }
        Day::new(
            text[0..4].parse().ok()?,
            text[5..7].parse().ok()?,
            text[8..10].parse().ok()?,
        )
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The day of the week, Monday 1 to Sunday 7 (ISO 8601).
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset().unsigned_abs()
    }

    /// So many days later (earlier when negative), stopping at [`Day::MIN`] and [`Day::MAX`].
    pub fn plus_days(self, days: i32) -> Day {
        Day::nearest(
            self.0
                .saturating_add(SignedDuration::from_hours(24 * i64::from(days))),
        )
    }

    /// The same day so many months later, or the last day of a shorter month; stops at the ends of the calendar.
    pub fn plus_months(self, months: i32) -> Day {
        let total = i64::from(self.year()) * 12 + i64::from(self.month()) - 1 + i64::from(months);
        let year = i16::try_from(total.div_euclid(12));
        let month = i8::try_from(total.rem_euclid(12) + 1);
        let first = year
            .ok()
            .zip(month.ok())
            .and_then(|(year, month)| Day::new(year, month, 1));
        match first {
            Some(Day(first)) => Day::new(
                first.year(),
                first.month(),
                self.0.day().min(first.days_in_month()),
            ),
            None => None,
        }
        .unwrap_or(if months < 0 { Day::MIN } else { Day::MAX })
    }

    /// 1 January of the year.
    pub fn first_of_year(year: i32) -> Option<Day> {
        Day::new(i16::try_from(year).ok()?, 1, 1)
    }

    /// 31 December of the year.
    pub fn last_of_year(year: i32) -> Option<Day> {
        Day::new(i16::try_from(year).ok()?, 12, 31)
    }

    /// Days from this one to `later`: 1 when `later` is tomorrow, negative when it is earlier.
    pub fn days_until(self, later: Day) -> i64 {
        self.0.duration_until(later.0).as_hours() / 24
    }

    /// The date inside, for this module's neighbours.
    pub(super) fn date(self) -> Date {
        self.0
    }

    /// jiff's calendar goes below the year 1; ours stops there.
    pub(super) fn nearest(date: Date) -> Day {
        Day(date).clamp(Day::MIN, Day::MAX)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            to,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Day::parse(&text).ok_or_else(|| de::Error::custom("a day is written YYYY-MM-DD"))
    }
}
