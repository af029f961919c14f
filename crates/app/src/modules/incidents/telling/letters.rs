//! The letter to people concerned: how it begins, as text, and on paper.

use kit::words::Tongue;
use paper::{Block, Document};

use super::model::{Field, Letter, Notification, Value};
use super::saying::said;
use crate::base::{Country, Letterhead};

/// What people can do themselves, by the kinds of data that the breach is about: article 34(2) with 33(3)(d) asks for
/// measures against its effects, and a letter that says "nothing" where a password is out does harm. What holds
/// always stands last.
pub fn advice(w: &Tongue, notification: &Notification) -> String {
    const ADVICE: [(&str, &[&str]); 3] = [
        (
            "incidents-telling-letter-advice-passwords",
            &["credentials"],
        ),
        (
            "incidents-telling-letter-advice-identity",
            &["identity_number", "official_documents"],
        ),
        (
            "incidents-telling-letter-advice-bank",
            &["payment", "economic"],
        ),
    ];
    let concerns = |kinds: &[&str]| {
        kinds
            .iter()
            .any(|kind| notification.says(Field::RecordKinds, kind))
    };
    let mut parts: Vec<String> = ADVICE
        .iter()
        .filter(|(_, kinds)| concerns(kinds))
        .map(|(word, _)| w.t(word))
        .collect();
    parts.push(w.t("incidents-telling-letter-advice-text"));
    parts.join("\n\n")
}

/// The closing words, with the authority of the country whose law holds, in the letter's language.
pub fn closing(w: &Tongue, country: Option<Country>) -> String {
    w.one(
        "incidents-telling-letter-closing-text",
        "country",
        Country::choosing(country),
    )
}

/// The letter as it begins: what the notification says, in the letter's language where the program has the words.
pub fn template(w: &Tongue, notification: &Notification, country: Option<Country>) -> Letter {
    let text = |field| notification.text(field).to_owned();
    let join = |fields: &[Field]| {
        let texts = fields
            .iter()
            .map(|field| notification.text(*field))
            .filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join("\n")
    };
    let mut consequences = join(&[
        Field::ConsequencesC,
        Field::ConsequencesI,
        Field::ConsequencesA,
    ]);
    if let Some(value @ Value::Many(_)) = notification.get(Field::Impacts) {
        let impacts: Vec<String> = said(w, Field::Impacts, value)
            .lines()
            .map(str::to_lowercase)
            .collect();
        if !consequences.is_empty() {
            consequences.push('\n');
        }
        consequences.push_str(&w.one("incidents-telling-letter-may", "impacts", w.list(&impacts)));
    }
    Letter {
        subject: w.t("incidents-telling-letter-about"),
        happened: text(Field::WhatHappened),
        consequences,
        measures: join(&[Field::MeasuresTaken, Field::MeasuresPlanned]),
        advice: advice(w, notification),
        contact: text(Field::DpoContact),
        closing: closing(w, country),
    }
}

/// The letter as plain text, for a message or to be read out on the telephone.
pub fn plain(w: &Tongue, letter: &Letter, sender: &str) -> String {
    let mut parts = vec![letter.subject.clone()];
    parts.extend(
        letter
            .body()
            .into_iter()
            .map(|(word, text)| format!("{}\n{text}", w.t(word))),
    );
    parts.push(letter.closing.clone());
    parts.push(sender.to_owned());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// What stands around a letter.
pub struct Sheet {
    pub head: Letterhead,
    pub sender: String,
    pub number: String,
}

/// The letter on paper, in its own language.
pub fn document(w: &Tongue, letter: &Letter, sheet: &Sheet) -> Document {
    let mut blocks = Vec::new();
    for (word, text) in letter.body() {
        blocks.push(Block::Heading {
            level: 1,
            text: w.t(word),
        });
        blocks.push(Block::Paragraph(text.to_owned()));
    }
    if !letter.closing.is_empty() {
        blocks.push(Block::Paragraph(letter.closing.clone()));
    }
    blocks.push(Block::Paragraph(sheet.sender.clone()));
    blocks.push(Block::Quiet(w.one(
        "incidents-telling-letter-number",
        "number",
        &sheet.number,
    )));
    let title = match letter.subject.as_str() {
        "" => w.t("incidents-telling-letter-about"),
        subject => subject.to_owned(),
    };
    Document {
        subtitle: sheet.sender.clone(),
        running_head: sheet.head.running(&sheet.sender),
        ..sheet.head.paper(w, title, blocks)
    }
}
