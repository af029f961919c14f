//! Reads a stored mail for its recipient. The readers of foreign formats are not asked: only the mail's own frame is.

use std::panic::{AssertUnwindSafe, catch_unwind};

use mail_parser::{MessageParser, MimeHeaders, PartType};

use super::model::{Part, Shown, language, preview};

/// Files shown of one message; the whole of it can be taken as one file besides.
const PARTS: usize = 100;
const NAME: usize = 120;

/// What the recipient sees. A mail that can't be read is given whole, never half.
pub fn read(message: &[u8]) -> Shown {
    // The parser is safe code, but foreign: a fault of it must not keep somebody from their message.
    catch_unwind(AssertUnwindSafe(|| parse(message)))
        .ok()
        .flatten()
        .unwrap_or_default()
}

/// The subject alone.
pub fn subject(message: &[u8]) -> String {
    catch_unwind(AssertUnwindSafe(|| {
        let mail = MessageParser::default().parse_headers(message)?;
        mail.subject().map(preview)
    }))
    .ok()
    .flatten()
    .unwrap_or_default()
}

fn parse(message: &[u8]) -> Option<Shown> {
    let mail = MessageParser::default().parse(message)?;
    let mut texts = Vec::new();
    for place in 0..mail.text_body_count() {
        if let Some(text) = mail.body_text(place) {
            texts.push(kit::form::clean(&text).trim().to_owned());
        }
    }
    let parts = mail
        .attachments()
        .take(PARTS)
        .enumerate()
        .map(|(place, part)| {
            let bytes = match &part.body {
                // What lies inside as a mail is given as it came.
                PartType::Message(inner) => inner.raw_message().to_vec(),
                _ => part.contents().to_vec(),
            };
            let name = part.attachment_name().map(file_name);
            let name = name.filter(|name| !name.is_empty());
            Part {
                name: name.unwrap_or_else(|| format!("{}", place + 1)),
                bytes,
            }
        })
        .collect();
    Some(Shown {
        subject: mail.subject().map(preview).unwrap_or_default(),
        text: texts.join("\n\n"),
        lang: mail
            .content_language()
            .as_text()
            .map(language)
            .unwrap_or_default(),
        parts,
    })
}

/// A name without folders and without marks that make it look like another.
pub fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let clean = kit::form::clean(last).replace(['\n', '\t'], " ");
    let clean = clean.trim().trim_matches('.');
    clean.chars().take(NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_files_come_apart() {
        let mail = b"From: a@testby.example\r\nTo: bo@borger.example\r\nSubject: =?utf-8?q?Din_sag?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHej Bo.\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../a/b.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVq\r\n--x--\r\n";
        let shown = read(mail);
        assert_eq!(shown.subject, "Din sag");
        assert_eq!(shown.lang, "", "the mail does not say it");
        assert_eq!(shown.text, "Hej Bo.");
        assert_eq!(shown.parts.len(), 1);
        assert_eq!(shown.parts[0].name, "b.pdf");
        assert_eq!(shown.parts[0].bytes, b"Hej");
        assert_eq!(subject(mail), "Din sag");
    }

    #[test]
    fn a_mail_may_say_its_language() {
        let mail = b"Subject: Terapian jatko\r\nContent-Language: fi-FI\r\n\r\nHei\r\n";
        assert_eq!(read(mail).lang, "fi-FI");
    }

    #[test]
    fn html_is_shown_as_text() {
        let mail = b"Subject: x\r\nContent-Type: text/html\r\n\r\n<p>Hej <b>Bo</b><script>a()</script></p>\r\n";
        let text = read(mail).text;
        assert!(text.contains("Hej Bo") && !text.contains('<'), "{text}");
    }

    #[test]
    fn rubbish_is_no_crash() {
        for bytes in [
            &b""[..],
            b"\0\0\0",
            b"Subject",
            b"Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n",
        ] {
            let _ = (read(bytes), subject(bytes));
        }
    }
}
