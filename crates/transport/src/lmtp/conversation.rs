//! One connection, from greeting to farewell.

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use super::commands::{self, Command, Mail};
use super::lines::{Line, Lines};
use super::{GLANCE, Limits, Stop, Stream};
use crate::Deadline;
use crate::envelope::Envelope;
use crate::message::{Collector, Message};
use crate::reply::Reply;
use crate::stuffing::Unstuffer;

/// Lines that were refused before the connection is ended.
const REFUSED: u32 = 30;
/// Bytes in which a mail's own line of trace is looked for.
const TOP: usize = 8_192;
/// Answers that wait for the other side to finish its pipelined commands.
const WAITING: usize = 16 * 1024;
/// A content over the limit is read up to this many times the limit, so that the other side hears why.
const PATIENT: u64 = 4;

pub struct Conversation<'a, H> {
    pub limits: &'a Limits,
    pub stop: &'a Stop,
    pub hello: &'a str,
    pub handler: &'a H,
    stream: Stream,
    lines: Lines,
    answers: Vec<u8>,
    greeted: bool,
    begun: bool,
    envelope: Envelope,
    refused: u32,
}

/// What follows on an answer.
enum Next {
    Line,
    Data,
    End,
}

impl<'a, H> Conversation<'a, H>
where
    H: Fn(&Envelope, &Message) -> Vec<Reply> + Sync,
{
    pub fn new(
        stream: Stream,
        limits: &'a Limits,
        stop: &'a Stop,
        hello: &'a str,
        handler: &'a H,
    ) -> Self {
        Conversation {
            limits,
            stop,
            hello,
            handler,
            stream,
            lines: Lines::default(),
            answers: Vec::new(),
            greeted: false,
            begun: false,
            envelope: Envelope::default(),
            refused: 0,
        }
    }

    /// Until the other side says farewell, its line falls, or we stop.
    pub fn run(mut self) -> io::Result<()> {
        let patience = self.limits.patience;
        self.stream.patience(GLANCE.min(patience), patience)?;
        self.answer(220, "", &format!("{} LMTP", self.hello));
        loop {
            let Some(line) = self.line()? else {
                return Ok(());
            };
            match self.next(&line) {
                Next::Line => {}
                Next::Data => self.data()?,
                Next::End => return self.part(),
            }
            if self.answers.len() > WAITING {
                self.flush()?;
            }
        }
    }

    /// The next line; `None` when there will be none. Answers go out before we wait.
    fn line(&mut self) -> io::Result<Option<Line>> {
        loop {
            if let Some(line) = self.lines.next() {
                return Ok(Some(line));
            }
            self.flush()?;
            match self.fill()? {
                Some(0) => return Ok(None),
                Some(_) => {}
                None => {
                    self.answer(421, "4.3.2", "Closing");
                    self.part()?;
                    return Ok(None);
                }
            }
        }
    }

    /// Reads once, and says how much (0: the other side has ended); `None` when we stop first, or patience ends.
    fn fill(&mut self) -> io::Result<Option<usize>> {
        let until = Deadline::after(self.limits.patience);
        while !self.stop.is_stopped() && !until.is_over() {
            match self.lines.fill(&mut self.stream) {
                // A glance is over: does somebody want us to stop?
                Err(error) if is_wait(error.kind()) => {}
                read => return read.map(Some),
            }
        }
        Ok(None)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.write_all(&self.answers)?;
        self.answers.clear();
        Ok(())
    }

    fn answer(&mut self, code: u16, enhanced: &str, text: &str) {
        let line = Reply::new(code, enhanced, text).line();
        self.answers.extend_from_slice(line.as_bytes());
    }

    fn refuse(&mut self, code: u16, enhanced: &str, text: &str) -> Next {
        self.refused += 1;
        if self.refused > REFUSED {
            self.answer(421, "4.7.0", "Too many faults");
            return Next::End;
        }
        self.answer(code, enhanced, text);
        Next::Line
    }

    fn next(&mut self, line: &Line) -> Next {
        let text = match line {
            Line::Whole(text) => text,
            Line::Long => return self.refuse(500, "5.5.2", "Line too long"),
            Line::Bare => return self.refuse(500, "5.5.2", "A line ends with CR LF"),
        };
        let command = match commands::read(text) {
            Ok(command) => command,
            Err(fault) => {
                let (code, enhanced, text) = fault.answer();
                return self.refuse(code, enhanced, text);
            }
        };
        match command {
            Command::Hello => self.greet(),
            Command::NotLmtp => return self.refuse(500, "5.5.1", "This is LMTP"),
            Command::Mail(mail) => return self.mail(mail),
            Command::Recipient(recipient) => {
                if !self.begun {
                    return self.refuse(503, "5.5.1", "MAIL comes first");
                }
                if self.envelope.recipients.len() >= self.limits.recipients {
                    self.answer(452, "4.5.3", "Too many recipients");
                } else {
                    self.envelope.recipients.push(recipient);
                    self.answer(250, "2.1.5", "Ok");
                }
            }
            Command::Forward(attributes) => return self.forward(attributes),
            // RFC 2033, 4.2: without a recipient, 503.
            Command::Data if self.envelope.recipients.is_empty() => {
                return self.refuse(503, "5.5.1", "No recipient");
            }
            Command::Data => {
                self.answer(354, "", "Go on, end with a dot");
                return Next::Data;
            }
            Command::Reset => {
                self.reset();
                self.answer(250, "2.0.0", "Ok");
            }
            Command::Nothing => self.answer(250, "2.0.0", "Ok"),
            Command::Verify => self.answer(252, "2.1.5", "Hand it in"),
            Command::Quit => {
                self.answer(221, "2.0.0", "Bye");
                return Next::End;
            }
        }
        Next::Line
    }

    fn greet(&mut self) {
        self.reset();
        self.greeted = true;
        let offers = format!(
            "250-{}\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250-DSN\r\n\
             250-XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE\r\n250 SIZE {}\r\n",
            self.hello, self.limits.size
        );
        self.answers.extend_from_slice(offers.as_bytes());
    }

    fn mail(&mut self, mail: Mail) -> Next {
        if !self.greeted || self.begun {
            return self.refuse(503, "5.5.1", "LHLO, then one MAIL at a time");
        }
        if mail.size.is_some_and(|size| size > self.limits.size) {
            self.answer(552, "5.3.4", "Message too big");
            return Next::Line;
        }
        self.begun = true;
        self.envelope.from = mail.from;
        self.envelope.body_8bit = mail.body_8bit;
        self.envelope.smtputf8 = mail.smtputf8;
        self.envelope.envid = mail.envid;
        self.envelope.ret = mail.ret;
        self.answer(250, "2.1.0", "Ok");
        Next::Line
    }

    fn forward(&mut self, attributes: Vec<(String, Option<String>)>) -> Next {
        if !self.greeted || self.begun {
            return self.refuse(503, "5.5.1", "XFORWARD comes before MAIL");
        }
        for (name, value) in attributes {
            match name.as_str() {
                "IDENT" => {
                    self.envelope.queue_id = value.as_deref().and_then(commands::queue_id);
                }
                "ADDR" => self.envelope.client = value,
                _ => {}
            }
        }
        self.answer(250, "2.0.0", "Ok");
        Next::Line
    }

    fn reset(&mut self) {
        self.begun = false;
        self.envelope = Envelope::default();
    }

    /// Reads the content, hands it over and answers for each recipient.
    fn data(&mut self) -> io::Result<()> {
        self.flush()?;
        let limits = self.limits;
        let mut reader = Unstuffer::new();
        let mut content = Collector::new(limits.memory, &limits.spool);
        // Whoever has not told the mail's number by XFORWARD has written it on top of the mail.
        let nameless = self.envelope.queue_id.is_none();
        let (mut size, mut top) = (0u64, Vec::new());
        loop {
            let used = reader.feed(self.lines.pending(), |piece| {
                size += piece.len() as u64;
                if size <= limits.size && !piece.is_empty() {
                    if nameless && top.len() < TOP {
                        top.extend_from_slice(
                            piece.get(..TOP.min(piece.len())).unwrap_or_default(),
                        );
                    }
                    content.push(piece);
                }
            });
            if let Some(used) = used {
                self.lines.drop_first(used);
                break;
            }
            self.lines.clear();
            if size > limits.size.saturating_mul(PATIENT) {
                self.answer(421, "4.3.0", "Far too big");
                self.part()?;
                return Err(io::ErrorKind::InvalidData.into());
            }
            match self.fill()? {
                Some(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Some(_) => {}
                // Where we stop in the middle of a content, the other side still has the whole mail.
                None => return Err(io::ErrorKind::TimedOut.into()),
            }
        }
        let mut envelope = std::mem::take(&mut self.envelope);
        self.reset();
        if nameless {
            envelope.queue_id = commands::received_id(&top);
        }
        let replies = if size > limits.size {
            all(&envelope, 552, "5.3.4", "Message too big")
        } else if reader.bare {
            all(&envelope, 554, "5.6.0", "A lone CR or LF in the message")
        } else if reader.nul {
            all(&envelope, 554, "5.6.0", "A NUL in the message")
        } else {
            match content.done() {
                Ok(message) => self.hand_over(&envelope, &message),
                Err(_) => all(&envelope, 452, "4.3.1", "No room now"),
            }
        };
        for reply in replies {
            self.answers.extend_from_slice(reply.line().as_bytes());
        }
        Ok(())
    }

    /// A fault in the handler is this mail's alone: the other side keeps it and tries again.
    fn hand_over(&self, envelope: &Envelope, message: &Message) -> Vec<Reply> {
        let work = AssertUnwindSafe(|| (self.handler)(envelope, message));
        let mut replies = catch_unwind(work).unwrap_or_default();
        replies.resize_with(envelope.recipients.len(), || {
            Reply::later("4.3.0", "Try again later")
        });
        // A code that is none of an answer to a content would leave the other side waiting.
        for reply in &mut replies {
            if !(reply.is_done() || reply.is_later() || reply.is_refused()) {
                *reply = Reply::later("4.3.0", "Try again later");
            }
        }
        replies
    }

    /// Ends so that the other side still reads the last answer: what it has sent beyond is read away.
    fn part(&mut self) -> io::Result<()> {
        self.flush()?;
        self.stream.finish()?;
        let short = Duration::from_secs(2);
        self.stream.patience(short, short)?;
        let mut away = [0; 4_096];
        for _ in 0..64 {
            if !matches!(self.stream.read(&mut away), Ok(count) if count > 0) {
                break;
            }
        }
        Ok(())
    }
}

/// Whether a read ended because nothing has come yet.
fn is_wait(kind: io::ErrorKind) -> bool {
    use io::ErrorKind::{Interrupted, TimedOut, WouldBlock};
    matches!(kind, Interrupted | TimedOut | WouldBlock)
}

/// The same answer for every recipient.
fn all(envelope: &Envelope, code: u16, enhanced: &str, text: &str) -> Vec<Reply> {
    vec![Reply::new(code, enhanced, text); envelope.recipients.len()]
}
