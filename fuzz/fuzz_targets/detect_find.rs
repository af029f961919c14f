//! Any bytes, read as text: no panic, spans on characters, the same whole and in two chunks.
#![no_main]

use std::sync::OnceLock;

use detect::{Detector, Findings, Options, Policy, Stream};
use libfuzzer_sys::fuzz_target;

static DETECTOR: OnceLock<Detector> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let detector = DETECTOR.get_or_init(|| Detector::new(Options::default()));
    let text = String::from_utf8_lossy(data);
    let found = detector.find(&text);
    for finding in found.iter() {
        assert!(text.get(finding.span.clone()).is_some_and(|t| !t.is_empty()));
    }
    let _ = Policy::shipped().judge(&found);
    let half = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let mut stream = Stream::new(detector);
    let mut parts = stream.push(&text[..half]);
    parts.extend(stream.push(&text[half..]));
    parts.extend(stream.finish());
    assert_eq!(Findings::new(parts), found);
});
