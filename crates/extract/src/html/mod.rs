//! HTML and XML as text. HTML is divided by the tokenizer that browsers agree on, so that what we take for a
//! comment is a comment for the reader's program too. What programs write as a rule is read without it, to the same end.

mod state;
#[cfg(test)]
mod tests;
mod tokens;
mod written;

use crate::part::{Kind, Reason};
use crate::plain;
use crate::reading::Reading;
use tokens::Sink;

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
#[derive(Debug, Default, PartialEq, Eq)]
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
    let sink = Sink::new(page.len());
    if memchr::memchr(0, page.as_bytes()).is_some() {
        sink.tokenize(page);
    } else {
        written::read(page, &sink);
    }
    sink.shown()
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
