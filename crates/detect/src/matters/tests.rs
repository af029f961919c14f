//! Matters and names on our own tuning sentences (`data/tuning`), and what must hold for every text.
//!
//! `cargo test -p detect tuning -- --nocapture` prints recall and precision per kind and language.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::finding::{Finding, Reason, Strength};
use crate::kinds::{Category, Kind};
use crate::lanes::{Words, outline};
use crate::{Detector, Options, Own};

use super::{layout, scene};

const FILES: [(&str, &str); 5] = [
    ("da", include_str!("../../data/tuning/da.txt")),
    ("nb", include_str!("../../data/tuning/nb.txt")),
    ("sv", include_str!("../../data/tuning/sv.txt")),
    ("fi", include_str!("../../data/tuning/fi.txt")),
    ("en", include_str!("../../data/tuning/en.txt")),
];

/// One tuning sentence.
struct Case<'a> {
    kinds: Vec<&'a str>,
    text: String,
    names: Vec<String>,
}

fn cases(file: &str) -> impl Iterator<Item = Case<'_>> {
    file.lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|line| {
            let (kinds, marked) = line.split_once(" | ")?;
            let marked = marked.replace("\\n", "\n");
            let names = marked
                .split('[')
                .skip(1)
                .filter_map(|p| p.split_once(']'))
                .map(|p| p.0.to_owned())
                .collect();
            let kinds = kinds.split(',').filter(|k| *k != "-").collect();
            Some(Case {
                kinds,
                text: marked.replace(['[', ']'], ""),
                names,
            })
        })
}

#[derive(Default, Clone, Copy)]
struct Tally {
    right: u32,
    missed: u32,
    wrong: u32,
}

impl Tally {
    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }
    fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        }
    }
}

fn likely(found: &[Finding]) -> Vec<Category> {
    let mut all: Vec<Category> = found
        .iter()
        .filter(|f| f.kind == Kind::Matter && f.strength >= Strength::Likely)
        .map(|f| f.category)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What the program makes of the sentences of one language: matters by kind, names.
fn judged(language: &str, file: &str, detector: &Detector) -> (BTreeMap<String, Tally>, Tally) {
    let mut matters: BTreeMap<String, Tally> = BTreeMap::new();
    let mut names = Tally::default();
    for case in cases(file) {
        let found = detector.find(&case.text);
        let got = likely(&found);
        for kind in &case.kinds {
            let tally = matters.entry((*kind).to_owned()).or_default();
            if got.iter().any(|c| c.name() == *kind) {
                tally.right += 1;
            } else {
                tally.missed += 1;
                println!("{language} missed {kind}: {}", case.text);
            }
        }
        // A second kind in a sentence that is about somebody is no false alarm; one in a sentence about nobody is.
        if case.kinds.is_empty() && !got.is_empty() {
            println!("{language} wrong {got:?}: {}", case.text);
            for category in &got {
                matters.entry(category.name().to_owned()).or_default().wrong += 1;
            }
        }
        let mut open = case.names.clone();
        for name in found.iter().filter(|f| f.kind == Kind::Name) {
            let text = &case.text[name.span.clone()];
            if let Some(at) = open.iter().position(|n| n == text) {
                open.remove(at);
                names.right += 1;
            } else {
                names.wrong += 1;
                println!("{language} no name: {text} in {}", case.text);
            }
        }
        names.missed += u32::try_from(open.len()).unwrap_or(0);
        for name in open {
            println!("{language} missed name: {name} in {}", case.text);
        }
    }
    (matters, names)
}

#[test]
fn tuning_sentences_come_out_as_their_marks_say() {
    let detector = Detector::new(Options::default());
    let mut low = Vec::new();
    for (language, file) in FILES {
        let (matters, names) = judged(language, file, &detector);
        let mut all = Tally::default();
        for (kind, tally) in &matters {
            println!(
                "{language} {kind}: recall {:.3} precision {:.3}",
                tally.recall(),
                tally.precision()
            );
            all.right += tally.right;
            all.missed += tally.missed;
            all.wrong += tally.wrong;
        }
        println!(
            "{language} all matters: recall {:.3} precision {:.3}",
            all.recall(),
            all.precision()
        );
        println!(
            "{language} names: recall {:.3} precision {:.3} f1 {:.3}",
            names.recall(),
            names.precision(),
            names.f1()
        );
        if all.recall() < 0.95 || all.precision() < 0.9 || names.f1() < 0.85 {
            low.push(language);
        }
    }
    assert!(low.is_empty(), "below the mark: {low:?}");
}

#[test]
fn data_files_hold_no_pattern_that_is_only_figures_or_too_short() {
    for file in super::FILES {
        for line in file.lines().map(|l| l.split('#').next().unwrap_or("")) {
            for pattern in line
                .split_whitespace()
                .skip(1)
                .filter(|p| !p.starts_with('['))
            {
                let letters = super::fold::fold(pattern);
                let open = pattern
                    .split(['_', '-'])
                    .next()
                    .is_some_and(|p| p.ends_with('*'));
                assert!(!letters.is_empty(), "{pattern}");
                let head =
                    super::fold::fold(pattern.split(['_', '-', ':', '\'']).next().unwrap_or(""));
                assert!(!open || head.len() >= 4, "too short for a stem: {pattern}");
            }
        }
    }
}

#[test]
fn own_words_are_found_in_every_language_and_say_why() {
    let own =
        Own::from_toml("[[word]]\nword = \"Projekt Solrose\"\ncategory = \"child_protection\"\n")
            .unwrap();
    let detector = Detector::with_own(Options::MATTERS, &own);
    let found = detector.find("The file of projekt Solrosen is closed.");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].category, Category::ChildProtection);
    assert_eq!(found[0].strength, Strength::Strong);
}

