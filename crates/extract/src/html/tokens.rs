//! The tokenizer that browsers agree on, and what it hands over.

use std::cell::{RefCell, RefMut};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::Shown;
use super::state::{Opening, Raw, State};

/// Takes what a page is made of, whoever divides it.
pub(super) struct Sink(RefCell<State>);

impl Sink {
    /// For a page of so many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        Self(RefCell::new(State::new(bytes)))
    }

    pub(super) fn state(&self) -> RefMut<'_, State> {
        self.0.borrow_mut()
    }

    pub(super) fn shown(self) -> Shown {
        self.0.into_inner().shown
    }

    /// Divides a page, or a piece of one that begins and ends where tags may stand.
    pub(super) fn tokenize(&self, page: &str) {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(page));
        let tokenizer = Tokenizer::new(self, TokenizerOpts::default());
        let _ = tokenizer.feed(&input);
        tokenizer.end();
    }
}

impl TokenSink for &Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.state();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => state.close(&tag.name),
            Token::TagToken(tag) => return open(&mut state, &tag),
            Token::CharacterTokens(text) => state.characters(&text),
            Token::NullCharacterToken => {}
            Token::CommentToken(text) => state.comment(&text),
            Token::DoctypeToken(_) | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

fn open(state: &mut State, tag: &Tag) -> TokenSinkResult<()> {
    let attributes: Vec<(&str, &str)> = tag
        .attrs
        .iter()
        .map(|attribute| (&*attribute.name.local, &*attribute.value))
        .collect();
    let raw = state.open(&Opening {
        name: &tag.name,
        attributes: &attributes,
        closed: tag.self_closing,
    });
    match raw {
        Some(Raw::Text) => TokenSinkResult::RawData(RawKind::Rawtext),
        Some(Raw::WithReferences) => TokenSinkResult::RawData(RawKind::Rcdata),
        Some(Raw::Script) => TokenSinkResult::RawData(RawKind::ScriptData),
        Some(Raw::Rest) => TokenSinkResult::Plaintext,
        None => TokenSinkResult::Continue,
    }
}
