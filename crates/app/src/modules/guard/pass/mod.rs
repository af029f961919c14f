//! One mail through the guard: judged once, then on its way for each recipient, then answered recipient by
//! recipient. An answer is given only when the outcome is certain and stored; until then Postfix has the mail.

mod begun;
mod beside;
mod check;
mod engine;
mod found;
mod judge;
mod ledger;
mod listen;
pub mod moment;
mod notice;
mod release;
mod second;
mod settle;
mod simulated;
mod store;
mod trace;
mod ways;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use transport::{Deadline, Envelope, Message, Reply};

use super::decide::{Asked, Transport};
use super::held::HeldId;
use super::model::{Judged, MailId, Recipient, Verdict, Way};
use crate::base::organisation::PersonId;
use crate::base::{Actor, App, Problem};

pub use check::{Checked, check};
pub use engine::{Engine, mail_id, recipient_hash};
pub use listen::{Listening, engine, listen, start};
pub use release::{run_release, send};
pub use ways::Outlets;

use judge::Reading;
use ledger::Standing;
use moment::Moment;

/// An answer to Postfix, by the name that the room uses for it.
pub type Replied = transport::Reply;

/// Recipients in this domain are the probes of `tillit guard check`: answered, and never passed on (RFC 2606, 2).
pub const PROBE: &str = "guard-check.invalid";
/// A server that can't prove its level just now is asked again so long; then the mail takes the next way.
const MAY_PASS: i64 = 60;
/// Ledger rows are kept longer than any queue keeps a mail (Postfix: 5 days).
const KEEP: i64 = 30;

/// One recipient on its way.
struct Stop {
    /// Its place in the envelope.
    at: usize,
    recipient: Recipient,
    standing: Standing,
    /// What the sender of a held mail has said.
    asked: Option<Asked>,
}

/// Takes one mail: one answer per recipient, in their order.
pub fn take(engine: &Engine, envelope: &Envelope, message: &Message) -> Vec<Reply> {
    let deadline = Deadline::after(engine.patience());
    match pass(engine, envelope, message, deadline) {
        Ok(replies) => replies,
        Err(problem) => {
            // Nothing of the mail may reach the log.
            let queue_id = envelope.queue_id.as_deref().unwrap_or("-");
            tracing::error!(queue_id, problem = problem.plain(), "a mail must wait");
            let later = Reply::later("4.3.0", "The guard cannot take it now");
            vec![later; envelope.recipients.len()]
        }
    }
}

fn pass(
    engine: &Engine,
    envelope: &Envelope,
    message: &Message,
    deadline: Deadline,
) -> Result<Vec<Reply>, Problem> {
    let Some(queue_id) = envelope.queue_id.as_deref() else {
        // Without it a retry cannot be told from a new mail.
        let later = Reply::later("4.3.5", "No queue id: see the guard's set-up of Postfix");
        return Ok(vec![later; envelope.recipients.len()]);
    };
    if !engine.has_board()? {
        let later = Reply::later("4.3.5", "No board is entered: see tillit guard check");
        return Ok(vec![later; envelope.recipients.len()]);
    }
    pass_as(engine, envelope, message, queue_id, None, deadline)
}

/// A mail that its sender has decided on.
#[derive(Clone, Copy)]
struct Released {
    asked: Asked,
    /// Where it lies.
    held: HeldId,
    /// The mail that was held: what is told, kept and counted is told, kept and counted of that one.
    mail: MailId,
}

/// The same for a mail that Postfix does not hold: `queue_id` is then whatever stays the same on a retry.
fn pass_as(
    engine: &Engine,
    envelope: &Envelope,
    message: &Message,
    queue_id: &str,
    released: Option<Released>,
    deadline: Deadline,
) -> Result<Vec<Reply>, Problem> {
    let _counted = engine.in_hand();
    let mail = mail_id(&engine.app, queue_id, &message.sha256());
    let mut replies: Vec<Option<Reply>> = vec![None; envelope.recipients.len()];
    let asked = released.map(|one| one.asked);
    let stops = standing(engine, envelope, mail, asked, &mut replies)?;
    if !stops.is_empty() {
        let reading = Reading::of(engine, envelope, message)?;
        let mut plan = Plan::new(engine, envelope, message, mail, queue_id, &reading);
        plan.judged.mail = released.map_or(mail, |one| one.mail);
        plan.released = released;
        plan.judge(&stops)?;
        moment::reached(Moment::Judged);
        for (at, reply) in plan.carry_out(stops, deadline)? {
            replies[at] = Some(reply);
        }
    }
    Ok(with_doubles(engine, envelope, replies))
}

