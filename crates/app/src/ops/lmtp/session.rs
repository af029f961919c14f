//! The conversation, line by line; without input or output.

use super::Envelope;

/// Recipients of one mail.
const RECIPIENTS: usize = 100;
/// Lines that were refused before the connection is ended.
const REFUSED: u32 = 30;

/// What follows on an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Line,
    /// The content comes now.
    Data,
    Quit,
}

/// One connection.
pub struct Session {
    addresses: Vec<String>,
    most: usize,
    greeted: bool,
    from: Option<String>,
    recipients: usize,
    refused: u32,
}

impl Session {
    pub fn new(addresses: Vec<String>, most: usize) -> Session {
        Session {
            addresses,
            most,
            greeted: false,
            from: None,
            recipients: 0,
            refused: 0,
        }
    }

    /// Answers a line; `whole` is false when it was too long and cut.
    pub fn line(&mut self, line: &[u8], whole: bool) -> (String, Next) {
        let text = String::from_utf8_lossy(line);
        let text = text.trim_end_matches(['\r', '\n']);
        let (verb, rest) = text.split_once(' ').unwrap_or((text, ""));
        let (answer, next) = match verb.to_ascii_uppercase().as_str() {
            _ if !whole => self.no("500 5.5.2 Line too long"),
            "LHLO" => self.greet(),
            // RFC 2033, 4.1: an LMTP server does not take these.
            "HELO" | "EHLO" => self.no("500 5.5.1 This is LMTP"),
            "MAIL" => self.mail(rest),
            "RCPT" => self.recipient(rest),
            "DATA" => self.data(),
            "RSET" => {
                self.reset();
                ("250 2.0.0 Ok".to_owned(), Next::Line)
            }
            "NOOP" => ("250 2.0.0 Ok".to_owned(), Next::Line),
            "VRFY" => ("252 2.1.5 Hand it in".to_owned(), Next::Line),
            "QUIT" => ("221 2.0.0 Bye".to_owned(), Next::Quit),
            _ => self.no("500 5.5.2 Unknown command"),
        };
        if self.refused > REFUSED {
            return ("421 4.7.0 Too many faults\r\n".to_owned(), Next::Quit);
        }
        (format!("{answer}\r\n"), next)
    }

    /// The content has come (`None`: too large): the mail, and how many answers are owed.
    pub fn ended(&mut self, content: Option<Vec<u8>>) -> (Option<Envelope>, usize) {
        let recipients = self.recipients;
        let from = self.from.take().unwrap_or_default();
        self.reset();
        (
            content.map(|content| Envelope { from, content }),
            recipients,
        )
    }

    fn greet(&mut self) -> (String, Next) {
        self.reset();
        self.greeted = true;
        let offers = format!(
            "250-tillit\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE {}",
            self.most
        );
        (offers, Next::Line)
    }

    fn mail(&mut self, rest: &str) -> (String, Next) {
        let Some((from, options)) = path(rest, "FROM:").filter(|_| self.greeted) else {
            return self.no("503 5.5.1 LHLO, then MAIL FROM:<address>");
        };
        let size = options.split(' ').find_map(|option| {
            option
                .to_ascii_uppercase()
                .strip_prefix("SIZE=")?
                .parse::<u64>()
                .ok()
        });
        if size.is_some_and(|size| size > self.most as u64) {
            return self.no("552 5.3.4 Message too big");
        }
        self.recipients = 0;
        self.from = Some(from);
        ("250 2.1.0 Ok".to_owned(), Next::Line)
    }

    fn recipient(&mut self, rest: &str) -> (String, Next) {
        let Some((to, _)) = path(rest, "TO:").filter(|_| self.from.is_some()) else {
            return self.no("503 5.5.1 MAIL, then RCPT TO:<address>");
        };
        if !self
            .addresses
            .iter()
            .any(|known| known.eq_ignore_ascii_case(&to))
        {
            return self.no("550 5.1.1 No such address");
        }
        if self.recipients >= RECIPIENTS {
            return self.no("452 4.5.3 Too many recipients");
        }
        self.recipients += 1;
        ("250 2.1.5 Ok".to_owned(), Next::Line)
    }

    fn data(&mut self) -> (String, Next) {
        // RFC 2033, 4.2: without a recipient, 503.
        if self.recipients == 0 {
            return self.no("503 5.5.1 No recipient");
        }
        ("354 Go on, end with a dot".to_owned(), Next::Data)
    }

    fn reset(&mut self) {
        self.from = None;
        self.recipients = 0;
    }

    fn no(&mut self, answer: &str) -> (String, Next) {
        self.refused += 1;
        (answer.to_owned(), Next::Line)
    }
}

/// `FROM:<a@b> SIZE=1` → the address and what follows it.
fn path(rest: &str, word: &str) -> Option<(String, String)> {
    let named = rest.get(..word.len())?.eq_ignore_ascii_case(word);
    let (address, options) = rest
        .get(word.len()..)?
        .trim_start()
        .strip_prefix('<')?
        .split_once('>')?;
    named.then(|| (address.trim().to_owned(), options.trim().to_owned()))
}
