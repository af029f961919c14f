//! Finnish cases taken off a name: what an ending leaves, and the ground forms it may come from.

use crate::matters::fold::LONGEST;

use super::words::hash;

/// One bit for each stem, so many that few others meet one.
const BITS: usize = 1 << 21;

/// What may be left of the names when a case is taken off; with false alarms.
#[derive(Debug)]
pub(super) struct Stems(Vec<u64>);

impl Default for Stems {
    fn default() -> Self {
        Self(vec![0; BITS / 64])
    }
}

impl Stems {
    /// Adds the stems of a name: the ways of [`first_ground`], walked back.
    pub(super) fn add(&mut self, name: &[u8]) {
        self.put(name, b"");
        self.add_ways(name);
        let Some((vowel, body)) = name.split_last() else {
            return;
        };
        // Before the strong grade the consonant was a weak one, or gone.
        let weak: &[(&[u8], &[u8])] = &[
            (b"nt", b"nn"),
            (b"lt", b"ll"),
            (b"rt", b"rr"),
            (b"mp", b"mm"),
            (b"kk", b"k"),
            (b"pp", b"p"),
            (b"tt", b"t"),
            (b"t", b"d"),
            (b"p", b"v"),
        ];
        for (strong, weak) in weak {
            if let Some(head) = body.strip_suffix(*strong) {
                self.add_ways(&[head, weak, &[*vowel]].concat());
                // "Lahti" from "lahde".
                self.add_ways(&[head, weak, b"e"].concat());
            }
        }
        if let Some(head) = name.strip_suffix(b"ki") {
            for letter in (b'a'..=b'z').chain(0xDF..=0xFF) {
                self.add_ways(&[head, &[letter]].concat());
            }
        }
    }

    fn add_ways(&mut self, form: &[u8]) {
        self.put(form, b"");
        self.put(form, b"i");
        self.put(form, b"e");
        let ways: [(&[u8], &[u8]); 4] = [
            (b"nen", b"se"),
            (b"nen", b"s"),
            (b"s", b"kse"),
            (b"i", b"e"),
        ];
        for (end, left) in ways {
            if let Some(head) = form.strip_suffix(end) {
                self.put(head, left);
            }
        }
    }

    fn put(&mut self, head: &[u8], end: &[u8]) {
        let bit = bit(Form::of(head, 0, end).letters());
        if let Some(bits) = self.0.get_mut(bit / 64) {
            *bits |= 1 << (bit % 64);
        }
    }

    /// Whether a stem may be one of a name.
    pub(super) fn may_hold(&self, stem: &[u8]) -> bool {
        let bit = bit(stem);
        self.0
            .get(bit / 64)
            .is_some_and(|bits| bits >> (bit % 64) & 1 != 0)
    }
}

fn bit(stem: &[u8]) -> usize {
    (hash(stem) >> 20) as usize & (BITS - 1)
}

/// What stands before an ending of so many letters.
pub(super) fn stem(folded: &[u8], ending: usize) -> Option<&[u8]> {
    let length = folded.len().checked_sub(ending)?;
    folded.get(..length).filter(|stem| stem.len() > 2)
}

/// How many letters the Finnish case endings have that a word ends in, in the order in which they are tried, and
/// whether the ending repeats the stem's vowel ("Annaan").
pub(super) fn cases(folded: &[u8]) -> &'static [(usize, bool)] {
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
pub(super) fn first_ground<T>(
    stem: &[u8],
    bare: bool,
    name: impl Fn(&[u8]) -> Option<T>,
) -> Option<T> {
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
