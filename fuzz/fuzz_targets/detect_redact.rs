//! Any bytes, read as text: what was redacted holds nothing any more.
#![no_main]

use std::sync::OnceLock;

use detect::{Detector, Options};
use libfuzzer_sys::fuzz_target;

static DETECTOR: OnceLock<Detector> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let detector = DETECTOR.get_or_init(|| Detector::new(Options::default()));
    let text = String::from_utf8_lossy(data);
    let clean = detector.redact(&text);
    assert!(detector.find(&clean).is_empty(), "{clean:?}");
});
