//! Marks of a message that mail programs may read in different ways (draft-chen-email-mime-ambiguity-defense).
//! A false alarm costs a second reading; a mark that is missed costs what only the other reading shows.

use mail_parser::{Encoding, HeaderName, HeaderValue, Message, MessagePart, PartType};
use memchr::memmem;

pub(super) fn has(message: &Message<'_>, raw: &[u8]) -> bool {
    memchr::memchr(0, raw).is_some()
        || message
            .parts
            .iter()
            .any(|part| doubtful_headers(part, raw) || doubtful_body(part, raw))
}

fn doubtful_headers(part: &MessagePart<'_>, raw: &[u8]) -> bool {
    let count = |name: &HeaderName<'_>| {
        part.headers
            .iter()
            .filter(|header| header.name == *name)
            .count()
    };
    let twice = [
        HeaderName::ContentType,
        HeaderName::ContentTransferEncoding,
        HeaderName::ContentDisposition,
        HeaderName::Subject,
        HeaderName::MimeVersion,
    ]
    .iter()
    .any(|name| count(name) > 1);
    twice
        || part.headers.iter().any(|header| match &header.value {
            HeaderValue::ContentType(kind) => {
                let names = |name: &str| {
                    kind.attributes
                        .iter()
                        .flatten()
                        .filter(|attribute| attribute.name == name)
                        .count()
                };
                names("boundary") > 1
                    || names("charset") > 1
                    || kind.ctype() == "multipart" && names("boundary") == 0
            }
            HeaderValue::Text(text) if header.name == HeaderName::ContentTransferEncoding => {
                !["7bit", "8bit", "binary", "base64", "quoted-printable"]
                    .iter()
                    .any(|known| text.trim().eq_ignore_ascii_case(known))
            }
            _ => false,
        })
        || odd_lines(raw.get(part.offset_header as usize..part.offset_body as usize))
}

/// Header lines that are neither a field nor a fold, names with a space before the colon, stray returns.
fn odd_lines(block: Option<&[u8]>) -> bool {
    block
        .unwrap_or_default()
        .split(|byte| *byte == b'\n')
        .any(|line| {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let fold = line.starts_with(b" ") || line.starts_with(b"\t");
            memchr::memchr(b'\r', line).is_some()
                || !line.is_empty()
                    && !fold
                    && crate::sniff::field(line).is_none()
                    && !line.starts_with(b"From ")
        })
}

fn doubtful_body(part: &MessagePart<'_>, raw: &[u8]) -> bool {
    if part.is_encoding_problem {
        return true;
    }
    let body = raw
        .get(part.offset_body as usize..part.offset_end as usize)
        .unwrap_or_default();
    match &part.body {
        PartType::Multipart(children) => children.is_empty(),
        PartType::Message(_) => false,
        _ => {
            // A part inside a leaf, or a boundary that was not declared.
            memmem::find_iter(body, b"ontent-")
                .filter_map(|at| body.get(at.checked_sub(2)?..at))
                .any(|before| matches!(before, b"\nC" | b"\nc"))
                || match part.encoding {
                    Encoding::Base64 => odd_base64(body),
                    Encoding::QuotedPrintable => odd_quoted(body),
                    Encoding::None => looks_encoded(body),
                }
        }
    }
}

/// Letters outside the alphabet, or padding before the end: some programs stop there, some go on.
fn odd_base64(body: &[u8]) -> bool {
    let mut padded = false;
    for byte in body {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' => {
                if padded {
                    return true;
                }
            }
            b'=' => padded = true,
            b'\r' | b'\n' | b' ' | b'\t' => {}
            _ => return true,
        }
    }
    false
}

/// `=` that begins no octet and no soft line break.
fn odd_quoted(body: &[u8]) -> bool {
    memchr::memchr_iter(b'=', body).any(|at| {
        let next = body.get(at + 1..).unwrap_or_default();
        let soft = next.is_empty() || next.starts_with(b"\r\n") || next.starts_with(b"\n");
        let octet = next
            .get(..2)
            .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit));
        let spaced = matches!(next.first(), Some(b' ' | b'\t'));
        !soft && !octet && !spaced
    })
}

/// Declared as plain, but nothing except one long block of base64.
fn looks_encoded(body: &[u8]) -> bool {
    body.len() > 60
        && body
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+/=\r\n".contains(byte))
}
