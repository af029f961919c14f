//! Sensitive matters: health, social services and the others of [`Category`], by lists of words in five languages.
//!
//! Three passes. The first reads bytes and sees where a word of a list may begin (`skim`); the words there are folded
//! and looked up (`table`). The last votes for the language and lays out the sentences near such a word (`layout`,
//! `scene`), finds the persons in them and weighs each word by them (`weigh`): a word tied to a person counts, alone
//! it is weak, in the name of an institution it says nothing.

mod codes;
mod context;
mod endings;
pub(crate) mod fold;
mod index;
mod known;
mod layout;
pub(crate) mod lists;
mod scene;
mod skim;
pub(crate) mod table;
#[cfg(test)]
mod tests;
mod weigh;

use std::fmt;
use std::ops::Range;

use crate::finding::{Finding, Reason, Reasons};
use crate::kinds::{Category, Kind};
use crate::lanes::{Words, outline};
use crate::names::{Named, Names};
use crate::own::Own;

use context::{Context, Tally};
use known::Known;
use layout::Layout;
use scene::Scene;
use skim::Skim;
use table::{Entry, Piece, Table, lang};
use weigh::Hit;

/// The lists, ready to search with.
#[derive(Clone)]
pub(crate) struct Matters {
    words: Table,
    skim: Skim,
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
            skim: Skim::new(entries.iter().filter(|e| tells(e))),
            words: Table::new(entries),
            context: Context::new(),
            names: Names::new(),
        }
    }

    /// Appends what `text` says about matters; `named` are its names if they were looked for. `found` holds the
    /// identifiers already, so a matter may look whether a person stands near it. Nothing looks past a paragraph break
    /// to come: text added there never changes what is found.
    pub(crate) fn find(&self, text: &str, named: Option<&[Named]>, found: &mut Vec<Finding>) {
        let numbers: Vec<usize> = found
            .iter()
            .filter(|f| f.is_person_number())
            .map(|f| f.span.start)
            .collect();
        let mut known = Known::default();
        // Room for most passages, so that it need not grow.
        let mut blocks = Vec::with_capacity(64);
        let mut last = 0..0;
        let mut from = 0;
        while from < text.len() {
            let range = from..scene::segment_end(text, from);
            let plain = outline(part(text, &range), &mut blocks);
            let passage = Passage {
                text,
                range: range.clone(),
                words: plain.then_some(Words(&blocks)),
                numbers: within(&numbers, &range),
                last,
                named,
            };
            let wanted = self.glance(&passage);
            if !wanted.is_empty() {
                self.judge(&passage, &wanted, &mut known, found);
            }
            known.glance(text, range.clone(), passage.numbers, &self.context);
            from = range.end;
            last = range;
        }
    }

    /// Where in a segment words of the lists stand, and in which languages. The quick look.
    fn glance(&self, passage: &Passage<'_>) -> Vec<(usize, u8)> {
        let (text, range) = (passage.text, &passage.range);
        let mut wanted = Wanted::default();
        if let Some(words) = passage.words {
            let mut done = 0;
            self.skim.each(part(text, range), words, |word, at| {
                if at >= done {
                    let from = range.start + word..range.end;
                    done = self.word_at(text, from, range.start + at, &mut wanted) - range.start;
                }
            });
        } else {
            fold::each_word(text, range.start, range.end, |word| {
                wanted.take(&self.words, word.start, word.folded());
                true
            });
        }
        wanted.found
    }

    /// Takes the word round `at`, and the one behind it where a phrase may go on; where that word ends. `range` begins
    /// with it.
    fn word_at<'t>(
        &'t self,
        text: &str,
        range: Range<usize>,
        at: usize,
        wanted: &mut Wanted<'t>,
    ) -> usize {
        let mut end = at + 1;
        let mut seen = false;
        wanted.waiting.clear();
        fold::each_word(text, range.start, range.end, |word| {
            if word.end <= at {
                return true;
            }
            wanted.take(&self.words, word.start, word.folded());
            if seen {
                return false;
            }
            seen = true;
            end = end.max(word.end);
            !wanted.waiting.is_empty()
        });
        end
    }

    fn judge(
        &self,
        passage: &Passage<'_>,
        wanted: &[(usize, u8)],
        known: &mut Known,
        found: &mut Vec<Finding>,
    ) {
        let Some(scene) = self.scene(passage, wanted) else {
            return;
        };
        let hits = self.hits(passage.text, &scene);
        if !hits.iter().any(|h| h.weight > 1) {
            return;
        }
        if weigh::may_sign(&scene) {
            known.close(passage.text, passage.last.clone(), &self.context);
        }
        let names = (&self.names, passage.named);
        let people = weigh::people(passage.text, passage.range.clone(), &scene, names);
        for hit in &hits {
            if let Some(weighed) = weigh::weigh(passage.text, &scene, hit, &hits, &people, known) {
                found.push(finding(passage.text, &scene, hit, weighed));
            }
        }
        codes::find(passage.text, &scene, &hits, &people, found);
    }

    /// The passage laid out, if one of the words is of a language that is spoken there.
    fn scene(&self, passage: &Passage<'_>, wanted: &[(usize, u8)]) -> Option<Scene> {
        let (text, range) = (passage.text, passage.range.clone());
        let spoken = |langs: u8| -> Vec<usize> {
            let of = wanted.iter().filter(|w| w.1 & langs != 0);
            of.map(|w| w.0).collect()
        };
        if let Some(words) = passage.words {
            let mut tally = Tally::default();
            self.context.vote_all(part(text, &range), words, &mut tally);
            if tally.is_empty() {
                // A line without any small word is read in the language of the passage before it.
                fold::each_word(text, passage.last.start, passage.last.end, |word| {
                    self.context.vote(word.folded(), &mut tally);
                    true
                });
            }
            let langs = scene::spoken(tally.votes());
            let places = spoken(langs);
            let layout = Layout::new(text, range, words);
            let scene = || layout.scene(langs, &places, passage.numbers, &self.context);
            return (!places.is_empty()).then(scene);
        }
        let mut scene = scene::read(text, range, passage.numbers);
        scene.langs = scene.vote(&self.context);
        let places = spoken(scene.langs);
        let at = |place: &usize| scene.tokens.get(scene.at(*place)).map(|t| t.sentence);
        let sentences: Vec<usize> = places.iter().filter_map(at).collect();
        scene.mark(sentences.into_iter());
        scene.look_up(&self.context);
        scene.stretch();
        (!places.is_empty()).then_some(scene)
    }

    /// The words of the scene that are on a list, the longest pattern for each.
    fn hits(&self, text: &str, scene: &Scene) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut at = 0;
        while let Some(token) = scene.tokens.get(at) {
            if !scene.telling.get(token.sentence).copied().unwrap_or(false) {
                at += 1;
                continue;
            }
            let follows = |entry: &Entry| scene::phrase_end(&scene.tokens, at, entry).is_some();
            let behind: &[u8] = scene.tokens.get(at + 1).map_or(&[], |t| &t.folded);
            let best = self.words.best(&token.folded, behind, scene.langs, follows);
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

/// Whether a word alone may make a finding; lighter ones only bear others out.
fn tells(entry: &Entry) -> bool {
    entry.meaning >> 16 & 3 > 1
}

/// A segment, and what is known of it when it is judged.
struct Passage<'a> {
    text: &'a str,
    range: Range<usize>,
    /// Its words, if it is plain.
    words: Option<Words<'a>>,
    /// Where identity numbers begin in it.
    numbers: &'a [usize],
    /// The segment before.
    last: Range<usize>,
    /// The names of the text, if they were looked for.
    named: Option<&'a [Named]>,
}

