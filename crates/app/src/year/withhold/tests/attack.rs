//! The first attacker tries every way to fill in the blanks. Neither attacker uses the planner's tables, search
//! or audit.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// Everything the attacker has, as lines over the unknown cells: Σ c·x between two bounds.
pub(super) struct Knowledge {
    pub unknown: Vec<Fact>,
    pub lines: Vec<Line>,
}

#[derive(Clone)]
pub(super) struct Line {
    pub terms: BTreeMap<usize, i128>,
    pub least: Option<i128>,
    pub most: Option<i128>,
}

impl Knowledge {
    pub fn of(facts: &[Fact], relations: &[Relation], withheld: &BTreeSet<Cell>) -> Self {
        let hidden = |f: &Fact| {
            f.already != Some(Already::Published) && (f.internal || withheld.contains(&f.cell))
        };
        let unknown: Vec<Fact> = facts
            .iter()
            .filter(|f| f.integer && hidden(f))
            .cloned()
            .collect();
        let mut it = Self {
            unknown,
            lines: vec![],
        };
        let last = facts.iter().map(|f| f.cell.edition).max().unwrap_or(0);
        for edition in 0..=last {
            for relation in relations {
                it.learn(facts, relation, edition, withheld);
            }
        }
        it
    }

    fn learn(
        &mut self,
        facts: &[Fact],
        relation: &Relation,
        edition: u32,
        withheld: &BTreeSet<Cell>,
    ) {
        let now = |place: &Cell| {
            let same =
                |f: &&Fact| f.cell.clone().corrected(0) == *place && f.cell.edition <= edition;
            facts.iter().filter(same).max_by_key(|f| f.cell.edition)
        };
        match relation {
            Relation::Sum { total, parts } => {
                let Some(total) = now(total) else { return };
                let mut terms = vec![(total, 1)];
                terms.extend(parts.iter().filter_map(now).map(|p| (p, -1)));
                if terms.len() == 1 {
                    return;
                }
                let truth: i128 = terms.iter().map(|(f, c)| c * i128::from(count(f))).sum();
                self.line(&terms, Some(truth), Some(truth));
            }
            Relation::AtMost { part, total } => {
                if let Some((part, total)) = now(part).zip(now(total)) {
                    self.line(&[(part, 1), (total, -1)], None, Some(0));
                }
            }
            Relation::Share {
                share,
                above,
                below,
                decimals,
            } => {
                let Some((share, (above, below))) = now(share).zip(now(above).zip(now(below)))
                else {
                    return;
                };
                self.line(&[(above, 1), (below, -1)], None, Some(0));
                if share.already == Some(Already::Published)
                    || !(share.internal || withheld.contains(&share.cell))
                {
                    // |100·above/below − share| ≤ half a unit of the last decimal
                    let scale = 10_i128.pow(u32::from(*decimals));
                    let printed = (share.value * scale as f64).round() as i128;
                    self.line(
                        &[(above, 200 * scale), (below, -(2 * printed + 1))],
                        None,
                        Some(0),
                    );
                    self.line(
                        &[(above, 200 * scale), (below, -(2 * printed - 1))],
                        Some(0),
                        None,
                    );
                }
            }
            Relation::Describes { .. } => {}
        }
    }

    /// Puts the printed values in.
    fn line(&mut self, terms: &[(&Fact, i128)], least: Option<i128>, most: Option<i128>) {
        let (mut unknown, mut known) = (BTreeMap::new(), 0);
        for (fact, c) in terms {
            match self.unknown.iter().position(|u| u.cell == fact.cell) {
                Some(at) => *unknown.entry(at).or_default() += c,
                None => known += c * i128::from(count(fact)),
            }
        }
        if !unknown.is_empty() {
            let (least, most) = (least.map(|b| b - known), most.map(|b| b - known));
            self.lines.push(Line {
                terms: unknown,
                least,
                most,
            });
        }
    }

    /// What must not be found out: withheld cells, and internal ones that are small.
    pub fn is_secret(&self, at: usize) -> bool {
        let fact = &self.unknown[at];
        !fact.internal || is_small(fact)
    }

    pub fn floor(&self, at: usize, knows_rule: bool) -> i128 {
        let fact = &self.unknown[at];
        let shows = matches!(
            fact.class,
            Class::Few {
                zero: Zero::Show,
                ..
            }
        );
        i128::from(knows_rule && shows && !fact.internal && count(fact) > 0)
    }
}

