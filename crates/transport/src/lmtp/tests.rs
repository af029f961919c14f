//! The conversation over real sockets, with a mail server's usual words and with rubbish.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Mutex;

use proptest::prelude::*;

use super::*;
use crate::{Recipient, Ret};

type Taken = Mutex<Vec<(Envelope, Vec<u8>)>>;

/// Answers by what the recipient's address begins with.
fn judge(envelope: &Envelope, taken: &Taken, message: &Message) -> Vec<Reply> {
    let bytes = message.bytes().unwrap().into_owned();
    taken.lock().unwrap().push((envelope.clone(), bytes));
    let answer = |one: &Recipient| match one.address.split('@').next() {
        Some("later") => Reply::later("4.2.0", "Not now"),
        Some("no") => Reply::refused("5.7.1", "Never\r\n250 2.0.0 forged"),
        Some("odd") => Reply::new(354, "", "Odd"),
        Some("panic") => panic!("a fault in the handler"),
        _ => Reply::done("Taken"),
    };
    let few = envelope.from.as_deref() == Some("few@x");
    let asked = envelope
        .recipients
        .iter()
        .take(if few { 1 } else { usize::MAX });
    asked.map(answer).collect()
}

fn with_server(limits: &Limits, test: impl FnOnce(SocketAddr, &Taken)) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, taken) = (Stop::new(), Taken::default());
    let handler = |envelope: &Envelope, message: &Message| judge(envelope, &taken, message);
    std::thread::scope(|scope| {
        let server = scope.spawn(|| serve(listener, limits, &stop, "guard.test", handler));
        let outcome = catch_unwind(AssertUnwindSafe(|| test(address, &taken)));
        stop.stop();
        server.join().unwrap().unwrap();
        if let Err(why) = outcome {
            std::panic::resume_unwind(why);
        }
    });
}

/// Sends everything at once (pipelining) and reads until the other side closes.
fn say(address: SocketAddr, text: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let mut reading = stream.try_clone().unwrap();
    let text = text.to_vec();
    // The other side may have heard enough before the end.
    let writing = std::thread::spawn(move || {
        let _ = stream.write_all(&text);
        stream
    });
    let mut answer = Vec::new();
    let _ = reading.read_to_end(&mut answer);
    drop(writing.join());
    String::from_utf8(answer).unwrap()
}

/// The code of each answer, several lines counted as one.
fn codes(answer: &str) -> Vec<&str> {
    let lines = answer
        .lines()
        .filter(|line| line.as_bytes().get(3) == Some(&b' '));
    lines.map(|line| &line[..3]).collect()
}

fn mail(recipients: &[&str], content: &[u8]) -> Vec<u8> {
    let mut text = b"LHLO mx\r\nMAIL FROM:<a@x>\r\n".to_vec();
    for one in recipients {
        text.extend(format!("RCPT TO:<{one}>\r\n").into_bytes());
    }
    text.extend(b"DATA\r\n");
    text.extend(content);
    text.extend(b"QUIT\r\n");
    text
}

#[test]
fn each_recipient_gets_an_own_answer() {
    with_server(&Limits::default(), |address, taken| {
        let recipients = ["a@x", "later@x", "no@x", "odd@x", "\"b>c\"@x"];
        let answer = say(
            address,
            &mail(&recipients, b"Subject: x\r\n\r\n..\r\n.a\r\n.\r\n"),
        );
        let expected = [
            "220", "250", "250", "250", "250", "250", "250", "250", "354", "250", "451", "550",
            "451", "250", "221",
        ];
        assert_eq!(codes(&answer), expected, "{answer}");
        assert!(answer.contains("550 5.7.1 Never  250 2.0.0 forged\r\n"));
        let taken = taken.lock().unwrap();
        assert_eq!(taken[0].1, b"Subject: x\r\n\r\n.\r\na\r\n");
        assert_eq!(taken[0].0.recipients[4].address, "\"b>c\"@x");
    });
}

#[test]
fn a_handler_that_fails_leaves_the_mail_with_the_other_side() {
    with_server(&Limits::default(), |address, _| {
        let answer = say(address, &mail(&["a@x", "panic@x"], b"x\r\n.\r\n"));
        assert_eq!(codes(&answer)[5..], ["354", "451", "451", "221"]);
        let text = b"LHLO x\r\nMAIL FROM:<few@x>\r\nRCPT TO:<a@x>\r\nRCPT TO:<b@x>\r\nDATA\r\n.\r\nQUIT\r\n";
        assert_eq!(
            codes(&say(address, text))[5..],
            ["354", "250", "451", "221"]
        );
    });
}

