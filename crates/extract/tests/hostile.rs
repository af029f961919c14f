//! Files that want to do harm, all made here. Each ends with an answer that keeps to the limits, and none that
//! could not be read whole is called clean.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod made;

use extract::{Content, Limits, NoTools, Part, Reason, read};
use made::{CPR, docx, finds, gz, not, odf, pdf, seed, tar, zip};

/// Small limits, so that reaching them costs nothing.
fn limits() -> Limits {
    Limits {
        bytes: 4 << 20,
        unpacked: 2 << 20,
        text: 1 << 20,
        parts: 200,
        depth: 8,
        tools: 4,
        ..Limits::default()
    }
}

fn answer(name: &str, bytes: &[u8]) -> Vec<Part> {
    seed(name, bytes);
    let limits = limits();
    let parts = read(name, bytes, &limits, &mut NoTools);
    assert!(parts.len() <= limits.parts, "{name}: {} parts", parts.len());
    let text: usize = parts.iter().filter_map(Part::text).map(str::len).sum();
    assert!(text <= limits.text, "{name}: {text} bytes of text");
    for part in &parts {
        assert!(part.path.starts_with(name), "{name}: {}", part.path);
        if let Content::Text(text) = &part.content {
            // Any place may be asked for.
            let _ = text.spot(text.text.len());
        }
    }
    parts
}

fn refused(name: &str, bytes: &[u8], reason: Reason) {
    let parts = answer(name, bytes);
    assert!(not(&parts).contains(&reason), "{name}: {:?}", not(&parts));
}

#[test]
fn bombs_do_not_go_off() {
    let zeros = vec![b'0'; 8 << 20];
    refused("bomb.zip", &zip(&[("a", &zeros)]), Reason::TooLarge);
    refused("bomb.gz", &gz(&zeros), Reason::TooLarge);
    refused(
        "bomb.docx",
        &docx(&format!("<w:p><w:t>{}</w:t></w:p>", "a".repeat(8 << 20))),
        Reason::TooLarge,
    );
    refused("large.bin", &vec![1; 5 << 20], Reason::TooLarge);
    let many: Vec<(String, &[u8])> = (0..1_000)
        .map(|n| (format!("{n}.txt"), &b"hej"[..]))
        .collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    refused("many.zip", &zip(&many), Reason::TooManyParts);
}

#[test]
fn nests_end() {
    let (mut zips, mut gzs) = (CPR.as_bytes().to_vec(), CPR.as_bytes().to_vec());
    for _ in 0..20 {
        zips = zip(&[("a.zip", &zips)]);
        gzs = gz(&gzs);
    }
    refused("deep.zip", &zips, Reason::TooDeep);
    refused("deep.gz", &gzs, Reason::TooDeep);
    refused(
        "deep.rtf",
        &[b"{\\rtf1".to_vec(), vec![b'{'; 50_000]].concat(),
        Reason::TooDeep,
    );
    refused(
        "deep.eml",
        &b"Content-Type: message/rfc822\r\n\r\n".repeat(5_000),
        Reason::TooDeep,
    );
    let digest = b"Content-Type: multipart/digest; boundary=x\r\n\r\n--x\r\n\r\n".repeat(5_000);
    refused("digest.eml", &digest, Reason::TooDeep);
    answer("deep.html", "<div>".repeat(50_000).as_bytes());
    answer(
        "deep.xml",
        format!("<?xml?>{}", "<a>".repeat(50_000)).as_bytes(),
    );
}

#[test]
fn entities_do_not_grow() {
    let laughs = "<!DOCTYPE a [<!ENTITY a \"010180-0008\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
        <!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
    let xml = format!("<?xml version=\"1.0\"?>{laughs}<a>&b;&b;&c;</a>");
    let parts = answer("laughs.xml", xml.as_bytes());
    assert!(
        finds(&parts, CPR),
        "what an entity holds is read where it is declared"
    );
    assert!(!finds(&parts, "root:"));
}

