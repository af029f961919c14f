//! One run over one file: what is it, who reads it, and what has been used up.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::bounds::{Account, Limits};
use crate::part::{Content, Kind, Part, Reason, Spots, Text};
use crate::sniff::{self, Form};
use crate::{archive, html, image, mail, office, pdf, plain, rtf, strings};

/// Programs outside, which only the starter of this process may run: the reader itself is denied everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// PDF in, UTF-8 out, pages divided by form feeds.
    PdfText,
    /// PDF in, grey pictures of its pages (PGM, one after the other) out.
    PdfPages,
    /// A picture in, the text in it out.
    Ocr,
}

/// Runs outside programs.
pub trait Tools {
    /// # Errors
    /// [`Reason::NoOcr`] or [`Reason::NoPdfReader`] when the program is not there, else what went wrong.
    fn run(&mut self, tool: Tool, bytes: &[u8]) -> Result<Vec<u8>, Reason>;
}

/// No programs at all.
#[derive(Clone, Copy, Debug)]
pub struct NoTools;

impl Tools for NoTools {
    fn run(&mut self, tool: Tool, _: &[u8]) -> Result<Vec<u8>, Reason> {
        Err(match tool {
            Tool::PdfText => Reason::NoPdfReader,
            Tool::PdfPages | Tool::Ocr => Reason::NoOcr,
        })
    }
}

/// Reads one file. `name` is only looked at, never opened. A parser that panics costs its own part alone.
pub fn read(name: &str, bytes: &[u8], limits: &Limits, tools: &mut dyn Tools) -> Vec<Part> {
    let mut reading = Reading {
        account: Account::new(limits),
        tools,
        path: Vec::new(),
        parts: Vec::new(),
        full: false,
        second: 0,
    };
    if bytes.len() as u64 > limits.bytes {
        reading.inside(clean(name), |r| {
            r.not(Kind::File, Reason::TooLarge);
            Ok(())
        });
    } else {
        reading.file(name, bytes, None);
    }
    reading.parts
}

pub(crate) struct Reading<'t> {
    pub account: Account,
    pub tools: &'t mut dyn Tools,
    path: Vec<String>,
    parts: Vec<Part>,
    full: bool,
    /// How many second readings we are inside of.
    second: usize,
}

impl Reading<'_> {
    /// A file inside what is being read (or the first one): found out what it is, and read.
    pub fn file(&mut self, name: &str, bytes: &[u8], declared: Option<&str>) {
        self.inside(clean(name), |r| {
            if r.path.len() > r.account.limits().depth {
                return Err(Reason::TooDeep);
            }
            r.account.in_time()?;
            r.contents(name, bytes, declared)
        });
    }

    /// Runs a reader under a name. Its fault, even a panic, becomes *not inspected* under that name.
    pub fn inside(&mut self, name: String, f: impl FnOnce(&mut Self) -> Result<(), Reason>) {
        let depth = self.path.len();
        let second = self.second;
        self.path.push(name);
        let outcome = catch_unwind(AssertUnwindSafe(|| f(self)));
        self.path.truncate(depth + 1);
        self.second = second;
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(reason)) => self.not(Kind::File, reason),
            Err(_) => self.not(Kind::File, Reason::Broken),
        }
        self.path.pop();
    }

    fn contents(&mut self, name: &str, bytes: &[u8], declared: Option<&str>) -> Result<(), Reason> {
        let form = sniff::form(name, bytes, declared);
        let outcome = self.as_form(form, name, bytes);
        // An archive may stand behind anything: its directory is at the end, and programs look there.
        if form != Form::Zip && archive::is_behind(bytes) {
            archive::zip(self, bytes)?;
        }
        outcome
    }

    fn as_form(&mut self, form: Form, name: &str, bytes: &[u8]) -> Result<(), Reason> {
        match form {
            Form::Empty => Ok(()),
            Form::Mail => mail::message(self, bytes),
            Form::Mbox => mail::mbox(self, bytes),
            Form::Tnef => mail::tnef(self, bytes),
            Form::Html => html::file(self, bytes, None),
            Form::Xml => html::xml(self, bytes),
            Form::Calendar => plain::calendar(self, bytes),
            Form::Csv => plain::csv(self, bytes),
            Form::Text => plain::file(self, bytes),
            Form::Rtf => rtf::file(self, bytes),
            Form::Pdf => pdf::file(self, bytes),
            Form::Zip => archive::zip(self, bytes),
            Form::Tar => archive::tar(self, bytes),
            Form::Gz => archive::gz(self, name, bytes),
            Form::Compound => office::compound(self, bytes),
            Form::Picture => image::file(self, bytes),
            Form::Cms => mail::cms(self, bytes),
            Form::Sealed if sniff::is_text(bytes) => plain::file(self, bytes),
            Form::Sealed => Err(Reason::Encrypted),
            Form::Unknown => strings::unknown(self, bytes, Reason::UnknownType),
        }
    }

    /// Everything that `f` reads is another reading of bytes that were read already.
    pub fn again(&mut self, f: impl FnOnce(&mut Self) -> Result<(), Reason>) -> Result<(), Reason> {
        self.second += 1;
        let outcome = f(self);
        self.second = self.second.saturating_sub(1);
        outcome
    }

    pub fn is_second(&self) -> bool {
        self.second > 0
    }

    /// Notes a text, as much of it as the limits allow.
    pub fn text(&mut self, kind: Kind, text: impl Into<String>) {
        let text = text.into();
        // Programs show nothing for NUL, and a word with one in it is that word.
        if memchr::memchr(0, text.as_bytes()).is_some() {
            self.second += 1;
            self.spotted(kind, text.replace('\0', ""), Spots::Lines);
            self.second -= 1;
        }
        self.spotted(kind, text, Spots::Lines);
    }

    /// The same with places.
    pub fn spotted(&mut self, kind: Kind, mut text: String, spots: Spots) {
        if text.trim().is_empty() {
            return;
        }
        let room = self.account.text_room();
        let cut = text.len() > room;
        if cut {
            text.truncate(text.floor_char_boundary(room));
        }
        self.account.text(text.len());
        let second = self.second > 0;
        if !text.is_empty() {
            self.push(
                kind,
                Content::Text(Text {
                    text,
                    spots,
                    second,
                }),
            );
        }
        if cut {
            self.not(kind, Reason::TooLarge);
        }
    }

    /// Notes that something was not inspected.
    pub fn not(&mut self, kind: Kind, reason: Reason) {
        // A second reading guesses; that a guess leads nowhere says nothing about the file.
        if self.second == 0 || matches!(reason, Reason::TooLarge | Reason::TimedOut) {
            self.push(kind, Content::NotInspected(reason));
        }
    }

    fn push(&mut self, kind: Kind, content: Content) {
        if self.full {
            return;
        }
        let last = self.parts.len() + 1 >= self.account.limits().parts;
        let (path, kind, content) = if last {
            // The last place is kept for saying that there was more.
            self.full = true;
            let whole = self.path.first().cloned().unwrap_or_default();
            (
                whole,
                Kind::File,
                Content::NotInspected(Reason::TooManyParts),
            )
        } else {
            (self.path.join("/"), kind, content)
        };
        self.parts.push(Part {
            path,
            kind,
            content,
        });
    }
}

/// A name as it may be shown: no control characters, and no more than 200 characters.
fn clean(name: &str) -> String {
    let shown: String = name
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(200)
        .collect();
    if shown.trim().is_empty() {
        "-".to_owned()
    } else {
        shown
    }
}
