//! The receipt: 128 random bits as eleven made-up words, the same in every language, so that a code shown on a
//! Swedish page opens the talk on a Finnish one. Each word is two syllables and carries twelve bits; the last four
//! bits are a check, which catches most slips of the hand.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

const CONSONANTS: &[u8] = b"bdfghklmnprst";
const VOWELS: &[u8] = b"aeiou";
/// Words that mean something one would not print on a receipt in one of the five languages.
const LEFT_OUT: [&str; 24] = [
    "fada", "fita", "hora", "hore", "homo", "kaka", "kake", "kuka", "kuki", "kuse", "kusi", "luda",
    "lude", "mulo", "muna", "neku", "nigo", "pese", "pise", "pisi", "puta", "sata", "tisi", "tita",
];
/// How many words there are: twelve bits each.
const WORDS: usize = 4096;
/// Words of a receipt: 128 bits and 4 of check.
const LENGTH: usize = 11;

/// What the reporter keeps. It is never stored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Receipt([u8; 16]);

/// Not even a log of a fault shows it.
impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Receipt(…)")
    }
}

impl Receipt {
    pub fn of(bits: [u8; 16]) -> Receipt {
        Receipt(bits)
    }

    pub fn bits(&self) -> &[u8; 16] {
        &self.0
    }

    /// The eleven words.
    pub fn words(&self) -> Vec<&'static str> {
        let mut bits = u128::from_be_bytes(self.0);
        let mut numbers = [0usize; LENGTH];
        numbers[LENGTH - 1] = ((bits & 0xff) as usize) << 4 | self.check();
        bits >>= 8;
        for number in numbers[..LENGTH - 1].iter_mut().rev() {
            *number = (bits & 0xfff) as usize;
            bits >>= 12;
        }
        numbers
            .into_iter()
            .map(|number| list()[number].as_str())
            .collect()
    }

    /// Reads a receipt as people type it: capitals, spaces, line breaks, hyphens, or none of them.
    pub fn parse(text: &str) -> Option<Receipt> {
        if text.len() > 1000 {
            return None;
        }
        let letters: String = text
            .chars()
            .filter(char::is_ascii_alphabetic)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        if letters.len() != LENGTH * 4 {
            return None;
        }
        let mut numbers = [0usize; LENGTH];
        for (number, word) in numbers.iter_mut().zip(letters.as_bytes().chunks(4)) {
            *number = list()
                .binary_search_by(|known| known.as_bytes().cmp(word))
                .ok()?;
        }
        let mut bits = 0u128;
        for number in &numbers[..LENGTH - 1] {
            bits = bits << 12 | *number as u128;
        }
        bits = bits << 8 | (numbers[LENGTH - 1] >> 4) as u128;
        let receipt = Receipt(bits.to_be_bytes());
        (receipt.check() == numbers[LENGTH - 1] & 0xf).then_some(receipt)
    }

    fn check(&self) -> usize {
        usize::from(Sha256::digest(self.0)[0] >> 4)
    }
}

/// The words in alphabetical order.
fn list() -> &'static [String] {
    static LIST: OnceLock<Vec<String>> = OnceLock::new();
    LIST.get_or_init(|| {
        let syllables: Vec<String> = CONSONANTS
            .iter()
            .flat_map(|c| {
                VOWELS
                    .iter()
                    .map(move |v| format!("{}{}", char::from(*c), char::from(*v)))
            })
            .collect();
        let mut words: Vec<String> = syllables
            .iter()
            .flat_map(|first| {
                syllables
                    .iter()
                    .map(move |second| format!("{first}{second}"))
            })
            .filter(|word| !LEFT_OUT.contains(&word.as_str()))
            .collect();
        words.truncate(WORDS);
        words
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn there_are_enough_words_in_order() {
        assert_eq!(list().len(), WORDS);
        assert!(list().is_sorted());
        assert!(!list().iter().any(|word| LEFT_OUT.contains(&word.as_str())));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(bits: [u8; 16]) {
            let receipt = Receipt::of(bits);
            let words = receipt.words();
            prop_assert_eq!(words.len(), 11);
            prop_assert_eq!(Receipt::parse(&words.join(" ")), Some(receipt));
            prop_assert_eq!(Receipt::parse(&words.join("").to_uppercase()), Some(receipt));
            prop_assert_eq!(Receipt::parse(&format!("  {}\r\n", words.join("-\n"))), Some(receipt));
        }

        #[test]
        fn nonsense_is_no_receipt(text in "\\PC{0,80}") {
            let _ = Receipt::parse(&text);
        }
    }

    #[test]
    fn a_slip_is_seen_mostly_and_nothing_fits_by_chance() {
        let receipt = Receipt::of([7; 16]);
        let words = receipt.words();
        let seen = (0..11)
            .filter(|at| {
                let mut other = words.clone();
                other[*at] = if words[*at] == "bada" { "bade" } else { "bada" };
                Receipt::parse(&other.join(" ")).is_none()
            })
            .count();
        assert!(seen >= 8, "{seen}");
        assert_eq!(Receipt::parse(""), None);
        assert_eq!(Receipt::parse(&words[..10].join(" ")), None);
        assert_eq!(Receipt::parse(&"ba".repeat(10_000)), None);
    }
}
