//! Where digits stand densely enough for a number: the part that looks at every byte.

use fearless_simd::{Level, dispatch};

pub(super) use crate::lanes::BLOCK;

/// Two neighbouring blocks with fewer digits hold no identifier: the shortest has six digits, and the longest
/// way to write ten of them (an entity between every two) still puts five into two neighbouring blocks.
const ENOUGH: u8 = 5;

/// A part of the text that is worth reading, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What a look at all bytes says.
#[derive(Debug, Default)]
pub(crate) struct Overview {
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

const FOREIGN: u8 = 1;
const AT_SIGN: u8 = 2;
const LESS: u8 = 4;
const AMPERSAND: u8 = 8;

pub(crate) fn overview(bytes: &[u8], view: &mut Overview) {
    dispatch!(Level::new(), _ => overview_with(bytes, view));
}

#[inline(always)]
fn overview_with(bytes: &[u8], view: &mut Overview) {
    view.regions.clear();
    let (blocks, tail) = bytes.as_chunks::<BLOCK>();
    let mut last = 0;
    let mut seen = 0;
    for (index, block) in blocks.iter().enumerate() {
        let (digits, odd) = count(block);
        if odd {
            seen |= block.iter().fold(0, |all, byte| all | kinds(*byte));
        }
        if digits + last >= ENOUGH {
            mark(view, index);
        }
        last = digits;
    }
    let digits = tail.iter().filter(|b| b.is_ascii_digit()).count() as u8;
    seen |= tail.iter().fold(0, |all, byte| all | kinds(*byte));
    if digits + last >= ENOUGH {
        mark(view, blocks.len());
    }
    view.foreign = seen & FOREIGN != 0;
    view.at_sign = seen & AT_SIGN != 0;
    view.less = seen & LESS != 0;
    view.ampersand = seen & AMPERSAND != 0;
    if let Some(region) = view.regions.last_mut() {
        region.end = region.end.min(bytes.len());
    }
}

/// Blocks `index - 1` and `index` have enough digits. A number may begin two blocks before them.
#[inline]
fn mark(view: &mut Overview, index: usize) {
    let start = index.saturating_sub(3) * BLOCK;
    let end = (index + 1) * BLOCK;
    match view.regions.last_mut() {
        Some(region) if region.end >= start => region.end = end,
        _ => view.regions.push(Region { start, end }),
    }
}

/// What else a byte says.
#[inline(always)]
fn kinds(byte: u8) -> u8 {
    let flag = |so: bool, flag: u8| if so { flag } else { 0 };
    flag((byte >= 0xD9) & (byte != 0xE2), FOREIGN)
        | flag(byte == b'@', AT_SIGN)
        | flag(byte == b'<', LESS)
        | flag(byte == b'&', AMPERSAND)
}

/// The digits of a block, and whether any byte of it says something else.
#[inline(always)]
fn count(block: &[u8; BLOCK]) -> (u8, bool) {
    let mut digits = 0;
    let mut odd = false;
    for byte in block {
        digits += u8::from(byte.wrapping_sub(b'0') < 10);
        odd |= (*byte >= 0xD9) | (*byte == b'@') | (*byte == b'<') | (*byte == b'&');
    }
    (digits, odd)
}
