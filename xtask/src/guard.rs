//! `cargo xtask bench guard`: the same Postfix without and with the guard in the same minutes, and what the guard
//! itself uses. Needs root and Debian's Postfix (with smtp-source and smtp-sink), and says so where they are not there.

#![allow(
    clippy::unwrap_used,
    reason = "a bench stops at the first thing that is not as it should be"
)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::run::{cargo, plain, root};

#[path = "guard/load.rs"]
mod load;
#[path = "../../crates/app/tests/lab/postfix.rs"]
mod postfix;

use load::{Usage, mail_file, usage};
use postfix::{Ports, Postfix};

/// Part of Postfix's own rate that must remain (each mail passes its queue twice).
const SHARE: f64 = 40.0;
/// Rounds of each kind, in turns, so that a busy minute meets both.
const ROUNDS: usize = 3;
const MAILS: u32 = 2_000;

/// # Errors
/// When the program does not build.
pub fn bench() -> Result<bool, String> {
    if let Some(why) = postfix::missing() {
        println!("bench guard NOT RUN: {why}");
        return Ok(true);
    }
    plain(cargo(&["build", "--release", "--package", "tillit"]))?;
    let dir = std::env::temp_dir().join(format!("tillit-bench-{}", std::process::id()));
    std::fs::create_dir_all(&dir).map_err(|error| error.to_string())?;
    let good = in_folder(&dir);
    let _ = std::fs::remove_dir_all(&dir);
    good
}

fn in_folder(dir: &Path) -> Result<bool, String> {
    let ports = Ports::free();
    let guard = Program::start(dir, ports);
    let mut sink = sink(ports.sink);
    println!("\n| bench | figure | measured | limit | |\n|---|---|---:|---:|---|");
    let mut rates = (Vec::new(), Vec::new());
    let mut spent = Vec::new();
    for round in 0..ROUNDS {
        for filter in [false, true] {
            let place = dir.join(format!("{round}{filter}"));
            std::fs::create_dir_all(&place).unwrap();
            let postfix = Postfix::start(&place, ports, filter);
            let before = guard.usage();
            let file = mail_file(&place, "10 KB");
            let rate = run(&postfix, ports.submit, &file, MAILS);
            if filter {
                let cpu = guard.usage().cpu - before.cpu;
                // The first round reads lists and models once.
                spent.push(cpu * 1000.0 / f64::from(MAILS));
                rates.1.push(rate);
            } else {
                rates.0.push(rate);
            }
        }
    }
    let (without, with) = (median(&mut rates.0), median(&mut rates.1));
    row("Postfix alone, 10 KB", without, "mails/s", None);
    row("Postfix with the guard, 10 KB", with, "mails/s", None);
    let share = 100.0 * with / without;
    let mut good = at_least("share of Postfix alone", share, "%", SHARE);
    good &= at_most("own CPU, 10 KB", median(&mut spent), "ms", 1.0);
    good &= sizes(dir, ports, &guard);
    let _ = sink.kill();
    let _ = sink.wait();
    Ok(good)
}

/// CPU for larger mails, and memory with all connections busy.
fn sizes(dir: &Path, ports: Ports, guard: &Program) -> bool {
    let place = dir.join("sizes");
    std::fs::create_dir_all(&place).unwrap();
    let postfix = Postfix::start(&place, ports, true);
    let mut good = true;
    for (name, count, limit) in [("100 KB", 200, 4.0), ("1 MB PDF", 20, 150.0)] {
        let file = mail_file(&place, name);
        let before = guard.usage();
        send_files(&postfix, ports.submit, &file, count);
        let cpu = guard.usage().cpu - before.cpu;
        good &= at_most(
            &format!("own CPU, {name}"),
            cpu * 1000.0 / f64::from(count),
            "ms",
            limit,
        );
    }
    let most = load::memory_while(guard.child.id(), || {
        load::connections(ports.guard, 50, &mail_file(&place, "100 KB"));
    });
    good &= at_most("memory, 50 connections", most, "MiB", 150.0);
    good
}

fn median(of: &mut [f64]) -> f64 {
    of.sort_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or_default()
}

fn row(name: &str, measured: f64, unit: &str, limit: Option<(f64, bool)>) {
    let (limit, word) = match limit {
        None => (String::new(), ""),
        Some((limit, true)) => (format!("{limit} {unit}"), "ok"),
        Some((limit, false)) => (format!("{limit} {unit}"), "OVER"),
    };
    println!("| guard | {name} | {measured:.2} {unit} | {limit} | {word} |");
}

fn at_most(name: &str, measured: f64, unit: &str, limit: f64) -> bool {
    row(name, measured, unit, Some((limit, measured <= limit)));
    measured <= limit
}

fn at_least(name: &str, measured: f64, unit: &str, limit: f64) -> bool {
    row(name, measured, unit, Some((limit, measured >= limit)));
    measured >= limit
}

/// Mails a second from the first connection until the queue is empty.
fn run(postfix: &Postfix, submit: u16, file: &Path, mails: u32) -> f64 {
    let began = Instant::now();
    let sent = Command::new("smtp-source")
        .args(["-s", "10", "-m", &mails.to_string(), "-F"])
        .arg(file)
        .args(["-f", "anna@testby.example", "-t", "x@elsewhere.example"])
        .arg(format!("127.0.0.1:{submit}"))
        .status()
        .unwrap();
    assert!(sent.success(), "smtp-source");
    empty(postfix);
    f64::from(mails) / began.elapsed().as_secs_f64()
}

fn empty(postfix: &Postfix) {
    // What had to wait for a start is tried at once, not after a second.
    postfix.flush();
    let began = Instant::now();
    while postfix.waiting() > 0 {
        assert!(
            began.elapsed() < Duration::from_secs(120),
            "the queue does not empty:\n{}",
            postfix
                .log()
                .lines()
                .rev()
                .take(10)
                .collect::<Vec<_>>()
                .join("\n")
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn send_files(postfix: &Postfix, submit: u16, file: &Path, count: u32) {
    load::send(submit, file, count);
    empty(postfix);
}

fn sink(port: u16) -> Child {
    let child = Command::new("smtp-sink")
        .args(["-c", &format!("127.0.0.1:{port}"), "1000"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(300));
    child
}

/// The program, serving with the guard.
struct Program {
    child: Child,
}

impl Program {
    fn start(dir: &Path, ports: Ports) -> Program {
        let file = dir.join("tillit.toml");
        std::fs::write(&file, config(dir, ports)).unwrap();
        let mut child = Command::new(root().join("target/release/tillit"))
            .args(["serve", "--lang", "en", "--config"])
            .arg(&file)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().starts_with("Serving")));
        Program { child }
    }

    fn usage(&self) -> Usage {
        usage(self.child.id())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn config(dir: &Path, ports: Ports) -> String {
    format!(
        "[municipality]\nname = {{ en = \"Bench\" }}\nzone = \"Europe/Copenhagen\"\nlanguage = \"en\"\n\
         [server]\nlisten = \"127.0.0.1:{web}\"\npublic_url = \"http://127.0.0.1:{web}\"\n\
         [database]\nurl = \"sqlite:{dir}/tillit.sqlite\"\nkeys_dir = \"{dir}/keys\"\n\
         [guard]\nlisten = \"127.0.0.1:{guard}\"\nnext = \"127.0.0.1:{back}\"\nonly_note = true\n\
         hello = \"mail.testby.example\"\nown_domains = [\"testby.example\"]\nresolver = \"127.0.0.1:1\"\n",
        web = ports.web,
        guard = ports.guard,
        back = ports.back,
        dir = dir.display(),
    )
}
