//! Encodings that are broken, and texts that are something else than they say.

use super::{Dice, Hostile, SECRET, lines};

fn coded(kind: &str, coding: &str, body: &str) -> Vec<u8> {
    lines(&format!(
        "MIME-Version: 1.0\nContent-Type: {kind}\nContent-Transfer-Encoding: {coding}\n\n{body}"
    ))
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

pub fn all() -> Vec<Hostile> {
    [base(), quoted(), in_text(), letters(), files()].concat()
}

fn base() -> Vec<Hostile> {
    let whole = base64(SECRET.as_bytes());
    let (front, back) = whole.split_at(20);
    let text = |body: &str| coded("text/plain; charset=utf-8", "base64", body);
    let mut dice = Dice(7);
    let garbage: String = (0..50_000)
        .map(|_| char::from(b' ' + u8::try_from(dice.below(94)).unwrap()))
        .collect();
    vec![
        (
            "base64 with padding in the middle",
            text(&format!("AA==\n{whole}\nQQ=\n")),
        ),
        (
            "base64 with foreign letters",
            text(&format!("{front}!\u{e5}\n*{back}\n")),
        ),
        ("base64 without padding", text(whole.trim_end_matches('='))),
        ("base64 that is garbage", text(&format!("{garbage}\n"))),
        (
            "base64 in one line of a megabyte",
            text(&format!("{}\n", base64(SECRET.repeat(14_000).as_bytes()))),
        ),
        ("base64 that is plain text", text(&format!("{SECRET}\n"))),
    ]
}

fn quoted() -> Vec<Hostile> {
    let text = |body: &str| coded("text/plain; charset=utf-8", "quoted-printable", body);
    vec![
        (
            "signs of quoted-printable that are none",
            text("=ZZ=0=\n010180=2D0008 depression =\n"),
        ),
        (
            "soft line ends for ever",
            text(&format!("{}010180-=\n0008\n", "=\n".repeat(50_000))),
        ),
        (
            "a number in signs",
            text("=30=31=30=31=38=30=2D=30=30=30=38 depression\n"),
        ),
    ]
}

fn in_text() -> Vec<Hostile> {
    let plain = |body: &str| lines(&format!("Subject: x\n\n{body}"));
    vec![
        (
            "uuencode with a wrong length",
            plain(&format!(
                "begin 644 a.txt\nM,#$P,3@P+3`P,#@\n`\nend\n{SECRET}\n"
            )),
        ),
        (
            "uuencode without an end",
            plain(&format!("begin 644 a.txt\n#0V%T\n{SECRET}\n")),
        ),
        (
            "yEnc whose sizes lie",
            plain(&format!(
                "=ybegin line=128 size=99999999999 name=a.txt\n=ypart begin=1 end=5\n*+,-=}}\n=yend size=3 crc32=0\n{SECRET}\n"
            )),
        ),
        (
            "BinHex",
            plain(&format!(
                "(This file must be converted with BinHex 4.0)\n\n:#3aabc:\n{SECRET}\n"
            )),
        ),
        (
            "fifty thousand tags in each other",
            coded(
                "text/html",
                "7bit",
                &format!("{}{SECRET}\n", "<div>".repeat(50_000)),
            ),
        ),
        (
            "a comment in a page that does not end",
            coded("text/html", "7bit", &format!("<!-- <p>{SECRET}</p>\n")),
        ),
        (
            "a number cut by tags",
            coded(
                "text/html",
                "7bit",
                "<p>0101<b></b>80<!-- x -->-00<span>08</span> depression</p>\n",
            ),
        ),
    ]
}

fn letters() -> Vec<Hostile> {
    let wide: Vec<u8> = SECRET.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let text =
        |charset: &str, body: &str| coded(&format!("text/plain; charset={charset}"), "8bit", body);
    vec![
        ("UTF-16 that is said to be ASCII", coded("text/plain; charset=us-ascii", "base64", &base64(&wide))),
        ("ASCII that is said to be UTF-16", text("utf-16", &format!("{SECRET}\n"))),
        ("UTF-7", text("utf-7", "+ADA-10180-0008 depression\n")),
        ("a charset that nobody knows", text("x-unknown-\u{e5}", &format!("{SECRET}\n"))),
        (
            "ISO 2022 whose signs never end",
            text("iso-2022-jp", &format!("\u{1b}$B\u{1b}(B{SECRET}\u{1b}$B\n")),
        ),
        (
            "UTF-8 longer than it may be",
            [
                b"Content-Type: text/plain; charset=utf-8\r\n\r\n\xc0\xb0\xf8\x88\x80\x80\x80\xed\xa0\x80\r\n".to_vec(),
                lines(&format!("{SECRET}\n")),
            ]
            .concat(),
        ),
        (
            "dashes and spaces of other scripts",
            text("utf-8", "Cpr 010180\u{2011}0008, 010180\u{a0}\u{2013}\u{a0}0008 depression\n"),
        ),
    ]
}

/// Files that are broken, locked, or far larger inside than outside.
fn files() -> Vec<Hostile> {
    let attached = |kind: &str, name: &str, bytes: &[u8]| {
        lines(&format!(
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain\n\nSe bilag\n\
             --a\nContent-Type: {kind}; name={name}\nContent-Transfer-Encoding: base64\n\n{}\n--a--\n",
            base64(bytes)
        ))
    };
    let mut dice = Dice(11);
    let mut noise = |count: usize| -> Vec<u8> { (0..count).map(|_| dice.next() as u8).collect() };
    let zip = "application/zip";
    vec![
        (
            "a zip that is noise",
            attached(
                zip,
                "a.zip",
                &[b"PK\x03\x04".to_vec(), noise(5_000)].concat(),
            ),
        ),
        (
            "a zip cut off",
            attached(zip, "a.zip", &bomb(1, 100_000)[..80]),
        ),
        (
            "a zip with three hundred megabytes of nothing",
            attached(zip, "a.zip", &bomb(1, 300 << 20)),
        ),
        (
            "a zip in a zip in a zip",
            attached(zip, "a.zip", &bomb(20, 1_000_000)),
        ),
        (
            "a PDF that is noise",
            attached(
                "application/pdf",
                "a.pdf",
                &[b"%PDF-1.7\n".to_vec(), noise(20_000)].concat(),
            ),
        ),
        (
            "a PDF with arrays in each other",
            attached(
                "application/pdf",
                "a.pdf",
                format!("%PDF-1.4\n1 0 obj\n{}\n", "[".repeat(200_000)).as_bytes(),
            ),
        ),
        (
            "a document that is noise",
            attached(
                "application/msword",
                "a.doc",
                &[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), noise(9_000)].concat(),
            ),
        ),
    ]
}

/// Zeros, packed so many times.
fn bomb(levels: usize, size: u64) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let options = zip::write::SimpleFileOptions::default();
    let mut inner = Vec::new();
    for level in 0..levels {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let name = if level == 0 { "a.txt" } else { "a.zip" };
        writer.start_file(name, options).unwrap();
        if level == 0 {
            let zeros = vec![0u8; 1 << 20];
            for _ in 0..size.div_ceil(1 << 20) {
                writer.write_all(&zeros).unwrap();
            }
        } else {
            writer.write_all(&inner).unwrap();
        }
        inner = writer.finish().unwrap().into_inner();
    }
    inner
}
