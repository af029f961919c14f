//! How the house rules read the sources.

use std::collections::BTreeSet;

use super::{Source, line_of, product, words};

/// From sources to faults, each with its place.
type Rule = fn(&[Source]) -> Vec<String>;

/// The rule refuses each of the snippets (beside two empty rooms), and finds nothing in the product.
pub fn holds(rule: Rule, endings: &[&str], wrong: &[(&str, &str)]) {
    for (path, text) in wrong {
        let empty = ["incidents", "training"]
            .map(|room| Source::new(&format!("crates/app/src/modules/{room}/mod.rs"), ""));
        let sources: Vec<Source> = empty.into_iter().chain([Source::new(path, text)]).collect();
        assert!(!rule(&sources).is_empty(), "the rule lets pass: {text}");
    }
    let faults = rule(&product(endings));
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The product's own Rust, without its tests.
pub fn product_files(sources: &[Source]) -> impl Iterator<Item = &Source> {
    sources
        .iter()
        .filter(|s| s.path.ends_with(".rs") && s.inside().is_some() && !s.is_test())
}

pub fn rooms(sources: &[Source]) -> BTreeSet<String> {
    sources
        .iter()
        .filter_map(room_of)
        .map(str::to_owned)
        .collect()
}

pub fn room_of(source: &Source) -> Option<&str> {
    let name = source
        .inside()?
        .strip_prefix("modules/")?
        .split(['/', '.'])
        .next()?;
    (name != "mod").then_some(name)
}

/// The room or the part of the hall that a file belongs to; its tables begin with this word.
pub fn owner(source: &Source) -> Option<String> {
    if let Some(migration) = source.path.strip_prefix("migrations/") {
        return migration
            .trim_end_matches(".sql")
            .split_once('_')
            .map(|(_, name)| name.split('_').next().unwrap_or(name).to_owned());
    }
    let path = source.inside()?;
    let inner = path
        .strip_prefix("modules/")
        .or_else(|| path.strip_prefix("base/"));
    let name = inner
        .or(path.starts_with("year").then_some(path))?
        .split(['/', '.'])
        .next()?;
    (name != "mod").then(|| name.to_owned())
}

/// `base/once.rs`, `modules/small.rs`: everything of it in one file.
pub fn one_file(path: &str) -> bool {
    path.matches('/').count() == 1 && !path.ends_with("/mod.rs") && !path.starts_with("year/")
}

/// Where code names something (in a path or a `use`) that `wrong` refuses. What a type has of that name, as in
/// `Period::year()`, is told apart by the last argument.
pub fn naming<'a>(
    sources: impl Iterator<Item = &'a Source>,
    wrong: impl Fn(&Source, &str, bool) -> bool,
) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        let code = source.code();
        let (mut in_use, mut before, mut end) = (false, "", 0);
        for (at, name) in words(&code) {
            let between = code[end..at].trim();
            in_use = name == "use" || (in_use && !between.contains(';'));
            let follows = between == "::";
            let leads = code[at + name.len()..].starts_with("::");
            let of_type = follows && before.starts_with(char::is_uppercase);
            if (in_use || follows || leads) && wrong(source, name, of_type) {
                faults.push(format!(
                    "{}:{}: names {name}",
                    source.path,
                    line_of(&code, at)
                ));
            }
            (before, end) = (name, at + name.len());
        }
    }
    faults
}

pub fn each_line<'a>(
    sources: impl Iterator<Item = &'a Source>,
    fault: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let lines = sources.flat_map(|s| {
        s.text
            .lines()
            .enumerate()
            .map(move |(n, line)| (s, n + 1, line))
    });
    lines
        .filter_map(|(s, n, line)| fault(line).map(|what| format!("{}:{n}: {what}", s.path)))
        .collect()
}

pub struct Function<'a> {
    pub name: &'a str,
    pub line: usize,
    pub public: bool,
    pub head: &'a str,
    pub body: &'a str,
}

/// The functions of formatted code: a body ends with a brace that stands as far in as the function's line.
pub fn functions(code: &str) -> Vec<Function<'_>> {
    let mut found = Vec::new();
    for (at, word) in words(code).into_iter().filter(|(_, word)| *word == "fn") {
        let start = code[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = &code[start..at];
        let indent = &before[..before.len() - before.trim_start().len()];
        let after = &code[at + word.len()..];
        let name = words(after).first().map_or("", |(_, name)| *name);
        let Some(open) = after
            .find(['{', ';'])
            .filter(|open| after[*open..].starts_with('{'))
        else {
            continue;
        };
        let line = after[open..].lines().next().unwrap_or_default();
        let end = if line.matches('{').count() == line.matches('}').count() {
            Some(line.len())
        } else {
            after[open..].find(&format!("\n{indent}}}"))
        };
        let body = &after[open..end.map_or(after.len(), |end| open + end)];
        let public = before.trim_start().starts_with("pub");
        found.push(Function {
            name,
            line: line_of(code, at),
            public,
            head: &after[..open],
            body,
        });
    }
    found
}
