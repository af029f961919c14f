//! Which servers take mail for a domain, and what promises that a server is protected.

use std::net::IpAddr;

use super::{Carrier, Outcome, Pin, Why, name};
use crate::dns::{Failure, Tlsa};
use crate::evidence::{TlsaRecord, TlsaSeen, hex};
use crate::sts::{Asking, Known, Mode};
use crate::{Deadline, Evidence, Need, Reply, Security, StsSeen, dane};

/// The servers of a domain, the preferred first.
pub struct Route {
    pub domain: String,
    pub hosts: Vec<String>,
    /// The list is signed.
    secure: bool,
}

/// Why there is no way at all.
pub enum End {
    Later(Reply),
    Refused(Reply),
    Below(Why),
}

impl End {
    pub fn outcome(self, evidence: Evidence) -> Outcome {
        match self {
            End::Later(reply) => Outcome::later(reply, evidence),
            End::Refused(reply) => Outcome::refused(reply, evidence),
            End::Below(why) => Outcome::Below { why, evidence },
        }
    }
}

impl Route {
    /// Asks for the domain's servers (RFC 5321, 5.1).
    pub fn find(
        carrier: &Carrier,
        evidence: &mut Evidence,
        deadline: Deadline,
    ) -> Result<Route, End> {
        let refused = |enhanced, text| End::Refused(Reply::refused(enhanced, text));
        let Some(domain) = name(&evidence.domain) else {
            return Err(refused("5.1.2", "The domain is no name"));
        };
        let found = match carrier.resolver.mx(&domain, deadline) {
            Ok(found) => found,
            Err(failure) => {
                evidence.mx = failure.security();
                return Err(match failure {
                    Failure::Bogus => End::Below(Why::Unsure),
                    other => {
                        End::Later(Reply::later("4.4.3", &format!("Servers unknown: {other}")))
                    }
                });
            }
        };
        evidence.mx = found.security;
        if !found.exists {
            return Err(refused("5.1.2", "There is no such domain"));
        }
        let mut servers = found.records;
        // Among servers that are equally preferred chance decides (RFC 5321, 5.1).
        servers.sort_by_cached_key(|server| (server.preference, chance()));
        // RFC 7505.
        if servers.iter().any(|server| server.host.is_empty()) {
            return Err(refused("5.1.10", "The domain takes no mail"));
        }
        let mut hosts: Vec<String> = servers.into_iter().map(|server| server.host).collect();
        if hosts.is_empty() {
            hosts.push(domain.clone());
        }
        Ok(Route {
            domain,
            hosts,
            secure: found.security == Security::Secure,
        })
    }
}

/// Any number; without chance, always the same.
fn chance() -> u32 {
    let mut bytes = [0; 4];
    let _ = getrandom::fill(&mut bytes);
    u32::from_ne_bytes(bytes)
}

/// A server, and what it must show.
pub struct Host {
    pub name: String,
    pub addresses: Vec<IpAddr>,
    pub promise: Promise,
}

/// What promises protection, the strongest that there is.
pub enum Promise {
    /// The name is where the records are; the others may stand in a certificate.
    Dane {
        records: Vec<Tlsa>,
        base: String,
        names: Vec<String>,
    },
    Pin(Pin),
    Sts,
    /// Only that somebody vouches for the server's name.
    Pkix,
}

