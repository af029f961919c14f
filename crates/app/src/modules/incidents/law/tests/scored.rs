//! ENISA's whole grid, exhaustively, and the score beside the EDPB's 18 cases.

use std::collections::BTreeMap;

use kit::form::Fields;
use serde::Deserialize;

use super::super::model::{
    Circumstance, DataType, Ease, Judged, Reference, Risk, Scoring, Severity, Verdict,
};

#[derive(Deserialize)]
struct File {
    vector: Vec<Vector>,
    against_edpb: Vec<Against>,
}

#[derive(Deserialize)]
struct Vector {
    score_q: u8,
    ease_q: u8,
    circumstances_q: u8,
    severity_q: u8,
    band: Severity,
}

#[derive(Deserialize)]
struct Against {
    case: u8,
    severity_q: [u8; 2],
    verdict: String,
}

fn file() -> File {
    toml::from_str(include_str!("../data/enisa-severity.toml")).unwrap()
}

fn scoring(kind: DataType, level: u8, ease: u8, cia: [u8; 3], deliberate: bool) -> Scoring {
    Scoring {
        data: [(kind, level)].into(),
        ease,
        circumstances: Circumstance::ALL
            .iter()
            .copied()
            .zip(cia)
            .collect::<BTreeMap<_, _>>(),
        deliberate,
        ..Scoring::default()
    }
}

/// Calls with every one of the 3,456 answers.
fn whole_grid(mut each: impl FnMut(DataType, u8, u8, [u8; 3], bool)) {
    for kind in DataType::ALL {
        for level in 1..=4 {
            for ease in 1..=4 {
                for cia in 0..27u8 {
                    for deliberate in [false, true] {
                        each(
                            kind,
                            level,
                            ease,
                            [cia / 9, cia / 3 % 3, cia % 3],
                            deliberate,
                        );
                    }
                }
            }
        }
    }
}

/// Worked out here another way: in whole numbers times 16.
fn expected(level: u8, ease: u8, cia: [u8; 3], deliberate: bool) -> u32 {
    let sixteenths = u32::from(level) * 4 * u32::from(ease) * 4;
    let added: u32 =
        cia.iter().map(|one| u32::from(*one)).sum::<u32>() + if deliberate { 2 } else { 0 };
    sixteenths / 16 * 4 / 4 + added
}

#[test]
fn the_whole_grid() {
    let mut tried = 0;
    whole_grid(|kind, level, ease, cia, deliberate| {
        let score = scoring(kind, level, ease, cia, deliberate).score();
        let total = u32::from(score.total_q);
        assert_eq!(
            total,
            expected(level, ease, cia, deliberate),
            "{kind:?} {level} {ease} {cia:?}"
        );
        assert!((1..=24).contains(&total));
        let lines = u32::from(score.context_q) * u32::from(score.ease_q) / 4
            + score
                .adds
                .iter()
                .map(|(_, add)| u32::from(*add))
                .sum::<u32>()
            + u32::from(score.intent_q);
        assert_eq!(lines, total, "the lines shown add up to the result");
        let band = match total {
            1..=7 => Severity::Low,
            8..=11 => Severity::Medium,
            12..=15 => Severity::High,
            _ => Severity::VeryHigh,
        };
        assert_eq!(score.severity, band);
        tried += 1;
    });
    assert_eq!(tried, 3_456);
}

#[test]
fn more_is_never_less() {
    whole_grid(|kind, level, ease, cia, deliberate| {
        let total = |scoring: Scoring| scoring.score().total_q;
        let here = total(scoring(kind, level, ease, cia, deliberate));
        if level < 4 {
            assert!(total(scoring(kind, level + 1, ease, cia, deliberate)) > here);
        }
        if ease < 4 {
            assert!(total(scoring(kind, level, ease + 1, cia, deliberate)) > here);
        }
        for at in 0..3 {
            let mut more = cia;
            more[at] += 1;
            assert!(cia[at] == 2 || total(scoring(kind, level, ease, more, deliberate)) > here);
        }
        assert!(total(scoring(kind, level, ease, cia, true)) >= here);
        // Another kind of data beside it never lowers the result: each for itself, the highest holds.
        let mut both = scoring(kind, level, ease, cia, deliberate);
        both.data.insert(DataType::Simple, 1);
        assert!(total(both.clone()) >= here || kind == DataType::Simple);
        both.protected = true;
        assert_eq!(both.score().context_q, 16);
        assert!(total(both) >= here);
    });
}

#[test]
fn the_bands_meet_without_gap_or_overlap() {
    let found: Vec<Severity> = (1..=24).map(Severity::of).collect();
    assert!(found.is_sorted());
    for (band, count) in [
        (Severity::Low, 7),
        (Severity::Medium, 4),
        (Severity::High, 4),
        (Severity::VeryHigh, 9),
    ] {
        assert_eq!(found.iter().filter(|one| **one == band).count(), count);
    }
}

