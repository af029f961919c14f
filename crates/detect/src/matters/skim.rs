//! The first look at a text: where a word of the lists may begin. Reads the bytes as they stand, and asks three small
//! sets: what words begin with, what stands inside them, and what two words begin with that stand beside each other.
//! Only what they know is folded and looked up. May see too much, never too little, as long as the text is plain
//! ([`outline`](crate::lanes::outline)).

use fearless_simd::{Level, Simd, dispatch};

use crate::lanes::{BLOCK, Words};

use super::few::Few;
use super::heads::{
    FURTHER, Heads, beginnings, beginnings_of, fours, joined, mixed, raw, shade, whole, word_of,
};
use super::needles::Needles;
use super::table::{Entry, Place};

/// The compiled beginnings of patterns; `NEAR` as of [`Heads`].
#[derive(Clone)]
pub(super) struct Skim<const NEAR: usize> {
    starts: Heads<NEAR>,
    insides: Needles,
    phrases: Pairs,
}

/// Beginnings of a phrase's first word, each with the first four bytes of the second.
#[derive(Clone)]
struct Pairs(Few);

impl Pairs {
    fn add(&mut self, first: u64, second: u32) {
        self.0.add(joined(first, second.into()));
    }

    /// Out of line, so that the loop over all words keeps its registers.
    #[inline(never)]
    fn has(&self, first: u64, second: u64) -> bool {
        let second = second & 0xFFFF_FFFF;
        let keys = beginnings_of(first).map(|first| joined(first, second));
        self.0.has_any(keys)
    }
}

/// Where words begin that may be of the lists.
#[derive(Default)]
pub(super) struct Seen {
    /// By their beginnings, in order.
    pub(super) starts: Vec<usize>,
    /// By what stands inside them, in order.
    pub(super) insides: Vec<usize>,
}

impl Seen {
    pub(super) fn clear(&mut self) {
        self.starts.clear();
        self.insides.clear();
    }
}

impl<const NEAR: usize> Skim<NEAR> {
    /// Of the beginnings of `entries`.
    pub(super) fn new<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut starts = Heads::new();
        let mut phrases = Pairs(Few::new(2 * NEAR));
        let mut insides = Vec::new();
        for entry in entries {
            if entry.place == Place::Inside {
                insides.extend(raw(&entry.head.letters).first_chunk());
            }
            let Some(second) = entry.tail.first() else {
                starts.add(&entry.head, entry.langs);
                continue;
            };
            let firsts = beginnings(&entry.head, entry.langs);
            let (Some(firsts), Some(seconds)) = (firsts, fours(second, entry.langs)) else {
                starts.add(&entry.head, entry.langs);
                continue;
            };
            for first in firsts {
                for second in &seconds {
                    phrases.add(first, *second);
                    starts.add_pair(first as u32, *second);
                }
            }
        }
        Self {
            starts,
            insides: Needles::new(insides),
            phrases,
        }
    }

    /// Whether a pattern may begin a word with these first bytes ([`word_of`]), before one with those. Says nothing of
    /// patterns inside it.
    #[inline]
    pub(super) fn may_begin(&self, word: u64, next: u64) -> bool {
        let near = self.starts.near(mixed(word));
        near.fits(word) && self.starts.far(word)
            || near.shades >> shade(mixed(next)) & 1 != 0 && self.phrases.has(word, next)
    }

    /// Says in `seen` where the words begin that may be of the lists.
    pub(super) fn look(&self, bytes: &[u8], words: Words<'_>, seen: &mut Seen) {
        seen.clear();
        // About five in a thousand bytes.
        seen.starts
            .reserve(bytes.len().min(BLOCK * words.0.len()) / 128 + 8);
        dispatch!(Level::new(), simd => self.look_with(simd, bytes, words, seen));
        seen.starts.dedup();
        seen.insides.dedup();
    }

    #[inline(always)]
    fn look_with<S: Simd>(&self, simd: S, bytes: &[u8], words: Words<'_>, seen: &mut Seen) {
        let mut before = 0;
        let mut last = Last::default();
        for (index, block) in words.0.iter().enumerate() {
            let here = block.letters;
            let next = words.0.get(index + 1).map_or(0, |b| b.letters);
            let from = index * BLOCK;
            let rest = bytes.get(from..).unwrap_or_default();
            let end;
            let window = match rest.first_chunk() {
                Some(window) => window,
                None => {
                    end = filled(rest);
                    &end
                }
            };
            let mut insides = self.insides.places(simd, window) & insides(before, here, next);
            let starts = here & !(here << 1 | before >> 63);
            before = here;
            while insides != 0 {
                let place = insides.trailing_zeros();
                insides &= insides - 1;
                if self.insides.may_stand(bytes, from + place as usize) {
                    let begun = starts & ((1 << place) - 1);
                    seen.insides.push(match begun {
                        0 => last.at,
                        _ => from + 63 - begun.leading_zeros() as usize,
                    });
                }
            }
            self.look_at(window, from, (starts, here, next), &mut last, seen);
        }
    }

    /// The words that begin in one block.
    #[inline(always)]
    fn look_at(
        &self,
        window: &[u8; WINDOW],
        from: usize,
        (mut starts, here, next): (u64, u64, u64),
        last: &mut Last,
        seen: &mut Seen,
    ) {
        while starts != 0 {
            let place = starts.trailing_zeros();
            starts &= starts - 1;
            let others = !(here >> place | next << 1 << (63 - place));
            let at = from + place as usize;
            let len = (others | 0x100).trailing_zeros() as usize;
            let word = word_of(window, place as usize, len);
            let mixed = mixed(word);
            let near = self.starts.near(mixed);
            if last.shades >> shade(mixed) & 1 != 0 && self.phrases.has(last.word, word) {
                seen.starts.push(last.at);
            }
            if near.fits(word) {
                let more = more_of(window, place as usize, others.trailing_zeros() as usize);
                if self.starts.farther(word, more) {
                    seen.starts.push(at);
                }
            }
            *last = Last {
                shades: near.shades,
                word,
                at,
            };
        }
    }
}

