//! Patterns compiled for looking up folded words.
//!
//! A pattern stands at the start of a word or inside it, and says what may follow: anything, nothing,
//! or an ending of its languages. Two bitmaps over groups of four letters turn nearly all words away
//! before a pattern is read, so the lists may grow without slowing clean text.

use super::endings::{endings, is_ending};
use super::index::{Index, Slot, head_of, key_of};

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
struct Pairs {
    starts: Vec<(u32, Slot)>,
    insides: Vec<(u32, Slot)>,
}

impl Table {
    /// Compiles `entries`. One whose letters are fewer than its place needs is left out: four for
    /// stems and for patterns inside a word.
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut kept = Vec::with_capacity(entries.len());
        let mut pairs = Pairs::default();
        for entry in entries {
            let short = entry.head.letters.len() < 4;
            let open = entry.place == Place::Inside || entry.head.rest == Rest::Any;
            if entry.head.letters.is_empty() || (short && open) {
                continue;
            }
            pairs.add(&entry, kept.len() as u32);
            kept.push(entry);
        }
        Self {
            entries: kept,
            starts: Index::new(pairs.starts),
            insides: Index::new(pairs.insides),
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
                let slots = self.insides.slots(key_of(four));
                if !slots.is_empty() {
                    self.fitting(slots, (word, at), &mut next, &mut seen);
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
        let slots = self.starts.slots(key_of(word));
        if !slots.is_empty() {
            self.fitting(slots, (word, 0), next, seen);
        }
    }

    #[inline(never)]
    fn fitting<'t>(
        &'t self,
        slots: &[Slot],
        (word, at): (&[u8], usize),
        next: &mut impl FnMut() -> Option<u32>,
        seen: &mut impl FnMut(Match<'t>),
    ) {
        let Some(rest) = word.get(at..) else { return };
        let head = head_of(rest);
        let mut key = None;
        for slot in slots.iter().filter(|slot| head & slot.bits == slot.head) {
            if slot.second_bits != 0 {
                let key = *key.get_or_insert_with(&mut *next);
                if key.is_some_and(|key| key & slot.second_bits != slot.second) {
                    continue;
                }
            }
            let Some(entry) = self.entries.get(slot.index as usize) else {
                continue;
            };
            if fits_on(&entry.head, rest, entry.langs) {
                seen(Match { entry, at });
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
                let better = best.is_none_or(|old| old.rank() < found.rank());
                if better
                    && found.entry.langs & langs != 0
                    && (found.entry.tail.is_empty() || follows(found.entry))
                {
                    best = Some(found);
                }
            },
        );
        best
    }
}

impl Pairs {
    fn add(&mut self, entry: &Entry, index: u32) {
        let letters = &entry.head.letters;
        let second = entry.tail.first().map_or(&[][..], |piece| &piece.letters);
        let second_bits = 8 * second.len().min(4) as u32;
        let slot = Slot {
            head: head_of(letters),
            bits: u64::MAX >> (64 - 8 * letters.len().min(8)),
            second: key_of(second),
            second_bits: u32::MAX.checked_shr(32 - second_bits).unwrap_or(0),
            index,
        };
        if entry.place == Place::Inside {
            self.insides.push((key_of(letters), slot));
        }
        let mut keys = vec![key_of(letters)];
        if letters.len() < 4 && entry.head.rest == Rest::Ending {
            // "sex" + "er": the key of the longer word holds a letter of the ending.
            keys.extend(endings(entry.langs).map(|e| key_of(&[letters, e].concat())));
        }
        keys.sort_unstable();
        keys.dedup();
        self.starts.extend(keys.into_iter().map(|key| (key, slot)));
    }
}

/// Whether `word` is the piece with an allowed rest.
pub fn fits(piece: &Piece, word: &[u8], langs: u8) -> bool {
    word.starts_with(&piece.letters) && rest_fits(piece, word, langs)
}

/// The same where the first eight letters were compared already.
#[inline]
fn fits_on(piece: &Piece, word: &[u8], langs: u8) -> bool {
    (piece.letters.len() <= 8 || word.starts_with(&piece.letters)) && rest_fits(piece, word, langs)
}

#[inline]
fn rest_fits(piece: &Piece, word: &[u8], langs: u8) -> bool {
    let rest = word.get(piece.letters.len()..).unwrap_or(&[]);
    match piece.rest {
        Rest::Any => true,
        Rest::Nothing => rest.is_empty(),
        Rest::Ending => rest.is_empty() || is_ending(rest, langs),
    }
}
