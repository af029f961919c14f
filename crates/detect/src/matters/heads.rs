//! Beginnings of words by their bytes: one question tells nearly always that no pattern begins a word. May see too
//! much, never too little, as long as the word is plain ([`outline`](crate::lanes::outline)).

use super::endings::endings;
use super::few::Few;
use super::table::{Piece, Rest};

/// How many bytes behind the first eight are looked at.
pub(super) const FURTHER: usize = 4;

const CASE: u64 = 0x2020_2020_2020_2020;

/// First four bytes, and what the next two may be then; and beginnings of up to twelve. `NEAR` is a power of two, about
/// as many as there are different first four bytes: no more, so that what is asked in turn fits the nearest cache.
#[derive(Clone)]
pub(super) struct Heads<const NEAR: usize> {
    near: Box<[Near; NEAR]>,
    /// Beginnings of up to eight bytes ([`beginnings_of`]).
    all: Few,
    /// Those of eight and up to four more ([`further`]).
    long: Few,
}

/// What the nearest cache holds of words that share their first four bytes, all in one line of it.
#[derive(Clone, Copy, Default)]
pub(super) struct Near {
    /// What each of the first two bytes behind may be: one bit for each value of its lower five bits ([`scattered`]),
    /// which tell letters apart; no letter, the end of the word, has a value of its own.
    behind: u64,
    /// What may begin the word behind it in a phrase: one bit for each shade ([`shade`]).
    pub(super) shades: u64,
}

impl Near {
    /// Whether a pattern may begin this word.
    #[inline(always)]
    pub(super) fn fits(self, word: u64) -> bool {
        let next = scattered((word >> 32) as u32, mixed(word));
        let (first, second) = (self.behind as u32, (self.behind >> 32) as u32);
        first.wrapping_shr(next) & second.wrapping_shr(next >> 8) & 1 != 0
    }
}

impl<const NEAR: usize> Heads<NEAR> {
    pub(super) fn new() -> Self {
        Self {
            near: Box::new([Near::default(); NEAR]),
            all: Few::new(4 * NEAR),
            long: Few::new(2 * NEAR),
        }
    }

    /// Adds the words that `piece` fits.
    pub(super) fn add(&mut self, piece: &Piece, langs: u8) {
        for form in forms(piece, langs) {
            self.add_form(&form, piece.rest == Rest::Any);
        }
    }

    fn add_form(&mut self, form: &[u8], open: bool) {
        let mixed = mixed(number(form));
        let next = scattered((number(form) >> 32) as u32, mixed);
        let mask = |at: usize, next: u32| match form.get(at) {
            None if open => u32::MAX,
            _ => 1_u32.wrapping_shl(next),
        };
        if let Some(near) = self.near.get_mut(near_place::<NEAR>(mixed)) {
            near.behind |= u64::from(mask(4, next)) | u64::from(mask(5, next >> 8)) << 32;
        }
        self.all.add(beginning(form, open));
        if let Some((eight, behind)) = form.split_first_chunk::<8>() {
            let more = behind.get(..FURTHER).unwrap_or(behind);
            let more = beginning(more, open && more.len() < FURTHER);
            self.long.add(joined(number(eight), more));
        }
    }

    /// Adds a phrase by the first four bytes of its first and second word.
    pub(super) fn add_pair(&mut self, first: u32, second: u32) {
        let place = near_place::<NEAR>(mixed(first.into()));
        if let Some(near) = self.near.get_mut(place) {
            near.shades |= 1 << shade(mixed(second.into()));
        }
    }

    /// Whether a pattern may begin the word of these bytes ([`word_of`]).
    #[inline(always)]
    pub(super) fn may_begin(&self, word: u64) -> bool {
        self.near(mixed(word)).fits(word) && self.far(word)
    }

    /// What is known of words with these first four bytes ([`mixed`]).
    #[inline(always)]
    pub(super) fn near(&self, mixed: u32) -> Near {
        let near = self.near.get(near_place::<NEAR>(mixed));
        near.copied().unwrap_or_default()
    }

    /// Whether one of the beginnings is its own. Out of line, so that the loop over all words keeps its registers.
    #[inline(never)]
    pub(super) fn far(&self, word: u64) -> bool {
        self.all.has_any(beginnings_of(word))
    }

    /// The same of a word whose bytes behind the first eight begin with `more`: longer beginnings turn more away.
    #[inline(never)]
    pub(super) fn farther(&self, word: u64, more: u64) -> bool {
        let [eight, open @ ..] = beginnings_of(word);
        let further = || self.long.has_any(further(word, more));
        self.all.has_any(open) || self.all.has(eight) && (word >> 56 == 0 || further())
    }
}

/// What may be held of a word's first eight bytes: all of them, or four to seven that anything may follow.
#[inline(always)]
pub(super) fn beginnings_of(word: u64) -> [u64; 5] {
    let open = |len: usize| word & whole(len) | OPEN;
    [word, open(4), open(5), open(6), open(7)]
}

/// The same of eight bytes with what stands behind them.
#[inline(always)]
fn further(word: u64, more: u64) -> [u64; FURTHER + 1] {
    let open = |len: usize| joined(word, more & whole(len) | OPEN);
    [joined(word, more), open(0), open(1), open(2), open(3)]
}

/// The first bytes of a form, and whether anything may follow.
fn beginning(form: &[u8], open: bool) -> u64 {
    number(form) | if open && form.len() < 8 { OPEN } else { 0 }
}

