//! The public summary: two pages for those who will not read forty.

use kit::words::Tongue;

use super::view::{self, House, View, told};
use super::{Part, charts, front, targets};
use crate::year::sheet::SheetFigure;

/// Trend lines of the summary.
const TREND: [&str; 3] = ["inc.reports", "inc.known", "inc.notified"];

/// Longest text of a person in the summary, in characters, so that two pages suffice.
const LONGEST: usize = 700;

pub fn summary(view: &View<'_>, w: &Tongue, house: &House) -> Vec<Part> {
    let year = view.sheet.year;
    let mut parts = vec![Part::heading(1, w.t("open-in-short"), "short")];
    parts.extend(words(view, w));
    parts.push(Part::Cards(front::headlines(view, w, 6)));
    parts.push(Part::Quiet(w.t("open-reading-marks")));
    let figures: Vec<&SheetFigure> = TREND
        .iter()
        .filter_map(|key| view.sheet.figure(key))
        .collect();
    let title = w.t("open-summary-trend");
    parts.extend(charts::trend(view, w, &title, &figures, "chart-summary"));
    let next: Vec<String> = targets::of(view, year + 1)
        .iter()
        .take(5)
        .map(|target| target.text.best(w.lang).to_owned())
        .collect();
    if !next.is_empty() {
        parts.push(Part::heading(2, w.t("open-targets-next"), "targets-next"));
        parts.push(Part::List(next));
    }
    parts.push(Part::heading(2, w.t("open-approval"), "approval"));
    parts.push(Part::Facts(facts(view, w, house)));
    parts.push(Part::Quiet(w.t("open-withheld-why")));
    parts
}

/// The first public text of section 0, cut at the end of a sentence.
fn words(view: &View<'_>, w: &Tongue) -> Option<Part> {
    let first = view.sections().find(|section| section.number == 0)?;
    let (text, lang) = view
        .paragraphs(first)
        .find_map(|paragraph| told(&paragraph.text, w.lang))?;
    Some(Part::Text {
        text: shortened(&text, LONGEST),
        lang,
    })
}

/// Whole sentences of at most so many characters; at least the first, whatever its length.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let ends = text.match_indices(". ").map(|(at, _)| at + 1);
    let mut best = None;
    for end in ends {
        if best.is_some() && text[..end].chars().count() > most {
            break;
        }
        best = Some(end);
    }
    best.map_or(text, |end| &text[..end]).to_owned()
}

fn facts(view: &View<'_>, w: &Tongue, house: &House) -> Vec<(String, String)> {
    let mut facts = vec![(
        w.t("open-fact-whole"),
        format!("{}/open/{}", house.address, view.sheet.year),
    )];
    if let Some(approval) = &view.sheet.approval {
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
    facts.push((w.t("open-fact-key"), house.fingerprint.clone()));
    facts
}
