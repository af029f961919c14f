//! `tillit scan` as a script has it: what it says, how it ends, what it copies, and that it stops when told to.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

const CPR: &str = "010180-0008";

struct Said {
    code: i32,
    out: String,
    err: String,
}

fn scan(dir: &Path, args: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_tillit"))
        .current_dir(dir)
        .arg("scan")
        .args(args)
        .env("LANG", "en")
        .output()
        .unwrap();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn lines(said: &Said) -> Vec<Value> {
    said.out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn mail(subject: &str, body: &str) -> String {
    format!(
        "Received: from a by b\nFrom: a@example.dk\nTo: b@example.dk\nSubject: {subject}\n\n{body}\n"
    )
}

/// A text, a maildir, a mailbox, a table, a page, and names that say something themselves.
fn furnish(dir: &Path) {
    let folder = dir.join("papirer");
    for inner in ["post/cur", "post/new", "sager/010180-0008"] {
        fs::create_dir_all(folder.join(inner)).unwrap();
    }
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    write("rent.txt", "Mødet er flyttet til torsdag.");
    write("brev.txt", "Vedr. cpr 010180-0008 og hendes diagnose");
    write(
        "post/cur/1700000000.M1.host:2,S",
        &mail("sag", "cpr 020280-0006"),
    );
    write(
        "post/new/1700000001.M2.host",
        &mail("hej", "Vi ses i morgen."),
    );
    write(
        "kasse.mbox",
        &format!(
            "From a@b.dk Mon Jan  1 00:00:00 2024\n{}\nFrom a@b.dk Mon Jan  1 00:00:00 2024\n{}\n",
            mail("en", "hej"),
            mail("to", "cpr 030380-0004")
        ),
    );
    write("liste.csv", "CPR-nr;Navn\r\n0101800008;Anna\r\n");
    write("side.html", "<p>010180<b>-0008</b></p>");
    write("sager/010180-0008/notat.txt", "hej");
}

#[test]
fn each_finding_is_one_object_with_place_and_reason() {
    let place = tempfile::tempdir().unwrap();
    furnish(place.path());
    let said = scan(place.path(), &["--format", "json", "papirer"]);
    assert_eq!(said.code, 1, "{}", said.err);
    let lines = lines(&said);
    let (sum, findings) = lines.split_last().unwrap();
    assert_eq!(sum["summary"], true);
    assert_eq!(sum["files"], 8);
    assert_eq!(sum["stopped"], false);
    assert_eq!(sum["findings"], findings.len());
    for finding in findings {
        for key in ["path", "part", "kind", "span", "strength", "why"] {
            assert!(!finding[key].is_null(), "{key}: {finding}");
        }
        assert!(
            !finding["masked"].as_str().unwrap().contains("0180-0008"),
            "{finding}"
        );
    }
    let cpr = |path: &str, part: &str| {
        findings.iter().any(|f| {
            f["kind"] == "cpr"
                && f["path"].as_str().unwrap().contains(path)
                && f["part"].as_str().unwrap().contains(part)
        })
    };
    assert!(cpr("brev.txt", ""));
    assert!(cpr("post/cur", ""), "{findings:#?}");
    assert!(cpr("kasse.mbox", "#2"), "{findings:#?}");
    assert!(cpr("liste.csv", ""));
    assert!(cpr("side.html", ""));
    assert!(cpr("sager", ""), "the name of a folder counts");
    assert!(!cpr("rent.txt", "") && !cpr("post/new", ""));
}

/// 0 nothing, 1 something, 2 wrong use, 3 nothing but not everything was read.
#[test]
fn the_exit_code_says_how_it_went() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    fs::write(dir.join("rent.txt"), "Mødet er flyttet.").unwrap();
    fs::write(dir.join("fundet.txt"), CPR).unwrap();
    fs::write(dir.join("ukendt.bin"), [0, 1, 2, 3, 250, 251]).unwrap();
    let cases: [(&[&str], i32); 8] = [
        (&["rent.txt"], 0),
        (&["fundet.txt"], 1),
        (&["rent.txt", "fundet.txt", "ukendt.bin"], 1),
        (&["rent.txt", "ukendt.bin"], 3),
        (&["findes-ikke.txt"], 3),
        (&[], 2),
        (&["rent.txt", "--format", "xml"], 2),
        (&["rent.txt", "--policy", "findes-ikke.toml"], 2),
    ];
    for (args, code) in cases {
        let said = scan(dir, args);
        assert_eq!(said.code, code, "{args:?}: {} {}", said.out, said.err);
    }
    let said = scan(dir, &["rent.txt", "ukendt.bin"]);
    assert!(said.out.contains("not inspected"), "{}", said.out);
    assert!(said.out.contains("Not inspected: 1"), "{}", said.out);
}

#[test]
fn redacted_copies_hold_nothing_any_more() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    furnish(dir);
    assert_eq!(scan(dir, &["--redact", "kopi", "papirer"]).code, 1);
    let said = scan(dir, &["--least", "weak", "--format", "json", "kopi"]);
    let lines = lines(&said);
    assert_eq!(said.code, 0, "{}", said.out);
    assert_eq!(lines.last().unwrap()["files"], 8, "a copy of each");
    let mailbox = fs::read_to_string(dir.join("kopi/papirer/kasse.mbox.txt")).unwrap();
    assert!(mailbox.contains("Subject: en") && mailbox.contains("Subject: to"));
    // Copies of two runs are not mixed.
    assert_eq!(scan(dir, &["--redact", "kopi", "papirer"]).code, 2);
}

