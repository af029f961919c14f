//! The lists of names, compiled.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::matters::fold::fold;

use super::cases::{Stems, cases, first_ground, stem};
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
    /// What may be left of a name when a Finnish case is taken off.
    stems: Stems,
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
        let mut stems = Stems::default();
        words
            .iter()
            .filter(|(_, sorts)| *sorts & (sort::FIRST | sort::LAST) != 0)
            .for_each(|(word, _)| stems.add(word));
        Self {
            words: Words::of(&words),
            stems,
        }
    }

    /// What a word without a capital is, of which no Finnish case is taken off.
    pub fn small(&self, folded: &[u8]) -> u16 {
        self.known(folded).map_or(0, |(sorts, _)| sorts)
    }

    /// What the word is, or what it is the genitive of, with that stem.
    #[inline]
    fn known<'w>(&self, folded: &'w [u8]) -> Option<(u16, Option<&'w [u8]>)> {
        if let Some(sorts) = self.words.get(folded) {
            return Some((sorts, None));
        }
        let stem = folded.strip_suffix(b"s").filter(|s| s.len() > 2)?;
        let sorts = self.words.get(stem)?;
        (sorts & (sort::FIRST | sort::LAST) != 0).then_some((sorts & !sort::NOT, Some(stem)))
    }

    /// What the word is, its genitive taken off, and its Finnish cases where the text is `finnish`; the letters of its
    /// ground form.
    pub fn look(&self, folded: &[u8], finnish: impl FnOnce() -> bool) -> (u16, Option<Vec<u8>>) {
        if let Some((sorts, stem)) = self.known(folded) {
            return (sorts, stem.map(<[u8]>::to_vec));
        }
        let names = sort::FIRST | sort::LAST;
        // What language it is costs more to know than whether a name may come out at all.
        let cases = cases(folded);
        let stems = cases
            .iter()
            .filter_map(|(ending, fills)| Some((stem(folded, *ending)?, *fills)))
            .filter(|(stem, _)| self.stems.may_hold(stem));
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
    fn every_stem_that_leads_to_a_name_is_kept() {
        let lists = Lists::shipped();
        let names = NAMES.lines().filter(|line| !line.starts_with(['#', '[']));
        let ends: [&[u8]; 12] = [
            b"", b"a", b"e", b"i", b"n", b"s", b"se", b"kse", b"ee", b"ke", b"de", b"\xe4e",
        ];
        let mut led = 0;
        for name in names.flat_map(str::split_whitespace).step_by(7).map(fold) {
            for cut in 0..4.min(name.len()) {
                for end in ends {
                    let stem = [name.get(..name.len() - cut).unwrap_or(&[]), end].concat();
                    let leads = |word: &[u8]| lists.words.get(word).map(|_| ());
                    if stem.len() > 2 && first_ground(&stem, true, leads).is_some() {
                        let sorts = first_ground(&stem, true, |word| {
                            lists
                                .words
                                .get(word)
                                .filter(|s| s & (sort::FIRST | sort::LAST) != 0)
                        });
                        led += usize::from(sorts.is_some());
                        assert!(sorts.is_none() || lists.stems.may_hold(&stem), "{stem:?}");
                    }
                }
            }
        }
        assert!(led > 10_000, "{led}");
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
