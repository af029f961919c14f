//! Runs of digits and what stands between them.

use super::gaps;

/// What stands between two runs of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing that could be inside a number.
    Break,
    /// One to three spaces, or a tab.
    Space,
    /// A dash of any kind, with spaces or not.
    Hyphen,
    /// A line break, with a hyphen or not.
    Line,
    /// A slash.
    Slash,
    /// A full stop.
    Dot,
    /// A plus sign.
    Plus,
    /// One letter, in upper case.
    Letter(u8),
    /// Only what cannot be seen: the digits belong together.
    Nothing,
}

/// A run of ASCII digits; invisible characters inside it do not end it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// First byte.
    pub(crate) start: usize,
    /// Byte after the last digit.
    pub(crate) end: usize,
    /// How many digits.
    pub(crate) len: usize,
    /// The digits as a number, once [`read_values`] was called; meaningless past 19 digits.
    pub(crate) value: u64,
    /// What follows.
    pub(crate) gap: Gap,
    /// Whether `value` was read already.
    read: bool,
}

/// Reads the runs that hang together, beginning with the digit at `at`; gives where to go on. Most clusters are
/// thrown away by their lengths, so values are read later.
pub(crate) fn cluster(bytes: &[u8], mut at: usize, tokens: &mut Vec<Token>) -> usize {
    tokens.clear();
    loop {
        let mut token = Token {
            start: at,
            end: at,
            len: 0,
            value: 0,
            gap: Gap::Break,
            read: false,
        };
        let next = loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let run = run(rest);
            if token.read {
                token.value = append(token.value, rest.get(..run));
            }
            token.len += run;
            at += run;
            token.end = at;
            let (gap, next) = between(bytes, at);
            if gap != Gap::Nothing {
                token.gap = gap;
                break next;
            }
            if !token.read {
                token.value = append(0, bytes.get(token.start..at));
                token.read = true;
            }
            at = next;
        };
        tokens.push(token);
        if token.gap == Gap::Break {
            return token.end;
        }
        at = next;
    }
}

/// How many digits `bytes` begins with; eight bytes are looked at together.
#[inline]
fn run(bytes: &[u8]) -> usize {
    let (eights, rest) = bytes.as_chunks::<8>();
    for (index, eight) in eights.iter().enumerate() {
        // Digits become 0 to 9, and nothing else does. What a byte carries over reaches only those behind it.
        let less = u64::from_le_bytes(*eight) ^ 0x3030_3030_3030_3030;
        let others = (less.wrapping_add(0x7676_7676_7676_7676) | less) & 0x8080_8080_8080_8080;
        if others != 0 {
            return index * 8 + others.trailing_zeros() as usize / 8;
        }
    }
    let more = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    eights.len() * 8 + more
}

/// Reads the values that were left for later.
pub(crate) fn read_values(bytes: &[u8], tokens: &mut [Token]) {
    for token in tokens.iter_mut().filter(|t| !t.read) {
        token.value = append(0, bytes.get(token.start..token.end));
        token.read = true;
    }
}

fn append(value: u64, digits: Option<&[u8]>) -> u64 {
    let digits = digits.unwrap_or_default().iter();
    digits.fold(value, |v, d| {
        v.wrapping_mul(10)
            .wrapping_add(u64::from(d.wrapping_sub(b'0')))
    })
}

fn is_digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

/// What stands from `at` to the next digit, and where that digit is.
#[inline]
fn between(bytes: &[u8], at: usize) -> (Gap, usize) {
    let Some(&first) = bytes.get(at) else {
        return (Gap::Break, at);
    };
    if is_digit(bytes, at + 1) {
        let gap = match first {
            b' ' | b'\t' => Gap::Space,
            b'-' => Gap::Hyphen,
            b'.' => Gap::Dot,
            b'/' => Gap::Slash,
            b'+' => Gap::Plus,
            b'\n' => Gap::Line,
            b'A'..=b'Z' => Gap::Letter(first),
            b'a'..=b'z' => Gap::Letter(first - 32),
            // `%2D`: the digit belongs to the sign.
            b'%' | b'\r' => return gaps::longer(bytes, at),
            byte if may_be_unseen(byte) => return gaps::longer(bytes, at),
            _ => Gap::Break,
        };
        return (gap, at + 1);
    }
    match first {
        b' ' | b'\t' | b'-' | b'/' | b'\n' | b'\r' | b'&' | b'%' | b'<' | b'=' => {
            gaps::longer(bytes, at)
        }
        byte if may_be_unseen(byte) => gaps::longer(bytes, at),
        byte if byte.is_ascii_alphabetic() && unseen_behind(bytes, at) => gaps::longer(bytes, at),
        _ => (Gap::Break, at),
    }
}

/// Whether a sign may begin with this byte that is a blank or dash, or cannot be seen.
pub(crate) const fn may_be_unseen(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0B | 0x0C | 0x0E..=0x1F | 0x7F)
        || matches!(
            byte,
            0xC2 | 0xCC | 0xCD | 0xD8 | 0xE1..=0xE3 | 0xEF | 0xF0 | 0xF3
        )
}

/// Whether what stands behind a letter may be a sign that cannot be seen.
#[inline]
pub(crate) fn unseen_behind(bytes: &[u8], at: usize) -> bool {
    let behind = bytes.get(at + 1).copied().unwrap_or(b' ');
    may_be_unseen(behind) || matches!(behind, b'<' | b'&' | b'=')
}

#[cfg(test)]
mod tests {
    use super::run;

    #[test]
    fn a_run_of_digits_ends_at_any_other_byte() {
        for byte in (0..=255_u8).filter(|b| !b.is_ascii_digit()) {
            for len in 0..20 {
                let mut text = "0918273645".repeat(3).into_bytes();
                text[len] = byte;
                text[len + 1] = byte;
                assert_eq!(run(&text), len, "{byte}");
            }
        }
        assert_eq!((run(b""), run(b"1234567"), run(b"12345678")), (0, 7, 8));
    }
}
