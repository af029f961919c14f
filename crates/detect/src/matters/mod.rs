//! Sensitive matters: health, social services and the others of [`Category`], by lists of words in five languages.
//!
//! Two passes. The first looks only whether a word may be on a list (`table`), which turns away all but a few
//! paragraphs. The second lays such a paragraph out (`scene`), finds the persons in it and weighs each word by them
//! (`weigh`): a word tied to a person counts, alone it is weak, in the name of an institution it says nothing.

mod codes;
mod context;
mod endings;
pub(crate) mod fold;
mod known;
pub(crate) mod lists;
mod scene;
pub(crate) mod table;
#[cfg(test)]
mod tests;
mod weigh;

use std::fmt;
use std::ops::Range;

use crate::finding::{Finding, Reason, Reasons};
use crate::kinds::{Category, Kind};
use crate::names::Names;
use crate::own::Own;

use context::Context;
use known::Known;
use scene::Scene;
use table::{Entry, Piece, Table, lang};
use weigh::Hit;

/// The lists, ready to search with.
#[derive(Clone)]
pub(crate) struct Matters {
    words: Table,
    context: Context,
    names: Names,
}

impl fmt::Debug for Matters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Matters({} patterns)", self.words.len())
    }
}

const FILES: [&str; 5] = [
    include_str!("../../data/matters-da.txt"),
    include_str!("../../data/matters-nb.txt"),
    include_str!("../../data/matters-sv.txt"),
    include_str!("../../data/matters-fi.txt"),
    include_str!("../../data/matters-en.txt"),
];

/// Set in the meaning of a municipality's own word.
const OWN: u32 = 1 << 20;

/// The meaning of an entry: the category's place counted from 1, and the weight.
fn meaning(category: Option<Category>, weight: u32) -> u32 {
    category.map_or(0, |c| c as u32 + 1) | weight.min(3) << 16
}

/// The category of a meaning.
fn category_of(meaning: u32) -> Option<Category> {
    let place = (meaning & 0xFF).checked_sub(1)?;
    Category::ALL.get(place as usize).copied()
}

impl Matters {
    /// The shipped lists and a municipality's own words.
    pub(crate) fn new(own: &Own) -> Self {
        let mut entries = Vec::new();
        for file in FILES {
            entries.extend(lists::read(file, |line| {
                match Category::of_name(line.section) {
                    Some(category) => Some(meaning(Some(category), line.weight)),
                    None => (line.section == "none").then_some(0),
                }
            }));
        }
        entries.extend(own.words.iter().filter_map(own_entry));
        Self {
            words: Table::new(entries),
            context: Context::new(),
            names: Names::new(),
        }
    }

    /// Appends what `text` says about matters. `found` holds the identifiers already, so a matter may look whether
    /// a person stands near it. Nothing looks past a paragraph break to come: text added there never changes what
    /// is found.
    pub(crate) fn find(&self, text: &str, found: &mut Vec<Finding>) {
        let numbers: Vec<usize> = found
            .iter()
            .filter(|f| f.is_person_number())
            .map(|f| f.span.start)
            .collect();
        let mut known = Known::default();
        let mut last = 0..0;
        let mut from = 0;
        while from < text.len() {
            let range = from..scene::segment_end(text, from);
            if let Some(langs) = self.glance(text, range.clone()) {
                known.close(text, last, &self.context);
                self.judge(text, range.clone(), langs, &numbers, &known, found);
            }
            known.glance(text, range.clone(), &numbers, &self.context);
            from = range.end;
            last = range;
        }
    }

