//! Real Postfix, the real program, and kill -9 of the guard again and again: in the end every recipient has exactly
//! one outcome, none is lost, none is below its floor, and what could not be known is repeated at most once, marked.
//!
//! Needs root and Debian's Postfix, which starts with a configuration and a queue of its own; says so where they
//! are not there.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod lab;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kit::clock::{Clock, Day};
use kit::words::Texts;
use lab::postfix::{Ports, Postfix, missing};
use lab::sink::{Got, Sink, send};
use tillit::base::config::Config;
use tillit::base::organisation::{self, NewController, NewEmployment, NewPerson, NewUnit};
use tillit::base::{Actor, App};
use tillit::boot;

/// An open mail goes to both kinds; one with a number may not leave in the open.
const OPEN: &str = "open@elsewhere.example";
const SECRET: &str = "secret@elsewhere.example";
const COLLEAGUE: &str = "mona@testby.example";

fn kills() -> usize {
    std::env::var("TILLIT_KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(30)
}

fn config_text(dir: &Path, ports: Ports) -> String {
    format!(
        "[municipality]\nname = {{ en = \"Test\" }}\nzone = \"Europe/Copenhagen\"\nlanguage = \"en\"\n\
         [server]\nlisten = \"127.0.0.1:{web}\"\npublic_url = \"http://127.0.0.1:{web}\"\n\
         [report]\nurl = \"http://localhost:{web}\"\n\
         [database]\nurl = \"sqlite:{dir}/tillit.sqlite\"\nkeys_dir = \"{dir}/keys\"\n\
         [guard]\nlisten = \"127.0.0.1:{guard}\"\nnext = \"127.0.0.1:{back}\"\nonly_note = false\n\
         hello = \"mail.testby.example\"\nown_domains = [\"testby.example\"]\npatience = 20\n\
         resolver = \"127.0.0.1:1\"\n",
        web = ports.web,
        guard = ports.guard,
        back = ports.back,
        dir = dir.display(),
    )
}

fn open(text: &str) -> App {
    let config = Config::parse(text, std::iter::empty()).unwrap();
    let printer = Arc::new(|_: &paper::Document| Ok(b"%PDF".to_vec()));
    boot::open(config, Clock::system(), printer).unwrap()
}

/// One board, and the employee who sends.
fn furnish(app: &App) {
    let from = Day::new(2020, 1, 1).unwrap();
    let actor = Actor::program("test");
    app.write(&actor, |tx| {
        let may = actor.administrator()?;
        let name = Texts::same("Board");
        let (code, company) = ("b".to_owned(), false);
        let board = NewController {
            code,
            company,
            name: name.clone(),
            from,
        };
        let controller = organisation::add_controller(tx, may, &board)?;
        let unit = NewUnit {
            code: "u".into(),
            name,
            parent: None,
            controller,
            from,
        };
        let unit = organisation::add_unit(tx, may, &unit)?;
        let title = organisation::add_title(tx, may, "t", &Texts::same("clerk"))?;
        let anna = NewPerson {
            number: "1".into(),
            given: "Anna".into(),
            family: "Testby".into(),
            email: Some("anna@testby.example".into()),
            lang: None,
        };
        let person = organisation::add_person(tx, may, &anna)?;
        let employed = NewEmployment {
            number: "1".into(),
            person,
            unit,
            title,
            from,
            until: None,
        };
        organisation::employ(tx, may, &employed)?;
        Ok(())
    })
    .unwrap();
}

fn start(config: &Path) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tillit"))
        .args(["serve", "--lang", "en", "--config"])
        .arg(config)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(
        lines.any(|line| line.unwrap().starts_with("Serving")),
        "the program starts"
    );
    child
}

fn rand() -> u32 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    RandomState::new().build_hasher().finish() as u32
}

fn mail(number: usize, secret: bool) -> String {
    let number = format!("{number:06}");
    let body = if secret {
        "Borgerens cpr er 010180-0008, og hun har en depression."
    } else {
        "The meeting is on Tuesday.\r\n.. dots stay as they are"
    };
    format!(
        "X-Lab: {number}\r\nDate: Mon, 2 Mar 2026 08:00:00 +0000\r\nMessage-ID: <{number}@testby.example>\r\n\
         From: anna@testby.example\r\nSubject: {number}\r\n\r\n{body}\r\n{}\r\n",
        "x".repeat(1_500)
    )
}

/// What was handed to Postfix: number of the mail, and whether it holds what may not leave in the open.
type Sent = Arc<Mutex<BTreeMap<usize, bool>>>;

fn writer(port: u16, stop: Arc<AtomicBool>, sent: Sent) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        for number in 0.. {
            if stop.load(Ordering::SeqCst) {
                return;
            }
            let secret = number % 3 == 0;
            let to: &[&str] = if secret {
                &[SECRET, COLLEAGUE]
            } else {
                &[OPEN, COLLEAGUE]
            };
            if send(port, to, &mail(number, secret)) {
                sent.lock().unwrap().insert(number, secret);
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    })
}

fn wait_until(what: &str, postfix: &Postfix, done: impl Fn() -> bool) {
    let began = Instant::now();
    while !done() {
        let log = postfix.log();
        let tail: Vec<&str> = log.lines().rev().take(20).collect();
        assert!(
            began.elapsed() < Duration::from_secs(180),
            "{what}: {}",
            tail.join("\n")
        );
        std::thread::sleep(Duration::from_millis(300));
        postfix.flush();
    }
}

