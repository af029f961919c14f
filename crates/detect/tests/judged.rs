//! The judged corpus in short: every number is found, and ordinary mail goes out.

#[path = "../judged/mod.rs"]
mod judged;

use detect::{Detector, Kind, Options};
use judged::corpus::corpus;
use judged::measure::measure;

#[test]
fn every_number_is_found_and_ordinary_mail_is_not_held() {
    let messages = corpus(6);
    let result = measure(&Detector::new(Options::IDENTIFIERS), &messages);
    let numbers = result
        .scores
        .iter()
        .filter(|((group, _), _)| Kind::of_name(group).is_some_and(|k| k != Kind::Name));
    for ((group, language), score) in numbers {
        let missed: Vec<&String> = result
            .examples
            .iter()
            .filter(|e| e.contains(&format!("missed {group}")))
            .collect();
        assert_eq!(score.found, score.planted, "{group} {language}: {missed:?}");
        assert!(score.precision() > 0.97, "{group} {language}");
    }
    let all: usize = result.ordinary.values().map(|(all, _)| all).sum();
    let held: usize = result.ordinary.values().map(|(_, held)| held).sum();
    assert!(
        held * 1000 <= all * 3,
        "{held} of {all} ordinary messages held: {:?}",
        result.examples
    );
}
