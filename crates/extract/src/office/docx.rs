//! Running text of word processors and slides. Runs (`w:r`) divide words wherever an editor's hand was, so
//! markup inside a paragraph stands for nothing.

use super::xml::{self, Met};
use crate::part::{Kind, Reason};
use crate::reading::Reading;

/// A document's text in its versions.
#[derive(Debug, Default)]
pub(crate) struct Paragraphs {
    /// As it is shown.
    pub shown: String,
    /// With what tracked changes deleted, where something was.
    pub with_deleted: String,
    /// Field instructions, alternative texts, authors.
    pub aside: String,
    deleted: bool,
}

/// Notes one XML part of a document.
pub(crate) fn body(r: &mut Reading<'_>, bytes: &[u8], kind: Kind) -> Result<(), Reason> {
    let text = paragraphs(bytes, r.account.text_room());
    let empty = text.shown.is_empty() && text.aside.is_empty();
    r.text(kind, text.shown);
    if text.deleted {
        r.text(Kind::Notes, text.with_deleted);
    }
    r.text(Kind::Notes, text.aside);
    if empty && xml::walk(bytes, &mut |_| ()).is_err() {
        return Err(Reason::Broken);
    }
    Ok(())
}

/// Collects paragraphs, up to `room` bytes.
pub(crate) fn paragraphs(bytes: &[u8], room: usize) -> Paragraphs {
    let mut text = Paragraphs::default();
    let mut inside: Vec<Inside> = Vec::new();
    let _ = xml::walk(bytes, &mut |met| {
        if text.with_deleted.len() + text.aside.len() <= room {
            text.meet(met, &mut inside);
        }
    });
    text
}

/// Elements whose characters count.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Text,
    Deleted,
    Field,
}

impl Paragraphs {
    fn meet(&mut self, met: Met<'_, '_>, inside: &mut Vec<Inside>) {
        match met {
            Met::Open(name, start) => {
                match name {
                    "t" | "text" | "a:t" => inside.push(Inside::Text),
                    "delText" => inside.push(Inside::Deleted),
                    "instrText" | "delInstrText" => inside.push(Inside::Field),
                    "tab" | "ptab" => self.put("\t"),
                    "br" | "cr" => self.put("\n"),
                    "noBreakHyphen" => self.put("-"),
                    _ => {}
                }
                // `w:tab` is also a setting of a paragraph's ruler; a needless tab between words harms nobody.
                for known in ["descr", "author", "title", "alt", "string", "fullPath"] {
                    if let Some(value) = xml::attribute(start, known)
                        && value.len() > 3
                    {
                        self.aside(&value);
                    }
                }
            }
            Met::Close(name) => match name {
                "t" | "text" | "delText" | "instrText" | "delInstrText" => {
                    inside.pop();
                }
                "p" | "comment" | "txbxContent" => self.line(),
                "tc" => self.put("\t"),
                _ => {}
            },
            Met::Chars(chars) => match inside.last() {
                Some(Inside::Text) => self.put(chars),
                Some(Inside::Deleted) => {
                    self.deleted = true;
                    self.with_deleted.push_str(chars);
                }
                Some(Inside::Field) => self.aside.push_str(chars),
                None => {}
            },
            Met::Aside(said) => self.aside(said),
        }
    }

    fn put(&mut self, text: &str) {
        self.shown.push_str(text);
        self.with_deleted.push_str(text);
    }

    fn line(&mut self) {
        // A cell's last paragraph is ended by the cell.
        self.put("\n");
        if !self.aside.is_empty() && !self.aside.ends_with('\n') {
            self.aside.push('\n');
        }
    }

    fn aside(&mut self, text: &str) {
        self.aside.push_str(text);
        self.aside.push('\n');
    }
}