#[test]
fn what_the_envelope_says_is_kept() {
    with_server(&Limits::default(), |address, taken| {
        let text = "LHLO mx\r\nXFORWARD ADDR=192.0.2.9 IDENT=4XbTc12\r\nMAIL FROM:<> SIZE=9 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=a+2Bb\r\n\
             RCPT TO:<åse@x> NOTIFY=FAILURE ORCPT=rfc822;a@x\r\nDATA\r\nåäö\r\n.\r\n\
             MAIL FROM:<b@x>\r\nRCPT TO:<c@x>\r\nDATA\r\nReceived: by mx (Postfix)\r\n\tid 4Other; x\r\n\r\n.\r\nQUIT\r\n";
        say(address, text.as_bytes());
        let taken = taken.lock().unwrap();
        let expected = Envelope {
            queue_id: Some("4XbTc12".into()),
            client: Some("192.0.2.9".into()),
            from: None,
            recipients: vec![Recipient {
                address: "åse@x".into(),
                orcpt: Some("rfc822;a@x".into()),
                notify: Some("FAILURE".into()),
            }],
            body_8bit: true,
            smtputf8: true,
            envid: Some("a+2Bb".into()),
            ret: Some(Ret::Headers),
        };
        assert_eq!(taken[0], (expected, "åäö\r\n".as_bytes().to_vec()));
        // The number of one mail is not that of the next.
        assert_eq!(taken[1].0.queue_id.as_deref(), Some("4Other"));
        assert_eq!(taken[1].0.client, None);
    });
}

#[test]
fn lone_line_ends_and_nul_are_refused_and_everything_else_is_taken_as_it_is() {
    with_server(&Limits::default(), |address, taken| {
        for bad in [
            &b"a\nb\r\n"[..],
            b"a\rb\r\n",
            b"a\0b\r\n",
            b"a\n.\nMAIL FROM:<x>\r\n",
            b"a\r\n.\nb\r\n",
        ] {
            let answer = say(address, &mail(&["a@x", "b@x"], &[bad, b".\r\n"].concat()));
            assert_eq!(answer.matches("\r\n554 5.6.0 ").count(), 2, "{answer}");
        }
        assert!(taken.lock().unwrap().is_empty());
        let mut content = vec![b'x'; 300_000];
        content.extend(b"\r\n\xff\xfe\x80 8-bit without declaration\r\n\x1b\x7f\x01\r\n");
        say(address, &mail(&["a@x"], &[&content[..], b".\r\n"].concat()));
        assert_eq!(taken.lock().unwrap()[0].1, content);
    });
}

#[test]
fn a_large_mail_goes_to_a_private_file_and_one_too_large_is_refused() {
    let limits = Limits {
        size: 3_000_000,
        memory: 100_000,
        recipients: 3,
        ..Limits::default()
    };
    with_server(&limits, |address, taken| {
        let large = b"0123456789abcdef\r\n".repeat(160_000);
        say(address, &mail(&["a@x"], &[&large[..], b".\r\n"].concat()));
        assert!(taken.lock().unwrap()[0].1 == large);
        let answer = say(
            address,
            &mail(&["a@x", "b@x"], &[&large[..], &large, b".\r\n"].concat()),
        );
        assert_eq!(answer.matches("\r\n552 5.3.4 ").count(), 2);
        let answer = say(address, &mail(&["a@x"], &large.repeat(5)));
        assert!(answer.ends_with("421 4.3.0 Far too big\r\n"), "{answer}");
        let answer = say(address, b"LHLO x\r\nMAIL FROM:<a> SIZE=3000001\r\nQUIT\r\n");
        assert!(
            answer.contains("\r\n250 SIZE 3000000\r\n552 5.3.4 "),
            "{answer}"
        );
        let answer = say(address, &mail(&["a", "b", "c", "d"], b"x\r\n.\r\n"));
        assert_eq!(
            codes(&answer)[5..],
            ["250", "452", "354", "250", "250", "250", "221"]
        );
    });
    let nowhere = Limits {
        memory: 10,
        spool: "/nowhere-at-all".into(),
        ..Limits::default()
    };
    with_server(&nowhere, |address, _| {
        let answer = say(address, &mail(&["a@x"], b"more than ten bytes\r\n.\r\n"));
        assert!(answer.contains("\r\n452 4.3.1 "), "{answer}");
    });
}

