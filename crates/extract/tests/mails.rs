//! Messages: encodings, nesting, and everything that mail programs read in two ways.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod made;

use extract::{Kind, Part, Reason};
use made::{CPR, not};

fn parts(mail: &str) -> Vec<Part> {
    made::parts("a.eml", mail.replace('\n', "\r\n").as_bytes())
}

fn finds(mail: &str, wanted: &str) -> bool {
    parts(mail)
        .iter()
        .any(|part| part.text().is_some_and(|text| text.contains(wanted)))
}

#[test]
fn subject_and_recipients_are_decoded() {
    let mail = "From: Anna <anna@example.dk>\nTo: 0101800008@digital-post.dk\n\
        Subject: =?utf-8?B?VmVkci4gMDEwMTgwLTAwMDg=?=\n\nhej\n";
    let parts = parts(mail);
    let headers = parts
        .iter()
        .find(|part| part.kind == Kind::Headers)
        .unwrap()
        .text()
        .unwrap();
    assert!(headers.contains("Subject: Vedr. 010180-0008"), "{headers}");
    assert!(headers.contains("0101800008@digital-post.dk"), "{headers}");
    assert!(not(&parts).is_empty());
}

#[test]
fn a_word_of_a_subject_that_is_folded_or_split_is_whole_again() {
    let mail = "Subject: =?utf-8?Q?sag_010180?=\n =?utf-8?Q?-0008?=\n\nhej\n";
    assert!(finds(mail, CPR));
}

#[test]
fn every_transfer_encoding_is_undone() {
    let quoted = "Content-Transfer-Encoding: quoted-printable\n\n010=31=\n80-0008\n";
    let base64 = "Content-Transfer-Encoding: base64\n\nMDEwMTgwLTAwMDg=\n";
    let plain = "Content-Transfer-Encoding: 8bit\n\n010180-0008\n";
    for body in [quoted, base64, plain] {
        assert!(
            finds(
                &format!("From: a@b.dk\nContent-Type: text/plain\n{body}"),
                CPR
            ),
            "{body}"
        );
    }
}

#[test]
fn html_shows_what_markup_divides() {
    let page = "From: a@b.dk\nContent-Type: text/html\n\n<p>010180<b>-0008</b></p>\n";
    assert!(finds(page, CPR));
    let split = "From: a@b.dk\nContent-Type: text/html\n\n<b>0101</b>80-<i>0008</i>\n";
    assert!(finds(split, CPR));
}

#[test]
fn what_html_hides_is_told_apart_and_read() {
    let body = "<p>0101<span style=\"display: none\">xx</span>80-0008</p><!-- 020280-0000 -->\
        <a href=\"https://e.dk/?p=030380%2D0000\">x</a><style>.z{display:none}</style>\
        <p>0404<i class=z>yy</i>80-0000</p>";
    let mail = format!("From: a@b.dk\nContent-Type: text/html\n\n{body}\n");
    for wanted in [
        CPR,
        "0101xx80-0008",
        "020280-0000",
        "030380-0000",
        "040480-0000",
    ] {
        assert!(finds(&mail, wanted), "{wanted}");
    }
}

#[test]
fn every_part_of_an_alternative_counts() {
    let mail = "From: a@b.dk\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\n\
        hej\n--x\nContent-Type: text/html\n\n<p>010180-0008</p>\n--x--\n";
    assert!(finds(mail, CPR));
    assert!(not(&parts(mail)).is_empty());
}

#[test]
fn before_the_first_and_after_the_last_boundary_is_read() {
    let mail = "From: a@b.dk\nContent-Type: multipart/mixed; boundary=x\n\nfør 010180-0008\n--x\n\nhej\n--x--\n\
        efter 020280-0000\n";
    assert!(finds(mail, CPR));
    assert!(finds(mail, "020280-0000"));
}

#[test]
fn messages_in_messages_are_read() {
    let mail = "From: a@b.dk\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n\
        Subject: sag 010180-0008\nContent-Type: multipart/mixed; boundary=y\n\n--y\nContent-Type: text/plain\n\n\
        020280-0000\n--y--\n\n--x--\n";
    assert!(finds(mail, "Subject: sag 010180-0008"));
    assert!(finds(mail, "020280-0000"));
}

