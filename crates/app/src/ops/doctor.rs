//! Says what is wrong with an installation and how to mend it. Changes nothing.

use std::path::Path;

use kit::clock::Clock;
use kit::db::{self, Db, State};
use kit::words::Arg;

use super::printer;
use crate::base::config::Config;
use crate::base::{App, audit, identity};
use crate::boot;

/// One thing that was looked at. `word` says what was found, `mend` what to do.
pub struct Finding {
    pub bad: bool,
    pub word: &'static str,
    pub mend: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

fn good(word: &'static str) -> Finding {
    Finding {
        bad: false,
        word,
        mend: "",
        args: Vec::new(),
    }
}

fn bad(word: &'static str, mend: &'static str, why: impl ToString) -> Finding {
    Finding {
        bad: true,
        word,
        mend,
        args: vec![("why", why.to_string().into())],
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
    match boot::assemble(config, db, Clock::system(), printer::child()) {
        Ok(app) => installation(&app, &mut findings),
        Err(problem) => findings.push(bad("doctor-boot", "doctor-boot-mend", problem.plain())),
    }
    findings
}

fn installation(app: &App, findings: &mut Vec<Finding>) {
    findings.push(match audit::verify(app) {
        Ok(verdict) if verdict.is_good() => good("doctor-book"),
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
        bad("doctor-mail-none", "doctor-mail-mend", "")
    });
    findings.push(
        if app.config.book.heads_file.is_some() || app.config.book.heads_mail.is_some() {
            good("doctor-heads")
        } else {
            bad("doctor-heads-none", "doctor-heads-mend", "")
        },
    );
    findings.push(match (app.printer)(&sample()) {
        Ok(_) => good("doctor-printer"),
        Err(problem) => bad(
            "doctor-printer-broken",
            "doctor-printer-mend",
            problem.plain(),
        ),
    });
}

fn keys(dir: &Path) -> Finding {
    match std::fs::metadata(dir) {
        Ok(meta) if meta.is_dir() && !readable_by_others(dir) => good("doctor-keys"),
        Ok(_) => bad("doctor-keys-open", "doctor-keys-mend", dir.display()),
        Err(_) => bad("doctor-keys-none", "doctor-keys-none-mend", dir.display()),
    }
}

#[cfg(unix)]
fn readable_by_others(dir: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(dir.join("signing.key"))
        .is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn readable_by_others(_: &Path) -> bool {
    false
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
