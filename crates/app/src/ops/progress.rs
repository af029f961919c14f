//! Progress of long commands, on the error stream: quiet when that is no terminal.

use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::{HumanBytes, ProgressBar, ProgressState, ProgressStyle};
use kit::words::Tongue;

/// How often a line without steps shows that it lives.
const TICK: Duration = Duration::from_millis(120);

/// A bar of so many steps, with what is going on in words.
pub fn bar(w: &Tongue, word: &str, steps: u64) -> ProgressBar {
    let bar = ProgressBar::new(steps);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent:>3} %") {
        bar.set_style(style);
    }
    bar.set_message(w.t(word));
    bar.tick();
    bar
}

/// A line for work that does not know how long it is.
pub fn line(w: &Tongue, word: &str) -> ProgressBar {
    let line = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        line.set_style(style);
    }
    line.set_message(w.t(word));
    line.enable_steady_tick(TICK);
    line
}

/// The same for work that writes a file: how much of it there is.
pub fn growing(w: &Tongue, word: &str, file: &Path) -> ProgressBar {
    let line = line(w, word);
    let file: PathBuf = file.to_owned();
    let written = move |_: &ProgressState, to: &mut dyn std::fmt::Write| {
        let bytes = std::fs::metadata(&file).map_or(0, |meta| meta.len());
        // The line is drawn again in a moment; a fault in drawing is no fault of the work.
        let _ = write!(to, "{}", HumanBytes(bytes));
    };
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {written} {elapsed}") {
        line.set_style(style.with_key("written", written));
    }
    line
}
