//! Patterns under the first four letters of their heads, which turn nearly all words away.

use super::table::{Entry, Rest};

/// A pattern under its key, with what of it is asked for most, so that its entry need seldom be read.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    /// Its letters behind the first eight.
    pub(super) further: Four,
    /// Of a phrase's second word.
    pub(super) second: Four,
    /// Its place among the entries.
    pub(super) index: u32,
    pub(super) meaning: u32,
    pub(super) langs: u8,
    pub(super) rest: Rest,
    /// How many letters it has; as many as a byte holds stand for more.
    pub(super) len: u8,
    pub(super) phrase: bool,
}

impl Slot {
    fn of(entry: &Entry, index: u32) -> Self {
        let second = entry.tail.first().map_or(&[][..], |piece| &piece.letters);
        Self {
            further: Four::of(entry.head.letters.get(8..).unwrap_or_default()),
            second: Four::of(second),
            index,
            meaning: entry.meaning,
            langs: entry.langs,
            rest: entry.head.rest,
            len: entry.head.letters.len().min(usize::from(u8::MAX)) as u8,
            phrase: !entry.tail.is_empty(),
        }
    }
}

/// Up to four letters that a word may go on with, and the bits of them that count.
#[derive(Clone, Copy)]
pub(super) struct Four {
    letters: u32,
    bits: u32,
}

impl Four {
    fn of(letters: &[u8]) -> Self {
        let bits = 8 * letters.len().min(4) as u32;
        Self {
            letters: key_of(letters),
            bits: u32::MAX.checked_shr(32 - bits).unwrap_or(0),
        }
    }

    /// Whether these letters ([`key_of`]) begin with them.
    #[inline]
    pub(super) fn fits(self, letters: u32) -> bool {
        letters & self.bits == self.letters
    }

    /// Whether there are none, so that anything fits.
    #[inline]
    pub(super) fn is_empty(self) -> bool {
        self.bits == 0
    }
}

/// The patterns of one key: their letters behind the key, which turn most away, and the patterns.
#[derive(Clone, Copy)]
pub(super) struct Group<'i> {
    more: &'i [Four],
    slots: &'i [Slot],
}

impl<'i> Group<'i> {
    const NONE: Self = Self {
        more: &[],
        slots: &[],
    };

    /// Those that begin like a word whose letters behind the first four are `more` ([`key_of`]).
    #[inline]
    pub(super) fn like(self, more: u32) -> impl Iterator<Item = &'i Slot> {
        let slots = self.more.iter().zip(self.slots);
        slots
            .filter(move |(four, _)| four.fits(more))
            .map(|(_, slot)| slot)
    }

    pub(super) fn is_empty(self) -> bool {
        self.slots.is_empty()
    }
}

/// How many letters of a pattern the key and its slot hold.
pub(super) const HELD: usize = 12;

/// Patterns by the first four letters, those of one key side by side.
#[derive(Clone)]
pub(super) struct Index {
    /// Key, and where its slots begin and end; an end of 0 means empty.
    cells: Vec<(u32, u32, u32)>,
    shift: u32,
    /// The letters of each slot behind the first four.
    more: Vec<Four>,
    slots: Vec<Slot>,
    sieve: Sieve,
}

impl Index {
    /// Of these entries, each with its key and its number.
    pub(super) fn new(mut pairs: Vec<(u32, &Entry, u32)>) -> Self {
        pairs.sort_by_key(|pair| pair.0);
        let keys = pairs.chunk_by(|a, b| a.0 == b.0).count();
        let bits = (keys * 2).next_power_of_two().ilog2().max(4);
        let mut index = Self {
            cells: vec![(0, 0, 0); 1 << bits],
            shift: 32 - bits,
            more: pairs
                .iter()
                .map(|pair| Four::of(pair.1.head.letters.get(4..).unwrap_or_default()))
                .collect(),
            slots: pairs.iter().map(|pair| Slot::of(pair.1, pair.2)).collect(),
            sieve: Sieve::new(pairs.len()),
        };
        let mut from = 0;
        for group in pairs.chunk_by(|a, b| a.0 == b.0) {
            let to = from + group.len() as u32;
            if let Some((key, ..)) = group.first() {
                index.sieve.add(*key);
                index.put((*key, from, to));
            }
            from = to;
        }
        index
    }

    fn put(&mut self, cell: (u32, u32, u32)) {
        let mut at = self.place(cell.0);
        while self.cells.get(at).is_some_and(|held| held.2 != 0) {
            at = (at + 1) % self.cells.len();
        }
        if let Some(place) = self.cells.get_mut(at) {
            *place = cell;
        }
    }

    #[inline]
    fn place(&self, key: u32) -> usize {
        (key.wrapping_mul(0x85EB_CA6B) >> self.shift) as usize
    }

    /// Whether it holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The patterns under `key`, where most have none.
    #[inline]
    pub(super) fn rare(&self, key: u32) -> Group<'_> {
        if self.sieve.may_have(key) {
            self.group(key)
        } else {
            Group::NONE
        }
    }

    /// The patterns under `key`.
    #[inline]
    pub(super) fn group(&self, key: u32) -> Group<'_> {
        let mut at = self.place(key);
        while let Some(&(held, from, to)) = self.cells.get(at).filter(|cell| cell.2 != 0) {
            if held == key {
                let range = from as usize..to as usize;
                return Group {
                    more: self.more.get(range.clone()).unwrap_or(&[]),
                    slots: self.slots.get(range).unwrap_or(&[]),
                };
            }
            at = (at + 1) % self.cells.len();
        }
        Group::NONE
    }
}

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
pub(super) fn key_of(letters: &[u8]) -> u32 {
    if let Some(four) = letters.first_chunk::<4>() {
        return u32::from_le_bytes(*four);
    }
    let mut four = [0_u8; 4];
    for (to, from) in four.iter_mut().zip(letters) {
        *to = *from;
    }
    u32::from_le_bytes(four)
}
