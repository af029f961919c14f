//! ENISA's method as a short guided page: answers, the score line by line, then what a person makes of it.

use askama::Template;
use kit::form::{Faults, Fields};
use kit::words::Tongue;

use super::super::super::model::Band;
use super::super::super::store::CaseRow;
use super::super::super::web::case::{name_of, visible};
use super::super::super::web::{Options, options};
use super::super::actions;
use super::super::model::{
    Circumstance, DataType, Ease, Judged, Risk, Scoring, choice_word, level_word,
};
use super::super::store;
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, Role, once};

/// A question with its choices.
struct Question {
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    options: Options,
}

/// A line of the sum.
struct Line {
    label: String,
    why: String,
    number: String,
}

/// A result in words.
struct Outcome {
    lines: Vec<Line>,
    total: String,
    severity: &'static str,
    meaning: &'static str,
    advice: &'static str,
    flags: Vec<&'static str>,
}

/// A score that was kept.
struct Kept {
    at: String,
    by: String,
    total: String,
    severity: &'static str,
    risk: &'static str,
    reason: String,
}

#[derive(Template)]
#[template(path = "modules/incidents/law/pages/severity.html")]
struct Severity<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    data: Vec<Question>,
    eases: Options,
    circumstances: Vec<Question>,
    result: Option<Outcome>,
    risks: Options,
    kept: Vec<Kept>,
    editor: bool,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let asked = visit.query.has("count");
    let (fields, faults) = if asked {
        let faults = Scoring::typed(&visit.query).err().unwrap_or_default();
        (visit.query.clone(), faults)
    } else {
        (starting(app, visit)?, Faults::default())
    };
    let mut form = FormView::fresh(fields);
    form.faults = faults;
    draw(app, visit, &form)?.answer()
}

/// What the last score said, else what the assessment tells.
fn starting(app: &App, visit: &Visit) -> Result<Fields, Problem> {
    app.read(|conn| {
        let case = visible(conn, visit)?;
        let mut fields = Fields::default();
        let last = store::scores(conn, case.id)?.into_iter().next();
        match (last, &case.standing.assessment) {
            (Some(row), _) => row.judged.scoring.fill(&mut fields),
            (None, Some(judged)) => {
                if judged.origin.deliberate() {
                    fields.set("deliberate", "1");
                }
                if matches!(judged.people, Band::Hundreds | Band::Thousands | Band::Many) {
                    fields.set("many", "1");
                }
            }
            (None, None) => {}
        }
        Ok(fields)
    })
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    app.read(|conn| {
        let case = visible(conn, visit)?;
        let mut kept = Vec::new();
        for row in store::scores(conn, case.id)? {
            let score = row.judged.scoring.score();
            kept.push(Kept {
                at: w.moment(row.at),
                by: name_of(conn, w, &row.by)?,
                total: points(w, score.total_q),
                severity: score.severity.word(),
                risk: row.judged.risk.word(),
                reason: row.judged.reason,
            });
        }
        let page = Severity {
            w,
            form,
            data: data(w),
            eases: options!(w, Ease),
            circumstances: circumstances(w),
            result: Scoring::typed(&form.fields)
                .ok()
                .map(|scoring| result(w, &scoring)),
            risks: options!(w, Risk),
            kept,
            editor: visit.actor.scope(Role::Dpo).admits(case.controller),
            case: &case,
        };
        Page::new(
            w.one("incidents-law-severity-title", "number", &case.number),
            &page,
        )
    })
}

fn data(w: &Tongue) -> Vec<Question> {
    const LEVELS: [&str; 4] = ["1", "2", "3", "4"];
    let hint = |kind: DataType| match kind {
        DataType::Simple => "incidents-law-data-simple-hint",
        DataType::Behavioural => "incidents-law-data-behavioural-hint",
        DataType::Financial => "incidents-law-data-financial-hint",
        DataType::Sensitive => "incidents-law-data-sensitive-hint",
    };
    DataType::ALL
        .iter()
        .map(|kind| Question {
            name: kind.code(),
            label: kind.word(),
            hint: hint(*kind),
            options: (1..=4)
                .map(|level| {
                    (
                        LEVELS[usize::from(level) - 1],
                        w.t(level_word(*kind, level)),
                    )
                })
                .collect(),
        })
        .collect()
}

fn circumstances(w: &Tongue) -> Vec<Question> {
    const LEVELS: [&str; 3] = ["0", "1", "2"];
    Circumstance::ALL
        .iter()
        .map(|kind| Question {
            name: kind.code(),
            label: kind.word(),
            hint: "",
            options: (0..=2)
                .map(|level| (LEVELS[usize::from(level)], w.t(choice_word(*kind, level))))
                .collect(),
        })
        .collect()
}

/// Quarter points as the method writes them: 4.25.
fn points(w: &Tongue, quarters: u8) -> String {
    w.decimal(f64::from(quarters) / 4.0, 2)
}

fn result(w: &Tongue, scoring: &Scoring) -> Outcome {
    let score = scoring.score();
    let why = match score.by {
        Some((kind, level)) => format!("{}: {}", w.t(kind.word()), w.t(level_word(kind, level))),
        None => w.t("incidents-law-ask-protected"),
    };
    let ease = Ease::ALL[usize::from(score.ease_q) - 1];
    let mut lines = vec![
        Line {
            label: w.t("incidents-law-line-context"),
            why,
            number: points(w, score.context_q),
        },
        Line {
            label: w.t("incidents-law-line-ease"),
            why: w.t(ease.word()),
            number: format!("× {}", points(w, score.ease_q)),
        },
    ];
    for ((kind, add), level) in score.adds.iter().zip(scoring.circumstances.values()) {
        lines.push(Line {
            label: w.t(kind.word()),
            why: w.t(choice_word(*kind, *level)),
            number: format!("+ {}", points(w, *add)),
        });
    }
    lines.push(Line {
        label: w.t("incidents-law-line-intent"),
        why: w.t(if scoring.deliberate {
            "incidents-law-intent-yes"
        } else {
            "incidents-law-intent-no"
        }),
        number: format!("+ {}", points(w, score.intent_q)),
    });
    let flags = [
        ("incidents-law-flag-many", scoring.many),
        ("incidents-law-flag-unintelligible", scoring.unintelligible),
    ];
    Outcome {
        lines,
        total: points(w, score.total_q),
        severity: score.severity.word(),
        meaning: score.severity.meaning(),
        advice: score.severity.advice(),
        flags: flags
            .into_iter()
            .filter(|(_, yes)| *yes)
            .map(|(word, _)| word)
            .collect(),
    }
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            actions::score(tx, editor, case.id, &Judged::typed(&visit.form)?)?;
            Ok(format!("/incidents/{}/severity", case.id))
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}
