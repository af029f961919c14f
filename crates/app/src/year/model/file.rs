//! Figures from a file: one row per figure and board, `key;board;value;note`. Spreadsheets
//! write it in many ways, so separator and encoding are found out; every bad row is named by its line.

use kit::form;
use kit::words::{Arg, Lang, Texts};

use super::super::catalogue;
use super::super::sheet::Board;
use super::Entry;
use crate::base::export::FORMULA;

/// More rows than all figures of all boards in many years: no file of figures.
const MOST_ROWS: usize = 100_000;
/// The longest note.
pub const MOST_NOTE: usize = 1_000;

/// A row that could not be taken, by its line in the file (the head is line 1).
#[derive(Clone, Debug, PartialEq)]
pub struct BadRow {
    pub line: usize,
    pub column: &'static str,
    /// Message that says why.
    pub reason: &'static str,
    /// What the message speaks of; figures by their keys.
    pub args: Vec<(&'static str, Arg)>,
    /// What stood there, shortened.
    pub found: String,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    pub entries: Vec<(usize, Entry)>,
    pub bad: Vec<BadRow>,
    /// Columns with a name that nobody reads.
    pub ignored: Vec<String>,
}

/// The text of a file: UTF-8 with or without its mark, else Latin-1 as old spreadsheets write it.
///
/// # Errors
/// A message, when it is no text at all.
pub fn decode(bytes: &[u8]) -> Result<String, &'static str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // A workbook or archive renamed to .csv; also UTF-16, which has zeros.
    if bytes.starts_with(b"PK") || bytes.contains(&0) {
        return Err("year-file-no-text");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Ok(encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned()),
    }
}

/// Reads the rows of a file for one year. `lang` is the language of its notes.
///
/// # Errors
/// A message, when the head lacks a column or the file is too long: then no row is taken.
pub fn read(text: &str, year: i32, boards: &[Board], lang: Lang) -> Result<Read, &'static str> {
    // The reader of rows counts lines by their feeds.
    let text = &text.replace("\r\n", "\n").replace('\r', "\n");
    let head = text.lines().next().unwrap_or("");
    let separator = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|mark| head.bytes().filter(|byte| byte == mark).count())
        .unwrap_or(b';');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .from_reader(text.as_bytes());
    let names: Vec<String> = match reader.headers() {
        Ok(names) => names
            .iter()
            .map(|name| name.trim().to_lowercase())
            .collect(),
        Err(_) => return Err("year-file-head"),
    };
    let columns = Columns::of(&names).ok_or("year-file-head")?;
    let mut found = Read {
        ignored: ignored(&names),
        ..Read::default()
    };
    let mut seen = std::collections::HashMap::new();
    for record in reader.records() {
        let Ok(record) = record else {
            return Err("year-file-row");
        };
        let line = record.position().map_or(0, |at| at.line() as usize);
        if found.entries.len() + found.bad.len() >= MOST_ROWS {
            return Err("year-file-long");
        }
        match columns.entry(&record, year, boards, lang) {
            Ok(None) => {}
            Ok(Some(entry)) => {
                let place = (entry.figure.key.as_str(), entry.board);
                if seen.insert(place, line).is_some() {
                    found
                        .bad
                        .push(bad(line, "key", "year-file-twice", &entry.figure.key));
                } else {
                    found.entries.push((line, entry));
                }
            }
            Err((column, reason, text)) => found.bad.push(bad(line, column, reason, &text)),
        }
    }
    Ok(found)
}

struct Columns {
    key: usize,
    value: usize,
    board: Option<usize>,
    note: Option<usize>,
    /// Our own open data name the year of each value.
    year: Option<usize>,
}

const READ: [&str; 5] = ["key", "board", "value", "note", "year"];

/// The names of columns that are not read; also one that comes a second time.
fn ignored(names: &[String]) -> Vec<String> {
    let twice = |at: usize| names[..at].contains(&names[at]);
    let all = names.iter().enumerate();
    all.filter(|(at, name)| !name.is_empty() && (!READ.contains(&name.as_str()) || twice(*at)))
        .map(|(_, name)| name.chars().take(60).collect())
        .collect()
}

type Wrong = (&'static str, &'static str, String);

impl Columns {
    fn of(names: &[String]) -> Option<Columns> {
        let column = |name: &str| names.iter().position(|known| known == name);
        Some(Columns {
            key: column("key")?,
            value: column("value")?,
            board: column("board"),
            note: column("note"),
            year: column("year"),
        })
    }

    /// One row; nothing for an empty line.
    fn entry(
        &self,
        record: &csv::StringRecord,
        year: i32,
        boards: &[Board],
        lang: Lang,
    ) -> Result<Option<Entry>, Wrong> {
        let cell = |at: usize| plain(record.get(at).unwrap_or(""));
        let key = cell(self.key);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(None);
        }
        let wrong = |column, reason, text: &str| Err((column, reason, text.to_owned()));
        let of = self.year.map(cell).unwrap_or_default();
        if !of.is_empty() && of != year.to_string() {
            return wrong("year", "year-file-other-year", &of);
        }
        let Some(figure) = catalogue::definition(&key) else {
            return wrong("key", "year-file-no-key", &key);
        };
        let code = self.board.map(cell).unwrap_or_default();
        let board = if code.is_empty() {
            None
        } else {
            match boards.iter().find(|board| board.code == code) {
                Some(board) if figure.boards => Some(board.id),
                Some(_) => return wrong("board", "year-file-whole-only", &code),
                None => return wrong("board", "year-file-no-board", &code),
            }
        };
        let text = cell(self.value);
        let value = match super::value(figure, &text) {
            Ok(value) => value,
            Err(reason) => return wrong("value", reason, &text),
        };
        let note = self.note.map(cell).unwrap_or_default();
        if note.chars().count() > MOST_NOTE {
            return wrong("note", "year-file-note-long", &note);
        }
        let mut texts = Texts::new();
        texts.set(lang, form::clean(&note));
        Ok(Some(Entry {
            figure,
            board,
            value,
            parts: None,
            note: texts,
        }))
    }
}

/// A cell without the apostrophe that our own files put before what a spreadsheet would run as a formula.
fn plain(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

fn bad(line: usize, column: &'static str, reason: &'static str, found: &str) -> BadRow {
    BadRow {
        line,
        column,
        reason,
        args: Vec::new(),
        found: found.chars().take(60).collect(),
    }
}
