//! Sensitive matters: health, social services and the others of [`Category`], by lists of words in five languages.
//!
//! Three passes. The first reads bytes and sees where a word of a list may begin (`skim`: by `heads`, `needles`); the
//! words there are folded and looked up (`glance`, `table`). The last votes for the language (`votes`) and lays out the
//! sentences near such a word (`layout`, `scene`), finds the persons in them and weighs each word by them (`weigh`): a
//! word tied to a person counts, alone it is weak, in the name of an institution it says nothing.

mod around;
mod codes;
mod context;
mod desk;
mod endings;
mod few;
mod first;
pub(crate) mod fold;
mod glance;
mod heads;
mod index;
mod known;
mod layout;
pub(crate) mod letters;
pub(crate) mod lists;
mod needles;
mod passage;
mod scene;
mod skim;
pub(crate) mod table;
#[cfg(test)]
mod tests;
mod votes;
mod weigh;

use std::fmt;
use std::ops::Range;

use crate::finding::{Finding, Reason, Reasons};
use crate::kinds::{Category, Kind};
use crate::lanes::{Words, outline};
use crate::names::{Named, Names};
use crate::own::Own;

use context::Context;
use desk::{Desk, Desks, Sheet};
use first::{First, Reading};
use glance::Place;
use known::Known;
use layout::Layout;
use passage::{Passage, before, onward, part};
use scene::Scene;
use skim::Skim;
use table::{Entry, Match, Table, lang};
use votes::Tally;
use weigh::{Hit, People};

