//! National identity numbers in a file of people. They are dropped before anything is kept or shown: the HR
//! system's own number is enough to know a person again (GDPR article 5(1)(c); article 87 leaves these numbers to
//! national law). Pure, and careful with other numbers: an HR number must survive.

use kit::clock::Day;

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The form alone says so: a separator, two check digits, a letter in the right place.
    Sure,
    /// Ten digits in a row with a date and a check digit: seven in a thousand random numbers pass.
    Bare,
}

/// Whether a column's name says that it holds such numbers; then the whole column goes.
pub fn names_column(name: &str) -> bool {
    let lower = name.to_lowercase();
    let joined: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let inside = [
        "cpr",
        "hetu",
        "henkilötunnus",
        "henkilotunnus",
        "personnummer",
        "personnr",
        "personbeteckning",
        "samordningsnummer",
        "fødselsnummer",
        "fodselsnummer",
        "kennitala",
        "identitynumber",
        "socialsecurity",
        "nationalid",
    ];
    let alone = ["ssn", "fnr", "pnr", "dnr", "dnummer"];
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    inside.iter().any(|word| joined.contains(word))
        || alone.contains(&joined.as_str())
        || words.any(|word| alone.contains(&word))
}

/// The strongest sign of an identity number anywhere in a text.
pub fn find(text: &str) -> Option<Found> {
    if text.chars().filter(|c| c.is_numeric()).count() < 9 {
        return None;
    }
    let chars = plain(text);
    let mut found = None;
    for at in 0..chars.len() {
        let begins = chars[at].is_ascii_digit() && (at == 0 || !chars[at - 1].is_ascii_digit());
        match begins.then(|| at_place(&chars[at..])).flatten() {
            Some(Found::Sure) => return Some(Found::Sure),
            Some(Found::Bare) => found = Some(Found::Bare),
            None => {}
        }
    }
    found
}

/// One kind of dash, space and digit; nothing invisible. Office programs put all of these into cells.
fn plain(text: &str) -> Vec<char> {
    text.chars()
        .filter(|c| {
            !matches!(
                c,
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
            )
        })
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
            c if c.is_whitespace() => ' ',
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(c) - 0xfee0).map_or(c, |c| c.to_ascii_uppercase())
            }
            c => c.to_ascii_uppercase(),
        })
        .collect()
}

fn at_place(chars: &[char]) -> Option<Found> {
    let run = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let digits = numbers(&chars[..run]);
    match run {
        12 if swedish_long(&digits) => Some(Found::Sure),
        11 if norwegian(&digits) => Some(Found::Sure),
        10 if swedish(&digits) || icelandic(&digits) || (danish(&digits) && mod_11(&digits)) => {
            Some(Found::Bare)
        }
        8 => {
            let (sign, serial) = after(&chars[run..], &[4])?;
            let all = [digits, serial].concat();
            (matches!(sign, "-" | "+" | " ") && swedish_long(&all)).then_some(Found::Sure)
        }
        6 => after_date(digits, &chars[6..]),
        2 => {
            // 01.01.80-0008, 01 01 80 0008
            let (date, rest) = dotted_date(chars)?;
            after_date(date, rest)
        }
        _ => None,
    }
}

fn dotted_date(chars: &[char]) -> Option<(Vec<u8>, &[char])> {
    let sign = *chars.get(2)?;
    let form = matches!(sign, '.' | ' ')
        && chars.get(5) == Some(&sign)
        && [3, 4, 6, 7]
            .iter()
            .all(|at| chars.get(*at).is_some_and(char::is_ascii_digit));
    let kept: Vec<char> = [0, 1, 3, 4, 6, 7]
        .iter()
        .filter_map(|at| chars.get(*at).copied())
        .collect();
    form.then(|| (numbers(&kept), &chars[8..]))
}

