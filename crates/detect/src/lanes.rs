//! Sixty-four bytes at a time: one bit for each byte of a kind. The wide registers of the processor are reached through
//! `fearless_simd`, without unsafe code of ours: AVX-512, AVX2, SSE or NEON, whatever is there.

use std::ops::Range;

use fearless_simd::{Level, Simd, dispatch, prelude::*, u8x64};

pub(crate) const BLOCK: usize = 64;

/// Kinds of bytes in one block, the first byte's bit lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// Letters: of ASCII, and both bytes of those from U+00C0 to U+00FF.
    pub(crate) letters: u64,
    /// The first bytes of the latter.
    pub(crate) nordic: u64,
    /// Digits of ASCII.
    pub(crate) digits: u64,
    /// What may end a sentence: full stop, other marks, line end, the first byte of a bullet.
    pub(crate) breaks: u64,
    /// Line ends.
    pub(crate) lines: u64,
    /// Signs that folding drops or changes, and letters beyond U+00FF: by their first bytes, × and ÷ by their second.
    pub(crate) odd: u64,
}

/// One bit for each byte of a block, by the rule that makes it.
#[derive(Clone, Copy)]
struct Signs {
    ascii: u64,
    nordic: u64,
    digits: u64,
    breaks: u64,
    /// × or ÷ behind the first byte of a letter.
    times: u64,
    /// First bytes beyond Latin-1.
    odd: u64,
    /// Line ends.
    lines: u64,
}

#[inline(always)]
fn signs<S: Simd>(simd: S, block: &[u8; BLOCK]) -> Signs {
    let bytes = u8x64::simd_from(simd, *block);
    let is = |byte: u8| bytes.simd_eq(byte);
    let line = is(b'\n');
    Signs {
        ascii: ((bytes | 0x20) - b'a').simd_lt(26).to_bitmask(),
        nordic: is(0xC3).to_bitmask(),
        digits: (bytes - b'0').simd_lt(10).to_bitmask(),
        breaks: (is(b'.') | line | is(b'!') | is(b'?') | is(b';') | is(0xE2)).to_bitmask(),
        times: (is(0x97) | is(0xB7)).to_bitmask(),
        odd: (bytes.simd_ge(0xC2) & !is(0xC3)).to_bitmask(),
        lines: line.to_bitmask(),
    }
}

/// Reads what `bytes` are made of into `blocks`; `false` where they are not plain: a sign stands there that folding
/// drops or changes, or a letter beyond U+00FF. Then words do not stand in `blocks` as they are.
pub(crate) fn outline(bytes: &[u8], blocks: &mut Vec<Block>) -> bool {
    blocks.clear();
    blocks.reserve(bytes.len() / BLOCK + 1);
    dispatch!(Level::new(), simd => outline_with(simd, bytes, blocks))
}

#[inline(always)]
fn outline_with<S: Simd>(simd: S, bytes: &[u8], blocks: &mut Vec<Block>) -> bool {
    let (whole, tail) = bytes.as_chunks::<BLOCK>();
    let (mut second, mut odd) = (0, 0);
    for block in whole {
        let signs = signs(simd, block);
        let block = joined(bytes, blocks.len() * BLOCK, signs, second);
        odd |= block.odd;
        blocks.push(block);
        second = signs.nordic >> 63;
    }
    if !tail.is_empty() {
        let signs = signs(simd, &padded(tail));
        let block = joined(bytes, blocks.len() * BLOCK, signs, second);
        odd |= block.odd;
        blocks.push(block);
    }
    odd == 0
}

#[inline(always)]
fn joined(bytes: &[u8], from: usize, signs: Signs, second: u64) -> Block {
    let mut odd = signs.times & (signs.nordic << 1 | second);
    if signs.odd != 0 {
        odd |= odd_signs(bytes, from, signs);
    }
    Block {
        letters: signs.ascii | signs.nordic | signs.nordic << 1 | second,
        nordic: signs.nordic,
        digits: signs.digits,
        breaks: signs.breaks,
        lines: signs.lines,
        odd,
    }
}

/// The tail of a text as a block, filled up with blanks.
pub(crate) fn padded(tail: &[u8]) -> [u8; BLOCK] {
    let mut block = [b' '; BLOCK];
    for (place, byte) in block.iter_mut().zip(tail) {
        *place = *byte;
    }
    block
}

