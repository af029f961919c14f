//! All findings of one text, and their sum.

use std::collections::BTreeSet;
use std::ops::Deref;

use crate::finding::{Finding, Reason, Strength};
use crate::kinds::{Article, Category, Kind};

/// A name at most this many bytes from a number, with no other number between, is the same person.
const SAME_PERSON: usize = 80;

/// Findings of one text, sorted by place. Reads like a slice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Takes findings of one text; sorts them by place.
    #[must_use]
    pub fn new(mut found: Vec<Finding>) -> Self {
        found.sort_by(|a, b| {
            (a.span.start, a.span.end, a.kind).cmp(&(b.span.start, b.span.end, b.kind))
        });
        Self(found)
    }

    /// Their sum.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut numbers = BTreeSet::new();
        let mut spans: Vec<(usize, usize)> = Vec::new();
        for finding in self.0.iter().filter(|f| f.is_person_number()) {
            // The same digits read by two countries' rules are one person.
            let seen = spans.last().is_some_and(|s| finding.span.start < s.1);
            if !seen {
                numbers.insert(identity(finding));
                spans.push((finding.span.start, finding.span.end));
            }
        }
        let mut names = BTreeSet::new();
        let mut linked = BTreeSet::new();
        for name in self.0.iter().filter(|f| f.kind == Kind::Name) {
            if is_beside(&spans, name) && linked.len() < numbers.len() {
                linked.insert(name.value.as_str());
            } else {
                names.insert(name.value.as_str());
            }
        }
        let unlinked = names.difference(&linked).count();
        let mut categories: Vec<Category> = self
            .0
            .iter()
            .filter(|f| f.category.article() > Article::Ordinary && counts(f))
            .map(|f| f.category)
            .collect();
        categories.sort_unstable();
        categories.dedup();
        Summary {
            persons: numbers.len() + unlinked,
            categories,
            strength: self.0.iter().map(|f| f.strength).max(),
        }
    }
}

impl Deref for Findings {
    type Target = [Finding];

    fn deref(&self) -> &[Finding] {
        &self.0
    }
}

/// Whether a number ends or begins near the name. The numbers stand in order and apart, so their beginnings and ends
/// are both sorted: a register of a hundred thousand people is not walked through for each of their names.
fn is_beside(numbers: &[(usize, usize)], name: &Finding) -> bool {
    let nearest = |at: usize, edge: fn(&(usize, usize)) -> usize| {
        let first = numbers.partition_point(|n| edge(n) + SAME_PERSON < at);
        numbers
            .get(first)
            .is_some_and(|n| edge(n) <= at + SAME_PERSON)
    };
    nearest(name.span.start, |n| n.1) || nearest(name.span.end, |n| n.0)
}

/// Denied things and names of institutions say nothing about a person.
fn counts(finding: &Finding) -> bool {
    !finding.reasons.has(Reason::Negated) && !finding.reasons.has(Reason::Institution)
}

/// By what the same person is known again: Swedish numbers with and without the century are one.
fn identity(finding: &Finding) -> &str {
    let value = finding.value.as_str();
    match finding.kind {
        Kind::Personnummer | Kind::Samordningsnummer if value.len() == 12 => {
            value.get(2..).unwrap_or(value)
        }
        _ => value,
    }
}

/// What the findings of one text come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Distinct persons: distinct numbers, and names that stand beside none of them.
    pub persons: usize,
    /// Categories of GDPR art. 9 and 10 and of national confidentiality that are touched.
    pub categories: Vec<Category>,
    /// The highest strength, if anything was found.
    pub strength: Option<Strength>,
}

impl Summary {
    /// The strictest article touched.
    #[must_use]
    pub fn article(&self) -> Article {
        let strictest = self.categories.iter().map(|c| c.article()).max();
        strictest.unwrap_or(Article::Ordinary)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a name from `start` to `end` stands beside one of the numbers, asked of each of them.
    fn each(numbers: &[(usize, usize)], start: usize, end: usize) -> bool {
        numbers
            .iter()
            .any(|n| start.abs_diff(n.1) <= SAME_PERSON || end.abs_diff(n.0) <= SAME_PERSON)
    }

    #[test]
    fn the_nearest_numbers_answer_for_all_of_them() {
        let rows: [&[(usize, usize)]; 4] = [
            &[],
            &[(0, 11)],
            &[(300, 311)],
            &[(100, 111), (112, 123), (330, 900), (901, 912)],
        ];
        for numbers in rows {
            for start in 0..1100 {
                for len in [1, 12, 79, 400] {
                    let name = Finding::new(
                        Kind::Name,
                        Category::Person,
                        start..start + len,
                        Strength::Likely,
                        "Anna Berg",
                    );
                    assert_eq!(
                        is_beside(numbers, &name),
                        each(numbers, start, start + len),
                        "{numbers:?} {start} {len}"
                    );
                }
            }
        }
    }
}