/// What is done or busy is answered; the rest is to be done.
fn standing(
    engine: &Engine,
    envelope: &Envelope,
    mail: MailId,
    asked: Option<Asked>,
    replies: &mut [Option<Reply>],
) -> Result<Vec<Stop>, Problem> {
    let app = &engine.app;
    let hashes: Vec<String> = envelope
        .recipients
        .iter()
        .map(|one| recipient_hash(app, &one.address))
        .collect();
    let found = app.read(|conn| store::standing(conn, mail, &hashes, engine, app.now()))?;
    let mut seen = std::collections::HashSet::new();
    let mut stops = Vec::new();
    for (at, (hash, standing)) in hashes.into_iter().zip(found).enumerate() {
        if !seen.insert(hash.clone()) {
            continue;
        }
        match standing {
            Standing::Done(ended) => replies[at] = Some(settle::reply(ended)),
            Standing::Busy => {
                replies[at] = Some(Reply::later("4.4.2", "Somebody is still at it"));
            }
            _ => {
                let address = envelope.recipients[at].address.clone();
                let kind = judge::domain(app, &address);
                let recipient = Recipient {
                    address,
                    hash,
                    kind,
                };
                stops.push(Stop {
                    at,
                    recipient,
                    standing,
                    asked,
                });
            }
        }
    }
    Ok(stops)
}

/// The same address twice in an envelope has one outcome and two answers.
fn with_doubles(engine: &Engine, envelope: &Envelope, replies: Vec<Option<Reply>>) -> Vec<Reply> {
    if replies.iter().all(Option::is_some) {
        return replies.into_iter().flatten().collect();
    }
    let hash = |at: usize| recipient_hash(&engine.app, &envelope.recipients[at].address);
    let first: HashMap<String, Reply> = replies
        .iter()
        .enumerate()
        .filter_map(|(at, reply)| Some((hash(at), reply.clone()?)))
        .collect();
    let later = || Reply::later("4.3.0", "Not decided");
    replies
        .into_iter()
        .enumerate()
        .map(|(at, reply)| {
            reply.unwrap_or_else(|| first.get(&hash(at)).cloned().unwrap_or_else(later))
        })
        .collect()
}

/// One mail and what is to happen with it.
struct Plan<'a> {
    engine: &'a Engine,
    envelope: &'a Envelope,
    message: &'a Message,
    mail: MailId,
    reading: &'a Reading,
    judged: Judged,
    /// The employee whose mail it is, where its sender is one.
    sender: Option<PersonId>,
    released: Option<Released>,
}

