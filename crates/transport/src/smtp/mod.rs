//! Hands mail to a mail server (SMTP, RFC 5321) with exactly the bytes that it has.
//!
//! What is never done: no line is broken, no letter converted, no content with a lone CR or LF sent. A server that
//! cannot take the mail as it is refuses it in the name of its recipients.

mod offers;
mod send;
mod wire;

use std::fmt;
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use rustls::ClientConfig;
use rustls::pki_types::ServerName;

use crate::{Deadline, Reply};
pub use offers::Offers;
pub use send::{BeforeEnd, Fate, Sending};
pub(crate) use wire::Bounded;
use wire::Wire;

/// The longest wait at each step; the [`Deadline`] bounds their sum. RFC 5321, 4.5.3.2 asks for minutes, which a
/// caller that keeps a queue can give.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    pub connect: Duration,
    pub greeting: Duration,
    /// An answer to a command, and the handshake of TLS.
    pub command: Duration,
    /// A block of the content.
    pub block: Duration,
    /// The answer to the content.
    pub end: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience {
            connect: Duration::from_secs(20),
            greeting: Duration::from_secs(40),
            command: Duration::from_secs(40),
            block: Duration::from_secs(60),
            end: Duration::from_secs(180),
        }
    }
}

/// Where something went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Connect,
    Greeting,
    Hello,
    StartTls,
    Handshake,
    From,
    Recipient,
    Data,
    Content,
    /// After the final dot.
    End,
    Reset,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The line could not be had, or fell.
    Line(std::io::ErrorKind),
    /// We could not go on ourselves: the mail could not be read, or what must be written down first could not be.
    Ours(std::io::ErrorKind),
    /// The step took too long, or the deadline is over.
    Late,
    /// The server said no.
    Reply(Reply),
    /// The server said what is no SMTP.
    Nonsense(String),
    Tls(String),
}

/// Why a connection ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub step: Step,
    pub cause: Cause,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let step = match self.step {
            Step::Connect => "connecting",
            Step::Greeting => "the greeting",
            Step::Hello => "EHLO",
            Step::StartTls => "STARTTLS",
            Step::Handshake => "the handshake of TLS",
            Step::From => "MAIL",
            Step::Recipient => "RCPT",
            Step::Data => "DATA",
            Step::Content => "the content",
            Step::End => "the end of the content",
            Step::Reset => "RSET",
        };
        match &self.cause {
            Cause::Line(kind) => write!(f, "{kind} at {step}"),
            Cause::Ours(kind) => write!(f, "{kind} on our side at {step}"),
            Cause::Late => write!(f, "out of time at {step}"),
            Cause::Reply(reply) => write!(f, "{reply} at {step}"),
            Cause::Nonsense(what) => write!(f, "{what} at {step}"),
            Cause::Tls(what) => write!(f, "{what} at {step}"),
        }
    }
}

impl std::error::Error for Fault {}

/// A conversation with a server. It may carry several mails, one after the other.
#[derive(Debug)]
pub struct Session {
    wire: Wire,
    helo: String,
    patience: Patience,
    offers: Offers,
    open: bool,
    /// A mail was begun and not ended.
    begun: bool,
}

impl Session {
    /// Connects and says EHLO, or HELO to a server that knows nothing newer.
    ///
    /// # Errors
    /// Where and why it went wrong; nothing was sent.
    pub fn connect(
        address: SocketAddr,
        helo: &str,
        patience: &Patience,
        deadline: Deadline,
    ) -> Result<Session, Fault> {
        let line = |error: std::io::Error| wire::fault(Step::Connect, &error);
        let most = deadline.sooner(patience.connect).left();
        if most.is_zero() {
            return Err(line(std::io::ErrorKind::TimedOut.into()));
        }
        let stream = TcpStream::connect_timeout(&address, most).map_err(line)?;
        stream.set_nodelay(true).map_err(line)?;
        let mut session = Session {
            wire: Wire::plain(stream, deadline),
            helo: helo.to_owned(),
            patience: *patience,
            offers: Offers::default(),
            open: true,
            begun: false,
        };
        let greeting = session.wire.reply(Step::Greeting, patience.greeting)?;
        if greeting.code != 220 {
            return Err(session.said(Step::Greeting, greeting));
        }
        session.hello()?;
        Ok(session)
    }

    /// What the server said it can do.
    pub fn offers(&self) -> &Offers {
        &self.offers
    }

    /// A connection that is used again gets a new limit.
    pub fn until(&mut self, deadline: Deadline) {
        self.wire.deadline = deadline;
    }

    /// Whether another mail may follow.
    pub fn is_open(&self) -> bool {
        self.open && self.wire.is_quiet()
    }

    /// Says farewell and waits a moment for the answer, so that the server notes no broken line.
    pub fn quit(mut self) {
        if self.open {
            let moment = Duration::from_secs(2).min(self.patience.command);
            let _ = self.wire.command(b"QUIT\r\n", Step::Reset, moment);
        }
    }

    /// Goes over to TLS (RFC 3207) and says EHLO again: what was offered before counts no more.
    ///
    /// # Errors
    /// Where and why it went wrong; nothing was sent.
    pub fn starttls(
        &mut self,
        name: ServerName<'static>,
        config: Arc<ClientConfig>,
    ) -> Result<(), Fault> {
        let patience = self.patience.command;
        let reply = self
            .wire
            .command(b"STARTTLS\r\n", Step::StartTls, patience)?;
        if reply.code != 220 {
            return Err(self.said(Step::StartTls, reply));
        }
        self.wire.secure(name, config, patience)?;
        self.offers = Offers::default();
        self.hello()
    }

    /// The connection's TLS, once there is one.
    pub fn tls(&self) -> Option<&rustls::ClientConnection> {
        self.wire.tls()
    }

    fn hello(&mut self) -> Result<(), Fault> {
        let patience = self.patience.command;
        let hello = format!("EHLO {}\r\n", self.helo);
        let reply = self.wire.command(hello.as_bytes(), Step::Hello, patience)?;
        if reply.is_done() {
            self.offers = Offers::read(&reply.text);
            return Ok(());
        }
        if !reply.is_refused() {
            return Err(self.said(Step::Hello, reply));
        }
        let hello = format!("HELO {}\r\n", self.helo);
        let reply = self.wire.command(hello.as_bytes(), Step::Hello, patience)?;
        if reply.is_done() {
            return Ok(());
        }
        Err(self.said(Step::Hello, reply))
    }

    fn said(&mut self, step: Step, reply: Reply) -> Fault {
        self.open = false;
        Fault {
            step,
            cause: Cause::Reply(reply),
        }
    }
}

#[cfg(test)]
mod tests;
