//! The document as the template wants it: cleaned texts, column widths in
//! points, pictures drawn. What is decided here need not be decided twice by
//! the typesetter.

use serde::Serialize;

use crate::clean::{self, Sieve};
use crate::columns::{self, Grid};
use crate::{Block, Document, Fault, Figure, Squares, Table, chart, colour, measure};

/// Width of the text on an A4 page with 22 mm margins, in points.
pub(crate) const PAGE: f64 = 470.5;

/// Width of the text on the cover, in points.
const COVER: f64 = 447.0;

/// Height of the picture of a chart that still leaves room for a caption, in points.
const TALLEST: f64 = 600.0;

/// What the template reads as `data.json`.
#[derive(Serialize)]
pub(crate) struct Plan {
    lang: String,
    title: String,
    cover_title: String,
    /// Whether a word of the title is too long for the cover.
    cover_hyphens: bool,
    subtitle: String,
    author: String,
    date: String,
    day: [u16; 3],
    colour: String,
    contents: Option<String>,
    running_head: String,
    page_label: String,
    blocks: Vec<Piece>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Piece {
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        text: String,
    },
    Quiet {
        text: String,
    },
    List {
        items: Vec<String>,
    },
    Facts {
        items: Vec<(String, String)>,
    },
    Figures {
        cards: Vec<[String; 3]>,
    },
    Table(Sheet),
    Chart {
        svg: String,
        caption: String,
        alt: String,
        height: Option<f64>,
    },
    PageBreak,
}

/// A row with fewer lines than this, in letters of a table, is at most a third of a page.
const LOW: usize = 20;

#[derive(Serialize)]
struct Sheet {
    caption: String,
    summary: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    numeric: Vec<bool>,
    row_heads: bool,
    /// The first row stays on one page, so that the head has a whole row below it.
    first_whole: bool,
    /// Column widths in points.
    widths: Vec<f64>,
    /// Size of the letters in points.
    size: f64,
    inset: f64,
}

/// Makes the plan of a document.
///
/// # Errors
/// [`Fault`] when title, language, date or colour cannot be used or a chart has
/// no text alternative.
pub(crate) fn plan(document: &Document, sieve: Sieve<'_>) -> Result<Plan, Fault> {
    let maker = Maker {
        sieve,
        lang: language(&document.lang)?,
    };
    let title = maker.line(&document.title);
    if title.is_empty() {
        return Err(Fault::Title);
    }
    let blocks = maker.blocks(&document.blocks)?;
    let headed = blocks
        .iter()
        .any(|piece| matches!(piece, Piece::Heading { .. }));
    Ok(Plan {
        cover_hyphens: title
            .split_whitespace()
            .any(|word| measure::width(word, 32.0 * measure::BOLD) > COVER),
        cover_title: maker.running(&title, COVER, 32.0),
        title,
        subtitle: maker.running(&maker.line(&document.subtitle), COVER, 16.0),
        author: maker.line(&document.author),
        date: maker.running(&maker.line(&document.date), COVER, 11.0),
        day: day(&document.iso_date)?,
        colour: colour::readable(&document.colour)?,
        contents: document
            .contents_title
            .as_deref()
            .map(|title| maker.line(title))
            .filter(|title| headed && !title.is_empty()),
        running_head: maker.one_line(&document.running_head, PAGE),
        page_label: maker.one_line(&document.page_label, PAGE / 2.0),
        lang: maker.lang,
        blocks,
    })
}

fn language(lang: &str) -> Result<String, Fault> {
    let fits = (2..=3).contains(&lang.len()) && lang.bytes().all(|b| b.is_ascii_lowercase());
    if fits {
        Ok(lang.to_owned())
    } else {
        Err(Fault::Language(lang.to_owned()))
    }
}

