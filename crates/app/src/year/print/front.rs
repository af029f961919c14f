//! What stands before and after the sections: approval, headline figures, data quality, errata, definitions.

use kit::words::Tongue;
use paper::{KeyFigure, Table};

use super::view::{self, House, Place, View, told};
use super::{Part, numbers};
use crate::year::catalogue::{Source, Unit};
use crate::year::rights::KEEPERS;
use crate::year::sheet::{Erratum, SheetFigure};

/// Headline figures in the order in which they are taken, five of those that are seen.
const HEADLINES: [&str; 10] = [
    "inc.known",
    "inc.notified_72h",
    "train.base_valid",
    "res.processings",
    "right.requests",
    "inc.reports",
    "dpia.done",
    "gov.roles_filled",
    "meas.verified",
    "env.employees",
];

/// Approval, headline figures and how to read what follows.
pub fn opening(view: &View<'_>, w: &Tongue, house: &House) -> Vec<Part> {
    let mut parts = vec![Part::heading(1, w.t("open-in-short"), "short")];
    parts.push(Part::Cards(headlines(view, w, 5)));
    parts.push(Part::heading(2, w.t("open-approval"), "approval"));
    parts.push(Part::Facts(facts(view, w, house)));
    parts.push(Part::heading(2, w.t("open-reading"), "reading"));
    let mut reading = vec![
        w.t("open-reading-missing"),
        w.t("open-reading-change"),
        w.t("open-reading-marks"),
        w.t("open-reading-boards"),
    ];
    if view.inside {
        reading[0] = w.t("open-reading-inside");
    }
    parts.push(Part::List(reading));
    parts
}

/// Cards of the first headline figures that are seen.
pub fn headlines(view: &View<'_>, w: &Tongue, most: usize) -> Vec<KeyFigure> {
    let year = view.sheet.year;
    HEADLINES
        .iter()
        .filter_map(|key| {
            let figure = view.sheet.figure(key)?;
            view.value(figure, None, year)?;
            let before = view.value(figure, None, year - 1);
            let note = before.map_or_else(String::new, |_| {
                let value = view.text(w, figure, None, year - 1);
                w.with(
                    "open-card-before",
                    &[
                        ("year", (year - 1).to_string().into()),
                        ("value", value.into()),
                    ],
                )
            });
            Some(KeyFigure {
                value: view.text(w, figure, None, year),
                label: figure.def.name.best(w.lang).to_owned(),
                note,
            })
        })
        .take(most)
        .collect()
}

fn facts(view: &View<'_>, w: &Tongue, house: &House) -> Vec<(String, String)> {
    let sheet = view.sheet;
    let bodies: Vec<String> = view
        .boards()
        .iter()
        .map(|board| board.name.best(w.lang).to_owned())
        .collect();
    let year = sheet.year.to_string();
    let mut facts = vec![
        (
            w.t("open-fact-period"),
            w.one("open-fact-period-value", "year", year),
        ),
        (w.t("open-fact-cutoff"), w.day(sheet.cutoff)),
        (w.t("open-fact-bodies"), w.list(&bodies)),
    ];
    // Who keeps the year and may close it (rights::KEEPERS), by duty: a sheet names no person.
    let duties = KEEPERS.iter().map(|role| w.t(role.word()));
    let duties: Vec<String> = duties.collect();
    facts.push((w.t("open-fact-prepared"), w.list(&duties)));
    if let Some(approval) = &sheet.approval {
        let told = w.with(
            "open-fact-approved-value",
            &[
                ("body", approval.body.best(w.lang).into()),
                ("day", w.day(approval.day).into()),
                ("paragraph", view::paragraph(approval).into()),
            ],
        );
        facts.push((w.t("open-fact-approved"), told));
    }
    if sheet.number > 0 {
        facts.push((w.t("open-fact-snapshot"), sheet.number.to_string()));
    }
    facts.push((w.t("open-fact-key"), house.fingerprint.clone()));
    facts
}

/// Errata, data quality, what is not published and why, definitions.
pub fn annexes(view: &View<'_>, w: &Tongue) -> Vec<Part> {
    let mut parts = vec![Part::heading(1, w.t("open-annexes"), "annexes")];
    parts.extend(errata(view, w));
    parts.extend(quality(view, w));
    parts.push(Part::heading(2, w.t("open-withheld"), "withheld"));
    parts.push(Part::said(w, w.t("open-withheld-why")));
    parts.push(Part::List(vec![
        w.t("open-withheld-few"),
        w.t("open-withheld-with-it"),
        w.t("open-withheld-internal"),
        w.t("open-withheld-alike"),
    ]));
    parts.extend(unpublished(view, w));
    parts.extend(definitions(view, w));
    parts
}

fn errata(view: &View<'_>, w: &Tongue) -> Vec<Part> {
    let mut parts = vec![Part::heading(2, w.t("open-errata"), "errata")];
    let own: Vec<_> = view.errata().collect();
    if own.is_empty() {
        parts.push(Part::said(w, w.t("open-errata-none")));
    } else {
        parts.push(Part::said(w, w.t("open-errata-lead")));
        parts.push(corrections(view, w, w.t("open-errata"), &own));
    }
    let before: Vec<_> = view.before().collect();
    if !before.is_empty() {
        parts.push(Part::said(w, w.t("open-errata-before-lead")));
        parts.push(corrections(view, w, w.t("open-errata-before"), &before));
    }
    parts
}

