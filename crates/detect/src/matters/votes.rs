//! Votes for the language of a passage by its small words: every word of a passage that is to be judged is looked up
//! here, so it must be quick.

use fearless_simd::{Level, dispatch};

use crate::lanes::{BLOCK, Words};

use super::heads::{raw, word_of};
use super::table::Entry;

/// Words of more letters do not vote.
const LONGEST: usize = 8;
/// A power of two, more than twice as many as there are words.
const PLACES: usize = 2048;

/// Small words by their bytes: each stands at one of two places, so that two looks tell, without a branch.
#[derive(Clone)]
pub(super) struct Votes {
    words: Box<[u64; PLACES]>,
    langs: Box<[u8; PLACES]>,
    /// Those of more than eight bytes, which have letters of two.
    long: Vec<(Vec<u8>, u8)>,
}

impl Votes {
    /// Of the words of these entries.
    pub(super) fn new<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut votes = Self {
            words: Box::new([0; PLACES]),
            langs: Box::new([0; PLACES]),
            long: Vec::new(),
        };
        for entry in entries.filter(|e| e.tail.is_empty()) {
            let letters = &entry.head.letters;
            if letters.is_empty() || letters.len() > LONGEST {
                continue;
            }
            let bytes = raw(letters);
            if bytes.len() > 8 {
                votes.add_long(bytes, entry.langs);
            } else {
                votes.add(word_of(&bytes, 0, bytes.len()), entry.langs);
            }
        }
        votes
    }

    fn add(&mut self, word: u64, langs: u8) {
        for at in places(word) {
            if self.words.get(at) == Some(&word) {
                return self.put(at, (word, self.langs.get(at).unwrap_or(&0) | langs));
            }
        }
        // Whoever stands at a wanted place moves to the other of its own, and so on: there is room enough.
        let mut held = (word, langs);
        let [mut at, _] = places(word);
        for _ in 0..PLACES {
            let moved = self.at(at);
            self.put(at, held);
            if moved.0 == 0 {
                return;
            }
            let [one, other] = places(moved.0);
            at = if at == one { other } else { one };
            held = moved;
        }
    }

    fn at(&self, at: usize) -> (u64, u8) {
        let word = self.words.get(at).copied().unwrap_or(0);
        (word, self.langs.get(at).copied().unwrap_or(0))
    }

    fn put(&mut self, at: usize, (word, langs): (u64, u8)) {
        if let (Some(held), Some(of)) = (self.words.get_mut(at), self.langs.get_mut(at)) {
            (*held, *of) = (word, langs);
        }
    }

    fn add_long(&mut self, bytes: Vec<u8>, langs: u8) {
        match self.long.iter_mut().find(|word| word.0 == bytes) {
            Some(known) => known.1 |= langs,
            None => self.long.push((bytes, langs)),
        }
    }

    /// Counts all words of plain `bytes`, which stand as `words` says.
    pub(super) fn count_all(&self, bytes: &[u8], words: Words<'_>, tally: &mut Tally) {
        dispatch!(Level::new(), _ => self.count_each(bytes, words, tally));
    }

    #[inline(always)]
    fn count_each(&self, bytes: &[u8], words: Words<'_>, tally: &mut Tally) {
        let mut before = 0;
        let mut sum = 0;
        for (index, block) in words.0.iter().enumerate() {
            let here = block.letters;
            let next = words.0.get(index + 1).copied().unwrap_or_default();
            let starts = here & !(here << 1 | before >> 63);
            before = here;
            let long = !within_eight(!here >> 1 | !next.letters << 63, !next.letters >> 1);
            let mut short = starts & !long;
            while short != 0 {
                let place = short.trailing_zeros();
                short &= short - 1;
                let others = !(here >> place | next.letters << 1 << (63 - place));
                let len = others.trailing_zeros() as usize;
                let word = word_of(bytes, index * BLOCK + place as usize, len);
                sum += NARROW[usize::from(self.langs_of(word) & 31)];
            }
            if block.nordic | next.nordic != 0 {
                let mut long = starts & long & within_eight(block.nordic, next.nordic);
                while long != 0 {
                    let place = long.trailing_zeros();
                    long &= long - 1;
                    let others = !(here >> place | next.letters << 1 << (63 - place));
                    let at = index * BLOCK + place as usize;
                    let end = at + (others.trailing_zeros() as usize).min(2 * LONGEST + 1);
                    self.count_long(bytes.get(at..end).unwrap_or_default(), tally);
                }
            }
            if index % FULL == FULL - 1 {
                tally.add_narrow(std::mem::take(&mut sum));
            }
        }
        tally.add_narrow(sum);
    }

    /// Counts a folded word.
    pub(super) fn count(&self, word: &[u8], tally: &mut Tally) {
        if word.len() > LONGEST {
            return;
        }
        let bytes = raw(word);
        if bytes.len() > 8 {
            self.count_long(&bytes, tally);
        } else {
            tally.add(self.langs_of(word_of(&bytes, 0, bytes.len())));
        }
    }

    /// The languages whose small word it is.
    #[inline(always)]
    fn langs_of(&self, word: u64) -> u8 {
        let mut langs = 0;
        for at in places(word) {
            let (held, of) = self.at(at);
            langs |= if held == word { of } else { 0 };
        }
        langs
    }

    #[inline(never)]
    fn count_long(&self, word: &[u8], tally: &mut Tally) {
        for (long, langs) in &self.long {
            let same = long.len() == word.len();
            if same && long.iter().zip(word).all(|(a, b)| *a == *b | 0x20) {
                tally.add(*langs);
            }
        }
    }
}

