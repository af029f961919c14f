//! A notification in the words of a country's form: for the page, for copying and for paper.

use std::collections::BTreeSet;

use kit::clock::Moment;
use kit::words::Tongue;
use paper::{Block, Document};

use super::model::{Field, NationalForm, Notification, Phase};
use super::saying::said;
use crate::base::Letterhead;

/// What is shown: the notification and how far it has come.
pub struct Edition<'a> {
    pub notification: &'a Notification,
    pub form: &'static NationalForm,
    /// When and as what it was sent; none for the draft.
    pub sent: Option<(Phase, Moment)>,
    /// What was open.
    pub open: BTreeSet<Field>,
}

/// One question of the form in the country's language.
pub struct Question {
    /// Heading that begins with this question; empty when the one before goes on.
    pub heading: String,
    pub number: String,
    pub label: String,
    /// Stated on the authority's own pages.
    pub sure: bool,
    pub lines: Vec<Line>,
}

/// One field under a question.
pub struct Line {
    /// Its name and its value, in the country's language.
    pub name: String,
    pub text: String,
    pub open: bool,
}

impl Edition<'_> {
    /// "Preliminary notification, sent …" or "Draft".
    pub fn state(&self, w: &Tongue) -> String {
        match self.sent {
            Some((phase, at)) => w.with(
                "incidents-telling-sent-as",
                &[
                    ("phase", w.t(phase.word()).into()),
                    ("at", w.moment(at).into()),
                ],
            ),
            None => w.t("incidents-telling-draft"),
        }
    }

    /// Every question, and at the end what the form has no question for. `w` speaks the country's language.
    pub fn questions(&self, w: &Tongue) -> Vec<Question> {
        let form = self.form;
        let mut questions = Vec::new();
        for asked in form.asked(self.notification) {
            let mut lines: Vec<Line> = asked
                .fields
                .iter()
                .map(|field| self.line(w, *field))
                .collect();
            let Some(item) = asked.item else {
                let label = w.t("incidents-telling-further");
                questions.push(Question {
                    heading: form.further.clone(),
                    number: String::new(),
                    label,
                    sure: false,
                    lines,
                });
                continue;
            };
            if item.phase {
                let name = w.t("incidents-telling-phase");
                let text = self.sent.map_or_else(
                    || w.t("incidents-telling-draft"),
                    |(phase, _)| w.t(phase.word()),
                );
                lines.insert(
                    0,
                    Line {
                        name,
                        text,
                        open: false,
                    },
                );
            }
            questions.push(Question {
                heading: item.heading.clone().unwrap_or_default(),
                number: item.number.clone().unwrap_or_default(),
                label: item.label.clone(),
                sure: item.sure,
                lines,
            });
        }
        questions
    }

    fn line(&self, w: &Tongue, field: Field) -> Line {
        let value = self.notification.get(field);
        let text = value.map_or_else(
            || w.t("incidents-telling-follows"),
            |value| said(w, field, value),
        );
        Line {
            name: w.t(field.word()),
            text,
            open: self.open.contains(&field),
        }
    }
}

/// The notification on paper, in the country's language.
pub fn document(edition: &Edition<'_>, w: &Tongue, head: &Letterhead, number: &str) -> Document {
    let form = edition.form;
    let title = w.t("incidents-telling-print-title");
    let mut blocks = vec![Block::Facts(vec![
        (
            w.t("incidents-telling-print-authority"),
            form.authority.clone(),
        ),
        (w.t("incidents-telling-print-state"), edition.state(w)),
        (w.t("incidents-telling-own-reference"), number.to_owned()),
    ])];
    if form.translated {
        blocks.push(Block::Quiet(w.t("incidents-telling-translated")));
    } else if form.is_partial() {
        blocks.push(Block::Quiet(w.t("incidents-telling-print-partial")));
    }
    for question in edition.questions(w) {
        if !question.heading.is_empty() {
            blocks.push(Block::Heading {
                level: 1,
                text: question.heading.clone(),
            });
        }
        // Of a translated form no question is the authority's own: the sentence above says so once.
        let starred = !question.sure && !form.translated;
        let mark = if starred { " *" } else { "" };
        let place = if question.number.is_empty() {
            String::new()
        } else {
            format!("{}. ", question.number)
        };
        blocks.push(Block::Heading {
            level: 2,
            text: format!("{place}{}{mark}", question.label),
        });
        if question.lines.is_empty() {
            blocks.push(Block::Paragraph("–".to_owned()));
            continue;
        }
        let facts = question
            .lines
            .into_iter()
            .map(|line| (line.name, line.text));
        blocks.push(Block::Facts(facts.collect()));
    }
    let running_head = head.running(&format!("{title} · {number}"));
    Document {
        subtitle: edition.notification.text(Field::ControllerName).to_owned(),
        running_head,
        ..head.paper(w, title, blocks)
    }
}
