//! One mail: MAIL, RCPT, DATA, and what became of each recipient.

use std::io;

use sha2::{Digest, Sha256};

use super::{Cause, Fault, Session, Step};
use crate::envelope::{Envelope, Recipient, Ret};
use crate::message::is_sound;
use crate::stuffing::Stuffer;
use crate::{Message, Reply};

/// Recipients that are named before the answers are read, so that no side waits for the other with full buffers.
const AT_ONCE: usize = 50;
/// Bytes that are written at a time.
const BLOCK: usize = 64 * 1024;

/// Called when a server has the whole content and before the sign that ends it, which makes the mail the server's: what
/// its end leaves behind outlives us. An error leaves the mail unsent.
pub type BeforeEnd<'a> = &'a (dyn Fn() -> io::Result<()> + Sync);

/// What became of a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The server has taken the mail for this recipient.
    Taken(Reply),
    /// The server has refused, for now (4xx) or for good (5xx).
    Refused(Reply),
    /// The line or the time ended before the final dot: the server does not have the mail.
    NotSent,
    /// The line or the time ended after the final dot and before the answer: nobody can know.
    Unknown,
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// One for each recipient, in order.
    pub fates: Vec<Fate>,
    /// Why the connection is no longer open.
    pub fault: Option<Fault>,
    /// SHA-256 of head and message, as they are without the protocol's dots. Over TLS alone: what goes in the clear is
    /// evidence of nothing.
    pub sha256: Option<[u8; 32]>,
    /// Bytes of head and message.
    pub bytes: u64,
}

impl Session {
    /// Sends `head` and then the message. Each line of `head` ends with CR LF. On a connection that the server has
    /// closed in the meantime nobody's mail is sent, and the caller may take a fresh one.
    pub fn send(&mut self, envelope: &Envelope, head: &[u8], message: &Message) -> Sending {
        self.send_noting(envelope, head, message, &|| Ok(()))
    }

    /// The same for a caller who writes down that the end is near.
    pub fn send_noting(
        &mut self,
        envelope: &Envelope,
        head: &[u8],
        message: &Message,
        before_end: BeforeEnd<'_>,
    ) -> Sending {
        let mut sending = Sending {
            fates: vec![Fate::NotSent; envelope.recipients.len()],
            fault: None,
            sha256: None,
            bytes: head.len() as u64 + message.len(),
        };
        if !self.is_open() {
            self.open = false;
            sending.fault = Some(Fault {
                step: Step::From,
                cause: Cause::Line(io::ErrorKind::NotConnected),
            });
            return sending;
        }
        if let Some(reply) = self.cannot(envelope, head, message, sending.bytes) {
            sending.fates.fill(Fate::Refused(reply));
            return sending;
        }
        if let Err(fault) = self.exchange(envelope, (head, message), before_end, &mut sending) {
            // A farewell at any step is the answer to everybody who has none (RFC 5321, 3.8).
            if let Cause::Reply(reply) = &fault.cause {
                let open = |fate: &&mut Fate| matches!(fate, Fate::NotSent | Fate::Unknown);
                for fate in sending.fates.iter_mut().filter(open) {
                    *fate = Fate::Refused(reply.clone());
                }
            }
            self.open = false;
            sending.fault = Some(fault);
        }
        sending
    }

    /// Why the server cannot take the mail as it is. We answer in its place, because converting would change bytes.
    fn cannot(
        &self,
        envelope: &Envelope,
        head: &[u8],
        message: &Message,
        bytes: u64,
    ) -> Option<Reply> {
        let offers = &self.offers;
        if !message.is_sound() || !is_sound(head) || !(head.is_empty() || head.ends_with(b"\r\n")) {
            return Some(Reply::new(554, "5.6.0", "A lone CR or LF in the message"));
        }
        let addresses = envelope.recipients.iter().map(|one| &one.address);
        if addresses
            .chain(&envelope.from)
            .any(|address| address.contains(|c: char| c.is_control()) || path(address).is_none())
        {
            return Some(Reply::new(553, "5.1.3", "No address"));
        }
        if envelope.smtputf8 && !offers.smtputf8 {
            return Some(Reply::new(
                553,
                "5.6.7",
                "The server does not take UTF-8 addresses",
            ));
        }
        if envelope.body_8bit && !offers.eight_bit {
            return Some(Reply::new(
                554,
                "5.6.3",
                "The server does not take 8-bit messages",
            ));
        }
        offers
            .size
            .is_some_and(|most| bytes > most)
            .then(|| Reply::new(552, "5.3.4", "The message is too big for the server"))
    }

