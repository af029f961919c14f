//! Words out of text: one pass over the bytes, letters folded to one byte each.
//!
//! A folded word is lower-case Latin-1 (`å ä ö æ ø é` keep their code point, so that Danish `ø` and
//! Swedish `ö` stay apart); letters of Latin Extended-A lose their mark (`Š` → `s`, `ł` → `l`), a
//! decomposed `a` + ring becomes `å`, soft hyphens and zero-width signs vanish. Any other letter
//! becomes [`OTHER`], which no list contains. Digits end a word.

use std::ops::Range;

use super::letters::Letters;

/// Letters kept of one word; a longer run is cut here, which no word of the lists reaches.
pub const LONGEST: usize = 48;

/// A letter outside the alphabets of the lists.
pub const OTHER: u8 = 1;

const BREAK: u8 = 0;
const LEAD: u8 = 2;

/// What each byte is: 0 ends a word, 2 starts a sequence of several bytes, else the folded letter.
static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [BREAK; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        if b.is_ascii_alphabetic() {
            table[byte] = b.to_ascii_lowercase();
        } else if b >= 0x80 {
            table[byte] = LEAD;
        }
        byte += 1;
    }
    table
}

/// Base letters of U+0100 to U+017F.
static EXTENDED: &[u8; 128] = b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll\
lnnnnnnnnnoooo\xf6\xf6oorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// One word of the text.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The folded letters; only the first `len` count.
    pub letters: [u8; LONGEST],
    /// How many letters were kept.
    pub len: usize,
}

impl Word {
    /// The folded letters.
    pub fn folded(&self) -> &[u8] {
        self.letters.get(..self.len).unwrap_or(&[])
    }
}

/// What stands at a place: a letter to keep, a sign to skip, or the end of the word.
enum Step {
    Letter(u8, usize),
    Skip(usize),
    Compose(u8, usize),
    End(usize),
}

/// Reads the sequence of several bytes at the start of `rest`.
fn long_step(rest: &[u8]) -> Step {
    let at = |i: usize| rest.get(i).copied().unwrap_or(0);
    match at(0) {
        0xC3 => match at(1) {
            0x97 | 0xB7 => Step::End(2),
            low @ 0x80..=0x9E => Step::Letter(low + 0x40 + 0x20, 2),
            low @ 0x9F..=0xBF => Step::Letter(low + 0x40, 2),
            _ => Step::End(1),
        },
        0xC2 => match at(1) {
            0xAD => Step::Skip(2),
            0xAA | 0xB5 | 0xBA => Step::Letter(OTHER, 2),
            _ => Step::End(2),
        },
        lead @ (0xC4 | 0xC5) => {
            let index = usize::from(lead - 0xC4) * 64 + usize::from(at(1) & 0x3F);
            Step::Letter(EXTENDED.get(index).copied().unwrap_or(OTHER), 2)
        }
        0xCC => Step::Compose(at(1), 2),
        _ => rare_step(rest),
    }
}

/// The rest of Unicode, a character at a time.
fn rare_step(rest: &[u8]) -> Step {
    let len = match rest.first() {
        Some(0xC0..=0xDF) => 2,
        Some(0xE0..=0xEF) => 3,
        Some(0xF0..=0xF7) => 4,
        _ => 1,
    };
    let head = rest.get(..len.min(rest.len())).unwrap_or(rest);
    match std::str::from_utf8(head)
        .ok()
        .and_then(|s| s.chars().next())
    {
        Some('\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}') => Step::Skip(len),
        Some('\u{0340}'..='\u{036F}') => Step::Skip(len),
        Some('\u{1E9E}') => Step::Letter(0xDF, len),
        Some(c) if c.is_alphabetic() => Step::Letter(OTHER, len),
        _ => Step::End(len),
    }
}

/// A letter with a mark that follows it: only the Nordic letters are composed.
fn composed(base: u8, mark: u8) -> u8 {
    match (base, mark) {
        (b'a', 0x88) => 0xE4,
        (b'o', 0x88) => 0xF6,
        (b'u', 0x88) => 0xFC,
        (b'a', 0x8A) => 0xE5,
        (b'e', 0x81) => 0xE9,
        _ => base,
    }
}

/// Calls `seen` with every word of `text` from byte `from` on until it returns `false`.
pub fn each_word(text: &str, from: usize, to: usize, mut seen: impl FnMut(&Word) -> bool) {
    let bytes = text.as_bytes();
    let bytes = bytes.get(..to.min(bytes.len())).unwrap_or(bytes);
    let mut at = from;
    let mut word = Word {
        start: 0,
        end: 0,
        letters: [0; LONGEST],
        len: 0,
    };
    while let Some(&byte) = bytes.get(at) {
        if CLASS[usize::from(byte)] == BREAK {
            at += 1;
            continue;
        }
        word.start = at;
        at = read_word(bytes, at, &mut word);
        word.end = at;
        if word.len > 0 && !seen(&word) {
            return;
        }
    }
}

