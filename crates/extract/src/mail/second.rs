//! A message read in all the ways that its bytes allow: as it stands; and divided at every line that could be a
//! boundary, each piece decoded by every encoding that it names or looks like.

use mail_parser::{Encoding, MessagePart};
use memchr::memmem;

use crate::part::{Kind, Reason};
use crate::plain;
use crate::reading::Reading;

/// Pieces that are looked at; more boundaries than this are torture.
const PIECES: usize = 400;

pub(super) fn read(r: &mut Reading<'_>, raw: &[u8]) -> Result<(), Reason> {
    r.account.unpacked(raw.len())?;
    r.text(Kind::Raw, plain::decode(raw).into_owned());
    for piece in pieces(raw) {
        r.account.in_time()?;
        let (head, body) = split(piece);
        let head = head.to_ascii_lowercase();
        let named = |word: &[u8]| memmem::find(&head, word).is_some();
        for (index, decoded) in [
            (named(b"base64") || runs_of_base64(body)).then(|| base64_past(body)),
            (named(b"base64") || runs_of_base64(body)).then(|| base64_until(body)),
            (named(b"quoted") || memmem::find(body, b"=3").is_some()).then(|| quoted(body)),
            named(b"quoted").then(|| quoted_without(body)),
            named(b"text/html").then(|| body.to_vec()),
        ]
        .into_iter()
        .enumerate()
        {
            if let Some(decoded) = decoded.filter(|decoded| !decoded.is_empty()) {
                r.account.unpacked(decoded.len())?;
                let html = named(b"text/html").then_some("text/html");
                r.file(&format!("~{index}"), &decoded, html);
            }
        }
    }
    Ok(())
}

/// The whole, and what lies between lines that begin with two hyphens.
fn pieces(raw: &[u8]) -> Vec<&[u8]> {
    let mut cuts: Vec<usize> = memmem::find_iter(raw, b"\n--")
        .map(|at| at + 1)
        .take(PIECES)
        .collect();
    cuts.push(raw.len());
    let mut found = vec![raw];
    let mut from = 0;
    for cut in cuts {
        let piece = raw.get(from..cut).unwrap_or_default();
        // Without the boundary's own line.
        let start = if piece.starts_with(b"--") {
            memchr::memchr(b'\n', piece).map_or(piece.len(), |at| at + 1)
        } else {
            0
        };
        if piece.len() > start {
            found.push(piece.get(start..).unwrap_or_default());
        }
        from = cut;
    }
    if found.len() == 2 {
        found.truncate(1);
    }
    found
}

/// Headers and body, at the first empty line.
fn split(piece: &[u8]) -> (&[u8], &[u8]) {
    let cut = [&b"\r\n\r\n"[..], b"\n\n", b"\r\r"]
        .iter()
        .filter_map(|mark| memmem::find(piece, mark).map(|at| (at, at + mark.len())))
        .min();
    match cut {
        Some((at, after)) => (
            piece.get(..at).unwrap_or_default(),
            piece.get(after..).unwrap_or_default(),
        ),
        None => (piece, piece),
    }
}

/// A line of 40 or more letters of the alphabet and nothing else.
fn runs_of_base64(body: &[u8]) -> bool {
    body.split(|byte| *byte == b'\n').take(2_000).any(|line| {
        let line = line.trim_ascii();
        line.len() >= 40
            && line
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(byte))
    })
}

fn six_bits(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}

/// Foreign letters are skipped, and padding only ends its own group.
pub(crate) fn base64_past(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut have) = (0_u32, 0);
    for byte in body {
        if *byte == b'=' {
            flush(&mut out, bits, have);
            (bits, have) = (0, 0);
        } else if let Some(value) = six_bits(*byte) {
            bits = bits << 6 | value;
            have += 1;
            if have == 4 {
                out.extend_from_slice(&bits.to_be_bytes()[1..]);
                (bits, have) = (0, 0);
            }
        }
    }
    flush(&mut out, bits, have);
    out
}

fn flush(out: &mut Vec<u8>, bits: u32, have: u32) {
    let whole = (bits << (6 * (4 - have.min(4)))).to_be_bytes();
    match have {
        2 => out.extend_from_slice(&whole[1..2]),
        3 => out.extend_from_slice(&whole[1..3]),
        _ => {}
    }
}

/// The first foreign letter or padding ends it.
fn base64_until(body: &[u8]) -> Vec<u8> {
    let end = body
        .iter()
        .position(|byte| six_bits(*byte).is_none() && !byte.is_ascii_whitespace())
        .unwrap_or(body.len());
    base64_past(body.get(..end).unwrap_or_default())
}

/// Quoted-printable that takes every mistake as it stands.
pub(crate) fn quoted(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while let Some(byte) = body.get(at) {
        let rest = body.get(at + 1..).unwrap_or_default();
        if *byte != b'=' {
            out.push(*byte);
            at += 1;
        } else if rest.starts_with(b"\r\n") {
            at += 3;
        } else if rest.starts_with(b"\n") {
            at += 2;
        } else if let Some(value) = rest
            .get(..2)
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        {
            out.push(value);
            at += 3;
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    out
}

/// Quoted-printable of a program that drops a sign it does not understand with the digit behind it.
fn quoted_without(body: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(body.len());
    let mut at = 0;
    while let Some(byte) = body.get(at) {
        let rest = body.get(at + 1..).unwrap_or_default();
        let digits = rest.iter().take(2).take_while(|b| b.is_ascii_hexdigit());
        let digits = digits.count();
        let soft = rest.first().is_some_and(u8::is_ascii_whitespace);
        if *byte == b'=' && digits < 2 && !soft {
            kept.push(b' ');
            at += 1 + digits;
        } else {
            kept.push(*byte);
            at += 1;
        }
    }
    quoted(&kept)
}

/// The bytes of a part, decoded by its own encoding.
pub(super) fn body(raw: &[u8], part: &MessagePart<'_>) -> Vec<u8> {
    let body = raw
        .get(part.offset_body as usize..part.offset_end as usize)
        .unwrap_or_default();
    match part.encoding {
        Encoding::Base64 => base64_past(body),
        Encoding::QuotedPrintable => quoted(body),
        Encoding::None => body.to_vec(),
    }
}
