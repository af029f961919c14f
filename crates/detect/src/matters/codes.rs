//! Codes of diagnoses, ICD-10 and the Danish SKS form, and grades of address protection.
//!
//! `M25`, `F12` or `B12` mean many things: a code counts only in a sentence with a health word or an identity
//! number (facts, identifiers.md section 10).

use crate::finding::{Finding, Reason, Reasons, Strength};
use crate::kinds::{Category, Kind};

use super::scene::{Scene, Token};
use super::weigh::{Hit, People};

/// Appends the codes of `scene`.
pub fn find(
    text: &str,
    scene: &Scene,
    hits: &[Hit],
    people: &People<'_>,
    found: &mut Vec<Finding>,
) {
    for token in &scene.tokens {
        let Some(end) = code_end(text, token) else {
            continue;
        };
        let sentence = token.sentence;
        let same = |other: usize| {
            scene
                .tokens
                .get(other)
                .is_some_and(|t| t.sentence == sentence)
        };
        let word = hits
            .iter()
            .any(|h| h.category == Category::Health && same(h.from));
        let number = people
            .numbers()
            .iter()
            .any(|n| n.sentence == Some(sentence) || n.place.abs_diff(token.place) < 8);
        if word || number {
            let value = text
                .get(token.span.start..end)
                .unwrap_or("")
                .to_ascii_uppercase();
            let reasons = Reasons::of(Reason::Code).and_if(number, Reason::NearPerson);
            let strength = if number {
                Strength::Strong
            } else {
                Strength::Likely
            };
            found.push(
                Finding::new(
                    Kind::Matter,
                    Category::Health,
                    token.span.start..end,
                    strength,
                    value,
                )
                .because(reasons),
            );
        }
    }
}

/// Where the code that begins with `token` ends: one capital and two digits, or `D`, a capital and two digits.
fn code_end(text: &str, token: &Token) -> Option<usize> {
    if !token.capital || !text.as_bytes().get(token.span.end)?.is_ascii_digit() {
        return None;
    }
    let letters = text.get(token.span.clone())?;
    let sks = letters.len() == 2 && letters.starts_with('D');
    if !(letters.len() == 1 || sks) || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = token.span.end;
    while digit(end) && end < token.span.end + 4 {
        end += 1;
    }
    let digits = end - token.span.end;
    if digits < 2 || digits > if sks { 4 } else { 3 } || digit(end) {
        return None;
    }
    if bytes.get(end) == Some(&b'.') && digit(end + 1) {
        end += 2;
        if digit(end) {
            end += 1;
        }
    }
    let before = token.span.start.checked_sub(1).and_then(|at| bytes.get(at));
    let loose = before
        .is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'(' | b':' | b',' | b';' | b'['));
    (loose && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)).then_some(end)
}

/// Whether "kode" is one of the Norwegian grades 6 and 7; any other word fits.
pub fn level_fits(text: &str, token: &Token) -> bool {
    if *token.letters(text) != *b"kode" {
        return true;
    }
    let mut rest = text.get(token.span.end..).unwrap_or("").bytes();
    rest.next() == Some(b' ')
        && matches!(rest.next(), Some(b'6' | b'7'))
        && rest.next().is_none_or(|b| !b.is_ascii_alphanumeric())
}
