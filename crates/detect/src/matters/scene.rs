//! A segment of text laid out for judging: words with what they are there, sentences, language.
//!
//! A segment ends at a paragraph break, so text added behind one never changes what was read before it. Of a plain
//! segment only the sentences near a word of the lists are laid out (`layout`); one with signs that folding changes is
//! read whole.

use std::ops::{Deref, Range};

use super::context::{Context, Tally, role};
use super::fold::{LONGEST as LETTERS, each_word};
use super::table::{Entry, fits, lang};

/// A segment without a paragraph break is cut at the first line end after this many bytes.
const LONGEST: usize = 2_000;

/// A segment of fewer words is looked up whole: it may be a signature.
pub const SHORT: usize = 40;

/// One word of a segment.
#[derive(Debug, Clone)]
pub struct Token {
    /// Bytes in the text.
    pub span: Range<usize>,
    /// Folded letters.
    pub folded: Letters,
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

/// The folded letters of a token, kept in place.
#[derive(Debug, Clone, Copy)]
pub struct Letters {
    letters: [u8; LETTERS],
    len: u8,
}

impl Letters {
    /// Of a folded word.
    pub fn of(letters: [u8; LETTERS], len: usize) -> Self {
        Self {
            letters,
            len: len.min(LETTERS) as u8,
        }
    }
}

impl Deref for Letters {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        self.letters.get(..usize::from(self.len)).unwrap_or(&[])
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
    /// Which sentences end in a question mark.
    pub questions: Vec<bool>,
    /// Which sentences hold a word that may tell something, and so are looked up.
    pub telling: Vec<bool>,
    /// Which sentences are near those.
    pub near: Vec<bool>,
    /// The bytes of the sentences near those, in stretches.
    pub stretches: Vec<Range<usize>>,
    /// How many words stand before the signature ("Med venlig hilsen").
    pub signature: usize,
    /// Identity numbers.
    pub numbers: Vec<Spot>,
}

/// Where the segment that holds byte `at` ends: `from` is its beginning.
pub fn segment_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut line = from;
    while let Some(length) = bytes.get(line..).and_then(|b| memchr::memchr(b'\n', b)) {
        let next = line + length + 1;
        let blank = bytes
            .get(line..next)
            .is_some_and(|l| l.iter().all(u8::is_ascii_whitespace));
        if (blank && line > from) || next - from > LONGEST {
            return next;
        }
        line = next;
    }
    let end = bytes.len();
    if end - from > 4 * LONGEST {
        // One endless line: cut at a blank, so that the work stays in proportion.
        let cut = from + 4 * LONGEST;
        let blank = bytes
            .get(cut..)
            .and_then(|b| b.iter().position(|&c| c == b' '));
        return blank.map_or(end, |length| cut + length + 1);
    }
    end
}

/// Reads the whole of `text[range]`: words and sentences, nothing of their meaning. `numbers` begin at these bytes.
pub fn read(text: &str, range: Range<usize>, numbers: &[usize]) -> Scene {
    let mut scene = Scene::default();
    let mut last_end = range.start;
    let mut questions = vec![false];
    each_word(text, range.start, range.end, |word| {
        let between = text.get(last_end..word.start).unwrap_or("");
        let capital = starts_with_capital(text, word.start);
        if !scene.tokens.is_empty() && ends_sentence(text, range.start, last_end, between, capital)
        {
            if let Some(flag) = questions.last_mut() {
                *flag = between.contains('?');
            }
            questions.push(false);
        }
        scene.tokens.push(Token {
            span: word.start..word.end,
            folded: Letters::of(word.letters, word.len),
            roles: 0,
            capital,
            line: between.contains('\n'),
            sentence: questions.len() - 1,
            place: scene.tokens.len(),
            gap: between.len(),
        });
        last_end = word.end;
        true
    });
    if let Some(flag) = questions.last_mut() {
        *flag = text.get(last_end..range.end).unwrap_or("").contains('?');
    }
    scene.questions = questions;
    scene.words = scene.tokens.len();
    scene.numbers = numbers.iter().map(|n| scene.spot(*n)).collect();
    scene
}

