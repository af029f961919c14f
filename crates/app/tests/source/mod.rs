//! Reads the project's own text, for the tests that look at it.

// Each test file uses a part of this.
#![allow(dead_code, unused_imports)]

pub mod house;
mod lexer;

use std::path::Path;

pub use lexer::{lex, template};

/// One file: its path from the top of the checkout, with `/`, and what it says.
#[derive(Clone, Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
}

/// Every file of ours: crates, migrations, xtask, with one of these endings, in the order of their paths.
pub fn product(endings: &[&str]) -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["crates", "migrations", "xtask"] {
        gather(&top.join(folder), folder, endings, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no sources under {}", top.display());
    found
}

fn gather(folder: &Path, name: &str, endings: &[&str], found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            if !path.ends_with("/node_modules") && !path.ends_with("/target") {
                gather(&entry.path(), &path, endings, found);
            }
        } else if endings.iter().any(|ending| path.ends_with(ending)) {
            found.push(Source {
                path,
                text: std::fs::read_to_string(entry.path()).expect("a text file"),
            });
        }
    }
}

impl Source {
    pub fn new(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The path inside the product's `src`, when it is there.
    pub fn inside(&self) -> Option<&str> {
        self.path.strip_prefix("crates/app/src/")
    }

    /// A file of tests; the rules speak of the product.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path.contains("/tests/")
            || self.path.contains("/testing/")
            || ["tests.rs", "testing.rs"].contains(&name)
    }

    /// Rust without the tests at its end, comments and string contents.
    pub fn code(&self) -> String {
        lex(self.product_part()).0
    }

    /// Rust's string literals outside comments and tests, each with its line.
    pub fn strings(&self) -> Vec<(usize, String)> {
        lex(self.product_part()).1
    }

    /// Tests stand last in a file.
    fn product_part(&self) -> &str {
        self.text
            .find("#[cfg(test)]\nmod tests {")
            .map_or(&self.text, |end| &self.text[..end])
    }
}

/// The words of a text (letters, digits, `_`) with their places.
pub fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric() || letter == '_', start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((from, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The line of a place, counted from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}
