//! What tags, characters and comments of a page mean for its text.

use std::mem::take;

use memchr::{memchr, memchr3};

use super::{Shown, unescaped};

/// A tag that opens an element: names in small letters, each attribute once.
pub(super) struct Opening<'t> {
    pub(super) name: &'t str,
    pub(super) attributes: &'t [(&'t str, &'t str)],
    /// Written as `<br/>`.
    pub(super) closed: bool,
}

/// How the characters behind an opening tag are read, where not as usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// Up to the end tag, references and all.
    Text,
    /// The same, but references stand for what they name.
    WithReferences,
    /// A script.
    Script,
    /// Everything that follows.
    Rest,
}

/// What has been seen of a page.
#[derive(Default)]
pub(super) struct State {
    pub(super) shown: Shown,
    /// The hidden element that we are in, and how many of its name are open.
    hidden: Option<(String, usize)>,
    /// Inside script or style.
    raw: Option<&'static str>,
    /// Line feeds count inside `pre` and `textarea`.
    kept: usize,
    /// Classes that the page's own style hides.
    hiding: Vec<String>,
    style: String,
}

impl State {
    /// For a page of so many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        Self {
            shown: Shown {
                whole: String::with_capacity(bytes / 2),
                ..Shown::default()
            },
            ..Self::default()
        }
    }

    /// A tag opens; how what follows is read.
    pub(super) fn open(&mut self, tag: &Opening<'_>) -> Option<Raw> {
        self.boundary(tag.name);
        self.attributes(tag.attributes);
        self.hide(tag);
        match tag.name {
            "script" => self.raw = Some("script"),
            "style" => self.raw = Some("style"),
            "textarea" | "pre" | "listing" => self.kept += 1,
            _ => {}
        }
        raw(tag.name)
    }

    /// A tag closes.
    pub(super) fn close(&mut self, name: &str) {
        self.boundary(name);
        if matches!(name, "pre" | "textarea" | "listing") {
            self.kept = self.kept.saturating_sub(1);
        }
        if name == "style" {
            let style = take(&mut self.style);
            self.hiding.extend(hiding_classes(&style));
        }
        if self.raw == Some("script") && name == "script" || name == "style" {
            self.raw = None;
            self.shown.aside.push('\n');
        }
        if let Some((hidden, open)) = &mut self.hidden
            && hidden == name
        {
            *open -= 1;
            if *open == 0 {
                self.hidden = None;
            }
        }
    }

    /// What a tag means between two characters: cells are apart, blocks begin a line, the rest is nothing.
    fn boundary(&mut self, name: &str) {
        let between = match name {
            "td" | "th" => "\t",
            "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data"
            | "del" | "dfn" | "em" | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "nobr"
            | "output" | "q" | "s" | "samp" | "small" | "span" | "strike" | "strong" | "sub"
            | "sup" | "time" | "tt" | "u" | "var" | "wbr" | "script" | "style" | "img" | "o:p" => {
                return;
            }
            _ => "\n",
        };
        self.put(between);
    }

    fn hide(&mut self, tag: &Opening<'_>) {
        if let Some((hidden, open)) = &mut self.hidden {
            if hidden == tag.name && !tag.closed {
                *open += 1;
            }
            return;
        }
        let void = matches!(
            tag.name,
            "br" | "hr" | "img" | "input" | "meta" | "link" | "col" | "wbr" | "area"
        );
        if !void && !tag.closed && self.is_hidden(tag.attributes) {
            self.shown
                .visible
                .get_or_insert_with(|| self.shown.whole.clone());
            self.hidden = Some((tag.name.to_owned(), 1));
        }
    }

    fn is_hidden(&self, attributes: &[(&str, &str)]) -> bool {
        attributes.iter().any(|(name, value)| match *name {
            "hidden" => true,
            "style" => hides(value),
            "class" => {
                !self.hiding.is_empty()
                    && value
                        .split_ascii_whitespace()
                        .any(|class| self.hiding.iter().any(|hiding| hiding == class))
            }
            _ => false,
        })
    }

    /// Attributes that a person may have written, or that carry data.
    fn attributes(&mut self, attributes: &[(&str, &str)]) {
        for (name, value) in attributes {
            if matches!(
                *name,
                "style" | "class" | "width" | "height" | "color" | "bgcolor" | "align"
            ) || value.len() < 6
            {
                continue;
            }
            if let Some((_, packed)) = packed(value) {
                self.shown.packed.push(packed.to_owned());
                continue;
            }
            self.shown.aside.push_str(value);
            self.shown.aside.push('\n');
            if value.contains('%') {
                self.shown.aside.push_str(&unescaped(value));
                self.shown.aside.push('\n');
            }
        }
    }

    /// Characters between tags.
    pub(super) fn characters(&mut self, text: &str) {
        match self.raw {
            Some(raw) => {
                if raw == "style" {
                    self.style.push_str(text);
                }
                self.shown.aside.push_str(text);
            }
            None if self.kept > 0 => self.put(text),
            None => self.collapsed(text),
        }
    }

    /// Runs of white space are one space, as a browser shows them.
    fn collapsed(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = first_break(rest.as_bytes()) {
            let (before, after) = rest.split_at(at);
            self.put(before);
            if !self.shown.whole.ends_with([' ', '\n', '\t']) {
                self.put(" ");
            }
            rest = after.trim_start_matches([' ', '\n', '\r', '\t', '\u{c}']);
        }
        self.put(rest);
    }

    fn put(&mut self, text: &str) {
        self.shown.whole.push_str(text);
        if self.hidden.is_none()
            && let Some(visible) = &mut self.shown.visible
        {
            visible.push_str(text);
        }
    }

    /// A comment.
    pub(super) fn comment(&mut self, text: &str) {
        // What is inside may be markup that one mail program shows (conditional comments): both ways.
        self.shown.aside.push_str(text);
        self.shown.aside.push('\n');
        if text.contains('<') {
            let mut inside = false;
            for c in text.chars() {
                match c {
                    '<' => inside = true,
                    '>' => inside = false,
                    _ if !inside => self.shown.aside.push(c),
                    _ => {}
                }
            }
            self.shown.aside.push('\n');
        }
    }
}

