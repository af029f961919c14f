//! Longer separators: typographic dashes and spaces, invisible characters, entities, tags and line breaks.
//! Normalisation happens only here, between two digits, so clean text pays nothing for it.

use super::tokens::Gap;

/// No separator is longer, in bytes and in parts.
const LONGEST: usize = 96;

enum Part {
    Invisible,
    Space,
    Line,
    Hyphen,
    Slash,
    Dot,
    Plus,
}

#[derive(Default)]
struct Seen {
    spaces: usize,
    lines: usize,
    mark: Option<Gap>,
    marks: usize,
}

/// What stands from `at` to the next digit, and where that digit is.
#[cold]
pub(crate) fn longer(bytes: &[u8], at: usize) -> (Gap, usize) {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (gap, here) = separator(bytes, at);
    if is_digit(here) {
        return (gap, here);
    }
    // A letter that tells the century, with what cannot be seen before or behind it.
    let letter = bytes.get(here).filter(|b| b.is_ascii_alphabetic());
    if let (Gap::Nothing, Some(letter)) = (gap, letter) {
        let (gap, next) = separator(bytes, here + 1);
        if gap == Gap::Nothing && is_digit(next) {
            return (Gap::Letter(letter.to_ascii_uppercase()), next);
        }
    }
    (Gap::Break, at)
}

/// The place behind what cannot be seen from `at` on.
#[inline]
pub(crate) fn visible(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(byte) if !byte.is_ascii_alphanumeric() => match separator(bytes, at) {
            (Gap::Nothing, next) => next,
            _ => at,
        },
        _ => at,
    }
}

/// The place behind the last sign before `at` that can be seen.
#[inline]
pub(crate) fn seen_before(bytes: &[u8], at: usize) -> usize {
    match at.checked_sub(1).and_then(|last| bytes.get(last)) {
        Some(b'\t' | b'\n' | b'\r' | b' '..=b'~') | None => at,
        Some(_) => behind_the_last_seen(bytes, at),
    }
}

#[cold]
fn behind_the_last_seen(bytes: &[u8], mut at: usize) -> usize {
    // More signs than these in a row are not looked through.
    for _ in 0..LONGEST / 3 {
        let begins = |start: &usize| bytes.get(*start).is_some_and(|b| b & 0xC0 != 0x80);
        let start = (1..=4).filter_map(|len| at.checked_sub(len)).find(begins);
        match start.and_then(|start| part(bytes, start).map(|(part, len)| (part, start, len))) {
            Some((Part::Invisible, start, len)) if start + len == at => at = start,
            _ => break,
        }
    }
    at
}

/// What stands from `at` on that may part the groups of a number, and where it ends.
pub(crate) fn separator(bytes: &[u8], at: usize) -> (Gap, usize) {
    let stop = at + LONGEST;
    let mut seen = Seen::default();
    let mut here = at;
    while here < stop {
        let Some((part, len)) = part(bytes, here) else {
            return (seen.gap(), here);
        };
        here += len;
        match part {
            Part::Invisible => {}
            Part::Space => seen.spaces += 1,
            Part::Line => {
                seen.lines += 1;
                here += quoted(bytes, here);
            }
            Part::Hyphen => seen.mark(Gap::Hyphen),
            Part::Slash => seen.mark(Gap::Slash),
            Part::Dot => seen.mark(Gap::Dot),
            Part::Plus => seen.mark(Gap::Plus),
        }
    }
    (Gap::Break, at)
}

impl Seen {
    fn mark(&mut self, gap: Gap) {
        self.marks += 1;
        self.mark = Some(gap);
    }

    fn gap(&self) -> Gap {
        match (self.marks, self.mark, self.lines, self.spaces) {
            (0, _, 0, 0) => Gap::Nothing,
            (0, _, 0, 1..=3) => Gap::Space,
            (0, _, 1, 0..=6) => Gap::Line,
            (1, Some(Gap::Hyphen), 1, 0..=6) => Gap::Line,
            // A full stop and a space end a sentence.
            (1, Some(Gap::Dot), 0, 0) => Gap::Dot,
            (1, Some(Gap::Dot), ..) => Gap::Break,
            (1, Some(mark), 0, 0..=3) => mark,
            _ => Gap::Break,
        }
    }
}

/// Bytes of the marks of a quoted line ("> > "), as replies have them.
fn quoted(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let marks = rest
        .iter()
        .take(8)
        .take_while(|b| matches!(b, b'>' | b' ' | b'|'))
        .count();
    if rest.iter().take(marks).any(|b| matches!(b, b'>' | b'|')) {
        marks
    } else {
        0
    }
}

fn part(bytes: &[u8], at: usize) -> Option<(Part, usize)> {
    let rest = bytes.get(at..)?;
    Some(match *rest.first()? {
        b' ' | b'\t' => (Part::Space, 1),
        b'\r' if rest.get(1) == Some(&b'\n') => (Part::Line, 2),
        b'\n' | b'\r' => (Part::Line, 1),
        b'-' => (Part::Hyphen, 1),
        b'/' => (Part::Slash, 1),
        b'.' => (Part::Dot, 1),
        b'+' => (Part::Plus, 1),
        b'&' => return entity(rest),
        b'%' => return percent(rest),
        b'<' => return tag(rest).map(|len| (Part::Invisible, len)),
        // The soft line break of quoted-printable.
        b'=' if rest.starts_with(b"=\r\n") => (Part::Invisible, 3),
        b'=' if rest.starts_with(b"=\n") => (Part::Invisible, 2),
        // A page ends like a line.
        b'\x0B' | b'\x0C' => (Part::Line, 1),
        byte if byte < 0x20 || byte == 0x7F => (Part::Invisible, 1),
        byte if byte >= 0x80 => return wide(rest),
        _ => return None,
    })
}

