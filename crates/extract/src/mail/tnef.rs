//! `winmail.dat` (MS-OXTNEF): a list of attributes, some of which are files.

use crate::part::{Kind, Reason};
use crate::plain;
use crate::reading::Reading;

pub(crate) fn file(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let mut at = 6;
    let mut name = String::new();
    let mut data: Option<&[u8]> = None;
    let mut names = String::new();
    while let Some(head) = bytes.get(at..at + 9) {
        r.account.in_time()?;
        let word = |from: usize| {
            head.get(from..from + 4)
                .and_then(|four| four.try_into().ok())
                .map_or(0, u32::from_le_bytes)
        };
        let (id, length) = (word(1) & 0xffff, word(5) as usize);
        let Some(value) = at
            .checked_add(9)
            .and_then(|from| bytes.get(from..from.checked_add(length)?))
        else {
            return Err(Reason::Broken);
        };
        match id {
            // attAttachRenddata begins the next attachment.
            0x9002 => give(r, &mut name, data.take()),
            0x8010 => {
                name = plain::decode(value).trim_end_matches('\0').to_owned();
                names.push_str(&name);
                names.push('\n');
            }
            0x800f => data = Some(value),
            0x8004 => r.text(Kind::Headers, plain::decode(value).into_owned()),
            0x800c => r.text(Kind::Text, plain::decode(value).into_owned()),
            // Properties of the message and of attachments, compressed RTF among them.
            0x9003 | 0x9005 => properties(r, value)?,
            _ => {}
        }
        // Two bytes of checksum follow.
        at = at.saturating_add(11).saturating_add(length);
    }
    give(r, &mut name, data);
    r.text(Kind::Names, names);
    // What stands behind the last whole attribute is one that was cut off.
    let rest = bytes.get(at..).ok_or(Reason::Broken)?;
    if rest.iter().any(|byte| *byte != 0) {
        return Err(Reason::Broken);
    }
    Ok(())
}

fn give(r: &mut Reading<'_>, name: &mut String, data: Option<&[u8]>) {
    if let Some(data) = data {
        r.file(&std::mem::take(name), data, None);
    }
}

/// Encapsulated properties are read by what can be found in them: readable runs, and compressed RTF by its mark.
fn properties(r: &mut Reading<'_>, value: &[u8]) -> Result<(), Reason> {
    r.again(|r| crate::strings::runs(r, value))?;
    for at in memchr::memmem::find_iter(value, b"LZFu").take(4) {
        if let Some(from) = at.checked_sub(8) {
            let rtf = value.get(from..).unwrap_or_default();
            r.inside("rtf".to_owned(), |r| crate::rtf::compressed(r, rtf));
        }
    }
    Ok(())
}
