//! Identity numbers, accounts, cards, phones, addresses.
//!
//! `blocks` looks at every byte and says where digits stand; `runs` turns away what their lengths rule out; `tokens`
//! reads the rest and what joins it (`gaps` knows the typography); `walk` tries every country's rules on the groups;
//! `context` reads the words beside those whose form fits (`near` finds them); `choose` keeps the better of
//! overlapping readings.

mod accounts;
mod addresses;
mod blocks;
mod cards;
mod checks;
mod choose;
mod context;
mod finland;
mod gaps;
mod iban;
mod looks;
mod mrz;
mod near;
mod number;
mod organisations;
mod patterns;
mod persons;
mod phones;
mod published;
mod rewrite;
mod runs;
mod tokens;
mod walk;

use memchr::memmem::Finder;

use crate::finding::Finding;
use crate::own::{Own, Pattern};

use blocks::Overview;
use context::{Means, Words};
use runs::Runs;
use tokens::Token;
use walk::Place;

/// What is needed to find identifiers.
#[derive(Debug)]
pub(crate) struct Identifiers {
    words: Words,
    patterns: Vec<Pattern>,
    fillers: Finder<'static>,
    references: Finder<'static>,
}

impl Identifiers {
    pub(crate) fn new(own: &Own) -> Self {
        Self {
            words: Words::shipped(),
            patterns: own.patterns.clone(),
            fillers: Finder::new(b"<<"),
            references: Finder::new(b"&#"),
        }
    }

    /// Appends the identifiers of one piece.
    pub(crate) fn find(&self, text: &str, found: &mut Vec<Finding>) {
        let bytes = text.as_bytes();
        let view = Overview::of(bytes);
        let references = view.ampersand && self.references.find(bytes).is_some();
        let rewritten = if view.foreign || references {
            rewrite::rewrite(text, view.foreign, references)
        } else {
            None
        };
        if let Some(new) = rewritten {
            let from = found.len();
            self.numbers(&new.text, &Overview::of(&new.text), found);
            for finding in found.iter_mut().skip(from) {
                finding.span = new.origin(finding.span.start)..new.origin_end(finding.span.end);
            }
        } else {
            self.numbers(bytes, &view, found);
        }
        if view.at_sign {
            addresses::find(bytes, found);
        }
        if view.less {
            mrz::find(&self.fillers, bytes, found);
        }
        patterns::find(&self.patterns, text, found);
        found.retain(|f| text.is_char_boundary(f.span.start) && text.is_char_boundary(f.span.end));
    }

    fn place<'a>(&'a self, bytes: &'a [u8], tokens: &'a [Token], beside: Means) -> Place<'a> {
        Place {
            words: &self.words,
            bytes,
            tokens,
            beside,
        }
    }

    fn numbers(&self, bytes: &[u8], view: &Overview, found: &mut Vec<Finding>) {
        let mut regions = view.regions().peekable();
        if regions.peek().is_none() {
            return;
        }
        let mut tokens = Vec::with_capacity(16);
        let mut readings = Vec::new();
        let mut runs = Runs::new();
        let mut done = 0;
        for region in regions {
            // A block more: a cluster that goes on behind the region is read to its end.
            runs.read(&view.digits, region.start, region.end + blocks::BLOCK);
            runs.go_on(done);
            while let Some(next) = runs.candidate(&self.words, bytes, region.end) {
                done = tokens::cluster(bytes, next, &mut tokens);
                runs.go_on(done);
                if walk::total(&tokens) >= 6 || iban::begins(bytes, next) {
                    let beside = self.words.right_before(bytes, next);
                    if walk::may_hold(bytes, &tokens, beside) {
                        tokens::read_values(bytes, &mut tokens);
                        walk::cluster(self.place(bytes, &tokens, beside), &mut readings);
                        done = iban::reach(&readings).map_or(done, |end| end.max(done));
                        runs.go_on(done);
                    }
                }
                if readings.is_empty() && looks::touches(bytes, &tokens) {
                    looks::alike(self.place(bytes, &tokens, Means::NOTHING), &mut readings);
                }
                choose::choose(&mut readings, found);
            }
        }
    }
}
