//! Endings of the five languages, by which a word still is the word of a list.

use std::sync::OnceLock;

use super::table::lang;

const NORSE: &[&[u8]] = &[
    b"s", b"e", b"n", b"en", b"et", b"er", b"ne", b"a", b"ene", b"erne", b"ens", b"ets", b"ers",
    b"enes", b"ernes", b"es", b"t", b"te", b"ede", b"ere", b"eren", b"erens", b"erne", b"ende",
    b"r", b"rne", b"rnes", b"ns", b"ts", b"eres",
];
const SWEDISH: &[&[u8]] = &[
    b"s", b"e", b"a", b"n", b"en", b"et", b"t", b"ar", b"er", b"or", b"na", b"arna", b"erna",
    b"orna", b"ens", b"ets", b"ns", b"ars", b"ers", b"arnas", b"ernas", b"ad", b"at", b"ade",
    b"are", b"aren", b"arens", b"as", b"r", b"rna", b"rnas", b"ande", b"ts", b"ors", b"ornas",
    b"nas",
];
const FINNISH: &[&[u8]] = &[
    b"n",
    b"a",
    b"\xe4",
    b"ta",
    b"t\xe4",
    b"ssa",
    b"ss\xe4",
    b"sta",
    b"st\xe4",
    b"lla",
    b"ll\xe4",
    b"lta",
    b"lt\xe4",
    b"lle",
    b"ksi",
    b"na",
    b"n\xe4",
    b"t",
    b"in",
    b"en",
    b"an",
    b"\xe4n",
    b"on",
    b"ien",
    b"iden",
    b"jen",
    b"ja",
    b"j\xe4",
    b"ia",
    b"i\xe4",
    b"issa",
    b"iss\xe4",
    b"ista",
    b"ist\xe4",
    b"illa",
    b"ill\xe4",
    b"ille",
    b"ilta",
    b"ilt\xe4",
    b"nsa",
    b"ns\xe4",
    b"ni",
    b"si",
    b"iin",
    b"een",
    b"aan",
    b"\xe4\xe4n",
    b"kin",
    b"seen",
    b"itta",
    b"tta",
    b"tt\xe4",
    b"ineen",
    b"ine",
];
const ENGLISH: &[&[u8]] = &[b"s", b"es", b"ed", b"ing", b"d", b"er", b"ers"];

/// Regular endings of nouns, adjectives and verbs, folded.
pub(super) fn endings(langs: u8) -> impl Iterator<Item = &'static [u8]> {
    let pick =
        |bits: u8, list: &'static [&'static [u8]]| if langs & bits != 0 { list } else { &[] };
    pick(lang::DA | lang::NB, NORSE)
        .iter()
        .chain(pick(lang::SV, SWEDISH))
        .chain(pick(lang::FI, FINNISH))
        .chain(pick(lang::EN, ENGLISH))
        .copied()
}

/// Whether `rest` is an ending of one of `langs`: asked for every word that begins like one of a list.
pub(super) fn is_ending(rest: &[u8], langs: u8) -> bool {
    const SLOTS: usize = 1024;
    static ENDINGS: OnceLock<Vec<(u64, u8)>> = OnceLock::new();
    let slot = |key: u64| (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize;
    let table = ENDINGS.get_or_init(|| {
        let mut table = vec![(0, 0); SLOTS];
        for langs in [lang::DA | lang::NB, lang::SV, lang::FI, lang::EN] {
            for key in endings(langs).filter_map(packed) {
                let mut at = slot(key);
                while table
                    .get(at)
                    .is_some_and(|held| held.0 != 0 && held.0 != key)
                {
                    at = (at + 1) % SLOTS;
                }
                if let Some(held) = table.get_mut(at) {
                    *held = (key, held.1 | langs);
                }
            }
        }
        table
    });
    let Some(key) = packed(rest) else {
        return false;
    };
    let mut at = slot(key);
    while let Some(&(held, of)) = table.get(at).filter(|held| held.0 != 0) {
        if held == key {
            return of & langs != 0;
        }
        at = (at + 1) % SLOTS;
    }
    false
}

/// Up to eight letters as a number.
fn packed(letters: &[u8]) -> Option<u64> {
    if letters.is_empty() || letters.len() > 8 {
        return None;
    }
    Some(
        letters
            .iter()
            .fold(0, |key, letter| key << 8 | u64::from(*letter)),
    )
}
