//! A text that people wrote in one or more languages: a unit's name, a guidance page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Lang;

/// A text per language. Stored and sent as a JSON object, `{"fi":"Sivistys","sv":"Bildning"}`. Blank texts are not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<Lang, String>", into = "BTreeMap<Lang, String>")]
pub struct Texts(BTreeMap<Lang, String>);

impl Texts {
    /// No text in any language.
    pub fn new() -> Texts {
        Texts::default()
    }

    /// The same text in all languages, for names that are not translated.
    pub fn same(text: &str) -> Texts {
        Lang::ALL
            .into_iter()
            .map(|lang| (lang, text.to_owned()))
            .collect()
    }

    /// The text in exactly this language.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }

    /// The text in this language, else in English, else in the first language there is, else nothing.
    pub fn best(&self, lang: Lang) -> &str {
        self.best_in(lang).map_or("", |(_, text)| text)
    }

    /// As [`Texts::best`], with the language the text is in: a page that shows it marks it with that `lang`
    /// (WCAG 2.2, 3.1.2).
    pub fn best_in(&self, lang: Lang) -> Option<(Lang, &str)> {
        [lang, Lang::En]
            .into_iter()
            .find_map(|lang| self.get(lang).map(|text| (lang, text)))
            .or_else(|| self.iter().next())
    }

    /// Puts the text of a language; a blank one is taken away.
    pub fn set(&mut self, lang: Lang, text: impl Into<String>) {
        let text = text.into();
        if text.trim().is_empty() {
            self.0.remove(&lang);
        } else {
            self.0.insert(lang, text);
        }
    }

    /// The texts in the order of [`Lang::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str()))
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The JSON object.
    pub fn to_json(&self) -> String {
        // A map from codes to strings always has a JSON form.
        serde_json::to_string(self).unwrap_or_else(|_| "{}".to_owned())
    }

    /// Reads the JSON object; nothing if it is not one or names a language we do not have.
    pub fn from_json(json: &str) -> Option<Texts> {
        serde_json::from_str(json).ok()
    }
}

impl FromIterator<(Lang, String)> for Texts {
    fn from_iter<I: IntoIterator<Item = (Lang, String)>>(pairs: I) -> Self {
        let mut texts = Texts::default();
        for (lang, text) in pairs {
            texts.set(lang, text);
        }
        texts
    }
}

impl From<BTreeMap<Lang, String>> for Texts {
    fn from(map: BTreeMap<Lang, String>) -> Self {
        map.into_iter().collect()
    }
}

impl From<Texts> for BTreeMap<Lang, String> {
    fn from(texts: Texts) -> Self {
        texts.0
    }
}
