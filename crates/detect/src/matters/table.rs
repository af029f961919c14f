//! Patterns compiled for looking up folded words.
//!
//! A pattern stands at the start of a word or inside it, and says what may follow: anything, nothing,
//! or an ending of its languages. Few words come here at all (`skim`); those are told apart by letters
//! that stand side by side with their key (`index`), so the lists may grow without slowing clean text.

use super::endings::{endings, is_ending};
use super::index::{Group, HELD, Index, Slot, key_of};

/// Languages as bits.
pub mod lang {
    /// Danish.
    pub const DA: u8 = 1;
    /// Norwegian bokmål.
    pub const NB: u8 = 2;
    /// Swedish.
    pub const SV: u8 = 4;
    /// Finnish.
    pub const FI: u8 = 8;
    /// English.
    pub const EN: u8 = 16;
    /// All five.
    pub const ALL: u8 = 31;

    /// The bit of a code as in the data files.
    pub fn of(code: &str) -> Option<u8> {
        Some(match code {
            "da" => DA,
            "nb" => NB,
            "sv" => SV,
            "fi" => FI,
            "en" => EN,
            _ => return None,
        })
    }
}

/// What may stand behind the letters of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Anything: a stem.
    Any,
    /// Nothing: the whole word.
    Nothing,
    /// Nothing or a regular ending of the pattern's languages.
    Ending,
}

/// Where in a word a pattern may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At its first letter.
    Start,
    /// Behind at least two letters.
    Inside,
}

/// One word of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Folded letters.
    pub letters: Vec<u8>,
    /// What may follow them.
    pub rest: Rest,
}

/// A pattern with what it means.
#[derive(Debug, Clone)]
pub struct Entry {
    /// First word.
    pub head: Piece,
    /// Where the first word's letters may begin.
    pub place: Place,
    /// Further words of a phrase.
    pub tail: Vec<Piece>,
    /// Languages it is written in, as bits of [`lang`].
    pub langs: u8,
    /// The caller's meaning.
    pub meaning: u32,
}

/// An entry that fits a word, and how many letters of it the pattern covers.
#[derive(Debug, Clone, Copy)]
pub struct Match<'t> {
    /// The entry.
    pub entry: &'t Entry,
    /// Where its letters begin in the word.
    pub at: usize,
    /// Languages of the entry: it need not be read for these, nor for what follows.
    pub langs: u8,
    /// The caller's meaning.
    pub meaning: u32,
    /// Whether it is a phrase.
    pub phrase: bool,
}

impl Match<'_> {
    /// Longer patterns and phrases know better.
    fn rank(&self) -> (usize, usize) {
        (self.entry.tail.len(), self.entry.head.letters.len())
    }
}

/// The compiled patterns.
#[derive(Clone)]
pub struct Table {
    entries: Vec<Entry>,
    starts: Index,
    insides: Index,
}

/// Words shorter than this are not searched inside.
const LONG_WORD: usize = 7;

