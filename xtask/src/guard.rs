//! `cargo xtask bench guard`: the same Postfix alone, with the guard and with rspamd in the same minutes, and what the
//! guard itself uses. Needs root and Debian's Postfix (with smtp-source and smtp-sink) and rspamd, and says so where
//! they are not there.

#![allow(
    clippy::unwrap_used,
    reason = "a bench stops at the first thing that is not as it should be"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::run::program;

#[path = "guard/load.rs"]
mod load;
#[path = "../../crates/app/tests/lab/postfix.rs"]
mod postfix;
#[path = "guard/rspamd.rs"]
mod rspamd;

use load::{Usage, mail_file, usage};
use postfix::{Ports, Postfix, guarded};
use rspamd::Rspamd;

/// Part of Postfix's own rate that must remain, in percent (each mail passes its queue twice).
const SHARE: f64 = 40.0;
/// How much faster than Postfix with rspamd.
const TIMES: f64 = 3.0;
/// Rounds of each kind, in turns, so that a busy minute meets all.
const ROUNDS: usize = 3;

/// # Errors
/// When the program does not build.
pub fn bench() -> Result<bool, String> {
    if let Some(why) = postfix::missing() {
        println!("bench guard NOT RUN: {why}");
        return Ok(true);
    }
    let program = program()?;
    let dir = std::env::temp_dir().join(format!("tillit-bench-{}", std::process::id()));
    std::fs::create_dir_all(&dir).map_err(|error| error.to_string())?;
    let good = in_folder(&dir, &program);
    let _ = std::fs::remove_dir_all(&dir);
    Ok(good)
}

/// What stands behind Postfix.
#[derive(Clone, Copy, PartialEq)]
enum Behind {
    Nothing,
    Guard,
    Rspamd,
}

impl Behind {
    fn settings(self, ports: Ports) -> String {
        match self {
            Behind::Nothing => String::new(),
            Behind::Guard => guarded(ports),
            Behind::Rspamd => format!(
                "smtpd_milters = inet:127.0.0.1:{}\nmilter_protocol = 6\nmilter_default_action = tempfail\n",
                ports.beside
            ),
        }
    }

    /// Enough for seconds of work; rspamd is slower.
    fn mails(self) -> u32 {
        if self == Behind::Rspamd { 500 } else { 2_000 }
    }
}

/// From the first connection until the queue is empty: mails a second, and CPU for each mail (ms).
struct Round {
    rate: f64,
    /// Of the program behind Postfix.
    own: f64,
    /// Of Postfix itself.
    postfix: f64,
}

/// Everything that runs while it is measured.
struct Bench<'a> {
    dir: &'a Path,
    ports: Ports,
    guard: Program,
}

fn in_folder(dir: &Path, program: &Path) -> bool {
    let ports = Ports::free();
    let bench = Bench {
        dir,
        ports,
        guard: Program::start(program, dir, ports),
    };
    let mut sink = sink(ports.sink);
    let peer = Rspamd::start(dir, ports.beside);
    if let Err(why) = &peer {
        println!("rspamd is not measured: {why}");
    }
    println!("\n{}\n", crate::bench::machine_line());
    println!("| bench | figure | measured | limit | |\n|---|---|---:|---:|---|");
    let mut good = bench.rates(peer.as_ref().ok());
    good &= bench.sizes();
    good &= bench.memory();
    let _ = sink.kill();
    let _ = sink.wait();
    good
}

