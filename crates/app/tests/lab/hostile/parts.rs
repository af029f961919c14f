//! Parts in parts, parts without end, and parts that are none.

use super::{Hostile, SECRET, lines};

const TEXT: &str = "Content-Type: text/plain; charset=utf-8\n";

fn mixed(boundary: &str, rest: &str) -> Vec<u8> {
    lines(&format!(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary={boundary}\n\n{rest}"
    ))
}

pub fn structures() -> Vec<Hostile> {
    [boundaries(), ends(), depths()].concat()
}

fn boundaries() -> Vec<Hostile> {
    let part = |line: &str| format!("{line}\n{TEXT}\n{SECRET}\n");
    vec![
        (
            "no boundary is named",
            lines(&format!(
                "Content-Type: multipart/mixed\n\n{}--a--\n",
                part("--a")
            )),
        ),
        ("a boundary that never comes", mixed("never", &part("--a"))),
        (
            "an empty boundary",
            mixed("\"\"", &format!("{}----\n", part("--"))),
        ),
        (
            "a boundary that begins like another",
            mixed("a", &format!("{}--a--\n", part("--ab"))),
        ),
        (
            "a boundary of five thousand letters",
            mixed(
                &"b".repeat(5_000),
                &format!(
                    "{}--{}--\n",
                    part(&format!("--{}", "b".repeat(5_000))),
                    "b".repeat(5_000)
                ),
            ),
        ),
        (
            "a boundary with spaces behind it",
            mixed("\"a \"", &format!("{}--a --\n", part("--a   "))),
        ),
        (
            "a boundary folded in quotes",
            mixed("\"a\n b\"", &part("--a b")),
        ),
        (
            "a boundary with letters that none may have",
            mixed("\"=_?()<>@,;:/\\\\\"", &part("--=_?()<>@,;:/\\")),
        ),
        (
            "the same boundary within itself",
            mixed(
                "a",
                &format!(
                    "--a\nContent-Type: multipart/mixed; boundary=a\n\n{}--a--\n--a--\n",
                    part("--a")
                ),
            ),
        ),
        (
            "text before and behind the parts",
            mixed(
                "a",
                &format!("{SECRET}\n--a\n{TEXT}\nx\n--a--\n{SECRET}\n--a\n{TEXT}\n{SECRET}\n"),
            ),
        ),
        (
            "headers of a part that do not end",
            mixed(
                "a",
                &format!("--a\nContent-Type: text/plain\nX: {SECRET}\n--a\n--a--\n"),
            ),
        ),
    ]
}

fn ends() -> Vec<Hostile> {
    vec![
        (
            "parts without an end",
            mixed("a", &format!("--a\n{TEXT}\n{SECRET}\n")),
        ),
        (
            "an inner part that the outer one ends",
            mixed(
                "a",
                &format!(
                    "--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\n{TEXT}\n{SECRET}\n--a--\n"
                ),
            ),
        ),
        (
            "ends before beginnings",
            mixed("a", &format!("--a--\n--a--\n--a\n{TEXT}\n{SECRET}\n--a\n")),
        ),
        (
            "alternatives that differ",
            lines(&format!(
                "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=a\n\n--a\n{TEXT}\nNothing here.\n\
                 --a\nContent-Type: text/html\n\n<p style='display:none'>{SECRET}</p>\n\
                 --a\nContent-Type: application/octet-stream; name=x.bin\n\n{SECRET}\n--a--\n"
            )),
        ),
    ]
}

fn depths() -> Vec<Hostile> {
    let mut nested = format!("{TEXT}\n{SECRET}\n");
    for level in 0..400 {
        nested = format!(
            "Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n{nested}--b{level}--\n"
        );
    }
    let mut letters = format!("Subject: x\n{TEXT}\n{SECRET}\n");
    for _ in 0..500 {
        letters = format!("Content-Type: message/rfc822\n\n{letters}");
    }
    let part = format!("--a\n{TEXT}\nx\n");
    vec![
        ("four hundred parts in each other", lines(&nested)),
        ("five hundred messages in each other", lines(&letters)),
        (
            "ten thousand parts",
            mixed(
                "a",
                &format!("{}--a\n{TEXT}\n{SECRET}\n--a--\n", part.repeat(10_000)),
            ),
        ),
        (
            "ten thousand empty parts",
            mixed(
                "a",
                &format!("{}--a\n\n{SECRET}\n--a--\n", "--a\n".repeat(10_000)),
            ),
        ),
    ]
}

/// Types that another program would open, put together, or fetch.
pub fn kinds() -> Vec<Hostile> {
    let of = |kind: &str, body: &str| {
        lines(&format!(
            "MIME-Version: 1.0\nContent-Type: {kind}\n\n{body}"
        ))
    };
    vec![
        (
            "a piece of a message",
            of(
                "message/partial; id=\"x\"; number=1; total=2",
                &format!("{TEXT}\n{SECRET}\n"),
            ),
        ),
        (
            "a message that lies elsewhere",
            of(
                "message/external-body; access-type=local-file; name=\"/etc/passwd\"",
                &format!("{TEXT}\n{SECRET}\n"),
            ),
        ),
        (
            "a report that quotes the mail",
            of(
                "multipart/report; report-type=delivery-status; boundary=a",
                &format!(
                    "--a\n{TEXT}\nFailed\n--a\nContent-Type: message/delivery-status\n\nStatus: 5.0.0\n\n\
                     --a\nContent-Type: text/rfc822-headers\n\nSubject: {SECRET}\n--a--\n"
                ),
            ),
        ),
        (
            "signed, and the signature is no signature",
            of(
                "multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=a",
                &format!(
                    "--a\n{TEXT}\n{SECRET}\n--a\nContent-Type: application/pkcs7-signature\n\nMII\n--a--\n"
                ),
            ),
        ),
        (
            "encrypted",
            of(
                "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=a",
                "--a\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\
                 --a\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n\nhQ==\n-----END PGP MESSAGE-----\n--a--\n",
            ),
        ),
        (
            "winmail.dat that is none",
            of(
                "application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64",
                "eJ8+IgEAAQaQCAAEAAAAAAABAAEAAQeQBgAIAAAA5AQAAAAAAADo////////\n",
            ),
        ),
        (
            "a type that is no type",
            of("///;;;===\"", &format!("{SECRET}\n")),
        ),
        (
            "text said to be a picture",
            of("image/png; name=a.png", &format!("{SECRET}\n")),
        ),
    ]
}
