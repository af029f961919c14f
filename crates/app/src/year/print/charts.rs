//! Charts, each with a table behind it and its main numbers in words. A value that is not seen is a gap.

use kit::words::Tongue;
use paper::{Chart, Figure, Plot, Series, Table, Tick, chart};

use super::view::View;
use super::{Part, front, numbers, tables};
use crate::year::catalogue::{self, Relation, Unit};
use crate::year::sheet::SheetFigure;

/// Series that can be told apart in one chart.
const SERIES: usize = 6;

/// Of figures further apart than this the smaller lies flat on the axis.
const APART: f64 = 20.0;

/// What every chart of a sheet needs.
struct Easel<'a> {
    view: &'a View<'a>,
    w: &'a Tongue,
    unit: Unit,
    caption: &'a str,
    id: &'a str,
}

/// Figures of the whole over the years; `None` when fewer than two years are seen.
pub fn trend(
    view: &View<'_>,
    w: &Tongue,
    title: &str,
    figures: &[&SheetFigure],
    id: &str,
) -> Option<Part> {
    let series: Vec<Series> = figures
        .iter()
        .take(SERIES)
        .map(|figure| over_years(view, w, figure))
        .filter(|series| known(series) >= 2)
        .collect();
    let easel = Easel {
        view,
        w,
        unit: figures.first()?.def.unit,
        caption: title,
        id,
    };
    let labels = view.years().iter().map(i32::to_string).collect();
    drawable(&series).then(|| easel.draw(Chart::Lines, labels, series))
}

/// The parts of a group: stacked over the years where they add up, else this year's as bars.
pub fn parts_of(
    view: &View<'_>,
    w: &Tongue,
    title: &str,
    figures: &[&SheetFigure],
    key: &str,
) -> Option<Part> {
    let unit = figures.first()?.def.unit;
    let id = format!("chart-{}", key.replace('.', "-"));
    let easel = Easel {
        view,
        w,
        unit,
        caption: title,
        id: &id,
    };
    let same: Vec<&SheetFigure> = figures
        .iter()
        .copied()
        .filter(|figure| figure.def.unit == unit)
        .collect();
    if let Some(stack) = stacked(&easel, &same) {
        return Some(stack);
    }
    let year = view.sheet.year;
    let labels = same.iter().map(|figure| front::name(w, figure)).collect();
    let values = same.iter().map(|figure| view.value(figure, None, year));
    bars(&easel, labels, values.collect())
}

/// Only parts that add up to a total by the catalogue are stacked, and only without a gap, which would look
/// like a smaller whole.
fn stacked(easel: &Easel<'_>, figures: &[&SheetFigure]) -> Option<Part> {
    let keys: Vec<&String> = figures.iter().map(|figure| &figure.def.key).collect();
    let all = |parts: &[String]| parts.iter().all(|part| keys.contains(&part));
    let declared = catalogue::relations().iter();
    let parts = declared.filter_map(|relation| match relation {
        Relation::Sum { parts, .. } if all(parts) => Some(parts),
        _ => None,
    });
    let parts = parts.into_iter().next()?;
    let years = easel.view.years();
    let series: Vec<Series> = figures
        .iter()
        .filter(|figure| parts.contains(&figure.def.key))
        .map(|figure| over_years(easel.view, easel.w, figure))
        .collect();
    let gapless = series.iter().all(|one| known(one) == years.len());
    if !drawable(&series)
        || !gapless
        || years.len() < 2
        || series.len() != parts.len()
        || series.len() > SERIES
    {
        return None;
    }
    let labels = years.iter().map(i32::to_string).collect();
    Some(easel.draw(Chart::Stacked, labels, series))
}

/// One figure per board in the sheet's year.
pub fn boards(view: &View<'_>, w: &Tongue, figure: &SheetFigure) -> Option<Part> {
    let year = view.sheet.year;
    let name = front::name(w, figure);
    let id = format!("chart-boards-{}", figure.def.key.replace('.', "-"));
    let easel = Easel {
        view,
        w,
        unit: figure.def.unit,
        caption: &name,
        id: &id,
    };
    let boards = || view.boards().iter();
    let labels = boards().map(|board| board.name.best(w.lang).to_owned());
    let values = boards().map(|board| view.value(figure, Some(board.id), year));
    bars(&easel, labels.collect(), values.collect())
}

fn bars(easel: &Easel<'_>, labels: Vec<String>, values: Vec<Option<f64>>) -> Option<Part> {
    let year = easel.view.sheet.year.to_string();
    let series = series(easel.w, year.clone(), values, easel.unit);
    if known(&series) < 2 || !drawable(std::slice::from_ref(&series)) {
        return None;
    }
    let caption = easel.w.with(
        "open-caption-year",
        &[("title", easel.caption.into()), ("year", year.into())],
    );
    let dated = Easel {
        caption: &caption,
        ..*easel
    };
    Some(dated.draw(Chart::Bars, labels, vec![series]))
}

