//! The national forms as views of the one model: which question holds which fields, in the country's order and
//! words as far as they are known (facts § 7). The tables are the TOML files in `forms/`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use kit::words::Lang;
use serde::Deserialize;

use super::field::Field;
use super::notification::Notification;

kit::choices! {
    /// A country whose authority is told.
    pub enum Country {
        Finland = "fi", "incidents-telling-country-fi";
        Sweden = "se", "incidents-telling-country-se";
        Denmark = "dk", "incidents-telling-country-dk";
        Norway = "no", "incidents-telling-country-no";
    }
}

impl Country {
    /// The country of an installation, by the name of its time zone: Europe/Helsinki is Finland's.
    pub fn of_zone(zone: &str) -> Country {
        match zone {
            "Europe/Stockholm" => Country::Sweden,
            "Europe/Copenhagen" | "Atlantic/Faroe" | "America/Nuuk" => Country::Denmark,
            "Europe/Oslo" | "Arctic/Longyearbyen" => Country::Norway,
            _ => Country::Finland,
        }
    }

    /// Message with where a notification is handed in there.
    pub fn channel(self) -> &'static str {
        match self {
            Country::Finland => "incidents-telling-handed-in-fi",
            Country::Sweden => "incidents-telling-handed-in-se",
            Country::Denmark => "incidents-telling-handed-in-dk",
            Country::Norway => "incidents-telling-handed-in-no",
        }
    }

    /// The form in the country's first language.
    pub fn form(self) -> &'static NationalForm {
        &NationalForm::all()[self as usize]
    }

    /// The form in a language, when the authority serves people in it; else in its first.
    pub fn form_in(self, lang: Lang) -> &'static NationalForm {
        let own = NationalForm::all()
            .iter()
            .find(|form| form.country() == Some(self) && form.language == lang);
        own.unwrap_or(self.form())
    }
}

/// One country's form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NationalForm {
    /// `fi`, `fi-sv`: the country, and the language where it is not the first.
    pub code: String,
    pub authority: String,
    pub language: Lang,
    /// Nobody has seen the authority's wording in this language: the questions are those of the first one, translated.
    #[serde(default)]
    pub translated: bool,
    /// Heading of what the form has no question for.
    pub further: String,
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

impl Default for NationalForm {
    fn default() -> Self {
        NationalForm {
            code: String::new(),
            authority: String::new(),
            translated: false,
            language: Lang::En,
            further: String::new(),
            items: Vec::new(),
        }
    }
}

/// One question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    #[serde(default)]
    pub heading: Option<String>,
    #[serde(default)]
    pub number: Option<String>,
    pub label: String,
    /// Stated on the authority's own pages; else known in substance only.
    #[serde(default)]
    pub sure: bool,
    /// The question of the phase.
    #[serde(default)]
    pub phase: bool,
    fields: Vec<String>,
}

impl Item {
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().filter_map(|code| Field::parse(code))
    }
}

#[cfg(test)]
impl Item {
    /// Whether every code of the table is a field.
    pub fn all_known(&self) -> bool {
        self.fields.iter().all(|code| Field::parse(code).is_some())
    }
}

/// A question with the fields that answer it: those that are filled in or still open.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// None for what the country's form has no question for.
    pub item: Option<&'a Item>,
    pub fields: Vec<Field>,
}

impl NationalForm {
    /// Each country's first, in the order of the countries, then those in further languages.
    pub fn all() -> &'static [NationalForm] {
        static FORMS: LazyLock<Vec<NationalForm>> = LazyLock::new(|| {
            let files = [
                include_str!("../forms/fi.toml"),
                include_str!("../forms/se.toml"),
                include_str!("../forms/dk.toml"),
                include_str!("../forms/no.toml"),
                include_str!("../forms/fi-sv.toml"),
            ];
            files
                .into_iter()
                .map(|file| toml::from_str(file).unwrap_or_default())
                .collect()
        });
        &FORMS
    }

    pub fn named(code: &str) -> Option<&'static NationalForm> {
        NationalForm::all().iter().find(|form| form.code == code)
    }

    pub fn country(&self) -> Option<Country> {
        Country::parse(self.code.split('-').next().unwrap_or_default())
    }

    /// Message with where it is handed in.
    pub fn channel(&self) -> &'static str {
        self.country().unwrap_or(Country::Finland).channel()
    }

    /// Message with its name.
    pub fn word(&self) -> &'static str {
        match self.country() {
            Some(Country::Finland) if self.language == Lang::Sv => {
                "incidents-telling-country-fi-sv"
            }
            country => country.unwrap_or(Country::Finland).word(),
        }
    }

    /// Every question, and at the end what is filled in and has no question.
    pub fn asked(&self, notification: &Notification) -> Vec<Asked<'_>> {
        let open = notification.open_fields();
        let shown = |field: &Field| notification.has(*field) || open.contains(field);
        let mut asked: Vec<Asked<'_>> = self
            .items
            .iter()
            .map(|item| Asked {
                item: Some(item),
                fields: item.fields().filter(shown).collect(),
            })
            .collect();
        let placed: BTreeSet<Field> = self.items.iter().flat_map(Item::fields).collect();
        let rest: Vec<Field> = Field::ALL
            .iter()
            .copied()
            .filter(|field| !placed.contains(field))
            .filter(shown)
            .collect();
        if !rest.is_empty() {
            asked.push(Asked {
                item: None,
                fields: rest,
            });
        }
        asked
    }

    /// Whether a question of it is known in substance only.
    pub fn is_partial(&self) -> bool {
        self.items.iter().any(|item| !item.sure)
    }
}
