//! Where digits stand densely enough for a number: the part that looks at every byte.

use fearless_simd::{Level, Simd, dispatch, prelude::*, u8x64};

use crate::lanes::padded;

pub(super) use crate::lanes::BLOCK;

/// Two neighbouring blocks with fewer digits hold no identifier: the shortest has six digits, and the longest
/// way to write ten of them (an entity between every two) still puts five into two neighbouring blocks.
const ENOUGH: u32 = 5;

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
    /// Regions with digits, in order, not overlapping.
    pub(crate) regions: Vec<Region>,
    /// Whether a byte stands there that may begin a digit of another script.
    pub(crate) foreign: bool,
    /// Whether `@` stands there.
    pub(crate) at_sign: bool,
    /// Whether `<` stands there.
    pub(crate) less: bool,
    /// Whether `&` stands there.
    pub(crate) ampersand: bool,
}

pub(crate) fn overview(bytes: &[u8], view: &mut Overview) {
    view.regions.clear();
    view.digits.clear();
    view.digits.reserve(bytes.len() / BLOCK + 1);
    dispatch!(Level::new(), simd => overview_with(simd, bytes, view));
    if let Some(region) = view.regions.last_mut() {
        region.end = region.end.min(bytes.len());
    }
}

#[inline(always)]
fn overview_with<S: Simd>(simd: S, bytes: &[u8], view: &mut Overview) {
    let (blocks, tail) = bytes.as_chunks::<BLOCK>();
    let tail = (!tail.is_empty()).then(|| padded(tail));
    let nothing = u8x64::splat(simd, 0).simd_lt(0);
    let (mut foreign, mut at_sign, mut less, mut ampersand) = (nothing, nothing, nothing, nothing);
    let mut last = 0;
    for block in blocks.iter().chain(&tail) {
        let bytes = u8x64::simd_from(simd, *block);
        foreign |= bytes.simd_ge(0xD9) & !bytes.simd_eq(0xE2);
        at_sign |= bytes.simd_eq(b'@');
        less |= bytes.simd_eq(b'<');
        ampersand |= bytes.simd_eq(b'&');
        let digits = (bytes - b'0').simd_lt(10).to_bitmask();
        if digits.count_ones() + last >= ENOUGH {
            mark(view);
        }
        last = digits.count_ones();
        view.digits.push(digits);
    }
    view.foreign = foreign.any_true();
    view.at_sign = at_sign.any_true();
    view.less = less.any_true();
    view.ampersand = ampersand.any_true();
}

/// The next block and the last one have enough digits. A number may begin two blocks before them.
#[inline]
fn mark(view: &mut Overview) {
    let index = view.digits.len();
    let start = index.saturating_sub(3) * BLOCK;
    let end = (index + 1) * BLOCK;
    match view.regions.last_mut() {
        Some(region) if region.end >= start => region.end = end,
        _ => view.regions.push(Region { start, end }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_in_every_place() {
        let mut view = Overview::default();
        for byte in 0..=255_u8 {
            let mut text = vec![b' '; 70];
            text[13] = byte;
            overview(&text, &mut view);
            let bit = u64::from(byte.is_ascii_digit());
            assert_eq!(view.digits, [bit << 13, 0], "{byte}");
            text[13] = b' ';
            text[66] = byte;
            overview(&text, &mut view);
            assert_eq!(view.digits, [0, bit << 2], "{byte}");
            assert_eq!(view.foreign, byte >= 0xD9 && byte != 0xE2, "{byte}");
            assert_eq!(view.at_sign, byte == b'@');
            assert_eq!(view.less, byte == b'<');
            assert_eq!(view.ampersand, byte == b'&');
        }
    }

    #[test]
    fn a_region_begins_before_its_digits_and_ends_with_the_text() {
        let mut view = Overview::default();
        let text = format!("{}12345{}1234", " ".repeat(64 * 9), " ".repeat(64 * 9));
        overview(text.as_bytes(), &mut view);
        let region = Region {
            start: 64 * 6,
            end: 64 * 11,
        };
        assert_eq!(view.regions, [region]);
        overview(b"12345", &mut view);
        assert_eq!(view.regions, [Region { start: 0, end: 5 }]);
    }
}
