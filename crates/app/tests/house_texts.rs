//! House rules of the text itself: small, finished, in words of the message files, naming no host of others.

mod source;

use source::house::{each_line, functions, holds};
use source::{Source, lex, line_of, template, words};

/// Words that are the same in every language.
const NEUTRAL: &[&str] = &["PDF", "CSV", "JSON", "XLSX", "Tillit"];

/// Hosts in the source: ourselves, names reserved for examples, and name spaces that nobody visits.
const HOSTS: &[&str] = &[
    "127.0.0.1",
    "localhost",
    "example",
    "invalid",
    "test",
    "www.w3.org",
    "schemas.openxmlformats.org",
];

#[test]
fn files_and_functions_stay_small() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let mut faults = Vec::new();
        for source in sources
            .iter()
            .filter(|s| !s.path.contains("/tests/browser/package"))
        {
            let lines = source.text.lines().count();
            if lines > 400 {
                faults.push(format!("{}: {lines} lines", source.path));
            }
            let code = if source.path.ends_with(".rs") && !source.is_test() {
                source.code()
            } else {
                String::new()
            };
            for function in functions(&code)
                .iter()
                .filter(|f| f.body.lines().count() > 60)
            {
                faults.push(format!(
                    "{}:{}: {} is long",
                    source.path, function.line, function.name
                ));
            }
        }
        faults
    }
    let long = format!("fn a() {{\n{}}}\n", "    a();\n".repeat(61));
    holds(
        rule,
        &[".rs", ".html", ".css", ".js", ".mjs"],
        &[
            ("crates/kit/src/a.rs", &"//\n".repeat(401)),
            ("xtask/src/a.rs", &long),
        ],
    );
}

#[test]
fn nothing_is_left_unfinished_or_vaguely_named() {
    fn rule(sources: &[Source]) -> Vec<String> {
        // Written in two pieces, so that this file doesn't find itself.
        let marks = [
            "TO\u{44}O",
            "FIX\u{4d}E",
            "to\u{64}o!(",
            "un\u{69}mplemented!(",
            "#[\u{69}gnore",
        ];
        let vague = ["utils", "helpers", "common", "service", "manager", "core"];
        let mut faults = each_line(sources.iter(), |line| {
            marks
                .iter()
                .find(|mark| line.contains(**mark))
                .map(|mark| format!("says {mark}"))
        });
        let named = sources
            .iter()
            .filter(|s| s.path.split(['/', '.']).any(|part| vague.contains(&part)));
        faults.extend(named.map(|source| format!("{}: a name that says nothing", source.path)));
        faults
    }
    let endings = &[
        ".rs", ".html", ".css", ".js", ".mjs", ".ftl", ".sql", ".toml",
    ];
    holds(
        rule,
        endings,
        &[
            ("crates/kit/src/a.rs", "// TO\u{44}O later"),
            ("crates/kit/src/utils.rs", ""),
            ("crates/app/src/core/a.rs", ""),
        ],
    );
}

#[test]
fn templates_hold_no_words_scripts_or_styles() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let mut faults = Vec::new();
        for source in sources.iter().filter(|s| s.inside().is_some()) {
            let (_, rest) = template(&source.text);
            let mut shown = String::new();
            for piece in rest.split_inclusive('>') {
                let (text, tag) = piece.split_once('<').unwrap_or((piece, ""));
                shown.push_str(text);
                shown.push_str(&"\n".repeat(tag.matches('\n').count()));
                let line = line_of(&shown, shown.len());
                faults.extend(
                    tag_faults(tag).map(|fault| format!("{}:{line}: {fault}", source.path)),
                );
            }
            let said = words(&shown).into_iter().filter(|(at, word)| {
                let entity = shown[..*at].ends_with(['&', '#']);
                word.chars().any(char::is_alphabetic) && !entity && !NEUTRAL.contains(word)
            });
            faults.extend(
                said.map(|(at, word)| {
                    format!("{}:{}: says {word}", source.path, line_of(&shown, at))
                }),
            );
        }
        faults
    }
    let bad = [
        "<p>Hello</p>",
        "<p style=\"color: red\">",
        "<script>a()</script>",
        "<img alt=\"Logo\">",
        "<b onclick=\"a()\">",
    ];
    let bad: Vec<(&str, &str)> = bad
        .iter()
        .map(|html| ("crates/app/src/shell/pages/a.html", *html))
        .collect();
    holds(rule, &[".html"], &bad);
}

fn tag_faults(tag: &str) -> impl Iterator<Item = String> {
    let spoken = ["aria-label", "title", "alt", "placeholder"]
        .into_iter()
        .filter(move |name| {
            let value = tag
                .split_once(&format!(" {name}=\""))
                .and_then(|(_, rest)| rest.split('"').next());
            value.is_some_and(|text| text.chars().any(char::is_alphabetic))
        });
    let inline = (tag.starts_with("script") && !tag.contains("src="))
        .then(|| "script in the page".to_owned());
    let style = [
        " style=",
        " onclick=",
        " onchange=",
        " onsubmit=",
        " onload=",
    ]
    .into_iter()
    .filter(move |name| tag.contains(*name));
    inline
        .into_iter()
        .chain(spoken.map(|name| format!("words in {name}")))
        .chain(style.map(|name| format!("uses{name}")))
}

#[test]
fn no_host_of_others_is_named() {
    fn rule(sources: &[Source]) -> Vec<String> {
        let mut faults = Vec::new();
        for source in sources
            .iter()
            .filter(|s| s.path.contains("/src/") && !s.is_test())
        {
            let texts = if source.path.ends_with(".rs") {
                source.strings()
            } else {
                vec![(1, source.text.clone())]
            };
            for (line, text) in texts {
                for rest in text.split("://").skip(1) {
                    let host: String = rest
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || ".-".contains(*c))
                        .collect();
                    let own = HOSTS
                        .iter()
                        .any(|known| host == *known || host.ends_with(&format!(".{known}")));
                    if host.trim_end_matches('.').contains('.') && !own {
                        faults.push(format!("{}:{line}: names {host}", source.path));
                    }
                }
            }
        }
        faults
    }
    let endings = &[".rs", ".html", ".css", ".js"];
    holds(
        rule,
        endings,
        &[(
            "crates/app/src/shell/pages/a.html",
            "<link href=\"https://fonts.example.com/a.css\">",
        )],
    );
}

#[test]
fn the_reader_tells_code_from_text() {
    let (code, strings) = lex(
        "let a = \"x // \\\" y\"; // \"no\"\nlet b = '\"'; let c = r#\"q \"z\" \"#; /* \"n\" */ fn f<'a>() {}\n",
    );
    assert_eq!(
        code,
        "let a = \"\"; \nlet b = '\"'; let c = \"\";  fn f<'a>() {}\n"
    );
    assert_eq!(
        strings,
        [(1, "x // \\\" y".to_owned()), (2, "q \"z\" ".to_owned())]
    );
}
