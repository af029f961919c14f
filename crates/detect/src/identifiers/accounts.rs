//! National bank accounts. Facts: identifiers.md section 9. Only the Norwegian form can be known without a word.

use crate::finding::{Reason, Strength};
use crate::kinds::{Country, Kind};

use super::checks::luhn;
use super::context::Means;
use super::number::{Form, Number, Reading};
use super::persons::is_norwegian_account;
use super::tokens::{Gap, Token};
use super::walk::Place;

/// A bank account that begins with the first token.
pub(crate) fn read(
    place: Place<'_>,
    tokens: &[Token],
    before: Option<Gap>,
    out: &mut Vec<Reading>,
) {
    if norwegian(place, tokens, out) {
        return;
    }
    let Some(first) = tokens.first() else { return };
    if before.is_some() || first.len < 3 {
        return;
    }
    let beside = place.beside;
    if !beside.has(Means::ACCOUNT) && !beside.has(Means::GIRO) {
        return;
    }
    let Some(number) = run(tokens) else { return };
    let giro = beside.has(Means::GIRO);
    let fits = if giro {
        (3..=8).contains(&number.len) && luhn(number.digits, number.len as u32)
    } else {
        (6..=16).contains(&number.len)
    };
    if fits {
        out.push(
            Reading::new(
                Kind::BankAccount,
                (number.start, number.end),
                number.text(),
                75,
            )
            .strength(Strength::Likely)
            .because(giro, Reason::CheckDigit)
            .because(true, Reason::ContextWord),
        );
    }
}

/// Groups that hang together on one line, at most four of them.
fn run(tokens: &[Token]) -> Option<Number> {
    let more = tokens
        .iter()
        .take_while(|t| matches!(t.gap, Gap::Space | Gap::Hyphen | Gap::Dot))
        .count();
    let mut count = (more + 1).min(tokens.len()).min(4);
    while count > 0 {
        let number = Number::joined(tokens.get(..count)?, Form::Any);
        if let Some(number) = number.filter(|n| n.len <= 16) {
            return Some(number);
        }
        count -= 1;
    }
    None
}

/// Eleven digits, written 4.2.5; their check digit is the second one of a fødselsnummer.
fn norwegian(place: Place<'_>, tokens: &[Token], out: &mut Vec<Reading>) -> bool {
    let number = match tokens {
        [a, b, c, ..] if (a.len, b.len, c.len) == (4, 2, 5) && a.gap == b.gap => {
            if !matches!(a.gap, Gap::Dot | Gap::Space | Gap::Hyphen) {
                return false;
            }
            Number::joined(&[*a, *b, *c], Form::Hyphen)
        }
        [a, ..] if a.len == 11 => Some(Number::of(a)),
        _ => return false,
    };
    let Some(number) = number.filter(|n| is_norwegian_account(n.digits)) else {
        return false;
    };
    let named = place.beside_of(number.start).has(Means::ACCOUNT);
    if number.form == Form::Bare && !named {
        return false;
    }
    // Above a fødselsnummer without its own word: the grouping and the word decide.
    out.push(
        Reading::new(
            Kind::BankAccount,
            (number.start, number.end),
            number.text(),
            85,
        )
        .country(Some(Country::No))
        .strength(Strength::Likely)
        .because(true, Reason::CheckDigit)
        .because(number.form == Form::Hyphen, Reason::Separator)
        .because(named, Reason::ContextWord),
    );
    true
}
