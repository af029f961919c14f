//! Words around a number. A word may raise; only the word right beside the number may lower.

use fearless_simd::{Level, dispatch};

use super::near::{Backwards, WORD};

/// The list, made by ourselves.
const LIST: &str = include_str!("../../data/context.tsv");

/// What words name: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Means(u32);

/// Names of meanings in the list, in the order of their bits.
const NAMES: [&str; 18] = [
    "cpr", "hetu", "pnr", "sam", "fnr", "duf", "kt", "ptal", "fh", "reserve", "document",
    "account", "giro", "card", "phone", "org", "number", "other",
];

impl Means {
    pub(crate) const NOTHING: Self = Self(0);
    pub(crate) const CPR: Self = Self(1);
    pub(crate) const HETU: Self = Self(1 << 1);
    pub(crate) const PNR: Self = Self(1 << 2);
    pub(crate) const SAM: Self = Self(1 << 3);
    pub(crate) const FNR: Self = Self(1 << 4);
    pub(crate) const DUF: Self = Self(1 << 5);
    pub(crate) const KT: Self = Self(1 << 6);
    pub(crate) const PTAL: Self = Self(1 << 7);
    pub(crate) const FH: Self = Self(1 << 8);
    pub(crate) const DOCUMENT: Self = Self(1 << 10);
    pub(crate) const ACCOUNT: Self = Self(1 << 11);
    pub(crate) const GIRO: Self = Self(1 << 12);
    pub(crate) const CARD: Self = Self(1 << 13);
    pub(crate) const PHONE: Self = Self(1 << 14);
    pub(crate) const ORG: Self = Self(1 << 15);
    const NUMBER: Self = Self(1 << 16);
    const UNIT: Self = Self(1 << 18);
    /// Accounts, cards, phones, organisations, documents, amounts: their numbers have forms of their own.
    const CLEARLY_OTHER: Self = Self(1 << 18 | 0b11_1111 << 10);
    /// Everything that is no identity number of a person.
    const NOT_PERSON: Self = Self(0b111 << 17 | 0b11_1111 << 10);

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn named(names: &str) -> Self {
        let bit = |name: &str| match NAMES.iter().position(|n| *n == name) {
            Some(at) => Self(1 << at),
            None if name == "unit" => Self::UNIT,
            None => Self::NOTHING,
        };
        names.split('+').map(bit).fold(Self::NOTHING, Self::with)
    }
}

/// The words around one number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// What words near it name, unless a nearer word names something else.
    pub(crate) near: Means,
    /// What the word right beside it names.
    pub(crate) beside: Means,
}

impl Context {
    /// Whether the word right beside it names another kind of number.
    pub(crate) const fn is_other(self) -> bool {
        self.beside.has(Means::NOT_PERSON)
    }
}

impl Context {
    /// Whether that word leaves no room for an identity number of bare digits. Behind "faktura" or "bilag" somebody
    /// may well have written one, so such a word only weakens.
    pub(crate) const fn is_clearly_other(self) -> bool {
        self.beside.has(Means::CLEARLY_OTHER)
    }
}

/// The list, by the first two bytes of its words.
#[derive(Debug)]
pub(crate) struct Words {
    by_two: Vec<Vec<Entry>>,
    /// Which third bytes its words have behind two.
    third: Vec<u32>,
}

/// What stays of a byte in both tables: no case, neither in ASCII nor in the second bytes of UTF-8's letters.
const CASELESS: u8 = 0x1F;

/// The place of a word in both tables.
fn two(first: u8, second: u8) -> usize {
    usize::from(first & CASELESS) << 5 | usize::from(second & CASELESS)
}

#[derive(Debug)]
struct Entry {
    word: &'static [u8],
    /// Its first eight bytes as a number, and which of them count: most words differ there already.
    head: (u64, u64),
    whole: bool,
    means: Means,
}

/// Up to eight bytes as a number, and which bits of it they are.
fn head(word: &[u8]) -> (u64, u64) {
    let mut eight = [0; 8];
    for (place, byte) in eight.iter_mut().zip(word) {
        *place = *byte;
    }
    let bits = 8 * word.len().min(8) as u32;
    (u64::from_le_bytes(eight), u64::MAX >> (64 - bits).min(63))
}

