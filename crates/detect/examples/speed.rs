//! `cargo xtask bench detect`: megabytes (10^6 bytes) per second of CPU time on one core; peers in the same minute.
//!
//! The corpora are generated with a fixed seed. Mixed is documents of 1 to 3 KB in five languages: seven of ten of free
//! prose, two of sentences of our own, one of prose with a message about somebody's matter (`judged/mixed.rs`); up to
//! four numbers in each, one of them an identity number. Prose is the same of our own sentences alone
//! (`examples/prose.txt`), forty in number, many of them with a word of the lists: hard for matters. Dense is tables of
//! amounts, dates, invoice, case and phone numbers with an identity number in every tenth row.
//!
//! `speed [ROOT]` measures; ROOT is where the packages of free prose are unpacked. `speed --write FOLDER [ROOT]` writes
//! the corpora.

#[path = "../judged/mod.rs"]
mod judged;
#[path = "../judged/mixed.rs"]
mod mixed;

use std::path::PathBuf;

use detect::{Detector, Options};
use judged::numbers::{self, Dice, Told};

const SENTENCES: &str = include_str!("prose.txt");
const SIZE: usize = 8_000_000;

fn main() {
    let mut words = std::env::args().skip(1).peekable();
    let written = words.next_if(|word| word == "--write");
    let folder = written.and_then(|_| words.next());
    let corpora = corpora(words.next().map(PathBuf::from));
    if let Some(folder) = folder {
        return write(&folder, &corpora);
    }
    for (name, options) in [
        ("identifiers", Options::IDENTIFIERS),
        ("identifiers and matters", Options::MATTERS),
        ("everything", Options::default()),
    ] {
        let detector = Detector::new(options);
        for (corpus, documents) in &corpora {
            let speed = speed(documents, |text| detector.find(text).len());
            println!("{name}, {corpus}\t{:.0}\tMB/s", speed.0);
            println!("{name}, {corpus}, found\t{}\t", speed.1);
        }
    }
    peers(&corpora);
}

/// The corpora by name; `root` is where the packages of free prose are unpacked.
fn corpora(root: Option<PathBuf>) -> [(&'static str, Vec<String>); 3] {
    let languages = mixed::languages(root.as_deref(), SENTENCES);
    let mut name = "mixed";
    for language in languages.iter().filter(|l| l.prose.is_empty()) {
        eprintln!(
            "no free prose in {}: our own sentences are taken",
            language.code
        );
        name = "mixed, of our own";
    }
    let mixed = mixed::documents(&languages, SIZE, plant);
    [(name, mixed), ("prose", prose()), ("dense", dense())]
}

/// Writes the corpora for peers that are no Rust: documents divided by form feeds.
fn write(folder: &str, corpora: &[(&str, Vec<String>)]) {
    for (name, documents) in corpora {
        let path = std::path::Path::new(folder).join(name);
        if let Err(why) = std::fs::write(&path, documents.join("\u{c}")) {
            eprintln!("{}: {why}", path.display());
        }
    }
}

/// The candidate pattern of the facts file's table in Rust's regex, without any check.
fn peers(corpora: &[(&str, Vec<String>)]) {
    let pattern = r"(?-u)\b\d{6}[-+ ]?\d{4}\b|\b(?:19|20)\d{6}[-+]?\d{4}\b|\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b";
    let Ok(regex) = regex::bytes::Regex::new(pattern) else {
        return;
    };
    for (corpus, documents) in corpora {
        let speed = speed(documents, |text| regex.find_iter(text.as_bytes()).count());
        println!(
            "peer: Rust regex, three patterns, no checks, {corpus}\t{:.0}\tMB/s",
            speed.0
        );
        println!("peer: Rust regex, {corpus}, matches\t{}\t", speed.1);
    }
}

/// Best of nine passes, and how much was found in one.
fn speed(documents: &[String], find: impl Fn(&str) -> usize) -> (f64, usize) {
    let bytes: usize = documents.iter().map(String::len).sum();
    let mut best = f64::MAX;
    let mut found = 0;
    for _ in 0..9 {
        let before = cpu_seconds();
        found = documents.iter().map(|d| find(d)).sum();
        best = best.min(cpu_seconds() - before);
    }
    (bytes as f64 / 1e6 / best, found)
}

/// CPU time of this process so far: the machine may be shared. The kernel writes it up at its ticks, of some
/// milliseconds, and when a process lets others go first.
fn cpu_seconds() -> f64 {
    std::thread::yield_now();
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds: f64 = text
        .split(' ')
        .next()
        .and_then(|n| n.parse().ok())
        .unwrap_or_default();
    nanoseconds / 1e9
}

fn prose() -> Vec<String> {
    let languages: Vec<Vec<&str>> = SENTENCES
        .split("\n\n")
        .map(|part| part.lines().collect())
        .collect();
    let mut dice = Dice(1);
    let mut documents = Vec::new();
    let mut size = 0;
    while size < SIZE {
        let sentences = dice.of(&languages).clone();
        let wanted = 1000 + dice.roll(2000) as usize;
        let mut text = String::new();
        let mut planted = 0;
        while text.len() < wanted {
            let sentence = *dice.of(&sentences);
            text.push_str(sentence);
            text.push(if dice.roll(6) == 0 { '\n' } else { ' ' });
            if planted < 4 && dice.roll(5) == 0 {
                plant(&mut text, planted, &mut dice);
                planted += 1;
            }
        }
        size += text.len();
        documents.push(text);
    }
    documents
}

fn plant(text: &mut String, turn: usize, dice: &mut Dice) {
    let planted = match turn {
        0 => match dice.roll(3) {
            0 => numbers::cpr(Told::Itself, dice).1,
            1 => numbers::personnummer(Told::Itself, dice).1,
            _ => numbers::hetu(Told::Itself, dice).1,
        },
        1 => numbers::phone("sv", dice),
        2 => format!("2024-{}-{}", dice.digits(3), dice.digits(4)),
        _ => format!("{}. 11. 2026", 1 + dice.roll(28)),
    };
    text.push_str(&planted);
    text.push(' ');
}

fn dense() -> Vec<String> {
    let mut dice = Dice(2);
    let mut documents = Vec::new();
    let mut size = 0;
    while size < SIZE {
        let mut text = String::from("Dato;Faktura;Sag;Beløb;Telefon;Antal\n");
        for row in 0..60 {
            let id = if row % 10 == 0 {
                numbers::cpr(Told::Itself, &mut dice).1
            } else {
                dice.digits(7)
            };
            text.push_str(&format!(
                "2026-{:02}-{:02};{};{}-{}-{};{},{:02};{};{};{id}\n",
                1 + dice.roll(12),
                1 + dice.roll(28),
                dice.digits(8),
                2010 + dice.roll(16),
                dice.digits(3),
                dice.digits(5),
                dice.digits(5),
                dice.roll(100),
                dice.digits(8),
                dice.roll(500)
            ));
        }
        size += text.len();
        documents.push(text);
    }
    documents
}
