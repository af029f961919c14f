//! Running text of word processors and slides. Runs (`w:r`) divide words wherever an editor's hand was, so
//! markup inside a paragraph stands for nothing.

use super::xml::{self, Met};
use crate::part::{Kind, Reason};
use crate::reading::Reading;

/// A document's text in its versions.
#[derive(Debug)]
pub(crate) struct Paragraphs {
    /// As it is shown.
    pub shown: String,
    /// With what tracked changes deleted, where something was.
    pub with_deleted: String,
    /// Field instructions, alternative texts, authors.
    pub aside: String,
    deleted: bool,
    /// [`Reason::Broken`] where it ended being XML.
    pub outcome: Result<(), Reason>,
}

/// Notes one XML part of a document.
pub(crate) fn body(r: &mut Reading<'_>, bytes: &[u8], kind: Kind) -> Result<(), Reason> {
    let text = paragraphs(bytes, r.account.text_room());
    if text.outcome.is_err() {
        // Some programs mend such files, so what stands behind the break is read as a browser would.
        let page = crate::html::show(&crate::plain::decode(bytes));
        r.text(Kind::Notes, page.whole);
        r.text(Kind::Notes, page.aside);
    }
    r.text(kind, text.shown);
    if text.deleted {
        r.text(Kind::Notes, text.with_deleted);
    }
    r.text(Kind::Notes, text.aside);
    text.outcome
}

/// Collects paragraphs, up to `room` bytes.
pub(crate) fn paragraphs(bytes: &[u8], room: usize) -> Paragraphs {
    let mut text = Paragraphs {
        shown: String::new(),
        with_deleted: String::new(),
        aside: String::new(),
        deleted: false,
        outcome: Ok(()),
    };
    let mut inside: Vec<Inside> = Vec::new();
    let outcome = xml::walk(bytes, &mut |met| {
        if text.with_deleted.len() + text.aside.len() <= room {
            text.meet(met, &mut inside);
        }
    });
    text.outcome = outcome;
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
