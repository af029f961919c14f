//! What a file is. Its first bytes decide; name and declared type only choose among texts, because anybody
//! can write any name on any file.

use memchr::memmem;

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Empty,
    Mail,
    Mbox,
    Tnef,
    Html,
    Xml,
    Calendar,
    Csv,
    Text,
    Rtf,
    Pdf,
    Zip,
    Tar,
    Gz,
    Compound,
    Picture,
    /// Signed or encrypted by S/MIME.
    Cms,
    /// Encrypted mail and keys.
    Sealed,
    Unknown,
}

pub(crate) fn form(name: &str, bytes: &[u8], declared: Option<&str>) -> Form {
    if bytes.is_empty() {
        return Form::Empty;
    }
    if let Some(form) = by_magic(bytes) {
        return form;
    }
    let declared = declared.unwrap_or_default().to_ascii_lowercase();
    let ending = ending(name);
    if bytes.starts_with(b"\x30")
        && (declared.contains("pkcs7") || matches!(&*ending, "p7m" | "p7s" | "p7c"))
    {
        return Form::Cms;
    }
    if is_sealed(bytes, &declared, &ending) {
        return Form::Sealed;
    }
    // A mail may carry files as they are (8bit, binary): its head is text, and the rest need not be.
    let start = bytes.trim_ascii_start();
    let named = declared.starts_with("message/") || ending == "eml";
    if is_text(bytes.get(..128).unwrap_or(bytes)) && (named || is_mail(start)) {
        return Form::Mail;
    }
    if !is_text(bytes) {
        return Form::Unknown;
    }
    text_form(bytes, &declared, &ending)
}

fn by_magic(bytes: &[u8]) -> Option<Form> {
    let head = |magic: &[u8]| bytes.starts_with(magic);
    // Readers of PDF take the mark anywhere in the first kilobyte, so a mail or a picture may hide one.
    let early = bytes.get(..1024).unwrap_or(bytes);
    Some(if head(b"%PDF") {
        Form::Pdf
    } else if head(b"PK\x03\x04") || head(b"PK\x05\x06") || head(b"PK\x07\x08PK") {
        Form::Zip
    } else if head(b"\x1f\x8b") {
        Form::Gz
    } else if head(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Form::Compound
    } else if head(b"{\\rt") {
        Form::Rtf
    } else if head(b"\x78\x9f\x3e\x22") {
        Form::Tnef
    } else if crate::image::size(bytes).is_some() {
        Form::Picture
    } else if bytes.get(257..262) == Some(b"ustar") {
        Form::Tar
    } else if memmem::find(early, b"%PDF-").is_some()
        && !early.starts_with(b"From ")
        && !is_text(early)
    {
        Form::Pdf
    } else {
        return None;
    })
}

fn is_sealed(bytes: &[u8], declared: &str, ending: &str) -> bool {
    let pgp = memmem::find(
        bytes.get(..4096).unwrap_or(bytes),
        b"-----BEGIN PGP MESSAGE-----",
    );
    pgp.is_some()
        || matches!(ending, "p7m" | "pgp" | "gpg" | "age") && !is_text(bytes)
        || declared.contains("pkcs7-mime")
        || declared == "application/pgp-encrypted"
}

/// Text in some encoding: hardly any control characters, unless its letters take more bytes than one.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    if crate::wide::of(bytes).is_some() {
        return true;
    }
    let sample = bytes.get(..64 * 1024).unwrap_or(bytes);
    // Counted in bytes, a chunk at a time: the compiler makes this sixteen at once.
    let odd: usize = sample
        .chunks(255)
        .map(|chunk| {
            chunk
                .iter()
                .fold(0_u8, |sum, byte| sum.wrapping_add(u8::from(is_odd(*byte))))
        })
        .map(usize::from)
        .sum();
    // One stray byte in a hundred is a damaged text; more is no text.
    odd * 100 <= sample.len() && !bytes.starts_with(b"\0")
}

fn is_odd(byte: u8) -> bool {
    byte < 9 || byte.wrapping_sub(14) < 13 || byte.wrapping_sub(28) < 4 || byte == 127
}

fn text_form(bytes: &[u8], declared: &str, ending: &str) -> Form {
    let start = bytes.trim_ascii_start();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    if matches!(ending, "mht" | "mhtml") {
        return Form::Mail;
    }
    if ending == "mbox" || ending == "mbx" || is_mbox(start) {
        return Form::Mbox;
    }
    if is_html(start) || declared == "text/html" || matches!(ending, "html" | "htm" | "xhtml") {
        return Form::Html;
    }
    if starts_folded(start, b"<?xml") || matches!(ending, "xml" | "svg" | "fodt" | "fods" | "fodp")
    {
        return Form::Xml;
    }
    let calendar = [&b"BEGIN:VCALENDAR"[..], b"BEGIN:VCARD"];
    if calendar.iter().any(|mark| starts_folded(start, mark)) {
        return Form::Calendar;
    }
    if declared == "text/csv" || matches!(ending, "csv" | "tsv" | "tab") {
        return Form::Csv;
    }
    Form::Text
}

fn is_html(start: &[u8]) -> bool {
    [
        &b"<!doctype html"[..],
        b"<html",
        b"<head",
        b"<body",
        b"<table",
        b"<div",
        b"<p>",
        b"<!--",
    ]
    .iter()
    .any(|mark| starts_folded(start, mark))
}

fn is_mbox(start: &[u8]) -> bool {
    start.starts_with(b"From ")
        && start
            .split(|byte| *byte == b'\n')
            .nth(1)
            .is_some_and(|line| field(line).is_some())
}

/// Begins with three header fields, one of which only mail has.
fn is_mail(start: &[u8]) -> bool {
    let mut fields = 0;
    let mut typical = false;
    for line in start.split(|byte| *byte == b'\n').take(40) {
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(name) = field(line) else { break };
        fields += 1;
        typical |= [
            "received",
            "return-path",
            "message-id",
            "mime-version",
            "delivered-to",
            "x-mailer",
            "from",
        ]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known.as_bytes()));
    }
    fields >= 3 && typical
}

/// The name of a header line.
pub(crate) fn field(line: &[u8]) -> Option<&[u8]> {
    let name = line.get(..memchr::memchr(b':', line)?)?;
    (!name.is_empty() && name.iter().all(|byte| byte.is_ascii_graphic())).then_some(name)
}

pub(crate) fn starts_folded(text: &[u8], mark: &[u8]) -> bool {
    text.get(..mark.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(mark))
}

/// What follows the last dot, lower case.
pub(crate) fn ending(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((_, ending)) if ending.len() <= 8 => ending.to_ascii_lowercase(),
        _ => String::new(),
    }
}