fn corrections(view: &View<'_>, w: &Tongue, caption: String, errata: &[(&Erratum, bool)]) -> Part {
    let head = [
        "open-head-day",
        "open-head-figure",
        "open-head-year",
        "open-head-old",
        "open-head-new",
        "open-head-reason",
        "open-head-approved",
    ];
    Part::Table(Table {
        caption,
        head: head.iter().map(|key| w.t(key)).collect(),
        rows: errata
            .iter()
            .map(|(one, open)| erratum(view, w, one, *open))
            .collect(),
        numeric: vec![false, false, true, true, true, false, false],
        row_heads: false,
        summary: String::new(),
    })
}

/// Outside, a correction of a cell that is not printed tells its day and year and nothing else: its name would tell
/// that it is withheld and not empty, and its reason may tell the value.
fn erratum(view: &View<'_>, w: &Tongue, one: &Erratum, open: bool) -> Vec<String> {
    let figure = view.sheet.figure(&one.key);
    let place = figure.map(|figure| view.place(figure, one.board, one.year));
    let (day, year) = (w.day_short(one.day), one.year.to_string());
    let Some(figure) = figure.filter(|_| open) else {
        let nothing = view.nothing(w);
        return vec![
            day,
            w.t("open-errata-hidden"),
            year,
            nothing.clone(),
            nothing.clone(),
            nothing.clone(),
            nothing,
        ];
    };
    let value = |value: Option<f64>| {
        let text = value.map_or_else(
            || view.nothing(w),
            |v| numbers::shown(w, figure.def.unit, v),
        );
        match place {
            Some(Place::Shown(_)) => text,
            _ => format!("[{text}]"),
        }
    };
    let board = one.board.and_then(|id| view.sheet.board(id));
    let name = name(w, figure);
    let name = match board {
        Some(board) => format!("{name}, {}", board.name.best(w.lang)),
        None => name,
    };
    vec![
        day,
        name,
        year,
        value(one.old),
        value(one.new),
        one.reason.best(w.lang).to_owned(),
        one.approved_by.clone(),
    ]
}

fn quality(view: &View<'_>, w: &Tongue) -> Vec<Part> {
    let year = view.sheet.year;
    let (mut counted, mut entered, mut empty) = (0u32, 0u32, 0u32);
    for figure in view.sheet.figures().filter(|figure| view.names(figure)) {
        match (
            view.value(figure, None, year),
            view.cell(figure, None, year),
        ) {
            (Some(_), Some(cell)) if cell.entered => entered += 1,
            (Some(_), Some(_)) => counted += 1,
            _ => empty += 1,
        }
    }
    let empty_word = if view.inside {
        "open-quality-empty-inside"
    } else {
        "open-quality-empty"
    };
    vec![
        Part::heading(2, w.t("open-quality"), "quality"),
        Part::said(w, w.t("open-quality-lead")),
        Part::Facts(vec![
            (w.t("open-quality-counted"), w.number(counted.into())),
            (w.t("open-quality-entered"), w.number(entered.into())),
            (w.t(empty_word), w.number(empty.into())),
        ]),
    ]
}

/// Figures without a value of the whole this year, by name. Outside, nobody learns which of them are withheld.
fn unpublished(view: &View<'_>, w: &Tongue) -> Vec<Part> {
    let year = view.sheet.year;
    let missing =
        |figure: &&SheetFigure| view.names(figure) && view.value(figure, None, year).is_none();
    let mut parts = Vec::new();
    for section in view.sections() {
        let names: Vec<String> = section
            .figures
            .iter()
            .filter(missing)
            .map(|figure| figure.def.name.best(w.lang).to_owned())
            .collect();
        if !names.is_empty() {
            let row = (section.title.best(w.lang).to_owned(), names.join(" · "));
            parts.push(row);
        }
    }
    if parts.is_empty() {
        return Vec::new();
    }
    let word = if view.inside {
        "open-unavailable"
    } else {
        "open-unpublished"
    };
    vec![
        Part::Fold {
            text: w.t(word),
            anchor: "unpublished".into(),
        },
        Part::Facts(parts),
        Part::EndFold,
    ]
}

/// What each figure of the sheet counts.
fn definitions(view: &View<'_>, w: &Tongue) -> Vec<Part> {
    let mut parts = vec![Part::Fold {
        text: w.t("open-definitions"),
        anchor: "definitions".into(),
    }];
    for section in view.sections() {
        let figures = view.figures(section);
        if figures.is_empty() {
            continue;
        }
        let title = section.title.best(w.lang);
        parts.push(Part::Table(Table {
            caption: w.one("open-caption-definitions", "title", title),
            head: [
                "open-head-figure",
                "open-head-definition",
                "open-head-source",
            ]
            .iter()
            .map(|key| w.t(key))
            .collect(),
            rows: figures
                .iter()
                .map(|figure| definition(view, w, figure))
                .collect(),
            numeric: Vec::new(),
            row_heads: true,
            summary: String::new(),
        }));
    }
    parts.push(Part::EndFold);
    parts
}

fn definition(view: &View<'_>, w: &Tongue, figure: &SheetFigure) -> Vec<String> {
    let def = &figure.def;
    let entered = figure
        .cells
        .iter()
        .any(|cell| cell.entered && cell.year == view.sheet.year);
    let source = if entered { Source::Entered } else { def.source };
    let text = told(&def.definition, w.lang).map_or_else(String::new, |(text, _)| text);
    vec![name(w, figure), text, w.t(source.word())]
}

/// A figure's name, with its unit where the numbers alone do not tell it.
pub fn name(w: &Tongue, figure: &SheetFigure) -> String {
    let name = figure.def.name.best(w.lang);
    match figure.def.unit {
        Unit::Hours | Unit::Days | Unit::Minutes => {
            let unit = w.t(figure.def.unit.word());
            w.with(
                "open-name-unit",
                &[("name", name.into()), ("unit", unit.into())],
            )
        }
        _ => name.to_owned(),
    }
}
