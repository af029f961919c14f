//! XLSX: shared strings, styles and sheets, read as streams so that a sheet of a million cells stays small.

use std::collections::HashMap;

use super::ooxml::read;
use super::table::Table;
use super::xml::{self, Met};
use crate::archive::Members;
use crate::part::{Kind, Reason};
use crate::reading::Reading;

/// All sheets, hidden ones too.
pub(super) fn workbook(r: &mut Reading<'_>, members: &mut Members<'_>) -> Result<(), Reason> {
    let mut strings = match members.place("xl/sharedStrings.xml") {
        Some(index) => shared(&read(r, members, index)?),
        None => Strings::default(),
    };
    let formats = match members.place("xl/styles.xml") {
        Some(index) => formats(&read(r, members, index)?),
        None => Vec::new(),
    };
    let titles = match members.place("xl/workbook.xml") {
        Some(index) => {
            let bytes = read(r, members, index)?;
            titles(r, &bytes)
        }
        None => Vec::new(),
    };
    let sheets: Vec<usize> = (0..members.names.len())
        .filter(|index| {
            members.names.get(*index).is_some_and(|name| {
                name.strip_prefix("xl/worksheets/")
                    .is_some_and(|file| !file.contains('/') && file.ends_with(".xml"))
            })
        })
        .collect();
    for (order, index) in sheets.into_iter().enumerate() {
        r.account.in_time()?;
        let fallback = members.names.get(index).cloned().unwrap_or_default();
        let title = titles.get(order).cloned().unwrap_or(fallback);
        match read(r, members, index) {
            Ok(bytes) => r.inside(title, |r| sheet(r, &bytes, &mut strings, &formats)),
            Err(reason) => r.inside(title, |_| Err(reason)),
        }
    }
    r.text(Kind::Notes, strings.unused());
    strings.outcome
}

/// The table of strings.
struct Strings {
    all: Vec<String>,
    /// Which of them a cell shows.
    used: Vec<bool>,
    outcome: Result<(), Reason>,
}

impl Default for Strings {
    fn default() -> Strings {
        Strings {
            all: Vec::new(),
            used: Vec::new(),
            outcome: Ok(()),
        }
    }
}

impl Strings {
    fn of(&mut self, index: usize) -> &str {
        if let Some(used) = self.used.get_mut(index) {
            *used = true;
        }
        self.all.get(index).map_or("", String::as_str)
    }

    /// What was deleted from the sheets often stays in the table.
    fn unused(&self) -> String {
        let mut text = String::new();
        for (one, _) in self.all.iter().zip(&self.used).filter(|(_, used)| !**used) {
            text.push_str(one);
            text.push('\n');
        }
        text
    }
}

/// The table of strings; rich text is put together again.
fn shared(bytes: &[u8]) -> Strings {
    let mut all = Vec::new();
    let mut one = String::new();
    let mut text = false;
    let outcome = xml::walk(bytes, &mut |met| match met {
        Met::Open("si", _) => one.clear(),
        Met::Open("t", _) => text = true,
        Met::Close("t") => text = false,
        Met::Close("si") => all.push(std::mem::take(&mut one)),
        Met::Chars(chars) if text => one.push_str(chars),
        _ => {}
    });
    Strings {
        used: vec![false; all.len()],
        all,
        outcome,
    }
}

/// Per cell style, the number format when it is one that spells digits (`000000\-0000`).
fn formats(bytes: &[u8]) -> Vec<Option<String>> {
    let mut codes: HashMap<String, String> = HashMap::new();
    let mut styles = Vec::new();
    let mut cells = false;
    let _ = xml::walk(bytes, &mut |met| match met {
        Met::Open("numFmt", start) => {
            if let (Some(id), Some(code)) = (
                xml::attribute(start, "numFmtId"),
                xml::attribute(start, "formatCode"),
            ) {
                codes.insert(id, code);
            }
        }
        Met::Open("cellXfs", _) => cells = true,
        Met::Close("cellXfs") => cells = false,
        Met::Open("xf", start) if cells => {
            styles.push(xml::attribute(start, "numFmtId").unwrap_or_default())
        }
        _ => {}
    });
    styles
        .into_iter()
        .map(|id| {
            codes
                .get(&id)
                .cloned()
                .filter(|code| code.matches('0').count() >= 6)
        })
        .collect()
}

/// Names of sheets in their order, and the names that ranges were given.
fn titles(r: &mut Reading<'_>, bytes: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut defined = String::new();
    let mut inside = false;
    let _ = xml::walk(bytes, &mut |met| match met {
        Met::Open("sheet", start) => names.push(xml::attribute(start, "name").unwrap_or_default()),
        Met::Open("definedName", start) => {
            inside = true;
            defined.push_str(&xml::attribute(start, "name").unwrap_or_default());
            defined.push_str(": ");
        }
        Met::Close("definedName") => {
            inside = false;
            defined.push('\n');
        }
        Met::Chars(chars) if inside => defined.push_str(chars),
        _ => {}
    });
    r.text(Kind::Names, names.join("\n"));
    r.text(Kind::Notes, defined);
    names
}

#[derive(Default)]
struct Cell {
    column: u32,
    kind: String,
    style: usize,
    value: String,
    formula: String,
}

/// What a sheet's element says about where we are.
#[derive(Clone, Copy, PartialEq)]
enum In {
    Nothing,
    Value,
    Formula,
    /// Headers and footers of the printed page, and the like.
    Loose,
}

