//! The first look at a text: where a word of the lists may begin. Reads the bytes as they stand, and asks small sets
//! of four, six and eight bytes; only what both know is folded and looked up. May see too much, never too little, as long as
//! the text is plain ([`outline`](crate::lanes::outline)).

use crate::lanes::{BLOCK, Words};

use super::endings::endings;
use super::table::{Entry, Piece, Place, Rest};

const CASE: u64 = 0x2020_2020_2020_2020;

/// A set of keys, with false alarms, of `WORDS` times 64 bits. Its size is fixed so that no bound is checked.
#[derive(Clone)]
struct Bits<const WORDS: usize>(Box<[u64; WORDS]>);

impl<const WORDS: usize> Bits<WORDS> {
    const SHIFT: u32 = 58 - WORDS.ilog2();

    fn new() -> Self {
        Self(Box::new([0; WORDS]))
    }

    #[inline]
    fn slot(key: u64) -> (usize, u32) {
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> Self::SHIFT;
        ((hash >> 6) as usize % WORDS, (hash & 63) as u32)
    }

    fn add(&mut self, key: u64) {
        let (word, bit) = Self::slot(key);
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << bit;
        }
    }

    #[inline]
    fn has(&self, key: u64) -> bool {
        let (word, bit) = Self::slot(key);
        self.0.get(word).is_some_and(|word| word >> bit & 1 != 0)
    }
}

/// Beginnings of patterns at one place of a word, by as many bytes as all patterns of a length have.
#[derive(Clone)]
struct Heads {
    /// First four bytes that a pattern of fewer than six bytes begins with.
    short: Bits<2048>,
    six: Bits<4096>,
    eight: Bits<8192>,
    /// Whole words of at most eight bytes.
    whole: Bits<2048>,
}

impl Heads {
    fn new() -> Self {
        Self {
            short: Bits::new(),
            six: Bits::new(),
            eight: Bits::new(),
            whole: Bits::new(),
        }
    }

    fn add(&mut self, raw: &[u8], whole: bool) {
        let eight = number(raw);
        match raw.len() {
            ..=8 if whole => self.whole.add(eight),
            ..6 => self.short.add(eight & FOUR),
            6..8 => self.six.add(eight & SIX),
            _ => self.eight.add(eight),
        }
    }

    /// Whether a pattern may begin with `eight` bytes of the text, of which the first `len` belong to the word.
    #[inline]
    fn may_begin(&self, eight: u64, len: usize) -> bool {
        let word = eight & WHOLE[len.min(8)];
        self.eight.has(eight)
            || self.six.has(eight & SIX)
            || self.short.has(word & FOUR)
            || len <= 8 && self.whole.has(word)
    }

    /// The same inside a word.
    #[inline]
    fn may_go_on(&self, eight: u64) -> bool {
        self.eight.has(eight) || self.six.has(eight & SIX) || self.short.has(eight & FOUR)
    }
}

const FOUR: u64 = 0xFFFF_FFFF;
const SIX: u64 = 0xFFFF_FFFF_FFFF;

/// What of eight bytes belongs to a word of so many.
static WHOLE: [u64; 9] = [
    0,
    0xFF,
    0xFFFF,
    0xFF_FFFF,
    0xFFFF_FFFF,
    0xFF_FFFF_FFFF,
    0xFFFF_FFFF_FFFF,
    0xFF_FFFF_FFFF_FFFF,
    u64::MAX,
];

/// The first eight bytes as a number, letters in lower case, missing ones zero.
fn number(raw: &[u8]) -> u64 {
    let mut eight = [0; 8];
    for (place, byte) in eight.iter_mut().zip(raw) {
        *place = byte | 0x20;
    }
    u64::from_le_bytes(eight)
}

/// The compiled beginnings of all patterns that may make a finding.
#[derive(Clone)]
pub(super) struct Skim {
    /// Everything that a word may begin with, by four bytes.
    four: Bits<2048>,
    /// The same of what may stand inside a word.
    inside: Bits<512>,
    starts: Heads,
    insides: Heads,
    phrases: Phrases,
}

