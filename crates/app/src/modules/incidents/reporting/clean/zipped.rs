//! Office documents (ECMA-376, OpenDocument): the archive written anew, part by part, without what tells on people.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::{jpeg, markup, png};

/// More parts than this no letter or table has.
const PARTS: usize = 2_000;
/// All parts together, unpacked: a bomb ends here.
const UNPACKED: u64 = 64 * 1024 * 1024;

pub fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// What becomes of a part.
enum Part {
    /// Neither it nor what points to it stays.
    Gone,
    /// Facts about the document, replaced by none.
    Bare(&'static str),
    Markup,
    Picture,
    /// Fonts, and the word that says what the archive is.
    Same,
    /// It may hold anything: the whole document is refused.
    Unknown,
}

const CORE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";
const APP: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>";
const CUSTOM: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>";
const META: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.2\"/>";
const SETTINGS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-settings xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.2\"/>";

/// The document and its ending; `None` when it is none of the six, is damaged, protected or too large, or holds
/// something that cannot be cleaned (macros, embedded objects, old vector pictures).
pub fn clean(bytes: &[u8]) -> Option<(&'static str, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if archive.len() > PARTS {
        return None;
    }
    let ending = kind(&mut archive)?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        if part.is_dir() {
            continue;
        }
        if part.encrypted() || name.contains("..") || name.starts_with('/') {
            return None;
        }
        let mut content = Vec::new();
        part.by_ref()
            .take(left + 1)
            .read_to_end(&mut content)
            .ok()?;
        left = left.checked_sub(content.len() as u64)?;
        drop(part);
        let content = match judge(&name) {
            Part::Gone => continue,
            Part::Unknown => return None,
            Part::Bare(text) => text.as_bytes().to_vec(),
            Part::Same => content,
            Part::Markup => markup::clean(&content)?,
            Part::Picture if jpeg::is(&content) => jpeg::clean(&content)?,
            Part::Picture if png::is(&content) => png::clean(&content)?,
            Part::Picture => return None,
        };
        out.start_file(name.as_str(), options(&name)).ok()?;
        out.write_all(&content).ok()?;
    }
    Some((ending, out.finish().ok()?.into_inner()))
}

/// OpenDocument wants its first part unpacked; no part has a time.
fn options(name: &str) -> SimpleFileOptions {
    let method = if name == "mimetype" {
        CompressionMethod::Stored
    } else {
        CompressionMethod::Deflated
    };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
}

fn kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<&'static str> {
    let has =
        |name: &str, archive: &ZipArchive<Cursor<&[u8]>>| archive.index_for_name(name).is_some();
    if has("[Content_Types].xml", archive) {
        let kinds = [
            ("word/document.xml", "docx"),
            ("xl/workbook.xml", "xlsx"),
            ("ppt/presentation.xml", "pptx"),
        ];
        return kinds
            .into_iter()
            .find(|(name, _)| has(name, archive))
            .map(|(_, ending)| ending);
    }
    let mut said = String::new();
    archive
        .by_name("mimetype")
        .ok()?
        .take(100)
        .read_to_string(&mut said)
        .ok()?;
    match said
        .trim()
        .strip_prefix("application/vnd.oasis.opendocument.")?
    {
        "text" => Some("odt"),
        "spreadsheet" => Some("ods"),
        "presentation" => Some("odp"),
        _ => None,
    }
}

fn judge(name: &str) -> Part {
    let lower = name.to_lowercase();
    let last = lower.rsplit('/').next().unwrap_or("");
    if markup::is_dropped(&lower) {
        return Part::Gone;
    }
    match lower.as_str() {
        "docprops/core.xml" => return Part::Bare(CORE),
        "docprops/app.xml" => return Part::Bare(APP),
        "docprops/custom.xml" => return Part::Bare(CUSTOM),
        "mimetype" => return Part::Same,
        _ if last == "meta.xml" => return Part::Bare(META),
        _ if last == "settings.xml" && !lower.starts_with("word/") => return Part::Bare(SETTINGS),
        _ => {}
    }
    match last.rsplit('.').next().unwrap_or("") {
        "xml" | "rels" | "rdf" => Part::Markup,
        "jpg" | "jpeg" | "png" => Part::Picture,
        "odttf" | "ttf" | "otf" => Part::Same,
        _ => Part::Unknown,
    }
}
