//! Questions and answers as bytes (RFC 1035, 4; RFC 6891; RFC 6698, 2.1).

use std::net::IpAddr;

use crate::Security;

/// The kinds of records that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    A = 1,
    Soa = 6,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
    Tlsa = 52,
}

const CNAME: u16 = 5;
/// Class: the Internet.
const IN: u16 = 1;
/// Aliases that are followed.
const ALIASES: usize = 10;

/// A mail server.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mx {
    /// Smaller is preferred.
    pub preference: u16,
    /// Empty: the domain takes no mail (RFC 7505).
    pub host: String,
}

/// What a certificate must match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tlsa {
    pub usage: u8,
    pub selector: u8,
    pub matching: u8,
    pub data: Vec<u8>,
}

/// What a record holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    Address(IpAddr),
    Alias(String),
    Mx(Mx),
    Tlsa(Tlsa),
    Txt(Vec<u8>),
}

/// An answer that fits its question.
#[derive(Clone, Debug)]
pub struct Packet {
    code: u8,
    cut: bool,
    authentic: bool,
    records: Vec<(String, u16, Data)>,
}

/// A question. `unchecked` asks the resolver not to look at signatures.
pub fn query(id: [u8; 2], name: &str, kind: Kind, unchecked: bool) -> Option<Vec<u8>> {
    // Recursion is desired (RD), and so is the word on signatures (AD; RFC 6840, 5.7).
    let flags: u16 = 0x0100 | 0x0020 | if unchecked { 0x0010 } else { 0 };
    let mut bytes = id.to_vec();
    bytes.extend(flags.to_be_bytes());
    bytes.extend([0, 1, 0, 0, 0, 0, 0, 1]);
    bytes.extend(encoded(name)?);
    bytes.extend((kind as u16).to_be_bytes());
    bytes.extend(IN.to_be_bytes());
    // EDNS: root, OPT, 1232 bytes by UDP, nothing extended, DO.
    bytes.extend([0, 0, 41, 0x04, 0xd0, 0, 0, 0x80, 0, 0, 0]);
    Some(bytes)
}

fn encoded(name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for label in name.split('.').filter(|_| !name.is_empty()) {
        let length = u8::try_from(label.len()).ok()?;
        if !(1..=63).contains(&length) || !label.is_ascii() {
            return None;
        }
        bytes.push(length);
        bytes.extend(label.bytes());
    }
    bytes.push(0);
    (bytes.len() <= 255).then_some(bytes)
}

impl Packet {
    /// Reads an answer to this very question.
    pub fn read(bytes: &[u8], id: [u8; 2], name: &str, kind: Kind) -> Option<Packet> {
        let mut cursor = Cursor { bytes, at: 0 };
        let own = cursor.take(2)? == id;
        let flags = cursor.number()?;
        let questions = cursor.number()?;
        let answers = cursor.number()?;
        cursor.take(4)?;
        if !own || flags & 0x8000 == 0 || questions != 1 {
            return None;
        }
        let asked = cursor.name()?;
        let same = asked.eq_ignore_ascii_case(name)
            && cursor.number()? == kind as u16
            && cursor.number()? == IN;
        if !same {
            return None;
        }
        let mut packet = Packet {
            code: u8::try_from(flags & 15).ok()?,
            cut: flags & 0x0200 != 0,
            authentic: flags & 0x0020 != 0,
            records: Vec::new(),
        };
        // A packet that was cut ends anywhere; it will be asked for again over TCP.
        for _ in 0..if packet.cut { 0 } else { answers } {
            if let Some(record) = cursor.record()? {
                packet.records.push(record);
            }
        }
        Some(packet)
    }

    /// There is such a name, or it is known that there is none.
    pub fn is_answer(&self) -> bool {
        matches!(self.code, 0 | 3)
    }

    pub fn has_failed(&self) -> bool {
        self.code == 2
    }

    pub fn exists(&self) -> bool {
        self.code == 0
    }

    pub fn is_cut(&self) -> bool {
        self.cut
    }

    pub fn security(&self) -> Security {
        if self.authentic {
            Security::Secure
        } else {
            Security::Insecure
        }
    }

