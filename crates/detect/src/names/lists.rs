//! The lists of names, compiled.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use crate::matters::fold::fold;

/// What a word may be in a name; joined by `|`.
pub mod sort {
    /// A first name.
    pub const FIRST: u16 = 1;
    /// A last name.
    pub const LAST: u16 = 2;
    /// A first name that is a word, a month or a place too.
    pub const COMMON: u16 = 4;
    /// No name: a place, a month, an office, the first word of a sentence.
    pub const NOT: u16 = 8;
    /// Makes what stands before it a street, a firm or an institution.
    pub const BEHIND: u16 = 16;
    /// "von", "af", "ibn".
    pub const PARTICLE: u16 = 32;
    /// "hr.", "fru", "Mr", "herra".
    pub const TITLE: u16 = 64;
    /// "kære", "hej", "dear".
    pub const GREETING: u16 = 128;
    /// "familien", "the family".
    pub const FAMILY: u16 = 256;
}

/// The words by their folded letters.
#[derive(Debug)]
pub struct Lists {
    words: HashMap<Box<[u8]>, u16, BuildHasherDefault<Letters>>,
    /// How long the names are that begin with four letters, one bit for each length; with false alarms.
    lengths: Vec<u32>,
}

/// Where the lengths of the names stand that begin like `letters`.
fn group(letters: &[u8]) -> usize {
    let four = letters
        .first_chunk::<4>()
        .map_or(0, |f| u32::from_le_bytes(*f));
    (four.wrapping_mul(0x9E37_79B1) >> 18) as usize
}

/// A quick hash of a few letters; the words are our own, so nobody can make them collide on purpose.
#[derive(Default)]
struct Letters(u64);

impl Hasher for Letters {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 31
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte))
                .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                .rotate_left(23);
        }
    }
    fn write_usize(&mut self, _: usize) {}
}

const NAMES: &str = include_str!("../../data/names.txt");
const NOT: &str = include_str!("../../data/names-not.txt");

const SMALL: [(u16, &str); 4] = [
    (
        sort::PARTICLE,
        "von van de der den af av ibn bin bint al el abu zu da dos del di la le ter ten",
    ),
    (
        sort::TITLE,
        "hr fru frk herr herra rouva neiti mr mrs ms miss dr prof fröken sir lady madam",
    ),
    (
        sort::GREETING,
        "kære hej hei hi dear hello hallo hejsan hejsa moi moikka terve kära käre bästa arvoisa goddag heisann hyvä tervehdys til till to cc attn",
    ),
    (
        sort::FAMILY,
        "familien familjen perhe family ægteparret makarna paret parret",
    ),
];

impl Lists {
    /// The shipped lists; read once.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Lists> = OnceLock::new();
        SHIPPED.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut words: HashMap<Box<[u8]>, u16, BuildHasherDefault<Letters>> = HashMap::default();
        let mut add = |word: &str, sorts: u16| {
            *words.entry(fold(word).into_boxed_slice()).or_default() |= sorts;
        };
        for text in [NAMES, NOT] {
            let mut sorts = 0;
            for line in text.lines().filter(|l| !l.starts_with('#')) {
                match line {
                    "[first]" => sorts = sort::FIRST,
                    "[last]" => sorts = sort::LAST,
                    "[common]" => sorts = sort::FIRST | sort::COMMON,
                    "[not]" => sorts = sort::NOT,
                    "[behind]" => sorts = sort::BEHIND,
                    _ => line.split_whitespace().for_each(|word| add(word, sorts)),
                }
            }
        }
        for (sorts, text) in SMALL {
            text.split_whitespace().for_each(|word| add(word, sorts));
        }
        let mut lengths = vec![0; 1 << 14];
        for (word, _) in words
            .iter()
            .filter(|w| w.1 & (sort::FIRST | sort::LAST) != 0)
        {
            if let Some(bits) = lengths.get_mut(group(word)) {
                *bits |= 1 << word.len().min(31);
            }
        }
        Self { words, lengths }
    }

    /// Whether a name may come of this stem, whose last two letters may change and which may lose two or gain one.
    fn may_name(&self, stem: &[u8]) -> bool {
        let len = stem.len();
        let bits = self.lengths.get(group(stem)).copied().unwrap_or(0);
        !(7..28).contains(&len) || bits >> (len - 2) & 0xF != 0
    }

    /// What the word is, its genitive taken off, and its Finnish cases where the text is `finnish`; the letters of its
    /// ground form.
    pub fn look(&self, folded: &[u8], finnish: impl FnOnce() -> bool) -> (u16, Option<Vec<u8>>) {
        if let Some(sorts) = self.words.get(folded) {
            return (*sorts, None);
        }
        let names = sort::FIRST | sort::LAST;
        if let Some(stem) = folded.strip_suffix(b"s").filter(|s| s.len() > 2)
            && let Some(sorts) = self.words.get(stem).filter(|s| *s & names != 0)
        {
            return (*sorts & !sort::NOT, Some(stem.to_vec()));
        }
        if folded.len() < 4
            || folded.last().is_some_and(|c| !b"na\xe4eit".contains(c))
            || !finnish()
        {
            return (0, None);
        }
        for (ending, fills) in FINNISH {
            let Some(stem) = folded
                .strip_suffix(*ending)
                .filter(|s| s.len() > 2 && self.may_name(s))
            else {
                continue;
            };
            for ground in grounds(stem, *fills) {
                if let Some(sorts) = self
                    .words
                    .get(ground.as_slice())
                    .filter(|s| *s & names != 0)
                {
                    return (*sorts & !sort::NOT, Some(ground));
                }
            }
        }
        (0, None)
    }
}

