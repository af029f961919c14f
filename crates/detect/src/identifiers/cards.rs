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
    let whole = match tokens {
        [a, ..] if (13..=19).contains(&a.len) => Some(Number::of(a)),
        [a, ..] if a.len == 4 && grouped(before) => groups(tokens),
        _ => None,
    };
    let Some((number, broken)) = whole
        .map(|number| (number, None))
        .or_else(|| over_a_line(tokens, before))
    else {
        return;
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
    // Two numbers one below the other, of which one in ten passes Luhn.
    if broken == Some(Broken::Anywhere) && !named {
        return;
    }
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
    if !joins(mark) {
        return None;
    }
    let more = tokens.iter().take_while(|t| t.gap == mark).count();
    let lens: Vec<usize> = tokens
        .iter()
        .take(more + 1)
        .map(|t| t.len)
        .take(6)
        .collect();
    Number::joined(tokens.get(..grouping(&lens)?)?, Form::Hyphen)
}

const fn joins(gap: Gap) -> bool {
    matches!(gap, Gap::Space | Gap::Hyphen | Gap::Dot)
}

/// How many of the groups make a card.
fn grouping(lens: &[usize]) -> Option<usize> {
    match lens {
        [4, 4, 4, 4, 1..=3] => Some(5),
        [4, 4, 4, 4, ..] => Some(4),
        [4, 6, 4 | 5, ..] => Some(3),
        _ => None,
    }
}

/// Where a line ends inside a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Broken {
    /// Between two groups.
    Group,
    /// Between any two digits.
    Anywhere,
}

/// A card that goes on in the next line. Nothing may hang before it or behind it, for two rows of a table have groups
/// of four as well.
fn over_a_line(tokens: &[Token], before: Option<Gap>) -> Option<(Number, Option<Broken>)> {
    let (last, inside) = tokens.split_last()?;
    if before.is_some() || last.gap != Gap::Break || !(1..=5).contains(&inside.len()) {
        return None;
    }
    let mut marks = inside.iter().map(|t| t.gap).filter(|g| *g != Gap::Line);
    let mark = marks.clone().next().unwrap_or(Gap::Space);
    if marks.clone().count() + 1 != inside.len() || !joins(mark) || marks.any(|g| g != mark) {
        return None;
    }
    let lens: Vec<usize> = tokens.iter().map(|t| t.len).collect();
    let broken = if grouping(&lens) == Some(lens.len()) {
        Broken::Group
    } else {
        Broken::Anywhere
    };
    let number = Number::joined(tokens, Form::Hyphen).filter(|n| n.len >= 13)?;
    Some((number, Some(broken)))
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
