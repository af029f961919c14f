//! PDF (ISO 32000): read, stripped of everything about the document instead of in it, and written anew, so that no
//! earlier version stays inside.

use std::sync::{Mutex, PoisonError};

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::jpeg;

/// Reading takes several times a file's size in memory.
const MOST: usize = 10 * 1024 * 1024;
/// A packed stream of objects that becomes larger than this is a bomb.
const UNPACKED: usize = 16 * 1024 * 1024;
/// Keys that say who, when, where or by what program, lead to attached files, or run something. Notes in the margin
/// carry their author, so all annotations go.
const KEYS: [&[u8]; 24] = [
    b"Metadata",
    b"PieceInfo",
    b"LastModified",
    b"Annots",
    b"AcroForm",
    b"Names",
    b"AF",
    b"OpenAction",
    b"AA",
    b"JS",
    b"Thumb",
    b"SpiderInfo",
    b"Collection",
    b"Perms",
    b"Legal",
    b"Requirements",
    b"CreatorInfo",
    b"SourceModified",
    b"ID",
    b"Info",
    b"OCProperties",
    b"Threads",
    b"URI",
    b"DSS",
];
/// One at a time: many at once would take the machine's memory.
static ONE: Mutex<()> = Mutex::new(());

pub fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// The document; `None` when it is damaged, protected, too large, or holds pictures that cannot be cleaned.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() > MOST {
        return None;
    }
    let _turn = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let options = LoadOptions {
        max_decompressed_size: Some(UNPACKED),
        ..LoadOptions::default()
    };
    let mut document = Document::load_mem_with_options(bytes, options).ok()?;
    if document.is_encrypted()
        || document.trailer.has(b"Encrypt")
        || document.get_pages().is_empty()
    {
        return None;
    }
    strip(&mut document.trailer);
    document.trailer.remove(b"Prev");
    document.trailer.remove(b"XRefStm");
    for object in document.objects.values_mut() {
        walk(object, 0)?;
    }
    document.prune_objects();
    document.renumber_objects();
    let mut out = Vec::new();
    document.save_to(&mut out).ok()?;
    Some(out)
}

fn strip(dictionary: &mut Dictionary) {
    for key in KEYS {
        dictionary.remove(key);
    }
}

fn walk(object: &mut Object, depth: usize) -> Option<()> {
    if depth > 200 {
        return None;
    }
    match object {
        Object::Array(items) => items.iter_mut().try_for_each(|item| walk(item, depth + 1)),
        Object::Dictionary(dictionary) => dictionary_of(dictionary, depth),
        Object::Stream(stream) => {
            dictionary_of(&mut stream.dict, depth)?;
            let filters = stream.filters().unwrap_or_default();
            // JPEG 2000 has boxes for texts of its own.
            if filters.contains(&b"JPXDecode".as_slice()) {
                return None;
            }
            if filters.contains(&b"DCTDecode".as_slice()) {
                // Packed once more, a picture could hide what it says of itself.
                if filters.len() != 1 {
                    return None;
                }
                let cleaned = jpeg::clean(&stream.content)?;
                stream.set_content(cleaned);
            }
            Some(())
        }
        _ => Some(()),
    }
}

fn dictionary_of(dictionary: &mut Dictionary, depth: usize) -> Option<()> {
    strip(dictionary);
    dictionary
        .iter_mut()
        .try_for_each(|(_, value)| walk(value, depth + 1))
}
