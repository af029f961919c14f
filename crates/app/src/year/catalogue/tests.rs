//! The catalogue as data: complete, consistent, in five languages.

use std::collections::BTreeSet;

use kit::words::Lang;

use super::*;

#[test]
fn every_file_reads_and_keys_are_unique() {
    let all = read().expect("the catalogue");
    let numbers: Vec<u8> = all.sections.iter().map(|s| s.number).collect();
    assert_eq!(numbers, (0..16).collect::<Vec<u8>>());
    let keys: BTreeSet<&str> = all.figures.iter().map(|def| def.key.as_str()).collect();
    assert_eq!(keys.len(), all.figures.len(), "a key stands twice");
    assert!(keys.contains("inc.known") && all.figures.len() >= 350);
}

#[test]
fn everything_has_words_in_every_language() {
    for def in definitions() {
        for lang in Lang::ALL {
            assert!(def.name.get(lang).is_some(), "{} {lang}", def.key);
            assert!(def.definition.get(lang).is_some(), "{} {lang}", def.key);
        }
    }
    for section in sections() {
        for lang in Lang::ALL {
            assert!(section.title.get(lang).is_some() && section.lead.get(lang).is_some());
        }
    }
}

#[test]
fn shapes_hold() {
    for def in definitions() {
        let share = matches!(def.unit, Unit::Percent | Unit::PerThousand);
        assert!(
            !(share && def.whole == Whole::Sum),
            "{}: shares do not add up",
            def.key
        );
        assert!(
            share || def.share_of.is_none(),
            "{}: parts of no share",
            def.key
        );
        assert!(
            def.boards || def.whole == Whole::Own,
            "{}: a sum of nothing",
            def.key
        );
        assert!(
            def.unit != Unit::Date || def.whole == Whole::Own,
            "{}",
            def.key
        );
        assert!(
            def.later.is_none()
                || def.source == Source::Entered
                || def.source == Source::Measures
                || def.source == Source::Incidents,
            "{}",
            def.key
        );
        let parts = def
            .share_of
            .iter()
            .flat_map(|(above, below)| [above, below]);
        for part in parts {
            assert!(definition(part).is_some(), "{}: no figure {part}", def.key);
        }
        if let Class::Few { minimum, .. } = def.class {
            assert!(minimum >= 2, "{}", def.key);
        }
    }
}

#[test]
fn relations_speak_of_figures_that_exist() {
    for relation in relations() {
        let keys: Vec<&String> = match relation {
            Relation::Sum { total, parts } | Relation::AtMost { total, parts } => {
                std::iter::once(total).chain(parts).collect()
            }
            Relation::Share {
                share,
                numerator,
                denominator,
            } => {
                let def = definition(share).expect("a figure");
                assert_eq!(
                    def.share_of,
                    Some((numerator.clone(), denominator.clone())),
                    "{share}"
                );
                vec![share, numerator, denominator]
            }
        };
        for key in keys {
            assert!(definition(key).is_some(), "{relation:?}: no figure {key}");
        }
    }
}

#[test]
fn a_definition_survives_freezing() {
    for def in definitions() {
        let json = serde_json::to_string(def).expect("json");
        assert_eq!(
            serde_json::from_str::<Definition>(&json).expect("json"),
            *def
        );
    }
}

#[test]
fn dates_travel_as_numbers() {
    let day = kit::clock::Day::new(2024, 2, 29).expect("a day");
    assert_eq!(unit::number(day), 20_240_229.0);
    assert_eq!(unit::date(20_240_229.0), Some(day));
    assert_eq!(unit::date(20_230_229.0), None);
}