fn over_years(view: &View<'_>, w: &Tongue, figure: &SheetFigure) -> Series {
    let values = view.years().iter();
    let values = values.map(|year| view.value(figure, None, *year)).collect();
    let name = front::name(w, figure);
    series(w, name, values, figure.def.unit)
}

fn series(w: &Tongue, name: String, values: Vec<Option<f64>>, unit: Unit) -> Series {
    let shown = values
        .iter()
        .map(|value| value.map_or_else(String::new, |value| numbers::shown(w, unit, value)))
        .collect();
    Series {
        name,
        values,
        shown,
    }
}

fn known(series: &Series) -> usize {
    series.values.iter().flatten().count()
}

/// Nothing but zeros is told by the table; a picture of it is an empty frame.
fn drawable(series: &[Series]) -> bool {
    let mut values = series.iter().flat_map(|one| one.values.iter().flatten());
    values.any(|value| *value != 0.0)
}

/// The first figures that can be read off one axis, the first of them always.
pub fn alike<'a>(
    view: &View<'_>,
    figures: Vec<&'a SheetFigure>,
    most: usize,
) -> Vec<&'a SheetFigure> {
    let (mut low, mut high) = (f64::MAX, 0.0);
    let mut kept = Vec::new();
    for figure in figures {
        let values = view.years().iter();
        let values = values.filter_map(|year| view.value(figure, None, *year));
        let top = values.fold(0.0, f64::max);
        let (least, greatest) = (top.min(low), top.max(high));
        if top > 0.0 && kept.len() < most && greatest <= least * APART {
            (low, high) = (least, greatest);
            kept.push(figure);
        }
    }
    kept
}

impl Easel<'_> {
    fn draw(&self, kind: fn(Plot) -> Chart, labels: Vec<String>, series: Vec<Series>) -> Part {
        let (w, caption) = (self.w, self.caption);
        let missing = if self.view.inside {
            w.t("open-missing-inside")
        } else {
            w.t("open-not-published")
        };
        let alt = in_words(w, caption, &labels, &series, &missing);
        let table = behind(w, caption, &labels, &series, &missing);
        let mut plot = Plot {
            labels,
            series,
            ticks: Vec::new(),
            unit: String::new(),
            missing,
        };
        plot.ticks = chart::steps(&kind(plot.clone()))
            .into_iter()
            .map(|value| Tick {
                value,
                label: mark(w, self.unit, value),
            })
            .collect();
        Part::Chart {
            figure: Figure {
                chart: kind(plot),
                caption: caption.to_owned(),
                alt,
            },
            table,
            id: self.id.to_owned(),
        }
    }
}

/// A mark on the axis: no decimals where the value has none.
fn mark(w: &Tongue, unit: Unit, value: f64) -> String {
    let digits = u8::from(value.fract() != 0.0);
    if unit == Unit::Percent {
        w.percent(value, digits)
    } else {
        w.decimal(value, digits)
    }
}

/// The chart for those who cannot see it: all its numbers, in the order in which they are drawn.
fn in_words(
    w: &Tongue,
    caption: &str,
    labels: &[String],
    series: &[Series],
    missing: &str,
) -> String {
    let told = series.iter().map(|one| {
        let values: Vec<String> = labels
            .iter()
            .zip(&one.shown)
            .map(|(label, shown)| {
                let value = if shown.is_empty() { missing } else { shown };
                format!("{label}: {value}")
            })
            .collect();
        format!("{}: {}.", one.name, values.join("; "))
    });
    let told: Vec<String> = told.collect();
    w.with(
        "open-chart-alt",
        &[
            ("caption", caption.into()),
            ("values", told.join(" ").into()),
        ],
    )
}

/// The table behind the chart: a row per label.
fn behind(w: &Tongue, caption: &str, labels: &[String], series: &[Series], missing: &str) -> Table {
    let mut head = vec![w.t("open-head-what")];
    head.extend(series.iter().map(|one| one.name.clone()));
    let row = |(at, label): (usize, &String)| {
        let cells = series.iter().map(|one| {
            let shown = one.shown.get(at).map_or("", String::as_str);
            if shown.is_empty() { missing } else { shown }.to_owned()
        });
        std::iter::once(label.clone()).chain(cells).collect()
    };
    Table {
        caption: caption.to_owned(),
        numeric: tables::numeric(head.len()),
        head,
        rows: labels.iter().enumerate().map(row).collect(),
        row_heads: true,
        summary: String::new(),
    }
}
