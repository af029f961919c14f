//! The words round a matter: persons, verbs that tie, signs that a text speaks in general.

use super::heads::Heads;
use super::lists;
use super::skim::Skim;
use super::table::{Entry, Match, Table, lang};
use super::votes::Votes;

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
    /// The beginnings of those.
    skim: Skim<1024>,
    tails: Table,
    /// The words alone that begin a signature, and those that name what a letter is about.
    closings: Table,
    /// The beginnings of the former.
    closing: Heads<64>,
    subjects: Table,
    /// The beginnings of the latter.
    subject: Heads<64>,
    /// The small words of the languages.
    pub(super) votes: Votes,
}

pub(super) const FILE: &str = include_str!("../../data/context.txt");

impl Context {
    /// The shipped words.
    pub fn new() -> Self {
        let mut entries = lists::read(FILE, |line| role_of(line.section));
        let votes = Votes::new(entries.iter().filter(|e| e.meaning & role::VOTE != 0));
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
        let heads = |roles: u32| {
            let mut heads = Heads::new();
            for entry in entries.iter().filter(|e| e.meaning & roles != 0) {
                heads.add(&entry.head, entry.langs);
            }
            heads
        };
        let (closing, subject) = (heads(role::CLOSING), heads(role::SUBJECT));
        Self {
            skim: Skim::new(entries.iter()),
            words: Table::new(entries),
            closing,
            tails: Table::new(tails),
            closings,
            subjects,
            subject,
            votes,
        }
    }

    /// Whether `word` names what a letter is about.
    pub fn is_subject(&self, word: &[u8]) -> bool {
        joined(&self.subjects, word, lang::ALL) != 0
    }

    /// Whether a word that begins with these bytes ([`word_of`](super::heads::word_of)) may be such a one.
    #[inline]
    pub fn may_be_subject(&self, word: u64) -> bool {
        self.subject.may_begin(word)
    }

    /// Calls `seen` with the words and phrases that begin a signature and may begin with `word`.
    pub fn closings<'t>(&'t self, word: &[u8], langs: u8, mut seen: impl FnMut(&'t Entry)) {
        self.closings.each(word, |found| {
            if found.langs & langs != 0 {
                seen(found.entry);
            }
        });
    }

    /// Whether a compound ends like an institution ([`role::TAIL`], [`role::SOFT`]).
    pub fn tail(&self, word: &[u8], langs: u8) -> u32 {
        joined(&self.tails, word, langs)
    }

    /// Whether a word that begins with these bytes ([`word_of`](super::heads::word_of)) may have a role before one that
    /// begins with those.
    #[inline]
    pub fn may_mean(&self, word: u64, next: u64) -> bool {
        self.skim.may_begin(word, next)
    }

    /// Whether such a word may begin a signature.
    #[inline]
    pub fn may_close(&self, word: u64) -> bool {
        self.closing.may_begin(word)
    }

    /// Calls `seen` with the words and phrases that may stand where `word` does; `next` gives the first letters of
    /// the next one ([`key_of`](super::index::key_of)).
    #[inline]
    pub fn words<'t>(
        &'t self,
        word: &[u8],
        next: impl FnMut() -> Option<u32>,
        seen: impl FnMut(Match<'t>),
    ) {
        self.words.each_before(word, next, seen);
    }
}

fn joined(table: &Table, word: &[u8], langs: u8) -> u32 {
    let mut roles = 0;
    table.each(word, |found| {
        if found.langs & langs != 0 {
            roles |= found.meaning;
        }
    });
    roles
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
