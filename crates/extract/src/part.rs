//! What reading gives back.

/// One text of a file, or the word that it could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Names from the outside in, divided by `/`: `mail.eml/2 papers.zip/list.xlsx/Sheet1`.
    pub path: String,
    pub kind: Kind,
    pub content: Content,
}

impl Part {
    /// The text, where there is one.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(&text.text),
            Content::NotInspected(_) => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Text(Text),
    NotInspected(Reason),
}

/// A text and where its bytes come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub text: String,
    pub spots: Spots,
    /// From another reading of the same bytes: counts for what is found, not for how much there is.
    pub second: bool,
}

impl Text {
    /// Where a byte of the text stands, as a reader of the document would look it up. Of many bytes: [`Text::places`].
    pub fn spot(&self, offset: usize) -> Spot {
        self.places().spot(offset)
    }

    /// Looks up one byte after the other.
    pub fn places(&self) -> Places<'_> {
        Places {
            text: self,
            counted: 0,
            lines: 0,
        }
    }
}

/// Remembers how far the lines were counted, so that those of a text are counted once and not again for every finding.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a Text,
    /// Bytes whose line feeds are in `lines`.
    counted: usize,
    lines: u32,
}

impl Places<'_> {
    /// Where a byte of the text stands; the bytes may come in any order, and are quickest in their own.
    pub fn spot(&mut self, offset: usize) -> Spot {
        let at = u32::try_from(offset).unwrap_or(u32::MAX);
        let last = |starts: &[u32]| starts.partition_point(|start| *start <= at);
        match &self.text.spots {
            Spots::Lines => Spot::Line(1 + self.lines_before(offset)),
            Spots::Pages(starts) => Spot::Page(last(starts).max(1) as u32),
            Spots::Slides(starts) => Spot::Slide(last(starts).max(1) as u32),
            Spots::Cells(cells) => {
                let index = cells.partition_point(|(start, ..)| *start <= at);
                match index.checked_sub(1).and_then(|index| cells.get(index)) {
                    Some((_, row, column)) => Spot::Cell {
                        row: *row,
                        column: *column,
                    },
                    None => Spot::Line(1),
                }
            }
        }
    }

    fn lines_before(&mut self, offset: usize) -> u32 {
        let bytes = self.text.text.as_bytes();
        let offset = offset.min(bytes.len());
        let between = self.counted.min(offset)..self.counted.max(offset);
        let lines = memchr::memchr_iter(b'\n', bytes.get(between).unwrap_or_default()).count();
        if offset < self.counted {
            self.lines -= lines as u32;
        } else {
            self.lines += lines as u32;
        }
        self.counted = offset;
        self.lines
    }
}

/// How offsets lead back to places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Spots {
    /// Count the line feeds.
    #[default]
    Lines,
    /// Where each page begins.
    Pages(Vec<u32>),
    /// Where each slide begins.
    Slides(Vec<u32>),
    /// Where each cell begins: offset, row, column, both from 0.
    Cells(Vec<(u32, u32, u32)>),
}

/// A place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// From 1.
    Line(u32),
    /// From 1.
    Page(u32),
    /// From 1.
    Slide(u32),
    /// From 0; shown as `A1`.
    Cell { row: u32, column: u32 },
}

impl Spot {
    /// `A3` of a cell.
    pub fn cell_name(row: u32, column: u32) -> String {
        let mut name = Vec::new();
        let mut left = u64::from(column) + 1;
        while left > 0 {
            name.push(b'A' + ((left - 1) % 26) as u8);
            left = (left - 1) / 26;
        }
        name.reverse();
        format!("{}{}", String::from_utf8_lossy(&name), u64::from(row) + 1)
    }
}

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$say:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$say])* $variant,)+ }

        impl $name {
            /// All of them, in the order of their numbers on the wire.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// A fixed word for programs.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }
        }
    };
}

coded! {
    /// What a text is.
    Kind {
        /// Running text.
        Text = "text",
        /// From, To, Cc, Bcc, Subject and their like.
        Headers = "headers",
        /// Every other header of a message.
        TraceHeaders = "trace-headers",
        /// Names of attached or packed files.
        Names = "names",
        /// What HTML shows.
        Html = "html",
        /// What HTML holds but does not show: comments, attributes, hidden elements.
        HtmlHidden = "html-hidden",
        /// The body of a word processor's document.
        Document = "document",
        /// Comments, tracked changes, notes, headers and footers.
        Notes = "notes",
        /// A table: rows are lines, cells are divided by tabs.
        Sheet = "sheet",
        /// Slides of a presentation.
        Slides = "slides",
        /// Title, author, keywords and other properties of a document.
        Properties = "properties",
        /// A calendar entry or an address card.
        Calendar = "calendar",
        /// Text recognised in a picture.
        Picture = "picture",
        /// Readable runs in a file of unknown form.
        Strings = "strings",
        /// A whole message or file as it stands, for a second reading.
        Raw = "raw",
        /// A file that holds others, or that could not be read.
        File = "file",
    }
}

coded! {
    /// Why something was not inspected.
    Reason {
        /// Needs a password or a key.
        Encrypted = "encrypted",
        /// No reader for this kind of file.
        UnknownType = "unknown-type",
        /// A binary format of old office programs; only readable runs were looked at.
        OldFormat = "old-format",
        /// A picture, and no OCR on this machine.
        NoOcr = "no-ocr",
        /// A PDF, and no reader for it on this machine.
        NoPdfReader = "no-pdf-reader",
        /// Over a limit of bytes.
        TooLarge = "too-large",
        /// Files in files in files, over the limit.
        TooDeep = "too-deep",
        /// Over the limit of parts.
        TooManyParts = "too-many-parts",
        /// Took too long.
        TimedOut = "timed-out",
        /// Does not follow its own format.
        Broken = "broken",
        /// Only a piece of a message, or a pointer to one elsewhere.
        Elsewhere = "elsewhere",
        /// The reading process died (out of memory, say).
        Crashed = "crashed",
        /// The file could not be opened.
        Unreadable = "unreadable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_on_from_the_last_place() {
        let text = Text {
            text: "a\nbb\n\n\nc\n".repeat(20),
            ..Text::default()
        };
        let mut places = text.places();
        let len = text.text.len();
        // Forwards, backwards, in leaps, and past the end.
        let leaps = (0..len).map(|at| at * 37 % (len + 3));
        for at in (0..=len).chain((0..=len).rev()).chain(leaps) {
            let before = text.text.as_bytes().iter().take(at);
            let lines = before.filter(|byte| **byte == b'\n').count() as u32;
            assert_eq!(places.spot(at), Spot::Line(1 + lines), "{at}");
            assert_eq!(places.counted, at.min(len));
        }
    }
}