impl<'a> Plan<'a> {
    fn new(
        engine: &'a Engine,
        envelope: &'a Envelope,
        message: &'a Message,
        mail: MailId,
        queue_id: &'a str,
        reading: &'a Reading,
    ) -> Plan<'a> {
        let judged = reading.judged(mail, queue_id);
        Plan {
            engine,
            envelope,
            message,
            mail,
            reading,
            judged,
            sender: None,
            released: None,
        }
    }

    /// A verdict for each, and the sender; asks the registers once.
    fn judge(&mut self, stops: &[Stop]) -> Result<(), Problem> {
        let from = self.envelope.from.as_deref();
        let author = self.reading.author.as_deref().or(from);
        let (verdicts, sender) = judge::verdicts(self.engine, self.reading, stops, author)?;
        self.judged.verdicts = verdicts;
        self.sender = sender;
        Ok(())
    }

    fn verdict(&self, stop: &Stop) -> Option<&Verdict> {
        let mut verdicts = self.judged.verdicts.iter();
        let found = verdicts.find(|(to, _)| to.hash == stop.recipient.hash);
        found.map(|(_, verdict)| verdict)
    }

    /// The way that is really taken: in a dry run everything goes on as it came, but for what comes round and
    /// what has no known end.
    fn way(&self, stop: &Stop) -> Way {
        let verdict = self.verdict(stop);
        let way = verdict.map_or(Way::Hold, |verdict| verdict.way);
        // What a sender has decided on was held in earnest: it is never sent as a trial run would send it.
        let decided = stop.asked.is_some();
        let stays = self.reading.looped || stop.standing.is_exhausted() || decided;
        if self.engine.is_dry() && !stays {
            Way::Plain
        } else {
            way
        }
    }

    /// Leases, then the ways outside, then everything that is stored, in that order.
    fn carry_out(
        &mut self,
        stops: Vec<Stop>,
        deadline: Deadline,
    ) -> Result<Vec<(usize, Reply)>, Problem> {
        let mut replies = Vec::new();
        let mut out = Vec::new();
        let mut ends = Vec::new();
        for stop in stops {
            match self.way(&stop) {
                _ if self.reading.is_probe(&stop.recipient.address) => {
                    ends.push(settle::End::of(stop, settle::Fate::Probe));
                }
                way @ (Way::Plain | Way::Verified) => out.push((stop, way)),
                way => ends.push(settle::End::of(stop, settle::Fate::Stays(way))),
            }
        }
        let leased = self.lease(out, &mut replies)?;
        if !leased.is_empty() {
            moment::reached(Moment::Leased);
        }
        for (stop, fate) in ways::go(self, leased, deadline) {
            let end = match fate {
                settle::Fate::Below { may_pass, evidence } => {
                    self.another_way(stop, may_pass, evidence)?
                }
                fate => settle::End::of(stop, fate),
            };
            ends.push(end);
        }
        replies.extend(settle::settle(self, ends)?);
        Ok(replies)
    }

    /// A row before anything that has an effect outside; one shared commit.
    fn lease(
        &self,
        out: Vec<(Stop, Way)>,
        replies: &mut Vec<(usize, Reply)>,
    ) -> Result<Vec<(Stop, Way)>, Problem> {
        if out.is_empty() {
            return Ok(out);
        }
        let seconds = i64::try_from(self.engine.patience().as_secs()).unwrap_or(600) + 30;
        let until = self.engine.app.now().plus_seconds(seconds);
        let taken = self.engine.write(|tx| {
            out.iter()
                .map(|(stop, _)| {
                    let (recipient, tries) = (&stop.recipient.hash, stop.standing.tries() + 1);
                    store::begin(tx, self.mail, recipient, &self.engine.me, (until, tries))
                })
                .collect::<Result<Vec<bool>, Problem>>()
        })?;
        let mut leased = Vec::new();
        for ((stop, way), mine) in out.into_iter().zip(taken) {
            if mine {
                leased.push((stop, way));
            } else {
                let busy = Reply::later("4.4.2", "Somebody is still at it");
                replies.push((stop.at, busy));
            }
        }
        Ok(leased)
    }

    /// The recipient's server cannot do what is needed: asked again for a while where that may pass, then the
    /// next way that reaches the level.
    fn another_way(
        &mut self,
        stop: Stop,
        may_pass: bool,
        evidence: Box<transport::Evidence>,
    ) -> Result<settle::End, Problem> {
        let now = self.engine.app.now();
        let waited = match stop.standing {
            Standing::Later { since } => since.plus_minutes(MAY_PASS) <= now,
            _ => false,
        };
        if may_pass && !waited {
            let reply = Reply::later("4.7.5", "The server cannot prove its protection just now");
            return Ok(settle::End::of(
                stop,
                settle::Fate::Later(reply, Some(evidence)),
            ));
        }
        let verdict = judge::again(self.engine, self.reading, &stop, Transport::Below)?;
        let way = verdict.way;
        for (to, old) in &mut self.judged.verdicts {
            if to.hash == stop.recipient.hash {
                *old = verdict.clone();
            }
        }
        let mut end = settle::End::of(stop, settle::Fate::Stays(way));
        end.evidence = Some(evidence);
        Ok(end)
    }
}

/// Forgets rows that no queue can ask about any more.
///
/// # Errors
/// The database's own.
pub fn sweep(app: &App) -> Result<(), Problem> {
    let before = app.now().plus_days(-KEEP);
    app.write(&Actor::program("guard"), |tx| {
        store::sweep(tx, before).map(|_| ())
    })
}
