//! What the paragraphs before tell about the one to be judged.

use std::ops::Range;

use super::context::Context;
use super::fold::each_word;
use super::table::{Piece, fits, lang};

/// What is known from the segments before.
#[derive(Debug, Default, Clone, Copy)]
pub struct Known {
    /// Somebody's number stood there, or a subject line named somebody.
    pub subject: bool,
    /// A signature began in the last segment.
    pub signature: bool,
}

impl Known {
    /// Takes in whom the segment `range` is about; `numbers` stand in it.
    pub fn glance(
        &mut self,
        text: &str,
        range: Range<usize>,
        numbers: &[usize],
        context: &Context,
    ) {
        if self.subject {
            return;
        }
        self.subject = !numbers.is_empty();
        each_word(text, range.start, range.end, |word| {
            self.subject |= context.is_subject(word.folded());
            false
        });
    }

    /// Takes in whether a signature begins in the segment `range`, the last before the one to be judged.
    pub fn close(&mut self, text: &str, range: Range<usize>, context: &Context) {
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
            words < 60
        });
        self.signature = closing && words < 60;
    }
}
