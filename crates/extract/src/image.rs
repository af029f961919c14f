//! Pictures: read by OCR where there is one. Only their sizes are looked at in here.

use crate::part::{Kind, Reason};
use crate::reading::{Reading, Tool};

/// Letters need about this many pixels in height; what is smaller in any direction shows none.
const LEGIBLE: u32 = 12;

pub(crate) fn file(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    if size(bytes)
        .is_some_and(|(width, height)| width.min(height) < LEGIBLE && width.min(height) > 0)
    {
        return Ok(());
    }
    recognise(r, bytes)
}

/// Text in one picture.
pub(crate) fn recognise(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    r.account.tool()?;
    let text = r.tools.run(Tool::Ocr, bytes)?;
    r.text(Kind::Picture, String::from_utf8_lossy(&text).into_owned());
    Ok(())
}

/// Width and height, 0 where they are not in the first bytes; `None` when it is no picture that we know.
pub(crate) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let big = |at: usize| {
        bytes
            .get(at..at + 4)
            .and_then(|four| four.try_into().ok())
            .map(u32::from_be_bytes)
    };
    let small = |at: usize| {
        bytes
            .get(at..at + 2)
            .and_then(|two| two.try_into().ok())
            .map(u16::from_le_bytes)
    };
    let head = |magic: &[u8]| bytes.starts_with(magic);
    if head(b"\x89PNG\r\n\x1a\n") {
        Some((big(16).unwrap_or(0), big(20).unwrap_or(0)))
    } else if head(b"GIF87a") || head(b"GIF89a") {
        Some((
            u32::from(small(6).unwrap_or(0)),
            u32::from(small(8).unwrap_or(0)),
        ))
    } else if head(b"\xff\xd8\xff") {
        Some(jpeg(bytes))
    } else if head(b"II*\0")
        || head(b"MM\0*")
        || bytes.get(8..12) == Some(b"WEBP") && head(b"RIFF")
        || head(b"BM") && bytes.len() > 26 && bytes.get(6..10) == Some(&[0; 4])
        || bytes.get(4..8) == Some(b"ftyp")
            && matches!(bytes.get(8..11), Some(b"hei" | b"mif" | b"avi"))
    {
        Some((0, 0))
    } else {
        None
    }
}

/// The frame header of a JPEG (ITU T.81, B.2.2).
fn jpeg(bytes: &[u8]) -> (u32, u32) {
    let mut at = 2;
    while let Some([0xff, marker, high, low]) = bytes.get(at..at + 4) {
        let two = |from: usize| {
            bytes
                .get(from..from + 2)
                .and_then(|two| two.try_into().ok())
                .map_or(0, |two| u32::from(u16::from_be_bytes(two)))
        };
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return (two(at + 7), two(at + 5));
        }
        at += 2 + usize::from(u16::from_be_bytes([*high, *low])).max(2);
    }
    (0, 0)
}