impl Host {
    /// Looks for addresses and promises, and notes what it finds.
    pub fn look(
        carrier: &Carrier,
        route: &Route,
        host: &str,
        evidence: &mut Evidence,
        deadline: Deadline,
    ) -> Result<Host, Why> {
        evidence.host = Some(host.to_owned());
        let found = match carrier.resolver.addresses(host, deadline) {
            Ok(found) => found,
            Err(failure) => {
                evidence.address = failure.security();
                return Err(Why::Unsure);
            }
        };
        evidence.address = found.security;
        let mut addresses = found.records;
        let any = addresses.len();
        addresses.retain(|ip| carrier.may_reach(*ip));
        if any > 0 && addresses.is_empty() {
            return Err(Why::Reach);
        }
        // DANE holds only where the list of servers and their addresses are signed as well (RFC 7672, 2.2).
        let signed = route.secure && found.security == Security::Secure;
        let dane = if signed {
            published(carrier, host, &found.name, evidence, deadline)?
        } else {
            None
        };
        let promise = match dane {
            Some((records, base)) => {
                let names = vec![base.clone(), host.to_owned(), route.domain.clone()];
                Promise::Dane {
                    records,
                    base,
                    names,
                }
            }
            None => other(carrier, route, host, evidence, deadline)?,
        };
        Ok(Host {
            name: host.to_owned(),
            addresses,
            promise,
        })
    }
}

/// The TLSA records of a host: at the end of its aliases, else at its own name (RFC 7672, 2.2.2). `None` when it is
/// proved that there are none, or when none is of a kind that protects mail.
fn published(
    carrier: &Carrier,
    host: &str,
    end: &str,
    evidence: &mut Evidence,
    deadline: Deadline,
) -> Result<Option<(Vec<Tlsa>, String)>, Why> {
    let mut bases = vec![end.to_owned(), host.to_ascii_lowercase()];
    bases.dedup();
    for base in bases {
        let name = format!("_{}._tcp.{base}", carrier.port);
        let mut seen = TlsaSeen {
            name: name.clone(),
            security: Security::NotAsked,
            records: Vec::new(),
            matched: None,
        };
        let found = carrier.resolver.tlsa(&name, deadline).map_err(|failure| {
            seen.security = failure.security();
            evidence.tlsa = Some(seen.clone());
            Why::Unsure
        })?;
        seen.security = found.security;
        seen.records = found.records.iter().map(written).collect();
        evidence.tlsa = Some(seen);
        if found.security != Security::Secure || found.records.is_empty() {
            continue;
        }
        let usable = found.records.iter().any(dane::is_usable);
        return Ok(usable.then_some((found.records, base)));
    }
    Ok(None)
}

fn written(record: &Tlsa) -> TlsaRecord {
    TlsaRecord {
        usage: record.usage,
        selector: record.selector,
        matching: record.matching,
        data: hex(&record.data),
        usable: dane::is_usable(record),
    }
}

/// What promises protection where DANE does not: a pin, a policy, or, where that is enough, a known authority.
fn other(
    carrier: &Carrier,
    route: &Route,
    host: &str,
    evidence: &mut Evidence,
    deadline: Deadline,
) -> Result<Promise, Why> {
    let mut pins = carrier.pins.iter();
    if let Some(pin) = pins.find(|pin| name(&pin.domain).as_ref() == Some(&route.domain)) {
        return Ok(Promise::Pin(pin.clone()));
    }
    let asking = Asking {
        domain: &route.domain,
        resolver: &carrier.resolver,
        roots: &carrier.roots,
        port: carrier.policies.port,
        deadline,
    };
    let (known, fault) = carrier.policies.of(&asking, evidence.time);
    evidence.sts_fault = fault;
    if let Some(known) = known {
        let listed = known.policy.lists(host);
        evidence.sts = Some(noted(&known, evidence.time, listed));
        match (known.policy.mode, listed) {
            (Mode::Enforce, true) => return Ok(Promise::Sts),
            // A policy that is enforced forbids every other server (RFC 8461, 5).
            (Mode::Enforce, false) => return Err(Why::NotListed),
            _ => {}
        }
    }
    match evidence.need {
        Need::Forced => Ok(Promise::Pkix),
        Need::Verified => Err(Why::NoPromise),
    }
}

fn noted(known: &Known, now: u64, listed: bool) -> StsSeen {
    StsSeen {
        id: known.id.clone(),
        mode: known.policy.mode.code().to_owned(),
        age: now.saturating_sub(known.fetched),
        max_age: known.policy.max_age,
        host_listed: listed,
    }
}
