//! Encodings from before the web: DOS code pages, the Macintosh, and the seven-bit alphabets of the North, in which
//! brackets stand for letters. Old exports of registers are full of them. The ASCII half is the same in all, so
//! numbers are found without this; the words beside them are not.

use encoding_rs::MACINTOSH;
use memchr::memchr3_iter;

/// Letters of code page 850 and 865 that Nordic and English texts use.
const DOS: [(u8, char); 22] = [
    (0x80, 'Ç'),
    (0x81, 'ü'),
    (0x82, 'é'),
    (0x83, 'â'),
    (0x84, 'ä'),
    (0x85, 'à'),
    (0x86, 'å'),
    (0x87, 'ç'),
    (0x88, 'ê'),
    (0x8a, 'è'),
    (0x8e, 'Ä'),
    (0x8f, 'Å'),
    (0x90, 'É'),
    (0x91, 'æ'),
    (0x92, 'Æ'),
    (0x94, 'ö'),
    (0x99, 'Ö'),
    (0x9a, 'Ü'),
    (0x9b, 'ø'),
    (0x9d, 'Ø'),
    (0xd0, 'ð'),
    (0xe7, 'þ'),
];

/// Letters that a Macintosh wrote for Nordic words.
const MAC: [u8; 11] = [
    0x80, 0x81, 0x85, 0x8a, 0x8c, 0x8e, 0x9a, 0xae, 0xaf, 0xbe, 0xbf,
];

/// Bytes that are looked at for a guess.
const SAMPLE: usize = 64 * 1024;

/// The text by DOS or the Macintosh, when the bytes between letters look like it; `None` when they look like
/// anything newer, whose letters stand above 0xC0.
pub(crate) fn decode(bytes: &[u8]) -> Option<String> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (mut new, mut dos, mut mac) = (0, 0, 0);
    for three in sample.windows(3) {
        let beside = three[0].is_ascii_alphabetic() || three[2].is_ascii_alphabetic();
        if three[1] < 0x80 || !beside {
            continue;
        }
        new += usize::from(three[1] >= 0xc0);
        dos += usize::from(three[1] < 0xc0 && DOS.iter().any(|(byte, _)| *byte == three[1]));
        mac += usize::from(MAC.contains(&three[1]));
    }
    if new >= dos.max(mac) {
        None
    } else if mac > dos {
        Some(MACINTOSH.decode_without_bom_handling(bytes).0.into_owned())
    } else {
        Some(bytes.iter().map(|byte| letter(*byte)).collect())
    }
}

fn letter(byte: u8) -> char {
    match DOS.iter().find(|(known, _)| *known == byte) {
        Some((_, letter)) => *letter,
        None if byte < 0x80 => char::from(byte),
        None => '\u{fffd}',
    }
}

/// `S|ren` is Søren in DS 2089 and NS 4551-1, and S|ren sits between letters in no program and no mail of today.
/// In SEN 85 02 00 and SFS 4017 the same signs are ä, ö and å: both are given, one after the other.
pub(crate) fn seven_bits(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let letter = |at: Option<usize>| {
        at.and_then(|at| sample.get(at))
            .is_some_and(u8::is_ascii_alphabetic)
    };
    let between = memchr3_iter(b'{', b'|', b'}', sample)
        .chain(memchr3_iter(b'[', b'\\', b']', sample))
        .filter(|at| letter(at.checked_sub(1)) && letter(at.checked_add(1)))
        .count();
    // One in two thousand bytes is more than any list of paths or alternatives has, and less than any prose.
    if between < 2 || between * 2_000 < sample.len() || !text.is_ascii() {
        return None;
    }
    let with = |letters: [char; 6]| {
        text.chars()
            .map(|c| match "[\\]{|}".find(c) {
                Some(at) => letters.get(at).copied().unwrap_or(c),
                None => c,
            })
            .collect::<String>()
    };
    let west = with(['Æ', 'Ø', 'Å', 'æ', 'ø', 'å']);
    let east = with(['Ä', 'Ö', 'Å', 'ä', 'ö', 'å']);
    Some(format!("{west}\n\n{east}"))
}

#[cfg(test)]
mod tests {
    use super::{decode, seven_bits};

    #[test]
    fn dos_and_macintosh_are_told_from_newer_ones() {
        let dos = decode(b"S\x9bren f\x86r kr\x91ft").unwrap();
        assert_eq!(dos, "Søren får kræft");
        let mac = decode(b"S\xbfren f\x8cr kr\xbeft").unwrap();
        assert_eq!(mac, "Søren får kræft");
        assert_eq!(decode(b"S\xf8ren f\xe5r kr\xe6ft"), None);
        assert_eq!(decode(b"hej"), None);
    }

    #[test]
    fn brackets_between_letters_are_letters() {
        let text = seven_bits("S|ren f}r kr{ft").unwrap();
        assert!(text.contains("Søren får kræft"));
        let text = seven_bits("L{{k{ri m{{r{si hoidon").unwrap();
        assert!(text.contains("Lääkäri määräsi hoidon"));
        assert_eq!(seven_bits("a|b er en tabel"), None);
        assert_eq!(seven_bits("Møde om budget [se bilag]"), None);
    }
}