/// Beginnings of phrases: the first word's by four bytes, and together with four bytes of the second word, or with two
/// where that is a stem of fewer.
#[derive(Clone)]
struct Phrases {
    four: Bits<512>,
    pairs: Bits<4096>,
    stems: Bits<512>,
}

/// Two beginnings as one key.
#[inline]
fn pair(four: u64, second: u64) -> u64 {
    four | second << 32
}

impl Skim {
    pub(super) fn new<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut skim = Self {
            four: Bits::new(),
            inside: Bits::new(),
            starts: Heads::new(),
            insides: Heads::new(),
            phrases: Phrases {
                four: Bits::new(),
                pairs: Bits::new(),
                stems: Bits::new(),
            },
        };
        for entry in entries {
            skim.add(entry);
        }
        skim
    }

    fn add(&mut self, entry: &Entry) {
        let raw = raw(&entry.head.letters);
        if entry.place == Place::Inside {
            self.inside.add(number(&raw) & FOUR);
            self.insides.add(&raw, false);
        }
        let whole = entry.head.rest == Rest::Nothing && entry.place == Place::Start;
        self.add_start(&raw, whole, entry.tail.first());
        if raw.len() < 4 && entry.head.rest == Rest::Ending {
            for ending in endings(entry.langs) {
                let longer = self::raw(&[&entry.head.letters, ending].concat());
                self.add_start(&longer, true, entry.tail.first());
            }
        }
    }

    /// A beginning of a word, or all of it, and the word behind it if it is a phrase's.
    fn add_start(&mut self, raw: &[u8], whole: bool, second: Option<&Piece>) {
        self.four.add(number(raw) & FOUR);
        let Some(piece) = second else {
            return self.starts.add(raw, whole);
        };
        let four = number(raw) & FOUR;
        let second = self::raw(&piece.letters);
        self.phrases.four.add(four);
        if second.len() >= 4 || piece.rest == Rest::Nothing {
            self.phrases.pairs.add(pair(four, number(&second) & FOUR));
        } else if second.len() >= 2 {
            self.phrases.stems.add(pair(four, number(&second) & 0xFFFF));
        } else {
            self.starts.add(raw, false);
        }
    }

    /// Calls `seen` with where a word begins and each place in it where a pattern may begin, in order.
    #[inline]
    pub(super) fn each(&self, bytes: &[u8], words: Words<'_>, mut seen: impl FnMut(usize, usize)) {
        let mut last = 0;
        let mut word = 0;
        for (index, block) in words.0.iter().enumerate() {
            let here = block.letters;
            let next = words.0.get(index + 1).map_or(0, |b| b.letters);
            let starts = here & !(here << 1 | last >> 63);
            let insides = insides(last, here, next);
            last = here;
            let from = index * BLOCK;
            let mut places = self.places(bytes, from, (starts, insides), (here, next));
            while places != 0 {
                let bit = places & places.wrapping_neg();
                places ^= bit;
                let at = from + bit.trailing_zeros() as usize;
                // The word begins here, or it is the last that began before.
                let begun = starts & (bit | (bit - 1));
                if begun != 0 {
                    word = from + 63 - begun.leading_zeros() as usize;
                }
                let may = if starts & bit != 0 {
                    self.may_begin(bytes, words, at)
                } else {
                    self.insides.may_go_on(eight(bytes, at))
                };
                if may {
                    seen(word, at);
                }
            }
            if starts != 0 {
                word = from + 63 - starts.leading_zeros() as usize;
            }
        }
    }

    /// The places of a block where four bytes are those of a pattern: one question each, without a branch.
    #[inline]
    fn places(&self, bytes: &[u8], from: usize, at: (u64, u64), letters: (u64, u64)) -> u64 {
        let (mut starts, mut insides) = at;
        let mut places = 0;
        while starts != 0 {
            let place = starts.trailing_zeros();
            starts &= starts - 1;
            let word = letters.0 >> place | letters.1 << 1 << (63 - place);
            let four = eight(bytes, from + place as usize) & SHORT[(!word & 15) as usize];
            places |= u64::from(self.four.has(four)) << place;
        }
        while insides != 0 {
            let place = insides.trailing_zeros();
            insides &= insides - 1;
            let four = eight(bytes, from + place as usize) & FOUR;
            places |= u64::from(self.inside.has(four)) << place;
        }
        places
    }

    /// Whether a pattern may begin the word at `at`.
    fn may_begin(&self, bytes: &[u8], words: Words<'_>, at: usize) -> bool {
        let (eight, end) = (eight(bytes, at), words.end(at));
        let len = end - at;
        if self.starts.may_begin(eight, len) {
            return true;
        }
        let four = eight & WHOLE[len.min(4)];
        self.phrases.four.has(four) && self.goes_on_with(bytes, words, end, four)
    }

    /// Whether the word behind the one that ends at `end` may be the second of a phrase.
    fn goes_on_with(&self, bytes: &[u8], words: Words<'_>, end: usize, four: u64) -> bool {
        let letter = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphabetic());
        let next = if letter(end + 1) {
            end + 1
        } else {
            let Some(next) = words.next(end) else {
                return false;
            };
            next
        };
        let second = eight(bytes, next);
        if self.phrases.stems.has(pair(four, second & 0xFFFF)) {
            return true;
        }
        let word = second & WHOLE[(words.end(next) - next).min(4)];
        self.phrases.pairs.has(pair(four, word))
    }
}

