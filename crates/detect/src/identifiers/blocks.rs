//! Where digits stand densely enough for a number: the part that looks at every byte.

use fearless_simd::{Level, Simd, dispatch, prelude::*, u8x64};

use crate::lanes::padded;

pub(super) use crate::lanes::BLOCK;

/// Two neighbouring blocks with fewer digits hold no identifier: the shortest has six digits, and the longest
/// way to write ten of them (an entity between every two) still puts five into two neighbouring blocks.
const ENOUGH: u32 = 5;

/// Bytes from here on may begin a digit of another script, or a letter of Greek or Cyrillic that looks like a Latin
/// one; 0xE2 begins neither.
pub(super) const FOREIGN: u8 = 0xCD;

/// A part of the text that is worth reading, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What a look at all bytes says.
#[derive(Debug, Default)]
pub(crate) struct Overview {
    /// The digits of each block, the first byte's bit lowest.
    pub(crate) digits: Vec<u64>,
    /// Whether a byte stands there that may begin a digit or look-alike of another script.
    pub(crate) foreign: bool,
    /// Whether `@` stands there.
    pub(crate) at_sign: bool,
    /// Whether `<` stands there.
    pub(crate) less: bool,
    /// Whether `&` stands there.
    pub(crate) ampersand: bool,
}

impl Overview {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut view = Self::default();
        // Not filled with zeros first: that takes a slower way through the allocator.
        let mut digits = Vec::with_capacity(bytes.len().div_ceil(BLOCK));
        dispatch!(Level::new(), simd => view.read(simd, bytes, &mut digits));
        view.digits = digits;
        view
    }

    #[inline(always)]
    fn read<S: Simd>(&mut self, simd: S, bytes: &[u8], digits: &mut Vec<u64>) {
        let (blocks, tail) = bytes.as_chunks::<BLOCK>();
        digits.extend(blocks.iter().map(
            #[inline(always)]
            |block| self.look(simd, block),
        ));
        if !tail.is_empty() {
            digits.push(self.look(simd, &padded(tail)));
        }
    }

    /// Keeps what else stands in a block, and gives its digits.
    #[inline(always)]
    fn look<S: Simd>(&mut self, simd: S, block: &[u8; BLOCK]) -> u64 {
        let bytes = u8x64::simd_from(simd, *block);
        let foreign = bytes.simd_ge(FOREIGN) & !bytes.simd_eq(0xE2);
        let (at_sign, less) = (bytes.simd_eq(b'@'), bytes.simd_eq(b'<'));
        let ampersand = bytes.simd_eq(b'&');
        if (foreign | at_sign | less | ampersand).any_true() {
            self.foreign |= foreign.any_true();
            self.at_sign |= at_sign.any_true();
            self.less |= less.any_true();
            self.ampersand |= ampersand.any_true();
        }
        (bytes - b'0').simd_lt(10).to_bitmask()
    }

    /// Where digits stand densely, in order, not overlapping.
    pub(crate) fn regions(&self) -> Regions<'_> {
        Regions {
            digits: &self.digits,
            from: 0,
        }
    }
}

/// The regions of a text.
#[derive(Debug)]
pub(crate) struct Regions<'a> {
    digits: &'a [u64],
    /// The first block that was not looked at yet.
    from: usize,
}

impl Iterator for Regions<'_> {
    type Item = Region;

    fn next(&mut self) -> Option<Region> {
        dispatch!(Level::new(), _ => self.region())
    }
}

impl Regions<'_> {
    #[inline(always)]
    fn region(&mut self) -> Option<Region> {
        let first = self.dense()?;
        let mut end = first + 1;
        // What would overlap is one region.
        while let Some(next) = self.dense() {
            if next > end + 3 {
                self.from = next;
                break;
            }
            end = next + 1;
        }
        Some(Region {
            // A number may begin two blocks before those that have enough digits.
            start: first.saturating_sub(3) * BLOCK,
            end: end * BLOCK,
        })
    }

    /// The next block that has enough digits together with the one before it.
    #[inline(always)]
    fn dense(&mut self) -> Option<usize> {
        let count = |index: usize| self.digits.get(index).map_or(0, |block| block.count_ones());
        let mut last = self.from.checked_sub(1).map_or(0, count);
        let rest = self.from..self.digits.len();
        for index in rest {
            let here = count(index);
            if here + last >= ENOUGH {
                self.from = index + 1;
                return Some(index);
            }
            last = here;
        }
        self.from = self.digits.len();
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_in_every_place() {
        for byte in 0..=255_u8 {
            let mut text = vec![b' '; 70];
            text[13] = byte;
            let view = Overview::of(&text);
            let bit = u64::from(byte.is_ascii_digit());
            assert_eq!(view.digits, [bit << 13, 0], "{byte}");
            text[13] = b' ';
            text[66] = byte;
            let view = Overview::of(&text);
            assert_eq!(view.digits, [0, bit << 2], "{byte}");
            assert_eq!(view.foreign, byte >= 0xCD && byte != 0xE2, "{byte}");
            assert_eq!(view.at_sign, byte == b'@');
            assert_eq!(view.less, byte == b'<');
            assert_eq!(view.ampersand, byte == b'&');
        }
    }

    #[test]
    fn a_region_begins_before_its_digits_and_ends_with_them() {
        let regions =
            |text: &str| -> Vec<Region> { Overview::of(text.as_bytes()).regions().collect() };
        let text = format!("{}12345{}1234", " ".repeat(64 * 9), " ".repeat(64 * 9));
        let region = Region {
            start: 64 * 6,
            end: 64 * 11,
        };
        assert_eq!(regions(&text), [region]);
        let region = Region { start: 0, end: 64 };
        assert_eq!(regions("12345"), [region]);
        assert!(regions("1234").is_empty() && regions("").is_empty());
    }

    #[test]
    fn regions_that_would_overlap_are_one() {
        let regions = |between: usize| -> usize {
            let text = format!("12345{}12345", " ".repeat(64 * between + 59));
            Overview::of(text.as_bytes()).regions().count()
        };
        assert_eq!([regions(3), regions(4), regions(5)], [1, 1, 2]);
    }
}
