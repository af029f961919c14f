//! How wide words are, before they are set.
//!
//! Column widths and chart labels are decided here, once and in one pass. The
//! typesetter could measure too, but lays every cell out twice for that, and a
//! chart must look the same in a web page.

/// Advance of the printable ASCII characters in Noto Sans, in thousandths of the size.
const ASCII: [u16; 95] = [
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, //
    572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, //
    899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781, //
    605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444, //
    580, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, //
    615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
];

/// Bold letters are at most this much wider.
pub(crate) const BOLD: f64 = 1.09;

/// Break opportunity without a hyphen.
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// Width of one character at size 1.
fn advance(c: char) -> f64 {
    let thousandths = match c {
        ' '..='~' => ASCII[c as usize - ' ' as usize],
        '\n' | '\u{200b}' => 0,
        '\u{a0}' => 260,
        '\u{202f}' => 200,
        'Æ' | 'æ' | 'Œ' | 'œ' => 880,
        'Å' | 'Ä' | 'À'..='Ã' => 640,
        'Ö' | 'Ø' | 'Ò'..='Õ' => 781,
        '\u{a1}'..='\u{24f}' | '\u{2010}'..='\u{2019}' | '−' => 620,
        '\u{370}'..='\u{6ff}' => 760,
        _ => 1000,
    };
    f64::from(thousandths) / 1000.0
}

/// Width of a text on one line, in the unit of `size`.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The text in at most `lines` lines no wider than `room`; the last line ends
/// in an ellipsis when something is left out.
pub(crate) fn wrap(text: &str, room: f64, size: f64, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut current = String::new();
    for word in text.split_whitespace() {
        for piece in pieces(word, room, size) {
            let joined = if current.is_empty() || !piece.first {
                format!("{current}{}", piece.text)
            } else {
                format!("{current} {}", piece.text)
            };
            if current.is_empty() || width(&joined, size) <= room {
                current = joined;
            } else {
                out.push(std::mem::replace(&mut current, piece.text));
            }
        }
        if out.len() > lines {
            break;
        }
    }
    if !current.is_empty() {
        out.push(current);
    }
    if out.len() > lines {
        out.truncate(lines);
        if let Some(last) = out.last_mut() {
            while width(last, size) + size > room && last.pop().is_some() {}
            last.push('…');
        }
    }
    out
}

struct Piece {
    text: String,
    /// Whether a space stands before it when it continues a line.
    first: bool,
}

/// A word, cut where it is wider than the line.
fn pieces(word: &str, room: f64, size: f64) -> Vec<Piece> {
    let mut out = vec![Piece {
        text: String::new(),
        first: true,
    }];
    let mut used = 0.0;
    for c in word.chars() {
        let wide = advance(c) * size;
        if used + wide > room && used > 0.0 {
            out.push(Piece {
                text: String::new(),
                first: false,
            });
            used = 0.0;
        }
        used += wide;
        if let Some(last) = out.last_mut() {
            last.text.push(c);
        }
    }
    out
}

/// The widest part of a text that the typesetter will not break.
///
/// Words of letters break at the syllables of their language, others at spaces.
pub(crate) fn widest_part(text: &str, lang: &str, size: f64) -> f64 {
    let mut widest = 0.0_f64;
    for word in text.split_whitespace() {
        for part in parts(word, lang) {
            widest = widest.max(width(part, size));
        }
    }
    widest
}

/// The text with break opportunities in every part wider than `room`, so that
/// nothing stands over the edge of its column.
pub(crate) fn breakable(text: &str, lang: &str, room: f64, size: f64) -> String {
    if text.chars().map(advance).sum::<f64>() * size <= room {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        if width(word, size) <= room {
            out.push_str(word);
            continue;
        }
        for part in parts(word, lang) {
            chop(part, room, size, &mut out);
        }
    }
    out
}

fn chop(part: &str, room: f64, size: f64, out: &mut String) {
    // A tenth less than the room, because a hyphen or a bold letter may be added.
    let room = room * 0.9;
    let fits = width(part, size) <= room;
    let mut used = 0.0;
    for c in part.chars() {
        let wide = advance(c) * size;
        let accent = ('\u{300}'..='\u{36f}').contains(&c);
        if !fits && !accent && used + wide > room && used > 0.0 {
            out.push(ZERO_WIDTH_SPACE);
            used = 0.0;
        }
        used += wide;
        out.push(c);
    }
}

/// A word split where the typesetter may hyphenate it: between syllables. What holds digits (a digest, a number with
/// letters) has none.
fn parts<'a>(word: &'a str, lang: &str) -> Vec<&'a str> {
    let mut out = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let joined = first.is_alphanumeric();
        let end = rest
            .char_indices()
            .find(|(_, c)| c.is_alphanumeric() != joined)
            .map_or(rest.len(), |(at, _)| at);
        let (run, after) = rest.split_at(end);
        match syllabary(lang).filter(|_| run.chars().all(char::is_alphabetic)) {
            Some(tongue) => out.extend(hypher::hyphenate(run, tongue)),
            None => out.push(run),
        }
        rest = after;
    }
    out
}

fn syllabary(lang: &str) -> Option<hypher::Lang> {
    let code = <[u8; 2]>::try_from(lang.as_bytes()).ok()?;
    hypher::Lang::from_iso(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_finnish_word_is_left_to_the_hyphenation() {
        let word = "henkilötietojenkäsittelytoimintaseloste";
        assert_eq!(breakable(word, "fi", 60.0, 9.0), word);
        assert!(widest_part(word, "fi", 9.0) < 40.0);
    }

    #[test]
    fn a_word_without_syllables_is_cut_and_nothing_is_lost() {
        let word = "x".repeat(10_000);
        let cut = breakable(&word, "en", 100.0, 9.0);
        assert!(
            cut.split(ZERO_WIDTH_SPACE)
                .all(|part| width(part, 9.0) <= 100.0)
        );
        assert_eq!(cut.replace(ZERO_WIDTH_SPACE, ""), word);
    }

    #[test]
    fn a_digest_is_cut_at_the_edge_of_its_column() {
        let digest = "b27f69f4dd5a74503639f0d5510de90b6fee866e9deee4130e04dc2e47e3c073";
        let cut = breakable(digest, "sv", 290.0, 10.0);
        assert!(
            cut.split(ZERO_WIDTH_SPACE)
                .all(|part| width(part, 10.0) <= 290.0)
        );
        assert_eq!(cut.replace(ZERO_WIDTH_SPACE, ""), digest);
        assert!(widest_part(digest, "sv", 10.0) > 290.0);
    }

    #[test]
    fn every_language_of_the_product_has_syllables() {
        for lang in ["en", "fi", "sv", "da", "nb"] {
            assert!(syllabary(lang).is_some(), "{lang}");
        }
    }

    #[test]
    fn wrapping_keeps_to_the_room_and_the_number_of_lines() {
        let lines = wrap("one two three four five six seven", 60.0, 13.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(
            lines.iter().all(|line| width(line, 13.0) <= 60.0),
            "{lines:?}"
        );
        assert!(lines[1].ends_with('…'));
        assert_eq!(wrap("", 60.0, 13.0, 2), Vec::<String>::new());
    }
}
