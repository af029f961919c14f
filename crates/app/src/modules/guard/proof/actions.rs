//! The verbs of evidence.

use kit::clock::Moment;
use kit::db::Tx;

use super::super::held::Showing;
use super::super::model::{MailId, Way};
use super::super::place;
use super::model;
use super::store::{self, Seen, Sent};
use super::{Entry, Noted, SEEN, SENT, SentId, exposed};
use crate::base::{App, Problem, audit, findings};

/// Writes down how every recipient was reached or why not: a row each, the book, the day's counts. What was plainly
/// clean costs the row and its entry and nothing else.
///
/// # Errors
/// What the database says; then nothing of the mail is finished and Postfix keeps it.
pub fn note(app: &App, tx: &Tx<'_>, noted: &Noted<'_>) -> Result<(), Problem> {
    let judged = noted.judged;
    let place = place::of(app, tx, noted.sender, noted.sender_address, tx.at())?;
    let sender = place::address_hash(app, noted.sender_address);
    let common = Common {
        noted,
        place: &place,
        sender: &sender,
        at: tx.at(),
    };
    let rows: Vec<Sent> = noted.entries.iter().map(|one| common.row(one)).collect();
    let before = store::attempts(tx, noted.mail)?;
    let stored = store::insert(tx, &rows)?;
    audit::changed_rows(tx, "guard.sent", SENT, &stored)?;
    let now: Vec<model::Attempt> = rows.iter().map(Sent::attempt).collect();
    let counts = model::counts(judged.class, &before, &now);
    let day = app.zone.day_of(tx.at());
    store::count(tx, day, place.controller, place.unit, counts.into_iter())?;
    see(tx, noted, &place, &now)
}

/// What the rows of one mail have in common.
struct Common<'a> {
    noted: &'a Noted<'a>,
    place: &'a place::Place,
    sender: &'a str,
    at: Moment,
}

impl Common<'_> {
    fn row(&self, entry: &Entry<'_>) -> Sent {
        let noted = self.noted;
        let mut verdicts = noted.judged.verdicts.iter();
        let verdict = verdicts.find(|(to, _)| to.address == entry.recipient);
        Sent {
            id: SentId::at(self.at),
            mail: noted.mail,
            at: self.at,
            message_id: noted.message_id.to_owned(),
            queue_id: noted.queue_id.to_owned(),
            sender_id: self.place.owner,
            sender: self.sender.to_owned(),
            controller: self.place.controller,
            unit: self.place.unit,
            recipient: verdict.map_or_else(String::new, |(to, _)| to.hash.clone()),
            domain: model::domain(entry.recipient),
            class: noted.judged.class,
            level: entry.level,
            way: entry.way,
            would: entry.would,
            rule: entry.rule.to_owned(),
            reasons: verdict.map_or_else(Vec::new, |(_, verdict)| verdict.reasons.clone()),
            wish: entry.wish,
            outcome: entry.outcome,
            again: entry.repeat,
            digest: noted.digest.to_owned(),
            evidence: entry.evidence.as_ref().map(ToString::to_string),
        }
    }
}

/// Keeps what was found, masked, when there is something to see.
fn see(
    tx: &Tx<'_>,
    noted: &Noted<'_>,
    place: &place::Place,
    now: &[model::Attempt],
) -> Result<(), Problem> {
    let judged = noted.judged;
    let left: Vec<&Entry<'_>> = noted
        .entries
        .iter()
        .filter(|one| one.outcome.left() && exposed(one.way, one.would))
        .collect();
    let plain = now
        .iter()
        .all(|one| one.way == Way::Plain && one.would.is_none_or(|way| way == Way::Plain));
    if plain && left.is_empty() {
        return Ok(());
    }
    let seen = Seen {
        id: noted.mail,
        controller: place.controller,
        unit: place.unit,
        at: tx.at(),
        class: judged.class,
        persons: i64::from(judged.persons),
        children: judged.children,
        inspected: judged.inspected,
        dry: noted.dry,
        exposed: !left.is_empty(),
        wish: left.iter().any(|one| one.wish),
        findings: Showing::masked(
            &judged.found,
            findings::kind,
            findings::category,
            findings::unread,
        ),
        found: i64::from(judged.found.count),
        incident: None,
    };
    if store::put_seen(tx, &seen)? {
        audit::changed(tx, "guard.judged", SEEN, noted.mail)?;
    }
    Ok(())
}

/// A letter went out in place of a mail: a delivery by letter.
pub fn lettered(
    app: &App,
    tx: &Tx<'_>,
    stopped: &super::super::held::Stopped,
) -> Result<(), Problem> {
    let one = (model::by_way(Way::Letter), stopped.recipients);
    let day = app.zone.day_of(tx.at());
    store::count(
        tx,
        day,
        stopped.controller,
        stopped.unit,
        std::iter::once(one),
    )?;
    audit::noted(tx, "guard.lettered", &SEEN.subject(stopped.mail))
}

/// The officer has made a case of a mail.
pub fn link(tx: &Tx<'_>, mail: MailId, incident: &str) -> Result<(), Problem> {
    if store::one_seen(tx, mail)?.is_none() {
        let asked = store::Asked {
            mail: Some(mail),
            ..store::Asked::default()
        };
        let (_, sent) = store::find(tx, "1 = 1", &asked, (1, 0))?;
        store::put_seen(tx, &store::seen_of(sent.first().ok_or(Problem::NotFound)?))?;
    }
    store::link_incident(tx, mail, incident)?;
    audit::changed(tx, "guard.incident", SEEN, mail)
}
