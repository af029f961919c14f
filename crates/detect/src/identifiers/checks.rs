//! Check digits and dates. Facts: identifiers.md sections 2 to 10.

/// The digits of `value`, written with `len` places, first digit first.
pub(crate) fn digits<const N: usize>(mut value: u64) -> [u8; N] {
    let mut out = [0; N];
    for place in out.iter_mut().rev() {
        *place = (value % 10) as u8;
        value /= 10;
    }
    out
}

/// The sum of digits times weights.
pub(crate) fn weighted(digits: &[u8], weights: &[u8]) -> u32 {
    digits
        .iter()
        .zip(weights)
        .map(|(d, w)| u32::from(*d) * u32::from(*w))
        .sum()
}

/// Luhn over the last `len` digits of `value`.
pub(crate) fn luhn(mut value: u64, len: u32) -> bool {
    let mut sum = 0;
    for place in 0..len {
        let digit = value % 10;
        value /= 10;
        sum += match (place % 2, digit) {
            (0, d) => d,
            (_, d) if d > 4 => 2 * d - 9,
            (_, d) => 2 * d,
        };
    }
    sum.is_multiple_of(10)
}

/// Whether the day exists in the Gregorian calendar.
pub(crate) fn is_day(year: u32, month: u32, day: u32) -> bool {
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => return false,
    };
    (1..=last).contains(&day)
}

/// Whether a day with a year of two digits exists in some century: all that can be said without one.
pub(crate) fn is_day_of_some_century(yy: u32, month: u32, day: u32) -> bool {
    // 2000 had a leap day, so 00 reads as 2000; every other yy is alike in all centuries.
    is_day(2000 + yy, month, day)
}

/// ISO 7064 mod 97-10 over characters `0-9A-Z`; `None` when another character stands there.
pub(crate) fn mod97(characters: impl Iterator<Item = u8>) -> Option<u32> {
    let mut rest = 0;
    for c in characters {
        rest = match c {
            b'0'..=b'9' => rest * 10 + u32::from(c - b'0'),
            b'A'..=b'Z' => rest * 100 + u32::from(c - b'A') + 10,
            _ => return None,
        } % 97;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples_of_the_facts_file() {
        let cpr = digits::<10>(2_110_625_629);
        assert_eq!(weighted(&cpr, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]), 110);
        assert!(luhn(7_010_632_391, 10));
        assert!(!luhn(4_408_139_088, 10));
        assert!(is_day(2000, 2, 29) && !is_day(1900, 2, 29) && !is_day(2001, 2, 29));
        let iban = b"00400440116243DK50";
        assert_eq!(mod97(iban.iter().copied()), Some(1));
    }
}
