//! Commands that look after the data: migrate, backup, restore, doctor, verify, config check.

use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use kit::clock::Clock;
use kit::db::{self, Db};
use kit::words::Tongue;

use super::{config, open, text};
use crate::base::config::Config;
use crate::base::{App, Problem, audit, erasures, keys};
use crate::ops::progress;
use crate::year::publish;
use crate::{boot, crossings, ops};

pub fn migrate(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let config = config(given)?;
    let db = Db::open(boot::target(&config)?, 1)?;
    let bar = progress::bar(w, "cli-doing-migrate", 0);
    let mut told = |done: usize, all: usize| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let done = db::migrate_telling(&db, &boot::migrations(), Clock::system().now(), &mut told);
    bar.finish_and_clear();
    let done = done?;
    out!("{}", w.one("cli-migrated", "count", done));
    Ok(ExitCode::SUCCESS)
}

pub fn backup(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let config = config(given)?;
    let db = Db::open(boot::target(&config)?, 1)?;
    let file = text(given, "file");
    if Path::new(file).exists() {
        return Err(Problem::Refused(
            "cli-backup-exists",
            vec![("file", file.into())],
        ));
    }
    let line = progress::growing(w, "cli-doing-backup", Path::new(file));
    let done = db::backup(&db, Path::new(file));
    line.finish_and_clear();
    done?;
    out!("{}", w.one("cli-backed-up", "file", file));
    Ok(ExitCode::SUCCESS)
}

/// Puts the copy back, brings it up to date and erases again what was erased since it was made.
pub fn restore(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let config = config(given)?;
    let file = text(given, "file");
    let line = progress::line(w, "cli-doing-restore");
    let done = put_back(config, Path::new(file));
    line.finish_and_clear();
    let erased = done?;
    out!(
        "{}",
        w.with(
            "cli-restored",
            &[("file", file.into()), ("count", erased.into())]
        )
    );
    Ok(ExitCode::SUCCESS)
}

fn put_back(config: Config, file: &Path) -> Result<usize, Problem> {
    let keys_dir = &config.database.keys_dir;
    let _alone = ops::server::alone(keys_dir)?;
    if !keys::Keys::are_in(keys_dir) {
        return Err(boot::keys_missing(keys_dir));
    }
    db::restore(&boot::target(&config)?, file, &boot::migrations())?;
    let app = boot::open(config, Clock::system(), ops::printer::child())?;
    Ok(erasures::replay(&app)? + crossings::erase_again(&app)?)
}

pub fn config_check(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let Some(("check", given)) = given.subcommand() else {
        return Ok(ExitCode::from(2));
    };
    config(given)?;
    out!("{}", w.t("cli-config-fine"));
    Ok(ExitCode::SUCCESS)
}

pub fn doctor(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let findings = ops::doctor::examine(config(given)?);
    for finding in &findings {
        out!(
            "{} {}",
            match (finding.bad, finding.note) {
                (true, _) => "✗",
                (false, true) => "!",
                (false, false) => "✓",
            },
            w.with(finding.word, &finding.args)
        );
        if finding.bad || finding.note {
            out!("  → {}", w.with(finding.mend, &finding.args));
        }
    }
    let well = findings.iter().all(|finding| !finding.bad);
    out!(
        "{}",
        w.t(if well {
            "cli-doctor-well"
        } else {
            "cli-doctor-ill"
        })
    );
    Ok(if well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

pub fn verify(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    match given.get_one::<String>("published") {
        Some(place) => verify_published(given, w, place),
        None => verify_book(&open(given)?, w),
    }
}

fn verify_book(app: &App, w: &Tongue) -> Result<ExitCode, Problem> {
    let bar = progress::bar(w, "cli-doing-verify", audit::extent(app)?);
    let done = audit::verify_telling(app, &mut |read| bar.set_position(read));
    bar.finish_and_clear();
    let verdict = done?;
    out!(
        "{}",
        w.with(
            "cli-verified",
            &[
                ("entries", verdict.entries.into()),
                ("rows", verdict.rows.into()),
            ]
        )
    );
    for (rule, count) in &verdict.erased {
        out!(
            "{}",
            w.with(
                "cli-verified-erased",
                &[
                    ("rule", rule.to_string().into()),
                    ("count", (*count).into())
                ]
            )
        );
    }
    for fault in &verdict.faults {
        out!("✗ {}: {}", fault.place, w.t(fault.kind.word()));
    }
    let whole = verdict.is_good();
    out!(
        "{}",
        w.t(if whole {
            "cli-book-whole"
        } else if verdict.lacks_heads_alone() {
            "cli-book-heads"
        } else {
            "cli-book-broken"
        })
    );
    Ok(if whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn verify_published(given: &ArgMatches, w: &Tongue, place: &str) -> Result<ExitCode, Problem> {
    let key = match given.get_one::<String>("key") {
        Some(text) => Some(
            keys::unhex(text.trim())
                .and_then(|bytes| bytes.try_into().ok())
                .ok_or(Problem::refused("cli-key-wrong"))?,
        ),
        None => None,
    };
    let is_address = place.starts_with("https://") || place.starts_with("http://");
    if !is_address && !Path::new(place).is_dir() {
        return Err(Problem::refused("cli-place-none"));
    }
    let report = publish::verify::place(place, key)?;
    for line in report.lines(w) {
        out!("{line}");
    }
    Ok(if report.sound() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