fn sheet(
    r: &mut Reading<'_>,
    bytes: &[u8],
    strings: &mut Strings,
    formats: &[Option<String>],
) -> Result<(), Reason> {
    let room = r.account.text_room();
    let mut table = Table::default();
    let (mut cell, mut place, mut rows) = (Cell::default(), In::Nothing, 0_u32);
    let mut loose = String::new();
    let outcome = xml::walk(bytes, &mut |met| {
        if table.len() + loose.len() > room {
            return;
        }
        match met {
            Met::Open("row", start) => {
                rows = row_number(start).unwrap_or(rows.saturating_add(1));
                table.row(rows.saturating_sub(1));
                cell.column = 0;
            }
            Met::Open("c", start) => cell = begin(start, cell.column),
            Met::Close("c") => {
                finish(&mut table, &mut loose, &cell, strings, formats);
                cell.column = cell.column.saturating_add(1);
            }
            Met::Open("v" | "t", _) => place = In::Value,
            Met::Open("f", _) => place = In::Formula,
            // Of the printed page; of rules for input and for looks, which may list what may be chosen.
            Met::Open(
                "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader"
                | "firstFooter" | "formula1" | "formula2" | "formula",
                _,
            ) => {
                place = In::Loose;
            }
            Met::Open(_, start) => hints(start, &mut loose),
            Met::Close(_) => {
                if place == In::Loose {
                    loose.push('\n');
                }
                place = In::Nothing;
            }
            Met::Chars(chars) => match place {
                In::Value => cell.value.push_str(chars),
                In::Formula => cell.formula.push_str(chars),
                In::Loose => loose.push_str(chars),
                In::Nothing => {}
            },
            Met::Aside(text) => loose.push_str(text),
        }
    });
    let nothing = table.len() == 0;
    table.give(r);
    r.text(Kind::Notes, loose);
    match outcome {
        Err(_) if nothing => Err(Reason::Broken),
        other => other,
    }
}

/// Hints on input, links and their tips, names of scenarios and of ranges that are closed.
fn hints(start: &quick_xml::events::BytesStart<'_>, loose: &mut String) {
    for known in [
        "name",
        "prompt",
        "error",
        "display",
        "tooltip",
        "location",
        "promptTitle",
    ] {
        if let Some(value) = xml::attribute(start, known) {
            loose.push_str(&value);
            loose.push('\n');
        }
    }
}

fn row_number(start: &quick_xml::events::BytesStart<'_>) -> Option<u32> {
    xml::attribute(start, "r")?.parse().ok()
}

fn begin(start: &quick_xml::events::BytesStart<'_>, next: u32) -> Cell {
    let column = xml::attribute(start, "r")
        .and_then(|name| column(&name))
        .unwrap_or(next);
    Cell {
        column,
        kind: xml::attribute(start, "t").unwrap_or_default(),
        style: xml::attribute(start, "s")
            .and_then(|text| text.parse().ok())
            .unwrap_or(usize::MAX),
        ..Cell::default()
    }
}

/// `AB12` is column 27.
fn column(name: &str) -> Option<u32> {
    let mut column = 0_u32;
    for byte in name.bytes().take_while(u8::is_ascii_alphabetic) {
        column = column
            .checked_mul(26)?
            .checked_add(u32::from(byte.to_ascii_uppercase() - b'A') + 1)?;
    }
    column.checked_sub(1)
}

fn finish(
    table: &mut Table,
    loose: &mut String,
    cell: &Cell,
    strings: &mut Strings,
    formats: &[Option<String>],
) {
    match cell.kind.as_str() {
        "s" => {
            let index = cell.value.trim().parse().unwrap_or(usize::MAX);
            table.cell(cell.column, strings.of(index), false);
        }
        "" | "n" => {
            let plain = plain_number(cell.value.trim());
            let format = formats.get(cell.style).and_then(Option::as_deref);
            match format.and_then(|code| spelled(code, &plain)) {
                Some(shown) => table.cell(cell.column, &shown, false),
                None => table.cell(cell.column, &plain, true),
            }
        }
        _ => table.cell(cell.column, &cell.value, false),
    }
    // Text inside a formula ("Anna 010180-0008" in an IF) is content too.
    if cell.formula.contains('"') || cell.formula.len() > 24 {
        loose.push_str(&cell.formula);
        loose.push('\n');
    }
}

/// `1.01801234E8` as people see it.
fn plain_number(value: &str) -> String {
    if value.contains(['E', 'e'])
        && let Ok(number) = value.parse::<f64>()
        && number.abs() < 1e15
        && number.fract() == 0.0
    {
        return format!("{number:.0}");
    }
    value.to_owned()
}

/// A whole number by a format of zeros and signs: `000000\-0000` makes `101800008` into `010180-0008`.
fn spelled(code: &str, value: &str) -> Option<String> {
    if !value.bytes().all(|byte| byte.is_ascii_digit()) || value.is_empty() {
        return None;
    }
    let code = code.split(';').next()?;
    let mut digits: Vec<u8> = value.bytes().collect();
    let mut out = Vec::new();
    for c in code.chars().rev() {
        match c {
            '0' | '#' | '?' => match digits.pop() {
                Some(digit) => out.push(digit as char),
                None if c == '0' => out.push('0'),
                None => {}
            },
            '-' | ' ' | '.' | '/' | '+' | '\u{2013}' => out.push(c),
            '\\' | '"' => {}
            _ => return None,
        }
    }
    out.extend(digits.iter().rev().map(|digit| *digit as char));
    Some(out.into_iter().rev().collect())
}
