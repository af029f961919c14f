//! What must hold for every text. Fixed seeds; messages of the judged corpus and noise made of what is hard.

#[path = "../judged/mod.rs"]
mod judged;

use detect::{Detector, Findings, Options, Stream};
use judged::corpus::corpus;
use judged::numbers::Dice;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

fn runner(cases: u32) -> TestRunner {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, rng)
}

/// Pieces that numbers are made of, and pieces that break them.
const PIECES: [&str; 52] = [
    "010180",
    "0008",
    "-",
    "–",
    " ",
    "\n",
    "\n\n",
    "cpr ",
    "1",
    "0",
    "O",
    "l",
    "A",
    "020504A902E",
    "&#8211;",
    "&nbsp;",
    "%2D",
    "<b>",
    "\u{ad}",
    "\u{200b}",
    "０１０１８０",
    "DK50 0040 0440 1162 43",
    "faktura ",
    "konto ",
    "+45 ",
    "@",
    "a.dk",
    "<<",
    "ø",
    "151086 95088",
    ".",
    ",",
    "Mette Hansen ",
    "diabetes ",
    "٣",
    "😀",
    "GB29 NWBK 6016 1331 9268 19",
    "GB29",
    "NWBK",
    "6016",
    "DK5O",
    "\u{41e}",
    "\u{410}902\u{415}",
    "020504",
    "\0",
    "\u{336}",
    "\u{fe0f}",
    "\u{e0041}",
    "\r",
    "\u{c}",
    "4111 1111\n1111 1111",
    "4111 ",
];

fn noise() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40)
        .prop_map(|pieces| pieces.concat())
}

#[test]
fn spans_lie_on_characters_and_nothing_panics() {
    let detector = Detector::new(Options::default());
    runner(2000)
        .run(&noise(), |text| {
            for finding in detector.find(&text).iter() {
                prop_assert!(
                    text.get(finding.span.clone())
                        .is_some_and(|t| !t.is_empty())
                );
            }
            Ok(())
        })
        .unwrap();
    runner(1000)
        .run(&prop::collection::vec(any::<u8>(), 0..300), |bytes| {
            let text = String::from_utf8_lossy(&bytes);
            for finding in detector.find(&text).iter() {
                prop_assert!(text.get(finding.span.clone()).is_some());
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn redaction_leaves_none() {
    let detector = Detector::new(Options::default());
    runner(1500)
        .run(&noise(), |text| {
            let clean = detector.redact(&text);
            prop_assert!(detector.find(&clean).is_empty(), "{clean:?}");
            Ok(())
        })
        .unwrap();
    for message in corpus(1) {
        let clean = detector.redact(&message.text);
        assert!(detector.find(&clean).is_empty(), "{clean:?}");
    }
}

#[test]
fn the_same_findings_whatever_the_chunking() {
    let detector = Detector::new(Options::default());
    let mut text = String::new();
    for message in corpus(8) {
        text.push_str(&message.text);
        text.push_str(if message.text.len() % 3 == 0 {
            "\n\n"
        } else {
            "\n"
        });
    }
    assert!(text.len() > 200_000);
    let whole = detector.find(&text);
    assert!(whole.len() > 1000);
    for seed in 0..4 {
        let mut dice = Dice(seed);
        let mut stream = Stream::new(&detector);
        let mut found = Vec::new();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let mut at = (1 + dice.roll(30_000) as usize).min(rest.len());
            while !rest.is_char_boundary(at) {
                at += 1;
            }
            let (chunk, tail) = rest.split_at(at);
            found.extend(stream.push(chunk));
            rest = tail;
        }
        found.extend(stream.finish());
        assert_eq!(Findings::new(found), whole);
    }
}

#[test]
fn text_behind_a_paragraph_break_removes_nothing() {
    let detector = Detector::new(Options::default());
    let clean = "Mødet er flyttet til efteråret. Alle er velkomne.\n\nDagsorden følger, og faktura sendes senere.";
    for message in corpus(2) {
        let before = detector.find(&message.text);
        let after = detector.find(&format!("{}\n\n{clean}", message.text));
        for finding in before.iter() {
            let kept = after
                .iter()
                .any(|f| f.kind == finding.kind && f.span == finding.span);
            assert!(kept, "{:?} of {:?}", finding, message.text);
        }
    }
}

#[test]
fn a_word_elsewhere_silences_nothing() {
    let detector = Detector::new(Options::IDENTIFIERS);
    for message in corpus(1) {
        let before = detector.find(&message.text).len();
        let text = format!(
            "Fakturanummer 4711, ordrenummer 99, telefon og konto.\n{}",
            message.text
        );
        assert!(detector.find(&text).len() >= before, "{text:?}");
    }
}
