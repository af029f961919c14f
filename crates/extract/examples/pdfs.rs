//! Reads PDFs with the own reader alone and prints per file: CPU milliseconds, letters and digits, parts that
//! were not inspected. For comparing with `pdftotext` (docs/decisions/0014-reading-foreign-files.md).

use extract::{Content, Kind, Limits, NoTools, read};

/// CPU of this process in milliseconds (proc(5): ticks of 10 ms).
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat
        .rsplit_once(") ")
        .map_or("", |(_, rest)| rest)
        .split(' ')
        .collect();
    let tick = |at: usize| {
        fields
            .get(at)
            .and_then(|text| text.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    (tick(11) + tick(12)) * 10.0
}

fn main() {
    for name in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&name) else {
            continue;
        };
        let before = cpu();
        let times = 5;
        let mut parts = Vec::new();
        for _ in 0..times {
            parts = read(&name, &bytes, &Limits::default(), &mut NoTools);
        }
        let spent = (cpu() - before) / f64::from(times);
        let letters: usize = parts
            .iter()
            .filter(|part| part.kind == Kind::Document)
            .filter_map(|part| part.text())
            .map(|text| text.chars().filter(|c| c.is_alphanumeric()).count())
            .sum();
        let not = parts
            .iter()
            .filter(|part| matches!(part.content, Content::NotInspected(_)))
            .count();
        println!("{name}\t{spent:.1} ms\t{letters} letters\t{not} not inspected");
    }
}
