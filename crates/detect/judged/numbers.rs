//! Identity numbers and other fillings for the judged corpus. All numbers are of persons who cannot live: born 1858 to
//! 1899, of official synthetic or fictive series, or published test numbers (facts: identifiers.md).

use detect::Kind;

/// A small generator with a fixed seed: the corpus is the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }

    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.roll(all.len() as u64) as usize]
    }

    pub fn digits(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| char::from(b'0' + self.roll(10) as u8))
            .collect()
    }
}

/// How a number may be told from others by whoever wrote the message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing stands beside it: only forms that tell themselves.
    Itself,
    /// A word beside names it: all forms.
    ByWord,
    /// Inside a file name or an address: no spaces, no line breaks.
    Tight,
    /// Only digits in a row.
    Row,
}

const SEPARATORS: [&str; 15] = [
    "-",
    "-",
    "-",
    "–",
    "—",
    "‑",
    "−",
    " ",
    "\u{a0}",
    "\u{2009}",
    " - ",
    "/",
    "\u{2060}-\u{2060}",
    "-\n",
    "&#8211;",
];

fn join(date: &str, serial: &str, told: Told, bare: bool, dice: &mut Dice) -> String {
    match told {
        Told::Row => return format!("{date}{serial}"),
        Told::Tight if bare && dice.roll(2) == 0 => return format!("{date}{serial}"),
        Told::Tight => return format!("{date}-{serial}"),
        _ => {}
    }
    let forms = if bare || told == Told::ByWord { 12 } else { 8 };
    match dice.roll(forms) {
        0..=4 => format!("{date}{}{serial}", dice.of(&SEPARATORS)),
        5 if date.len() == 6 => format!("{}.{}.{}-{serial}", &date[..2], &date[2..4], &date[4..]),
        6 if date.len() == 6 => format!("{} {} {} {serial}", &date[..2], &date[2..4], &date[4..]),
        7 => format!("{date}－{serial}")
            .chars()
            .map(|c| {
                c.to_digit(10)
                    .and_then(|d| char::from_u32(0xFF10 + d))
                    .unwrap_or(c)
            })
            .collect(),
        8 | 9 => format!("{date}{serial}"),
        10 => format!("{}\u{ad}{}{serial}", &date[..4], &date[4..]),
        11 => format!("{date}\u{200b}{serial}"),
        _ => format!("{date}-{serial}"),
    }
}

fn sum(digits: &str, weights: &[u32]) -> u32 {
    digits
        .chars()
        .filter_map(|c| c.to_digit(10))
        .zip(weights)
        .map(|(d, w)| d * w)
        .sum()
}

fn date(dice: &mut Dice, plus_day: u64, plus_month: u64, years: (u64, u64)) -> String {
    let day = 1 + dice.roll(28) + plus_day;
    let month = 1 + dice.roll(12) + plus_month;
    let year = years.0 + dice.roll(years.1 - years.0 + 1);
    format!("{day:02}{month:02}{:02}", year % 100)
}

pub fn cpr(told: Told, dice: &mut Dice) -> (Kind, String) {
    let plus = if dice.roll(12) == 0 { 60 } else { 0 };
    let wanted = told != Told::ByWord || dice.roll(5) > 0;
    loop {
        let date = date(dice, plus, 0, (1858, 1899));
        let serial = format!("{}{}", 5 + dice.roll(4), dice.digits(3));
        let held =
            sum(&format!("{date}{serial}"), &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11);
        // One in five of those that a word names fails modulus 11, as numbers since 2007 may.
        if held == wanted {
            return (Kind::Cpr, join(&date, &serial, told, held, dice));
        }
    }
}

pub fn hetu(told: Told, dice: &mut Dice) -> (Kind, String) {
    let sign = *dice.of(&["-", "-", "-", "A", "B", "C", "Y", "X", "U", "+"]);
    let years = match sign {
        "A" | "B" | "C" => (2000, 2025),
        _ => (1900, 1999),
    };
    let date = date(dice, 0, 0, years);
    let serial = 900 + dice.roll(100);
    let all: u64 = format!("{date}{serial}").parse().unwrap_or_default();
    let check = b"0123456789ABCDEFHJKLMNPRSTUVWXY"[(all % 31) as usize] as char;
    let sign = match (sign, told) {
        ("-", Told::Itself | Told::ByWord) => *dice.of(&["-", "-", "-", "–", "‑", "−"]),
        (other, _) => other,
    };
    let text = format!("{date}{sign}{serial}{check}");
    let lower = sign.chars().all(|c| c.is_ascii_alphabetic()) && dice.roll(6) == 0;
    (Kind::Hetu, if lower { text.to_lowercase() } else { text })
}

const SWEDISH: [&str; 24] = [
    "194408139089",
    "199006022397",
    "199610202385",
    "200001052380",
    "195711212893",
    "195712302842",
    "196107293059",
    "196108193175",
    "197912309296",
    "199312162390",
    "194201199124",
    "199007212393",
    "195005050512",
    "193012299263",
    "194001079120",
    "195312242083",
    "199705162387",
    "193008077723",
    "194004057032",
    "195102031753",
    "196404153832",
    "197911109291",
    "198812112384",
    "200512312398",
];

pub fn personnummer(told: Told, dice: &mut Dice) -> (Kind, String) {
    let known = loop {
        let number = *dice.of(&SWEDISH);
        if luhn(&number[2..]) {
            break number;
        }
    };
    let (date, serial) = known.split_at(8);
    let text = if dice.roll(3) == 0 {
        match told {
            Told::Row => known.to_owned(),
            _ => format!("{date}{}{serial}", dice.of(&["-", "-", "", "–", " "])),
        }
    } else {
        join(&date[2..], serial, told, true, dice)
    };
    (Kind::Personnummer, text)
}

