//! A segment of text laid out for judging: words with what they are there, sentences, language.
//!
//! A segment ends at a paragraph break, so text added behind one never changes what was read before it. Of a plain
//! segment only the sentences near a word of the lists are laid out (`layout`); one with signs that folding changes is
//! read whole.

use std::ops::Range;

use crate::lanes::Words;

use super::context::{Context, role};
use super::fold::{each_word, letters_at, starts_with_capital};
use super::heads::word_of_letters;
use super::index::key_of;
use super::letters::Letters;
use super::table::{Entry, fits, lang};
use super::votes::Tally;

/// A segment without a paragraph break is cut at the first line end after this many bytes.
const LONGEST: usize = 2_000;

/// A line of more bytes is cut inside.
pub const ENDLESS: usize = 4 * LONGEST;

/// A segment of fewer words is looked up whole: it may be a signature.
pub const SHORT: usize = 40;

/// One word of a segment.
#[derive(Debug, Clone)]
pub struct Token {
    /// Bytes in the text.
    pub span: Range<usize>,
    /// Its first eight bytes ([`word_of`](super::heads::word_of)).
    pub word: u64,
    /// Roles of [`role`], joined.
    pub roles: u32,
    /// Whether the first letter is a capital.
    pub capital: bool,
    /// Whether it opens a line.
    pub line: bool,
    /// The sentence it stands in, counted from 0.
    pub sentence: usize,
    /// Words of the segment before it.
    pub place: usize,
    /// Bytes from the word before it.
    pub gap: usize,
}

impl Token {
    /// Its folded letters.
    pub fn letters(&self, text: &str) -> Letters {
        letters_at(text.as_bytes(), self.span.clone())
    }
}

/// Where something stands among the words of a segment: how many stand before it, and the sentence of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Words before it.
    pub place: usize,
    /// The sentence; none behind the last word.
    pub sentence: Option<usize>,
}

/// A segment's words.
#[derive(Debug, Default)]
pub struct Scene {
    /// In order; of a plain segment those near the words of the lists.
    pub tokens: Vec<Token>,
    /// How many words the segment has.
    pub words: usize,
    /// Languages it may be written in, as bits.
    pub langs: u8,
    /// Where the sentences begin, of a plain segment: bytes from the beginning of the segment.
    pub starts: Vec<usize>,
    /// Which sentences end in a question mark.
    pub questions: Vec<bool>,
    /// Which sentences hold a word that may tell something, and so are looked up.
    pub telling: Vec<bool>,
    /// Which sentences are near those.
    pub near: Vec<bool>,
    /// The bytes of the sentences near those, in stretches.
    pub stretches: Vec<Range<usize>>,
    /// Whether all words are laid out, however far from words of the lists.
    pub whole: bool,
    /// How many words stand before the signature ("Med venlig hilsen").
    pub signature: usize,
    /// Identity numbers.
    pub numbers: Vec<Spot>,
}

/// Where the segment ends that begins at `from` of `text`, whose lines `words` tells; and whether a word may be torn
/// there.
pub fn segment_end(text: &str, from: usize, words: Words<'_>) -> (usize, bool) {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let mut line = 0;
    for end in words.lines(from..from + ENDLESS).map(|end| end - from) {
        if end >= ENDLESS {
            break;
        }
        let next = end + 1;
        let blank = rest.get(line..next).unwrap_or_default();
        let blank = blank.iter().all(u8::is_ascii_whitespace);
        if (blank && line > 0) || next > LONGEST {
            return (from + next, false);
        }
        line = next;
    }
    if rest.len() <= ENDLESS {
        return (text.len(), false);
    }
    let (len, torn) = cut(rest);
    (from + len, torn)
}

/// Where an endless line is cut, so that the work stays in proportion: behind a blank, or else a sign, or else
/// anywhere, which may tear a word. What stands behind the line does not matter.
fn cut(rest: &[u8]) -> (usize, bool) {
    let behind = rest.get(ENDLESS..).unwrap_or_default();
    let behind = behind.get(..ENDLESS).unwrap_or(behind);
    let line_end = memchr::memchr(b'\n', behind);
    let line = behind
        .get(..line_end.unwrap_or(behind.len()))
        .unwrap_or(behind);
    let sign = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let place = memchr::memchr(b' ', line).or_else(|| line.iter().position(sign));
    if let Some(at) = place.or(line_end) {
        return (ENDLESS + at + 1, false);
    }
    let mut end = ENDLESS + line.len();
    while rest.get(end).is_some_and(|byte| byte & 0xC0 == 0x80) {
        end -= 1;
    }
    (end, true)
}