#[test]
fn text_for_people_masks_what_it_shows() {
    let place = tempfile::tempdir().unwrap();
    furnish(place.path());
    let said = scan(place.path(), &["papirer/brev.txt"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("01••••-•••8"), "{}", said.out);
    assert!(!said.out.contains(CPR), "{}", said.out);
}

#[test]
fn links_are_not_followed_and_control_signs_not_shown() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    fs::create_dir(dir.join("a")).unwrap();
    std::os::unix::fs::symlink("..", dir.join("a/op")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", dir.join("a/p")).unwrap();
    fs::write(dir.join("a/\u{1b}[2Jx.txt"), CPR).unwrap();
    let said = scan(dir, &["a"]);
    assert_eq!(said.code, 1);
    assert!(!said.out.contains('\u{1b}'), "{:?}", said.out);
    assert!(said.out.contains("Files read: 1"), "{}", said.out);
    // One that is itself named was asked for.
    std::os::unix::fs::symlink("a", dir.join("b")).unwrap();
    let said = scan(dir, &["b"]);
    assert_eq!(said.code, 1, "{}", said.out);
}

#[test]
fn what_stands_in_a_folder_that_may_only_be_listed_is_not_passed_over() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("lukket");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("a.txt"), CPR).unwrap();
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(place.path(), 0o755);
    mode(&folder, 0o444);
    let mut run = Command::new(env!("CARGO_BIN_EXE_tillit"));
    run.current_dir(place.path()).args(["scan", "lukket"]);
    // Root enters every folder, so it asks as nobody.
    if fs::metadata(&folder).unwrap().uid() == 0 {
        run.gid(65_534).uid(65_534);
    }
    let output = run.output();
    mode(&folder, 0o755);
    let output = output.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("a.txt"), "{said}");
}

#[test]
fn a_pipe_is_not_waited_for() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    let made = Command::new("mkfifo").arg(dir.join("pipe")).status();
    assert!(made.unwrap().success());
    assert_eq!(scan(dir, &["pipe"]).code, 3);
}

#[test]
fn an_interrupted_run_says_that_it_is_not_all() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("mange");
    fs::create_dir(&dir).unwrap();
    let text = format!("{CPR}\n{}", "Mødet er flyttet til torsdag. ".repeat(800));
    for number in 0..1_500 {
        fs::write(dir.join(format!("{number}.txt")), &text).unwrap();
    }
    let mut run = Command::new(env!("CARGO_BIN_EXE_tillit"))
        .args(["scan", "--format", "json"])
        .arg(&dir)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(run.stdout.take().unwrap());
    let mut first = String::new();
    out.read_line(&mut first).unwrap();
    let pid = run.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap()
            .success()
    );
    let last = out.lines().map_while(Result::ok).last().unwrap();
    let sum: Value = serde_json::from_str(&last).unwrap();
    assert_eq!(run.wait().unwrap().code(), Some(130));
    assert_eq!(sum["stopped"], true);
    assert_eq!(sum["files_named"], 1_500);
    assert!(sum["files"].as_u64().unwrap() < 1_500, "{sum}");
}
