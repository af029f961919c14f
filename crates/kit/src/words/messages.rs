//! All messages of all languages, checked when the program starts: what is wrong in a file is named with the file.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
};
use fluent_syntax::{parser, serializer};
use unic_langid::LanguageIdentifier;

use super::formats::Formats;
use super::{Lang, Tongue};
use crate::clock::Zone;

/// A value that a message speaks of. A text is put in as it is, whatever it contains; a number is written as the
/// language writes it and chooses the plural. A year is a text: as a number it would be grouped.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Put in as it is.
    Text(String),
    /// Grouped, and counted by the plural rules. Exact to 2⁵³.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Arg::Text(text.clone())
    }
}

macro_rules! numbers {
    ($($number:ty),*) => { $(impl From<$number> for Arg {
        fn from(number: $number) -> Self {
            Arg::Number(number as f64)
        }
    }
    // Templates hand out references to the fields of a page.
    impl From<&$number> for Arg {
        fn from(number: &$number) -> Self {
            Arg::Number(*number as f64)
        }
    })* };
}
numbers!(i32, i64, u32, u64, usize, f64);

/// One message or term: where it is from and what it needs.
struct Known {
    file: Arc<str>,
    /// The whole text, when it is nothing but text and no other message mentions it. Two messages of three are,
    /// and as text they take a tenth of the memory that they take as a tree.
    text: Option<Box<str>>,
    variables: BTreeSet<String>,
    /// Other messages, and terms with their `-`.
    mentions: BTreeSet<String>,
}

struct Tome {
    bundle: FluentBundle<FluentResource>,
    known: BTreeMap<String, Known>,
}

/// All messages, built once and shared behind an [`Arc`].
pub struct Words {
    tomes: [Tome; 5],
}

impl Words {
    /// Reads the messages: language, file name (for errors only), text in Fluent's syntax. Everything wrong is
    /// named at once: what cannot be parsed, keys that exist twice in a language, mentions of messages, terms or
    /// functions that do not exist, and attributes, which nothing here reads.
    pub fn new(sources: &[(Lang, &str, &str)]) -> Result<Words, Vec<String>> {
        let mut faults = Vec::new();
        let tomes = Lang::ALL.map(|lang| {
            let mut tome = Tome {
                bundle: bundle(lang),
                known: BTreeMap::new(),
            };
            let of_lang = sources.iter().filter(|source| source.0 == lang);
            let files: Vec<_> = of_lang
                .map(|(_, file, ftl)| tome.read(file, ftl, &mut faults))
                .collect();
            tome.check_mentions(&mut faults);
            tome.keep(files);
            tome
        });
        if faults.is_empty() {
            Ok(Words { tomes })
        } else {
            Err(faults)
        }
    }

    /// What a page in this language speaks with, showing times in this zone.
    pub fn tongue(self: &Arc<Self>, lang: Lang, zone: Zone) -> Tongue {
        Tongue::new(lang, zone, Arc::clone(self))
    }

    /// The keys of the language's messages, sorted; terms are not among them.
    pub fn keys(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.tomes[lang.place()]
            .known
            .keys()
            .map(String::as_str)
            .filter(|key| !key.starts_with('-'))
    }

    /// The names of the values the message needs (`{ $name }`), those of the messages it mentions included.
    pub fn variables(&self, lang: Lang, key: &str) -> BTreeSet<String> {
        let known = &self.tomes[lang.place()].known;
        let (mut names, mut seen, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![key]);
        while let Some(key) = open.pop() {
            let Some(message) = known.get(key).filter(|_| seen.insert(key)) else {
                continue;
            };
            names.extend(message.variables.iter().cloned());
            // A term gets its values from the message that mentions it, not from the caller.
            open.extend(
                message
                    .mentions
                    .iter()
                    .map(String::as_str)
                    .filter(|key| !key.starts_with('-')),
            );
        }
        names
    }

    pub(super) fn has(&self, lang: Lang, key: &str) -> bool {
        !key.starts_with('-') && self.tomes[lang.place()].known.contains_key(key)
    }

    /// The message in the language, or nothing if there is none. A value that is missing shows as `{$name}`.
    pub(super) fn say(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        let Tome { bundle, known } = &self.tomes[lang.place()];
        if let Some(text) = known.get(key).and_then(|known| known.text.as_deref()) {
            return Some(text.to_owned());
        }
        let pattern = bundle.get_message(key)?.value()?;
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, arg)| (Cow::Borrowed(*name), value(arg)))
            .collect();
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        for error in errors {
            tracing::error!(%lang, key, %error, "message could not be put together");
        }
        Some(text)
    }
}

