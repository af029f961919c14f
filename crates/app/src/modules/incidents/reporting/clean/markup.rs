//! The XML inside office documents, written anew event by event: names of people, times of changes, paths on
//! somebody's disk and comments of programs go; what is written stays.

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};

/// Attributes (without their prefix) that name somebody: emptied to a dash, because some are obligatory.
const NAMES: [&str; 12] = [
    "author",
    "initials",
    "userid",
    "providerid",
    "username",
    "displayname",
    "lastmodifiedby",
    "lastedited",
    "createdby",
    "modifiedby",
    "ownername",
    "useremail",
];
/// Attributes that say when, or mark an editing session: taken out.
const TIMES: [&str; 5] = ["date", "dateutc", "dt", "datetime", "docid"];
/// Elements whose text names somebody or says when.
const ELEMENTS: [&str; 15] = [
    "creator",
    "initial-creator",
    "author",
    "lastmodifiedby",
    "printed-by",
    "author-name",
    "author-initials",
    "creator-initials",
    "sender-firstname",
    "sender-lastname",
    "sender-initials",
    "sender-email",
    "editor",
    "created",
    "modified",
];
/// Elements of OpenDocument that must hold a time.
const DATES: [&str; 3] = ["dc:date", "meta:creation-date", "meta:print-date"];
/// Elements that go with everything in them.
const GONE: [&str; 5] = ["docvars", "rsids", "abspath", "smarttag", "metadata"];
/// A time that says nothing.
const NO_TIME: &str = "1970-01-01T00:00:00";
/// Deeper than this no document is.
const DEPTH: usize = 1_000;

/// Parts that are left out with everything that points to them, by their lower-case path.
pub fn is_dropped(path: &str) -> bool {
    let parts = [
        "docprops/thumbnail",
        "thumbnails/",
        "customxml/",
        "printersettings/",
        "objectreplacements/",
        "configurations2/",
        "word/people.xml",
        "word/documentprotection",
        "layout-cache",
        "docmetadata/",
    ];
    parts.iter().any(|part| path.contains(part))
}

/// The part, cleaned; `None` when it is no XML, declares a document type (entities may hide anything) or is nested
/// beyond reason.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut writer = Writer::new(Vec::with_capacity(bytes.len()));
    // What the text inside the current elements becomes: as it is, or this.
    let mut inside: Vec<Option<&'static str>> = Vec::new();
    let mut skipped = 0usize;
    loop {
        let event = reader.read_event().ok()?;
        match event {
            Event::Eof => break,
            Event::DocType(_) => return None,
            Event::Comment(_) | Event::PI(_) => {}
            Event::Start(start) => {
                if skipped > 0 || goes(&start) {
                    skipped += 1;
                    continue;
                }
                if inside.len() > DEPTH {
                    return None;
                }
                inside.push(replacement(start.name().as_ref()));
                writer.write_event(Event::Start(rewritten(&start)?)).ok()?;
            }
            Event::Empty(start) if skipped == 0 && !goes(&start) => {
                writer.write_event(Event::Empty(rewritten(&start)?)).ok()?;
            }
            Event::Empty(_) => {}
            Event::End(end) => {
                if skipped > 0 {
                    skipped -= 1;
                    continue;
                }
                inside.pop()?;
                writer.write_event(Event::End(end)).ok()?;
            }
            Event::Decl(declaration) => writer.write_event(Event::Decl(declaration)).ok()?,
            said if skipped == 0 => match inside.last().copied().flatten() {
                Some(text) => writer.write_event(Event::Text(BytesText::new(text))).ok()?,
                None => writer.write_event(said).ok()?,
            },
            _ => {}
        }
    }
    (inside.is_empty() && skipped == 0).then(|| writer.into_inner())
}

fn replacement(name: &str) -> Option<&'static str> {
    if DATES.contains(&name.to_lowercase().as_str()) {
        Some(NO_TIME)
    } else {
        ELEMENTS.contains(&local(name).as_str()).then_some("-")
    }
}

/// The name without its prefix, in lower case.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or("").to_lowercase()
}

/// Whether the element goes: one of those that do, or a pointer to a part that is left out.
fn goes(start: &BytesStart<'_>) -> bool {
    let name = local(start.name().as_ref());
    if GONE.contains(&name.as_str()) {
        return true;
    }
    let points = ["relationship", "override", "file-entry"].contains(&name.as_str());
    points
        && start.attributes().flatten().any(|attribute| {
            let value = attribute.value.to_lowercase();
            ["target", "partname", "full-path"].contains(&local(attribute.key.as_ref()).as_str())
                && is_dropped(value.trim_start_matches(['/', '.']))
        })
}

fn rewritten<'a>(start: &BytesStart<'a>) -> Option<BytesStart<'a>> {
    let element = local(start.name().as_ref());
    let name = start.name().as_ref().to_owned();
    let mut new = BytesStart::new(name);
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let key = local(attribute.key.as_ref());
        // Marks of editing sessions join texts of one author.
        // The set-up of a page points to settings of somebody's printer, which are left out.
        let printer = element == "pagesetup" && key == "id";
        if TIMES.contains(&key.as_str()) || key.starts_with("rsid") || printer {
            continue;
        }
        let of_author = ["cmauthor", "author", "person", "userinfo"].contains(&element.as_str())
            && ["name", "id"].contains(&key.as_str())
            && !attribute.value.chars().all(|c| c.is_ascii_digit());
        let path = attribute.value.to_lowercase().starts_with("file:");
        if (NAMES.contains(&key.as_str()) || of_author) && key != "id" || path {
            new.push_attribute(Attribute::from((attribute.key.as_ref(), "-")));
        } else {
            new.push_attribute(attribute);
        }
    }
    Some(new)
}
