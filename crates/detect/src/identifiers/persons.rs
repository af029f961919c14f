//! Identity numbers of persons: each country's rule on digits, and what form and words make of it.
//! Facts: identifiers.md sections 2 to 7.

use crate::finding::{Reason, Strength};
use crate::kinds::{Country, Kind, Series};

use super::checks::{digits, is_day, is_day_of_some_century, luhn, weighted};
use super::context::{Context, Means};
use super::number::{Form, Number, Reading};
use super::published;

/// What a country's rule says of digits whose date exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fits {
    pub(crate) kind: Kind,
    pub(crate) series: Series,
    /// Whether the check digits hold.
    pub(crate) checked: bool,
}

const CPR_WEIGHTS: [u8; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// Danish CPR: the date must exist in the century that digit 7 and the year give. Modulus 11 is no condition
/// (numbers since 2007 do without), and the clock is not asked whether the person is born yet.
pub(crate) fn denmark(value: u64) -> Option<Fits> {
    let day = (value / 100_000_000) as u32;
    let month = (value / 1_000_000 % 100) as u32;
    let yy = (value / 10_000 % 100) as u32;
    let (day, series) = if (61..=91).contains(&day) {
        (day - 60, Series::Replacement)
    } else {
        (day, Series::Ordinary)
    };
    if day == 0 || day > 31 || month == 0 || month > 12 {
        return None;
    }
    let year = match (value / 1000 % 10, yy) {
        (0..=3, _) | (4 | 9, 37..) => 1900 + yy,
        (4 | 9, _) | (5..=8, 0..=57) => 2000 + yy,
        _ => 1800 + yy,
    };
    is_day(year, month, day).then(|| Fits {
        kind: Kind::Cpr,
        series,
        checked: weighted(&digits::<10>(value), &CPR_WEIGHTS).is_multiple_of(11),
    })
}

/// Swedish personnummer and samordningsnummer of ten digits. Luhn always holds for issued numbers.
pub(crate) fn sweden(value: u64) -> Option<Fits> {
    let yy = (value / 100_000_000) as u32;
    let month = (value / 1_000_000 % 100) as u32;
    let (day, kind, series) = swedish_day((value / 10_000 % 100) as u32);
    (is_day_of_some_century(yy, month, day) && luhn(value, 10)).then_some(Fits {
        kind,
        series,
        checked: true,
    })
}

/// The same of twelve digits, where the century is known.
pub(crate) fn sweden_long(value: u64) -> Option<Fits> {
    let year = (value / 100_000_000) as u32;
    let month = (value / 1_000_000 % 100) as u32;
    let (day, kind, series) = swedish_day((value / 10_000 % 100) as u32);
    let century = (1800..2100).contains(&year);
    (century && is_day(year, month, day) && luhn(value, 10)).then_some(Fits {
        kind,
        series,
        checked: true,
    })
}

fn swedish_day(day: u32) -> (u32, Kind, Series) {
    if day > 60 {
        (day - 60, Kind::Samordningsnummer, Series::Coordination)
    } else {
        (day, Kind::Personnummer, Series::Ordinary)
    }
}

const K1_WEIGHTS: [u8; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const K2_WEIGHTS: [u8; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// Norwegian numbers with a date. Both the rule of 1964 and that of 2032, which lets the first sum leave 0 to 3:
/// "systems must read both in parallel", and the new one includes the old.
pub(crate) fn norway(value: u64) -> Option<Fits> {
    let day = (value / 1_000_000_000) as u32;
    let (day, d_number) = if day > 40 {
        (day - 40, true)
    } else {
        (day, false)
    };
    let (month, series) = match (value / 10_000_000 % 100) as u32 {
        month @ 1..=12 if d_number => (month, Series::DNumber),
        month @ 1..=12 => (month, Series::Ordinary),
        month @ 21..=32 => (month - 20, Series::Npid),
        month @ 41..=52 => (month - 40, Series::HNumber),
        month @ 66..=77 => (month - 65, Series::Synthetic),
        month @ 81..=92 => (month - 80, Series::Synthetic),
        _ => return None,
    };
    if !is_day_of_some_century((value / 100_000 % 100) as u32, month, day) {
        return None;
    }
    let places = digits::<11>(value);
    let first = weighted(&places, &K1_WEIGHTS) % 11 <= 3;
    let second = weighted(&places, &K2_WEIGHTS).is_multiple_of(11);
    (first && second).then_some(Fits {
        kind: Kind::Fodselsnummer,
        series,
        checked: true,
    })
}

/// Norwegian account numbers obey the rule of the second check digit.
pub(crate) fn is_norwegian_account(value: u64) -> bool {
    weighted(&digits::<11>(value), &K2_WEIGHTS).is_multiple_of(11)
}

/// Icelandic kennitala. Since 18 February 2026 new numbers come without a check digit.
pub(crate) fn iceland(value: u64) -> Option<Fits> {
    let day = (value / 100_000_000) as u32;
    let month = (value / 1_000_000 % 100) as u32;
    let yy = (value / 10_000 % 100) as u32;
    let (day, series) = if day > 40 {
        (day - 40, Series::Company)
    } else {
        (day, Series::Ordinary)
    };
    let year = match value % 10 {
        8 => 1800 + yy,
        9 => 1900 + yy,
        0 => 2000 + yy,
        _ => return None,
    };
    let places = digits::<10>(value);
    is_day(year, month, day).then(|| Fits {
        kind: Kind::Kennitala,
        series,
        checked: weighted(&places, &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11),
    })
}

/// Words that name a kind.
pub(crate) const fn means(kind: Kind) -> Means {
    match kind {
        Kind::Cpr => Means::CPR,
        Kind::Hetu => Means::HETU,
        Kind::Personnummer => Means::PNR,
        Kind::Samordningsnummer => Means::SAM,
        Kind::Fodselsnummer => Means::FNR,
        Kind::Duf => Means::DUF,
        Kind::Kennitala => Means::KT,
        Kind::Ptal => Means::PTAL,
        _ => Means::NOTHING,
    }
}

/// Whether a date and check digits say enough in this form and with these words; and how much.
pub(crate) fn judge(
    number: &Number,
    fits: Fits,
    context: Context,
    value: String,
) -> Option<Reading> {
    let named = context.near.has(means(fits.kind))
        || fits.kind == Kind::Samordningsnummer && context.near.has(Means::PNR);
    let other = context.is_other();
    let strict = matches!(fits.kind, Kind::Cpr);
    let hyphen = matches!(number.form, Form::Hyphen | Form::Plus);
    let strength = match number.form {
        _ if named => Strength::Strong,
        Form::Any => return None,
        Form::Bare if fits.checked && !context.is_clearly_other() => Strength::Likely,
        Form::Bare => return None,
        _ if hyphen && fits.checked => Strength::Strong,
        _ if hyphen && strict => Strength::Likely,
        Form::Loose if fits.checked => Strength::Likely,
        // A date, a space and four digits may be a date and a time.
        Form::Loose if strict => Strength::Weak,
        // A kennitala without check digit and without its word.
        _ if hyphen && fits.series == Series::Ordinary => Strength::Weak,
        _ => return None,
    };
    let strength = match strength {
        Strength::Strong if other && !named => Strength::Likely,
        Strength::Likely | Strength::Weak if other && !named => Strength::Weak,
        same => same,
    };
    let test = published::is_test(fits.kind, &value);
    // A dash stands above what a word for accounts or phones makes of the same digits (75): it never clears them.
    let rank = match (named, hyphen) {
        (true, _) => 90,
        (_, true) => 76 + u8::from(fits.checked),
        _ => 50 + 10 * u8::from(fits.checked),
    };
    let reading = Reading::new(fits.kind, (number.start, number.end), value, rank)
        .country(country(fits.kind))
        .series(fits.series)
        .strength(strength)
        .because(fits.checked, Reason::CheckDigit)
        .because(
            !matches!(number.form, Form::Bare | Form::Any),
            Reason::Separator,
        )
        .because(named, Reason::ContextWord)
        .because(other && !named, Reason::OtherWord)
        .because(test, Reason::TestNumber);
    Some(reading)
}

pub(crate) const fn country(kind: Kind) -> Option<Country> {
    Some(match kind {
        Kind::Cpr => Country::Dk,
        Kind::Hetu => Country::Fi,
        Kind::Personnummer | Kind::Samordningsnummer | Kind::Reservnummer => Country::Se,
        Kind::Fodselsnummer | Kind::Duf => Country::No,
        Kind::Kennitala => Country::Is,
        Kind::Ptal => Country::Fo,
        _ => return None,
    })
}
