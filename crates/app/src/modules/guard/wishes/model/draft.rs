//! A wish as it was typed, and one that may be stored.

use kit::clock::Day;
use kit::form::{self, Faults, Fields};
use kit::words::Lang;

use super::{Asked, Digits, Name, Source, folded};

/// Nobody has more letterboxes than this.
const ADDRESSES: usize = 10;
const NOTE: usize = 200;

/// A wish as somebody typed it.
#[derive(Clone, Debug)]
pub struct Draft {
    pub number: String,
    pub addresses: String,
    pub asked: Option<Asked>,
    pub wished: String,
    pub day: Option<Day>,
    pub source: Option<Source>,
    pub note: Option<String>,
    pub lang: Option<Lang>,
}

/// A wish that may be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    pub names: Vec<Name>,
    pub asked: Asked,
    /// The one address, for [`Asked::Address`] alone.
    pub wished: Option<String>,
    pub day: Day,
    pub source: Source,
    pub note: Option<String>,
    /// The person's language.
    pub lang: Lang,
}

impl Draft {
    /// What the form of the staff holds.
    pub fn typed(fields: &Fields, faults: &mut Faults) -> Draft {
        Draft {
            number: fields.text("number").to_owned(),
            addresses: fields.text("addresses").to_owned(),
            asked: form::choice(fields, faults, "channel", Asked::parse),
            wished: fields.text("wished").to_owned(),
            day: form::day(fields, faults, "day"),
            source: form::choice(fields, faults, "source", Source::parse),
            note: form::optional(fields, faults, "note", NOTE),
            lang: form::choice(fields, faults, "lang", Lang::parse),
        }
    }

    /// # Errors
    /// Everything that is wrong, beside its field.
    pub fn check(&self, mut faults: Faults, today: Day) -> Result<Checked, Faults> {
        let mut names = self.names(&mut faults);
        if names.is_empty()
            && faults.of("number").next().is_none()
            && faults.of("addresses").next().is_none()
        {
            faults.add("number", "guard-wishes-fault-nobody");
        }
        form::need(&mut faults, "channel", form::REQUIRED, &self.asked);
        form::need(&mut faults, "day", form::REQUIRED, &self.day);
        form::need(&mut faults, "source", form::REQUIRED, &self.source);
        form::need(&mut faults, "lang", form::REQUIRED, &self.lang);
        if self.day.is_some_and(|day| day > today) {
            faults.add("day", "guard-wishes-fault-future");
        }
        let wished = match self.asked {
            Some(Asked::Address) => {
                let wished = folded(&self.wished);
                if wished.is_none() {
                    faults.add("wished", "guard-wishes-fault-wished");
                }
                wished
            }
            _ => None,
        };
        // The wished address leads to the person too.
        if let Some(name) = wished.clone().map(Name::address)
            && !names.contains(&name)
        {
            names.push(name);
        }
        let (Some(asked), Some(day), Some(source), Some(lang)) =
            (self.asked, self.day, self.source, self.lang)
        else {
            return Err(faults);
        };
        faults.into_result(Checked {
            names,
            asked,
            wished,
            day,
            source,
            note: self.note.clone(),
            lang,
        })
    }

    fn names(&self, faults: &mut Faults) -> Vec<Name> {
        let mut names = Vec::new();
        if !self.number.trim().is_empty() {
            match Digits::typed(&self.number) {
                Some(number) => names.push(Name::number(&number)),
                None => faults.add("number", "guard-wishes-fault-number"),
            }
        }
        let split = self
            .addresses
            .split(|c: char| c.is_whitespace() || c == ',' || c == ';');
        for text in split.filter(|text| !text.is_empty()).take(ADDRESSES + 1) {
            match folded(text).map(Name::address) {
                Some(name) if names.len() > ADDRESSES || names.contains(&name) => {}
                Some(name) => names.push(name),
                None => {
                    faults.add("addresses", "guard-wishes-fault-address");
                    break;
                }
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(channel: &str, number: &str, addresses: &str, wished: &str) -> Draft {
        Draft {
            number: number.into(),
            addresses: addresses.into(),
            asked: Asked::parse(channel),
            wished: wished.into(),
            day: Day::parse("2026-03-01"),
            source: Some(Source::Phone),
            note: None,
            lang: Some(Lang::Da),
        }
    }

    fn faults(draft: &Draft) -> Vec<&'static str> {
        let today = Day::parse("2026-03-02").unwrap();
        match draft.check(Faults::new(), today) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().map(|fault| fault.message).collect(),
        }
    }

    #[test]
    fn a_wish_names_somebody_and_says_what() {
        assert!(faults(&draft("letter", "010180-0008", "", "")).is_empty());
        assert!(faults(&draft("encrypted", "", "a@b.dk, c@d.dk", "")).is_empty());
        assert!(faults(&draft("address", "", "a@b.dk", "c@d.dk")).is_empty());
        assert_eq!(
            faults(&draft("letter", "", "", "")),
            ["guard-wishes-fault-nobody"]
        );
        assert_eq!(
            faults(&draft("letter", "12", "", "")),
            ["guard-wishes-fault-number"]
        );
        assert_eq!(
            faults(&draft("letter", "", "nobody", "")),
            ["guard-wishes-fault-address"]
        );
        assert_eq!(
            faults(&draft("address", "", "a@b.dk", "")),
            ["guard-wishes-fault-wished"]
        );
        assert_eq!(faults(&draft("", "010180-0008", "", "")), [form::REQUIRED]);
        let mut late = draft("letter", "010180-0008", "", "");
        late.day = Day::parse("2026-03-03");
        assert_eq!(faults(&late), ["guard-wishes-fault-future"]);
    }
}
