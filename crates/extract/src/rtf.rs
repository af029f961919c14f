//! RTF: control words are looks, groups with a star are for programs, the rest is text.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::part::{Kind, Reason};
use crate::plain;
use crate::reading::Reading;

/// Groups open inside each other; a file with more is torture.
const DEPTH: usize = 2_000;

pub(crate) fn file(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let mut walk = Walk::new(bytes, r.account.text_room());
    let outcome = walk.run();
    let Walk {
        shown,
        aside,
        looks,
        packed,
        ..
    } = walk;
    r.text(Kind::Document, shown);
    r.text(Kind::Notes, aside);
    // Names of fonts and styles tell nothing; a number among them was put there by somebody.
    if looks.bytes().filter(u8::is_ascii_digit).count() >= 6 {
        r.text(Kind::Notes, looks);
    }
    for object in packed {
        r.account.unpacked(object.len())?;
        // An OLE wrapper stands before the document: whatever begins inside is looked for.
        let start = [&b"\xd0\xcf\x11\xe0"[..], b"PK\x03\x04", b"%PDF"]
            .iter()
            .filter_map(|magic| memchr::memmem::find(&object, magic))
            .min()
            .unwrap_or(0);
        r.file("object", object.get(start..).unwrap_or_default(), None);
    }
    outcome
}

/// Where text goes.
#[derive(Clone, Copy, PartialEq)]
enum To {
    Shown,
    Aside,
    /// Hexadecimal bytes of a picture or an object.
    Packed,
    /// Tables of fonts, colours and styles.
    Looks,
}

#[derive(Clone, Copy)]
struct Group {
    to: To,
    /// Characters that stand for a `\u` in old readers.
    stand_ins: usize,
}

struct Walk<'b> {
    bytes: &'b [u8],
    at: usize,
    room: usize,
    groups: Vec<Group>,
    charset: &'static Encoding,
    /// Bytes that are not decoded yet.
    pending: Vec<u8>,
    skip: usize,
    shown: String,
    aside: String,
    looks: String,
    packed: Vec<Vec<u8>>,
}

impl<'b> Walk<'b> {
    fn new(bytes: &'b [u8], room: usize) -> Walk<'b> {
        Walk {
            bytes,
            at: 0,
            room,
            groups: vec![Group {
                to: To::Shown,
                stand_ins: 1,
            }],
            charset: WINDOWS_1252,
            pending: Vec::new(),
            skip: 0,
            shown: String::new(),
            aside: String::new(),
            looks: String::new(),
            packed: Vec::new(),
        }
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or(Group {
            to: To::Shown,
            stand_ins: 1,
        })
    }

    fn run(&mut self) -> Result<(), Reason> {
        while let Some(byte) = self.bytes.get(self.at).copied() {
            if self.shown.len() + self.aside.len() + self.looks.len() > self.room {
                return Err(Reason::TooLarge);
            }
            self.at += 1;
            match byte {
                b'{' => {
                    self.flush();
                    if self.groups.len() > DEPTH {
                        return Err(Reason::TooDeep);
                    }
                    self.groups.push(self.group());
                }
                b'}' => {
                    self.flush();
                    if self.groups.len() > 1 {
                        self.groups.pop();
                    }
                    self.skip = 0;
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                byte => self.byte(byte),
            }
        }
        self.flush();
        if self.groups.len() > 1 {
            Err(Reason::Broken)
        } else {
            Ok(())
        }
    }

    fn control(&mut self) {
        let Some(first) = self.bytes.get(self.at).copied() else {
            return;
        };
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return self.sign(first);
        }
        let word_end = self.end_of(self.at, |byte| byte.is_ascii_alphabetic());
        let number_start = word_end + usize::from(self.bytes.get(word_end) == Some(&b'-'));
        let number_end = self.end_of(number_start, |byte| byte.is_ascii_digit());
        let text = |from: usize, to: usize| {
            std::str::from_utf8(self.bytes.get(from..to).unwrap_or_default()).unwrap_or_default()
        };
        let word = text(self.at, word_end);
        let number: Option<i64> = text(word_end, number_end).parse().ok();
        self.at = number_end + usize::from(self.bytes.get(number_end) == Some(&b' '));
        self.word(word, number);
    }

    fn end_of(&self, from: usize, is: impl Fn(&u8) -> bool) -> usize {
        let rest = self.bytes.get(from..).unwrap_or_default();
        // A control word has at most 32 letters (RTF 1.9.1); longer ones are cut, which harms nobody.
        from + rest.iter().take(32).take_while(|byte| is(byte)).count()
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'\'' => {
                let pair = self.bytes.get(self.at..self.at + 2).unwrap_or_default();
                let value = std::str::from_utf8(pair)
                    .ok()
                    .and_then(|pair| u8::from_str_radix(pair, 16).ok());
                self.at += pair.len();
                if let Some(value) = value {
                    self.byte(value);
                }
            }
            b'~' => self.put(" "),
            b'_' => self.put("-"),
            b'*' => self.direct(To::Aside),
            b'\r' | b'\n' => self.put("\n"),
            b'\\' | b'{' | b'}' => self.byte(sign),
            // An optional hyphen, an index mark: nothing.
            _ => {}
        }
    }

    fn direct(&mut self, to: To) {
        self.flush();
        if let Some(group) = self.groups.last_mut() {
            group.to = to;
        }
    }

