//! How fast the three modes read, and how long the policy judges what they found:
//! `cargo run --release -p detect --example pace FILE…`.

use detect::{Detector, Options, Policy};

fn main() {
    let mut text = String::new();
    for path in std::env::args().skip(1) {
        text.push_str(&std::fs::read_to_string(path).unwrap_or_default());
        text.push('\n');
    }
    while text.len() < 3_000_000 && !text.is_empty() {
        text = format!("{text}\n{text}");
    }
    let policy = Policy::shipped();
    for (name, options) in [
        ("identifiers", Options::IDENTIFIERS),
        ("matters", Options::MATTERS),
        ("everything", Options::default()),
    ] {
        let detector = Detector::new(options);
        let mut best = f64::MAX;
        let mut judging = f64::MAX;
        let mut count = 0;
        for _ in 0..3 {
            let start = cpu();
            let found = detector.find(&text);
            best = best.min(cpu() - start);
            count = found.len();
            let start = cpu();
            let _ = policy.judge(&found);
            judging = judging.min(cpu() - start);
        }
        println!(
            "{name}: {:.0} MB/s, judged in {judging:.2} s, {count} findings in {} bytes",
            text.len() as f64 / best / 1e6,
            text.len()
        );
    }
}

/// Seconds of CPU of this thread, so that other load on the machine does not count.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ')
        .next()
        .and_then(|ns| ns.parse::<f64>().ok())
        .unwrap_or(0.0)
        / 1e9
}
