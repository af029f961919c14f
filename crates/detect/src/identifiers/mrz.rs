//! Machine-readable zones (ICAO Doc 9303). Facts: identifiers.md section 10.

use memchr::memmem::Finder;

use crate::finding::{Finding, Reason, Strength};
use crate::kinds::{Country, Kind};

use super::number::Reading;

/// Zones in `bytes`: fillers stand in every one of them, in this line or in the one above.
pub(crate) fn find(finder: &Finder<'_>, bytes: &[u8], out: &mut Vec<Finding>) {
    let mut at = 0;
    while let Some(hit) = finder.find(bytes.get(at..).unwrap_or_default()) {
        let place = at + hit;
        let line = line(bytes, place);
        zone(bytes, line, out);
        // Filled to the last place, the second line has no filler of its own.
        let mut next = line.1;
        while matches!(bytes.get(next), Some(b'\r' | b'\n' | b' ')) && next < line.1 + 4 {
            next += 1;
        }
        if next > line.1 && bytes.get(next).is_some_and(|b| zone_char(*b)) {
            zone(bytes, self::line(bytes, next), out);
        }
        at = line.1.max(place + 1);
    }
}

const fn zone_char(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'<'
}

/// The run of zone characters round `place`.
fn line(bytes: &[u8], place: usize) -> (usize, usize) {
    let before = bytes.get(..place).unwrap_or_default();
    let after = bytes.get(place..).unwrap_or_default();
    let back = before
        .iter()
        .rev()
        .take(50)
        .take_while(|b| zone_char(**b))
        .count();
    let ahead = after.iter().take(50).take_while(|b| zone_char(**b)).count();
    (place - back, place + ahead)
}

fn zone(bytes: &[u8], span: (usize, usize), out: &mut Vec<Finding>) {
    let text = bytes.get(span.0..span.1).unwrap_or_default();
    let fits = match text.len() {
        44 => passport(text),
        36 => checked(text, 0..9, 9) && checked(text, 13..19, 19) && checked(text, 21..27, 27),
        30 => card(text),
        _ => false,
    };
    let last = out
        .last()
        .is_some_and(|f| f.kind == Kind::Mrz && f.span.start == span.0);
    if !fits || last {
        return;
    }
    let country = match text
        .get(10..13)
        .filter(|_| text.len() > 30)
        .or_else(|| text.get(15..18))
    {
        Some(b"DNK") => Some(Country::Dk),
        Some(b"SWE") => Some(Country::Se),
        Some(b"FIN") => Some(Country::Fi),
        Some(b"NOR") => Some(Country::No),
        Some(b"ISL") => Some(Country::Is),
        _ => None,
    };
    let value = String::from_utf8_lossy(text).into_owned();
    // UTO is the fictive state of the specimens.
    let test = value.contains("UTO");
    let reading = Reading::new(Kind::Mrz, span, value, 100)
        .country(country)
        .strength(Strength::Strong)
        .because(true, Reason::CheckDigit)
        .because(test, Reason::TestNumber);
    out.push(reading.finding);
}

/// Second line of a passport: four check digits and one over all of them.
fn passport(text: &[u8]) -> bool {
    let optional = checked(text, 28..42, 42)
        || text
            .get(28..43)
            .is_some_and(|t| t.iter().all(|b| *b == b'<'));
    let parts = [0..10, 13..20, 21..43];
    let all = parts.iter().filter_map(|p| text.get(p.clone())).flatten();
    checked(text, 0..9, 9)
        && checked(text, 13..19, 19)
        && checked(text, 21..27, 27)
        && optional
        && text.get(43).is_some_and(|c| sum(all.copied()) == digit(*c))
}

/// First line of an identity card holds the number, the second one the dates.
fn card(text: &[u8]) -> bool {
    let first = checked(text, 5..14, 14) && text.first().is_some_and(u8::is_ascii_uppercase);
    let second = checked(text, 0..6, 6) && checked(text, 8..14, 14);
    first || second
}

fn checked(text: &[u8], part: std::ops::Range<usize>, at: usize) -> bool {
    match (text.get(part), text.get(at)) {
        (Some(part), Some(check)) => {
            check.is_ascii_digit() && sum(part.iter().copied()) == digit(*check)
        }
        _ => false,
    }
}

fn digit(byte: u8) -> Option<u32> {
    match byte {
        b'<' => Some(0),
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        _ => None,
    }
}

/// Weights 7 3 1; letters count from 10, fillers 0.
fn sum(characters: impl Iterator<Item = u8>) -> Option<u32> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => u32::from(c - b'A') + 10,
        b'0'..=b'9' => u32::from(c - b'0'),
        _ => 0,
    };
    let weights = [7, 3, 1].into_iter().cycle();
    Some(
        characters
            .zip(weights)
            .map(|(c, w)| value(c) * w)
            .sum::<u32>()
            % 10,
    )
}
