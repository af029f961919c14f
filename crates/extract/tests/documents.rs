//! Documents and archives: what an office sends, with identifiers where people put them.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod made;

use extract::{Content, Kind, Part, Spot, wire};
use made::{CPR, docx, finds, gz, not, odf, parts, pdf, tar, zip};
use proptest::prelude::*;

#[test]
fn runs_of_a_word_document_are_joined() {
    let body = "<w:p><w:r><w:t>0101</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>80-</w:t></w:r>\
        <w:r><w:t>0008</w:t></w:r></w:p>";
    let parts = parts("a.docx", &docx(body));
    assert!(finds(&parts, CPR), "{parts:#?}");
    assert!(not(&parts).is_empty());
}

#[test]
fn deleted_text_comments_and_properties_are_read() {
    let body = "<w:p><w:r><w:t>før </w:t></w:r><w:del><w:r><w:delText>010180-0008</w:delText></w:r></w:del></w:p>";
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let file = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", xml.as_bytes()),
        ("word/comments.xml", b"<w:comments><w:comment><w:p><w:r><w:t>020280-0006</w:t></w:r></w:p></w:comment></w:comments>"),
        ("docProps/core.xml", b"<cp><dc:title>Sag 030380-0004</dc:title></cp>"),
        ("word/_rels/document.xml.rels", b"<R><Relationship Target=\"mailto:0404800002@example.dk\"/></R>"),
    ]);
    let parts = parts("a.docx", &file);
    for wanted in [CPR, "020280-0006", "030380-0004", "0404800002@"] {
        assert!(finds(&parts, wanted), "{wanted}: {parts:#?}");
    }
}

fn workbook() -> Vec<u8> {
    use rust_xlsxwriter::{Format, Workbook};
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Elever").unwrap();
    sheet.write(0, 0, "CPR").unwrap();
    sheet.write(0, 1, "Navn").unwrap();
    sheet.write(1, 0, "010180-0008").unwrap();
    let (bold, plain) = (Format::new().set_bold(), Format::default());
    sheet
        .write_rich_string(2, 0, &[(&bold, "0202"), (&plain, "80-0006")])
        .unwrap();
    let zeros = Format::new().set_num_format("000000\\-0000");
    sheet.write_with_format(3, 1, 303_800_004, &zeros).unwrap();
    sheet.write(4, 0, 404_800_002).unwrap();
    let hidden = book.add_worksheet();
    hidden.set_name("Skjult").unwrap().set_hidden(true);
    hidden.write(6, 2, "050580-0000").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_gives_its_cells() {
    let parts = parts("a.xlsx", &workbook());
    for wanted in [
        CPR,
        "020280-0006",
        "030380-0004",
        "CPR: 0404800002",
        "050580-0000",
    ] {
        assert!(finds(&parts, wanted), "{wanted}: {parts:#?}");
    }
    let hidden = parts.iter().find(|p| p.path == "a.xlsx/Skjult").unwrap();
    let Content::Text(text) = &hidden.content else {
        panic!("a text")
    };
    let at = text.text.find("050580").unwrap();
    assert_eq!(text.spot(at), Spot::Cell { row: 6, column: 2 });
    assert_eq!(Spot::cell_name(6, 2), "C7");
    assert_eq!(Spot::cell_name(0, 27), "AB1");
}

#[test]
fn a_spreadsheet_in_an_archive_in_a_mail_counts_like_any_other() {
    let inner = zip(&[("liste.xlsx", &workbook())]);
    let outer = zip(&[("mappe/arkiv.zip", &inner)]);
    let mut mail = b"From: a@b.dk\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhej\r\n--x\r\n\
        Content-Type: application/zip\r\nContent-Disposition: attachment; filename=x.zip\r\n\
        Content-Transfer-Encoding: binary\r\n\r\n".to_vec();
    mail.extend_from_slice(&outer);
    mail.extend_from_slice(b"\r\n--x--\r\n");
    let parts = parts("mail.eml", &mail);
    let found = parts
        .iter()
        .find(|p| p.text().is_some_and(|t| t.contains(CPR)));
    let found = found.unwrap_or_else(|| panic!("{parts:#?}"));
    assert_eq!(
        found.path,
        "mail.eml/2 x.zip/mappe/arkiv.zip/liste.xlsx/Elever"
    );
}

#[test]
fn opendocument_is_read() {
    let text = "<office:body><office:text><text:p>0101<text:span>80-00</text:span>08</text:p></office:text></office:body>";
    assert!(finds(&parts("a.odt", &odf("text", text)), CPR));
    let sheet = "<office:body><table:table table:name=\"Ark\"><table:table-row table:number-rows-repeated=\"3\">\
        <table:table-cell table:number-columns-repeated=\"900000000\"/></table:table-row><table:table-row>\
        <table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>010180-0008</text:p>\
        </table:table-cell></table:table-row></table:table></office:body>";
    let parts = parts("a.ods", &odf("spreadsheet", sheet));
    let found = parts.iter().find(|p| p.kind == Kind::Sheet).unwrap();
    let Content::Text(text) = &found.content else {
        panic!("a text")
    };
    assert_eq!(
        text.spot(text.text.find(CPR).unwrap()),
        Spot::Cell { row: 3, column: 2 }
    );
}

#[test]
fn slides_are_read_with_their_numbers() {
    let slide = |text: &str| format!("<p:sld><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>");
    let file = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/slides/slide2.xml", slide("010180-0008").as_bytes()),
        ("ppt/slides/slide1.xml", slide("hej").as_bytes()),
        (
            "ppt/notesSlides/notesSlide1.xml",
            slide("020280-0006").as_bytes(),
        ),
    ]);
    let parts = parts("a.pptx", &file);
    assert!(finds(&parts, "020280-0006"));
    let found = parts.iter().find(|p| p.kind == Kind::Slides).unwrap();
    let Content::Text(text) = &found.content else {
        panic!("a text")
    };
    assert_eq!(text.spot(text.text.find(CPR).unwrap()), Spot::Slide(2));
}

