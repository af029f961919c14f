//! Real Postfix, the real program, and kill -9 of the guard at every step: in the end every recipient has exactly one
//! outcome, none is lost, none is below its floor, and what could not be known is repeated at most once, marked.
//!
//! Needs root and Debian's Postfix, which starts with a configuration and a queue of its own; says so where they
//! are not there.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod lab;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use lab::judged::{Judged, judge};
use lab::mails;
use lab::names::Names;
use lab::postfix::{Ports, Postfix, guarded, missing};
use lab::program::{Program, config, install, open};
use lab::secure::Secure;
use lab::sink::Sink;
use lab::staff;
use lab::submit::send;

/// Where it is killed, in turns (`pass/moment.rs`); the empty one is any moment.
const MOMENTS: [&str; 14] = [
    "judged",
    "leased",
    "begun",
    "handed",
    "between",
    "delivered",
    "written",
    "kept",
    "deposited",
    "told",
    "noted",
    "settled",
    "noticed",
    "",
];
/// Mails that Postfix keeps while it waits for the guard: enough for every kind at every start.
const WAITING: usize = 40;
/// A step that does not come in this time is killed where it stands.
const PATIENCE: Duration = Duration::from_secs(20);

fn kills() -> usize {
    std::env::var("TILLIT_KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(39)
}

fn rand() -> u64 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    RandomState::new().build_hasher().finish()
}

/// Everything around the guard.
struct Lab {
    file: PathBuf,
    text: String,
    ports: Ports,
    postfix: Postfix,
    sink: Sink,
    secure: Secure,
    /// The last to go: Postfix is stopped by what lies in it.
    dir: tempfile::TempDir,
}

impl Lab {
    fn start() -> Lab {
        let dir = tempfile::tempdir().unwrap();
        let ports = Ports::free();
        let partners = ["hospital.example", "insurance.example"];
        let secure = Secure::start(&partners);
        let mut names = Names::default();
        // One partner publishes its key, with the other its certificate was agreed on.
        names.domain(partners[0], secure.ip, secure.port, Some(secure.key));
        names.domain(partners[1], secure.ip, secure.port, None);
        let guard = format!(
            "only_note = false\npatience = 20\npartners = {partners:?}\nport = {}\nresolver = \"{}\"\n\
             [[guard.pins]]\ndomain = \"{}\"\nfingerprints = [\"{}\"]",
            secure.port,
            names.serve(),
            partners[1],
            secure.certificate
        );
        let rest = format!(
            "[portal]\nlisten = \"127.0.0.1:{}\"\nurl = \"http://localhost:{}\"\nsimulators = true\n\
             [mail]\nhost = \"127.0.0.1\"\nport = {}\ntls = false\nfrom = \"tillit@testby.example\"\n",
            ports.beside, ports.beside, ports.submit
        );
        let text = config(
            dir.path(),
            (ports.web, ports.guard, ports.back),
            &guard,
            &rest,
        );
        let (file, app, anna) = install(dir.path(), &text);
        let sink = Sink::start(ports.sink);
        let_others_in(dir.path());
        let postfix = Postfix::start(dir.path(), ports, &guarded(ports));
        let lab = Lab {
            file,
            text,
            ports,
            postfix,
            sink,
            secure,
            dir,
        };
        let _guard = Program::start(&lab.file);
        staff::enter(&app, lab.ports.web, anna);
        lab.check_the_setup();
        lab
    }

    /// `tillit guard check` finds this set-up whole.
    fn check_the_setup(&self) {
        let said = Command::new(env!("CARGO_BIN_EXE_tillit"))
            .args(["guard", "check", "--lang", "en", "--config"])
            .arg(&self.file)
            .args(["--submit", &format!("127.0.0.1:{}", self.ports.submit)])
            .env("MAIL_CONFIG", self.dir.path().join("postfix/etc"))
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(said.status.success() && !text.contains('✗'), "{text}");
        assert!(
            text.contains("A probe went from Postfix to the guard"),
            "{text}"
        );
    }

