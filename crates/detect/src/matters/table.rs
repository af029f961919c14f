//! Patterns compiled for looking up folded words.
//!
//! A pattern stands at the start of a word or inside it, and says what may follow: anything, nothing,
//! or an ending of its languages. Two bitmaps over groups of four letters turn nearly all words away
//! before a bucket is read, so the lists may grow without slowing clean text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::endings::{endings, is_ending};

/// Languages as bits.
pub mod lang {
    /// Danish.
    pub const DA: u8 = 1;
    /// Norwegian bokmål.
    pub const NB: u8 = 2;
    /// Swedish.
    pub const SV: u8 = 4;
    /// Finnish.
    pub const FI: u8 = 8;
    /// English.
    pub const EN: u8 = 16;
    /// All five.
    pub const ALL: u8 = 31;

    /// The bit of a code as in the data files.
    pub fn of(code: &str) -> Option<u8> {
        Some(match code {
            "da" => DA,
            "nb" => NB,
            "sv" => SV,
            "fi" => FI,
            "en" => EN,
            _ => return None,
        })
    }
}

/// What may stand behind the letters of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Anything: a stem.
    Any,
    /// Nothing: the whole word.
    Nothing,
    /// Nothing or a regular ending of the pattern's languages.
    Ending,
}

/// Where in a word a pattern may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At its first letter.
    Start,
    /// Behind at least two letters.
    Inside,
}

/// One word of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Folded letters.
    pub letters: Vec<u8>,
    /// What may follow them.
    pub rest: Rest,
}

/// A pattern with what it means.
#[derive(Debug, Clone)]
pub struct Entry {
    /// First word.
    pub head: Piece,
    /// Where the first word's letters may begin.
    pub place: Place,
    /// Further words of a phrase.
    pub tail: Vec<Piece>,
    /// Languages it is written in, as bits of [`lang`].
    pub langs: u8,
    /// The caller's meaning.
    pub meaning: u32,
}

impl Entry {
    /// Whether the word whose first letters are `next` may be the second of the phrase.
    pub fn may_go_on(&self, next: u64) -> bool {
        let Some(second) = self.tail.first() else {
            return true;
        };
        let bits = u64::MAX >> (64 - 8 * second.letters.len().clamp(1, 8));
        next & bits == head_of(&second.letters)
    }
}

/// An entry that fits a word, and how many letters of it the pattern covers.
#[derive(Debug, Clone, Copy)]
pub struct Match<'t> {
    /// The entry.
    pub entry: &'t Entry,
    /// Where its letters begin in the word.
    pub at: usize,
}

impl Match<'_> {
    /// Longer patterns and phrases know better.
    fn rank(&self) -> (usize, usize) {
        (self.entry.tail.len(), self.entry.head.letters.len())
    }
}

#[derive(Default, Clone, Copy)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.write_u32(u32::from(b));
        }
    }
    fn write_u32(&mut self, value: u32) {
        self.0 = (self.0 ^ u64::from(value)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 ^= self.0 >> 29;
    }
}

/// A pattern in a bucket: its first eight letters with the bits that count, so that most are turned away without
/// reading them, and its place among the entries.
#[derive(Clone, Copy)]
struct Slot {
    head: u64,
    bits: u64,
    index: u32,
}

type Buckets = HashMap<u32, Vec<Slot>, BuildHasherDefault<KeyHasher>>;

/// A set of four-letter groups, with false alarms.
#[derive(Clone)]
struct Sieve {
    cells: Vec<u64>,
    shift: u32,
}

impl Sieve {
    /// As small as `entries` allow: several tables are asked in turn and must fit the nearest cache.
    fn new(entries: usize) -> Self {
        let bits = (entries * 16).next_power_of_two().ilog2().clamp(10, 17);
        Self {
            cells: vec![0; 1 << (bits - 6)],
            shift: 32 - bits,
        }
    }
    #[inline]
    fn slot(&self, key: u32) -> (usize, u64) {
        let hash = key.wrapping_mul(0x9E37_79B1) >> self.shift;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }
    fn add(&mut self, key: u32) {
        let (word, bit) = self.slot(key);
        if let Some(cell) = self.cells.get_mut(word) {
            *cell |= bit;
        }
    }
    #[inline]
    fn may_have(&self, key: u32) -> bool {
        let (word, bit) = self.slot(key);
        self.cells.get(word).is_some_and(|cell| cell & bit != 0)
    }
}

/// The first four letters as a number; a shorter word is filled with zeros.
#[inline]
fn key_of(letters: &[u8]) -> u32 {
    if let Some(four) = letters.first_chunk::<4>() {
        return u32::from_le_bytes(*four);
    }
    let mut four = [0_u8; 4];
    for (to, from) in four.iter_mut().zip(letters) {
        *to = *from;
    }
    u32::from_le_bytes(four)
}

