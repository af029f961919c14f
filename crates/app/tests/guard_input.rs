//! Bad input on the guard's port, through the real program with its reading children: always a right answer per
//! recipient, never a crash, never a changed byte of what passes, never in the open what may not leave so.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

#[path = "lab/hostile/mod.rs"]
mod hostile;
#[path = "lab/lmtp.rs"]
mod lmtp;
#[path = "lab/program.rs"]
mod program;
#[path = "lab/sink.rs"]
mod sink;

use std::net::TcpListener;
use std::time::Duration;

use hostile::SECRET;
use lmtp::{Line, Said, cut};
use program::Program;
use sink::Sink;

const TO: &str = "x@elsewhere.example";

/// The program between a sender and a receiver.
struct Bench {
    _dir: tempfile::TempDir,
    program: Program,
    sink: Sink,
    port: u16,
    next: std::cell::Cell<usize>,
}

impl Bench {
    /// With `only_note` everything passes as it came; without it nothing may pass that is not clean.
    fn new(only_note: bool) -> Bench {
        let dir = tempfile::tempdir().unwrap();
        // All are held at once, so that none is given twice.
        let held: Vec<TcpListener> = (0..3)
            .map(|_| TcpListener::bind("127.0.0.1:0").unwrap())
            .collect();
        let port = |at: usize| held[at].local_addr().unwrap().port();
        let ports = (port(0), port(1), port(2));
        drop(held);
        let guard = format!("only_note = {only_note}\nresolver = \"127.0.0.1:1\"\n");
        let text = program::config(dir.path(), ports, &guard, "");
        let (file, app, _) = program::install(dir.path(), &text);
        drop(app);
        let sink = Sink::start(ports.2);
        Bench {
            program: Program::start(&file),
            _dir: dir,
            sink,
            port: ports.1,
            next: std::cell::Cell::new(0),
        }
    }

    fn line(&self) -> Line {
        Line::open(self.port)
    }

    /// A number of its own for each mail, as Postfix's long queue id.
    fn mark(&self) -> String {
        self.next.set(self.next.get() + 1);
        format!("4Lab{:06}", self.next.get())
    }

    /// Hands one mail in and gives the answers to its recipients.
    fn hand_in(&self, to: &[&str], content: &[u8]) -> (String, Vec<Said>) {
        let mark = self.mark();
        let answers = self
            .line()
            .mail(&mark, to, &[marked(&mark), content.to_vec()].concat());
        (mark, answers)
    }

    /// What has come out of the mail with this mark: recipients, and the bytes below the guard's own header.
    fn out(&self, mark: &str) -> Vec<(String, Vec<u8>)> {
        let got = self.sink.got();
        let of = got.into_iter().filter(|one| one.lab == mark);
        of.map(|one| {
            assert_eq!(one.traces.len(), 1, "{mark}");
            (one.to, one.below)
        })
        .collect()
    }

    /// An ordinary mail still goes through, and the program is the one that was started.
    fn lives(&mut self) {
        let content = b"Subject: Meeting\r\n\r\nOn Tuesday.\r\n";
        let (mark, said) = self.hand_in(&[TO], content);
        assert_eq!(codes(&said), [250], "{said:?}");
        assert_eq!(self.out(&mark).len(), 1);
        assert!(!self.program.has_ended());
    }
}

/// The line by which the receiver knows the mail again.
fn marked(mark: &str) -> Vec<u8> {
    format!("X-Lab: {mark}\r\n").into_bytes()
}

fn codes(said: &[Said]) -> Vec<u16> {
    said.iter().map(|one| one.code).collect()
}

/// As it comes out: the last line gets its end.
fn whole(mark: &str, content: &[u8]) -> Vec<u8> {
    let mut bytes = [marked(mark), content.to_vec()].concat();
    if !bytes.ends_with(b"\r\n") {
        bytes.extend(b"\r\n");
    }
    bytes
}

