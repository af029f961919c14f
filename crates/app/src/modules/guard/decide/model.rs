//! What a decision is made from.

use kit::clock::Day;

use super::super::model::{Class, Domain, Level, Number, Wish, WishOf};

/// What is the same for all recipients of a mail, besides its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case<'a> {
    /// Whose law: `dk`, `se`, `fi`, `no` or `is`.
    pub country: &'a str,
    /// The mail has come round.
    pub looped: bool,
}

/// How much a content weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    pub class: Class,
    /// Different persons.
    pub persons: u32,
    pub children: bool,
    /// A matter that national law keeps secret, about a person.
    pub secret: bool,
}

impl Weight {
    /// Nothing was found.
    pub const NOTHING: Weight = Weight {
        class: Class::Open,
        persons: 0,
        children: false,
        secret: false,
    };
}

/// What a mail holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Of everything found; sensitive where a part could not be read.
    pub all: Weight,
    /// Of what no answer takes away: identifiers that are no guess, own words, parts that could not be read.
    pub certain: Weight,
    /// Parts that could not be read.
    pub unread: u32,
    pub number_in_subject: bool,
    /// Identity numbers in it, each once.
    pub numbers: Vec<Number>,
}

impl Facts {
    /// Nothing was found, and everything was read.
    pub const NOTHING: Facts = Facts {
        all: Weight::NOTHING,
        certain: Weight::NOTHING,
        unread: 0,
        number_in_subject: false,
        numbers: Vec::new(),
    };
}

/// Whether the recipient's server can do what is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    Untried,
    /// It was asked and cannot.
    Below,
}

/// What the sender of a held mail has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Secure,
    NotSensitive,
}

/// One recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct To {
    pub domain: Domain,
    pub number_in_address: bool,
    /// Wishes of this recipient, and of persons that the mail is about.
    pub wishes: Vec<Wish>,
    pub transport: Transport,
    pub asked: Option<Asked>,
    /// It was begun twice, and how it ended is not known.
    pub exhausted: bool,
}

impl To {
    /// An unknown recipient of whom nothing is known.
    pub fn unknown() -> To {
        To {
            domain: Domain::Unknown,
            number_in_address: false,
            wishes: Vec::new(),
            transport: Transport::Untried,
            asked: None,
            exhausted: false,
        }
    }

    /// Wishes that count here: a person's wish about letters to them does not forbid colleagues to write to each
    /// other about the case inside the house.
    pub fn binding(&self) -> impl Iterator<Item = &Wish> {
        self.wishes
            .iter()
            .filter(|wish| wish.of != WishOf::Subject || self.domain != Domain::Own)
    }

    /// The strictest of them.
    pub fn strictest(&self) -> Option<&Wish> {
        self.binding()
            .filter(|wish| wish.level > Level::Open)
            .max_by_key(|wish| (wish.level, std::cmp::Reverse(wish.channel)))
    }
}

/// Whole years of age on a day, from an identity number's value as `detect` normalises it; `None` where the
/// number tells no birth date. A number that fits two centuries counts as the younger person: the level is raised
/// rather than missed.
pub fn age_at(kind: detect::Kind, value: &str, today: Day) -> Option<i32> {
    use detect::Kind;
    let digits: Vec<i32> = value
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|byte| i32::from(byte - b'0'))
        .collect();
    let two = |at: usize| Some(digits.get(at)? * 10 + digits.get(at + 1)?);
    let (day, month, year) = match kind {
        Kind::Cpr => {
            let yy = two(4)?;
            let year = match (*digits.get(6)?, yy) {
                (0..=3, _) | (4 | 9, 37..) => 1900 + yy,
                (4 | 9, _) | (5..=8, 0..=57) => 2000 + yy,
                _ => 1800 + yy,
            };
            (two(0)?, two(2)?, year)
        }
        Kind::Hetu => {
            let century = match value.as_bytes().get(6)? {
                b'+' => 1800,
                b'A'..=b'F' => 2000,
                _ => 1900,
            };
            (two(0)?, two(2)?, century + two(4)?)
        }
        Kind::Personnummer | Kind::Samordningsnummer => match digits.len() {
            12 => (two(6)?, two(4)?, two(0)? * 100 + two(2)?),
            _ => (two(4)?, two(2)?, youngest(two(0)?, today)),
        },
        Kind::Fodselsnummer | Kind::Kennitala | Kind::Ptal | Kind::BirthDate => {
            (two(0)?, two(2)?, youngest(two(4)?, today))
        }
        _ => return None,
    };
    // Series add 20, 40, 60, 65 or 80 to the day or the month (identifiers.md, sections 2 to 7).
    let day = if day > 60 {
        day - 60
    } else if day > 40 {
        day - 40
    } else {
        day
    };
    let month = [80, 65, 40, 20]
        .into_iter()
        .find(|more| month > *more)
        .map_or(month, |more| month - more);
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    let had = (today.month(), today.day()) >= (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Some(today.year() - year - i32::from(!had))
}

/// The latest year with these two last digits that is not in the future.
fn youngest(yy: i32, today: Day) -> i32 {
    let this = today.year();
    let year = this - this.rem_euclid(100) + yy;
    if year > this { year - 100 } else { year }
}

#[cfg(test)]
mod tests {
    use detect::Kind;
    use kit::clock::Day;

    use super::age_at;

    #[test]
    fn a_number_tells_the_age() {
        let today = Day::parse("2026-03-02").unwrap();
        for (kind, value, age) in [
            (Kind::Cpr, "0101800008", Some(46)),
            (Kind::Cpr, "0303154000", Some(10)),
            (Kind::Hetu, "010110A999X", Some(16)),
            (Kind::Hetu, "010180-999X", Some(46)),
            (Kind::Personnummer, "201503021234", Some(11)),
            (Kind::Personnummer, "1503031234", Some(10)),
            (Kind::Fodselsnummer, "41011012345", Some(16)),
            (Kind::Card, "4111111111111111", None),
            (Kind::Cpr, "99", None),
        ] {
            assert_eq!(age_at(kind, value, today), age, "{kind:?} {value}");
        }
    }
}
