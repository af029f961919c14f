//! The dots of RFC 5321, 4.5.2, and nothing else: every other byte passes as it is.

use memchr::{memchr3, memmem};

/// Takes the content out of the protocol. Only CR LF ends a line and only CR LF . CR LF ends the content; a lone CR
/// or LF is noted, because two servers that read it differently can be made to see two mails in one ("smuggling").
#[derive(Debug)]
pub struct Unstuffer {
    at: At,
    /// A CR or LF that stands alone.
    pub bare: bool,
    pub nul: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Start,
    /// After a dot at the start of a line; the dot is held back.
    Dot,
    /// After such a dot and a CR; both are held back.
    DotCr,
    Inside,
    Cr,
}

impl Unstuffer {
    pub fn new() -> Unstuffer {
        Unstuffer {
            at: At::Start,
            bare: false,
            nul: false,
        }
    }

    /// Reads `input` and gives the content in it to `out`. When the content ends here: how many bytes belonged to it.
    pub fn feed(&mut self, input: &[u8], mut out: impl FnMut(&[u8])) -> Option<usize> {
        // `from` is where what was not yet given out begins.
        let (mut i, mut from) = (0, 0);
        while let Some(&byte) = input.get(i) {
            match self.at {
                At::Start if byte == b'.' => {
                    give(&mut out, input, from, i);
                    self.at = At::Dot;
                    i += 1;
                    from = i;
                }
                At::Start => self.at = At::Inside,
                At::Dot if byte == b'\r' => {
                    self.at = At::DotCr;
                    i += 1;
                    from = i;
                }
                At::Dot => self.at = At::Inside,
                At::DotCr if byte == b'\n' => return Some(i + 1),
                At::DotCr => {
                    self.bare = true;
                    out(b"\r");
                    self.at = At::Inside;
                }
                At::Cr if byte == b'\n' => {
                    self.at = At::Start;
                    i += 1;
                }
                At::Cr => {
                    self.bare = true;
                    self.at = At::Inside;
                }
                At::Inside => i += self.inside(input.get(i..).unwrap_or_default()),
            }
        }
        give(&mut out, input, from, input.len());
        None
    }

    /// Skips to behind the next byte that matters.
    fn inside(&mut self, rest: &[u8]) -> usize {
        let Some(at) = memchr3(b'\r', b'\n', 0, rest) else {
            return rest.len();
        };
        match rest.get(at) {
            Some(b'\r') => self.at = At::Cr,
            Some(b'\n') => self.bare = true,
            _ => self.nul = true,
        }
        at + 1
    }
}

fn give(out: &mut impl FnMut(&[u8]), input: &[u8], from: usize, to: usize) {
    if let Some(piece) = input.get(from..to).filter(|piece| !piece.is_empty()) {
        out(piece);
    }
}

/// Puts content into the protocol, block by block.
#[derive(Debug)]
pub struct Stuffer {
    before: [u8; 2],
}

impl Stuffer {
    pub fn new() -> Stuffer {
        Stuffer { before: *b"\r\n" }
    }

    /// Appends `block` to `out` with the dots that the protocol needs.
    pub fn feed(&mut self, block: &[u8], out: &mut Vec<u8>) {
        let Some(&first) = block.first() else {
            return;
        };
        // A line that begins at the start of the block, or one byte into it.
        if first == b'.' && self.before == *b"\r\n" {
            out.push(b'.');
        }
        let mut from = 0;
        if self.before[1] == b'\r' && block.starts_with(b"\n.") {
            out.extend_from_slice(b"\n.");
            from = 1;
        }
        for at in memmem::find_iter(block, b"\r\n.") {
            out.extend_from_slice(block.get(from..at + 2).unwrap_or_default());
            out.push(b'.');
            from = at + 2;
        }
        out.extend_from_slice(block.get(from..).unwrap_or_default());
        self.before = match block {
            [.., a, b] => [*a, *b],
            [b] => [self.before[1], *b],
            [] => self.before,
        };
    }

    /// What ends the content. A content that does not end with a line end gets one: the protocol has no other way.
    pub fn end(&self) -> &'static [u8] {
        if self.before == *b"\r\n" {
            b".\r\n"
        } else {
            b"\r\n.\r\n"
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stuffed(content: &[u8], blocks: usize) -> Vec<u8> {
        let mut stuffer = Stuffer::new();
        let mut out = Vec::new();
        for block in content.chunks(blocks.max(1)) {
            stuffer.feed(block, &mut out);
        }
        out.extend_from_slice(stuffer.end());
        out
    }

    /// The content, what was left behind its end, and whether a lone CR or LF was in it.
    fn unstuffed(wire: &[u8], blocks: usize) -> (Vec<u8>, Option<usize>, bool) {
        let (mut reader, mut out, mut before) = (Unstuffer::new(), Vec::new(), 0);
        for block in wire.chunks(blocks.max(1)) {
            if let Some(used) = reader.feed(block, |piece| out.extend_from_slice(piece)) {
                return (out, Some(wire.len() - before - used), reader.bare);
            }
            before += block.len();
        }
        (out, None, reader.bare)
    }

    /// Few different bytes, so that dots and line ends meet often.
    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        let byte = prop_oneof![
            Just(b'.'),
            Just(b'\r'),
            Just(b'\n'),
            Just(b'a'),
            any::<u8>()
        ];
        prop::collection::vec(byte, 0..200)
    }

    fn lines() -> impl Strategy<Value = Vec<u8>> {
        let line = prop::collection::vec(prop_oneof![Just(b'.'), Just(b'x'), Just(0xe5)], 0..5);
        prop::collection::vec(line, 0..40).prop_map(|lines| {
            lines
                .into_iter()
                .flat_map(|mut line| {
                    line.extend_from_slice(b"\r\n");
                    line
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn whole_lines_come_back_byte_for_byte(content in lines(), a in 1..9usize, b in 1..9usize) {
            let mut wire = stuffed(&content, a);
            prop_assert_eq!(&wire, &stuffed(&content, usize::MAX));
            wire.extend_from_slice(b"QUIT\r\n");
            prop_assert_eq!(unstuffed(&wire, b), (content, Some(6), false));
        }

        #[test]
        fn any_bytes_come_back_and_a_lone_line_end_is_noted(content in bytes(), a in 1..9usize, b in 1..9usize) {
            let wire = stuffed(&content, a);
            let (mut back, left, bare) = unstuffed(&wire, b);
            prop_assert_eq!(left, Some(0));
            if !content.is_empty() && !content.ends_with(b"\r\n") {
                prop_assert!(back.ends_with(b"\r\n"));
                back.truncate(back.len() - 2);
            }
            prop_assert_eq!(&back, &content);
            let whole = String::from_utf8_lossy(&content).replace("\r\n", "");
            // A CR at the very end becomes part of the line end that the protocol adds, and is bare there.
            prop_assert_eq!(bare, whole.contains(['\r', '\n']));
        }

        #[test]
        fn rubbish_on_the_wire_is_read_the_same_in_any_blocks(wire in bytes(), a in 1..9usize) {
            prop_assert_eq!(unstuffed(&wire, a), unstuffed(&wire, usize::MAX));
        }
    }

    #[test]
    fn only_the_whole_sign_ends_the_content() {
        for not in [
            &b"a\n.\n"[..],
            b"a\n.\r\n",
            b"a\r\n.\n",
            b"a\r.\r",
            b"a\r\n.\r\r\n",
        ] {
            let (_, left, bare) = unstuffed(not, 1);
            assert_eq!((left, bare), (None, true), "{not:?}");
        }
    }
}
