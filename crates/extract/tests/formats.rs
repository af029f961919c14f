//! What a format may hide: each thing is read, or it is said that it was not.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod made;

use extract::{Content, Kind, Limits, Part, Reason, Tool, Tools, read};
use made::{CPR, docx, finds, gz, not, odf, parts, pdf, tar, zip};

#[test]
fn a_document_in_an_unusual_place_is_read_across_its_runs() {
    let file = zip(&[
        ("[Content_Types].xml", b"<T/>"),
        (
            "story/body.xml",
            b"<d><r><t>0101</t></r><r><t>80-0008</t></r></d>",
        ),
    ]);
    assert!(finds(&parts("a.docx", &file), CPR));
}

#[test]
fn what_stands_behind_broken_xml_is_read_and_said() {
    let file = docx("<w:p><w:r><w:t>hej</w:t></w:r></w:p><!-- <w:p><w:t>010180-0008</w:t></w:p>");
    let found = parts("a.docx", &file);
    assert!(finds(&found, CPR), "{found:#?}");
    assert!(not(&found).contains(&Reason::Broken), "{found:#?}");
    let found = parts(
        "a.xml",
        b"<?xml version='1.0'?><a>hej</a <b>010180-0008</b>",
    );
    assert!(finds(&found, CPR), "{found:#?}");
}

#[test]
fn small_pictures_of_a_page_are_passed_over_and_larger_ones_are_not() {
    let png = |side: u32| {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend(side.to_be_bytes());
        png.extend(side.to_be_bytes());
        png
    };
    for (side, reasons) in [(256, &[][..]), (2_000, &[Reason::NoOcr][..])] {
        let file = zip(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", b"<o/>"),
            ("Thumbnails/thumbnail.png", &png(side)),
        ]);
        assert_eq!(not(&parts("a.odt", &file)), reasons);
    }
    let file = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<o/>"),
        ("Thumbnails/gemt.txt", CPR.as_bytes()),
    ]);
    assert!(finds(&parts("a.odt", &file), CPR));
    let slides = odf(
        "presentation",
        "<d:page><d:frame><t:p>0101<t:span>80-0008</t:span></t:p></d:frame></d:page>",
    );
    assert!(finds(&parts("a.odp", &slides), CPR));
}

#[test]
fn an_archive_behind_something_else_is_opened() {
    let archive = zip(&[("gemt.txt", CPR.as_bytes())]);
    for (name, head) in [
        (
            "a.png",
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"[..],
        ),
        (
            "a.exe",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0",
        ),
        ("a.rtf", b"{\\rtf1 hej}"),
    ] {
        let found = parts(name, &[head, &archive].concat());
        assert!(finds(&found, CPR), "{name}: {found:#?}");
    }
    let both = [pdf("hej ", "du"), archive].concat();
    assert!(finds(&parts("a.pdf", &both), CPR));
}

