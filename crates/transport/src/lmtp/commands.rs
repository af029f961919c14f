//! What a line of the conversation says; pure.

use crate::envelope::{Recipient, Ret};

/// A line that was understood.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Hello,
    /// HELO and EHLO, which LMTP does not have (RFC 2033, 4.1).
    NotLmtp,
    Mail(Mail),
    Recipient(Recipient),
    Forward(Vec<(String, Option<String>)>),
    Data,
    Reset,
    Nothing,
    Verify,
    Quit,
}

/// `MAIL FROM`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mail {
    pub from: Option<String>,
    pub size: Option<u64>,
    pub body_8bit: bool,
    pub smtputf8: bool,
    pub envid: Option<String>,
    pub ret: Option<Ret>,
}

/// Why a line was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Unknown,
    Syntax,
    Parameter,
    /// Neither ASCII nor UTF-8.
    Letters,
}

impl Fault {
    /// Code, enhanced code and text.
    pub fn answer(self) -> (u16, &'static str, &'static str) {
        match self {
            Fault::Unknown => (500, "5.5.2", "Unknown command"),
            Fault::Syntax => (501, "5.5.4", "That is not how this command is written"),
            Fault::Parameter => (555, "5.5.4", "Unknown parameter"),
            Fault::Letters => (553, "5.6.7", "Neither ASCII nor UTF-8"),
        }
    }
}

/// Reads a line without its line end.
pub fn read(line: &[u8]) -> Result<Command, Fault> {
    let text = std::str::from_utf8(line).map_err(|_| Fault::Letters)?;
    let (verb, rest) = text.split_once(' ').unwrap_or((text, ""));
    match verb.to_ascii_uppercase().as_str() {
        "LHLO" if !rest.trim().is_empty() => Ok(Command::Hello),
        "LHLO" => Err(Fault::Syntax),
        "HELO" | "EHLO" => Ok(Command::NotLmtp),
        "MAIL" => mail(rest),
        "RCPT" => recipient(rest),
        "XFORWARD" => forward(rest),
        "DATA" if rest.trim().is_empty() => Ok(Command::Data),
        "RSET" if rest.trim().is_empty() => Ok(Command::Reset),
        "QUIT" if rest.trim().is_empty() => Ok(Command::Quit),
        "DATA" | "RSET" | "QUIT" => Err(Fault::Syntax),
        "NOOP" => Ok(Command::Nothing),
        "VRFY" | "EXPN" | "HELP" => Ok(Command::Verify),
        _ => Err(Fault::Unknown),
    }
}

fn mail(rest: &str) -> Result<Command, Fault> {
    let (address, parameters) = path(rest, "FROM:").ok_or(Fault::Syntax)?;
    let mut mail = Mail {
        from: Some(address).filter(|address| !address.is_empty()),
        ..Mail::default()
    };
    for (name, value) in parameters {
        match (name.as_str(), value) {
            ("SIZE", Some(value)) => mail.size = Some(value.parse().map_err(|_| Fault::Syntax)?),
            ("BODY", Some(value)) if value.eq_ignore_ascii_case("8BITMIME") => {
                mail.body_8bit = true;
            }
            ("BODY", Some(value)) if value.eq_ignore_ascii_case("7BIT") => {}
            ("SMTPUTF8", None) => mail.smtputf8 = true,
            ("ENVID", Some(value)) => mail.envid = Some(value),
            ("RET", Some(value)) if value.eq_ignore_ascii_case("FULL") => {
                mail.ret = Some(Ret::Full);
            }
            ("RET", Some(value)) if value.eq_ignore_ascii_case("HDRS") => {
                mail.ret = Some(Ret::Headers);
            }
            _ => return Err(Fault::Parameter),
        }
    }
    Ok(Command::Mail(mail))
}

fn recipient(rest: &str) -> Result<Command, Fault> {
    let (address, parameters) = path(rest, "TO:").ok_or(Fault::Syntax)?;
    if address.is_empty() {
        return Err(Fault::Syntax);
    }
    let mut recipient = Recipient::to(&address);
    for (name, value) in parameters {
        match (name.as_str(), value) {
            ("ORCPT", Some(value)) => recipient.orcpt = Some(value),
            ("NOTIFY", Some(value)) => recipient.notify = Some(value),
            _ => return Err(Fault::Parameter),
        }
    }
    Ok(Command::Recipient(recipient))
}

