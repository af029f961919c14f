//! Organisation numbers: no personal data, except those of sole traders. Facts: identifiers.md section 8. And numbers
//! of passports and licences, which have no public form: their word and a shape.

use crate::finding::{Reason, Strength};
use crate::kinds::{Country, Kind};

use super::checks::{digits, luhn, weighted};
use super::context::Means;
use super::number::{Form, Number, Reading};
use super::tokens::{Gap, Token};
use super::walk::Place;

/// An organisation number or a document's number that begins with the first token.
pub(crate) fn read(
    place: Place<'_>,
    tokens: &[Token],
    before: Option<Gap>,
    out: &mut Vec<Reading>,
) {
    finnish(place, tokens, out);
    swedish(place, tokens, out);
    if before.is_some() {
        return;
    }
    let Some(first) = tokens.first() else { return };
    let beside = place.beside;
    if beside.has(Means::ORG) || coded(place, first) {
        danish(tokens, out);
        norwegian(tokens, out);
    }
    if beside.has(Means::DOCUMENT) {
        document(place, first, out);
    }
}

fn push(number: &Number, country: Country, named: bool, out: &mut Vec<Reading>) {
    out.push(
        Reading::new(Kind::Orgnr, (number.start, number.end), number.text(), 60)
            .country(Some(country))
            .strength(Strength::Likely)
            .because(true, Reason::CheckDigit)
            .because(named, Reason::ContextWord),
    );
}

/// Whether the letters of a VAT number stand directly before.
fn coded(place: Place<'_>, token: &Token) -> bool {
    let code = token
        .start
        .checked_sub(2)
        .and_then(|i| place.bytes.get(i..token.start));
    matches!(code, Some(b"DK" | b"NO"))
}

/// The first tokens, joined by spaces, that have `len` digits in all.
fn spaced(tokens: &[Token], len: usize) -> Option<Number> {
    let mut sum = 0;
    for (at, token) in tokens.iter().enumerate().take(4) {
        sum += token.len;
        if sum == len {
            return Number::joined(tokens.get(..=at)?, Form::Any);
        }
        if token.gap != Gap::Space || sum > len {
            return None;
        }
    }
    None
}

fn danish(tokens: &[Token], out: &mut Vec<Reading>) {
    let number = spaced(tokens, 8)
        .filter(|n| weighted(&digits::<8>(n.digits), &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11));
    if let Some(number) = number {
        push(&number, Country::Dk, true, out);
    }
}

fn norwegian(tokens: &[Token], out: &mut Vec<Reading>) {
    let number = spaced(tokens, 9).filter(|n| {
        weighted(&digits::<9>(n.digits), &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
    });
    if let Some(number) = number {
        push(&number, Country::No, true, out);
    }
}

/// `2077474-0`.
fn finnish(place: Place<'_>, tokens: &[Token], out: &mut Vec<Reading>) {
    let [number, check, ..] = tokens else { return };
    if (number.len, check.len, number.gap) != (7, 1, Gap::Hyphen) || check.gap == Gap::Hyphen {
        return;
    }
    let Some(number) = Number::joined(&[*number, *check], Form::Hyphen) else {
        return;
    };
    let letter = place
        .bytes
        .get(number.end)
        .is_some_and(u8::is_ascii_alphanumeric);
    if !letter
        && weighted(&digits::<8>(number.digits), &[7, 9, 10, 5, 8, 4, 2, 1]).is_multiple_of(11)
    {
        let named = place.beside_of(number.start).has(Means::ORG);
        push(&number, Country::Fi, named, out);
    }
}

/// `212000-0142`: third digit 2 or more tells it from a personnummer.
fn swedish(place: Place<'_>, tokens: &[Token], out: &mut Vec<Reading>) {
    let number = match tokens {
        [a, b, ..] if (a.len, b.len, a.gap) == (6, 4, Gap::Hyphen) => {
            Number::joined(&[*a, *b], Form::Hyphen)
        }
        [a, ..] if a.len == 10 => Some(Number::of(a)),
        _ => None,
    };
    let number = number.filter(|n| n.digits / 10_000_000 % 10 >= 2 && luhn(n.digits, 10));
    let Some(number) = number else { return };
    let named = place.beside_of(number.start).has(Means::ORG);
    if named || number.form == Form::Hyphen {
        push(&number, Country::Se, named, out);
    }
}

/// Six to nine digits, with up to three letters directly before, behind the word for a passport or licence.
fn document(place: Place<'_>, token: &Token, out: &mut Vec<Reading>) {
    if (6..=9).contains(&token.len) {
        let value = Number::of(token).text();
        let end = !place
            .bytes
            .get(token.end)
            .is_some_and(u8::is_ascii_alphanumeric);
        if end {
            out.push(
                Reading::new(Kind::Document, (token.start, token.end), value, 40)
                    .strength(Strength::Weak)
                    .because(true, Reason::ContextWord),
            );
        }
    }
}
