//! The client against servers that say and do what a test tells them.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::mpsc;
use std::thread::JoinHandle;

use super::*;
use crate::lmtp::{self, Limits, Stop};
use crate::{Envelope, Message, Recipient, Ret};

/// Several mails on one connection.
mod several;

/// What a server does when a line with this beginning comes: the first entry that fits, once.
#[derive(Clone, Copy)]
enum Act {
    Say(&'static str),
    /// Says nothing, and keeps the line open until the client leaves.
    Hang,
    Drop,
    /// Bytes, one every few milliseconds, for ever.
    Drip,
}

const EHLO: &str = "250-mx.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-DSN\r\n250 SIZE 1000000\r\n";

/// A server with a script; gives back the lines that it has read.
fn server(
    greeting: Act,
    script: Vec<(&'static str, Act)>,
) -> (SocketAddr, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let thread = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut seen = Vec::new();
        let mut lines = BufReader::new(stream.try_clone().unwrap());
        let mut script = script;
        if !act(&stream, greeting) {
            return seen;
        }
        let mut line = Vec::new();
        while lines
            .read_until(b'\n', &mut line)
            .is_ok_and(|count| count > 0)
        {
            let text = String::from_utf8_lossy(&line).into_owned();
            line.clear();
            let next = script.iter().position(|(start, _)| text.starts_with(start));
            seen.push(text);
            if let Some(next) = next
                && !act(&stream, script.remove(next).1)
            {
                break;
            }
        }
        seen
    });
    (address, thread)
}

/// Whether the server goes on.
fn act(mut stream: &TcpStream, act: Act) -> bool {
    match act {
        Act::Say(text) => stream.write_all(text.as_bytes()).is_ok(),
        Act::Hang => {
            let mut lines = BufReader::new(stream);
            let mut line = Vec::new();
            while lines
                .read_until(b'\n', &mut line)
                .is_ok_and(|count| count > 0)
            {}
            false
        }
        Act::Drop => false,
        Act::Drip => {
            while stream.write_all(b"2").is_ok() {
                std::thread::sleep(Duration::from_millis(5));
            }
            false
        }
    }
}

fn to(addresses: &[&str]) -> Envelope {
    Envelope {
        from: Some("a@x.test".into()),
        recipients: addresses.iter().map(|one| Recipient::to(one)).collect(),
        ..Envelope::default()
    }
}

fn short() -> Deadline {
    Deadline::after(Duration::from_millis(1_000))
}

fn long() -> Deadline {
    Deadline::after(Duration::from_secs(60))
}

fn connect(address: SocketAddr, deadline: Deadline) -> Result<Session, Fault> {
    Session::connect(address, "out.test", &Patience::default(), deadline)
}

/// Steps, and what is known of a mail when the line falls there.
const STEPS: [(&str, Fate); 4] = [
    ("MAIL", Fate::NotSent),
    ("RCPT", Fate::NotSent),
    ("DATA", Fate::NotSent),
    (".\r\n", Fate::Unknown),
];
const OK: Act = Act::Say("250 2.1.0 Ok\r\n");
const GO: Act = Act::Say("354 Go\r\n");
const GREETING: Act = Act::Say("220 mx.test\r\n");

/// A script in which everything goes well up to `step`, where `wrong` happens.
fn until(step: &str, wrong: Act) -> Vec<(&'static str, Act)> {
    let steps = [
        ("EHLO", Act::Say(EHLO)),
        ("MAIL", OK),
        ("RCPT", OK),
        ("DATA", GO),
        (".\r\n", OK),
    ];
    steps
        .map(|(name, act)| (name, if name == step { wrong } else { act }))
        .to_vec()
}

/// What becomes of a mail to one recipient when `wrong` happens at `step`.
fn fate(step: &str, wrong: Act, deadline: Deadline) -> Result<(Fate, Option<Fault>), Fault> {
    let (address, thread) = server(GREETING, until(step, wrong));
    let mut session = connect(address, deadline)?;
    let sending = session.send(&to(&["b@y.test"]), b"", &Message::of(b"x\r\n".to_vec()));
    assert_eq!(session.is_open(), sending.fault.is_none());
    drop(session);
    thread.join().unwrap();
    Ok((sending.fates[0].clone(), sending.fault))
}

