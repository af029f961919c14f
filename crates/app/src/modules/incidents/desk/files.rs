//! Bytes of a file of history to its records. Nothing is believed about a file: a workbook is measured before it is
//! opened, so that a small file that unpacks to a huge one stops here.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use kit::clock::Day;

use super::model::intake::Intake;
use super::model::table::{self, Table};
use super::model::veris;
use crate::base::organisation::import::table as sheet;

/// A workbook larger than this when unpacked is no list of cases.
const UNPACKED: u64 = 64 * 1024 * 1024;
const PARTS: usize = 2_000;
const COLUMNS: usize = 100;
const CELL: usize = 32_767;

/// Reads a file by what it is, not by its name.
///
/// # Errors
/// The message that says why it cannot be read.
pub fn read(bytes: &[u8], source: &str, today: Day) -> Result<Intake, &'static str> {
    let first = bytes
        .iter()
        .find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf));
    match first {
        None => Err("incidents-import-empty"),
        Some(b'{' | b'[') => veris::read(bytes, source, today),
        _ if bytes.starts_with(b"PK\x03\x04") => table::read(&workbook(bytes)?, source, today),
        _ => {
            let (head, rows) = sheet(bytes)?;
            table::read(&Table { head, rows }, source, today)
        }
    }
}

fn workbook(bytes: &[u8]) -> Result<Table, &'static str> {
    const NONE: &str = "incidents-import-no-workbook";
    measure(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| NONE)?;
    let range = book.worksheet_range_at(0).ok_or(NONE)?.map_err(|_| NONE)?;
    let mut rows = range
        .rows()
        .map(|row| row.iter().take(COLUMNS).map(cell).collect::<Vec<_>>());
    let head = rows.next().ok_or("incidents-import-empty")?;
    let filled = (2u64..)
        .zip(rows)
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
        .map(|(line, cells)| {
            let broken = cells.iter().any(|cell| cell.chars().count() > CELL);
            (line, cells, broken)
        });
    Ok(Table {
        rows: filled.collect(),
        head,
    })
}

/// The value that a cell shows; a formula's last result, never the formula.
fn cell(data: &Data) -> String {
    match data {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) => kit::form::clean(text).trim().to_owned(),
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => kit::form::clean(&other.to_string()).trim().to_owned(),
    }
}

/// Unpacks everything into nothing, up to the limit: what a file says of its own size is not believed.
fn measure(bytes: &[u8]) -> Result<(), &'static str> {
    const LARGE: &str = "incidents-import-too-large";
    let broken = "incidents-import-no-workbook";
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken)?;
    if archive.len() > PARTS {
        return Err(LARGE);
    }
    let mut left = UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| broken)?;
        let read =
            std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| broken)?;
        left = left.checked_sub(read).ok_or(LARGE)?;
    }
    Ok(())
}
