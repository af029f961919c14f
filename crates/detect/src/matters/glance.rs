//! The quick look at a passage: which of its words are of the lists, before anything is laid out.

use std::cell::OnceCell;
use std::ops::Range;

use crate::lanes::{Words, outline};

use super::first::{First, Reading, Segment};
use super::fold;
use super::index::key_of;
use super::letters::Letters;
use super::scene::GAP;
use super::table::{Match, Piece, fits};
use super::{Matters, Sheet, onward, part, tells};

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

/// Words that were looked at: their places count from `from`, and the segment ends at `stop`.
#[derive(Clone, Copy)]
struct Looked<'a> {
    bytes: &'a [u8],
    words: Words<'a>,
    from: usize,
    stop: usize,
}

impl Matters {
    /// Where in a segment words of the lists stand, and in which languages. The quick look.
    pub(super) fn glance(
        &self,
        text: &str,
        (first, segment): (&First<'_>, &Segment),
        sheet: &mut Sheet,
    ) {
        sheet.wanted.clear();
        let range = &segment.range;
        match segment.reading {
            Reading::Whole => {
                let seen = (first.starts(segment), first.insides(segment));
                let looked = Looked {
                    bytes: text.as_bytes(),
                    words: first.words().until(range.end),
                    from: 0,
                    stop: range.end,
                };
                self.take_all(looked, seen, &mut sheet.wanted, &mut sheet.listed);
            }
            Reading::Torn if outline(part(text, range), &mut sheet.blocks) => {
                let looked = Looked {
                    bytes: onward(text, range),
                    words: Words(&sheet.blocks),
                    from: range.start,
                    stop: range.len(),
                };
                let seen = &mut sheet.seen;
                self.skim.look(looked.bytes, looked.words, seen);
                let seen = (&seen.starts[..], &seen.insides[..]);
                self.take_all(looked, seen, &mut sheet.wanted, &mut sheet.listed);
            }
            Reading::Torn | Reading::Folded => {
                let mut waiting = Vec::new();
                fold::each_word(text, range.start, range.end, |word| {
                    self.take_folded(word, &mut waiting, &mut sheet.wanted);
                    true
                });
            }
        }
    }

    /// Takes the words that begin at these places if they are of the lists, and lists them if one is.
    fn take_all(
        &self,
        looked: Looked<'_>,
        (starts, insides): (&[usize], &[usize]),
        wanted: &mut Vec<Place>,
        listed: &mut Vec<usize>,
    ) {
        for at in starts {
            self.take(looked, *at, false, wanted);
        }
        for at in insides {
            self.take(looked, *at, true, wanted);
        }
        if wanted.is_empty() {
            return;
        }
        listed.clear();
        listed.extend(starts.iter().chain(insides).map(|at| looked.from + at));
        if !insides.is_empty() {
            listed.sort_unstable();
        }
    }

    /// Takes the word that begins at `at` if it is of a list; `inside` says whether a pattern may stand inside it.
    fn take(&self, looked: Looked<'_>, at: usize, inside: bool, wanted: &mut Vec<Place>) {
        let end = looked.words.end(at);
        let word = fold::letters_at(looked.bytes, at..end);
        let next = OnceCell::new();
        let next = || next.get_or_init(|| looked.next(end));
        let key = || Some(key_of(&next().letters));
        let mut seen = |found: Match<'_>| {
            if !tells(found.meaning) {
                return;
            }
            let mut place = Place::new(looked.from + at, found.langs);
            if found.phrase {
                let Some((second, further)) = found.entry.tail.split_first() else {
                    return;
                };
                let next = next();
                if !fits(second, &next.letters, found.langs) {
                    return;
                }
                place.whole = next.span.as_ref().is_some_and(|span| {
                    span.start - end <= GAP && go_on(looked, span.end, (further, found.langs))
                });
            }
            wanted.push(place);
        };
        if inside {
            self.words.each_before(&word, key, seen);
        } else {
            self.words.each_at_start(&word, &mut { key }, &mut seen);
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
            if tells(found.meaning) {
                match found.entry.tail.first() {
                    None => wanted.push(Place::new(word.start, found.langs)),
                    Some(second) => waiting.push((second, found.langs, word.start)),
                }
            }
        });
    }
}

impl Looked<'_> {
    /// Where the word behind the one that ends at `end` stands, if it still is of the segment.
    fn behind(&self, end: usize) -> Option<Range<usize>> {
        let next = self.words.next(end).filter(|next| *next < self.stop)?;
        Some(next..self.words.end(next))
    }

    /// That word.
    fn next(&self, end: usize) -> Next {
        let span = self.behind(end);
        let letters = fold::letters_at(self.bytes, span.clone().unwrap_or(end..end));
        Next { span, letters }
    }
}

/// The word behind one that was looked at.
struct Next {
    /// Its bytes; none where there is no such word.
    span: Option<Range<usize>>,
    letters: Letters,
}

/// Whether these words of a phrase stand behind the one that ends at `end`.
fn go_on(looked: Looked<'_>, end: usize, (pieces, langs): (&[Piece], u8)) -> bool {
    let mut last = end;
    pieces.iter().all(|piece| {
        looked.behind(last).is_some_and(|span| {
            let near = span.start - last <= GAP;
            last = span.end;
            near && fits(piece, &fold::letters_at(looked.bytes, span), langs)
        })
    })
}
