//! Folded letters, kept in place.

use std::ops::Deref;

use super::fold::LONGEST as LETTERS;

/// The folded letters of a word, kept in place.
#[derive(Debug, Clone, Copy)]
pub struct Letters {
    letters: [u8; LETTERS],
    len: u8,
}

impl Letters {
    /// Of a folded word.
    pub fn of(letters: [u8; LETTERS], len: usize) -> Self {
        Self {
            letters,
            len: len.min(LETTERS) as u8,
        }
    }

    /// Of the word of `len` bytes at `at`, if it is short and has letters of ASCII alone.
    #[inline]
    pub fn of_ascii(bytes: &[u8], at: usize, len: usize) -> Option<Self> {
        const LONG: usize = 16;
        const CASE: u128 = 0x2020_2020_2020_2020_2020_2020_2020_2020;
        const HIGH: u128 = CASE << 2;
        let chunk = bytes.get(at..)?.first_chunk::<LONG>()?;
        if !(1..=LONG).contains(&len) {
            return None;
        }
        let value = u128::from_le_bytes(*chunk);
        if value & (u128::MAX >> (128 - 8 * len)) & HIGH != 0 {
            return None;
        }
        let mut letters = [0; LETTERS];
        if let Some(first) = letters.first_chunk_mut::<LONG>() {
            *first = (value | CASE).to_le_bytes();
        }
        Some(Self::of(letters, len))
    }
}

impl Deref for Letters {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        self.letters.get(..usize::from(self.len)).unwrap_or(&[])
    }
}