pub fn coordination(dice: &mut Dice) -> (Kind, String) {
    let date = date(dice, 0, 0, (1858, 1899));
    let head = format!(
        "{}{}{}{}",
        &date[4..],
        &date[2..4],
        61 + dice.roll(28),
        dice.digits(3)
    );
    let check = (0..10)
        .find(|c| luhn(&format!("{head}{c}")))
        .unwrap_or_default();
    let text = format!("18{}-{}{check}", &head[..6], &head[6..]);
    (Kind::Samordningsnummer, text)
}

fn luhn(digits: &str) -> bool {
    let total: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(at, d)| {
            if at % 2 == 1 {
                d * 2 / 10 + d * 2 % 10
            } else {
                d
            }
        })
        .sum();
    total.is_multiple_of(10)
}

pub fn fodselsnummer(told: Told, dice: &mut Dice, d_number: bool) -> (Kind, String) {
    loop {
        // Month + 80: the authority's synthetic series; some under the rule of 2032.
        let date = date(dice, if d_number { 40 } else { 0 }, 80, (1940, 2039));
        let head = format!("{date}{}", dice.digits(3));
        let rest = dice.roll(4) as u32;
        let k1 = (11 + rest - sum(&head, &[3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11) % 11;
        let k2 = (11 - sum(&format!("{head}{k1}"), &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
        if k1 < 10 && k2 < 10 {
            let serial = format!("{}{k1}{k2}", &head[6..]);
            let text = match dice.roll(5) {
                0 if told == Told::Itself => format!("{date} {} {}", &serial[..3], &serial[3..]),
                _ => join(&date, &serial, told, true, dice),
            };
            return (Kind::Fodselsnummer, text);
        }
    }
}

pub fn kennitala(told: Told, dice: &mut Dice) -> (Kind, String) {
    let serial = *dice.of(&[
        "2129", "2209", "2399", "2479", "2559", "2639", "2719", "2989", "3019", "5069", "7789",
    ]);
    (Kind::Kennitala, join("010130", serial, told, true, dice))
}

pub fn iban(language: &str, dice: &mut Dice) -> String {
    let (country, len) = match language {
        "da" => ("DK", 14),
        "sv" => ("SE", 20),
        "fi" => ("FI", 14),
        _ => ("NO", 11),
    };
    let rest = dice.digits(len);
    let letters: String = country
        .bytes()
        .map(|b| (b - b'A' + 10).to_string())
        .collect();
    let whole = format!("{rest}{letters}00");
    let modulus = whole
        .bytes()
        .fold(0_u32, |m, b| (m * 10 + u32::from(b - b'0')) % 97);
    let text = format!("{country}{:02}{rest}", 98 - modulus);
    if dice.roll(2) == 0 {
        return text;
    }
    let groups: Vec<&str> = (0..text.len())
        .step_by(4)
        .map(|at| &text[at..text.len().min(at + 4)])
        .collect();
    groups.join(" ")
}

pub fn account(dice: &mut Dice) -> String {
    loop {
        // Month 99: no date can be read into it.
        let head = format!("{}99{}", 10 + dice.roll(20), dice.digits(6));
        let check = (11 - sum(&head, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
        if check < 10 {
            let text = format!("{head}{check}");
            return match dice.roll(3) {
                0 => text,
                1 => format!("{}.{}.{}", &text[..4], &text[4..6], &text[6..]),
                _ => format!("{} {} {}", &text[..4], &text[4..6], &text[6..]),
            };
        }
    }
}

pub fn card(dice: &mut Dice) -> String {
    let number = *dice.of(&[
        "4111111111111111",
        "5555555555554444",
        "2223003122003222",
        "5019717010103742",
    ]);
    let mark = *dice.of(&["", " ", "-"]);
    let groups: Vec<&str> = (0..16).step_by(4).map(|at| &number[at..at + 4]).collect();
    groups.join(mark)
}

pub fn orgnr(language: &str, dice: &mut Dice) -> String {
    let fixed = match language {
        "da" => ["13748136", "13748136"],
        "sv" => ["212000-0142", "556036-0793"],
        "fi" => ["2077474-0", "2077474-0"],
        _ => ["988 077 917", "988077917"],
    };
    (*dice.of(&fixed)).to_owned()
}

pub fn phone(language: &str, dice: &mut Dice) -> String {
    let pairs = |dice: &mut Dice| {
        format!(
            "{} {} {} {}",
            30 + dice.roll(60),
            dice.digits(2),
            dice.digits(2),
            dice.digits(2)
        )
    };
    match (language, dice.roll(3)) {
        ("sv", 0) => format!("+46 70 174 06 {:02}", 5 + dice.roll(90)),
        ("sv", _) => format!("070-174 06 {:02}", 5 + dice.roll(90)),
        ("nb", 0) => format!("+47 68 05 {} {}", dice.digits(2), dice.digits(2)),
        ("nb", _) => format!("68 05 {} {}", dice.digits(2), dice.digits(2)),
        ("fi", 0) => format!("+358 40 {} {}", dice.digits(3), dice.digits(4)),
        ("fi", _) => format!("040 {} {}", dice.digits(3), dice.digits(4)),
        (_, 0) => format!("+45 {}", pairs(dice)),
        _ => pairs(dice),
    }
}
