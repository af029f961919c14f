//! What a PDF holds besides its pages' text.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

use crate::part::{Kind, Reason};
use crate::reading::Reading;

/// Properties, notes, form fields, titles and attached files.
pub(super) fn read(r: &mut Reading<'_>, document: &Document) -> Result<(), Reason> {
    let mut properties = String::new();
    let mut notes = String::new();
    for object in document.objects.values() {
        r.account.in_time()?;
        match object {
            Object::Dictionary(dictionary) => strings(dictionary, &mut properties, &mut notes),
            Object::Stream(stream) => {
                let kind = stream
                    .dict
                    .get(b"Type")
                    .and_then(Object::as_name)
                    .unwrap_or_default();
                if kind == b"EmbeddedFile" {
                    attached(r, stream);
                } else if kind == b"Metadata" {
                    metadata(r, stream);
                }
            }
            Object::Array(list) => {
                for inner in list.iter().filter_map(|inner| inner.as_dict().ok()) {
                    strings(inner, &mut properties, &mut notes);
                }
            }
            _ => {}
        }
    }
    if let Ok(info) = document.trailer.get(b"Info").and_then(Object::as_dict) {
        strings(info, &mut properties, &mut notes);
    }
    r.text(Kind::Properties, properties);
    r.text(Kind::Notes, notes);
    Ok(())
}

/// Keys whose values people write: document information (ISO 32000-1 §14.3.3), notes (§12.5), fields (§12.7),
/// outlines, file specifications, links and alternative texts.
const PROPERTIES: [&[u8]; 5] = [b"Title", b"Author", b"Subject", b"Keywords", b"Creator"];
const NOTES: [&[u8]; 13] = [
    b"Contents",
    b"RC",
    b"V",
    b"DV",
    b"TU",
    b"F",
    b"UF",
    b"Desc",
    b"URI",
    b"Alt",
    b"ActualText",
    b"E",
    b"Opt",
];

fn strings(dictionary: &Dictionary, properties: &mut String, notes: &mut String) {
    for (keys, to) in [
        (&PROPERTIES[..], &mut *properties),
        (&NOTES[..], &mut *notes),
    ] {
        for key in keys {
            match dictionary.get(key) {
                Ok(object @ Object::String(..)) => string(object, to),
                Ok(Object::Array(list)) => list.iter().for_each(|inner| string(inner, to)),
                _ => {}
            }
        }
    }
    // Notes and actions stand inside other dictionaries.
    for key in [&b"A"[..], b"Popup", b"MK", b"EF"] {
        if let Ok(inner) = dictionary.get(key).and_then(Object::as_dict) {
            for key in NOTES {
                if let Ok(object) = inner.get(key) {
                    string(object, notes);
                }
            }
        }
    }
}

fn string(object: &Object, to: &mut String) {
    if let Object::String(..) = object
        && let Ok(text) = decode_text_string(object)
        && text.len() > 2
    {
        to.push_str(&text);
        to.push('\n');
    }
}

fn attached(r: &mut Reading<'_>, stream: &lopdf::Stream) {
    let room = usize::try_from(r.account.room())
        .unwrap_or(usize::MAX)
        .min(super::STREAM);
    r.inside("attached".to_owned(), |r| {
        let bytes = stream.decompressed_content_with_limit(room).or_else(|_| {
            if stream.is_compressed() {
                Err(Reason::Broken)
            } else {
                Ok(stream.content.clone())
            }
        })?;
        r.account.unpacked(bytes.len())?;
        r.file("file", &bytes, None);
        Ok(())
    });
}

fn metadata(r: &mut Reading<'_>, stream: &lopdf::Stream) {
    if let Ok(bytes) = stream
        .decompressed_content_with_limit(super::STREAM)
        .or_else(|_| Ok::<_, Reason>(stream.content.clone()))
        && r.account.unpacked(bytes.len()).is_ok()
    {
        let text = crate::office::xml::all_text(&bytes, r.account.text_room());
        r.text(Kind::Properties, text.apart);
        r.text(Kind::Properties, text.aside);
    }
}

/// Dots of a page that was scanned at 75 to the inch, the coarsest that anybody can read.
const SCAN: i64 = 600 * 800;

/// Whether a page draws anything that may be text. A doubt is a yes: the page is looked at once more then.
pub(super) fn shows_something(document: &Document, page: ObjectId) -> bool {
    let Ok(content) = document.get_page_content_with_limit(page, super::STREAM) else {
        return true;
    };
    let notes = document
        .get_page_annotations(page)
        .is_ok_and(|notes| notes.iter().any(|note| note.has(b"AP")));
    notes || Content::decode(&content).map_or(!content.is_empty(), |content| draws(&content))
}

/// Pictures; strings that no font gave letters to; or so many strokes that they may be letters. An empty page often
/// has a rule, a white ground or a space on it.
fn draws(content: &Content) -> bool {
    let (mut bytes, mut strokes) = (0, 0);
    for operation in &content.operations {
        match operation.operator.as_str() {
            "Do" | "BI" | "EI" | "sh" => return true,
            "Tj" | "TJ" | "'" | "\"" => {
                bytes += operation.operands.iter().map(length).sum::<usize>()
            }
            "l" | "c" | "v" | "y" => strokes += 1,
            _ => {}
        }
    }
    bytes > 16 || strokes > 100
}

fn length(object: &Object) -> usize {
    match object {
        Object::String(bytes, _) => bytes.len(),
        Object::Array(list) => list.iter().map(length).sum(),
        _ => 0,
    }
}

/// Whether a page has a picture of as many dots as a scan of it would have.
pub(super) fn has_scan(document: &Document, page: ObjectId) -> bool {
    let Ok((own, inherited)) = document.get_page_resources(page) else {
        return true;
    };
    let inherited = inherited
        .iter()
        .filter_map(|id| document.get_dictionary(*id).ok());
    own.into_iter()
        .chain(inherited)
        .any(|resources| scan_in(document, resources, 0))
}

/// Forms may hold pictures of their own, in a few steps.
fn scan_in(document: &Document, resources: &Dictionary, depth: usize) -> bool {
    let Ok(objects) = document.get_dict_in_dict(resources, b"XObject") else {
        return false;
    };
    objects
        .iter()
        .filter_map(|(_, object)| document.dereference(object).ok())
        .filter_map(|(_, object)| object.as_stream().ok())
        .any(
            |stream| match stream.dict.get(b"Subtype").and_then(Object::as_name) {
                Ok(b"Image") => {
                    let side = |key| stream.dict.get(key).and_then(Object::as_i64).unwrap_or(0);
                    side(b"Width").saturating_mul(side(b"Height")) >= SCAN
                }
                Ok(b"Form") if depth < 4 => document
                    .get_dict_in_dict(&stream.dict, b"Resources")
                    .is_ok_and(|inner| scan_in(document, inner, depth + 1)),
                _ => false,
            },
        )
}