    /// The languages of a segment, if a word of a list in one of them may stand in it. The quick look.
    fn glance(&self, text: &str, range: Range<usize>) -> Option<u8> {
        let mut votes = [0; 5];
        let mut wanted = 0;
        // Second words of phrases whose first word was just read.
        let mut waiting: Vec<(&Piece, u8)> = Vec::new();
        fold::each_word(text, range.start, range.end, |word| {
            let folded = word.folded();
            self.context.vote(folded, &mut votes);
            if !waiting.is_empty() {
                for (piece, langs) in &waiting {
                    if table::fits(piece, folded, *langs) {
                        wanted |= langs;
                    }
                }
                waiting.clear();
            }
            self.words.each(folded, |found| {
                if found.entry.meaning >> 16 & 3 > 1 {
                    match found.entry.tail.first() {
                        None => wanted |= found.entry.langs,
                        Some(second) => waiting.push((second, found.entry.langs)),
                    }
                }
            });
            true
        });
        let langs = if wanted == 0 { 0 } else { scene::spoken(votes) };
        (wanted & langs != 0).then_some(langs)
    }

    fn judge(
        &self,
        text: &str,
        range: Range<usize>,
        langs: u8,
        numbers: &[usize],
        known: &Known,
        found: &mut Vec<Finding>,
    ) {
        let scene = scene::read(text, range.clone(), langs, &self.context);
        let hits = self.hits(text, &scene);
        if !hits.iter().any(|h| h.weight > 1) {
            return;
        }
        let people = weigh::people(text, range, &scene, numbers, &self.names);
        for hit in &hits {
            if let Some(weighed) = weigh::weigh(text, &scene, hit, &hits, &people, known) {
                found.push(finding(text, &scene, hit, weighed));
            }
        }
        codes::find(text, &scene, &hits, &people, found);
    }

    /// The words of the scene that are on a list, the longest pattern for each.
    fn hits(&self, text: &str, scene: &Scene) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut at = 0;
        while let Some(token) = scene.tokens.get(at) {
            let follows = |entry: &Entry| scene::phrase_end(&scene.tokens, at, entry).is_some();
            let best = self.words.best(&token.folded, scene.langs, follows);
            let mut next = at + 1;
            if let Some(best) = best {
                next = scene::phrase_end(&scene.tokens, at, best.entry).unwrap_or(next);
                let weight = best.entry.meaning >> 16 & 3;
                if let Some(category) = category_of(best.entry.meaning)
                    && weight > 0
                    && codes::level_fits(text, token)
                {
                    hits.push(Hit {
                        from: at,
                        to: next,
                        category,
                        weight,
                        own: best.entry.meaning & OWN != 0,
                        rest: token
                            .folded
                            .len()
                            .saturating_sub(best.at + best.entry.head.letters.len()),
                        tail: self.context.tail(&token.folded, scene.langs),
                    });
                }
            }
            at = next;
        }
        hits
    }
}

/// An own word: in any language, found at the beginning of words.
fn own_entry(word: &crate::own::Word) -> Option<Entry> {
    let pattern = format!("{}*", word.word.trim().replace(char::is_whitespace, "_"));
    let mut entry = lists::entry(&pattern, lang::ALL, meaning(Some(word.category), 3) | OWN)?;
    if entry.head.letters.len() < 4 {
        // A stem so short would be found everywhere: the whole word then.
        entry.head.rest = table::Rest::Ending;
    }
    Some(entry)
}

fn finding(text: &str, scene: &Scene, hit: &Hit, weighed: weigh::Weighed) -> Finding {
    let tokens = scene.tokens.get(hit.from..hit.to).unwrap_or(&[]);
    let start = tokens.first().map_or(0, |t| t.span.start);
    let end = tokens.last().map_or(start, |t| t.span.end);
    let value = text.get(start..end).unwrap_or("").to_lowercase();
    let word = if hit.to - hit.from > 1 {
        Reason::Phrase
    } else {
        Reason::Word
    };
    let reasons = Reasons::of(word)
        .and_if(weighed.person, Reason::NearPerson)
        .and_if(weighed.denied, Reason::Negated)
        .and_if(weighed.institution, Reason::Institution)
        .and_if(hit.own, Reason::Own);
    Finding::new(
        Kind::Matter,
        hit.category,
        start..end,
        weighed.strength,
        value,
    )
    .because(reasons)
}
