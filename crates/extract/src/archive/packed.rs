//! TAR and GZIP.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::unpack;
use crate::part::{Kind, Reason};
use crate::reading::Reading;

pub(crate) fn gz(r: &mut Reading<'_>, name: &str, bytes: &[u8]) -> Result<(), Reason> {
    let mut stream = MultiGzDecoder::new(bytes);
    let stored = stream
        .header()
        .and_then(|header| header.filename())
        .map(|name| String::from_utf8_lossy(name).into_owned());
    let (contents, whole) = unpack(r, &mut stream)?;
    let outer = name
        .strip_suffix(".gz")
        .map(str::to_owned)
        .or_else(|| name.strip_suffix(".tgz").map(|stem| format!("{stem}.tar")));
    if let Some(stored) = &stored {
        r.text(Kind::Names, stored.clone());
    }
    let inner = outer.or(stored).unwrap_or_else(|| name.to_owned());
    r.file(&inner, &contents, None);
    if whole { Ok(()) } else { Err(Reason::Broken) }
}

pub(crate) fn tar(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let mut archive = tar::Archive::new(bytes);
    // An empty block is the end for some programs, and one more entry for others.
    archive.set_ignore_zeros(true);
    let entries = archive.entries().map_err(|_| Reason::Broken)?;
    let mut names = String::new();
    let mut outcome = Ok(());
    for entry in entries {
        if let Err(reason) = r.account.in_time() {
            outcome = Err(reason);
            break;
        }
        let Ok(mut entry) = entry else {
            outcome = Err(Reason::Broken);
            break;
        };
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        names.push_str(&name);
        names.push('\n');
        if let Some(link) = entry.link_name_bytes() {
            names.push_str(&String::from_utf8_lossy(&link));
            names.push('\n');
        }
        // Programs take every type that they do not know for a file (POSIX, ustar), and so do we.
        let kind = entry.header().entry_type();
        let bare = kind.is_dir() || kind.is_symlink() || kind.is_hard_link() || kind.is_fifo();
        if bare && entry.size() == 0 {
            continue;
        }
        match unpack(r, &mut entry as &mut dyn Read) {
            Ok((contents, whole)) => {
                r.file(&name, &contents, None);
                if !whole {
                    r.inside(name, |_| Err(Reason::Broken));
                }
            }
            Err(reason) => r.inside(name, |_| Err(reason)),
        }
    }
    r.text(Kind::Names, names);
    outcome
}
