//! Where a name may begin: at a capital, and at the small words right before it that lead to a name ("kære", "hr.").
//! Nearly all of a text is stepped over here, a block of bytes at a time.

use std::ops::Range;

use crate::lanes::{self, BLOCK};
use crate::matters::fold::{each_word, no_letters, starts_with_capital};

use super::chain::may_lead;

/// No word that leads to a name is longer, in bytes.
const LEAD: usize = 14;
/// How many of them may stand in a row.
const LEADS: usize = 4;
/// How far back the beginning of a word, or the end of the one before, is looked for.
const BACK: usize = 200;

/// Where in a stretch of text capitals stand.
#[derive(Debug)]
pub(super) struct Capitals {
    start: usize,
    masks: Vec<u64>,
}

impl Capitals {
    pub(super) fn read(text: &str, range: Range<usize>) -> Self {
        let mut masks = Vec::new();
        let bytes = text.as_bytes().get(range.clone()).unwrap_or_default();
        lanes::capitals(bytes, &mut masks);
        Self {
            start: range.start,
            masks,
        }
    }

    /// The next capital from `from` on that may begin a word, and where the run of letters that it stands in begins.
    pub(super) fn next(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        let at = from - self.start;
        let mut index = at / BLOCK;
        let mut left = self.masks.get(index)? & u64::MAX << (at % BLOCK);
        loop {
            while left != 0 {
                let place = self.start + index * BLOCK + left.trailing_zeros() as usize;
                left &= left - 1;
                if begins(text, bytes, place) {
                    return Some((run(bytes, from, place), place));
                }
            }
            index += 1;
            left = *self.masks.get(index)?;
        }
    }
}

/// Whether the byte at `place` is a capital that no letter of ASCII stands before.
#[inline]
fn begins(text: &str, bytes: &[u8], place: usize) -> bool {
    let behind_letter = place
        .checked_sub(1)
        .and_then(|before| bytes.get(before))
        .is_some_and(u8::is_ascii_alphabetic);
    match bytes.get(place) {
        _ if behind_letter => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        Some(0xC3..) => starts_with_capital(text, place),
        _ => false,
    }
}

/// Where the run of letters that holds `place` begins, not before `floor`.
fn run(bytes: &[u8], floor: usize, place: usize) -> usize {
    let before = bytes.get(floor..place).unwrap_or_default();
    let letters = before
        .iter()
        .rev()
        .take(BACK)
        .take_while(|b| b.is_ascii_alphabetic() || **b >= 0x80)
        .count();
    let mut start = place - letters;
    while bytes.get(start).is_some_and(|b| b & 0xC0 == 0x80) && start < place {
        start += 1;
    }
    start
}

/// Whether a word that leads to a name may begin with this byte.
fn may_lead_with(first: &u8) -> bool {
    matches!(
        first.to_ascii_lowercase(),
        b'd' | b'f' | b'h' | b'k' | b'm' | b'n' | b'p' | b'r' | b't' | b'v' | 0x80..
    )
}

/// Where the words begin that lead to the one at `place`, not before `floor`.
pub(super) fn leads(text: &str, floor: usize, place: usize) -> usize {
    let bytes = text.as_bytes();
    let mut from = place;
    for _ in 0..LEADS {
        let before = bytes.get(floor..from).unwrap_or_default();
        let between = match before {
            [.., b'.', b' '] => 2,
            [.., b' ' | b'-' | b'.'] => 1,
            _ => return from,
        };
        let end = from - between;
        let Some(start) = leading(text, floor, end) else {
            return from;
        };
        from = start;
    }
    from
}

/// Where the word begins that ends at `end`, if it leads to a name.
fn leading(text: &str, floor: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(floor..end)?;
    if let Some(last) = bytes.last_chunk::<16>() {
        let value = u128::from_le_bytes(*last);
        // What is beyond ASCII may be of a letter: it belongs to the run, and then the word is read the long way.
        let letters = ((no_letters(value) & !value).leading_zeros() / 8) as usize;
        let word = last.get(last.len() - letters..)?;
        if word.is_ascii() {
            let mut lower = *last;
            lower.make_ascii_lowercase();
            let word = lower.get(last.len() - letters..)?;
            return may_lead(word).then_some(end - letters);
        }
    }
    let letters = bytes.iter().rev().take(LEAD);
    let letters = letters.take_while(|b| b.is_ascii_alphabetic() || **b >= 0x80);
    let start = end - letters.count();
    let mut leads = false;
    if text.as_bytes().get(start).is_some_and(may_lead_with) && text.is_char_boundary(start) {
        each_word(text, start, end, |word| {
            leads = word.start == start && word.end == end && may_lead(word.folded());
            false
        });
    }
    leads.then_some(start)
}

/// Where the word before `place` ends; `None` when none stands there, from `floor` on.
pub(super) fn word_end(text: &str, floor: usize, place: usize) -> Option<usize> {
    let before = text.get(floor..place).unwrap_or_default();
    let last = before.char_indices().rev().take(BACK);
    let mut letters = last.filter(|(_, c)| c.is_alphabetic());
    letters.next().map(|(at, c)| floor + at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(text: &str, from: usize) -> Option<(usize, usize)> {
        Capitals::read(text, 0..text.len()).next(text, from)
    }

    #[test]
    fn capitals_are_found_wherever_they_stand() {
        for pad in 0..20 {
            let small = "æble ".repeat(pad);
            for word in ["Anna", "Åse", "Øyvind", "Şirin"] {
                let text = format!("{small}{word}");
                let place = small.len();
                assert_eq!(next(&text, 0), Some((place, place)), "{text}");
                assert_eq!(next(&text, place), Some((place, place)), "{text}");
            }
            assert_eq!(next(&small, 0), None);
        }
        assert_eq!(next("iPhone og McDonald", 0), Some((10, 10)));
        assert_eq!(next("på\u{a0}Anna", 0), Some((0, 5)));
    }

    #[test]
    fn small_words_that_lead_to_a_name_belong_to_it() {
        let from = |text: &str| leads(text, 0, text.find("Anna").unwrap_or(0));
        assert_eq!(from("vi skriver: kære hr. Anna"), 12);
        assert_eq!(from("en gave til Anna"), 8);
        assert_eq!(from("det er Anna"), 7);
        assert_eq!(word_end("møde. Anna", 0, 7), Some(5));
        assert_eq!(word_end("  Anna", 0, 2), None);
    }
}
