//! Text in whatever encoding, calendars and comma-separated tables.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;
use memchr::memmem;

use crate::html;
use crate::old;
use crate::part::{Kind, Reason};
use crate::reading::Reading;
use crate::wide::{self, Wide};

/// A text file. One that looks like a page to a browser is read as a page too.
pub(crate) fn file(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let text = decode(bytes);
    if memmem::find(text.as_bytes(), b"</").is_some() {
        r.again(|r| {
            html::text(r, &text);
            Ok(())
        })?;
    }
    if std::str::from_utf8(bytes).is_err() {
        older(r, bytes)?;
    }
    if let Some(single) = wide::lying(bytes) {
        r.again(|r| {
            r.text(Kind::Text, old(single).into_owned());
            Ok(())
        })?;
    }
    embedded(r, &text)?;
    let sealed = is_sealed(&text);
    r.text(Kind::Text, text.into_owned());
    if sealed {
        Err(Reason::Encrypted)
    } else {
        Ok(())
    }
}

/// A text with a sealed block in it: what stands around the block is read, the block is not.
pub(crate) fn is_sealed(text: &str) -> bool {
    memmem::find_iter(text.as_bytes(), b"-----BEGIN ").any(|at| {
        let rest = text.get(at..).unwrap_or_default();
        rest.starts_with("-----BEGIN PGP MESSAGE-----")
            || rest.starts_with("-----BEGIN AGE ENCRYPTED FILE-----")
    })
}

/// The same bytes by the code pages of DOS and of old Macintoshes, which no guess for the web knows.
fn older(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    match old::decode(bytes) {
        Some(text) => r.again(|r| {
            r.text(Kind::Text, text);
            Ok(())
        }),
        None => Ok(()),
    }
}

/// Files written into a text: uuencode and yEnc.
pub(crate) fn embedded(r: &mut Reading<'_>, text: &str) -> Result<(), Reason> {
    // "=ybegin " too.
    if memmem::find(text.as_bytes(), b"begin ").is_some() {
        crate::mail::uu::embedded(r, text)?;
    }
    if let Some(text) = old::seven_bits(text) {
        r.again(|r| {
            r.text(Kind::Text, text);
            Ok(())
        })?;
    }
    Ok(())
}

/// A table as text. Cells that are only digits get their column's heading in front, so that what the heading
/// says is beside the number.
pub(crate) fn csv(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let text = decode(bytes);
    let first = text.lines().next().unwrap_or_default();
    let separator = [';', '\t', ',', '|']
        .into_iter()
        .max_by_key(|mark| first.matches(*mark).count())
        .unwrap_or(';');
    let heads: Vec<&str> = first.split(separator).map(unquoted).collect();
    let telling = heads.iter().any(|head| crate::office::is_heading(head));
    if telling && heads.len() > 1 {
        let mut spelled = String::with_capacity(text.len() + text.len() / 4);
        for (index, line) in text.lines().enumerate() {
            for (column, cell) in line.split(separator).map(unquoted).enumerate() {
                if column > 0 {
                    spelled.push('\t');
                }
                let head = heads.get(column).copied().unwrap_or_default();
                if index > 0
                    && crate::office::wants_heading(cell)
                    && crate::office::is_heading(head)
                {
                    spelled.push_str(head);
                    spelled.push_str(": ");
                }
                spelled.push_str(cell);
            }
            spelled.push('\n');
            if spelled.len() > r.account.text_room() {
                break;
            }
        }
        r.again(|r| {
            r.text(Kind::Sheet, spelled);
            Ok(())
        })?;
    }
    r.text(Kind::Text, text.into_owned());
    Ok(())
}

fn unquoted(cell: &str) -> &str {
    cell.trim().trim_matches('"')
}

/// Calendar entries and address cards: folded lines are joined, escapes undone (RFC 5545 §3.1, §3.3.11).
pub(crate) fn calendar(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let text = decode(bytes);
    let joined = text
        .replace("\r\n ", "")
        .replace("\r\n\t", "")
        .replace("\n ", "")
        .replace("\n\t", "")
        .replace("\\n", "\n")
        .replace("\\N", "\n")
        .replace("\\,", ",")
        .replace("\\;", ";");
    for line in joined.lines() {
        value(r, line)?;
    }
    r.text(Kind::Calendar, joined);
    Ok(())
}

/// The value of one line, where it is a file (RFC 5545 §3.8.1.1), in an encoding (vCard 2.1) or a page.
fn value(r: &mut Reading<'_>, line: &str) -> Result<(), Reason> {
    let Some((head, value)) = line.split_once(':') else {
        return Ok(());
    };
    let head = head.to_ascii_uppercase();
    if head.contains("ENCODING=BASE64") || head.contains("ENCODING=B") {
        let bytes = crate::mail::base64(value.as_bytes());
        r.account.unpacked(bytes.len())?;
        r.file("attached", &bytes, None);
    } else if head.contains("QUOTED-PRINTABLE") {
        let bytes = crate::mail::quoted(value.as_bytes());
        r.text(Kind::Calendar, decode(&bytes).into_owned());
    } else if value.contains("</") {
        r.again(|r| {
            html::text(r, value);
            Ok(())
        })?;
    }
    Ok(())
}

/// Bytes as text: byte order mark, UTF-8, UTF-16 without a mark, else the likeliest old encoding.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match wide::of(bytes) {
        Some(Wide::Four(order)) => return Cow::Owned(wide::four(bytes, order)),
        Some(Wide::Two(encoding)) => return encoding.decode_with_bom_removal(bytes).0,
        None => {}
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => old(bytes),
    }
}

/// Bytes that should be UTF-8: what is not becomes U+FFFD. Whole text is only checked and not copied.
pub(crate) fn decode_utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|fault| String::from_utf8_lossy(fault.as_bytes()).into_owned())
}

/// Text in a named encoding; a name that is not known is guessed instead.
pub(crate) fn decode_as<'b>(bytes: &'b [u8], charset: &str) -> Cow<'b, str> {
    match Encoding::for_label(charset.as_bytes()) {
        Some(encoding) => encoding.decode(bytes).0,
        None => decode(bytes),
    }
}

fn old(bytes: &[u8]) -> Cow<'_, str> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // The beginning tells enough, and guessing costs more than decoding.
    detector.feed(bytes.get(..64 * 1024).unwrap_or(bytes), true);
    detector
        .guess(None, Utf8Detection::Deny)
        .decode_without_bom_handling(bytes)
        .0
}
