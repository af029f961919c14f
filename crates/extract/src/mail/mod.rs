//! Messages. What the parser gives is one reading; [`doubt`] looks for marks that other programs may read in
//! another way, and [`second`] reads the message in all the ways that they allow.

mod cms;
mod doubt;
mod mbox;
mod second;
mod tnef;
pub(crate) mod uu;

pub(crate) use cms::file as cms;
pub(crate) use mbox::file as mbox;
pub(crate) use second::{base64_past as base64, quoted};
pub(crate) use tnef::file as tnef;

use mail_parser::{
    HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};
use memchr::memmem;

use crate::part::{Kind, Reason};
use crate::reading::Reading;
use crate::{html, plain, sniff};

/// One message.
pub(crate) fn message(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    if nests_too_deep(bytes, r.account.limits().depth) {
        r.again(|r| second::read(r, bytes))?;
        return Err(Reason::TooDeep);
    }
    let parser = MessageParser::new()
        .with_mime_headers()
        .default_header_text();
    let Some(message) = parser.parse(bytes) else {
        r.text(Kind::Raw, plain::decode(bytes).into_owned());
        return Err(Reason::Broken);
    };
    walk(r, &message)?;
    if !r.is_second() && doubt::has(&message, bytes) {
        r.again(|r| second::read(r, bytes))?;
    }
    Ok(())
}

/// The parser nests messages and digests without a limit and frees them by recursion.
fn nests_too_deep(bytes: &[u8], depth: usize) -> bool {
    let most = depth.saturating_mul(8);
    // Each of them ends in an e or a t and a slash: mail that has few of these is not looked through any further.
    if slashes(bytes) <= most {
        return false;
    }
    // Case differs in the wild, but not inside these letters when a program wrote them; torture is caught by
    // counting what is written in capitals as well.
    let messages = memmem::find_iter(bytes, b"essage/").filter(|at| {
        let kind = bytes.get(at + b"essage/".len()..).unwrap_or_default();
        [&b"rfc822"[..], b"RFC822", b"global"]
            .iter()
            .any(|nesting| kind.starts_with(nesting))
    });
    let digests = memmem::find_iter(bytes, b"ultipart/digest");
    let capitals = memmem::find_iter(bytes, b"ESSAGE/");
    messages
        .chain(digests)
        .chain(capitals)
        .take(most + 1)
        .count()
        > most
}

/// How many slashes stand behind an e or a t. Counted without a branch: the compiler makes this many at once.
fn slashes(bytes: &[u8]) -> usize {
    let before = bytes.chunks(255);
    let behind = bytes.get(1..).unwrap_or_default().chunks(255);
    before
        .zip(behind)
        .map(|(before, behind)| {
            let both = before.iter().zip(behind);
            let count = both.fold(0_u8, |sum, (letter, slash)| {
                let ends = matches!(letter | 0x20, b'e' | b't');
                sum + u8::from(ends & (*slash == b'/'))
            });
            usize::from(count)
        })
        .sum()
}

fn walk(r: &mut Reading<'_>, message: &Message<'_>) -> Result<(), Reason> {
    let mut names = String::new();
    for (index, part) in message.parts.iter().enumerate() {
        r.account.in_time()?;
        headers(r, part, index == 0);
        let name = file_names(part, &mut names);
        leaf(r, message, part, index, name)?;
    }
    between(r, message);
    r.text(Kind::Names, names);
    Ok(())
}

/// The headers in two texts: those that people write, and the trail.
fn headers(r: &mut Reading<'_>, part: &MessagePart<'_>, first: bool) {
    let mut written = String::new();
    let mut trail = String::new();
    for header in &part.headers {
        let text = match &header.value {
            HeaderValue::Text(text) => text.as_ref(),
            HeaderValue::TextList(list) => {
                for text in list {
                    line(&mut trail, header.name.as_str(), text);
                }
                continue;
            }
            HeaderValue::ContentType(kind) => {
                for attribute in kind.attributes.iter().flatten() {
                    // The boundary is made by programs; names are collected with the files'.
                    if attribute.name != "boundary" && attribute.name != "charset" {
                        line(&mut trail, &attribute.name, &attribute.value);
                    }
                }
                continue;
            }
            _ => continue,
        };
        let to = if first && is_written(&header.name) {
            &mut written
        } else {
            &mut trail
        };
        line(to, header.name.as_str(), text);
    }
    r.text(Kind::Headers, written);
    r.text(Kind::TraceHeaders, trail);
}

fn line(to: &mut String, name: &str, text: &str) {
    to.push_str(name);
    to.push_str(": ");
    to.push_str(text);
    to.push('\n');
}

fn is_written(name: &HeaderName<'_>) -> bool {
    matches!(
        name,
        HeaderName::From
            | HeaderName::To
            | HeaderName::Cc
            | HeaderName::Bcc
            | HeaderName::Subject
            | HeaderName::ReplyTo
            | HeaderName::Sender
            | HeaderName::Comments
            | HeaderName::Keywords
            | HeaderName::ResentTo
            | HeaderName::ResentCc
            | HeaderName::ResentBcc
            | HeaderName::ResentFrom
    ) || matches!(name.as_str(), "Thread-Topic" | "Summary" | "Organization")
}

