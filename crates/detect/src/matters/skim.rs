//! The first look at a text: where a word of the lists may begin. Reads the bytes as they stand, sixty-four at a time,
//! and asks small sets of four and six bytes; only what both know is folded and looked up. May see too much, never
//! too little, as long as [`strange`] finds nothing.

use super::endings::endings;
use super::table::{Entry, Place, Rest};

const BLOCK: usize = 64;
const CASE: u32 = 0x2020_2020;
const CASE_OF_SIX: u64 = 0x2020_2020_2020;

/// A set of keys, with false alarms.
#[derive(Clone)]
struct Bits {
    words: Vec<u64>,
    shift: u32,
}

impl Bits {
    /// `width` is the number of bits of a slot's number.
    fn new(width: u32) -> Self {
        Self {
            words: vec![0; 1 << (width - 6)],
            shift: 64 - width,
        }
    }

    #[inline]
    fn slot(&self, key: u64) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
    }

    fn add(&mut self, key: u64) {
        let slot = self.slot(key);
        if let Some(word) = self.words.get_mut(slot >> 6) {
            *word |= 1 << (slot & 63);
        }
    }

    #[inline]
    fn has(&self, key: u64) -> bool {
        let slot = self.slot(key);
        self.words
            .get(slot >> 6)
            .is_some_and(|word| word >> (slot & 63) & 1 != 0)
    }
}

/// Beginnings of patterns at one place of a word: by four bytes, and by six where the pattern is so long.
#[derive(Clone)]
struct Heads {
    four: Bits,
    /// Those of the four that a pattern of fewer than six bytes begins with.
    short: Bits,
    six: Bits,
}

impl Heads {
    fn new(width: u32) -> Self {
        Self {
            four: Bits::new(width),
            short: Bits::new(width),
            six: Bits::new(width),
        }
    }

    fn add(&mut self, raw: &[u8]) {
        let four = number(raw) & 0xFFFF_FFFF;
        self.four.add(four);
        if raw.len() < 6 {
            self.short.add(four);
        } else {
            self.six.add(number(raw) & 0xFFFF_FFFF_FFFF);
        }
    }

    /// Whether a pattern may begin with these bytes, of which `six` gives two more.
    #[inline]
    fn may_begin(&self, four: u32, six: impl FnOnce() -> u64) -> bool {
        let four = u64::from(four);
        self.four.has(four) && (self.short.has(four) || self.six.has(six()))
    }
}

/// The first eight bytes as a number, letters in lower case, missing ones zero.
fn number(raw: &[u8]) -> u64 {
    let mut eight = [0; 8];
    for (place, byte) in eight.iter_mut().zip(raw) {
        *place = byte | 0x20;
    }
    u64::from_le_bytes(eight)
}

/// The compiled beginnings of all patterns that may make a finding.
#[derive(Clone)]
pub(super) struct Skim {
    starts: Heads,
    insides: Heads,
}

