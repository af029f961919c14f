//! Deliveries to servers that are safe and servers that are not, with a signed name system of the lab's own.
//! Needs root and a few packages of Debian; `cargo xtask test` installs them.

// A test ends where something is not as it must be.
#![allow(clippy::unwrap_used)]

mod awkward;
mod net;
mod postfix;
mod receiver;
mod world;

use transport::sts::{Known, Mode, Policy};
use transport::{Check, Deadline, Need, Outcome, Pin, PinTrust, Why, probe};
use world::{NOW, STUFFED, World};

fn long() -> Deadline {
    Deadline::after(std::time::Duration::from_secs(60))
}

/// A verdict in a word, for tables.
fn word(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Delivered(evidence) => format!("{:?}", evidence.basis.unwrap()),
        Outcome::Below { why, .. } => {
            let why = format!("{why:?}");
            why.split('(').next().unwrap_or_default().to_owned()
        }
        Outcome::Later { reply, .. } => format!("later {}", reply.enhanced),
        Outcome::Refused { reply, .. } => format!("refused {}", reply.enhanced),
        Outcome::Unknown { .. } => "unknown".to_owned(),
    }
}

/// Domain, verdicts at L2 and L1, and the server that gets the mail.
const TABLE: [(&str, &str, &str, &str); 17] = [
    ("d0.test", "Dane", "Dane", "mx.d0.test"),
    ("d1.test", "Certificate", "Certificate", ""),
    ("d2.test", "Unsure", "Unsure", ""),
    ("d3.open.test", "Sts", "Sts", "mx.d3.open.test"),
    ("d4.open.test", "NoPromise", "Pkix", "mx.d4.open.test"),
    ("d5.open.test", "NoPromise", "Pkix", "mx.d5.open.test"),
    ("d6.open.test", "NotListed", "NotListed", ""),
    ("d7.open.test", "NoPromise", "Certificate", ""),
    ("d8.test", "Handshake", "Handshake", ""),
    ("d9.test", "NoStartTls", "NoStartTls", ""),
    ("d10.test", "Handshake", "Handshake", ""),
    ("d11.test", "Dane", "Dane", "mx.d11.test"),
    ("d12.test", "Dane", "Dane", "mx.d12.test"),
    ("ta.test", "Dane", "Dane", "mx.ta.test"),
    ("name.open.test", "NoPromise", "Certificate", ""),
    ("bogus.test", "Unsure", "Unsure", ""),
    ("null.test", "refused 5.1.10", "refused 5.1.10", ""),
];

#[test]
fn thirteen_receivers_and_a_few_more() {
    let Some(world) = World::new() else { return };
    assert_eq!(
        world.carrier.resolver.check(Some("bogus.test"), long()),
        Ok(())
    );
    // What d5 once said holds no longer, and nothing new can be fetched.
    let policy = Policy {
        mode: Mode::Enforce,
        mx: vec!["mx.d5.open.test".into()],
        max_age: 100,
    };
    world.carrier.policies.keep(
        "d5.open.test",
        Known {
            id: "1".into(),
            policy,
            fetched: NOW - 100,
        },
    );
    for (domain, verified, forced, host) in TABLE {
        for (need, expected) in [(Need::Verified, verified), (Need::Forced, forced)] {
            let before: Vec<usize> = world
                .receivers
                .values()
                .map(|one| one.mails.lock().unwrap().len())
                .collect();
            let seen = probe(&world.carrier, domain, need, NOW, long());
            assert_eq!(word(&seen), expected, "{domain} {need:?}: {seen:#?}");
            if let ("d8.test", Outcome::Below { why, .. }) = (domain, &seen) {
                assert!(why.to_string().contains("ProtocolVersion"), "{why}");
            }
            let outcomes = world.send(domain, &["b"], need, long());
            assert_eq!(
                word(&outcomes[0]),
                expected,
                "{domain} {need:?}: {outcomes:#?}"
            );
            let got: Vec<&str> = world
                .receivers
                .iter()
                .zip(before)
                .filter(|((_, one), before)| one.mails.lock().unwrap().len() > *before)
                .map(|((host, _), _)| *host)
                .collect();
            let delivered = matches!(outcomes[0], Outcome::Delivered(_));
            assert_eq!(
                got,
                if delivered { vec![host] } else { vec![] },
                "{domain} {need:?}"
            );
            if delivered {
                assert_eq!(world.mails(host).last().map(Vec::as_slice), Some(STUFFED));
            }
        }
    }
    for (host, receiver) in &world.receivers {
        let lines = receiver.lines.lock().unwrap();
        let named = lines
            .iter()
            .any(|line| line.starts_with("MAIL") || line.starts_with("RCPT"));
        let safe = TABLE.iter().any(|row| row.3 == *host);
        assert_eq!(named, safe, "{host}: {lines:?}");
    }
    as_postfix_judges(&world);
}

/// Where Postfix's own program can judge, it says the same.
fn as_postfix_judges(world: &World) {
    let mut judged = 0;
    for (level, need, domains) in [
        (
            "dane-only",
            Need::Verified,
            &[
                "d0.test", "d1.test", "d2.test", "d8.test", "d9.test", "d10.test", "d12.test",
                "ta.test",
            ][..],
        ),
        (
            "verify",
            Need::Forced,
            &[
                "d4.open.test",
                "d5.open.test",
                "d7.open.test",
                "name.open.test",
            ],
        ),
    ] {
        for domain in domains {
            let Some((verified, said)) = world.finger(domain, level, "") else {
                println!("NOT COMPARED with posttls-finger: no mount namespace on this machine");
                return;
            };
            let ours = probe(&world.carrier, domain, need, NOW, long());
            assert_eq!(
                matches!(ours, Outcome::Delivered(_)),
                verified,
                "{domain} {level}: {said}\n{ours:?}"
            );
            judged += 1;
        }
    }
    println!("posttls-finger agrees on {judged} domains");
}

