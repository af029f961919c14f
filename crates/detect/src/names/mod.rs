//! Names of persons: lists of first and last names, and rules for what stands beside them.
//!
//! Only words with a capital are looked up. A first name with whatever capital follows is a name; a last name alone
//! needs a title or a neighbour; a first name that is a word, a month or a place too ("Bo", "August") needs
//! another part of a name or a greeting; a word behind that makes a street, a firm or an institution ("Jensens Vej",
//! "Hansen A/S") unmakes it.

mod capitals;
mod cases;
mod chain;
mod finnish;
mod lists;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use crate::finding::{Finding, Reason, Reasons, Strength};
use crate::kinds::{Category, Kind};
use crate::matters::fold::{Word, each_word, short_word, starts_with_capital};
use crate::matters::letters::Letters;

use capitals::Capitals;
use chain::{Part, named};
pub(crate) use finnish::Finnish;
use lists::{Lists, sort};

/// What is needed to find names.
#[derive(Clone, Copy)]
pub(crate) struct Names {
    lists: &'static Lists,
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Names")
    }
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// In running text.
    Running,
    /// Behind "Kære", "Hej", "Dear", "To:".
    Greeted,
}

/// A name found.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// Bytes of the text.
    pub(crate) span: Range<usize>,
    /// How sure.
    pub(crate) strength: Strength,
    /// Where it stands.
    pub(crate) role: Role,
    /// Ground forms, joined by a blank.
    pub(crate) value: String,
}

impl Names {
    /// The shipped lists.
    pub(crate) fn new() -> Self {
        Self {
            lists: Lists::shipped(),
        }
    }

    /// All names in `text`. Nothing looks past a line's end.
    pub(crate) fn all(&self, text: &str) -> Vec<Named> {
        let mut all = Vec::new();
        let mut finnish = Finnish::default();
        self.each(text, 0..text.len(), &mut finnish, |name| all.push(name));
        all
    }

    /// Appends these names of one text.
    pub(crate) fn tell(named: Vec<Named>, found: &mut Vec<Finding>) {
        // The whole names so far: "Anna" further down is "Anna Hansen" from above.
        let mut whole = Whole::new();
        for name in named {
            let value = same_person(&mut whole, name.value);
            let reasons = Reasons::of(Reason::NameList);
            found.push(
                Finding::new(
                    Kind::Name,
                    Category::Person,
                    name.span,
                    name.strength,
                    value,
                )
                .because(reasons),
            );
        }
    }

    /// Calls `seen` with every name in `text[range]`; `finnish` is kept for further ranges of the same text.
    pub(crate) fn each(
        &self,
        text: &str,
        range: Range<usize>,
        finnish: &mut Finnish,
        mut seen: impl FnMut(Named),
    ) {
        let mut at = range.start;
        let places = Capitals::read(text, range.clone());
        let mut parts = Vec::new();
        while let Some((run, place)) = places.next(text, at) {
            let from = capitals::leads(text, at, run);
            if from == place
                && let Some(end) = self.stands_alone(text, place..range.end, finnish)
            {
                at = end;
                continue;
            }
            let place = (&range, from, place);
            at = self.stretch(text, place, (finnish, &mut parts), &mut seen);
        }
    }

    /// Where the word with a capital at the beginning of `range` ends, if it is no name and begins none: so most
    /// sentences begin. No list knows it, or knows that it is no name, and nothing behind it may belong to a name.
    fn stands_alone(
        &self,
        text: &str,
        range: Range<usize>,
        finnish: &mut Finnish,
    ) -> Option<usize> {
        let bytes = text.as_bytes().get(..range.end).unwrap_or_default();
        let (letters, end) = first_word(text, &range)?;
        let rest = bytes.get(end..).unwrap_or_default();
        if may_go_on(rest, letters.len()) {
            return None;
        }
        let sorts = self
            .lists
            .look(&letters, || finnish.at(text, range.start))
            .0;
        if !is_no_name(sorts) {
            return None;
        }
        // Unknown, and a word of ASCII behind it: what that word is does not matter.
        let matters = sorts != 0 || !matches!(rest, [b' ', b'a'..=b'z', ..]);
        (!matters || !self.leads_on(text, end..range.end)).then_some(end)
    }

    /// Whether the first word in `range` is a small one that leads to a name, and is read with the name.
    fn leads_on(&self, text: &str, range: Range<usize>) -> bool {
        let mut leads = false;
        each_word(text, range.start, range.end, |word| {
            let small = !starts_with_capital(text, word.start);
            let sorts = sort::GREETING | sort::TITLE | sort::FAMILY;
            leads = small && self.lists.small(word.folded()) & sorts != 0;
            false
        });
        leads
    }

