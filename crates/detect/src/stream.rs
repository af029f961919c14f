//! A text in pieces. Cutting is decided by the text alone, never by how it arrived, so the findings are the same
//! whatever the chunking, and memory stays bounded whatever the length.

use crate::Detector;
use crate::finding::Finding;

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
        let mut begin = 0;
        while let Some(cut) = step(self, begin, &mut found) {
            begin += cut.next;
            self.offset += cut.next;
            self.given = cut.given - cut.next;
        }
        self.waiting.drain(..begin);
        found
    }

    /// The end of the text; gives the rest.
    #[must_use]
    pub fn finish(self) -> Vec<Finding> {
        let mut found = Vec::new();
        last(
            self.detector,
            &self.waiting,
            (self.offset, self.given),
            &mut found,
        );
        found
    }
}

/// Searches the next piece of what waits, from byte `begin` of it.
fn step(stream: &Stream<'_>, begin: usize, found: &mut Vec<Finding>) -> Option<Cut> {
    let rest = stream.waiting.get(begin..)?;
    one(stream.detector, rest, (stream.offset, stream.given), found)
}

/// The whole text at once, cut as a stream cuts it and without a copy.
pub(crate) fn whole(detector: &Detector, text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let (mut offset, mut given) = (0, 0);
    loop {
        let rest = text.get(offset..).unwrap_or_default();
        let Some(cut) = one(detector, rest, (offset, given), &mut found) else {
            last(detector, rest, (offset, given), &mut found);
            return found;
        };
        offset += cut.next;
        given = cut.given - cut.next;
    }
}

/// Searches the first piece of `rest`, if it has a certain end. `place` is its offset and from where findings count.
fn one(
    detector: &Detector,
    rest: &str,
    place: (usize, usize),
    found: &mut Vec<Finding>,
) -> Option<Cut> {
    let cut = cut(rest)?;
    let mut piece = Vec::new();
    detector.find_piece(rest.get(..cut.end).unwrap_or_default(), &mut piece);
    piece.retain(|f| f.span.start >= place.1 && f.span.start < cut.given);
    shift(&mut piece, place.0);
    found.append(&mut piece);
    Some(cut)
}

fn last(detector: &Detector, rest: &str, place: (usize, usize), found: &mut Vec<Finding>) {
    let from = found.len();
    if from == 0 {
        detector.find_piece(rest, found);
    } else {
        let mut piece = Vec::new();
        detector.find_piece(rest, &mut piece);
        found.append(&mut piece);
    }
    if place != (0, 0) {
        let mut at = 0;
        found.retain(|f| {
            at += 1;
            at <= from || f.span.start >= place.1
        });
        shift(found.get_mut(from..).unwrap_or_default(), place.0);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Findings, Options};

    #[test]
    fn a_long_line_without_any_break_loses_nothing_where_it_is_cut() {
        let detector = Detector::new(Options::IDENTIFIERS);
        let mut text = String::new();
        let mut places = Vec::new();
        while text.len() < LONGEST + 50_000 {
            places.push(text.len() + 7);
            text.push_str("borger 010180-0008 og så videre i samme linje, som er lang; ");
            text.push_str(&"og videre og videre ".repeat(40));
        }
        let found = detector.find(&text);
        let starts: Vec<usize> = found.iter().map(|f| f.span.start).collect();
        assert_eq!(starts, places);

        let mut stream = Stream::new(&detector);
        let mut again = Vec::new();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (chunk, tail) = rest.split_at(boundary(rest, rest.len().min(70_001)));
            again.extend(stream.push(chunk));
            rest = tail;
        }
        again.extend(stream.finish());
        assert_eq!(Findings::new(again), found);
    }
}
