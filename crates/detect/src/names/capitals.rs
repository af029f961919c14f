//! Where a name may begin: at a capital, and at the small words right before it that lead to a name ("kære", "hr.").
//! Nearly all of a text is stepped over here, eight bytes at a time.

use std::ops::Range;

use crate::matters::fold::each_word;

use super::capital;
use super::chain::may_lead;

/// No word that leads to a name is longer, in bytes.
const LEAD: usize = 14;
/// How many of them may stand in a row.
const LEADS: usize = 4;
/// How far back the beginning of a word, or the end of the one before, is looked for.
const BACK: usize = 200;

/// The next capital in `range` that may begin a word, and where the run of letters that it stands in begins.
pub(super) fn next(text: &str, range: Range<usize>) -> Option<(usize, usize)> {
    let bytes = text.as_bytes().get(..range.end)?;
    let mut at = range.start;
    while at < bytes.len() {
        let mask = match bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
            Some(eight) => marks(u64::from_le_bytes(*eight)),
            None => u64::MAX,
        };
        let mut left = mask & 0x8080_8080_8080_8080;
        while left != 0 {
            let place = at + (left.trailing_zeros() / 8) as usize;
            left &= left - 1;
            if place < bytes.len() && begins(text, bytes, place) {
                return Some((run(bytes, range.start, place), place));
            }
        }
        at += 8;
    }
    None
}

/// The upper bits of the bytes that are capitals of ASCII or lie beyond it.
#[inline]
fn marks(value: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let low = value & (ONES * 0x7F);
    ((low + ONES * 0x3F) & !(low + ONES * 0x25)) | value
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
        Some(0xC3..) => capital(text, place),
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
        let letters = bytes.get(floor..end).unwrap_or_default().iter().rev();
        let letters = letters
            .take(LEAD)
            .take_while(|b| b.is_ascii_alphabetic() || **b >= 0x80)
            .count();
        let start = end - letters;
        let mut leads = false;
        if text.is_char_boundary(start) {
            each_word(text, start, end, |word| {
                leads = word.start == start && word.end == end && may_lead(word.folded());
                false
            });
        }
        if !leads {
            return from;
        }
        from = start;
    }
    from
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

    #[test]
    fn capitals_are_found_wherever_they_stand() {
        for pad in 0..20 {
            let small = "æble ".repeat(pad);
            for word in ["Anna", "Åse", "Øyvind", "Şirin"] {
                let text = format!("{small}{word}");
                assert_eq!(
                    next(&text, 0..text.len()),
                    Some((small.len(), small.len())),
                    "{text}"
                );
            }
            assert_eq!(next(&small, 0..small.len()), None);
        }
        assert_eq!(next("iPhone og McDonald", 0..18), Some((10, 10)));
        assert_eq!(next("på\u{a0}Anna", 0..9), Some((0, 5)));
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