    fn exchange(
        &mut self,
        envelope: &Envelope,
        (head, message): (&[u8], &Message),
        before_end: BeforeEnd<'_>,
        sending: &mut Sending,
    ) -> Result<(), Fault> {
        let patience = self.patience;
        if self.begun {
            let reply = self
                .wire
                .command(b"RSET\r\n", Step::Reset, patience.command)?;
            self.still(Step::Reset, &reply)?;
        }
        self.begun = true;
        let asked = self.named(envelope, sending)?;
        let nobody = !sending.fates.contains(&Fate::NotSent);
        let reply = match (asked, nobody) {
            (true, _) => self.wire.reply(Step::Data, patience.command)?,
            (false, true) => return Ok(()),
            (false, false) => {
                let data = b"DATA\r\n";
                self.wire.command(data, Step::Data, patience.command)?
            }
        };
        self.still(Step::Data, &reply)?;
        if reply.code != 354 {
            open(sending).for_each(|fate| *fate = Fate::Refused(no(&reply)));
            return Ok(());
        }
        if nobody {
            return self.nothing();
        }
        if let Err(fault) = self.content((head, message), before_end, sending) {
            // A server that has enough says so before it closes; what it said is the answer.
            if let Cause::Line(_) = fault.cause
                && let Ok(reply) = self.wire.reply(Step::Content, patience.command)
            {
                return Err(self.said(Step::Content, no(&reply)));
            }
            return Err(fault);
        }
        open(sending).for_each(|fate| *fate = Fate::Unknown);
        let reply = self.wire.reply(Step::End, patience.end)?;
        self.begun = false;
        for fate in sending
            .fates
            .iter_mut()
            .filter(|fate| **fate == Fate::Unknown)
        {
            *fate = if reply.is_done() {
                Fate::Taken(reply.clone())
            } else {
                Fate::Refused(no(&reply))
            };
        }
        self.still(Step::End, &reply)
    }

    /// A server that wants a content for nobody gets an empty one (RFC 2920, 3.1).
    fn nothing(&mut self) -> Result<(), Fault> {
        let reply = self.wire.command(b".\r\n", Step::Data, self.patience.end)?;
        self.begun = false;
        self.still(Step::Data, &reply)
    }

    /// MAIL and RCPT; whether DATA went along with them. With pipelining (RFC 2920) in few turns.
    fn named(&mut self, envelope: &Envelope, sending: &mut Sending) -> Result<bool, Fault> {
        let patience = self.patience.command;
        let at_once = if self.offers.pipelining { AT_ONCE } else { 1 };
        let mail = self.mail_line(envelope, sending.bytes);
        let (mut refused, mut asked) = (None, false);
        if !self.offers.pipelining {
            let reply = self.wire.command(&mail, Step::From, patience)?;
            self.still(Step::From, &reply)?;
            refused = (!reply.is_done()).then_some(reply);
        }
        for (turn, group) in envelope.recipients.chunks(at_once).enumerate() {
            if refused.is_some() {
                break;
            }
            let with_mail = turn == 0 && self.offers.pipelining;
            let mut lines = if with_mail { mail.clone() } else { Vec::new() };
            for recipient in group {
                lines.extend(self.recipient_line(recipient));
            }
            let last = (turn + 1) * at_once >= envelope.recipients.len();
            asked = last && self.offers.pipelining;
            if asked {
                lines.extend_from_slice(b"DATA\r\n");
            }
            self.wire.write(&lines, Step::Recipient, patience)?;
            if with_mail {
                let reply = self.wire.reply(Step::From, patience)?;
                self.still(Step::From, &reply)?;
                refused = (!reply.is_done()).then_some(reply);
            }
            let fates = sending.fates.iter_mut().skip(turn * at_once);
            for fate in fates.take(group.len()) {
                let reply = self.wire.reply(Step::Recipient, patience)?;
                self.open = reply.code != 421;
                if !reply.is_done() {
                    *fate = Fate::Refused(no(&reply));
                }
                if !self.open {
                    return Err(self.said(Step::Recipient, reply));
                }
            }
        }
        if let Some(reply) = refused {
            sending.fates.fill(Fate::Refused(no(&reply)));
        }
        Ok(asked)
    }

