//! Prints a long report and says what it cost: 40 tables, 20 charts, about 40 pages.
//!
//! `cargo run --release -p paper --example sheet [out.pdf] [language]`

use std::time::Instant;

use paper::{Block, Chart, Document, Figure, KeyFigure, Plot, Series, Table, Tick, chart};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let path = std::env::args().nth(1);
    let lang = std::env::args().nth(2).unwrap_or_else(|| "en".to_owned());
    let document = report(&lang);
    let bytes = paper::pdf(&document)?;
    let wall = start.elapsed().as_secs_f64();
    println!(
        "wall {wall:.2} s, CPU {}, {} pages, {} bytes",
        cpu(),
        pages(&bytes),
        bytes.len()
    );
    if let Some(path) = path {
        std::fs::write(path, bytes)?;
    }
    Ok(())
}

/// CPU time of the whole process from the kernel's own count (fields 14 and 15
/// of `stat`, in hundredths of a second), so that process start is included.
fn cpu() -> String {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|f| f.parse::<f64>().ok());
    match (ticks(11), ticks(12)) {
        (Some(user), Some(system)) => format!("{:.2} s", (user + system) / 100.0),
        _ => "unknown".to_owned(),
    }
}

/// Pages by their dictionaries; the file keeps them uncompressed or not, so this may be 0.
fn pages(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    text.matches("/Type/Page").count() - text.matches("/Type/Pages").count()
}

fn report(lang: &str) -> Document {
    let mut blocks = opening();
    for part in 1..=10 {
        blocks.push(Block::Heading {
            level: 1,
            text: format!("Part {part}: reports and answers"),
        });
        blocks.push(Block::Paragraph(PROSE.repeat(3)));
        for section in 1..=4 {
            blocks.push(Block::Heading {
                level: 2,
                text: format!("{part}.{section} By unit"),
            });
            blocks.push(Block::Paragraph(PROSE.repeat(2)));
            blocks.push(Block::Table(table(part * section)));
            if section % 2 == 0 {
                blocks.push(Block::Chart(figure(part * 2 + section / 2)));
            }
        }
        blocks.push(Block::PageBreak);
    }
    Document {
        lang: lang.to_owned(),
        title: "Data Balance Sheet 2026".to_owned(),
        subtitle: "How we looked after people's information".to_owned(),
        author: "Municipality of Björkö".to_owned(),
        date: "1 March 2027".to_owned(),
        iso_date: "2027-03-01".to_owned(),
        colour: "#14507a".to_owned(),
        contents_title: Some("Contents".to_owned()),
        running_head: "Municipality of Björkö · Data Balance Sheet 2026".to_owned(),
        page_label: "Page".to_owned(),
        blocks,
    }
}

const PROSE: &str = "The number of reports grew because more people know where to report. \
    Most concerned a letter or a message sent to the wrong person, and most were noticed \
    the same day. ";

fn opening() -> Vec<Block> {
    let card = |value: &str, label: &str, note: &str| KeyFigure {
        value: value.to_owned(),
        label: label.to_owned(),
        note: note.to_owned(),
    };
    let fact = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    vec![
        Block::Heading {
            level: 1,
            text: "The year in short".to_owned(),
        },
        Block::Paragraph(PROSE.repeat(2)),
        Block::KeyFigures(vec![
            card("142", "incidents reported", "97 the year before"),
            card(
                "31 h",
                "from notice to notification, on average",
                "the limit is 72 hours",
            ),
            card("88 %", "of staff trained", ""),
            card(
                "1\u{a0}204",
                "messages stopped before they were sent",
                "since 1 April",
            ),
            card(
                "–",
                "sensitive processing reviewed",
                "not available for this year",
            ),
        ]),
        Block::Facts(vec![
            fact("Controller", "The Municipal Executive Board"),
            fact(
                "Data protection officer",
                "Named on the web page of the municipality",
            ),
            fact("Period", "1 January to 31 December 2026"),
        ]),
        Block::List(vec![
            "What went well".to_owned(),
            PROSE.to_owned(),
            "What we do next".to_owned(),
        ]),
        Block::Quiet("Figures are frozen on the day the sheet was approved.".to_owned()),
        Block::PageBreak,
    ]
}

fn table(seed: usize) -> Table {
    let words = [
        "Unit",
        "Reported",
        "Notified",
        "In time",
        "What it concerned",
    ];
    let units = [
        "Early education",
        "Schools",
        "Social services",
        "Library",
        "Technical services",
        "Administration",
        "Henkilötietojen käsittelytoimien vastuuyksikkö",
    ];
    let row = |at: usize| {
        let count = (seed * 37 + at * 13) % 1900;
        vec![
            units[at % units.len()].to_owned(),
            format!("{}\u{a0}{:03}", count / 10, count),
            (count % 23).to_string(),
            format!("{} %", count % 100),
            "Message to the wrong recipient".to_owned(),
        ]
    };
    Table {
        caption: format!("Incidents by unit, set {seed}"),
        head: words.map(str::to_owned).to_vec(),
        rows: (0..16).map(row).collect(),
        numeric: vec![false, true, true, true, false],
        row_heads: true,
        summary: "One row for each unit with the number of reports and notifications.".to_owned(),
    }
}

/// Made-up values, five for each series; one may be missing.
fn series(seed: usize, name: &str, of: usize, gap: bool) -> Series {
    let value = |at: usize| ((seed * 7 + of * 11 + at * 17) % 90 + 5) as f64;
    let values: Vec<Option<f64>> = (0..5)
        .map(|at| (!gap || at != 2).then(|| value(at)))
        .collect();
    let shown = values
        .iter()
        .map(|v| v.map_or(String::new(), |v| v.to_string()))
        .collect();
    Series {
        name: name.to_owned(),
        values,
        shown,
    }
}

fn drawing(seed: usize) -> Chart {
    let years = ["2022", "2023", "2024", "2025", "2026"];
    let units = [
        "Early education",
        "Schools",
        "Social services and health",
        "Library",
        "Technical services",
    ];
    let plot = |labels: [&str; 5], series: Vec<Series>| Plot {
        labels: labels.map(str::to_owned).to_vec(),
        series,
        ticks: Vec::new(),
        unit: "Number of incidents".to_owned(),
        missing: "not available".to_owned(),
    };
    let three = || {
        let names = [("Low risk", false), ("Risk", true), ("High risk", false)];
        (1..)
            .zip(names)
            .map(|(of, (name, gap))| series(seed, name, of, gap))
            .collect()
    };
    match seed % 4 {
        0 => Chart::Bars(plot(units, vec![series(seed, "Reported", 1, true)])),
        1 => Chart::Lines(plot(
            years,
            vec![
                series(seed, "Reported", 1, false),
                series(seed, "Notified", 2, true),
            ],
        )),
        2 => Chart::Stacked(plot(units, three())),
        _ => Chart::Bars(plot(units, three())),
    }
}

fn figure(seed: usize) -> Figure {
    let mut chart = drawing(seed);
    let steps = chart::steps(&chart).into_iter();
    let ticks = steps
        .map(|value| Tick {
            value,
            label: value.to_string(),
        })
        .collect();
    match &mut chart {
        Chart::Bars(plot) | Chart::Lines(plot) | Chart::Stacked(plot) => plot.ticks = ticks,
    }
    Figure {
        chart,
        caption: "Incidents in the units".to_owned(),
        alt: "Chart of the incidents in the units; the numbers are in the table above.".to_owned(),
    }
}