#[test]
fn what_was_seen_is_told() {
    let Some(mut world) = World::new() else {
        return;
    };
    let outcomes = world.send("d11.test", &["b", "c"], Need::Verified, long());
    assert_eq!(outcomes.len(), 2);
    let evidence = outcomes[1].evidence();
    let tls = evidence.tls.as_ref().unwrap();
    assert_eq!(
        (
            tls.version.as_str(),
            tls.cipher.starts_with("TLS13_"),
            tls.group.is_empty()
        ),
        ("TLSv1.3", true, false)
    );
    assert_eq!(
        (&tls.dane, &tls.name, tls.certificates),
        (&Check::Good, &Check::Good, 2)
    );
    assert_eq!(tls.certificate_sha256.len(), 64);
    assert_eq!(evidence.tlsa.as_ref().unwrap().matched, Some(0));
    assert_eq!(evidence.tried[0].host, "bad.d11.test");
    assert_eq!(evidence.reply.as_ref().unwrap().text, "Taken");
    let sent = transport::Message::of([world::HEAD, world::MAIL].concat());
    let hex: String = sent
        .sha256()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        (evidence.sent_sha256.as_deref(), evidence.sent_bytes),
        (Some(hex.as_str()), Some(sent.len()))
    );
    let text = serde_json::to_string(evidence).unwrap();
    assert_eq!(
        &serde_json::from_str::<transport::Evidence>(&text).unwrap(),
        evidence
    );
    // A refusal for want of a promise never opened a line.
    let below = probe(&world.carrier, "d7.open.test", Need::Verified, NOW, long());
    assert_eq!(
        (below.evidence().starttls, below.evidence().basis),
        (None, None)
    );
    let none = probe(
        &world.carrier,
        "nobody-here.test",
        Need::Verified,
        NOW,
        long(),
    );
    assert_eq!(word(&none), "refused 5.1.2");
    pins(&mut world);
    world.carrier.reach = transport::Reach::Public;
    assert!(matches!(
        probe(&world.carrier, "d0.test", Need::Verified, NOW, long()),
        Outcome::Below {
            why: Why::Reach,
            ..
        }
    ));
}

/// What was agreed on with a partner.
fn pin(domain: &str, trust: PinTrust) -> Pin {
    Pin {
        domain: domain.into(),
        trust,
        hosts: vec![],
    }
}

/// A partner is known by its certificate, or by its authority and a name in its own domain.
fn pins(world: &mut World) {
    // As a file holds it, in either form.
    let pem = std::fs::read(world.authority_file()).unwrap();
    let authority = || PinTrust::authority(&pem).unwrap();
    assert!(PinTrust::authority(world.authority.der()).is_some());
    assert!(PinTrust::authority(b"-----BEGIN CERTIFICATE-----").is_none());
    let pins = vec![
        pin(
            "d7.open.test",
            PinTrust::Fingerprints(vec![[0; 32], world.self_signed]),
        ),
        pin("d4.open.test", PinTrust::Fingerprints(vec![[0; 32]])),
        pin("D5.open.test", authority()),
        pin("name.open.test", authority()),
    ];
    world.carrier.pins = pins;
    // Postfix's words for the two kinds of agreement.
    let (print, other) = (world.print(), ["00"; 32].join(":"));
    for (domain, expected, level, agreed) in [
        (
            "d7.open.test",
            "Pin",
            "fingerprint",
            format!("{other} {print}"),
        ),
        ("d4.open.test", "Certificate", "fingerprint", other.clone()),
        ("d5.open.test", "Pin", "secure", String::new()),
        ("name.open.test", "Certificate", "secure", String::new()),
    ] {
        let seen = probe(&world.carrier, domain, Need::Verified, NOW, long());
        assert_eq!(word(&seen), expected, "{domain}: {seen:#?}");
        if let Some((verified, said)) = world.finger(domain, level, &agreed) {
            assert_eq!(verified, expected == "Pin", "{domain} {level}: {said}");
        }
    }
    world.carrier.pins[3].hosts = vec!["mx.else.test".into()];
    assert_eq!(
        word(&probe(
            &world.carrier,
            "name.open.test",
            Need::Verified,
            NOW,
            long()
        )),
        "Pin"
    );
    world.carrier.pins.clear();
}

#[test]
fn a_policy_holds_for_as_long_as_it_said() {
    let Some(mut world) = World::new() else {
        return;
    };
    let at = |world: &World, now| {
        word(&probe(
            &world.carrier,
            "d3.open.test",
            Need::Verified,
            now,
            long(),
        ))
    };
    assert_eq!(at(&world, NOW), "Sts");
    // From now on nobody gets at the policy's server.
    world.carrier.policies.fetch = |_| Err("blocked".to_owned());
    assert_eq!(at(&world, NOW + 86_399), "Sts");
    assert_eq!(at(&world, NOW + 86_400), "NoPromise");
    let seen = probe(
        &world.carrier,
        "d3.open.test",
        Need::Verified,
        NOW + 86_401,
        long(),
    );
    assert_eq!(seen.evidence().sts_fault.as_deref(), Some("blocked"));
    // After a pause it is tried again.
    world.carrier.policies.fetch = transport::sts::https;
    assert_eq!(at(&world, NOW + 86_500), "NoPromise");
    assert_eq!(at(&world, NOW + 86_800), "Sts");
}
