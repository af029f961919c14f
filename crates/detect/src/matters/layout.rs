//! Laying out a plain segment: its sentences by the marks that may end them, and of its words only those near a word
//! of the lists. Gives what [`scene::read`](super::scene::read) gives there.

use std::ops::Range;

use crate::lanes::{BLOCK, Words};

use super::context::Context;
use super::fold::LONGEST as LETTERS;
use super::scene::{Letters, Scene, Spot, Token, ends_sentence, phrase_end, starts_with_capital};

/// A phrase that begins a signature has no more words.
const PHRASE: usize = 6;

/// Most passages have no more sentences: room that need not grow.
const SENTENCES: usize = 32;

/// A plain segment: places in `words` count from the beginning of `range`.
#[derive(Clone, Copy)]
pub struct Layout<'a> {
    part: &'a str,
    from: usize,
    words: Words<'a>,
}

/// Where the sentences begin: the byte of the first word of each, from the beginning of the segment.
struct Sentences {
    starts: Vec<usize>,
    questions: Vec<bool>,
}

impl Sentences {
    /// The sentence of the word that begins at `at`.
    fn of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).max(1) - 1
    }
}

impl<'a> Layout<'a> {
    /// The segment `range`, whose words stand as `words` says.
    pub fn new(text: &'a str, range: Range<usize>, words: Words<'a>) -> Self {
        Self {
            part: text.get(range.clone()).unwrap_or(""),
            from: range.start,
            words,
        }
    }

    /// The scene near the words of the lists that begin at the bytes `hits`, looked up. `numbers` begin at these bytes.
    pub fn scene(&self, langs: u8, hits: &[usize], numbers: &[usize], context: &Context) -> Scene {
        let mut sentences = self.sentences();
        let mut scene = Scene {
            langs,
            words: self.words.count(self.part.len()),
            numbers: numbers.iter().map(|n| self.spot(*n, &sentences)).collect(),
            ..Scene::default()
        };
        scene.questions = std::mem::take(&mut sentences.questions);
        scene.mark(hits.iter().map(|at| sentences.of(at - self.from)));
        // A code beside a number counts wherever it stands.
        let whole = self.may_hold_code();
        let mut number = 0;
        let mut last_line = 0;
        while number < sentences.starts.len() {
            let near = |n: usize| scene.near.get(n).copied().unwrap_or(false);
            if !whole && !near(number) {
                number += 1;
                continue;
            }
            let first = number;
            while number < sentences.starts.len() && (whole || near(number)) {
                number += 1;
            }
            last_line = self.stretch(first..number, &sentences, &mut scene.tokens);
            let start = sentences.starts.get(first).copied().unwrap_or(0);
            scene
                .stretches
                .push(self.from + start..self.from + last_line);
        }
        if whole {
            scene.stretches.clear();
            scene.stretch();
        }
        scene.look_up(context);
        if !whole {
            self.sign(&mut scene, last_line, context);
        }
        scene
    }

    /// Reads the words of these sentences; where the last one ends.
    fn stretch(&self, range: Range<usize>, of: &Sentences, tokens: &mut Vec<Token>) -> usize {
        let stop = of.starts.get(range.end).copied().unwrap_or(self.part.len());
        let mut sentence = range.start;
        let mut at = of.starts.get(sentence).copied();
        let mut place = at.map_or(0, |at| self.words.count(at));
        tokens.reserve(at.map_or(0, |at| stop.saturating_sub(at) / 5));
        let mut last = at.and_then(|at| self.words.end_before(at)).unwrap_or(0);
        while let Some(start) = at.filter(|at| *at < stop) {
            if of
                .starts
                .get(sentence + 1)
                .is_some_and(|next| *next <= start)
            {
                sentence += 1;
            }
            let mut token = self.token(start, last);
            token.sentence = sentence;
            token.place = place;
            last = token.span.end - self.from;
            place += 1;
            tokens.push(token);
            at = self.words.next(last);
        }
        last
    }

    /// The word that begins at `start`, behind one that ends at `last`.
    #[inline]
    fn token(&self, start: usize, last: usize) -> Token {
        let end = self.words.end(start);
        let bytes = self.part.as_bytes();
        let word = bytes.get(start..end).unwrap_or_default();
        let between = bytes.get(last..start).unwrap_or_default();
        Token {
            span: self.from + start..self.from + end,
            folded: fold(bytes, start, end - start),
            roles: 0,
            capital: capital(word),
            line: between.contains(&b'\n'),
            sentence: 0,
            place: 0,
            gap: between.len(),
        }
    }

