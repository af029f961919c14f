//! Hands a mail to the servers of a domain, and only to one that meets the level that is needed. What was seen is
//! told for every recipient, whatever became of it.

mod attempt;
mod route;

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use serde::{Deserialize, Serialize};

use crate::dns::Resolver;
use crate::smtp::{BeforeEnd, Cause, Fate, Fault, Patience, Sending, Session};
use crate::sts::Policies;
use crate::{Deadline, Envelope, Evidence, Message, Reply, Tried, dns, tls};
use attempt::Try;
use route::{Host, Route};

/// Addresses of one host, and servers of one domain, that are tried.
const ADDRESSES: usize = 4;
const HOSTS: usize = 8;

/// How well the way must be protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// L1: TLS 1.2 or newer, and a certificate of a known authority for the server's name.
    Forced,
    /// L2: DANE, an enforced MTA-STS policy, or a pinned partner.
    Verified,
}

/// Which addresses may be connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Not ourselves: a domain that names a loopback address as its server would get mail into our own listeners.
    Public,
    /// A test on one machine.
    Anywhere,
}

/// A partner whose certificates were agreed on.
#[derive(Clone, Debug)]
pub struct Pin {
    pub domain: String,
    pub trust: PinTrust,
    /// With an authority: the names that a certificate may carry; none means the domain itself and names in it that
    /// its server list gives.
    pub hosts: Vec<String>,
}

/// What was agreed on.
#[derive(Clone, Debug)]
pub enum PinTrust {
    /// SHA-256 of the server's certificate, one of these.
    Fingerprints(Vec<[u8; 32]>),
    /// The certificate of an authority (DER).
    Authority(Vec<u8>),
}

impl PinTrust {
    /// An authority's certificate as a file holds it (PEM or DER); `None` when it is none.
    pub fn authority(file: &[u8]) -> Option<PinTrust> {
        let der = match CertificateDer::from_pem_slice(file) {
            Ok(certificate) => certificate.into_owned(),
            Err(_) => CertificateDer::from(file.to_vec()),
        };
        let usable = RootCertStore::empty().add(der.clone()).is_ok();
        usable.then(|| PinTrust::Authority(der.to_vec()))
    }
}

/// Everything that deliveries share.
#[derive(Debug)]
pub struct Carrier {
    /// Our name.
    pub helo: String,
    pub resolver: Resolver,
    pub roots: Arc<RootCertStore>,
    pub policies: Policies,
    pub pins: Vec<Pin>,
    /// 25, but in a lab.
    pub port: u16,
    pub patience: Patience,
    pub reach: Reach,
}

impl Carrier {
    /// With the public authorities, without pins, policies in memory.
    pub fn new(helo: &str, resolver: Resolver) -> Carrier {
        Carrier {
            helo: helo.to_owned(),
            resolver,
            roots: Arc::new(tls::public_roots()),
            policies: Policies::new(),
            pins: Vec::new(),
            port: 25,
            patience: Patience::default(),
            reach: Reach::Public,
        }
    }

    fn may_reach(&self, ip: IpAddr) -> bool {
        let ip = ip.to_canonical();
        self.reach == Reach::Anywhere
            || !(ip.is_loopback() || ip.is_unspecified() || ip.is_multicast())
    }
}

/// One mail to the recipients of one domain.
#[derive(Clone, Copy)]
pub struct Parcel<'a> {
    pub domain: &'a str,
    /// Recipients of this domain only.
    pub envelope: &'a Envelope,
    /// Lines of trace before the message; each ends with CR LF.
    pub head: &'a [u8],
    pub message: &'a Message,
    /// Unix seconds.
    pub now: u64,
    pub before_end: BeforeEnd<'a>,
}

/// Why no server met the level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nothing promises protection: no DANE, no enforced policy, no pin.
    NoPromise,
    /// The name system gives no sure answer: a failure, or wrong signatures.
    Unsure,
    /// The domain's policy does not list the server.
    NotListed,
    NoStartTls,
    /// TLS did not come about: too old a version, or a line that fell.
    Handshake(String),
    /// The certificate is not what was promised.
    Certificate(String),
    /// The server's address is one of our own machine.
    Reach,
}

