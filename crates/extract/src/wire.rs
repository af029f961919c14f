//! Parts as bytes, for the pipe between a reading process and its parent. The parent does not trust the child:
//! every length is checked before anything is made.

use crate::part::{Content, Kind, Part, Reason, Spots, Text};

/// Parts as bytes.
pub fn encode(parts: &[Part]) -> Vec<u8> {
    let room: usize = parts
        .iter()
        .map(|part| part.path.len() + part.text().map_or(0, str::len) + 32)
        .sum();
    let mut out = Vec::with_capacity(room);
    for part in parts {
        string(&mut out, &part.path);
        out.push(number(Kind::ALL, part.kind));
        match &part.content {
            Content::NotInspected(reason) => {
                out.push(0);
                out.push(number(Reason::ALL, *reason));
            }
            Content::Text(text) => {
                out.push(1 + u8::from(text.second));
                string(&mut out, &text.text);
                spots(&mut out, &text.spots);
            }
        }
    }
    out
}

fn number<T: PartialEq>(all: &[T], one: T) -> u8 {
    all.iter()
        .position(|known| *known == one)
        .and_then(|index| u8::try_from(index).ok())
        .unwrap_or(u8::MAX)
}

fn word(out: &mut Vec<u8>, value: u32) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn string(out: &mut Vec<u8>, text: &str) {
    word(out, u32::try_from(text.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(text.as_bytes());
}

fn spots(out: &mut Vec<u8>, spots: &Spots) {
    let flat = |out: &mut Vec<u8>, kind: u8, starts: &[u32]| {
        out.push(kind);
        word(out, starts.len() as u32);
        starts.iter().for_each(|start| word(out, *start));
    };
    match spots {
        Spots::Lines => out.push(0),
        Spots::Pages(starts) => flat(out, 1, starts),
        Spots::Slides(starts) => flat(out, 2, starts),
        Spots::Cells(cells) => {
            out.push(3);
            word(out, cells.len() as u32);
            for (start, row, column) in cells {
                word(out, *start);
                word(out, *row);
                word(out, *column);
            }
        }
    }
}

/// Bytes as parts; `None` when they are not what [`encode`] makes.
pub fn decode(bytes: &[u8]) -> Option<Vec<Part>> {
    let mut from = From(bytes);
    let mut parts = Vec::new();
    while !from.0.is_empty() {
        let path = from.string()?;
        let kind = *Kind::ALL.get(usize::from(from.byte()?))?;
        let content = match from.byte()? {
            0 => Content::NotInspected(*Reason::ALL.get(usize::from(from.byte()?))?),
            how @ (1 | 2) => Content::Text(Text {
                text: from.string()?,
                spots: from.spots()?,
                second: how == 2,
            }),
            _ => return None,
        };
        parts.push(Part {
            path,
            kind,
            content,
        });
    }
    Some(parts)
}

struct From<'b>(&'b [u8]);

impl<'b> From<'b> {
    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn word(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn string(&mut self) -> Option<String> {
        let length = self.word()? as usize;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }

    /// A list whose length is believed only as far as there are bytes for it.
    fn words(&mut self, each: usize) -> Option<Vec<u32>> {
        let count = (self.word()? as usize).checked_mul(each)?;
        let bytes = self.take(count.checked_mul(4)?)?;
        Some(
            bytes
                .chunks_exact(4)
                .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
                .collect(),
        )
    }

    fn spots(&mut self) -> Option<Spots> {
        Some(match self.byte()? {
            0 => Spots::Lines,
            1 => Spots::Pages(self.words(1)?),
            2 => Spots::Slides(self.words(1)?),
            3 => Spots::Cells(
                self.words(3)?
                    .chunks_exact(3)
                    .map(|cell| (cell[0], cell[1], cell[2]))
                    .collect(),
            ),
            _ => return None,
        })
    }
}
