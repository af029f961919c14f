//! The letter to people concerned, in plain language (article 34(2)): the nature of the breach, a contact, the
//! likely consequences and the measures. The numbers of article 33(3)(a) are not required.

use kit::form::{self, Faults, Fields};
use serde::{Deserialize, Serialize};

const PART: usize = 10_000;

/// The parts of a letter in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Letter {
    pub subject: String,
    pub happened: String,
    pub consequences: String,
    pub measures: String,
    pub advice: String,
    pub contact: String,
    pub closing: String,
}

/// A part of the letter: its input, its heading in the letter, whether the law asks for it.
pub const PARTS: [(&str, &str, bool); 7] = [
    ("subject", "incidents-telling-letter-subject", false),
    ("happened", "incidents-telling-letter-happened", true),
    (
        "consequences",
        "incidents-telling-letter-consequences",
        true,
    ),
    ("measures", "incidents-telling-letter-measures", true),
    ("advice", "incidents-telling-letter-advice", false),
    ("contact", "incidents-telling-letter-contact", true),
    ("closing", "incidents-telling-letter-closing", false),
];

impl Letter {
    fn parts(&self) -> [&str; 7] {
        [
            &self.subject,
            &self.happened,
            &self.consequences,
            &self.measures,
            &self.advice,
            &self.contact,
            &self.closing,
        ]
    }

    /// A letter may be saved unfinished.
    ///
    /// # Errors
    /// A part that is too long.
    pub fn typed(fields: &Fields) -> Result<Letter, Faults> {
        let mut faults = Faults::new();
        let mut part = |name| form::optional(fields, &mut faults, name, PART).unwrap_or_default();
        let letter = Letter {
            subject: part("subject"),
            happened: part("happened"),
            consequences: part("consequences"),
            measures: part("measures"),
            advice: part("advice"),
            contact: part("contact"),
            closing: part("closing"),
        };
        faults.into_result(letter)
    }

    pub fn show(&self) -> Fields {
        let mut fields = Fields::default();
        for ((name, ..), text) in PARTS.iter().zip(self.parts()) {
            fields.set(name, text);
        }
        fields
    }

    /// The headings of what article 34(2) asks for and is not written yet.
    pub fn missing(&self) -> Vec<&'static str> {
        let parts = PARTS.iter().zip(self.parts());
        parts
            .filter(|((.., needed), text)| *needed && text.is_empty())
            .map(|((_, word, _), _)| *word)
            .collect()
    }

    /// Heading and text of each part between subject and closing that is written.
    pub fn body(&self) -> Vec<(&'static str, &str)> {
        let parts = PARTS.iter().zip(self.parts()).skip(1).take(5);
        parts
            .filter(|(_, text)| !text.is_empty())
            .map(|((_, word, _), text)| (*word, text))
            .collect()
    }
}
