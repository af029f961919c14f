//! HTML and XML as text. HTML is divided by the tokenizer that browsers agree on, so that what we take for a
//! comment is a comment for the reader's program too.

use std::cell::RefCell;
use std::mem::take;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::part::{Kind, Reason};
use crate::plain;
use crate::reading::Reading;

/// A page as bytes.
pub(crate) fn file(r: &mut Reading<'_>, bytes: &[u8], charset: Option<&str>) -> Result<(), Reason> {
    let page = match charset.map(str::to_owned).or_else(|| stated_charset(bytes)) {
        Some(charset) if std::str::from_utf8(bytes).is_err() => plain::decode_as(bytes, &charset),
        _ => plain::decode(bytes),
    };
    text(r, &page);
    Ok(())
}

/// A page as text.
pub(crate) fn text(r: &mut Reading<'_>, page: &str) {
    let shown = show(page);
    if let Some(visible) = shown.visible {
        let _ = r.again(|r| {
            r.text(Kind::Html, visible);
            Ok(())
        });
    }
    r.text(Kind::Html, shown.whole);
    r.text(Kind::HtmlHidden, shown.aside);
    for packed in shown.packed {
        let bytes = crate::mail::base64(packed.as_bytes());
        match r.account.unpacked(bytes.len()) {
            Ok(()) => r.file("data", &bytes, None),
            Err(reason) => r.not(Kind::Html, reason),
        }
    }
}

/// Any XML: its characters and attributes. Markup stands for nothing, as in a word processor's runs.
pub(crate) fn xml(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let text = crate::office::xml::all_text(bytes, r.account.text_room());
    r.text(Kind::Document, text.joined);
    r.again(|r| {
        r.text(Kind::Document, text.apart);
        Ok(())
    })?;
    r.text(Kind::HtmlHidden, text.aside);
    text.outcome
}

/// `<meta charset=…>` in the first kilobyte, as browsers look for it.
fn stated_charset(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..1024).unwrap_or(bytes).to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")? + 8;
    let name: Vec<u8> = head
        .get(at..)?
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\''))
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b'_')
        .collect();
    String::from_utf8(name).ok()
}

/// A page, told apart.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// All running text, hidden or not.
    pub whole: String,
    /// Only what is not hidden, when something is.
    pub visible: Option<String>,
    /// Comments, scripts and attributes.
    pub aside: String,
    /// Files written into attributes (RFC 2397), still in base64.
    pub packed: Vec<String>,
}

pub(crate) fn show(page: &str) -> Shown {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let sink = Sink(RefCell::new(State {
        shown: Shown {
            whole: String::with_capacity(page.len() / 2),
            ..Shown::default()
        },
        ..State::default()
    }));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    take(&mut tokenizer.sink.0.borrow_mut().shown)
}

struct Sink(RefCell<State>);

