//! Files that hold files.

mod packed;
mod zips;

pub(crate) use packed::{gz, tar};
pub(crate) use zips::{Members, is_behind, member, zip};

use std::io::Read;

use crate::part::Reason;
use crate::reading::Reading;

/// Reads a compressed stream, up to what may still be unpacked. Says whether it came to its end.
///
/// # Errors
/// [`Reason::TooLarge`] over the limit, [`Reason::Broken`] when nothing of it decodes.
pub(crate) fn unpack(r: &mut Reading<'_>, from: &mut dyn Read) -> Result<(Vec<u8>, bool), Reason> {
    let room = r.account.room();
    let mut bytes = Vec::new();
    let read = from.take(room.saturating_add(1)).read_to_end(&mut bytes);
    r.account.unpacked(bytes.len())?;
    match read {
        Ok(_) => Ok((bytes, true)),
        Err(_) if bytes.is_empty() => Err(Reason::Broken),
        // What came before the break is worth reading; the caller says that it is not all.
        Err(_) => Ok((bytes, false)),
    }
}
