//! A mail server's side of LMTP, which says what a test tells it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};

/// An answer, of several lines perhaps.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub code: u16,
    pub text: String,
}

/// A conversation that has said LHLO.
pub struct Line {
    line: TcpStream,
    answers: BufReader<TcpStream>,
}

impl Line {
    pub fn open(port: u16) -> Line {
        let line = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let answers = BufReader::new(line.try_clone().unwrap());
        let mut line = Line { line, answers };
        line.expect("", 220);
        line.expect("LHLO lab\r\n", 250);
        line
    }

    /// Says something and wants this answer.
    pub fn expect(&mut self, text: &str, code: u16) {
        self.line.write_all(text.as_bytes()).unwrap();
        let said = self.answer();
        assert_eq!(said.code, code, "{text:.60}: {said:?}");
    }

    fn answer(&mut self) -> Said {
        let mut text = String::new();
        loop {
            let mut line = String::new();
            assert!(
                self.answers.read_line(&mut line).unwrap() > 0,
                "the line fell"
            );
            text.push_str(&line);
            if line.as_bytes().get(3) != Some(&b'-') {
                let code = line[..3].parse().unwrap();
                return Said { code, text };
            }
        }
    }

    /// Hands a mail in, with the dots that the protocol wants; the answers for the recipients, in their order.
    pub fn mail(&mut self, mark: &str, to: &[&str], content: &[u8]) -> Vec<Said> {
        self.expect(&format!("XFORWARD IDENT={mark}\r\n"), 250);
        self.expect("MAIL FROM:<anna@testby.example>\r\n", 250);
        for to in to {
            self.expect(&format!("RCPT TO:<{to}>\r\n"), 250);
        }
        self.expect("DATA\r\n", 354);
        self.line.write_all(&stuffed(content)).unwrap();
        to.iter().map(|_| self.answer()).collect()
    }

    /// Says everything in one go; the codes of all answers until the other side closes.
    pub fn all_at_once(port: u16, text: &[u8]) -> Vec<u16> {
        let mut line = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let mut reading = line.try_clone().unwrap();
        let text = text.to_vec();
        // The other side may have heard enough before the end.
        let writing = std::thread::spawn(move || {
            let _ = line.write_all(&text);
            let _ = line.shutdown(Shutdown::Write);
        });
        let mut answer = Vec::new();
        let _ = reading.read_to_end(&mut answer);
        writing.join().unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let lines = answer
            .lines()
            .filter(|line| line.as_bytes().get(3) == Some(&b' '));
        lines.map(|line| line[..3].parse().unwrap()).collect()
    }
}

/// Says so much and hangs up without having read a word.
pub fn cut(port: u16, text: &[u8]) {
    let mut line = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let _ = line.write_all(text);
}

/// RFC 5321, 4.5.2.
fn stuffed(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len() + 64);
    let mut start = true;
    for (at, byte) in content.iter().enumerate() {
        if start && *byte == b'.' {
            out.push(b'.');
        }
        out.push(*byte);
        start = *byte == b'\n' && at > 0 && content[at - 1] == b'\r';
    }
    let ended = content.is_empty() || content.ends_with(b"\r\n");
    out.extend_from_slice(if ended { b".\r\n" } else { b"\r\n.\r\n" });
    out
}