/// A block and the bytes behind it that its last places need: the first twelve of a word count.
pub(super) const WINDOW: usize = BLOCK + 8 + FURTHER;

/// The bytes behind the first eight of the word of `len` bytes at `place`.
#[inline(always)]
fn more_of(window: &[u8; WINDOW], place: usize, len: usize) -> u64 {
    let more = window.get(place + 8..).and_then(|more| more.first_chunk());
    let more = u32::from_le_bytes(*more.unwrap_or(&[0; FURTHER])) | 0x2020_2020;
    u64::from(more) & whole(len.saturating_sub(8))
}

/// The end of a text, filled up.
#[cold]
fn filled(rest: &[u8]) -> [u8; WINDOW] {
    let mut window = [0; WINDOW];
    for (place, byte) in window.iter_mut().zip(rest) {
        *place = *byte;
    }
    window
}

/// The word before.
#[derive(Default)]
struct Last {
    /// The shades of the words that may make a phrase with it.
    shades: u64,
    /// Its first eight bytes.
    word: u64,
    /// Where it begins.
    at: usize,
}

/// Where two letters stand before and three behind.
#[inline(always)]
fn insides(before: u64, here: u64, after: u64) -> u64 {
    here & (here << 1 | before >> 63)
        & (here << 2 | before >> 62)
        & (here >> 1 | after << 63)
        & (here >> 2 | after << 62)
        & (here >> 3 | after << 61)
}

#[cfg(test)]
mod tests {
    use super::super::lists;
    use super::super::table::lang;
    use super::*;

    const PATTERNS: [&str; 10] = [
        "skizofren*",
        "*psykose",
        "hiv",
        "sex+",
        "åndenød*",
        "kræft*",
        "psykisk_syg*",
        "er_i_arrest",
        "type_2_diabetes",
        "mor_drikker",
    ];

    fn places(text: &str) -> Vec<usize> {
        let entries: Vec<Entry> = PATTERNS
            .iter()
            .filter_map(|p| lists::entry(p, lang::ALL, 1))
            .collect();
        let mut out = Seen::default();
        let mut blocks = Vec::new();
        let plain = crate::lanes::outline(text.as_bytes(), &mut blocks);
        assert!(plain, "{text}");
        Skim::<64>::new(entries.iter()).look(text.as_bytes(), Words(&blocks), &mut out);
        out.starts.extend(out.insides);
        out.starts
    }

    #[test]
    fn words_of_the_lists_are_seen_wherever_they_stand() {
        for pad in 0..140 {
            let blank = " ".repeat(pad);
            for (text, behind) in [
                ("SKIZOFRENI", 0),
                ("ø fødselspsykosen", 3),
                ("PSYKISK sygt", 0),
                ("hiv", 0),
                ("er\ni en", 0),
                ("KRÆFTSYG", 0),
            ] {
                assert_eq!(places(&format!("{blank}{text}")), [pad + behind], "{text}");
            }
        }
        for (text, at) in [
            ("er hiv.", 3),
            ("«hiv» er", 2),
            ("HIV–positiv", 0),
            ("og sexet", 3),
            ("ÅNDENØD", 0),
            ("har åndenød", 4),
            ("–kræft", 3),
            ("8kræften", 1),
            ("type 2-diabetes", 0),
            ("mor drikker", 0),
            ("psykisk sygdom", 0),
            ("psykisk syg", 0),
        ] {
            assert!(places(text).contains(&at), "{text}");
        }
        for text in [
            "Kommunen har vedtaget planen, og arkivet lukkes.",
            "hive skize ånden krævet psykisk mor er",
        ] {
            assert!(places(text).is_empty(), "{text}");
        }
    }
}
