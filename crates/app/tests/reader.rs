//! The children that read foreign files, as the program starts them: their walls, their limits, and what becomes of
//! a file whose child is killed, lies, or does not answer.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

use std::io::{Read, Seek, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use extract::{Content, Kind, Limits, Part, Reason};
use tillit::ops::reader::Pool;

const CPR: &str = "010180-0008";
/// For what ends by itself: only a machine that stands still takes so long.
const LONG: Duration = Duration::from_secs(60);

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_tillit"))
}

fn pool(limits: Limits) -> Pool {
    Pool::new(program(), limits, 1)
}

fn finds(parts: &[Part], wanted: &str) -> bool {
    parts
        .iter()
        .any(|part| part.text().is_some_and(|text| text.contains(wanted)))
}

fn not(parts: &[Part]) -> Vec<Reason> {
    parts
        .iter()
        .filter_map(|part| match part.content {
            Content::NotInspected(reason) => Some(reason),
            Content::Text(_) => None,
        })
        .collect()
}

fn gz_of_zeros(bytes: usize) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![0; 1 << 20];
    for _ in 0..bytes >> 20 {
        gz.write_all(&zeros).unwrap();
    }
    gz.finish().unwrap()
}

#[test]
fn a_child_reads_one_file_after_the_other() {
    let pool = pool(Limits::default());
    pool.warm();
    for number in 0..3 {
        let mail = format!("From: a@b.dk\r\nSubject: {number}\r\n\r\n{CPR}\r\n");
        let parts = pool.read("a.eml", mail.as_bytes());
        assert!(finds(&parts, CPR), "{parts:#?}");
        assert!(finds(&parts, &format!("Subject: {number}")));
        assert!(not(&parts).is_empty());
    }
}

#[test]
fn a_child_is_denied_files_hosts_programs_and_threads() {
    // Into a file, which nobody behind the walls may write.
    let (mut file, mut said) = (tempfile::tempfile().unwrap(), String::new());
    let into = file.try_clone().unwrap();
    let ended = Command::new(program()).arg("walls").stdout(into).status();
    assert!(ended.unwrap().success());
    file.rewind().unwrap();
    file.read_to_string(&mut said).unwrap();
    let stopped = |what: &str| said.contains(&format!("{what}\ttrue"));
    // Limits of the kernel stand everywhere; the others where the kernel has them, and it says which.
    assert!(stopped("writing a file") || !stopped("landlock"), "{said}");
    if stopped("seccomp") {
        for what in [
            "reading a file",
            "reaching a host",
            "starting a program",
            "a thread",
        ] {
            assert!(stopped(what), "{what}: {said}");
        }
    }
    assert!(stopped("seccomp"), "no seccomp on this kernel: {said}");
}

/// A program of the system behind its walls: it reads what the system has, not what people have, and writes nothing.
#[test]
fn a_program_outside_is_denied_what_people_have() {
    let dir = tempfile::tempdir().unwrap();
    let secret = dir.path().join("secret.txt");
    std::fs::write(&secret, CPR).unwrap();
    let run = |arguments: &[&str]| {
        Command::new(program())
            .arg("read-with")
            .args(arguments)
            .output()
            .unwrap()
    };
    let walls = Command::new(program()).arg("walls").output().unwrap();
    let landlock = String::from_utf8_lossy(&walls.stdout).contains("landlock\ttrue");
    let said = run(&["/bin/cat", secret.to_str().unwrap()]);
    if landlock {
        assert!(!said.status.success());
        assert!(said.stdout.is_empty());
    }
    let target = dir.path().join("written.txt");
    let script = format!("echo hej > {}", target.display());
    run(&["/bin/sh", "-c", &script]);
    let written = std::fs::read(&target).unwrap_or_default();
    assert!(written.is_empty(), "no file may grow");
}

/// A bomb that is within the limits of bytes and beyond those of memory costs its own answer alone.
#[test]
fn memory_is_bounded_and_the_next_file_is_read() {
    let pool = pool(Limits {
        memory: 400 << 20,
        unpacked: 2 << 30,
        ..Limits::default()
    });
    let parts = pool.read("bomb.gz", &gz_of_zeros(600 << 20));
    assert!(!not(&parts).is_empty(), "{parts:#?}");
    assert!(finds(&pool.read("a.txt", CPR.as_bytes()), CPR));
}

