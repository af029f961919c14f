//! Codes of diagnoses, ICD-10 and the Danish SKS form, and grades of address protection.
//!
//! `M25`, `F12` or `B12` mean many things: a code counts only in a sentence with a health word or an identity
//! number (facts, identifiers.md section 10).

use std::ops::Range;

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
        let Some(end) = code_end(text, &token.span) else {
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
            found.push(finding(text, token.span.start..end, number));
        }
    }
}

fn finding(text: &str, span: Range<usize>, number: bool) -> Finding {
    let value = text.get(span.clone()).unwrap_or("").to_ascii_uppercase();
    let reasons = Reasons::of(Reason::Code).and_if(number, Reason::NearPerson);
    let strength = if number {
        Strength::Strong
    } else {
        Strength::Likely
    };
    Finding::new(Kind::Matter, Category::Health, span, strength, value).because(reasons)
}

/// How far from an identity number a code may stand, in bytes and in words.
const REACH: usize = 120;
const WORDS: usize = 8;

/// Appends the codes that stand beside an identity number where no word of a list is: only the bytes round the numbers
/// are looked at, and those between two of them once. What is found already is left as it is, an IBAN too.
pub fn beside(text: &str, found: &mut Vec<Finding>) {
    let sure = |f: &&Finding| f.is_person_number() && f.strength >= Strength::Likely;
    let mut numbers: Vec<Range<usize>> =
        found.iter().filter(sure).map(|f| f.span.clone()).collect();
    if numbers.is_empty() {
        return;
    }
    numbers.sort_unstable_by_key(|n| n.start);
    let bytes = text.as_bytes();
    let mut codes = Vec::new();
    let mut done = 0;
    for number in &numbers {
        let to = number.end.saturating_add(REACH).min(bytes.len());
        let from = number.start.saturating_sub(REACH).max(done).max(1);
        done = done.max(to);
        let digits = (from..to).filter(|at| bytes.get(*at).is_some_and(u8::is_ascii_digit));
        codes.extend(digits.filter_map(|digit| code_before(text, digit, &numbers)));
    }
    if codes.is_empty() {
        return;
    }
    let mut taken: Vec<Range<usize>> = found.iter().map(|f| f.span.clone()).collect();
    taken.sort_unstable_by_key(|span| span.start);
    // Nothing found is longer than what a number may reach over, but for names and phrases, which hold no digit.
    codes.retain(|code| {
        let first = taken.partition_point(|span| span.start + REACH < code.start);
        let near = taken.get(first..).unwrap_or_default().iter();
        let mut near = near.take_while(|span| span.start < code.end);
        !near.any(|span| span.end > code.start)
    });
    found.extend(codes.into_iter().map(|code| finding(text, code, true)));
}

/// The code whose first digit is at `digit`, if one of the numbers next to it is near.
fn code_before(text: &str, digit: usize, numbers: &[Range<usize>]) -> Option<Range<usize>> {
    let letter = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_uppercase);
    let last = digit.checked_sub(1).filter(|at| letter(*at))?;
    let start = last.checked_sub(1).filter(|at| letter(*at)).unwrap_or(last);
    let code = start..code_end(text, &(start..digit))?;
    let next = numbers.partition_point(|n| n.start < code.start);
    let before = next.checked_sub(1).and_then(|at| numbers.get(at));
    let behind = numbers.get(next);
    let near = before.is_some_and(|n| are_near(text, n.end..code.start))
        || behind.is_some_and(|n| are_near(text, code.end..n.start));
    near.then_some(code)
}

/// Whether only a few words of the same paragraph lie between.
fn are_near(text: &str, between: Range<usize>) -> bool {
    let text = text.get(between).unwrap_or("\n\n");
    let words = text.split(|c: char| !c.is_alphabetic());
    text.len() <= REACH
        && !text.contains("\n\n")
        && !text.contains("\n\r\n")
        && words.filter(|word| !word.is_empty()).count() < WORDS
}

/// Where the code that begins with these letters ends: one capital and two digits, or `D`, a capital and two digits.
fn code_end(text: &str, span: &Range<usize>) -> Option<usize> {
    if !text.as_bytes().get(span.end)?.is_ascii_digit() {
        return None;
    }
    let letters = text.get(span.clone())?;
    let sks = letters.len() == 2 && letters.starts_with('D');
    if !(letters.len() == 1 || sks) || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = span.end;
    while digit(end) && end < span.end + 4 {
        end += 1;
    }
    let digits = end - span.end;
    if digits < 2 || digits > if sks { 4 } else { 3 } || digit(end) {
        return None;
    }
    if bytes.get(end) == Some(&b'.') && digit(end + 1) {
        end += 2;
        if digit(end) {
            end += 1;
        }
    }
    let before = span.start.checked_sub(1).and_then(|at| bytes.get(at));
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
