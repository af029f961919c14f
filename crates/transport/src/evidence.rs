//! What was seen on the way of a mail. Never what was assumed: what was not asked says so.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::{Need, Reply};

/// How sure an answer of the name system is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// Signed from the root down, and validated.
    Secure,
    /// Proved to be unsigned.
    Insecure,
    /// Its signatures do not hold.
    Bogus,
    /// No answer, or a failure.
    Failed,
    NotAsked,
}

/// What the verdict rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// RFC 7672.
    Dane,
    /// RFC 8461, enforced.
    Sts,
    /// A partner's certificate or authority that was agreed on.
    Pin,
    /// A certificate of a public authority for the server's name.
    Pkix,
}

/// The outcome of one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    Good,
    Bad(String),
    NotAsked,
}

impl Check {
    /// Asked, and good.
    pub fn is_good(&self) -> bool {
        *self == Check::Good
    }

    pub(crate) fn from(outcome: Result<(), String>) -> Check {
        match outcome {
            Ok(()) => Check::Good,
            Err(why) => Check::Bad(why),
        }
    }
}

/// The protection of a connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tls {
    /// `TLSv1.3`.
    pub version: String,
    pub cipher: String,
    /// The group of the key exchange.
    pub group: String,
    /// Of the server's own certificate, in hex.
    pub certificate_sha256: String,
    /// Certificates that the server sent, its own included.
    pub certificates: usize,
    /// Up to a public authority.
    pub chain: Check,
    /// The name of the mail server stands in the certificate.
    pub name: Check,
    pub dane: Check,
    pub pin: Check,
}

/// RFC 6698.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TlsaRecord {
    pub usage: u8,
    pub selector: u8,
    pub matching: u8,
    /// In hex.
    pub data: String,
    /// Of a kind that protects mail (RFC 7672, 3.1).
    pub usable: bool,
}

/// The TLSA records of a host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TlsaSeen {
    pub name: String,
    pub security: Security,
    pub records: Vec<TlsaRecord>,
    /// Which one the server's certificates matched.
    pub matched: Option<usize>,
}

/// The MTA-STS policy of a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StsSeen {
    pub id: String,
    /// `enforce`, `testing` or `none`.
    pub mode: String,
    /// Seconds since it was fetched.
    pub age: u64,
    /// Seconds that it holds.
    pub max_age: u64,
    /// Whether the policy lists the host.
    pub host_listed: bool,
}

/// Another server that was asked before, and why it was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    pub host: String,
    pub ip: Option<IpAddr>,
    pub what: String,
}

/// Everything that was seen for one recipient and attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Unix seconds, as the caller said.
    pub time: u64,
    pub need: Need,
    pub domain: String,
    /// `None`: the level was not reached.
    pub basis: Option<Basis>,
    pub host: Option<String>,
    pub ip: Option<IpAddr>,
    pub port: u16,
    /// Whether the server offered STARTTLS; `None` when it was not asked.
    pub starttls: Option<bool>,
    pub tls: Option<Tls>,
    /// Of the list of mail servers, and of the server's addresses.
    pub mx: Security,
    pub address: Security,
    pub tlsa: Option<TlsaSeen>,
    pub sts: Option<StsSeen>,
    /// Why no policy could be had, where the domain announces one.
    pub sts_fault: Option<String>,
    /// The server's last word on this recipient.
    pub reply: Option<Reply>,
    /// SHA-256 in hex of the bytes that were sent, without the protocol's dots.
    pub sent_sha256: Option<String>,
    pub sent_bytes: Option<u64>,
    /// Servers that were left, in order.
    pub tried: Vec<Tried>,
}

impl Evidence {
    /// Nothing has been seen yet.
    pub fn new(time: u64, need: Need, domain: &str, port: u16) -> Evidence {
        Evidence {
            time,
            need,
            domain: domain.to_owned(),
            basis: None,
            host: None,
            ip: None,
            port,
            starttls: None,
            tls: None,
            mx: Security::NotAsked,
            address: Security::NotAsked,
            tlsa: None,
            sts: None,
            sts_fault: None,
            reply: None,
            sent_sha256: None,
            sent_bytes: None,
            tried: Vec::new(),
        }
    }
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