/// What may follow six digits of a date.
fn after_date(date: Vec<u8>, rest: &[char]) -> Option<Found> {
    if finnish(&date, rest) {
        return Some(Found::Sure);
    }
    if let Some((sign, serial)) = after(rest, &[4]) {
        let all = [date, serial].concat();
        let nordic = danish(&all) || icelandic_date(&all);
        let checked = swedish(&all) || icelandic(&all) || (danish(&all) && mod_11(&all));
        return match sign {
            "-" | "/" if nordic || swedish(&all) => Some(Found::Sure),
            "+" if swedish(&all) => Some(Found::Sure),
            " " | "" | "." if checked => Some(Found::Bare),
            _ => None,
        };
    }
    let (_, serial) = after(rest, &[5]).or_else(|| after(rest, &[3, 2]))?;
    norwegian(&[date, serial].concat()).then_some(Found::Sure)
}

/// A separator, then groups of digits with at most one sign between them, then no digit.
fn after(rest: &[char], groups: &[usize]) -> Option<(&'static str, Vec<u8>)> {
    let signs = rest.iter().take_while(|c| " -+/.".contains(**c)).count();
    let text: String = rest[..signs].iter().filter(|c| **c != ' ').collect();
    let sign = match (text.as_str(), signs) {
        ("", 0) => "",
        ("", 1..=3) => " ",
        ("-", 1..=3) => "-",
        ("/", 1) => "/",
        ("+", 1) => "+",
        (".", 1) => ".",
        _ => return None,
    };
    let mut found = Vec::new();
    let mut at = signs;
    for (index, length) in groups.iter().enumerate() {
        if index > 0 && rest.get(at).is_some_and(|c| " -.".contains(*c)) {
            at += 1;
        }
        let group = rest.get(at..at + length)?;
        if !group.iter().all(char::is_ascii_digit) {
            return None;
        }
        found.extend(numbers(group));
        at += length;
    }
    let ends = !rest.get(at).is_some_and(char::is_ascii_digit);
    ends.then_some((sign, found))
}

fn numbers(chars: &[char]) -> Vec<u8> {
    chars
        .iter()
        .filter_map(|c| c.to_digit(10))
        .map(|digit| digit as u8)
        .collect()
}

fn two(digits: &[u8], at: usize) -> i16 {
    i16::from(digits[at]) * 10 + i16::from(digits[at + 1])
}

fn is_day(year: i16, month: i16, day: i16) -> bool {
    Day::new(year, month as i8, day as i8).is_some()
}

/// A date whose century is not told.
fn is_day_of_century(year: i16, month: i16, day: i16) -> bool {
    is_day(1900 + year, month, day) || is_day(2000 + year, month, day)
}

fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| u32::from(*digit) * weight)
        .sum()
}

/// CPR: the seventh digit tells the century; day + 60 is a replacement number. Since 2007 numbers without a check
/// digit are issued, so it may not be asked for.
fn danish(digits: &[u8]) -> bool {
    let (day, month, year) = (two(digits, 0), two(digits, 2), two(digits, 4));
    let century = match (digits[6], year) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (4 | 9, _) | (5..=8, ..=57) => 2000,
        _ => 1800,
    };
    let day = if day > 60 { day - 60 } else { day };
    is_day(century + year, month, day)
}

