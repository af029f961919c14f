//! S/MIME (RFC 5652). What is signed can be read by anybody; what is enveloped cannot.

use crate::part::Reason;
use crate::reading::Reading;
use crate::strings;

/// id-signedData and id-data, with tag and length.
const SIGNED: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
const DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";

pub(crate) fn file(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let head = bytes.get(..64).unwrap_or(bytes);
    if memchr::memmem::find(head, SIGNED).is_none() {
        return Err(Reason::Encrypted);
    }
    // Certificates hold names, and attributes anything.
    r.again(|r| strings::runs(r, bytes))?;
    let at = memchr::memmem::find(bytes, DATA).ok_or(Reason::Encrypted)? + DATA.len();
    let rest = bytes.get(at..).unwrap_or_default();
    if rest.first() != Some(&0xa0) {
        // A signature that stands beside what it signs.
        return Ok(());
    }
    let (_, inner, _) = element(rest).ok_or(Reason::Broken)?;
    let content = octets(inner).ok_or(Reason::Broken)?;
    r.account.unpacked(content.len())?;
    r.file("signed", &content, None);
    Ok(())
}

/// Tag, contents and the bytes that both take; the contents go to the end when the length is open (X.690 §8.1.3.6).
fn element(bytes: &[u8]) -> Option<(u8, &[u8], usize)> {
    let (tag, length) = (*bytes.first()?, *bytes.get(1)?);
    let (from, length) = match length {
        0x80 => (2, bytes.len().checked_sub(2)?),
        0x81..=0x84 => {
            let count = usize::from(length & 0x7f);
            let number = bytes.get(2..2 + count)?;
            let length = number
                .iter()
                .fold(0, |all, byte| all << 8 | usize::from(*byte));
            (2 + count, length)
        }
        0..=0x7f => (2, usize::from(length)),
        _ => return None,
    };
    let end = from.checked_add(length)?;
    Some((tag, bytes.get(from..end)?, end))
}

/// An octet string, whole or in pieces.
fn octets(bytes: &[u8]) -> Option<Vec<u8>> {
    match element(bytes)? {
        (0x04, whole, _) => Some(whole.to_vec()),
        (0x24, mut rest, _) => {
            let mut all = Vec::new();
            while rest.first() == Some(&0x04) {
                let (_, piece, used) = element(rest)?;
                all.extend_from_slice(piece);
                rest = rest.get(used..)?;
            }
            Some(all)
        }
        _ => None,
    }
}
