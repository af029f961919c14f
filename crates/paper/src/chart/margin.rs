//! What stands round the drawing: legend, marks of the axis, unit, notes on gaps.

use super::pen::{Anchor, Ink, LINE, Pen, ROOMY};
use super::{Plot, Scale, WIDTH};
use crate::measure;

/// Width of the sample before a name in the legend.
const SAMPLE: f64 = 30.0;

/// Names of the series, when there is more than one; returns where the drawing begins.
pub(super) fn legend(
    pen: &mut Pen,
    plot: &Plot,
    sample: impl Fn(&mut Pen, f64, f64, usize),
) -> f64 {
    if plot.series.len() < 2 {
        return 4.0;
    }
    let (mut x, mut y) = (0.0, 14.0);
    for (number, series) in plot.series.iter().enumerate() {
        let lines = measure::wrap(&series.name, WIDTH - SAMPLE, ROOMY, 2);
        let wide = lines
            .iter()
            .map(|line| measure::width(line, ROOMY))
            .fold(0.0, f64::max);
        if x > 0.0 && x + SAMPLE + wide > WIDTH {
            x = 0.0;
            y += LINE + 2.0;
        }
        sample(pen, x, y, number);
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                y += LINE;
            }
            pen.text(x + SAMPLE, y, Anchor::Start, Ink::Text, line);
        }
        x += SAMPLE + wide + 20.0;
    }
    y + 14.0
}

/// Words of the marks under a lying value axis, left out where they would touch.
pub(super) fn marks(pen: &mut Pen, plot: &Plot, y: f64, scale: Scale) -> f64 {
    if plot.ticks.is_empty() {
        return 0.0;
    }
    let mut free = f64::MIN;
    for tick in &plot.ticks {
        let half = measure::width(&tick.label, ROOMY) / 2.0;
        let x = scale.at(tick.value);
        if x - half > free {
            pen.text(x, y + LINE, Anchor::Middle, Ink::Axis, &tick.label);
            free = x + half + 6.0;
        }
    }
    LINE + 3.0
}

/// The unit on lines of its own.
pub(super) fn unit(pen: &mut Pen, plot: &Plot, x: f64, y: f64) -> f64 {
    let mut high = 0.0;
    for line in measure::wrap(&plot.unit, WIDTH - x, ROOMY, 2) {
        high += LINE;
        pen.text(x, y + high, Anchor::Start, Ink::Axis, &line);
    }
    high
}

/// Which values are not available, in words: where a gap in the drawing is hard to see.
pub(super) fn gaps(pen: &mut Pen, plot: &Plot, y: f64) -> f64 {
    let mut high = 0.0;
    // Where nothing is available at all, the drawing itself says so.
    let shown = |at: usize| plot.series.iter().any(|series| series.value(at).is_some());
    for series in &plot.series {
        let absent: Vec<&str> = plot
            .labels
            .iter()
            .enumerate()
            .filter(|(at, _)| shown(*at) && series.value(*at).is_none())
            .map(|(_, label)| label.as_str())
            .collect();
        if absent.is_empty() {
            continue;
        }
        let note = format!("{}: {} ({})", series.name, plot.missing, absent.join(", "));
        for line in measure::wrap(&note, WIDTH, ROOMY, 3) {
            high += LINE;
            pen.text(0.0, y + high + 4.0, Anchor::Start, Ink::Missing, &line);
        }
    }
    if high > 0.0 { high + 4.0 } else { 0.0 }
}
