//! Every value that cannot be read, not the first alone: what is wrong is noted and taken out, and the rest is read
//! again.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::Config;
use super::unusable::without_value;

/// More faults than anybody mends in one go; also the end of what cannot be taken out.
const MOST: usize = 50;

/// Stands in for what must be there, so that the rest can be looked at. Never used: there is a fault.
fn stand_in(path: &str) -> Option<Value> {
    let text = match path {
        "municipality" => "it = { name = { en = \"-\" }, zone = \"UTC\", language = \"en\" }",
        "municipality.name" => "it = { en = \"-\" }",
        "municipality.zone" => "it = \"UTC\"",
        "municipality.language" => "it = \"en\"",
        "database" => "it = { url = \"sqlite:-\", keys_dir = \"-\" }",
        "database.url" => "it = \"sqlite:-\"",
        "database.keys_dir" => "it = \"-\"",
        _ => return None,
    };
    toml::from_str::<Table>(text).ok()?.remove("it")
}

/// The configuration, as far as it can be read, and what is wrong with the rest.
pub fn read(mut table: Table) -> (Option<Config>, Vec<String>) {
    let mut faults = Vec::new();
    let mut taken = BTreeSet::new();
    for _ in 0..MOST {
        let error = match table.clone().try_into::<Config>() {
            Ok(config) => return (Some(config), faults),
            Err(error) => error.to_string(),
        };
        let what = without_value(error.lines().next().unwrap_or(""));
        let place = error
            .lines()
            .find_map(|line| line.strip_prefix("in `")?.strip_suffix('`'))
            .unwrap_or("");
        let named = |begin: &str| what.strip_prefix(begin)?.split('`').next();
        let missing = named("missing field `").map(|name| join(place, name));
        // A value that was taken out is missed next: that is no fault of its own.
        if !missing.as_ref().is_some_and(|path| taken.contains(path)) {
            faults.push(match place {
                "" => what.clone(),
                place => format!("{place}: {what}"),
            });
        }
        let path = match (&missing, named("unknown field `")) {
            (Some(path), _) if stand_in(path).is_some() => path.clone(),
            (None, Some(name)) => join(place, name),
            _ => place.to_owned(),
        };
        if path.is_empty() || !replace(&mut table, &path) {
            return (None, faults);
        }
        taken.insert(path);
    }
    (None, faults)
}

fn join(place: &str, name: &str) -> String {
    if place.is_empty() {
        name.to_owned()
    } else {
        format!("{place}.{name}")
    }
}

/// Takes a value out, or puts the stand-in in its place; false when there is nothing to take out.
fn replace(table: &mut Table, path: &str) -> bool {
    let mut parts: Vec<&str> = path.split('.').collect();
    let last = parts.pop().unwrap_or("");
    let mut at = table;
    for part in parts {
        match at.get_mut(part) {
            Some(Value::Table(next)) => at = next,
            _ => return false,
        }
    }
    match stand_in(path) {
        Some(value) => at.insert(last.to_owned(), value).as_ref() != at.get(last),
        None => at.remove(last).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Unusable;
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        match Config::parse(text, std::iter::empty()) {
            Err(Unusable::Faults(faults)) => faults,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_fault_of_a_file_is_named_at_once() {
        let found = faults(
            "[municipality]\nname = { xx = \"Test\" }\nzone = \"Europe/Nowhere\"\nlanguage = \"en\"\n\
             [server]\nlisten = \"banana\"\npublic_url = \"not a url\"\ncolour = 1\n\
             [database]\nurl = \"mysql://x\"\n[mail]\nhost = \"mail\"\nport = \"many\"\nfrom = \"a@b.example\"\n",
        );
        for (place, of) in [
            ("municipality", "xx"),
            ("municipality.zone", "Nowhere"),
            ("server.listen", "address"),
            ("server.public_url", "https"),
            ("server", "colour"),
            ("database.url", "sqlite"),
            ("database", "keys_dir"),
            ("mail.port", ""),
        ] {
            let fits = |fault: &&String| fault.starts_with(place) && fault.contains(of);
            assert_eq!(found.iter().filter(fits).count(), 1, "{place}: {found:#?}");
        }
        assert_eq!(found.len(), 8, "{found:#?}");
    }

    #[test]
    fn an_empty_file_misses_both_sections() {
        assert_eq!(faults("").len(), 2, "{:?}", faults(""));
    }
}
