//! `tillit guard …`: what an administrator does with the guard on outgoing mail.

use std::net::SocketAddr;
use std::process::ExitCode;

use clap::ArgMatches;
use kit::words::Tongue;

use super::{config, open, text};
use crate::base::Problem;
use crate::{crossings, ops};

pub fn run(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    match given.subcommand() {
        Some(("rotate-keys", given)) => rotate_keys(given, w),
        Some(("check", given)) => check(given, w),
        _ => Ok(ExitCode::from(2)),
    }
}

/// A program that serves meanwhile would go on sealing with the key that it read at its start.
fn rotate_keys(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let keys_dir = config(given)?.database.keys_dir;
    let _alone = ops::server::alone(&keys_dir)?;
    let app = open(given)?;
    let erase = given.get_flag("erase-old");
    let rows = crossings::rotate_keys(&app, erase)?;
    out!("{}", w.one("cli-guard-rotated", "count", rows));
    let word = if erase {
        "cli-guard-old-erased"
    } else {
        "cli-guard-old-kept"
    };
    out!("{}", w.t(word));
    Ok(ExitCode::SUCCESS)
}

/// Whether Postfix, the guard and the way back are set up as they must be.
fn check(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let submit: SocketAddr = text(given, "submit")
        .parse()
        .map_err(|_| Problem::refused("cli-guard-address"))?;
    let (lines, well) = crossings::check_outgoing(&open(given)?, submit, w)?;
    for line in lines {
        out!("{line}");
    }
    let (word, code) = if well {
        ("cli-guard-well", ExitCode::SUCCESS)
    } else {
        ("cli-guard-ill", ExitCode::FAILURE)
    };
    out!("{}", w.t(word));
    Ok(code)
}
