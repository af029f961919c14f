//! The judged corpus: messages with the places of everything that must be found in them.

use std::ops::Range;

use detect::{Category, Kind};

use super::numbers::{self, Dice, Told};
use super::people;

/// One message.
pub struct Message {
    pub language: &'static str,
    pub topic: String,
    pub text: String,
    pub truths: Vec<Truth>,
}

/// Something that must be found.
pub struct Truth {
    pub span: Range<usize>,
    pub kind: Kind,
    pub category: Option<Category>,
}

pub const LANGUAGES: [(&str, &str); 5] = [
    ("da", include_str!("da.txt")),
    ("fi", include_str!("fi.txt")),
    ("nb", include_str!("nb.txt")),
    ("sv", include_str!("sv.txt")),
    ("en", include_str!("en.txt")),
];

/// Every template, filled `fillings` times.
pub fn corpus(fillings: u64) -> Vec<Message> {
    let mut messages = Vec::new();
    for (language, templates) in LANGUAGES {
        let lines = templates
            .lines()
            .filter(|l| !l.starts_with('#') && !l.is_empty());
        for (number, line) in lines.enumerate() {
            for filling in 0..fillings {
                let seed = filling * 1_000_003
                    + number as u64 * 7919
                    + u64::from(language.as_bytes()[0]) * 31;
                messages.push(message(language, line, &mut Dice(seed)));
            }
        }
    }
    messages
}

fn message(language: &'static str, line: &str, dice: &mut Dice) -> Message {
    let (topic, template) = line.split_once('|').expect("topic|text");
    let mut message = Message {
        language,
        topic: topic.to_owned(),
        text: String::new(),
        truths: Vec::new(),
    };
    let template = template.replace("\\n", "\n");
    let mut rest = template.as_str();
    while let Some(at) = rest.find(['{', '<']) {
        message.text.push_str(&rest[..at]);
        let close = if rest[at..].starts_with('{') {
            '}'
        } else {
            '>'
        };
        let end = at + rest[at..].find(close).expect("a slot ends");
        let inside = &rest[at + 1..end];
        if close == '}' {
            message.slot(inside, dice);
        } else {
            let (category, words) = inside.split_once(':').expect("category:words");
            let category = Category::of_name(category).expect(category);
            message.plant(Kind::Matter, Some(category), words);
        }
        rest = &rest[end + 1..];
    }
    message.text.push_str(rest);
    message
}

impl Message {
    fn plant(&mut self, kind: Kind, category: Option<Category>, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        let span = start..self.text.len();
        self.truths.push(Truth {
            span,
            kind,
            category,
        });
    }

    fn number(&mut self, told: Told, dice: &mut Dice) {
        let (kind, text) = match (self.language, dice.roll(5)) {
            ("da", _) | ("en", 0) => numbers::cpr(told, dice),
            ("sv", _) | ("en", 1) => numbers::personnummer(told, dice),
            ("nb", _) | ("en", 2) => numbers::fodselsnummer(told, dice, false),
            ("fi", _) | ("en", 3) => numbers::hetu(told, dice),
            _ => numbers::kennitala(told, dice),
        };
        self.plant(kind, None, &text);
    }

    fn slot(&mut self, slot: &str, dice: &mut Dice) {
        let language = self.language;
        match slot {
            "id" => self.number(Told::Itself, dice),
            "id!" => self.number(Told::ByWord, dice),
            "idfile" => {
                let before: &str = *dice.of(&["brev_", "2024-sag-", "bilag ", "liite_", "scan"]);
                self.text.push_str(before);
                self.number(Told::Tight, dice);
            }
            "idbare" => self.number(Told::Row, dice),
            "coordination" => self.planted(numbers::coordination(dice)),
            "dnumber" => self.planted(numbers::fodselsnummer(Told::ByWord, dice, true)),
            "kennitala" => self.planted(numbers::kennitala(Told::ByWord, dice)),
            "name" => {
                let name = people::name(language, dice);
                self.plant(Kind::Name, None, &name);
            }
            "first" => {
                let name = people::first(language, dice);
                self.plant(Kind::Name, None, name);
            }
            "last" => {
                let name = people::last(language, dice);
                self.plant(Kind::Name, None, name);
            }
            "phone" => self.plant(Kind::Phone, None, &numbers::phone(language, dice)),
            "email" => self.plant(Kind::Email, None, &people::email(language, dice)),
            "iban" => self.plant(Kind::Iban, None, &numbers::iban(language, dice)),
            "account" => self.plant(Kind::BankAccount, None, &numbers::account(dice)),
            "card" => self.plant(Kind::Card, None, &numbers::card(dice)),
            "orgnr" => self.plant(Kind::Orgnr, None, &numbers::orgnr(language, dice)),
            "mrz" => {
                self.text
                    .push_str("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n");
                self.plant(
                    Kind::Mrz,
                    None,
                    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
                );
            }
            other => {
                let text = noise(language, other, dice);
                self.text.push_str(&text);
            }
        }
    }

    fn planted(&mut self, (kind, text): (Kind, String)) {
        self.plant(kind, None, &text);
    }
}

/// What must not be taken for anything.
fn noise(language: &str, slot: &str, dice: &mut Dice) -> String {
    match slot {
        "address" => people::address(language, dice),
        "invoice" => {
            let len = *dice.of(&[5, 6, 7, 8, 9, 10]);
            format!("{}{}", 1 + dice.roll(9), dice.digits(len - 1))
        }
        "case" => match dice.roll(4) {
            0 => format!(
                "20{}-{}-{}",
                10 + dice.roll(16),
                100 + dice.roll(800),
                dice.digits(5)
            ),
            1 => format!("{}/{}", 10 + dice.roll(16), dice.digits(6)),
            2 => format!("EMN-20{}-{}", 10 + dice.roll(16), dice.digits(6)),
            _ => format!(
                "27.24.{:02}-G01-{}-2{}",
                1 + dice.roll(40),
                dice.roll(400),
                dice.roll(6)
            ),
        },
        "date" => {
            let (day, month) = (1 + dice.roll(28), 1 + dice.roll(12));
            match dice.roll(4) {
                0 => format!("{day:02}.{month:02}.2026"),
                1 => format!("2026-{month:02}-{day:02}"),
                2 => format!("{day}/{month}-2026"),
                _ => format!("{day}.{month}.2026"),
            }
        }
        other => number(other, dice),
    }
}

/// Numbers that only look like somebody's.
fn number(slot: &str, dice: &mut Dice) -> String {
    match slot {
        "kle" => format!(
            "{:02}.{:02}.{:02}-P35-1-24",
            dice.roll(90),
            dice.roll(40),
            dice.roll(40)
        ),
        "coord" => format!(
            "{}.{}, {}.{}",
            54 + dice.roll(16),
            dice.digits(7),
            8 + dice.roll(20),
            dice.digits(7)
        ),
        "version" => format!(
            "{}.0.{}.{}",
            1 + dice.roll(12),
            10_000 + dice.roll(20_000),
            dice.digits(4)
        ),
        "unix" => format!("17{}", dice.digits(8)),
        "ean" => format!("57900{}", dice.digits(8)),
        "ocr" => format!("{}{}", 1 + dice.roll(9), dice.digits(11)),
        "pnr" => "1003265897".to_owned(),
        "amount" => format!(
            "{}.{},{:02} kr.",
            1 + dice.roll(900),
            dice.digits(3),
            dice.roll(100)
        ),
        other => panic!("no such slot: {other}"),
    }
}
