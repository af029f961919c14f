//! How it ended: everything that is stored about it, in one transaction, and the answer to Postfix.

use transport::Evidence;

use super::super::model::{Level, Reason, Way};
use super::super::proof::{Entry, Outcome};
use super::beside::{self, Letter};
use super::ledger::Ended;
use super::moment::{self, Moment};
use super::{Plan, Replied, Stop, store, ways};
use crate::base::Problem;

/// What has happened for one recipient.
pub enum Fate {
    /// Postfix has it again.
    Passed,
    /// The recipient's server has it.
    Delivered(Box<Evidence>),
    /// The next server said no for good.
    Bounced(Replied, Option<Box<Evidence>>),
    /// Certainly not sent.
    Later(Replied, Option<Box<Evidence>>),
    /// The line fell behind the last dot.
    Unknown(Option<Box<Evidence>>),
    /// The recipient's server cannot do what is needed; nothing was sent.
    Below {
        may_pass: bool,
        evidence: Box<Evidence>,
    },
    /// It does not leave: portal, letter, hold or refuse.
    Stays(Way),
    /// `guard check` looks whether it comes through.
    Probe,
}

/// One recipient's end.
pub struct End {
    stop: Stop,
    fate: Fate,
    pub evidence: Option<Box<Evidence>>,
}

impl End {
    pub fn of(stop: Stop, mut fate: Fate) -> End {
        let evidence = match &mut fate {
            Fate::Delivered(evidence) => Some(evidence.clone()),
            Fate::Bounced(_, evidence) | Fate::Later(_, evidence) | Fate::Unknown(evidence) => {
                evidence.take()
            }
            _ => None,
        };
        End {
            stop,
            fate,
            evidence,
        }
    }

    fn ended(&self) -> Option<Ended> {
        match &self.fate {
            Fate::Passed => Some(Ended::Passed),
            Fate::Delivered(_) => Some(Ended::Delivered),
            Fate::Bounced(..) => Some(Ended::Bounced),
            Fate::Stays(Way::Portal) => Some(Ended::Stored),
            Fate::Stays(Way::Letter) => Some(Ended::NotSent),
            Fate::Stays(Way::Refuse) => Some(Ended::Refused),
            Fate::Stays(_) => Some(Ended::Held),
            Fate::Probe => Some(Ended::Probe),
            Fate::Later(..) | Fate::Unknown(_) | Fate::Below { .. } => None,
        }
    }

    fn outcome(&self) -> Outcome {
        match self.ended() {
            Some(Ended::Passed | Ended::Probe) => Outcome::Passed,
            Some(Ended::Delivered) => Outcome::Delivered,
            Some(Ended::Stored) => Outcome::Stored,
            Some(Ended::Held) => Outcome::Held,
            Some(Ended::Refused) => Outcome::Refused,
            Some(Ended::NotSent) => Outcome::NotSent,
            Some(Ended::Bounced) => Outcome::Bounced,
            None if matches!(self.fate, Fate::Unknown(_)) => Outcome::Unknown,
            None => Outcome::Later,
        }
    }

    fn way(&self) -> Way {
        match &self.fate {
            Fate::Stays(way) => *way,
            Fate::Passed | Fate::Probe => Way::Plain,
            Fate::Delivered(_) | Fate::Below { .. } => Way::Verified,
            Fate::Bounced(..) | Fate::Later(..) | Fate::Unknown(_) => {
                if self.evidence.is_some() {
                    Way::Verified
                } else {
                    Way::Plain
                }
            }
        }
    }

    fn reply(&self) -> Replied {
        match (&self.fate, self.ended()) {
            (Fate::Bounced(said, _) | Fate::Later(said, _), _) => said.clone(),
            (Fate::Unknown(_), _) => Replied::later("4.4.2", "The line fell before the answer"),
            (_, Some(ended)) => reply(ended),
            (_, None) => Replied::later("4.3.0", "Not decided"),
        }
    }
}

/// The answer for an outcome that is stored; the same on every later try.
pub fn reply(ended: Ended) -> Replied {
    match ended {
        Ended::Passed => Replied::done("Passed on"),
        Ended::Delivered => Replied::done("Delivered with proof"),
        Ended::Stored => Replied::done("Kept in the portal"),
        Ended::Held => Replied::done("Held for its sender"),
        Ended::Refused | Ended::NotSent => Replied::done("Not sent; the sender is told"),
        Ended::Bounced => Replied::refused("5.0.0", "The next server has refused it"),
        Ended::Probe => Replied::done("A probe"),
    }
}

