//! Blocks, tables and charts become a tagged PDF.
//!
//! The caller builds a [`Document`] of plain text and numbers it has already
//! put into words for its readers; [`pdf`] prints it as PDF/UA-1 and PDF/A-2a.
//! The crate knows nothing of the business, opens no file and uses no network:
//! the typesetter sees a fixed template and one JSON file, so no text can ever
//! be read as a command.
//!
//! A `Document` is serialisable, so that a server can hand it to a short-lived
//! child process that renders and exits, and keep its own memory small.
//!
//! [`chart::svg`] draws the same pictures for a web page.

pub mod chart;
mod clean;
mod colour;
mod columns;
mod fault;
mod measure;
mod plan;
mod press;
mod squares;

pub use chart::{Chart, Plot, Series, Tick};
pub use fault::Fault;
pub use press::pdf;
pub use squares::Squares;

use serde::{Deserialize, Serialize};

/// Everything that goes on paper, in the reader's language already.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Language of the text, `en`, `fi`, `sv`, `da` or `nb`. It decides the
    /// hyphenation, the words "Table" and "Figure", and what a screen reader speaks.
    pub lang: String,
    /// Title on the cover and in the file. Must not be empty (PDF/UA-1, 7.1).
    pub title: String,
    /// Second line of the cover; may be empty.
    pub subtitle: String,
    /// Who publishes the document, for instance the name of a municipality.
    pub author: String,
    /// Date as the cover shows it.
    pub date: String,
    /// The same date as `yyyy-mm-dd`; the file's only timestamp.
    pub iso_date: String,
    /// House colour as `#rrggbb`. It is darkened until it can be read on white.
    pub colour: String,
    /// Heading of the table of contents; `None` leaves the contents and the cover out: the title then
    /// stands on the first page.
    pub contents_title: Option<String>,
    /// Text at the top of every page after the cover.
    pub running_head: String,
    /// Word before the page number, for instance "Page".
    pub page_label: String,
    /// The content in reading order.
    pub blocks: Vec<Block>,
}

/// One piece of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading; level 1 is the highest. A level that skips one is raised,
    /// because PDF/UA-1 (7.4.2) does not allow a gap. An empty text prints nothing.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The words of the heading.
        text: String,
    },
    /// Running text. A line break in it stays a line break.
    Paragraph(String),
    /// A small muted note.
    Quiet(String),
    /// A bulleted list.
    List(Vec<String>),
    /// Names with their values.
    Facts(Vec<(String, String)>),
    /// Large numbers on cards, three in a row.
    KeyFigures(Vec<KeyFigure>),
    /// A table with its caption.
    Table(Table),
    /// A chart with its caption.
    Chart(Figure),
    /// A square picture of dark and empty fields, as a camera reads it.
    Squares(Squares),
    /// What follows begins on a new page.
    PageBreak,
}

/// A number worth a card of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// The number as shown, for instance "1 204".
    pub value: String,
    /// What is counted.
    pub label: String,
    /// A muted line below; may be empty.
    pub note: String,
}

/// A table. Rows may be shorter or longer than the head; nothing is dropped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Caption above the table.
    pub caption: String,
    /// Column headings.
    pub head: Vec<String>,
    /// Cells, row by row.
    pub rows: Vec<Vec<String>>,
    /// Per column: numbers, set to the right. Missing entries mean text.
    pub numeric: Vec<bool>,
    /// Whether the first cell of each row names the row.
    pub row_heads: bool,
    /// What the table shows, for those who hear it; may be empty.
    pub summary: String,
}

/// A chart with the words that go with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What is drawn.
    pub chart: Chart,
    /// Caption below the chart.
    pub caption: String,
    /// The chart in words, for those who cannot see it. Must not be empty
    /// (PDF/UA-1, 7.3).
    pub alt: String,
}