/// Characters of two to four bytes.
fn wide(rest: &[u8]) -> Option<(Part, usize)> {
    let low = |byte: u8| u32::from(byte & 0x3F);
    let character = match rest {
        [a @ 0xC2..=0xDF, b, ..] => (u32::from(*a & 0x1F) << 6 | low(*b), 2),
        [a @ 0xE0..=0xEF, b, c, ..] => (u32::from(*a & 0x0F) << 12 | low(*b) << 6 | low(*c), 3),
        [a @ 0xF0..=0xF4, b, c, d, ..] => (
            u32::from(*a & 0x07) << 18 | low(*b) << 12 | low(*c) << 6 | low(*d),
            4,
        ),
        _ => return None,
    };
    named(character.0).map(|part| (part, character.1))
}

/// What a code point means inside a number.
fn named(code: u32) -> Option<Part> {
    Some(match code {
        0x20 | 0x09 | 0xA0 | 0x2000..=0x200A | 0x202F | 0x205F | 0x2800 | 0x3000 => Part::Space,
        0x0A | 0x85 | 0x2028 => Part::Line,
        0x2D | 0x2010..=0x2015 | 0x2212 | 0xFE58 | 0xFE63 | 0xFF0D => Part::Hyphen,
        0x2F | 0x2044 | 0x2215 | 0xFF0F => Part::Slash,
        0x2E | 0xFF0E | 0x2024 | 0x00B7 | 0x2022 => Part::Dot,
        0x2B | 0xFF0B => Part::Plus,
        code if is_invisible(code) => Part::Invisible,
        _ => return None,
    })
}

/// Signs without a form of their own (Unicode: default ignorable), controls, and marks that are put on a digit.
fn is_invisible(code: u32) -> bool {
    matches!(code,
        0..=8 | 0x0E..=0x1F | 0x7F..=0x9F | 0xAD
        // Marks on the digit before: a line through it, the frame of a key.
        | 0x0300..=0x036F | 0x20D0..=0x20FF
        | 0x061C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
        | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB
        | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}

/// A character reference of HTML, by name or number.
fn entity(rest: &[u8]) -> Option<(Part, usize)> {
    let end = rest.iter().take(12).position(|b| *b == b';')?;
    let name = rest.get(1..end)?;
    let part = match name {
        b"nbsp" | b"ensp" | b"emsp" | b"thinsp" | b"Tab" => Part::Space,
        b"ndash" | b"mdash" | b"minus" | b"hyphen" | b"dash" => Part::Hyphen,
        b"shy" | b"zwnj" | b"zwj" | b"lrm" | b"rlm" => Part::Invisible,
        b"NewLine" => Part::Line,
        b"sol" => Part::Slash,
        b"period" => Part::Dot,
        b"plus" => Part::Plus,
        _ => named(numeric(name)?)?,
    };
    Some((part, end + 1))
}

/// The code point of `#8211` or `#x2013`.
pub(crate) fn numeric(name: &[u8]) -> Option<u32> {
    let text = std::str::from_utf8(name.strip_prefix(b"#")?).ok()?;
    match text.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    }
}

/// A percent-encoded character of a URL.
fn percent(rest: &[u8]) -> Option<(Part, usize)> {
    let byte = |at: usize| {
        let hex = rest.get(at..at + 3).filter(|r| r.first() == Some(&b'%'))?;
        u8::from_str_radix(std::str::from_utf8(hex.get(1..)?).ok()?, 16).ok()
    };
    let first = byte(0)?;
    if first < 0x80 {
        return named(u32::from(first)).map(|part| (part, 3));
    }
    let raw = [first, byte(3)?, byte(6).unwrap_or_default()];
    wide(&raw).map(|(part, len)| (part, 3 * len))
}

/// The length of a tag, as in `010180<b>-0008</b>`.
fn tag(rest: &[u8]) -> Option<usize> {
    let letter = rest.iter().skip(1).find(|b| **b != b'/')?;
    let end = rest.iter().take(80).position(|b| *b == b'>')?;
    letter.is_ascii_alphabetic().then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every sign that is drawn as nothing, by its blocks.
    const UNSEEN: [u32; 34] = [
        0x00, 0x01, 0x1F, 0x7F, 0x9F, 0xAD, 0x0336, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B,
        0x180E, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2064, 0x2065, 0x2066, 0x2069,
        0x206F, 0x20E3, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xE0001, 0xE0041, 0xE01EF,
    ];

    #[test]
    fn what_cannot_be_seen_parts_nothing() {
        for code in UNSEEN {
            let sign = char::from_u32(code).unwrap();
            let text = format!("{sign}{sign}7");
            let place = text.len() - 1;
            assert_eq!(
                longer(text.as_bytes(), 0),
                (Gap::Nothing, place),
                "{code:X}"
            );
            let text = format!("{sign}a{sign}7");
            let place = text.len() - 1;
            assert_eq!(
                longer(text.as_bytes(), 0),
                (Gap::Letter(b'A'), place),
                "{code:X}"
            );
            assert_eq!(visible(text.as_bytes(), 0), sign.len_utf8());
        }
        for text in ["æ7", "ж7", "ა7", "한7", "😀7", ",7", "\u{200b}ab7", "-a7"] {
            assert_eq!(longer(text.as_bytes(), 0).0, Gap::Break, "{text}");
        }
    }
}
