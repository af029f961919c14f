//! Says what is wrong with an installation and how to mend it. Changes nothing.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use kit::clock::Clock;
use kit::db::{self, Db, State, Target};
use kit::words::Arg;

use super::printer;
use crate::base::config::Config;
use crate::base::keys::{Keys, SIGNING};
use crate::base::{App, audit, identity};
use crate::boot;

/// One thing that was looked at. `word` says what was found, `mend` what to do.
pub struct Finding {
    pub bad: bool,
    /// Not broken, but somebody should know.
    pub note: bool,
    pub word: &'static str,
    pub mend: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

fn good(word: &'static str) -> Finding {
    Finding {
        bad: false,
        note: false,
        word,
        mend: "",
        args: Vec::new(),
    }
}

fn bad(word: &'static str, mend: &'static str, why: impl ToString) -> Finding {
    Finding {
        bad: true,
        note: false,
        word,
        mend,
        args: vec![("why", why.to_string().into())],
    }
}

/// Something that a municipality may have chosen.
fn note(word: &'static str, mend: &'static str) -> Finding {
    Finding {
        bad: false,
        note: true,
        ..bad(word, mend, "")
    }
}

/// Looks at everything that can be looked at; stops early only where nothing behind it could work.
pub fn examine(config: Config) -> Vec<Finding> {
    let mut findings = vec![good("doctor-config")];
    findings.push(keys(&config.database.keys_dir));
    let target = match boot::target(&config) {
        Ok(target) => target,
        Err(problem) => {
            findings.push(bad(
                "doctor-database",
                "doctor-database-mend",
                problem.plain(),
            ));
            return findings;
        }
    };
    if let Target::Sqlite(path) = &target {
        if !path.exists() {
            let word = "doctor-database-none";
            findings.push(bad(word, "doctor-database-none-mend", path.display()));
            return findings;
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        findings.push(room(&folder.join(".tillit-doctor")));
    }
    let db = match Db::open(target, 2) {
        Ok(db) => db,
        Err(error) => {
            findings.push(bad("doctor-database", "doctor-database-mend", error));
            return findings;
        }
    };
    match db::state(&db, &boot::migrations()) {
        Ok(State::Current) => findings.push(good("doctor-schema")),
        Ok(State::Newer { found }) => {
            findings.push(bad(
                "doctor-schema-newer",
                "doctor-schema-newer-mend",
                found,
            ));
            return findings;
        }
        Ok(State::Behind { .. } | State::Empty) => {
            findings.push(bad("doctor-schema-behind", "doctor-schema-behind-mend", ""));
            return findings;
        }
        Err(error) => {
            findings.push(bad("doctor-database", "doctor-database-mend", error));
            return findings;
        }
    }
    if !Keys::are_in(&config.database.keys_dir) {
        // Opening would refuse, or make a key: what is missing has been said.
        return findings;
    }
    match boot::assemble(config, db, Clock::system(), printer::child()) {
        Ok(app) => installation(&app, &mut findings),
        Err(problem) => findings.push(bad("doctor-boot", "doctor-boot-mend", problem.plain())),
    }
    findings
}

fn installation(app: &App, findings: &mut Vec<Finding>) {
    let verdict = audit::verify(app);
    let lost = verdict
        .as_ref()
        .is_ok_and(audit::Verdict::lacks_heads_alone);
    findings.push(match verdict {
        Ok(verdict) if verdict.is_good() || lost => good("doctor-book"),
        Ok(verdict) => bad(
            "doctor-book-broken",
            "doctor-book-mend",
            verdict.found as usize,
        ),
        Err(problem) => bad("doctor-book-broken", "doctor-book-mend", problem.plain()),
    });
    findings.push(match app.read(identity::needs_setup) {
        Ok(false) => good("doctor-administrator"),
        Ok(true) => bad("doctor-administrator-none", "doctor-administrator-mend", ""),
        Err(problem) => bad("doctor-database", "doctor-database-mend", problem.plain()),
    });
    findings.push(match kit::jobs::counts(&app.db) {
        Ok((_, 0)) => good("doctor-jobs"),
        Ok((_, failed)) => bad("doctor-jobs-failed", "doctor-jobs-mend", failed),
        Err(error) => bad("doctor-database", "doctor-database-mend", error),
    });
    findings.push(if app.sender.can_send() {
        good("doctor-mail")
    } else {
        note("doctor-mail-none", "doctor-mail-mend")
    });
    findings.push(heads(app, lost));
    findings.push(match (app.printer)(&sample()) {
        Ok(_) => good("doctor-printer"),
        Err(problem) => bad(
            "doctor-printer-broken",
            "doctor-printer-mend",
            problem.plain(),
        ),
    });
}

/// Whether heads go to a place outside: the file is opened as the daily job opens it, with nothing added.
fn heads(app: &App, lost: bool) -> Finding {
    let book = &app.config.book;
    let Some(path) = &book.heads_file else {
        return match book.heads_mail {
            Some(_) => good("doctor-heads"),
            None => note("doctor-heads-none", "doctor-heads-mend"),
        };
    };
    let unread = |why: String| bad("doctor-heads-unread", "doctor-heads-unread-mend", why);
    let folder = path.parent().unwrap_or(Path::new("/"));
    match std::fs::File::options().append(true).open(path) {
        _ if lost => unread(path.display().to_string()),
        Ok(_) => good("doctor-heads"),
        // Before the first head is written there is no file yet.
        Err(error) if error.kind() == ErrorKind::NotFound && folder.is_dir() => {
            good("doctor-heads")
        }
        Err(error) => unread(format!("{}: {error}", path.display())),
    }
}

fn keys(dir: &Path) -> Finding {
    if !Keys::are_in(dir) {
        return bad("doctor-keys-none", "doctor-keys-none-mend", dir.display());
    }
    match open_to_others(dir) {
        Ok(None) => good("doctor-keys"),
        Ok(Some(file)) => bad("doctor-keys-open", "doctor-keys-mend", file.display()),
        Err(error) => bad(
            "doctor-keys-unread",
            "doctor-keys-unread-mend",
            format!("{}: {error}", dir.display()),
        ),
    }
}

/// The first file of the folder that somebody else may read; the public key may be read by all.
#[cfg(unix)]
fn open_to_others(dir: &Path) -> std::io::Result<Option<PathBuf>> {
    use std::os::unix::fs::PermissionsExt;
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        let public = entry.path().extension().is_some_and(|end| end == "pub");
        if !public && entry.metadata()?.permissions().mode() & 0o077 != 0 {
            return Ok(Some(entry.path()));
        }
    }
    std::fs::File::open(dir.join(SIGNING))?;
    Ok(None)
}

#[cfg(not(unix))]
fn open_to_others(dir: &Path) -> std::io::Result<Option<PathBuf>> {
    std::fs::File::open(dir.join(SIGNING))?;
    Ok(None)
}

/// Room for a day's work at least, and leave to write: tried with a file that is taken away again.
const ROOM: usize = 16 * 1024 * 1024;

fn room(file: &Path) -> Finding {
    let tried = std::fs::File::create(file).and_then(|mut made| {
        made.write_all(&vec![0; ROOM])?;
        made.sync_all()
    });
    // What cannot be taken away was not made.
    let _ = std::fs::remove_file(file);
    let folder = file.parent().unwrap_or(file).display();
    match tried {
        Ok(()) => good("doctor-room"),
        Err(error) => bad(
            "doctor-room-none",
            "doctor-room-mend",
            format!("{folder}: {error}"),
        ),
    }
}

/// The smallest report: does the typesetter start and end.
fn sample() -> paper::Document {
    paper::Document {
        lang: "en".into(),
        title: "Test".into(),
        subtitle: String::new(),
        author: "Tillit".into(),
        date: "2026".into(),
        iso_date: "2026-01-01".into(),
        colour: "#14507a".into(),
        contents_title: None,
        running_head: String::new(),
        page_label: "Page".into(),
        blocks: vec![paper::Block::Paragraph("Test".into())],
    }
}
