//! Where in a block of text one of a few groups of four bytes may stand: those that patterns inside words begin with.
//! Sixty-four places are asked at a time, by the halves of their bytes in eight groups, as string searchers do.

use fearless_simd::{Simd, prelude::*, u8x64};

use crate::lanes::BLOCK;

use super::skim::WINDOW;

/// Bytes that are compared at each place.
const DEPTH: usize = 4;

/// The groups as a small set, and for each of the four bytes and the value of its lower and upper half, in which
/// groups it stands. Each table of sixteen stands there four times over, as wide registers want it.
#[derive(Clone)]
pub(super) struct Needles {
    heads: [u64; HEADS],
    low: [[u8; BLOCK]; DEPTH],
    high: [[u8; BLOCK]; DEPTH],
}

impl Needles {
    /// Of these beginnings, in lower case.
    pub(super) fn new(mut heads: Vec<[u8; DEPTH]>) -> Self {
        heads.sort_unstable();
        heads.dedup();
        let mut needles = Self {
            heads: [0; HEADS],
            low: [[0; BLOCK]; DEPTH],
            high: [[0; BLOCK]; DEPTH],
        };
        let size = heads.len().div_ceil(8).max(1);
        for (group, heads) in heads.chunks(size).enumerate() {
            for head in heads {
                let (place, bit) = place(*head);
                if let Some(held) = needles.heads.get_mut(place) {
                    *held |= bit;
                }
                for (depth, byte) in head.iter().enumerate() {
                    needles.add(depth, *byte, 1 << group);
                }
            }
        }
        needles
    }

    /// Whether one stands at `at`: a second question, with few false alarms.
    #[inline(always)]
    pub(super) fn may_stand(&self, bytes: &[u8], at: usize) -> bool {
        let here = bytes.get(at..).and_then(|rest| rest.first_chunk());
        here.is_some_and(|here| {
            let (place, bit) = place(*here);
            self.heads.get(place).is_some_and(|held| held & bit != 0)
        })
    }

    fn add(&mut self, depth: usize, byte: u8, group: u8) {
        for (tables, half) in [(&mut self.low, byte & 15), (&mut self.high, byte >> 4)] {
            let places = tables.get_mut(depth).into_iter().flatten();
            for place in places.skip(usize::from(half)).step_by(16) {
                *place |= group;
            }
        }
    }

    /// One bit for each place of the block that begins `window` where a group may stand.
    #[inline(always)]
    pub(super) fn places<S: Simd>(&self, simd: S, window: &[u8; WINDOW]) -> u64 {
        let mut groups = u8x64::splat(simd, 0xFF);
        for (depth, (low, high)) in self.low.iter().zip(&self.high).enumerate() {
            let here = window.get(depth..).and_then(|rest| rest.first_chunk());
            let here = u8x64::simd_from(simd, *here.unwrap_or(&[0; BLOCK])) | 0x20;
            let low = u8x64::simd_from(simd, *low).swizzle_dyn_within_blocks(here & 15);
            let high = u8x64::simd_from(simd, *high).swizzle_dyn_within_blocks(here >> 4);
            groups = groups & low & high;
        }
        !groups.simd_eq(0).to_bitmask()
    }
}

/// A power of two: a few dozen groups set one bit each.
const HEADS: usize = 32;

/// The bit of a group.
#[inline(always)]
fn place(head: [u8; DEPTH]) -> (usize, u64) {
    let hash = (u32::from_le_bytes(head) | 0x2020_2020).wrapping_mul(0x9E37_79B1) >> 21;
    ((hash >> 6) as usize % HEADS, 1 << (hash & 63))
}
