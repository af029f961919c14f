//! Payment cards: issuer's prefix, length, Luhn. Facts: identifiers.md section 9.

use crate::finding::{Reason, Strength};
use crate::kinds::Kind;

use super::checks::luhn;
use super::context::Means;
use super::number::{Form, Number, Reading};
use super::published;
use super::tokens::{Gap, Token};
use super::walk::Place;

/// A card that begins with the first token.
pub(crate) fn read(
    place: Place<'_>,
    tokens: &[Token],
    before: Option<Gap>,
    out: &mut Vec<Reading>,
) {
    let number = match tokens {
        [a, ..] if (13..=19).contains(&a.len) => Number::of(a),
        [a, ..] if a.len == 4 && grouped(before) => match groups(tokens) {
            Some(number) => number,
            None => return,
        },
        _ => return,
    };
    // Letters directly before belong to an IBAN or a reference, not to a card.
    let letter = number.start.checked_sub(1).and_then(|i| place.bytes.get(i));
    if letter.is_some_and(u8::is_ascii_alphabetic) || !issued(&number) || place.is_fraction(&number)
    {
        return;
    }
    if !luhn(number.digits, number.len as u32) {
        return;
    }
    let context = place.context(number.start, number.end);
    let named = context.beside.has(Means::CARD) || context.near.has(Means::CARD);
    let bare = number.form == Form::Bare;
    // Thirteen digits in a row are article numbers, of which one in ten passes Luhn.
    if bare && number.len == 13 && !named {
        return;
    }
    let other = context.is_other() && !named;
    let strength = match (named, bare) {
        (true, _) => Strength::Strong,
        _ if other => Strength::Weak,
        _ => Strength::Likely,
    };
    let value = number.text();
    let test = published::is_test(Kind::Card, &value);
    out.push(
        Reading::new(Kind::Card, (number.start, number.end), value, 80)
            .strength(strength)
            .because(true, Reason::CheckDigit)
            .because(!bare, Reason::Separator)
            .because(named, Reason::ContextWord)
            .because(other, Reason::OtherWord)
            .because(test, Reason::TestNumber),
    );
}

/// No digit group may hang before the first group.
fn grouped(before: Option<Gap>) -> bool {
    !matches!(before, Some(Gap::Space | Gap::Hyphen | Gap::Dot))
}

/// 4-4-4-4, 4-6-5 and 4-6-4, with the same mark between.
fn groups(tokens: &[Token]) -> Option<Number> {
    let mark = tokens.first()?.gap;
    if !matches!(mark, Gap::Space | Gap::Hyphen | Gap::Dot) {
        return None;
    }
    let more = tokens.iter().take_while(|t| t.gap == mark).count();
    let lens: Vec<usize> = tokens
        .iter()
        .take(more + 1)
        .map(|t| t.len)
        .take(6)
        .collect();
    let count = match lens.as_slice() {
        [4, 4, 4, 4, 1..=3] => 5,
        [4, 4, 4, 4, ..] => 4,
        [4, 6, 4 | 5, ..] => 3,
        _ => return None,
    };
    Number::joined(tokens.get(..count)?, Form::Hyphen)
}

fn issued(number: &Number) -> bool {
    let lead = |places| number.lead(places);
    match (lead(1), number.len) {
        (4, 13 | 16 | 19) => true,
        (5, 16) => (50..=59).contains(&lead(2)),
        (2, 16) => (2221..=2720).contains(&lead(4)),
        (3, 14) => matches!(lead(2), 30 | 36 | 38 | 39),
        (3, 15) => matches!(lead(2), 34 | 37),
        (3, 16) => lead(2) == 35,
        (6, 16..=19) => true,
        _ => false,
    }
}
