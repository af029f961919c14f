use super::*;
use crate::clock::{Day, Moment, Zone};
use crate::words::Lang;
use proptest::prelude::*;

/// A form with one field, `f`.
fn one(value: &str) -> Fields {
    Fields::from_pairs(vec![("f".to_owned(), value.to_owned())])
}

/// The messages of the field's faults.
fn said(faults: &Faults) -> Vec<&str> {
    faults.of("f").map(|fault| fault.message).collect()
}

/// What a check found and said.
fn run<T>(value: &str, check: impl Fn(&Fields, &mut Faults) -> T) -> (T, Vec<&'static str>) {
    let mut faults = Faults::default();
    let found = check(&one(value), &mut faults);
    (found, faults.iter().map(|fault| fault.message).collect())
}

#[test]
fn a_body_is_decoded_in_order() {
    let fields =
        Fields::parse("name=S%C3%A4rkk%C3%A4+O&tick=a&tick=b&empty=&bare&bad=%FF%zz&name=second");
    assert_eq!(fields.text("name"), "Särkkä O");
    assert_eq!(fields.all("tick"), ["a", "b"]);
    assert_eq!(fields.all("name").len(), 2);
    assert!(fields.has("empty") && fields.has("bare") && !fields.has("absent"));
    assert_eq!(
        (fields.text("absent"), fields.raw("bad")),
        ("", "\u{fffd}%zz")
    );
    assert_eq!(fields.pairs()[1], ("tick".to_owned(), "a".to_owned()));
    assert_eq!(Fields::parse(&fields.encode()), fields);
}

#[test]
fn set_puts_one_value_in_the_place_of_all() {
    let mut fields = Fields::parse("a=1&b=2&a=3&c=4&a=5");
    fields.set("a", "x");
    fields.set("d", "y");
    fields.add("c", "z");
    assert_eq!(fields.encode(), "a=x&b=2&c=4&d=y&c=z");
}

#[test]
fn a_required_text_is_there_clean_and_short() {
    let check = |fields: &Fields, faults: &mut Faults| required(fields, faults, "f", "say-what", 5);
    assert_eq!(run(" abc \r\n", check), ("abc".to_owned(), vec![]));
    assert_eq!(run("ääkkö", check).1, Vec::<&str>::new());
    assert_eq!(
        run(" \u{202e}\u{0} ", check),
        (String::new(), vec!["say-what"])
    );
    assert_eq!(run("abcdef", check).1, [TOO_LONG]);
    let mut faults = Faults::default();
    required(&one("abcdef"), &mut faults, "f", "say-what", 5);
    assert_eq!(
        faults.iter().next().unwrap().args,
        [("max", Arg::Number(5.0))]
    );
    assert_eq!(
        run("", |fields, faults| optional(fields, faults, "f", 5)),
        (None, vec![])
    );
    assert_eq!(
        run("abcdef", |fields, faults| optional(fields, faults, "f", 5)).1,
        [TOO_LONG]
    );
}

#[test]
fn a_field_of_one_value_that_came_twice_is_taken_in_no_reading() {
    let fields = Fields::parse("f=3&g=1&f=4");
    assert!(fields.repeats("f") && !fields.repeats("g") && !fields.repeats("h"));
    let mut faults = Faults::new();
    assert_eq!(whole(&fields, &mut faults, "f", 0, 9), None);
    assert_eq!(said(&faults), [REPEATED]);
    let mut faults = Faults::new();
    assert_eq!(required(&fields, &mut faults, "f", "say-what", 9), "");
    assert_eq!(said(&faults), [REPEATED], "it is not missing besides");
    assert_eq!(
        choice(&fields, &mut faults, "g", |code| code.parse().ok()),
        Some(1)
    );
}

#[test]
fn clean_takes_out_what_nobody_types() {
    assert_eq!(clean("a\r\nb\rc\td\u{0}\u{7f}\u{85}"), "a\nb\nc\td");
    assert_eq!(
        clean("invoice\u{202e}fdp.exe\u{2066}\u{2069}"),
        "invoicefdp.exe"
    );
    assert_eq!(clean("Åse – 1\u{a0}000 ☂"), "Åse – 1\u{a0}000 ☂");
}