/// Keys and slots while a table is made.
#[derive(Default)]
struct Pairs<'e> {
    starts: Vec<(u32, &'e Entry, u32)>,
    insides: Vec<(u32, &'e Entry, u32)>,
}

impl Table {
    /// Compiles `entries`. One whose letters are fewer than its place needs is left out: four for
    /// stems and for patterns inside a word.
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut kept = entries;
        kept.retain(|entry| {
            let short = entry.head.letters.len() < 4;
            let open = entry.place == Place::Inside || entry.head.rest == Rest::Any;
            !(entry.head.letters.is_empty() || short && open)
        });
        let mut pairs = Pairs::default();
        for (index, entry) in (0..).zip(&kept) {
            pairs.add(entry, index);
        }
        let (starts, insides) = (Index::new(pairs.starts), Index::new(pairs.insides));
        Self {
            entries: kept,
            starts,
            insides,
        }
    }

    /// How many patterns it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Calls `seen` with each entry whose head fits `word`.
    #[inline]
    pub fn each<'t>(&'t self, word: &[u8], seen: impl FnMut(Match<'t>)) {
        self.each_before(word, || None, seen);
    }

    /// The same, but phrases only where their second word may be the one whose first letters ([`key_of`]) `next` gives,
    /// if it does.
    #[inline]
    pub fn each_before<'t>(
        &'t self,
        word: &[u8],
        mut next: impl FnMut() -> Option<u32>,
        mut seen: impl FnMut(Match<'t>),
    ) {
        self.each_at_start(word, &mut next, &mut seen);
        if word.len() >= LONG_WORD && !self.insides.is_empty() {
            for (at, four) in word.windows(4).enumerate().skip(2) {
                let group = self.insides.rare(key_of(four));
                if !group.is_empty() {
                    self.fitting(group, (word, at), &mut next, &mut seen);
                }
            }
        }
    }

    /// The same, but patterns inside the word are left out.
    #[inline]
    pub fn each_at_start<'t>(
        &'t self,
        word: &[u8],
        next: &mut impl FnMut() -> Option<u32>,
        seen: &mut impl FnMut(Match<'t>),
    ) {
        let group = self.starts.group(key_of(word));
        if !group.is_empty() {
            self.fitting(group, (word, 0), next, seen);
        }
    }

    #[inline(never)]
    fn fitting<'t>(
        &'t self,
        group: Group<'_>,
        (word, at): (&[u8], usize),
        next: &mut impl FnMut() -> Option<u32>,
        seen: &mut impl FnMut(Match<'t>),
    ) {
        let Some(rest) = word.get(at..) else { return };
        let four = |from: usize| key_of(rest.get(from..).unwrap_or_default());
        let (more, further) = (four(4), four(8));
        let mut key = None;
        for slot in group.like(more) {
            if !slot.further.fits(further) {
                continue;
            }
            if !slot.second.is_empty() {
                let key = *key.get_or_insert_with(&mut *next);
                if key.is_some_and(|key| !slot.second.fits(key)) {
                    continue;
                }
            }
            let Some(entry) = self.entries.get(slot.index as usize) else {
                continue;
            };
            if fits_on(slot, &entry.head, rest) {
                seen(Match {
                    entry,
                    at,
                    langs: slot.langs,
                    meaning: slot.meaning,
                    phrase: slot.phrase,
                });
            }
        }
    }

    /// The best entry of one of `langs` that fits `word`; `follows` says whether the further words
    /// of a phrase stand behind it, of which `next` is the first.
    pub fn best<'t>(
        &'t self,
        word: &[u8],
        next: &[u8],
        langs: u8,
        mut follows: impl FnMut(&'t Entry) -> bool,
    ) -> Option<Match<'t>> {
        let mut best: Option<Match<'t>> = None;
        let key = key_of(next);
        self.each_before(
            word,
            || Some(key),
            |found| {
                if found.langs & langs != 0
                    && best.is_none_or(|old| old.rank() < found.rank())
                    && (!found.phrase || follows(found.entry))
                {
                    best = Some(found);
                }
            },
        );
        best
    }
}

impl<'e> Pairs<'e> {
    fn add(&mut self, entry: &'e Entry, index: u32) {
        let letters = &entry.head.letters;
        if entry.place == Place::Inside {
            self.insides.push((key_of(letters), entry, index));
        }
        let mut keys = vec![key_of(letters)];
        if letters.len() < 4 && entry.head.rest == Rest::Ending {
            // "sex" + "er": the key of the longer word holds a letter of the ending.
            keys.extend(endings(entry.langs).map(|e| key_of(&[letters, e].concat())));
        }
        keys.sort_unstable();
        keys.dedup();
        let keys = keys.into_iter();
        self.starts.extend(keys.map(|key| (key, entry, index)));
    }
}

/// Whether `word` is the piece with an allowed rest.
pub fn fits(piece: &Piece, word: &[u8], langs: u8) -> bool {
    word.starts_with(&piece.letters) && rest_fits(piece.rest, word, piece.letters.len(), langs)
}

/// The same of the piece of `slot` where the letters that it holds were compared already.
#[inline]
fn fits_on(slot: &Slot, piece: &Piece, word: &[u8]) -> bool {
    let len = usize::from(slot.len);
    if len > HELD {
        return fits(piece, word, slot.langs);
    }
    rest_fits(slot.rest, word, len, slot.langs)
}

/// Whether what stands behind so many letters of `word` is allowed.
#[inline]
fn rest_fits(allowed: Rest, word: &[u8], letters: usize, langs: u8) -> bool {
    let rest = word.get(letters..).unwrap_or(&[]);
    match allowed {
        Rest::Any => true,
        Rest::Nothing => rest.is_empty(),
        Rest::Ending => rest.is_empty() || is_ending(rest, langs),
    }
}
