//! Text that any reader program can take, without changing what it says.

/// Stands where no font has the character.
const UNKNOWN: char = '\u{25a1}';

/// The longest heading, caption or other text that becomes one string in the
/// file, in UTF-16 units: PDF/A-2 (6.1.13) allows 32,767 bytes.
const LONGEST: usize = 16_000;

/// Which characters may pass.
#[derive(Clone, Copy)]
pub(crate) enum Sieve<'a> {
    /// All that the fonts have.
    Printable(&'a dyn Fn(char) -> bool),
    /// Only simple letters and signs. For the rare text whose parts need
    /// different fonts at one place, which PDF/UA-1 (7.21.8) cannot show.
    Plain(&'a dyn Fn(char) -> bool),
}

/// The text with control characters dropped and unprintable ones replaced by a box.
pub(crate) fn text(raw: &str, sieve: Sieve<'_>) -> String {
    let unified = raw.replace("\r\n", "\n").replace('\r', "\n");
    unified.chars().filter_map(|c| passed(c, sieve)).collect()
}

/// Like [`text`], on one line and short enough for one string in the file.
pub(crate) fn line(raw: &str, sieve: Sieve<'_>) -> String {
    let whole = text(raw, sieve).replace('\n', " ");
    let mut units = 0;
    let kept: String = whole
        .trim()
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= LONGEST
        })
        .collect();
    kept
}

fn passed(c: char, sieve: Sieve<'_>) -> Option<char> {
    if c == '\n' {
        return Some(c);
    }
    if c == '\t' {
        return Some(' ');
    }
    if c.is_control() || steers(c) {
        return None;
    }
    let (known, plain) = match sieve {
        Sieve::Printable(known) => (known(c), true),
        Sieve::Plain(known) => (known(c), simple(c)),
    };
    Some(if known && plain && !private(c) {
        c
    } else {
        UNKNOWN
    })
}

/// Characters without a shape: direction overrides, which could make a text
/// look like another one, joiners, variation selectors, tags and the byte order mark.
fn steers(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Private characters have no agreed meaning; PDF/A-2a (6.2.11.7.3) refuses them.
fn private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// Latin, Greek and Cyrillic without loose accents, and common signs.
fn simple(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{202f}' | '\u{20a0}'..='\u{20bf}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(_: char) -> bool {
        true
    }

    #[test]
    fn controls_and_overrides_go_and_lines_stay() {
        let raw = "a\0b\u{202e}c\r\nd\te\u{feff}\u{e000}";
        assert_eq!(text(raw, Sieve::Printable(&all)), "abc\nd e\u{25a1}");
        assert_eq!(line(raw, Sieve::Printable(&all)), "abc d e\u{25a1}");
    }

    #[test]
    fn nordic_letters_pass_even_the_plain_sieve() {
        let words = "Å ä ö æ Ø é § € – ’ 1\u{a0}000\u{202f}kr −3";
        assert_eq!(text(words, Sieve::Plain(&all)), words);
        assert_eq!(text("שלום", Sieve::Plain(&all)), "□□□□");
    }

    #[test]
    fn one_string_stays_within_the_standard() {
        let long = line(&"å".repeat(40_000), Sieve::Printable(&all));
        assert_eq!(long.chars().count(), LONGEST);
    }
}
