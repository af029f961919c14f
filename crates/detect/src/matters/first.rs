//! The first look at a whole text, and its segments one by one with what was seen in them. Most hold nothing, so they
//! cost no more than finding where they end.

use std::ops::Range;

use crate::lanes::{BLOCK, Block, Words, outline};

use super::scene::{ENDLESS, segment_end};
use super::skim::{Seen, Skim};

/// A text that was looked at.
pub(super) struct First<'t> {
    text: &'t str,
    /// Whether it is plain from end to end.
    plain: bool,
    looked: &'t Looked,
    next: Next,
}

/// What was seen in it.
#[derive(Default)]
pub(super) struct Looked {
    blocks: Vec<Block>,
    seen: Seen,
}

impl Looked {
    /// Makes it empty; its room is kept.
    pub(super) fn clear(&mut self) {
        self.blocks.clear();
        self.seen.clear();
    }

    /// Bytes of a text that it has room for.
    pub(super) fn room(&self) -> usize {
        self.blocks.capacity() * BLOCK
    }
}

/// Where the next segment begins, in the text and among the words seen.
#[derive(Default)]
struct Next {
    from: usize,
    starts: usize,
    insides: usize,
    /// Whether it begins inside a word.
    torn: bool,
}

/// How a segment may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// As it stands in the whole text.
    Whole,
    /// By itself: a word at its beginning or end is torn.
    Torn,
    /// Folded: a sign stands there that folding drops or changes.
    Folded,
}

/// A segment, and which of the words seen are its own.
pub(super) struct Segment {
    pub(super) range: Range<usize>,
    pub(super) reading: Reading,
    starts: Range<usize>,
    insides: Range<usize>,
}

impl<'t> First<'t> {
    /// Looks at `text` for the words of `skim`.
    pub(super) fn read<const NEAR: usize>(
        text: &'t str,
        skim: &Skim<NEAR>,
        looked: &'t mut Looked,
    ) -> Self {
        let Looked { blocks, seen } = looked;
        let plain = outline(text.as_bytes(), blocks);
        skim.look(text.as_bytes(), Words(blocks), seen);
        Self {
            text,
            plain,
            looked,
            next: Next::default(),
        }
    }

    /// All words, as they stand in the text.
    pub(super) fn words(&self) -> Words<'_> {
        Words(&self.looked.blocks)
    }

    /// Where words begin in `segment` that may be of the lists by their beginnings.
    pub(super) fn starts(&self, segment: &Segment) -> &[usize] {
        self.looked
            .seen
            .starts
            .get(segment.starts.clone())
            .unwrap_or(&[])
    }

    /// The same by what stands inside them.
    pub(super) fn insides(&self, segment: &Segment) -> &[usize] {
        let insides = segment.insides.clone();
        self.looked.seen.insides.get(insides).unwrap_or(&[])
    }

    /// The next segment, unless nothing more is to be found.
    pub(super) fn next(&mut self) -> Option<Segment> {
        let from = self.next.from;
        if from >= self.text.len() || self.is_done() {
            return None;
        }
        let (end, torn) = segment_end(self.text, from, self.words());
        let range = from..end;
        let reading = match self.plain {
            _ if torn || self.next.torn => Reading::Torn,
            true => Reading::Whole,
            // Of a block of one line only the first odd sign is known.
            false if self.cuts_line(from) || self.cuts_line(end) => Reading::Torn,
            false if self.words().are_plain(&range) => Reading::Whole,
            false => Reading::Folded,
        };
        let starts = until(&self.looked.seen.starts, self.next.starts, end);
        let insides = until(&self.looked.seen.insides, self.next.insides, end);
        self.next = Next {
            from: end,
            starts: starts.end,
            insides: insides.end,
            torn,
        };
        Some(Segment {
            range,
            reading,
            starts,
            insides,
        })
    }

    /// Whether nothing was seen from the next segment on, and nothing will be: no further one is looked at by itself.
    fn is_done(&self) -> bool {
        let Next {
            from,
            starts,
            insides,
            torn,
        } = self.next;
        self.plain
            && !torn
            && starts == self.looked.seen.starts.len()
            && insides == self.looked.seen.insides.len()
            && self.text.len() - from <= ENDLESS
    }

    /// Whether `place` stands inside a line.
    fn cuts_line(&self, place: usize) -> bool {
        let before = place.checked_sub(1).filter(|_| place < self.text.len());
        before.is_some_and(|at| self.text.as_bytes().get(at) != Some(&b'\n'))
    }
}

/// Those of `places`, which are in order, from number `first` on that lie before `end`.
fn until(places: &[usize], first: usize, end: usize) -> Range<usize> {
    let rest = places.get(first..).unwrap_or(&[]).iter();
    first..first + rest.take_while(|place| **place < end).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_with_an_odd_sign_is_never_read_as_it_stands() {
        let skim = Skim::<64>::new([].iter());
        for before in 2_650..2_680 {
            for sign in ["ш", "\u{ad}x", "2×x"] {
                let line =
                    "ab ".repeat(before) + &format!("{sign} ab {sign} ") + &"ab ".repeat(4_000);
                let text = format!("ab\n\n{line}\n\nab\n{sign}\n\nab");
                let mut looked = Looked::default();
                let mut first = First::read(&text, &skim, &mut looked);
                let (mut odd, mut whole) = (0, 0);
                while let Some(segment) = first.next() {
                    let part = text.get(segment.range.clone()).unwrap();
                    odd += usize::from(part.contains(sign));
                    whole += usize::from(segment.reading == Reading::Whole);
                    assert!(segment.reading != Reading::Whole || !part.contains(sign));
                }
                assert!(odd >= 2 && whole >= 2, "{odd} {whole}");
            }
        }
    }
}
