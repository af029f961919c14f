//! Redacted copies: the text of each file with everything taken out that was found, names of files included.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use detect::Detector;
use extract::Content;

use super::walk::File;
use crate::base::Problem;
use crate::base::findings::Inspection;

pub(super) struct Copies {
    dir: PathBuf,
}

impl Copies {
    /// Makes the folder. One with something in it is refused: copies of another run would be added to.
    pub fn begin(dir: &Path) -> Result<Copies, Problem> {
        fs::create_dir_all(dir)?;
        if fs::read_dir(dir)?.next().is_some() {
            let shown = dir.display().to_string();
            return Err(Problem::Refused(
                "cli-scan-not-empty",
                vec![("dir", shown.into())],
            ));
        }
        Ok(Copies {
            dir: dir.to_owned(),
        })
    }

    /// Writes the copy of a file, or adds a mailbox's next message to it. Parts that were not inspected are named
    /// and left out.
    pub fn write(
        &self,
        file: &File,
        inspection: &Inspection,
        detector: &Detector,
    ) -> io::Result<()> {
        let mut to = self.dir.clone();
        for component in file.inside.components() {
            if let Component::Normal(name) = component {
                to.push(
                    detector
                        .redact(&name.to_string_lossy())
                        .replace(['/', '\\'], "_"),
                );
            }
        }
        let mut name = to.file_name().unwrap_or_default().to_os_string();
        name.push(".txt");
        to.set_file_name(name);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut copy = fs::OpenOptions::new().create(true).append(true).open(to)?;
        io::Write::write_all(&mut copy, contents(inspection, detector).as_bytes())
    }
}

fn contents(inspection: &Inspection, detector: &Detector) -> String {
    let mut copy = String::new();
    for one in &inspection.parts {
        let path = detector.redact(&one.part.path);
        match &one.part.content {
            // Another reading of the same bytes would only repeat them.
            Content::Text(text) if text.second => {}
            Content::Text(text) => {
                let _ = writeln!(copy, "== {path} ({})", one.part.kind.code());
                let _ = writeln!(copy, "{}", detector.redact(&text.text));
            }
            Content::NotInspected(reason) => {
                let _ = writeln!(copy, "== {path} (not inspected: {})", reason.code());
            }
        }
    }
    // Once more over the whole: the end of one part and the beginning of the next are neighbours now.
    detector.redact(&copy)
}
