//! `cargo xtask detection` and `cargo xtask bench detect`: the two commands of the crate detect alone, which build
//! nothing of the product.

use crate::run::{answer, cargo, root};

/// What must at least be reached, in MB/s of CPU time on one core.
const AT_LEAST: &[(&str, f64)] = &[
    ("identifiers, prose", 1000.0),
    ("identifiers, dense", 400.0),
    ("identifiers and matters, prose", 200.0),
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
    let path = root().join("docs/detection.md");
    std::fs::write(&path, format!("{}\n", page.trim_end()))
        .map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(true)
}

/// Runs the speed example and compares with the limits.
///
/// # Errors
/// When the crate does not build.
pub fn speed() -> Result<bool, String> {
    let lines = example("speed", &[]).ok_or("the speed example failed")?;
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
