//! Digits in other clothes: other scripts, full width, character references; letters of Greek and Cyrillic that look
//! like Latin ones. Only a text that has some is rewritten; places are mapped back.

use super::blocks::FOREIGN;
use super::gaps::numeric;

/// A rewritten text and where its bytes came from.
#[derive(Debug, Default)]
pub(crate) struct Rewritten {
    pub(crate) text: Vec<u8>,
    /// (place in the rewritten text, place in the original): the difference holds up to the next entry.
    map: Vec<(usize, usize)>,
}

impl Rewritten {
    fn keep(&mut self, at: usize, bytes: &[u8]) {
        self.map.push((self.text.len(), at));
        self.text.extend_from_slice(bytes);
    }

    /// The original place of the character at `at`.
    pub(crate) fn origin(&self, at: usize) -> usize {
        let next = self.map.partition_point(|(new, _)| *new <= at);
        let entry = next.checked_sub(1).and_then(|i| self.map.get(i));
        entry.map_or(at, |(new, old)| old + (at - new))
    }

    /// The original place behind the character before `at`.
    pub(crate) fn origin_end(&self, at: usize) -> usize {
        let next = self.map.partition_point(|(new, _)| *new < at);
        // Where the next stretch begins, the last one ended.
        match self.map.get(next) {
            Some((new, old)) if *new == at => *old,
            _ => self.origin(at),
        }
    }
}

/// The text with digits, letters and signs of other clothes in ASCII; `None` when it has none.
pub(crate) fn rewrite(text: &str, foreign: bool, references: bool) -> Option<Rewritten> {
    let mut new = Rewritten::default();
    let mut copied = 0;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(next) = candidate(bytes, at, references) {
        at = next;
        let Some((ascii, len)) = replacement(text, at, foreign, references) else {
            at += 1;
            continue;
        };
        new.keep(copied, bytes.get(copied..at).unwrap_or_default());
        new.keep(at, &[ascii]);
        at += len;
        copied = at;
    }
    if copied == 0 {
        return None;
    }
    new.keep(copied, bytes.get(copied..).unwrap_or_default());
    new.map.push((new.text.len(), text.len()));
    Some(new)
}

/// The next byte from `at` on that a digit or sign in other clothes may begin with.
fn candidate(bytes: &[u8], mut at: usize, references: bool) -> Option<usize> {
    let begins = |byte: &u8| (*byte >= FOREIGN) & (*byte != 0xE2) | references & (*byte == b'&');
    loop {
        let rest = bytes.get(at..)?;
        let Some(block) = rest.first_chunk::<64>() else {
            return rest.iter().position(begins).map(|i| at + i);
        };
        if block.iter().fold(false, |all, byte| all | begins(byte)) {
            return block.iter().position(begins).map(|i| at + i);
        }
        at += 64;
    }
}

/// The ASCII character for what stands at `at`, and its length there.
fn replacement(text: &str, at: usize, foreign: bool, references: bool) -> Option<(u8, usize)> {
    let byte = *text.as_bytes().get(at)?;
    if references && byte == b'&' {
        let rest = text.as_bytes().get(at..)?;
        let end = rest.iter().take(12).position(|b| *b == b';')?;
        let character = char::from_u32(numeric(rest.get(1..end)?)?)?;
        let ascii = ascii(character)
            .or_else(|| u8::try_from(character).ok().filter(u8::is_ascii_graphic))?;
        return Some((ascii, end + 1));
    }
    if foreign && byte >= FOREIGN && byte != 0xE2 {
        let character = text.get(at..)?.chars().next()?;
        let ascii = ascii(character)
            .or_else(|| twin(character).filter(|_| is_mixed(text.as_bytes(), at)))?;
        return Some((ascii, character.len_utf8()));
    }
    None
}

/// How far a word is looked at on each side of a letter.
const WORD: usize = 24;

/// Whether a letter of Greek or Cyrillic stands in a word that has Latin letters or digits too: nobody writes so, but
/// somebody who hides a number, or whose keyboard was set to the other language.
fn is_mixed(bytes: &[u8], at: usize) -> bool {
    let foreign = |byte: &&u8| matches!(**byte, 0x80..=0xBF | 0xCD..=0xD5);
    let before = bytes.get(at.saturating_sub(WORD)..at).unwrap_or_default();
    let behind = bytes.get(at..).unwrap_or_default();
    let last = before.iter().rev().find(|b| !foreign(b));
    let next = behind.iter().take(WORD).find(|b| !foreign(b));
    [last, next]
        .into_iter()
        .flatten()
        .any(u8::is_ascii_alphanumeric)
}

