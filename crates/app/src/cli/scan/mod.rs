//! `tillit scan PATH…`: what confidential information lies in files, folders, mailboxes. Reads, stores nothing,
//! and needs no installation.
//!
//! Exit codes, for scripts: 0 nothing found and everything read; 1 something found; 2 wrong use; 3 nothing
//! found, but something was not inspected; 130 stopped before the end.

mod copies;
mod lines;
mod walk;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use clap::ArgMatches;
use detect::{Detector, Options, Own, Policy, Strength};
use indicatif::ProgressBar;
use kit::words::Tongue;
use tokio::signal::unix::{SignalKind, signal};

use super::text;
use crate::base::findings::{Inspection, inspect};
use crate::base::{Problem, app::Reader};
use crate::ops::{progress, reader};

use copies::Copies;

/// What one run works with.
struct Scan<'a> {
    w: &'a Tongue,
    reader: Reader,
    detector: Detector,
    policy: Policy,
    least: Strength,
    json: bool,
    copies: Option<Copies>,
    stop: Arc<AtomicBool>,
    bar: ProgressBar,
    out: Mutex<Box<dyn Write + Send>>,
    sum: Sum,
}

/// Counted while it runs, said at the end.
#[derive(Default)]
struct Sum {
    files: AtomicUsize,
    bytes: AtomicU64,
    found: AtomicUsize,
    findings: AtomicUsize,
    unread: AtomicUsize,
}

pub fn run(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let roots: Vec<PathBuf> = given
        .get_many::<String>("path")
        .unwrap_or_default()
        .map(PathBuf::from)
        .collect();
    let copies = given
        .get_one::<String>("redact")
        .map(|dir| Copies::begin(Path::new(dir)))
        .transpose()?;
    let files = walk::files(&roots);
    let scan = Scan {
        w,
        reader: reader::patient(),
        detector: Detector::with_own(options(text(given, "look")), &own(given)?),
        policy: policy(given)?,
        least: Strength::of_name(text(given, "least")).unwrap_or(Strength::Likely),
        json: text(given, "format") == "json",
        copies,
        bar: progress::bar(w, "cli-doing-scan", files.len() as u64),
        stop: Arc::new(AtomicBool::new(false)),
        out: Mutex::new(Box::new(std::io::BufWriter::new(std::io::stdout()))),
        sum: Sum::default(),
    };
    listen(Arc::clone(&scan.stop));
    let next = AtomicUsize::new(0);
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::SeqCst)) {
                    if scan.stopped() {
                        break;
                    }
                    scan.file(file);
                    scan.bar.inc(1);
                }
            });
        }
    });
    scan.bar.finish_and_clear();
    scan.end(files.len())
}

fn options(look: &str) -> Options {
    match look {
        "identifiers" => Options::IDENTIFIERS,
        "matters" => Options::MATTERS,
        _ => Options::default(),
    }
}

fn own(given: &ArgMatches) -> Result<Own, Problem> {
    match given.get_one::<String>("words") {
        None => Ok(Own::default()),
        Some(file) => Own::from_toml(&std::fs::read_to_string(file)?)
            .map_err(|fault| Problem::Outside(format!("{file}: {fault}"))),
    }
}

fn policy(given: &ArgMatches) -> Result<Policy, Problem> {
    match given.get_one::<String>("policy") {
        None => Ok(Policy::shipped()),
        Some(file) => Policy::from_toml(&std::fs::read_to_string(file)?)
            .map_err(|fault| Problem::Outside(format!("{file}: {fault}"))),
    }
}

/// Ctrl-C once: what is being read is finished, and the sum says that it is not all. Twice: at once.
fn listen(stop: Arc<AtomicBool>) {
    std::thread::spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
        else {
            return;
        };
        runtime.block_on(async {
            let Ok(mut ended) = signal(SignalKind::terminate()) else {
                return;
            };
            loop {
                tokio::select! {
                    _ = tokio::signal::ctrl_c() => {}
                    _ = ended.recv() => {}
                }
                if stop.swap(true, Ordering::SeqCst) {
                    std::process::exit(130);
                }
            }
        });
    });
}

