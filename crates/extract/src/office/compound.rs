//! Compound files: Outlook messages, old workbooks, encrypted packages, and what else office programs wrote
//! before 2007.

use std::io::{Cursor, Read};

use calamine::{Data, Reader as _, Xls};

use super::msg;
use super::table::Table;
use crate::part::Reason;
use crate::reading::Reading;
use crate::strings;

/// An opened compound file.
pub(super) type Compound<'b> = cfb::CompoundFile<Cursor<&'b [u8]>>;

pub(crate) fn file(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let Ok(mut compound) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
        return strings::unknown(r, bytes, Reason::Broken);
    };
    if compound.is_stream("/EncryptedPackage") {
        return Err(Reason::Encrypted);
    }
    if compound.is_stream("/__properties_version1.0") {
        return msg::message(r, &mut compound, "");
    }
    if compound.is_stream("/Workbook") || compound.is_stream("/Book") {
        workbook(r, bytes)?;
        // Properties and comments stand in other streams; their readable runs are looked at as well.
        return r.again(|r| strings::runs(r, bytes));
    }
    strings::unknown(r, bytes, Reason::OldFormat)
}

fn workbook(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let mut book: Xls<_> = match Xls::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(calamine::XlsError::Password) => return Err(Reason::Encrypted),
        Err(_) => return Err(Reason::Broken),
    };
    for title in book.sheet_names() {
        r.account.in_time()?;
        let Ok(range) = book.worksheet_range(&title) else {
            r.inside(title, |_| Err(Reason::Broken));
            continue;
        };
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut table = Table::default();
        let mut last = None;
        for (row, column, value) in range.used_cells() {
            if table.len() > r.account.text_room() {
                break;
            }
            let row = first_row + u32::try_from(row).unwrap_or_default();
            if last != Some(row) {
                table.row(row);
                last = Some(row);
            }
            let number = matches!(value, Data::Float(_) | Data::Int(_));
            let column = first_column + u32::try_from(column).unwrap_or_default();
            table.cell(column, &value.to_string(), number);
        }
        r.inside(title, |r| {
            table.give(r);
            Ok(())
        });
    }
    Ok(())
}

/// A stream's bytes, as far as the limits allow.
pub(super) fn stream(
    r: &mut Reading<'_>,
    compound: &mut Compound<'_>,
    path: &str,
) -> Result<Vec<u8>, Reason> {
    let stream = compound.open_stream(path).map_err(|_| Reason::Broken)?;
    let mut bytes = Vec::new();
    stream
        .take(r.account.room().saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|_| Reason::Broken)?;
    r.account.unpacked(bytes.len())?;
    Ok(bytes)
}
