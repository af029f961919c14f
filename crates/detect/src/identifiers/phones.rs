//! Phone numbers: weak, and only with a country code or a word. Facts: identifiers.md section 10.

use crate::finding::{Reason, Strength};
use crate::kinds::{Country, Kind};

use super::context::Means;
use super::number::{Form, Number, Reading};
use super::published;
use super::tokens::{Gap, Token};
use super::walk::Place;

/// Country codes, and how many digits follow.
const CODES: [(&str, Country, usize, usize); 7] = [
    ("45", Country::Dk, 8, 8),
    ("46", Country::Se, 7, 9),
    ("47", Country::No, 8, 8),
    ("354", Country::Is, 7, 7),
    ("358", Country::Fi, 5, 11),
    ("298", Country::Fo, 6, 6),
    ("299", Country::Dk, 6, 6),
];

/// A phone number that begins with the first token.
pub(crate) fn read(
    place: Place<'_>,
    tokens: &[Token],
    before: Option<Gap>,
    out: &mut Vec<Reading>,
) {
    let Some(first) = tokens.first() else { return };
    let plus = first
        .start
        .checked_sub(1)
        .filter(|i| place.bytes.get(*i) == Some(&b'+'));
    let international = match plus {
        Some(start) if before != Some(Gap::Plus) => after_plus(tokens).map(|n| (start, n, "+")),
        _ if first.len >= 4 && leads_with_zeros(first) => {
            after_zeros(tokens).map(|n| (first.start, n, ""))
        }
        _ => None,
    };
    if let Some((start, (number, country), sign)) = international {
        push(
            place,
            out,
            (start, number.end),
            format!("{sign}{}", number.text()),
            country,
        );
        return;
    }
    if before.is_some() || plus.is_some() {
        return;
    }
    if !place.beside_of(first.start).has(Means::PHONE) {
        return;
    }
    if let Some(number) = national(tokens) {
        push(place, out, (number.start, number.end), number.text(), None);
    }
}

fn push(
    place: Place<'_>,
    out: &mut Vec<Reading>,
    span: (usize, usize),
    value: String,
    country: Option<Country>,
) {
    let named = place.beside_of(span.0).has(Means::PHONE);
    let test = published::is_test(Kind::Phone, &value);
    out.push(
        Reading::new(Kind::Phone, span, value, 82)
            .country(country)
            .strength(Strength::Weak)
            .because(named, Reason::ContextWord)
            .because(test, Reason::TestNumber),
    );
}

fn leads_with_zeros(token: &Token) -> bool {
    let below = 10_u64.checked_pow((token.len - 2) as u32);
    below.is_some_and(|b| token.value < b && token.value >= b / 10)
}

/// Digits joined as people group phone numbers, as long as `fits` may still hold; the longest that does.
fn longest(tokens: &[Token], most: usize, fits: impl Fn(&Number) -> bool) -> Option<Number> {
    let mut best = None;
    let mut sum = 0;
    for (at, token) in tokens.iter().enumerate() {
        sum += token.len;
        if sum > most {
            break;
        }
        let number = Number::joined(tokens.get(..=at)?, Form::Any);
        best = number.filter(&fits).or(best);
        if !matches!(token.gap, Gap::Space | Gap::Hyphen | Gap::Dot | Gap::Slash) {
            break;
        }
    }
    best
}

fn coded(text: &str) -> Option<(Country, bool)> {
    let (code, country, least, most) = CODES.iter().find(|c| text.starts_with(c.0))?;
    let rest = text.len() - code.len();
    Some((*country, (*least..=*most).contains(&rest)))
}

fn after_plus(tokens: &[Token]) -> Option<(Number, Option<Country>)> {
    let fits = |number: &Number| match coded(&number.text()) {
        Some((_, fits)) => fits,
        None => number.len >= 9 && !number.text().starts_with('0'),
    };
    let number = longest(tokens, 15, fits)?;
    let country = coded(&number.text()).map(|c| c.0);
    Some((number, country))
}

fn after_zeros(tokens: &[Token]) -> Option<(Number, Option<Country>)> {
    let fits = |number: &Number| {
        let text = number.text();
        let code = text.strip_prefix("00").and_then(coded);
        code.is_some_and(|(_, fits)| fits)
    };
    let number = longest(tokens, 16, fits)?;
    let country = number
        .text()
        .strip_prefix("00")
        .and_then(coded)
        .map(|c| c.0);
    Some((number, country))
}

/// Eight digits in Denmark and Norway, seven in Iceland, a zero first in Sweden and Finland.
fn national(tokens: &[Token]) -> Option<Number> {
    let zero = tokens.first()?.len > 1
        && tokens.first()?.value < 10_u64.checked_pow(tokens.first()?.len as u32 - 1)?;
    if zero {
        longest(tokens, 11, |n| n.len >= 7)
    } else {
        longest(tokens, 8, |n| n.len >= 7)
    }
}