/// What of four bytes belongs to a word, by which of the four are none of its letters.
static SHORT: [u64; 16] = {
    let mut table = [0; 16];
    let mut none = 0;
    while none < 16 {
        let len = (none as u32 | 16).trailing_zeros();
        table[none] = (1 << (8 * len)) - 1;
        none += 1;
    }
    table
};

/// The eight bytes at `at` in lower case; what lies behind the end is zero.
#[inline]
fn eight(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..at + 8).and_then(|eight| eight.first_chunk()) {
        Some(eight) => u64::from_le_bytes(*eight) | CASE,
        None => number(bytes.get(at..).unwrap_or_default()),
    }
}

/// Where two letters stand before and three behind.
#[inline]
fn insides(before: u64, here: u64, after: u64) -> u64 {
    here & (here << 1 | before >> 63)
        & (here << 2 | before >> 62)
        & (here >> 1 | after << 63)
        & (here >> 2 | after << 62)
        & (here >> 3 | after << 61)
}

/// The folded letters as they stand in a text.
pub(super) fn raw(letters: &[u8]) -> Vec<u8> {
    letters
        .iter()
        .flat_map(|&letter| match letter {
            0xC0.. => [Some(0xC3), Some(letter - 0x40)],
            _ => [Some(letter), None],
        })
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::lists;
    use super::*;

    fn places(text: &str) -> Vec<usize> {
        let patterns = [
            "skizofren*",
            "*psykose",
            "hiv",
            "sex+",
            "åndenød*",
            "kræft*",
        ];
        let entries: Vec<Entry> = patterns
            .iter()
            .filter_map(|p| lists::entry(p, super::super::table::lang::ALL, 1))
            .collect();
        let mut out = Vec::new();
        let mut blocks = Vec::new();
        assert!(
            crate::lanes::outline(text.as_bytes(), &mut blocks),
            "{text}"
        );
        let seen = |_, at| out.push(at);
        Skim::new(entries.iter()).each(text.as_bytes(), Words(&blocks), seen);
        out
    }

    #[test]
    fn words_of_the_lists_are_seen_wherever_they_stand() {
        for pad in 0..140 {
            let text = format!("{}SKIZOFRENI", " ".repeat(pad));
            assert_eq!(places(&text), [pad]);
            let text = format!("{}fødselspsykosen", " ".repeat(pad));
            assert_eq!(places(&text), [pad + 8]);
        }
        for (text, at) in [
            ("hiv", 0),
            ("er hiv.", 3),
            ("«hiv» er", 2),
            ("HIV–positiv", 0),
            ("og sexet", 3),
            ("ÅNDENØD", 0),
            ("har åndenød", 4),
            ("–kræft", 3),
            ("8kræften", 1),
        ] {
            assert!(places(text).contains(&at), "{text}");
        }
        assert!(places("Kommunen har vedtaget planen, og arkivet lukkes.").is_empty());
    }
}
