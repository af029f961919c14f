//! Whether a server's certificates are those that its domain has published (RFC 6698, 7671, 7672). Pure.

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::server::ParsedCertificate;
use sha2::{Digest, Sha256, Sha512};

use crate::dns::Tlsa;
use crate::tls;

/// The server's own certificate.
const EE: u8 = 3;
/// An authority that the domain names.
const TA: u8 = 2;

/// Of a kind that protects mail: usages 0 and 1 would lean on public authorities as well, which RFC 7672, 3.1.3
/// does not allow for mail.
pub fn is_usable(record: &Tlsa) -> bool {
    let whole = match record.matching {
        0 => !record.data.is_empty(),
        1 => record.data.len() == 32,
        2 => record.data.len() == 64,
        _ => false,
    };
    matches!(record.usage, TA | EE) && record.selector <= 1 && whole
}

/// Which record the certificates match. `names` are the names that a certificate of usage 2 may carry (RFC 7672,
/// 3.2.2): the server's and the domain's. `now` in Unix seconds.
///
/// # Errors
/// Why none matches.
pub fn matched(
    records: &[Tlsa],
    chain: &[CertificateDer<'_>],
    names: &[&str],
    now: u64,
) -> Result<usize, String> {
    let mut why = "no record matches the certificate".to_owned();
    for (at, record) in records.iter().enumerate() {
        if !is_usable(record) || is_outdone(record, records) {
            continue;
        }
        let outcome = match record.usage {
            EE => own(record, chain),
            _ => authority(record, chain, names, now),
        };
        match outcome {
            Ok(true) => return Ok(at),
            Ok(false) => {}
            Err(fault) => why = fault,
        }
    }
    Err(why)
}

/// Where the same is published with SHA-512 as well, SHA-256 counts no more (RFC 7671, 9).
fn is_outdone(record: &Tlsa, records: &[Tlsa]) -> bool {
    record.matching == 1
        && records.iter().any(|other| {
            is_usable(other)
                && other.matching == 2
                && (other.usage, other.selector) == (record.usage, record.selector)
        })
}

/// Usage 3: neither name nor time in the certificate count (RFC 7672, 3.1.1).
fn own(record: &Tlsa, chain: &[CertificateDer<'_>]) -> Result<bool, String> {
    match chain.first() {
        Some(leaf) => Ok(fits(record, leaf)),
        None => Err("no certificate".to_owned()),
    }
}

/// Usage 2: the authority is in what the server sent, or the record is its whole certificate.
fn authority(
    record: &Tlsa,
    chain: &[CertificateDer<'_>],
    names: &[&str],
    now: u64,
) -> Result<bool, String> {
    let published = (record.selector, record.matching) == (0, 0);
    let published = published.then(|| CertificateDer::from(record.data.clone()));
    let sent = chain.iter().skip(1).filter(|one| fits(record, one));
    let mut why = None;
    for anchor in sent.chain(&published) {
        let mut roots = RootCertStore::empty();
        if let Err(error) = roots.add(anchor.clone()) {
            why = Some(error.to_string());
            continue;
        }
        let outcome = tls::chained(chain, &roots, now).and_then(|()| tls::named(chain, names));
        match outcome {
            Ok(()) => return Ok(true),
            Err(fault) => why = Some(fault),
        }
    }
    why.map_or(Ok(false), Err)
}

/// Whether the record is of this certificate.
fn fits(record: &Tlsa, certificate: &CertificateDer<'_>) -> bool {
    let selected = if record.selector == 0 {
        certificate.to_vec()
    } else {
        match ParsedCertificate::try_from(certificate) {
            Ok(parsed) => parsed.subject_public_key_info().to_vec(),
            Err(_) => return false,
        }
    };
    match record.matching {
        0 => selected == record.data,
        1 => Sha256::digest(&selected)[..] == record.data[..],
        _ => Sha512::digest(&selected)[..] == record.data[..],
    }
}

#[cfg(test)]
mod tests;
