//! Files lose what tells on their author; what cannot be cleaned is refused.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::super::clean::enclose;
use crate::base::visit::Upload;

fn upload(bytes: Vec<u8>) -> Upload {
    Upload {
        field: "file".to_owned(),
        name: "needle-name.any".to_owned(),
        bytes,
    }
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|part| part == needle)
}

/// A JPEG as a camera writes it: EXIF with a thumbnail, XMP, a comment, a profile, and something after its end.
pub fn camera_picture() -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    let mut segment = |marker: u8, content: &[u8]| {
        bytes.extend_from_slice(&[0xff, marker]);
        bytes.extend_from_slice(&(content.len() as u16 + 2).to_be_bytes());
        bytes.extend_from_slice(content);
    };
    segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    segment(0xe1, b"Exif\0\0NEEDLECAM 60.17 24.94 2026:03:02 08:37:41");
    segment(
        0xe1,
        b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>NEEDLECAM</x:xmpmeta>",
    );
    segment(0xe2, b"ICC_PROFILE\0NEEDLECAM");
    segment(0xfe, b"NeedleComment");
    segment(0xdb, &[0; 65]);
    segment(0xc0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    segment(0xda, &[1, 1, 0, 0, 63, 0]);
    bytes.extend_from_slice(&[1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 5]);
    bytes.extend_from_slice(&[0xff, 0xd9]);
    bytes.extend_from_slice(b"NEEDLECAM second picture");
    bytes
}

#[test]
fn a_picture_keeps_its_picture_alone() {
    let kept = enclose(&upload(camera_picture())).unwrap();
    assert_eq!(kept.name, "file.jpg");
    assert!(!holds(&kept.bytes, b"NEEDLECAM") && !holds(&kept.bytes, b"Needle"));
    assert!(holds(
        &kept.bytes,
        &[1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 5, 0xff, 0xd9]
    ));

    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let mut bytes = (content.len() as u32).to_be_bytes().to_vec();
        bytes.extend_from_slice(kind);
        bytes.extend_from_slice(content);
        bytes.extend_from_slice(&[0; 4]);
        bytes
    };
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for part in [
        chunk(b"IHDR", &[0; 13]),
        chunk(b"tEXt", b"Author\0NEEDLE"),
        chunk(b"eXIf", b"NEEDLE"),
        chunk(b"tIME", b"NEEDLE!"),
        chunk(b"IDAT", b"pixels"),
        chunk(b"IEND", b""),
        b"NEEDLE".to_vec(),
    ] {
        png.extend_from_slice(&part);
    }
    let kept = enclose(&upload(png)).unwrap();
    assert!(!holds(&kept.bytes, b"NEEDLE") && holds(&kept.bytes, b"pixels"));
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// All parts of an archive, one after another.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        all.push_str(&part.name().unwrap());
        part.read_to_string(&mut all).unwrap();
    }
    all
}

const TYPES: &str = "<?xml version=\"1.0\"?><Types><Override PartName=\"/customXml/item1.xml\" ContentType=\"a\"/><Override PartName=\"/word/document.xml\" ContentType=\"b\"/></Types>";