/// Finnish case endings, longest first, and whether the ending repeats the stem's vowel ("Annaan").
const FINNISH: &[(&[u8], bool)] = &[
    (b"lle", false),
    (b"lla", false),
    (b"ll\xe4", false),
    (b"lta", false),
    (b"lt\xe4", false),
    (b"ssa", false),
    (b"ss\xe4", false),
    (b"sta", false),
    (b"st\xe4", false),
    (b"seen", false),
    (b"ksi", false),
    (b"na", false),
    (b"n\xe4", false),
    (b"ta", false),
    (b"t\xe4", false),
    (b"n", false),
    (b"in", true),
    (b"an", true),
    (b"\xe4n", true),
    (b"en", true),
    (b"on", true),
    (b"a", false),
    (b"\xe4", false),
];

/// The ground forms a Finnish stem may come from: "virtase" → virtanen, "miko" → mikko, "nurme" → nurmi.
fn grounds(stem: &[u8], bare: bool) -> Vec<Vec<u8>> {
    let mut all = vec![stem.to_vec()];
    let with = |cut: usize, end: &[u8]| {
        let mut word = stem.get(..stem.len() - cut).unwrap_or(stem).to_vec();
        word.extend_from_slice(end);
        word
    };
    if stem.ends_with(b"se") {
        all.push(with(2, b"nen"));
    }
    if stem.ends_with(b"s") {
        all.push(with(1, b"nen"));
    }
    if stem.ends_with(b"kse") {
        all.push(with(3, b"s"));
    }
    if stem.ends_with(b"ee") {
        all.push(with(1, b""));
    }
    if stem.ends_with(b"e") {
        all.push(with(1, b"i"));
    }
    if bare || stem.ends_with(b"i") {
        // "Ahmedin", "Johnille": names that end in a consonant take an i.
        all.push(stem.strip_suffix(b"i").unwrap_or(stem).to_vec());
    }
    // The strong grade first: "Matin" is Matti's before it is Mati's.
    let mut graded: Vec<Vec<u8>> = all.iter().filter_map(|word| strong(word)).collect();
    graded.append(&mut all);
    graded
}

/// The strong grade of the last consonant: "Mikon" → Mikko, "Lahden" → Lahti, "Annukan" → Annukka.
fn strong(stem: &[u8]) -> Option<Vec<u8>> {
    let vowel = *stem.last()?;
    let body = stem.get(..stem.len() - 1)?;
    let (head, last) = body.split_at_checked(body.len().checked_sub(1)?)?;
    let end: &[u8] = match (head.last(), last.first()?) {
        (Some(b'n'), b'n') => b"t",
        (Some(b'l'), b'l') => b"t",
        (Some(b'r'), b'r') => b"t",
        (Some(b'm'), b'm') => b"p",
        (_, b'k') => b"kk",
        (_, b'p') => b"pp",
        (_, b't') => b"tt",
        (_, b'd') => b"t",
        (_, b'v') => b"p",
        _ => {
            // "Mäen" → Mäki, "Joen" → Joki: the k fell out.
            let mut word = stem.to_vec();
            word.pop();
            word.extend_from_slice(b"ki");
            return Some(word);
        }
    };
    let mut word = head.to_vec();
    word.extend_from_slice(end);
    // "Lahden": the stem's e is an i in the ground form.
    word.push(if last == b"d" && vowel == b'e' {
        b'i'
    } else {
        vowel
    });
    Some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground(word: &str) -> Option<String> {
        let folded = fold(word);
        let (sorts, ground) = Lists::shipped().look(&folded, || true);
        (sorts & (sort::FIRST | sort::LAST) != 0).then(|| {
            ground
                .unwrap_or(folded)
                .iter()
                .map(|b| char::from(*b))
                .collect()
        })
    }

    #[test]
    fn genitives_and_finnish_cases_lead_to_the_ground_form() {
        for (form, base) in [
            ("Kristines", "kristine"),
            ("Virtasen", "virtanen"),
            ("Virtaselle", "virtanen"),
            ("Korhosta", "korhonen"),
            ("Annalle", "anna"),
            ("Mikon", "mikko"),
            ("Pekan", "pekka"),
            ("Matin", "matti"),
            ("Heikin", "heikki"),
            ("Nurmen", "nurmi"),
            ("Lahden", "lahti"),
            ("Mäen", "mäki"),
            ("Laineen", "laine"),
            ("Ahmedin", "ahmed"),
            ("Johnille", "john"),
            ("Markuksen", "markus"),
            ("Sepolta", "seppo"),
            ("Terhiltä", "terhi"),
        ] {
            assert_eq!(ground(form).as_deref(), Some(base), "{form}");
        }
    }

    #[test]
    fn ordinary_words_are_no_names() {
        for word in [
            "Kommunen",
            "Rapporten",
            "Ansøgningen",
            "Kokouksen",
            "Meeting",
            "Skolan",
        ] {
            assert_eq!(ground(word), None, "{word}");
        }
    }
}