#[test]
fn a_server_that_hangs_or_drips_costs_the_deadline_and_no_more() {
    for hangs in [Act::Hang, Act::Drip] {
        let (address, thread) = server(hangs, vec![]);
        let fault = connect(address, short()).unwrap_err();
        assert_eq!((fault.step, fault.cause), (Step::Greeting, Cause::Late));
        thread.join().unwrap();
        assert_eq!(fate("EHLO", hangs, short()).unwrap_err().cause, Cause::Late);
        for (step, expected) in STEPS {
            // The last step must be reached on a slow machine too.
            let late = step == ".\r\n";
            let deadline = Deadline::after(Duration::from_millis(if late { 4_000 } else { 1_000 }));
            let (fate, fault) = fate(step, hangs, deadline).unwrap();
            assert_eq!(
                (fate, fault.unwrap().cause),
                (expected, Cause::Late),
                "{step}"
            );
        }
    }
}

#[test]
fn a_line_that_falls_is_told_apart_before_and_after_the_final_dot() {
    for (step, expected) in STEPS {
        let (fate, fault) = fate(step, Act::Drop, long()).unwrap();
        assert_eq!(fate, expected, "{step}");
        assert!(matches!(fault.unwrap().cause, Cause::Line(_)), "{step}");
    }
    assert!(fate("EHLO", Act::Drop, long()).is_err());
}

#[test]
fn what_the_server_refuses_is_the_recipients_answer() {
    for step in ["MAIL", "RCPT", "DATA", ".\r\n"] {
        for (said, open) in [
            ("450 4.2.0 Greylisted\r\n", true),
            ("550 5.1.1 Unknown\r\n", true),
            ("421 4.3.2 Closing\r\n", false),
        ] {
            let (fate, fault) = fate(step, Act::Say(said), long()).unwrap();
            let Fate::Refused(reply) = fate else {
                panic!("{step} {said}: {fate:?}")
            };
            assert_eq!(format!("{reply}\r\n"), said, "{step}");
            assert_eq!(fault.is_none(), open, "{step} {said}");
        }
    }
    let (fate, _) = fate("DATA", Act::Say("250 2.0.0 What\r\n"), long()).unwrap();
    assert!(matches!(fate, Fate::Refused(reply) if reply.is_later()));
}

#[test]
fn nonsense_is_no_answer() {
    let endless: &str = "250-x\r\n".repeat(1_000).leak();
    for said in [
        "hello\r\n",
        "250-a\r\n550 b\r\n",
        "\r\n",
        "2\u{e5}0 x\r\n",
        endless,
    ] {
        let (address, thread) = server(GREETING, vec![("EHLO", Act::Say(said))]);
        let cause = connect(address, long()).unwrap_err().cause;
        assert!(matches!(cause, Cause::Nonsense(_)), "{said:?}");
        thread.join().unwrap();
    }
}

#[test]
fn parameters_are_passed_on_where_the_server_knows_them() {
    let mut envelope = to(&["åse@y.test"]);
    envelope.body_8bit = true;
    envelope.smtputf8 = true;
    envelope.ret = Some(Ret::Headers);
    envelope.envid = Some("a+2Bb".into());
    envelope.recipients[0].notify = Some("FAILURE".into());
    envelope.recipients[0].orcpt = Some("rfc822;a@x".into());
    let (address, thread) = server(GREETING, until("", OK));
    let mut session = connect(address, long()).unwrap();
    let sending = session.send(&envelope, b"Head: 1\r\n", &Message::of(b"x\r\n".to_vec()));
    assert_eq!((sending.bytes, sending.fault), (12, None));
    assert_eq!(sending.sha256, None, "no evidence in the clear");
    drop(session);
    let seen = thread.join().unwrap();
    assert_eq!(
        seen[1],
        "MAIL FROM:<a@x.test> SIZE=12 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=a+2Bb\r\n"
    );
    assert_eq!(
        seen[2],
        "RCPT TO:<åse@y.test> NOTIFY=FAILURE ORCPT=rfc822;a@x\r\n"
    );
}

