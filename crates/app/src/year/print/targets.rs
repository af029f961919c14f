//! Development targets: what was promised for the year and what is promised for the next.

use kit::words::Tongue;
use paper::Table;

use super::Part;
use super::view::View;
use crate::year::sheet::SheetTarget;

/// The section in which targets stand.
pub const SECTION: u8 = 15;

pub fn all(view: &View<'_>, w: &Tongue) -> Vec<Part> {
    let year = view.sheet.year;
    let mut parts = Vec::new();
    let past: Vec<&SheetTarget> = of(view, year);
    if !past.is_empty() {
        parts.push(Part::heading(2, w.t("open-targets-past"), "targets-past"));
        parts.push(Part::Table(outcome(w, year, &past)));
    }
    let next = of(view, year + 1);
    if !next.is_empty() {
        parts.push(Part::heading(2, w.t("open-targets-next"), "targets-next"));
        parts.push(Part::Table(plans(w, year + 1, &next)));
    }
    parts
}

/// Targets set for a year.
pub fn of<'a>(view: &View<'a>, year: i32) -> Vec<&'a SheetTarget> {
    let all = view.sheet.targets.iter();
    all.filter(|target| target.year == year).collect()
}

fn outcome(w: &Tongue, year: i32, targets: &[&SheetTarget]) -> Table {
    let row = |target: &&SheetTarget| {
        vec![
            target.text.best(w.lang).to_owned(),
            w.t(target.status.word()),
            target
                .reason
                .as_ref()
                .map_or_else(String::new, |reason| reason.best(w.lang).to_owned()),
        ]
    };
    let head = ["open-head-target", "open-head-status", "open-head-reason"];
    table(
        w,
        "open-caption-targets",
        year,
        head,
        targets.iter().map(row).collect(),
    )
}

fn plans(w: &Tongue, year: i32, targets: &[&SheetTarget]) -> Table {
    let row = |target: &&SheetTarget| {
        vec![
            target.text.best(w.lang).to_owned(),
            target.owner.clone(),
            target.due.map_or_else(String::new, |day| w.day_short(day)),
        ]
    };
    let head = ["open-head-target", "open-head-owner", "open-head-due"];
    table(
        w,
        "open-caption-targets",
        year,
        head,
        targets.iter().map(row).collect(),
    )
}

fn table(w: &Tongue, caption: &str, year: i32, head: [&str; 3], rows: Vec<Vec<String>>) -> Table {
    Table {
        caption: w.one(caption, "year", year.to_string()),
        head: head.iter().map(|key| w.t(key)).collect(),
        rows,
        numeric: Vec::new(),
        row_heads: true,
        summary: String::new(),
    }
}