/// A beginning, and what stands behind it.
#[inline(always)]
pub(super) fn joined(word: u64, more: u64) -> u64 {
    word.rotate_left(20).wrapping_mul(0xD6E8_FEB8_6659_FD93) ^ more
}

/// Set in a beginning of fewer than eight bytes that anything may follow.
const OPEN: u64 = 0xFF << 56;

/// The first four bytes of a word, mixed.
#[inline(always)]
pub(super) fn mixed(word: u64) -> u32 {
    (word as u32).wrapping_mul(0x85EB_CA6B)
}

/// The bytes behind the first four, set apart by these: words of other beginnings that share a place seldom have the
/// same bits, though some letters are frequent.
#[inline(always)]
fn scattered(next: u32, mixed: u32) -> u32 {
    next ^ mixed >> 11
}

/// Where of `NEAR` places the words stand that share their first four bytes, by these mixed.
#[inline(always)]
fn near_place<const NEAR: usize>(mixed: u32) -> usize {
    (mixed >> 21) as usize % NEAR
}

/// One of 64 values that hardly depends on the place: most words that differ in the first four bytes have others.
#[inline(always)]
pub(super) fn shade(mixed: u32) -> u32 {
    mixed >> 15 & 63
}

/// The bytes, in lower case, that words which `piece` fits begin with; where anything may follow, at least four of
/// them, or none at all where the piece has fewer.
fn forms(piece: &Piece, langs: u8) -> Vec<Vec<u8>> {
    let whole = raw(&piece.letters);
    match piece.rest {
        Rest::Any if whole.len() < 4 => Vec::new(),
        Rest::Any | Rest::Nothing => vec![whole],
        Rest::Ending => endings(langs)
            .map(|ending| [whole.clone(), raw(ending)].concat())
            .chain([whole.clone()])
            .collect(),
    }
}

/// Beginnings of the words that `piece` fits, one of which [`beginnings_of`] gives of each; `None` when none is long
/// enough.
pub(super) fn beginnings(piece: &Piece, langs: u8) -> Option<Vec<u64>> {
    let whole = raw(&piece.letters);
    if whole.len() >= 4 {
        return Some(vec![beginning(&whole, piece.rest != Rest::Nothing)]);
    }
    let forms = forms(piece, langs);
    (!forms.is_empty()).then(|| forms.iter().map(|form| beginning(form, false)).collect())
}

/// The first four bytes of all words that `piece` fits; `None` when they would be too many.
pub(super) fn fours(piece: &Piece, langs: u8) -> Option<Vec<u32>> {
    let mut forms = forms(piece, langs);
    if piece.rest == Rest::Any && forms.is_empty() {
        let short = raw(&piece.letters);
        if short.len() != 3 {
            return None;
        }
        let next = (b'a'..=b'z').chain([0, LEAD | 0x20]);
        forms.extend(next.map(|byte| [&short[..], &[byte]].concat()));
    }
    let mut fours: Vec<u32> = forms.iter().map(|form| number(form) as u32).collect();
    fours.sort_unstable();
    fours.dedup();
    Some(fours)
}

/// The first byte of letters from U+00C0 to U+00FF.
const LEAD: u8 = 0xC3;

/// What of eight bytes belongs to a word of so many.
static WHOLE: [u64; 9] = [
    0,
    0xFF,
    0xFFFF,
    0xFF_FFFF,
    0xFFFF_FFFF,
    0xFF_FFFF_FFFF,
    0xFFFF_FFFF_FFFF,
    0xFF_FFFF_FFFF_FFFF,
    u64::MAX,
];

/// The first eight bytes, in lower case, of the word of `len` bytes that begins at `at`; missing ones are zero.
#[inline(always)]
pub(super) fn word_of(bytes: &[u8], at: usize, len: usize) -> u64 {
    let eight = match bytes.get(at..at + 8).and_then(|eight| eight.first_chunk()) {
        Some(eight) => u64::from_le_bytes(*eight) | CASE,
        None => number(bytes.get(at..).unwrap_or_default()),
    };
    eight & whole(len)
}

/// The bits of so many bytes, eight at most.
#[inline(always)]
pub(super) fn whole(len: usize) -> u64 {
    WHOLE.get(len).copied().unwrap_or(u64::MAX)
}

/// The same of folded letters.
pub(super) fn word_of_letters(letters: &[u8]) -> u64 {
    let bytes = letters.iter().flat_map(|&letter| bytes_of(letter));
    let eight = bytes.flatten().take(8).enumerate();
    eight.fold(0, |word, (at, byte)| word | u64::from(byte) << (8 * at))
}

/// The first eight bytes as a number, letters in lower case, missing ones zero.
#[cold]
fn number(raw: &[u8]) -> u64 {
    let mut eight = [0; 8];
    for (place, byte) in eight.iter_mut().zip(raw) {
        *place = if *byte == 0 { 0 } else { byte | 0x20 };
    }
    u64::from_le_bytes(eight)
}

/// The folded letters as they stand in a text, in lower case.
pub(super) fn raw(letters: &[u8]) -> Vec<u8> {
    let bytes = letters.iter().flat_map(|&letter| bytes_of(letter));
    bytes.flatten().collect()
}

/// The bytes of a folded letter, in lower case.
fn bytes_of(letter: u8) -> [Option<u8>; 2] {
    match letter {
        0xC0.. => [Some(LEAD | 0x20), Some((letter - 0x40) | 0x20)],
        _ => [Some(letter | 0x20), None],
    }
}