    /// Starts the guard and kills it at this moment; what it was killed at.
    fn kill_at(&self, moment: &'static str) -> &'static str {
        // Not always the first mail: otherwise the same few would be begun and never ended.
        let times = rand() % 8 + 1;
        let mut guard = match moment {
            "" => Program::start(&self.file),
            _ => Program::killed_at(&self.file, &format!("{moment}:{times}")),
        };
        self.postfix.flush();
        if moment.is_empty() {
            std::thread::sleep(Duration::from_millis(rand() % 400));
            return "";
        }
        let began = Instant::now();
        while !guard.has_ended() {
            if began.elapsed() > PATIENCE {
                return "";
            }
            std::thread::sleep(Duration::from_millis(5));
            if began.elapsed().as_millis().is_multiple_of(500) {
                self.postfix.flush();
            }
        }
        moment
    }

    /// With a guard that lives, until nothing waits in Postfix and the portal has told everybody.
    fn drain(&self) {
        let _guard = Program::start(&self.file);
        let mut moved = Instant::now();
        let (mut still, mut before) = (0, 0);
        // Notices of the program are mails again: it is quiet when nothing has come for a while.
        while still < 20 {
            assert!(
                moved.elapsed() < Duration::from_secs(120),
                "nothing moves: {}",
                self.postfix
                    .log()
                    .lines()
                    .rev()
                    .take(20)
                    .collect::<Vec<_>>()
                    .join("\n")
            );
            self.postfix.flush();
            std::thread::sleep(Duration::from_millis(500));
            let got = self.sink.0.lock().unwrap().len();
            if got != before {
                moved = Instant::now();
            }
            let quiet = self.postfix.waiting() == 0 && got == before;
            (still, before) = (if quiet { still + 1 } else { 0 }, got);
        }
    }
}

/// Postfix's own users must come as far as its queue.
fn let_others_in(dir: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// Numbers of the mails that Postfix has taken.
type Sent = Arc<Mutex<BTreeSet<usize>>>;

fn writer(postfix: &Postfix, port: u16, stop: &AtomicBool, sent: &Sent) {
    let mut number = 0;
    while !stop.load(Ordering::SeqCst) {
        if number % 6 == 0 && postfix.waiting() > WAITING {
            std::thread::sleep(Duration::from_millis(20));
            continue;
        }
        let to: Vec<&str> = mails::ends(number).iter().map(|(to, _)| *to).collect();
        if send(port, &to, &mails::text(number)) {
            sent.lock().unwrap().insert(number);
        }
        number += 1;
    }
}

/// Ends the writer also where the test stops at a fault: otherwise it would be waited for.
struct Stopping<'a>(&'a AtomicBool);

impl Drop for Stopping<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[test]
fn kill_the_guard_behind_a_real_postfix() {
    if let Some(why) = missing() {
        println!("NOT RUN: {why}");
        return;
    }
    let lab = Lab::start();
    let (sent, stop) = (Sent::default(), AtomicBool::new(false));
    let mut reached: BTreeMap<&str, usize> = BTreeMap::new();
    let began = Instant::now();
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| writer(&lab.postfix, lab.ports.submit, &stop, &sent));
        let stopping = Stopping(&stop);
        for round in 0..kills() {
            let at = lab.kill_at(MOMENTS[round % MOMENTS.len()]);
            *reached.entry(at).or_default() += 1;
        }
        drop(stopping);
        writing.join().unwrap();
    });
    let killing = began.elapsed();
    lab.drain();
    let sent = sent.lock().unwrap();
    let judged = judge(
        &sent,
        &lab.sink.got(),
        &lab.secure.sink.got(),
        &open(&lab.text),
    );
    told(&reached, sent.len(), &judged, killing);
    assert!(
        sent.len() > kills(),
        "mails were on their way when it was killed"
    );
    for moment in MOMENTS.iter().filter(|_| kills() >= 2 * MOMENTS.len()) {
        assert!(
            reached.contains_key(moment),
            "never killed at {moment:?}: {reached:?}"
        );
    }
}

/// The figures, as the laboratory writes them down.
fn told(reached: &BTreeMap<&str, usize>, mails: usize, judged: &Judged, killing: Duration) {
    let by_chance = reached.get("").copied().unwrap_or_default();
    let steps: Vec<String> = reached
        .iter()
        .filter(|(moment, _)| !moment.is_empty())
        .map(|(moment, count)| format!("{moment} {count}"))
        .collect();
    let ends: Vec<String> = judged
        .by_end
        .iter()
        .map(|(end, count)| format!("{end} {count}"))
        .collect();
    println!(
        "\nfigure: {} kills in {} s: {}, at any moment {by_chance}",
        kills(),
        killing.as_secs(),
        steps.join(", ")
    );
    println!(
        "\nfigure: {mails} mails with {} recipients: {}",
        judged.recipients,
        ends.join(", ")
    );
    println!(
        "\nfigure: {} recipients with one outcome and one copy at most, {} with one repeat, marked, {} held because nobody could know; \
         0 lost, 0 below their floor, 0 by another way than their own",
        judged.once, judged.repeated, judged.exhausted
    );
}
