//! `cargo xtask test` and `cargo xtask words`.

use crate::cluster::Cluster;
use crate::report::Report;
use crate::run::{cargo, command, watched};
use crate::{browser, machine};

/// Everything that must hold before a change lands. The sum is the last line.
///
/// # Errors
/// When the machine lacks something that could not be installed.
pub fn all() -> Result<bool, String> {
    machine::prepare()?;
    let mut report = Report::default();
    report.step("format", cargo(&["fmt", "--all", "--check"]));
    rust(&mut report);
    report.step("browser", browser::command("debug", None, &[]));
    if machine::has_deny() {
        report.step("licences", deny_offline());
    } else {
        report.not_run(
            "licences",
            "cargo-deny is not installed; `cargo xtask lab` installs it",
        );
    }
    Ok(report.close())
}

fn rust(report: &mut Report) {
    let cluster = match Cluster::start() {
        Ok(cluster) => cluster,
        Err(why) => return report.failed("tests", &format!("PostgreSQL did not start: {why}")),
    };
    // The tests first: they build every library, and the program that the browser tests use. The lints
    // then only check; the other way round costs the same, but a failing test would be seen later.
    // Property tests search from a fixed seed here, so that the same commit gives the same answer; the lab lets them
    // search anew.
    let mut tests = cluster.tell(cargo(&["nextest", "run", "--workspace"]));
    tests.env("PROPTEST_RNG_SEED", "2026");
    report.step("tests", tests);
    drop(cluster);
    report.step(
        "lints",
        cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ]),
    );
}

/// Runs any command with a server for the tests, as `cargo xtask postgres cargo nextest run -p kit`.
///
/// # Errors
/// When PostgreSQL is missing or does not start.
pub fn beside_postgres(program: &str, args: &[&str]) -> Result<bool, String> {
    let cluster = Cluster::start()?;
    let mut command = command(program, args);
    command.current_dir(std::env::current_dir().map_err(|error| error.to_string())?);
    Ok(watched(cluster.tell(command))?.ok)
}

/// Licences, bans and sources need no network; advisories do, and are looked up by the lab.
pub fn deny_offline() -> std::process::Command {
    cargo(&["deny", "--offline", "check", "licenses", "bans", "sources"])
}

/// Lists missing and unused messages.
///
/// # Errors
/// When nextest is missing.
pub fn words() -> Result<bool, String> {
    let mut report = Report::default();
    report.step(
        "words",
        cargo(&[
            "nextest",
            "run",
            "--package",
            "tillit",
            "--test",
            "words",
            "--no-capture",
        ]),
    );
    Ok(report.close())
}