#[test]
fn a_code_counts_only_beside_a_health_word_or_a_number() {
    let detector = Detector::new(Options::MATTERS);
    let codes = |text: &str| {
        detector
            .find(text)
            .iter()
            .filter(|f| f.value.as_str() == "F32.1")
            .count()
    };
    assert_eq!(codes("Diagnose: F32.1, cpr 010180-0008, depression."), 1);
    assert_eq!(codes("Tryk på F32.1 og skriv til printeren."), 0);
}

/// One detector for all property cases: reading the lists takes longer than searching a line.
fn shared() -> &'static Detector {
    static SHARED: std::sync::OnceLock<Detector> = std::sync::OnceLock::new();
    SHARED.get_or_init(|| Detector::new(Options::default()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_spans_lie_on_characters(text in "[A-Za-zæøåäöÆØÅ0-9 .,:;\n\u{ad}\u{300}-\u{36f}Łş-]{0,200}|\\PC{0,80}") {
        for finding in shared().find(&text).iter() {
            prop_assert!(text.get(finding.span.clone()).is_some());
        }
    }

    #[test]
    fn clean_text_behind_a_paragraph_break_removes_nothing(which in 0..5_usize, line in 0..100_usize, more in 0..5_usize) {
        let detector = shared();
        let case = |file: usize, line: usize| cases(FILES[file].1).nth(line % 100).map(|c| c.text).unwrap_or_default();
        let text = case(which, line);
        let longer = format!("{text}\n\n{}", case(more, 99 - line));
        let all = detector.find(&longer);
        for finding in detector.find(&text).iter() {
            prop_assert!(all.contains(finding), "{finding:?} lost in {longer}");
        }
    }
}

/// Text in paragraphs and lines, of the tuning sentences and of signs that are hard.
fn passages() -> Vec<String> {
    let signs = [
        " ",
        "\n",
        "! ",
        " (se 1.2) ",
        "? – ",
        "; ",
        "• ",
        "\n- ",
        " 010180-0008 ",
        " M25 ",
    ];
    let cases = FILES.iter().flat_map(|(_, file)| cases(file));
    let texts: Vec<String> = cases.map(|case| case.text).collect();
    let pieces = texts.chunks(7).enumerate();
    pieces
        .map(|(turn, texts)| texts.join(signs[turn % signs.len()]))
        .collect()
}

fn end_of(text: &str, from: usize) -> usize {
    let mut blocks = Vec::new();
    outline(text.as_bytes(), &mut blocks);
    scene::segment_end(text, from, Words(&blocks)).0
}

#[test]
fn a_segment_is_cut_the_same_whatever_stands_behind_it() {
    for length in [7_990, 7_999, 8_000, 8_001, 15_999, 16_000, 16_001, 40_000] {
        for filling in ["a", "æ", "ab ", "ab,", "a\u{10348}"] {
            let line: String = filling.chars().cycle().take(length).collect();
            let longer = format!("{line}\n\nog mere");
            let mut from = 0;
            while from < line.len() {
                let end = end_of(&line, from);
                assert!(line.is_char_boundary(end) && end > from && end - from <= 16_000);
                assert_eq!(end_of(&longer, from).min(line.len()), end);
                from = end;
            }
        }
    }
}

#[test]
fn a_plain_passage_is_laid_out_as_it_is_read() {
    let mut plain = 0;
    for text in passages() {
        let mut blocks = Vec::new();
        if !outline(text.as_bytes(), &mut blocks) {
            continue;
        }
        plain += 1;
        let numbers: Vec<usize> = text.match_indices("010180").map(|m| m.0).collect();
        let mut whole = scene::Scene::default();
        scene::read(&text, 0..text.len(), &numbers, &mut whole);
        let places: Vec<usize> = whole.tokens.iter().map(|t| t.span.start).collect();
        for hits in [places.clone(), places.iter().copied().step_by(31).collect()] {
            let layout = layout::Layout::new(&text, 0..text.len(), Words(&blocks));
            let mut near = scene::Scene::default();
            layout.lay_out((&hits, &numbers), &mut near);
            assert_eq!(near.questions, whole.questions, "{text}");
            assert_eq!((near.words, &near.numbers), (whole.words, &whole.numbers));
            for token in &near.tokens {
                let same = whole.tokens.get(token.place).unwrap();
                assert_eq!((&token.span, token.sentence), (&same.span, same.sentence));
                assert_eq!((token.gap, token.line), (same.gap, same.line));
                assert_eq!(
                    (&*token.letters(&text), token.word, token.capital),
                    (&*same.letters(&text), same.word, same.capital)
                );
            }
        }
    }
    assert!(plain > 50);
}

/// In every language alike: what is denied of a known person is said of that person, and weighs as much.
#[test]
fn a_denial_lowers_only_what_is_said_of_no_known_person() {
    let detector = Detector::new(Options::default());
    let weight = |text: &str| {
        let found = detector.find(text);
        let told = found.iter().find(|f| f.category == Category::Health);
        told.map(|f| (f.strength, f.reasons.has(Reason::Negated)))
    };
    for text in [
        "Mette Hansen har ikke diabetes.",
        "Mette Hansen har ingen diabetes.",
        "Mette Hansen har aldrig haft diabetes.",
        "Kari Hansen har aldri hatt diabetes.",
        "Anna Svensson har inte diabetes.",
        "Anna Svensson är ej diabetiker.",
        "Maija Virtasella ei ole diabetesta.",
        "Mary Smith is not diabetic.",
        "Mary Smith has never had diabetes.",
        "Borgeren 010180-0008 har ingen diabetes.",
    ] {
        let told = weight(text).filter(|told| told.0 >= Strength::Likely && !told.1);
        assert!(told.is_some(), "{text} {:?}", weight(text));
    }
    for text in [
        "Du har ikke diabetes.",
        "Du har ingen diabetes.",
        "Du har inte diabetes.",
        "Du har aldrig haft diabetes.",
        "Du har aldri hatt diabetes.",
    ] {
        assert_eq!(weight(text), Some((Strength::Weak, true)), "{text}");
    }
}
