//! The files below some paths, and the messages in a mailbox file.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use extract::{Content, Kind, Limits, Part, Reason, Text};

/// A file to read.
pub(super) struct File {
    pub path: PathBuf,
    /// Its path below what was named, for a copy.
    pub inside: PathBuf,
}

/// All files, sorted, so that two runs take them in the same order. Links below a path are not followed: what they
/// lead to is either below it as well, or was not asked for. A link that is itself named was asked for.
pub(super) fn files(roots: &[PathBuf]) -> Vec<File> {
    let mut found = Vec::new();
    for root in roots {
        let base = root.parent().unwrap_or(Path::new(""));
        let mut open = vec![root.clone()];
        while let Some(path) = open.pop() {
            let meta = if path == *root {
                fs::metadata(&path)
            } else {
                fs::symlink_metadata(&path)
            };
            let kind = meta.map(|meta| meta.file_type());
            if kind.as_ref().is_ok_and(fs::FileType::is_dir) {
                match fs::read_dir(&path) {
                    Ok(entries) => {
                        for entry in entries {
                            match entry {
                                Ok(entry) => open.push(entry.path()),
                                // What else is in it was not told: the folder is not read.
                                Err(_) => found.push(file(path.clone(), base)),
                            }
                        }
                    }
                    // A folder that cannot be opened is told as a file that cannot be read.
                    Err(_) => found.push(file(path, base)),
                }
            } else if path == *root || kind.map_or(true, |kind| kind.is_file()) {
                // What nobody says the kind of (in a folder that may be listed and not entered) is told as well.
                found.push(file(path, base));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found.dedup_by(|a, b| a.path == b.path);
    found
}

fn file(path: PathBuf, base: &Path) -> File {
    let inside = path.strip_prefix(base).unwrap_or(&path).to_owned();
    File { path, inside }
}

/// The names of a file and its folders, as a text: they stay readable when everything else is sealed.
pub(super) fn named(file: &File) -> Part {
    Part {
        path: String::new(),
        kind: Kind::Names,
        content: Content::Text(Text {
            text: file.inside.display().to_string(),
            ..Text::default()
        }),
    }
}

/// What stands for a file that was not read.
pub(super) fn unread(name: &str, reason: Reason) -> Vec<Part> {
    vec![Part {
        path: name.to_owned(),
        kind: Kind::File,
        content: Content::NotInspected(reason),
    }]
}

/// Gives a file's bytes, or each message of a mailbox one after the other, so that a mailbox of many gigabytes
/// needs the memory of its largest message.
pub(super) fn each(file: &File, see: &mut dyn FnMut(&str, Result<&[u8], Reason>)) {
    let name = file
        .path
        .file_name()
        .map_or_else(|| "-".into(), |name| name.to_string_lossy().into_owned());
    let most = Limits::default().bytes;
    // Looked at before it is opened: opening a pipe would wait for somebody to write into it.
    let there = fs::metadata(&file.path).ok().filter(fs::Metadata::is_file);
    let opened = there.and_then(|meta| Some((meta, fs::File::open(&file.path).ok()?)));
    let Some((meta, opened)) = opened else {
        return see(&name, Err(Reason::Unreadable));
    };
    let mut reader = BufReader::with_capacity(256 * 1024, opened);
    let start = reader.fill_buf().unwrap_or_default();
    if is_mailbox(start) {
        return messages(&name, &mut reader, most, see);
    }
    if meta.len() > most {
        return see(&name, Err(Reason::TooLarge));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or_default());
    match reader.take(most + 1).read_to_end(&mut bytes) {
        Ok(_) => see(&name, Ok(&bytes)),
        Err(_) => see(&name, Err(Reason::Unreadable)),
    }
}

/// "From somebody …", then a header.
fn is_mailbox(start: &[u8]) -> bool {
    let mut lines = start.split(|byte| *byte == b'\n');
    lines.next().is_some_and(|line| line.starts_with(b"From "))
        && lines.next().is_some_and(|line| {
            line.iter()
                .position(|byte| *byte == b':')
                .is_some_and(|at| at > 0 && line[..at].iter().all(u8::is_ascii_graphic))
        })
}

fn messages(
    name: &str,
    reader: &mut impl BufRead,
    most: u64,
    see: &mut dyn FnMut(&str, Result<&[u8], Reason>),
) {
    let mut number = 0;
    let mut message: Vec<u8> = Vec::new();
    let mut line = Vec::new();
    let mut over = false;
    loop {
        line.clear();
        // One line may be as long as the file: no more of it is read than a message may have.
        let read = reader.by_ref().take(most).read_until(b'\n', &mut line);
        let ended = !matches!(read, Ok(1..));
        if ended || line.starts_with(b"From ") {
            if number > 0 {
                let shown = format!("{name}#{number}.eml");
                see(
                    &shown,
                    if over {
                        Err(Reason::TooLarge)
                    } else {
                        Ok(&message)
                    },
                );
            }
            number += 1;
            message.clear();
            over = false;
        } else if message.len() as u64 + line.len() as u64 > most {
            over = true;
        } else {
            message.extend_from_slice(&line);
        }
        if ended {
            return;
        }
    }
}
