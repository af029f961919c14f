//! Taking findings out of a text.

use crate::finding::Finding;

/// What stands in place of a finding. No word and no digit: it must neither name a kind nor join two numbers.
const MASK: &str = "███";

/// The text with every finding replaced by `███`; overlapping findings by one.
///
/// Spans that do not fit the text are left out, never a panic.
///
/// ```
/// let detector = detect::Detector::new(detect::Options::IDENTIFIERS);
/// let text = "Ring til 010180-0008 i dag";
/// assert_eq!(detect::redact(text, &detector.find(text)), "Ring til ███ i dag");
/// ```
#[must_use]
pub fn redact(text: &str, findings: &[Finding]) -> String {
    let mut spans: Vec<(usize, usize)> = findings
        .iter()
        .map(|f| (f.span.start, f.span.end))
        .collect();
    spans.sort_unstable();
    let mut clean = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end) in spans {
        if end <= done {
            continue;
        }
        if start >= done {
            let Some(before) = text.get(done..start) else {
                continue;
            };
            clean.push_str(before);
            clean.push_str(MASK);
        }
        done = end;
    }
    clean.push_str(text.get(done..).unwrap_or_default());
    clean
}
