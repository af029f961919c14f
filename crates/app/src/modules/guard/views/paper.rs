//! Evidence for an authority: who, when, how protected, why that way. On paper, as a list and as data.

use kit::clock::Moment;
use kit::words::Tongue;
use paper::{Block, Document};
use serde_json::{Value, json};

use super::super::held::said;
use super::super::proof::Sent;
use crate::base::Letterhead;
use crate::base::export::Cell;
use crate::base::findings;

/// What the transport measured, as names with values: the names of the record itself where there is no word for them.
pub fn measured(w: &Tongue, evidence: Option<&str>) -> Vec<(String, String)> {
    let value: Option<Value> = evidence.and_then(|json| serde_json::from_str(json).ok());
    let mut all = Vec::new();
    if let Some(value) = value {
        flatten(w, "", &value, &mut all);
    }
    all
}

fn flatten(w: &Tongue, name: &str, value: &Value, to: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            for (key, value) in fields {
                let name = if name.is_empty() {
                    key.clone()
                } else {
                    format!("{name}.{key}")
                };
                flatten(w, &name, value, to);
            }
        }
        Value::Array(all) if all.is_empty() => {}
        Value::Array(all) if all.iter().all(|one| !one.is_object() && !one.is_array()) => {
            let parts: Vec<String> = all.iter().map(plain).collect();
            to.push((named(w, name), parts.join(", ")));
        }
        Value::Array(all) => {
            for (place, one) in all.iter().enumerate() {
                flatten(w, &format!("{name}.{}", place + 1), one, to);
            }
        }
        Value::Bool(is) => {
            let word = if *is {
                "guard-views-yes"
            } else {
                "guard-views-no"
            };
            to.push((named(w, name), w.t(word)));
        }
        other => to.push((named(w, name), plain(other))),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn named(w: &Tongue, name: &str) -> String {
    let key = format!("guard-views-measured-{}", name.replace(['_', '.'], "-"));
    if w.has(&key) {
        w.t(&key)
    } else {
        name.to_owned()
    }
}

/// Columns of the list.
pub fn head(w: &Tongue) -> Vec<String> {
    [
        "guard-views-col-at",
        "guard-views-col-message",
        "guard-views-col-queue",
        "guard-views-col-recipient",
        "guard-views-col-domain",
        "guard-views-col-class",
        "guard-views-col-level",
        "guard-views-col-way",
        "guard-views-col-outcome",
        "guard-views-col-why",
        "guard-views-col-rule",
        "guard-views-col-digest",
        "guard-views-col-measured",
    ]
    .map(|key| w.t(key))
    .to_vec()
}

/// One attempt as a line of the list.
pub fn cells(w: &Tongue, sent: &Sent) -> Vec<Cell> {
    vec![
        sent.at.rfc3339().into(),
        sent.message_id.as_str().into(),
        sent.queue_id.as_str().into(),
        sent.recipient.as_str().into(),
        sent.domain.as_str().into(),
        w.t(findings::class(sent.class)).into(),
        w.t(sent.level.word()).into(),
        w.t(sent.way.word()).into(),
        w.t(sent.outcome.word()).into(),
        why(w, sent).into(),
        sent.rule.as_str().into(),
        sent.digest.as_str().into(),
        sent.evidence.clone().map_or(Cell::Empty, Cell::Text),
    ]
}

fn why(w: &Tongue, sent: &Sent) -> String {
    let reasons: Vec<String> = sent.reasons.iter().map(|one| said(w, one)).collect();
    reasons.join(" ")
}

/// The same for a machine: stable names, times in UTC.
pub fn data(now: Moment, total: i64, sent: &[Sent]) -> Value {
    let all: Vec<Value> = sent
        .iter()
        .map(|one| {
            let evidence: Option<Value> = one
                .evidence
                .as_deref()
                .and_then(|text| serde_json::from_str(text).ok());
            json!({
                "entry": format!("guard_sent:{}", one.id),
                "mail": one.mail.to_string(),
                "at": one.at.rfc3339(),
                "message_id": one.message_id,
                "queue_id": one.queue_id,
                "sender_keyed_hash": one.sender,
                "recipient_keyed_hash": one.recipient,
                "recipient_domain": one.domain,
                "class": one.class.name(),
                "level_required": one.level.code(),
                "way": one.way.code(),
                "would_have_been": one.would.map(|way| way.code()),
                "outcome": one.outcome.code(),
                "reasons": one.reasons,
                "wish": one.wish,
                "rule": one.rule,
                "repeat": one.again,
                "sha256_of_sent_bytes": one.digest,
                "transport": evidence,
            })
        })
        .collect();
    json!({ "made": now.rfc3339(), "total": total, "attempts": all })
}

/// The list on paper; `total` is how many attempts there are in all.
pub fn document(w: &Tongue, letterhead: &Letterhead, total: i64, sent: &[Sent]) -> Document {
    let title = w.t("guard-views-paper-title");
    let mut blocks = vec![
        Block::Paragraph(w.t("guard-views-paper-lead")),
        Block::Quiet(w.with(
            "guard-views-paper-count",
            &[("shown", sent.len().into()), ("total", total.into())],
        )),
    ];
    for one in sent {
        blocks.push(Block::Heading {
            level: 1,
            text: format!("{} · {}", w.moment(one.at), one.domain),
        });
        let names = head(w);
        let values = cells(w, one);
        let mut facts: Vec<(String, String)> = names
            .into_iter()
            .zip(values)
            .take(12)
            .filter_map(|(name, value)| match value {
                Cell::Text(text) if !text.is_empty() => Some((name, text)),
                _ => None,
            })
            .collect();
        facts.extend(measured(w, one.evidence.as_deref()));
        blocks.push(Block::Facts(facts));
    }
    letterhead.paper(w, title, blocks)
}