#[test]
fn tables_that_claim_more_than_they_hold_stay_small() {
    let cell = "<table:table-cell table:number-columns-repeated=\"1000000000\"><text:p>1</text:p></table:table-cell>";
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"1000000000\">{cell}</table:table-row>"
    );
    answer(
        "wide.ods",
        &odf(
            "spreadsheet",
            &format!("<table:table>{}</table:table>", row.repeat(50)),
        ),
    );
    let sheet = "<worksheet><row r=\"4294967295\"><c r=\"ZZZZZZZZZ4294967295\" t=\"s\" s=\"99\"><v>99999999</v></c>\
        <c r=\"XFD1\"><v>1E400</v></c></row></worksheet>";
    answer(
        "wide.xlsx",
        &zip(&[
            ("[Content_Types].xml", b"<T/>"),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ]),
    );
}

#[test]
fn sealed_archives_say_so() {
    let mut file = zip(&[("hemmelig.txt", b"hej")]);
    // Bit 0 of the flags: encrypted (APPNOTE 4.4.4), in both headers.
    for (magic, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = file.windows(4).position(|w| w == magic).unwrap();
        file[at + flags] |= 1;
    }
    refused("sealed.zip", &file, Reason::Encrypted);
    let manifest = b"<m><e><encryption-data/></e></m>";
    let odt = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"\x00\x01"),
        ("META-INF/manifest.xml", manifest),
    ]);
    refused("sealed.odt", &odt, Reason::Encrypted);
    let mut sealed = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    sealed.create_stream("/EncryptedPackage").unwrap();
    refused(
        "sealed.docx",
        &sealed.into_inner().into_inner(),
        Reason::Encrypted,
    );
}

#[test]
fn names_that_lead_elsewhere_are_only_words() {
    let file = zip(&[
        ("/etc/passwd", CPR.as_bytes()),
        ("../../../tmp/x", b"hej"),
        ("C:\\x\\010180-0008", b"hej"),
    ]);
    let parts = answer("paths.zip", &file);
    assert!(finds(&parts, "/etc/passwd") && finds(&parts, CPR));
    answer("paths.tar", &tar(&[("a/b", b"hej")]));
}

#[test]
fn cut_off_files_are_broken() {
    let whole = [
        ("cut.zip", zip(&[("a.txt", &CPR.as_bytes().repeat(500))])),
        (
            "cut.gz",
            gz(&(0..20_000_u32)
                .flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes())
                .collect::<Vec<_>>()),
        ),
        ("cut.tar", tar(&[("a.txt", &CPR.as_bytes().repeat(500))])),
        ("cut.docx", docx("<w:p><w:t>010180-0008</w:t></w:p>")),
        ("cut.rtf", b"{\\rtf1 010180-0008 {\\b hej}}".to_vec()),
    ];
    for (name, bytes) in whole {
        let half = answer(name, &bytes[..bytes.len() * 2 / 3]);
        assert!(!not(&half).is_empty(), "{name}: {half:#?}");
    }
}

#[test]
fn pdf_that_turns_in_circles_ends() {
    let good = String::from_utf8_lossy(&pdf("010180-", "0008")).into_owned();
    // The tree of pages is its own child, and its own parent.
    for (from, to) in [
        ("/Kids[4 0 R]", "/Kids[1 0 R]"),
        ("/Length", "/Lengt"),
        ("xref", "xxxx"),
        ("/Type/Page/", "/Type/Pages/"),
    ] {
        answer("loop.pdf", good.replace(from, to).as_bytes());
    }
    for cut in (0..good.len()).step_by(97) {
        answer("cut.pdf", &good.as_bytes()[..cut]);
    }
    answer("empty.pdf", b"%PDF-1.7\n%%EOF");
    answer(
        "deep.pdf",
        &[b"%PDF-1.7\n1 0 obj\n".to_vec(), vec![b'['; 20_000]].concat(),
    );
}