/// The first eight letters as a number; missing ones are zero.
#[inline]
pub fn head_of(letters: &[u8]) -> u64 {
    if let Some(eight) = letters.first_chunk::<8>() {
        return u64::from_le_bytes(*eight);
    }
    let mut eight = [0_u8; 8];
    for (to, from) in eight.iter_mut().zip(letters) {
        *to = *from;
    }
    u64::from_le_bytes(eight)
}

/// The compiled patterns.
#[derive(Clone)]
pub struct Table {
    entries: Vec<Entry>,
    starts: Buckets,
    insides: Buckets,
    start_sieve: Sieve,
    inside_sieve: Sieve,
}

/// Words shorter than this are not searched inside.
const LONG_WORD: usize = 7;

impl Table {
    /// Compiles `entries`. One whose letters are fewer than its place needs is left out: four for
    /// stems and for patterns inside a word.
    pub fn new(entries: Vec<Entry>) -> Self {
        let inside = entries.iter().filter(|e| e.place == Place::Inside).count();
        let mut table = Self {
            entries: Vec::with_capacity(entries.len()),
            starts: Buckets::default(),
            insides: Buckets::default(),
            start_sieve: Sieve::new(entries.len()),
            inside_sieve: Sieve::new(inside),
        };
        for entry in entries {
            table.add(entry);
        }
        table
    }

    fn add(&mut self, entry: Entry) {
        let short = entry.head.letters.len() < 4;
        let open = entry.place == Place::Inside || entry.head.rest == Rest::Any;
        if entry.head.letters.is_empty() || (short && open) {
            return;
        }
        let letters = &entry.head.letters;
        let slot = Slot {
            head: head_of(letters),
            bits: u64::MAX >> (64 - 8 * letters.len().min(8)),
            index: self.entries.len() as u32,
        };
        if entry.place == Place::Inside {
            self.insides.entry(key_of(letters)).or_default().push(slot);
            self.inside_sieve.add(key_of(letters));
        }
        let mut keys = vec![key_of(letters)];
        if short && entry.head.rest == Rest::Ending {
            // "sex" + "er": the key of the longer word holds a letter of the ending.
            keys.extend(endings(entry.langs).map(|e| key_of(&[letters, e].concat())));
        }
        for key in keys {
            self.start_sieve.add(key);
            let bucket = self.starts.entry(key).or_default();
            if bucket.iter().all(|other| other.index != slot.index) {
                bucket.push(slot);
            }
        }
        self.entries.push(entry);
    }

    /// How many patterns it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Calls `seen` with each entry whose head fits `word`.
    #[inline]
    pub fn each<'t>(&'t self, word: &[u8], mut seen: impl FnMut(Match<'t>)) {
        let key = key_of(word);
        if self.start_sieve.may_have(key) {
            self.in_bucket(&self.starts, key, word, 0, &mut seen);
        }
        if word.len() >= LONG_WORD && !self.insides.is_empty() {
            for (at, four) in word.windows(4).enumerate().skip(2) {
                let key = key_of(four);
                if self.inside_sieve.may_have(key) {
                    self.in_bucket(&self.insides, key, word, at, &mut seen);
                }
            }
        }
    }

    #[inline(never)]
    fn in_bucket<'t>(
        &'t self,
        buckets: &Buckets,
        key: u32,
        word: &[u8],
        at: usize,
        seen: &mut impl FnMut(Match<'t>),
    ) {
        let Some(bucket) = buckets.get(&key) else {
            return;
        };
        let Some(rest) = word.get(at..) else { return };
        let head = head_of(rest);
        for slot in bucket.iter().filter(|slot| head & slot.bits == slot.head) {
            let Some(entry) = self.entries.get(slot.index as usize) else {
                continue;
            };
            if fits(&entry.head, rest, entry.langs) {
                seen(Match { entry, at });
            }
        }
    }

    /// The best entry of one of `langs` that fits `word`; `follows` says whether the further words
    /// of a phrase stand behind it.
    pub fn best<'t>(
        &'t self,
        word: &[u8],
        langs: u8,
        mut follows: impl FnMut(&'t Entry) -> bool,
    ) -> Option<Match<'t>> {
        let mut best: Option<Match<'t>> = None;
        self.each(word, |found| {
            let better = best.is_none_or(|old| old.rank() < found.rank());
            if better
                && found.entry.langs & langs != 0
                && (found.entry.tail.is_empty() || follows(found.entry))
            {
                best = Some(found);
            }
        });
        best
    }
}

/// Whether `word` is the piece with an allowed rest.
pub fn fits(piece: &Piece, word: &[u8], langs: u8) -> bool {
    let Some(rest) = word.strip_prefix(piece.letters.as_slice()) else {
        return false;
    };
    match piece.rest {
        Rest::Any => true,
        Rest::Nothing => rest.is_empty(),
        Rest::Ending => rest.is_empty() || is_ending(rest, langs),
    }
}
