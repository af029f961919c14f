//! What a page speaks with.

use std::cmp::Ordering;
use std::sync::Arc;

use super::formats::Formats;
use super::{Arg, Lang, Words};
use crate::clock::{Day, Moment, Zone};

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A language, its messages and the zone in which times are shown. Cheap to clone.
#[derive(Clone)]
pub struct Tongue {
    /// The language, for the page's `lang` attribute and for [`Texts`](super::Texts).
    pub lang: Lang,
    words: Arc<Words>,
    zone: Zone,
    formats: &'static Formats,
}

impl Tongue {
    pub(super) fn new(lang: Lang, zone: Zone, words: Arc<Words>) -> Tongue {
        Tongue {
            lang,
            words,
            zone,
            formats: Formats::of(lang),
        }
    }

    /// The zone in which moments are shown.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The message. One that does not exist shows as its key in ⟦ ⟧ and is logged: the page stands.
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message with these values in it.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.words.say(self.lang, key, args).unwrap_or_else(|| {
            tracing::error!(lang = %self.lang, key, "no such message");
            format!("⟦{key}⟧")
        })
    }

    /// The message with one value in it.
    pub fn one(&self, key: &str, name: &str, arg: impl Into<Arg>) -> String {
        self.with(key, &[(name, arg.into())])
    }

    /// Whether there is such a message, for keys that are put together.
    pub fn has(&self, key: &str) -> bool {
        self.words.has(self.lang, key)
    }

    /// The date as it stands in running text: 22 November 2026, 22.11.2026, 22. november 2026.
    pub fn day(&self, day: Day) -> String {
        self.formats.day(day)
    }

    /// The date as it stands in a table: 22 Nov 2026, 22.11.2026, 2026-11-22.
    pub fn day_short(&self, day: Day) -> String {
        self.formats.day_short(day)
    }

    /// Date and time in the page's zone, to the minute; in an hour that comes twice with the offset, which tells them
    /// apart.
    pub fn moment(&self, moment: Moment) -> String {
        let text = self.formats.moment(self.zone.local(moment));
        match self.zone.turn(moment) {
            Some(_) => format!("{text} (UTC{})", self.zone.offset(moment)),
            None => text,
        }
    }

    /// The time of day in the page's zone, to the minute: 05:18, 5.18.
    pub fn time(&self, moment: Moment) -> String {
        self.formats.time(self.zone.local(moment))
    }

    /// A whole number, grouped: 1 234 with a no-break space, 1.234 in Danish, 1,234 in English.
    pub fn number(&self, number: i64) -> String {
        self.formats.whole(number)
    }

    /// A number with exactly so many decimals, rounded; – if it is none.
    pub fn decimal(&self, number: f64, digits: u8) -> String {
        self.formats.decimal(number, digits)
    }

    /// A share, where 100 is the whole: 12,5 %.
    pub fn percent(&self, hundredths: f64, digits: u8) -> String {
        self.formats.percent(hundredths, digits)
    }

    /// The name of the month, 1 to 12, as it stands alone; empty for any other number.
    pub fn month(&self, month: u8) -> String {
        self.formats.month(month).to_owned()
    }

    /// a, b and c.
    pub fn list(&self, parts: &[String]) -> String {
        self.formats.list(parts)
    }

    /// Sorts by a name, as the language's dictionaries do; digits in it count as numbers. Equals keep their order.
    pub fn sort_by<T>(&self, things: &mut [T], key: impl Fn(&T) -> &str) {
        things.sort_by(|left, right| self.compare(key(left), key(right)));
    }

    /// Which name comes first in the language's order.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.formats.compare(left, right)
    }

    /// A size of data in steps of 1000: 1,5 MB, in Finnish 1,5 Mt. One decimal below ten, rounded.
    pub fn bytes(&self, bytes: u64) -> String {
        let units = match self.lang {
            Lang::Fi => ["t", "kt", "Mt", "Gt", "Tt"],
            _ => ["B", "kB", "MB", "GB", "TB"],
        };
        let (mut size, mut step) = (bytes as f64, 0);
        while size >= 999.5 && step + 1 < units.len() {
            size /= 1000.0;
            step += 1;
        }
        let tenths = (size * 10.0).round();
        let digits = u8::from(tenths < 100.0 && tenths % 10.0 != 0.0);
        format!(
            "{}\u{a0}{}",
            self.formats.decimal(size, digits),
            units[step]
        )
    }

    /// An elapsed time in its two largest units, cut off: 2 d 4 h, 3 h 20 min, 45 s. A no-break space stands
    /// before each unit and a plain one between the parts. A day is 24 hours, so the word is vrk, dygn, døgn.
    pub fn span(&self, ms: i64) -> String {
        let [day, hour, minute, second] = match self.lang {
            Lang::En => ["d", "h", "min", "s"],
            Lang::Fi => ["vrk", "h", "min", "s"],
            Lang::Sv => ["dygn", "tim", "min", "s"],
            Lang::Da | Lang::Nb => ["døgn", "t", "min", "s"],
        };
        let length = ms.unsigned_abs();
        let (large, small) = match length {
            DAY.. => ((length / DAY, day), (length % DAY / HOUR, hour)),
            HOUR.. => ((length / HOUR, hour), (length % HOUR / MINUTE, minute)),
            MINUTE.. => ((length / MINUTE, minute), (0, second)),
            _ => ((length / SECOND, second), (0, second)),
        };
        let signed = i64::try_from(large.0).unwrap_or(i64::MAX) * if ms < 0 { -1 } else { 1 };
        let mut text = format!("{}\u{a0}{}", self.number(signed), large.1);
        if small.0 > 0 {
            text.push_str(&format!(" {}\u{a0}{}", small.0, small.1));
        }
        text
    }
}
