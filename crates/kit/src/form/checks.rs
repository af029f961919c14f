//! The checks: a field's text becomes a value, or a fault.

use super::{
    CHOICE, DAY, EMAIL, Faults, Fields, MOMENT, NUMBER, RANGE, REPEATED, SKIPPED, TOO_LONG, TWICE,
};
use crate::clock::{Day, Moment, Typed, Zone};
use crate::words::Arg;

/// A text without what nobody types on purpose: control characters except line breaks and tabs, and the marks that
/// turn the reading direction round, with which a file name or an address can be made to look like another
/// (Unicode TR 36, 3.2). Line breaks become `\n`: forms send `\r\n`.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| if c == '\r' { '\n' } else { c })
        .filter(|c| matches!(c, '\n' | '\t') || !(c.is_control() || turns_direction(*c)))
        .collect()
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The field's only value. One that came twice says two things, so neither is taken.
fn cleaned(fields: &Fields, faults: &mut Faults, field: &'static str) -> String {
    if fields.repeats(field) {
        faults.add(field, REPEATED);
        return String::new();
    }
    clean(fields.raw(field)).trim().to_owned()
}

/// A cleaned text of 1 to `max_chars` characters. `message` is said when there is none.
pub fn required(
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    message: &'static str,
    max_chars: usize,
) -> String {
    let text = optional(fields, faults, field, max_chars);
    need(faults, field, message, &text);
    text.unwrap_or_default()
}

/// A cleaned text of at most `max_chars` characters, or nothing.
pub fn optional(
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    max_chars: usize,
) -> Option<String> {
    let text = cleaned(fields, faults, field);
    if text.chars().count() > max_chars {
        faults.add_with(field, TOO_LONG, vec![("max", Arg::from(max_chars))]);
    }
    Some(text).filter(|text| !text.is_empty())
}

/// Says `message` if nothing was found in the field, unless the field has a fault already:
/// `let day = form::day(…); form::need(&mut faults, "day", form::REQUIRED, &day);`
pub fn need<T>(faults: &mut Faults, field: &'static str, message: &'static str, found: &Option<T>) {
    if found.is_none() && faults.of(field).next().is_none() {
        faults.add(field, message);
    }
}

/// A date as `<input type=date>` sends it, `YYYY-MM-DD`.
pub fn day(fields: &Fields, faults: &mut Faults, field: &'static str) -> Option<Day> {
    read(fields, faults, field, DAY, Day::parse)
}

/// A moment as `<input type=datetime-local>` sends it, in this zone. A time that no clock showed is a fault; for one that
/// came twice the field [`turn`] says which.
pub fn moment(
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    zone: &Zone,
) -> Option<Moment> {
    match read(fields, faults, field, MOMENT, |text| zone.parse_local(text))? {
        Typed::Once(moment) => Some(moment),
        Typed::Skipped => {
            faults.add(field, SKIPPED);
            None
        }
        Typed::Twice(first, second) => match fields.text(&turn(field)) {
            FIRST => Some(first),
            SECOND => Some(second),
            _ => {
                faults.add(field, TWICE);
                None
            }
        },
    }
}

const FIRST: &str = "1";
const SECOND: &str = "2";

/// The name of the field that says which of two equal times is meant, the first (`1`) or the second (`2`).
pub fn turn(field: &str) -> String {
    format!("{field}_turn")
}

/// Puts a moment, to the minute, into the fields that [`moment`] reads.
pub fn put_moment(fields: &mut Fields, field: &str, at: Moment, zone: &Zone) {
    fields.set(field, zone.input_value(at));
    if let Some(second) = zone.turn(at) {
        fields.set(&turn(field), if second { SECOND } else { FIRST });
    }
}

/// One of the values that `parse` knows.
pub fn choice<T>(
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    read(fields, faults, field, CHOICE, parse)
}

/// An e-mail address that other systems will take: ASCII before the @, then a domain with a point, which comes
/// back in lower case. Whether anybody reads it, only a message can tell.
pub fn email(fields: &Fields, faults: &mut Faults, field: &'static str) -> Option<String> {
    read(fields, faults, field, EMAIL, address)
}

