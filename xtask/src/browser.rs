//! The tests in the browser, and the pictures it takes. The rest is in crates/app/tests/browser.

use std::path::PathBuf;
use std::process::Command;

use crate::report::Report;
use crate::{machine, run};

pub fn folder() -> PathBuf {
    run::root().join("crates/app/tests/browser")
}

/// The tests against the program of a profile (`debug`, `release`), which must be built.
pub fn command(profile: &str, filter: Option<&str>, environment: &[(&str, &str)]) -> Command {
    let mut node = run::command(&machine::node().to_string_lossy(), &["run.mjs"]);
    node.args(filter).current_dir(folder());
    node.env("TILLIT_PROGRAM", program(profile))
        .env("CHROMIUM", machine::CHROMIUM)
        .envs(environment.iter().copied());
    node
}

/// Builds the program as the tests do. Naming one test takes the features of test libraries in, so that cargo
/// makes the same libraries for both and none twice.
///
/// # Errors
/// When it does not build.
pub fn build() -> Result<(), String> {
    run::plain(run::cargo(&[
        "build",
        "--workspace",
        "--bins",
        "--test",
        "words",
    ]))
}

/// Builds the program and runs the browser tests alone.
///
/// # Errors
/// When something is missing or the program does not build.
pub fn alone(filter: Option<&str>) -> Result<bool, String> {
    machine::prepare()?;
    build()?;
    let mut report = Report::default();
    report.step("browser", command("debug", filter, &[]));
    Ok(report.close())
}

/// Takes the README's pictures into docs/pictures.
///
/// # Errors
/// When something is missing or the program does not build.
pub fn shots() -> Result<bool, String> {
    machine::prepare()?;
    build()?;
    let mut node = command("debug", None, &[]);
    node.env("SHOTS", run::root().join("docs/pictures"));
    Ok(run::watched(node)?.ok)
}

fn program(profile: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| run::root().join("target"), PathBuf::from);
    target.join(profile).join("tillit")
}
