//! Time: the only clock of the house, moments, days and time zones.
//!
//! A [`Moment`] is a point on the world's time line, a [`Day`] is a date in somebody's calendar, and a [`Zone`]
//! is what turns one into the other. Rules take moments and days as arguments; only [`Clock::now`] asks the machine.

mod day;
mod zone;

pub use day::Day;
pub use zone::{Local, Typed, Zone};

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Milliseconds since 1970-01-01T00:00Z. Arithmetic saturates instead of overflowing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Moment(pub i64);

impl Moment {
    /// From milliseconds since 1970-01-01T00:00Z.
    pub const fn from_ms(ms: i64) -> Self {
        Moment(ms)
    }

    /// Milliseconds since 1970-01-01T00:00Z.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// So many seconds later (earlier when negative).
    pub fn plus_seconds(self, seconds: i64) -> Self {
        self.plus(seconds, SECOND)
    }

    /// So many minutes later (earlier when negative).
    pub fn plus_minutes(self, minutes: i64) -> Self {
        self.plus(minutes, MINUTE)
    }

    /// So many elapsed hours later, whatever the clocks on the wall do meanwhile.
    pub fn plus_hours(self, hours: i64) -> Self {
        self.plus(hours, HOUR)
    }

    /// So many times 24 hours later. For calendar days use [`Day::plus_days`].
    pub fn plus_days(self, days: i64) -> Self {
        self.plus(days, DAY)
    }

    fn plus(self, count: i64, unit: i64) -> Self {
        Moment(self.0.saturating_add(count.saturating_mul(unit)))
    }

    /// Hours from `earlier` to this moment; negative when `earlier` is later.
    pub fn hours_since(self, earlier: Moment) -> f64 {
        self.0.saturating_sub(earlier.0) as f64 / HOUR as f64
    }

    /// `2026-11-22T05:18:00Z`: UTC, whole seconds (milliseconds are cut off). Sorts as text in the years 0 to 9999;
    /// a moment outside jiff's years is written as the nearest one inside.
    pub fn rfc3339(self) -> String {
        let at = Offset::UTC.to_datetime(timestamp(self));
        let (date, time) = (at.date(), at.time());
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
            date.year(),
            date.month(),
            date.day(),
            time.hour(),
            time.minute(),
            time.second()
        )
    }

    /// Reads RFC 3339 with any offset; what is finer than a millisecond is cut off. The offset must be there:
    /// a time without one does not say when it is.
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let separated = matches!(bytes.get(10), Some(b'T' | b't' | b' '));
        // jiff reads more than RFC 3339 (no seconds, a zone's name in brackets); other systems would not read it back.
        let seconds = bytes.get(16) == Some(&b':');
        if bytes.len() > 40 || !separated || !seconds || text.contains('[') {
            return None;
        }
        text.parse::<Timestamp>()
            .ok()
            .map(|t| Moment(t.as_millisecond()))
    }
}

/// The nearest moment that jiff can work with (years −9999 to 9999).
fn timestamp(moment: Moment) -> Timestamp {
    let nearest = if moment.0 < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    Timestamp::from_millisecond(moment.0).unwrap_or(nearest)
}

/// Where the time comes from: the machine, or a hand that tests and the demonstration move.
/// Clones of a set clock show the same time.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands still until it is [put](Clock::put) elsewhere.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Clock::System
    }

    /// A clock that shows this moment until it is put elsewhere.
    pub fn set_to(moment: Moment) -> Self {
        Clock::Set(Arc::new(AtomicI64::new(moment.0)))
    }

    /// What the clock shows.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the machine for the time"
    )]
    pub fn now(&self) -> Moment {
        match self {
            Clock::System => Moment(Timestamp::now().as_millisecond()),
            Clock::Set(ms) => Moment(ms.load(Ordering::SeqCst)),
        }
    }

    /// Moves a set clock. The machine's clock is not ours to move: there it does nothing.
    pub fn put(&self, moment: Moment) {
        if let Clock::Set(ms) = self {
            ms.store(moment.0, Ordering::SeqCst);
        }
    }
}

#[cfg(test)]
mod tests;