/// Reads the whole of `text[range]`: words and sentences, nothing of their meaning. `numbers` begin at these bytes.
pub fn read(text: &str, range: Range<usize>, numbers: &[usize], scene: &mut Scene) {
    let mut last_end = range.start;
    scene.questions.push(false);
    each_word(text, range.start, range.end, |word| {
        let between = text.get(last_end..word.start).unwrap_or("");
        let capital = starts_with_capital(text, word.start);
        let parts = || ends_sentence(text, range.start, last_end, between, || capital);
        if !scene.tokens.is_empty() && parts() {
            if let Some(flag) = scene.questions.last_mut() {
                *flag = between.contains('?');
            }
            scene.questions.push(false);
        }
        scene.tokens.push(Token {
            span: word.start..word.end,
            word: word_of_letters(word.folded()),
            roles: 0,
            capital,
            line: between.contains('\n'),
            sentence: scene.questions.len() - 1,
            place: scene.tokens.len(),
            gap: between.len(),
        });
        last_end = word.end;
        true
    });
    if let Some(flag) = scene.questions.last_mut() {
        *flag = text.get(last_end..range.end).unwrap_or("").contains('?');
    }
    scene.words = scene.tokens.len();
    for number in numbers {
        let spot = scene.spot(*number);
        scene.numbers.push(spot);
    }
}

impl Scene {
    /// Makes it empty; its room is kept.
    pub fn clear(&mut self) {
        self.tokens.clear();
        self.starts.clear();
        self.questions.clear();
        self.telling.clear();
        self.near.clear();
        self.stretches.clear();
        self.numbers.clear();
        (self.words, self.langs, self.signature, self.whole) = (0, 0, 0, false);
    }

    /// Votes for the languages it may be written in.
    pub fn vote(&self, text: &str, context: &Context) -> u8 {
        let mut tally = Tally::default();
        for token in &self.tokens {
            context.votes.count(&token.letters(text), &mut tally);
        }
        spoken(tally.votes())
    }

    fn spot(&self, byte: usize) -> Spot {
        let place = self.at(byte);
        Spot {
            place,
            sentence: self.tokens.get(place).map(|t| t.sentence),
        }
    }

    /// The first token that ends behind `byte`.
    pub fn at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end <= byte)
    }

    /// Which sentence of a plain segment holds the word that begins at byte `at` of it.
    pub fn sentence_at(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).max(1) - 1
    }

    /// Marks the sentences that tell something, those that hold `places`, and the ones beside them.
    pub fn mark(&mut self, sentence_of: impl Fn(&Self, usize) -> Option<usize>, places: &[usize]) {
        let count = self.questions.len();
        self.near.resize(count, self.words < SHORT);
        self.telling.resize(count, false);
        for place in places {
            let Some(sentence) = sentence_of(self, *place) else {
                continue;
            };
            let beside = sentence.saturating_sub(1)..(sentence + 2).min(count);
            self.near.get_mut(beside).unwrap_or_default().fill(true);
            if let Some(flag) = self.telling.get_mut(sentence) {
                *flag = true;
            }
        }
    }

    /// Looks up what the words of the near sentences are, and those that open a line, where a signature may begin.
    pub fn look_up(&mut self, text: &str, context: &Context) {
        let mut signature = self.words;
        for at in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(at) else {
                continue;
            };
            if !token.line && !self.is_near(token) {
                continue;
            }
            let next = self.tokens.get(at + 1).map_or(0, |next| next.word);
            let place = token.place;
            if !context.may_mean(token.word, next) {
                continue;
            }
            if self.look_up_one(text, at, context) & role::CLOSING != 0 {
                signature = signature.min(place);
            }
        }
        self.signature = signature;
    }

    pub fn is_near(&self, token: &Token) -> bool {
        self.near.get(token.sentence).copied().unwrap_or(false)
    }

    /// The bytes from the first near token to the last, which are read for names.
    pub fn stretch(&mut self) {
        let near = |t: &&Token| self.is_near(t);
        let first = self.tokens.iter().find(near).map_or(0, |t| t.span.start);
        let last = self.tokens.iter().rfind(near).map_or(first, |t| t.span.end);
        self.stretches.push(first..last);
    }

    /// The roles of one word, and those of phrases, told by their first word.
    fn look_up_one(&mut self, text: &str, at: usize, context: &Context) -> u32 {
        let langs = self.langs;
        let Some(token) = self.tokens.get(at) else {
            return 0;
        };
        let next = || {
            let next = self.tokens.get(at + 1).map(|t| t.letters(text));
            Some(key_of(next.as_deref().unwrap_or_default()))
        };
        let mut roles = 0;
        context.words(&token.letters(text), next, |found| {
            let follows = || phrase_end(text, &self.tokens, at, found.entry).is_some();
            if found.langs & langs != 0 && (!found.phrase || follows()) {
                roles |= found.meaning;
            }
        });
        if roles & role::MANY != 0 {
            // A stem of the persons may also fit the plural: "asiakka" in "asiakkaille".
            roles &= !role::PERSON;
        }
        if let Some(token) = self.tokens.get_mut(at) {
            token.roles = roles;
        }
        roles
    }
}

