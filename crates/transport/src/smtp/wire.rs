//! Bytes to and from a server; every wait is bounded.

use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use memchr::memchr;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use super::{Cause, Fault, Step};
use crate::{Deadline, Reply};

/// A line of an answer, a whole answer, and its lines.
const LINE: usize = 4_096;
const LINES: usize = 200;

/// Waits for at most what is left. A drip of single bytes does not make it longer.
#[derive(Debug)]
pub(crate) struct Bounded {
    pub stream: TcpStream,
    pub until: Deadline,
}

impl Bounded {
    fn left(&self) -> io::Result<Duration> {
        let left = self.until.left();
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        // The system counts whole microseconds, and zero would wait for ever.
        Ok(left.max(Duration::from_millis(1)))
    }
}

impl Read for Bounded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(Some(self.left()?))?;
        self.stream.read(into)
    }
}

impl Write for Bounded {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(Some(self.left()?))?;
        self.stream.write(from)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Debug)]
enum Line {
    Plain(Bounded),
    Tls(Box<StreamOwned<ClientConnection, Bounded>>),
    /// Between the two, and after a handshake that failed.
    Gone,
}

#[derive(Debug)]
pub(super) struct Wire {
    line: Line,
    read: Vec<u8>,
    pub deadline: Deadline,
}

/// A fault of the line at a step.
pub(super) fn fault(step: Step, error: &io::Error) -> Fault {
    let cause = match error.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Cause::Late,
        _ if error
            .get_ref()
            .is_some_and(|inner| inner.is::<rustls::Error>()) =>
        {
            Cause::Tls(error.to_string())
        }
        kind => Cause::Line(kind),
    };
    Fault { step, cause }
}

impl Wire {
    pub fn plain(stream: TcpStream, deadline: Deadline) -> Wire {
        Wire {
            line: Line::Plain(Bounded {
                stream,
                until: deadline,
            }),
            read: Vec::new(),
            deadline,
        }
    }

    pub fn tls(&self) -> Option<&ClientConnection> {
        match &self.line {
            Line::Tls(tls) => Some(&tls.conn),
            _ => None,
        }
    }

    /// Whether nothing has come that nobody asked for: a server that has become tired of waiting says 421 and closes,
    /// and a mail must not take that for its answer.
    pub fn is_quiet(&self) -> bool {
        let Line::Plain(plain) = &self.line else {
            return self.read.is_empty();
        };
        let stream = &plain.stream;
        let quiet = stream.set_nonblocking(true).is_ok()
            && stream
                .peek(&mut [0])
                .is_err_and(|error| error.kind() == ErrorKind::WouldBlock);
        stream.set_nonblocking(false).is_ok() && quiet && self.read.is_empty()
    }

    /// The next waits end with `most`, or with the deadline.
    fn bound(&mut self, most: Duration) {
        let until = self.deadline.sooner(most);
        match &mut self.line {
            Line::Plain(plain) => plain.until = until,
            Line::Tls(tls) => tls.sock.until = until,
            Line::Gone => {}
        }
    }

    pub fn write(&mut self, bytes: &[u8], step: Step, most: Duration) -> Result<(), Fault> {
        self.bound(most);
        let written = match &mut self.line {
            Line::Plain(plain) => plain.write_all(bytes),
            Line::Tls(tls) => tls.write_all(bytes).and_then(|()| tls.flush()),
            Line::Gone => Err(ErrorKind::NotConnected.into()),
        };
        written.map_err(|error| fault(step, &error))
    }

    pub fn command(&mut self, line: &[u8], step: Step, most: Duration) -> Result<Reply, Fault> {
        self.write(line, step, most)?;
        self.reply(step, most)
    }

    /// One whole answer.
    pub fn reply(&mut self, step: Step, most: Duration) -> Result<Reply, Fault> {
        self.bound(most);
        let mut lines = Vec::new();
        loop {
            let line = self.line(step)?;
            let last = line.get(3) != Some(&b'-');
            lines.push(line);
            if last {
                break;
            }
            if lines.len() > LINES {
                return Err(nonsense(step, "an endless answer"));
            }
        }
        Reply::parse(&lines).ok_or_else(|| nonsense(step, "an answer that is none"))
    }

    fn line(&mut self, step: Step) -> Result<Vec<u8>, Fault> {
        loop {
            if let Some(end) = memchr(b'\n', &self.read) {
                let mut line: Vec<u8> = self.read.drain(..=end).collect();
                while line.last().is_some_and(|byte| b"\r\n".contains(byte)) {
                    line.pop();
                }
                return Ok(line);
            }
            if self.read.len() > LINE {
                return Err(nonsense(step, "a line that is too long"));
            }
            let mut block = [0; LINE];
            let count = match &mut self.line {
                Line::Plain(plain) => plain.read(&mut block),
                Line::Tls(tls) => tls.read(&mut block),
                Line::Gone => Err(ErrorKind::NotConnected.into()),
            };
            let count = count.map_err(|error| fault(step, &error))?;
            if count == 0 {
                return Err(fault(step, &ErrorKind::UnexpectedEof.into()));
            }
            self.read
                .extend_from_slice(block.get(..count).unwrap_or_default());
        }
    }

    /// The handshake. What the server sent in the clear behind its answer to STARTTLS could come from anybody.
    pub fn secure(
        &mut self,
        name: ServerName<'static>,
        config: Arc<ClientConfig>,
        most: Duration,
    ) -> Result<(), Fault> {
        let step = Step::Handshake;
        if !self.read.is_empty() {
            return Err(nonsense(step, "words in the clear after STARTTLS"));
        }
        self.bound(most);
        let Line::Plain(mut plain) = std::mem::replace(&mut self.line, Line::Gone) else {
            return Err(nonsense(step, "TLS within TLS"));
        };
        let mut tls = ClientConnection::new(config, name).map_err(|error| Fault {
            step,
            cause: Cause::Tls(error.to_string()),
        })?;
        while tls.is_handshaking() {
            tls.complete_io(&mut plain)
                .map_err(|error| fault(step, &error))?;
        }
        self.line = Line::Tls(Box::new(StreamOwned::new(tls, plain)));
        Ok(())
    }
}

pub(super) fn nonsense(step: Step, what: &str) -> Fault {
    Fault {
        step,
        cause: Cause::Nonsense(what.to_owned()),
    }
}
