//! The lists' own format, read into entries of a [`Table`](super::table::Table).
//!
//! ```text
//! # a comment
//! [health da nb]          what the lines below mean, and in which languages
//! 3 skizofren* *psykose   weight, then patterns
//! ```
//!
//! A pattern is a word, or words joined by `_`, `-`, `:` or `'`, which must stand in that order; a figure among
//! them stands for any short sign. Each word may end in
//! `*` (any rest: a stem) or `+` (a regular ending); without either it is the whole word. A `*` in front
//! means "inside a longer word too", then without a sign behind it an ending may follow.

use super::fold::fold;
use super::table::{Entry, Piece, Place, Rest, lang};

/// A line's place in a file: section name and weight.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The first word of the section's heading.
    pub section: &'a str,
    /// The figure in front of the patterns, 0 to 9; 2 where none stands.
    pub weight: u32,
}

/// Reads `text`; `meaning` gives what a line's patterns mean, `None` leaves them out.
pub fn read(text: &str, mut meaning: impl FnMut(Line) -> Option<u32>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let (mut section, mut langs) = ("", lang::ALL);
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or("").trim();
        if let Some(heading) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            let mut words = heading.split_whitespace();
            section = words.next().unwrap_or("");
            langs = words.filter_map(lang::of).fold(0, |all, one| all | one);
            if langs == 0 {
                langs = lang::ALL;
            }
            continue;
        }
        let mut words = line.split_whitespace().peekable();
        let weight = words.peek().and_then(|w| w.parse().ok());
        if weight.is_some() {
            words.next();
        }
        let Some(means) = meaning(Line {
            section,
            weight: weight.unwrap_or(2),
        }) else {
            continue;
        };
        entries.extend(words.filter_map(|pattern| entry(pattern, langs, means)));
    }
    entries
}

/// One pattern; `None` when no letter is left of it.
pub fn entry(pattern: &str, langs: u8, meaning: u32) -> Option<Entry> {
    let (inside, pattern) = match pattern.strip_prefix('*') {
        Some(rest) => (true, rest),
        None => (false, pattern),
    };
    let mut pieces = pattern.split(['_', '-', ':', '\'']).filter_map(piece);
    let mut head = pieces.next()?;
    if inside && head.rest == Rest::Nothing {
        head.rest = Rest::Ending;
    }
    let place = if inside { Place::Inside } else { Place::Start };
    Some(Entry {
        head,
        place,
        tail: pieces.collect(),
        langs,
        meaning,
    })
}

fn piece(word: &str) -> Option<Piece> {
    let rest = match word.as_bytes().last() {
        Some(b'*') => Rest::Any,
        Some(b'+') => Rest::Ending,
        _ => Rest::Nothing,
    };
    let letters = fold(word);
    (!letters.is_empty()).then_some(Piece { letters, rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_its_patterns_with_section_weight_and_languages() {
        let text = "# head\n[health da nb]\n3 skizofren* *psykose hiv_positiv+ # why\n[crime fi]\ntuomio+\n[other]\nx";
        let mut seen = Vec::new();
        let entries = read(text, |line| {
            seen.push((line.section.to_owned(), line.weight));
            (line.section != "other").then_some(line.weight)
        });
        assert_eq!(entries.len(), 4);
        assert_eq!(
            entries[0].head,
            Piece {
                letters: b"skizofren".to_vec(),
                rest: Rest::Any
            }
        );
        assert_eq!(entries[0].langs, lang::DA | lang::NB);
        assert_eq!(
            (entries[1].place, entries[1].head.rest),
            (Place::Inside, Rest::Ending)
        );
        assert_eq!(
            entries[2].tail,
            [Piece {
                letters: b"positiv".to_vec(),
                rest: Rest::Ending
            }]
        );
        assert_eq!((entries[3].langs, entries[3].meaning), (lang::FI, 2));
        assert!(seen.contains(&("health".into(), 3)));
    }
}
