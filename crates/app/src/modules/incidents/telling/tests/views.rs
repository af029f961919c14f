//! The national forms: every field of the model is in each of them, and the paper is a paper.

use std::collections::BTreeSet;

use kit::clock::{Day, Zone};
use kit::words::Lang;

use super::super::model::{Country, NationalForm, Phase};
use super::super::print::{Edition, document};
use super::super::saying::said;
use super::*;
use crate::base::Letterhead;
use crate::boot;

fn edition<'a>(notification: &'a Notification, form: &'static NationalForm) -> Edition<'a> {
    let sent = Some((Phase::Preliminary, moment("2026-03-04T10:00:00Z")));
    Edition {
        notification,
        form,
        sent,
        open: notification.open_fields(),
    }
}

#[test]
fn the_tables_name_fields_that_exist_and_each_once() {
    assert_eq!(NationalForm::all().len(), Country::ALL.len() + 1);
    for form in NationalForm::all() {
        let country = &form.code;
        assert!(form.items.len() > 10, "{country:?} is read");
        let mut seen = BTreeSet::new();
        for item in &form.items {
            assert!(item.all_known(), "{country:?}: {}", item.label);
            for field in item.fields() {
                assert!(seen.insert(field), "{country:?}: {field:?} stands twice");
            }
        }
    }
}

#[test]
fn every_field_is_in_every_countrys_form() {
    let all = full();
    let words = boot::words().unwrap();
    for form in NationalForm::all() {
        let country = &form.code;
        let w = words.tongue(form.language, Zone::utc());
        let shown = edition(&all, form).questions(&w);
        for field in Field::ALL {
            let (name, text) = (
                w.t(field.word()),
                said(&w, *field, all.get(*field).unwrap()),
            );
            let lines = shown.iter().flat_map(|question| &question.lines);
            let found = lines
                .filter(|line| line.name == name && line.text == text)
                .count();
            assert_eq!(found, 1, "{country:?}: {field:?}");
        }
        assert!(shown.iter().all(|question| !question.label.contains('⟦')));
        assert_eq!(shown.iter().any(|question| question.sure), !form.translated);
    }
}

#[test]
fn the_swedish_form_of_finland_asks_what_the_finnish_one_asks() {
    let (first, swedish) = (Country::Finland.form(), Country::Finland.form_in(Lang::Sv));
    assert_eq!((first.language, swedish.language), (Lang::Fi, Lang::Sv));
    assert!(swedish.translated && swedish.is_partial());
    assert_eq!(first.items.len(), swedish.items.len());
    for (one, other) in first.items.iter().zip(&swedish.items) {
        assert_eq!(one.heading.is_some(), other.heading.is_some());
        assert_eq!((&one.number, one.phase), (&other.number, other.phase));
        assert!(one.label != other.label, "{} is not translated", one.label);
        assert!(one.fields().eq(other.fields()), "{}", one.label);
    }
    assert_eq!(Country::Finland.form_in(Lang::Da).code, "fi");
    assert_eq!(Country::Sweden.form_in(Lang::Fi).code, "se");
}

#[test]
fn the_paper_is_made_in_every_countrys_language() {
    let (all, words) = (full(), boot::words().unwrap());
    let mut start = Notification::default();
    start.write(Field::ControllerName, "Ålunda, sivistyslautakunta");
    for form in NationalForm::all() {
        let w = words.tongue(form.language, Zone::named("Europe/Helsinki").unwrap());
        let head = Letterhead {
            municipality: "Ålunda".to_owned(),
            colour: "#14507a".to_owned(),
            day: Day::parse("2026-03-04").unwrap(),
        };
        for (name, notification) in [("full", &all), ("start", &start)] {
            let document = document(&edition(notification, form), &w, &head, "2026-0001");
            let pdf = paper::pdf(&document).unwrap();
            assert!(pdf.starts_with(b"%PDF"));
            if let Ok(folder) = std::env::var("TILLIT_TEST_OUT") {
                std::fs::write(format!("{folder}/{name}.{}.pdf", form.code), &pdf).unwrap();
            }
        }
    }
}

#[test]
fn every_answer_has_its_words_in_every_language() {
    let words = boot::words().unwrap();
    for lang in Lang::ALL {
        let w = words.tongue(lang, Zone::utc());
        for field in Field::ALL {
            let set = match field.form() {
                Form::One(set) | Form::Many(set) => set,
                _ => &[],
            };
            let mut texts = BTreeSet::new();
            for choice in set {
                assert!(
                    texts.insert(w.t(choice.word)),
                    "{lang}: {field:?} says {} twice",
                    choice.code
                );
            }
            assert!(!w.t(field.word()).contains('⟦'));
        }
    }
}

#[test]
fn the_description_of_the_file_names_every_field_and_answer() {
    let text = include_str!("../../../../../../../docs/notification.md");
    for field in Field::ALL {
        let line = text
            .lines()
            .find(|line| line.starts_with(&format!("| `{}` |", field.code())));
        let line = line.unwrap_or_else(|| panic!("{field:?} is not described"));
        if let Form::One(set) | Form::Many(set) = field.form() {
            assert!(
                set.iter().all(|choice| line.contains(choice.code)),
                "{field:?}"
            );
        }
    }
}
