//! Files of unknown form: their readable runs, which may show what is in them and never show that nothing is.

use crate::part::{Kind, Reason};
use crate::plain;
use crate::reading::Reading;

/// Shorter runs are chance.
const SHORTEST: usize = 6;
/// Bytes that are looked at.
const MOST: usize = 16 << 20;

/// Notes the readable runs, and that the file was not inspected.
pub(crate) fn unknown(r: &mut Reading<'_>, bytes: &[u8], reason: Reason) -> Result<(), Reason> {
    r.again(|r| runs(r, bytes))?;
    Err(reason)
}

/// Runs of letters in one byte each, in two (UTF-16), and in more with zeros between (UTF-32 of either order).
pub(crate) fn runs(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let bytes = bytes.get(..MOST).unwrap_or(bytes);
    let single = readable(bytes.iter().copied());
    let apart = readable(letters_of_four(bytes));
    let mut double = String::new();
    let mut wide = String::new();
    for start in 0..2 {
        let (pairs, _) = bytes.get(start..).unwrap_or_default().as_chunks::<2>();
        // A zero behind the last ends its run.
        for pair in pairs.iter().chain([&[0, 0]]) {
            let c = char::from_u32(u32::from(u16::from_le_bytes(*pair)));
            match c.filter(|c| (' '..='\u{24f}').contains(c) && *c != '\u{7f}' || *c == '\t') {
                Some(c) => wide.push(c),
                None => {
                    if wide.len() >= SHORTEST {
                        double.push_str(&wide);
                        double.push('\n');
                    }
                    wide.clear();
                }
            }
        }
    }
    r.text(Kind::Strings, plain::decode(&single).into_owned());
    r.text(Kind::Strings, plain::decode(&apart).into_owned());
    r.text(Kind::Strings, double);
    Ok(())
}

/// Runs of readable bytes, one a line.
fn readable(bytes: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut lines = Vec::new();
    let mut run: Vec<u8> = Vec::new();
    for byte in bytes.chain([0]) {
        if byte == b'\t' || byte == b'\r' || (b' '..=b'~').contains(&byte) || byte >= 0xc0 {
            run.push(byte);
        } else {
            if run.len() >= SHORTEST {
                lines.extend_from_slice(&run);
                lines.push(b'\n');
            }
            run.clear();
        }
    }
    lines
}

/// The bytes that exactly three zeros part from the one before, as letters of four bytes are; a zero before any other,
/// which ends a run.
fn letters_of_four(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let mut zeros = 0_usize;
    bytes
        .iter()
        .flat_map(move |byte| {
            if *byte == 0 {
                zeros += 1;
                return [None, None];
            }
            let apart = std::mem::take(&mut zeros) == 3;
            [(!apart).then_some(0), Some(*byte)]
        })
        .flatten()
}
