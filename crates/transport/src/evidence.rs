//! What was seen on the way of a mail. Never what was assumed: what was not asked says so.

use std::collections::HashMap;
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

impl Evidence {
    /// Takes the addresses out of what servers have said: an answer often repeats the recipient's, who is known by a
    /// keyed hash alone in what is kept. Of the mail's own addresses the part before the `@` goes too. `cleaned` has
    /// what was said of the mail's other recipients.
    pub(crate) fn forget<'a>(
        &mut self,
        own: impl Iterator<Item = &'a str> + Clone,
        cleaned: &mut HashMap<String, String>,
    ) {
        let mut clean = |text: &mut String| {
            let known = cleaned.entry(text.clone());
            let known = known.or_insert_with(|| without_addresses(text, own.clone()));
            text.clone_from(known);
        };
        if let Some(reply) = &mut self.reply {
            clean(&mut reply.text);
        }
        self.tried.iter_mut().for_each(|one| clean(&mut one.what));
    }
}

fn without_addresses<'a>(text: &str, own: impl Iterator<Item = &'a str>) -> String {
    let mut text = text.to_owned();
    for address in own {
        let local = address.rsplit_once('@').map_or(address, |(local, _)| local);
        let untagged = local.split('+').next().unwrap_or(local);
        for name in [address, local, untagged] {
            text = without(&text, name);
        }
    }
    // Everybody else's: the word round each `@`.
    let ends = |c: char| c.is_whitespace() || "<>()[]{},;:\"'|".contains(c);
    text.split_inclusive(ends)
        .map(|piece| {
            let word = piece.trim_end_matches(ends);
            if word.contains('@') {
                piece.replacen(word, "…@…", 1)
            } else {
                piece.to_owned()
            }
        })
        .collect()
}

/// `name` in small or capital letters, where it is no part of a longer word.
fn without(text: &str, name: &str) -> String {
    let (folded, name) = (text.to_ascii_lowercase(), name.to_ascii_lowercase());
    if name.is_empty() {
        return text.to_owned();
    }
    let (mut out, mut at) = (String::new(), 0);
    for (start, _) in folded.match_indices(&name) {
        let end = start + name.len();
        let apart = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        let alone =
            apart(folded[..start].chars().next_back()) && apart(folded[end..].chars().next());
        if alone && start >= at {
            out.push_str(&text[at..start]);
            out.push('…');
            at = end;
        }
    }
    out + &text[at..]
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::without_addresses;

    #[test]
    fn an_answer_is_kept_without_addresses() {
        let own = ["Kalle.Anka+sag@anka.example", "a@testby.example"];
        for (said, kept) in [
            ("<kalle.anka+SAG@anka.example>: unknown", "<…>: unknown"),
            ("User kalle.anka is over quota", "User … is over quota"),
            ("no user 'Kalle.Anka+sag' here", "no user '…' here"),
            ("try postmaster@mx.example, or wait", "try …@…, or wait"),
            ("bounce+kalle.anka=x@mx.example", "…@…"),
            ("\"x y\"@mx.example unknown", "\"x y\"…@… unknown"),
            ("kalle.ankarsson has moved", "kalle.ankarsson has moved"),
            ("Queued at 12:30 as 4711Ö", "Queued at 12:30 as 4711Ö"),
            ("", ""),
        ] {
            assert_eq!(without_addresses(said, own.into_iter()), kept);
        }
    }
}
