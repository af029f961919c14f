//! PDF. The page text comes from poppler's `pdftotext`, started by whoever started us; where it is not
//! installed, from an own walk over the content streams (docs/decisions says what was measured). What no page
//! shows, properties, notes, form fields and attached files, is read here in any case.

mod content;
mod objects;

use lopdf::{Document, LoadOptions};

use crate::image;
use crate::part::{Kind, Reason, Spots};
use crate::plain;
use crate::reading::{Reading, Tool};

/// One stream of a document may not unpack to more.
pub(crate) const STREAM: usize = 32 << 20;

pub(crate) fn file(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let options = LoadOptions {
        max_decompressed_size: Some(STREAM),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).ok();
    // An empty user password opens many "protected" files, for readers and for us.
    let sealed = document
        .as_ref()
        .is_some_and(|document| document.is_encrypted() && document.encryption_state.is_none());
    if let Some(document) = document.as_ref().filter(|_| !sealed) {
        objects::read(r, document)?;
    }
    r.account.tool()?;
    let pages = match r.tools.run(Tool::PdfText, bytes) {
        Ok(text) => pages_of(&plain::decode_utf8(text)),
        Err(Reason::NoPdfReader) if sealed => return Err(Reason::Encrypted),
        Err(reason) => match document.as_ref().filter(|_| !sealed) {
            Some(document) if reason == Reason::NoPdfReader => content::pages(r, document)?,
            Some(document) => {
                r.again(|r| {
                    let pages = content::pages(r, document)?;
                    give(r, &pages);
                    Ok(())
                })?;
                return Err(reason);
            }
            None => return Err(if sealed { Reason::Encrypted } else { reason }),
        },
    };
    give(r, &pages);
    pictures(r, bytes, document.as_ref(), &pages)
}

fn pages_of(text: &str) -> Vec<String> {
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    if pages.len() > 1 && pages.last().is_some_and(|page| page.trim().is_empty()) {
        pages.pop();
    }
    pages
}

fn give(r: &mut Reading<'_>, pages: &[String]) {
    let mut text = String::new();
    let mut starts = Vec::new();
    for page in pages {
        starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        text.push_str(page);
        text.push('\n');
    }
    r.spotted(Kind::Document, text, Spots::Pages(starts));
}

/// Letters and digits on a page that is no more than a header or a page number.
const BARE: usize = 8;
/// The text of a cover sheet or a stamp over a scanned page, and not the text of the page.
const SPARSE: usize = 200;

/// A page with hardly any text that shows something is a scan, or text drawn as lines: OCR reads it, or it was not
/// inspected. A page with a little text is one as well when its picture has as many dots as a scanned page.
fn pictures(
    r: &mut Reading<'_>,
    bytes: &[u8],
    document: Option<&Document>,
    pages: &[String],
) -> Result<(), Reason> {
    let letters: Vec<usize> = pages
        .iter()
        .map(|page| {
            // More than this is never asked for.
            let letters = page.chars().filter(|c| c.is_alphanumeric());
            letters.take(SPARSE).count()
        })
        .collect();
    let count = |index: usize| letters.get(index).copied().unwrap_or_default();
    let scanned: Vec<usize> = match document {
        Some(document) => document
            .page_iter()
            .take(r.account.limits().parts)
            .enumerate()
            .filter(|(index, page)| match count(*index) {
                0..BARE => objects::shows_something(document, *page),
                BARE..SPARSE => objects::has_scan(document, *page),
                _ => false,
            })
            .map(|(index, _)| index)
            .collect(),
        None => (0..letters.len()).filter(|at| count(*at) < BARE).collect(),
    };
    if scanned.is_empty() {
        return Ok(());
    }
    r.account.tool()?;
    let drawn = r.tools.run(Tool::PdfPages, bytes)?;
    let drawn = greys(&drawn);
    for index in scanned {
        r.inside(format!("{}", index + 1), |r| match drawn.get(index) {
            Some(page) => image::recognise(r, page),
            // Only so many pages are drawn.
            None => Err(Reason::TooManyParts),
        });
    }
    Ok(())
}

/// Divides pictures in PGM (`P5 width height 255 pixels`) that stand one after the other.
fn greys(bytes: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(length) = grey_length(rest) {
        let Some((one, after)) = rest.split_at_checked(length) else {
            break;
        };
        found.push(one);
        rest = after;
    }
    found
}

fn grey_length(bytes: &[u8]) -> Option<usize> {
    let head = bytes.get(..bytes.len().min(64))?;
    let mut words = 0;
    let mut numbers = [0_usize; 3];
    let mut at = head.strip_prefix(b"P5").map(|_| 2)?;
    while words < 3 {
        while head.get(at)?.is_ascii_whitespace() {
            at += 1;
        }
        while let Some(digit) = head.get(at).filter(|byte| byte.is_ascii_digit()) {
            let place = numbers.get_mut(words)?;
            *place = place
                .checked_mul(10)?
                .checked_add(usize::from(digit - b'0'))?;
            at += 1;
        }
        words += 1;
    }
    // One white space, then a byte per pixel.
    numbers[0].checked_mul(numbers[1])?.checked_add(at + 1)
}