impl Why {
    /// A fault that passes by itself is possible, so another try later is worth it.
    pub fn may_pass(&self) -> bool {
        matches!(self, Why::Unsure | Why::Handshake(_))
    }
}

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Why::NoPromise => f.write_str("nothing promises protection"),
            Why::Unsure => f.write_str("the name system gives no sure answer"),
            Why::NotListed => f.write_str("the policy does not list the server"),
            Why::NoStartTls => f.write_str("no STARTTLS"),
            Why::Handshake(what) => write!(f, "no TLS: {what}"),
            Why::Certificate(what) => write!(f, "the certificate is not good: {what}"),
            Why::Reach => f.write_str("an address of our own machine"),
        }
    }
}

/// What became of a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A server that meets the level has taken the mail.
    Delivered(Evidence),
    /// Not now.
    Later { reply: Reply, evidence: Evidence },
    /// Never.
    Refused { reply: Reply, evidence: Evidence },
    /// No server meets the level; nothing of the mail was sent.
    Below { why: Why, evidence: Evidence },
    /// The line fell after the whole mail was sent and before the answer.
    Unknown { evidence: Evidence },
}

impl Outcome {
    /// What was seen.
    pub fn evidence(&self) -> &Evidence {
        match self {
            Outcome::Delivered(evidence) | Outcome::Unknown { evidence } => evidence,
            Outcome::Later { evidence, .. }
            | Outcome::Refused { evidence, .. }
            | Outcome::Below { evidence, .. } => evidence,
        }
    }

    fn evidence_mut(&mut self) -> &mut Evidence {
        match self {
            Outcome::Delivered(evidence) | Outcome::Unknown { evidence } => evidence,
            Outcome::Later { evidence, .. }
            | Outcome::Refused { evidence, .. }
            | Outcome::Below { evidence, .. } => evidence,
        }
    }

    fn later(reply: Reply, mut evidence: Evidence) -> Outcome {
        evidence.reply = Some(reply.clone());
        Outcome::Later { reply, evidence }
    }

    fn refused(reply: Reply, mut evidence: Evidence) -> Outcome {
        evidence.reply = Some(reply.clone());
        Outcome::Refused { reply, evidence }
    }
}

/// Delivers, and says for each recipient, in order, what became of it.
pub fn deliver(
    carrier: &Carrier,
    parcel: &Parcel<'_>,
    need: Need,
    deadline: Deadline,
) -> Vec<Outcome> {
    let mut send = |mut session: Session, evidence: &Evidence| {
        session.until(deadline);
        let sending = session.send_noting(
            parcel.envelope,
            parcel.head,
            parcel.message,
            parcel.before_end,
        );
        session.quit();
        // A server that closed before it had anything is left for the next one.
        let nothing = sending.fates.iter().all(|fate| *fate == Fate::NotSent);
        match &sending.fault {
            Some(fault) if nothing => Err(said(fault)),
            _ => Ok(told(&sending, evidence)),
        }
    };
    let evidence = Evidence::new(parcel.now, need, parcel.domain, carrier.port);
    let mut outcomes = match walk(carrier, evidence, deadline, &mut send) {
        Ok(outcomes) => outcomes,
        Err(outcome) => vec![*outcome; parcel.envelope.recipients.len()],
    };
    let envelope = parcel.envelope;
    let recipients = envelope.recipients.iter().map(|to| to.address.as_str());
    let own = recipients.chain(envelope.from.as_deref());
    // A thousand recipients are mostly answered with the same words.
    let mut cleaned = HashMap::new();
    for outcome in &mut outcomes {
        outcome.evidence_mut().forget(own.clone(), &mut cleaned);
    }
    outcomes
}

/// Whether a server of `domain` meets the level now. Nothing is sent; `Delivered` says yes.
pub fn probe(carrier: &Carrier, domain: &str, need: Need, now: u64, deadline: Deadline) -> Outcome {
    let mut look = |session: Session, evidence: &Evidence| {
        session.quit();
        Ok(Outcome::Delivered(evidence.clone()))
    };
    let evidence = Evidence::new(now, need, domain, carrier.port);
    match walk(carrier, evidence, deadline, &mut look) {
        Ok(outcome) => outcome,
        Err(outcome) => *outcome,
    }
}