#[test]
fn mislabelled_and_empty_files_get_an_answer() {
    for ending in [
        "eml", "docx", "xlsx", "pdf", "zip", "gz", "tar", "rtf", "html", "csv", "ics", "png",
        "msg", "mbox", "txt",
    ] {
        for bytes in [
            &b""[..],
            b"\0",
            b"x",
            b"\xff\xfe",
            b"PK",
            b"{\\rtf",
            b"%PDF-",
            b"\n\n\n",
            b"--\n--\n",
        ] {
            answer(&format!("a.{ending}"), bytes);
        }
    }
    refused(
        "a.png",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff",
        Reason::NoOcr,
    );
    refused(
        "a.exe",
        b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0",
        Reason::UnknownType,
    );
}

/// A small generator of our own: the same numbers on every machine.
fn chance(seed: u64) -> impl FnMut() -> u8 {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    }
}

#[test]
fn rubbish_behind_every_magic_is_answered() {
    let magics: [&[u8]; 14] = [
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\x1f\x8b\x08\0",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"{\\rtf1",
        b"\x78\x9f\x3e\x22",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"From a\nSubject: x\n",
        b"BEGIN:VCALENDAR\n",
        b"<?xml version='1.0'?>",
        b"<html>",
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\n",
    ];
    for (index, magic) in magics.iter().enumerate() {
        for seed in 0..20 {
            let mut next = chance(seed * 100 + index as u64 + 1);
            let length = usize::from(next()) * 9;
            let bytes: Vec<u8> = magic
                .iter()
                .copied()
                .chain((0..length).map(|_| next()))
                .collect();
            answer("rubbish", &bytes);
        }
    }
}

/// Every good file with bytes changed here and there.
#[test]
fn damaged_files_are_answered() {
    let files = [
        ("a.zip", zip(&[("a.txt", CPR.as_bytes())])),
        ("a.docx", docx("<w:p><w:t>010180-0008</w:t></w:p>")),
        ("a.tar", tar(&[("a.txt", CPR.as_bytes())])),
        ("a.pdf", pdf("010180-", "0008")),
        ("a.gz", gz(CPR.as_bytes())),
    ];
    for (name, good) in files {
        for seed in 0..40 {
            let mut next = chance(seed + 7);
            let mut bytes = good.clone();
            for _ in 0..=seed % 5 {
                let at = (usize::from(next()) << 8 | usize::from(next())) % bytes.len();
                bytes[at] = next();
            }
            answer(name, &bytes);
        }
    }
}

#[test]
fn torture_of_mime_is_answered() {
    let part = "--x\r\nContent-Type: text/plain\r\n\r\nhej\r\n";
    let many = format!(
        "From: a@b.dk\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n{}--x--\r\n",
        part.repeat(5_000)
    );
    refused("many.eml", many.as_bytes(), Reason::TooManyParts);
    let long = format!(
        "From: a@b.dk\r\nContent-Type: multipart/mixed; boundary={}\r\n\r\n",
        "x".repeat(70_000)
    );
    answer("long.eml", long.as_bytes());
    let dashes = format!(
        "From: a@b.dk\r\nContent-Type: multipart/mixed; boundary=\"-\"\r\n\r\n{}",
        "---\r\n".repeat(20_000)
    );
    answer("dashes.eml", dashes.as_bytes());
    answer(
        "folds.eml",
        format!("Subject: a{}\r\n\r\nhej", "\r\n b".repeat(50_000)).as_bytes(),
    );
    answer(
        "words.eml",
        format!("Subject: {}\r\n\r\nhej", "=?utf-8?Q?a?= ".repeat(20_000)).as_bytes(),
    );
    answer(
        "commas.eml",
        format!("To: {}\r\n\r\nhej", "a@b.dk,(".repeat(20_000)).as_bytes(),
    );
    answer(
        "equals.eml",
        format!(
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n{}",
            "=".repeat(90_000)
        )
        .as_bytes(),
    );
    answer(
        "nul.eml",
        b"From: a@b.dk\r\n\0\0\0\r\n\r\n\0hej 010180-0008",
    );
}