impl Scene {
    /// Votes for the languages it may be written in.
    pub fn vote(&self, context: &Context) -> u8 {
        let mut tally = Tally::default();
        for token in &self.tokens {
            context.vote(&token.folded, &mut tally);
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

    /// Marks the sentences that tell something, those of `sentences`, and the ones beside them.
    pub fn mark(&mut self, sentences: impl Iterator<Item = usize>) {
        let count = self.questions.len();
        self.near = vec![self.words < SHORT; count];
        self.telling = vec![false; count];
        for sentence in sentences {
            let beside = sentence.saturating_sub(1)..(sentence + 2).min(count);
            self.near.get_mut(beside).unwrap_or_default().fill(true);
            if let Some(flag) = self.telling.get_mut(sentence) {
                *flag = true;
            }
        }
    }

    /// Looks up what the words of the near sentences are, and those that open a line, where a signature may begin.
    pub fn look_up(&mut self, context: &Context) {
        let mut signature = self.words;
        for at in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(at) else {
                continue;
            };
            if !token.line && !self.is_near(token) {
                continue;
            }
            let place = token.place;
            if self.look_up_one(at, context) & role::CLOSING != 0 {
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
    fn look_up_one(&mut self, at: usize, context: &Context) -> u32 {
        let langs = self.langs;
        let Some(token) = self.tokens.get(at) else {
            return 0;
        };
        let next: &[u8] = self.tokens.get(at + 1).map_or(&[], |t| &t.folded);
        let mut roles = 0;
        context.words(&token.folded, next, |entry| {
            if entry.langs & langs != 0
                && (entry.tail.is_empty() || phrase_end(&self.tokens, at, entry).is_some())
            {
                roles |= entry.meaning;
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

/// The token behind the phrase that begins at `at`, if all its words stand there.
pub fn phrase_end(tokens: &[Token], at: usize, entry: &Entry) -> Option<usize> {
    let mut next = at + 1;
    for piece in &entry.tail {
        let token = tokens.get(next)?;
        if token.gap > 4 || !fits(piece, &token.folded, entry.langs) {
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

/// Whether the character at `at` is a capital letter.
pub fn starts_with_capital(text: &str, at: usize) -> bool {
    text.get(at..)
        .and_then(|t| t.chars().next())
        .is_some_and(char::is_uppercase)
}

/// Whether `between` two words parts two sentences.
pub fn ends_sentence(
    text: &str,
    from: usize,
    last_end: usize,
    between: &str,
    capital: bool,
) -> bool {
    let bytes = between.as_bytes();
    if let Some(at) = bytes.iter().position(|b| *b == b'\n') {
        let line = text.as_bytes().get(from..last_end).unwrap_or(&[]);
        let letters = line.iter().rev().take(50);
        let length = letters.take_while(|b| **b != b'\n').count();
        let bullet = bytes
            .get(at..)
            .is_some_and(|b| b.iter().any(|c| matches!(c, b'-' | b'*' | b'|')));
        // A short line was ended by hand; a long one was wrapped.
        if length < 50 || bullet {
            return true;
        }
    }
    let mark = bytes
        .iter()
        .position(|b| matches!(b, b'.' | b'!' | b'?' | b';'));
    let Some(at) = mark else {
        return between.contains('•');
    };
    let ended = bytes
        .get(at + 1)
        .is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b')'));
    let question = bytes.get(at) != Some(&b'.');
    let word = text
        .get(..last_end)
        .unwrap_or("")
        .chars()
        .rev()
        .take(3)
        .take_while(|c| c.is_alphanumeric())
        .count();
    // "f.eks. Anna", "A. Hansen": a short word before the point is an abbreviation.
    ended && bytes.len() > at + 1 && (question || (capital && word > 2))
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
