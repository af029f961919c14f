//! JPEG (ITU T.81): the picture stays bit by bit, everything that may say where, when or by whom goes.

pub fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xd8, 0xff])
}

/// The picture without application data and comments: no EXIF, XMP, IPTC, thumbnail, colour profile, maker's notes,
/// and nothing after its end, where some cameras put a second picture. `None` when it is damaged.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = vec![0xff, 0xd8];
    let mut rest = bytes.get(2..)?;
    let mut scanned = false;
    loop {
        // Any number of fill bytes may stand before a marker (B.1.1.2).
        while rest.starts_with(&[0xff, 0xff]) {
            rest = &rest[1..];
        }
        let marker = *rest.get(1).filter(|_| rest.first() == Some(&0xff))?;
        match marker {
            // End of the picture.
            0xd9 => {
                out.extend_from_slice(&[0xff, 0xd9]);
                return scanned.then_some(out);
            }
            // Markers without content have no place between segments.
            0x00 | 0x01 | 0xd0..=0xd8 => return None,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes([*rest.get(2)?, *rest.get(3)?]));
        let segment = rest.get(..length + 2).filter(|_| length >= 2)?;
        rest = &rest[length + 2..];
        if keeps(marker, segment) {
            out.extend_from_slice(segment);
        }
        if marker == 0xda {
            let end = scan(rest)?;
            out.extend_from_slice(&rest[..end]);
            rest = &rest[end..];
            scanned = true;
        }
    }
}

/// What a decoder needs: tables, frames, scans, and Adobe's note on how colours are coded (its fixed twelve bytes).
fn keeps(marker: u8, segment: &[u8]) -> bool {
    match marker {
        0xc0..=0xcf | 0xda..=0xdf => true,
        0xee => segment.len() == 16 && segment[4..].starts_with(b"Adobe\0"),
        _ => false,
    }
}

/// How far the coded data of a scan goes: to the next marker that is neither stuffing nor a restart.
fn scan(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match *bytes.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}
