//! Writes SVG elements. Everything that comes from outside is escaped here.

use std::fmt::Write as _;

use super::{AXIS, GRID, MISSING, PALETTE, TEXT, WIDTH};

/// Size of all letters in a chart.
pub(super) const SIZE: f64 = 13.0;

/// The size at which they are measured: a reader's own face may be wider than Noto Sans, DejaVu Sans by a ninth.
pub(super) const ROOMY: f64 = SIZE * 1.12;

/// Height of a line of text.
pub(super) const LINE: f64 = 17.0;

/// Number of patterns, the first being none.
const PATTERNS: usize = 6;

pub(super) struct Pen {
    id: String,
    body: String,
    patterns: [bool; PATTERNS],
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// What a mark belongs to; decides class and colour.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Text,
    Axis,
    Grid,
    Missing,
    /// On a filled area.
    On,
    Series(usize),
}

impl Ink {
    /// Class and presentation attribute.
    fn attributes(self) -> String {
        let (class, colour) = match self {
            Self::Text => ("c-text", TEXT),
            Self::Axis => ("c-axis", AXIS),
            Self::Grid => ("c-grid", GRID),
            Self::Missing => ("c-missing", MISSING),
            Self::On => ("c-on", "#ffffff"),
            Self::Series(number) => {
                let at = number % PALETTE.len();
                return format!(r#"class="c-s{}" color="{}""#, at + 1, PALETTE[at]);
            }
        };
        format!(r#"class="{class}" color="{colour}""#)
    }
}

impl Pen {
    pub(super) fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            body: String::new(),
            patterns: [false; PATTERNS],
        }
    }

    /// An empty pen for the same element, whose drawing is appended later.
    pub(super) fn beside(&self) -> Self {
        Self::new(&self.id)
    }

    /// Puts a drawing over what is there.
    pub(super) fn append(&mut self, over: Self) {
        self.body.push_str(&over.body);
        for (here, there) in self.patterns.iter_mut().zip(over.patterns) {
            *here |= there;
        }
    }

    pub(super) fn text(&mut self, x: f64, y: f64, anchor: Anchor, ink: Ink, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let text = escaped(text);
        let ink = ink.attributes();
        self.put(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" fill="currentColor" {ink}>{text}</text>"#
        ));
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        let ink = ink.attributes();
        self.put(format_args!(
            r#"<path d="M{:.1} {:.1}L{:.1} {:.1}" fill="none" stroke="currentColor" {ink}/>"#,
            from.0, from.1, to.0, to.1
        ));
    }

    /// A filled area of a series, with the pattern of that series over it.
    pub(super) fn area(&mut self, x: f64, y: f64, width: f64, height: f64, series: usize) {
        let width = width.max(0.0);
        let ink = Ink::Series(series).attributes();
        self.put(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="currentColor" {ink}/>"#
        ));
        let pattern = (series + series / PALETTE.len()) % PATTERNS;
        if pattern > 0 && width > 0.0 {
            self.patterns[pattern] = true;
            let id = self.id.clone();
            self.put(format_args!(
                r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="url(#{id}-p{pattern})"/>"#
            ));
        }
    }

    /// A piece of plain colour that keeps a text on a pattern readable.
    pub(super) fn plate(&mut self, x: f64, y: f64, width: f64, height: f64, series: usize) {
        let ink = Ink::Series(series).attributes();
        self.put(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="currentColor" {ink}/>"#
        ));
    }

    /// The line of a series through places; it is dashed in its own way.
    pub(super) fn route(&mut self, places: &[(f64, f64)], series: usize) {
        let mut path = String::new();
        for (at, (x, y)) in places.iter().enumerate() {
            let step = if at == 0 { 'M' } else { 'L' };
            let _ = write!(path, "{step}{x:.1} {y:.1}");
        }
        let dash = match series % 6 {
            0 => "",
            1 => r#" stroke-dasharray="8 4""#,
            2 => r#" stroke-dasharray="2 4""#,
            3 => r#" stroke-dasharray="10 4 2 4""#,
            4 => r#" stroke-dasharray="5 3""#,
            _ => r#" stroke-dasharray="14 5""#,
        };
        let ink = Ink::Series(series).attributes();
        self.put(format_args!(
            r#"<path d="{path}" fill="none" stroke="currentColor" stroke-width="2.5"{dash} {ink}/>"#
        ));
    }

    /// The marker of a series: its shape tells the series without colour.
    pub(super) fn marker(&mut self, x: f64, y: f64, series: usize) {
        let ink = Ink::Series(series).attributes();
        let path = match (series + series / PALETTE.len()) % 6 {
            0 => {
                self.put(format_args!(
                    r#"<circle cx="{x:.1}" cy="{y:.1}" r="4.5" fill="currentColor" {ink}/>"#
                ));
                return;
            }
            1 => "m-4.5 -4.5h9v9h-9z",
            2 => "m0 -5.5l5.5 10h-11z",
            3 => "m0 -6l6 6l-6 6l-6 -6z",
            4 => "m0 5.5l5.5 -10h-11z",
            _ => "m-1.5 -5.5h3v4h4v3h-4v4h-3v-4h-4v-3h4z",
        };
        self.put(format_args!(
            r#"<path d="M{x:.1} {y:.1}{path}" fill="currentColor" {ink}/>"#
        ));
    }

    fn put(&mut self, element: std::fmt::Arguments<'_>) {
        let _ = self.body.write_fmt(element);
    }

    /// The whole element. Without a title it is decoration, and the text
    /// alternative has to stand outside, as it does in the PDF.
    pub(super) fn finish(self, height: f64, title: &str, desc: &str) -> String {
        let Self { id, body, patterns } = self;
        let mut names = String::new();
        let mut heads = String::new();
        for (part, tag, text) in [("t", "title", title), ("d", "desc", desc)] {
            if !text.is_empty() {
                let _ = write!(
                    heads,
                    r#"<{tag} id="{id}-{part}">{}</{tag}>"#,
                    escaped(text)
                );
                let _ = write!(
                    names,
                    "{}{id}-{part}",
                    if names.is_empty() { "" } else { " " }
                );
            }
        }
        let role = if names.is_empty() {
            r#"aria-hidden="true""#.to_owned()
        } else {
            format!(r#"role="img" aria-labelledby="{names}""#)
        };
        let defs: String = (1..PATTERNS)
            .filter(|number| patterns[*number])
            .map(|number| pattern(&id, number))
            .collect();
        let defs = if defs.is_empty() {
            defs
        } else {
            format!("<defs>{defs}</defs>")
        };
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {height:.0}" {role} font-family="Noto Sans, sans-serif" font-size="{SIZE}">{heads}{defs}{body}</svg>"#
        )
    }
}

fn pattern(id: &str, number: usize) -> String {
    let path = match number {
        1 => "M-1 1L1 -1M0 8L8 0M7 9L9 7",
        2 => "M2 3h2M6 7h2",
        3 => "M0 4h8",
        4 => "M-1 7L1 9M0 0L8 8M7 -1L9 1",
        _ => "M0 4h8M4 0v8",
    };
    let width = if number == 2 { "2" } else { "1.4" };
    format!(
        r##"<pattern id="{id}-p{number}" width="8" height="8" patternUnits="userSpaceOnUse"><path d="{path}" fill="none" stroke="currentColor" stroke-width="{width}" class="c-hatch" color="#ffffff"/></pattern>"##
    )
}

/// Text for an element or an attribute; what XML cannot hold is dropped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
