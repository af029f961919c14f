//! What the paragraphs before tell about the one to be judged.

use std::ops::Range;

use crate::lanes::{Block, Words, outline};

use super::context::Context;
use super::first::{First, Reading, Segment};
use super::fold::{each_word, letters_at};
use super::heads::word_of;
use super::table::{Piece, fits, lang};
use super::{Passage, onward, part};

/// What is known from the segments before.
#[derive(Debug, Default, Clone, Copy)]
pub struct Known {
    /// Somebody's number stood there, or a subject line named somebody.
    pub subject: bool,
    /// A signature began in the last segment.
    pub signature: bool,
}

impl Known {
    /// Takes in whom a segment is about, by whether `numbers` stand in it and by its first word.
    pub(super) fn glance(
        &mut self,
        text: &str,
        (first, segment): (&First<'_>, &Segment),
        numbers: bool,
        context: &Context,
    ) {
        if self.subject {
            return;
        }
        self.subject = numbers;
        let range = &segment.range;
        if segment.reading == Reading::Whole {
            let words = first.words().until(range.end);
            if let Some(at) = words.next(range.start).filter(|at| *at < range.end) {
                let (bytes, end) = (text.as_bytes(), words.end(at));
                self.subject |= context.may_be_subject(word_of(bytes, at, (end - at).min(8)))
                    && context.is_subject(&letters_at(bytes, at..end));
            }
            return;
        }
        each_word(text, range.start, range.end, |word| {
            self.subject |= context.is_subject(word.folded());
            false
        });
    }

    /// Takes in whether a signature begins in the segment before `passage`.
    pub(super) fn close(
        &mut self,
        passage: &Passage<'_>,
        blocks: &mut Vec<Block>,
        context: &Context,
    ) {
        let (text, last) = (passage.text, &passage.last);
        self.signature = if outline(part(text, last), blocks) {
            closes(onward(text, last), last.len(), Words(blocks), context)
        } else {
            closes_folded(text, last.clone(), context)
        };
    }
}

/// A segment of so many words is no signature.
const LONG: usize = 60;

/// Whether a signature begins among the words of a plain segment, the first `len` of these bytes.
fn closes(bytes: &[u8], len: usize, words: Words<'_>, context: &Context) -> bool {
    if words.count(len) >= LONG {
        return false;
    }
    let mut closing = false;
    let mut at = words.next(0);
    while let Some(from) = at {
        let end = words.end(from);
        at = words.next(end);
        if !context.may_close(word_of(bytes, from, (end - from).min(8))) {
            continue;
        }
        let next = at.map(|next| letters_at(bytes, next..words.end(next)));
        context.closings(&letters_at(bytes, from..end), lang::ALL, |entry| {
            let follows = |second| {
                let next = next.as_deref();
                next.is_some_and(|next| fits(second, next, lang::ALL))
            };
            closing |= entry.tail.first().is_none_or(follows);
        });
    }
    closing
}

/// The same of a segment that is not plain.
fn closes_folded(text: &str, range: Range<usize>, context: &Context) -> bool {
    let mut words = 0;
    let mut closing = false;
    let mut phrases = Vec::new();
    each_word(text, range.start, range.end, |word| {
        words += 1;
        let folded = word.folded();
        // "med venlig hilsen": the second word decides, so that a phrase needs no look ahead.
        closing |= phrases
            .iter()
            .any(|piece: &&Piece| fits(piece, folded, lang::ALL));
        phrases.clear();
        context.closings(folded, lang::ALL, |entry| match entry.tail.first() {
            None => closing = true,
            second => phrases.extend(second),
        });
        words < LONG
    });
    closing && words < LONG
}
