//! The quick look at a passage: which of its words are of the lists, before anything is laid out.

use crate::lanes::Words;

use super::fold;
use super::index::key_of;
use super::letters::Letters;
use super::scene::GAP;
use super::table::{Entry, Match, Piece, Second, fits};
use super::{Desk, Matters, Passage, onward, tells};

/// Where a word of the lists stands.
pub(super) struct Place {
    /// The byte it begins at.
    pub(super) at: usize,
    /// In which languages it is one.
    pub(super) langs: u8,
    /// Whether all words of a phrase follow it, as far as that was looked for.
    pub(super) whole: bool,
}

impl Place {
    const fn new(at: usize, langs: u8) -> Self {
        Self {
            at,
            langs,
            whole: true,
        }
    }
}

impl Matters {
    /// Where in a segment words of the lists stand, and in which languages. The quick look.
    pub(super) fn glance(&self, passage: &Passage<'_>, desk: &mut Desk) {
        let (text, range) = (passage.text, &passage.range);
        desk.wanted.clear();
        if let Some(words) = passage.words {
            let bytes = onward(text, range);
            let seen = &mut desk.seen;
            self.skim.look(bytes, words, seen);
            for at in &seen.starts {
                let place = (range.start, *at);
                self.take(bytes, words, place, false, &mut desk.wanted);
            }
            for at in &seen.insides {
                self.take(bytes, words, (range.start, *at), true, &mut desk.wanted);
            }
        } else {
            let mut waiting = Vec::new();
            fold::each_word(text, range.start, range.end, |word| {
                self.take_folded(word, &mut waiting, &mut desk.wanted);
                true
            });
        }
    }

    /// Takes the word that begins at `at` of a plain segment, which begins at `from`, if it is of a list; `inside` says
    /// whether a pattern may stand inside it.
    fn take(
        &self,
        bytes: &[u8],
        words: Words<'_>,
        (from, at): (usize, usize),
        inside: bool,
        wanted: &mut Vec<Place>,
    ) {
        let end = words.end(at);
        let word = fold::letters_at(bytes, at..end);
        let mut next = None;
        let goes_on = |second: Second| {
            let next = next.get_or_insert_with(|| key_of(&next_word(bytes, words, end)));
            second.is(*next)
        };
        let mut seen = |found: Match<'_>| {
            let entry = found.entry;
            let follows = |second| fits(second, &next_word(bytes, words, end), entry.langs);
            if tells(entry) && entry.tail.first().is_none_or(follows) {
                wanted.push(Place {
                    at: from + at,
                    langs: entry.langs,
                    whole: is_whole(bytes, words, end, entry),
                });
            }
        };
        if inside {
            self.words.each_before(&word, goes_on, seen);
        } else {
            self.words.each_at_start(&word, &mut { goes_on }, &mut seen);
        }
    }

    /// The same of a folded word; `waiting` are the second words of phrases whose first was the word before.
    fn take_folded<'t>(
        &'t self,
        word: &fold::Word,
        waiting: &mut Vec<(&'t Piece, u8, usize)>,
        wanted: &mut Vec<Place>,
    ) {
        for (piece, langs, first) in waiting.drain(..) {
            if fits(piece, word.folded(), langs) {
                wanted.push(Place::new(first, langs));
            }
        }
        self.words.each(word.folded(), |found| {
            if tells(found.entry) {
                match found.entry.tail.first() {
                    None => wanted.push(Place::new(word.start, found.entry.langs)),
                    Some(second) => waiting.push((second, found.entry.langs, word.start)),
                }
            }
        });
    }
}

/// The word behind the one that ends at `end`.
fn next_word(bytes: &[u8], words: Words<'_>, end: usize) -> Letters {
    let next = words.next(end).unwrap_or(end);
    fold::letters_at(bytes, next..words.end(next))
}

/// Whether the further words of a phrase stand behind the one that ends at `end`.
fn is_whole(bytes: &[u8], words: Words<'_>, end: usize, entry: &Entry) -> bool {
    let mut last = end;
    entry.tail.iter().all(|piece| {
        let Some(next) = words.next(last) else {
            return false;
        };
        let near = next - last <= GAP;
        last = words.end(next);
        near && fits(piece, &fold::letters_at(bytes, next..last), entry.langs)
    })
}
