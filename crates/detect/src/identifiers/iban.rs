//! IBAN: two letters, two check digits, a length by country, mod 97. Facts: identifiers.md section 9.

use crate::finding::{Reason, Strength};
use crate::kinds::{Country, Kind};

use super::checks::mod97;
use super::number::Reading;
use super::tokens::Token;
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

/// An IBAN whose check digits are the beginning of the first token.
pub(crate) fn read(place: Place<'_>, tokens: &[Token], out: &mut Vec<Reading>) {
    let Some(token) = tokens.first() else { return };
    let Some(start) = token.start.checked_sub(2) else {
        return;
    };
    let Some([a, b]) = place.bytes.get(start..token.start) else {
        return;
    };
    if !a.is_ascii_alphabetic() || !b.is_ascii_alphabetic() {
        return;
    }
    let country = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
    let Some((_, len)) = LENGTHS.iter().find(|(code, _)| **code == country) else {
        return;
    };
    let before = start.checked_sub(1).and_then(|i| place.bytes.get(i));
    if before.is_some_and(u8::is_ascii_alphanumeric) {
        return;
    }
    let Some((value, end)) = gather(place.bytes, start, *len) else {
        return;
    };
    let (head, tail) = value.split_at(4);
    if mod97(tail.bytes().chain(head.bytes())) != Some(1) {
        return;
    }
    let nordic = std::str::from_utf8(&country).ok().and_then(|c| match c {
        "GL" => Some(Country::Dk),
        other => Country::of_name(other),
    });
    out.push(
        Reading::new(Kind::Iban, (start, end), value, 100)
            .country(nordic)
            .strength(Strength::Strong)
            .because(true, Reason::CheckDigit),
    );
}

/// The next `len` letters and digits with single spaces between; they must end there.
fn gather(bytes: &[u8], start: usize, len: usize) -> Option<(String, usize)> {
    let mut value = String::with_capacity(len);
    let mut at = start;
    while value.len() < len {
        let byte = *bytes.get(at)?;
        if byte.is_ascii_alphanumeric() {
            value.push(char::from(byte.to_ascii_uppercase()));
            at += 1;
        } else {
            at += blank(bytes.get(at..)?)?;
        }
    }
    let ends = !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    ends.then_some((value, at))
}

fn blank(rest: &[u8]) -> Option<usize> {
    match rest {
        [b' ' | b'-', ..] => Some(1),
        [0xC2, 0xA0 | 0xAD, ..] => Some(2),
        [0xE2, 0x80, 0x80..=0x8F | 0xAF, ..] => Some(3),
        _ => None,
    }
}