/// Which signs whose first bytes are in `signs` do more than part words, as quotes, dashes, arrows, pictures do: they are
/// dropped or changed when words are folded (soft hyphens, marks set above a letter) or are letters. One is enough in a
/// block of one line.
#[cold]
fn odd_signs(bytes: &[u8], from: usize, signs: Signs) -> u64 {
    let (mut odd, mut left) = (0, signs.odd);
    while left != 0 && (odd == 0 || signs.lines != 0) {
        let bit = left & left.wrapping_neg();
        let place = from + left.trailing_zeros() as usize;
        left ^= bit;
        let (before, rest) = bytes.split_at_checked(place).unwrap_or_default();
        let parts = match rest {
            [0xC2, 0xAD, behind @ ..] => apart(before, behind),
            [0xC2, low, ..] => !matches!(low, 0xAA | 0xB5 | 0xBA),
            [0xE2, 0x80, 0x8B..=0x8F, behind @ ..] => apart(before, behind),
            [0xE2, 0x81, 0xA0, behind @ ..] => apart(before, behind),
            [0xE2, 0x80, ..] => true,
            [0xE2, 0x82, 0xAC, ..] => true,
            [0xE2, 0x86..=0x91 | 0x94..=0x9E, _, ..] => true,
            [0xEF, 0xB8, 0x8F, ..] => true,
            // Full-width digits and signs.
            [0xEF, 0xBC, 0x81..=0xA0, ..] => true,
            [0xF0, 0x9F, 0x8C..=0xA7, _, ..] => true,
            _ => false,
        };
        if !parts {
            odd |= bit;
        }
    }
    odd
}

/// Whether a sign that folding drops stands beside no letter, as between two digits.
fn apart(before: &[u8], behind: &[u8]) -> bool {
    let letter = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphabetic() || *b >= 0x80);
    !letter(before.last()) && !letter(behind.first())
}

/// Words by their bits: places count from the beginning of the bytes that [`outline`] read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a>(pub(crate) &'a [Block]);

impl<'a> Words<'a> {
    /// Those before `place`, and in the rest of its block: so a search for the next one goes no further.
    pub(crate) fn until(self, place: usize) -> Words<'a> {
        Words(self.0.get(..place.div_ceil(BLOCK)).unwrap_or(self.0))
    }

    #[inline]
    fn letters(self, index: usize) -> u64 {
        self.0.get(index).map_or(0, |b| b.letters)
    }

    /// Where words begin in a block.
    #[inline]
    pub(crate) fn starts(self, index: usize) -> u64 {
        let last = index.checked_sub(1).map_or(0, |last| self.letters(last));
        let here = self.letters(index);
        here & !(here << 1 | last >> 63)
    }

    /// The first word that begins at `place` or behind it.
    #[inline]
    pub(crate) fn next(self, place: usize) -> Option<usize> {
        let mut index = place / BLOCK;
        let mut bits = self.starts(index) & u64::MAX << (place % BLOCK);
        while bits == 0 {
            index += 1;
            if index >= self.0.len() {
                return None;
            }
            bits = self.starts(index);
        }
        Some(index * BLOCK + bits.trailing_zeros() as usize)
    }

    /// Where the letters end that stand at `place`.
    #[inline]
    pub(crate) fn end(self, place: usize) -> usize {
        let mut index = place / BLOCK;
        let mut others = !self.letters(index) & u64::MAX << (place % BLOCK);
        while others == 0 {
            index += 1;
            others = !self.letters(index);
        }
        index * BLOCK + others.trailing_zeros() as usize
    }

    /// Where the letters end that stand at `bit` of a block.
    #[inline]
    pub(crate) fn end_from(self, index: usize, bit: u32) -> usize {
        let letters = self.letters(index) >> bit | self.letters(index + 1) << 1 << (63 - bit);
        let start = index * BLOCK + bit as usize;
        match letters.trailing_ones() {
            64 => self.end(start),
            len => start + len as usize,
        }
    }

    /// Where words begin in `range`, block by block.
    #[inline]
    pub(crate) fn starts_in(self, range: Range<usize>) -> impl Iterator<Item = (usize, u64)> {
        let blocks = range.start / BLOCK..range.end.div_ceil(BLOCK);
        blocks.map(move |index| {
            let mut starts = self.starts(index);
            if index == range.start / BLOCK {
                starts &= u64::MAX << (range.start % BLOCK);
            }
            if (index + 1) * BLOCK > range.end {
                starts &= !(u64::MAX << (range.end % BLOCK));
            }
            (index, starts)
        })
    }

    /// Where the last word before `place` ends.
    #[inline]
    pub(crate) fn end_before(self, place: usize) -> Option<usize> {
        let mut index = place / BLOCK;
        let mut bits = self.letters(index) & !(u64::MAX << (place % BLOCK));
        while bits == 0 {
            index = index.checked_sub(1)?;
            bits = self.letters(index);
        }
        Some((index + 1) * BLOCK - bits.leading_zeros() as usize)
    }

    /// Whether words stand as they are in these bytes.
    pub(crate) fn are_plain(self, range: &Range<usize>) -> bool {
        let (first, last) = (range.start / BLOCK, range.end.div_ceil(BLOCK));
        (first..last).all(|index| {
            let mut odd = self.0.get(index).map_or(0, |block| block.odd);
            if index == first {
                odd &= u64::MAX << (range.start % BLOCK);
            }
            if (index + 1) * BLOCK > range.end {
                odd &= !(u64::MAX << (range.end % BLOCK));
            }
            odd == 0
        })
    }

    /// The line ends in `range`, and those in the rest of its last block.
    #[inline]
    pub(crate) fn lines(self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let mut index = range.start / BLOCK;
        let Words(blocks) = self.until(range.end);
        let lines = move |index: usize| blocks.get(index).map(|block| block.lines);
        let mut bits = lines(index).unwrap_or(0) & u64::MAX << (range.start % BLOCK);
        std::iter::from_fn(move || {
            while bits == 0 {
                index += 1;
                bits = lines(index)?;
            }
            let place = index * BLOCK + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            Some(place)
        })
    }

    /// How many words begin before `place`.
    pub(crate) fn count(self, place: usize) -> usize {
        let index = place / BLOCK;
        let before = (0..index.min(self.0.len())).map(|i| self.starts(i));
        let here = self.starts(index) & !(u64::MAX << (place % BLOCK));
        before
            .chain([here])
            .map(|bits| bits.count_ones() as usize)
            .sum()
    }
}

