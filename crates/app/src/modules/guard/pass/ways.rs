//! The two ways that leave the guard: back into Postfix, and to the recipient's server itself.

use std::panic::resume_unwind;
use std::sync::Arc;

use transport::smtp::{self, BeforeEnd, Sending};
use transport::{Deadline, Envelope, Evidence, Message, Need, Outcome, Parcel, Ret};

use super::super::model::{Level, Way};
use super::moment::{self, Moment};
use super::settle::Fate;
use super::{Plan, Replied, Stop, judge, second, trace};

/// Domains of one mail that are delivered to at once.
const ABREAST: usize = 4;

/// Back into Postfix: envelope; header to put above, and the mail.
pub type Plain =
    Arc<dyn Fn(&Envelope, (&[u8], &Message), BeforeEnd<'_>, Deadline) -> Sending + Send + Sync>;
/// To the recipient's own server, with proof.
pub type Verified = Arc<dyn Fn(&Parcel<'_>, Need, Deadline) -> Vec<Outcome> + Send + Sync>;

/// How mails leave; the real ones in the program, simulators in tests and in the demonstration.
#[derive(Clone)]
pub struct Outlets {
    pub plain: Plain,
    pub verified: Verified,
}

impl Outlets {
    /// Postfix's second listener, and the network.
    pub fn real(next: std::net::SocketAddr, carrier: transport::Carrier) -> Outlets {
        let helo = carrier.helo.clone();
        let carrier = Arc::new(carrier);
        Outlets {
            plain: second::plain(next, helo),
            verified: Arc::new(move |parcel, need, deadline| {
                transport::deliver(&carrier, parcel, need, deadline)
            }),
        }
    }
}

/// Sends everything that leaves: first what goes back into Postfix, then each domain. One deadline bounds it all.
pub fn go(plan: &Plan<'_>, leased: Vec<(Stop, Way)>, deadline: Deadline) -> Vec<(Stop, Fate)> {
    let (plain, verified): (Vec<_>, Vec<_>) =
        leased.into_iter().partition(|(_, way)| *way == Way::Plain);
    let mut done = Vec::new();
    let (repeats, first): (Vec<Stop>, Vec<Stop>) = plain
        .into_iter()
        .map(|(stop, _)| stop)
        .partition(|stop| judge::is_repeat(stop.standing));
    for (stops, repeat) in [(first, false), (repeats, true)] {
        if !stops.is_empty() {
            done.extend(back(plan, stops, repeat, deadline));
        }
    }
    let mut domains = by_domain(plan, verified);
    while !domains.is_empty() {
        if !done.is_empty() {
            moment::reached(Moment::Between);
        }
        let behind = domains.split_off(domains.len().min(ABREAST));
        // Servers that hang must not use up the time of those behind them.
        let rounds = behind.len().div_ceil(ABREAST) + 1;
        let share = deadline.left() / u32::try_from(rounds).unwrap_or(u32::MAX);
        done.extend(abreast(plan, domains, deadline.sooner(share)));
        domains = behind;
    }
    done
}

/// A few domains at once, so that one slow server costs its own recipients time and nobody else's.
fn abreast(
    plan: &Plan<'_>,
    mut domains: Vec<(Key, Vec<Stop>)>,
    until: Deadline,
) -> Vec<(Stop, Fate)> {
    if domains.len() == 1 {
        let alone = domains.pop();
        return alone.map_or_else(Vec::new, |(key, stops)| deliver(plan, &key, stops, until));
    }
    std::thread::scope(|scope| {
        let threads: Vec<_> = domains
            .into_iter()
            .map(|(key, stops)| scope.spawn(move || deliver(plan, &key, stops, until)))
            .collect();
        threads
            .into_iter()
            // A fault of one is the mail's: Postfix keeps it, and the ledger says what was begun.
            .flat_map(|thread| thread.join().unwrap_or_else(|fault| resume_unwind(fault)))
            .collect()
    })
}

/// The envelope for some of the recipients. Bounces of it show the head of the mail alone (facts, section 3).
fn envelope(plan: &Plan<'_>, stops: &[Stop]) -> Envelope {
    let mut envelope = plan.envelope.clone();
    envelope.recipients = stops
        .iter()
        .filter_map(|stop| plan.envelope.recipients.get(stop.at).cloned())
        .collect();
    envelope.ret = Some(Ret::Headers);
    envelope
}

/// From here on these recipients may have the mail.
fn note(plan: &Plan<'_>, stops: &[Stop]) -> std::io::Result<()> {
    let recipients = stops.iter().map(|stop| stop.recipient.hash.as_str());
    let now = plan.engine.app.now();
    plan.engine.begun.note(plan.mail, recipients, now)?;
    moment::reached(Moment::Begun);
    Ok(())
}

fn back(plan: &Plan<'_>, stops: Vec<Stop>, repeat: bool, deadline: Deadline) -> Vec<(Stop, Fate)> {
    let keys = &plan.engine.app.keys;
    let head = trace::header(keys, plan.mail, repeat);
    let envelope = envelope(plan, &stops);
    let content = (head.as_bytes(), plan.message);
    let note = || note(plan, &stops);
    let sending = (plan.engine.outlets.plain)(&envelope, content, &note, deadline);
    moment::reached(Moment::Handed);
    if let Some(fault) = &sending.fault {
        tracing::warn!(%fault, "back into Postfix");
    }
    let mut fates = sending.fates.into_iter();
    stops
        .into_iter()
        .map(|stop| {
            let fate = match fates.next() {
                Some(smtp::Fate::Taken(_)) => Fate::Passed,
                Some(smtp::Fate::Refused(reply)) if reply.is_refused() => {
                    Fate::Bounced(reply, None)
                }
                Some(smtp::Fate::Refused(reply)) => Fate::Later(reply, None),
                Some(smtp::Fate::Unknown) => Fate::Unknown(None),
                Some(smtp::Fate::NotSent) | None => {
                    Fate::Later(Replied::later("4.4.1", "Postfix does not answer"), None)
                }
            };
            (stop, fate)
        })
        .collect()
}

/// Domain, what it must prove, and whether it is sent for the second time.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    domain: String,
    verified: bool,
    repeat: bool,
}

fn by_domain(plan: &Plan<'_>, stops: Vec<(Stop, Way)>) -> Vec<(Key, Vec<Stop>)> {
    let mut all: std::collections::BTreeMap<Key, Vec<Stop>> = std::collections::BTreeMap::new();
    for (stop, _) in stops {
        let level = plan.verdict(&stop).map_or(Level::HandOver, |v| v.level);
        let key = Key {
            domain: judge::domain_of(&stop.recipient.address).unwrap_or_default(),
            verified: level > Level::Forced,
            repeat: judge::is_repeat(stop.standing),
        };
        all.entry(key).or_default().push(stop);
    }
    all.into_iter().collect()
}

fn deliver(plan: &Plan<'_>, key: &Key, stops: Vec<Stop>, deadline: Deadline) -> Vec<(Stop, Fate)> {
    let app = &plan.engine.app;
    let head = trace::header(&app.keys, plan.mail, key.repeat);
    let envelope = envelope(plan, &stops);
    let parcel = Parcel {
        domain: &key.domain,
        envelope: &envelope,
        head: head.as_bytes(),
        message: plan.message,
        now: u64::try_from(app.now().ms() / 1000).unwrap_or_default(),
        before_end: &|| note(plan, &stops),
    };
    let need = if key.verified {
        Need::Verified
    } else {
        Need::Forced
    };
    let mut outcomes = (plan.engine.outlets.verified)(&parcel, need, deadline).into_iter();
    moment::reached(Moment::Delivered);
    stops
        .into_iter()
        .map(|stop| {
            let fate = match outcomes.next() {
                Some(Outcome::Delivered(evidence)) => Fate::Delivered(Box::new(evidence)),
                Some(Outcome::Later { reply, evidence }) => {
                    Fate::Later(reply, Some(Box::new(evidence)))
                }
                Some(Outcome::Refused { reply, evidence }) => {
                    Fate::Bounced(reply, Some(Box::new(evidence)))
                }
                Some(Outcome::Below { why, evidence }) => Fate::Below {
                    may_pass: why.may_pass(),
                    evidence: Box::new(evidence),
                },
                Some(Outcome::Unknown { evidence }) => Fate::Unknown(Some(Box::new(evidence))),
                None => Fate::Later(Replied::later("4.4.1", "Not tried"), None),
            };
            (stop, fate)
        })
        .collect()
}

/// For reading by `settle`.
pub fn as_json(evidence: Option<&Evidence>) -> Option<serde_json::Value> {
    evidence.and_then(|evidence| serde_json::to_value(evidence).ok())
}