    /// The records of the wanted kind behind all aliases, and the name that has them. `None` for aliases in a circle.
    pub fn follow(&self, name: &str, kind: Kind) -> Option<(String, Vec<Data>)> {
        let mut name = name.to_ascii_lowercase();
        for _ in 0..ALIASES {
            let alias = self.records.iter().find_map(|(owner, _, data)| match data {
                Data::Alias(to) if *owner == name => Some(to),
                _ => None,
            });
            let Some(alias) = alias else {
                let own = self
                    .records
                    .iter()
                    .filter(|(owner, of, _)| *owner == name && *of == kind as u16);
                let data = own.map(|(_, _, data)| data.clone()).collect();
                return Some((name, data));
            };
            name.clone_from(alias);
        }
        None
    }
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let piece = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(piece)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn number(&mut self) -> Option<u16> {
        let piece: [u8; 2] = self.take(2)?.try_into().ok()?;
        Some(u16::from_be_bytes(piece))
    }

    /// A name in small letters. A pointer leads backwards only, so that it ends.
    fn name(&mut self) -> Option<String> {
        let mut name = String::new();
        let (mut at, mut after, mut least) = (self.at, None, self.at);
        loop {
            let length = *self.bytes.get(at)?;
            if length & 0xc0 == 0xc0 {
                let low = *self.bytes.get(at + 1)?;
                let to = usize::from(u16::from_be_bytes([length & 0x3f, low]));
                after.get_or_insert(at + 2);
                if to >= least {
                    return None;
                }
                (at, least) = (to, to);
                continue;
            }
            if length == 0 {
                self.at = after.unwrap_or(at + 1);
                return Some(name);
            }
            if length > 63 {
                return None;
            }
            let label = self.bytes.get(at + 1..at + 1 + usize::from(length))?;
            if !name.is_empty() {
                name.push('.');
            }
            for byte in label {
                match byte {
                    b'-' | b'_' | b'*' => name.push(char::from(*byte)),
                    _ if byte.is_ascii_alphanumeric() => {
                        name.push(char::from(byte.to_ascii_lowercase()));
                    }
                    // What no host is called; written so that it is equal to no name.
                    _ => name.push_str(&format!("\\{byte:03}")),
                }
            }
            if name.len() > 1_100 {
                return None;
            }
            at += 1 + usize::from(length);
        }
    }

    /// A record; of kinds that are not asked for, nothing.
    fn record(&mut self) -> Option<Option<(String, u16, Data)>> {
        let owner = self.name()?;
        let kind = self.number()?;
        let class = self.number()?;
        self.take(4)?;
        let length = usize::from(self.number()?);
        let end = self.at.checked_add(length)?;
        self.bytes.get(..end)?;
        let data = if class == IN {
            self.data(kind, length)?
        } else {
            None
        };
        // What a record does not use of its length, or uses beyond it, makes the whole packet suspect.
        if data.is_some() && self.at != end {
            return None;
        }
        self.at = end;
        Some(data.map(|data| (owner, kind, data)))
    }

    fn data(&mut self, kind: u16, length: usize) -> Option<Option<Data>> {
        let data = match kind {
            1 => Data::Address(IpAddr::from(<[u8; 4]>::try_from(self.take(length)?).ok()?)),
            28 => Data::Address(IpAddr::from(<[u8; 16]>::try_from(self.take(length)?).ok()?)),
            CNAME => Data::Alias(self.name()?),
            15 => Data::Mx(Mx {
                preference: self.number()?,
                host: self.name()?,
            }),
            16 => Data::Txt(self.text(length)?),
            52 => Data::Tlsa(Tlsa {
                usage: self.byte()?,
                selector: self.byte()?,
                matching: self.byte()?,
                data: self.take(length.checked_sub(3)?)?.to_vec(),
            }),
            _ => return Some(None),
        };
        Some(Some(data))
    }

    fn text(&mut self, length: usize) -> Option<Vec<u8>> {
        let end = self.at + length;
        let mut text = Vec::new();
        while self.at < end {
            let piece = usize::from(self.byte()?);
            text.extend_from_slice(self.take(piece)?);
        }
        Some(text)
    }
}