#[test]
fn rtf_is_read_through_its_looks() {
    let rtf = b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title 020280-0006}}\
        \\pard 0101{\\b 80}-\\'30\\u48?08 s\\'f8ster\\par}";
    let parts = parts("a.rtf", rtf);
    assert!(finds(&parts, "010180-0008 søster"), "{parts:#?}");
    assert!(finds(&parts, "020280-0006"));
    assert!(!finds(&parts, "Arial"));
}

#[test]
fn pdf_is_read_without_programs() {
    let parts = parts("a.pdf", &pdf("010180-", "0008"));
    assert!(finds(&parts, CPR), "{parts:#?}");
    assert!(finds(&parts, "020280-0006"));
    assert!(not(&parts).is_empty());
}

#[test]
fn a_heading_stands_beside_the_numbers_of_its_column() {
    let parts = parts("a.csv", b"CPR-nr;Navn;Faktura\r\n0101800008;Anna;4711\r\n");
    assert!(
        finds(&parts, "CPR-nr: 0101800008\tAnna\t4711"),
        "{parts:#?}"
    );
}

#[test]
fn archives_in_archives_are_opened() {
    let file = tar(&[("a/b.txt", CPR.as_bytes()), ("a/c.gz", &gz(b"020280-0006"))]);
    let parts = parts("x.tgz", &gz(&file));
    assert!(finds(&parts, CPR));
    assert!(finds(&parts, "020280-0006"));
    assert!(finds(&parts, "a/b.txt"));
    assert!(not(&parts).is_empty(), "{parts:#?}");
}

#[test]
fn old_encodings_are_recognised() {
    let wide: Vec<u8> = "Søster 010180-0008"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let mut marked = vec![0xff, 0xfe];
    marked.extend(&wide);
    for file in [
        wide,
        marked,
        b"S\xf8ster 010180-0008 \xe6\xf8\xe5 \xe6\xf8\xe5".to_vec(),
    ] {
        let parts = parts("a.txt", &file);
        assert!(finds(&parts, "Søster 010180-0008"), "{parts:#?}");
        assert!(not(&parts).is_empty());
    }
}

#[test]
fn outlook_messages_are_read() {
    use std::io::Write;
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_storage("/__attach_version1.0_#00000000")
        .unwrap();
    for (path, bytes) in [
        ("/__properties_version1.0", vec![0; 32]),
        ("/__substg1.0_0037001F", wide("Vedr. 010180-0008")),
        ("/__substg1.0_1000001F", wide("Hej 020280-0006")),
        (
            "/__attach_version1.0_#00000000/__substg1.0_3707001F",
            wide("liste.txt"),
        ),
        (
            "/__attach_version1.0_#00000000/__substg1.0_37010102",
            b"030380-0004".to_vec(),
        ),
    ] {
        file.create_stream(path).unwrap().write_all(&bytes).unwrap();
    }
    let parts = parts("a.msg", &file.into_inner().into_inner());
    for wanted in [
        "Subject: Vedr. 010180-0008",
        "Hej 020280-0006",
        "030380-0004",
        "liste.txt",
    ] {
        assert!(finds(&parts, wanted), "{wanted}: {parts:#?}");
    }
}

#[test]
fn the_type_is_what_the_bytes_say() {
    assert!(finds(
        &parts("a.txt", &zip(&[("b.txt", CPR.as_bytes())])),
        CPR
    ));
    assert!(finds(&parts("a.docx", CPR.as_bytes()), CPR));
    assert!(finds(&parts("a.zip", b"From: a@b.dk\r\nTo: c@d.dk\r\nSubject: =?utf-8?Q?010180-00?= =?utf-8?Q?08?=\r\n\r\nhej"), CPR));
}

#[test]
fn a_member_that_no_directory_names_is_found() {
    let mut file = zip(&[("gemt.txt", CPR.as_bytes())]);
    // Only the member, then a whole archive without it.
    let directory = file.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    file.truncate(directory);
    let cut = parts("cut.zip", &file);
    assert!(finds(&cut, CPR) && !not(&cut).is_empty(), "{cut:#?}");
    file.extend(zip(&[("a.txt", b"hej")]));
    assert!(finds(&parts("two.zip", &file), CPR));
}

proptest! {
    #[test]
    fn the_wire_gives_back_what_went_in(text in ".{0,80}", path in ".{0,20}", kind in 0..Kind::ALL.len(), second: bool) {
        let one = Part {
            path,
            kind: Kind::ALL[kind],
            content: Content::Text(extract::Text {
                text,
                spots: extract::Spots::Cells(vec![(0, 1, 2), (3, 4, 5)]),
                second,
            }),
        };
        let parts = vec![one.clone(), one];
        prop_assert_eq!(wire::decode(&wire::encode(&parts)), Some(parts));
    }

    #[test]
    fn rubbish_on_the_wire_is_refused_or_read_and_never_more(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = wire::decode(&bytes);
    }
}
