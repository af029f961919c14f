//! A text in pieces. Cutting is decided by the text alone, never by how it arrived, so the findings are the same
//! whatever the chunking, and memory stays bounded whatever the length.

use crate::finding::Finding;
use crate::{Detector, Findings};

/// A piece is at least this long before a paragraph break ends it.
const PIECE: usize = 64 * 1024;
/// Without any paragraph break a piece ends here at the latest.
const LONGEST: usize = 1024 * 1024;
/// How much is read twice where a piece ends without a paragraph break; nothing found reaches as far.
const OVERLAP: usize = 8 * 1024;

/// Searches a text that arrives in chunks.
///
/// ```
/// use detect::{Detector, Options, Stream};
///
/// let detector = Detector::new(Options::IDENTIFIERS);
/// let mut stream = Stream::new(&detector);
/// let mut found = stream.push("cpr 0101");
/// found.extend(stream.push("80-0008"));
/// found.extend(stream.finish());
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].span, 4..15);
/// ```
#[derive(Debug)]
pub struct Stream<'a> {
    detector: &'a Detector,
    waiting: String,
    /// Where `waiting` begins in the whole text.
    offset: usize,
    /// Findings that begin before this place of `waiting` were given already.
    given: usize,
}

impl<'a> Stream<'a> {
    /// An empty stream.
    #[must_use]
    pub const fn new(detector: &'a Detector) -> Self {
        Self {
            detector,
            waiting: String::new(),
            offset: 0,
            given: 0,
        }
    }

    /// The next chunk; gives the findings that are certain by now. Spans count from the beginning of the stream.
    pub fn push(&mut self, chunk: &str) -> Vec<Finding> {
        let mut found = Vec::new();
        self.waiting.push_str(chunk);
        while let Some(cut) = cut(&self.waiting) {
            self.take(cut, &mut found);
        }
        found
    }

    /// The end of the text; gives the rest.
    #[must_use]
    pub fn finish(self) -> Vec<Finding> {
        let mut found = Vec::new();
        self.detector.find_piece(&self.waiting, &mut found);
        found.retain(|f| f.span.start >= self.given);
        shift(&mut found, self.offset);
        found
    }

    /// The end of the text, with everything sorted by place.
    #[must_use]
    pub fn finish_with(self, mut found: Vec<Finding>) -> Findings {
        found.extend(self.finish());
        Findings::new(found)
    }

    fn take(&mut self, cut: Cut, found: &mut Vec<Finding>) {
        let mut piece = Vec::new();
        let text = self.waiting.get(..cut.end).unwrap_or_default();
        self.detector.find_piece(text, &mut piece);
        piece.retain(|f| f.span.start >= self.given && f.span.start < cut.given);
        shift(&mut piece, self.offset);
        found.append(&mut piece);
        self.waiting.drain(..cut.next);
        self.offset += cut.next;
        self.given = cut.given - cut.next;
    }
}

fn shift(found: &mut [Finding], by: usize) {
    for finding in found {
        finding.span = finding.span.start + by..finding.span.end + by;
    }
}

/// Where a piece ends, where the next begins, and from where the next one's findings count.
struct Cut {
    end: usize,
    next: usize,
    given: usize,
}

fn cut(text: &str) -> Option<Cut> {
    if text.len() < PIECE {
        return None;
    }
    // A paragraph break counts only with a character behind it: `\n\n` may still grow into `\n\n\n`.
    let limit = text.len().min(LONGEST);
    let rest = text.as_bytes().get(PIECE - 2..limit).unwrap_or_default();
    if let Some(at) = memchr::memmem::find(rest, b"\n\n") {
        let end = PIECE + at;
        return Some(Cut {
            end,
            next: end,
            given: end,
        });
    }
    (text.len() >= LONGEST).then(|| {
        let end = boundary(text, LONGEST);
        Cut {
            end,
            next: boundary(text, end - OVERLAP),
            given: boundary(text, end - OVERLAP / 2),
        }
    })
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
