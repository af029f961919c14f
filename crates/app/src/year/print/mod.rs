//! The frozen sheet as a reader sees it. One list of parts serves the web page, the PDF and the two-page
//! summary, in the public and in the internal version; so no version can say what another does not know.

mod boards;
mod charts;
mod document;
mod front;
mod groups;
mod numbers;
mod sections;
mod summary;
mod tables;
mod targets;
#[cfg(test)]
mod tests;
mod view;

use kit::words::{Lang, Tongue};
use paper::{Figure, KeyFigure, Table};

pub use document::{document, short};
pub use numbers::plain;
pub use summary::summary;
pub use view::{CellName, House, Place, Places, View};

/// One piece of the sheet in reading order, in the reader's language already.
#[derive(Clone, Debug)]
pub enum Part {
    /// `anchor` names it in the page's address.
    Heading {
        level: u8,
        text: String,
        anchor: String,
    },
    /// What a person wrote, with the language it is in: a reader of another language hears it rightly
    /// (WCAG 2.2, 3.1.2).
    Text {
        text: String,
        lang: Lang,
    },
    Quiet(String),
    List(Vec<String>),
    Facts(Vec<(String, String)>),
    Cards(Vec<KeyFigure>),
    Table(Table),
    /// A picture and the table behind it.
    Chart {
        figure: Figure,
        table: Table,
        id: String,
    },
    /// What follows, up to [`Part::EndFold`], the page folds away under this heading (of the second level). Paper
    /// has nothing to fold and shows it all.
    Fold {
        text: String,
        anchor: String,
    },
    EndFold,
    /// A table that the page folds away and the paper leaves out, because its numbers are in the open data.
    Folded {
        summary: String,
        table: Table,
    },
}

impl Part {
    fn heading(level: u8, text: impl Into<String>, anchor: impl Into<String>) -> Part {
        Part::Heading {
            level,
            text: text.into(),
            anchor: anchor.into(),
        }
    }

    /// A text of the program, in the reader's language.
    fn said(w: &Tongue, text: impl Into<String>) -> Part {
        Part::Text {
            text: text.into(),
            lang: w.lang,
        }
    }
}

/// The whole sheet.
pub fn whole(view: &View<'_>, w: &Tongue, house: &House) -> Vec<Part> {
    let mut parts = front::opening(view, w, house);
    for section in view.sections() {
        parts.extend(sections::section(view, w, section));
    }
    parts.extend(front::annexes(view, w));
    parts
}
