//! Lists as files: CSV that spreadsheets in our countries open as it is, and XLSX.

use kit::clock::{Day, Moment, Zone};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::Problem;
use super::visit::Download;

/// One cell of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    Day(Day),
    /// A moment as the clock shows it in a zone.
    Time(Moment, Zone),
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<Option<Day>> for Cell {
    fn from(day: Option<Day>) -> Cell {
        day.map_or(Cell::Empty, Cell::Day)
    }
}

/// What a cell begins with that a spreadsheet runs.
pub const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// UTF-8 with a byte order mark, `;`, CRLF; decimals with a comma, as the spreadsheets of the five countries
/// expect beside `;`. A text that a spreadsheet would run as a formula gets an apostrophe before it
/// (OWASP, CSV injection).
pub fn csv(head: &[String], rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    let titles: Vec<Cell> = head.iter().map(|title| Cell::Text(title.clone())).collect();
    for row in std::iter::once(&titles).chain(rows) {
        let cells: Vec<String> = row.iter().map(field).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => quoted(&harmless(text)),
        Cell::Number(number) => number.to_string().replace('.', ","),
        Cell::Day(day) => day.to_string(),
        Cell::Time(at, zone) => zone.rfc3339(*at),
        Cell::Empty => String::new(),
    }
}

/// A text that a spreadsheet would run as a formula gets an apostrophe before it.
pub fn harmless(text: &str) -> String {
    // White space before the sign does not stop every spreadsheet from seeing a formula.
    let runs = text.trim_start().starts_with(FORMULA) || text.starts_with(['\t', '\r']);
    if runs {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(text: &str) -> String {
    if text.contains([';', '"', '\n', '\r', ',', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A workbook of one sheet: texts as texts (never formulas), numbers as numbers, days and moments as dates (a sheet
/// knows no zones: it shows the local time), the head frozen.
///
/// # Errors
/// [`Problem::Outside`] when the list is larger than a sheet can be.
pub fn xlsx(title: &str, head: &[String], rows: &[Vec<Cell>]) -> Result<Vec<u8>, Problem> {
    workbook(title, head, rows).map_err(|error| Problem::Outside(format!("xlsx: {error}")))
}

fn workbook(title: &str, head: &[String], rows: &[Vec<Cell>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let formats = Formats {
        day: Format::new().set_num_format("yyyy-mm-dd"),
        time: Format::new().set_num_format("yyyy-mm-dd hh:mm"),
    };
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(title))?;
    for (column, text) in (0u16..).zip(head) {
        sheet.write_string_with_format(0, column, text, &bold)?;
    }
    for (line, row) in (1u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(row) {
            put(sheet, line, column, cell, &formats)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    book.save_to_buffer()
}

/// How a sheet shows a date.
struct Formats {
    day: Format,
    time: Format,
}

fn put(
    sheet: &mut Worksheet,
    line: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(line, column, fitting(text))?;
        }
        Cell::Number(number) => {
            sheet.write_number(line, column, *number)?;
        }
        Cell::Day(day) => match excel(*day) {
            Ok(value) => {
                sheet.write_datetime_with_format(line, column, &value, &formats.day)?;
            }
            Err(_) => {
                sheet.write_string(line, column, day.to_string())?;
            }
        },
        Cell::Time(at, zone) => {
            let local = zone.local(*at);
            match excel(local.day)
                .and_then(|day| day.and_hms(local.hour.into(), local.minute, local.second))
            {
                Ok(value) => {
                    sheet.write_datetime_with_format(line, column, &value, &formats.time)?;
                }
                Err(_) => {
                    sheet.write_string(line, column, zone.rfc3339(*at))?;
                }
            }
        }
    }
    Ok(())
}

/// A day as the format has it; there is none before 1900.
fn excel(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(0);
    ExcelDateTime::from_ymd(year, day.month(), day.day())
}

/// A cell holds at most 32,767 characters.
fn fitting(text: &str) -> String {
    text.chars().take(32_000).collect()
}

/// At most 31 characters, without those the format forbids.
fn sheet_name(title: &str) -> String {
    let name: String = title
        .chars()
        .filter(|c| !"[]:*?/\\'".contains(*c))
        .take(31)
        .collect();
    if name.trim().is_empty() {
        "1".to_owned()
    } else {
        name
    }
}

/// A CSV file to save.
pub fn csv_file(name: &str, head: &[String], rows: &[Vec<Cell>]) -> Download {
    Download::saved(
        format!("{name}.csv"),
        "text/csv; charset=utf-8",
        csv(head, rows),
    )
}

/// An XLSX file to save.
pub fn xlsx_file(
    name: &str,
    title: &str,
    head: &[String],
    rows: &[Vec<Cell>],
) -> Result<Download, Problem> {
    Ok(Download::saved(
        format!("{name}.xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx(title, head, rows)?,
    ))
}

#[cfg(test)]
mod tests;
