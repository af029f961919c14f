//! One page: the question, and below it the answer.

use std::collections::BTreeSet;

use askama::Template;
use detect::{Class, Finding, Policy, Strength};
use extract::{Content, Kind, Part, Text};
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use crate::base::findings::{self, Inspected, Inspection, Passage};
use crate::base::room::{Access, MenuItem, Route, Topic};
use crate::base::visit::{Answer, FormView, Page, Visit};
use crate::base::{App, Problem};

pub const ROUTES: &[Route] = &[
    Route::get("/check", Access::SignedIn, ask),
    Route::post("/check", Access::SignedIn, check),
];

pub const MENU: MenuItem = MenuItem {
    word: "checker-menu",
    topic: Topic::Mine,
    href: "/check",
    access: Access::SignedIn,
    place: 20,
};

/// More lines than this help nobody to see what it is about.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "modules/checker/pages/check.html")]
struct Check<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    largest: String,
    result: Option<Found>,
}

/// The answer, in words.
struct Found {
    /// Class of the style: good, warn or bad.
    look: &'static str,
    class: String,
    advice: String,
    persons: usize,
    lines: Vec<Line>,
    more: usize,
    unread: Vec<(String, String)>,
}

struct Line {
    what: String,
    passage: Passage,
    place: String,
    strength: String,
    why: Vec<String>,
    /// A test number, a denied word: shown, and counted for nothing.
    harmless: bool,
}

fn ask(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()), None)?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView, result: Option<Found>) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let page = Check {
        w,
        form,
        largest: w.bytes(app.config.limits.upload as u64),
        result,
    };
    Page::new(w.t("checker-title"), &page)
}

/// Answers on the same page. There is nothing to repeat and nothing to store, so there is no other address to go
/// to, and no token that would make it count once.
fn check(app: &App, visit: &Visit) -> Answer {
    let text = visit.form.raw("text");
    let upload = visit.upload("file");
    // What was left out was not looked at: no answer must sound as if it had been.
    if let Err(faults) = visit.whole() {
        let form = FormView::again(visit, faults);
        return draw(app, visit, &form, None)?.status(422).answer();
    }
    let mut faults = Faults::default();
    if text.trim().is_empty() && upload.is_none() {
        faults.add("text", "checker-nothing-given");
        let form = FormView::again(visit, faults);
        return draw(app, visit, &form, None)?.status(422).answer();
    }
    if let Some(upload) = upload
        && upload.bytes.len() > app.config.limits.upload
    {
        faults.add("file", "checker-file-large");
        let form = FormView::again(visit, faults);
        return draw(app, visit, &form, None)?.status(422).answer();
    }
    let mut parts = Vec::new();
    if !text.trim().is_empty() {
        parts.push(pasted(text));
    }
    if let Some(upload) = upload {
        parts.push(name(&upload.name));
        parts.extend((app.reader)(&upload.name, &upload.bytes));
    }
    let inspection = findings::inspect(parts, findings::detector(), &Policy::shipped());
    let found = found(&visit.tongue, &inspection);
    draw(app, visit, &FormView::again(visit, faults), Some(found))?.answer()
}

fn pasted(text: &str) -> Part {
    part(Kind::Text, text)
}

/// The name of a file stays readable when its contents are encrypted.
fn name(name: &str) -> Part {
    part(Kind::Names, name)
}

fn part(kind: Kind, text: &str) -> Part {
    Part {
        path: String::new(),
        kind,
        content: Content::Text(Text {
            text: text.to_owned(),
            ..Text::default()
        }),
    }
}

fn found(w: &Tongue, inspection: &Inspection) -> Found {
    let class = inspection.verdict.class;
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    let mut more = 0;
    for one in &inspection.parts {
        for finding in one.findings.iter().filter(|finding| tells(finding)) {
            // The same thing again, in another reading or beside itself, is one line.
            if !seen.insert((finding.kind, finding.value.as_str())) {
                continue;
            }
            if lines.len() < SHOWN {
                lines.push(line(w, one, finding));
            } else {
                more += 1;
            }
        }
    }
    let unread: Vec<(String, String)> = inspection
        .unread()
        .map(|(part, reason)| (part.path.clone(), w.t(findings::unread(reason))))
        .collect();
    // What could not be read is treated as sensitive: an empty answer about it would be a lie.
    let blind = class == Class::Open && !unread.is_empty();
    Found {
        look: match class {
            _ if blind => "warn",
            Class::Open => "good",
            Class::Internal => "warn",
            Class::Confidential | Class::Sensitive => "bad",
        },
        class: if blind {
            w.t("checker-blind")
        } else {
            w.t(findings::class(class))
        },
        advice: if blind {
            w.t("checker-blind-advice")
        } else {
            w.t(findings::advice(class))
        },
        persons: inspection.summary.persons,
        lines,
        more,
        unread,
    }
}

/// A weak contact detail is in every mail; it would bury the rest.
fn tells(finding: &Finding) -> bool {
    finding.strength > Strength::Weak || finding.is_person_number() || finding.category.is_matter()
}

fn line(w: &Tongue, one: &Inspected, finding: &Finding) -> Line {
    let text = one.part.text().unwrap_or_default();
    let spot = match &one.part.content {
        Content::Text(text) => findings::place(w, text.spot(finding.span.start)),
        Content::NotInspected(_) => String::new(),
    };
    let kind = w.t(findings::part_kind(one.part.kind));
    let place = if one.part.path.is_empty() {
        format!("{kind}, {spot}")
    } else {
        format!("{} · {kind}, {spot}", one.part.path)
    };
    Line {
        what: if finding.category.is_matter() {
            w.t(findings::category(finding.category))
        } else {
            w.t(findings::kind(finding.kind))
        },
        passage: findings::passage(text, &one.findings, finding),
        place,
        strength: w.t(findings::strength(finding.strength)),
        why: finding
            .reasons
            .iter()
            .map(|why| w.t(findings::reason(why)))
            .collect(),
        harmless: findings::is_shown_plain(finding),
    }
}
