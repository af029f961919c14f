//! One section: what people wrote, then the figures.

use kit::words::Tongue;

use super::view::{View, told};
use super::{Part, boards, charts, groups, tables, targets};
use crate::year::catalogue::Unit;
use crate::year::sheet::{Paragraph, SheetFigure, SheetSection, Visibility};

/// Trend lines that are drawn for one section.
const TRENDS: usize = 2;
/// Lines of one of them.
const LINES: usize = 3;

pub fn section<'a>(view: &View<'a>, w: &Tongue, section: &'a SheetSection) -> Vec<Part> {
    let mut parts = vec![Part::heading(
        1,
        format!("{} {}", section.number, section.title.best(w.lang)),
        format!("section-{}", section.number),
    )];
    if let Some((text, lang)) = told(&section.lead, w.lang) {
        parts.push(Part::Text { text, lang });
    }
    for paragraph in view.paragraphs(section) {
        parts.extend(written(view, w, paragraph));
    }
    parts.extend(figures(view, w, section));
    if section.number == targets::SECTION {
        parts.extend(targets::all(view, w));
    }
    parts
}

/// A paragraph in the reader's language. One that is missing is shown as missing, with the text there is.
fn written(view: &View<'_>, w: &Tongue, paragraph: &Paragraph) -> Vec<Part> {
    let Some((text, lang)) = told(&paragraph.text, w.lang) else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    if lang != w.lang {
        parts.push(Part::Quiet(w.one(
            "open-other-language",
            "language",
            lang.autonym(),
        )));
    }
    if view.inside && paragraph.visibility == Visibility::Internal {
        parts.push(Part::Quiet(w.t("open-paragraph-inside")));
    }
    parts.push(Part::Text { text, lang });
    parts
}

fn figures<'a>(view: &View<'a>, w: &Tongue, section: &'a SheetSection) -> Vec<Part> {
    let all = view.figures(section);
    if all.is_empty() {
        return if section.figures.is_empty() {
            Vec::new()
        } else {
            vec![Part::Quiet(w.t("open-section-empty"))]
        };
    }
    let (alone, together) = groups::split(&all);
    let title = section.title.best(w.lang);
    let mut parts = vec![Part::heading(
        2,
        w.t("open-figures"),
        format!("figures-{}", section.number),
    )];
    let tables = tables::whole(view, w, title, &alone);
    parts.extend(tables.into_iter().map(Part::Table));
    parts.extend(trends(view, w, section, &alone));
    for group in &together {
        parts.extend(groups::group(view, w, group));
    }
    parts.extend(notes(view, w, &all));
    parts.extend(boards::section(view, w, section));
    parts
}

/// The first counts and the first shares, each kind in a chart of its own: they have different scales.
fn trends(
    view: &View<'_>,
    w: &Tongue,
    section: &SheetSection,
    figures: &[&SheetFigure],
) -> Vec<Part> {
    let of = |unit: Unit| -> Vec<&SheetFigure> {
        let all: Vec<&SheetFigure> = figures
            .iter()
            .copied()
            .filter(|figure| figure.def.unit == unit)
            .filter(|figure| {
                let years = view.years();
                let seen = years
                    .iter()
                    .filter(|y| view.value(figure, None, **y).is_some());
                seen.count() >= 2
            })
            .collect();
        match unit {
            Unit::Percent => all.into_iter().take(LINES).collect(),
            _ => charts::alike(view, all, LINES),
        }
    };
    let kinds = [
        (Unit::Count, "open-trend-counts", "counts"),
        (Unit::Percent, "open-trend-shares", "shares"),
    ];
    kinds
        .into_iter()
        .filter_map(|(unit, word, id)| {
            let title = w.one(word, "title", section.title.best(w.lang));
            let id = format!("chart-{}-{id}", section.number);
            charts::trend(view, w, &title, &of(unit), &id)
        })
        .take(TRENDS)
        .collect()
}

/// Inside, what was said when a figure was entered.
fn notes(view: &View<'_>, w: &Tongue, figures: &[&SheetFigure]) -> Option<Part> {
    if !view.inside {
        return None;
    }
    let year = view.sheet.year;
    let notes: Vec<String> = figures
        .iter()
        .filter_map(|figure| {
            let cell = view.cell(figure, None, year)?;
            let note = cell.note.as_ref().filter(|note| !note.is_empty())?;
            let (name, note) = (figure.def.name.best(w.lang), note.best(w.lang));
            Some(format!("{name}: {note}"))
        })
        .collect();
    (!notes.is_empty()).then_some(Part::List(notes))
}
