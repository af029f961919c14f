//! Files without what tells on their author: place and camera in a picture, names and dates in a document, and the
//! file's own name. What cannot be cleaned is refused: a promise that holds for some files only is none.

mod jpeg;
mod markup;
mod pdf;
mod plain;
mod png;
mod zipped;

use crate::base::visit::Upload;

use super::store::Enclosed;

/// Why a file was refused: the message to say.
pub type Refusal = &'static str;

/// A picture or text of more than this is refused before anything is read of it.
const MOST: usize = 20 * 1024 * 1024;

/// The file cleaned, under a name that says its kind alone.
///
/// # Errors
/// `incidents-reporting-fault-file` for a kind that cannot be cleaned or a file that is damaged.
pub fn enclose(upload: &Upload) -> Result<Enclosed, Refusal> {
    const REFUSED: Refusal = "incidents-reporting-fault-file";
    let bytes = upload.bytes.as_slice();
    if bytes.len() > MOST {
        return Err("problem-upload-large");
    }
    let (ending, cleaned) = if jpeg::is(bytes) {
        ("jpg", jpeg::clean(bytes))
    } else if png::is(bytes) {
        ("png", png::clean(bytes))
    } else if pdf::is(bytes) {
        ("pdf", pdf::clean(bytes))
    } else if zipped::is(bytes) {
        match zipped::clean(bytes) {
            Some((ending, cleaned)) => (ending, Some(cleaned)),
            None => ("", None),
        }
    } else {
        ("txt", plain::clean(bytes))
    };
    Ok(Enclosed {
        name: format!("file.{ending}"),
        bytes: cleaned.ok_or(REFUSED)?,
    })
}