/// The lists, ready to search with.
#[derive(Clone)]
pub(crate) struct Matters {
    words: Table,
    /// Those that tell, and the others.
    skim: Skim<2048>,
    light: Skim<256>,
    context: Context,
    names: Names,
    desks: Desks,
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
            skim: Skim::new(
                entries
                    .iter()
                    .filter(|e| tells(e.meaning) || e.place == table::Place::Inside),
            ),
            light: Skim::new(entries.iter().filter(|e| !tells(e.meaning))),
            words: Table::new(entries),
            context: Context::new(),
            names: Names::new(),
            desks: Desks::default(),
        }
    }

    /// Appends what `text` says about matters; `named` are its names if they were looked for. `found` holds the
    /// identifiers already, so a matter may look whether a person stands near it. Nothing looks past a paragraph break
    /// to come: text added there never changes what is found.
    pub(crate) fn find(&self, text: &str, named: Option<&[Named]>, found: &mut Vec<Finding>) {
        let mut desk = self.desks.take();
        let numbers = found.iter().filter(|f| f.is_person_number());
        desk.numbers.extend(numbers.map(|f| f.span.start));
        self.find_at(&mut desk, (text, named), found);
        codes::beside(text, found);
        self.desks.give(desk);
    }

    fn find_at(
        &self,
        desk: &mut Desk,
        (text, named): (&str, Option<&[Named]>),
        found: &mut Vec<Finding>,
    ) {
        let mut known = Known::default();
        let mut last = 0..0;
        let Desk {
            numbers,
            looked,
            laid,
            sheet,
        } = desk;
        let mut first = First::read(text, &self.skim, looked);
        let mut ahead = &numbers[..];
        while let Some(segment) = first.next() {
            let range = segment.range.clone();
            let numbers = before(&mut ahead, range.end);
            self.glance(text, (&first, &segment), sheet);
            if sheet.wanted.iter().any(|place| place.whole) {
                let plain = segment.reading != Reading::Folded && outline(part(text, &range), laid);
                let passage = Passage {
                    text,
                    range: range.clone(),
                    words: plain.then_some(Words(laid)),
                    numbers,
                    last,
                    named,
                };
                self.judge(&passage, sheet, &mut known, found);
            }
            let any = !numbers.is_empty();
            known.glance(text, (&first, &segment), any, &self.context);
            last = range;
        }
    }

    fn judge(
        &self,
        passage: &Passage<'_>,
        sheet: &mut Sheet,
        known: &mut Known,
        found: &mut Vec<Finding>,
    ) {
        let text = passage.text;
        if !self.lay_out(passage, sheet) {
            return;
        }
        let Sheet {
            blocks,
            scene,
            hits,
            listed,
            around,
            ..
        } = sheet;
        hits.clear();
        self.hits(text, scene, passage.words.map(|_| &listed[..]), hits);
        if !hits.iter().any(|h| h.weight > 1) {
            return;
        }
        self.look_up(passage, scene);
        if weigh::may_sign(scene) {
            known.close(passage, blocks, &self.context);
        }
        let people = People::of(passage, scene, &self.names);
        around.clear();
        for hit in hits.iter() {
            let sentence = scene.tokens.get(hit.from).map_or(0, |t| t.sentence);
            around.take(scene, sentence);
            let near = (&people, &*around);
            if let Some(weighed) = weigh::weigh(text, scene, hit, hits, near, known) {
                found.push(finding(text, scene, hit, weighed));
            }
        }
        // A code is seen when the passage is laid out, unless its digits go on behind it.
        let behind = text.as_bytes().get(passage.range.end);
        if scene.whole || passage.words.is_none() || behind.is_some_and(u8::is_ascii_digit) {
            codes::find(text, scene, hits, &people, found);
        }
    }

    /// Lays the passage out, if one of the words is of a language that is spoken there.
    fn lay_out(&self, passage: &Passage<'_>, sheet: &mut Sheet) -> bool {
        let (text, range) = (passage.text, passage.range.clone());
        let Sheet {
            scene,
            wanted,
            places,
            ..
        } = sheet;
        scene.clear();
        if let Some(words) = passage.words {
            scene.langs = self.spoken(passage, words);
        } else {
            scene::read(text, range.clone(), passage.numbers, scene);
            scene.langs = scene.vote(text, &self.context);
        }
        let langs = scene.langs;
        places.clear();
        let spoken = |place: &&Place| place.langs & langs != 0;
        if !wanted.iter().filter(spoken).any(|place| place.whole) {
            return false;
        }
        places.extend(wanted.iter().filter(spoken).map(|place| place.at));
        if let Some(words) = passage.words {
            Layout::new(text, range, words).lay_out((places, passage.numbers), scene);
        } else {
            let sentence = |scene: &Scene, at| Some(scene.tokens.get(scene.at(at))?.sentence);
            scene.mark(sentence, places);
            scene.stretch();
        }
        true
    }

    /// Languages that a plain passage may be written in, as bits.
    fn spoken(&self, passage: &Passage<'_>, words: Words<'_>) -> u8 {
        let (text, votes) = (passage.text, &self.context.votes);
        let mut tally = Tally::default();
        votes.count_all(onward(text, &passage.range), words, &mut tally);
        if tally.is_empty() {
            // A line without any small word is read in the language of the passage before it.
            fold::each_word(text, passage.last.start, passage.last.end, |word| {
                votes.count(word.folded(), &mut tally);
                true
            });
        }
        scene::spoken(tally.votes())
    }

    /// Looks up what the words of the scene are.
    fn look_up(&self, passage: &Passage<'_>, scene: &mut Scene) {
        let (text, range) = (passage.text, passage.range.clone());
        match passage.words {
            Some(words) => Layout::new(text, range, words).look_up(text, &self.context, scene),
            None => scene.look_up(text, &self.context),
        }
    }

    /// The words of the scene that are on a list, the longest pattern for each. `listed` are the words that may be of one
    /// that tells, in order, if the first look was taken.
    fn hits(&self, text: &str, scene: &Scene, listed: Option<&[usize]>, hits: &mut Vec<Hit>) {
        let mut at = 0;
        let mut ahead = listed.unwrap_or_default();
        while let Some(token) = scene.tokens.get(at) {
            if !scene
                .telling
                .get(token.sentence)
                .is_some_and(|tells| *tells)
            {
                at += 1;
                continue;
            }
            let next = scene.tokens.get(at + 1);
            before(&mut ahead, token.span.start);
            let on_list = |_| {
                ahead.first() == Some(&token.span.start)
                    || self.light.may_begin(token.word, next.map_or(0, |t| t.word))
            };
            if !listed.is_none_or(on_list) {
                at += 1;
                continue;
            }
            let follows =
                |entry: &Entry| scene::phrase_end(text, &scene.tokens, at, entry).is_some();
            let behind = next.map(|t| t.letters(text));
            let behind = behind.as_deref().unwrap_or_default();
            let letters = token.letters(text);
            let best = self.words.best(&letters, behind, scene.langs, follows);
            let mut to = at + 1;
            if let Some(best) = best {
                to = scene::phrase_end(text, &scene.tokens, at, best.entry).unwrap_or(to);
                hits.extend(self.hit(text, scene, at..to, (&letters, best)));
            }
            at = to;
        }
    }

    /// The words `range` of the scene, which a pattern fits.
    fn hit(
        &self,
        text: &str,
        scene: &Scene,
        range: Range<usize>,
        (letters, best): (&[u8], Match<'_>),
    ) -> Option<Hit> {
        let token = scene.tokens.get(range.start)?;
        let weight = best.entry.meaning >> 16 & 3;
        let category = category_of(best.entry.meaning)?;
        let behind = best.at + best.entry.head.letters.len();
        (weight > 0 && codes::level_fits(text, token)).then(|| Hit {
            from: range.start,
            to: range.end,
            category,
            weight,
            own: best.entry.meaning & OWN != 0,
            rest: letters.len().saturating_sub(behind),
            tail: self.context.tail(letters, scene.langs),
        })
    }
}

/// Whether a word alone may make a finding; lighter ones only bear others out.
fn tells(meaning: u32) -> bool {
    meaning >> 16 & 3 > 1
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