#[test]
fn names_of_files_are_read_in_every_spelling() {
    for name in [
        "filename=\"010180-0008.txt\"",
        "filename*=utf-8''010180%2D0008.txt",
        "filename*0=\"010180\"; filename*1=\"-0008.txt\"",
        "filename=\"=?utf-8?B?MDEwMTgwLTAwMDgudHh0?=\"",
    ] {
        let mail = format!(
            "From: a@b.dk\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/octet-stream\n\
             Content-Disposition: attachment; {name}\n\nhej\n--x--\n"
        );
        let parts = parts(&mail);
        assert!(
            parts
                .iter()
                .any(|p| p.kind == Kind::Names && p.text().unwrap().contains(CPR)),
            "{name}: {parts:?}"
        );
    }
}

#[test]
fn a_calendar_is_unfolded() {
    let mail = "From: a@b.dk\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nDESCRIPTION:Anna 010180\n -0008\nEND:VCALENDAR\n";
    assert!(finds(mail, CPR));
}

#[test]
fn old_encodings_and_lying_ones_give_letters() {
    let mut mail = b"From: a@b.dk\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nS\xf8ren f\xe5r kr\xe6ft\r\n".to_vec();
    let text = |mail: &[u8]| {
        let parts = made::parts("a.eml", mail);
        parts.iter().filter_map(Part::text).collect::<String>()
    };
    assert!(text(&mail).contains("Søren får kræft"));
    // Says UTF-8 and is not.
    let at = mail.windows(10).position(|w| w == b"iso-8859-1").unwrap();
    mail.splice(at..at + 10, b"utf-8".iter().copied());
    assert!(text(&mail).contains("Søren får kræft"), "{}", text(&mail));
}

/// What one program shows and another hides: read in both ways.
#[test]
fn doubtful_messages_are_read_in_both_ways() {
    let twice = "From: a@b.dk\nContent-Type: text/plain\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
        Content-Transfer-Encoding: base64\n\nMDEwMTgwLTAwMDg=\n--x--\n";
    let boundaries = "From: a@b.dk\nContent-Type: multipart/mixed; boundary=a; boundary=b\n\n--a\n\nhej\n--a--\n--b\n\
        Content-Transfer-Encoding: base64\n\nMDEwMTgwLTAwMDg=\n--b--\n";
    let encodings = "From: a@b.dk\nContent-Transfer-Encoding: 7bit\nContent-Transfer-Encoding: base64\n\n\
        MDEwMTgwLTAwMDg=\n";
    let swapped = "From: a@b.dk\nContent-Transfer-Encoding: base64\nContent-Transfer-Encoding: 7bit\n\n\
        MDEwMTgwLTAwMDg=\n";
    let rubbish = "From: a@b.dk\nContent-Transfer-Encoding: base64\n\nMDEw!MTgw\n.LTAw*MDg=\n";
    let padded = "From: a@b.dk\nContent-Transfer-Encoding: base64\n\nMDEwMQ==ODAtMDAwOA==\n";
    let spaced = "From: a@b.dk\nContent-Transfer-Encoding : base64\n\nMDEwMTgwLTAwMDg=\n";
    let none = "From: a@b.dk\nContent-Type: multipart/mixed\n\n--z\nContent-Transfer-Encoding: base64\n\n\
        MDEwMTgwLTAwMDg=\n--z--\n";
    let unknown = "From: a@b.dk\nContent-Transfer-Encoding: x-base64\n\nMDEwMTgwLTAwMDg=\n";
    let inner = "From: a@b.dk\nContent-Type: text/plain\n\nhej\n--q\nContent-Transfer-Encoding: base64\n\n\
        MDEwMTgwLTAwMDg=\n--q--\n";
    for mail in [
        twice, boundaries, encodings, swapped, rubbish, padded, spaced, none, unknown, inner,
    ] {
        assert!(finds(mail, CPR), "{mail}\n{:#?}", parts(mail));
    }
}

#[test]
fn uuencode_in_a_text_is_undone() {
    // "010180-0008\n"
    let mail = "From: a@b.dk\n\nhej\nbegin 644 a.txt\n,,#$P,3@P+3`P,#@*\n`\nend\n";
    assert!(finds(mail, CPR), "{:#?}", parts(mail));
}

#[test]
fn pieces_and_sealed_mail_are_not_inspected() {
    let partial = "From: a@b.dk\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
        Content-Type: message/partial; id=1; number=1\n\nFrom: x\n\n--x--\n";
    assert_eq!(not(&parts(partial)), [Reason::Elsewhere]);
    let sealed = "From: a@b.dk\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\
        Content-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CAMIACAQA=\n";
    assert_eq!(not(&parts(sealed)), [Reason::Encrypted]);
    let pgp = "From: a@b.dk\n\n-----BEGIN PGP MESSAGE-----\n\nabcd\n-----END PGP MESSAGE-----\n";
    assert_eq!(not(&parts(pgp)), [Reason::Encrypted]);
}

