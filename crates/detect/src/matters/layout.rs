//! Laying out a plain segment: its sentences by the marks that may end them, and of its words only those near a word
//! of the lists. Gives what [`scene::read`](super::scene::read) gives there.

use std::ops::Range;

use fearless_simd::{Level, dispatch};

use crate::lanes::{BLOCK, Words};

use super::context::Context;
use super::fold::starts_with_capital;
use super::heads::word_of;
use super::onward;
use super::scene::{Scene, Spot, Token, ends_sentence, phrase_end};

/// A phrase that begins a signature has no more words.
const PHRASE: usize = 6;

/// Room for an ordinary segment.
const SENTENCES: usize = 16;

/// A plain segment: places in `words` count from the beginning of `range`.
#[derive(Clone, Copy)]
pub struct Layout<'a> {
    part: &'a str,
    /// The text from the beginning of the segment on.
    bytes: &'a [u8],
    from: usize,
    words: Words<'a>,
}

impl<'a> Layout<'a> {
    /// The segment `range`, whose words stand as `words` says.
    pub fn new(text: &'a str, range: Range<usize>, words: Words<'a>) -> Self {
        Self {
            part: text.get(range.clone()).unwrap_or(""),
            bytes: onward(text, &range),
            from: range.start,
            words,
        }
    }

    /// Lays out the sentences near the words of the lists, which begin at the bytes `hits`, in an empty `scene`.
    /// `numbers` begin at these bytes.
    pub fn lay_out(&self, near: (&[usize], &[usize]), scene: &mut Scene) {
        // For the processor's own instructions on bits.
        dispatch!(Level::new(), _ => self.lay_out_with(near, scene));
    }

    #[inline(always)]
    fn lay_out_with(&self, (hits, numbers): (&[usize], &[usize]), scene: &mut Scene) {
        self.sentences(scene);
        scene.words = self.words.count(self.part.len());
        for number in numbers {
            let spot = self.spot(*number, scene);
            scene.numbers.push(spot);
        }
        scene.mark(|scene, at| Some(scene.sentence_at(at - self.from)), hits);
        // A code beside a number counts wherever it stands.
        if self.may_hold_code() {
            self.stretch(0..scene.starts.len(), scene);
            scene.stretches.clear();
            scene.stretch();
            scene.whole = true;
            return;
        }
        let mut number = 0;
        while number < scene.starts.len() {
            let near = |n: &usize| scene.near.get(*n).copied().unwrap_or(false);
            let first = number;
            number += (number..scene.starts.len()).take_while(near).count();
            if number > first {
                self.stretch(first..number, scene);
            }
            number += 1;
        }
    }

    /// Looks up what the words are ([`Scene::look_up`]), and where a signature begins at the lines not laid out.
    pub fn look_up(&self, text: &str, context: &Context, scene: &mut Scene) {
        scene.look_up(text, context);
        if !scene.whole {
            self.sign(text, scene, context);
        }
    }

    /// Reads the words of these sentences.
    #[inline(always)]
    fn stretch(&self, range: Range<usize>, scene: &mut Scene) {
        let start = |number: usize| scene.starts.get(number).copied();
        let stop = start(range.end).unwrap_or(self.part.len());
        let Some(first) = start(range.start) else {
            return;
        };
        let mut sentence = range.start;
        let mut ends = start(sentence + 1).unwrap_or(usize::MAX);
        let mut place = self.words.count(first);
        scene.tokens.reserve(stop.saturating_sub(first) / 5);
        let mut last = self.words.end_before(first).unwrap_or(0);
        for (index, mut starts) in self.words.starts_in(first..stop) {
            while starts != 0 {
                let bit = starts.trailing_zeros();
                starts &= starts - 1;
                let start = index * BLOCK + bit as usize;
                if ends <= start {
                    sentence += 1;
                    let next = scene.starts.get(sentence + 1);
                    ends = next.copied().unwrap_or(usize::MAX);
                }
                let end = self.words.end_from(index, bit);
                let mut token = self.token(start..end, last);
                token.sentence = sentence;
                token.place = place;
                last = end;
                place += 1;
                scene.tokens.push(token);
            }
        }
        scene.stretches.push(self.from + first..self.from + last);
    }

    /// The word that stands in these bytes, behind one that ends at `last`.
    #[inline(always)]
    fn token(&self, Range { start, end }: Range<usize>, last: usize) -> Token {
        let bytes = self.bytes;
        let between = bytes.get(last..start).unwrap_or_default();
        Token {
            span: self.from + start..self.from + end,
            word: word_of(bytes, start, (end - start).min(8)),
            roles: 0,
            capital: capital(bytes.get(start..end).unwrap_or_default()),
            line: between != *b" " && between.contains(&b'\n'),
            sentence: 0,
            place: 0,
            gap: between.len(),
        }
    }