#[test]
fn tar_entries_of_every_type_are_read() {
    let mut file = tar(&[("a.txt", CPR.as_bytes())]);
    // Type 7, reserved (POSIX): programs take it for a file. Then the checksum is made anew.
    file[156] = b'7';
    file[148..156].fill(b' ');
    let sum: u32 = file[..512].iter().map(|byte| u32::from(*byte)).sum();
    file[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    assert!(finds(&parts("a.tar", &file), CPR));
    // Behind the empty blocks that end an archive stands another one.
    let two = [
        tar(&[("hej.txt", b"hej")]),
        tar(&[("b.txt", CPR.as_bytes())]),
    ]
    .concat();
    assert!(finds(&parts("two.tar", &two), CPR));
}

#[test]
fn rtf_hides_nothing_in_its_tables_and_binaries() {
    let rtf = b"{\\rtf1{\\fonttbl{\\f0 Arial 010180-0008;}}hej}";
    assert!(finds(&parts("a.rtf", rtf), CPR));
    let rtf = b"{\\rtf1 hej{\\object\\bin11 020280-0006}}";
    assert!(finds(&parts("a.rtf", rtf), "020280-0006"));
}

#[test]
fn cards_and_calendars_carry_files_and_pages() {
    // "010180-0008"
    let card = b"BEGIN:VCARD\r\nPHOTO;ENCODING=b;TYPE=TXT:MDEwMTgw\r\n LTAwMDg=\r\nNOTE;ENCODING=QUOTED-PRINTABLE:020280=2D0006\r\nEND:VCARD\r\n";
    let found = parts("a.vcf", card);
    assert!(finds(&found, CPR), "{found:#?}");
    assert!(finds(&found, "020280-0006"), "{found:#?}");
    let entry = b"BEGIN:VCALENDAR\r\nX-ALT-DESC;FMTTYPE=text/html:<p>0101<b>80-0008</b></p>\r\nEND:VCALENDAR\r\n";
    assert!(finds(&parts("a.ics", entry), CPR));
}

#[test]
fn a_file_in_an_attribute_is_a_file() {
    let page = b"<html><img src=\"data:text/plain;base64,MDEwMTgwLTAwMDg=\">\
        <img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAB9AAAAfQ\"></html>";
    let found = parts("a.html", page);
    assert!(finds(&found, CPR), "{found:#?}");
    assert_eq!(not(&found), [Reason::NoOcr]);
}

#[test]
fn a_sealed_block_in_a_text_is_said_and_the_rest_read() {
    let text = "cpr 010180-0008\n-----BEGIN PGP MESSAGE-----\n\nabcd\n-----END PGP MESSAGE-----\n";
    let found = parts("a.txt", text.as_bytes());
    assert!(finds(&found, CPR));
    assert_eq!(not(&found), [Reason::Encrypted]);
}

/// S/MIME: a signature beside the text, a signed text, an enveloped one.
#[test]
fn what_is_only_signed_is_read() {
    let signed = |content: &[u8]| {
        let mut der = b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80\x30\x80\x02\x01\x01\x31\0\
            \x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"
            .to_vec();
        der.extend_from_slice(content);
        der
    };
    let whole = [&b"\xa0\x80\x04\x0b"[..], CPR.as_bytes(), b"\0\0"].concat();
    let pieces = [b"\xa0\x80\x24\x80\x04\x06010180\x04\x05-0008\0\0\0\0".to_vec()].concat();
    for content in [whole, pieces] {
        let found = parts("smime.p7m", &signed(&content));
        assert!(
            found
                .iter()
                .any(|p| p.kind == Kind::Text && p.text() == Some(CPR)),
            "{found:#?}"
        );
        assert!(not(&found).is_empty());
    }
    assert!(not(&parts("smime.p7s", &signed(b"\0\0"))).is_empty());
    let enveloped =
        b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03\xa0\x80\x30\x80\x02\x01\0";
    assert_eq!(not(&parts("smime.p7m", enveloped)), [Reason::Encrypted]);
    assert_eq!(
        not(&parts("cut.p7m", &signed(b"\xa0\x80\x04\x7f01"))),
        [Reason::Broken]
    );
}

/// Programs outside that say what the test wants.
struct Said {
    pages: Option<&'static str>,
    drawn: usize,
    asked: Vec<Tool>,
}

impl Tools for Said {
    fn run(&mut self, tool: Tool, _: &[u8]) -> Result<Vec<u8>, Reason> {
        self.asked.push(tool);
        match tool {
            Tool::PdfText => self.pages.map(Into::into).ok_or(Reason::NoPdfReader),
            Tool::PdfPages if self.drawn == 0 => Err(Reason::NoOcr),
            Tool::PdfPages => Ok(b"P5\n2 2\n255\nabcd".repeat(self.drawn)),
            Tool::Ocr => Ok(CPR.into()),
        }
    }
}

fn with(pages: Option<&'static str>, drawn: usize, pdf: &[u8]) -> (Vec<Part>, Vec<Tool>) {
    let mut tools = Said {
        pages,
        drawn,
        asked: Vec::new(),
    };
    let parts = read("a.pdf", pdf, &Limits::default(), &mut tools);
    (parts, tools.asked)
}

/// Pages that show a picture of the given size, under the given text.
fn scanned(pages: usize, side: i64, text: &str) -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut pdf = Document::with_version("1.5");
    let tree = pdf.new_object_id();
    let picture = pdf.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => side, "Height" => side,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
        },
        vec![0; 16],
    ));
    let font = pdf.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding",
    });
    let resources = pdf.add_object(dictionary! {
        "XObject" => dictionary! { "Im1" => picture }, "Font" => dictionary! { "F1" => font },
    });
    let content = format!("BT /F1 12 Tf ({text}) Tj ET q 500 0 0 700 0 0 cm /Im1 Do Q");
    let content = pdf.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    let kids: Vec<Object> = (0..pages)
        .map(|_| {
            pdf.add_object(dictionary! {
                "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => resources,
            })
            .into()
        })
        .collect();
    let count = pages as i64;
    pdf.objects.insert(
        tree,
        Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }),
    );
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_page_that_is_only_a_picture_is_read_by_ocr_or_not_inspected() {
    let file = scanned(2, 100, "");
    let (found, _) = with(Some("\u{c}\u{c}"), 0, &file);
    assert_eq!(not(&found), [Reason::NoOcr]);
    let (found, asked) = with(Some("\u{c}\u{c}"), 2, &file);
    assert!(finds(&found, CPR));
    assert_eq!(asked.iter().filter(|tool| **tool == Tool::Ocr).count(), 2);
    assert!(
        found
            .iter()
            .any(|part| part.path == "a.pdf/2" && part.kind == Kind::Picture)
    );
    let (found, _) = with(None, 0, &file);
    assert_eq!(not(&found), [Reason::NoOcr], "also without poppler");
}