/// Goes from server to server until one meets the level and `act` has done its part there. The outcome is boxed
/// because evidence is large.
fn walk<T>(
    carrier: &Carrier,
    mut evidence: Evidence,
    deadline: Deadline,
    act: &mut impl FnMut(Session, &Evidence) -> Result<T, Reply>,
) -> Result<T, Box<Outcome>> {
    let route = Route::find(carrier, &mut evidence, deadline)
        .map_err(|end| Box::new(end.outcome(evidence.clone())))?;
    let hosts = route.hosts.iter().take(HOSTS);
    // What the best server left us with; a later one does not hide it.
    let (mut later, mut below) = (None, None);
    for (at, host) in hosts.enumerate() {
        let mut here = evidence.clone();
        let host = match Host::look(carrier, &route, host, &mut here, deadline) {
            Ok(host) => host,
            Err(why) => {
                left(&mut evidence, &here, None, &why.to_string());
                below.get_or_insert((why, here));
                continue;
            }
        };
        let more = route.hosts.len() > at + 1;
        for ip in host.addresses.iter().take(ADDRESSES) {
            let address = SocketAddr::new(*ip, carrier.port);
            let until = share(deadline, more || host.addresses.len() > 1);
            let mut here = here.clone();
            let what = match attempt::connect(carrier, &host, address, &mut here, until) {
                Try::Meets(session) => match act(*session, &here) {
                    Ok(done) => return Ok(done),
                    Err(reply) => {
                        let what = reply.to_string();
                        later.get_or_insert((reply, here.clone()));
                        what
                    }
                },
                Try::Below(why) => {
                    let what = why.to_string();
                    below.get_or_insert((why, here.clone()));
                    what
                }
                Try::Away(fault) => {
                    later.get_or_insert((said(&fault), here.clone()));
                    fault.to_string()
                }
            };
            left(&mut evidence, &here, Some(*ip), &what);
        }
    }
    Err(Box::new(ended(evidence, later, below)))
}

/// What is said when no server has taken the mail. A server that could not be reached may meet the level later, so
/// "below" is said only when all were seen.
fn ended(
    evidence: Evidence,
    later: Option<(Reply, Evidence)>,
    below: Option<(Why, Evidence)>,
) -> Outcome {
    let tried = evidence.tried.clone();
    match (later, below) {
        (Some((reply, here)), _) => Outcome::later(reply, Evidence { tried, ..here }),
        (None, Some((why, here))) => Outcome::Below {
            why,
            evidence: Evidence { tried, ..here },
        },
        (None, None) => {
            let reply = Reply::later("4.4.4", "No server has an address");
            Outcome::later(reply, evidence)
        }
    }
}

/// Where another server is left, one may use up half of the time at most.
fn share(deadline: Deadline, more: bool) -> Deadline {
    if more {
        deadline.sooner(deadline.left() / 2)
    } else {
        deadline
    }
}

fn left(evidence: &mut Evidence, here: &Evidence, ip: Option<IpAddr>, what: &str) {
    evidence.tried.push(Tried {
        host: here.host.clone().unwrap_or_default(),
        ip,
        what: what.to_owned(),
    });
}

/// A fault as an answer to those who wait: the mail is kept and tried again.
fn said(fault: &Fault) -> Reply {
    match &fault.cause {
        Cause::Reply(reply) if reply.is_later() => reply.clone(),
        Cause::Late => Reply::later("4.4.7", &fault.to_string()),
        Cause::Line(_) => Reply::later("4.4.1", &fault.to_string()),
        Cause::Ours(_) => Reply::later("4.3.0", &fault.to_string()),
        _ => Reply::later("4.4.2", &fault.to_string()),
    }
}

/// The fates at a server that meets the level, with what was seen of it.
fn told(sending: &Sending, evidence: &Evidence) -> Vec<Outcome> {
    let of = |fate: &Fate| {
        let mut evidence = evidence.clone();
        match fate {
            Fate::Taken(reply) => {
                evidence.sent_sha256 = sending.sha256.map(|sum| crate::evidence::hex(&sum));
                evidence.sent_bytes = Some(sending.bytes);
                evidence.reply = Some(reply.clone());
                Outcome::Delivered(evidence)
            }
            Fate::Unknown => {
                evidence.sent_sha256 = sending.sha256.map(|sum| crate::evidence::hex(&sum));
                evidence.sent_bytes = Some(sending.bytes);
                Outcome::Unknown { evidence }
            }
            Fate::Refused(reply) if reply.is_refused() => Outcome::refused(reply.clone(), evidence),
            Fate::Refused(reply) => Outcome::later(reply.clone(), evidence),
            Fate::NotSent => {
                let reply = sending.fault.as_ref().map(said);
                let reply = reply.unwrap_or_else(|| Reply::later("4.4.2", "Not sent"));
                Outcome::later(reply, evidence)
            }
        }
    };
    sending.fates.iter().map(of).collect()
}

/// The domain as the name system writes it, where it is one.
fn name(domain: &str) -> Option<String> {
    dns::ascii(domain).filter(|ascii| !ascii.starts_with('['))
}
