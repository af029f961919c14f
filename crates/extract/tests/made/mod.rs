//! Files made by ourselves for the tests.
#![allow(dead_code, reason = "each test file uses some of them")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Cursor, Write};
use std::path::Path;

use extract::{Content, Limits, NoTools, Part, Reason, read};
use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub const CPR: &str = "010180-0008";

pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in members {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(bytes).unwrap();
    gz.finish().unwrap()
}

pub fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_cksum();
        tar.append_data(&mut header, name, *bytes).unwrap();
    }
    tar.into_inner().unwrap()
}

pub fn docx(body: &str) -> Vec<u8> {
    let xml = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", xml.as_bytes()),
    ])
}

pub fn odf(kind: &str, body: &str) -> Vec<u8> {
    let mime = format!("application/vnd.oasis.opendocument.{kind}");
    let xml = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\">{body}</office:document-content>"
    );
    zip(&[
        ("mimetype", mime.as_bytes()),
        ("content.xml", xml.as_bytes()),
    ])
}

/// A PDF of one page that shows a text in two pieces.
pub fn pdf(first: &str, second: &str) -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut pdf = Document::with_version("1.5");
    let pages = pdf.new_object_id();
    let font = pdf.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding",
    });
    let resources = pdf.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let content = format!("BT /F1 12 Tf 50 700 Td [({first}) 20 ({second})] TJ ET");
    let content = pdf.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    let page = pdf.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    pdf.objects.insert(pages, Object::Dictionary(tree));
    let info = pdf.add_object(dictionary! { "Title" => Object::string_literal("Sag 020280-0006") });
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    pdf.trailer.set("Root", catalog);
    pdf.trailer.set("Info", info);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

/// Where a folder is named, every sample of the tests is written there too: what fuzzing begins with
/// (`fuzz/seeds.sh`). Its target takes the ending of the name from the first byte.
pub fn seed(name: &str, bytes: &[u8]) {
    const MOST: usize = 64 * 1024;
    const ENDINGS: [&str; 16] = [
        "eml", "docx", "xlsx", "pptx", "odt", "ods", "pdf", "rtf", "html", "csv", "zip", "tar",
        "gz", "ics", "msg", "txt",
    ];
    let Some(folder) = std::env::var_os("TILLIT_SEEDS").filter(|_| bytes.len() <= MOST) else {
        return;
    };
    let place = ENDINGS
        .iter()
        .position(|ending| name.ends_with(ending))
        .unwrap_or(ENDINGS.len() - 1);
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let path = Path::new(&folder).join(format!("seed-{:016x}", hasher.finish()));
    std::fs::write(path, [&[place as u8], bytes].concat()).unwrap();
}

pub fn parts(name: &str, bytes: &[u8]) -> Vec<Part> {
    seed(name, bytes);
    read(name, bytes, &Limits::default(), &mut NoTools)
}

pub fn finds(parts: &[Part], wanted: &str) -> bool {
    parts
        .iter()
        .any(|part| part.text().is_some_and(|text| text.contains(wanted)))
}

pub fn not(parts: &[Part]) -> Vec<Reason> {
    parts
        .iter()
        .filter_map(|part| match part.content {
            Content::NotInspected(reason) => Some(reason),
            Content::Text(_) => None,
        })
        .collect()
}