impl Scan<'_> {
    fn stopped(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    fn file(&self, file: &walk::File) {
        let shown = file.path.display().to_string();
        let mut named = Some(walk::named(file));
        let mut whole = true;
        walk::each(file, &mut |name, bytes| {
            whole = !self.stopped();
            if !whole {
                return;
            }
            let mut parts = match bytes {
                Ok(bytes) => {
                    self.sum
                        .bytes
                        .fetch_add(bytes.len() as u64, Ordering::Relaxed);
                    (self.reader)(name, bytes)
                }
                Err(reason) => walk::unread(name, reason),
            };
            // What folders and files are called is told once, also for a mailbox of many messages.
            parts.extend(named.take());
            self.one(&shown, file, inspect(parts, &self.detector, &self.policy));
        });
        // A mailbox that was left in the middle was not read.
        self.sum
            .files
            .fetch_add(usize::from(whole), Ordering::Relaxed);
    }

    fn one(&self, shown: &str, file: &walk::File, inspection: Inspection) {
        let said = if self.json {
            lines::json(shown, &inspection, self.least)
        } else {
            lines::text(self.w, shown, &inspection, self.least)
        };
        self.sum
            .findings
            .fetch_add(said.findings, Ordering::Relaxed);
        self.sum.unread.fetch_add(said.unread, Ordering::Relaxed);
        self.sum
            .found
            .fetch_add(usize::from(said.findings > 0), Ordering::Relaxed);
        if let Some(copies) = &self.copies
            && copies.write(file, &inspection, &self.detector).is_err()
        {
            // A copy that could not be written must not look like one that was.
            self.sum.unread.fetch_add(1, Ordering::Relaxed);
            self.bar
                .suspend(|| eprintln!("{}", self.w.one("cli-scan-no-copy", "file", shown)));
        }
        if said.text.is_empty() {
            return;
        }
        // On a terminal the bar steps aside, or its line would run into ours.
        let told = self.bar.suspend(|| {
            let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
            out.write_all(said.text.as_bytes())
                .and_then(|()| out.flush())
        });
        // A closed pipe (`| head`) ends the run.
        if told.is_err() {
            self.stop.store(true, Ordering::SeqCst);
        }
    }

    fn end(&self, all: usize) -> Result<ExitCode, Problem> {
        let count = |number: &AtomicUsize| number.load(Ordering::SeqCst);
        let (files, found, unread) = (
            count(&self.sum.files),
            count(&self.sum.findings),
            count(&self.sum.unread),
        );
        let stopped = self.stopped();
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = self.sum.bytes.load(Ordering::SeqCst);
        if self.json {
            let sum = serde_json::json!({
                "summary": true, "files": files, "files_named": all, "bytes": bytes, "findings": found,
                "not_inspected": unread, "stopped": stopped,
            });
            let _ = writeln!(out, "{sum}");
        } else {
            let args = [
                ("files", files.into()),
                ("bytes", self.w.bytes(bytes).into()),
                ("with", count(&self.sum.found).into()),
                ("findings", found.into()),
            ];
            let _ = writeln!(out, "{}", self.w.with("cli-scan-sum", &args));
            if unread > 0 {
                let _ = writeln!(out, "{}", self.w.one("cli-scan-unread", "count", unread));
            }
            if stopped {
                let args = [("done", files.into()), ("all", all.into())];
                let _ = writeln!(out, "{}", self.w.with("cli-scan-stopped", &args));
            }
        }
        let _ = out.flush();
        Ok(match (stopped, found, unread) {
            (true, ..) => ExitCode::from(130),
            (_, 0, 0) => ExitCode::SUCCESS,
            (_, 0, _) => ExitCode::from(3),
            _ => ExitCode::from(1),
        })
    }
}
