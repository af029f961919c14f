//! Codes: six digits on a phone, twelve letters and digits on paper.

/// How a code looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Typed at once from a phone: 20 bits, few tries and minutes.
    Phone,
    /// Typed from paper days later: 60 bits.
    Letter,
}

/// Without letters that look like a digit or each other (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Tries that one code bears.
pub const PHONE_TRIES: i64 = 5;
pub const LETTER_TRIES: i64 = 20;

/// How many codes somebody may ask for, and how many wrong ones there may be, for one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits;

impl Limits {
    /// Codes in an hour.
    pub const AN_HOUR: i64 = 3;
    /// Codes in a day.
    pub const A_DAY: i64 = 10;
    /// Wrong codes in a day; then the phone is no way in until tomorrow: 20 of a million.
    pub const WRONG: i64 = 20;
}

/// The code that these bits are.
pub fn code_of(form: Form, bits: &[u8; 8]) -> String {
    let number = u64::from_be_bytes(*bits);
    match form {
        // The remainder of 64 bits favours no digit by more than 2^-44.
        Form::Phone => format!("{:06}", number % 1_000_000),
        Form::Letter => (0..12)
            .map(|place| char::from(LETTERS[((number >> (place * 5)) & 31) as usize]))
            .collect(),
    }
}

/// A code as somebody typed it, in the form in which it is compared; `None` when it can't be one.
pub fn read(text: &str) -> Option<(Form, String)> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2013}' | '.'))
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    let known = plain.bytes().all(|byte| LETTERS.contains(&byte));
    match plain.len() {
        6 if plain.bytes().all(|byte| byte.is_ascii_digit()) => Some((Form::Phone, plain)),
        12 if known => Some((Form::Letter, plain)),
        _ => None,
    }
}

/// In groups, as it stands in a letter.
pub fn spaced(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let code = code_of(
            Form::Letter,
            &[0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0],
        );
        assert_eq!(code.len(), 12);
        for typed in [
            code.clone(),
            spaced(&code),
            code.to_lowercase(),
            code.replace('0', "o").replace('1', "l"),
        ] {
            assert_eq!(read(&typed), Some((Form::Letter, code.clone())), "{typed}");
        }
        let code = code_of(Form::Phone, &[0, 0, 0, 0, 0, 0, 0, 42]);
        assert_eq!(code, "000042");
        assert_eq!(read(" 000 042 "), Some((Form::Phone, code)));
        for wrong in [
            "",
            "12345",
            "1234567",
            "12345a",
            "ABCD EFGH JKMU",
            "ABCDEFGHJKMN1",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