/// The Latin letter that a letter of Greek or Cyrillic looks like.
fn twin(character: char) -> Option<u8> {
    let at = TWINS.binary_search_by_key(&character, |pair| pair.0).ok()?;
    TWINS.get(at).map(|pair| pair.1)
}

/// In the order of their code points. Small letters too that are their capital's form made small.
const TWINS: [(char, u8); 68] = [
    ('Ϳ', b'J'),
    ('Α', b'A'),
    ('Β', b'B'),
    ('Ε', b'E'),
    ('Ζ', b'Z'),
    ('Η', b'H'),
    ('Ι', b'I'),
    ('Κ', b'K'),
    ('Μ', b'M'),
    ('Ν', b'N'),
    ('Ο', b'O'),
    ('Ρ', b'P'),
    ('Τ', b'T'),
    ('Υ', b'Y'),
    ('Χ', b'X'),
    ('α', b'a'),
    ('ι', b'i'),
    ('κ', b'k'),
    ('ν', b'v'),
    ('ο', b'o'),
    ('ρ', b'p'),
    ('τ', b't'),
    ('υ', b'u'),
    ('χ', b'x'),
    ('ϲ', b'c'),
    ('ϳ', b'j'),
    ('Ϲ', b'C'),
    ('Ѕ', b'S'),
    ('І', b'I'),
    ('Ј', b'J'),
    ('А', b'A'),
    ('В', b'B'),
    ('Е', b'E'),
    ('К', b'K'),
    ('М', b'M'),
    ('Н', b'H'),
    ('О', b'O'),
    ('Р', b'P'),
    ('С', b'C'),
    ('Т', b'T'),
    ('У', b'Y'),
    ('Х', b'X'),
    ('а', b'a'),
    ('в', b'b'),
    ('е', b'e'),
    ('к', b'k'),
    ('м', b'm'),
    ('н', b'h'),
    ('о', b'o'),
    ('р', b'p'),
    ('с', b'c'),
    ('т', b't'),
    ('у', b'y'),
    ('х', b'x'),
    ('ѕ', b's'),
    ('і', b'i'),
    ('ј', b'j'),
    ('Ү', b'Y'),
    ('ү', b'y'),
    ('һ', b'h'),
    ('Ӏ', b'I'),
    ('ӏ', b'l'),
    ('ԁ', b'd'),
    ('ԛ', b'q'),
    ('Ԝ', b'W'),
    ('ԝ', b'w'),
    ('Տ', b'S'),
    ('Օ', b'O'),
];

/// Decimal digits of all scripts, and what has full width.
fn ascii(character: char) -> Option<u8> {
    let code = u32::from(character);
    if (0xFF01..=0xFF5E).contains(&code) {
        return u8::try_from(code - 0xFF01 + 0x21).ok();
    }
    let zero = ZEROS.get(ZEROS.partition_point(|z| *z <= code).checked_sub(1)?)?;
    u8::try_from(code - zero)
        .ok()
        .filter(|d| *d < 10)
        .map(|d| d + b'0')
}

/// The zeros of all scripts with decimal digits (Unicode 15, general category Nd), but those of full width.
const ZEROS: [u32; 64] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650,
    0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_stand_in_order_and_begin_where_letters_are_looked_for() {
        assert!(TWINS.is_sorted_by_key(|pair| pair.0));
        for (twin, _) in TWINS {
            let lead = twin.to_string().as_bytes()[0];
            assert!((FOREIGN..=0xD5).contains(&lead), "{twin}");
        }
    }

    #[test]
    fn letters_of_two_scripts_in_one_word_are_latin_and_whole_words_are_left() {
        let of = |text: &str| rewrite(text, true, false).map(|new| new.text);
        assert_eq!(of("020504А902Е"), Some(b"020504A902E".to_vec()));
        assert_eq!(of("О1О18О-ООО8"), Some(b"O1O18O-OOO8".to_vec()));
        assert_eq!(of("DК50 СPR"), Some(b"DK50 CPR".to_vec()));
        assert_eq!(of("Ο5"), Some(b"O5".to_vec()));
        assert_eq!(of("ООО и НАТО, 12 мая"), None);
    }
}
