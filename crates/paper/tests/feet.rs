//! Where a table breaks: its head never stands at the foot of a page without a row.

use std::io::Write as _;
use std::process::{Command, Stdio};

use paper::{Block, Document, Table, pdf};

/// A table after so many lines, some of them a point taller, so that the foot of the page cuts it everywhere.
fn shifted(lines: usize, taller: usize, long: bool) -> Vec<Block> {
    let words = if long {
        format!("{} theend", "many words in a cell ".repeat(14))
    } else {
        "theend".to_owned()
    };
    let row = |number: usize| vec![format!("row{number}"), words.clone()];
    let mut blocks: Vec<Block> = (0..lines)
        .map(|line| {
            if line < taller {
                Block::Paragraph(format!("line {line}"))
            } else {
                Block::Quiet(format!("line {line}"))
            }
        })
        .collect();
    blocks.push(Block::Table(Table {
        caption: "captionofit".to_owned(),
        head: vec!["headofit".to_owned(), "Number".to_owned()],
        rows: (0..12).map(row).collect(),
        numeric: vec![false, !long],
        row_heads: true,
        summary: String::new(),
    }));
    blocks.push(Block::PageBreak);
    blocks
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        lang: "en".to_owned(),
        title: "Tables".to_owned(),
        subtitle: String::new(),
        author: "Municipality".to_owned(),
        date: "1 March 2027".to_owned(),
        iso_date: "2027-03-01".to_owned(),
        colour: "#14507a".to_owned(),
        contents_title: None,
        running_head: "Tables".to_owned(),
        page_label: "Page".to_owned(),
        blocks,
    }
}

/// Its pages as text, or nothing where poppler is not installed.
fn pages(bytes: &[u8]) -> Option<Vec<String>> {
    let name = format!(
        "feet-{}-{:?}.pdf",
        std::process::id(),
        std::thread::current().id()
    );
    let path = std::env::temp_dir().join(name);
    std::fs::File::create(&path)
        .and_then(|mut file| file.write_all(bytes))
        .expect("a file");
    let output = Command::new("pdftotext")
        .arg("-layout")
        .arg(&path)
        .arg("-")
        .stderr(Stdio::null())
        .output();
    std::fs::remove_file(&path).expect("the file was there");
    let text = String::from_utf8_lossy(&output.ok()?.stdout).into_owned();
    Some(text.split('\u{c}').map(str::to_owned).collect())
}

#[test]
fn a_head_has_a_row_below_it_on_its_page() {
    for long in [false, true] {
        let places =
            (30..38).flat_map(|lines| (0..30).step_by(5).map(move |taller| (lines, taller)));
        let blocks = places
            .flat_map(|(lines, taller)| shifted(lines, taller, long))
            .collect();
        let Some(pages) = pages(&pdf(&document(blocks)).unwrap()) else {
            return;
        };
        let mut broken = 0;
        for page in &pages {
            let Some((_, below)) = page.split_once("headofit") else {
                continue;
            };
            let rows = below.matches("row").count();
            assert!(rows > 0, "{page}");
            // The end of the first row's last cell.
            assert!(
                !below.contains("row0") || below.contains("theend"),
                "{page}"
            );
            broken += usize::from(below.contains("row0") && !below.contains("row11"));
        }
        assert!(broken > 2, "some of them break");
    }
}
