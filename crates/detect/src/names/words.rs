//! Words and what they may be, looked up in a few steps: nearly every word that is asked about is none of them.

use std::collections::HashMap;

/// One bit for each word, so many that most other words meet none: sixteen kilobytes, which stay near.
const BITS: usize = 1 << 17;
/// No word of the lists is longer.
const LONGEST: usize = 28;

/// A word of the lists: its letters, filled up with zeros, and what it may be.
#[derive(Clone, Copy, Debug)]
struct Slot {
    letters: [u8; LONGEST],
    length: u8,
    sorts: u16,
}

/// Words by their letters.
#[derive(Debug)]
pub struct Words {
    near: Vec<u64>,
    slots: Vec<Slot>,
}

impl Words {
    /// These words. A longer one than any list has is left out.
    pub fn of(words: &HashMap<Box<[u8]>, u16>) -> Self {
        let size = (words.len() * 2).next_power_of_two();
        let none = Slot {
            letters: [0; LONGEST],
            length: 0,
            sorts: 0,
        };
        let mut made = Self {
            near: vec![0; BITS / 64],
            slots: vec![none; size],
        };
        for (word, sorts) in words {
            made.add(word, *sorts);
        }
        made
    }

    fn add(&mut self, word: &[u8], sorts: u16) {
        let mut slot = Slot {
            letters: [0; LONGEST],
            length: word.len() as u8,
            sorts,
        };
        let Some(letters) = slot.letters.get_mut(..word.len()) else {
            return;
        };
        letters.copy_from_slice(word);
        let hash = hash(word);
        if let Some(bits) = self.near.get_mut(bit(hash) / 64) {
            *bits |= 1 << (bit(hash) % 64);
        }
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots.get(at).is_some_and(|s| s.length != 0) {
            at = (at + 1) & mask;
        }
        if let Some(place) = self.slots.get_mut(at) {
            *place = slot;
        }
    }

    /// What a word may be, if it is one of them.
    #[inline]
    pub fn get(&self, word: &[u8]) -> Option<u16> {
        let hash = hash(word);
        let near = self.near.get(bit(hash) / 64)?;
        if near >> (bit(hash) % 64) & 1 == 0 {
            return None;
        }
        self.find(word, hash)
    }

    fn find(&self, word: &[u8], hash: u64) -> Option<u16> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots.get(at).filter(|slot| slot.length != 0)?;
            if slot.letters.get(..usize::from(slot.length)) == Some(word) {
                return Some(slot.sorts);
            }
            at = (at + 1) & mask;
        }
    }
}

/// Which bit stands for a word.
fn bit(hash: u64) -> usize {
    (hash >> 40) as usize & (BITS - 1)
}

/// A quick sum of the first and the last letters; the words are our own, so nobody can make them meet on purpose.
#[inline]
pub(super) fn hash(word: &[u8]) -> u64 {
    let (first, last) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (few(word), 0),
    };
    let sum = first ^ last.rotate_left(31) ^ word.len() as u64;
    let sum = sum.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    sum ^ sum >> 29
}

/// At most seven letters as a number.
#[inline]
fn few(word: &[u8]) -> u64 {
    match (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        _ => word
            .iter()
            .fold(0, |sum, letter| sum << 8 | u64::from(*letter)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let mut words = HashMap::new();
        for number in 0..5_000_u16 {
            let word = format!(
                "{}{number}",
                "abcdefghijklmnop".get(..usize::from(number % 16)).unwrap()
            );
            words.insert(word.into_bytes().into_boxed_slice(), number);
        }
        let made = Words::of(&words);
        for (word, sorts) in &words {
            assert_eq!(made.get(word), Some(*sorts));
            let other = [word.as_ref(), b"x"].concat();
            assert_eq!(made.get(&other), None);
        }
        assert_eq!(made.get(b""), None);
        assert_eq!(made.get(&[b'a'; 40]), None);
    }
}