    /// Reads words from `from` on until behind the one at `place` no name goes on; where to look further.
    fn stretch(
        &self,
        text: &str,
        (range, from, place): (&Range<usize>, usize, usize),
        (finnish, parts): (&mut Finnish, &mut Vec<Part>),
        seen: &mut impl FnMut(Named),
    ) -> usize {
        parts.clear();
        let before = capitals::word_end(text, range.start, from);
        let mut opens = before.is_none();
        let mut last_end = before.unwrap_or(range.start);
        let mut stop = range.end;
        each_word(text, from, range.end, |word| {
            let capital = starts_with_capital(text, word.start);
            if !capital && parts.is_empty() && word.end > place {
                // A capital inside a word begins nothing.
                stop = if word.start > place {
                    word.start
                } else {
                    word.end
                };
                return false;
            }
            let between = text.get(last_end..word.start).unwrap_or("");
            opens |= chain::opens(between);
            let joined = !parts.is_empty() && chain::joins(text, between, parts.last());
            let part = self.part(text, word, opens, finnish);
            let goes_on = joined && (part.capital || part.sorts & sort::PARTICLE != 0);
            if !goes_on && !parts.is_empty() {
                // The word behind a chain may unmake it: "Jensens vej".
                let behind = if between.len() <= 1 || between == " & " {
                    part.sorts
                } else {
                    0
                };
                let acts = || between == " " && chain::acts(word.folded());
                named(text, parts, behind, acts, seen);
                parts.clear();
            }
            if goes_on
                || part.capital
                || part.sorts & (sort::GREETING | sort::TITLE | sort::FAMILY) != 0
            {
                parts.push(part);
            }
            opens = false;
            last_end = word.end;
            true
        });
        if !parts.is_empty() {
            named(text, parts, 0, || false, seen);
        }
        stop
    }

    fn part(&self, text: &str, word: &Word, opens: bool, finnish: &mut Finnish) -> Part {
        let capital = starts_with_capital(text, word.start);
        let folded = word.folded();
        let (sorts, ground) = if capital {
            // A Finnish case ("Annalle") only where the paragraph is not in another language ("Kursen").
            self.lists.look(folded, || finnish.at(text, word.start))
        } else if folded.len() <= 11 {
            (self.lists.small(folded), None)
        } else {
            (0, None)
        };
        let small = sort::PARTICLE | sort::GREETING | sort::TITLE | sort::FAMILY | sort::BEHIND;
        Part {
            span: word.start..word.end,
            sorts: if capital { sorts } else { sorts & small },
            capital,
            letters: folded.len(),
            opens,
            ground,
            shouted: capital
                && folded.len() > 1
                && chain::shouted(text.get(word.start..word.end).unwrap_or("")),
        }
    }
}

/// The folded letters of the word that begins `range`, and where it ends; none where no word begins there.
fn first_word(text: &str, range: &Range<usize>) -> Option<(Letters, usize)> {
    let bytes = text.as_bytes().get(..range.end)?;
    short_word(bytes, range.start).or_else(|| {
        let mut first = None;
        each_word(text, range.start, range.end, |word| {
            let letters = Letters::of(word.letters, word.len);
            first = (word.start == range.start).then_some((letters, word.end));
            false
        });
        first
    })
}

/// Whether a word of these sorts is no name by itself and leads to none.
fn is_no_name(sorts: u16) -> bool {
    sorts & (sort::GREETING | sort::TITLE | sort::FAMILY) == 0
        && (sorts & sort::NOT != 0 || sorts & (sort::FIRST | sort::LAST) == 0)
}

/// Whether a word of so many letters may belong to one name with what stands behind it. A doubt is a yes.
fn may_go_on(rest: &[u8], letters: usize) -> bool {
    match rest {
        // Small letters, of ASCII or from U+00E0 on; or no letter, which keeps words apart.
        [b' ', 0xC3, low, ..] => !matches!(low, 0xA0..=0xB6 | 0xB8..=0xBF),
        [b' ', next, ..] => next.is_ascii_uppercase() || *next >= 0x80,
        [b'.', ..] => letters < 3,
        [
            b',' | b':' | b';' | b'!' | b'?' | b')' | b'"' | b'/' | b'\n' | b'\r',
            ..,
        ] => false,
        [] => false,
        _ => true,
    }
}

/// The whole names so far, by themselves and by the newest that each of their parts stands in.
type Whole = BTreeMap<String, String>;

/// The value of the whole name that a single part belongs to, if one was seen before.
fn same_person(whole: &mut Whole, value: String) -> String {
    if !value.contains(' ') {
        return whole.get(&value).cloned().unwrap_or(value);
    }
    if !whole.contains_key(&value) {
        for part in value.split(' ') {
            whole.insert(part.to_owned(), value.clone());
        }
        whole.insert(value.clone(), value.clone());
    }
    value
}
