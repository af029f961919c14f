//! PNG (ISO/IEC 15948): only the chunks that a decoder needs.

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

pub fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGNATURE)
}

/// The picture without texts, EXIF, times, colour profiles and whatever programs add, and with nothing after its
/// end. `None` when it is damaged.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = SIGNATURE.to_vec();
    let mut rest = bytes.get(SIGNATURE.len()..)?;
    let mut first = true;
    loop {
        let length = usize::try_from(u32::from_be_bytes(rest.get(..4)?.try_into().ok()?)).ok()?;
        let chunk = rest.get(..length.checked_add(12)?)?;
        let kind = &chunk[4..8];
        if first && kind != b"IHDR" {
            return None;
        }
        first = false;
        if matches!(
            kind,
            b"IHDR" | b"PLTE" | b"IDAT" | b"IEND" | b"tRNS" | b"gAMA" | b"sRGB" | b"cHRM" | b"sBIT"
        ) {
            out.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Some(out);
        }
        rest = &rest[chunk.len()..];
    }
}