/// How the characters of an element of this name are read, where not as usual.
pub(super) fn raw(name: &str) -> Option<Raw> {
    match name {
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(Raw::Text),
        "title" | "textarea" => Some(Raw::WithReferences),
        "script" => Some(Raw::Script),
        "plaintext" => Some(Raw::Rest),
        _ => None,
    }
}

/// Where white space stands first that is no blank.
fn first_break(bytes: &[u8]) -> Option<usize> {
    let line = memchr3(b'\n', b'\r', b'\t', bytes);
    let before = line.and_then(|at| bytes.get(..at)).unwrap_or(bytes);
    memchr(0xc, before).or(line)
}

/// `data:image/png;base64,…`: the type, and the file.
fn packed(value: &str) -> Option<(&str, &str)> {
    let value = value.trim_start();
    let head = value
        .get(..5)
        .filter(|head| head.eq_ignore_ascii_case("data:"))?;
    let (kind, file) = value.get(head.len()..)?.split_once(',')?;
    kind.to_ascii_lowercase()
        .ends_with(";base64")
        .then_some((kind, file))
}

fn hides(style: &str) -> bool {
    let folded: String = style
        .chars()
        .filter(|c| !c.is_whitespace())
        .chain([';'])
        .collect::<String>()
        .to_ascii_lowercase();
    [
        "display:none",
        "visibility:hidden",
        "font-size:0;",
        "font-size:0p",
        "mso-hide:all",
        "opacity:0;",
        "opacity:0.0",
        "left:-9",
        "clip:rect(0",
        "max-height:0;",
        "max-height:0p",
    ]
    .iter()
    .any(|way| folded.contains(way))
}

/// `.a, .b { display: none }` hides the classes a and b.
fn hiding_classes(style: &str) -> Vec<String> {
    style
        .split('}')
        .filter_map(|rule| rule.split_once('{'))
        .filter(|(_, body)| hides(body))
        .flat_map(|(selectors, _)| selectors.split(','))
        .filter_map(|selector| selector.trim().rsplit_once('.'))
        .map(|(_, class)| class.trim().to_owned())
        .filter(|class| !class.is_empty())
        .take(64)
        .collect()
}
