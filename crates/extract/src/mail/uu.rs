//! Files written into a text by programs older than MIME: uuencode and yEnc.

use crate::part::Reason;
use crate::reading::Reading;

/// Reads the files that stand in a text. What only looks like one decodes to nothing.
pub(crate) fn embedded(r: &mut Reading<'_>, text: &str) -> Result<(), Reason> {
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let (name, decoded) = if let Some(name) = uu_head(line) {
            let body: Vec<&str> = lines
                .by_ref()
                .take_while(|line| line.trim() != "end")
                .collect();
            (name, uu(&body))
        } else if let Some((_, name)) = line
            .strip_prefix("=ybegin ")
            .and_then(|head| head.split_once("name="))
        {
            // yEnc writes bytes, and a text has lost those above ASCII: what remains cannot be trusted.
            r.inside(name.to_owned(), |_| Err(Reason::UnknownType));
            continue;
        } else {
            continue;
        };
        if !decoded.is_empty() {
            r.account.unpacked(decoded.len())?;
            r.file(name, &decoded, None);
        }
    }
    Ok(())
}

/// `begin 644 name`.
fn uu_head(line: &str) -> Option<&str> {
    let (mode, name) = line.strip_prefix("begin ")?.split_once(' ')?;
    (mode.len() >= 3 && mode.bytes().all(|byte| (b'0'..=b'7').contains(&byte))).then_some(name)
}

fn uu(lines: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    for line in lines {
        let bytes = line.as_bytes();
        let Some(first) = bytes.first().filter(|byte| (b' '..=b'`').contains(byte)) else {
            break;
        };
        let wanted = usize::from((first - b' ') & 63);
        let mut row = Vec::with_capacity(wanted + 3);
        for group in bytes.get(1..).unwrap_or_default().chunks(4) {
            let bits = (0..4).fold(0_u32, |bits, index| {
                let byte = group.get(index).copied().unwrap_or(b' ');
                bits << 6 | u32::from(byte.wrapping_sub(b' ') & 63)
            });
            row.extend_from_slice(&bits.to_be_bytes()[1..]);
        }
        row.truncate(wanted);
        out.extend_from_slice(&row);
    }
    out
}
