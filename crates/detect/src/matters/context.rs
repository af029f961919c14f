//! The words round a matter: persons, verbs that tie, signs that a text speaks in general.

use crate::lanes::{BLOCK, Words};

use super::index::head_of;
use super::lists;
use super::skim::raw;
use super::table::{Entry, Match, Table, lang};

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
    tails: Table,
    /// The words alone that begin a signature, and those that name what a letter is about.
    closings: Table,
    subjects: Table,
    votes: Votes,
}

const FILE: &str = include_str!("../../data/context.txt");

impl Context {
    /// The shipped words.
    pub fn new() -> Self {
        let mut entries = lists::read(FILE, |line| role_of(line.section));
        let votes = Votes::new(&entries);
        // What only tells the language has no role.
        entries.retain(|e| e.meaning != role::VOTE);
        let (tails, entries): (Vec<Entry>, Vec<Entry>) = entries
            .into_iter()
            .partition(|e| e.meaning & (role::TAIL | role::SOFT) != 0);
        let of = |roles: u32, phrases: bool| {
            let these = entries.iter().filter(|e| e.meaning & roles != 0);
            let these = these.filter(|e| phrases || e.tail.is_empty());
            Table::new(these.cloned().collect())
        };
        let (closings, subjects) = (of(role::CLOSING, true), of(role::SUBJECT, false));
        Self {
            words: Table::new(entries),
            tails: Table::new(tails),
            closings,
            subjects,
            votes,
        }
    }

    /// Whether `word` names what a letter is about.
    pub fn is_subject(&self, word: &[u8]) -> bool {
        joined(&self.subjects, word, lang::ALL) != 0
    }

    /// Calls `seen` with the words and phrases that begin a signature and may begin with `word`.
    pub fn closings<'t>(&'t self, word: &[u8], langs: u8, mut seen: impl FnMut(&'t Entry)) {
        self.closings.each(word, |found| {
            if found.entry.langs & langs != 0 {
                seen(found.entry);
            }
        });
    }

    /// Whether a compound ends like an institution ([`role::TAIL`], [`role::SOFT`]).
    pub fn tail(&self, word: &[u8], langs: u8) -> u32 {
        joined(&self.tails, word, langs)
    }

    /// Counts `word` for the languages whose small word it is.
    pub fn vote(&self, word: &[u8], tally: &mut Tally) {
        let raw = raw(word);
        if word.len() <= LONGEST {
            self.votes.count(&raw, raw.len(), tally);
        }
    }

    /// Counts all words of plain `bytes`, which stand as `words` says.
    pub fn vote_all(&self, bytes: &[u8], words: Words<'_>, tally: &mut Tally) {
        let mut last = 0;
        for (index, block) in words.0.iter().enumerate() {
            let here = block.letters;
            let next = words.0.get(index + 1).map_or(0, |b| b.letters);
            let mut starts = here & !(here << 1 | last >> 63);
            last = here;
            while starts != 0 {
                let place = starts.trailing_zeros() as usize;
                starts &= starts - 1;
                let letters = here >> place | next << 1 << (63 - place);
                let len = letters.trailing_ones() as usize;
                if len <= 2 * LONGEST {
                    let word = bytes.get(index * BLOCK + place..).unwrap_or_default();
                    self.votes.count(word, len, tally);
                }
            }
        }
    }

