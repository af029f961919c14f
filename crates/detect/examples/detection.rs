//! `cargo xtask detection`: recall and precision per kind and language on the judged corpus, as Markdown.

#[path = "../judged/mod.rs"]
mod judged;

use std::collections::BTreeSet;

use detect::{Detector, Options};
use judged::corpus::{LANGUAGES, corpus};
use judged::measure::{Score, Scores, measure};

/// Fillings of each template: with 338 templates some 5,400 messages.
const FILLINGS: u64 = 16;

fn main() {
    let messages = corpus(FILLINGS);
    let result = measure(&Detector::new(Options::default()), &messages);
    if std::env::args().any(|a| a == "examples") {
        for line in &result.examples {
            println!("{line}");
        }
        return;
    }
    println!("{}", include_str!("../judged/intro.md"));
    println!(
        "{} messages, {} things planted in them.\n",
        messages.len(),
        messages.iter().map(|m| m.truths.len()).sum::<usize>()
    );
    let planted = "Recall / precision in percent, with the number planted; – where nothing was planted or found.";
    let matter = |g: &str| g.starts_with("matter");
    println!("## Numbers and addresses\n\n{planted}\n");
    table(&result.scores, |g| g != "name" && !matter(g));
    println!(
        "## Matters\n\nWhat is likely or strong, for weak words hold nothing in the shipped policy. A planted word counts as found when a finding of its category touches it. A finding is right when its message truly tells of that matter; a false alarm is one in a message that does not. {planted}\n"
    );
    table(&result.told, matter);
    println!(
        "Strictly: the same findings, but one that touches another word of the same matter than the planted one counts as a false alarm too.\n"
    );
    table(&result.likely, matter);
    let [same, other, none] = result.alarms;
    println!(
        "Of these false alarms {same} stand in a message that tells of the same matter in other words, {other} in one that tells of another matter, {none} in one that tells of none.\n"
    );
    println!(
        "By message: whether a message that tells of such a matter is said to, and no other. {planted}\n"
    );
    table(&result.messages, matter);
    println!("With the weak ones: a word of a list that no person stands near.\n");
    table(&result.scores, matter);
    println!("## Names\n\n{planted}\n");
    table(&result.scores, |g| g == "name");
    println!("## Ordinary messages held\n\n| language | messages | held |\n|---|---:|---:|");
    for (language, (all, held)) in &result.ordinary {
        println!("| {language} | {all} | {held} |");
    }
    println!("\n{}", include_str!("../judged/weak.md"));
}

fn table(scores: &Scores, of: impl Fn(&str) -> bool) {
    let languages: Vec<&str> = LANGUAGES.iter().map(|l| l.0).collect();
    println!(
        "| | {} | all |\n|---|{}",
        languages.join(" | "),
        "---:|".repeat(languages.len() + 1)
    );
    let groups: BTreeSet<&str> = scores
        .iter()
        .filter(|(_, score)| score.planted + score.right + score.wrong > 0)
        .map(|(key, _)| key)
        .map(|(g, _)| g.as_str())
        .filter(|g| of(g))
        .collect();
    for group in groups {
        let cells: Vec<String> = languages
            .iter()
            .map(|l| cell(&sum(scores, group, Some(l))))
            .collect();
        println!(
            "| {group} | {} | {} |",
            cells.join(" | "),
            cell(&sum(scores, group, None))
        );
    }
    let mut all = Vec::new();
    for language in languages.iter().map(|l| Some(*l)).chain([None]) {
        let mut total = Score::default();
        for (_, score) in scores
            .iter()
            .filter(|((g, l), _)| of(g) && language.is_none_or(|w| w == *l))
        {
            add(&mut total, score);
        }
        all.push(format!("{}, F1 {:.1}", cell(&total), 100.0 * total.f1()));
    }
    println!("| **all** | {} |\n", all.join(" | "));
}

fn sum(scores: &Scores, group: &str, language: Option<&str>) -> Score {
    let mut total = Score::default();
    for (_, score) in scores
        .iter()
        .filter(|((g, l), _)| g == group && language.is_none_or(|w| w == *l))
    {
        add(&mut total, score);
    }
    total
}

fn add(total: &mut Score, score: &Score) {
    total.planted += score.planted;
    total.found += score.found;
    total.right += score.right;
    total.wrong += score.wrong;
}

fn cell(score: &Score) -> String {
    if score.planted + score.right + score.wrong == 0 {
        return "–".to_owned();
    }
    format!(
        "{:.1} / {:.1} ({})",
        100.0 * score.recall(),
        100.0 * score.precision(),
        score.planted
    )
}
