//! Commands that look after the data: migrate, backup, restore, doctor, verify, config check.

use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use kit::clock::Clock;
use kit::db::{self, Db};
use kit::words::Tongue;

use super::{config, open, text};
use crate::base::{App, Problem, audit, erasures, keys};
use crate::year::publish;
use crate::{boot, ops};

pub fn migrate(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let config = config(given, w)?;
    let db = Db::open(boot::target(&config)?, 1)?;
    let done = db::migrate(&db, &boot::migrations(), Clock::system().now())?;
    println!("{}", w.one("cli-migrated", "count", done));
    Ok(ExitCode::SUCCESS)
}

pub fn backup(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let config = config(given, w)?;
    let db = Db::open(boot::target(&config)?, 1)?;
    let file = text(given, "file");
    db::backup(&db, Path::new(file))?;
    println!("{}", w.one("cli-backed-up", "file", file));
    Ok(ExitCode::SUCCESS)
}

/// Puts the copy back, brings it up to date and erases again what was erased since it was made.
pub fn restore(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let config = config(given, w)?;
    let file = text(given, "file");
    db::restore(&boot::target(&config)?, Path::new(file))?;
    let app = boot::open(config, Clock::system(), ops::printer::child())?;
    let erased = erasures::replay(&app)?;
    println!(
        "{}",
        w.with(
            "cli-restored",
            &[("file", file.into()), ("count", erased.into())]
        )
    );
    Ok(ExitCode::SUCCESS)
}

pub fn config_check(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let Some(("check", given)) = given.subcommand() else {
        return Ok(ExitCode::from(2));
    };
    config(given, w)?;
    println!("{}", w.t("cli-config-fine"));
    Ok(ExitCode::SUCCESS)
}

pub fn doctor(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let findings = ops::doctor::examine(config(given, w)?);
    for finding in &findings {
        println!(
            "{} {}",
            if finding.bad { "✗" } else { "✓" },
            w.with(finding.word, &finding.args)
        );
        if finding.bad {
            println!("  → {}", w.with(finding.mend, &finding.args));
        }
    }
    let well = findings.iter().all(|finding| !finding.bad);
    println!(
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
        None => verify_book(&open(given, w)?, w),
    }
}

fn verify_book(app: &App, w: &Tongue) -> Result<ExitCode, Problem> {
    let verdict = audit::verify(app)?;
    println!(
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
        println!(
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
        println!("✗ {}: {}", fault.place, w.t(fault.kind.word()));
    }
    let whole = verdict.is_good();
    println!(
        "{}",
        w.t(if whole {
            "cli-book-whole"
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
    let report = publish::verify::place(place, key)?;
    for line in report.lines(w) {
        println!("{line}");
    }
    Ok(if report.sound() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