impl Skim {
    pub(super) fn new<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut skim = Self {
            starts: Heads::new(17),
            insides: Heads::new(15),
        };
        for entry in entries {
            skim.add(entry);
        }
        skim
    }

    fn add(&mut self, entry: &Entry) {
        let raw = raw(&entry.head.letters);
        if entry.place == Place::Inside {
            self.insides.add(&raw);
        }
        self.starts.add(&raw);
        if raw.len() >= 4 {
            return;
        }
        // A sign beyond ASCII behind the word looks like a letter of it.
        for lead in [0xC2, 0xE2, 0xE3, 0xEF, 0xF0] {
            if raw.len() == 3 {
                self.starts.add(&[raw.as_slice(), &[lead]].concat());
            }
            for next in 0x80..0xC0 {
                self.starts.add(&[raw.as_slice(), &[lead, next]].concat());
            }
        }
        if entry.head.rest == Rest::Ending {
            for ending in endings(entry.langs) {
                let whole = self::raw(&[&entry.head.letters, ending].concat());
                self.starts.add(whole.get(..4).unwrap_or(&whole));
                self.starts.add(&whole);
            }
        }
    }

    /// Calls `seen` with each place in `bytes` where a pattern may begin, in order.
    #[inline]
    pub(super) fn each(&self, bytes: &[u8], mut seen: impl FnMut(usize)) {
        let (blocks, tail) = bytes.as_chunks::<BLOCK>();
        let mut last = Masks::default();
        let mut here = blocks.first().map_or_else(|| padded(tail), masks);
        for index in 0..=blocks.len() {
            let next = match blocks.get(index + 1) {
                Some(block) => masks(block),
                None if index < blocks.len() => padded(tail),
                None => Masks::default(),
            };
            let starts = here.starts(last);
            let mut places = starts | here.insides(last, next);
            while places != 0 {
                let bit = places & places.wrapping_neg();
                let at = index * BLOCK + bit.trailing_zeros() as usize;
                places ^= bit;
                let first = starts & bit != 0;
                if self.begins(bytes, at, first, here, next) {
                    seen(at);
                }
            }
            last = here;
            here = next;
        }
    }

    #[inline]
    fn begins(&self, bytes: &[u8], at: usize, first: bool, here: Masks, next: Masks) -> bool {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(four) = rest.first_chunk::<4>() else {
            return first;
        };
        let four = u32::from_le_bytes(*four) | CASE;
        let six = || match rest.first_chunk::<8>() {
            Some(eight) => (u64::from_le_bytes(*eight) & 0xFFFF_FFFF_FFFF) | CASE_OF_SIX,
            None => number(rest) & 0xFFFF_FFFF_FFFF,
        };
        if !first {
            return self.insides.may_begin(four, six);
        }
        let place = at % BLOCK;
        let letters = here.letters >> place | next.letters << 1 << (63 - place);
        let four = four & SHORT[(!letters & 15).trailing_zeros().min(4) as usize];
        self.starts.may_begin(four, six)
    }
}

/// What of four bytes belongs to a word of so many.
static SHORT: [u32; 5] = [0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF];

/// The folded letters as they stand in a text.
fn raw(letters: &[u8]) -> Vec<u8> {
    letters
        .iter()
        .flat_map(|&letter| match letter {
            0xC0.. => [Some(0xC3), Some(letter - 0x40)],
            _ => [Some(letter), None],
        })
        .flatten()
        .collect()
}

/// Kinds of bytes in a block, one bit each.
#[derive(Clone, Copy, Default)]
struct Masks {
    /// ASCII letters, and all bytes beyond ASCII.
    letters: u64,
    /// Bytes beyond ASCII.
    high: u64,
    /// The first byte of a Nordic letter.
    nordic: u64,
}

impl Masks {
    /// Where words may begin; a letter behind a sign beyond ASCII may too.
    #[inline]
    fn starts(self, last: Self) -> u64 {
        let behind_letter = self.letters << 1 | last.letters >> 63;
        let behind_high = self.high << 1 | last.high >> 63;
        let inside_nordic = self.nordic << 1 | last.nordic >> 63;
        let behind_nordic = self.nordic << 2 | last.nordic >> 62;
        self.letters & (!behind_letter | behind_high) & !(inside_nordic | behind_nordic)
    }

    /// Where two letters stand before and three behind.
    #[inline]
    fn insides(self, last: Self, next: Self) -> u64 {
        let (before, here, after) = (last.letters, self.letters, next.letters);
        here & (here << 1 | before >> 63)
            & (here << 2 | before >> 62)
            & (here >> 1 | after << 63)
            & (here >> 2 | after << 62)
            & (here >> 3 | after << 61)
    }
}

fn padded(tail: &[u8]) -> Masks {
    let mut block = [b' '; BLOCK];
    for (place, byte) in block.iter_mut().zip(tail) {
        *place = *byte;
    }
    masks(&block)
}

