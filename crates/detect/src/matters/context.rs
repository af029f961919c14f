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
}

const FILE: &str = include_str!("../../data/context.txt");

impl Context {
    /// The shipped words.
    pub fn new() -> Self {
        let entries = lists::read(FILE, |line| role_of(line.section));
        let (words, phrases) = entries.into_iter().partition(|e: &Entry| e.tail.is_empty());
        Self {
            words: Table::new(words),
            phrases: Table::new(phrases),
        }
    }

    /// Roles of `word` in `langs`; counts `votes` for the languages whose word it is.
    pub fn roles(&self, word: &[u8], langs: u8, votes: Option<&mut [u32; 5]>) -> u32 {
        let mut roles = 0;
        let mut whose = 0;
        self.words.each(word, |found| {
            if found.entry.langs & langs == 0 {
                return;
            }
            roles |= found.entry.meaning;
            if found.entry.meaning & role::VOTE != 0 {
                whose |= found.entry.langs;
            }
        });
        if let Some(votes) = votes
            && whose != 0
        {
            // A word of one language weighs more than one that several share.
            let weight = if whose.count_ones() == 1 { 2 } else { 1 };
            for (at, count) in votes.iter_mut().enumerate() {
                *count += u32::from(whose >> at & 1) * weight;
            }
        }
        roles
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
