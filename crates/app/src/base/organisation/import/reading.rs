//! Bytes to rows. Nothing is believed about a file: what is no table of text is refused with the reason.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::base::export::FORMULA;

/// More columns than any HR system writes.
const MOST_COLUMNS: usize = 200;
/// A longer cell is an opened quotation mark that is never closed.
const LONGEST_CELL: usize = 2_000;

/// A table as it came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The encoding's name, for the preview.
    pub encoding: String,
    pub delimiter: char,
    pub head: Vec<String>,
    pub rows: Vec<Line>,
}

/// A row and the line of the file it begins on, the head being line 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub line: u64,
    pub cells: Vec<String>,
    /// Places of cells in which an identity number stood: they are empty now.
    #[serde(default)]
    pub dropped: Vec<usize>,
    /// The number of cells is not that of the head, or a cell has no end.
    pub broken: bool,
}

impl Sheet {
    /// Cells that begin as a formula does, with their lines, columns and signs. They are text here; a spreadsheet that
    /// opens the file runs them. Tabs and line breaks before a cell's text are gone already.
    pub fn formulas(&self) -> impl Iterator<Item = (u64, &str, char)> {
        let rows = self.rows.iter().filter(|row| !row.broken);
        rows.flat_map(|row| {
            let cells = row.cells.iter().zip(&self.head);
            cells.filter_map(|(cell, head)| {
                let sign = cell.chars().next().filter(|sign| FORMULA.contains(sign))?;
                // A lone dash is how many write that there is nothing.
                (cell.len() > 1).then_some((row.line, head.as_str(), sign))
            })
        })
    }
}

/// Why a whole file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    TooLarge,
    Zip,
    Pdf,
    Utf16,
    Binary,
    TooManyColumns,
    NoRows,
}

impl Unreadable {
    pub fn word(self) -> &'static str {
        match self {
            Unreadable::Empty => "organisation-import-empty",
            Unreadable::TooLarge => "organisation-import-large",
            Unreadable::Zip => "organisation-import-zip",
            Unreadable::Pdf => "organisation-import-pdf",
            Unreadable::Utf16 => "organisation-import-utf16",
            Unreadable::Binary => "organisation-import-binary",
            Unreadable::TooManyColumns => "organisation-import-columns",
            Unreadable::NoRows => "organisation-import-no-rows",
        }
    }
}

/// Reads a table of text: UTF-8 with or without a mark, else Windows-1252 (which Latin-1 is read as on the web).
///
/// # Errors
/// [`Unreadable`] when it is no such table.
pub fn read(bytes: &[u8], limit: usize) -> Result<Sheet, Unreadable> {
    if bytes.len() > limit {
        return Err(Unreadable::TooLarge);
    }
    let (encoding, text) = decode(bytes)?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    // The first line of what a well-known office program writes may say `sep=;`.
    let begin = match text.split_once('\n') {
        Some((first, _)) if first.trim().len() == 5 && first.starts_with("sep=") => first.len() + 1,
        _ => 0,
    };
    let delimiter = sniff(&text[begin..]);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter as u8)
        .has_headers(false)
        .flexible(true)
        .from_reader(&text.as_bytes()[begin..]);
    let mut records = reader.records().filter_map(Result::ok);
    let head: Vec<String> = records
        .next()
        .map(|record| cells(&record))
        .unwrap_or_default();
    if head.len() > MOST_COLUMNS {
        return Err(Unreadable::TooManyColumns);
    }
    let mut lines = Lines {
        text: &text,
        at: 0,
        line: 1,
    };
    let mut rows = Vec::new();
    for record in records {
        let cells = cells(&record);
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let broken = cells.len() != head.len()
            || cells.iter().any(|cell| cell.chars().count() > LONGEST_CELL);
        let byte = record.position().map_or(0, csv::Position::byte);
        let line = lines.of(begin + usize::try_from(byte).unwrap_or(0));
        rows.push(Line {
            line,
            cells,
            dropped: Vec::new(),
            broken,
        });
    }
    if rows.is_empty() {
        return Err(Unreadable::NoRows);
    }
    Ok(Sheet {
        encoding: encoding.to_owned(),
        delimiter,
        head,
        rows,
    })
}

/// Counts lines as an editor shows them, empty ones too.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line on which a record begins; records come in the order of the file. The reader gives the place
    /// before the empty lines that it skips.
    fn of(&mut self, byte: usize) -> u64 {
        let bytes = self.text.as_bytes();
        let blank = |at: usize| {
            bytes
                .get(at)
                .is_some_and(|byte| matches!(byte, b'\r' | b'\n'))
        };
        while self.at < byte || blank(self.at) {
            let alone =
                bytes.get(self.at) == Some(&b'\r') && bytes.get(self.at + 1) != Some(&b'\n');
            if self.at < bytes.len() && (bytes[self.at] == b'\n' || alone) {
                self.line += 1;
            }
            self.at += 1;
        }
        self.line
    }
}

