//! Patterns under the first four letters of their heads, which turn nearly all words away.

/// A pattern under its key: its first eight letters with the bits that count, so that most are turned away without
/// reading them, and its place among the entries.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) head: u64,
    pub(super) bits: u64,
    /// The same of a phrase's second word, four letters of it.
    pub(super) second: u32,
    pub(super) second_bits: u32,
    pub(super) index: u32,
}

/// Patterns by the first four letters, those of one key side by side.
#[derive(Clone)]
pub(super) struct Index {
    /// Key, and where its slots begin and end; an end of 0 means empty.
    cells: Vec<(u32, u32, u32)>,
    shift: u32,
    slots: Vec<Slot>,
    sieve: Sieve,
}

impl Index {
    pub(super) fn new(mut pairs: Vec<(u32, Slot)>) -> Self {
        pairs.sort_by_key(|pair| pair.0);
        let keys = pairs.chunk_by(|a, b| a.0 == b.0).count();
        let bits = (keys * 2).next_power_of_two().ilog2().max(4);
        let mut index = Self {
            cells: vec![(0, 0, 0); 1 << bits],
            shift: 32 - bits,
            slots: pairs.iter().map(|pair| pair.1).collect(),
            sieve: Sieve::new(pairs.len()),
        };
        let mut from = 0;
        for group in pairs.chunk_by(|a, b| a.0 == b.0) {
            let to = from + group.len() as u32;
            if let Some((key, _)) = group.first() {
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

    /// The slots under `key`.
    #[inline]
    pub(super) fn slots(&self, key: u32) -> &[Slot] {
        if !self.sieve.may_have(key) {
            return &[];
        }
        let mut at = self.place(key);
        while let Some(&(held, from, to)) = self.cells.get(at).filter(|cell| cell.2 != 0) {
            if held == key {
                return self.slots.get(from as usize..to as usize).unwrap_or(&[]);
            }
            at = (at + 1) % self.cells.len();
        }
        &[]
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

/// The first eight letters as a number; missing ones are zero.
#[inline]
pub(super) fn head_of(letters: &[u8]) -> u64 {
    if let Some(eight) = letters.first_chunk::<8>() {
        return u64::from_le_bytes(*eight);
    }
    if let (Some(first), Some(last)) = (letters.first_chunk::<4>(), letters.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << (8 * (letters.len() - 4));
    }
    let mut eight = [0_u8; 8];
    for (to, from) in eight.iter_mut().zip(letters) {
        *to = *from;
    }
    u64::from_le_bytes(eight)
}