impl Bench<'_> {
    /// Mails a second and CPU, each kind in turns.
    fn rates(&self, peer: Option<&Rspamd>) -> bool {
        let (mut alone, mut with, mut peers) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let guard = self.guard.child.id();
            alone.push(self.round(Behind::Nothing, guard));
            with.push(self.round(Behind::Guard, guard));
            peers.extend(peer.map(|peer| self.round(Behind::Rspamd, peer.pid())));
        }
        let of = |rounds: &[Round], what: fn(&Round) -> f64| {
            median(&mut rounds.iter().map(what).collect::<Vec<f64>>())
        };
        // How fast the machine is just now: the facts' had 2.86 and 3.52 (facts/mail-figures.md, section 3).
        row(
            "Postfix's own CPU alone, 10 KB",
            of(&alone, |one| one.postfix),
            "ms",
            None,
        );
        let own = of(&with, |one| one.own);
        let (alone, with) = (of(&alone, |one| one.rate), of(&with, |one| one.rate));
        row("Postfix alone, 10 KB", alone, "mails/s", None);
        row("Postfix with the guard, 10 KB", with, "mails/s", None);
        let mut good = at_least("share of Postfix alone", 100.0 * with / alone, "%", SHARE);
        if !peers.is_empty() {
            let theirs = of(&peers, |one| one.own);
            let peer = of(&peers, |one| one.rate);
            row("Postfix with rspamd, 10 KB", peer, "mails/s", None);
            row("rspamd's own CPU, 10 KB", theirs, "ms", None);
            good &= at_least("times Postfix with rspamd", with / peer, "", TIMES);
        }
        good & at_most("own CPU, 10 KB", own, "ms", 1.0)
    }

    /// One round with a program behind Postfix.
    fn round(&self, behind: Behind, program: u32) -> Round {
        let place = tempfile_in(self.dir);
        let postfix = Postfix::start(&place, self.ports, &behind.settings(self.ports));
        let master = master(&place);
        let file = mail_file(self.dir, "10 KB");
        // Postfix's own processes are there, and so are the guard's lists and models.
        load::send(self.ports.submit, &file, 20);
        empty(&postfix);
        let mails = behind.mails();
        let (own, postfix_own) = (usage(program), usage(master));
        let began = Instant::now();
        let sent = Command::new("smtp-source")
            .args(["-s", "10", "-m", &mails.to_string(), "-F"])
            .arg(&file)
            .args(["-f", "anna@testby.example", "-t", "x@elsewhere.example"])
            .arg(format!("127.0.0.1:{}", self.ports.submit))
            .status()
            .unwrap();
        assert!(sent.success(), "smtp-source");
        empty(&postfix);
        let rate = f64::from(mails) / began.elapsed().as_secs_f64();
        Round {
            rate,
            own: per_mail(own, usage(program), mails),
            postfix: per_mail(postfix_own, usage(master), mails),
        }
    }

    fn guarded(&self) -> Postfix {
        let settings = Behind::Guard.settings(self.ports);
        Postfix::start(&tempfile_in(self.dir), self.ports, &settings)
    }

    /// CPU for larger mails.
    fn sizes(&self) -> bool {
        let postfix = self.guarded();
        let mut good = true;
        for (name, count, limit) in [("100 KB", 200, 4.0), ("1 MB PDF", 20, 150.0)] {
            let file = mail_file(self.dir, name);
            load::send(self.ports.submit, &file, 2);
            empty(&postfix);
            let before = self.guard.usage();
            load::send(self.ports.submit, &file, count);
            empty(&postfix);
            let cpu = per_mail(before, self.guard.usage(), count);
            good &= at_most(&format!("own CPU, {name}"), cpu, "ms", limit);
        }
        good
    }

    /// With every connection busy.
    fn memory(&self) -> bool {
        let postfix = self.guarded();
        let file = mail_file(self.dir, "100 KB");
        // Postfix's own processes are there before fifty ask for them at once.
        load::send(self.ports.submit, &file, 2);
        empty(&postfix);
        let most = load::memory_while(self.guard.child.id(), || {
            load::connections(self.ports.guard, 50, &file);
        });
        at_most("memory, 50 connections", most, "MiB", 150.0)
    }
}

/// A folder of its own for each Postfix.
fn tempfile_in(dir: &Path) -> PathBuf {
    let place = (0..)
        .map(|n| dir.join(n.to_string()))
        .find(|place| !place.exists())
        .unwrap();
    std::fs::create_dir_all(&place).unwrap();
    place
}

/// The process that all of a Postfix's others come from.
fn master(place: &Path) -> u32 {
    let text = std::fs::read_to_string(place.join("postfix/queue/pid/master.pid")).unwrap();
    text.trim().parse().unwrap()
}

fn per_mail(before: Usage, after: Usage, mails: u32) -> f64 {
    (after.cpu - before.cpu) * 1000.0 / f64::from(mails)
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

fn sink(port: u16) -> Child {
    let child = Command::new("smtp-sink")
        // As root it wants to be somebody else once it listens.
        .args(["-u", "postfix", "-c", &format!("127.0.0.1:{port}"), "1000"])
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
    fn start(program: &Path, dir: &Path, ports: Ports) -> Program {
        let file = dir.join("tillit.toml");
        std::fs::write(&file, config(dir, ports)).unwrap();
        let mut child = Command::new(program)
            .args(["serve", "--lang", "en", "--config"])
            .arg(&file)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut code = String::new();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        for line in lines.map_while(Result::ok) {
            if line.contains("/setup") {
                code = line.split(' ').next_back().unwrap_or_default().to_owned();
            }
            if line.starts_with("Serving") {
                break;
            }
        }
        set_up(ports.web, &code);
        Program { child }
    }

    fn usage(&self) -> Usage {
        usage(self.child.id())
    }
}

/// The first board, and an employee who sends: without a board there is nobody to whom a mail could belong.
fn set_up(port: u16, code: &str) {
    let body = format!(
        "code={code}&board=Board&board_code=b&unit=Unit&unit_code=u&given=Anna&family=Testby&number=1&title=Clerk\
         &email=anna%40testby.example&new=a+long+secret+of+the+bench&again=a+long+secret+of+the+bench"
    );
    let request = format!(
        "POST /setup HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let mut line = TcpStream::connect(("127.0.0.1", port)).unwrap();
    line.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "/setup: {answer:.200}");
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
         [guard]\nlisten = \"127.0.0.1:{guard}\"\nnext = \"127.0.0.1:{back}\"\nonly_note = false\n\
         hello = \"mail.testby.example\"\nown_domains = [\"testby.example\"]\nresolver = \"127.0.0.1:1\"\n",
        web = ports.web,
        guard = ports.guard,
        back = ports.back,
        dir = dir.display(),
    )
}