fn cells(record: &csv::StringRecord) -> Vec<String> {
    record
        .iter()
        .map(|cell| kit::form::clean(cell).trim().to_owned())
        .collect()
}

fn decode(bytes: &[u8]) -> Result<(&'static str, Cow<'_, str>), Unreadable> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Unreadable::Utf16);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Err(Unreadable::Zip);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(Unreadable::Pdf);
    }
    // A NUL in the first few bytes and then every other one: UTF-16 without its mark.
    if bytes.contains(&0) {
        let every_other = bytes.len() > 3 && (bytes[1] == 0 && bytes[3] == 0);
        return Err(if every_other {
            Unreadable::Utf16
        } else {
            Unreadable::Binary
        });
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let (encoding, text) = match std::str::from_utf8(bytes) {
        Ok(text) => ("UTF-8", Cow::Borrowed(text)),
        Err(_) => (
            "Windows-1252",
            encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0,
        ),
    };
    let strange = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    if text.chars().any(strange) {
        return Err(Unreadable::Binary);
    }
    Ok((encoding, text))
}

/// The sign that stands most often in the first line, outside quotation marks.
fn sniff(text: &str) -> char {
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("");
    let mut quoted = false;
    let mut counts = [(';', 0), (',', 0), ('\t', 0)];
    for c in line.chars() {
        if c == '"' {
            quoted = !quoted;
        } else if !quoted && let Some(entry) = counts.iter_mut().find(|(sign, _)| *sign == c) {
            entry.1 += 1;
        }
    }
    let mut best = counts[0];
    for entry in &counts[1..] {
        if entry.1 > best.1 {
            best = *entry;
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(bytes: &[u8]) -> Sheet {
        read(bytes, 1 << 20).unwrap()
    }

    #[test]
    fn a_table_is_read_in_each_encoding_and_with_each_sign() {
        for bytes in [
            "a;b\n1;ä\n".as_bytes(),
            b"\xef\xbb\xbfa;b\r\n1;\xc3\xa4\r\n",
            b"a;b\r\n1;\xe4",
            b"a,b\n1,\xe4\n",
            b"a\tb\n1\t\xe4\n\n\n",
            b"sep=;\r\na;b\r\n1;\xe4\r\n",
            b"\"a\";\"b\"\n\"1\";\" \xe4 \"\n",
        ] {
            let sheet = sheet(bytes);
            assert_eq!(sheet.head, ["a", "b"]);
            assert_eq!(sheet.rows.len(), 1);
            assert_eq!(sheet.rows[0].cells, ["1", "ä"]);
            assert!(!sheet.rows[0].broken);
        }
    }

    #[test]
    fn rows_know_their_lines() {
        let sheet = sheet(b"a;b\n1;\"two\nlines\"\n\n2;x\n3\n");
        let lines: Vec<(u64, bool)> = sheet
            .rows
            .iter()
            .map(|row| (row.line, row.broken))
            .collect();
        assert_eq!(lines, [(2, false), (5, false), (6, true)]);
        assert_eq!(sheet.rows[0].cells[1], "two\nlines");
    }

    #[test]
    fn what_is_no_table_is_refused_with_the_reason() {
        let wide = format!("{}\n1\n", "a;".repeat(1000));
        for (bytes, why) in [
            (&b""[..], Unreadable::Empty),
            (b" \r\n\n", Unreadable::Empty),
            (b"\xef\xbb\xbf", Unreadable::Empty),
            (b"PK\x03\x04\x14\x00", Unreadable::Zip),
            (b"%PDF-1.7", Unreadable::Pdf),
            (b"\xff\xfea\x00;\x00", Unreadable::Utf16),
            (b"a\x00;\x00b\x00", Unreadable::Utf16),
            (b"a;b\n1;\x00\n", Unreadable::Binary),
            (b"\x89PNG\r\n\x1a\n;;;", Unreadable::Binary),
            (b"a;b\n", Unreadable::NoRows),
            (wide.as_bytes(), Unreadable::TooManyColumns),
            (&[b'a'; (1 << 20) + 1], Unreadable::TooLarge),
        ] {
            assert_eq!(read(bytes, 1 << 20).unwrap_err(), why);
        }
    }

    #[test]
    fn an_unclosed_quotation_mark_breaks_its_row() {
        let bytes = format!("a;b\n1;\"open\n{}", "2;x\n".repeat(1000));
        let sheet = sheet(bytes.as_bytes());
        assert_eq!(sheet.rows.len(), 1);
        assert!(sheet.rows[0].broken);
    }
}
