//! The conversation over a real socket, with a mail server's usual words and with rubbish.

use std::io::{Read, Write};
use std::net::TcpStream as Plain;
use std::sync::Mutex;

use super::*;
use crate::base::testing::House;

static TAKEN: Mutex<Vec<Envelope>> = Mutex::new(Vec::new());

fn take(_: &App, envelope: &Envelope) -> Result<(), Problem> {
    if envelope.content.starts_with(b"panic") {
        panic!("a fault in taking a mail");
    }
    if envelope.content.starts_with(b"later") {
        return Err(Problem::Outside("not now".into()));
    }
    TAKEN.lock().unwrap().push(envelope.clone());
    Ok(())
}

/// Sends everything at once (pipelining) and reads until the other side closes.
fn say(port: u16, text: &[u8]) -> String {
    let mut stream = Plain::connect(("127.0.0.1", port)).unwrap();
    // The other side may have heard enough before the end.
    let _ = stream.write_all(text);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

fn with_server(test: impl FnOnce(u16)) {
    let house = House::sqlite();
    let mut app = house.app.clone();
    let mut config = (*app.config).clone();
    config.report.addresses = vec!["incident@testby.example".to_owned()];
    config.limits.upload = 3_000;
    app.config = Arc::new(config);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let port = listener.local_addr().unwrap().port();
    runtime.spawn(listen(app, listener, take));
    test(port);
    runtime.shutdown_background();
}

#[test]
fn a_mail_is_taken_once_per_transaction_and_answered_per_recipient() {
    with_server(|port| {
        let answer = say(
            port,
            b"LHLO mx\r\nMAIL FROM:<anna@testby.example> SIZE=20\r\nRCPT TO:<Incident@testby.example>\r\n\
              RCPT TO:<other@testby.example>\r\nRCPT TO:<incident@testby.example>\r\nDATA\r\n\
              Subject: Hello\r\n\r\n..dot\r\nend\r\n.\r\nQUIT\r\n",
        );
        let codes: Vec<&str> = answer
            .lines()
            .map(|line| &line[..4])
            .filter(|code| code.ends_with(' '))
            .collect();
        assert_eq!(
            codes,
            [
                "220 ", "250 ", "250 ", "250 ", "550 ", "250 ", "354 ", "250 ", "250 ", "221 "
            ]
        );
        let taken = TAKEN.lock().unwrap();
        let mail = taken
            .iter()
            .find(|mail| mail.content.starts_with(b"Subject: Hello"))
            .unwrap();
        assert_eq!(mail.from, "anna@testby.example");
        assert_eq!(mail.content, b"Subject: Hello\r\n\r\n.dot\r\nend\r\n");
    });
}

#[test]
fn what_cannot_be_taken_now_is_asked_for_again() {
    with_server(|port| {
        for start in ["later", "panic"] {
            let text = format!(
                "LHLO mx\r\nMAIL FROM:<>\r\nRCPT TO:<incident@testby.example>\r\nDATA\r\n{start}\r\n.\r\nNOOP\r\nQUIT\r\n"
            );
            let answer = say(port, text.as_bytes());
            assert!(answer.contains("\r\n451 4.3.0"), "{answer}");
            assert!(
                answer.ends_with("250 2.0.0 Ok\r\n221 2.0.0 Bye\r\n"),
                "{answer}"
            );
        }
    });
}

#[test]
fn rubbish_is_answered_and_bounded() {
    with_server(|port| {
        let many = "\u{1}\u{2}what\r\n".repeat(100);
        assert!(say(port, many.as_bytes()).ends_with("421 4.7.0 Too many faults\r\n"));
        let long = format!("LHLO {}\r\nQUIT\r\n", "x".repeat(100_000));
        assert!(say(port, long.as_bytes()).contains("500 5.5.2 Line too long"));
        let early = b"RCPT TO:<incident@testby.example>\r\nDATA\r\nMAIL FROM:<a@b>\r\nMAIL\r\nLHLO x\r\nMAIL FROM:a\r\nQUIT\r\n";
        assert_eq!(say(port, early).matches("\r\n503 ").count(), 5);
        let big = format!(
            "LHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<incident@testby.example>\r\nDATA\r\n{}\r\n.\r\nQUIT\r\n",
            "line of text\r\n".repeat(200_000)
        );
        assert!(say(port, big.as_bytes()).contains("552 5.3.4"));
        let bytes: Vec<u8> = (0..=255u8)
            .cycle()
            .take(9_000)
            .chain(*b"\r\nQUIT\r\n")
            .collect();
        let _ = say(port, &bytes);
        assert!(say(port, b"NOOP\r\nQUIT\r\n").contains("250 2.0.0 Ok"));
    });
}
