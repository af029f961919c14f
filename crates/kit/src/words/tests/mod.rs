use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::clock::{Moment, Zone};

mod writing;

const DAYS: &str = "days = { $n ->
    [one] { $n } ONE
   *[other] { $n } OTHER
 }
hello = Hello { $who }
both = { hello } { days }
year = { NUMBER($n, useGrouping: \"false\") } { NUMBER($n, minimumFractionDigits: 2) }
-name = Tillit
about = { -name } { $v ->
    [a] A { $x }
   *[b] B
 }
loop = { pool }
pool = { loop }
";

fn words() -> Arc<Words> {
    let sources = Lang::ALL.map(|lang| (lang, "days.ftl", DAYS));
    Arc::new(Words::new(&sources).unwrap())
}

fn tongue(lang: Lang) -> Tongue {
    words().tongue(lang, Zone::named("Europe/Helsinki").unwrap())
}

/// What each language makes of something, in the order of `Lang::ALL`, with plain spaces.
fn each(say: impl Fn(&Tongue) -> String) -> Vec<String> {
    Lang::ALL
        .map(|lang| say(&tongue(lang)).replace('\u{a0}', " "))
        .to_vec()
}

#[test]
fn languages_are_recognised() {
    assert_eq!(
        ["sv-FI", "NB", "no", "nn_NO", "en-US"].map(Lang::parse),
        [Lang::Sv, Lang::Nb, Lang::Nb, Lang::Nb, Lang::En].map(Some)
    );
    assert_eq!(
        ["", "de", "fin", "svenska", "-"].map(Lang::parse),
        [None; 5]
    );
    for lang in Lang::ALL {
        assert_eq!(Lang::parse(lang.code()), Some(lang));
        assert_eq!(Lang::ALL[lang.place()], lang);
        assert_eq!(serde_json::to_string(&lang).unwrap(), format!("\"{lang}\""));
        assert!(!lang.autonym().is_empty());
    }
}

#[test]
fn the_browser_is_listened_to() {
    assert_eq!(
        Lang::from_accept("de-DE,de;q=0.9,sv;q=0.5,fi;q=0.8"),
        Some(Lang::Fi)
    );
    assert_eq!(Lang::from_accept("da, nb"), Some(Lang::Da));
    assert_eq!(Lang::from_accept("fi;q=0, nn;q=0.1"), Some(Lang::Nb));
    assert_eq!(Lang::from_accept("sv ; q=0.2 , en ;q=0.3"), Some(Lang::En));
    for nothing in ["", "*", "de", "fi;q=x", "fi;q=NaN", "fi;q=-1", ",,,;;;"] {
        assert_eq!(Lang::from_accept(nothing), None, "{nothing}");
    }
}

/// CLDR: all five languages have one and other; only Danish counts 1.5 as one.
#[test]
fn plurals_follow_the_language() {
    for (number, plural) in [
        (0, "OTHER"),
        (1, "ONE"),
        (2, "OTHER"),
        (21, "OTHER"),
        (101, "OTHER"),
    ] {
        assert_eq!(
            each(|t| t.one("days", "n", number)),
            vec![format!("{number} {plural}"); 5]
        );
    }
    assert_eq!(
        each(|t| t.one("days", "n", 1.5)),
        [
            "1.5 OTHER",
            "1,5 OTHER",
            "1,5 OTHER",
            "1,5 ONE",
            "1,5 OTHER"
        ]
    );
    assert_eq!(
        each(|t| t.one("days", "n", 12_345i64)),
        [
            "12,345 OTHER",
            "12 345 OTHER",
            "12 345 OTHER",
            "12.345 OTHER",
            "12 345 OTHER"
        ]
    );
    assert_eq!(
        each(|t| t.one("days", "n", "1")),
        ["1 OTHER"; 5],
        "a text is no number"
    );
    assert_eq!(each(|t| t.one("days", "n", f64::NAN)), ["– OTHER"; 5]);
    assert_eq!(
        tongue(Lang::En).one("days", "n", 1e300).len(),
        "1".len() + 300 + 100 + " OTHER".len()
    );
    assert_eq!(tongue(Lang::Da).one("year", "n", 2026), "2026 2.026,00");
}

#[test]
fn hostile_values_stay_text() {
    let t = tongue(Lang::En);
    for hostile in [
        "{ $who }",
        "{ -name }",
        "\n.attr = x\nkey = y",
        "*[other] x",
        "\u{0}\u{202e}",
        "<script>",
        "{\"{\"}",
    ] {
        assert_eq!(t.one("hello", "who", hostile), format!("Hello {hostile}"));
    }
    let long = "x".repeat(1 << 20);
    assert_eq!(t.one("hello", "who", long.as_str()).len(), 6 + (1 << 20));
    assert_eq!(
        t.with(
            "hello",
            &[("who", "a".into()), ("who", "b".into()), ("", "c".into())]
        ),
        "Hello b"
    );
    assert!(
        !t.one("hello", "who", "x").contains('\u{2068}'),
        "no isolation marks"
    );
}

/// Kept as text or as a tree, a message reads the same; one that another mentions is found in a later file too.
#[test]
fn plain_messages_read_as_written() {
    let files = [
        (
            Lang::En,
            "a.ftl",
            "outer = See { inner }.\nlines =\n    First { \"{\" }\n      second\nwhole =\n    First\n\n      third\n",
        ),
        (
            Lang::En,
            "b.ftl",
            "inner = plain\nalone = A \"quoted\" word\n",
        ),
    ];
    let words = Arc::new(Words::new(&files).unwrap());
    let tongue = words.tongue(Lang::En, Zone::utc());
    for (key, text) in [
        ("outer", "See plain."),
        ("inner", "plain"),
        ("alone", "A \"quoted\" word"),
        ("lines", "First {\n  second"),
        ("whole", "First\n\n  third"),
    ] {
        assert_eq!(tongue.t(key), text, "{key}");
    }
}

#[test]
fn what_is_missing_shows_and_does_not_break() {
    let t = tongue(Lang::Sv);
    assert_eq!(t.t("absent"), "⟦absent⟧");
    assert_eq!(t.t(""), "⟦⟧");
    assert_eq!(t.t("-name"), "⟦-name⟧");
    assert_eq!(t.t("hello"), "Hello {$who}");
    assert!(t.has("hello") && !t.has("absent"));
    assert!(
        t.t("loop").len() < 100,
        "messages that mention each other end"
    );
    let empty = Arc::new(Words::new(&[]).unwrap());
    assert_eq!(empty.tongue(Lang::En, Zone::utc()).t("hello"), "⟦hello⟧");
}

#[test]
fn keys_and_variables_can_be_compared() {
    let words = words();
    assert_eq!(
        words.keys(Lang::Fi).collect::<Vec<_>>(),
        ["about", "both", "days", "hello", "loop", "pool", "year"]
    );
    let variables = |key| {
        words
            .variables(Lang::Fi, key)
            .into_iter()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        ["both", "about", "year", "loop", "absent"].map(variables),
        ["n who", "v x", "n", "", ""]
    );
}

#[test]
fn faults_in_files_are_named_all_at_once() {
    let faults = Words::new(&[
        (
            Lang::En,
            "a.ftl",
            "one = 1\nthree = { absent } { -term } { DATE($x) } { four.title }\ntwo = { \n",
        ),
        (
            Lang::En,
            "b.ftl",
            "one = again\nfour = x\n    .title = y\nfour = x\n",
        ),
        (Lang::Fi, "c.ftl", "one = yksi\n"),
    ]);
    let faults = faults.err().unwrap().join("\n");
    let named = [
        "a.ftl:4: ",
        "b.ftl: one is already in a.ftl",
        "b.ftl: four has attributes",
        "b.ftl: four is already in b.ftl",
        "a.ftl: three mentions absent,",
        "mentions -term,",
        "mentions DATE(),",
        "mentions four.title,",
    ];
    for part in named {
        assert!(faults.contains(part), "{part} in:\n{faults}");
    }
    assert!(!faults.contains("c.ftl"));
}

#[test]
fn texts_keep_their_languages() {
    let mut texts = Texts::new();
    assert_eq!(
        (
            texts.best(Lang::Fi),
            texts.is_empty(),
            texts.best_in(Lang::Fi)
        ),
        ("", true, None)
    );
    texts.set(Lang::Sv, "Bildning");
    assert_eq!(
        (texts.best(Lang::Fi), texts.best_in(Lang::Fi)),
        ("Bildning", Some((Lang::Sv, "Bildning")))
    );
    texts.set(Lang::En, "Education");
    assert_eq!(
        (
            texts.best(Lang::Fi),
            texts.best(Lang::Sv),
            texts.get(Lang::Fi)
        ),
        ("Education", "Bildning", None)
    );
    assert_eq!(texts.to_json(), r#"{"en":"Education","sv":"Bildning"}"#);
    assert_eq!(Texts::from_json(&texts.to_json()), Some(texts.clone()));
    texts.set(Lang::En, "  ");
    assert_eq!(texts.iter().collect::<Vec<_>>(), [(Lang::Sv, "Bildning")]);
    assert_eq!(Texts::same("X").iter().count(), 5);
    assert_eq!(Texts::from_json(r#"{"en":" "}"#), Some(Texts::new()));
    assert_eq!(
        [
            Texts::from_json("[]"),
            Texts::from_json(r#"{"xx":"a"}"#),
            Texts::from_json("{")
        ],
        [None, None, None]
    );
}

#[test]
fn words_are_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let t = tongue(Lang::Fi);
    shared(&t);
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let t = t.clone();
            std::thread::spawn(move || t.one("days", "n", 3))
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), "3 OTHER");
    }
}

proptest! {
    #[test]
    fn nothing_spoken_panics(number in any::<f64>(), whole in any::<i64>(), digits in any::<u8>(), key in any::<String>(), arg in any::<String>()) {
        let t = tongue(Lang::Fi);
        let _ = (t.decimal(number, digits), t.percent(number, digits), t.number(whole), t.span(whole), t.bytes(whole as u64));
        let _ = (t.moment(Moment(whole)), t.one("days", "n", number), t.one("year", "n", number), t.month(digits));
        let _ = (t.t(&key), t.one("hello", &key, arg.as_str()), t.compare(&key, &arg), Lang::from_accept(&key));
        let _ = (Words::new(&[(Lang::En, "x", &key)]), Texts::from_json(&key));
    }
}