#[derive(Default)]
struct State {
    shown: Shown,
    /// The hidden element that we are in, and how many of its name are open.
    hidden: Option<(String, usize)>,
    /// Inside script or style.
    raw: Option<&'static str>,
    /// Line feeds count inside `pre` and `textarea`.
    kept: usize,
    /// Classes that the page's own style hides.
    hiding: Vec<String>,
    style: String,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return state.tag(&tag),
            Token::CharacterTokens(text) => state.characters(&text),
            Token::NullCharacterToken => {}
            Token::CommentToken(text) => state.comment(&text),
            Token::DoctypeToken(_) | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if tag.kind == TagKind::EndTag {
            self.close(name);
            return TokenSinkResult::Continue;
        }
        self.boundary(name);
        self.attributes(tag);
        self.hide(tag, name);
        match name {
            "script" => self.enter_raw("script", RawKind::ScriptData),
            "style" => self.enter_raw("style", RawKind::Rawtext),
            "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            "textarea" => {
                self.kept += 1;
                TokenSinkResult::RawData(RawKind::Rcdata)
            }
            "pre" | "listing" => {
                self.kept += 1;
                TokenSinkResult::Continue
            }
            "plaintext" => TokenSinkResult::Plaintext,
            _ => TokenSinkResult::Continue,
        }
    }

    fn enter_raw(&mut self, name: &'static str, kind: RawKind) -> TokenSinkResult<()> {
        self.raw = Some(name);
        TokenSinkResult::RawData(kind)
    }

    fn close(&mut self, name: &str) {
        self.boundary(name);
        if matches!(name, "pre" | "textarea" | "listing") {
            self.kept = self.kept.saturating_sub(1);
        }
        if name == "style" {
            let style = take(&mut self.style);
            self.hiding.extend(hiding_classes(&style));
        }
        if self.raw == Some("script") && name == "script" || name == "style" {
            self.raw = None;
            self.shown.aside.push('\n');
        }
        if let Some((hidden, open)) = &mut self.hidden
            && hidden == name
        {
            *open -= 1;
            if *open == 0 {
                self.hidden = None;
            }
        }
    }

    /// What a tag means between two characters: cells are apart, blocks begin a line, the rest is nothing.
    fn boundary(&mut self, name: &str) {
        let between = match name {
            "td" | "th" => "\t",
            "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data"
            | "del" | "dfn" | "em" | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "nobr"
            | "output" | "q" | "s" | "samp" | "small" | "span" | "strike" | "strong" | "sub"
            | "sup" | "time" | "tt" | "u" | "var" | "wbr" | "script" | "style" | "img" | "o:p" => {
                return;
            }
            _ => "\n",
        };
        self.put(between);
    }

    fn hide(&mut self, tag: &Tag, name: &str) {
        if let Some((hidden, open)) = &mut self.hidden {
            if hidden == name && !tag.self_closing {
                *open += 1;
            }
            return;
        }
        let void = matches!(
            name,
            "br" | "hr" | "img" | "input" | "meta" | "link" | "col" | "wbr" | "area"
        );
        if !void && !tag.self_closing && self.is_hidden(tag) {
            self.shown
                .visible
                .get_or_insert_with(|| self.shown.whole.clone());
            self.hidden = Some((name.to_owned(), 1));
        }
    }

    fn is_hidden(&self, tag: &Tag) -> bool {
        tag.attrs
            .iter()
            .any(|attribute| match &*attribute.name.local {
                "hidden" => true,
                "style" => hides(&attribute.value),
                "class" => {
                    !self.hiding.is_empty()
                        && attribute
                            .value
                            .split_ascii_whitespace()
                            .any(|class| self.hiding.iter().any(|hiding| hiding == class))
                }
                _ => false,
            })
    }

    /// Attributes that a person may have written, or that carry data.
    fn attributes(&mut self, tag: &Tag) {
        for attribute in &tag.attrs {
            let value: &str = &attribute.value;
            let name: &str = &attribute.name.local;
            if matches!(
                name,
                "style" | "class" | "width" | "height" | "color" | "bgcolor" | "align"
            ) || value.len() < 6
            {
                continue;
            }
            if let Some((_, packed)) = packed(value) {
                self.shown.packed.push(packed.to_owned());
                continue;
            }
            self.shown.aside.push_str(value);
            self.shown.aside.push('\n');
            if value.contains('%') {
                self.shown.aside.push_str(&unescaped(value));
                self.shown.aside.push('\n');
            }
        }
    }

    fn characters(&mut self, text: &str) {
        match self.raw {
            Some(raw) => {
                if raw == "style" {
                    self.style.push_str(text);
                }
                self.shown.aside.push_str(text);
            }
            None if self.kept > 0 => self.put(text),
            None => self.collapsed(text),
        }
    }

    /// Runs of white space are one space, as a browser shows them.
    fn collapsed(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest
            .bytes()
            .position(|byte| matches!(byte, b'\n' | b'\r' | b'\t' | 0xc))
        {
            let (before, after) = rest.split_at(at);
            self.put(before);
            if !self.shown.whole.ends_with([' ', '\n', '\t']) {
                self.put(" ");
            }
            rest = after.trim_start_matches([' ', '\n', '\r', '\t', '\u{c}']);
        }
        self.put(rest);
    }

    fn put(&mut self, text: &str) {
        self.shown.whole.push_str(text);
        if self.hidden.is_none()
            && let Some(visible) = &mut self.shown.visible
        {
            visible.push_str(text);
        }
    }

    fn comment(&mut self, text: &str) {
        // What is inside may be markup that one mail program shows (conditional comments): both ways.
        self.shown.aside.push_str(text);
        self.shown.aside.push('\n');
        if text.contains('<') {
            let mut inside = false;
            for c in text.chars() {
                match c {
                    '<' => inside = true,
                    '>' => inside = false,
                    _ if !inside => self.shown.aside.push(c),
                    _ => {}
                }
            }
            self.shown.aside.push('\n');
        }
    }
}

/// `data:image/png;base64,…`: the type, and the file.
fn packed(value: &str) -> Option<(&str, &str)> {
    let value = value.trim_start();
    let head = value
        .get(..5)
        .filter(|head| head.eq_ignore_ascii_case("data:"))?;
    let (kind, file) = value.get(head.len()..)?.split_once(',')?;
    kind.to_ascii_lowercase()
        .ends_with(";base64")
        .then_some((kind, file))
}

fn hides(style: &str) -> bool {
    let folded: String = style
        .chars()
        .filter(|c| !c.is_whitespace())
        .chain([';'])
        .collect::<String>()
        .to_ascii_lowercase();
    [
        "display:none",
        "visibility:hidden",
        "font-size:0;",
        "font-size:0p",
        "mso-hide:all",
        "opacity:0;",
        "opacity:0.0",
        "left:-9",
        "clip:rect(0",
        "max-height:0;",
        "max-height:0p",
    ]
    .iter()
    .any(|way| folded.contains(way))
}

/// `.a, .b { display: none }` hides the classes a and b.
fn hiding_classes(style: &str) -> Vec<String> {
    style
        .split('}')
        .filter_map(|rule| rule.split_once('{'))
        .filter(|(_, body)| hides(body))
        .flat_map(|(selectors, _)| selectors.split(','))
        .filter_map(|selector| selector.trim().rsplit_once('.'))
        .map(|(_, class)| class.trim().to_owned())
        .filter(|class| !class.is_empty())
        .take(64)
        .collect()
}

/// `%2D` and its like undone.
pub(crate) fn unescaped(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let pair = bytes
            .get(at + 1..at + 3)
            .and_then(|pair| std::str::from_utf8(pair).ok());
        match (
            *byte,
            pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()),
        ) {
            (b'%', Some(value)) => {
                out.push(value);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
