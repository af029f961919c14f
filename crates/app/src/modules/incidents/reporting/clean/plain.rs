//! Plain text carries nothing beside itself. Files of programs that are written in letters do (author, minute, path,
//! address), and most of it is not seen when they are opened: they are no plain text, whatever their name says.

/// How RTF and JSON, PostScript, vCard and iCalendar, and keys and certificates begin; lower case.
const BEGINNINGS: [&str; 4] = ["{", "%!", "begin:", "-----begin"];
/// Readers of PDF take its mark anywhere in the first kilobyte.
const PDF: (&str, usize) = ("%pdf-", 1024);
/// Fields of a mail's head that nobody types: one is enough.
const SENT: [&str; 8] = [
    "received",
    "return-path",
    "delivered-to",
    "message-id",
    "mime-version",
    "content-type",
    "dkim-signature",
    "authentication-results",
];
/// Fields that a note may begin with too; two of them are a mail's head. The last are those of mails that are saved
/// as text.
const NAMED: [&str; 14] = [
    "from",
    "to",
    "date",
    "sent",
    "subject",
    "sender",
    "reply-to",
    "fra",
    "från",
    "lähettäjä",
    "sendt",
    "skickat",
    "lähetetty",
    "emne",
];
/// A mail's head longer than this has named itself before.
const LINES: usize = 100;

/// The text, cleaned; `None` when it is no text or more than one.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let plain = text
        .chars()
        .all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    if !plain {
        return None;
    }
    let text = kit::form::clean(text);
    // Programs look behind a byte order mark and white space too.
    let start = text
        .trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c))
        .to_lowercase();
    (!start.is_empty() && !is_of_a_program(&start) && !is_mail(&start)).then(|| text.into_bytes())
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

fn is_of_a_program(start: &str) -> bool {
    let mut letters = start.chars();
    // XML, HTML, SVG, flat OpenDocument: an element, a comment, a declaration.
    let markup = letters.next() == Some('<')
        && letters
            .next()
            .is_some_and(|c| c.is_alphabetic() || matches!(c, '!' | '?' | '/' | '_'));
    markup
        || BEGINNINGS.iter().any(|mark| start.starts_with(mark))
        || start.find(PDF.0).is_some_and(|at| at < PDF.1)
}

/// The head of a mail (RFC 5322, 2.2), also as mailboxes keep it, after a line "From address time".
fn is_mail(start: &str) -> bool {
    let lines = start.trim_start_matches('>').lines().take(LINES);
    let mut named = 0;
    for line in lines.skip(usize::from(start.starts_with("from "))) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            break;
        };
        let name = name.trim_end();
        if SENT.contains(&name) {
            return true;
        }
        named += usize::from(NAMED.contains(&name) || name.starts_with("x-"));
        if named > 1 {
            return true;
        }
        if name.is_empty() || name.contains(char::is_whitespace) {
            break;
        }
    }
    false
}