/// The attributes that Postfix passes on (its XFORWARD document); `None` for what it does not know.
fn forward(rest: &str) -> Result<Command, Fault> {
    let mut attributes = Vec::new();
    for (name, value) in parameters(rest).ok_or(Fault::Syntax)? {
        let value = xtext(&value.ok_or(Fault::Syntax)?).ok_or(Fault::Syntax)?;
        let known = !(value.is_empty() || value.eq_ignore_ascii_case("[UNAVAILABLE]"));
        attributes.push((name, known.then_some(value)));
    }
    if attributes.is_empty() {
        return Err(Fault::Syntax);
    }
    Ok(Command::Forward(attributes))
}

type Parameters = Vec<(String, Option<String>)>;

/// `FROM:<a@b> SIZE=1` → the address and the parameters. A source route is dropped (RFC 5321, appendix C).
fn path(rest: &str, word: &str) -> Option<(String, Parameters)> {
    let rest = rest.trim_start();
    let named = rest.get(..word.len())?.eq_ignore_ascii_case(word);
    let inside = rest
        .get(word.len()..)
        .filter(|_| named)?
        .trim_start()
        .strip_prefix('<')?;
    let end = path_end(inside)?;
    let address = inside.get(..end)?;
    let address = match address.strip_prefix('@') {
        Some(route) => route.split_once(':')?.1,
        None => address,
    };
    let after = inside.get(end + 1..)?;
    let separate = after.is_empty() || after.starts_with(' ');
    separate.then_some(())?;
    Some((address.to_owned(), parameters(after)?))
}

/// Where the address ends: at the first `>` that does not stand in quotes. `None` also for what no address holds.
fn path_end(text: &str) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if letter.is_control() => return None,
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '>' if !quoted => return Some(at),
            ' ' | '<' if !quoted => return None,
            _ => {}
        }
    }
    None
}

/// `A=1 B` → names in capitals with values; a name may stand once.
fn parameters(text: &str) -> Option<Parameters> {
    let mut all: Parameters = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (word, None),
        };
        let name = name.to_ascii_uppercase();
        if word.contains(char::is_control) || all.iter().any(|(known, _)| *known == name) {
            return None;
        }
        all.push((name, value));
    }
    Some(all)
}