#[test]
fn a_thousand_recipients() {
    with_server(&Limits::default(), |address, taken| {
        let names: Vec<String> = (0..1_001).map(|n| format!("r{n}@x")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let answer = say(address, &mail(&names, b"x\r\n.\r\n"));
        assert_eq!(answer.matches("250 2.0.0 Taken\r\n").count(), 1_000);
        assert_eq!(answer.matches("452 4.5.3 ").count(), 1);
        assert_eq!(taken.lock().unwrap()[0].0.recipients.len(), 1_000);
    });
}

#[test]
fn rubbish_is_answered_and_bounded() {
    with_server(&Limits::default(), |address, _| {
        let many = "\u{1}\u{2}what\r\n".repeat(100);
        assert!(say(address, many.as_bytes()).ends_with("421 4.7.0 Too many faults\r\n"));
        let long = format!("LHLO {}\r\nLHLO x\nQUIT\r\n", "x".repeat(200_000));
        let answer = say(address, long.as_bytes());
        assert!(answer.contains("500 5.5.2 Line too long"), "{answer}");
        assert!(
            answer.contains("500 5.5.2 A line ends with CR LF"),
            "{answer}"
        );
        let early = b"MAIL FROM:<a>\r\nRCPT TO:<a>\r\nDATA\r\nXFORWARD IDENT=1\r\nLHLO x\r\nDATA\r\nEHLO x\r\nMAIL FROM:<a>\r\nMAIL FROM:<a>\r\nRSET\r\nQUIT\r\n";
        let expected = [
            "220", "503", "503", "503", "503", "250", "503", "500", "250", "503", "250", "221",
        ];
        assert_eq!(codes(&say(address, early)), expected);
        // A line that falls in the middle is forgotten.
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(&mail(&["a@x"], b"half a ma")).unwrap();
        drop(stream);
        assert!(say(address, b"NOOP\r\nQUIT\r\n").contains("250 2.0.0 Ok"));
    });
}

#[test]
fn the_same_over_a_unix_socket_and_with_few_places() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lmtp");
    let listener = UnixListener::bind(&path).unwrap();
    let limits = Limits {
        connections: 2,
        ..Limits::default()
    };
    let stop = Stop::new();
    let handler =
        |envelope: &Envelope, _: &Message| vec![Reply::done("Ok"); envelope.recipients.len()];
    std::thread::scope(|scope| {
        let server = scope.spawn(|| serve(listener, &limits, &stop, "guard.test", handler));
        let callers: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    let mut stream = std::os::unix::net::UnixStream::connect(&path).unwrap();
                    stream.write_all(&mail(&["a@x"], b"x\r\n.\r\n")).unwrap();
                    let mut answer = String::new();
                    stream.read_to_string(&mut answer).unwrap();
                    answer
                })
            })
            .collect();
        for caller in callers {
            assert!(
                caller
                    .join()
                    .unwrap()
                    .ends_with("250 2.0.0 Ok\r\n221 2.0.0 Bye\r\n")
            );
        }
        stop.stop();
        server.join().unwrap().unwrap();
    });
}

#[test]
fn stopping_ends_an_idle_connection_with_a_word() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let stop = Stop::new();
    std::thread::scope(|scope| {
        let server = scope.spawn(|| {
            serve(
                listener,
                &Limits::default(),
                &stop,
                "guard.test",
                |_, _| vec![],
            )
        });
        let mut stream = TcpStream::connect(address).unwrap();
        let mut greeting = [0; 21];
        stream.read_exact(&mut greeting).unwrap();
        stop.stop();
        let mut rest = String::new();
        stream.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "421 4.3.2 Closing\r\n");
        drop(stream);
        server.join().unwrap().unwrap();
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever comes, the server answers in whole lines and lives on.
    #[test]
    fn nothing_brings_it_down(pieces in prop::collection::vec(piece(), 0..20)) {
        with_server(&Limits::default(), |address, _| {
            let mut text = pieces.concat();
            text.extend(b"\r\n.\r\nQUIT\r\n");
            let mut stream = TcpStream::connect(address).unwrap();
            let _ = stream.write_all(&text);
            let _ = stream.shutdown(std::net::Shutdown::Write);
            let mut answer = Vec::new();
            let _ = stream.read_to_end(&mut answer);
            let answer = String::from_utf8(answer).unwrap();
            assert!(answer.is_empty() || answer.ends_with("\r\n"));
            assert!(answer.lines().all(|line| line[..3].parse::<u16>().is_ok()), "{answer}");
            assert!(say(address, b"QUIT\r\n").contains("221 "));
        });
    }
}

fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "LHLO x\r\n",
        "MAIL FROM:<a@b>\r\n",
        "RCPT TO:<c@d>\r\n",
        "DATA\r\n",
        ".\r\n",
        "\n",
        "\r",
        "RSET\r\n",
        "XFORWARD IDENT=a\r\n",
        "MAIL FROM:<",
        "NOOP\r\n",
        "\0",
        "BDAT 5 LAST\r\n",
    ]);
    prop_oneof![
        known.prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..40),
    ]
}