#[test]
fn pages_that_were_not_drawn_are_not_inspected() {
    let (found, _) = with(Some("\u{c}\u{c}\u{c}"), 1, &scanned(3, 100, ""));
    assert_eq!(not(&found), [Reason::TooManyParts; 2]);
    let limits = Limits {
        tools: 4,
        ..Limits::default()
    };
    let mut tools = Said {
        pages: Some("\u{c}\u{c}\u{c}"),
        drawn: 3,
        asked: Vec::new(),
    };
    // The text, the pages and two pictures are four calls.
    let found = read("a.pdf", &scanned(3, 100, ""), &limits, &mut tools);
    assert_eq!(not(&found), [Reason::TooManyParts]);
}

/// A stamp over a scan, a letterhead with a logo, and a page that is empty.
#[test]
fn a_little_text_does_not_hide_a_scan() {
    let (found, _) = with(
        Some("Modtaget 3. maj\u{c}"),
        0,
        &scanned(1, 1_200, "Modtaget 3. maj"),
    );
    assert_eq!(not(&found), [Reason::NoOcr]);
    let (found, _) = with(
        Some("Modtaget 3. maj\u{c}"),
        0,
        &scanned(1, 100, "Modtaget 3. maj"),
    );
    assert!(not(&found).is_empty(), "a logo is no page");
    let (found, _) = with(Some("\u{c}"), 0, &pdf(" ", ""));
    assert!(not(&found).is_empty(), "an empty page is clean: {found:#?}");
    let (found, _) = with(
        Some("\u{c}"),
        0,
        &pdf("letters that no", " font gave to anybody"),
    );
    assert_eq!(not(&found), [Reason::NoOcr]);
}

#[test]
fn nothing_of_a_gz_is_lost() {
    let two = [gz(b"hej "), gz(CPR.as_bytes())].concat();
    assert!(finds(&parts("a.txt.gz", &two), CPR));
    let behind = [gz(b"hej"), b"rubbish".to_vec()].concat();
    assert_eq!(not(&parts("a.gz", &behind)), [Reason::Broken]);
    let Content::Text(_) = &parts("a.txt.gz", &gz(CPR.as_bytes()))[0].content else {
        panic!("a text")
    };
}