/// Year, month and day of `yyyy-mm-dd`; the template's own date checks the month's length.
fn day(iso: &str) -> Result<[u16; 3], Fault> {
    let fault = || Fault::Date(iso.to_owned());
    let shape = iso.len() == 10
        && iso.bytes().enumerate().all(|(at, b)| match at {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    if !shape {
        return Err(fault());
    }
    let number = |text: &str| text.parse::<u16>().map_err(|_| fault());
    let (year, month, date) = (
        number(&iso[0..4])?,
        number(&iso[5..7])?,
        number(&iso[8..10])?,
    );
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    if (1..=12).contains(&month) && (1..=last).contains(&date) {
        Ok([year, month, date])
    } else {
        Err(fault())
    }
}

struct Maker<'a> {
    sieve: Sieve<'a>,
    lang: String,
}

impl Maker<'_> {
    fn line(&self, text: &str) -> String {
        clean::line(text, self.sieve)
    }

    /// Small text at the edge of the page, cut where it would not fit.
    fn one_line(&self, text: &str, room: f64) -> String {
        measure::wrap(&self.line(text), room, 8.0, 1).concat()
    }

    /// Running text that fits a column of `room` points at this size.
    fn running(&self, text: &str, room: f64, size: f64) -> String {
        let text = clean::text(text, self.sieve);
        measure::breakable(&text, &self.lang, room, size)
    }

    fn blocks(&self, blocks: &[Block]) -> Result<Vec<Piece>, Fault> {
        let mut pieces = Vec::with_capacity(blocks.len());
        let mut depth = 0;
        let mut charts = 0_usize;
        for block in blocks {
            match block {
                Block::Heading { level, text } => {
                    let text = self.running(self.line(text).as_str(), PAGE, 17.0);
                    if text.is_empty() {
                        continue;
                    }
                    depth = (*level).clamp(1, 6).min(depth + 1);
                    pieces.push(Piece::Heading { level: depth, text });
                }
                Block::Chart(figure) => {
                    charts += 1;
                    pieces.push(self.chart(figure, charts)?);
                }
                Block::Table(table) => pieces.extend(self.table(table)),
                Block::Squares(squares) => pieces.extend(self.squares(squares)?),
                other => pieces.extend(self.simple(other)),
            }
        }
        Ok(pieces)
    }

    /// Blocks that only need their texts cleaned; an empty one prints nothing.
    fn simple(&self, block: &Block) -> Option<Piece> {
        let piece = match block {
            Block::Paragraph(text) => Piece::Paragraph {
                text: self.running(text, PAGE, 10.0),
            },
            Block::Quiet(text) => Piece::Quiet {
                text: self.running(text, PAGE, 8.5),
            },
            Block::List(items) if !items.is_empty() => Piece::List {
                items: items
                    .iter()
                    .map(|item| self.running(item, PAGE - 20.0, 10.0))
                    .collect(),
            },
            Block::Facts(items) if !items.is_empty() => Piece::Facts {
                items: items
                    .iter()
                    .map(|(name, value)| {
                        (
                            self.running(name, 145.0, 10.0),
                            self.running(value, 290.0, 10.0),
                        )
                    })
                    .collect(),
            },
            Block::KeyFigures(cards) if !cards.is_empty() => Piece::Figures {
                cards: cards
                    .iter()
                    .map(|card| {
                        [
                            self.running(&card.value, 120.0, 24.0),
                            self.running(&card.label, 120.0, 10.0),
                            self.running(&card.note, 120.0, 8.5),
                        ]
                    })
                    .collect(),
            },
            Block::PageBreak => Piece::PageBreak,
            _ => return None,
        };
        Some(piece)
    }

    fn chart(&self, figure: &Figure, number: usize) -> Result<Piece, Fault> {
        let alt = self.line(&figure.alt);
        let caption = self.line(&figure.caption);
        if alt.is_empty() {
            return Err(Fault::Alternative(caption));
        }
        let clear = |text: &str| clean::line(text, self.sieve);
        let drawn = figure.chart.with_texts(&clear);
        let picture = chart::draw(&drawn, &format!("chart{number}"), "", "");
        let height = picture.height * PAGE / chart::WIDTH;
        Ok(Piece::Chart {
            svg: picture.svg,
            caption: self.running(&caption, PAGE, 9.0),
            alt,
            height: (height > TALLEST).then_some(TALLEST),
        })
    }

    /// A picture without a field prints nothing.
    fn squares(&self, squares: &Squares) -> Result<Option<Piece>, Fault> {
        let alt = self.line(&squares.alt);
        if alt.is_empty() {
            return Err(Fault::Alternative(String::new()));
        }
        Ok(squares.svg().map(|svg| Piece::Chart {
            svg,
            caption: String::new(),
            alt,
            height: Some(squares.points(PAGE)),
        }))
    }

    /// A table with no column has nothing to print.
    fn table(&self, table: &Table) -> Option<Piece> {
        let columns = table
            .rows
            .iter()
            .map(Vec::len)
            .max()
            .unwrap_or(0)
            .max(table.head.len());
        if columns == 0 {
            return None;
        }
        let head = self.cells(&table.head, columns);
        let rows: Vec<_> = table
            .rows
            .iter()
            .map(|row| self.cells(row, columns))
            .collect();
        let mut numeric = table.numeric.clone();
        numeric.resize(columns, false);
        let Grid {
            size,
            widths,
            inset,
        } = columns::grid(&self.lang, &head, &rows, &numeric);
        let fit = |cells: &Vec<String>, heavy: f64| -> Vec<String> {
            let sized = cells.iter().zip(&widths);
            sized
                .map(|(cell, width)| {
                    let room = (width - 2.0 * inset).max(1.0);
                    measure::breakable(cell, &self.lang, room, size * heavy)
                })
                .collect()
        };
        // A row that stays whole must fit a page; a tall one may break, head or not.
        let low = |row: &Vec<String>| {
            let mut cells = row.iter().zip(&widths);
            cells.all(|(cell, width)| {
                let room = (width - 2.0 * inset).max(1.0);
                measure::wrap(cell, room, size, LOW).len() <= LOW - 2
            })
        };
        Some(Piece::Table(Sheet {
            first_whole: rows.first().is_some_and(low),
            caption: self.running(&self.line(&table.caption), PAGE, 9.0),
            summary: self.line(&table.summary),
            head: fit(&head, measure::BOLD),
            rows: rows.iter().map(|row| fit(row, 1.0)).collect(),
            row_heads: table.row_heads,
            numeric,
            widths,
            size,
            inset,
        }))
    }

    fn cells(&self, cells: &[String], columns: usize) -> Vec<String> {
        let mut out: Vec<_> = cells
            .iter()
            .map(|cell| clean::text(cell, self.sieve))
            .collect();
        out.resize(columns, String::new());
        out
    }
}
