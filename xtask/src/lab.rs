//! `cargo xtask lab`: what takes too long for every day. Prints its figures as Markdown, for docs/.

use std::process::Command;

use crate::cluster::Cluster;
use crate::report::Report;
use crate::run::{answer, cargo, plain};
use crate::{browser, machine, test};

/// # Errors
/// When the machine lacks something that could not be installed, or the program does not build.
pub fn all() -> Result<bool, String> {
    machine::prepare()?;
    let mut report = Report::default();
    licences(&mut report);
    searches(&mut report);
    kills(&mut report);
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
            let mut tests = tests_of("test(kill)");
            tests.env("TILLIT_KILLS", "200");
            report.step("200 kills on each engine", cluster.tell(tests));
        }
        Err(why) => report.failed(
            "200 kills on each engine",
            &format!("PostgreSQL did not start: {why}"),
        ),
    }
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
