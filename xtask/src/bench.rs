//! `cargo xtask bench`: figures against the limits of the project, printed as Markdown. Writes nothing.
//!
//! Each bench is the hidden command `tillit bench NAME`. It prints one line per figure, parts divided by a
//! tab: name, number, unit.

use std::process::Command;

use crate::cluster::Cluster;
use crate::detection;
use crate::run::{answer, cargo, command, plain, program, root};

/// What may not be exceeded: bench, figure, limit, in the unit that the bench prints.
const LIMITS: &[(&str, &str, f64)] = &[
    ("register", "statements", 8.0),
    ("register", "cpu ms", 3.0),
    ("cases", "statements", 8.0),
    ("cases", "slowest cpu ms", 5.0),
    ("reports", "page ms", 5.0),
    ("reports", "submit ms", 5.0),
    ("reports", "public page ms", 5.0),
    ("reports", "public submit ms", 5.0),
    // 200 a second, each durable before its answer.
    ("reports", "seconds for 2,000 s", 10.0),
    ("reports", "public seconds for 2,000 s", 10.0),
    ("memory", "idle MiB", 64.0),
    ("memory", "idle after a PDF MiB", 64.0),
    ("memory", "idle after sign-ins MiB", 64.0),
    ("start", "first answer ms", 500.0),
    ("figures", "year ms", 1000.0),
    ("pdf", "cpu for 40 pages ms", 1200.0),
    ("import", "cpu ms", 5000.0),
    ("demo", "city s", 60.0),
    ("mail", "identifiers ms", 0.2),
    ("mail", "all ms", 0.2),
    // A file of an unknown form holds nothing planted, and is said to be unread.
    ("scan", "missed", 0.0),
    ("scan", "false", 0.0),
    ("scan", "parent MiB", 256.0),
    ("scan", "largest child MiB", 256.0),
];

/// Makes the 10,000 files, unless they are there.
const SCANNED: [&str; 8] = [
    "run",
    "--release",
    "--package",
    "extract",
    "--example",
    "mixed",
    "--",
    "target/bench-scan",
];

/// Builds for release, or takes the program that `TILLIT_PROGRAM` names, and runs the benches or the one that is named.
///
/// # Errors
/// When the program does not build, or there is no such bench.
pub fn all(only: Option<&str>) -> Result<bool, String> {
    let mut names: Vec<&str> = LIMITS.iter().map(|(bench, ..)| *bench).collect();
    names.dedup();
    names.retain(|name| only.is_none_or(|only| only == *name));
    if names.is_empty() {
        return Err("no such bench".to_owned());
    }
    let program = program()?.display().to_string();
    if names.contains(&"scan") {
        plain(cargo(&SCANNED))?;
    }
    println!(
        "\n{}\n\n| bench | figure | measured | limit | |\n|---|---|---:|---:|---|",
        machine_line()
    );
    let mut good = true;
    for name in names {
        let mut once = command(&program, &["bench", name]);
        once.env("TILLIT_BENCH_MAIL", mail_file());
        good &= shown(name, name, once);
        if name == "mail" {
            peers();
        }
        if name == "reports" {
            let cluster = Cluster::start()?;
            let mut again = command(&program, &["bench", name]);
            again.env("TILLIT_BENCH_URL", cluster.url());
            good &= shown(name, "reports, PostgreSQL", again);
        }
    }
    Ok(good)
}

/// Where the bench of a mail puts the mail, so that the peers read the same.
fn mail_file() -> String {
    root().join("target/bench-mail.eml").display().to_string()
}

/// The peers with the same mail in the same minute, where they are installed. They have no limit.
fn peers() {
    for line in detection::python(&["mail", &mail_file()]).lines() {
        if let [name, number, unit] = line.split('\t').collect::<Vec<_>>()[..] {
            println!("| mail | {name} | {number} {unit} | | |");
        }
    }
}

/// Runs a bench and prints its rows under a title.
fn shown(bench: &str, title: &str, program: Command) -> bool {
    match answer(program) {
        Some(lines) => judged(bench, title, &lines),
        None => {
            println!("| {title} | | | | FAILED |");
            false
        }
    }
}

/// Prints a row per figure; false when one is over its limit or a figure that has a limit is missing.
fn judged(bench: &str, title: &str, lines: &str) -> bool {
    let mut missing: Vec<&str> = LIMITS
        .iter()
        .filter(|(of, ..)| *of == bench)
        .map(|(_, what, _)| *what)
        .collect();
    let mut good = true;
    for line in lines.lines() {
        let mut parts = line.split('\t');
        let (Some(name), Some(number)) = (parts.next(), parts.next()) else {
            continue;
        };
        let unit = parts.next().unwrap_or_default();
        let figure = format!("{name} {unit}");
        missing.retain(|what| *what != figure.trim());
        let within = within(bench, figure.trim(), number);
        let limit = limit(bench, figure.trim())
            .map(|limit| format!("{limit} {unit}"))
            .unwrap_or_default();
        println!(
            "| {title} | {name} | {number} {unit} | {limit} | {} |",
            if within { "ok" } else { "OVER" }
        );
        good &= within;
    }
    for what in &missing {
        println!("| {title} | {what} | | | MISSING |");
    }
    good && missing.is_empty()
}

fn limit(bench: &str, figure: &str) -> Option<f64> {
    LIMITS
        .iter()
        .find(|(of, what, _)| *of == bench && *what == figure)
        .map(|(.., limit)| *limit)
}

fn within(bench: &str, figure: &str, number: &str) -> bool {
    number
        .parse::<f64>()
        .is_ok_and(|measured| limit(bench, figure).is_none_or(|limit| measured <= limit))
}

pub fn machine_line() -> String {
    let model = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    format!(
        "Machine: {} × {}",
        cores,
        model.trim_start_matches([' ', '\t', ':'])
    )
}

#[cfg(test)]
mod tests {
    use super::judged;

    #[test]
    fn a_figure_over_its_limit_is_seen() {
        assert!(judged(
            "register",
            "register",
            "statements\t8\ncpu\t2.9\tms"
        ));
        assert!(!judged(
            "register",
            "register",
            "statements\t8\ncpu\t3.1\tms"
        ));
        assert!(!judged(
            "register",
            "register",
            "statements\t8\ncpu\tfast\tms"
        ));
    }

    #[test]
    fn a_figure_that_is_missing_is_seen() {
        assert!(!judged("register", "register", "cpu\t2.9\tms"));
    }

    #[test]
    fn a_figure_without_limit_is_only_shown() {
        assert!(judged(
            "start",
            "start",
            "first answer\t12\tms\nrows\t10000"
        ));
    }
}