#[test]
fn a_letter_loses_names_times_and_paths() {
    let document = "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><!-- NEEDLE --><w:p w:rsidR=\"00NEEDLE\">\
        <w:ins w:id=\"1\" w:author=\"NEEDLE\" w:date=\"2026-03-02T08:37:41Z\"><w:t>What happened</w:t></w:ins></w:p></w:document>";
    let relations = "<Relationships><Relationship Id=\"r1\" Target=\"customXml/item1.xml\"/>\
        <Relationship Id=\"r2\" Target=\"file:///C:/Users/NEEDLE/a.dotx\" TargetMode=\"External\"/></Relationships>";
    let bytes = archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", relations),
        ("word/document.xml", document),
        ("word/people.xml", "<p>NEEDLE</p>"),
        ("docProps/core.xml", "<a>NEEDLE</a>"),
        ("docProps/app.xml", "<a>NEEDLE</a>"),
        ("customXml/item1.xml", "<a>NEEDLE</a>"),
    ]);
    let kept = enclose(&upload(bytes)).unwrap();
    assert_eq!(kept.name, "file.docx");
    let text = unpacked(&kept.bytes);
    assert!(
        !text.contains("NEEDLE") && !text.contains("08:37"),
        "{text}"
    );
    assert!(text.contains("What happened") && text.contains("w:author=\"-\""));
    assert!(!text.contains("customXml"));

    let odt = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("meta.xml", "<m>NEEDLE</m>"),
        ("settings.xml", "<m>NEEDLE</m>"),
        (
            "content.xml",
            "<o><office:annotation><dc:creator>NEEDLE</dc:creator><dc:date>2026-03-02T08:37:41</dc:date>\
             <text:p>Note &amp; more</text:p></office:annotation></o>",
        ),
    ]);
    let kept = enclose(&upload(odt)).unwrap();
    assert_eq!(kept.name, "file.odt");
    let text = unpacked(&kept.bytes);
    assert!(
        !text.contains("NEEDLE") && !text.contains("08:37"),
        "{text}"
    );
    assert!(text.contains("Note &amp; more"));
}

#[test]
fn a_pdf_loses_its_facts_notes_and_earlier_versions() {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut pdf = Document::with_version("1.5");
    let pages = pdf.new_object_id();
    let content = pdf.add_object(Stream::new(
        dictionary! {},
        b"BT (What happened) Tj ET".to_vec(),
    ));
    let picture = pdf.add_object(Stream::new(
        dictionary! { "Subtype" => "Image", "Filter" => "DCTDecode" },
        camera_picture(),
    ));
    let note = pdf.add_object(
        dictionary! { "Subtype" => "Text", "T" => Object::string_literal("NEEDLECAM") },
    );
    let facts = pdf.add_object(Stream::new(
        dictionary! { "Type" => "Metadata" },
        b"NEEDLECAM".to_vec(),
    ));
    let page = pdf.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Annots" => vec![note.into()],
        "Resources" => dictionary! { "XObject" => dictionary! { "P" => picture } },
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    pdf.objects.insert(pages, tree.into());
    let root =
        pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "Metadata" => facts });
    let info = pdf.add_object(dictionary! { "Author" => Object::string_literal("NEEDLECAM") });
    pdf.trailer.set("Root", root);
    pdf.trailer.set("Info", info);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    assert!(holds(&bytes, b"NEEDLECAM"));
    let kept = enclose(&upload(bytes)).unwrap();
    assert_eq!(kept.name, "file.pdf");
    assert!(
        !holds(&kept.bytes, b"NEEDLE"),
        "{}",
        String::from_utf8_lossy(&kept.bytes)
    );
    assert!(holds(&kept.bytes, b"What happened"));
}

/// Files of programs that are written in letters: each says more than is seen when it is opened.
pub const OF_PROGRAMS: [(&str, &str); 13] = [
    (
        "RTF",
        "{\\rtf1\\ansi{\\info{\\author NEEDLECAM}{\\creatim\\yr2026\\mo3\\dy2\\hr10\\min37}}\\pard It rained.\\par}",
    ),
    (
        "SVG",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" sodipodi:docname=\"C:\\Users\\NEEDLECAM\\a.svg\"/>",
    ),
    (
        "flat OpenDocument",
        "<?xml version=\"1.0\"?><office:document><office:meta><meta:initial-creator>NEEDLECAM</meta:initial-creator></office:meta></office:document>",
    ),
    (
        "HTML",
        "<!DOCTYPE html><meta name=\"author\" content=\"NEEDLECAM\"><p>It rained.</p>",
    ),
    (
        "HTML after a note",
        "<!-- saved from NEEDLECAM --><p>It rained.</p>",
    ),
    (
        "mail",
        "Received: from NEEDLECAM ([203.0.113.77])\r\n by mx; Mon, 2 Mar 2026 10:37:41 +0200\r\nFrom: anna@testby.example\r\n\r\nIt rained.",
    ),
    ("mail of a program", "From: NEEDLECAM\nTo: me\n\nIt rained."),
    (
        "mailbox",
        "From anna@testby.example Mon Mar  2 10:37:41 2026\nX-Mailer: NEEDLECAM\nSubject: It rained\n\nIt rained.",
    ),
    (
        "mail saved as text",
        "Från: NEEDLECAM\nSkickat: den 2 mars 2026 10:37\n\nIt rained.",
    ),
    (
        "PostScript",
        "%!PS-Adobe-3.0\n%%For: NEEDLECAM\n%%CreationDate: 10:37\n",
    ),
    ("vCard", "begin:vcard\nVERSION:4.0\nFN:NEEDLECAM\nEND:VCARD"),
    (
        "iCalendar",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nORGANIZER:mailto:NEEDLECAM\nEND:VEVENT\nEND:VCALENDAR",
    ),
    (
        "PDF behind a word",
        "word %PDF-1.4\n1 0 obj<</Author(NEEDLECAM)>>endobj",
    ),
];

