//! The five languages.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language a page can be in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, as written in Europe.
    En,
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
    /// Danish.
    Da,
    /// Norwegian bokmål.
    Nb,
}

impl Lang {
    /// All languages, in the order of the language menu.
    pub const ALL: [Lang; 5] = [Lang::En, Lang::Fi, Lang::Sv, Lang::Da, Lang::Nb];

    /// The code for `lang` attributes and storage: `en`, `fi`, `sv`, `da`, `nb`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fi => "fi",
            Lang::Sv => "sv",
            Lang::Da => "da",
            Lang::Nb => "nb",
        }
    }

    /// Reads a language tag in any case, with or without a region: `sv-FI` is Swedish, `no` and `nn` are served
    /// in bokmål, because a reader of nynorsk reads it and we have no better.
    pub fn parse(tag: &str) -> Option<Lang> {
        let language = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        match language.as_str() {
            "no" | "nn" => Some(Lang::Nb),
            code => Lang::ALL.into_iter().find(|lang| lang.code() == code),
        }
    }

    /// The language's name in itself, for the language menu.
    pub fn autonym(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Fi => "suomi",
            Lang::Sv => "svenska",
            Lang::Da => "dansk",
            Lang::Nb => "norsk bokmål",
        }
    }

    /// The language a browser asks for (`Accept-Language`, RFC 9110 section 12.5.4): the highest q-value that is
    /// one of ours, the first of equals, never one with q=0.
    pub fn from_accept(header: &str) -> Option<Lang> {
        let mut best: Option<(f32, Lang)> = None;
        // The header comes from outside; nobody reads more than a few languages.
        for part in header.split(',').take(32) {
            let mut pieces = part.split(';');
            let Some(lang) = pieces.next().and_then(Lang::parse) else {
                continue;
            };
            let quality = pieces
                .find_map(|piece| piece.trim().strip_prefix("q="))
                .map_or(Some(1.0), |q| q.parse().ok());
            let Some(quality) = quality.filter(|q| *q > 0.0 && *q <= 1.0) else {
                continue;
            };
            if best.is_none_or(|(so_far, _)| quality > so_far) {
                best = Some((quality, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }

    /// Where the language stands in [`Lang::ALL`].
    pub(super) const fn place(self) -> usize {
        self as usize
    }

    /// The locale whose habits the language follows. English is the European one: 22 November 2026, 24-hour clock.
    pub(super) fn locale(self) -> &'static str {
        match self {
            Lang::En => "en-GB",
            Lang::Fi => "fi",
            Lang::Sv => "sv",
            Lang::Da => "da",
            Lang::Nb => "nb",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.code())
    }
}