#[inline]
fn masks(block: &[u8; BLOCK]) -> Masks {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = ONES * 0x7F;
    let gather = |upper: u64| (upper >> 7 & ONES).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    let (eights, _) = block.as_chunks::<8>();
    let mut out = Masks::default();
    for (place, eight) in eights.iter().enumerate() {
        let value = u64::from_le_bytes(*eight);
        let lower = (value | (ONES * 0x20)) & LOW;
        // The upper bit says: at least `a`, and not past `z`.
        let letter = ((lower + ONES * 0x1F) & !(lower + ONES * 0x05)) | value;
        let other = value ^ (ONES * 0xC3);
        let nordic = !(((other & LOW) + LOW) | other);
        out.letters |= gather(letter) << (8 * place);
        out.high |= gather(value) << (8 * place);
        out.nordic |= gather(nordic) << (8 * place);
    }
    out
}

/// Whether a sign stands in `bytes` that folding drops or changes, so that words do not stand there as in the lists:
/// soft hyphens, marks set above a letter, letters of Latin Extended-A; or a sign that looks like a Nordic letter.
pub(super) fn strange(bytes: &[u8]) -> bool {
    let (blocks, tail) = bytes.as_chunks::<BLOCK>();
    let odd = |all: bool, byte: &u8| {
        all | (*byte >= 0xC0) & (*byte != 0xC3) | (*byte == 0x97) | (*byte == 0xB7)
    };
    let mut from = 0;
    for block in blocks {
        if block.iter().fold(false, odd) && strange_in(bytes, from, from + BLOCK) {
            return true;
        }
        from += BLOCK;
    }
    tail.iter().fold(false, odd) && strange_in(bytes, from, bytes.len())
}

fn strange_in(bytes: &[u8], from: usize, to: usize) -> bool {
    let at = |place: usize| bytes.get(place).copied().unwrap_or(0);
    (from..to).any(|place| match at(place) {
        0xC2 => at(place + 1) == 0xAD,
        0xE2 => matches!(
            (at(place + 1), at(place + 2)),
            (0x80, 0x8B..=0x8F) | (0x81, 0xA0)
        ),
        0xEF => (at(place + 1), at(place + 2)) == (0xBB, 0xBF),
        0xC4 | 0xC5 | 0xCC | 0xCD | 0xE1 => true,
        0x97 | 0xB7 => place > 0 && at(place - 1) == 0xC3,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::lists;
    use super::*;

    fn places(text: &str) -> Vec<usize> {
        let patterns = [
            "skizofren*",
            "*psykose",
            "hiv",
            "sex+",
            "åndenød*",
            "kræft*",
        ];
        let entries: Vec<Entry> = patterns
            .iter()
            .filter_map(|p| lists::entry(p, super::super::table::lang::ALL, 1))
            .collect();
        let mut out = Vec::new();
        Skim::new(entries.iter()).each(text.as_bytes(), |at| out.push(at));
        out
    }

    #[test]
    fn words_of_the_lists_are_seen_wherever_they_stand() {
        for pad in 0..140 {
            let text = format!("{}SKIZOFRENI", " ".repeat(pad));
            assert_eq!(places(&text), [pad]);
            let text = format!("{}fødselspsykosen", " ".repeat(pad));
            assert_eq!(places(&text), [pad + 8]);
        }
        for (text, at) in [
            ("hiv", 0),
            ("er hiv.", 3),
            ("«hiv» er", 2),
            ("HIV–positiv", 0),
            ("og sexet", 3),
            ("ÅNDENØD", 0),
            ("har åndenød", 4),
            ("–kræft", 3),
            ("8kræften", 1),
        ] {
            assert!(places(text).contains(&at), "{text}");
        }
        assert!(places("Kommunen har vedtaget planen, og arkivet lukkes.").is_empty());
    }

    #[test]
    fn signs_that_change_words_are_told() {
        for text in [
            "syge\u{ad}meldt",
            "a\u{30a}ndenød",
            "Łódź",
            "2×insulin",
            "a\u{200b}b",
        ] {
            assert!(strange(text.as_bytes()), "{text}");
            assert!(
                strange(format!("{}{text}", "æøå –".repeat(30)).as_bytes()),
                "{text}"
            );
        }
        assert!(!strange(
            "Æblerne – og «pærerne» – koster 5 € · dag".as_bytes()
        ));
    }
}