#[test]
fn a_program_s_file_in_letters_is_no_plain_text() {
    for (kind, text) in OF_PROGRAMS {
        for before in ["", "\u{feff}", "\r\n \t", "\u{feff}\n\u{200b}", "\u{202e}"] {
            let bytes = format!("{before}{text}").into_bytes();
            assert!(enclose(&upload(bytes)).is_err(), "{kind} after {before:?}");
        }
    }
    for text in [
        "From the park I walked home: nobody saw it.\nIt rained.",
        "Subject: the list of guests\n\nIt lay in the park.",
        "Note: at noon\nPlace: the park",
        "<3 of you\n\nThe mail went to anna@testby.example; see <https://example.org>.",
        "name,street\nA,B",
    ] {
        let kept = enclose(&upload(text.as_bytes().to_vec())).unwrap();
        assert_eq!(kept.name, "file.txt");
        assert_eq!(kept.bytes, text.as_bytes());
    }
}

#[test]
fn what_cannot_be_cleaned_is_refused() {
    let macros = archive(&[
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", "<a/>"),
        ("word/vbaProject.bin", "x"),
    ]);
    let entities = archive(&[
        ("[Content_Types].xml", TYPES),
        (
            "word/document.xml",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
        ),
    ]);
    let zeros = "0".repeat(1 << 20);
    let mut bomb: Vec<(String, &str)> = vec![("word/document.xml".into(), "<a/>")];
    bomb.extend((0..80).map(|n| (format!("word/{n}.xml"), zeros.as_str())));
    bomb.push(("[Content_Types].xml".into(), TYPES));
    let bomb: Vec<(&str, &str)> = bomb
        .iter()
        .map(|(name, text)| (name.as_str(), *text))
        .collect();
    for bytes in [
        macros,
        entities,
        archive(&bomb),
        archive(&[("a.txt", "just an archive")]),
        b"#!/bin/sh\0".to_vec(),
        b"MZ\x90\0".to_vec(),
        b"%PDF-1.7 nonsense".to_vec(),
        camera_picture()[..60].to_vec(),
        b"PK\x03\x04".to_vec(),
    ] {
        assert!(enclose(&upload(bytes)).is_err());
    }
    assert_eq!(
        enclose(&upload(b"Just text.".to_vec())).unwrap().name,
        "file.txt"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn rubbish_never_brings_it_down(start in 0usize..5, bytes: Vec<u8>, at in 0usize..400) {
        let mut all: Vec<u8> = match start {
            0 => camera_picture(),
            1 => b"\x89PNG\r\n\x1a\n".to_vec(),
            2 => b"%PDF-1.4\n".to_vec(),
            3 => archive(&[("[Content_Types].xml", TYPES), ("word/document.xml", "<a><b/></a>")]),
            _ => Vec::new(),
        };
        let at = at.min(all.len());
        all.splice(at..at, bytes);
        let _ = enclose(&upload(all));
    }
}
