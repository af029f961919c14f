//! Letters that look like digits: `O1O18O-OOO8`. Only where a letter of that kind touches a digit is anything done,
//! and only a form with a separator or a word may come of it.

use crate::finding::{Reason, Strength};
use crate::kinds::Kind;

use super::number::Reading;
use super::tokens::{self, Gap, Token};
use super::walk::{self, Place};

/// How far a number may reach round the digit that it was noticed by.
const AROUND: usize = 40;

/// Whether such a letter stands directly before, behind or between the groups.
pub(crate) fn touches(bytes: &[u8], tokens: &[Token]) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return false;
    };
    looks(first.start.checked_sub(1).and_then(|i| bytes.get(i)))
        || looks(bytes.get(last.end))
        || tokens
            .iter()
            .any(|t| matches!(t.gap, Gap::Letter(b'O' | b'I' | b'L')))
}

/// Readings of the cluster's surroundings with such letters taken for digits.
pub(crate) fn alike(place: Place<'_>, out: &mut Vec<Reading>) {
    let Some(token) = place.tokens.first() else {
        return;
    };
    let mut start = token.start;
    while start > token.start.saturating_sub(AROUND) && start > 0 && belongs(place.bytes, start - 1)
    {
        start -= 1;
    }
    let mut end = token.end;
    while end < token.end + AROUND && end < place.bytes.len() && belongs(place.bytes, end) {
        end += 1;
    }
    let Some(part) = place.bytes.get(start..end) else {
        return;
    };
    read(place, start, part, out);
}

fn looks(byte: Option<&u8>) -> bool {
    byte.is_some_and(|b| digit(*b) != *b)
}

fn belongs(bytes: &[u8], at: usize) -> bool {
    let like_digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(|b| digit(*b).is_ascii_digit())
    };
    // The letter of a century stands between two digits.
    like_digit(Some(at))
        || bytes.get(at).is_some_and(|b| {
            matches!(b, b'-' | b' ' | b'.' | b'+')
                || matches!(b.to_ascii_uppercase(), b'A'..=b'F' | b'U'..=b'Y')
                    && like_digit(at.checked_sub(1))
                    && like_digit(Some(at + 1))
        })
}

const fn digit(byte: u8) -> u8 {
    match byte {
        b'O' | b'o' => b'0',
        b'l' | b'I' | b'|' => b'1',
        _ => byte,
    }
}

fn read(place: Place<'_>, start: usize, part: &[u8], out: &mut Vec<Reading>) {
    let real = part.iter().filter(|b| b.is_ascii_digit()).count();
    let all = part.iter().filter(|b| digit(**b).is_ascii_digit()).count();
    // As many letters as digits is a word, not a number. Nine stand before the check character of a henkilötunnus.
    if real < 5 || all < 9 || all == real {
        return;
    }
    let from = start.saturating_sub(80);
    let mut bytes = place.bytes.get(from..start).unwrap_or_default().to_vec();
    let shift = bytes.len();
    bytes.extend(part.iter().map(|b| digit(*b)));
    let tail = place.bytes.get(start + part.len()..).unwrap_or_default();
    bytes.extend_from_slice(tail.get(..tail.len().min(24)).unwrap_or_default());
    let Some(first) = bytes.iter().skip(shift).position(u8::is_ascii_digit) else {
        return;
    };
    let mut tokens = Vec::new();
    tokens::cluster(&bytes, shift + first, &mut tokens);
    tokens::read_values(&bytes, &mut tokens);
    let mut readings = Vec::new();
    walk::cluster(
        Place {
            words: place.words,
            bytes: &bytes,
            tokens: &tokens,
            beside: place.words.right_before(&bytes, shift + first),
        },
        &mut readings,
    );
    for mut reading in readings {
        let sure = reading.named || reading.finding.reasons.has(Reason::Separator);
        let span = reading.finding.span.clone();
        if !reading.finding.kind.is_person_number() || !sure || span.start < shift {
            continue;
        }
        let span = span.start - shift + start..span.end - shift + start;
        // The check character of a henkilötunnus is never O or I.
        if reading.finding.kind == Kind::Hetu && looks(place.bytes.get(span.end - 1)) {
            continue;
        }
        reading.finding.span = span;
        let strength = reading.finding.strength.min(Strength::Likely);
        out.push(reading.strength(strength).because(true, Reason::LookAlike));
    }
}