    fn sentences(&self) -> Sentences {
        let mut out = Sentences {
            starts: Vec::with_capacity(SENTENCES),
            questions: Vec::with_capacity(SENTENCES),
        };
        out.questions.push(false);
        out.starts.extend(self.words.next(0));
        let mut done = out.starts.first().map_or(usize::MAX, |first| first + 1);
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
                self.part_at(at, next, &mut out);
            }
        }
        let last = self.words.end_before(self.part.len()).unwrap_or(0);
        if let Some(flag) = out.questions.last_mut() {
            *flag = self.part.get(last..).unwrap_or("").contains('?');
        }
        out
    }

    /// Begins a sentence with the word at `next` if the mark at `at` parts it from the word before.
    fn part_at(&self, at: usize, next: usize, out: &mut Sentences) {
        let last = self.words.end_before(at).unwrap_or(0);
        let between = self.part.get(last..next).unwrap_or("");
        let capital = starts_with_capital(self.part, next);
        if ends_sentence(self.part, 0, last, between, capital) {
            if let Some(flag) = out.questions.last_mut() {
                *flag = between.contains('?');
            }
            out.questions.push(false);
            out.starts.push(next);
        }
    }

    /// Where the number that begins at `byte` of the text stands.
    fn spot(&self, byte: usize, sentences: &Sentences) -> Spot {
        let at = byte - self.from;
        let inside = self.words.end(at) > at && at > 0 && self.words.end(at - 1) > at;
        let from = if inside { self.words.end(at) } else { at };
        let next = self.words.next(from);
        Spot {
            place: self.words.count(at) - usize::from(inside),
            sentence: if inside { Some(at) } else { next }.map(|at| sentences.of(at)),
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

    /// Looks for the beginning of a signature at the lines before byte `stop` that were not laid out.
    fn sign(&self, scene: &mut Scene, stop: usize, context: &Context) {
        let bytes = self.part.as_bytes().get(..stop).unwrap_or_default();
        for end in memchr::memchr_iter(b'\n', bytes) {
            let Some(at) = self.words.next(end).filter(|at| *at < stop) else {
                return;
            };
            let (first, place) = (self.from + at, self.words.count(at));
            let laid = scene.tokens.partition_point(|t| t.span.start < first);
            let laid = scene
                .tokens
                .get(laid)
                .is_some_and(|t| t.span.start == first);
            if laid || place >= scene.signature {
                continue;
            }
            if self.closes(at, scene.langs, context) {
                scene.signature = place;
                return;
            }
        }
    }

    /// Whether a word or phrase that begins a signature stands at `at`.
    fn closes(&self, at: usize, langs: u8, context: &Context) -> bool {
        let mut tokens = vec![self.token(at, at)];
        let mut closes = false;
        let Some(word) = tokens.first().map(|t| t.folded) else {
            return false;
        };
        context.closings(&word, langs, |entry| {
            let mut last = tokens.last().map_or(at, |t| t.span.end - self.from);
            while tokens.len() < PHRASE {
                let Some(next) = self.words.next(last) else {
                    break;
                };
                let token = self.token(next, last);
                last = token.span.end - self.from;
                tokens.push(token);
            }
            closes |= phrase_end(&tokens, 0, entry).is_some();
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

/// Folds the plain word of `len` bytes at `at`.
#[inline]
fn fold(bytes: &[u8], at: usize, len: usize) -> Letters {
    const LONG: usize = 16;
    const CASE: u128 = 0x2020_2020_2020_2020_2020_2020_2020_2020;
    const HIGH: u128 = CASE << 2;
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(chunk) = rest.first_chunk::<LONG>()
        && (1..=LONG).contains(&len)
    {
        let value = u128::from_le_bytes(*chunk);
        if value & (u128::MAX >> (128 - 8 * len)) & HIGH == 0 {
            let mut letters = [0; LETTERS];
            if let Some(first) = letters.first_chunk_mut::<LONG>() {
                *first = (value | CASE).to_le_bytes();
            }
            return Letters::of(letters, len);
        }
    }
    fold_each(rest.get(..len).unwrap_or(rest))
}

/// The same byte by byte.
fn fold_each(word: &[u8]) -> Letters {
    let mut letters = [0; LETTERS];
    let mut len = 0;
    let mut second = false;
    for byte in word {
        let letter = match *byte {
            0xC3 => {
                second = true;
                continue;
            }
            low if second => {
                second = false;
                // Capitals lie 32 before their small letters, but for ß.
                low.wrapping_add(if low <= 0x9E { 0x60 } else { 0x40 })
            }
            letter => letter | 0x20,
        };
        if let Some(place) = letters.get_mut(len) {
            *place = letter;
            len += 1;
        }
    }
    Letters::of(letters, len)
}
