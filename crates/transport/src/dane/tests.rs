//! Certificates made here, and records that do and do not fit them.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};

use super::*;

const NOW: u64 = 1_790_000_000;

struct Chain {
    certificates: Vec<CertificateDer<'static>>,
}

fn ca(name: &str) -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new(vec![]).unwrap();
    params
        .distinguished_name
        .push(rcgen::DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// The chain of a server: its own certificate and its authority's.
fn chain(names: &[&str], until: i32) -> Chain {
    let authority = ca("Lab");
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names).unwrap();
    params.not_after = date_time_ymd(until, 1, 1);
    let own = params
        .signed_by(&KeyPair::generate().unwrap(), &authority)
        .unwrap();
    Chain {
        certificates: vec![own.der().clone(), authority.der().clone()],
    }
}

fn spki(certificate: &CertificateDer<'_>) -> Vec<u8> {
    ParsedCertificate::try_from(certificate)
        .unwrap()
        .subject_public_key_info()
        .to_vec()
}

fn record(usage: u8, selector: u8, matching: u8, certificate: &CertificateDer<'_>) -> Tlsa {
    let selected = if selector == 0 {
        certificate.to_vec()
    } else {
        spki(certificate)
    };
    let data = match matching {
        0 => selected,
        1 => Sha256::digest(&selected).to_vec(),
        _ => Sha512::digest(&selected).to_vec(),
    };
    Tlsa {
        usage,
        selector,
        matching,
        data,
    }
}

fn fits(records: &[Tlsa], chain: &Chain) -> bool {
    matched(records, &chain.certificates, &["mx.y.test", "y.test"], NOW).is_ok()
}

#[test]
fn every_usable_kind_fits_its_own_certificate_and_no_other() {
    let (good, other) = (chain(&["mx.y.test"], 2090), chain(&["mx.y.test"], 2090));
    for (usage, at) in [(EE, 0), (TA, 1)] {
        for selector in [0, 1] {
            for matching in [0, 1, 2] {
                let record = record(usage, selector, matching, &good.certificates[at]);
                assert!(is_usable(&record));
                assert!(
                    fits(std::slice::from_ref(&record), &good),
                    "{usage} {selector} {matching}"
                );
                assert!(!fits(&[record], &other), "{usage} {selector} {matching}");
            }
        }
    }
}

#[test]
fn name_and_time_count_for_an_authority_and_not_for_the_servers_own() {
    for wrong in [chain(&["mx.z.test"], 2090), chain(&["mx.y.test"], 2025)] {
        assert!(fits(&[record(EE, 1, 1, &wrong.certificates[0])], &wrong));
        assert!(!fits(&[record(TA, 1, 1, &wrong.certificates[1])], &wrong));
    }
    // The domain's own name may stand in the certificate instead of the server's.
    let domain = chain(&["y.test"], 2090);
    assert!(fits(&[record(TA, 0, 1, &domain.certificates[1])], &domain));
}

#[test]
fn an_authority_that_is_published_whole_need_not_be_sent() {
    let mut good = chain(&["mx.y.test"], 2090);
    let whole = record(TA, 0, 0, &good.certificates[1]);
    let digest = record(TA, 0, 1, &good.certificates[1]);
    good.certificates.truncate(1);
    assert!(fits(&[whole], &good));
    assert!(!fits(&[digest], &good));
}

#[test]
fn an_authority_that_did_not_sign_is_none() {
    let mut good = chain(&["mx.y.test"], 2090);
    let stranger = ca("Stranger");
    good.certificates.push(stranger.der().clone());
    assert!(!fits(&[record(TA, 0, 1, stranger.der())], &good));
    // The server's own certificate is no authority.
    assert!(!fits(&[record(TA, 0, 1, &good.certificates[0])], &good));
}

#[test]
fn kinds_that_do_not_protect_mail_are_not_used() {
    let good = chain(&["mx.y.test"], 2090);
    let own = &good.certificates[0];
    for (usage, selector, matching) in [(0, 0, 1), (1, 1, 1), (4, 0, 1), (3, 2, 1)] {
        let mut record = record(3, 0, 1, own);
        (record.usage, record.selector, record.matching) = (usage, selector, matching);
        assert!(!is_usable(&record));
        assert!(!fits(&[record], &good));
    }
    let mut short = record(3, 0, 1, own);
    short.data.pop();
    assert!(!is_usable(&short));
    let mut unknown = record(3, 0, 1, own);
    unknown.matching = 3;
    assert!(!is_usable(&unknown));
    assert!(!fits(&[], &good));
    assert!(matched(&[record(3, 0, 1, own)], &[], &["mx.y.test"], NOW).is_err());
}

#[test]
fn the_stronger_digest_counts() {
    let (good, other) = (chain(&["mx.y.test"], 2090), chain(&["mx.y.test"], 2090));
    let fitting = record(3, 1, 1, &good.certificates[0]);
    let stronger = record(3, 1, 2, &other.certificates[0]);
    assert!(!fits(&[fitting.clone(), stronger.clone()], &good));
    // Of another selector it says nothing about this one.
    let elsewhere = record(3, 0, 2, &other.certificates[0]);
    assert_eq!(
        matched(&[elsewhere, fitting], &good.certificates, &[], NOW),
        Ok(1)
    );
}