    #[inline(always)]
    fn sentences(&self, scene: &mut Scene) {
        scene.starts.reserve(SENTENCES);
        scene.questions.reserve(SENTENCES);
        scene.questions.push(false);
        scene.starts.extend(self.words.next(0));
        let mut done = scene.starts.first().map_or(usize::MAX, |first| first + 1);
        for (index, block) in self.words.0.iter().enumerate() {
            let mut marks = block.breaks;
            while marks != 0 {
                let at = index * BLOCK + marks.trailing_zeros() as usize;
                marks &= marks - 1;
                if at < done {
                    continue;
                }
                let Some(next) = self.words.next(at) else {
                    break;
                };
                done = next;
                self.part_at(at, next, scene);
            }
        }
        let last = self.words.end_before(self.part.len()).unwrap_or(0);
        if let Some(flag) = scene.questions.last_mut() {
            *flag = self.part.get(last..).unwrap_or("").contains('?');
        }
    }

    /// Begins a sentence with the word at `next` if the mark at `at` parts it from the word before.
    fn part_at(&self, at: usize, next: usize, scene: &mut Scene) {
        let last = self.words.end_before(at).unwrap_or(0);
        let between = self.part.get(last..next).unwrap_or("");
        let capital = || starts_with_capital(self.part, next);
        if ends_sentence(self.part, 0, last, between, capital) {
            if let Some(flag) = scene.questions.last_mut() {
                *flag = between.bytes().any(|byte| byte == b'?');
            }
            scene.questions.push(false);
            scene.starts.push(next);
        }
    }

    /// Where the number that begins at `byte` of the text stands.
    fn spot(&self, byte: usize, scene: &Scene) -> Spot {
        let at = byte - self.from;
        let inside = self.words.end(at) > at && at > 0 && self.words.end(at - 1) > at;
        let from = if inside { self.words.end(at) } else { at };
        let next = self.words.next(from);
        Spot {
            place: self.words.count(at) - usize::from(inside),
            sentence: if inside { Some(at) } else { next }.map(|at| scene.sentence_at(at)),
        }
    }

    /// Whether a capital and two digits stand somewhere: a code of a diagnosis may.
    fn may_hold_code(&self) -> bool {
        let bytes = self.part.as_bytes();
        let mut last = 0;
        for (index, block) in self.words.0.iter().enumerate() {
            let next = self.words.0.get(index + 1).map_or(0, |b| b.digits);
            let pairs = block.digits & (block.digits >> 1 | next << 63);
            let mut places = pairs & (block.letters << 1 | last >> 63);
            while places != 0 {
                let at = index * BLOCK + places.trailing_zeros() as usize;
                places &= places - 1;
                if at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_uppercase) {
                    return true;
                }
            }
            last = block.letters;
        }
        false
    }

    /// Looks for the beginning of a signature at the lines before the last word that were not laid out.
    fn sign(&self, text: &str, scene: &mut Scene, context: &Context) {
        let stop = scene.tokens.last().map_or(0, |t| t.span.end - self.from);
        let bytes = self.part.as_bytes().get(..stop).unwrap_or_default();
        for end in memchr::memchr_iter(b'\n', bytes) {
            let Some(at) = self.words.next(end).filter(|at| *at < stop) else {
                return;
            };
            let token = self.token(at..self.words.end(at), at);
            if !context.may_close(token.word) {
                continue;
            }
            let place = self.words.count(at);
            let (start, tokens) = (token.span.start, &scene.tokens);
            let laid = tokens.binary_search_by_key(&start, |t| t.span.start);
            if laid.is_ok() || place >= scene.signature {
                continue;
            }
            if self.closes(text, token, scene.langs, context) {
                scene.signature = place;
                return;
            }
        }
    }

    /// Whether a word or phrase that begins a signature begins with `first`.
    fn closes(&self, text: &str, first: Token, langs: u8, context: &Context) -> bool {
        let word = first.letters(text);
        let mut last = first.span.end - self.from;
        let mut tokens = vec![first];
        let mut closes = false;
        context.closings(&word, langs, |entry| {
            while tokens.len() < PHRASE {
                let Some(next) = self.words.next(last) else {
                    break;
                };
                let token = self.token(next..self.words.end(next), last);
                last = token.span.end - self.from;
                tokens.push(token);
            }
            closes |= phrase_end(text, &tokens, 0, entry).is_some();
        });
        closes
    }
}

/// Whether a plain word begins with a capital.
#[inline]
fn capital(word: &[u8]) -> bool {
    match word {
        [0xC3, low, ..] => *low <= 0x9E,
        [byte, ..] => byte.is_ascii_uppercase(),
        [] => false,
    }
}