fn mod_11(digits: &[u8]) -> bool {
    weighted(digits, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

fn icelandic_date(digits: &[u8]) -> bool {
    let century = match digits[9] {
        8 => 1800,
        9 => 1900,
        0 => 2000,
        _ => return false,
    };
    is_day(century + two(digits, 4), two(digits, 2), two(digits, 0))
}

fn icelandic(digits: &[u8]) -> bool {
    icelandic_date(digits) && weighted(digits, &[3, 2, 7, 6, 5, 4, 3, 2, 1, 0]).is_multiple_of(11)
}

/// Personnummer and samordningsnummer (day + 60): Luhn over ten digits. An organisation number has a month of 20
/// or more.
fn swedish(digits: &[u8]) -> bool {
    let (year, month, day) = (two(digits, 0), two(digits, 2), two(digits, 4));
    let day = if day > 60 { day - 60 } else { day };
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| {
            let value = u32::from(*digit) * if at % 2 == 0 { 2 } else { 1 };
            value / 10 + value % 10
        })
        .sum();
    is_day_of_century(year, month, day) && sum.is_multiple_of(10)
}

fn swedish_long(digits: &[u8]) -> bool {
    (18..=20).contains(&two(digits, 0)) && swedish(&digits[2..])
}

/// Fødselsnummer, D-number (day + 40), H-number and synthetic ones (month + 40, 65, 80), by the rule of 1964 or
/// that of 2032, which lets the first sum leave 0 to 3.
fn norwegian(digits: &[u8]) -> bool {
    let (day, month, year) = (two(digits, 0), two(digits, 2), two(digits, 4));
    let day = if day > 40 { day - 40 } else { day };
    let month = [80, 65, 40]
        .into_iter()
        .find(|more| month > *more)
        .map_or(month, |more| month - more);
    let first = weighted(digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11;
    let second = weighted(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11;
    is_day_of_century(year, month, day) && first <= 3 && second == 0
}

/// Henkilötunnus: the sign tells the century, the last character is a check. 900 to 999 are given to people too.
fn finnish(date: &[u8], rest: &[char]) -> bool {
    const CHECK: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let (Some(sign), Some(serial), Some(check)) = (rest.first(), rest.get(1..4), rest.get(4))
    else {
        return false;
    };
    let century = match sign {
        '+' => 1800,
        '-' | 'U'..='Y' => 1900,
        'A'..='F' => 2000,
        _ => return false,
    };
    let ends = !rest.get(5).is_some_and(char::is_ascii_alphanumeric);
    if !ends || !serial.iter().all(char::is_ascii_digit) {
        return false;
    }
    let all = [date.to_vec(), numbers(serial)].concat();
    let number = all
        .iter()
        .fold(0u64, |sum, digit| sum * 10 + u64::from(*digit));
    let expected = char::from(CHECK[(number % 31) as usize]);
    *check == expected && is_day(century + two(date, 4), two(date, 2), two(date, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_test_numbers_are_found() {
        for text in [
            "211062-5629",
            "CPR 010180-0008, ansat",
            "010180\u{2013}0008",
            "01.01.80-0008",
            "010180 - 0008",
            "610180-0008",
            "251248-9996",
            "131052-308T",
            "010594y9032",
            "020504A902E",
            "701063-2391",
            "199006022397",
            "19900602-2397",
            "900602-2397",
            "121212+1212",
            "10915596784",
            "109155 96784",
            "109155 967 84",
            "30108299939",
            "010130-2989",
        ] {
            assert_eq!(find(text), Some(Found::Sure), "{text}");
        }
        for text in [
            "9006022397",
            "0101800008@testby.example",
            "0101302989",
            "010130 2989",
        ] {
            assert_eq!(find(text), Some(Found::Bare), "{text}");
        }
    }

    #[test]
    fn other_numbers_survive() {
        for text in [
            "",
            "100123",
            "4711-0815",
            "1000012345",
            "00012345678",
            "290201A905S",
            "131052-308U",
            "556036-0793",
            "212000-0142",
            "backup-20240115-1030",
            "2024-01-15",
            "+358 40 123 4567",
            "DK50 0040 0440 1162 43",
            "1234567890123456",
            "2014-313-0449",
            "0,123456789012",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn a_columns_name_may_say_it() {
        for name in [
            "Hetu",
            "Henkilötunnus",
            "CPR-nr.",
            "cprnr",
            "Personnummer",
            "Fødselsnummer (11 siffer)",
            "Kennitala",
            "SSN",
            "fnr",
        ] {
            assert!(names_column(name), "{name}");
        }
        for name in [
            "Henkilönumero",
            "Personalnummer",
            "Medarbejdernummer",
            "Ansattnummer",
            "Number",
            "className",
        ] {
            assert!(!names_column(name), "{name}");
        }
    }

    #[test]
    fn no_text_makes_it_panic() {
        let mut text = String::new();
        for (at, c) in "010180-0008 01.01.80+1 131052A308T 9\u{ff11}12345678901 "
            .chars()
            .cycle()
            .take(400)
            .enumerate()
        {
            text.push(c);
            let _ = find(&text);
            let _ = find(&text[text.char_indices().nth(at / 2).map_or(0, |(at, _)| at)..]);
        }
    }
}
