//! Pages as programs write them, divided without a machine of states: text, tags with plain attributes, comments.
//! What is written in another way goes to the tokenizer: as a piece where the standard (WHATWG HTML, section 13.2.5)
//! says where it ends, else with all that follows. A test holds both against each other.

use html5ever::data::NAMED_ENTITIES;
use memchr::{memchr, memchr3, memmem};

use super::state::{Opening, Raw, raw};
use super::tokens::Sink;

/// Divides a page without NUL.
pub(super) fn read(page: &str, sink: &Sink) {
    // A byte order mark is no text (section 13.2.3.5).
    let page = page.strip_prefix('\u{feff}').unwrap_or(page);
    let mut reader = Reader {
        page,
        sink,
        attributes: Vec::new(),
    };
    let mut at = 0;
    while at < page.len() {
        match reader.step(at) {
            Some(next) => at = next,
            None => {
                sink.tokenize(page.get(at..).unwrap_or_default());
                return;
            }
        }
    }
}

struct Reader<'p, 's> {
    page: &'p str,
    sink: &'s Sink,
    attributes: Vec<(&'p str, &'p str)>,
}

/// The rest of a tag behind its name.
struct Tail {
    /// Behind the `>`.
    end: usize,
    /// Written as `<br/>`.
    closed: bool,
    /// Whether names and values are what they stand for.
    plain: bool,
}

