use calamine::{Data, Reader, Xlsx};

use super::*;

fn head(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn csv_opens_in_a_spreadsheet_and_runs_nothing() {
    let rows = vec![
        vec![Cell::from("=1+1"), Cell::Number(1.5), Cell::Empty],
        vec![
            Cell::from("a;b \"c\"\nd"),
            Cell::Number(-3.0),
            Cell::Day(Day::MAX),
        ],
        vec![Cell::from("+1"), Cell::from("-1"), Cell::from("@a")],
        vec![Cell::from("\tx"), Cell::from("  =x"), Cell::from("Åke")],
    ];
    let bytes = csv(&head(&["A", "B", "C"]), &rows);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(
        text,
        "\u{feff}A;B;C\r\n'=1+1;1,5;\r\n\"a;b \"\"c\"\"\nd\";-3;9999-12-31\r\n\
         '+1;'-1;'@a\r\n\"'\tx\";'  =x;Åke\r\n"
    );
}

#[test]
fn a_workbook_opens_with_texts_numbers_and_days() {
    let day = Day::parse("2026-03-02").unwrap();
    let rows = vec![vec![
        Cell::from("=1+1"),
        Cell::Number(1.5),
        Cell::Day(day),
        Cell::Time(day_and_hour(), Zone::named("Europe/Helsinki").unwrap()),
        Cell::Empty,
    ]];
    let titles = head(&["A", "B", "C", "D", "E"]);
    let bytes = xlsx("A: list/of [things]", &titles, &rows).unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("A listof things").unwrap();
    assert_eq!(sheet.get((0, 0)), Some(&Data::String("A".to_owned())));
    assert_eq!(sheet.get((1, 0)), Some(&Data::String("=1+1".to_owned())));
    assert_eq!(sheet.get((1, 1)), Some(&Data::Float(1.5)));
    assert!(matches!(sheet.get((1, 2)), Some(Data::DateTime(_))));
    let Some(Data::DateTime(time)) = sheet.get((1, 3)) else {
        panic!("no time: {:?}", sheet.get((1, 3)))
    };
    // 10:30 in Helsinki, as part of a day.
    assert!(
        (time.as_f64().fract() - 10.5 / 24.0).abs() < 1e-6,
        "{time:?}"
    );
    let formulas = book.worksheet_formula("A listof things").unwrap();
    assert!(formulas.used_cells().next().is_none());
}

fn day_and_hour() -> Moment {
    Moment::parse_rfc3339("2026-03-02T08:30:00Z").unwrap()
}

#[test]
fn a_time_in_csv_says_its_offset() {
    let zone = Zone::named("Europe/Helsinki").unwrap();
    let rows = vec![vec![Cell::Time(day_and_hour(), zone)]];
    let text = String::from_utf8(csv(&head(&["A"]), &rows)).unwrap();
    assert_eq!(text, "\u{feff}A\r\n2026-03-02T10:30:00+02:00\r\n");
}

#[test]
fn an_empty_list_is_a_file_too() {
    assert_eq!(csv(&head(&["A"]), &[]), "\u{feff}A\r\n".as_bytes());
    assert!(xlsx("", &head(&["A"]), &[]).unwrap().starts_with(b"PK"));
}