impl Words {
    pub(crate) fn shipped() -> Self {
        let line = |line: &'static str| {
            let (word, names) = line.split_once('\t')?;
            let whole = word.strip_prefix('=');
            Some(Entry {
                word: whole.unwrap_or(word).as_bytes(),
                head: head(whole.unwrap_or(word).as_bytes()),
                whole: whole.is_some(),
                means: Means::named(names.trim()),
            })
        };
        let lines = LIST.lines().filter(|l| !l.starts_with('#'));
        let mut words = Self {
            by_two: (0..1024).map(|_| Vec::new()).collect(),
            third: vec![0; 1024],
        };
        for entry in lines.filter_map(line) {
            let [first, second, rest @ ..] = entry.word else {
                continue;
            };
            let bits = match rest.first() {
                Some(third) => 1 << (third & CASELESS),
                None if entry.whole => 1,
                None => u32::MAX,
            };
            let at = two(*first, *second);
            if let (Some(entries), Some(third)) =
                (words.by_two.get_mut(at), words.third.get_mut(at))
            {
                *third |= bits;
                entries.push(entry);
            }
        }
        words
    }

    /// What a folded word means.
    fn meaning(&self, word: &[u8]) -> Means {
        let [first, second, ..] = word else {
            return Means::NOTHING;
        };
        let start = head(word).0;
        let fits = |e: &&Entry| {
            if start & e.head.1 != e.head.0 {
                false
            } else if e.whole {
                e.word == word
            } else {
                word.starts_with(e.word)
            }
        };
        let entries = self.by_two.get(two(*first, *second)).into_iter().flatten();
        entries
            .filter(fits)
            .fold(Means::NOTHING, |all, e| all.with(e.means))
    }

    /// Whether a word of the list begins like this one, in either case: nearly all words are turned away here.
    #[inline(always)]
    fn may_begin(&self, word: &[u8]) -> bool {
        let [first, second, rest @ ..] = word else {
            return false;
        };
        let third = rest.first().map_or(0, |third| third & CASELESS);
        let bits = self.third.get(two(*first, *second));
        bits.is_some_and(|bits| bits >> third & 1 != 0)
    }

    /// The words around `start..end`.
    pub(crate) fn around(&self, bytes: &[u8], start: usize, end: usize) -> Context {
        let mut context = self.before(bytes, start, false);
        let behind = self.behind(bytes, end);
        if behind.has(Means::NOT_PERSON) {
            if context.near == Means::NOTHING {
                context.beside = context.beside.with(behind);
            }
        } else {
            context.near = context.near.with(behind);
        }
        context
    }

    /// Only the word right before `start`: cheap, for shapes that need it.
    pub(crate) fn right_before(&self, bytes: &[u8], start: usize) -> Means {
        // In tables no letter is near, and nothing has to be read.
        let near = bytes
            .get(start.saturating_sub(4)..start)
            .unwrap_or_default();
        if near.iter().any(|b| b.is_ascii_alphabetic() || *b >= 0x80) {
            self.before(bytes, start, true).beside
        } else {
            Means::NOTHING
        }
    }

    /// The words before `start`; only the nearest one if `beside_only`.
    fn before(&self, bytes: &[u8], start: usize, beside_only: bool) -> Context {
        dispatch!(Level::new(), simd => self.of(Backwards::from(simd, bytes, start), bytes, (start, beside_only)))
    }

    #[inline(always)]
    fn of(&self, words: Backwards, bytes: &[u8], (start, beside_only): (usize, bool)) -> Context {
        let mut context = Context::default();
        let mut at = start;
        let mut beside = true;
        for near in words {
            // A paragraph break is the end of what belongs together.
            if near.paragraph {
                break;
            }
            beside &= at - near.end <= 4 && !near.line;
            let word = bytes.get(near.start..near.end).unwrap_or_default();
            let mut means = Means::NOTHING;
            if self.may_begin(word) {
                let mut folded = [0; WORD];
                means = self.meaning(fold(word, &mut folded));
            }
            at = near.start;
            if means.has(Means::NUMBER) {
                continue;
            }
            if beside {
                context.beside = means;
            }
            beside = false;
            if beside_only {
                break;
            }
            if means.has(Means::NOT_PERSON) && context.near == Means::NOTHING {
                break;
            }
            context.near = context.near.with(means);
        }
        context
    }

    fn behind(&self, bytes: &[u8], end: usize) -> Means {
        let rest = bytes.get(end..).unwrap_or_default();
        let skip = rest
            .iter()
            .take(3)
            .take_while(|b| matches!(b, b' ' | b'(' | b',' | b'[' | b'"'))
            .count();
        let rest = rest.get(skip..).unwrap_or_default();
        let len = rest
            .iter()
            .take(WORD)
            .take_while(|b| is_word(**b) || **b == b'-')
            .count();
        let word = rest.get(..len).unwrap_or_default();
        if !self.may_begin(word) {
            return Means::NOTHING;
        }
        let mut folded = [0; WORD];
        self.meaning(fold(word, &mut folded))
    }
}

const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80
}

/// Lower case of ASCII and of the letters of Latin-1 in UTF-8: all that the list needs.
fn fold<'a>(word: &[u8], into: &'a mut [u8; WORD]) -> &'a [u8] {
    let mut len = 0;
    let mut lead = 0;
    for (place, byte) in into.iter_mut().zip(word) {
        *place = match byte {
            b'A'..=b'Z' => byte + 32,
            0x80..=0x9E if lead == 0xC3 => byte + 32,
            _ => *byte,
        };
        lead = *byte;
        len += 1;
    }
    into.get(..len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_has_a_meaning() {
        for line in LIST
            .lines()
            .filter(|l| !l.starts_with('#') && !l.is_empty())
        {
            let (word, names) = line.split_once('\t').unwrap();
            assert!(word.trim_start_matches('=').len() >= 2, "{word}");
            assert!(
                names.split('+').all(|n| Means::named(n) != Means::NOTHING),
                "{line}"
            );
        }
    }

    #[test]
    fn the_nearest_word_decides_and_words_like_nr_are_looked_through() {
        let words = Words::shipped();
        let of = |text: &str| words.before(text.as_bytes(), text.len(), false);
        assert!(of("CPR-nr. ").near.has(Means::CPR));
        assert!(of("Henkilötunnus on ").near.has(Means::HETU));
        assert!(of("FØDSELSNUMMER: ").near.has(Means::FNR));
        assert!(of("Faktura nr. ").is_other());
        assert!(of("cpr og fakturanr. ").is_other());
        assert!(!of("fakturanr. 12 til cpr ").is_other());
        assert!(!of("faktura 4711\n\n").is_other());
        assert!(of("org.nr ").beside.has(Means::ORG));
    }
}
