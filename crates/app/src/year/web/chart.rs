//! Small charts of a figure over the years or over the boards, each with its table.

use kit::words::Tongue;
use paper::chart::{Chart, Plot, Series, Tick, steps, svg};

use super::super::catalogue::Unit;
use super::super::rights::Reader;
use super::super::sheet::{Sheet, SheetFigure};
use crate::base::organisation::ControllerId;

/// A drawing and the numbers behind it.
pub struct Drawn {
    pub svg: String,
    pub caption: String,
    /// Label and value in words; empty is not available.
    pub rows: Vec<(String, String)>,
}

/// Figures worth drawing on a section's page, at most.
pub const MOST: usize = 3;

/// A line over the years, when at least three of them are known: two points say less than their numbers.
pub fn years(
    w: &Tongue,
    sheet: &Sheet,
    figure: &SheetFigure,
    board: Option<ControllerId>,
) -> Option<Drawn> {
    let def = &figure.def;
    let mut years = sheet.years.clone();
    years.sort_unstable();
    let values: Vec<Option<f64>> = years
        .iter()
        .map(|year| figure.value(board, *year))
        .collect();
    if def.unit == Unit::Date || values.iter().flatten().count() < 3 {
        return None;
    }
    let labels = years.iter().map(ToString::to_string).collect();
    let id = format!("years-{}", def.key.replace('.', "-"));
    Some(drawn(w, figure, &id, labels, values, Chart::Lines))
}

/// Bars per board and company for the sheet's year, of those the reader may see.
pub fn boards(w: &Tongue, sheet: &Sheet, figure: &SheetFigure, reader: &Reader) -> Option<Drawn> {
    let def = &figure.def;
    let seen: Vec<_> = sheet
        .boards
        .iter()
        .filter(|board| reader.sees(Some(board.id)))
        .collect();
    let values: Vec<Option<f64>> = seen
        .iter()
        .map(|board| figure.value(Some(board.id), sheet.year))
        .collect();
    if !def.boards || def.unit == Unit::Date || values.iter().flatten().count() < 2 {
        return None;
    }
    let labels = seen
        .iter()
        .map(|board| board.name.best(w.lang).to_owned())
        .collect();
    let id = format!("boards-{}", def.key.replace('.', "-"));
    Some(drawn(w, figure, &id, labels, values, Chart::Bars))
}

fn drawn(
    w: &Tongue,
    figure: &SheetFigure,
    id: &str,
    labels: Vec<String>,
    values: Vec<Option<f64>>,
    kind: fn(Plot) -> Chart,
) -> Drawn {
    let def = &figure.def;
    let name = def.name.best(w.lang).to_owned();
    let words =
        |value: &Option<f64>| value.map_or_else(String::new, |value| def.unit.show(w, value));
    let rows: Vec<(String, String)> = labels
        .iter()
        .cloned()
        .zip(values.iter().map(words))
        .collect();
    let plot = |ticks| {
        kind(Plot {
            labels: labels.clone(),
            series: vec![Series {
                name: name.clone(),
                values: values.clone(),
                shown: values.iter().map(words).collect(),
            }],
            ticks,
            unit: w.t(def.unit.word()),
            missing: w.t("year-not-available"),
        })
    };
    let ticks = steps(&plot(Vec::new())).into_iter().map(|value| Tick {
        value,
        label: def.unit.show(w, value),
    });
    let chart = plot(ticks.collect());
    let desc = w.one("year-chart-table", "name", &name);
    Drawn {
        svg: svg(&chart, id, &name, &desc),
        caption: name,
        rows,
    }
}