/// Tries all whole numbers up to `most` for every unknown cell. Gives what can be told: cells whose values
/// lie less than 2 apart and sums of few people that have one value. `None` when there are too many to try.
pub(super) fn by_trying(
    knowledge: &Knowledge,
    most: i128,
    knows_rule: bool,
) -> Option<Vec<String>> {
    let mut trial = Trial::new(knowledge, most, knows_rule);
    trial.next(0);
    if trial.left == 0 {
        return None;
    }
    Some(trial.findings())
}

struct Trial<'a> {
    know: &'a Knowledge,
    most: i128,
    knows_rule: bool,
    at: Vec<i128>,
    lines_of: Vec<Vec<usize>>,
    seen: Vec<(i128, i128)>,
    /// Sets of unknown cells with fewer people than the minimum, and the values of their sum.
    sums: Vec<(Vec<usize>, i128, bool)>,
    left: u32,
}

impl<'a> Trial<'a> {
    fn new(know: &'a Knowledge, most: i128, knows_rule: bool) -> Self {
        let truth: Vec<i128> = know.unknown.iter().map(|f| i128::from(count(f))).collect();
        let mut lines_of = vec![vec![]; truth.len()];
        for (at, line) in know.lines.iter().enumerate() {
            line.terms.keys().for_each(|v| lines_of[*v].push(at));
        }
        let seen = truth.iter().map(|n| (*n, *n)).collect();
        let sums = few_together(know);
        Self {
            know,
            most,
            knows_rule,
            at: truth,
            lines_of,
            seen,
            sums,
            left: 400_000,
        }
    }

    fn next(&mut self, v: usize) {
        if self.left == 0 || self.findings().is_empty() {
            return;
        }
        if v == self.at.len() {
            self.note();
            return;
        }
        let truth = i128::from(count(&self.know.unknown[v]));
        let floor = self.know.floor(v, self.knows_rule);
        let mut values: Vec<i128> = (floor..=self.most).collect();
        values.sort_by_key(|n| (n - truth).abs());
        for n in values {
            self.left = self.left.saturating_sub(1);
            self.at[v] = n;
            if self.lines_of[v].iter().all(|l| self.may_hold(*l, v)) {
                self.next(v + 1);
            }
        }
        self.at[v] = truth;
    }

    /// Whether cells 0..=v still allow the line, the others being anything in their range.
    fn may_hold(&self, line: usize, v: usize) -> bool {
        let line = &self.know.lines[line];
        let (mut low, mut high) = (0, 0);
        for (u, c) in &line.terms {
            let floor = self.know.floor(*u, self.knows_rule);
            let (a, b) = if *u <= v {
                (self.at[*u], self.at[*u])
            } else {
                (floor, self.most)
            };
            low += (c * a).min(c * b);
            high += (c * a).max(c * b);
        }
        line.most.is_none_or(|most| low <= most) && line.least.is_none_or(|least| high >= least)
    }

    fn note(&mut self) {
        for (seen, n) in self.seen.iter_mut().zip(&self.at) {
            *seen = (seen.0.min(*n), seen.1.max(*n));
        }
        for (set, truth, varies) in &mut self.sums {
            *varies |= set.iter().map(|v| self.at[*v]).sum::<i128>() != *truth;
        }
    }

    fn findings(&self) -> Vec<String> {
        let narrow = (0..self.seen.len())
            .filter(|v| self.know.is_secret(*v) && self.seen[*v].1 - self.seen[*v].0 < 2);
        let name = |v: usize| format!("{:?} {:?}", self.know.unknown[v].cell, self.seen[v]);
        let mut found: Vec<String> = narrow.map(name).collect();
        let fixed = self.sums.iter().filter(|(_, _, varies)| !varies);
        found.extend(fixed.map(|(set, n, _)| format!("sum {n} of {set:?}")));
        found
    }
}

/// Sets of two to four unknown cells of people with fewer than the minimum in them together.
fn few_together(know: &Knowledge) -> Vec<(Vec<usize>, i128, bool)> {
    let small: Vec<usize> = (0..know.unknown.len())
        .filter(|v| is_small(&know.unknown[*v]))
        .collect();
    let mut sets: Vec<Vec<usize>> = vec![vec![]];
    for v in small {
        let more: Vec<Vec<usize>> = sets
            .iter()
            .filter(|s| s.len() < 4)
            .map(|s| [s.as_slice(), &[v]].concat())
            .collect();
        sets.extend(more);
    }
    let sum = |set: &[usize]| {
        set.iter()
            .map(|v| i128::from(count(&know.unknown[*v])))
            .sum::<i128>()
    };
    let few = sets
        .into_iter()
        .map(|s| (sum(&s), s))
        .filter(|(n, s)| s.len() > 1 && *n < 5);
    few.map(|(n, s)| (s, n, false)).collect()
}
