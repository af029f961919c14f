//! The portal's own notice goes by; a copy of it that says more does not.

use kit::mail::{Letter, composed};

use super::super::super::portal::notice_mark;
use super::{Ways, engine, envelope, guarded, message};
use crate::base::keys::Keys;
use crate::base::testing::on_both;
use crate::modules::guard::pass::{Engine, take};

const TO: &str = "x@elsewhere.example";
const SECRET: &str = "Borgerens cpr er 010180-0008, og hun har en depression.";
const TEXTS: [&str; 3] = [
    "A message waits for you.\nhttps://post.example/post/1?lang=en\n",
    // As long and as full of other letters as a notice may be: it is coded on its way.
    "Sinua odottaa viesti. Pääset lukemaan sen, kun olet todistanut, kuka olet. Älä vastaa tähän viestiin, ettei kukaan muu näe vastausta.",
    // A random number that looks like somebody's.
    "Borgerens cpr er 010180-0008, og hun har en depression.",
];

fn notice(keys: &Keys, text: &str) -> String {
    let letter = Letter {
        to: TO.to_owned(),
        subject: "Du har post".to_owned(),
        text: text.to_owned(),
        lang: "da",
    };
    let mark = notice_mark(keys, TO, &letter.subject, text);
    let named = [("X-Tillit-Notice", mark.as_str())];
    let whole = composed(&letter, "post@testby.example", &named).unwrap();
    format!(
        "Received: by mx; Mon, 2 Mar 2026 08:00:00 +0000\r\n{}",
        String::from_utf8(whole).unwrap()
    )
}

/// Whether it went out as it was.
fn leaves(engine: &Engine, ways: &Ways, id: &str, to: &str, mail: &str) -> bool {
    let before = ways.to().len();
    take(engine, &envelope(id, &[to]), &message(mail));
    ways.to().len() > before
}

#[test]
fn a_notice_goes_by_whatever_its_text_looks_like() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        for (at, text) in TEXTS.iter().enumerate() {
            let mail = notice(&app.keys, text);
            assert!(
                leaves(&engine, &ways, &format!("4A{at}"), TO, &mail),
                "{mail}"
            );
        }
        // For anybody else it is a mail like any other.
        let mail = notice(&app.keys, SECRET);
        assert!(!leaves(&engine, &ways, "4B1", "y@elsewhere.example", &mail));
        let made_up = format!("X-Tillit-Notice: 00\r\nSubject: Post\r\n\r\n{SECRET}\r\n");
        assert!(!leaves(&engine, &ways, "4B2", TO, &made_up));
    });
}

#[test]
fn a_copy_of_a_notice_that_says_more_is_judged() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let clean = notice(&app.keys, TEXTS[0]);
        let with = |from: &str, to: &str| {
            assert!(clean.contains(from), "{from}: {clean}");
            clean.replacen(from, to, 1)
        };
        let kind = "Content-Type: text/plain; charset=utf-8";
        let other =
            format!("Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n{kind}\r\n\r\n");
        let (head, body) = clean.split_once("\r\n\r\n").unwrap();
        let copies = [
            with("Subject:", &format!("X-Case: {SECRET}\r\nSubject:")),
            with("Subject:", &format!("Subject: {SECRET}\r\nSubject:")),
            with("Subject:", &format!("{SECRET}\r\nSubject:")),
            with("From: ", "From: 010180-0008 depression, "),
            with(kind, &format!("{kind}; x=\"{SECRET}\"")),
            with("Received:", &format!("Received: {SECRET}")),
            format!("{head}\r\n\r\n{SECRET}\r\n{body}"),
            format!("{clean}\r\n{SECRET}\r\n"),
            format!(
                "{}\r\n--b\r\nContent-Type: text/html\r\n\r\n{SECRET}\r\n--b--\r\n",
                with(&format!("{kind}\r\n"), &other)
            ),
        ];
        for (at, mail) in copies.iter().enumerate() {
            assert!(
                !leaves(&engine, &ways, &format!("4C{at}"), TO, mail),
                "{at}: {mail}"
            );
        }
        assert!(leaves(&engine, &ways, "4CC", TO, &clean));
    });
}