impl<'p> Reader<'p, '_> {
    fn bytes(&self, from: usize) -> &'p [u8] {
        self.page.as_bytes().get(from..).unwrap_or_default()
    }

    fn slice(&self, from: usize, to: usize) -> &'p str {
        self.page.get(from..to).unwrap_or_default()
    }

    fn characters(&self, from: usize, to: usize) {
        self.sink.state().characters(self.slice(from, to));
    }

    /// A piece that the tokenizer divides as if nothing followed.
    fn piece(&self, from: usize, to: usize) -> Option<usize> {
        self.sink.tokenize(self.slice(from, to));
        Some(to)
    }

    /// Reads what stands at `at`: where to go on, or `None` where the tokenizer must read all that follows.
    fn step(&mut self, at: usize) -> Option<usize> {
        let rest = self.bytes(at);
        match rest.first()? {
            b'<' => self.markup(at),
            b'&' => self.reference(at),
            b'\r' => {
                self.sink.state().characters("\n");
                let feed = usize::from(rest.get(1) == Some(&b'\n'));
                Some(self.alone(at + 1 + feed))
            }
            // The tokenizer hands over a line feed that begins a text by itself.
            b'\n' => Some(self.alone(at)),
            _ => {
                let length = memchr3(b'<', b'&', b'\r', rest).unwrap_or(rest.len());
                self.characters(at, at + length);
                Some(at + length)
            }
        }
    }

    /// A sign that the tokenizer hands over by itself: white space is joined only within what comes at once.
    fn alone(&self, at: usize) -> usize {
        let rest = self.slice(at, self.page.len());
        match rest.chars().next() {
            Some(sign) if !matches!(sign, '<' | '&' | '\r') => {
                self.characters(at, at + sign.len_utf8());
                at + sign.len_utf8()
            }
            _ => at,
        }
    }

    /// `&amp;`, `&aring;`, `&#229;`, or a `&` that stands for itself.
    fn reference(&self, at: usize) -> Option<usize> {
        let rest = self.bytes(at + 1);
        if !matches!(rest.first(), Some(first) if first.is_ascii_alphanumeric() || *first == b'#') {
            self.characters(at, at + 1);
            return Some(at + 1);
        }
        let odd = || {
            let length = memchr3(b'<', b'&', b'\r', rest).unwrap_or(rest.len());
            self.piece(at, at + 1 + length)
        };
        // No reference has a longer name.
        let Some(length) = memchr(b';', rest.get(..40).unwrap_or(rest)) else {
            return odd();
        };
        let after = at + 2 + length;
        if let Some(number) = self.slice(at + 1, after - 1).strip_prefix('#') {
            let Some(sign) = number_of(number) else {
                return odd();
            };
            self.sign(sign);
            return Some(after);
        }
        match NAMED_ENTITIES.get(self.slice(at + 1, after)) {
            Some((first, second)) if *first != 0 => {
                [*first, *second]
                    .into_iter()
                    .filter(|code| *code != 0)
                    .filter_map(char::from_u32)
                    .for_each(|sign| self.sign(sign));
                // The tokenizer has looked one sign further and gives it back by itself.
                Some(self.alone(after))
            }
            _ => odd(),
        }
    }

    fn sign(&self, sign: char) {
        let mut place = [0; 4];
        self.sink.state().characters(sign.encode_utf8(&mut place));
    }

    /// What begins with `<`.
    fn markup(&mut self, at: usize) -> Option<usize> {
        match self.bytes(at + 1) {
            [b'a'..=b'z' | b'A'..=b'Z', ..] => self.opening(at),
            [b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => self.closing(at),
            [b'!', b'-', b'-', ..] => self.comment(at),
            // A document type and what the standard calls a bogus comment end at the first `>`.
            rest @ [b'!' | b'?' | b'/', ..] => {
                let length = memchr(b'>', rest)?;
                self.piece(at, at + length + 2)
            }
            [_, ..] => {
                self.characters(at, at + 1);
                Some(self.alone(at + 1))
            }
            [] => None,
        }
    }

    fn comment(&self, at: usize) -> Option<usize> {
        let rest = self.bytes(at + 4);
        if rest.starts_with(b">") || rest.starts_with(b"->") {
            return None;
        }
        let length = memmem::find(rest, b"-->")?;
        let body = rest.get(..length)?;
        let end = at + 4 + length + 3;
        if memmem::find(rest.get(..length + 2)?, b"--!").is_some() {
            return None;
        }
        if memchr(b'\r', body).is_some() {
            return self.piece(at, end);
        }
        let text = self.slice(at + 4, at + 4 + length);
        self.sink.state().comment(text);
        Some(end)
    }

    fn closing(&mut self, at: usize) -> Option<usize> {
        let name = name_end(self.bytes(at + 2)) + at + 2;
        let tail = self.tail(name)?;
        let written = self.slice(at + 2, name);
        if has_capitals(written) {
            return self.piece(at, tail.end);
        }
        self.sink.state().close(written);
        Some(tail.end)
    }

    fn opening(&mut self, at: usize) -> Option<usize> {
        let name = name_end(self.bytes(at + 1)) + at + 1;
        let written = self.slice(at + 1, name);
        let tail = self.tail(name)?;
        let capitals = has_capitals(written);
        let kind = if capitals {
            raw(&written.to_ascii_lowercase())
        } else {
            raw(written)
        };
        if let Some(kind) = kind {
            let end = self.raw_end(tail.end, written, kind)?;
            return self.piece(at, end);
        }
        if capitals || !tail.plain {
            return self.piece(at, tail.end);
        }
        self.sink.state().open(&Opening {
            name: written,
            attributes: &self.attributes,
            closed: tail.closed,
        });
        Some(tail.end)
    }

    /// Where an element ends whose characters are no markup: behind the first end tag of its name.
    fn raw_end(&mut self, from: usize, name: &str, kind: Raw) -> Option<usize> {
        if kind == Raw::Rest {
            return None;
        }
        let rest = self.bytes(from);
        for at in memmem::find_iter(rest, b"</") {
            let behind = rest.get(at + 2..).unwrap_or_default();
            let named = behind
                .get(..name.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
            let ends = matches!(
                behind.get(name.len()),
                Some(b' ' | b'\t' | b'\n' | b'\r' | 0xc | b'/' | b'>')
            );
            if named && ends {
                // In a script a comment may hide the end.
                let hides = kind == Raw::Script && memmem::find(rest.get(..at)?, b"<!--").is_some();
                return (!hides)
                    .then(|| self.tail(from + at + 2 + name.len()))?
                    .map(|tail| tail.end);
            }
        }
        None
    }

    /// Reads the attributes of a tag, from behind its name; `None` where it is not ended or oddly written.
    fn tail(&mut self, from: usize) -> Option<Tail> {
        self.attributes.clear();
        let mut plain = true;
        let mut closed = false;
        let mut at = from;
        loop {
            match self.bytes(at).first()? {
                b'>' => {
                    return Some(Tail {
                        end: at + 1,
                        closed,
                        plain,
                    });
                }
                b'/' => closed = true,
                byte if is_white(*byte) => closed = false,
                b'=' => return None,
                _ => {
                    at = self.attribute(at, &mut plain)?;
                    closed = false;
                    continue;
                }
            }
            at += 1;
        }
    }

    /// One attribute; where it ends.
    fn attribute(&mut self, at: usize, plain: &mut bool) -> Option<usize> {
        let name_end = at
            + self
                .bytes(at)
                .iter()
                .position(|byte| matches!(byte, b'/' | b'>' | b'=') || is_white(*byte))?;
        let name = self.slice(at, name_end);
        let equals = self.past_white(name_end);
        let (value, end) = if self.bytes(equals).first() == Some(&b'=') {
            self.value(self.past_white(equals + 1))?
        } else {
            ("", name_end)
        };
        *plain &= !has_capitals(name) && memchr::memchr2(b'&', b'\r', value.as_bytes()).is_none();
        // The first of two counts (section 13.2.5.33).
        if !self.attributes.iter().any(|known| known.0 == name) {
            self.attributes.push((name, value));
        }
        Some(end)
    }

    /// A value, quoted or not, and where it ends.
    fn value(&self, at: usize) -> Option<(&'p str, usize)> {
        let rest = self.bytes(at);
        match rest.first()? {
            quote @ (b'"' | b'\'') => {
                let length = memchr(*quote, rest.get(1..)?)?;
                Some((self.slice(at + 1, at + 1 + length), at + length + 2))
            }
            b'>' => None,
            _ => {
                let ends = |byte: &u8| *byte == b'>' || is_white(*byte);
                let length = rest.iter().position(ends)?;
                Some((self.slice(at, at + length), at + length))
            }
        }
    }

    fn past_white(&self, from: usize) -> usize {
        let white = |byte: &&u8| is_white(**byte);
        from + self.bytes(from).iter().take_while(white).count()
    }
}

fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0xc)
}

fn has_capitals(name: &str) -> bool {
    name.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// How long the name of a tag is.
fn name_end(rest: &[u8]) -> usize {
    rest.iter()
        .position(|byte| matches!(byte, b'/' | b'>') || is_white(*byte))
        .unwrap_or(rest.len())
}

/// The sign of `229` or `xE5`, where nothing is odd about it (section 13.2.5.80).
fn number_of(number: &str) -> Option<char> {
    if !number.ends_with(|sign: char| sign.is_ascii_hexdigit()) || number.contains('+') {
        return None;
    }
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) if hex.len() < 7 => u32::from_str_radix(hex, 16).ok()?,
        None if number.len() < 8 => number.parse().ok()?,
        _ => return None,
    };
    char::from_u32(code).filter(|sign| matches!(sign, ' '..='~' | '\u{a0}'..))
}
