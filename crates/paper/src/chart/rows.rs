//! Lying bars, side by side or stacked.

use super::margin;
use super::pen::{Anchor, Ink, LINE, Pen, ROOMY, SIZE};
use super::{Plot, Scale, Series, WIDTH};
use crate::measure;

/// The names of the rows take at most this much.
const WIDEST_LABEL: f64 = 220.0;

/// Space between names and bars.
const GAP: f64 = 10.0;

/// Where rows begin and bars can go.
struct Frame {
    label: f64,
    scale: Scale,
}

/// Draws and returns the height.
pub(super) fn draw(pen: &mut Pen, plot: &Plot, stacked: bool, span: (f64, f64)) -> f64 {
    let mut y = margin::legend(pen, plot, |pen, x, y, series| {
        pen.area(x, y - 11.0, 22.0, 13.0, series);
    });
    let frame = frame(plot, stacked, span);
    let top = y;
    let mut body = pen.beside();
    for at in 0..plot.labels.len() {
        y += 6.0;
        let height = if stacked {
            stack(&mut body, plot, &frame, at, y)
        } else {
            group(&mut body, plot, &frame, at, y)
        };
        y += height + 6.0;
    }
    axis(pen, plot, &frame, top, y);
    pen.append(body);
    y += margin::marks(pen, plot, y, frame.scale);
    y += margin::unit(pen, plot, frame.scale.at(0.0), y);
    if stacked {
        y += margin::gaps(pen, plot, y);
    }
    y + 6.0
}

fn frame(plot: &Plot, stacked: bool, span: (f64, f64)) -> Frame {
    let widest = |texts: &mut dyn Iterator<Item = &String>| {
        texts
            .map(|text| measure::width(text, ROOMY))
            .fold(0.0, f64::max)
    };
    let label = widest(&mut plot.labels.iter()).min(WIDEST_LABEL);
    let shown = if stacked {
        0.0
    } else {
        widest(&mut plot.series.iter().flat_map(|s| s.shown.iter())).min(150.0)
    };
    let tick = plot
        .ticks
        .last()
        .map_or(0.0, |tick| measure::width(&tick.label, ROOMY) / 2.0);
    let right = WIDTH - (shown + 8.0).max(tick).max(4.0);
    let mut left = label + GAP;
    if span.0 < 0.0 && !stacked {
        // Labels of negative values stand to the left of their bars.
        left += shown;
    }
    Frame {
        label,
        scale: Scale::new(span, left, right),
    }
}

/// Lines at the marks, and the zero line.
fn axis(pen: &mut Pen, plot: &Plot, frame: &Frame, top: f64, bottom: f64) {
    for tick in &plot.ticks {
        let x = frame.scale.at(tick.value);
        pen.line((x, top), (x, bottom), Ink::Grid);
    }
    let zero = frame.scale.at(0.0);
    pen.line((zero, top), (zero, bottom), Ink::Axis);
}

fn name(pen: &mut Pen, plot: &Plot, frame: &Frame, at: usize, middle: f64, lines: usize) {
    let wrapped = measure::wrap(&plot.labels[at], frame.label, ROOMY, lines);
    let mut y = middle + SIZE * 0.36 - (wrapped.len() as f64 - 1.0) * LINE / 2.0;
    for line in wrapped {
        pen.text(frame.label, y, Anchor::End, Ink::Text, &line);
        y += LINE;
    }
}

/// Height of a row: its bars or its name, whichever is more.
fn row_height(plot: &Plot, frame: &Frame, at: usize, bars: f64) -> f64 {
    let lines = measure::wrap(&plot.labels[at], frame.label, ROOMY, 3).len() as f64;
    bars.max(lines * LINE)
}

fn group(pen: &mut Pen, plot: &Plot, frame: &Frame, at: usize, top: f64) -> f64 {
    let many = plot.series.len() > 1;
    let thick = if many { 15.0 } else { 20.0 };
    let bars = plot.series.len() as f64 * (thick + 2.0) - 2.0;
    let height = row_height(plot, frame, at, bars);
    name(pen, plot, frame, at, top + height / 2.0, 3);
    let mut y = top + (height - bars) / 2.0;
    for (number, series) in plot.series.iter().enumerate() {
        bar(pen, plot, frame, (number, series), at, (y, thick));
        y += thick + 2.0;
    }
    height
}

fn bar(
    pen: &mut Pen,
    plot: &Plot,
    frame: &Frame,
    (number, series): (usize, &Series),
    at: usize,
    (y, thick): (f64, f64),
) {
    let zero = frame.scale.at(0.0);
    let base = y + thick / 2.0 + SIZE * 0.36;
    let Some(value) = series.value(at) else {
        pen.text(zero + 6.0, base, Anchor::Start, Ink::Missing, &plot.missing);
        return;
    };
    let end = frame.scale.at(value);
    pen.area(zero.min(end), y, (end - zero).abs(), thick, number);
    let (place, anchor) = if value < 0.0 {
        (end - 6.0, Anchor::End)
    } else {
        (end + 6.0, Anchor::Start)
    };
    pen.text(place, base, anchor, Ink::Text, series.shown(at));
}

fn stack(pen: &mut Pen, plot: &Plot, frame: &Frame, at: usize, top: f64) -> f64 {
    let thick = 24.0;
    let height = row_height(plot, frame, at, thick);
    name(pen, plot, frame, at, top + height / 2.0, 3);
    let y = top + (height - thick) / 2.0;
    let (mut below, mut above) = (0.0, 0.0);
    let mut known = false;
    for (number, series) in plot.series.iter().enumerate() {
        let Some(value) = series.value(at) else {
            continue;
        };
        known = true;
        let from = if value < 0.0 { &mut below } else { &mut above };
        let (a, b) = (frame.scale.at(*from), frame.scale.at(*from + value));
        *from += value;
        part(
            pen,
            (a.min(b), (b - a).abs()),
            (y, thick),
            number,
            series.shown(at),
        );
    }
    if !known {
        let base = y + thick / 2.0 + SIZE * 0.36;
        pen.text(
            frame.scale.at(0.0) + 6.0,
            base,
            Anchor::Start,
            Ink::Missing,
            &plot.missing,
        );
    }
    height
}

/// One part of a stack, with its value where there is room.
fn part(pen: &mut Pen, (x, wide): (f64, f64), (y, thick): (f64, f64), number: usize, shown: &str) {
    let wide = if wide > 3.0 { wide - 1.5 } else { wide };
    pen.area(x, y, wide, thick, number);
    let text = measure::width(shown, ROOMY);
    if !shown.is_empty() && text + 10.0 <= wide {
        let middle = x + wide / 2.0;
        pen.plate(
            middle - text / 2.0 - 3.0,
            y + 3.0,
            text + 6.0,
            thick - 6.0,
            number,
        );
        pen.text(
            middle,
            y + thick / 2.0 + SIZE * 0.36,
            Anchor::Middle,
            Ink::On,
            shown,
        );
    }
}