/// Where a capital may begin a word, appended to `masks`: a capital of ASCII, or the first byte of a letter beyond
/// ASCII, that no letter of ASCII stands before.
pub(crate) fn capitals(bytes: &[u8], masks: &mut Vec<u64>) {
    dispatch!(Level::new(), simd => {
        let mut last = 0;
        each(bytes, masks, #[inline(always)] |block| {
            let bytes = u8x64::simd_from(simd, *block);
            let letters = ((bytes | 0x20) - b'a').simd_lt(26).to_bitmask();
            let first = ((bytes - b'A').simd_lt(26) | bytes.simd_ge(0xC3)).to_bitmask();
            let behind = letters << 1 | last;
            last = letters >> 63;
            first & !behind
        });
    });
}

/// Which bytes of each block are blanks, appended to `masks`.
pub(crate) fn blanks(bytes: &[u8], masks: &mut Vec<u64>) {
    dispatch!(Level::new(), simd => each(bytes, masks, #[inline(always)] |block| {
        u8x64::simd_from(simd, *block).simd_eq(b' ').to_bitmask()
    }));
}

#[inline(always)]
fn each(bytes: &[u8], masks: &mut Vec<u64>, mut mask: impl FnMut(&[u8; BLOCK]) -> u64) {
    let (blocks, tail) = bytes.as_chunks::<BLOCK>();
    masks.reserve(blocks.len() + 1);
    for block in blocks {
        masks.push(mask(block));
    }
    if !tail.is_empty() {
        masks.push(mask(&padded(tail)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Option<Vec<&str>> {
        let mut blocks = Vec::new();
        if !outline(text.as_bytes(), &mut blocks) {
            return None;
        }
        let words = Words(&blocks);
        let mut out = Vec::new();
        let mut at = words.next(0);
        while let Some(from) = at {
            let end = words.end(from);
            assert_eq!(words.end_before(end), Some(end));
            assert_eq!(words.count(end), out.len() + 1);
            out.push(text.get(from..end).unwrap_or("?"));
            at = words.next(end);
        }
        Some(out)
    }

    #[test]
    fn words_are_seen_wherever_they_stand() {
        for pad in 0..140 {
            let text = format!("{}Ærø–å1b «ÿ»", " ".repeat(pad));
            assert_eq!(words(&text), Some(vec!["Ærø", "å", "b", "ÿ"]), "{pad}");
            let text = format!("{}ø", "å".repeat(pad));
            assert_eq!(words(&text), Some(vec![text.as_str()]));
        }
        assert_eq!(words("– … € 8 →"), Some(vec![]));
        assert_eq!(words(""), Some(vec![]));
    }

    #[test]
    fn signs_that_change_words_are_told() {
        for text in [
            "syge\u{ad}meldt",
            "a\u{30a}ndenød",
            "Łódź",
            "2×insulin",
            "a\u{200b}b",
            "5 µg",
            "привет",
            "ⓐ",
            "\u{ad}a",
            "a\u{ad} ",
        ] {
            assert_eq!(words(text), None, "{text}");
            for pad in [1, 13, 30, 61, 62, 63] {
                assert_eq!(words(&format!("{}{text}", "æ–".repeat(pad))), None);
            }
        }
        assert!(words("Æblerne – og «pærerne» – koster 5 € · dag • 😀").is_some());
        assert_eq!(words("0101\u{ad}80-0\u{200b}0８"), Some(vec![]));
    }
}
