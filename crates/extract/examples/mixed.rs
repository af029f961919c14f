//! Makes a folder of mixed files for `cargo xtask bench scan`: `cargo run -p extract --example mixed -- DIR [COUNT]`.
//!
//! The same files on every machine. Of every ten of a kind that can be read, about one holds one identity number (a
//! test person that Denmark's health net publishes), in its text; `planted.txt` beside the folder says which. One kind
//! is of a form that nobody reads.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use lopdf::{Document, Object, Stream, dictionary};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

type Made = Result<Vec<u8>, Box<dyn std::error::Error>>;

const PLANTED: &str = "cpr 251248-9996";
const KINDS: usize = 16;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut given = std::env::args().skip(1);
    let dir = PathBuf::from(given.next().ok_or("DIR is missing")?);
    let count: usize = given.next().map_or(Ok(10_000), |text| text.parse())?;
    let list = dir.with_extension("planted.txt");
    if list.exists() {
        return Ok(());
    }
    let mut planted = String::new();
    for number in 0..count {
        // Kinds and planted files run through each other.
        let readable = number % KINDS != KINDS - 1;
        let with = readable && number % 10 == number / KINDS % 10;
        let path = write(&dir, number, with)?;
        if with {
            planted.push_str(&path.display().to_string());
            planted.push('\n');
        }
    }
    // Written last: a folder that was not finished is made again.
    fs::write(list, planted)?;
    Ok(())
}

fn write(dir: &Path, number: usize, with: bool) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let folder = match number % KINDS {
        0 => dir.join(format!("maildir-{}", number / 1600)).join("cur"),
        _ => dir.join(format!("{:03}", number / 100)),
    };
    fs::create_dir_all(&folder)?;
    let said = if with {
        PLANTED
    } else {
        "sag 2026-1234, tlf. 33 66 33 66"
    };
    let text = format!(
        "Notat {number}\n{said}\n{}",
        "Mødet om budget og lokaler er flyttet til torsdag. ".repeat(number % 97)
    );
    let (ending, bytes) = kind(number, &text)?;
    let path = folder.join(format!("fil-{number}{ending}"));
    fs::write(&path, bytes)?;
    Ok(path)
}

fn kind(number: usize, text: &str) -> Result<(&'static str, Vec<u8>), Box<dyn std::error::Error>> {
    Ok(match number % KINDS {
        0 => (":2,S", mail(text).into_bytes()),
        1 | 9 => (".txt", text.as_bytes().to_vec()),
        2 => (".eml", carrying("brev.docx", &docx(text)?).into_bytes()),
        3 => (".html", page(text).into_bytes()),
        4 => (
            ".csv",
            format!("Nr;Tekst\r\n1;\"{}\"\r\n", text.replace('\n', " ")).into_bytes(),
        ),
        5 => (".xlsx", sheet(text)?),
        6 => (".docx", docx(text)?),
        7 => (".odt", odt(text)?),
        8 => (".pdf", pdf(text)?),
        10 => (
            ".rtf",
            format!(
                "{{\\rtf1\\ansi {}}}",
                text.replace('\n', "\\par ").replace('ø', "\\'f8")
            )
            .into_bytes(),
        ),
        11 => (
            ".txt",
            text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
        12 => (".mbox", mbox(text).into_bytes()),
        13 => (
            ".zip",
            zipped(&[(
                "mappe/arkiv.zip",
                &zipped(&[("liste.xlsx", &sheet(text)?)])?,
            )])?,
        ),
        14 => (".tar.gz", tar_gz(text)?),
        _ => (
            ".bin",
            text.bytes()
                .map(|byte| byte ^ 0xa5)
                .chain([0, 1, 2])
                .collect(),
        ),
    })
}

fn mail(body: &str) -> String {
    format!(
        "Received: from a.example.dk by b.example.dk\r\nFrom: a@example.dk\r\nTo: b@example.dk\r\nSubject: notat\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}",
        body.replace('\n', "\r\n")
    )
}

fn mbox(body: &str) -> String {
    let one = |body: &str| {
        format!(
            "From a@example.dk Mon Jan  1 00:00:00 2024\n{}\n\n",
            mail(body).replace('\r', "")
        )
    };
    format!("{}{}", one("Hej, det er blot en hilsen."), one(body))
}

fn carrying(name: &str, file: &[u8]) -> String {
    format!(
        "From: a@example.dk\r\nTo: b@example.dk\r\nSubject: brev\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\nSe brevet.\r\n\
         --b1\r\nContent-Type: application/octet-stream; name={name}\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n\
         --b1--\r\n",
        base64(file)
    )
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (index, three) in bytes.chunks(3).enumerate() {
        if index > 0 && index % 19 == 0 {
            out.push_str("\r\n");
        }
        let bits = (0..3).fold(0_u32, |bits, at| {
            bits << 8 | u32::from(three.get(at).copied().unwrap_or(0))
        });
        for at in 0..4 {
            out.push(if at <= three.len() {
                char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize])
            } else {
                '='
            });
        }
    }
    out
}

fn page(text: &str) -> String {
    format!(
        "<!doctype html><html><body><p>{}</p></body></html>",
        text.replace('\n', "<br>")
            .replace("251248", "<b>2512</b>48")
    )
}

fn zipped(members: &[(&str, &[u8])]) -> Made {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn docx(text: &str) -> Made {
    // A run ends in the middle of a number, as editors do it.
    let runs = text
        .replace('\n', "</w:t></w:r></w:p><w:p><w:r><w:t>")
        .replace("251248", "2512</w:t></w:r><w:r><w:t>48");
    let xml = format!(
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{runs}</w:t></w:r></w:p></w:body></w:document>"
    );
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", xml.as_bytes()),
    ])
}

fn odt(text: &str) -> Made {
    let body = text.replace('\n', "</text:p><text:p>");
    let xml = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><text:p>{body}</text:p></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", xml.as_bytes()),
    ])
}

fn sheet(text: &str) -> Made {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0_u32..).zip(text.lines()) {
        sheet.write(row, 0, line.chars().take(30_000).collect::<String>())?;
    }
    Ok(book.save_to_buffer()?)
}

fn tar_gz(text: &str) -> Made {
    let mut tar = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    for (name, body) in [("a/hilsen.txt", "Hej"), ("a/notat.txt", text)] {
        let mut header = tar::Header::new_ustar();
        header.set_size(body.len() as u64);
        header.set_mode(0o600);
        header.set_cksum();
        tar.append_data(&mut header, name, body.as_bytes())?;
    }
    Ok(tar.into_inner()?.finish()?)
}

fn pdf(text: &str) -> Made {
    let mut pdf = Document::with_version("1.5");
    let pages = pdf.new_object_id();
    let font = pdf.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding",
    });
    let resources = pdf.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let mut content = b"BT /F1 10 Tf 12 TL 50 800 Td".to_vec();
    for line in text.replace(". ", ".\n").lines() {
        content.extend_from_slice(b" (");
        content.extend(
            line.chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
                .filter(|b| !b"()\\".contains(b)),
        );
        content.extend_from_slice(b") Tj T*");
    }
    content.extend_from_slice(b" ET");
    let content = pdf.add_object(Stream::new(dictionary! {}, content));
    let page = pdf.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 1842.into()],
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    pdf.objects.insert(pages, Object::Dictionary(tree));
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes)?;
    Ok(bytes)
}
