//! Why a configuration cannot be used. Nothing of what stands in the file is said but names: a value may be a secret.

use std::fmt;

/// What is wrong with a configuration.
#[derive(Debug)]
pub enum Unusable {
    /// The file does not open.
    Closed(std::io::Error),
    /// It is no TOML here; line and column count from 1. `why` is the reader's own word for it, in English.
    Unread {
        line: usize,
        column: usize,
        why: String,
    },
    /// Every fault found, each naming its place in the file.
    Faults(Vec<String>),
}

impl Unusable {
    /// Where the text is no TOML. The error's own display would show the line, so only its message is taken.
    pub fn unread(text: &str, error: &toml::de::Error) -> Unusable {
        let at = error.span().map_or(0, |span| span.start);
        let before = text.get(..at).unwrap_or(text);
        let begin = before.rfind('\n').map_or(0, |end| end + 1);
        Unusable::Unread {
            line: before.matches('\n').count() + 1,
            column: before[begin..].chars().count() + 1,
            why: error.message().trim().replace('\n', ", "),
        }
    }
}

/// In English, for what no municipality runs: benches, the demonstration, tests.
impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unusable::Closed(error) => error.fmt(f),
            Unusable::Unread { line, column, why } => write!(f, "{line}:{column}: {why}"),
            Unusable::Faults(faults) => f.write_str(&faults.join("\n")),
        }
    }
}

/// The reader's message without the value that it found: "invalid type: string, expected u16".
pub fn without_value(what: &str) -> String {
    let Some((begin, rest)) = what.split_once(": ") else {
        return what.to_owned();
    };
    let kind = rest.split(['`', '"']).next().unwrap_or("").trim_end();
    match (begin, rest.rfind(", expected ")) {
        ("invalid type" | "invalid value", Some(at)) => format!("{begin}: {kind}{}", &rest[at..]),
        _ => what.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::config::Config;

    #[test]
    fn what_is_no_toml_is_named_by_its_place_and_never_shown() {
        for (text, place) in [
            ("[mail]\nhost = \"mail\npassword = 1\n", (2, 13)),
            ("[mail]\n\u{e5}\u{e4} hunter2\n", (2, 4)),
            ("[mail]\npassword = hunter2\n", (2, 12)),
            ("[mail]\nhost = 1\nhost = \"hunter2\"\n", (3, 1)),
            ("password = \"hunter2", (1, 20)),
        ] {
            let Err(Unusable::Unread { line, column, why }) = Config::parse(text, []) else {
                panic!("{text}");
            };
            assert_eq!((line, column), place, "{text}: {why}");
            assert!(!why.contains("hunter2") && !why.contains('\n'), "{why}");
        }
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_not_shown() {
        let text = "[municipality]\nname = { en = \"T\" }\nzone = \"UTC\"\nlanguage = \"en\"\n\
            [database]\nurl = \"sqlite:x\"\nkeys_dir = \"k\"\n[mail]\nhost = \"m\"\nfrom = \"a@b.example\"\n\
            port = \"hunter2, expected\"\n[server]\npublic_url = 4711\n";
        let Err(Unusable::Faults(faults)) = Config::parse(text, []) else {
            panic!("it has faults");
        };
        let said = faults.join("\n");
        assert!(
            said.contains("mail.port: invalid type: string, expected"),
            "{said}"
        );
        assert!(
            !said.contains("hunter2") && !said.contains("4711"),
            "{said}"
        );
    }
}
