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

/// Runs of letters in one byte each, and in two (UTF-16).
pub(crate) fn runs(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let bytes = bytes.get(..MOST).unwrap_or(bytes);
    let mut single = Vec::new();
    let mut run: Vec<u8> = Vec::new();
    for byte in bytes.iter().copied().chain([0]) {
        if byte == b'\t' || byte == b'\r' || (b' '..=b'~').contains(&byte) || byte >= 0xc0 {
            run.push(byte);
        } else {
            if run.len() >= SHORTEST {
                single.extend_from_slice(&run);
                single.push(b'\n');
            }
            run.clear();
        }
    }
    let mut double = String::new();
    let mut wide = String::new();
    for start in 0..2 {
        for pair in bytes.get(start..).unwrap_or_default().chunks_exact(2) {
            let c = char::from_u32(u32::from(u16::from_le_bytes([pair[0], pair[1]])));
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
    r.text(Kind::Strings, double);
    Ok(())
}
