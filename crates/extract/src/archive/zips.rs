//! ZIP: what its directory names, and what lies in it without being named.

use std::io::Cursor;

use zip::ZipArchive;
use zip::read::read_zipfile_from_stream;
use zip::result::ZipError;

use super::unpack;
use crate::office;
use crate::part::{Kind, Reason};
use crate::reading::Reading;

/// An opened archive.
pub(crate) struct Members<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    pub names: Vec<String>,
}

impl<'b> Members<'b> {
    pub fn open(bytes: &'b [u8]) -> Option<Members<'b>> {
        let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let names = (0..archive.len())
            .map(|index| match archive.name_for_index(index) {
                Some(Ok(name)) => name.into_owned(),
                _ => format!("?{index}"),
            })
            .collect();
        Some(Members { archive, names })
    }

    /// A member's bytes, and whether they are all of it.
    pub fn read(&mut self, r: &mut Reading<'_>, index: usize) -> Result<(Vec<u8>, bool), Reason> {
        let mut member = self.archive.by_index(index).map_err(reason)?;
        let declared = member.size();
        if declared > r.account.room() {
            return Err(Reason::TooLarge);
        }
        unpack(r, &mut member)
    }

    pub fn place(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }
}

fn reason(error: ZipError) -> Reason {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Reason::Encrypted
        }
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            Reason::UnknownType
        }
        _ => Reason::Broken,
    }
}

pub(crate) fn zip(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let Some(mut members) = Members::open(bytes) else {
        // No directory (cut off, say): what can still be found is read, and the whole is not inspected.
        unnamed(r, bytes, &[])?;
        return Err(Reason::Broken);
    };
    if members.place("[Content_Types].xml").is_some() {
        office::ooxml::file(r, &mut members)?;
    } else if members.place("mimetype").is_some() && members.place("content.xml").is_some() {
        office::odf::file(r, &mut members)?;
    } else {
        plain(r, &mut members)?;
    }
    let known = ranges(&mut members);
    r.again(|r| unnamed(r, bytes, &known))
}

fn plain(r: &mut Reading<'_>, members: &mut Members<'_>) -> Result<(), Reason> {
    let mut names = members.names.join("\n");
    names.push('\n');
    names.push_str(&String::from_utf8_lossy(members.archive.comment()));
    r.text(Kind::Names, names);
    for index in 0..members.names.len() {
        r.account.in_time()?;
        member(r, members, index);
    }
    Ok(())
}

/// Whether a file that begins as something else ends as an archive with a directory.
pub(crate) fn is_behind(bytes: &[u8]) -> bool {
    // The end record has 22 bytes and a comment of at most 65,535 (APPNOTE 4.3.16).
    let end = bytes.get(bytes.len().saturating_sub(66_000)..);
    memchr::memmem::find(end.unwrap_or_default(), b"PK\x05\x06").is_some()
        && Members::open(bytes).is_some_and(|members| !members.names.is_empty())
}

/// One member under its own name, as whatever it is.
pub(crate) fn member(r: &mut Reading<'_>, members: &mut Members<'_>, index: usize) {
    let name = members.names.get(index).cloned().unwrap_or_default();
    if name.ends_with('/') {
        return;
    }
    match members.read(r, index) {
        Ok((bytes, whole)) => {
            r.file(&name, &bytes, None);
            if !whole {
                r.inside(name, |_| Err(Reason::Broken));
            }
        }
        Err(reason) => r.inside(name, |_| Err(reason)),
    }
}

/// Where the members that the directory names begin and end.
fn ranges(members: &mut Members<'_>) -> Vec<(u64, u64)> {
    let mut known: Vec<(u64, u64)> = (0..members.names.len())
        .filter_map(|index| {
            let member = members.archive.by_index_raw(index).ok()?;
            let data = member.data_start().unwrap_or_else(|| member.header_start());
            Some((
                member.header_start(),
                data.saturating_add(member.compressed_size()),
            ))
        })
        .collect();
    known.sort_unstable();
    known
}

/// Members that no directory names: other programs unpack those.
fn unnamed(r: &mut Reading<'_>, bytes: &[u8], known: &[(u64, u64)]) -> Result<(), Reason> {
    let mut after = 0;
    for at in memchr::memmem::find_iter(bytes, b"PK\x03\x04") {
        let index = known.partition_point(|(start, _)| *start <= at as u64);
        let inside = index
            .checked_sub(1)
            .and_then(|index| known.get(index))
            .is_some_and(|(start, end)| (*start..*end).contains(&(at as u64)));
        if inside || at < after {
            continue;
        }
        r.account.in_time()?;
        let mut stream = Cursor::new(bytes.get(at..).unwrap_or_default());
        let Ok(Some(mut member)) = read_zipfile_from_stream(&mut stream) else {
            continue;
        };
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        if let Ok((contents, _)) = unpack(r, &mut member) {
            drop(member);
            after = at + usize::try_from(stream.position()).unwrap_or(0);
            r.file(&name, &contents, None);
        }
    }
    Ok(())
}
