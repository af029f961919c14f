//! Page text without poppler: the operators that show text, in the order of the stream. Layout is guessed from
//! moves: a move downwards is a line, a wide gap is a space. Good for texts, poor for tables.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

use crate::part::Reason;
use crate::reading::Reading;

/// Forms inside forms.
const DEPTH: usize = 8;

/// The text of each page.
pub(super) fn pages(r: &mut Reading<'_>, document: &Document) -> Result<Vec<String>, Reason> {
    let mut pages = Vec::new();
    for page in document.page_iter().take(r.account.limits().parts) {
        r.account.in_time()?;
        let content = document
            .get_page_content_with_limit(page, super::STREAM)
            .map_err(|_| Reason::TooLarge)?;
        r.account.unpacked(content.len())?;
        let mut show = Show {
            document,
            text: String::new(),
            room: r.account.text_room(),
        };
        show.content(&content, &resources(document, page), 0);
        pages.push(show.text);
    }
    Ok(pages)
}

fn resources(document: &Document, page: ObjectId) -> Vec<&Dictionary> {
    let Ok((own, inherited)) = document.get_page_resources(page) else {
        return Vec::new();
    };
    own.into_iter()
        .chain(
            inherited
                .into_iter()
                .filter_map(|id| document.get_dictionary(id).ok()),
        )
        .collect()
}

struct Show<'d> {
    document: &'d Document,
    text: String,
    room: usize,
}

impl<'d> Show<'d> {
    fn content(&mut self, bytes: &[u8], resources: &[&'d Dictionary], depth: usize) {
        let Ok(content) = Content::decode(bytes) else {
            return;
        };
        let fonts = self.fonts(resources);
        let mut font: Option<&Encoding<'d>> = None;
        for operation in &content.operations {
            if self.text.len() > self.room {
                return;
            }
            match operation.operator.as_str() {
                "Tf" => {
                    font = operation
                        .operands
                        .first()
                        .and_then(|name| name.as_name().ok())
                        .and_then(|name| fonts.get(name));
                }
                "Tj" => self.strings(&operation.operands, font),
                "TJ" => {
                    if let Some(Object::Array(list)) = operation.operands.first() {
                        self.strings(list, font);
                    }
                }
                "'" | "\"" => {
                    self.line();
                    self.strings(&operation.operands, font);
                }
                "Td" | "TD" => self.moved(&operation.operands, 1),
                "Tm" => self.line(),
                "T*" | "ET" => self.line(),
                "Do" if depth < DEPTH => self.form(&operation.operands, resources, depth),
                _ => {}
            }
        }
    }

    fn fonts(&self, resources: &[&'d Dictionary]) -> BTreeMap<Vec<u8>, Encoding<'d>> {
        let mut fonts = BTreeMap::new();
        for resource in resources {
            let Ok(all) = self.document.get_dict_in_dict(resource, b"Font") else {
                continue;
            };
            for (name, object) in all.iter() {
                let font = self
                    .document
                    .dereference(object)
                    .ok()
                    .and_then(|(_, object)| object.as_dict().ok());
                if let Some(encoding) = font.and_then(|font| {
                    font.get_font_encoding_with_limit(self.document, super::STREAM)
                        .ok()
                }) {
                    fonts.entry(name.clone()).or_insert(encoding);
                }
            }
        }
        fonts
    }

    fn strings(&mut self, operands: &[Object], font: Option<&Encoding<'_>>) {
        for operand in operands {
            match operand {
                Object::String(bytes, _) => match font {
                    Some(font) => {
                        if let Ok(text) = Document::decode_text(font, bytes) {
                            self.text.push_str(&text);
                        }
                    }
                    None => self.text.push_str(&String::from_utf8_lossy(bytes)),
                },
                Object::Array(list) => self.strings(list, font),
                // Thousandths of the font's size; a space is about 250.
                Object::Integer(gap) if *gap < -180 => self.space(),
                Object::Real(gap) if *gap < -180.0 => self.space(),
                _ => {}
            }
        }
    }

    fn moved(&mut self, operands: &[Object], down: usize) {
        let far = operands
            .get(down)
            .and_then(|number| number.as_float().ok())
            .unwrap_or(0.0);
        if far.abs() > 0.5 {
            self.line()
        } else {
            self.space()
        }
    }

    fn form(&mut self, operands: &[Object], resources: &[&'d Dictionary], depth: usize) {
        let Some(name) = operands.first().and_then(|name| name.as_name().ok()) else {
            return;
        };
        let found = resources.iter().find_map(|resource| {
            let all = self.document.get_dict_in_dict(resource, b"XObject").ok()?;
            let (_, object) = self.document.dereference(all.get(name).ok()?).ok()?;
            object.as_stream().ok()
        });
        let Some(form) = found else { return };
        if !matches!(
            form.dict.get(b"Subtype").and_then(Object::as_name),
            Ok(b"Form")
        ) {
            return;
        }
        let content = form
            .decompressed_content_with_limit(super::STREAM)
            .unwrap_or_else(|_| form.content.clone());
        let own = self
            .document
            .get_dict_in_dict(&form.dict, b"Resources")
            .ok();
        let all: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
        self.content(&content, &all, depth + 1);
    }

    fn line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn space(&mut self) {
        if !self.text.ends_with([' ', '\n', '\t']) {
            self.text.push(' ');
        }
    }
}