#[test]
fn days_and_moments_are_read() {
    let zone = Zone::named("Europe/Helsinki").unwrap();
    let found = run("2024-02-29", |fields, faults| day(fields, faults, "f"));
    assert_eq!(found, (Day::new(2024, 2, 29), vec![]));
    assert_eq!(
        run("2026-02-29", |fields, faults| day(fields, faults, "f")),
        (None, vec![DAY])
    );
    assert_eq!(
        run("", |fields, faults| day(fields, faults, "f")),
        (None, vec![])
    );
    let check = |fields: &Fields, faults: &mut Faults| moment(fields, faults, "f", &zone);
    assert_eq!(
        run("2026-11-22T07:18", check).0,
        Moment::parse_rfc3339("2026-11-22T05:18:00Z")
    );
    assert_eq!(run("22.11.2026", check), (None, vec![MOMENT]));
}

/// 29 March 2026 the clocks of Helsinki go from 03:00 to 04:00, 25 October from 04:00 to 03:00.
#[test]
fn an_hour_that_is_missing_is_refused_and_one_that_comes_twice_is_asked() {
    let zone = Zone::named("Europe/Helsinki").unwrap();
    let check = |fields: &Fields, faults: &mut Faults| moment(fields, faults, "f", &zone);
    assert_eq!(run("2026-03-29T03:30", check), (None, vec![SKIPPED]));
    assert_eq!(run("2026-10-25T03:30", check), (None, vec![TWICE]));
    for (turn_of, utc) in [("1", "2026-10-25T00:30:00Z"), ("2", "2026-10-25T01:30:00Z")] {
        let mut fields = one("2026-10-25T03:30");
        fields.set(&turn("f"), turn_of);
        let at = Moment::parse_rfc3339(utc);
        assert_eq!(moment(&fields, &mut Faults::default(), "f", &zone), at);
        let mut put = Fields::default();
        put_moment(&mut put, "f", at.unwrap(), &zone);
        assert_eq!(put, fields);
    }
    let mut plain = Fields::default();
    put_moment(
        &mut plain,
        "f",
        Moment::parse_rfc3339("2026-11-22T05:18:00Z").unwrap(),
        &zone,
    );
    assert!(!plain.has("f_turn"));
}

#[test]
fn need_speaks_only_when_nothing_else_was_said() {
    for (value, expected) in [("", REQUIRED), ("soon", DAY)] {
        let mut faults = Faults::default();
        let found = day(&one(value), &mut faults, "f");
        need(&mut faults, "f", REQUIRED, &found);
        assert_eq!(said(&faults), [expected]);
    }
}

#[test]
fn whole_numbers_are_read_as_people_write_them() {
    let check = |fields: &Fields, faults: &mut Faults| whole(fields, faults, "f", -5, 2_000_000);
    let good = [
        ("0", 0),
        ("007", 7),
        ("1 234", 1234),
        ("1\u{a0}234", 1234),
        ("1\u{202f}234\u{202f}567", 1_234_567),
        ("1.234", 1234),
        ("1,234,567", 1_234_567),
        ("-5", -5),
        ("−5", -5),
    ];
    for (text, number) in good {
        assert_eq!(run(text, check), (Some(number), vec![]), "{text}");
    }
    for text in [
        "x",
        "1e3",
        "1.5",
        "1,23",
        "1.234,567",
        "1..234",
        ".",
        "--1",
        "1-",
        "0x10",
        "١",
        "12 st",
        ".123",
        "inf",
    ] {
        assert_eq!(run(text, check), (None, vec![NUMBER]), "{text}");
    }
    for text in ["-6", "2000001", "99999999999999999999999"] {
        assert_eq!(run(text, check), (None, vec![RANGE]), "{text}");
    }
    let mut faults = Faults::default();
    whole(&one("9"), &mut faults, "f", 1, 8);
    assert_eq!(
        faults.iter().next().unwrap().args,
        [("min", Arg::Number(1.0)), ("max", Arg::Number(8.0))]
    );
}

