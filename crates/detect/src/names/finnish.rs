//! Whether a stretch of text may be Finnish: only there are Finnish cases taken off a name.

use crate::lanes::{self, BLOCK};

/// How far to each side signs are looked for.
const NEAR: usize = 400;
/// A longer paragraph is asked about again.
const PARAGRAPH: usize = 2_000;

/// Whether the text is Finnish, asked once for a stretch of it.
#[derive(Debug, Default)]
pub struct Finnish {
    until: usize,
    answer: bool,
}

impl Finnish {
    /// Where it is known for the whole text.
    pub fn known(answer: bool) -> Self {
        Self {
            until: usize::MAX,
            answer,
        }
    }

    /// Whether the text at `place` may be Finnish.
    pub fn at(&mut self, text: &str, place: usize) -> bool {
        if place >= self.until {
            self.answer = finnish(text, place);
            // A paragraph is in one language.
            let rest = text.as_bytes().get(place..).unwrap_or_default();
            let rest = rest.get(..PARAGRAPH).unwrap_or(rest);
            let end = first_break(rest);
            self.until = place + end.unwrap_or(rest.len()).max(1);
        }
        self.answer
    }
}

/// Where two line ends stand together first.
fn first_break(bytes: &[u8]) -> Option<usize> {
    memchr::memchr_iter(b'\n', bytes).find(|at| bytes.get(at + 1) == Some(&b'\n'))
}

/// Where they stand last.
fn last_break(bytes: &[u8]) -> Option<usize> {
    let last = memchr::memrchr_iter(b'\n', bytes);
    last.filter_map(|at| at.checked_sub(1))
        .find(|at| bytes.get(*at) == Some(&b'\n'))
}

/// Whether the paragraph round `place` may be Finnish: no sign of another language, or more signs of Finnish.
fn finnish(text: &str, place: usize) -> bool {
    let bytes = text.as_bytes();
    let back = place.saturating_sub(NEAR);
    let before = bytes.get(back..place).unwrap_or_default();
    let from = back + last_break(before).map_or(0, |at| at + 2);
    let rest = bytes.get(place..).unwrap_or_default();
    let rest = rest.get(..NEAR).unwrap_or(rest);
    let to = place + first_break(rest).unwrap_or(rest.len());
    let near = bytes.get(from..to).unwrap_or_default();
    let (mut finnish, mut others) = (0_u32, 0_u32);
    let mut begin = 0;
    let mut take = |end: usize| {
        let word = near.get(begin..end).unwrap_or_default();
        begin = end + 1;
        finnish |= sign_of_finnish(word);
        if word.len() < 4 {
            others |= sign_of_others(word);
        }
    };
    let mut blanks = Vec::new();
    lanes::blanks(near, &mut blanks);
    for (index, mask) in blanks.iter().enumerate() {
        let mut left = *mask;
        while left != 0 {
            let end = index * BLOCK + left.trailing_zeros() as usize;
            left &= left - 1;
            if end < near.len() {
                take(end);
            }
        }
    }
    take(near.len());
    others == 0 || finnish.count_ones() > others.count_ones()
}

/// One bit for each sign of Finnish in a word. Told by its last letter first: most words end in none of these.
fn sign_of_finnish(word: &[u8]) -> u32 {
    let sign = match word {
        [.., b'a'] => match word {
            b"ja" => 1 << 1,
            [.., b's', b's', _] => 1 << 5,
            [.., b's', b't', _] => 1 << 6,
            [.., b'l', b'l', _] => 1 << 7,
            _ => 0,
        },
        [.., b'n'] => match word {
            b"on" => 1,
            [.., b'e', b'e', _] => 1 << 9,
            [.., 0xC3, 0xA4, 0xC3, 0xA4, _] => 1 << 10,
            _ => 0,
        },
        [.., b'i'] => match word {
            b"ei" => 1 << 2,
            b"oli" => 1 << 4,
            _ => 0,
        },
        [b'e', b't', b't', 0xC3, 0xA4] => 1 << 3,
        [.., b'l', b'l', b'e'] => 1 << 8,
        _ => 0,
    };
    match word {
        [b'h', 0xC3, 0xA4, b'n', ..] => sign | 1 << 11,
        _ => sign,
    }
}

/// One bit for each sign of another language in a word of at most three bytes.
fn sign_of_others(word: &[u8]) -> u32 {
    let place = match word {
        [b'i'] => 12,
        [b'o', b'g'] => 0,
        [b'e', b'r'] => 3,
        [b'a', b't'] => 6,
        [b'i', b's'] => 8,
        [b'o', b'f'] => 13,
        [b't', b'o'] => 14,
        [b'o', b'c', b'h'] => 1,
        [b't', b'h', b'e'] => 2,
        [0xC3, 0xA4, b'r'] => 4,
        [b'a', b't', b't'] => 5,
        [b'd', b'e', b't'] => 7,
        [b'a', b'n', b'd'] => 9,
        [b'h', b'a', b'r'] => 10,
        [b'p', 0xC3, 0xA5] => 11,
        [b't', b'i', b'l'] => 15,
        _ => return 0,
    };
    1 << place
}
