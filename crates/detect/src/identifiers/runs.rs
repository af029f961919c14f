//! The quick look at runs of digits: most clusters of a table can be no number, which their lengths tell. What is
//! left is read exactly by `tokens`. This look may let too much through, never too little.

use fearless_simd::{Level, dispatch};

use super::blocks::BLOCK;
use super::context::{Means, Words};
use super::gaps;
use super::iban;
use super::tokens::{Gap, may_be_unseen, unseen_behind};

/// Between two digits it joins them.
const JOINS: u8 = 1;
/// Joins, and the exact reader must look: a country code, a letter like a digit, an encoded sign.
const TELLS: u8 = 1 << 1;
/// May begin a longer separator.
const LONG: u8 = 1 << 2;
/// A longer separator does not go on with a letter behind it.
const PLAIN: u8 = 1 << 3;
/// A letter that looks like a digit, or a bar that looks like one.
const ALIKE: u8 = 1 << 4;

static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b' ' | b'\t' | b'-' | b'/' | b'\n' => JOINS | LONG | PLAIN,
            b'.' => JOINS,
            b'+' => JOINS | TELLS,
            b'%' => JOINS | TELLS | LONG,
            b'O' | b'o' | b'I' | b'l' => JOINS | TELLS | ALIKE,
            b'L' | b'i' => JOINS | TELLS,
            b'A'..=b'Z' | b'a'..=b'z' => JOINS,
            b'|' => ALIKE,
            b'\r' | b'&' | b'<' | b'=' => LONG,
            byte if may_be_unseen(byte) => LONG,
            _ => 0,
        };
        byte += 1;
    }
    table
}

/// The runs of digits of one region.
#[derive(Debug)]
pub(crate) struct Runs {
    /// Beginnings and ends, in turn.
    edges: Vec<usize>,
    /// The next run's place in `edges`.
    at: usize,
}

impl Runs {
    pub(crate) fn new() -> Self {
        Self {
            edges: Vec::with_capacity(64),
            at: 0,
        }
    }

    /// Reads the runs of the blocks from the byte `from` to the byte `to`; one that began before is left out.
    pub(crate) fn read(&mut self, digits: &[u64], from: usize, to: usize) {
        let (from, to) = (from / BLOCK, to.div_ceil(BLOCK).min(digits.len()));
        let before = from.checked_sub(1).and_then(|last| digits.get(last));
        let inside = before.map_or(0, |mask| mask >> 63);
        let masks = digits.get(from..to).unwrap_or_default();
        dispatch!(Level::new(), _ => self.push(masks, from, inside));
        // The first edge is the end of a run that began before.
        self.at = inside as usize;
    }

    /// The places where digits begin or end. They are counted first, so that none has to ask for room.
    #[inline(always)]
    fn push(&mut self, masks: &[u64], from: usize, inside: u64) {
        let edges = |mask: u64, last: u64| mask ^ (mask << 1 | last);
        let mut last = inside;
        let mut count = 0;
        for mask in masks {
            count += edges(*mask, last).count_ones();
            last = mask >> 63;
        }
        self.edges.resize(count as usize, 0);
        let mut places = self.edges.iter_mut();
        last = inside;
        for (mask, block) in masks.iter().zip(from..) {
            let mut edges = edges(*mask, last);
            last = mask >> 63;
            while edges != 0 {
                let Some(place) = places.next() else { break };
                *place = block * BLOCK + edges.trailing_zeros() as usize;
                edges &= edges - 1;
            }
        }
        if last != 0 {
            self.edges.push((from + masks.len()) * BLOCK);
        }
    }

    /// Where the next cluster begins that must be read exactly, before `end`. Then call [`Runs::go_on`].
    #[inline]
    pub(crate) fn candidate(&mut self, words: &Words, bytes: &[u8], end: usize) -> Option<usize> {
        loop {
            let first = *self.edges.get(self.at)?;
            if first >= end {
                return None;
            }
            let at = self.at;
            if self.worth(words, bytes, first) {
                self.at = at + 2;
                return Some(first);
            }
        }
    }

    /// Leaves out the runs that the exact reader has read.
    pub(crate) fn go_on(&mut self, from: usize) {
        while self.edges.get(self.at).is_some_and(|start| *start < from) {
            self.at += 2;
        }
    }

    /// Steps over the cluster that begins at `first`; whether it may hold something.
    #[inline]
    fn worth(&mut self, words: &Words, bytes: &[u8], first: usize) -> bool {
        let mut lengths = 0_u32;
        let mut total = 0;
        let mut worth = false;
        let mut start = first;
        let mut ends = self.edges.get(self.at + 1..).unwrap_or_default();
        loop {
            let [stop, rest @ ..] = ends else {
                return true;
            };
            let stop = *stop;
            self.at += 2;
            let length = stop - start;
            total += length;
            lengths = lengths << 4 | length.min(15) as u32;
            worth |= (9..=19).contains(&length) | shape(lengths);
            let class = class(bytes, stop);
            match rest {
                [next, more @ ..] if *next == stop + 1 && class & JOINS != 0 => {
                    worth |= class & TELLS != 0;
                    start = *next;
                    ends = more;
                }
                _ => {
                    let sign = bytes.get(stop).copied().unwrap_or(b' ');
                    // A birth date with its separator and no serial; a letter that may be a digit.
                    worth |= length == 6 && matches!(sign, b'-' | b'+') || class & ALIKE != 0;
                    return worth
                        || class & (LONG | JOINS) != 0 && goes_on(bytes, stop, class)
                        || before(words, bytes, first, total);
                }
            }
        }
    }
}

