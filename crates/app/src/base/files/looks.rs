//! What a file looks like by its first bytes. For display alone: nothing is decided by it.

/// Short names of kinds, the same in every language; empty when unknown.
pub fn looks(bytes: &[u8]) -> &'static str {
    const MARKS: [(&[u8], &str); 11] = [
        (b"%PDF-", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"PK\x03\x04", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"\x1f\x8b", "GZIP"),
        (b"MZ", "EXE"),
    ];
    if bytes.len() > 12 && bytes.starts_with(b"RIFF") && &bytes[8..12] == b"WEBP" {
        return "WEBP";
    }
    if bytes.len() > 12 && &bytes[4..8] == b"ftyp" {
        return "HEIF/MP4";
    }
    MARKS
        .iter()
        .find(|(mark, _)| bytes.starts_with(mark))
        .map_or("", |(_, name)| name)
}

/// A name that is only a name: no folders, no control characters, no marks that turn the reading direction,
/// at most 120 characters with the ending kept.
pub fn name(given: &str) -> String {
    const MOST: usize = 120;
    let last = given.rsplit(['/', '\\']).next().unwrap_or("");
    let clean: String = kit::form::clean(last)
        .chars()
        .map(|c| if c == '\n' || c == '\t' { ' ' } else { c })
        .collect();
    let clean = clean.trim().trim_start_matches('.');
    if clean.is_empty() {
        return "file".to_owned();
    }
    let length = clean.chars().count();
    if length <= MOST {
        return clean.to_owned();
    }
    let tail: String = clean.chars().skip(length - 12).collect();
    let head: String = clean.chars().take(MOST - 13).collect();
    format!("{head}…{tail}")
}
