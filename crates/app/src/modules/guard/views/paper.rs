//! Evidence for an authority: who, when, how protected, why that way. On paper, as a list and as data.

use std::collections::HashMap;

use kit::clock::Moment;
use kit::db::Conn;
use kit::words::Tongue;
use paper::{Block, Document};
use serde_json::{Value, json};

use super::super::held::said;
use super::super::proof::Sent;
use super::measured::measured;
use crate::base::export::Cell;
use crate::base::identity::actor::Scope;
use crate::base::organisation::{self, PersonId, PersonRow, UnitSpan};
use crate::base::{Actor, App, Letterhead, Problem, Role, findings};

/// Whose mails the attempts are, as the reader may know it, and whom the reader asked about.
pub struct Known {
    people: HashMap<PersonId, PersonRow>,
    units: Vec<UnitSpan>,
    /// The boards whose senders the reader knows by name: an officer's. The auditor has keyed hashes.
    named: Scope,
    /// The recipient's address, when it was searched by it.
    pub recipient: String,
}

impl Known {
    /// # Errors
    /// What the database says.
    pub fn of(app: &App, conn: &Conn, actor: &Actor, sent: &[Sent]) -> Result<Known, Problem> {
        let named = actor.scope(Role::Dpo);
        let own = sent.iter().filter(|one| named.admits(one.controller));
        let mut people: Vec<PersonId> = own.filter_map(|one| one.sender_id).collect();
        people.sort_unstable();
        people.dedup();
        Ok(Known {
            people: organisation::people(conn, &people)?,
            units: organisation::units(conn, app.today())?,
            named,
            recipient: String::new(),
        })
    }

    /// The sender's name, or whose mailbox it is; nothing where nobody is known or the reader may not know.
    pub fn sender(&self, sent: &Sent) -> String {
        let person = sent
            .sender_id
            .filter(|_| self.named.admits(sent.controller));
        let person = person.and_then(|id| self.people.get(&id));
        person.map_or_else(String::new, PersonRow::name)
    }

    pub fn unit(&self, w: &Tongue, sent: &Sent) -> String {
        let Some(unit) = sent.unit else {
            return String::new();
        };
        let span = self.units.iter().find(|span| span.unit == unit);
        span.map_or_else(
            || w.t("guard-views-unit-former"),
            |span| span.name.best(w.lang).to_owned(),
        )
    }
}

/// Columns of the list; the last is what was measured.
pub fn head(w: &Tongue) -> Vec<String> {
    [
        "guard-views-col-at",
        "guard-views-col-message",
        "guard-views-col-queue",
        "guard-views-col-sender",
        "guard-views-col-unit",
        "guard-views-col-sender-hash",
        "guard-views-address",
        "guard-views-col-recipient",
        "guard-views-col-domain",
        "guard-views-col-class",
        "guard-views-col-level",
        "guard-views-col-way",
        "guard-views-col-outcome",
        "guard-views-col-why",
        "guard-views-col-rule",
        "guard-views-col-digest",
        "guard-views-col-sent-digest",
        "guard-views-col-measured",
    ]
    .map(|key| w.t(key))
    .to_vec()
}

/// One attempt as a line of the list.
pub fn cells(w: &Tongue, known: &Known, sent: &Sent) -> Vec<Cell> {
    let measured = measured(w, sent.evidence.as_deref()).into_iter();
    let measured: Vec<String> = measured
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    vec![
        sent.at.rfc3339().into(),
        sent.message_id.as_str().into(),
        sent.queue_id.as_str().into(),
        known.sender(sent).into(),
        known.unit(w, sent).into(),
        sent.sender.as_str().into(),
        known.recipient.as_str().into(),
        sent.recipient.as_str().into(),
        sent.domain.as_str().into(),
        w.t(findings::class(sent.class)).into(),
        w.t(sent.level.word()).into(),
        w.t(sent.way.word()).into(),
        w.t(sent.outcome.word()).into(),
        why(w, sent).into(),
        sent.rule.as_str().into(),
        sent.digest.as_str().into(),
        digest_sent(record(sent).as_ref()).into(),
        measured.join("; ").into(),
    ]
}

fn record(sent: &Sent) -> Option<Value> {
    let json = sent.evidence.as_deref()?;
    serde_json::from_str(json).ok()
}

/// Of the bytes that we delivered ourselves, the header above the mail among them. Nothing where nothing was sent, and
/// where our own mail server has it again: what goes in the clear is evidence of nothing.
fn digest_sent(record: Option<&Value>) -> String {
    let digest = record.and_then(|record| record.get("sent_sha256")?.as_str());
    digest.unwrap_or_default().to_owned()
}

fn why(w: &Tongue, sent: &Sent) -> String {
    let reasons: Vec<String> = sent.reasons.iter().map(|one| said(w, one)).collect();
    reasons.join(" ")
}

/// The same for a machine: stable names, times in UTC. What the reader may not know is null.
pub fn data(now: Moment, total: i64, known: &Known, sent: &[Sent]) -> Value {
    let some = |text: String| (!text.is_empty()).then_some(text);
    let all: Vec<Value> = sent
        .iter()
        .map(|one| {
            let record = record(one);
            json!({
                "entry": format!("guard_sent:{}", one.id),
                "mail": one.mail.to_string(),
                "at": one.at.rfc3339(),
                "message_id": one.message_id,
                "queue_id": one.queue_id,
                "sender": some(known.sender(one)),
                "sender_keyed_hash": one.sender,
                "recipient": some(known.recipient.clone()),
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
                "sha256_as_received": one.digest,
                "sha256_of_sent_bytes": some(digest_sent(record.as_ref())),
                "transport": record,
            })
        })
        .collect();
    json!({ "made": now.rfc3339(), "total": total, "attempts": all })
}

/// The list on paper; `total` is how many attempts there are in all.
pub fn document(
    w: &Tongue,
    letterhead: &Letterhead,
    total: i64,
    known: &Known,
    sent: &[Sent],
) -> Document {
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
        // What was measured stands line by line below.
        let most = names.len().saturating_sub(1);
        let values = cells(w, known, one);
        let mut facts: Vec<(String, String)> = names
            .into_iter()
            .zip(values)
            .take(most)
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