#[test]
fn limits_reach_the_child() {
    let pool = pool(Limits {
        depth: 1,
        unpacked: 1 << 20,
        ..Limits::default()
    });
    let parts = pool.read("bomb.gz", &gz_of_zeros(4 << 20));
    assert_eq!(not(&parts), [Reason::TooLarge]);
    let parts = pool.read("large.bin", &vec![0; 65 << 20]);
    assert_eq!(not(&parts), [Reason::TooLarge], "not even sent");
}

/// A stand-in for a child: a script that does what a broken one would do.
fn bad_child(dir: &Path, script: &str, patience: Duration) -> Pool {
    let path = dir.join("child.sh");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
    let limits = Limits {
        time: patience,
        ..Limits::default()
    };
    let mut pool = Pool::new(path, limits, 1);
    pool.grace = Duration::ZERO;
    pool
}

fn only(parts: &[Part], reason: Reason) {
    assert_eq!(not(parts), [reason]);
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0].kind, Kind::File);
}

#[test]
fn a_killed_child_is_not_inspected() {
    let dir = tempfile::tempdir().unwrap();
    let pool = bad_child(dir.path(), "read -r line; kill -9 $$", LONG);
    only(&pool.read("a.txt", b"hej\n"), Reason::Crashed);
    only(&pool.read("b.txt", b"hej\n"), Reason::Crashed);
}

#[test]
fn a_child_that_does_not_answer_is_killed() {
    let dir = tempfile::tempdir().unwrap();
    let pids = dir.path().join("pids");
    let pool = bad_child(
        dir.path(),
        &format!("echo $$ >> {}; exec sleep 600", pids.display()),
        Duration::from_millis(400),
    );
    only(&pool.read("a.txt", b"hej"), Reason::TimedOut);
    // One that does not even read: the pipe is full.
    only(&pool.read("b.txt", &vec![b'a'; 4 << 20]), Reason::TimedOut);
    drop(pool);
    for pid in std::fs::read_to_string(pids).unwrap_or_default().lines() {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        assert!(!stat.contains("(sleep)"), "{stat}");
    }
}

#[test]
fn a_child_that_lies_is_not_believed() {
    let dir = tempfile::tempdir().unwrap();
    for script in [
        // An unknown tag; a frame longer than memory; parts that are none; an end in the middle.
        "printf '\\011\\0\\0\\0\\0\\0\\0\\0\\0'; sleep 600",
        "printf '\\002\\377\\377\\377\\377\\377\\377\\377\\177'; sleep 600",
        "printf '\\002\\003\\0\\0\\0\\0\\0\\0\\0abc'; sleep 600",
        "printf '\\002\\003\\0\\0\\0\\0\\0\\0\\0a'",
        "exit 0",
        // A tool that is none.
        "printf '\\003\\001\\0\\0\\0\\0\\0\\0\\0\\377'; sleep 600",
    ] {
        let pool = bad_child(dir.path(), script, LONG);
        let parts = pool.read("a.txt", b"hej");
        only(&parts, Reason::Crashed);
    }
}

#[test]
fn a_program_that_is_missing_is_an_answer() {
    let pool = Pool::new(PathBuf::from("/nowhere/tillit"), Limits::default(), 1);
    only(&pool.read("a.txt", b"hej"), Reason::Crashed);
    only(&pool.read("a.txt", b"hej"), Reason::Crashed);
}

/// More who ask than there are children: each gets its own answer.
#[test]
fn those_who_wait_get_their_turn() {
    let pool = Pool::new(program(), Limits::default(), 2);
    std::thread::scope(|scope| {
        for number in 0..8 {
            let pool = &pool;
            scope.spawn(move || {
                for turn in 0..5 {
                    let text = format!("nummer {number} tur {turn}");
                    let parts = pool.read("a.txt", text.as_bytes());
                    assert!(finds(&parts, &text), "{parts:#?}");
                }
            });
        }
    });
}

/// Pages of a scan and pictures, where Tesseract is installed; where it is not, they are not inspected.
#[test]
fn pictures_are_read_where_tesseract_is_installed() {
    let pool = pool(Limits {
        time: Duration::from_secs(120),
        ..Limits::default()
    });
    let picture = include_bytes!("files/number.png");
    for (name, bytes) in [
        ("a.png", &picture[..]),
        ("scan.pdf", include_bytes!("files/scan.pdf")),
    ] {
        let parts = pool.read(name, bytes);
        if Path::new("/usr/bin/tesseract").exists() {
            assert!(finds(&parts, "251248-9996"), "{name}: {parts:#?}");
            assert!(not(&parts).is_empty(), "{name}: {parts:#?}");
        } else {
            assert!(not(&parts).contains(&Reason::NoOcr), "{name}: {parts:#?}");
        }
    }
}