#[test]
fn hostile_mail_passes_unchanged_where_the_guard_only_notes() {
    let mut bench = Bench::new(true);
    let pieces = hostile::shuffled(60)
        .into_iter()
        .map(|message| ("pieces", message));
    for (name, content) in hostile::all().into_iter().chain(pieces) {
        let (mark, said) = bench.hand_in(&[TO, "y@elsewhere.example"], &content);
        assert_eq!(codes(&said), [250, 250], "{name}: {said:?}");
        let out = bench.out(&mark);
        assert_eq!(out.len(), 2, "{name}");
        for (_, below) in out {
            assert!(below == whole(&mark, &content), "{name}: not byte for byte");
        }
    }
    bench.lives();
}

#[test]
fn hostile_mail_with_a_secret_never_leaves_in_the_open() {
    let mut bench = Bench::new(false);
    let mut open = Vec::new();
    for (name, content) in hostile::all() {
        let (mark, said) = bench.hand_in(&[TO, "anna@testby.example"], &content);
        // Held, or asked for again while no resolver can say how the server is protected.
        assert!(matches!(said[0].code, 250 | 451), "{name}: {said:?}");
        assert_eq!(said[1].code, 250, "{name}: a colleague has it");
        let to: Vec<String> = bench.out(&mark).into_iter().map(|(to, _)| to).collect();
        assert!(
            to.contains(&"anna@testby.example".to_owned()),
            "{name}: {to:?}"
        );
        if to.len() > 1 {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "left in the open: {open:?}");
    bench.lives();
}

#[test]
fn lone_line_ends_and_nul_are_refused_for_every_recipient() {
    let mut bench = Bench::new(true);
    for bad in [
        &b"a\nb\r\n"[..],
        b"a\rb\r\n",
        b"a\0b\r\n",
        b"a\r\r\nb\r\n",
        b"a\n.\nMAIL FROM:<forged@x>\r\nRCPT TO:<y@x>\r\nDATA\r\nX-Lab: forged\r\n",
        b"a\r\n.\nMAIL FROM:<forged@x>\r\n",
        b"a\n.\r\nX-Lab: forged\r\n",
        b"a\r.\rX-Lab: forged\r\n",
    ] {
        let (mark, said) = bench.hand_in(&[TO, "y@elsewhere.example"], bad);
        assert_eq!(codes(&said), [554, 554], "{bad:?}");
        assert!(bench.out(&mark).is_empty());
    }
    assert!(bench.sink.got().iter().all(|one| one.lab != "forged"));
    bench.lives();
}

#[test]
fn dots_and_undeclared_letters_stay_as_they_are() {
    let bench = Bench::new(true);
    for content in [
        &b"\r\n.\r\n..\r\n...\r\n.a\r\na.\r\n. \r\n"[..],
        b"..\r\n\r\n.",
        b".",
        b"",
        b"\r\n\r\n\r\n",
        b"\r\n\x80\x81\xff\xfe\x1b\x7f\x01\x08 \xe5\r\n",
        b"no header and no line end",
    ] {
        let (mark, said) = bench.hand_in(&[TO], content);
        assert_eq!(codes(&said), [250], "{content:?}");
        assert_eq!(bench.out(&mark)[0].1, whole(&mark, content));
    }
}

#[test]
fn a_mail_of_fifty_megabytes_and_lines_without_end_pass_in_bounded_memory() {
    let mut bench = Bench::new(true);
    let line = "Mødet er flyttet til torsdag klokken ti, og alle er velkomne.\r\n";
    let text = line.repeat(50_000_000 / line.len()).into_bytes();
    let endless = [b"\r\n".to_vec(), vec![b'x'; 20_000_000]].concat();
    for (name, content) in [("fifty megabytes", text), ("one line", endless)] {
        let (mark, said) = bench.hand_in(&[TO], &content);
        assert_eq!(codes(&said), [250], "{name}");
        assert!(bench.out(&mark)[0].1 == whole(&mark, &content), "{name}");
    }
    // One that is larger than `guard.size` is told so, before and after its content.
    let mut line = bench.line();
    line.expect(&format!("MAIL FROM:<a@x> SIZE={}\r\n", 60_000_000), 552);
    let (_, said) = bench.hand_in(&[TO], &vec![b'y'; 53_000_000]);
    assert_eq!(codes(&said), [552]);
    bench.lives();
    let most = most_memory(bench.program.0.id());
    println!("figure: most memory of the guard while it took a mail of 50 MB: {most} MiB");
    // Postfix's usual limit is a fifth of that; what counts is that it is a small multiple of one mail.
    assert!(most < 400, "{most} MiB");
}

/// MiB, of the program without its children.
fn most_memory(pid: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

#[test]
fn a_thousand_recipients_have_a_thousand_answers() {
    let names: Vec<String> = (0..1_000)
        .map(|n| format!("r{n}@elsewhere.example"))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let secret = format!("Subject: x\r\n\r\n{SECRET}\r\n");
    for (only_note, content, copies) in [
        (true, "Subject: x\r\n\r\nOn Tuesday.\r\n", 1_000),
        (false, "Subject: x\r\n\r\nOn Tuesday.\r\n", 1_000),
        (false, secret.as_str(), 0),
    ] {
        let bench = Bench::new(only_note);
        let (mark, said) = bench.hand_in(&names, content.as_bytes());
        assert_eq!(codes(&said), vec![250; 1_000]);
        assert_eq!(bench.out(&mark).len(), copies);
    }
}

#[test]
fn rubbish_and_words_out_of_order_are_answered_in_order() {
    let mut bench = Bench::new(true);
    let early = "MAIL FROM:<a>\r\nRCPT TO:<a>\r\nDATA\r\nXFORWARD IDENT=1\r\nLHLO x\r\nDATA\r\nEHLO x\r\n\
                 MAIL FROM:<a>\r\nMAIL FROM:<a>\r\nDATA\r\nBDAT 5 LAST\r\nRSET\r\nRCPT TO:<b>\r\nQUIT\r\nNOOP\r\n";
    let expected = [
        220, 503, 503, 503, 503, 250, 503, 500, 250, 503, 503, 500, 250, 503, 221,
    ];
    assert_eq!(Line::all_at_once(bench.port, early.as_bytes()), expected);
    // What stands behind the end of a mail are commands, not mail.
    let text = format!(
        "LHLO x\r\nXFORWARD IDENT=4LabP\r\nMAIL FROM:<a@x>\r\nRCPT TO:<{TO}>\r\nRCPT TO:<y@z>\r\nDATA\r\n\
         X-Lab: 4LabP\r\n\r\nx\r\n.\r\nX-Lab: no\r\n\u{1}\u{2}\r\nMAIL\r\n.\r\nQUIT\r\n"
    );
    let expected = [
        220, 250, 250, 250, 250, 250, 354, 250, 250, 500, 500, 501, 500, 221,
    ];
    assert_eq!(Line::all_at_once(bench.port, text.as_bytes()), expected);
    assert_eq!(bench.out("4LabP").len(), 2);
    let mut dice = hostile::Dice(5);
    for _ in 0..40 {
        let noise: Vec<u8> = (0..2_000).map(|_| dice.next() as u8).collect();
        let answers = Line::all_at_once(bench.port, &noise);
        assert!(
            answers.iter().skip(1).all(|code| *code >= 400),
            "{answers:?}"
        );
    }
    let endless = vec![b'x'; 3_000_000];
    let answers = Line::all_at_once(bench.port, &[&endless[..], b"\r\nQUIT\r\n"].concat());
    assert_eq!(answers, [220, 500, 221]);
    bench.lives();
}

#[test]
fn a_line_that_falls_at_any_byte_loses_nothing_and_doubles_nothing() {
    let mut bench = Bench::new(true);
    let talk = format!(
        "LHLO mx\r\nXFORWARD IDENT=4LabCut\r\nMAIL FROM:<a@testby.example>\r\nRCPT TO:<{TO}>\r\nDATA\r\n\
         X-Lab: 4LabCut\r\n\r\nOn Tuesday.\r\n.\r\n"
    );
    for end in 0..talk.len() {
        cut(bench.port, &talk.as_bytes()[..end]);
    }
    // The line falls behind the last byte, and the sender never reads the answer: it comes again, as Postfix does, for
    // as long as the first is still in hand.
    cut(bench.port, talk.as_bytes());
    let began = std::time::Instant::now();
    loop {
        let again = Line::all_at_once(bench.port, format!("{talk}QUIT\r\n").as_bytes());
        match again.last_chunk::<2>() {
            Some([250, 221]) => break,
            other => assert_eq!(other, Some(&[451, 221])),
        }
        assert!(began.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(bench.out("4LabCut").len(), 1);
    bench.lives();
}