/// A whole number from `min` to `max`. Digits may be grouped by spaces, or in threes by points or commas, as
/// Danish and English write them.
pub fn whole(
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    min: i64,
    max: i64,
) -> Option<i64> {
    let digits = read(fields, faults, field, NUMBER, whole_digits)?;
    // More digits than fit are a number too, only out of range.
    let number = digits
        .parse::<i64>()
        .ok()
        .filter(|number| (min..=max).contains(number));
    within(faults, field, number, (min as f64, max as f64))
}

/// A number from `min` to `max`, with a decimal comma or point. When both stand in it, the last one begins the
/// decimals.
pub fn decimal(
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    min: f64,
    max: f64,
) -> Option<f64> {
    let digits = read(fields, faults, field, NUMBER, decimal_digits)?;
    let number = digits
        .parse::<f64>()
        .ok()
        .filter(|number| (min..=max).contains(number));
    within(faults, field, number, (min, max))
}

/// The field's value: nothing if it is empty, `message` if `parse` cannot read it.
fn read<T>(
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    message: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = cleaned(fields, faults, field);
    if text.is_empty() {
        return None;
    }
    let value = parse(&text);
    if value.is_none() {
        faults.add(field, message);
    }
    value
}

fn within<T>(
    faults: &mut Faults,
    field: &'static str,
    number: Option<T>,
    (min, max): (f64, f64),
) -> Option<T> {
    if number.is_none() {
        faults.add_with(
            field,
            RANGE,
            vec![("min", Arg::Number(min)), ("max", Arg::Number(max))],
        );
    }
    number
}

/// The number's text without the spaces that group digits, with an ASCII minus. More than 40 characters are no
/// number anybody means.
fn ungrouped(text: &str) -> Option<(&'static str, String)> {
    let (sign, rest) = match text.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let digits: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
    let known = digits
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b',' | b'.'));
    let usable = known && digits.len() <= 40 && digits.bytes().any(|byte| byte.is_ascii_digit());
    usable.then_some((sign, digits))
}

fn whole_digits(text: &str) -> Option<String> {
    let (sign, digits) = ungrouped(text)?;
    Some(format!("{sign}{}", without_groups(&digits)?))
}

/// Drops points or commas that stand before every three digits; nothing if they stand elsewhere or are mixed.
fn without_groups(digits: &str) -> Option<String> {
    let mark = if digits.contains(',') { ',' } else { '.' };
    let groups: Vec<&str> = digits.split(mark).collect();
    let plain = groups
        .iter()
        .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let threes = groups.len() == 1
        || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3));
    (plain && threes).then(|| groups.concat())
}

fn decimal_digits(text: &str) -> Option<String> {
    let (sign, digits) = ungrouped(text)?;
    let last = digits.rfind([',', '.']);
    let Some(at) = last.filter(|at| digits.matches(&digits[*at..=*at]).count() == 1) else {
        // No mark, or one that comes twice and so groups.
        return Some(format!("{sign}{}", without_groups(&digits)?));
    };
    let (before, after) = (&digits[..at], &digits[at + 1..]);
    if after.is_empty() {
        return None;
    }
    Some(format!("{sign}0{}.{after}", without_groups(before)?))
}

fn address(text: &str) -> Option<String> {
    let (local, domain) = text.rsplit_once('@')?;
    let atom = |part: &str| !part.is_empty() && part.bytes().all(in_local_part);
    let label = |part: &str| {
        let letters = part.chars().all(|c| c.is_alphanumeric() || c == '-');
        letters && (1..=63).contains(&part.len()) && !part.starts_with('-') && !part.ends_with('-')
    };
    let good = text.len() <= 254
        && local.len() <= 64
        && local.split('.').all(atom)
        && domain.contains('.')
        && domain.split('.').all(label);
    good.then(|| format!("{local}@{}", domain.to_lowercase()))
}

/// The characters of an unquoted local part (RFC 5322, 3.2.3).
fn in_local_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}