    fn mail_line(&self, envelope: &Envelope, bytes: u64) -> Vec<u8> {
        let mut line = format!(
            "MAIL FROM:<{}>",
            envelope.from.as_deref().unwrap_or_default()
        );
        if self.offers.size.is_some() {
            line += &format!(" SIZE={bytes}");
        }
        if envelope.body_8bit {
            line += " BODY=8BITMIME";
        }
        if envelope.smtputf8 {
            line += " SMTPUTF8";
        }
        if self.offers.dsn {
            match envelope.ret {
                Some(Ret::Full) => line += " RET=FULL",
                Some(Ret::Headers) => line += " RET=HDRS",
                None => {}
            }
            line += &parameter("ENVID", envelope.envid.as_deref());
        }
        (line + "\r\n").into_bytes()
    }

    fn recipient_line(&self, recipient: &Recipient) -> Vec<u8> {
        let mut line = format!("RCPT TO:<{}>", recipient.address);
        if self.offers.dsn {
            line += &parameter("NOTIFY", recipient.notify.as_deref());
            line += &parameter("ORCPT", recipient.orcpt.as_deref());
        }
        (line + "\r\n").into_bytes()
    }

    /// The content and, once it is through, the sign that ends it. An error is one before that sign; from the sign
    /// on the recipients' fates are unknown.
    fn content(
        &mut self,
        (head, message): (&[u8], &Message),
        before_end: BeforeEnd<'_>,
        sending: &mut Sending,
    ) -> Result<(), Fault> {
        let mut hash = self.wire.tls().is_some().then(Sha256::new);
        let mut stuffer = Stuffer::new();
        let most = usize::try_from(sending.bytes).unwrap_or(BLOCK).min(BLOCK);
        let mut out = Vec::with_capacity(most + 8 * 1024);
        let mut failed = None;
        let patience = self.patience.block;
        let wire = &mut self.wire;
        let mut put = |block: &[u8]| {
            if let Some(hash) = &mut hash {
                hash.update(block);
            }
            stuffer.feed(block, &mut out);
            if out.len() >= BLOCK {
                let written = wire.write(&out, Step::Content, patience);
                out.clear();
                if let Err(fault) = written {
                    failed = Some(fault);
                    return Err(io::ErrorKind::Other.into());
                }
            }
            Ok(())
        };
        let read = put(head).and_then(|()| message.each_block(&mut put));
        if let Some(fault) = failed {
            return Err(fault);
        }
        // Our own file could not be read: the line ends without the sign, and the server forgets the mail.
        read.map_err(|error| ours(&error))?;
        sending.sha256 = hash.map(|hash| hash.finalize().into());
        if wire.tls().is_none() {
            before_end().map_err(|error| ours(&error))?;
            // In one piece: an error means that not every byte was taken from us, so the sign is not whole.
            out.extend_from_slice(stuffer.end());
            wire.write(&out, Step::Content, patience)?;
            open(sending).for_each(|fate| *fate = Fate::Unknown);
            return Ok(());
        }
        wire.write(&out, Step::Content, patience)?;
        before_end().map_err(|error| ours(&error))?;
        open(sending).for_each(|fate| *fate = Fate::Unknown);
        // TLS may have sent the sign before it meets an error: only the answer tells from here on.
        let _ = wire.write(stuffer.end(), Step::End, patience);
        Ok(())
    }

    /// A server that closes says 421 (RFC 5321, 3.8).
    fn still(&mut self, step: Step, reply: &Reply) -> Result<(), Fault> {
        if reply.code == 421 {
            return Err(self.said(step, reply.clone()));
        }
        Ok(())
    }
}

fn ours(error: &io::Error) -> Fault {
    Fault {
        step: Step::Content,
        cause: Cause::Ours(error.kind()),
    }
}

/// Those whose fate is still open.
fn open(sending: &mut Sending) -> impl Iterator<Item = &mut Fate> {
    let mut fates = sending.fates.iter_mut();
    std::iter::from_fn(move || fates.find(|fate| **fate == Fate::NotSent))
}

/// An answer that is neither yes nor no at this place counts as "later".
fn no(reply: &Reply) -> Reply {
    if reply.is_later() || reply.is_refused() {
        return reply.clone();
    }
    Reply::later("4.5.0", &format!("Unexpected answer: {reply}"))
}

/// ` NAME=value`, where there is a value that fits on the line.
fn parameter(name: &str, value: Option<&str>) -> String {
    match value {
        Some(value) if !value.contains(|c: char| c.is_control() || c == ' ') => {
            format!(" {name}={value}")
        }
        _ => String::new(),
    }
}

/// An address that cannot end its own brackets.
fn path(address: &str) -> Option<()> {
    let (mut quoted, mut escaped) = (false, false);
    for letter in address.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ' ' | '<' | '>' if !quoted => return None,
            _ => {}
        }
    }
    (!quoted && !escaped).then_some(())
}