    fn word(&mut self, word: &str, number: Option<i64>) {
        match word {
            "par" | "line" | "row" | "sect" | "page" => self.put("\n"),
            "tab" | "cell" | "nestcell" => self.put("\t"),
            "emdash" => self.put("\u{2014}"),
            "endash" => self.put("\u{2013}"),
            "u" => self.unicode(number.unwrap_or_default()),
            "uc" => {
                let stand_ins = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16);
                if let Some(group) = self.groups.last_mut() {
                    group.stand_ins = stand_ins;
                }
            }
            "ansicpg" => {
                let label = format!("windows-{}", number.unwrap_or(1252));
                self.charset = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
            }
            "bin" => {
                self.flush();
                let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
                let end = self.at.saturating_add(length).min(self.bytes.len());
                let raw = self.bytes.get(self.at..end).unwrap_or_default();
                self.at = end;
                let packing = self.group().to == To::Packed;
                match self.packed.last_mut() {
                    Some(object) if packing => object.extend_from_slice(raw),
                    _ => self.packed.push(raw.to_vec()),
                }
            }
            "pict" | "objdata" => {
                self.direct(To::Packed);
                self.packed.push(Vec::new());
            }
            "fonttbl" | "colortbl" | "stylesheet" => self.direct(To::Looks),
            "info" | "header" | "footer" | "headerf" | "footerf" | "footnote" | "annotation"
            | "fldinst" | "comment" | "author" | "title" | "subject" | "keywords" => {
                self.direct(To::Aside);
                self.aside.push('\n');
            }
            _ => {}
        }
    }

    fn unicode(&mut self, number: i64) {
        // Negative numbers are the upper half of sixteen bits (RTF 1.9.1, \u).
        let value =
            u32::try_from(if number < 0 { number + 65_536 } else { number }).unwrap_or(0xfffd);
        let mut place = [0; 4];
        let c = char::from_u32(value).unwrap_or('\u{fffd}');
        self.put(c.encode_utf8(&mut place));
        self.skip = self.group().stand_ins;
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.group().to == To::Packed {
            if byte.is_ascii_hexdigit() {
                self.pending.push(byte);
            }
        } else {
            self.pending.push(byte);
        }
    }

    fn put(&mut self, text: &str) {
        self.flush();
        match self.group().to {
            To::Shown => self.shown.push_str(text),
            To::Aside => self.aside.push_str(text),
            To::Looks => self.looks.push_str(text),
            To::Packed => {}
        }
    }

    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if pending.is_empty() {
            return;
        }
        if self.group().to == To::Packed {
            if let Some(object) = self.packed.last_mut() {
                object.extend(pending.chunks_exact(2).filter_map(|pair| {
                    std::str::from_utf8(pair)
                        .ok()
                        .and_then(|pair| u8::from_str_radix(pair, 16).ok())
                }));
            }
            return;
        }
        let text = self.charset.decode_without_bom_handling(&pending).0;
        match self.group().to {
            To::Shown => self.shown.push_str(&text),
            To::Aside => self.aside.push_str(&text),
            To::Looks => self.looks.push_str(&text),
            To::Packed => {}
        }
    }
}

/// The dictionary that compressed RTF begins with (MS-OXRTFCP §2.1.2.1).
const DICTIONARY: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \
\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\
\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/// RTF as Outlook keeps it (MS-OXRTFCP): a ring of 4,096 bytes and references into it.
pub(crate) fn compressed(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let word = |at: usize| {
        bytes
            .get(at..at + 4)
            .and_then(|four| four.try_into().ok())
            .map(u32::from_le_bytes)
    };
    let (Some(size), Some(kind)) = (word(4), word(8)) else {
        return Err(Reason::Broken);
    };
    let body = bytes.get(16..).unwrap_or_default();
    let rtf = if kind == 0x414c_454d {
        body.to_vec()
    } else {
        let most = usize::try_from(u64::from(size).min(r.account.room())).unwrap_or(0);
        unpacked(body, most)
    };
    r.account.unpacked(rtf.len())?;
    if memchr::memmem::find(&rtf, b"\\fromhtml").is_some() {
        // HTML inside RTF: tags stand in `\htmltag` groups, which are asides; the text is text.
        r.again(|r| {
            r.text(Kind::Html, plain::decode(&rtf).into_owned());
            Ok(())
        })?;
    }
    file(r, &rtf)
}

fn unpacked(body: &[u8], most: usize) -> Vec<u8> {
    let mut ring = [b' '; 4096];
    for (place, byte) in ring.iter_mut().zip(DICTIONARY) {
        *place = *byte;
    }
    let mut write = DICTIONARY.len();
    let mut out = Vec::new();
    let mut input = body.iter().copied();
    'all: while let Some(flags) = input.next() {
        for bit in 0..8 {
            if out.len() >= most {
                break 'all;
            }
            if flags >> bit & 1 == 0 {
                let Some(byte) = input.next() else { break 'all };
                out.push(byte);
                ring[write % 4096] = byte;
                write = (write + 1) % 4096;
                continue;
            }
            let (Some(high), Some(low)) = (input.next(), input.next()) else {
                break 'all;
            };
            let pair = usize::from(u16::from_be_bytes([high, low]));
            let (mut from, length) = (pair >> 4, (pair & 15) + 2);
            if from == write {
                break 'all;
            }
            for _ in 0..length {
                let byte = ring[from % 4096];
                out.push(byte);
                ring[write % 4096] = byte;
                write = (write + 1) % 4096;
                from += 1;
            }
        }
    }
    out
}
