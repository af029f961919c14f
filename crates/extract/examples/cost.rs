//! What reading a file costs, without child and pipe: `cargo run --release -p extract --example cost -- FILE…`.
//! Prints microseconds of CPU for one reading (best of five rounds), the parts and the bytes of text. Linux only.

use extract::{Limits, NoTools, Part, read};

/// Nanoseconds of CPU in a round, so that starting does not count.
const ROUND: u64 = 100_000_000;

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let once = || read(&path, &bytes, &Limits::default(), &mut NoTools);
        let parts = once();
        let text: usize = parts.iter().filter_map(Part::text).map(str::len).sum();
        let best = (0..5).map(|_| round(&once)).min().unwrap_or_default();
        println!(
            "{path}\t{} bytes\t{:.1} µs\t{} parts\t{text} bytes of text",
            bytes.len(),
            best as f64 / 1e3,
            parts.len()
        );
    }
    Ok(())
}

/// Nanoseconds of one reading, the mean of a round.
fn round(once: &impl Fn() -> Vec<Part>) -> u64 {
    let (started, mut times) = (cpu(), 0);
    while cpu() - started < ROUND {
        for _ in 0..16 {
            std::hint::black_box(once());
        }
        times += 16;
    }
    (cpu() - started) / times
}

/// Nanoseconds that this process was on a core (the kernel's sched-stats); other work beside it does not count.
fn cpu() -> u64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let first = told.split_whitespace().next();
    first
        .and_then(|number| number.parse().ok())
        .unwrap_or(u64::MAX / 2)
}