/// RFC 3461, 4: `+2B` is a plus.
fn xtext(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'+' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The number that the last server gave the mail, from its line of trace: `… id 4Xb2…;` outside of comments.
pub fn received_id(content: &[u8]) -> Option<String> {
    let end = content.len().min(8_192);
    let text = String::from_utf8_lossy(content.get(..end)?);
    let mut lines = text.split("\r\n").take_while(|line| !line.is_empty());
    let first = lines.find(|line| {
        line.get(..9)
            .is_some_and(|name| name.eq_ignore_ascii_case("received:"))
    })?;
    let mut trace = first.get(9..)?.to_owned();
    for more in lines.take_while(|line| line.starts_with([' ', '\t'])) {
        trace.push_str(more);
    }
    let (mut depth, mut plain) = (0u32, String::new());
    for letter in trace.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let mut words = plain
        .split([' ', '\t', ';'])
        .filter(|word| !word.is_empty());
    words.find(|word| word.eq_ignore_ascii_case("id"))?;
    words.next().and_then(queue_id)
}

/// A number that may be stored and shown.
pub fn queue_id(text: &str) -> Option<String> {
    let fits = (1..=100).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    fits.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(line: &str) -> Option<String> {
        match read(line.as_bytes()) {
            Ok(Command::Mail(mail)) => mail.from,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn addresses_are_kept_as_they_were_written() {
        for (line, expected) in [
            ("MAIL FROM:<a@b>", Some("a@b")),
            ("mail from: <A@B>", Some("A@B")),
            ("MAIL FROM:<>", None),
            ("MAIL FROM:<\"a>b\\\" c\"@d>", Some("\"a>b\\\" c\"@d")),
            ("MAIL FROM:<@x,@y:a@b>", Some("a@b")),
            (
                "MAIL FROM:<åse@bø.example> SMTPUTF8",
                Some("åse@bø.example"),
            ),
            ("MAIL FROM:<postmaster>", Some("postmaster")),
        ] {
            assert_eq!(from(line).as_deref(), expected, "{line}");
        }
        for wrong in [
            "MAIL",
            "MAIL FROM",
            "MAIL FROM:",
            "MAIL FROM:a@b",
            "MAIL FROM:<a@b",
            "MAIL FROM:<a@b>x",
            "MAIL FROM:<a b@c>",
            "MAIL FROM:<a\u{0}@c>",
            "MAIL TO:<a@b>",
            "RCPT TO:<>",
            "RCPT TO:<@x>",
            "MAIL FROM:<a@b> SIZE=x",
            "MAIL FROM:<a@b> SIZE=1 SIZE=2",
            "DATA now",
            "LHLO",
            "XFORWARD",
            "XFORWARD IDENT",
            "XFORWARD IDENT=+4",
        ] {
            assert_eq!(read(wrong.as_bytes()), Err(Fault::Syntax), "{wrong}");
        }
    }

    #[test]
    fn parameters_are_kept_or_refused() {
        let line = "MAIL FROM:<> SIZE=12 BODY=8BITMIME RET=HDRS ENVID=QQ+2B1 SMTPUTF8";
        let mail = Mail {
            from: None,
            size: Some(12),
            body_8bit: true,
            smtputf8: true,
            envid: Some("QQ+2B1".into()),
            ret: Some(Ret::Headers),
        };
        assert_eq!(read(line.as_bytes()), Ok(Command::Mail(mail)));
        let line = "RCPT TO:<a@b> NOTIFY=FAILURE,DELAY ORCPT=rfc822;a@b";
        let recipient = Recipient {
            address: "a@b".into(),
            orcpt: Some("rfc822;a@b".into()),
            notify: Some("FAILURE,DELAY".into()),
        };
        assert_eq!(read(line.as_bytes()), Ok(Command::Recipient(recipient)));
        for wrong in [
            "MAIL FROM:<> BODY=BINARYMIME",
            "MAIL FROM:<> X=1",
            "RCPT TO:<a> SIZE=1",
            "MAIL FROM:<> RET=X",
        ] {
            assert_eq!(read(wrong.as_bytes()), Err(Fault::Parameter), "{wrong}");
        }
        assert_eq!(read(b"MAIL FROM:<\xe5@b>"), Err(Fault::Letters));
        assert_eq!(read(b"BDAT 10 LAST"), Err(Fault::Unknown));
    }

    #[test]
    fn the_mail_servers_number_is_found() {
        let line = "XFORWARD NAME=[UNAVAILABLE] ADDR=192.0.2.1 IDENT=4Xb+2B2";
        let expected = vec![
            ("NAME".to_owned(), None),
            ("ADDR".to_owned(), Some("192.0.2.1".to_owned())),
            ("IDENT".to_owned(), Some("4Xb+2".to_owned())),
        ];
        assert_eq!(read(line.as_bytes()), Ok(Command::Forward(expected)));
        let trace = b"Return-Path: <a@b>\r\nReceived: from x (y [192.0.2.1] (no id here))\r\n\tby mx (Postfix, from id 7) with ESMTPS id 4Xb2Tc1\r\n\tfor <a@b>; Sun\r\nReceived: by z id OLD\r\n\r\nx";
        assert_eq!(received_id(trace).as_deref(), Some("4Xb2Tc1"));
        for none in [
            &b""[..],
            b"Subject: Received: id 5\r\n\r\nReceived: by x id 9\r\n",
            b"Received: by x (id 4)\r\n",
            b"Received:",
        ] {
            assert_eq!(received_id(none), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_too_odd(line: Vec<u8>, content: Vec<u8>) {
            let _ = read(&line);
            let _ = received_id(&content);
            for verb in ["MAIL FROM:<", "RCPT TO:<", "XFORWARD IDENT="] {
                let _ = read(&[verb.as_bytes(), &line].concat());
            }
            let _ = received_id(&[b"Received:", &content[..]].concat());
        }
    }
}
