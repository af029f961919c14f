//! The lists to tick, per kind of event: data beside the code in five languages, and the installation's own points.

use std::sync::LazyLock;

use kit::words::{Lang, Texts};
use serde::Deserialize;

use super::super::super::model::About;

/// A point of a list.
#[derive(Clone, Debug)]
pub struct Point {
    pub key: String,
    pub text: String,
}

#[derive(Deserialize)]
struct Lists {
    point: Vec<Written>,
}

#[derive(Deserialize)]
struct Written {
    key: String,
    /// Codes of the kinds it belongs to; none for every kind.
    #[serde(default)]
    about: Vec<String>,
    #[serde(flatten)]
    text: std::collections::BTreeMap<String, String>,
}

static LISTS: LazyLock<Vec<Written>> = LazyLock::new(|| {
    let lists: Lists = toml::from_str(include_str!("../data/lists.toml")).unwrap_or_else(|error| {
        // The file is part of the program, and a test reads it.
        panic!("lists.toml: {error}")
    });
    lists.point
});

/// The program's points for a kind of event, in the reader's language.
pub fn points(about: About, lang: Lang) -> Vec<Point> {
    LISTS
        .iter()
        .filter(|one| one.about.is_empty() || one.about.iter().any(|code| code == about.code()))
        .map(|one| Point {
            key: one.key.clone(),
            text: texts(one).best(lang).to_owned(),
        })
        .collect()
}

fn texts(one: &Written) -> Texts {
    let mut texts = Texts::new();
    for (code, text) in &one.text {
        if let Some(lang) = Lang::parse(code) {
            texts.set(lang, text.as_str());
        }
    }
    texts
}

/// Every key with its texts and kinds, for the test of the data.
#[cfg(test)]
pub fn all() -> Vec<(String, Texts, Vec<String>)> {
    LISTS
        .iter()
        .map(|one| (one.key.clone(), texts(one), one.about.clone()))
        .collect()
}
