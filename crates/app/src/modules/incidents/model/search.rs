//! Words for searching, found the same way on both engines: each word of a case is a row, and what is typed
//! is the beginning of a word.

use std::collections::BTreeSet;

/// Longer words are cut: nobody types more.
const LONGEST: usize = 40;
/// More words than this in a question narrow nothing.
const ASKED: usize = 4;

/// The words of these texts, in lower case, each once.
pub fn indexed(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().flat_map(|text| split(text)).collect()
}

/// What was typed into the search field, as beginnings of words.
pub fn asked(text: &str) -> Vec<String> {
    let mut words: Vec<String> = split(text).collect();
    words.dedup();
    words.truncate(ASKED);
    words
}

fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().chars().take(LONGEST).collect())
}