/// The bytes of `text[range]`.
fn part<'t>(text: &'t str, range: &Range<usize>) -> &'t [u8] {
    text.as_bytes().get(range.clone()).unwrap_or_default()
}

/// Those of `places`, which are in order, that lie in `range`.
fn within<'p>(places: &'p [usize], range: &Range<usize>) -> &'p [usize] {
    let from = places.partition_point(|place| *place < range.start);
    let rest = places.get(from..).unwrap_or(&[]);
    let count = rest.iter().take_while(|place| **place < range.end).count();
    rest.get(..count).unwrap_or(&[])
}

/// Words of the lists among those taken so far: where they begin, and in which languages.
#[derive(Default)]
struct Wanted<'t> {
    found: Vec<(usize, u8)>,
    /// Second words of phrases whose first word was just taken, its languages and beginning.
    waiting: Vec<(&'t Piece, u8, usize)>,
}

impl<'t> Wanted<'t> {
    fn take(&mut self, words: &'t Table, start: usize, folded: &[u8]) {
        for (piece, langs, first) in self.waiting.drain(..) {
            if table::fits(piece, folded, langs) {
                self.found.push((first, langs));
            }
        }
        words.each(folded, |found| {
            if tells(found.entry) {
                match found.entry.tail.first() {
                    None => self.found.push((start, found.entry.langs)),
                    Some(second) => self.waiting.push((second, found.entry.langs, start)),
                }
            }
        });
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
