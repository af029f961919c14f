//! `tillit import people` and `tillit forget`.

use std::process::ExitCode;

use clap::ArgMatches;
use kit::words::Tongue;

use super::{open, read, text};
use crate::base::organisation::{self, import};
use crate::base::{Actor, Problem};
use crate::crossings;
use crate::ops::progress;

pub fn import(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let given = match given.subcommand() {
        Some(("people", given)) => given,
        Some(("incidents", given)) => return incidents(given, w),
        _ => return Ok(ExitCode::from(2)),
    };
    let bytes = read(text(given, "file"), w)?;
    let mapping = String::from_utf8_lossy(&read(text(given, "mapping"), w)?).into_owned();
    let app = open(given)?;
    let line = progress::line(w, "cli-doing-read");
    let preview = import::preview(&app, &bytes, &mapping);
    line.finish_and_clear();
    let preview = preview?;
    for line in preview.lines(w) {
        out!("{line}");
    }
    if given.get_flag("dry-run") {
        out!("{}", w.t("cli-import-dry"));
        return Ok(ExitCode::SUCCESS);
    }
    let line = progress::line(w, "cli-doing-import");
    let confirmed = given.get_flag("confirm");
    let done = import::apply(&app, &Actor::console(), &bytes, &mapping, confirmed);
    line.finish_and_clear();
    let done = done?;
    let counts: [(&str, usize); 4] = [
        ("new", done.new),
        ("changed", done.changed),
        ("ended", done.ended),
        ("out", done.rows_left_out),
    ];
    let args = counts.map(|(name, count)| (name, w.number(count as i64).into()));
    out!("{}", w.with("cli-imported", &args));
    Ok(ExitCode::SUCCESS)
}

/// Earlier cases from another system: what the file holds, and, unless it is a trial, taking it in.
fn incidents(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let app = open(given)?;
    let file = text(given, "file");
    let name = std::path::Path::new(file).file_stem();
    let source = match text(given, "source") {
        "" => name
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        source => source.to_owned(),
    };
    let dry = given.get_flag("dry-run");
    let asked = crossings::History {
        bytes: std::fs::read(file)?,
        source,
        unit: text(given, "unit").to_owned(),
        dry,
    };
    for line in crossings::import_history(&app, &asked, w)? {
        out!("{line}");
    }
    out!(
        "{}",
        w.t(if dry {
            "cli-import-dry"
        } else {
            "cli-imported"
        })
    );
    Ok(ExitCode::SUCCESS)
}

/// Erases who a person was, by rule 1: the municipality's own decision to erase.
pub fn forget(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    if !given.get_flag("yes") {
        return Err(Problem::refused("cli-forget-yes"));
    }
    let app = open(given)?;
    let person = app
        .read(|conn| organisation::person_by_number(conn, text(given, "number")))?
        .ok_or(Problem::refused("organisation-fault-person"))?;
    let line = progress::line(w, "cli-doing-forget");
    let done = organisation::forget(&app, &Actor::console(), person.id, 1);
    line.finish_and_clear();
    done?;
    out!("{}", w.t("cli-forgotten"));
    Ok(ExitCode::SUCCESS)
}
