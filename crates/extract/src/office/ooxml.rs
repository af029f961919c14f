//! DOCX, XLSX and PPTX: which member holds what.

use super::{docx, xlsx, xml};
use crate::archive::{Members, member};
use crate::part::{Kind, Reason, Spots};
use crate::reading::Reading;

/// Pixels on the longer side of a picture that stands for a page in a list of files.
const THUMB: u32 = 320;

/// One office document.
pub(crate) fn file(r: &mut Reading<'_>, members: &mut Members<'_>) -> Result<(), Reason> {
    if members.place("EncryptedPackage").is_some() {
        return Err(Reason::Encrypted);
    }
    let mut first = None;
    if members.names.iter().any(|name| name.starts_with("xl/")) {
        first = xlsx::workbook(r, members).err();
    }
    let mut slides = Slides::default();
    for index in 0..members.names.len() {
        r.account.in_time()?;
        let name = members.names.get(index).cloned().unwrap_or_default();
        if let Err(reason) = one(r, members, index, &name, &mut slides) {
            r.inside(name, |_| Err(reason));
        }
    }
    slides.give(r);
    first.map_or(Ok(()), Err)
}

#[derive(Default)]
struct Slides(Vec<(u32, String)>);

impl Slides {
    fn give(mut self, r: &mut Reading<'_>) {
        self.0.sort_by_key(|(number, _)| *number);
        let mut text = String::new();
        let mut starts = Vec::new();
        for (_, slide) in self.0 {
            starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
            text.push_str(&slide);
            text.push('\n');
        }
        r.spotted(Kind::Slides, text, Spots::Slides(starts));
    }
}

fn one(
    r: &mut Reading<'_>,
    members: &mut Members<'_>,
    index: usize,
    name: &str,
    slides: &mut Slides,
) -> Result<(), Reason> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    match (folder, file) {
        // Sheets and their strings were read by the workbook.
        ("xl", "sharedStrings.xml" | "styles.xml" | "workbook.xml") => Ok(()),
        ("xl/worksheets", _) if file.ends_with(".xml") => Ok(()),
        // What describes looks holds no text of people, except where somebody put one.
        (
            "word",
            "styles.xml" | "settings.xml" | "fontTable.xml" | "webSettings.xml" | "numbering.xml",
        ) => loose(r, members, index, Kind::Notes),
        ("word", "document.xml") => running(r, members, index, Kind::Document),
        ("word", _) if file.ends_with(".xml") => running(r, members, index, Kind::Notes),
        ("ppt/slides", _) if file.ends_with(".xml") => {
            let bytes = read(r, members, index)?;
            let text = docx::paragraphs(&bytes, r.account.text_room());
            slides.0.push((number(file), text.shown));
            r.text(Kind::Notes, text.aside);
            text.outcome
        }
        ("ppt/notesSlides" | "ppt/comments", _) if file.ends_with(".xml") => {
            running(r, members, index, Kind::Notes)
        }
        ("docProps", "thumbnail.jpeg" | "thumbnail.png") => thumbnail(r, members, index),
        ("docProps", _) if file.ends_with(".xml") => loose(r, members, index, Kind::Properties),
        _ if file.ends_with(".xml") || file.ends_with(".rels") || file.ends_with(".vml") => {
            loose(r, members, index, Kind::Notes)
        }
        _ => {
            member(r, members, index);
            Ok(())
        }
    }
}

fn loose(
    r: &mut Reading<'_>,
    members: &mut Members<'_>,
    index: usize,
    kind: Kind,
) -> Result<(), Reason> {
    let bytes = read(r, members, index)?;
    all(r, &bytes, kind)
}

/// Any XML of a package: words apart; and joined, where a tag may stand in the middle of a number.
pub(super) fn all(r: &mut Reading<'_>, bytes: &[u8], kind: Kind) -> Result<(), Reason> {
    let text = xml::all_text(bytes, r.account.text_room());
    r.text(kind, text.apart);
    r.text(kind, text.aside);
    r.again(|r| {
        r.text(kind, text.joined);
        Ok(())
    })?;
    text.outcome
}

fn running(
    r: &mut Reading<'_>,
    members: &mut Members<'_>,
    index: usize,
    kind: Kind,
) -> Result<(), Reason> {
    let bytes = read(r, members, index)?;
    docx::body(r, &bytes, kind)
}

/// The small picture of the first page that a file manager shows. Its letters are too small to be read, by people
/// and by OCR; a picture that is not small is read like any other.
pub(super) fn thumbnail(
    r: &mut Reading<'_>,
    members: &mut Members<'_>,
    index: usize,
) -> Result<(), Reason> {
    let bytes = read(r, members, index)?;
    if crate::image::size(&bytes).is_some_and(|(w, h)| (1..=THUMB).contains(&w.max(h))) {
        return Ok(());
    }
    member(r, members, index);
    Ok(())
}

/// The bytes of a member; a cut-off one is broken.
pub(super) fn read(
    r: &mut Reading<'_>,
    members: &mut Members<'_>,
    index: usize,
) -> Result<Vec<u8>, Reason> {
    match members.read(r, index)? {
        (bytes, true) => Ok(bytes),
        (_, false) => Err(Reason::Broken),
    }
}

/// `slide12.xml` is 12.
fn number(file: &str) -> u32 {
    let digits: String = file.chars().filter(char::is_ascii_digit).take(8).collect();
    digits.parse().unwrap_or(0)
}
