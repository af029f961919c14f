//! What findings come to: a class, by rules that are data.

use serde::Deserialize;

use crate::finding::{Finding, Reason, Strength};
use crate::findings::Findings;
use crate::kinds::{Article, Category, Kind, Series, named};

named! {
    /// How a text may travel.
    Class {
        /// For everybody.
        Open = "open",
        /// Ordinary personal data: inside, or to whom it concerns.
        Internal = "internal",
        /// Identity numbers and what national law keeps confidential.
        Confidential = "confidential",
        /// GDPR art. 9 and 10 about a person, protected identity, many persons.
        Sensitive = "sensitive",
    }
}

/// The shipped default, explained line by line.
const SHIPPED: &str = include_str!("../data/policy.toml");

/// Rules from findings to a class; the strictest rule that holds wins.
#[derive(Clone, Debug)]
pub struct Policy {
    rules: Vec<Rule>,
}

/// One rule. All its conditions must hold for the same finding, and those about the text for the text.
#[derive(Clone, Debug)]
pub struct Rule {
    /// A short stable name.
    pub name: String,
    /// Kinds it is about; empty means any.
    pub kinds: Vec<Kind>,
    /// Categories it is about; empty means any.
    pub categories: Vec<Category>,
    /// Only findings at least this sure.
    pub strength: Strength,
    /// Only if the text is about at least so many persons.
    pub persons: usize,
    /// Only if it tells of at least so many different findings of the rule.
    pub findings: usize,
    /// Whether published test numbers count.
    pub tests: bool,
    /// What the text becomes.
    pub class: Class,
    /// Why, for people.
    pub why: String,
}

/// The class and the rules that gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The strictest class.
    pub class: Class,
    /// Names of the rules that held for that class.
    pub rules: Vec<String>,
}

/// Why a policy could not be read, in words for the one who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFault(pub String);

impl std::fmt::Display for PolicyFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PolicyFault {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: String,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    categories: Vec<String>,
    strength: String,
    #[serde(default)]
    persons: usize,
    #[serde(default)]
    findings: usize,
    #[serde(default)]
    tests: bool,
    class: String,
    why: String,
}

impl Policy {
    /// The shipped default (`data/policy.toml`). A test reads it, so it always reads.
    #[must_use]
    pub fn shipped() -> Self {
        Self::from_toml(SHIPPED).unwrap_or_else(|_| Self { rules: Vec::new() })
    }

    /// Reads `[[rule]]` tables as in the shipped default.
    ///
    /// # Errors
    /// Says which rule names an unknown kind, category, strength or class.
    pub fn from_toml(text: &str) -> Result<Self, PolicyFault> {
        let file: File = toml::from_str(text).map_err(|e| PolicyFault(e.to_string()))?;
        let rules = file.rule.into_iter().map(rule).collect::<Result<_, _>>()?;
        Ok(Self { rules })
    }

    /// The rules, as read.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The class of a text with these findings.
    #[must_use]
    pub fn judge(&self, findings: &Findings) -> Verdict {
        let persons = findings.summary().persons;
        let mut class = Class::Open;
        let mut rules = Vec::new();
        for rule in self.rules.iter().filter(|r| r.holds(findings, persons)) {
            if rule.class > class {
                class = rule.class;
                rules.clear();
            }
            if rule.class == class {
                rules.push(rule.name.clone());
            }
        }
        Verdict { class, rules }
    }
}

impl Rule {
    fn holds(&self, findings: &Findings, persons: usize) -> bool {
        let mut seen: Vec<&str> = Vec::new();
        for finding in findings.iter().filter(|f| self.is_about(f)) {
            if !seen.contains(&finding.value.as_str()) {
                seen.push(finding.value.as_str());
            }
            if seen.len() >= self.findings.max(1) {
                return persons >= self.persons;
            }
        }
        false
    }

    fn is_about(&self, finding: &Finding) -> bool {
        let kind = self.kinds.is_empty() || self.kinds.contains(&finding.kind);
        let category = self.categories.is_empty() || self.categories.contains(&finding.category);
        // What is denied, or part of an institution's name, tells nothing about a person.
        let says = !finding.reasons.has(Reason::Negated)
            && !finding.reasons.has(Reason::Institution)
            && finding.series != Series::Company;
        kind && category
            && says
            && finding.strength >= self.strength
            && (self.tests || !finding.is_test())
    }
}

fn rule(line: Line) -> Result<Rule, PolicyFault> {
    let fault = |what: &str, name: &str| {
        PolicyFault(format!("rule \"{}\": no such {what}: {name}", line.name))
    };
    let kinds = line
        .kinds
        .iter()
        .map(|n| Kind::of_name(n).ok_or_else(|| fault("kind", n)))
        .collect::<Result<_, _>>()?;
    let mut categories = Vec::new();
    for name in &line.categories {
        match name.as_str() {
            // Shorthands, so that a new category of an article needs no new policy.
            "article_9" => categories.extend(of_article(Article::Nine)),
            "article_10" => categories.extend(of_article(Article::Ten)),
            _ => categories.push(Category::of_name(name).ok_or_else(|| fault("category", name))?),
        }
    }
    Ok(Rule {
        kinds,
        categories,
        strength: Strength::of_name(&line.strength)
            .ok_or_else(|| fault("strength", &line.strength))?,
        persons: line.persons,
        findings: line.findings,
        tests: line.tests,
        class: Class::of_name(&line.class).ok_or_else(|| fault("class", &line.class))?,
        why: line.why.clone(),
        name: line.name,
    })
}

fn of_article(article: Article) -> impl Iterator<Item = Category> {
    Category::ALL
        .iter()
        .copied()
        .filter(move |c| c.article() == article)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_policy_reads_and_every_rule_says_why() {
        let policy = Policy::from_toml(SHIPPED).unwrap();
        assert!(policy.rules.len() > 5);
        assert!(policy.rules.iter().all(|r| r.why.len() > 20));
    }

    #[test]
    fn an_unknown_word_is_named() {
        let text = "[[rule]]\nname = \"x\"\nkinds = [\"cprr\"]\nstrength = \"weak\"\nclass = \"open\"\nwhy = \"\"";
        assert_eq!(
            Policy::from_toml(text).unwrap_err().0,
            "rule \"x\": no such kind: cprr"
        );
    }
}
