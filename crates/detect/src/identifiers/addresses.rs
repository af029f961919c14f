//! E-mail addresses: weak, but many of them say much.

use crate::finding::{Finding, Strength};
use crate::kinds::Kind;

use super::number::Reading;

/// Addresses in `bytes`.
pub(crate) fn find(bytes: &[u8], out: &mut Vec<Finding>) {
    let mut done = 0;
    for at in memchr::memchr_iter(b'@', bytes) {
        if at < done {
            continue;
        }
        let before = bytes.get(..at).unwrap_or_default();
        let after = bytes.get(at + 1..).unwrap_or_default();
        let local = before
            .iter()
            .rev()
            .take(64)
            .take_while(|b| is_local(**b))
            .count();
        let domain = domain(after);
        if local == 0 || domain == 0 {
            continue;
        }
        // The run of continuation bytes must begin with its first byte.
        let mut start = at - local;
        while start < at
            && bytes
                .get(start)
                .is_some_and(|b| b & 0xC0 == 0x80 || *b == b'.')
        {
            start += 1;
        }
        if start == at {
            continue;
        }
        done = at + 1 + domain;
        let text = bytes.get(start..done).unwrap_or_default();
        let value = String::from_utf8_lossy(text).to_lowercase();
        let reading = Reading::new(Kind::Email, (start, done), value, 10);
        out.push(reading.strength(Strength::Weak).finding);
    }
}

const fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'%' | b'\'')
        || byte >= 0x80
}

/// The length of the domain; 0 when it has no dot or no letters behind the last one.
fn domain(after: &[u8]) -> usize {
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-') || *b >= 0x80;
    let mut len = after.iter().take(253).take_while(|b| is_part(b)).count();
    // Cut a character in the middle, a full stop or a dash at the end.
    while len > 0 && after.get(len).is_some_and(|b| b & 0xC0 == 0x80) {
        len -= 1;
    }
    while len > 0 && matches!(after.get(len - 1), Some(b'.' | b'-')) {
        len -= 1;
    }
    let name = after.get(..len).unwrap_or_default();
    let last = name.rsplit(|b| *b == b'.').next().unwrap_or_default();
    let dotted = last.len() < name.len() && name.first() != Some(&b'.');
    let letters = last.len() >= 2 && last.iter().all(|b| b.is_ascii_alphabetic() || *b >= 0x80);
    if dotted && letters { len } else { 0 }
}
