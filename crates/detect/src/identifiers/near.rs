//! The bytes before a number as bits, so that its words are found without a look at one byte after the other.

use fearless_simd::{Simd, prelude::*, u8x16, u8x64};

/// How far back a word may raise, in bytes.
const REACH: u32 = 72;
/// No word is longer; the rest of a longer one is not looked at.
pub(crate) const WORD: usize = 40;
/// What is read at once: the reach and what fills it up to whole registers.
const SPAN: usize = 80;

/// One word and what parts it from the word or number behind it.
pub(crate) struct Near {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether a line ends between them.
    pub(crate) line: bool,
    /// Whether more than one does: the end of a paragraph.
    pub(crate) paragraph: bool,
}

/// The words before a place, the nearest first. The uppermost bit of each number is the byte before `at`.
#[derive(Clone, Copy)]
pub(crate) struct Backwards {
    at: usize,
    words: u128,
    /// Words with the hyphens and full stops inside them ("CPR-nr", "org.nr").
    joined: u128,
    lines: u128,
}

impl Backwards {
    #[inline(always)]
    pub(crate) fn from<S: Simd>(simd: S, bytes: &[u8], at: usize) -> Self {
        let span = bytes.get(at.wrapping_sub(SPAN)..at);
        let (words, joins, lines) = match span.and_then(|b| b.first_chunk()) {
            Some(span) => signs(simd, span),
            None => signs(simd, &beginning(bytes, at)),
        };
        Self {
            at,
            words,
            joined: words | joins & words << 1 & words >> 1,
            lines,
        }
    }
}

impl Iterator for Backwards {
    type Item = Near;

    #[inline(always)]
    fn next(&mut self) -> Option<Near> {
        if self.words == 0 {
            return None;
        }
        let gap = self.words.leading_zeros();
        let run = (!(self.joined << gap)).leading_zeros().min(WORD as u32);
        let end = self.at - gap as usize;
        let lines = self.lines & !(u128::MAX >> gap);
        self.at = end - run as usize;
        // Both together are no more than the reach.
        self.words <<= gap + run;
        self.joined <<= gap + run;
        self.lines <<= gap + run;
        Some(Near {
            start: self.at,
            end,
            line: lines != 0,
            paragraph: lines & lines.wrapping_sub(1) != 0,
        })
    }
}

/// The bytes before a place near the beginning of a text, filled up with blanks.
#[cold]
fn beginning(bytes: &[u8], at: usize) -> [u8; SPAN] {
    let mut span = [b' '; SPAN];
    let before = bytes.get(..at).unwrap_or_default();
    for (place, byte) in span.iter_mut().rev().zip(before.iter().rev()) {
        *place = *byte;
    }
    span
}

/// Bytes of words, marks that may join them, line breaks.
#[inline(always)]
fn signs<S: Simd>(simd: S, span: &[u8; SPAN]) -> (u128, u128, u128) {
    let (far, near) = span.split_at(SPAN - 64);
    let near = u8x64::from_slice(simd, near);
    let far = u8x16::from_slice(simd, far);
    let bits = |near: u64, far: u16| (u128::from(near) << 64 | u128::from(far) << 48) & REACHED;
    let words = bits(
        (((near | 0x20) - b'a').simd_lt(26) | near.simd_ge(0x80)).to_bitmask(),
        (((far | 0x20) - b'a').simd_lt(26) | far.simd_ge(0x80)).to_bitmask() as u16,
    );
    let joins = bits(
        (near.simd_eq(b'-') | near.simd_eq(b'.')).to_bitmask(),
        (far.simd_eq(b'-') | far.simd_eq(b'.')).to_bitmask() as u16,
    );
    let lines = bits(
        near.simd_eq(b'\n').to_bitmask(),
        far.simd_eq(b'\n').to_bitmask() as u16,
    );
    (words, joins, lines)
}

/// The bits of the reach.
const REACHED: u128 = !(u128::MAX >> REACH);

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};

    /// The words and how many lines end behind each: none, one, more.
    fn words(text: &str) -> Vec<(&str, u8)> {
        let word = |near: Near| {
            let lines = u8::from(near.line) + u8::from(near.paragraph);
            (text.get(near.start..near.end).unwrap_or("?"), lines)
        };
        let bytes = text.as_bytes();
        dispatch!(Level::new(), simd => Backwards::from(simd, bytes, bytes.len()).map(word).collect())
    }

    #[test]
    fn words_are_told_from_the_nearest_on() {
        for pad in 0..90 {
            let text = format!("{} Borgerens CPR-nr.\n\nær å: ", ".".repeat(pad));
            let told = [("å", 0), ("ær", 0), ("CPR-nr", 2), ("Borgerens", 0)];
            assert_eq!(words(&text), told, "{pad}");
        }
        assert_eq!(words("-a.b- -"), [("a.b", 0)]);
        assert_eq!(words("a--b"), [("b", 0), ("a", 0)]);
        assert!(words("12 4").is_empty() && words("").is_empty());
    }

    #[test]
    fn a_long_word_is_cut_and_so_is_what_lies_beyond_the_reach() {
        let text = format!("{}-{}", "a".repeat(70), "b".repeat(39));
        let told: Vec<usize> = words(&text).iter().map(|(word, _)| word.len()).collect();
        assert_eq!(told, [40, 32]);
    }
}
