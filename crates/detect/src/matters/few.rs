//! A small set of numbers, with few false alarms.

/// Each number sets three bits of one place.
#[derive(Clone)]
pub(super) struct Few(Box<[u64]>);

/// How many places there are at most.
const MOST: usize = 1 << 13;

impl Few {
    /// An empty set of so many places, a power of two.
    pub(super) fn new(places: usize) -> Self {
        Self(vec![0; places.min(MOST)].into())
    }

    pub(super) fn add(&mut self, key: u64) {
        let (place, bits) = self.place(key);
        if let Some(held) = self.0.get_mut(place) {
            *held |= bits;
        }
    }

    /// Whether it was added, or, seldom, another number that sets the same bits.
    #[inline(always)]
    pub(super) fn has(&self, key: u64) -> bool {
        let (place, bits) = self.place(key);
        self.0.get(place).is_some_and(|held| held & bits == bits)
    }

    /// Whether one of `keys` was, without a branch for each.
    #[inline(always)]
    pub(super) fn has_any<const KEYS: usize>(&self, keys: [u64; KEYS]) -> bool {
        keys.into_iter().fold(false, |any, key| any | self.has(key))
    }

    #[inline(always)]
    fn place(&self, key: u64) -> (usize, u64) {
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let bits = 1 << (hash >> 45 & 63) | 1 << (hash >> 39 & 63) | 1 << (hash >> 33 & 63);
        ((hash >> 51) as usize & (self.0.len() - 1), bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_there_and_hardly_anything_else() {
        let mut few = Few::new(256);
        (0..500).for_each(|key| few.add(key * key));
        assert!((0..500).all(|key| few.has(key * key)));
        let others = (0..100_000_u64).filter(|key| few.has(key * key + 1_000_003));
        assert!(others.count() < 2_000);
        assert!(few.has_any([3, 49]) && !few.has_any([3, 50]));
    }
}
