//! How each language writes numbers, dates, times and lists, and how it sorts: ICU4X's objects, built once per
//! language and shared by every thread, because a page formats hundreds of numbers.

use std::sync::OnceLock;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use icu::calendar::{Date, Gregorian};
use icu::collator::options::{CollatorOptions, Strength};
use icu::collator::preferences::CollationNumericOrdering;
use icu::collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu::datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu::datetime::fieldsets::{M, T, YMD, YMDT};
use icu::datetime::input::{DateTime, Time};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu::list::ListFormatter;
use icu::locale::Locale;

use super::Lang;
use crate::clock::{Day, Local};

/// No more decimals than this are ever written: a double has no more to say.
const MOST_DIGITS: usize = 15;

/// What is written for a number that is none (the average of nothing).
const NO_NUMBER: &str = "–";

/// The formats of one language.
pub(super) struct Formats {
    number: DecimalFormatter,
    ungrouped: DecimalFormatter,
    day: Formatter<Gregorian, YMD>,
    day_short: Formatter<Gregorian, YMD>,
    moment: Formatter<Gregorian, YMDT>,
    time: Formatter<Gregorian, T>,
    months: Vec<String>,
    list: ListFormatter,
    collator: CollatorBorrowed<'static>,
    percent: &'static str,
}

impl Formats {
    /// The language's formats, built the first time they are asked for.
    pub(super) fn of(lang: Lang) -> &'static Formats {
        static ALL: [OnceLock<Formats>; 5] = [const { OnceLock::new() }; 5];
        ALL[lang.place()].get_or_init(|| {
            Formats::build(lang).expect("ICU's data for our five languages is built in")
        })
    }

    fn build(lang: Lang) -> Result<Formats, Box<dyn std::error::Error>> {
        let locale: Locale = lang.locale().parse()?;
        let mut plain = DecimalFormatterOptions::default();
        plain.grouping_strategy = Some(GroupingStrategy::Never);
        let (day, day_short) = lengths(lang);
        let month = Formatter::<Gregorian, M>::try_new((&locale).into(), M::long())?;
        let mut months = Vec::new();
        for number in 1..=12 {
            months.push(
                month
                    .format(&Date::try_new_gregorian(2026, number, 1)?)
                    .to_string(),
            );
        }
        // Case and accents decide only between names that are otherwise alike; "Unit 9" comes before "Unit 10".
        let mut order = CollatorOptions::default();
        order.strength = Some(Strength::Tertiary);
        let mut habits = CollatorPreferences::from(&locale);
        habits.numeric_ordering = Some(CollationNumericOrdering::True);
        Ok(Formats {
            number: DecimalFormatter::try_new(
                (&locale).into(),
                DecimalFormatterOptions::default(),
            )?,
            ungrouped: DecimalFormatter::try_new((&locale).into(), plain)?,
            day: Formatter::try_new((&locale).into(), day)?,
            day_short: Formatter::try_new((&locale).into(), day_short)?,
            moment: Formatter::try_new((&locale).into(), day.with_time_hm())?,
            time: Formatter::try_new((&locale).into(), T::hm())?,
            months,
            list: ListFormatter::try_new_and((&locale).into(), Default::default())?,
            collator: Collator::try_new(habits, order)?,
            percent: if lang == Lang::En { "%" } else { "\u{a0}%" },
        })
    }

    pub(super) fn whole(&self, number: i64) -> String {
        self.number.format_to_string(&Decimal::from(number))
    }

    /// A number with exactly so many decimals, rounded.
    pub(super) fn decimal(&self, number: f64, digits: u8) -> String {
        match written(number, usize::from(digits)) {
            Some(text) => grouped(&self.number, &text),
            None => NO_NUMBER.to_owned(),
        }
    }

    pub(super) fn percent(&self, number: f64, digits: u8) -> String {
        if number.is_finite() {
            self.decimal(number, digits) + self.percent
        } else {
            NO_NUMBER.to_owned()
        }
    }

    /// A number inside a message. Of Fluent's `NUMBER()` options `useGrouping`, `minimumFractionDigits` and
    /// `maximumFractionDigits` (0 and 3 unless told) are kept.
    pub(super) fn in_message(&self, number: &FluentNumber) -> String {
        let FluentNumberOptions {
            use_grouping,
            minimum_fraction_digits,
            maximum_fraction_digits,
            ..
        } = number.options;
        let least = minimum_fraction_digits.unwrap_or(0).min(MOST_DIGITS);
        let most = maximum_fraction_digits.unwrap_or(least.max(3)).max(least);
        let Some(text) = written(number.value, most) else {
            return NO_NUMBER.to_owned();
        };
        let formatter = if use_grouping {
            &self.number
        } else {
            &self.ungrouped
        };
        grouped(formatter, shortened(&text, least))
    }

    pub(super) fn day(&self, day: Day) -> String {
        date(day)
            .map(|date| self.day.format(&date).to_string())
            .unwrap_or_default()
    }

    pub(super) fn day_short(&self, day: Day) -> String {
        date(day)
            .map(|date| self.day_short.format(&date).to_string())
            .unwrap_or_default()
    }

    pub(super) fn moment(&self, at: Local) -> String {
        let parts = date(at.day).zip(time(at));
        parts
            .map(|(date, time)| self.moment.format(&DateTime { date, time }).to_string())
            .unwrap_or_default()
    }

    pub(super) fn time(&self, at: Local) -> String {
        time(at)
            .map(|time| self.time.format(&time).to_string())
            .unwrap_or_default()
    }

    pub(super) fn month(&self, month: u8) -> &str {
        usize::from(month)
            .checked_sub(1)
            .and_then(|at| self.months.get(at))
            .map_or("", String::as_str)
    }

    pub(super) fn list(&self, parts: &[String]) -> String {
        self.list.format_to_string(parts.iter())
    }

    pub(super) fn compare(&self, left: &str, right: &str) -> std::cmp::Ordering {
        self.collator.compare(left, right)
    }
}

/// How long a date is, in running text and in a table. Finnish administration writes 22.11.2026 everywhere, the
/// others write the month's name. In a table Swedish uses the ISO form; English keeps the month's name, because
/// 02/11/2026 is read in two ways.
fn lengths(lang: Lang) -> (YMD, YMD) {
    match lang {
        Lang::En => (YMD::long(), YMD::medium()),
        Lang::Fi => (YMD::medium(), YMD::short()),
        Lang::Sv | Lang::Da | Lang::Nb => (YMD::long(), YMD::short()),
    }
}

fn date(day: Day) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(day.year(), day.month(), day.day()).ok()
}

fn time(at: Local) -> Option<Time> {
    Time::try_new(at.hour, at.minute, at.second, 0).ok()
}

/// The number in ASCII with so many decimals, without a sign when that leaves zero; nothing if it is no number.
fn written(number: f64, digits: usize) -> Option<String> {
    if !number.is_finite() {
        return None;
    }
    let text = format!("{number:.*}", digits.min(MOST_DIGITS));
    let zero = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    Some(if zero { text.replace('-', "") } else { text })
}

/// Drops zeros at the end of the decimals until only so many decimals are left.
fn shortened(text: &str, least: usize) -> &str {
    let Some(point) = text.find('.') else {
        return text;
    };
    let kept = text.trim_end_matches('0').len().max(point + 1 + least);
    text[..kept].trim_end_matches('.')
}

fn grouped(formatter: &DecimalFormatter, ascii: &str) -> String {
    match Decimal::try_from_str(ascii) {
        Ok(decimal) => formatter.format_to_string(&decimal),
        Err(_) => ascii.to_owned(),
    }
}
