//! Bytes of a connection, and the lines in them.

use std::io::{self, Read};

use memchr::memchr;

/// A command line (RFC 5321, 4.5.3.1.4, with room for the extensions' parameters).
const LONGEST: usize = 8_192;
const BLOCK: usize = 64 * 1024;

/// A line without its line end.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    Whole(Vec<u8>),
    /// It was longer than is allowed, and is left out.
    Long,
    /// It ended with LF alone.
    Bare,
}

/// What has come and was not used yet.
#[derive(Debug, Default)]
pub struct Lines {
    /// What was read, and behind `end` room that was used before.
    bytes: Vec<u8>,
    used: usize,
    end: usize,
    /// The rest of a line that is too long is still coming.
    skipping: bool,
}

impl Lines {
    /// The next line that is complete.
    pub fn next(&mut self) -> Option<Line> {
        let Some(end) = memchr(b'\n', self.pending()) else {
            if self.pending().len() > LONGEST {
                self.skipping = true;
                self.clear();
            }
            return None;
        };
        let line = self.pending().get(..end).unwrap_or_default();
        let line = match line.strip_suffix(b"\r") {
            _ if self.skipping || line.len() > LONGEST => Line::Long,
            Some(text) => Line::Whole(text.to_vec()),
            None => Line::Bare,
        };
        self.skipping = false;
        self.drop_first(end + 1);
        Some(line)
    }

    /// What was not used yet.
    pub fn pending(&self) -> &[u8] {
        self.bytes.get(self.used..self.end).unwrap_or_default()
    }

    pub fn drop_first(&mut self, count: usize) {
        self.used += count;
        if self.used >= self.end {
            self.clear();
        }
    }

    pub fn clear(&mut self) {
        self.used = 0;
        self.end = 0;
    }

    /// Reads once; 0 is the end of the line.
    pub fn fill(&mut self, from: &mut impl Read) -> io::Result<usize> {
        self.bytes.copy_within(self.used..self.end, 0);
        self.end -= self.used;
        self.used = 0;
        // Grows once; a block that was read over needs no clearing.
        if self.bytes.len() < self.end + BLOCK {
            self.bytes.resize(self.end + BLOCK, 0);
        }
        let room = self.bytes.get_mut(self.end..).unwrap_or_default();
        let read = from.read(room)?;
        self.end += read;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_across_reads_and_long_ones_left_out() {
        let mut text = b"A\r\nB\n".to_vec();
        text.extend(vec![b'x'; 20_000]);
        text.extend(b"\r\nC\r\n");
        for step in [1, 7, 30_000] {
            let (mut lines, mut seen) = (Lines::default(), Vec::new());
            for mut piece in text.chunks(step) {
                lines.fill(&mut piece).unwrap();
                while let Some(line) = lines.next() {
                    seen.push(line);
                }
            }
            let whole = |text: &[u8]| Line::Whole(text.to_vec());
            assert_eq!(seen, [whole(b"A"), Line::Bare, Line::Long, whole(b"C")]);
        }
    }
}