/// All names that a part gives its file; the first is its name in paths.
fn file_names(part: &MessagePart<'_>, all: &mut String) -> Option<String> {
    let mut first = None;
    for (place, attribute) in [
        (part.content_disposition(), "filename"),
        (part.content_type(), "name"),
    ] {
        for given in place
            .into_iter()
            .flat_map(|kind| kind.attributes.iter().flatten())
        {
            if given.name == attribute {
                all.push_str(&given.value);
                all.push('\n');
                first.get_or_insert_with(|| given.value.clone().into_owned());
            }
        }
    }
    first
}

fn leaf(
    r: &mut Reading<'_>,
    message: &Message<'_>,
    part: &MessagePart<'_>,
    index: usize,
    name: Option<String>,
) -> Result<(), Reason> {
    let declared = part
        .content_type()
        .map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()));
    let shown = match &name {
        Some(name) => format!("{index} {name}"),
        None => format!("{index}"),
    };
    match &part.body {
        PartType::Multipart(_) => {}
        PartType::Text(text) | PartType::Html(text) => {
            texts(r, message, part, text, &declared, name.map(|_| shown))?;
        }
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
            r.account.unpacked(bytes.len())?;
            let declared = declared.as_deref().unwrap_or_default();
            if declared.starts_with("message/partial")
                || declared.starts_with("message/external-body")
            {
                r.inside(shown, |_| Err(Reason::Elsewhere));
            } else {
                r.file(&shown, bytes, Some(declared));
            }
        }
        PartType::Message(inner) => r.inside(shown, |r| {
            walk(r, inner)?;
            // A message inside base64 has bytes of its own; one inside plain text was looked at with the whole.
            let own = inner.raw_message();
            if own.len() != message.raw_message().len() && !r.is_second() && doubt::has(inner, own)
            {
                r.again(|r| second::read(r, own))?;
            }
            Ok(())
        }),
    }
    Ok(())
}

/// A text part: in its declared form, and in the other one when it looks like that.
fn texts(
    r: &mut Reading<'_>,
    message: &Message<'_>,
    part: &MessagePart<'_>,
    text: &str,
    declared: &Option<String>,
    own_name: Option<String>,
) -> Result<(), Reason> {
    r.account.unpacked(text.len())?;
    // Unknown or lying charset: the bytes are decoded again by what they look like.
    let guessed = (is_damaged(text) || is_wide(part)).then(|| {
        let bytes = second::body(message.raw_message(), part);
        plain::decode(&bytes).into_owned()
    });
    let text = guessed.as_deref().unwrap_or(text);
    let declared = declared.as_deref().unwrap_or("text/plain");
    let put = |r: &mut Reading<'_>| {
        let bytes = text.as_bytes();
        match sniff::form("", bytes, Some(declared)) {
            sniff::Form::Html => html::text(r, text),
            sniff::Form::Calendar => plain::calendar(r, bytes)?,
            sniff::Form::Text | sniff::Form::Empty | sniff::Form::Sealed => {
                plain::embedded(r, text)?;
                r.text(Kind::Text, text);
                if plain::is_sealed(text) {
                    r.not(Kind::Text, Reason::Encrypted);
                }
            }
            _ => {
                // An attached file that happens to be text, or magic under a false flag.
                r.file(own_name.as_deref().unwrap_or("-"), bytes, Some(declared));
                r.again(|r| {
                    r.text(Kind::Text, text);
                    Ok(())
                })?;
            }
        }
        Ok(())
    };
    match &own_name {
        Some(name) => r.inside(name.clone(), put),
        None => put(r)?,
    }
    Ok(())
}

/// Holds NUL, or the sign that stands for what could not be decoded.
fn is_damaged(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The sign's first byte is rare in the North's languages, and one byte is looked for sooner than three.
    let mut rare = memchr::memchr2_iter(0, 0xef, bytes);
    rare.any(|at| {
        let found = bytes.get(at..).unwrap_or_default();
        found.starts_with(b"\0") || found.starts_with("\u{fffd}".as_bytes())
    })
}

/// Said to be UTF-16 or UTF-32, which plain letters of one byte are taken for without a sign of damage.
fn is_wide(part: &MessagePart<'_>) -> bool {
    let charset = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"));
    charset.is_some_and(|charset| {
        let charset = charset.to_ascii_lowercase();
        ["utf-16", "utf16", "utf-32", "ucs-", "unicode"]
            .iter()
            .any(|wide| charset.contains(wide))
    })
}

/// What stands before the first boundary and after the last: most programs hide it, some show it.
fn between(r: &mut Reading<'_>, message: &Message<'_>) {
    let raw = message.raw_message();
    for part in &message.parts {
        let PartType::Multipart(children) = &part.body else {
            continue;
        };
        let child = |id: Option<&u32>| id.and_then(|id| message.parts.get(*id as usize));
        let (Some(first), Some(last)) = (child(children.first()), child(children.last())) else {
            continue;
        };
        let slice = |from: u32, to: u32| raw.get(from as usize..to as usize).unwrap_or_default();
        for bytes in [
            slice(part.offset_body, first.offset_header),
            slice(last.offset_end, part.offset_end),
        ] {
            // A boundary line and white space say nothing.
            let text = plain::decode(bytes);
            let said: String = text
                .lines()
                .filter(|line| !line.starts_with("--") && !line.trim().is_empty())
                .collect::<Vec<_>>()
                .join("\n");
            r.text(Kind::Raw, said);
        }
    }
}
