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
    /// The language that the mail itself says it is in; empty when it says none.
    pub lang: String,
    pub parts: Vec<Part>,
}

/// A language as a page may name it (BCP 47): empty when the text is no single one.
pub fn language(text: &str) -> String {
    let text = text.trim();
    let mut parts = text.split('-');
    let first = parts.next().is_some_and(|part| {
        matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    let fits = |part: &str| {
        matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if first && parts.all(fits) && text.len() <= 35 {
        text.to_owned()
    } else {
        String::new()
    }
}

/// The subject as a list shows it.
pub fn preview(subject: &str) -> String {
    let line: Vec<&str> = subject.split_whitespace().collect();
    let clean = kit::form::clean(&line.join(" "));
    clean.chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::{language, preview};

    #[test]
    fn a_subject_is_one_short_line() {
        assert_eq!(preview("  a\r\n\tb \u{202e}c "), "a b c");
        assert_eq!(preview(&"x".repeat(500)).len(), 200);
    }

    #[test]
    fn a_language_is_one_or_none() {
        for right in ["fi", "fi-FI", "zh-Hant-TW"] {
            assert_eq!(language(right), right);
        }
        for wrong in ["", "fi, sv", "suomi", "f", "fi-", "fi\"><b>", "fi_FI"] {
            assert_eq!(language(wrong), "", "{wrong}");
        }
    }
}
