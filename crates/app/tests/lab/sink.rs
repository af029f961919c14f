//! The rest of the world: takes mail by SMTP and remembers what has come for whom.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

/// One mail for one recipient.
#[derive(Clone, Debug)]
pub struct Got {
    pub to: String,
    /// What stood in `X-Lab`.
    pub lab: String,
    /// The guard's own header lines.
    pub traces: Vec<String>,
    /// Everything below the guard's header.
    pub below: Vec<u8>,
}

#[derive(Clone, Default)]
pub struct Sink(pub Arc<Mutex<Vec<Got>>>);

impl Sink {
    pub fn start(port: u16) -> Sink {
        let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
        let sink = Sink::default();
        let got = sink.clone();
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let got = got.clone();
                std::thread::spawn(move || got.converse(line, true));
            }
        });
        sink
    }

    pub fn got(&self) -> Vec<Got> {
        self.0.lock().unwrap().clone()
    }

    /// One conversation, from the greeting on where none has been said.
    pub fn converse<T: Read + Write>(&self, line: T, greets: bool) -> Option<()> {
        let mut line = BufReader::new(line);
        if greets {
            line.get_mut().write_all(b"220 sink\r\n").ok()?;
        }
        let mut to = Vec::new();
        loop {
            let mut said = String::new();
            if line.read_line(&mut said).ok()? == 0 {
                return None;
            }
            let verb = said.get(..4).unwrap_or_default().to_ascii_uppercase();
            let answer: &[u8] = match verb.as_str() {
                "EHLO" => b"250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n",
                "RCPT" => {
                    let address = said.split(['<', '>']).nth(1).unwrap_or_default();
                    to.push(address.to_owned());
                    b"250 ok\r\n"
                }
                "DATA" => {
                    line.get_mut().write_all(b"354 go\r\n").ok()?;
                    let content = content(&mut line)?;
                    // Counted before the answer: what is answered has come.
                    self.note(&std::mem::take(&mut to), &content);
                    b"250 taken\r\n"
                }
                "QUIT" => {
                    line.get_mut().write_all(b"221 bye\r\n").ok()?;
                    return Some(());
                }
                _ => b"250 ok\r\n",
            };
            line.get_mut().write_all(answer).ok()?;
            line.get_mut().flush().ok()?;
        }
    }

    fn note(&self, to: &[String], content: &[u8]) {
        let text = String::from_utf8_lossy(content);
        let header = |name: &str| {
            let found = text.lines().find_map(|line| line.strip_prefix(name));
            found.unwrap_or_default().trim().to_owned()
        };
        let traces: Vec<String> = text
            .lines()
            .filter(|line| line.starts_with("X-Tillit-Guard:"))
            .map(str::to_owned)
            .collect();
        let mark = b"X-Tillit-Guard:";
        let at = content.windows(mark.len()).position(|part| part == mark);
        let below = at.and_then(|at| {
            let end = content[at..].iter().position(|byte| *byte == b'\n')?;
            content.get(at + end + 1..)
        });
        let mut all = self.0.lock().unwrap();
        for to in to {
            all.push(Got {
                to: to.clone(),
                lab: header("X-Lab:"),
                traces: traces.clone(),
                below: below.unwrap_or_default().to_vec(),
            });
        }
    }
}

fn content(lines: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line).ok()? == 0 {
            return None;
        }
        if line == b".\r\n" {
            return Some(content);
        }
        let stuffed = line.first() == Some(&b'.');
        content.extend_from_slice(&line[usize::from(stuffed)..]);
    }
}
