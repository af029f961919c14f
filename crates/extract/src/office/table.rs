//! A table as text: rows are lines, cells are divided by tabs, and every cell can be found again.

use super::{is_heading, wants_heading};
use crate::part::{Kind, Spots};
use crate::reading::Reading;

/// Cells that are remembered; a sheet with more is read to its end, but later cells are told by the last place.
const PLACES: usize = 400_000;

/// Headings of personal numbers: a number in such a column that lost its leading zero gets it back.
const NUMBERED: [&str; 12] = [
    "cpr",
    "personn",
    "fødsels",
    "fnr",
    "pnr",
    "kennitala",
    "kt.",
    "henkilötun",
    "hetu",
    "födelse",
    "ssn",
    "personid",
];

/// Collects cells in the order of rows.
#[derive(Debug, Default)]
pub(super) struct Table {
    text: String,
    cells: Vec<(u32, u32, u32)>,
    heads: Vec<String>,
    row: Option<u32>,
}

impl Table {
    /// Begins a row.
    pub fn row(&mut self, row: u32) {
        if self.row.is_some() {
            self.text.push('\n');
        }
        self.row = Some(row);
    }

    /// A cell of the row that was begun. `number` says that it was stored as one.
    pub fn cell(&mut self, column: u32, value: &str, number: bool) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let row = self.row.unwrap_or_default();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\t');
        }
        if self.cells.len() < PLACES {
            let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
            self.cells.push((start, row, column));
        }
        let index = column as usize;
        let head = self.heads.get(index).cloned().unwrap_or_default();
        if !head.is_empty() && wants_heading(value) {
            self.text.push_str(&head);
            self.text.push_str(": ");
            if number && lost_zero(&head, value) {
                self.text.push('0');
            }
        } else if row < 30 && index < 256 && is_heading(value) && head.is_empty() {
            self.heads
                .resize((index + 1).max(self.heads.len()), String::new());
            if let Some(place) = self.heads.get_mut(index) {
                value.clone_into(place);
            }
        }
        self.text.push_str(value);
    }

    pub fn len(&self) -> usize {
        self.text.len()
    }

    pub fn give(self, r: &mut Reading<'_>) {
        r.spotted(Kind::Sheet, self.text, Spots::Cells(self.cells));
    }
}

/// Nine digits where ten belong, or ten where eleven belong: a spreadsheet took the number for a quantity.
fn lost_zero(head: &str, value: &str) -> bool {
    let folded = head.to_lowercase();
    let known = NUMBERED.iter().any(|word| folded.contains(word));
    let eleven = folded.contains("fødsels") || folded.contains("fnr");
    let digits = value.len();
    known
        && value.bytes().all(|byte| byte.is_ascii_digit())
        && (digits == 9 || digits == 10 && eleven)
}
