//! Chooses what to withhold: the small counts, what rests on them, and the cells that would give them back.

use std::collections::{BTreeSet, VecDeque};

use super::loss::Loss;
use super::moves::Licence;
use super::proof::{LOOK, Proof};
use super::table::{Link, Table, Var};
use super::{Already, Fact, Plan, Relation, Why};

/// Published cells that a move may take: a row needs one, a square of two boards and two figures up to
/// three, a board that exchanges its whole column with another many.
const TAKES: [usize; 2] = [2, 40];

/// Tries with other choices before dearer cells are taken.
const TURNS: usize = 4;

/// Rounds of planning and checking from scratch.
const ROUNDS: usize = 6;

/// Decides for every cell of `facts` whether the public version prints it. `facts` are the cells of the
/// sheet at hand and of all earlier publications, `relations` all that is declared between them.
///
/// Always ends; at worst it withholds everything that the relations connect with a small count.
#[must_use]
pub fn plan(facts: &[Fact], relations: &[Relation]) -> Plan {
    let table = Table::new(facts, relations);
    let mut maker = Maker::new(&table);
    maker.withhold_first();
    for round in 0..=ROUNDS {
        // The last rounds are blunt, so that they get somewhere.
        maker.protect_all(round + 2 >= ROUNDS);
        let mut afresh = Proof::new(&table, maker.proof.hidden().to_vec());
        maker.queue = afresh.weak().into();
        maker.proof = afresh;
        if maker.queue.iter().all(|v| maker.lost.contains(v)) {
            break;
        }
    }
    maker.plan.unrepaired = maker
        .queue
        .iter()
        .map(|v| table.vars[*v].cell.clone())
        .collect();
    maker.plan
}

struct Maker<'a> {
    table: &'a Table,
    proof: Proof<'a>,
    plan: Plan,
    /// Withheld counts that still need their proof.
    queue: VecDeque<usize>,
    /// Counts that earlier publications give away.
    lost: BTreeSet<usize>,
}

impl<'a> Maker<'a> {
    fn new(table: &'a Table) -> Self {
        let hidden = vec![false; table.vars.len()];
        Self {
            table,
            proof: Proof::new(table, hidden),
            plan: Plan::default(),
            queue: VecDeque::new(),
            lost: BTreeSet::new(),
        }
    }

    /// What must go whatever the relations say. Smallest boards come first in the queue.
    fn withhold_first(&mut self) {
        for v in 0..self.table.vars.len() {
            let var = &self.table.vars[v];
            if var.is_known() {
                self.note_known(var);
                continue;
            }
            let why = match (var.internal, var.already) {
                (true, _) => Why::Internal,
                (false, Some(Already::Withheld)) => Why::EarlierWithheld,
                _ if var.is_small() => Why::Small,
                _ => continue,
            };
            self.withhold(v, why);
        }
        for link in about_few(self.table) {
            self.withhold(link, Why::AboutFew);
        }
        let weight = |v: &usize| (self.table.vars[*v].weight, *v);
        self.queue.make_contiguous().sort_by_key(weight);
    }

    fn note_known(&mut self, var: &Var) {
        if var.is_small() {
            self.plan.standing.push(var.cell.clone());
        }
        if var.internal {
            self.plan.withheld.insert(var.cell.clone(), Why::Internal);
        }
    }

    /// Withholds a cell. Internal cells alone do not take their shares along: a numerator is seldom printed.
    fn withhold(&mut self, v: usize, why: Why) {
        let alone = why == Why::Internal && !self.table.vars[v].is_small();
        let newly = if alone {
            self.proof.hide_alone(v)
        } else {
            self.proof.hide(v)
        };
        for c in newly {
            self.note(c, if c == v { why } else { Why::AboutFew });
        }
    }

    fn note(&mut self, v: usize, why: Why) {
        let var = &self.table.vars[v];
        if !var.rest {
            self.plan.withheld.insert(var.cell.clone(), why);
        }
        if self.proof.guards(v) {
            self.queue.push_back(v);
        }
    }

    fn protect_all(&mut self, blunt: bool) {
        while let Some(v) = self.queue.pop_front() {
            if self.lost.contains(&v) {
                continue;
            }
            let safe = self.proof.settle(v, LOOK) || ways().any(|way| self.protect(v, way));
            if (blunt || !safe) && !self.is_lost(v) {
                self.flood(v);
            }
        }
    }

    /// Whether not even withholding everything would help: then nothing more is given up for it.
    fn is_lost(&mut self, v: usize) -> bool {
        if !self.lost.contains(&v) && !Proof::of_all_hidden(self.table).look(v) {
            self.lost.insert(v);
        }
        self.lost.contains(&v)
    }

    fn protect(&mut self, v: usize, way: Licence) -> bool {
        let safe = self.proof.settle(v, way);
        for c in self.proof.taken() {
            let why = if self.table.vars[c].count {
                Why::Complement
            } else {
                Why::AboutFew
            };
            self.note(c, why);
        }
        safe
    }

    /// Withholds all that touches what touches `v`, until `v` is safe or nothing is left to withhold.
    fn flood(&mut self, v: usize) {
        let mut near = BTreeSet::from([v]);
        loop {
            let links = near.iter().flat_map(|v| &self.table.links_of[*v]);
            let next: BTreeSet<usize> = links.flat_map(|at| self.table.links[*at].vars()).collect();
            if next.is_subset(&near) {
                return;
            }
            for &c in next.difference(&near) {
                if !self.proof.hidden()[c] && !self.table.vars[c].is_known() {
                    self.withhold(c, Why::Complement);
                }
            }
            near.extend(next);
            if self.proof.settle(v, LOOK) {
                return;
            }
        }
    }
}

/// Ways to protect a cell, cheapest first.
fn ways() -> impl Iterator<Item = Licence> {
    let losses = [Loss::Board, Loss::Whole, Loss::Main, Loss::Zero];
    losses.into_iter().flat_map(|take| {
        let few = TAKES.map(|fresh| Licence {
            fresh,
            take,
            ..LOOK
        });
        let again = (1..=TURNS).map(move |turn| Licence { turn, ..few[1] });
        few.into_iter().chain(again)
    })
}

/// Shares with a small numerator, denominator or remainder; medians and means of few cases.
pub(super) fn about_few(table: &Table) -> BTreeSet<usize> {
    let small = |v: &usize| table.vars[*v].is_small();
    let mut found = BTreeSet::new();
    for link in &table.links {
        match link {
            Link::Describes { cell, count } if small(count) => {
                found.insert(*cell);
            }
            Link::Share {
                share,
                above,
                below,
                ..
            } => {
                let (top, base) = (&table.vars[*above], &table.vars[*below]);
                let counts = top.count && base.count;
                let rest = counts && table.vars[*share].class.is_small(base.n - top.n);
                let own = [top, base]
                    .iter()
                    .any(|v| v.count && table.vars[*share].class.is_small(v.n));
                if small(above) || small(below) || rest || own {
                    found.insert(*share);
                }
            }
            _ => {}
        }
    }
    found
}
