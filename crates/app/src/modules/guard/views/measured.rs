//! What the transport measured, in words: the names of the record itself where there is no word for them.

use kit::clock::Moment;
use kit::words::Tongue;
use serde_json::Value;

/// Fields that hold one of a few codes, which have words.
const CODES: [&str; 9] = [
    "need",
    "basis",
    "mx",
    "address",
    "tlsa.security",
    "tls.chain",
    "tls.name",
    "tls.dane",
    "tls.pin",
];
/// How the transport begins to say why a server was left (`transport::Why`).
const LEFT: [(&str, &str); 7] = [
    ("nothing promises protection", "guard-views-left-promise"),
    (
        "the name system gives no sure answer",
        "guard-views-left-unsure",
    ),
    (
        "the policy does not list the server",
        "guard-views-left-listed",
    ),
    ("no STARTTLS", "guard-views-left-starttls"),
    ("no TLS: ", "guard-views-left-tls"),
    (
        "the certificate is not good: ",
        "guard-views-left-certificate",
    ),
    ("an address of our own machine", "guard-views-left-reach"),
];

/// Names with values, for people.
pub fn measured(w: &Tongue, evidence: Option<&str>) -> Vec<(String, String)> {
    let value: Option<Value> = evidence.and_then(|json| serde_json::from_str(json).ok());
    let mut all = Vec::new();
    if let Some(value) = value {
        flatten(w, "", &value, &mut all);
    }
    all
}

fn flatten(w: &Tongue, name: &str, value: &Value, to: &mut Vec<(String, String)>) {
    if let Some(text) = whole(w, name, value) {
        to.push((named(w, name), text));
        return;
    }
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            for (key, value) in fields {
                let name = if name.is_empty() {
                    key.clone()
                } else {
                    format!("{name}.{key}")
                };
                flatten(w, &name, value, to);
            }
        }
        Value::Array(all) => {
            for (place, one) in all.iter().enumerate() {
                let name = format!("{name}.{}", place + 1);
                flatten(w, &name, one, to);
            }
        }
        other => to.push((named(w, name), plain(other))),
    }
}

/// A field that is said as one, though the record may have parts of it.
fn whole(w: &Tongue, name: &str, value: &Value) -> Option<String> {
    if let Some(is) = value.as_bool() {
        let word = if is {
            "guard-views-yes"
        } else {
            "guard-views-no"
        };
        return Some(w.t(word));
    }
    let part = |key: &str| value.get(key).map(plain).unwrap_or_default();
    match name {
        "time" => {
            let ms = value.as_i64()?.checked_mul(1000)?;
            Some(w.moment(Moment::from_ms(ms)))
        }
        // Counted as the records are.
        "tlsa.matched" => Some(value.as_u64()?.checked_add(1)?.to_string()),
        "reply" if value.is_object() => {
            Some(joined(&[part("code"), part("enhanced"), part("text")]))
        }
        _ if name.starts_with("tried.") && value.is_object() => {
            let server = joined(&[part("host"), part("ip")]);
            let why = left(w, &part("what"));
            Some(if server.is_empty() {
                why
            } else {
                format!("{server}: {why}")
            })
        }
        _ if name.starts_with("tlsa.records.") && value.is_object() => {
            let record = ["usage", "selector", "matching", "data"].map(part);
            let usable = value.get("usable").and_then(Value::as_bool);
            let unfit = (usable == Some(false)).then(|| w.t("guard-views-value-unfit"));
            Some(joined(&[joined(&record), unfit.unwrap_or_default()]))
        }
        _ if CODES.contains(&name) => Some(match value.get("bad") {
            Some(why) => w.with("guard-views-value-bad", &[("why", plain(why).into())]),
            None => coded(w, value.as_str()?),
        }),
        _ => None,
    }
}

fn joined(parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let full = parts.into_iter().filter(|part| !part.is_empty());
    full.collect::<Vec<_>>().join(" ")
}

fn coded(w: &Tongue, code: &str) -> String {
    let word = format!("guard-views-value-{}", code.replace('_', "-"));
    if w.has(&word) {
        w.t(&word)
    } else {
        code.to_owned()
    }
}

/// Why a server was left: our own reasons in words, what a server or a line has said as it was said.
fn left(w: &Tongue, what: &str) -> String {
    let known = LEFT.iter().find_map(|(said, word)| {
        let rest = what.strip_prefix(said)?;
        (rest.is_empty() || said.ends_with(' ')).then_some((word, rest))
    });
    match known {
        Some((word, rest)) => w.with(word, &[("what", rest.into())]),
        None => what.to_owned(),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The word for a field; of several of a kind with its number.
fn named(w: &Tongue, name: &str) -> String {
    let (field, number) = match name.rsplit_once('.') {
        Some((field, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            (field, format!(" {number}"))
        }
        _ => (name, String::new()),
    };
    let key = format!("guard-views-measured-{}", field.replace(['_', '.'], "-"));
    let word = if w.has(&key) {
        w.t(&key)
    } else {
        field.to_owned()
    };
    word + &number
}

#[cfg(test)]
mod tests {
    use kit::words::Lang;
    use serde_json::json;

    use super::measured;
    use crate::base::testing::House;

    #[test]
    fn what_was_measured_is_said_in_words_of_the_reader() {
        let house = House::sqlite();
        let record = json!({
            "time": 1_795_426_484, "need": "verified", "basis": null, "mx": "not_asked",
            "reply": {"code": 550, "enhanced": "5.1.1", "text": "unknown"},
            "starttls": true, "sts": {"mode": "enforce", "age": 7},
            "tls": {"version": "TLSv1.3", "chain": {"bad": "expired"}, "dane": "good"},
            "tlsa": {"security": "secure", "matched": 0, "records": [
                {"usage": 3, "selector": 1, "matching": 1, "data": "ab", "usable": true}]},
            "tried": [{"host": "mx.example", "ip": null, "what": "nothing promises protection"},
                {"host": "mx2.example", "ip": "192.0.2.1", "what": "no TLS: too old"}],
        });
        let record = record.to_string();
        for lang in Lang::ALL {
            let all = measured(&house.app.tongue(lang), Some(&record));
            assert_eq!(all.len(), 15, "{all:?}");
            for (name, value) in &all {
                // Names and codes of the record are no words: they have dots, underlines or small letters alone.
                let raw = name.contains(['_', '.']) || name.starts_with(char::is_lowercase);
                assert!(!raw && !value.contains(['_', '{']), "{name}: {value}");
            }
            let text = format!("{all:?}");
            for raw in [
                "1795426484",
                "\"verified\"",
                "\"secure\"",
                "\"good\"",
                "nothing promises",
            ] {
                assert!(
                    lang == Lang::En || !text.contains(raw),
                    "{lang:?} {raw}: {text}"
                );
            }
            assert!(
                text.contains("550 5.1.1 unknown") && text.contains("3 1 1 ab"),
                "{text}"
            );
        }
    }
}
