//! Small charts as SVG: bars, stacked bars and lines.
//!
//! One drawing serves the web page and the PDF. It carries no style attribute
//! and no style element, because a strict content security policy refuses them;
//! colours are presentation attributes that a style sheet may override by class:
//! `c-text`, `c-axis`, `c-grid`, `c-missing`, `c-hatch` (lines drawn over a
//! filled area), `c-on` (text on a filled area) and `c-s1` to `c-s6` (series).
//! Each needs only the property `color`; everything is painted with `currentColor`.
//!
//! Series differ by colour and also by pattern (areas) or marker and dash (lines).
//! A value that is not available is a gap with words, never a zero.

mod lines;
mod margin;
mod pen;
mod rows;

use serde::{Deserialize, Serialize};

use pen::Pen;

/// Width of every chart in its own units; the height follows from the content.
pub const WIDTH: f64 = 640.0;

/// Colours of the series on white; each carries white text (contrast over 4.5).
pub(crate) const PALETTE: [&str; 6] = [
    "#14507a", "#a8430d", "#2b7047", "#76399a", "#7d5a00", "#55606b",
];
pub(crate) const TEXT: &str = "#1b1f24";
pub(crate) const AXIS: &str = "#565b61";
pub(crate) const GRID: &str = "#d5d9de";
pub(crate) const MISSING: &str = "#565b61";

/// What to draw.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chart {
    /// Lying bars, one group for each label. For comparing things with long names.
    Bars(Plot),
    /// Lying bars of parts that make a whole.
    Stacked(Plot),
    /// Points over time, joined where both ends are known.
    Lines(Plot),
}

/// Numbers and their words, in the reader's language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Plot {
    /// Names of the categories or moments, in order.
    pub labels: Vec<String>,
    /// The series, in order.
    pub series: Vec<Series>,
    /// Marks on the value axis; may be empty. [`steps`] proposes values.
    pub ticks: Vec<Tick>,
    /// Unit of the values, shown at the axis; may be empty.
    pub unit: String,
    /// What stands where a value is not available, for instance "not available".
    pub missing: String,
}

/// One row of numbers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Series {
    /// Name in the legend.
    pub name: String,
    /// One value for each label; `None` is not available.
    pub values: Vec<Option<f64>>,
    /// The same values as shown to the reader; may be shorter or empty.
    pub shown: Vec<String>,
}

/// A mark on the value axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// Where it stands.
    pub value: f64,
    /// How it reads.
    pub label: String,
}

/// The chart as an SVG element to be placed in a page.
///
/// `id` must be unique in the page; characters other than letters, digits, `-`
/// and `_` are dropped. `title` and `desc` are what a screen reader speaks.
/// All texts are escaped.
#[must_use]
pub fn svg(chart: &Chart, id: &str, title: &str, desc: &str) -> String {
    draw(chart, id, title, desc).svg
}

/// Round values for the axis from the lowest to the highest value, zero
/// included, at most seven of them, for the caller to put into words.
#[must_use]
pub fn steps(chart: &Chart) -> Vec<f64> {
    let (low, high) = chart.span();
    let reach = high - low;
    if reach <= 0.0 {
        return vec![0.0, 1.0];
    }
    let rough = reach / 5.0;
    let power = 10_f64.powf(rough.log10().floor());
    // Where all values are whole, so are the marks: nobody counts two and a half cases.
    let values = chart.plot().series.iter().flat_map(|one| &one.values);
    let whole = values.flatten().all(|value| value.fract() == 0.0);
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .filter(|step| !whole || step.fract() == 0.0)
        .find(|step| *step >= rough * 0.999)
        .unwrap_or(if whole { rough.ceil() } else { rough });
    let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
    (first..=last).map(|n| n as f64 * step).collect()
}

/// A finished drawing and how high it is at [`WIDTH`].
pub(crate) struct Picture {
    pub(crate) svg: String,
    pub(crate) height: f64,
}

pub(crate) fn draw(chart: &Chart, id: &str, title: &str, desc: &str) -> Picture {
    let id: String = id
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    let mut pen = Pen::new(&id);
    let height = match chart {
        Chart::Bars(plot) => rows::draw(&mut pen, plot, false, chart.span()),
        Chart::Stacked(plot) => rows::draw(&mut pen, plot, true, chart.span()),
        Chart::Lines(plot) => lines::draw(&mut pen, plot, chart.span()),
    };
    Picture {
        svg: pen.finish(height, title, desc),
        height,
    }
}

impl Chart {
    fn plot(&self) -> &Plot {
        match self {
            Self::Bars(plot) | Self::Stacked(plot) | Self::Lines(plot) => plot,
        }
    }

    /// The same chart with every text passed through `change`.
    pub(crate) fn with_texts(&self, change: &dyn Fn(&str) -> String) -> Self {
        let all = |texts: &[String]| texts.iter().map(|text| change(text)).collect();
        let plot = self.plot();
        let plot = Plot {
            labels: all(&plot.labels),
            series: plot
                .series
                .iter()
                .map(|s| Series {
                    name: change(&s.name),
                    values: s.values.clone(),
                    shown: all(&s.shown),
                })
                .collect(),
            ticks: plot
                .ticks
                .iter()
                .map(|tick| Tick {
                    value: tick.value,
                    label: change(&tick.label),
                })
                .collect(),
            unit: change(&plot.unit),
            missing: change(&plot.missing),
        };
        match self {
            Self::Bars(_) => Self::Bars(plot),
            Self::Stacked(_) => Self::Stacked(plot),
            Self::Lines(_) => Self::Lines(plot),
        }
    }

    /// Lowest and highest value to be shown; zero is always inside.
    fn span(&self) -> (f64, f64) {
        let plot = self.plot();
        let mut ends = (0.0_f64, 0.0_f64);
        let mut widen = |value: f64| ends = (ends.0.min(value), ends.1.max(value));
        plot.ticks
            .iter()
            .filter_map(|tick| sound(tick.value))
            .for_each(&mut widen);
        if matches!(self, Self::Stacked(_)) {
            for at in 0..plot.labels.len() {
                let known = plot.series.iter().filter_map(|s| s.value(at));
                let (below, above): (Vec<f64>, Vec<f64>) = known.partition(|v| *v < 0.0);
                widen(below.iter().sum());
                widen(above.iter().sum());
            }
        } else {
            let known = |s: &Series| {
                (0..plot.labels.len())
                    .filter_map(|at| s.value(at))
                    .collect()
            };
            let values: Vec<f64> = plot
                .series
                .iter()
                .flat_map(|s| -> Vec<f64> { known(s) })
                .collect();
            values.into_iter().for_each(&mut widen);
        }
        ends
    }
}

impl Series {
    /// The value at a label; not a number counts as not available.
    fn value(&self, at: usize) -> Option<f64> {
        self.values.get(at).copied().flatten().and_then(sound)
    }

    fn shown(&self, at: usize) -> &str {
        self.shown.get(at).map_or("", String::as_str)
    }
}

/// Finite, and small enough that sums stay finite too.
fn sound(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.clamp(-1e15, 1e15))
}

/// A straight line from values to places.
#[derive(Clone, Copy)]
struct Scale {
    low: f64,
    reach: f64,
    start: f64,
    length: f64,
}

impl Scale {
    fn new((low, high): (f64, f64), start: f64, end: f64) -> Self {
        let reach = if high > low { high - low } else { 1.0 };
        Self {
            low,
            reach,
            start,
            length: end - start,
        }
    }

    fn at(&self, value: f64) -> f64 {
        self.start + (value - self.low) / self.reach * self.length
    }
}

#[cfg(test)]
mod tests;
