//! The crate from its door: documents in, PDF out, read back with poppler where it is installed.

use std::io::Write as _;
use std::process::{Command, Stdio};

use paper::{Block, Chart, Document, Fault, Figure, KeyFigure, Plot, Series, Table, pdf};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        lang: "en".to_owned(),
        title: "A yearly report".to_owned(),
        subtitle: "With a subtitle".to_owned(),
        author: "Municipality of Ålunda".to_owned(),
        date: "1 March 2027".to_owned(),
        iso_date: "2027-03-01".to_owned(),
        colour: "#14507a".to_owned(),
        contents_title: Some("Contents".to_owned()),
        running_head: "A yearly report".to_owned(),
        page_label: "Page".to_owned(),
        blocks,
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.to_owned(),
    }
}

fn table(head: &[&str], rows: Vec<Vec<String>>) -> Table {
    Table {
        caption: "Rows".to_owned(),
        head: head.iter().map(|cell| (*cell).to_owned()).collect(),
        rows,
        numeric: vec![false, true],
        row_heads: true,
        summary: "What the rows say".to_owned(),
    }
}

fn chart(missing: &str) -> Figure {
    let series = Series {
        name: "Reported".to_owned(),
        values: vec![Some(4.0), None],
        shown: vec!["4".to_owned(), String::new()],
    };
    let plot = Plot {
        labels: vec!["2025".to_owned(), "2026".to_owned()],
        series: vec![series],
        missing: missing.to_owned(),
        ..Plot::default()
    };
    Figure {
        chart: Chart::Bars(plot),
        caption: "Reports".to_owned(),
        alt: "Four reports in 2025; 2026 is not available.".to_owned(),
    }
}

/// One block of every kind.
fn everything() -> Vec<Block> {
    let words = |text: &str| text.to_owned();
    let fact = (words("Controller"), words("The board"));
    let card = KeyFigure {
        value: words("142"),
        label: words("reports"),
        note: words("97 before"),
    };
    vec![
        heading(1, "The year"),
        Block::Paragraph(words("Running text.\nA second line.")),
        Block::Quiet(words("A note.")),
        Block::List(vec![words("One"), words("Two")]),
        Block::Facts(vec![fact]),
        Block::KeyFigures(vec![card]),
        heading(2, "Rows"),
        Block::Table(table(
            &["Unit", "Number"],
            vec![vec![words("Schools"), words("1 204")]],
        )),
        Block::Chart(chart("not available")),
        Block::PageBreak,
        Block::Paragraph(words("The end.")),
    ]
}

/// Output of a poppler program that reads the PDF, or nothing where it is not installed.
fn poppler(program: &str, arguments: &[&str], bytes: &[u8]) -> Option<String> {
    let name = std::thread::current()
        .name()
        .unwrap_or("one")
        .replace(':', "-");
    let path = std::env::temp_dir().join(format!("paper-{}-{name}.pdf", std::process::id()));
    std::fs::File::create(&path)
        .and_then(|mut file| file.write_all(bytes))
        .expect("a file");
    let output = Command::new(program)
        .args(&arguments[..arguments.len().min(1)])
        .arg(&path)
        .args(arguments.get(1..).unwrap_or_default())
        .stderr(Stdio::null())
        .output();
    std::fs::remove_file(&path).expect("the file was there");
    output
        .ok()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The text of the PDF without spaces, line ends and hyphens, which depend on the layout.
fn text(bytes: &[u8]) -> Option<String> {
    poppler("pdftotext", &["-raw", "-"], bytes).map(|text| dense(&text))
}

fn dense(text: &str) -> String {
    let drop =
        |c: &char| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200b}'..='\u{202e}');
    text.chars().filter(drop).collect()
}

fn has(bytes: &[u8], part: &str) -> bool {
    bytes
        .windows(part.len())
        .any(|window| window == part.as_bytes())
}

#[test]
fn the_file_is_tagged_named_and_says_its_standard() {
    let bytes = pdf(&document(everything())).expect("a file");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert!(has(&bytes, "pdfuaid:part") && has(&bytes, "pdfaid:part"));
    assert!(has(&bytes, "/Lang"));
    let Some(info) = poppler("pdfinfo", &[], &bytes) else {
        return;
    };
    assert!(info.contains("A yearly report"), "{info}");
    assert!(info.contains("Municipality of Ålunda"), "{info}");
    assert!(
        info.lines()
            .any(|line| line.starts_with("Tagged:") && line.ends_with("yes")),
        "{info}"
    );
}

