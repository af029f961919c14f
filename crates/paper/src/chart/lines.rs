//! Lines over time, broken where a value is not available.

use super::pen::{Anchor, Ink, LINE, Pen, ROOMY, SIZE};
use super::{Plot, Scale, WIDTH, margin};
use crate::measure;

/// Height of the drawing between lowest and highest value.
const HEIGHT: f64 = 210.0;

/// Draws and returns the height.
pub(super) fn draw(pen: &mut Pen, plot: &Plot, span: (f64, f64)) -> f64 {
    let mut top = margin::legend(pen, plot, |pen, x, y, series| {
        pen.route(&[(x, y - 4.5), (x + 24.0, y - 4.5)], series);
        pen.marker(x + 12.0, y - 4.5, series);
    });
    top += margin::unit(pen, plot, 0.0, top - 4.0);
    // Room for the number over the highest point.
    top += LINE + 4.0;
    let widest = plot
        .ticks
        .iter()
        .map(|tick| measure::width(&tick.label, ROOMY))
        .fold(0.0, f64::max);
    let left = if plot.ticks.is_empty() {
        0.0
    } else {
        widest.min(160.0) + 10.0
    };
    let rising = Scale::new(span, top + HEIGHT, top);
    grid(pen, plot, rising, left);
    let slot = (WIDTH - left) / plot.labels.len().max(1) as f64;
    let across = move |at: usize| left + slot * (at as f64 + 0.5);
    let mut y = top + HEIGHT;
    y += names(pen, plot, slot, &across, y);
    for number in 0..plot.series.len() {
        route(pen, plot, number, rising, &across);
    }
    absent(pen, plot, &across, (top + HEIGHT, slot));
    numbers(pen, plot, rising, &across, slot);
    if plot.series.len() > 1 {
        y += margin::gaps(pen, plot, y);
    }
    y + 8.0
}

fn grid(pen: &mut Pen, plot: &Plot, rising: Scale, left: f64) {
    for tick in &plot.ticks {
        let y = rising.at(tick.value);
        pen.line((left, y), (WIDTH, y), Ink::Grid);
        pen.text(
            left - 10.0,
            y + SIZE * 0.36,
            Anchor::End,
            Ink::Axis,
            &tick.label,
        );
    }
    let zero = rising.at(0.0);
    pen.line((left, zero), (WIDTH, zero), Ink::Axis);
}

/// Names below the axis; when they would not fit, every second, third and so on.
fn names(pen: &mut Pen, plot: &Plot, slot: f64, across: &dyn Fn(usize) -> f64, y: f64) -> f64 {
    let every = (36.0 / slot.max(0.01)).ceil().max(1.0) as usize;
    let mut high = 0.0_f64;
    for (at, label) in plot.labels.iter().enumerate().step_by(every) {
        let mut below = y + LINE + 3.0;
        for line in measure::wrap(label, slot * every as f64 - 6.0, ROOMY, 3) {
            pen.text(across(at), below, Anchor::Middle, Ink::Axis, &line);
            below += LINE;
        }
        high = high.max(below - y - LINE);
    }
    high + 4.0
}

/// The line of one series and its markers, in as many parts as the gaps make.
fn route(pen: &mut Pen, plot: &Plot, number: usize, rising: Scale, across: &dyn Fn(usize) -> f64) {
    let series = &plot.series[number];
    let mut part: Vec<(f64, f64)> = Vec::new();
    for at in 0..=plot.labels.len() {
        let value = if at < plot.labels.len() {
            series.value(at)
        } else {
            None
        };
        if let Some(value) = value {
            part.push((across(at), rising.at(value)));
            continue;
        }
        if part.len() > 1 {
            pen.route(&part, number);
        }
        for (x, y) in part.drain(..) {
            pen.marker(x, y, number);
        }
    }
}

/// Words at the axis where no series has a value.
fn absent(pen: &mut Pen, plot: &Plot, across: &dyn Fn(usize) -> f64, (base, slot): (f64, f64)) {
    for at in 0..plot.labels.len() {
        if plot.series.iter().any(|series| series.value(at).is_some()) {
            continue;
        }
        let lines = measure::wrap(&plot.missing, (slot - 6.0).max(40.0), ROOMY, 3);
        let mut y = base - 8.0 - (lines.len().max(1) as f64 - 1.0) * LINE;
        for line in lines {
            pen.text(across(at), y, Anchor::Middle, Ink::Missing, &line);
            y += LINE;
        }
    }
}

/// The values above their points, if there is room for all of them.
///
/// With many series the numbers would hide the lines; the marks of the axis and
/// the table behind the chart tell them then.
fn numbers(pen: &mut Pen, plot: &Plot, rising: Scale, across: &dyn Fn(usize) -> f64, slot: f64) {
    let shown = plot.series.iter().flat_map(|series| series.shown.iter());
    let widest = shown
        .map(|text| measure::width(text, ROOMY))
        .fold(0.0, f64::max);
    if plot.series.len() > 2 || widest + 4.0 > slot {
        return;
    }
    for at in 0..plot.labels.len() {
        let mut points: Vec<(f64, &str)> = plot
            .series
            .iter()
            .filter_map(|s| s.value(at).map(|value| (rising.at(value), s.shown(at))))
            .collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (order, (y, text)) in points.iter().enumerate() {
            // The upper number stands above its point, the lower one below it.
            let low = order > 0;
            let base = if low { y + LINE + 3.0 } else { y - 10.0 };
            pen.text(across(at), base, Anchor::Middle, Ink::Text, text);
        }
    }
}
