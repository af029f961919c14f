//! A segment of text laid out for judging: words with what they are there, sentences, language.
//!
//! A segment ends at a paragraph break, so text added behind one never changes what was read before it.

use std::ops::{Deref, Range};

use super::context::{Context, role};
use super::fold::{Word, each_word};
use super::table::{Entry, fits, head_of, lang};

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
    /// The sentence it stands in, counted from 0.
    pub sentence: usize,
    /// Bytes from the word before it.
    pub gap: usize,
    /// Whether it opens a line.
    pub line: bool,
}

/// The folded letters of a token, kept in place.
#[derive(Debug, Clone, Copy)]
pub struct Letters(Word);

impl Deref for Letters {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.0.folded()
    }
}

/// A segment's words.
#[derive(Debug, Default)]
pub struct Scene {
    /// In order.
    pub tokens: Vec<Token>,
    /// Languages it may be written in, as bits.
    pub langs: u8,
    /// Which sentences end in a question mark.
    pub questions: Vec<bool>,
    /// Which sentences hold a word that may tell something, and so are looked up.
    pub telling: Vec<bool>,
    /// The bytes of the sentences near those.
    pub near: Range<usize>,
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

/// Reads `text[range]`: words and sentences, nothing of their meaning.
pub fn read(text: &str, range: Range<usize>) -> Scene {
    let mut scene = Scene::default();
    let mut last_end = range.start;
    let mut sentence = 0;
    let mut questions = vec![false];
    each_word(text, range.start, range.end, |word| {
        let between = text.get(last_end..word.start).unwrap_or("");
        let capital = starts_with_capital(text, word.start);
        if !scene.tokens.is_empty() && ends_sentence(text, range.start, last_end, between, capital)
        {
            if let Some(flag) = questions.get_mut(sentence) {
                *flag = between.contains('?');
            }
            sentence += 1;
            questions.push(false);
        }
        scene.tokens.push(Token {
            span: word.start..word.end,
            folded: Letters(*word),
            roles: 0,
            capital,
            sentence,
            gap: between.len(),
            line: between.contains('\n'),
        });
        last_end = word.end;
        true
    });
    if let Some(flag) = questions.last_mut() {
        *flag = text.get(last_end..range.end).unwrap_or("").contains('?');
    }
    scene.questions = questions;
    scene
}

impl Scene {
    /// Votes for the languages it may be written in.
    pub fn vote(&mut self, context: &Context) -> u8 {
        let mut votes = [0; 5];
        for token in &self.tokens {
            context.vote(&token.folded, &mut votes);
        }
        self.langs = spoken(votes);
        self.langs
    }

    /// Looks up what the words near those at `places` are; farther ones only where they may begin a signature. Most
    /// of a long paragraph is never looked up.
    pub fn look_up(&mut self, places: impl Iterator<Item = usize>, context: &Context) {
        let mut near = vec![self.tokens.len() < SHORT; self.questions.len() + 2];
        self.telling = vec![false; self.questions.len()];
        for place in places {
            let at = self.tokens.partition_point(|t| t.span.end <= place);
            let Some(sentence) = self.tokens.get(at).map(|t| t.sentence) else {
                continue;
            };
            let beside = sentence.saturating_sub(1)..sentence + 2;
            near.get_mut(beside).unwrap_or_default().fill(true);
            if let Some(flag) = self.telling.get_mut(sentence) {
                *flag = true;
            }
        }
        let is_near = |t: &&Token| near.get(t.sentence).copied().unwrap_or(false);
        let first = self.tokens.iter().find(is_near).map_or(0, |t| t.span.start);
        let last = self
            .tokens
            .iter()
            .rfind(is_near)
            .map_or(first, |t| t.span.end);
        self.near = first..last;
        for at in 0..self.tokens.len() {
            if self.tokens.get(at).is_some_and(|t| t.line || is_near(&t)) {
                self.look_up_one(at, context);
            }
        }
    }

    /// The roles of one word, and those of phrases, told by their first word.
    fn look_up_one(&mut self, at: usize, context: &Context) {
        let langs = self.langs;
        let Some(token) = self.tokens.get(at) else {
            return;
        };
        let mut roles = context.roles(&token.folded, langs);
        let next = self.tokens.get(at + 1).map_or(0, |t| head_of(&t.folded));
        context.phrases(&token.folded, langs, |entry| {
            if !entry.may_go_on(next) {
                return;
            }
            if phrase_end(&self.tokens, at, entry).is_some() {
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
fn ends_sentence(text: &str, from: usize, last_end: usize, between: &str, capital: bool) -> bool {
    let bytes = between.as_bytes();
    if let Some(at) = bytes.iter().position(|b| *b == b'\n') {
        let line = text.as_bytes().get(from..last_end).unwrap_or(&[]);
        let length = line.iter().rev().take_while(|b| **b != b'\n').count();
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
        .take_while(|c| c.is_alphanumeric())
        .count();
    // "f.eks. Anna", "A. Hansen": a short word before the point is an abbreviation.
    ended && bytes.len() > at + 1 && (question || (capital && word > 2))
}

impl Scene {
    /// The tokens of one sentence.
    pub fn sentence(&self, number: usize) -> &[Token] {
        let from = self.tokens.partition_point(|t| t.sentence < number);
        let to = self.tokens.partition_point(|t| t.sentence <= number);
        self.tokens.get(from..to).unwrap_or(&[])
    }

    /// Whether any token from `from` to `to` has one of `roles`.
    pub fn any(&self, from: usize, to: usize, roles: u32) -> bool {
        self.tokens
            .get(from..to.min(self.tokens.len()))
            .unwrap_or(&[])
            .iter()
            .any(|t| t.roles & roles != 0)
    }

    /// The first token of the signature ("Med venlig hilsen"), or the number of tokens.
    pub fn signature(&self) -> usize {
        self.tokens
            .iter()
            .position(|t| t.roles & role::CLOSING != 0)
            .unwrap_or(self.tokens.len())
    }
}
