//! IBAN: two letters, two check digits, a length by country, mod 97. Facts: identifiers.md section 9. Letters may
//! stand behind the check digits too (a bank's code), so an IBAN is read by itself and not by its groups of digits.

use crate::finding::{Reason, Strength};
use crate::kinds::{Country, Kind};

use super::checks::mod97;
use super::gaps;
use super::number::Reading;
use super::tokens::{Gap, Token};
use super::walk::Place;

/// Lengths of the Nordic countries, then of the other countries of the single euro payments area.
const LENGTHS: [(&[u8; 2], usize); 38] = [
    (b"DK", 18),
    (b"FO", 18),
    (b"GL", 18),
    (b"FI", 18),
    (b"NO", 15),
    (b"SE", 24),
    (b"IS", 26),
    (b"AD", 24),
    (b"AT", 20),
    (b"BE", 16),
    (b"BG", 22),
    (b"CH", 21),
    (b"CY", 28),
    (b"CZ", 24),
    (b"DE", 22),
    (b"EE", 20),
    (b"ES", 24),
    (b"FR", 27),
    (b"GB", 22),
    (b"GI", 23),
    (b"GR", 27),
    (b"HR", 21),
    (b"HU", 28),
    (b"IE", 22),
    (b"IT", 27),
    (b"LI", 21),
    (b"LT", 20),
    (b"LU", 20),
    (b"LV", 21),
    (b"MC", 27),
    (b"MT", 31),
    (b"NL", 18),
    (b"PL", 28),
    (b"PT", 25),
    (b"RO", 24),
    (b"SI", 19),
    (b"SK", 24),
    (b"SM", 27),
];

/// The length of the IBAN whose check digits would begin at `at`, and where its two letters begin.
#[inline]
fn country(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let second = gaps::seen_before(bytes, at).checked_sub(1)?;
    let b = bytes.get(second).filter(|b| b.is_ascii_alphabetic())?;
    let start = gaps::seen_before(bytes, second).checked_sub(1)?;
    let a = bytes.get(start)?;
    if !a.is_ascii_alphabetic() {
        return None;
    }
    let before = start.checked_sub(1).and_then(|i| bytes.get(i));
    if before.is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let country = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
    let (_, len) = LENGTHS.iter().find(|(code, _)| **code == country)?;
    Some((start, *len))
}

/// Whether digits at `at` may be the check digits of an IBAN.
#[inline]
pub(crate) fn begins(bytes: &[u8], at: usize) -> bool {
    country(bytes, at).is_some()
}

/// How far the IBANs among the readings reach: behind the first letter they may go on where a cluster ends.
pub(crate) fn reach(readings: &[Reading]) -> Option<usize> {
    let found = readings.iter().map(|r| &r.finding);
    found
        .filter(|f| f.kind == Kind::Iban)
        .map(|f| f.span.end)
        .max()
}

/// An IBAN whose check digits are the beginning of the first token.
pub(crate) fn read(place: Place<'_>, tokens: &[Token], out: &mut Vec<Reading>) {
    let Some((start, len)) = tokens.first().and_then(|t| country(place.bytes, t.start)) else {
        return;
    };
    let Some((written, end)) = gather(place.bytes, start, len) else {
        return;
    };
    // Letters are a bank's code. What has more of them than digits is a word and its neighbours.
    if written.bytes().filter(u8::is_ascii_digit).count() * 2 < len {
        return;
    }
    let (value, alike) = if holds(&written) {
        (written, false)
    } else {
        match digits_for_letters(&written) {
            Some(value) => (value, true),
            None => return,
        }
    };
    let nordic = match value.get(..2) {
        Some("GL") => Some(Country::Dk),
        Some(other) => Country::of_name(other),
        None => None,
    };
    let strength = if alike {
        Strength::Likely
    } else {
        Strength::Strong
    };
    out.push(
        Reading::new(Kind::Iban, (start, end), value, 100)
            .country(nordic)
            .strength(strength)
            .because(true, Reason::CheckDigit)
            .because(alike, Reason::LookAlike),
    );
}

fn holds(value: &str) -> bool {
    let (head, tail) = value.split_at(4);
    mod97(tail.bytes().chain(head.bytes())) == Some(1)
}

/// With O for 0, and I or l for 1: everywhere, or only behind a bank's code of four letters. The check digits decide.
fn digits_for_letters(written: &str) -> Option<String> {
    if !written.get(2..)?.contains(['O', 'I', 'L']) {
        return None;
    }
    let from = |first: usize| {
        let one = |(at, letter): (usize, char)| match letter {
            'O' if at >= first || at == 3 => '0',
            'I' | 'L' if at >= first || at == 3 => '1',
            other => other,
        };
        written.chars().enumerate().map(one).collect::<String>()
    };
    [from(4), from(8)].into_iter().find(|value| holds(value))
}

/// The next `len` letters and digits, in groups or not, also over the end of a line; they must end there.
fn gather(bytes: &[u8], start: usize, len: usize) -> Option<(String, usize)> {
    let mut value = String::with_capacity(len);
    let mut at = start;
    while value.len() < len {
        let byte = *bytes.get(at)?;
        if byte.is_ascii_alphanumeric() {
            value.push(char::from(byte.to_ascii_uppercase()));
            at += 1;
        } else {
            at = match gaps::separator(bytes, at) {
                (Gap::Nothing | Gap::Space | Gap::Hyphen | Gap::Line | Gap::Dot, next)
                    if next > at =>
                {
                    next
                }
                _ => return None,
            };
        }
    }
    let ends = !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    ends.then_some((value, at))
}
