//! Collects worlds, and says of each withheld count whether they prove it safe.

use super::judge::fits;
use super::loss::Loss;
use super::moves::{Licence, Walk};
use super::table::{Link, Table};

/// The values of a withheld count that cannot be told apart must lie at least this far apart (§5.11).
const RANGE: i64 = 2;

/// Looking for worlds among the hidden cells alone.
pub(super) const LOOK: Licence = Licence {
    rule: true,
    fresh: 0,
    take: Loss::Board,
    turn: 0,
};

/// Further looks at what the first one leaves over.
const TURNS: usize = 24;

/// More than this many unproved cells are no slip of the search: the plan is wrong.
const SECOND_LOOKS: usize = 40;

/// What has been shown so far. More hidden cells never take a proof away.
pub(super) struct Proof<'a> {
    table: &'a Table,
    walk: Walk<'a>,
    /// Smallest and largest value in worlds that fit a reader who knows that zeros are shown.
    pub low: Vec<i64>,
    pub high: Vec<i64>,
    /// Largest value in any world.
    top: Vec<i64>,
    /// Cells moved since the truth.
    moved: Vec<usize>,
    /// Published cells taken and not yet reported by [`Proof::taken`].
    fresh: Vec<usize>,
}

impl<'a> Proof<'a> {
    pub fn new(table: &'a Table, hidden: Vec<bool>) -> Self {
        let truth: Vec<i64> = table.vars.iter().map(|v| v.n).collect();
        Self {
            table,
            walk: Walk::new(table, hidden),
            low: truth.clone(),
            high: truth.clone(),
            top: truth,
            moved: vec![],
            fresh: vec![],
        }
    }

    /// The best case: everything withheld that is not known already.
    pub fn of_all_hidden(table: &'a Table) -> Self {
        Self::new(table, table.vars.iter().map(|v| !v.is_known()).collect())
    }

    pub fn hidden(&self) -> &[bool] {
        &self.walk.hidden
    }

    /// Hides a cell only. Returns it if that is new.
    pub fn hide_alone(&mut self, v: usize) -> Vec<usize> {
        let new = !self.walk.hidden[v] && !self.table.vars[v].is_known();
        self.walk.hidden[v] |= new;
        if new { vec![v] } else { vec![] }
    }

    /// Hides a cell and the shares that rest on it, unless they are printed already. Returns what is newly hidden.
    pub fn hide(&mut self, v: usize) -> Vec<usize> {
        let shares = self.table.links_of[v]
            .iter()
            .filter_map(|&at| match self.table.links[at] {
                Link::Share {
                    share,
                    above,
                    below,
                    ..
                } if above == v || below == v => Some(share),
                _ => None,
            });
        let mut newly: Vec<usize> = shares.chain([v]).collect();
        newly.retain(|&c| !self.hide_alone(c).is_empty());
        newly
    }

    /// The published cells that moves have taken since the last call. They are hidden from now on.
    pub fn taken(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.fresh)
    }

    pub fn is_far_from_few(&self, v: usize) -> bool {
        let var = &self.table.vars[v];
        !var.is_small() || self.top[v] >= var.class.minimum()
    }

    fn is_wide(&self, v: usize) -> bool {
        self.high[v] - self.low[v] >= RANGE
    }

    /// Whether nobody may find out the value of `v`: withheld counts, and internal ones that are small.
    pub fn guards(&self, v: usize) -> bool {
        let var = &self.table.vars[v];
        var.count && self.walk.hidden[v] && (!var.internal || var.is_small())
    }

    /// The guarded counts that the hidden cells as they are do not prove safe. Those few that the first
    /// look leaves over get several more.
    pub fn weak(&mut self) -> Vec<usize> {
        let guarded: Vec<usize> = (0..self.table.vars.len())
            .filter(|&v| self.guards(v))
            .collect();
        let left: Vec<usize> = guarded
            .into_iter()
            .filter(|&v| !self.settle(v, LOOK))
            .collect();
        let (again, given_up) = left.split_at(left.len().min(SECOND_LOOKS));
        let mut weak: Vec<usize> = again.to_vec();
        weak.retain(|&v| !self.look(v));
        weak.extend(given_up);
        weak
    }

    /// Several looks at one cell, without taking anything.
    pub fn look(&mut self, v: usize) -> bool {
        (0..=TURNS).any(|turn| self.settle(v, Licence { turn, ..LOOK }))
    }

    /// Tries to prove `v` safe with moves under `licence`.
    pub fn settle(&mut self, v: usize, licence: Licence) -> bool {
        let n = self.table.vars[v].n;
        let strict = Licence {
            rule: true,
            ..licence
        };
        let loose = Licence {
            rule: false,
            ..strict
        };
        if !self.is_far_from_few(v) {
            let minimum = self.table.vars[v].class.minimum();
            let found =
                self.push(v, minimum.max(n + RANGE), strict) || self.push(v, minimum, loose);
            if !found {
                return false;
            }
        }
        if !self.is_wide(v) {
            let goal = self.low[v] + RANGE;
            self.push(v, goal, strict);
        }
        if !self.is_wide(v) {
            let goal = self.high[v] - RANGE;
            self.push(v, goal, strict);
        }
        self.is_wide(v) && self.is_far_from_few(v)
    }

    /// Looks for a world in which `v` has the value `goal`: in one stride, else one by one, so that many
    /// small cells can give way together.
    fn push(&mut self, v: usize, goal: i64, licence: Licence) -> bool {
        let gap = goal - self.table.vars[v].n;
        let mut fresh = vec![];
        let mut found = self.stride(v, gap, licence, &mut fresh);
        if !found && gap.abs() > 1 {
            found = (0..gap.abs()).all(|_| self.stride(v, gap.signum(), licence, &mut fresh));
        }
        if !found {
            for v in fresh.drain(..) {
                self.walk.hidden[v] = false;
            }
        }
        if found {
            self.record(licence.rule);
        }
        self.fresh.extend(fresh);
        self.walk.restore(&self.moved);
        self.moved.clear();
        found
    }

    fn stride(&mut self, v: usize, by: i64, licence: Licence, fresh: &mut Vec<usize>) -> bool {
        let taken = fresh.iter().filter(|c| self.table.vars[**c].count).count();
        let room = licence.fresh.saturating_sub(taken);
        let Some(step) = self.walk.go(
            v,
            by,
            Licence {
                fresh: room,
                ..licence
            },
        ) else {
            return false;
        };
        for v in step {
            if !self.walk.hidden[v] {
                fresh.extend(self.hide(v));
            }
            if !self.moved.contains(&v) {
                self.moved.push(v);
            }
        }
        if fresh.is_empty() {
            self.record(licence.rule);
        }
        true
    }

    /// Takes the present world as shown, if the judge lets it stand.
    fn record(&mut self, rule: bool) {
        let (walk, moved) = (&self.walk, &self.moved);
        let strict = fits(self.table, &walk.hidden, &walk.n, moved, true);
        if !strict && (rule || !fits(self.table, &walk.hidden, &walk.n, moved, false)) {
            return;
        }
        for &v in moved {
            let n = walk.n[v];
            self.top[v] = self.top[v].max(n);
            if strict {
                self.low[v] = self.low[v].min(n);
                self.high[v] = self.high[v].max(n);
            }
        }
    }
}
