//! ODT, ODS and ODP: one XML with paragraphs and tables. A repeated cell counts once: a file of a few hundred
//! bytes may claim a thousand million of them.

use super::ooxml::{all, read, thumbnail};
use super::table::Table;
use super::xml::{self, Met};
use crate::archive::{Members, member};
use crate::part::{Kind, Reason};
use crate::reading::Reading;

/// One document.
pub(crate) fn file(r: &mut Reading<'_>, members: &mut Members<'_>) -> Result<(), Reason> {
    if let Some(index) = members.place("META-INF/manifest.xml") {
        let manifest = read(r, members, index)?;
        if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
            return Err(Reason::Encrypted);
        }
    }
    for index in 0..members.names.len() {
        r.account.in_time()?;
        let name = members.names.get(index).cloned().unwrap_or_default();
        let outcome = match name.as_str() {
            "mimetype" => Ok(()),
            "content.xml" => {
                read(r, members, index).and_then(|bytes| content(r, &bytes, Kind::Document))
            }
            "styles.xml" => {
                read(r, members, index).and_then(|bytes| content(r, &bytes, Kind::Notes))
            }
            _ if name.ends_with(".xml") || name.ends_with(".rdf") => {
                read(r, members, index).and_then(|bytes| all(r, &bytes, Kind::Properties))
            }
            "Thumbnails/thumbnail.png" => thumbnail(r, members, index),
            _ => {
                member(r, members, index);
                Ok(())
            }
        };
        if let Err(reason) = outcome {
            r.inside(name, |_| Err(reason));
        }
    }
    Ok(())
}

#[derive(Default)]
struct Walk {
    running: String,
    notes: String,
    tables: Vec<(String, Table)>,
    /// Inside a table: sheet's row and column, and the text of the cell.
    open: Option<(Table, String)>,
    row: u32,
    column: u32,
    /// Where the cell that is open begins.
    at: u32,
    cell: String,
    in_cell: bool,
    paragraph: usize,
    /// Inside an annotation or a tracked deletion.
    note: usize,
    /// Inside the title or description of a picture or table.
    described: bool,
    /// What the cell holds that is open, where it shows nothing.
    value: String,
}

/// Attributes that people write or that hold what a field shows: formulas, conditions, names of ranges, hints.
const WRITTEN: [&str; 9] = [
    "formula",
    "expression",
    "condition",
    "string-value",
    "title",
    "label",
    "current-value",
    "description",
    "help-text",
];

fn content(r: &mut Reading<'_>, bytes: &[u8], kind: Kind) -> Result<(), Reason> {
    let room = r.account.text_room();
    let mut walk = Walk::default();
    let mut used = 0;
    let outcome = xml::walk(bytes, &mut |met| {
        if used <= room {
            used += walk.meet(met);
        }
    });
    let nothing = walk.running.is_empty() && walk.tables.is_empty();
    let titles: Vec<&str> = walk
        .tables
        .iter()
        .map(|(title, _)| title.as_str())
        .collect();
    r.text(Kind::Names, titles.join("\n"));
    r.text(kind, walk.running);
    r.text(Kind::Notes, walk.notes);
    for (title, table) in walk.tables {
        r.inside(title, |r| {
            table.give(r);
            Ok(())
        });
    }
    match outcome {
        Err(_) if nothing => Err(Reason::Broken),
        other => other,
    }
}

impl Walk {
    /// Gives back how many bytes it kept.
    fn meet(&mut self, met: Met<'_, '_>) -> usize {
        match met {
            Met::Open(name, start) => self.open(name, start),
            Met::Close(name) => self.close(name),
            Met::Chars(chars) => {
                if self.paragraph > 0 || self.note > 0 || self.described {
                    self.put(chars);
                    return chars.len();
                }
            }
            Met::Aside(text) => {
                self.notes.push_str(text);
                return text.len();
            }
        }
        0
    }

    fn open(&mut self, name: &str, start: &quick_xml::events::BytesStart<'_>) {
        self.written(name, start);
        match name {
            "title" | "desc" => self.described = true,
            "p" | "h" => self.paragraph += 1,
            "tab" => self.put("\t"),
            "line-break" => self.put("\n"),
            "s" => self.put(" "),
            "annotation" | "deletion" => self.note += 1,
            "table" if self.open.is_none() => {
                let title = xml::attribute(start, "name").unwrap_or_default();
                self.open = Some((Table::default(), title));
                self.row = 0;
            }
            "table-row" => {
                if let Some((table, _)) = &mut self.open {
                    table.row(self.row);
                }
                self.row = self
                    .row
                    .saturating_add(repeated(start, "number-rows-repeated"));
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                self.in_cell = true;
                self.cell.clear();
                self.value = shown_nowhere(start);
                self.at = self.column;
                self.column = self
                    .column
                    .saturating_add(repeated(start, "number-columns-repeated"));
            }
            "a" => {
                if let Some(link) = xml::attribute(start, "href") {
                    self.notes.push_str(&link);
                    self.notes.push('\n');
                }
            }
            _ => {}
        }
    }

    /// Notes what stands in attributes.
    fn written(&mut self, name: &str, start: &quick_xml::events::BytesStart<'_>) {
        let ranges = matches!(name, "named-range" | "named-expression" | "database-range");
        let keys = WRITTEN.into_iter().chain(ranges.then_some("name"));
        for value in keys.filter_map(|key| xml::attribute(start, key)) {
            // A short formula holds places of cells and no text.
            if ranges || value.contains('"') || value.len() >= 6 {
                self.notes.push_str(&value);
                self.notes.push('\n');
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.paragraph = self.paragraph.saturating_sub(1);
                self.put("\n");
            }
            "annotation" | "deletion" => self.note = self.note.saturating_sub(1),
            "title" | "desc" => {
                self.described = false;
                self.notes.push('\n');
            }
            "table-cell" | "covered-table-cell" => {
                let mut cell = std::mem::take(&mut self.cell);
                if cell.trim().is_empty() {
                    cell = std::mem::take(&mut self.value);
                }
                if let Some((table, _)) = &mut self.open {
                    table.cell(self.at, cell.trim_end(), true);
                }
                self.in_cell = false;
            }
            "table" => {
                if let Some((table, title)) = self.open.take() {
                    self.tables.push((title, table));
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, text: &str) {
        if self.note > 0 || self.described {
            self.notes.push_str(text);
        } else if self.in_cell {
            self.cell.push_str(text);
        } else {
            self.running.push_str(text);
        }
    }
}

/// A repetition moves the place, and is never written out.
fn repeated(start: &quick_xml::events::BytesStart<'_>, name: &str) -> u32 {
    xml::attribute(start, name)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1)
        .clamp(1, 1_048_576)
}

/// What a cell holds: some formats show nothing of it.
fn shown_nowhere(start: &quick_xml::events::BytesStart<'_>) -> String {
    let value = xml::attribute(start, "string-value").or_else(|| xml::attribute(start, "value"));
    value.unwrap_or_default()
}
