//! An answer of SMTP or LMTP.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Bytes of a line that a server may say (RFC 5321, 4.5.3.1.5), with room for code and line end.
const LINE: usize = 480;

/// `250 2.0.0 Taken`: the code, the enhanced code (RFC 3463; empty when none was said) and the text. Several lines
/// of text are joined by `\n`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    pub code: u16,
    pub enhanced: String,
    pub text: String,
}

impl Reply {
    /// Any answer.
    pub fn new(code: u16, enhanced: &str, text: &str) -> Reply {
        Reply {
            code,
            enhanced: enhanced.to_owned(),
            text: text.to_owned(),
        }
    }

    /// `250 2.0.0`.
    pub fn done(text: &str) -> Reply {
        Reply::new(250, "2.0.0", text)
    }

    /// `451`: the other side keeps the mail and tries again.
    pub fn later(enhanced: &str, text: &str) -> Reply {
        Reply::new(451, enhanced, text)
    }

    /// `550`: the other side gives up and says so.
    pub fn refused(enhanced: &str, text: &str) -> Reply {
        Reply::new(550, enhanced, text)
    }

    /// 2xx.
    pub fn is_done(&self) -> bool {
        self.code / 100 == 2
    }

    /// 4xx.
    pub fn is_later(&self) -> bool {
        self.code / 100 == 4
    }

    /// 5xx.
    pub fn is_refused(&self) -> bool {
        self.code / 100 == 5
    }

    /// As one line of the protocol. Whatever could end the line early is made a space.
    pub(crate) fn line(&self) -> String {
        let mut line = self.to_string();
        if line.len() > LINE {
            let end = (0..=LINE).rev().find(|at| line.is_char_boundary(*at));
            line.truncate(end.unwrap_or(0));
        }
        line + "\r\n"
    }

    /// From the lines of an answer, without their line ends. `None` when they are no answer.
    pub(crate) fn parse(lines: &[Vec<u8>]) -> Option<Reply> {
        let mut code = None;
        let mut enhanced = String::new();
        let mut texts = Vec::new();
        for line in lines {
            let text = String::from_utf8_lossy(line);
            let here: u16 = text.get(..3)?.parse().ok()?;
            if !(200..600).contains(&here) || code.is_some_and(|code| code != here) {
                return None;
            }
            code = Some(here);
            let rest = text.get(4..).unwrap_or_default();
            let (first, after) = rest.split_once(' ').unwrap_or((rest, ""));
            if is_enhanced(first, here) {
                enhanced = first.to_owned();
                texts.push(after.to_owned());
            } else {
                texts.push(rest.to_owned());
            }
        }
        Some(Reply {
            code: code?,
            enhanced,
            text: texts.join("\n"),
        })
    }
}

/// `2.1.5`, of the same class as the code (RFC 2034, 4).
fn is_enhanced(word: &str, code: u16) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let number = |part: &&str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() == 3
        && parts.iter().all(number)
        && parts.first().and_then(|class| class.parse().ok()) == Some(code / 100)
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clean = |text: &str| text.replace(|c: char| c.is_control(), " ");
        write!(f, "{}", self.code)?;
        if !self.enhanced.is_empty() {
            write!(f, " {}", clean(&self.enhanced))?;
        }
        write!(f, " {}", clean(&self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(lines: &[&str]) -> Option<Reply> {
        let lines: Vec<Vec<u8>> = lines.iter().map(|line| line.as_bytes().to_vec()).collect();
        Reply::parse(&lines)
    }

    #[test]
    fn answers_are_read_with_and_without_an_enhanced_code() {
        assert_eq!(
            parsed(&["250 2.1.5 Ok"]),
            Some(Reply::new(250, "2.1.5", "Ok"))
        );
        assert_eq!(
            parsed(&["550-5.7.1 No", "550 5.7.1 really"]),
            Some(Reply::new(550, "5.7.1", "No\nreally"))
        );
        assert_eq!(parsed(&["354"]), Some(Reply::new(354, "", "")));
        assert_eq!(
            parsed(&["250 5.1.1 x"]),
            Some(Reply::new(250, "", "5.1.1 x"))
        );
        for wrong in [
            &["25"][..],
            &["999 x"],
            &["abc d"],
            &["250-a", "550 b"],
            &["é50 x"],
            &[],
        ] {
            assert_eq!(parsed(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_text_never_ends_the_line_early() {
        let reply = Reply::later("4.3.0", "one\r\n250 2.0.0 two\nthree");
        assert_eq!(reply.line(), "451 4.3.0 one  250 2.0.0 two three\r\n");
        assert!(Reply::done(&"ö".repeat(600)).line().len() <= LINE + 2);
    }
}
