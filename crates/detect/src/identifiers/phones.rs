//! Phone numbers: weak, and only with a country code or a word. Facts: identifiers.md section 10.

use crate::finding::{Reason, Strength};
use crate::kinds::{Country, Kind};

use super::context::Means;
use super::number::{Form, Number, Reading};
use super::published;
use super::tokens::{Gap, Token};
use super::walk::Place;

/// Country codes, and how many digits follow.
const CODES: [(u64, Country, usize, usize); 7] = [
    (45, Country::Dk, 8, 8),
    (46, Country::Se, 7, 9),
    (47, Country::No, 8, 8),
    (354, Country::Is, 7, 7),
    (358, Country::Fi, 5, 11),
    (298, Country::Fo, 6, 6),
    (299, Country::Dk, 6, 6),
];

/// The rank of a number with a country code, and of one that only a word makes: as an account's, below an identity
/// number with a dash.
const CODED: u8 = 82;
const NAMED: u8 = 75;

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
        let value = format!("{sign}{}", number.text());
        push(place, out, (start, number.end), value, (country, CODED));
        return;
    }
    if before.is_some() || plus.is_some() {
        return;
    }
    if !place.beside_of(first.start).has(Means::PHONE) {
        return;
    }
    if let Some(number) = national(tokens) {
        let span = (number.start, number.end);
        push(place, out, span, number.text(), (None, NAMED));
    }
}

fn push(
    place: Place<'_>,
    out: &mut Vec<Reading>,
    span: (usize, usize),
    value: String,
    (country, rank): (Option<Country>, u8),
) {
    let named = place.beside_of(span.0).has(Means::PHONE);
    let test = published::is_test(Kind::Phone, &value);
    out.push(
        Reading::new(Kind::Phone, span, value, rank)
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

/// The country whose code stands behind so many zeros, and whether its numbers are as long as the rest.
fn coded(number: &Number, zeros: usize) -> Option<(Country, bool)> {
    let (two, three) = (number.lead(zeros + 2), number.lead(zeros + 3));
    let begins = |code: u64| match code {
        ..100 => (code == two).then_some(zeros + 2),
        _ => (code == three).then_some(zeros + 3),
    };
    let (head, (_, country, least, most)) = CODES
        .iter()
        .find_map(|code| Some((begins(code.0)?, code)))?;
    Some((*country, (*least..=*most).contains(&(number.len - head))))
}

fn after_plus(tokens: &[Token]) -> Option<(Number, Option<Country>)> {
    let fits = |number: &Number| match coded(number, 0) {
        Some((_, fits)) => fits,
        None => number.len >= 9 && number.lead(1) != 0,
    };
    let number = longest(tokens, 15, fits)?;
    Some((number, coded(&number, 0).map(|c| c.0)))
}

fn after_zeros(tokens: &[Token]) -> Option<(Number, Option<Country>)> {
    let fits = |number: &Number| coded(number, 2).is_some_and(|(_, fits)| fits);
    let number = longest(tokens, 16, fits)?;
    Some((number, coded(&number, 2).map(|c| c.0)))
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