#[test]
fn what_a_server_cannot_take_as_it_is_is_not_sent() {
    let plain = "250-mx.test\r\n250 SIZE 10\r\n";
    let (address, thread) = server(GREETING, vec![("EHLO", Act::Say(plain))]);
    let mut session = connect(address, long()).unwrap();
    let mut refused = |change: &dyn Fn(&mut Envelope), head: &[u8], content: &[u8]| {
        let mut envelope = to(&["b@y.test"]);
        change(&mut envelope);
        let mut fates = session
            .send(&envelope, head, &Message::of(content.to_vec()))
            .fates;
        match fates.pop() {
            Some(Fate::Refused(reply)) => reply.enhanced,
            other => panic!("{other:?}"),
        }
    };
    let same = |_: &mut Envelope| {};
    assert_eq!(refused(&same, b"", b"more than ten bytes\r\n"), "5.3.4");
    assert_eq!(refused(&same, b"", b"a\nb\r\n"), "5.6.0");
    assert_eq!(refused(&same, b"no end", b"a\r\n"), "5.6.0");
    assert_eq!(refused(&|e| e.body_8bit = true, b"", b"a\r\n"), "5.6.3");
    assert_eq!(refused(&|e| e.smtputf8 = true, b"", b"a\r\n"), "5.6.7");
    assert_eq!(
        refused(
            &|e| e.recipients[0].address = "a>\r\nRSET".into(),
            b"",
            b"a\r\n"
        ),
        "5.1.3"
    );
    assert_eq!(
        refused(&|e| e.from = Some("a> b".into()), b"", b"a\r\n"),
        "5.1.3"
    );
    drop(session);
    assert_eq!(thread.join().unwrap().len(), 1);
}

/// Our client against our server (which speaks LMTP, told apart by one word only).
#[test]
fn large_and_odd_contents_arrive_byte_for_byte() {
    let (address, greeted) = relay();
    let head = b"X-Trace: 1\r\n";
    for content in [
        b".\r\n..\r\n.a\r\n\r\n".to_vec(),
        Vec::new(),
        b"\xff\x00".iter().map(|b| b | 1).chain(*b"\r\n").collect(),
        b"0123456789abcde\r\n.23456789\r\n".repeat(100_000),
    ] {
        let mut session = connect(address, long()).unwrap();
        let message = Message::of(content.clone());
        let sending = session.send(&to(&["b@y.test"]), head, &message);
        assert!(matches!(sending.fates[..], [Fate::Taken(_)]), "{sending:?}");
        assert!(greeted.recv().unwrap() == [&head[..], &content].concat());
        session.quit();
    }
}

/// An LMTP server behind a thread that makes EHLO of it.
fn relay() -> (SocketAddr, mpsc::Receiver<Vec<u8>>) {
    let inner = TcpListener::bind("127.0.0.1:0").unwrap();
    let inside = inner.local_addr().unwrap();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let limits = Limits {
            memory: 50_000,
            ..Limits::default()
        };
        lmtp::serve(inner, &limits, &Stop::new(), "x.test", |_, message| {
            sender.send(message.bytes().unwrap().into_owned()).unwrap();
            vec![Reply::done("Ok")]
        })
    });
    let outer = TcpListener::bind("127.0.0.1:0").unwrap();
    let outside = outer.local_addr().unwrap();
    std::thread::spawn(move || {
        for client in outer.incoming() {
            let client = client.unwrap();
            let server = TcpStream::connect(inside).unwrap();
            let (mut back, mut forth) = (server.try_clone().unwrap(), client.try_clone().unwrap());
            std::thread::spawn(move || {
                let _ = std::io::copy(&mut back, &mut forth);
                let _ = forth.shutdown(std::net::Shutdown::Both);
            });
            std::thread::spawn(move || {
                let (mut client, mut server) = (BufReader::new(client), server);
                let mut first = String::new();
                client.read_line(&mut first).unwrap();
                server
                    .write_all(first.replace("EHLO", "LHLO").as_bytes())
                    .unwrap();
                let _ = std::io::copy(&mut client, &mut server);
                let _ = server.shutdown(std::net::Shutdown::Write);
            });
        }
    });
    (outside, receiver)
}
