//! Every message exists in every language with the same variables, every message is used, and every message
//! that is asked for exists.

mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::{Source, lex, product, template};

const LANGS: [&str; 5] = ["en", "fi", "sv", "da", "nb"];

/// Texts in the source that look like a message and are none, each with its reason.
const NO_MESSAGES: &[(&str, &str)] = &[];

/// A message's variables.
type Variables = BTreeSet<String>;

/// The messages of one file of Fluent: an id at the start of a line, its text there and on indented lines.
fn messages(ftl: &str) -> BTreeMap<String, Variables> {
    let mut found: BTreeMap<String, Variables> = BTreeMap::new();
    let mut last = String::new();
    for line in ftl.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line
            .split_once('=')
            .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            last = id.trim().to_owned();
            assert!(
                found.insert(last.clone(), Variables::new()).is_none(),
                "{last} stands twice"
            );
        }
        let names = line.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        });
        if let Some(variables) = found.get_mut(&last) {
            variables.extend(names);
        }
    }
    found
}

/// Per folder of words: what differs between its languages.
fn differences(files: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    let folders: BTreeSet<&str> = files
        .iter()
        .filter_map(|file| file.path.rsplit_once('/'))
        .map(|(folder, _)| folder)
        .collect();
    for folder in folders {
        let of = |lang: &str| {
            files
                .iter()
                .find(|file| file.path == format!("{folder}/{lang}.ftl"))
                .map(|file| messages(&file.text))
        };
        let Some(english) = of("en") else {
            faults.push(format!("{folder}: no en.ftl"));
            continue;
        };
        for lang in &LANGS[1..] {
            let other = of(lang).unwrap_or_default();
            let missing = english.keys().filter(|id| !other.contains_key(*id));
            faults.extend(missing.map(|id| format!("{folder}/{lang}.ftl: missing {id}")));
            let alone = other.keys().filter(|id| !english.contains_key(*id));
            faults.extend(alone.map(|id| format!("{folder}/{lang}.ftl: {id} is not in en.ftl")));
            let differing = english
                .iter()
                .filter(|(id, names)| other.get(*id).is_some_and(|others| others != *names));
            faults.extend(differing.map(|(id, names)| {
                format!("{folder}/{lang}.ftl: {id} has not the variables {names:?}")
            }));
        }
    }
    faults
}

/// Texts in the source that may be messages: literals of Rust, and of the code in templates.
fn asked(sources: &[Source]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        let strings = if source.path.ends_with(".html") {
            lex(&template(&source.text).0).1
        } else {
            source.strings()
        };
        for (line, text) in strings {
            found
                .entry(text)
                .or_insert_with(|| format!("{}:{line}", source.path));
        }
    }
    found
}

/// Whether a text asks for this message: it is the message, or it is put together around `{…}` or after a
/// hyphen at its end. A kind of notice (`room-notice-…`) asks for its subject and its text.
fn asks(text: &str, id: &str) -> bool {
    let part = id
        .strip_suffix("-subject")
        .or_else(|| id.strip_suffix("-text"));
    if part == Some(text) && text.contains("-notice-") {
        return true;
    }
    let Some((start, rest)) = text.split_once('{') else {
        return text == id || (text.ends_with('-') && id.starts_with(text));
    };
    let end = rest.rsplit_once('}').map_or("", |(_, end)| end);
    start.contains('-')
        && id.len() > start.len() + end.len()
        && id.starts_with(start)
        && id.ends_with(end)
}

/// Messages that are asked for and do not exist, and messages that nobody asks for.
fn faults(ids: &BTreeSet<String>, asked: &BTreeMap<String, String>) -> Vec<String> {
    let families: BTreeSet<&str> = ids
        .iter()
        .filter_map(|id| id.split_once('-'))
        .map(|(family, _)| family)
        .collect();
    let mut faults = Vec::new();
    for (text, place) in asked {
        let letters = text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_{}".contains(c));
        let of_family = text
            .split_once('-')
            .is_some_and(|(family, rest)| families.contains(family) && !rest.is_empty());
        let excused = NO_MESSAGES.iter().any(|(known, _)| known == text);
        if letters && of_family && !excused && !ids.iter().any(|id| asks(text, id)) {
            faults.push(format!("{place}: no message {text}"));
        }
    }
    let unused = ids
        .iter()
        .filter(|id| !asked.keys().any(|text| asks(text, id)));
    faults.extend(unused.map(|id| format!("nobody uses {id}")));
    faults
}

fn files() -> Vec<Source> {
    product(&[".ftl"])
        .into_iter()
        .filter(|file| file.inside().is_some())
        .collect()
}

#[test]
fn every_language_has_the_same_messages() {
    let same = |fi: &str| {
        let other = |lang: &str| {
            Source::new(
                &format!("w/{lang}.ftl"),
                "a-b = { $n ->\n    [one] x\n   *[other] { $n }\n }\n",
            )
        };
        let files: Vec<Source> = LANGS
            .iter()
            .map(|lang| {
                if *lang == "fi" {
                    Source::new("w/fi.ftl", fi)
                } else {
                    other(lang)
                }
            })
            .collect();
        differences(&files)
    };
    assert!(same("a-b = { $n } kpl\n").is_empty());
    assert!(!same("").is_empty(), "a missing message is seen");
    assert!(
        !same("a-b = { $n }\na-c = x\n").is_empty(),
        "a message too many is seen"
    );
    assert!(
        !same("a-b = { $m }\n").is_empty(),
        "another variable is seen"
    );

    let found = differences(&files());
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_message_is_used_and_exists() {
    let ids: BTreeSet<String> = ["a-b", "a-kind-x", "a-kind-y"].map(str::to_owned).into();
    let with = |rust: &str, html: &str| {
        faults(
            &ids,
            &asked(&[Source::new("s.rs", rust), Source::new("p.html", html)]),
        )
    };
    assert!(
        with(
            "w.t(&format!(\"a-kind-{kind}\"))",
            "<p class=\"a-c\">{{ w.t(\"a-b\") }}</p>"
        )
        .is_empty()
    );
    assert_eq!(
        with("\"a-kind-x\" \"a-kind-y\" // \"a-b\"", ""),
        ["nobody uses a-b"]
    );
    assert_eq!(
        with("\"a-b\" \"a-kind-\" \"a-c\"", ""),
        ["s.rs:1: no message a-c"]
    );
    assert_eq!(
        with("\"a-b\" \"a-kind-{}\"", "\n{% call f(w, \"a-sort-{}\") %}"),
        ["p.html:2: no message a-sort-{}"]
    );

    let ids: BTreeSet<String> = files()
        .iter()
        .flat_map(|file| messages(&file.text).into_keys())
        .collect();
    let sources = product(&[".rs", ".html"]);
    let ours = sources
        .into_iter()
        .filter(|s| s.inside().is_some() || s.path.starts_with("crates/kit/src/form/"));
    let found = faults(&ids, &asked(&ours.collect::<Vec<_>>()));
    println!("{} messages, {} faults", ids.len(), found.len());
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
