//! Whether a stretch of text may be Finnish: only there are Finnish cases taken off a name.

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
            let end = memchr::memmem::find(rest, b"\n\n");
            self.until = place + end.unwrap_or(rest.len()).max(1);
        }
        self.answer
    }
}

/// Whether the paragraph round `place` may be Finnish: no sign of another language, or more signs of Finnish.
fn finnish(text: &str, place: usize) -> bool {
    let bytes = text.as_bytes();
    let back = place.saturating_sub(NEAR);
    let before = bytes.get(back..place).unwrap_or_default();
    let from = back + memchr::memmem::rfind(before, b"\n\n").map_or(0, |at| at + 2);
    let rest = bytes.get(place..).unwrap_or_default();
    let rest = rest.get(..NEAR).unwrap_or(rest);
    let to = place + memchr::memmem::find(rest, b"\n\n").unwrap_or(rest.len());
    let near = bytes.get(from..to).unwrap_or_default();
    let (mut finnish, mut others) = (0_u32, 0_u32);
    let mut begin = 0;
    for end in memchr::memchr_iter(b' ', near).chain([near.len()]) {
        let word = near.get(begin..end).unwrap_or_default();
        begin = end + 1;
        finnish |= sign_of_finnish(word);
        if word.len() < 4 {
            others |= sign_of_others(word);
        }
    }
    others == 0 || finnish.count_ones() > others.count_ones()
}

/// One bit for each sign of Finnish in a word.
fn sign_of_finnish(word: &[u8]) -> u32 {
    let whole: u32 = match word {
        b"on" => 1,
        b"ja" => 1 << 1,
        b"ei" => 1 << 2,
        b"ett\xC3\xA4" => 1 << 3,
        b"oli" => 1 << 4,
        _ => 0,
    };
    let ending = match word {
        [.., b's', b's', b'a'] => 1 << 5,
        [.., b's', b't', b'a'] => 1 << 6,
        [.., b'l', b'l', b'a'] => 1 << 7,
        [.., b'l', b'l', b'e'] => 1 << 8,
        [.., b'e', b'e', b'n'] => 1 << 9,
        [.., 0xC3, 0xA4, 0xC3, 0xA4, b'n'] => 1 << 10,
        _ => 0,
    };
    let pronoun = u32::from(word.starts_with(b"h\xC3\xA4n")) << 11;
    whole | ending | pronoun
}

/// One bit for each sign of another language in a word.
fn sign_of_others(word: &[u8]) -> u32 {
    const SIGNS: [&[u8]; 16] = [
        b"og",
        b"och",
        b"the",
        b"er",
        b"\xC3\xA4r",
        b"att",
        b"at",
        b"det",
        b"is",
        b"and",
        b"har",
        b"p\xC3\xA5",
        b"i",
        b"of",
        b"to",
        b"til",
    ];
    SIGNS
        .iter()
        .position(|sign| *sign == word)
        .map_or(0, |at| 1 << at)
}
