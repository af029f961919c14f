//! The lists of names, compiled.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::matters::fold::{LONGEST, fold};

use super::words::Words;

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
    words: Words,
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
        let mut words: HashMap<Box<[u8]>, u16> = HashMap::default();
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
        Self {
            words: Words::of(&words),
            lengths,
        }
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
            return (sorts, None);
        }
        let names = sort::FIRST | sort::LAST;
        if let Some(stem) = folded.strip_suffix(b"s").filter(|s| s.len() > 2)
            && let Some(sorts) = self.words.get(stem).filter(|s| s & names != 0)
        {
            return (sorts & !sort::NOT, Some(stem.to_vec()));
        }
        // What language it is costs more to know than whether a name may come out at all.
        let cases = cases(folded);
        let stems = cases
            .iter()
            .filter_map(|(ending, fills)| Some((stem(folded, *ending)?, *fills)))
            .filter(|(stem, _)| self.may_name(stem));
        if stems.clone().next().is_none() || !finnish() {
            return (0, None);
        }
        let name = |word: &[u8]| {
            let sorts = self.words.get(word)?;
            (sorts & names != 0).then(|| (sorts & !sort::NOT, Some(word.to_vec())))
        };
        stems
            .into_iter()
            .find_map(|(stem, fills)| first_ground(stem, fills, name))
            .unwrap_or((0, None))
    }
}

/// What stands before an ending of so many letters.
fn stem(folded: &[u8], ending: usize) -> Option<&[u8]> {
    let length = folded.len().checked_sub(ending)?;
    folded.get(..length).filter(|stem| stem.len() > 2)
}

/// How many letters the Finnish case endings have that a word ends in, in the order in which they are tried, and
/// whether the ending repeats the stem's vowel ("Annaan").
fn cases(folded: &[u8]) -> &'static [(usize, bool)] {
    match folded {
        [] | [_] | [_, _] | [_, _, _] => &[],
        // -lle
        [.., b'l', b'l', b'e'] => &[(3, false)],
        // -lla, -ssa; -a
        [.., b'l', b'l', b'a' | 0xE4] | [.., b's', b's', b'a' | 0xE4] => &[(3, false), (1, false)],
        // -lta, -sta; -ta; -a
        [.., b'l' | b's', b't', b'a' | 0xE4] => &[(3, false), (2, false), (1, false)],
        // -na, -ta; -a
        [.., b'n' | b't', b'a' | 0xE4] => &[(2, false), (1, false)],
        [.., b'a' | 0xE4] => &[(1, false)],
        // -ksi
        [.., b'k', b's', b'i'] => &[(3, false)],
        // -seen; -n; -en
        [.., b's', b'e', b'e', b'n'] => &[(4, false), (1, false), (2, true)],
        // -n; -in, -an, -än, -en, -on
        [.., b'i' | b'a' | 0xE4 | b'e' | b'o', b'n'] => &[(1, false), (2, true)],
        [.., b'n'] => &[(1, false)],
        _ => &[],
    }
}

/// A word in the making.
#[derive(Clone, Copy)]
struct Form {
    letters: [u8; LONGEST + 4],
    len: usize,
}

impl Form {
    /// `stem` without its last `cut` letters and with `end` behind.
    fn of(stem: &[u8], cut: usize, end: &[u8]) -> Self {
        let mut form = Self {
            letters: [0; LONGEST + 4],
            len: 0,
        };
        let kept = stem.get(..stem.len().saturating_sub(cut));
        for letter in kept.unwrap_or_default().iter().chain(end) {
            if let Some(place) = form.letters.get_mut(form.len) {
                *place = *letter;
                form.len += 1;
            }
        }
        form
    }

    fn letters(&self) -> &[u8] {
        self.letters.get(..self.len).unwrap_or_default()
    }
}

/// The first of the ground forms that a Finnish stem may come from which `name` knows: "virtase" → virtanen, "miko" →
/// mikko, "nurme" → nurmi.
fn first_ground<T>(stem: &[u8], bare: bool, name: impl Fn(&[u8]) -> Option<T>) -> Option<T> {
    // "Ahmedin", "Johnille": names that end in a consonant take an i.
    let taken = usize::from(stem.ends_with(b"i"));
    let ways: [(bool, usize, &[u8]); 7] = [
        (true, 0, b""),
        (stem.ends_with(b"se"), 2, b"nen"),
        (stem.ends_with(b"s"), 1, b"nen"),
        (stem.ends_with(b"kse"), 3, b"s"),
        (stem.ends_with(b"ee"), 1, b""),
        (stem.ends_with(b"e"), 1, b"i"),
        (bare || stem.ends_with(b"i"), taken, b""),
    ];
    let forms = || {
        let ways = ways.iter().filter(|way| way.0);
        ways.map(|(_, cut, end)| Form::of(stem, *cut, end))
    };
    // The strong grade first: "Matin" is Matti's before it is Mati's.
    let strong = forms().filter_map(|form| strong(form.letters()));
    strong.chain(forms()).find_map(|form| name(form.letters()))
}

/// The strong grade of the last consonant: "Mikon" → Mikko, "Lahden" → Lahti, "Annukan" → Annukka.
fn strong(stem: &[u8]) -> Option<Form> {
    let (vowel, body) = stem.split_last()?;
    let (last, head) = body.split_last()?;
    let end: &[u8] = match (head.last(), last) {
        (Some(b'n'), b'n') => b"t",
        (Some(b'l'), b'l') => b"t",
        (Some(b'r'), b'r') => b"t",
        (Some(b'm'), b'm') => b"p",
        (_, b'k') => b"kk",
        (_, b'p') => b"pp",
        (_, b't') => b"tt",
        (_, b'd') => b"t",
        (_, b'v') => b"p",
        // "Mäen" → Mäki, "Joen" → Joki: the k fell out.
        _ => return Some(Form::of(stem, 1, b"ki")),
    };
    // "Lahden": the stem's e is an i in the ground form.
    let vowel = if *last == b'd' && *vowel == b'e' {
        b'i'
    } else {
        *vowel
    };
    let mut form = Form::of(stem, 2, end);
    if let Some(place) = form.letters.get_mut(form.len) {
        *place = vowel;
        form.len += 1;
    }
    Some(form)
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
