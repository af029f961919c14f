//! What is said about one file: JSON with one object per line, or text.

use std::fmt::Write;

use detect::{Finding, Strength};
use extract::{Content, Spot};
use kit::words::Tongue;
use serde_json::json;

use crate::base::findings::{self, Inspected, Inspection};

/// The lines of one file.
#[derive(Default)]
pub(super) struct Said {
    pub text: String,
    pub findings: usize,
    pub unread: usize,
}

/// Findings to show, each with its place: sure enough, and once. What a second reading of the same bytes finds again
/// is not told again.
fn shown(inspection: &Inspection, least: Strength) -> Vec<(&Inspected, &Finding, Spot)> {
    let mut first = std::collections::BTreeSet::new();
    for one in inspection.parts.iter().filter(|one| !is_second(one)) {
        first.extend(one.findings.iter().map(|f| (f.kind, f.value.as_str())));
    }
    let mut shown = Vec::new();
    for one in &inspection.parts {
        let Content::Text(text) = &one.part.content else {
            continue;
        };
        let mut places = text.places();
        for finding in one.findings.iter().filter(|f| f.strength >= least) {
            if !text.second || !first.contains(&(finding.kind, finding.value.as_str())) {
                shown.push((one, finding, places.spot(finding.span.start)));
            }
        }
    }
    shown
}

fn is_second(one: &Inspected) -> bool {
    matches!(&one.part.content, Content::Text(text) if text.second)
}

fn masked(one: &Inspected, finding: &Finding) -> String {
    let text = one.part.text().unwrap_or_default();
    findings::masked(
        finding.kind,
        text.get(finding.span.clone()).unwrap_or_default(),
    )
}

/// One object per finding and per part that was not inspected.
pub(super) fn json(path: &str, inspection: &Inspection, least: Strength) -> Said {
    let mut said = Said::default();
    for (one, finding, spot) in shown(inspection, least) {
        said.findings += 1;
        let why: Vec<&str> = finding.reasons.iter().map(detect::Reason::name).collect();
        let line = json!({
            "path": path,
            "part": one.part.path,
            "part_kind": one.part.kind.code(),
            "kind": finding.kind.name(),
            "category": finding.category.name(),
            "country": finding.country.map(detect::Country::name),
            "series": finding.series.name(),
            "span": [finding.span.start, finding.span.end],
            "place": place(spot),
            "strength": finding.strength.name(),
            "why": why,
            "masked": masked(one, finding),
        });
        let _ = writeln!(said.text, "{line}");
    }
    for (part, reason) in inspection.unread() {
        said.unread += 1;
        let line = json!({ "path": path, "part": part.path, "not_inspected": reason.code() });
        let _ = writeln!(said.text, "{line}");
    }
    said
}

/// A place for programs.
fn place(spot: Spot) -> serde_json::Value {
    match spot {
        Spot::Line(line) => json!({ "line": line }),
        Spot::Page(page) => json!({ "page": page }),
        Spot::Slide(slide) => json!({ "slide": slide }),
        Spot::Cell { row, column } => json!({ "cell": Spot::cell_name(row, column) }),
    }
}

/// Nothing for a file where nothing is.
pub(super) fn text(w: &Tongue, path: &str, inspection: &Inspection, least: Strength) -> Said {
    let mut said = Said::default();
    let found = shown(inspection, least);
    said.findings = found.len();
    said.unread = inspection.unread().count();
    if said.findings == 0 && said.unread == 0 {
        return said;
    }
    let class = w.t(findings::class(inspection.verdict.class));
    let _ = if said.findings == 0 {
        writeln!(said.text, "{}", plain(path))
    } else {
        writeln!(said.text, "{}: {class}", plain(path))
    };
    for (one, finding, spot) in found {
        let why: Vec<String> = finding
            .reasons
            .iter()
            .map(|why| w.t(findings::reason(why)))
            .collect();
        let _ = writeln!(
            said.text,
            "  {} · {} · {}: {} ({}) {}",
            plain(&one.part.path),
            w.t(findings::part_kind(one.part.kind)),
            findings::place(w, spot),
            what(w, one, finding),
            w.t(findings::strength(finding.strength)),
            why.join(" "),
        );
    }
    for (part, reason) in inspection.unread() {
        let why = w.t(findings::unread(reason));
        let args = [("part", plain(&part.path).into()), ("why", why.into())];
        let _ = writeln!(said.text, "  {}", w.with("cli-scan-not-read", &args));
    }
    said
}

fn what(w: &Tongue, one: &Inspected, finding: &Finding) -> String {
    let masked = plain(&masked(one, finding));
    if finding.category.is_matter() {
        format!("{} «{masked}»", w.t(findings::category(finding.category)))
    } else {
        format!("{} {masked}", w.t(findings::kind(finding.kind)))
    }
}

/// Names of files may hold anything; a terminal obeys control characters.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
