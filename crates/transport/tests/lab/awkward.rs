//! A safe server that behaves badly at each step.

use std::time::Duration;

use transport::{Deadline, Need, Outcome, smtp};

use crate::receiver::{Act, Script};
use crate::world::{STUFFED, World};
use crate::{long, word};

/// Delivers to one recipient while the server keeps to the script.
fn told(world: &World, script: Script, deadline: Deadline) -> Outcome {
    let receiver = &world.receivers["mx.odd.test"];
    *receiver.script.lock().unwrap() = script;
    let mut outcomes = world.send("odd.test", &["b"], Need::Verified, deadline);
    receiver.script.lock().unwrap().clear();
    outcomes.remove(0)
}

const STEPS: [&str; 8] = [
    "greeting", "EHLO", "STAR", "MAIL", "RCPT", "DATA", "content", "end",
];

#[test]
fn a_server_that_refuses_or_closes_is_believed() {
    let Some(world) = World::new() else { return };
    for step in ["MAIL", "RCPT", "DATA", "end"] {
        for (said, expected) in [
            ("450 4.2.0 Greylisted\r\n", "later 4.2.0"),
            ("421 4.3.2 Closing\r\n", "later 4.3.2"),
            ("550 5.7.1 Never\r\n", "refused 5.7.1"),
            (
                "hello\r\n",
                if step == "end" {
                    "unknown"
                } else {
                    "later 4.4.2"
                },
            ),
        ] {
            let outcome = told(&world, vec![(step, Act::Say(said))], long());
            assert_eq!(word(&outcome), expected, "{step} {said}: {outcome:#?}");
        }
    }
    for step in ["greeting", "EHLO", "STAR"] {
        let outcome = told(&world, vec![(step, Act::Say("421 4.3.2 Busy\r\n"))], long());
        assert_eq!(word(&outcome), "later 4.3.2", "{step}");
    }
    // A promise of protection that is taken back is no way around it.
    let outcome = told(
        &world,
        vec![("STAR", Act::Say("502 5.5.1 No TLS\r\n"))],
        long(),
    );
    assert_eq!(word(&outcome), "NoStartTls");
    let outcome = told(
        &world,
        vec![("STAR", Act::Say("220 Go\r\n250 2.0.0 forged\r\n"))],
        long(),
    );
    assert_eq!(word(&outcome), "Handshake");
    for step in STEPS {
        let outcome = told(&world, vec![(step, Act::Drop)], long());
        let expected: &[&str] = match step {
            "end" => &["unknown"],
            // Whether the final dot was on its way when the line fell is a matter of moments.
            "content" => &["unknown", "later 4.4.1"],
            "STAR" => &["Handshake"],
            _ => &["later 4.4.1"],
        };
        assert!(
            expected.contains(&word(&outcome).as_str()),
            "{step}: {outcome:#?}"
        );
    }
    // A server that greylists takes the next try.
    let before = world.mails("mx.odd.test").len();
    assert!(matches!(
        told(&world, vec![], long()),
        Outcome::Delivered(_)
    ));
    let mails = world.mails("mx.odd.test");
    assert_eq!(
        (mails.len(), mails.last().map(Vec::as_slice)),
        (before + 1, Some(STUFFED))
    );
}

#[test]
fn a_server_that_hangs_or_drips_costs_its_time_and_no_more() {
    let Some(mut world) = World::new() else {
        return;
    };
    let short = Duration::from_secs(3);
    world.carrier.patience = smtp::Patience {
        connect: short,
        greeting: short,
        command: short,
        block: short,
        end: Duration::from_secs(1),
    };
    for step in STEPS {
        let outcome = told(&world, vec![(step, Act::Hang)], long());
        // A server that has read the final dot may have the mail, whatever it says or does not say.
        let expected = if matches!(step, "content" | "end") {
            "unknown"
        } else {
            "later 4.4.7"
        };
        assert_eq!(word(&outcome), expected, "{step}: {outcome:#?}");
    }
    for step in STEPS.into_iter().filter(|step| *step != "content") {
        let outcome = told(&world, vec![(step, Act::Drip)], long());
        let word = word(&outcome);
        let right = if step == "end" {
            word == "unknown"
        } else {
            word.starts_with("later")
        };
        assert!(right, "{step}: {outcome:#?}");
    }
    // One that takes no more in the middle of a large mail has not seen its end.
    *world.receivers["mx.odd.test"].script.lock().unwrap() = vec![("content", Act::Stall)];
    let large = transport::Message::of(b"0123456789abcdef\r\n".repeat(1_000_000));
    let outcome = world
        .send_mail(&large, "odd.test", &["b"], Need::Verified, long())
        .remove(0);
    assert!(word(&outcome).starts_with("later"), "{outcome:#?}");
    // A deadline that is over at once sends nothing.
    let outcome = told(&world, vec![], Deadline::after(Duration::ZERO));
    assert!(word(&outcome).starts_with("later"), "{outcome:#?}");
}

#[test]
fn each_recipient_has_an_own_outcome() {
    let Some(world) = World::new() else { return };
    let receiver = &world.receivers["mx.odd.test"];
    *receiver.script.lock().unwrap() = vec![
        ("RCPT", Act::Say("250 2.1.5 Ok\r\n")),
        ("RCPT", Act::Say("550 5.1.1 Unknown\r\n")),
        ("RCPT", Act::Say("452 4.5.3 Too many\r\n")),
    ];
    let outcomes = world.send("odd.test", &["a", "b", "c", "d"], Need::Forced, long());
    let words: Vec<String> = outcomes.iter().map(word).collect();
    assert_eq!(words, ["Dane", "refused 5.1.1", "later 4.5.3", "Dane"]);
    assert!(outcomes[1].evidence().sent_bytes.is_none());
}