/// Whether the lengths of the last groups, four bits each, end what may be a number. Nearly all pairs cannot.
#[inline]
fn shape(lengths: u32) -> bool {
    PAIRS[(lengths & 0xFF) as usize] && long_shape(lengths)
}

static PAIRS: [bool; 256] = {
    let mut table = [false; 256];
    let pairs = [
        0x63, 0x64, 0x65, 0x84, 0x71, 0x44, 0x46, 0x23, 0x24, 0x25, 0x11,
    ];
    let mut at = 0;
    while at < pairs.len() {
        table[pairs[at]] = true;
        at += 1;
    }
    table
};

#[inline(never)]
fn long_shape(lengths: u32) -> bool {
    match lengths & 0xFF {
        0x23 => lengths & 0xFFF0 == 0x2220,
        0x24 => matches!(lengths & 0xFFF0, 0x2220 | 0x4220),
        0x25 => lengths & 0xFFF0 == 0x2220 || lengths & 0xFFF == 0x425,
        // Single digits, each for itself: ten of them may be a number.
        0x11 => lengths == 0x1111_1111,
        _ => true,
    }
}

/// Whether a separator of several bytes stands behind the run that ends at `stop`, and digits behind it.
fn goes_on(bytes: &[u8], stop: usize, class: u8) -> bool {
    if class & LONG == 0 {
        return unseen_behind(bytes, stop) && gaps::longer(bytes, stop).0 != Gap::Break;
    }
    let letter = bytes.get(stop + 1).is_some_and(u8::is_ascii_alphabetic);
    !(letter && class & PLAIN != 0) && gaps::longer(bytes, stop).0 != Gap::Break
}

/// Whether what stands before the cluster may make a number of it: a word, a country code.
#[inline]
fn before(words: &Words, bytes: &[u8], first: usize, total: usize) -> bool {
    let near = match bytes
        .get(first.wrapping_sub(4)..)
        .and_then(|b| b.first_chunk::<4>())
    {
        Some(four) => u32::from_le_bytes(*four),
        None => beginning(bytes, first),
    };
    let last = (near >> 24) as u8;
    if CLASS[usize::from(last)] & ALIKE != 0 {
        return true;
    }
    if total < 6 {
        // A letter, or a sign that cannot be seen behind one.
        return !(9..0x40).contains(&last) && iban::begins(bytes, first);
    }
    // Letters and all bytes beyond ASCII have one of the two upper bits.
    last & 0xC0 != 0
        || last == b'+'
        || total >= 8 && bytes.get(first..first + 2) == Some(b"00")
        || near & 0xC0C0_C0C0 != 0 && words.right_before(bytes, first) != Means::NOTHING
}

/// The bytes before `first` at the beginning of a text, filled up with blanks.
#[cold]
fn beginning(bytes: &[u8], first: usize) -> u32 {
    let mut near = [b' '; 4];
    let before = bytes.get(..first).unwrap_or_default();
    for (place, byte) in near.iter_mut().rev().zip(before.iter().rev()) {
        *place = *byte;
    }
    u32::from_le_bytes(near)
}

#[inline]
fn class(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).map_or(0, |byte| CLASS[usize::from(*byte)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::blocks::Overview;

    fn digits(text: &str) -> Vec<u64> {
        Overview::of(text.as_bytes()).digits
    }

    /// The starts of the clusters that are left.
    fn left(text: &str) -> Vec<usize> {
        let mut runs = Runs::new();
        let words = Words::shipped();
        runs.read(&digits(text), 0, text.len());
        let mut out = Vec::new();
        while let Some(at) = runs.candidate(&words, text.as_bytes(), text.len()) {
            runs.go_on(at + 1);
            out.push(at);
        }
        out
    }

    #[test]
    fn runs_over_the_edge_of_a_block_are_one() {
        let text = format!("{}0101800008{}", " ".repeat(60), " ".repeat(70));
        let mut runs = Runs::new();
        runs.read(&digits(&text), 0, text.len());
        assert_eq!(runs.edges, [60, 70]);
        runs.read(&digits(&text), 64, text.len());
        let words = Words::shipped();
        assert_eq!(runs.candidate(&words, text.as_bytes(), text.len()), None);
    }

    #[test]
    fn rows_of_a_table_are_turned_away_and_numbers_are_not() {
        assert!(left("Vis det. 2024-123-45678 eller 070-174 06 85").is_empty());
        assert!(
            left("2026-01-02;12345678;2010-123-12345;12345,67;87654321;123;7654321\n").is_empty()
        );
        for text in [
            "010180-0008",
            "010180 \u{2013} 0008",
            "010180%2D0008",
            "01.01.80-0008",
            "1 2 3 4 5 6 7 8 9 0",
            "0101800008",
            "cpr 010180",
            "+4512345678",
            "8601.11.17947",
            "O10180",
            "251123-",
            "4111 1111 1111 1111",
            "1944-08-13-9089",
            "010180\n0008",
            "020504A902E",
            "004512345678",
        ] {
            assert!(!left(text).is_empty(), "{text}");
        }
    }
}
