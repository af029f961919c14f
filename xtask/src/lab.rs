//! `cargo xtask lab`: what takes too long for every day. Prints its figures as Markdown, for docs/.

use std::process::Command;

use crate::cluster::Cluster;
use crate::report::Report;
use crate::run::{answer, cargo, command, plain, root};
use crate::{browser, machine, test};

/// Between these lines of docs/benchmarks.md stand the figures of [`guard`].
const BEGIN: &str = "<!-- cargo xtask lab guard -->";
const END: &str = "<!-- end -->";

/// # Errors
/// When the machine lacks something that could not be installed, or the program does not build.
pub fn all() -> Result<bool, String> {
    machine::prepare()?;
    let mut report = Report::default();
    licences(&mut report);
    searches(&mut report);
    kills(&mut report);
    guard_kills(&mut report);
    // Thousands of looks: at the pace of the program as it is used.
    plain(cargo(&["build", "--release", "--package", "tillit"]))?;
    report.step(
        "every page in every language, scheme and width",
        browser::command("release", None, &[("LAB", "1")]),
    );
    Ok(report.close())
}

fn licences(report: &mut Report) {
    if !machine::has_deny() {
        println!("installing cargo-deny, which takes many minutes");
        if let Err(why) = plain(cargo(&["install", "cargo-deny", "--locked"])) {
            return report.failed("licences", &why);
        }
    }
    report.step("licences", test::deny_offline());
    if answer(cargo(&["deny", "fetch", "db"])).is_some() {
        report.step(
            "advisories",
            cargo(&["deny", "--offline", "check", "advisories"]),
        );
    } else {
        report.not_run(
            "advisories",
            "the list of advisories could not be fetched from here",
        );
    }
}

/// The property tests from seeds that nobody has tried, and many more of them.
fn searches(report: &mut Report) {
    let mut tests = tests_of("test(random) | test(no_reader) | test(property)");
    tests.env("PROPTEST_CASES", "500");
    report.step("500 searches for each property", tests);
}

fn kills(report: &mut Report) {
    match Cluster::start() {
        Ok(cluster) => {
            let mut tests = tests_of("test(kill) & !test(kill_the_guard)");
            tests.env("TILLIT_KILLS", "200");
            report.step("200 kills on each engine", cluster.tell(tests));
        }
        Err(why) => report.failed(
            "200 kills on each engine",
            &format!("PostgreSQL did not start: {why}"),
        ),
    }
}

/// `cargo xtask lab guard`: the guard killed a thousand times behind a real Postfix, and the figures in their document.
///
/// # Errors
/// When the machine lacks something that could not be installed, or the document is not there.
pub fn guard() -> Result<bool, String> {
    machine::prepare()?;
    let mut report = Report::default();
    guard_kills(&mut report);
    let good = report.close();
    if good {
        written(report.figures())?;
    }
    Ok(good)
}

fn guard_kills(report: &mut Report) {
    let mut tests = tests_of("test(kill_the_guard)");
    // What it prints are the figures; without this they are hidden where all is well.
    tests.arg("--no-capture");
    if std::env::var_os("TILLIT_KILLS").is_none() {
        tests.env("TILLIT_KILLS", "1000");
    }
    report.step("1,000 kills of the guard", tests);
}

/// Puts the figures where the document keeps them.
fn written(figures: &[String]) -> Result<(), String> {
    let path = root().join("docs/benchmarks.md");
    let said = |error: std::io::Error| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(&path).map_err(said)?;
    let (before, rest) = text
        .split_once(BEGIN)
        .ok_or("docs/benchmarks.md: no place for the figures of the guard's lab")?;
    let (_, after) = rest
        .split_once(END)
        .ok_or("docs/benchmarks.md: the place has no end")?;
    let day = answer(command("date", &["+%F"])).unwrap_or_default();
    let lines: Vec<String> = figures.iter().map(|figure| format!("- {figure}")).collect();
    let new = format!(
        "{before}{BEGIN}\n{day}, debug build:\n\n{}\n{END}{after}",
        lines.join("\n")
    );
    std::fs::write(&path, new).map_err(said)
}

fn tests_of(which: &str) -> Command {
    cargo(&[
        "nextest",
        "run",
        "--workspace",
        "--profile",
        "lab",
        "-E",
        which,
    ])
}
