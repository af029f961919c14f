//! One connection to one server, up to the point where it is known whether it meets the level.

use std::net::SocketAddr;

use rustls::RootCertStore;
use rustls::pki_types::{CertificateDer, ServerName};

use super::route::{Host, Promise};
use super::{Carrier, PinTrust, Why};
use crate::smtp::{Cause, Fault, Session, Step};
use crate::{Basis, Check, Deadline, Evidence, Tls, dane, tls};

/// What came of it.
pub enum Try {
    Meets(Box<Session>),
    Below(Why),
    /// The server could not be reached, or did not come to the point.
    Away(Fault),
}

/// Connects, goes over to TLS and judges. What was seen is noted in `evidence` even where it is not enough.
pub fn connect(
    carrier: &Carrier,
    host: &Host,
    address: SocketAddr,
    evidence: &mut Evidence,
    until: Deadline,
) -> Try {
    evidence.ip = Some(address.ip());
    let mut session = match Session::connect(address, &carrier.helo, &carrier.patience, until) {
        Ok(session) => session,
        Err(fault) => return Try::Away(fault),
    };
    evidence.starttls = Some(session.offers().starttls);
    if !session.offers().starttls {
        session.quit();
        return Try::Below(Why::NoStartTls);
    }
    // The name that the server shall show a certificate for (RFC 7672, 8.1).
    let asked = match &host.promise {
        Promise::Dane { base, .. } => base,
        _ => &host.name,
    };
    let Ok(name) = ServerName::try_from(asked.clone()) else {
        return Try::Below(Why::Certificate("the server's name is none".to_owned()));
    };
    let (recorder, config) = match tls::Recorder::start() {
        Ok(both) => both,
        Err(what) => return Try::Below(Why::Handshake(what)),
    };
    if let Err(fault) = session.starttls(name, config) {
        return failed(fault);
    }
    let chain = recorder.chain();
    let Some(mut seen) = session.tls().map(|tls| tls::seen(tls, &chain)) else {
        return Try::Below(Why::Handshake("no TLS".to_owned()));
    };
    let (basis, verdict) = judge(carrier, host, &chain, &mut seen, evidence);
    evidence.tls = Some(seen);
    match verdict {
        Check::Good => {
            evidence.basis = Some(basis);
            Try::Meets(Box::new(session))
        }
        Check::Bad(what) => {
            session.quit();
            Try::Below(Why::Certificate(what))
        }
        Check::NotAsked => Try::Below(Why::NoPromise),
    }
}

/// Whether the certificates are what was promised. Chain and name are noted even where something else decides.
fn judge(
    carrier: &Carrier,
    host: &Host,
    chain: &[CertificateDer<'_>],
    seen: &mut Tls,
    evidence: &mut Evidence,
) -> (Basis, Check) {
    let now = evidence.time;
    seen.chain = Check::from(tls::chained(chain, &carrier.roots, now));
    seen.name = Check::from(tls::named(chain, &[&host.name]));
    match &host.promise {
        Promise::Dane { records, names, .. } => {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let matched = dane::matched(records, chain, &names, now);
            if let Some(tlsa) = &mut evidence.tlsa {
                tlsa.matched = matched.as_ref().ok().copied();
            }
            seen.dane = Check::from(matched.map(|_| ()));
            (Basis::Dane, seen.dane.clone())
        }
        Promise::Pin(pin) => {
            seen.pin = Check::from(pinned(pin, host, chain, now));
            (Basis::Pin, seen.pin.clone())
        }
        Promise::Sts => (Basis::Sts, both(&seen.chain, &seen.name)),
        Promise::Pkix => (Basis::Pkix, both(&seen.chain, &seen.name)),
    }
}

/// A server that offers TLS and then does not give it is below the level; one that asks to come again is away.
fn failed(fault: Fault) -> Try {
    match (&fault.step, &fault.cause) {
        (Step::StartTls, Cause::Reply(reply)) if reply.is_refused() => Try::Below(Why::NoStartTls),
        (Step::Handshake | Step::StartTls, Cause::Late)
        | (Step::StartTls, Cause::Reply(_))
        | (Step::Hello, _) => Try::Away(fault),
        _ => Try::Below(Why::Handshake(fault.to_string())),
    }
}

fn both(chain: &Check, name: &Check) -> Check {
    if chain.is_good() {
        name.clone()
    } else {
        chain.clone()
    }
}

fn pinned(
    pin: &super::Pin,
    host: &Host,
    chain: &[CertificateDer<'_>],
    now: u64,
) -> Result<(), String> {
    match &pin.trust {
        PinTrust::Fingerprints(known) => {
            let own = chain.first().map(tls::fingerprint);
            if own.is_some_and(|own| known.contains(&own)) {
                Ok(())
            } else {
                Err("not the certificate that was agreed on".to_owned())
            }
        }
        PinTrust::Authority(der) => {
            let mut roots = RootCertStore::empty();
            roots
                .add(CertificateDer::from(der.as_slice()))
                .map_err(|error| error.to_string())?;
            tls::chained(chain, &roots, now)?;
            let mut names: Vec<&str> = pin.hosts.iter().map(String::as_str).collect();
            let domain = super::name(&pin.domain).unwrap_or_default();
            if names.is_empty() {
                names.push(&domain);
                // The list of servers may be forged, so a name from it counts only inside of the domain.
                let inside = host.name.strip_suffix(domain.as_str());
                if inside.is_some_and(|rest| rest.ends_with('.')) {
                    names.push(&host.name);
                }
            }
            tls::named(chain, &names)
        }
    }
}