#[test]
fn kill_the_guard_behind_a_real_postfix() {
    if let Some(why) = missing() {
        println!("NOT RUN: {why}");
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let ports = Ports::free();
    let text = config_text(dir.path(), ports);
    let file = dir.path().join("tillit.toml");
    std::fs::write(&file, &text).unwrap();
    furnish(&open(&text));
    let sink = Sink::start(ports.sink);
    let_others_in(dir.path());
    let postfix = Postfix::start(dir.path(), ports, true);
    check_the_setup(dir.path(), &file, ports);
    let sent: Sent = Arc::default();
    let stop = Arc::new(AtomicBool::new(false));
    let sending = writer(ports.submit, Arc::clone(&stop), Arc::clone(&sent));
    for _ in 0..kills() {
        let mut guard = start(&file);
        std::thread::sleep(Duration::from_millis(u64::from(rand() % 1_500) + 300));
        guard.kill().unwrap();
        guard.wait().unwrap();
        postfix.flush();
    }
    stop.store(true, Ordering::SeqCst);
    sending.join().unwrap();
    let mut guard = start(&file);
    wait_until("the queue empties", &postfix, || postfix.waiting() == 0);
    guard.kill().unwrap();
    guard.wait().unwrap();
    judge(&sent.lock().unwrap(), &sink.got(), &open(&text));
}

/// `tillit guard check` finds this set-up whole.
fn check_the_setup(dir: &Path, file: &Path, ports: Ports) {
    let check = || {
        let said = Command::new(env!("CARGO_BIN_EXE_tillit"))
            .args(["guard", "check", "--lang", "en", "--config"])
            .arg(file)
            .args(["--submit", &format!("127.0.0.1:{}", ports.submit)])
            .env("MAIL_CONFIG", dir.join("postfix/etc"))
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&said.stdout).into_owned();
        (said.status.success(), text)
    };
    let mut guard = start(file);
    let (well, text) = check();
    assert!(well && !text.contains('✗'), "{text}");
    assert!(
        text.contains("A probe went from Postfix to the guard"),
        "{text}"
    );
    guard.kill().unwrap();
    guard.wait().unwrap();
}

/// Postfix's own users must come as far as its queue.
fn let_others_in(dir: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// Counts outcomes per mail and recipient.
fn judge(sent: &BTreeMap<usize, bool>, got: &[Got], app: &App) {
    let copies = |number: usize, to: &str| -> Vec<&Got> {
        let lab = format!("{number:06}");
        got.iter()
            .filter(|one| one.lab == lab && one.to == to)
            .collect()
    };
    let (mut repeated, mut once, mut missing) = (0, 0, 0);
    for (number, secret) in sent {
        let outside = if *secret { SECRET } else { OPEN };
        for to in [outside, COLLEAGUE] {
            let copies = copies(*number, to);
            if to == SECRET {
                assert!(copies.is_empty(), "{number} has left below its floor");
                continue;
            }
            let marked = copies
                .iter()
                .filter(|one| one.traces.iter().any(|line| line.contains("repeat=yes")))
                .count();
            assert!(
                copies.len() <= 2,
                "{number} to {to}: {} copies",
                copies.len()
            );
            assert!(
                marked + 1 >= copies.len(),
                "{number} to {to}: an unmarked repeat"
            );
            for one in &copies {
                assert_eq!(one.traces.len(), 1);
                assert_eq!(
                    String::from_utf8_lossy(&one.below),
                    received_below(one, *number, *secret)
                );
            }
            match copies.len() {
                0 => missing += 1,
                1 => once += 1,
                _ => repeated += 1,
            }
        }
    }
    let ends = outcomes(app);
    assert_eq!(ends.get("probe"), Some(&1));
    let held = ends.get("held").copied().unwrap_or_default();
    println!(
        "{} mails, {} kills: {once} once, {repeated} repeated and marked, {missing} not delivered, ledger {ends:?}",
        sent.len(),
        kills()
    );
    let secrets = i64::try_from(sent.values().filter(|secret| **secret).count()).unwrap();
    // Whatever was not delivered is held: nothing is lost. The secret ones are held too.
    assert!(
        held >= secrets + missing,
        "held {held}, secret {secrets}, missing {missing}"
    );
    assert!(
        sent.len() > kills(),
        "mails were on their way when it was killed"
    );
    assert!(
        !ends.contains_key("doing") && !ends.contains_key("later"),
        "{ends:?}"
    );
    let faults = tillit::base::audit::verify(app).unwrap().faults;
    assert!(faults.is_empty(), "the book is whole");
}

/// The mail as it was sent, below the line that Postfix's first listener has put there.
fn received_below(one: &Got, number: usize, secret: bool) -> String {
    let below = String::from_utf8_lossy(&one.below).into_owned();
    let start = below.find("X-Lab:").unwrap_or_default();
    format!(
        "{}{}",
        &below[..start],
        mail(number, secret).replace("\r\n..", "\r\n.")
    )
}

fn outcomes(app: &App) -> BTreeMap<String, i64> {
    let sql = "SELECT CASE WHEN state = 'done' THEN outcome ELSE state END AS how, COUNT(*) AS many
               FROM guard_ways GROUP BY 1";
    app.db
        .read::<_, kit::db::Error>(|conn| {
            conn.all(sql, &[])?
                .iter()
                .map(|row| Ok((row.get("how")?, row.get("many")?)))
                .collect()
        })
        .unwrap()
}
