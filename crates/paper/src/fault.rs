//! What can stop a document from being printed.

use std::fmt;

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The title is empty; PDF/UA-1 asks for one.
    Title,
    /// The language is not a two- or three-letter code.
    Language(String),
    /// The date is not a day written `yyyy-mm-dd`.
    Date(String),
    /// The colour is not written `#rrggbb`.
    Colour(String),
    /// The chart with this caption has no text alternative.
    Alternative(String),
    /// The typesetter could not set the pages.
    Layout(String),
    /// The pages were set but do not meet PDF/UA-1 and PDF/A-2a.
    Standard(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => write!(f, "the document has no title"),
            Self::Language(lang) => write!(f, "not a language code: {lang:?}"),
            Self::Date(date) => write!(f, "not a date written yyyy-mm-dd: {date:?}"),
            Self::Colour(colour) => write!(f, "not a colour written #rrggbb: {colour:?}"),
            Self::Alternative(caption) => {
                write!(f, "the chart {caption:?} has no text alternative")
            }
            Self::Layout(why) => write!(f, "the pages could not be set: {why}"),
            Self::Standard(why) => write!(f, "the pages do not meet PDF/UA-1: {why}"),
        }
    }
}

impl std::error::Error for Fault {}
