//! A mail as its recipient reads it in the portal: text alone, never somebody's HTML; everything else as files.

/// One thing that came with the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What a page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub subject: String,
    /// Empty when nobody could read it; the whole message is a file then.
    pub text: String,
    pub parts: Vec<Part>,
}

/// The subject as a list shows it.
pub fn preview(subject: &str) -> String {
    let line: Vec<&str> = subject.split_whitespace().collect();
    let clean = kit::form::clean(&line.join(" "));
    clean.chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::preview;

    #[test]
    fn a_subject_is_one_short_line() {
        assert_eq!(preview("  a\r\n\tb \u{202e}c "), "a b c");
        assert_eq!(preview(&"x".repeat(500)).len(), 200);
    }
}