fn value(arg: &Arg) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_str()),
        Arg::Number(number) => FluentValue::from(*number),
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks guard against right-to-left text; our languages have none and the marks spoil copied text.
    bundle.set_use_isolating(false);
    // Fluent takes a bare function, so each language has its own.
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| number::<0>(value),
        Lang::Fi => |value, _| number::<1>(value),
        Lang::Sv => |value, _| number::<2>(value),
        Lang::Da => |value, _| number::<3>(value),
        Lang::Nb => |value, _| number::<4>(value),
    }));
    // Fails only if NUMBER is there already, and the bundle is new.
    let _ = bundle.add_builtins();
    bundle
}

fn number<const PLACE: usize>(value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(Formats::of(Lang::ALL[PLACE]).in_message(number)),
        _ => None,
    }
}

impl Tome {
    fn read<'f>(
        &mut self,
        file: &str,
        ftl: &'f str,
        faults: &mut Vec<String>,
    ) -> Resource<&'f str> {
        let resource = parser::parse_runtime(ftl).unwrap_or_else(|(resource, errors)| {
            let line = |at: usize| ftl.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
            faults.extend(
                errors
                    .iter()
                    .map(|error| format!("{file}:{}: {}", line(error.pos.start), error.kind)),
            );
            resource
        });
        let name: Arc<str> = file.into();
        for entry in &resource.body {
            self.learn(&name, entry, faults);
        }
        resource
    }

    /// Keeps what is plain text as that, and gives the rest to Fluent.
    fn keep(&mut self, files: Vec<Resource<&str>>) {
        let mentioned: BTreeSet<String> = self
            .known
            .values()
            .flat_map(|known| known.mentions.iter().cloned())
            .collect();
        for mut file in files {
            file.body.retain(|entry| {
                let Some((key, text)) = plain(entry).filter(|(key, _)| !mentioned.contains(*key))
                else {
                    return true;
                };
                if let Some(known) = self.known.get_mut(key) {
                    known.text = Some(text.into());
                }
                false
            });
            let rest = FluentResource::try_new(serializer::serialize(&file));
            // What was parsed once parses again, and what was wrong has been named.
            self.bundle
                .add_resource_overriding(rest.unwrap_or_else(|(resource, _)| resource));
        }
    }

    fn learn(&mut self, file: &Arc<str>, entry: &Entry<&str>, faults: &mut Vec<String>) {
        let mut known = Known::from(file);
        let key = match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                if !message.attributes.is_empty() {
                    faults.push(format!(
                        "{file}: {key} has attributes, which are not used here"
                    ));
                }
                message
                    .value
                    .iter()
                    .for_each(|pattern| known.pattern(pattern));
                key
            }
            Entry::Term(term) => {
                known.pattern(&term.value);
                term.attributes
                    .iter()
                    .for_each(|attribute| known.pattern(&attribute.value));
                format!("-{}", term.id.name)
            }
            _ => return,
        };
        if let Some(first) = self.known.get(&key) {
            faults.push(format!("{file}: {key} is already in {}", first.file));
        } else {
            self.known.insert(key, known);
        }
    }

    fn check_mentions(&self, faults: &mut Vec<String>) {
        for (key, known) in &self.known {
            for mention in &known.mentions {
                if mention != "NUMBER()" && !self.known.contains_key(mention) {
                    faults.push(format!(
                        "{}: {key} mentions {mention}, which does not exist",
                        known.file
                    ));
                }
            }
        }
    }
}

/// A message's key and text, if it is nothing but text.
fn plain<'f>(entry: &Entry<&'f str>) -> Option<(&'f str, String)> {
    let Entry::Message(message) = entry else {
        return None;
    };
    let parts = message.value.iter().flat_map(|value| &value.elements);
    let text: Option<String> = parts
        .map(|element| match element {
            PatternElement::TextElement { value } => Some(*value),
            PatternElement::Placeable { .. } => None,
        })
        .collect();
    Some((message.id.name, text?))
}

impl Known {
    fn from(file: &Arc<str>) -> Known {
        Known {
            file: Arc::clone(file),
            text: None,
            variables: BTreeSet::new(),
            mentions: BTreeSet::new(),
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants
                    .iter()
                    .for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute
                    .as_ref()
                    .map(|attribute| format!(".{}", attribute.name))
                    .unwrap_or_default();
                self.mentions.insert(format!("{}{attribute}", id.name));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.mentions.insert(format!("-{}", id.name));
                arguments
                    .iter()
                    .for_each(|arguments| self.arguments(arguments));
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.mentions.insert(format!("{}()", id.name));
                self.arguments(arguments);
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments
            .positional
            .iter()
            .for_each(|argument| self.inline(argument));
        arguments
            .named
            .iter()
            .for_each(|argument| self.inline(&argument.value));
    }
}
