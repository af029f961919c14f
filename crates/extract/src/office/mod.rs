//! Documents of office programs: zipped XML (OOXML, ODF) and the older compound files.

mod compound;
mod docx;
mod msg;
pub(crate) mod odf;
pub(crate) mod ooxml;
mod table;
mod xlsx;
pub(crate) mod xml;

pub(crate) use compound::file as compound;

/// A heading that says something about the numbers below it: words, hardly any digits, not long.
pub(crate) fn is_heading(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    letters >= 2 && digits <= 2 && text.len() <= 48
}

/// A cell that is little else than a number of eight or more digits.
pub(crate) fn wants_heading(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    (8..=20).contains(&digits) && letters <= 1
}