/// One transaction for all recipients; the answers follow its commit.
pub fn settle(plan: &Plan<'_>, ends: Vec<End>) -> Result<Vec<(usize, Replied)>, Problem> {
    let app = &plan.engine.app;
    let from = plan.envelope.from.as_deref();
    let stored = ends
        .iter()
        .any(|end| matches!(end.fate, Fate::Stays(_) | Fate::Delivered(_)));
    let bytes = if stored {
        plan.message.bytes()?
    } else {
        Vec::new().into()
    };
    let letter = Letter {
        judged: &plan.judged,
        sender: plan.sender,
        sender_address: plan.reading.author.as_deref().or(from).unwrap_or_default(),
        bounce: from.is_none(),
        released: plan.released.map(|one| one.held),
        message: &bytes,
        digest: &plan.reading.digest,
        dry: plan.engine.is_dry(),
    };
    plan.engine.write(|tx| {
        let mut fresh = Vec::new();
        for end in &ends {
            if write_down(plan, tx, end)? {
                fresh.push(end);
            }
        }
        moment::reached(Moment::Written);
        keep_what_stays(plan, tx, &letter, &fresh)?;
        let entries: Vec<Entry<'_>> = fresh.iter().map(|end| entry(plan, end)).collect();
        if entries.is_empty() {
            return Ok(());
        }
        beside::note(app, tx, &letter, &entries)?;
        moment::reached(Moment::Noted);
        Ok(())
    })?;
    moment::reached(Moment::Settled);
    Ok(ends.iter().map(|end| (end.stop.at, end.reply())).collect())
}

/// The row of the ledger; false when it was done already, or nothing is to be noted of it.
fn write_down(plan: &Plan<'_>, tx: &kit::db::Tx<'_>, end: &End) -> Result<bool, Problem> {
    let (mail, me) = (plan.mail, &plan.engine.me);
    let recipient = &end.stop.recipient.hash;
    match (&end.fate, end.ended()) {
        (Fate::Probe, Some(ended)) => {
            store::done(tx, mail, recipient, me, ended)?;
            Ok(false)
        }
        (_, Some(ended)) => store::done(tx, mail, recipient, me, ended),
        (Fate::Unknown(_), None) => {
            store::unknown(tx, mail, recipient)?;
            Ok(true)
        }
        (_, None) => {
            store::later(tx, mail, recipient, me)?;
            // A server that was asked has given evidence; that Postfix was away tells nothing about the mail.
            Ok(end.evidence.is_some())
        }
    }
}

fn keep_what_stays(
    plan: &Plan<'_>,
    tx: &kit::db::Tx<'_>,
    letter: &Letter<'_>,
    fresh: &[&End],
) -> Result<(), Problem> {
    let app = &plan.engine.app;
    for way in [
        Way::Verified,
        Way::Portal,
        Way::Letter,
        Way::Hold,
        Way::Refuse,
    ] {
        let here: Vec<&End> = fresh
            .iter()
            .copied()
            .filter(|end| match &end.fate {
                Fate::Stays(taken) => *taken == way,
                Fate::Delivered(_) => way == Way::Verified,
                _ => false,
            })
            .collect();
        if here.is_empty() {
            continue;
        }
        let recipients: Vec<&str> = here
            .iter()
            .map(|end| end.stop.recipient.address.as_str())
            .collect();
        match way {
            Way::Hold => beside::keep(app, tx, letter, &recipients)?,
            Way::Portal => {
                for end in &here {
                    let proof = plan.verdict(&end.stop).map(|verdict| verdict.proof);
                    let proof = proof.unwrap_or(super::super::model::Proof::NationalEid);
                    beside::deposit(app, tx, letter, &end.stop.recipient.address, proof)?;
                }
                beside::tell(app, tx, letter, &recipients, way)?;
            }
            _ => {
                beside::tell(app, tx, letter, &recipients, way)?;
                moment::reached(Moment::Told);
            }
        }
    }
    Ok(())
}

/// What is written down about one recipient.
fn entry<'a>(plan: &'a Plan<'_>, end: &'a End) -> Entry<'a> {
    let verdict = plan.verdict(&end.stop);
    let is_wish = |why: &Reason| why.wish().is_some();
    Entry {
        recipient: &end.stop.recipient.address,
        level: verdict.map_or(Level::HandOver, |verdict| verdict.level),
        way: end.way(),
        would: verdict
            .map(|verdict| verdict.way)
            .filter(|_| plan.engine.is_dry()),
        rule: verdict.map_or("", |verdict| verdict.rule.as_str()),
        wish: verdict.is_some_and(|verdict| verdict.reasons.iter().any(is_wish)),
        outcome: end.outcome(),
        evidence: ways::as_json(end.evidence.as_deref()),
        repeat: end.stop.standing.is_repeat(),
    }
}
