//! Dates, numbers, lists and order, as each language writes them.

use std::time::Instant;

use super::{each, tongue};
use crate::clock::{Day, Moment};
use crate::words::Lang;

#[test]
fn numbers_are_written_as_the_language_does() {
    assert_eq!(
        each(|t| t.number(-1_234_567)),
        [
            "-1,234,567",
            "−1 234 567",
            "−1 234 567",
            "-1.234.567",
            "−1 234 567"
        ]
    );
    assert_eq!(
        each(|t| t.decimal(1234.565, 1)),
        ["1,234.6", "1 234,6", "1 234,6", "1.234,6", "1 234,6"]
    );
    assert_eq!(
        each(|t| t.percent(12.5, 1)),
        ["12.5%", "12,5 %", "12,5 %", "12,5 %", "12,5 %"]
    );
    assert!(
        tongue(Lang::Fi).number(1234).contains('\u{a0}'),
        "a number is never broken over two lines"
    );
    let en = tongue(Lang::En);
    assert_eq!(
        [
            en.decimal(-0.04, 1),
            en.decimal(2.0, 0),
            en.decimal(f64::NAN, 1),
            en.percent(f64::INFINITY, 0)
        ],
        ["0.0", "2", "–", "–"]
    );
    assert_eq!(
        (en.number(i64::MIN), en.number(i64::MAX)),
        (
            "-9,223,372,036,854,775,808".into(),
            "9,223,372,036,854,775,807".into()
        )
    );
    assert!(en.decimal(f64::MAX, 255).len() > 400);
}

#[test]
fn dates_are_written_as_the_administration_does() {
    let day = Day::new(2026, 11, 2).unwrap();
    let moment = Moment::parse_rfc3339("2026-11-02T03:08:59Z").unwrap();
    assert_eq!(
        each(|t| t.day(day)),
        [
            "2 November 2026",
            "2.11.2026",
            "2 november 2026",
            "2. november 2026",
            "2. november 2026"
        ]
    );
    assert_eq!(
        each(|t| t.day_short(day)),
        [
            "2 Nov 2026",
            "2.11.2026",
            "2026-11-02",
            "02.11.2026",
            "02.11.2026"
        ]
    );
    assert_eq!(
        each(|t| t.time(moment)),
        ["05:08", "5.08", "05:08", "05.08", "05:08"]
    );
    assert_eq!(
        each(|t| t.moment(moment)),
        [
            "2 November 2026 at 05:08",
            "2.11.2026 klo 5.08",
            "2 november 2026 kl. 05:08",
            "2. november 2026 kl. 05.08",
            "2. november 2026 kl. 05:08",
        ]
    );
    assert_eq!(
        each(|t| t.month(11)),
        ["November", "marraskuu", "november", "november", "november"]
    );
    assert_eq!(
        (
            tongue(Lang::Fi).month(1),
            tongue(Lang::Fi).month(0),
            tongue(Lang::Fi).month(13)
        ),
        ("tammikuu".into(), String::new(), String::new())
    );
    assert!(
        !tongue(Lang::Sv).day(Day::MAX).is_empty()
            && !tongue(Lang::Sv).moment(Moment(i64::MIN)).is_empty()
    );
}

#[test]
fn lists_are_spoken() {
    let parts = ["a", "b", "c"].map(String::from);
    assert_eq!(
        each(|t| t.list(&parts)),
        [
            "a, b and c",
            "a, b ja c",
            "a, b och c",
            "a, b og c",
            "a, b og c"
        ]
    );
    assert_eq!(
        (
            tongue(Lang::Fi).list(&parts[..1]),
            tongue(Lang::Fi).list(&[])
        ),
        ("a".into(), String::new())
    );
}

#[test]
fn sizes_go_in_thousands() {
    assert_eq!(
        each(|t| t.bytes(1_500_000)),
        ["1.5 MB", "1,5 Mt", "1,5 MB", "1,5 MB", "1,5 MB"]
    );
    let sizes = [0, 999, 1000, 9_960, 999_499, 999_500, 20_400_000, u64::MAX]
        .map(|size| tongue(Lang::En).bytes(size).replace('\u{a0}', " "));
    assert_eq!(
        sizes,
        [
            "0 B",
            "999 B",
            "1 kB",
            "10 kB",
            "999 kB",
            "1 MB",
            "20 MB",
            "18,446,744 TB"
        ]
    );
}

#[test]
fn spans_name_their_two_largest_units() {
    assert_eq!(
        each(|t| t.span(52 * 3_600_000)),
        [
            "2 d 4 h",
            "2 vrk 4 h",
            "2 dygn 4 tim",
            "2 døgn 4 t",
            "2 døgn 4 t"
        ]
    );
    assert_eq!(
        each(|t| t.span(-12_059_000)),
        [
            "-3 h 20 min",
            "−3 h 20 min",
            "−3 tim 20 min",
            "-3 t 20 min",
            "−3 t 20 min"
        ]
    );
    let spans = [
        0,
        -999,
        45_999,
        60_000,
        119_000,
        3_600_000,
        86_459_000,
        i64::MIN,
    ]
    .map(|ms| tongue(Lang::En).span(ms).replace('\u{a0}', " "));
    assert_eq!(
        spans,
        [
            "0 s",
            "0 s",
            "45 s",
            "1 min",
            "1 min",
            "1 h",
            "1 d",
            "-106,751,991,167 d 7 h"
        ]
    );
}

#[test]
fn names_are_sorted_as_in_the_language() {
    let sorted = |lang| {
        let mut names = [
            "Östen", "Zorn", "Åke", "Ärla", "Unit 10", "unit 9", "Ø", "Aa",
        ];
        tongue(lang).sort_by(&mut names, |name| name);
        names.join(" ")
    };
    assert_eq!(sorted(Lang::Fi), "Aa unit 9 Unit 10 Zorn Åke Ärla Ø Östen");
    assert_eq!(sorted(Lang::Sv), "Aa unit 9 Unit 10 Zorn Åke Ärla Ø Östen");
    assert_eq!(sorted(Lang::Da), "unit 9 Unit 10 Zorn Ärla Ø Östen Aa Åke");
    assert_eq!(sorted(Lang::Nb), "unit 9 Unit 10 Zorn Ärla Ø Östen Aa Åke");
    assert_eq!(sorted(Lang::En), "Aa Åke Ärla Ø Östen unit 9 Unit 10 Zorn");
}

/// A page formats hundreds of numbers. Generous bounds: the test machine is shared and nothing is optimised.
#[test]
fn speaking_is_fast() {
    let t = tongue(Lang::Fi);
    let day = Day::new(2026, 11, 22).unwrap();
    let time = |name: &str, say: &dyn Fn(i64) -> String| {
        let start = Instant::now();
        let letters: usize = (0..2000).map(|n| say(n).len()).sum();
        let each = start.elapsed() / 2000;
        println!("{name}: {each:?} ({letters} bytes)");
        assert!(each.as_micros() < 200, "{name}: {each:?}");
    };
    time("number", &|n| t.number(n * 1000));
    time("decimal", &|n| t.decimal(n as f64 / 7.0, 1));
    time("day", &|n| t.day(day.plus_days(n as i32)));
    time("moment", &|n| t.moment(Moment(n * 1_000_000_000)));
    time("plain message", &|_| t.t("pool"));
    time("message", &|n| t.one("days", "n", n));
}