#[test]
fn endless_nesting_ends() {
    let mail = "Content-Type: message/rfc822\n\n".repeat(20_000) + "010180-0008\n";
    let parts = parts(&mail);
    assert!(not(&parts).contains(&Reason::TooDeep));
    assert!(
        parts
            .iter()
            .any(|part| part.text().is_some_and(|text| text.contains(CPR)))
    );
}

#[test]
fn an_mbox_is_many_messages() {
    let mbox = "From a@b.dk Mon Jan  1 00:00:00 2024\nSubject: en\n\n010180-0008\n\nFrom a@b.dk Mon Jan  1 00:00:00 2024\n\
        Subject: to\n\nhej\n";
    let parts = made::parts("a.mbox", mbox.as_bytes());
    assert!(
        parts
            .iter()
            .any(|p| p.path == "a.mbox/1" && p.text() == Some("010180-0008\n\n")),
        "{parts:#?}"
    );
    assert!(parts.iter().any(|p| p.path == "a.mbox/2"));
}

#[test]
fn a_letter_in_an_mbox_that_says_from_the_nurse_is_one_letter() {
    let line = "From a@b.dk Mon Jan  1 00:00:00 2024\n";
    let body =
        "hej\n\nFrom the nurse: at 10:30 on Mon Jan 5\n010180-0008\n\nFrom here on 2024\nhilsen\n";
    let mbox = format!("{line}Subject: en\n\n{body}\n{line}Subject: to\n\nhej\n");
    let found = made::parts("a.mbox", mbox.as_bytes());
    let texts: Vec<_> = found.iter().filter(|p| p.kind == Kind::Text).collect();
    assert_eq!(texts.len(), 2, "{found:#?}");
    assert_eq!(texts[0].path, "a.mbox/1");
    assert_eq!(texts[0].text(), Some(format!("{body}\n").as_str()));
    assert_eq!(texts[1].path, "a.mbox/2");
}

/// Attached base64 behind each kind of line: whether a program divides there or not, what is attached is read.
#[test]
fn however_an_mbox_is_divided_nothing_is_lost() {
    let date = "Mon Jan  1 00:00:00 2024";
    let attached = "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nhej\n--x\n\
        Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\nMDEwMTgwLTAwMDg=\n--x--\n";
    let line = format!("From a@b.dk {date}\n");
    for (at, divider) in [
        format!("\nFrom a@b.dk {date}\n"),
        format!("\r\nFrom a@b.dk {date}\r\n"),
        format!("\nFrom - {date}\n"),
        format!("\nFrom a@b.dk {date} +0100\n"),
        "\nFrom a@b.dk Mon Jan  1 00:00 MET 2024 remote from b\n".to_owned(),
        // Not behind an empty line; without a date; in capitals of its own.
        format!("From a@b.dk {date}\n"),
        "\nFrom a@b.dk\n".to_owned(),
        "\nFrom the nurse\n".to_owned(),
        "From the nurse\n".to_owned(),
    ]
    .into_iter()
    .enumerate()
    {
        let mbox = format!("{line}Subject: en\n\nhej\n{divider}Subject: to\n{attached}");
        let found = made::parts("a.mbox", mbox.as_bytes());
        assert!(made::finds(&found, made::CPR), "{at} {found:#?}");
        // A line inside a part, in front of what is attached to the same message.
        let inside = attached.replace("\nhej\n", &format!("\nhej\n{divider}X-Note: hej\n\nhej\n"));
        let mbox = format!("{line}Subject: en\n{inside}");
        let found = made::parts("a.mbox", mbox.as_bytes());
        assert!(made::finds(&found, made::CPR), "inside {at} {found:#?}");
    }
}

#[test]
fn every_byte_of_an_mbox_is_read() {
    let date = "Mon Jan  1 00:00:00 2024";
    for mbox in [
        // Before the first line, and in the dividing lines themselves.
        format!("Borger 010180-0008\n\nFrom a@b.dk {date}\nSubject: en\n\nhej\n"),
        format!(
            "From a@b.dk {date}\nSubject: en\n\nhej\n\nFrom 010180-0008@b.dk {date}\nSubject: to\n\nhej\n"
        ),
        format!("From a@b.dk {date} 010180-0008\nSubject: en\n\nhej\n"),
        format!("From a@b.dk {date}\n010180-0008"),
        "010180-0008".to_owned(),
        "From the nurse 010180-0008".to_owned(),
    ] {
        let found = made::parts("a.mbox", mbox.as_bytes());
        assert!(made::finds(&found, made::CPR), "{mbox} {found:#?}");
    }
}