/// At which places of a block one of these `bits` stands, or at one of the seven behind; `next` are those behind it.
#[inline(always)]
fn within_eight(bits: u64, next: u64) -> u64 {
    let mut bits = u128::from(bits) | u128::from(next) << 64;
    bits |= bits >> 1;
    bits |= bits >> 2;
    bits |= bits >> 4;
    bits as u64
}

/// Where a word may stand.
#[inline(always)]
fn places(word: u64) -> [usize; 2] {
    let hash = word.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    [hash >> 53, hash >> 42].map(|hash| hash as usize % PLACES)
}

/// Votes for the five languages, side by side in one number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally(u128);

/// Bits of one language's votes: no text has so many words.
const LANE: u32 = 25;
/// The same of a few blocks, so that all five fit a register.
const NARROW_LANE: u32 = 12;
/// So many blocks: half of their bytes may begin words, and each of these may add 2.
const FULL: usize = 32;

static ADDS: [u128; 32] = adds(LANE);
static NARROW: [u64; 32] = {
    let wide = adds(NARROW_LANE);
    let mut narrow = [0; 32];
    let mut langs = 0;
    while langs < 32 {
        narrow[langs] = wide[langs] as u64;
        langs += 1;
    }
    narrow
};

/// What a word adds, by its languages. A word of one language weighs more than one that several share.
const fn adds(lane: u32) -> [u128; 32] {
    let mut adds = [0; 32];
    let mut langs = 0;
    while langs < 32 {
        let weight = if (langs as u8).count_ones() == 1 {
            2
        } else {
            1
        };
        let mut bit = 0;
        while bit < 5 {
            adds[langs] |= ((langs >> bit & 1) as u128 * weight) << (bit as u32 * lane);
            bit += 1;
        }
        langs += 1;
    }
    adds
}

impl Tally {
    #[inline(always)]
    fn add(&mut self, langs: u8) {
        self.0 += ADDS[usize::from(langs & 31)];
    }

    fn add_narrow(&mut self, votes: u64) {
        for bit in 0..5 {
            let of = votes >> (bit * NARROW_LANE) & ((1 << NARROW_LANE) - 1);
            self.0 += u128::from(of) << (bit * LANE);
        }
    }

    /// Whether no word voted.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The votes of each language.
    pub fn votes(self) -> [u32; 5] {
        [0, 1, 2, 3, 4].map(|bit| (self.0 >> (bit * LANE)) as u32 & ((1 << LANE) - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::lists;
    use super::*;
    use crate::lanes::outline;

    #[test]
    fn every_small_word_has_its_languages_however_it_is_read() {
        let entries = lists::read(super::super::context::FILE, |line| {
            (line.section == "vote").then_some(1)
        });
        let votes = Votes::new(entries.iter());
        let mut voted = 0;
        for entry in entries.iter().filter(|e| e.tail.is_empty()) {
            let letters = &entry.head.letters;
            let mut folded = Tally::default();
            votes.count(letters, &mut folded);
            let text: String = letters.iter().map(|b| char::from(*b)).collect();
            for (bit, count) in folded.votes().into_iter().enumerate() {
                let of = letters.len() <= LONGEST && entry.langs >> bit & 1 != 0;
                assert!(!of || count > 0, "{text}");
            }
            for text in [text.clone(), text.to_uppercase()] {
                let mut blocks = Vec::new();
                assert!(outline(text.as_bytes(), &mut blocks));
                let mut read = Tally::default();
                votes.count_all(text.as_bytes(), Words(&blocks), &mut read);
                assert_eq!(read.votes(), folded.votes(), "{text}");
            }
            voted += 1;
        }
        assert!(voted > 100, "{voted}");
    }
}