    /// Calls `seen` with the words and phrases that may stand where `word` does, before `next`.
    #[inline]
    pub fn words<'t>(&'t self, word: &[u8], next: &[u8], mut seen: impl FnMut(&'t Entry)) {
        let found = |found: Match<'t>| seen(found.entry);
        self.words.each_before(word, Some(next), found);
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

/// Words of more letters do not vote.
const LONGEST: usize = 8;

/// Small words by their bytes, the first eight packed: every word of a passage is looked up here, so it must be quick.
#[derive(Clone)]
struct Votes {
    /// Key and languages.
    short: Vec<(u64, u8)>,
    /// Those of more than eight bytes, which have letters of two.
    long: Vec<Long>,
}

/// A word of more than eight bytes.
#[derive(Clone)]
struct Long {
    head: u64,
    bytes: Vec<u8>,
    langs: u8,
}

const SLOTS: usize = 1024;
const CASE: u64 = 0x2020_2020_2020_2020;

impl Votes {
    fn new(entries: &[Entry]) -> Self {
        let mut votes = Self {
            short: vec![(0, 0); SLOTS],
            long: Vec::new(),
        };
        let voting = |e: &&Entry| e.meaning & role::VOTE != 0 && e.tail.is_empty();
        for entry in entries.iter().filter(voting) {
            let letters = &entry.head.letters;
            if letters.is_empty() || letters.len() > LONGEST {
                continue;
            }
            let bytes: Vec<u8> = raw(letters).iter().map(|b| b | 0x20).collect();
            if bytes.len() > 8 {
                votes.add_long(bytes, entry.langs);
            } else {
                votes.add(head_of(&bytes), entry.langs);
            }
        }
        votes
    }

    fn add(&mut self, key: u64, langs: u8) {
        let mut at = place(key);
        while let Some(slot) = self.short.get_mut(at) {
            if slot.0 == key || slot.0 == 0 {
                *slot = (key, slot.1 | langs);
                break;
            }
            at = (at + 1) % SLOTS;
        }
    }

    fn add_long(&mut self, bytes: Vec<u8>, langs: u8) {
        if let Some(known) = self.long.iter_mut().find(|word| word.bytes == bytes) {
            known.langs |= langs;
            return;
        }
        let head = head_of(&bytes);
        self.long.push(Long { head, bytes, langs });
    }

    /// Counts the word of the first `len` bytes.
    #[inline]
    fn count(&self, bytes: &[u8], len: usize, tally: &mut Tally) {
        if len > 8 {
            self.count_long(bytes.get(..len).unwrap_or_default(), tally);
            return;
        }
        let key = match bytes.first_chunk::<8>() {
            Some(eight) => (u64::from_le_bytes(*eight) | CASE) & (u64::MAX >> (64 - 8 * len)),
            None => {
                (head_of(bytes.get(..len).unwrap_or_default()) | CASE)
                    & (u64::MAX >> (64 - 8 * len))
            }
        };
        let mut at = place(key);
        while let Some(&(held, langs)) = self.short.get(at) {
            if held == 0 {
                return;
            }
            if held == key {
                tally.add(langs);
                return;
            }
            at = (at + 1) % SLOTS;
        }
    }

    #[inline(never)]
    fn count_long(&self, word: &[u8], tally: &mut Tally) {
        let head = head_of(word) | CASE;
        for long in self.long.iter().filter(|long| long.head == head) {
            let same = long.bytes.len() == word.len();
            if same && long.bytes.iter().zip(word).all(|(a, b)| *a == *b | 0x20) {
                tally.add(long.langs);
            }
        }
    }
}

/// Votes for the five languages, side by side in one number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally(u128);

/// Bits of one language's votes: no text has so many words.
const LANE: u32 = 25;

/// What a word adds, by its languages. A word of one language weighs more than one that several share.
static ADDS: [u128; 32] = {
    let mut adds = [0; 32];
    let mut langs = 0;
    while langs < 32 {
        let weight = if (langs as u8).count_ones() == 1 {
            2
        } else {
            1
        };
        let mut bit = 0;
        while bit < 5 {
            adds[langs] |= ((langs >> bit & 1) as u128 * weight) << (bit as u32 * LANE);
            bit += 1;
        }
        langs += 1;
    }
    adds
};

impl Tally {
    #[inline]
    fn add(&mut self, langs: u8) {
        self.0 += ADDS[usize::from(langs & 31)];
    }

    /// Whether no word voted.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The votes of each language.
    pub fn votes(self) -> [u32; 5] {
        [0, 1, 2, 3, 4].map(|bit| (self.0 >> (bit * LANE)) as u32 & ((1 << LANE) - 1))
    }
}

#[inline]
fn place(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize
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
