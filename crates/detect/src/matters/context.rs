//! The words round a matter: persons, verbs that tie, signs that a text speaks in general.

use super::lists;
use super::table::{Entry, Table};

/// What a word may be; joined by `|`.
pub mod role {
    /// One known person: "borgeren", "eleven", "asiakkaan".
    pub const PERSON: u32 = 1;
    /// Any person: "en borger", "a pupil".
    pub const SOMEBODY: u32 = 1 << 1;
    /// Many: "borgere", "all pupils".
    pub const MANY: u32 = 1 << 2;
    /// He, she, and their cases.
    pub const THIRD: u32 = 1 << 3;
    /// You.
    pub const SECOND: u32 = 1 << 4;
    /// I.
    pub const FIRST: u32 = 1 << 5;
    /// Kin: "mor", "daughter".
    pub const KIN: u32 = 1 << 6;
    /// A verb or noun that ties: "lider", "diagnosed", "ansøgning".
    pub const TIE: u32 = 1 << 7;
    /// A sign that the text speaks in general: "kursus", "kampagne", "if".
    pub const GENERAL: u32 = 1 << 8;
    /// A professional: "overlæge", "socialsekreterare". A name beside it is not the person concerned.
    pub const STAFF: u32 = 1 << 9;
    /// Part of the name of an institution when it stands beside a capital.
    pub const INSTITUTION: u32 = 1 << 10;
    /// Begins a signature.
    pub const CLOSING: u32 = 1 << 11;
    /// Names what the letter is about: "vedr.", "koskien".
    pub const SUBJECT: u32 = 1 << 12;
    /// Begins a greeting: "kære", "hei".
    pub const GREETING: u32 = 1 << 13;
    /// A compound that ends in this is an institution or an event: "-forening", "-vej", "-viikko".
    pub const TAIL: u32 = 1 << 14;
    /// Only tells the language.
    pub const VOTE: u32 = 1 << 15;
    /// Negation.
    pub const NOT: u32 = 1 << 16;
    /// A course, a talk, a leaflet, a vacancy: more than [`GENERAL`].
    pub const EVENT: u32 = 1 << 17;
    /// As [`TAIL`], but a person may be sent there: "-rådgivning", "-klinik".
    pub const SOFT: u32 = 1 << 18;
}

/// The compiled words.
#[derive(Clone)]
pub struct Context {
    words: Table,
    phrases: Table,
    tails: Table,
    votes: Votes,
}

const FILE: &str = include_str!("../../data/context.txt");

impl Context {
    /// The shipped words.
    pub fn new() -> Self {
        let entries = lists::read(FILE, |line| role_of(line.section));
        let votes = Votes::new(&entries);
        let (tails, entries): (Vec<Entry>, Vec<Entry>) = entries
            .into_iter()
            .partition(|e| e.meaning & (role::TAIL | role::SOFT) != 0);
        let (words, phrases) = entries.into_iter().partition(|e: &Entry| e.tail.is_empty());
        Self {
            words: Table::new(words),
            phrases: Table::new(phrases),
            tails: Table::new(tails),
            votes,
        }
    }

    /// Roles of `word` in `langs`.
    pub fn roles(&self, word: &[u8], langs: u8) -> u32 {
        joined(&self.words, word, langs)
    }

    /// Whether a compound ends like an institution ([`role::TAIL`], [`role::SOFT`]).
    pub fn tail(&self, word: &[u8], langs: u8) -> u32 {
        joined(&self.tails, word, langs)
    }

    /// Counts `word` for the languages whose small word it is.
    #[inline]
    pub fn vote(&self, word: &[u8], votes: &mut [u32; 5]) {
        self.votes.count(word, votes);
    }

    /// Calls `seen` with the phrases that may begin with `word`.
    pub fn phrases<'t>(&'t self, word: &[u8], langs: u8, mut seen: impl FnMut(&'t Entry)) {
        self.phrases.each(word, |found| {
            if found.entry.langs & langs != 0 {
                seen(found.entry);
            }
        });
    }
}

fn joined(table: &Table, word: &[u8], langs: u8) -> u32 {
    let mut roles = 0;
    table.each(word, |found| {
        if found.entry.langs & langs != 0 {
            roles |= found.entry.meaning;
        }
    });
    roles
}

/// Small words by their letters, packed: every word of a text is looked up here, so it must be quick.
#[derive(Clone)]
struct Votes(Vec<(u64, u8)>);

const SLOTS: usize = 2048;

impl Votes {
    fn new(entries: &[Entry]) -> Self {
        let mut slots = vec![(0, 0); SLOTS];
        for entry in entries
            .iter()
            .filter(|e| e.meaning & role::VOTE != 0 && e.tail.is_empty())
        {
            let Some(key) = packed(&entry.head.letters) else {
                continue;
            };
            let mut at = place(key);
            while let Some(slot) = slots.get_mut(at) {
                if slot.0 == key || slot.0 == 0 {
                    *slot = (key, slot.1 | entry.langs);
                    break;
                }
                at = (at + 1) % SLOTS;
            }
        }
        Self(slots)
    }

    #[inline]
    fn count(&self, word: &[u8], votes: &mut [u32; 5]) {
        let Some(key) = packed(word) else { return };
        let mut at = place(key);
        while let Some(&(held, langs)) = self.0.get(at) {
            if held == 0 {
                return;
            }
            if held == key {
                // A word of one language weighs more than one that several share.
                let weight = if langs.count_ones() == 1 { 2 } else { 1 };
                for (bit, count) in votes.iter_mut().enumerate() {
                    *count += u32::from(langs >> bit & 1) * weight;
                }
                return;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

/// Up to eight letters as a number; longer words do not vote.
#[inline]
fn packed(word: &[u8]) -> Option<u64> {
    if word.is_empty() || word.len() > 8 {
        return None;
    }
    let mut key = 0;
    for &letter in word {
        key = key << 8 | u64::from(letter);
    }
    Some(key)
}

#[inline]
fn place(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 53) as usize
}

fn role_of(section: &str) -> Option<u32> {
    // Words of persons, pronouns and small words also tell the language.
    Some(match section {
        "person" => role::PERSON,
        "somebody" => role::SOMEBODY,
        "many" => role::MANY,
        "third" => role::THIRD | role::VOTE,
        "second" => role::SECOND | role::VOTE,
        "first" => role::FIRST | role::VOTE,
        "kin" => role::KIN,
        "tie" => role::TIE,
        "general" => role::GENERAL,
        "staff" => role::STAFF,
        "institution" => role::INSTITUTION,
        "closing" => role::CLOSING,
        "subject" => role::SUBJECT,
        "greeting" => role::GREETING,
        "tail" => role::TAIL,
        "vote" => role::VOTE,
        "event" => role::EVENT,
        "soft" => role::SOFT,
        "not" => role::NOT | role::VOTE,
        _ => return None,
    })
}
