//! What a PDF holds besides its pages' text.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, decode_text_string};

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
        && let Ok(text) = crate::office::xml::all_text(&bytes, r.account.text_room())
    {
        r.text(Kind::Properties, text.apart);
    }
}

/// Pages, from 0, whose resources hold pictures.
pub(super) fn pages_with_pictures(document: &Document) -> BTreeSet<usize> {
    document
        .page_iter()
        .enumerate()
        .take(4_000)
        .filter(|(_, page)| has_picture(document, *page))
        .map(|(index, _)| index)
        .collect()
}

fn has_picture(document: &Document, page: lopdf::ObjectId) -> bool {
    let Ok((own, inherited)) = document.get_page_resources(page) else {
        return true;
    };
    let all = own.into_iter().chain(
        inherited
            .iter()
            .filter_map(|id| document.get_dictionary(*id).ok()),
    );
    all.filter_map(|resources| document.get_dict_in_dict(resources, b"XObject").ok())
        .flat_map(|objects| objects.iter())
        .filter_map(|(_, object)| document.dereference(object).ok())
        .filter_map(|(_, object)| object.as_stream().ok())
        .any(|stream| {
            // A form may hold pictures of its own; it is taken for one.
            matches!(
                stream.dict.get(b"Subtype").and_then(Object::as_name),
                Ok(b"Image" | b"Form")
            )
        })
}