/// No more bytes stand between two words of a phrase.
pub const GAP: usize = 4;

/// The token behind the phrase that begins at `at`, if all its words stand there.
pub fn phrase_end(text: &str, tokens: &[Token], at: usize, entry: &Entry) -> Option<usize> {
    let mut next = at + 1;
    for piece in &entry.tail {
        let token = tokens.get(next)?;
        if token.gap > GAP || !fits(piece, &token.letters(text), entry.langs) {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// The languages with at least three fifths of the votes of the foremost; all without any vote. Danish and
/// Norwegian are read together: staff near the border mix them, and their lists agree.
pub fn spoken(votes: [u32; 5]) -> u8 {
    let [da, nb, sv, fi, en] = votes;
    let norse = da.max(nb);
    let most = norse.max(sv).max(fi).max(en);
    if most == 0 {
        return lang::ALL;
    }
    let mut langs = 0;
    for (count, bits) in [
        (norse, lang::DA | lang::NB),
        (sv, lang::SV),
        (fi, lang::FI),
        (en, lang::EN),
    ] {
        if count * 5 >= most * 3 {
            langs |= bits;
        }
    }
    langs
}

/// A line of more bytes was wrapped, a shorter one was ended by hand.
const LINE: usize = 50;

/// Whether `between` two words parts two sentences; `capital` says whether the second begins with one.
pub fn ends_sentence(
    text: &str,
    from: usize,
    last_end: usize,
    between: &str,
    capital: impl FnOnce() -> bool,
) -> bool {
    let bytes = between.as_bytes();
    let line = text.as_bytes().get(from..last_end).unwrap_or(&[]);
    if let Some(at) = bytes.iter().position(|b| *b == b'\n') {
        let wrapped = line.last_chunk::<LINE>();
        let wrapped = wrapped.is_some_and(|end| end.iter().all(|b| *b != b'\n'));
        let behind = bytes.get(at..).unwrap_or(&[]);
        if !wrapped || behind.iter().any(|c| matches!(c, b'-' | b'*' | b'|')) {
            return true;
        }
    }
    let mark = bytes
        .iter()
        .position(|b| matches!(b, b'.' | b'!' | b'?' | b';'));
    let Some(at) = mark else {
        return bytes.len() > 2 && between.contains('•');
    };
    let ended = bytes
        .get(at + 1)
        .is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b')'));
    // "f.eks. Anna", "A. Hansen": a short word before the point is an abbreviation.
    ended && (bytes.get(at) != Some(&b'.') || capital() && !is_short(text, last_end))
}

/// Whether fewer than three letters or digits stand before `end`.
fn is_short(text: &str, end: usize) -> bool {
    let before = text.get(..end).unwrap_or("");
    if let Some(last) = before.as_bytes().last_chunk::<3>()
        && last.is_ascii()
    {
        return !last.iter().all(u8::is_ascii_alphanumeric);
    }
    let last = before.chars().rev().take(3);
    last.take_while(|c| c.is_alphanumeric()).count() < 3
}

impl Scene {
    /// The places of the tokens of one sentence.
    pub fn places(&self, number: usize) -> Range<usize> {
        let from = self.tokens.partition_point(|t| t.sentence < number);
        let rest = self.tokens.get(from..).unwrap_or(&[]);
        from..from + rest.iter().take_while(|t| t.sentence == number).count()
    }

    /// The tokens of one sentence.
    pub fn sentence(&self, number: usize) -> &[Token] {
        self.tokens.get(self.places(number)).unwrap_or(&[])
    }

    /// Whether any token has one of `roles`.
    pub fn any(&self, roles: u32) -> bool {
        self.tokens.iter().any(|t| t.roles & roles != 0)
    }
}
