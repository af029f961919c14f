//! Finnish henkilötunnus: six digits, a separator that tells the century, three digits, a check character.
//! Facts: identifiers.md section 4.

use crate::finding::{Reason, Strength};
use crate::kinds::{Country, Kind, Series};

use super::checks::{digits, is_day};
use super::context::{Context, Means};
use super::gaps;
use super::number::Reading;
use super::published;
use super::tokens::{Gap, Token};

const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// The number in the first tokens; `date` is the date's six digits, `serial` the token behind the separator.
/// The check character is the fourth digit of the serial, or the letter behind it.
pub(crate) fn read(
    bytes: &[u8],
    date: (usize, u64),
    gap: Gap,
    serial: &Token,
) -> Option<(Reading, bool)> {
    let (sign, century) = separator(gap)?;
    let (number, check, end) = match serial.len {
        4 => (
            serial.value / 10,
            b'0' + (serial.value % 10) as u8,
            serial.end,
        ),
        3 => {
            let at = gaps::visible(bytes, serial.end);
            let letter = bytes.get(at)?.to_ascii_uppercase();
            (serial.value, letter, at + 1)
        }
        _ => return None,
    };
    let expected = CHECKS.get(((date.1 * 1000 + number) % 31) as usize)?;
    let ends = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    // 000 and 001 were never given out.
    if check != *expected || number < 2 || !ends {
        return None;
    }
    let (day, month, yy) = (date.1 / 10_000, date.1 / 100 % 100, date.1 % 100);
    if !is_day(century + yy as u32, month as u32, day as u32) {
        return None;
    }
    let mut value = String::with_capacity(11);
    let written = |digit: u8| char::from(b'0' + digit);
    value.extend(digits::<6>(date.1).map(written));
    value.push(char::from(sign));
    value.extend(digits::<3>(number).map(written));
    value.push(char::from(check));
    let series = if number >= 900 {
        Series::Temporary
    } else {
        Series::Ordinary
    };
    let test = published::is_test(Kind::Hetu, &value);
    let reading = Reading::new(Kind::Hetu, (date.0, end), value, 78)
        .country(Some(Country::Fi))
        .series(series)
        .because(true, Reason::CheckDigit)
        .because(true, Reason::Separator)
        .because(test, Reason::TestNumber);
    // Any separator but the dash is no sign between two plain numbers.
    Some((reading, gap == Gap::Hyphen))
}

/// With the words around it.
pub(crate) fn judge(reading: Reading, dash: bool, context: Context) -> Reading {
    let named = context.near.has(Means::HETU);
    let other = context.is_other() && !named;
    let strength = if other {
        Strength::Likely
    } else {
        Strength::Strong
    };
    let mut reading = reading
        .strength(strength)
        .because(named, Reason::ContextWord)
        .because(other && dash, Reason::OtherWord);
    if named {
        reading.rank = 90;
    }
    reading
}

/// The separator as it is kept, and the century it tells.
const fn separator(gap: Gap) -> Option<(u8, u32)> {
    match gap {
        Gap::Plus => Some((b'+', 1800)),
        // A dash at the end of a line is a dash.
        Gap::Hyphen | Gap::Line => Some((b'-', 1900)),
        Gap::Letter(letter @ b'U'..=b'Y') => Some((letter, 1900)),
        Gap::Letter(letter @ b'A'..=b'F') => Some((letter, 2000)),
        _ => None,
    }
}