/// Fills `word` from the letter at `at`; the place after it.
#[inline]
fn read_word(bytes: &[u8], mut at: usize, word: &mut Word) -> usize {
    word.len = 0;
    loop {
        let run = read_run(bytes, at, word);
        at += run;
        if run == RUN {
            continue;
        }
        let Some(&byte) = bytes.get(at) else { break };
        let class = CLASS[usize::from(byte)];
        if class > LEAD {
            if let Some(slot) = word.letters.get_mut(word.len) {
                *slot = class;
                word.len += 1;
            }
            at += 1;
        } else if class == BREAK {
            return at;
        } else {
            match long_step(bytes.get(at..).unwrap_or(&[])) {
                Step::Letter(letter, by) => {
                    if let Some(slot) = word.letters.get_mut(word.len) {
                        *slot = letter;
                        word.len += 1;
                    }
                    at += by;
                }
                Step::Skip(by) => at += by,
                Step::Compose(mark, by) => {
                    if let Some(last) = word
                        .len
                        .checked_sub(1)
                        .and_then(|i| word.letters.get_mut(i))
                    {
                        *last = composed(*last, mark);
                    }
                    at += by;
                }
                Step::End(by) => {
                    if word.len == 0 {
                        // Nothing read: step over the sign, or the caller would stand still.
                        word.start = at + by;
                        return at + by;
                    }
                    return at;
                }
            }
        }
    }
    at
}

/// The folded letters of the word at `range`, as [`each_word`] gave it.
pub fn letters_at(bytes: &[u8], range: Range<usize>) -> Letters {
    if let Some(letters) = Letters::of_ascii(bytes, range.start, range.len()) {
        return letters;
    }
    let bytes = bytes.get(..range.end).unwrap_or(bytes);
    let mut word = Word {
        start: range.start,
        end: range.end,
        letters: [0; LONGEST],
        len: 0,
    };
    read_word(bytes, range.start, &mut word);
    Letters::of(word.letters, word.len)
}

/// The folded letters of the word that begins at `at`, and where it ends, if it is short and it and the sign behind it are
/// of ASCII.
#[inline]
pub fn short_word(bytes: &[u8], at: usize) -> Option<(Letters, usize)> {
    let value = u128::from_le_bytes(*bytes.get(at..)?.first_chunk()?);
    let len = (no_letters(value).trailing_zeros() / 8) as usize;
    let end = at + len;
    let ends = bytes.get(end).is_some_and(u8::is_ascii) && (1..16).contains(&len);
    ends.then(|| Some((Letters::of_ascii(bytes, at, len)?, end)))?
}

/// The upper bit of each byte that is no letter of ASCII.
#[inline]
pub fn no_letters(bytes: u128) -> u128 {
    const ONES: u128 = u128::MAX / 0xFF;
    let low = (bytes | (ONES * 0x20)) & (ONES * 0x7F);
    // Below `a` or past `z`, or beyond ASCII.
    let others = !(low + ONES * 0x1F) | (low + ONES * 0x05) | bytes;
    others & (ONES * 0x80)
}

/// Letters of ASCII are read so many at a time.
const RUN: usize = 8;

/// Adds the letters of ASCII that stand at `at`, at most [`RUN`]; how many. None where the word or the text is at its
/// end.
#[inline]
fn read_run(bytes: &[u8], at: usize, word: &mut Word) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let from = bytes.get(at..at + RUN).and_then(|b| b.first_chunk::<RUN>());
    let to = word.letters.get_mut(word.len..word.len + RUN);
    let (Some(from), Some(to)) = (from, to) else {
        return 0;
    };
    let value = u64::from_le_bytes(*from);
    let lower = value | (ONES * 0x20);
    let low = lower & (ONES * 0x7F);
    // The upper bit says: below `a` or past `z`, or beyond ASCII.
    let other = !(low + ONES * 0x1F) | (low + ONES * 0x05) | value;
    to.copy_from_slice(&lower.to_le_bytes());
    let run = ((other & (ONES * 0x80)).trailing_zeros() / 8) as usize;
    word.len += run;
    run
}

/// The folded letters of a pattern; signs that are no letters are dropped.
pub fn fold(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    each_word(text, 0, text.len(), |word| {
        out.extend_from_slice(word.folded());
        true
    });
    out
}

/// Whether the character at `at` is a capital letter.
pub fn starts_with_capital(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => text
            .get(at..)
            .and_then(|t| t.chars().next())
            .is_some_and(char::is_uppercase),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, &str)> {
        let mut out = Vec::new();
        each_word(text, 0, text.len(), |w| {
            let folded = w.folded().iter().map(|&b| char::from(b)).collect();
            out.push((folded, text.get(w.start..w.end).unwrap_or("?")));
            true
        });
        out
    }

    #[test]
    fn nordic_letters_fold_to_one_byte() {
        assert_eq!(
            words("ÆRØ Ålborg"),
            [("ærø".into(), "ÆRØ"), ("ålborg".into(), "Ålborg")]
        );
        assert_eq!(words("A\u{30a}lder")[0].0, "ålder");
        assert_eq!(
            words("Škoda Łódź Ÿ"),
            [
                ("skoda".into(), "Škoda"),
                ("lódz".into(), "Łódź"),
                ("y".into(), "Ÿ")
            ]
        );
    }

    #[test]
    fn hidden_signs_vanish_and_others_end_a_word() {
        assert_eq!(words("syge\u{ad}meldt")[0].0, "sygemeldt");
        assert_eq!(
            words("«hiv»–positiv 12ab"),
            [
                ("hiv".into(), "hiv"),
                ("positiv".into(), "positiv"),
                ("ab".into(), "ab")
            ]
        );
        assert_eq!(words("× ÷ ×").len(), 0);
    }

    #[test]
    fn the_table_of_marks_has_one_letter_for_each() {
        assert_eq!(EXTENDED.len(), 128);
        assert_eq!(fold("ŠŽłőğşİž"), b"szl\xf6gsiz");
    }
}
