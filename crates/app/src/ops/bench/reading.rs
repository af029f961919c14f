//! Reading and judging: one mail through the pool of children, and `tillit scan` over ten thousand files.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use detect::{Detector, Options, Policy};
use extract::{Limits, Part};

use super::{cpu_ms, say};
use crate::base::Problem;
use crate::base::findings::inspect;
use crate::ops::reader::{Pool, own};

/// Mails that are read for the mean.
const MAILS: u32 = 5_000;

/// A mail of 10 KB, extracted in a child and judged here; the CPU of both is counted.
pub fn mail() -> Result<(), Problem> {
    let mail = ordinary_mail();
    if let Some(place) = std::env::var_os("TILLIT_BENCH_MAIL") {
        // For the peers, which read the same.
        fs::write(place, &mail)?;
    }
    say("size", mail.len() as f64 / 1000.0, "kB");
    say("reading alone", each_ms(&mail, |_| ())?, "ms");
    for (name, options) in [
        ("identifiers", Options::IDENTIFIERS),
        ("matters", Options::MATTERS),
        ("all", Options::default()),
    ] {
        let (detector, policy) = (Detector::new(options), Policy::shipped());
        let judge = |parts| drop(inspect(parts, &detector, &policy));
        say(name, each_ms(&mail, judge)?, "ms");
    }
    Ok(())
}

/// CPU of this process and the child for one mail, with what is done with its parts.
fn each_ms(mail: &str, then: impl Fn(Vec<Part>)) -> Result<f64, Problem> {
    let pool = Pool::new(own(), Limits::default(), 1);
    let before = cpu_ms(true);
    for _ in 0..MAILS {
        let parts = pool.read("mail.eml", mail.as_bytes());
        if parts.iter().any(|part| part.text().is_none()) {
            return Err(Problem::Outside("the child did not read the mail".into()));
        }
        then(parts);
    }
    // A child is counted when it has ended.
    drop(pool);
    Ok((cpu_ms(true) - before) / f64::from(MAILS))
}

/// Written by us, as one colleague writes to another about roads and budgets.
const WRITTEN: &str = include_str!("mail.txt");

/// A mail of 10 KB: plain text and the same as HTML, as mail programs send it, older mails quoted below, and the
/// headers of a few hops.
fn ordinary_mail() -> String {
    let quoted: String = WRITTEN.chars().cycle().take(2_450).collect();
    let text = format!("{WRITTEN}\n> {}", quoted.replace('\n', "\n> "));
    let html = text.replace('\n', "</p>\n<p>").replace("> ", "&gt; ");
    let (text, html) = (text.replace('\n', "\r\n"), html.replace('\n', "\r\n"));
    let hops = "Received: from mx.example.dk (mx.example.dk [192.0.2.7]) by mail.example.dk with ESMTPS\r\n".repeat(6);
    format!(
        "{hops}From: Anna Berg <anna@example.dk>\r\nTo: Bo Holm <bo@example.dk>\r\nSubject: =?utf-8?Q?Din_ans=C3=B8gning?=\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n--b1\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n\r\n--b1\r\n\
         Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>{html}</p></body></html>\r\n--b1--\r\n"
    )
}

/// `tillit scan` as a process of its own over a folder of mixed files (`cargo run -p extract --example mixed`).
pub fn scan() -> Result<(), Problem> {
    let dir = std::env::var_os("TILLIT_BENCH_SCAN")
        .map_or_else(|| PathBuf::from("target/bench-scan"), PathBuf::from);
    let list = fs::read_to_string(dir.with_extension("planted.txt"))?;
    let planted: BTreeSet<&str> = list.lines().collect();
    let out = dir.with_extension("found.jsonl");
    let (before, started) = (cpu_ms(true), Instant::now());
    let mut scan = Command::new(std::env::current_exe()?)
        .args(["scan", "--format", "json"])
        .arg(&dir)
        .stdout(fs::File::create(&out)?)
        .stderr(Stdio::null())
        .spawn()?;
    let (mut parent, mut child) = (0.0_f64, 0.0_f64);
    while scan.try_wait()?.is_none() {
        parent = parent.max(peak_mib(scan.id()));
        child = children(scan.id())
            .into_iter()
            .map(peak_mib)
            .fold(child, f64::max);
        std::thread::sleep(Duration::from_millis(20));
    }
    let seconds = started.elapsed().as_secs_f64();
    let text = fs::read_to_string(&out)?;
    let lines: Vec<serde_json::Value> = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let files = lines
        .last()
        .and_then(|sum| sum["files"].as_f64())
        .unwrap_or_default();
    let with: BTreeSet<&str> = lines
        .iter()
        .filter(|line| line["kind"] == "cpr")
        .filter_map(|line| line["path"].as_str())
        .collect();
    say("files", files, "");
    say("files a second", files / seconds, "/s");
    say("wall", seconds, "s");
    say("cpu", (cpu_ms(true) - before) / 1000.0, "s");
    say("parent", parent, "MiB");
    say("largest child", child, "MiB");
    say("planted", planted.len() as f64, "");
    say("missed", planted.difference(&with).count() as f64, "");
    say("false", with.difference(&planted).count() as f64, "");
    let not = |line: &&serde_json::Value| line["not_inspected"].is_string();
    say("not inspected", lines.iter().filter(not).count() as f64, "");
    Ok(())
}

/// The most memory that a process had at once (proc(5), VmHWM); 0 when it has ended.
fn peak_mib(pid: u32) -> f64 {
    fs::read_to_string(format!("/proc/{pid}/status"))
        .unwrap_or_default()
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok())
        .map_or(0.0, |kib| kib / 1024.0)
}

fn children(pid: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{pid}/task"));
    tasks
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|task| fs::read_to_string(task.path().join("children")).ok())
        .flat_map(|list| {
            list.split_whitespace()
                .filter_map(|pid| pid.parse().ok())
                .collect::<Vec<u32>>()
        })
        .collect()
}