#[test]
fn the_vectors_of_the_method() {
    let all = file().vector;
    assert_eq!(all.len(), 8);
    for vector in all {
        // The circumstances as the elements that add up to them, the intent first.
        let intent = vector.circumstances_q >= 2;
        let mut rest = vector.circumstances_q - if intent { 2 } else { 0 };
        let cia = [0; 3].map(|_: u8| {
            let one = rest.min(2);
            rest -= one;
            one
        });
        let score = scoring(
            DataType::Simple,
            vector.score_q / 4,
            vector.ease_q,
            cia,
            intent,
        )
        .score();
        assert_eq!(
            (score.total_q, score.severity),
            (vector.severity_q, vector.band)
        );
    }
}

/// The three worked examples of the facts file.
#[test]
fn worked_examples() {
    let notes = scoring(DataType::Sensitive, 4, 4, [1, 0, 0], false).score();
    assert_eq!((notes.total_q, notes.severity), (17, Severity::VeryHigh));
    let course = scoring(DataType::Simple, 1, 4, [1, 0, 0], false).score();
    assert_eq!((course.total_q, course.severity), (5, Severity::Low));
    let mut notebook = scoring(DataType::Simple, 1, 4, [0, 0, 0], true);
    notebook.many = true;
    let score = notebook.score();
    assert_eq!(
        (score.total_q, score.severity),
        (6, Severity::Low),
        "the flag changes no number"
    );
}

/// The score under-calls cases 2, 11 and 14, is borderline in 5, 8 and 16, and agrees in the other twelve.
#[test]
fn the_score_beside_each_edpb_case() {
    let against = file().against_edpb;
    assert_eq!(against.len(), 18);
    for (case, line) in Reference::all().iter().zip(&against) {
        assert_eq!(case.number, line.case);
        let totals = case.scorings().map(|scoring| scoring.score().total_q);
        assert_eq!(totals, line.severity_q, "case {}", case.number);
        let expected = match case.number {
            2 | 11 | 14 => Verdict::Undercalls,
            5 | 8 | 16 => Verdict::Borderline,
            _ => Verdict::Agrees,
        };
        assert_eq!(case.verdict(), expected, "case {}", case.number);
        let said = match line.verdict.split(' ').next().unwrap() {
            "agrees" => Verdict::Agrees,
            "borderline" => Verdict::Borderline,
            "under-calls" => Verdict::Undercalls,
            other => panic!("{other}"),
        };
        assert_eq!(said, expected, "case {}", case.number);
    }
}

#[test]
fn a_form_goes_there_and_back() {
    whole_grid(|kind, level, ease, cia, deliberate| {
        let mut one = scoring(kind, level, ease, cia, deliberate);
        (one.many, one.unintelligible, one.protected) = (level == 2, ease == 3, cia[0] == 1);
        let mut fields = Fields::default();
        one.fill(&mut fields);
        assert_eq!(Scoring::typed(&fields), Ok(one));
    });
}

#[test]
fn what_cannot_be_counted_is_said_beside_the_field() {
    let wrong = |pairs: &[(&str, &str)]| {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.set(name, *value);
        }
        let faults = Scoring::typed(&fields).unwrap_err();
        faults
            .iter()
            .map(|fault| (fault.field, fault.message))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        wrong(&[]),
        [
            ("simple", "incidents-law-fault-data"),
            ("ease", "incidents-law-fault-ease")
        ]
    );
    assert_eq!(
        wrong(&[("simple", "5"), ("ease", "1")]),
        [("simple", kit::form::CHOICE)]
    );
    assert_eq!(
        wrong(&[("simple", "1"), ("ease", "0"), ("integrity", "3")]),
        [
            ("integrity", kit::form::CHOICE),
            ("ease", kit::form::CHOICE)
        ]
    );
    for ease in Ease::ALL {
        let mut fields = Fields::default();
        fields.set("protected", "1");
        fields.set("ease", ease.code());
        let total = Scoring::typed(&fields).unwrap().score().total_q;
        assert_eq!(total, 16 * (ease as u8 + 1) / 4);
    }
}

/// A person decides and writes why: no judgement and no reason, no score is kept.
#[test]
fn a_score_is_kept_with_a_persons_judgement_and_reason() {
    let mut fields = Fields::default();
    scoring(DataType::Simple, 1, 4, [0; 3], true).fill(&mut fields);
    let faults = Judged::typed(&fields).unwrap_err();
    let fields_wrong: Vec<_> = faults.iter().map(|fault| fault.field).collect();
    assert_eq!(fields_wrong, ["risk", "reason"]);
    fields.set("risk", "high");
    fields.set("reason", "100,000 people whose identity can be stolen.");
    let judged = Judged::typed(&fields).unwrap();
    assert_eq!(judged.risk, Risk::High, "against the score, with a reason");
    assert_eq!(judged.scoring.score().severity, Severity::Low);
}
