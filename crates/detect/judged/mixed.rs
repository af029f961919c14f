//! A mixed corpus for measuring speed: free prose of packages in five languages, sentences of a municipality, and here
//! and there a message about somebody's matter.

use std::fs;
use std::path::{Path, PathBuf};

use super::judged::corpus;
use super::judged::numbers::Dice;

/// Paragraphs of fewer bytes are headings, buttons and cells.
const SHORTEST: usize = 40;

/// Languages, the folder or file of each below the packages' root, and the name of its declaration of human rights.
const SOURCES: [(&str, &str, &str); 5] = [
    ("da", "usr/share/libreoffice/help/da/text", "dan"),
    ("sv", "usr/share/libreoffice/help/sv/text", "swe"),
    (
        "nb",
        "usr/share/doc/debian-edu-doc-nb-no/debian-edu-bookworm-manual.html",
        "nob",
    ),
    ("fi", "usr/share/libreoffice/help/fi/text", "fin"),
    ("en", "usr/share/libreoffice/help/en-US/text", "eng"),
];

/// The texts of one language that documents are made of.
pub struct Language {
    pub code: &'static str,
    /// Free prose, in the order of its pages.
    pub prose: Vec<String>,
    /// Sentences of a municipality that are about nobody.
    pub ours: Vec<String>,
    /// Messages about somebody's matter, with names and numbers.
    pub matters: Vec<String>,
}

/// Reads the packages unpacked in `root`; `sentences` are ours, a part for each language in the order of [`SOURCES`].
/// Without the packages their prose is left empty.
pub fn languages(root: Option<&Path>, sentences: &str) -> Vec<Language> {
    let messages = corpus::corpus(3);
    let parts = SOURCES.iter().zip(sentences.split("\n\n"));
    parts
        .map(|((code, pages, declaration), ours)| Language {
            code,
            prose: root.map_or_else(Vec::new, |root| prose(root, pages, declaration)),
            ours: ours.lines().map(str::to_owned).collect(),
            matters: messages
                .iter()
                .filter(|m| m.language == *code && m.truths.iter().any(|t| t.category.is_some()))
                .map(|m| m.text.clone())
                .collect(),
        })
        .collect()
}

fn prose(root: &Path, pages: &str, declaration: &str) -> Vec<String> {
    let mut files = Vec::new();
    walk(&root.join(pages), &mut files);
    files.sort();
    files.push(root.join(format!("package/declaration/{declaration}.html")));
    let texts = files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok());
    texts.flat_map(|page| paragraphs(&page)).collect()
}

fn walk(place: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(place) else {
        files.push(place.to_owned());
        return;
    };
    for entry in entries.flatten() {
        walk(&entry.path(), files);
    }
}

/// Documents of 1 to 3 KB, the languages in turns. Of ten documents one has a message about somebody's matter in it and
/// two are of the municipality's sentences; without free prose all are. `plant` adds numbers.
pub fn documents(
    languages: &[Language],
    size: usize,
    mut plant: impl FnMut(&mut String, usize, &mut Dice),
) -> Vec<String> {
    let mut dice = Dice(3);
    let mut documents = Vec::new();
    let mut made = 0;
    while made < size {
        let turn = documents.len();
        let language = &languages[turn % languages.len()];
        let kind = turn / languages.len() % 10;
        let own = kind > 7 || language.prose.is_empty();
        let from = if own { &language.ours } else { &language.prose };
        let wanted = 1000 + dice.roll(2000) as usize;
        let mut text = String::new();
        let mut at = dice.roll(from.len() as u64) as usize;
        let mut planted = 0;
        let mut told = kind != 0;
        while text.len() < wanted {
            if !told && text.len() > wanted / 3 {
                text.push_str(dice.of::<String>(&language.matters));
                text.push('\n');
                told = true;
            }
            text.push_str(&from[at % from.len()]);
            at = if own {
                dice.roll(from.len() as u64) as usize
            } else {
                at + 1
            };
            text.push_str(["\n", " ", "\n\n"][dice.roll(3) as usize]);
            if planted < 4 && dice.roll(5) == 0 {
                plant(&mut text, planted, &mut dice);
                planted += 1;
            }
        }
        made += text.len();
        documents.push(text);
    }
    documents
}

/// The paragraphs of a page of HTML as plain text.
fn paragraphs(page: &str) -> Vec<String> {
    const BLOCKS: &[&str] = &[
        "p", "li", "h1", "h2", "h3", "h4", "td", "th", "tr", "div", "dd", "dt", "br", "body",
    ];
    const HIDDEN: &[&str] = &["script", "style", "head", "header", "aside", "pre"];
    let page = page
        .find("id=\"DisplayArea\"")
        .map_or(page, |at| &page[at..]);
    let mut text = String::new();
    let mut hidden = 0_usize;
    for (turn, part) in page.split('<').enumerate() {
        let (tag, words) = match part.split_once('>') {
            Some(parts) if turn > 0 => parts,
            _ => ("", part),
        };
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric());
        let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
        if HIDDEN.contains(&name.as_str()) {
            hidden = if tag.starts_with('/') {
                hidden.saturating_sub(1)
            } else {
                hidden + 1
            };
        }
        if BLOCKS.contains(&name.as_str()) {
            text.push('\n');
        }
        if hidden == 0 {
            text.push_str(&words.replace(char::is_whitespace, " "));
        }
    }
    let lines = text.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        plain(&words.join(" "))
    });
    lines.filter(|line| line.len() >= SHORTEST).collect()
}

/// Without the signs that HTML writes for others.
fn plain(text: &str) -> String {
    let mut out = text.to_owned();
    for (sign, meant) in [
        ("&nbsp;", "\u{a0}"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        if out.contains(sign) {
            out = out.replace(sign, meant);
        }
    }
    out
}