#[test]
fn decimals_take_comma_or_point() {
    let check = |fields: &Fields, faults: &mut Faults| decimal(fields, faults, "f", -10.0, 1e7);
    let good = [
        ("1,5", 1.5),
        ("1.5", 1.5),
        (",5", 0.5),
        ("1 234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1_234_567.0),
        ("1.234.567,25", 1_234_567.25),
        ("12", 12.0),
        ("−2,25", -2.25),
    ];
    for (text, number) in good {
        assert_eq!(run(text, check), (Some(number), vec![]), "{text}");
    }
    for text in [
        "1,2,3", "1.2,3,4", "1,", "NaN", "inf", "1e5", "12.34,5", ",", "1,5%",
    ] {
        assert_eq!(run(text, check), (None, vec![NUMBER]), "{text}");
    }
    assert_eq!(run("-10,1", check), (None, vec![RANGE]));
}

#[test]
fn a_choice_is_one_of_the_known() {
    let check = |fields: &Fields, faults: &mut Faults| choice(fields, faults, "f", Lang::parse);
    assert_eq!(run("fi", check), (Some(Lang::Fi), vec![]));
    assert_eq!(run("xx", check), (None, vec![CHOICE]));
    assert_eq!(run(" ", check), (None, vec![]));
}

#[test]
fn addresses_are_those_that_mail_can_reach() {
    let check = |fields: &Fields, faults: &mut Faults| email(fields, faults, "f");
    assert_eq!(
        run(" Anna.Ek+x@Kunta.Example ", check).0.as_deref(),
        Some("Anna.Ek+x@kunta.example")
    );
    assert!(run("anna@åby.example", check).0.is_some());
    let wrong = [
        "anna",
        "anna@",
        "@kunta.example",
        "anna@kunta",
        "a b@kunta.example",
        "a@b@kunta.example",
        "anna@.example",
        "anna@kunta..example",
        "anna@-kunta.example",
        "a\"b@kunta.example",
        "anna.@kunta.example",
        "anna@kunta.example,",
        "anna@kunta.example\nBcc: x@kunta.example",
        "<anna@kunta.example>",
    ];
    for text in wrong {
        assert_eq!(run(text, check), (None, vec![EMAIL]), "{text}");
    }
    assert_eq!(
        run(&format!("{}@kunta.example", "a".repeat(65)), check).1,
        [EMAIL]
    );
}

#[test]
fn faults_lie_beside_their_fields() {
    let mut faults = Faults::default();
    assert_eq!(
        (faults.first_field(), faults.clone().into_result(1)),
        (None, Ok(1))
    );
    faults.add("b", REQUIRED);
    faults.add_with("a", TOO_LONG, vec![("max", 5.into())]);
    assert_eq!(
        (
            faults.first_field(),
            faults.of("a").count(),
            faults.of("c").count()
        ),
        (Some("b"), 1, 0)
    );
    assert_eq!(faults.clone().into_result(1), Err(faults));
}

proptest! {
    #[test]
    fn clean_twice_is_clean_once(text in any::<String>()) {
        let once = clean(&text);
        prop_assert_eq!(clean(&once), once.clone());
        prop_assert!(once.chars().all(|c| matches!(c, '\n' | '\t') || !c.is_control()));
    }

    #[test]
    fn no_input_makes_a_check_panic(body in any::<String>(), value in "[0-9.,\\- \u{a0}eE@a-c\r\n]{0,50}") {
        prop_assert!(Fields::parse(&body).pairs().len() <= body.len() + 1);
        let zone = Zone::utc();
        for text in [&body, &value] {
            let (fields, mut faults) = (one(text), Faults::default());
            let _ = required(&fields, &mut faults, "f", REQUIRED, 10);
            let _ = (day(&fields, &mut faults, "f"), moment(&fields, &mut faults, "f", &zone));
            let _ = (whole(&fields, &mut faults, "f", i64::MIN, i64::MAX), email(&fields, &mut faults, "f"));
            let _ = (decimal(&fields, &mut faults, "f", f64::MIN, f64::MAX), choice(&fields, &mut faults, "f", Lang::parse));
        }
    }

    #[test]
    fn a_body_goes_there_and_back(pairs in proptest::collection::vec((any::<String>(), any::<String>()), 0..8)) {
        let fields = Fields::from_pairs(pairs);
        prop_assert_eq!(Fields::parse(&fields.encode()), fields);
    }
}
