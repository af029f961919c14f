//! A municipality's own shapes.

use crate::finding::{Finding, Reason, Strength};
use crate::own::Pattern;

use super::checks::luhn;
use super::number::Reading;

/// Finds own patterns: a plain pass, which only those pay who have some.
pub(crate) fn find(patterns: &[Pattern], text: &str, out: &mut Vec<Finding>) {
    if patterns.is_empty() {
        return;
    }
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        if !before.is_alphanumeric() {
            let rest = text.get(at..).unwrap_or_default();
            for pattern in patterns {
                out.extend(one(pattern, rest, at));
            }
        }
        before = character;
    }
}

fn one(pattern: &Pattern, rest: &str, at: usize) -> Option<Finding> {
    let mut characters = rest.chars();
    let mut len = 0;
    for place in pattern.shape.chars() {
        let character = characters.next()?;
        let fits = match place {
            '#' => character.is_ascii_digit(),
            '@' => character.is_alphabetic(),
            other => character == other,
        };
        if !fits {
            return None;
        }
        len += character.len_utf8();
    }
    let value = rest.get(..len)?;
    let ends = !characters.next().is_some_and(char::is_alphanumeric);
    let checked = pattern.luhn && last_ten_pass(value);
    (ends && (checked || !pattern.luhn)).then(|| {
        Reading::new(pattern.kind, (at, at + len), value.to_owned(), 95)
            .country(pattern.country)
            .strength(Strength::Strong)
            .because(checked, Reason::CheckDigit)
            .because(true, Reason::Own)
            .finding
    })
}

fn last_ten_pass(value: &str) -> bool {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let ten = digits
        .len()
        .checked_sub(10)
        .and_then(|from| digits.get(from..));
    ten.and_then(|d| d.parse().ok())
        .is_some_and(|d| luhn(d, 10))
}