#[test]
fn every_block_is_on_paper() {
    let bytes = pdf(&document(everything())).expect("a file");
    let Some(text) = text(&bytes) else { return };
    let parts = [
        "Contents",
        "The year",
        "A second line.",
        "A note.",
        "Two",
        "The board",
        "142",
        "97 before",
        "Schools",
        "1 204",
        "not available",
        "Reports",
        "The end.",
        "Page",
    ];
    for part in parts {
        assert!(text.contains(&dense(part)), "{part} not in {text}");
    }
}

#[test]
fn structure_names_headers_and_alternatives() {
    let bytes = pdf(&document(everything())).expect("a file");
    let Some(tree) = poppler("pdfinfo", &["-struct"], &bytes) else {
        return;
    };
    for part in ["Table", "TH", "TD", "H1", "Figure", "Caption", "TOC"] {
        assert!(tree.contains(part), "{part} not in {tree}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = document(everything());
    assert_eq!(pdf(&document), pdf(&document));
}

#[test]
fn a_document_survives_the_way_to_another_process() {
    let document = document(everything());
    let json = serde_json::to_string(&document).expect("json");
    assert_eq!(
        serde_json::from_str::<Document>(&json).expect("a document"),
        document
    );
}

#[test]
fn five_languages_print_in_their_letters() {
    let figure = [
        ("en", "Figure"),
        ("fi", "Kuva"),
        ("sv", "Figur"),
        ("da", "Figur"),
        ("nb", "Figur"),
    ];
    for (lang, word) in figure {
        let mut blocks = everything();
        blocks.push(Block::Paragraph("Å ä ö æ ø å é – § €".to_owned()));
        let bytes = pdf(&Document {
            lang: lang.to_owned(),
            ..document(blocks)
        })
        .expect(lang);
        assert!(has(&bytes, &format!("/Lang({lang})")), "{lang}");
        let Some(text) = text(&bytes) else { continue };
        assert!(
            text.contains(&dense("Å ä ö æ ø å é – § €")),
            "{lang}: {text}"
        );
        assert!(text.contains(word), "{lang}: {text}");
    }
}

#[test]
fn hostile_text_prints_as_itself() {
    let evil = r##"#read("data.json") $x^2$ *b* _i_ \ [c] <l> @r // /* */ = H #{1+1} "q" ~"##;
    let mut blocks = everything();
    blocks.extend([
        heading(2, evil),
        Block::Paragraph(evil.to_owned()),
        Block::List(vec![evil.to_owned()]),
        Block::Facts(vec![(evil.to_owned(), evil.to_owned())]),
        Block::Table(table(&[evil, evil], vec![vec![evil.to_owned(); 2]])),
        Block::Chart(Figure {
            caption: evil.to_owned(),
            alt: evil.to_owned(),
            ..chart(evil)
        }),
    ]);
    let document = Document {
        title: evil.to_owned(),
        running_head: evil.to_owned(),
        ..document(blocks)
    };
    let bytes = pdf(&document).expect("a file");
    let Some(text) = text(&bytes) else { return };
    assert!(text.matches(&dense(evil)).count() >= 6, "{text}");
}

#[test]
fn a_word_of_ten_thousand_letters_is_all_there() {
    let word = "abcdefghij".repeat(1_000);
    let narrow: Vec<String> = vec!["a".to_owned(), word.clone(), "b".to_owned()];
    let blocks = vec![
        heading(1, &word),
        Block::Paragraph(word.clone()),
        Block::Table(table(&["One", "Two", "Three"], vec![narrow])),
    ];
    let bytes = pdf(&Document {
        title: word.clone(),
        ..document(blocks)
    })
    .expect("a file");
    let Some(text) = text(&bytes) else { return };
    assert!(text.matches("abcdefghij").count() > 3_000);
}

#[test]
fn scripts_without_letters_in_our_fonts_do_not_stop_the_report() {
    let scripts = [
        "שלום עולם",
        "مرحبا بالعالم",
        "日本語",
        "👩‍👩‍👧 🇫🇮",
        "a\u{591}b\u{30a}",
        "\u{e000}\u{202e}abc",
        "ก็ไทย",
        "\u{0}\u{1b}[31m",
        "e\u{301}\u{301}\u{301}",
        "ﷺ",
        "𝕏",
        "`raw`",
    ];
    for script in scripts {
        let mut blocks = everything();
        blocks.extend([
            heading(2, script),
            Block::Paragraph(script.to_owned()),
            Block::Chart(chart(script)),
            Block::Table(table(&[script], vec![vec![script.to_owned()]])),
        ]);
        assert!(pdf(&document(blocks)).is_ok(), "{script}");
    }
    let bytes = pdf(&document(vec![Block::Paragraph("שלום".to_owned())])).expect("a file");
    let Some(text) = text(&bytes) else { return };
    assert!(text.contains("שלום") || text.contains("םולש"), "{text}");
}

#[test]
fn empty_things_print_and_uneven_rows_lose_nothing() {
    let uneven = vec![
        vec!["a".to_owned()],
        vec!["b".to_owned(), "1".to_owned(), "extra".to_owned()],
        vec![],
    ];
    let bare = Table {
        caption: String::new(),
        summary: String::new(),
        ..table(&[], vec![])
    };
    let blocks = vec![
        heading(4, "Raised to the first level"),
        heading(0, ""),
        Block::List(vec![]),
        Block::Facts(vec![]),
        Block::KeyFigures(vec![]),
        Block::Paragraph(String::new()),
        Block::PageBreak,
        Block::PageBreak,
        Block::Table(table(&["Unit", "Number"], vec![])),
        Block::Table(bare),
        Block::Table(Table {
            numeric: vec![],
            ..table(&["Unit"], uneven)
        }),
        Block::Chart(Figure {
            chart: Chart::Lines(Plot::default()),
            ..chart("")
        }),
    ];
    let bytes = pdf(&document(blocks)).expect("a file");
    assert!(pdf(&document(vec![])).is_ok());
    let Some(text) = text(&bytes) else { return };
    assert!(text.contains("extra") && text.contains("Unit"), "{text}");
}

#[test]
fn two_thousand_rows_repeat_their_head() {
    let row = |at: usize| vec![format!("Row {at}"), at.to_string()];
    let rows = table(&["Unit name", "Number"], (0..2_000).map(row).collect());
    let bytes = pdf(&document(vec![heading(1, "Rows"), Block::Table(rows)])).expect("a file");
    let Some(text) = text(&bytes) else { return };
    assert!(text.contains("Row1999"), "the last row");
    assert!(
        text.matches("Unitname").count() > 30,
        "the head on every page"
    );
}

#[test]
fn forty_columns_still_fit_the_page() {
    let head: Vec<String> = (0..40).map(|at| format!("Kolumn{at}")).collect();
    let names: Vec<&str> = head.iter().map(String::as_str).collect();
    let rows = vec![vec!["tietoturvaloukkaus".to_owned(); 40]; 3];
    assert!(pdf(&document(vec![Block::Table(table(&names, rows))])).is_ok());
}

#[test]
fn what_cannot_be_printed_is_said() {
    let base = document(vec![]);
    let title = Document {
        title: " ".to_owned(),
        ..base.clone()
    };
    assert_eq!(pdf(&title), Err(Fault::Title));
    for day in [
        "",
        "2027-02-29",
        "2027-13-01",
        "27-1-1",
        "2027-03-01x",
        "ä027-03-1",
    ] {
        let dated = Document {
            iso_date: day.to_owned(),
            ..base.clone()
        };
        assert_eq!(pdf(&dated), Err(Fault::Date(day.to_owned())));
    }
    let tongue = Document {
        lang: "x-y".to_owned(),
        ..base.clone()
    };
    assert_eq!(pdf(&tongue), Err(Fault::Language("x-y".to_owned())));
    let paint = Document {
        colour: "blue".to_owned(),
        ..base
    };
    assert_eq!(pdf(&paint), Err(Fault::Colour("blue".to_owned())));
    let silent = Figure {
        alt: String::new(),
        ..chart("")
    };
    assert_eq!(
        pdf(&document(vec![Block::Chart(silent)])),
        Err(Fault::Alternative("Reports".to_owned()))
    );
}
