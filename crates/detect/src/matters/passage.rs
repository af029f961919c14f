//! A segment that is judged, and parts of a text by their places.

use std::ops::Range;

use crate::lanes::Words;
use crate::names::Named;

/// A segment, and what is known of it when it is judged.
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
    /// Its words, if it is plain.
    pub(super) words: Option<Words<'a>>,
    /// Where identity numbers begin in it.
    pub(super) numbers: &'a [usize],
    /// The segment before.
    pub(super) last: Range<usize>,
    /// The names of the text, if they were looked for.
    pub(super) named: Option<&'a [Named]>,
}

/// The bytes of `text[range]`.
pub(super) fn part<'t>(text: &'t str, range: &Range<usize>) -> &'t [u8] {
    text.as_bytes().get(range.clone()).unwrap_or_default()
}

/// The bytes of `text` from the beginning of `range` on: more than the range has, as eight and more are read at a time,
/// and what stands behind its words does not matter.
pub(super) fn onward<'t>(text: &'t str, range: &Range<usize>) -> &'t [u8] {
    text.as_bytes().get(range.start..).unwrap_or_default()
}

/// Takes those of `places`, which are in order, that lie before `end`.
pub(super) fn before<'p>(places: &mut &'p [usize], end: usize) -> &'p [usize] {
    let count = places.iter().take_while(|place| **place < end).count();
    let (taken, rest) = places.split_at(count);
    *places = rest;
    taken
}
