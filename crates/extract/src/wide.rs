//! Text whose letters take two or four bytes: UTF-16 and UTF-32, with a mark at the beginning or without.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How wide letters are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wide {
    Two(&'static Encoding),
    Four(Order),
}

/// Which byte of a letter comes first.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Order {
    Little,
    Big,
}

/// Bytes that are looked at for a guess.
const SAMPLE: usize = 512;

/// Whether these bytes are wide text. The mark of UTF-32 begins like that of UTF-16, so it is asked for first.
pub(crate) fn of(bytes: &[u8]) -> Option<Wide> {
    let four = [
        (&[0xFF, 0xFE, 0, 0][..], Order::Little),
        (&[0, 0, 0xFE, 0xFF], Order::Big),
    ];
    for (mark, order) in four {
        if bytes.starts_with(mark) && fits(bytes, order) {
            return Some(Wide::Four(order));
        }
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding == UTF_16LE || encoding == UTF_16BE).then_some(Wide::Two(encoding));
    }
    unmarked(bytes).map(Wide::Two)
}

fn letter(bytes: [u8; 4], order: Order) -> Option<char> {
    char::from_u32(match order {
        Order::Little => u32::from_le_bytes(bytes),
        Order::Big => u32::from_be_bytes(bytes),
    })
}

/// Whether every four bytes of the beginning are a letter. UTF-16 that begins with NUL is not so.
fn fits(bytes: &[u8], order: Order) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    sample
        .as_chunks::<4>()
        .0
        .iter()
        .all(|four| letter(*four, order).is_some())
}

/// UTF-32 as text, without its mark; what is no letter becomes U+FFFD, as does a letter that is cut off.
pub(crate) fn four(bytes: &[u8], order: Order) -> String {
    let (letters, rest) = bytes.as_chunks::<4>();
    let mut text: String = letters
        .iter()
        .skip(1)
        .map(|four| letter(*four, order).unwrap_or('\u{fffd}'))
        .collect();
    if !rest.is_empty() {
        text.push('\u{fffd}');
    }
    text
}

/// UTF-16 without a mark: nearly every second byte is zero.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if sample.len() < 8 || memchr::memchr(0, sample).is_none() {
        return None;
    }
    let zeros = |from: usize| {
        sample
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let half = sample.len() / 2;
    if odd * 10 >= half * 7 && even * 10 <= half {
        Some(UTF_16LE)
    } else if even * 10 >= half * 7 && odd * 10 <= half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What stands behind a mark of UTF-16 that lies: letters of one byte, which have no zeros among them. A program
/// that does not know the mark shows them.
pub(crate) fn lying(bytes: &[u8]) -> Option<&[u8]> {
    let Some(Wide::Two(_)) = of(bytes) else {
        return None;
    };
    let rest = bytes.get(2..)?;
    let ascii = rest.iter().filter(|b| matches!(**b, b' '..=b'~')).count();
    let zeros = memchr::memchr_iter(0, rest).count();
    (ascii * 4 > rest.len() * 3 && zeros * 20 < rest.len()).then_some(rest)
}
