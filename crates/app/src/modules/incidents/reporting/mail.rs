//! A mail to the report address, read: who wrote it, what it says, what came with it. Decided in
//! docs/decisions/0009: a mail is a named report only when both its envelope and its header name the same known
//! address; else it is a report from outside, whose address is kept apart and only to answer.

use kit::form;
use mail_parser::{Message, MessageParser, MimeHeaders};
use sha2::{Digest, Sha256};

use super::super::model::STORY;
use crate::base::keys::hex;
use crate::base::visit::Upload;

/// Attachments of one mail that are kept; the rest stays in the whole mail, which is kept then.
const FILES: usize = 20;
/// An address (RFC 5321, 4.5.3.1: 64 + 1 + 255).
const ADDRESS: usize = 320;

/// What a mail says.
#[derive(Clone, Debug, PartialEq)]
pub struct Mail {
    /// Digest of its message id, or of all of it when it has none.
    pub key: String,
    /// The address in its header.
    pub from: Option<String>,
    /// The same address stands on the envelope.
    pub agrees: bool,
    /// A program wrote it, as an answer that somebody is away: answering it could go on for ever (RFC 3834, 2).
    pub automatic: bool,
    /// Subject and text, at most as long as a report may be.
    pub story: String,
    pub files: Vec<Enclosure>,
}

/// An attachment as it came: kept inert, by a name without folders and tricks.
#[derive(Clone, Debug, PartialEq)]
pub struct Enclosure {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Enclosure {
    pub fn upload(&self) -> Upload {
        Upload {
            field: "file".to_owned(),
            name: self.name.clone(),
            bytes: self.bytes.clone(),
        }
    }
}

/// Reads a mail. Whatever cannot be read as one is kept whole: somebody meant something by it.
pub fn read(envelope_from: &str, content: &[u8]) -> Mail {
    let Some(message) = MessageParser::default().parse(content) else {
        return whole(content);
    };
    let id = message
        .message_id()
        .map(str::trim)
        .filter(|id| !id.is_empty());
    let from = message
        .from()
        .and_then(|from| from.first())
        .and_then(|one| one.address())
        .map(|address| form::clean(address).trim().to_lowercase())
        .filter(|address| address.contains('@') && address.len() <= ADDRESS);
    let (story, cut) = story(&message);
    let mut files = attachments(&message);
    if cut || files.len() > FILES || story.is_empty() {
        files.truncate(FILES);
        files.push(as_it_came(content));
    }
    Mail {
        key: hex(&Sha256::digest(id.map_or(content, str::as_bytes))),
        automatic: message
            .header("Auto-Submitted")
            .and_then(|value| value.as_text())
            .is_some_and(|value| !value.trim().eq_ignore_ascii_case("no")),
        agrees: from.as_deref() == Some(envelope_from.trim().to_lowercase().as_str()),
        from,
        story,
        files,
    }
}

fn whole(content: &[u8]) -> Mail {
    Mail {
        key: hex(&Sha256::digest(content)),
        from: None,
        agrees: false,
        automatic: false,
        story: String::new(),
        files: vec![as_it_came(content)],
    }
}

fn as_it_came(content: &[u8]) -> Enclosure {
    Enclosure {
        name: "mail.eml".to_owned(),
        bytes: content.to_vec(),
    }
}

/// Subject and first text, cleaned; and whether something had to be cut.
fn story(message: &Message<'_>) -> (String, bool) {
    let subject = message.subject().unwrap_or("").replace(['\r', '\n'], " ");
    let text = message.body_text(0).unwrap_or_default();
    let story = form::clean(&format!("{}\n\n{text}", subject.trim()));
    let story = story.trim();
    if story.chars().count() <= STORY {
        return (story.to_owned(), false);
    }
    (story.chars().take(STORY).collect(), true)
}

fn attachments(message: &Message<'_>) -> Vec<Enclosure> {
    message
        .attachments()
        .take(FILES + 1)
        .map(|part| Enclosure {
            name: part.attachment_name().unwrap_or("file").to_owned(),
            bytes: part.contents().to_vec(),
        })
        .filter(|file| !file.bytes.is_empty())
        .collect()
}
